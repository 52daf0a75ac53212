"""What changes when a region is made for measurements."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from kundcenter.demo import month
from kundcenter.demo.arrivals import plan
from kundcenter.demo.month import made
from kundcenter.demo.names import Names
from kundcenter.demo.people import MOST, Population
from kundcenter.demo.region import published
from kundcenter.demo.staff import Shift, shifts, staff
from kundcenter.domain.access_log import AccessRecord, faults
from kundcenter.domain.calls import Call
from kundcenter.domain.identity import IdKind
from kundcenter.domain.journal import Entry
from kundcenter.domain.people import Person
from tests.demo.conftest import UNTIL, of, terms

REGION = published()


def test_more_calls_than_ten_years_hold_make_a_busier_region_not_an_older_one() -> None:
    planned = plan(REGION, terms(3_000_000))
    assert sum(sum(counts) for counts in planned.counts.values()) == 3_000_000
    assert (UNTIL - planned.starts_at) / timedelta(days=365.25) == pytest.approx(10, rel=0.02)
    assert planned.busier == pytest.approx(3 / 1.8)


@pytest.mark.parametrize("busier", [1.0, 2.8])
def test_nobody_works_two_shifts_within_ten_hours(busier: float) -> None:
    since = UNTIL - timedelta(days=60)
    names = Names(REGION.generations)
    workers = staff(REGION, names, seed=1, at=since, busier=busier).by_queue
    for leg in REGION.legs:
        own: dict[UUID, list[Shift]] = defaultdict(list)
        for shift in shifts(leg, workers[leg.queue], since=since, until=UNTIL, busier=busier):
            own[shift.operator.id].append(shift)
        assert own
        for worked in own.values():
            gaps = [after.starts - before.ends for before, after in pairwise(worked)]
            assert min(gaps) >= 10 * 3600


def test_the_access_log_tells_of_the_last_days_only_and_still_holds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(month, "LOGGED", timedelta(days=1))
    values = list(made(terms(1_500)).values())
    records, calls = of(values, AccessRecord), of(values, Call)
    assert records
    assert min(record.at for record in records) >= UNTIL - timedelta(days=1)
    assert min(call.queued_at for call in calls) < UNTIL - timedelta(days=2)
    chains: dict[UUID, list[AccessRecord]] = defaultdict(list)
    for record in records:
        chains[record.device_id].append(record)
    assert [fault for chain in chains.values() for fault in faults(chain)] == []


def test_a_large_region_has_as_many_people_as_a_real_one_and_each_is_somebody() -> None:
    since = UNTIL - timedelta(days=3650)
    people = Population(
        REGION, Names(REGION.generations), calls=5_000_000, seed=1, since=since, until=UNTIL
    )
    assert people.count == MOST
    places = [*range(0, MOST, 97), MOST - 1]
    some = [people.resident(place).person for place in places]
    assert [people.resident(place).person for place in places] == some
    assert len({person.person_id for person in some}) == len(some)
    official = len(REGION.person_numbers)
    assert {
        person.person_id.kind
        for place, person in zip(places, some, strict=True)
        if place >= official
    } == {IdKind.LRES_LOCAL}


def test_nobody_is_called_about_before_birth(values: list[object]) -> None:
    people = {person.id: person for person in of(values, Person)}
    for entry in of(values, Entry):
        person = people[entry.person_id]
        born = person.birth_date()
        assert person.registered_at <= entry.contact_at
        assert born is None or born <= entry.contact_at.date()
