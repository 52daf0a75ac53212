"""The demo region's directory: every unit has a card that could have been saved, and a roster."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from itertools import combinations

import pytest

from kundcenter.demo.cards import EARLIER, LATER
from kundcenter.demo.month import made
from kundcenter.demo.region import published
from kundcenter.domain.calendar import STOCKHOLM
from kundcenter.domain.on_call import Duty, ranked
from kundcenter.domain.opening import OpenState, opening_at
from kundcenter.domain.phone_numbers import PhoneNumber, is_fictional
from kundcenter.domain.unit_cards import CardVersion, UnitCard
from kundcenter.domain.unit_checks import checked_details, checked_together, checked_wording
from kundcenter.domain.unit_files import read_units, written
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import Unit, UnitKind
from tests.demo.conftest import UNTIL, of, terms

CODES = terms().codes
ALWAYS = {
    UnitKind.EMERGENCY,
    UnitKind.PAEDIATRIC_EMERGENCY,
    UnitKind.PSYCHIATRIC_EMERGENCY,
    UnitKind.MATERNITY,
}


@pytest.fixture(scope="module")
def cards(values: list[object]) -> dict[str, UnitCard]:
    return {card.unit.hsa_id: card for card in of(values, UnitCard)}


@pytest.fixture(scope="module")
def duties(values: list[object]) -> list[Duty]:
    return of(values, Duty)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


def is_open(card: UnitCard, when: str) -> bool:
    return opening_at(card.details.hours, at(when)).state is OpenState.OPEN


def test_every_unit_has_one_card_in_its_first_version(
    values: list[object], cards: dict[str, UnitCard]
) -> None:
    assert {card.unit for card in cards.values()} == set(of(values, Unit))
    assert {card.number for card in cards.values()} == {1}
    assert [version.card for version in of(values, CardVersion)] == list(cards.values())


def test_every_card_is_one_that_could_have_been_saved(cards: dict[str, UnitCard]) -> None:
    for card in cards.values():
        wording = UnitWording.of(card.unit)
        assert checked_wording(wording) == wording
        assert checked_details(card.details, CODES) == card.details
        checked_together(wording, card.details)
        assert {other.hsa_id for other in card.details.related} <= set(cards)


def test_every_card_says_where_when_for_whom_and_how(cards: dict[str, UnitCard]) -> None:
    for card in cards.values():
        details = card.details
        assert details.spot is not None
        assert details.lines
        assert details.hours.spans
        assert details.street.startswith("Testgatan ")
        assert details.criteria.send_here
        assert details.criteria.not_here
        assert details.criteria.signed_off_on is not None
    ages = sorted(
        UNTIL.date() - (c.details.criteria.signed_off_on or UNTIL.date()) for c in cards.values()
    )
    assert ages[0] < timedelta(days=30) < timedelta(days=180) < ages[-1]


def test_hours_are_those_of_the_domain(cards: dict[str, UnitCard]) -> None:
    for card in cards.values():
        kind = card.unit.kind
        if kind in ALWAYS:
            assert all(
                is_open(card, f"2026-12-{day}T{clock}")
                for day in range(24, 28)
                for clock in ("00:00", "03:30", "12:00", "23:59")
            )
        elif kind is UnitKind.OUT_OF_HOURS:
            assert [is_open(card, f"2026-11-20T{h}") for h in ("16:59", "17:00", "21:59")] == [
                False,
                True,
                True,
            ]
            assert is_open(card, "2026-11-21T10:00")  # a Saturday
            assert is_open(card, "2026-12-25T10:00")
            assert not is_open(card, "2026-11-21T22:00")
        else:
            assert is_open(card, "2026-11-20T08:00")
            assert not is_open(card, "2026-11-20T17:00")
            assert not is_open(card, "2026-11-21T10:00")
            assert not is_open(card, "2026-12-24T10:00")


def test_every_number_is_fictional_and_numbers_for_staff_stand_once(
    cards: dict[str, UnitCard], duties: list[Duty]
) -> None:
    lines = [line for card in cards.values() for line in card.details.lines]
    assert all(is_fictional(PhoneNumber(line.number)) for line in lines)
    assert all(is_fictional(PhoneNumber(duty.phone)) for duty in duties)
    inner = Counter(line.number for line in lines if line.roles)
    assert len(inner) >= 6
    assert set(inner.values()) == {1}
    shown = {line.number for line in lines if not line.roles}
    assert not shown & (set(inner) | {duty.phone for duty in duties})


def test_there_is_a_notice_a_queue_a_booking_and_an_age_to_be_seen(
    cards: dict[str, UnitCard],
) -> None:
    kinds = {kind: [c for c in cards.values() if c.unit.kind is kind] for kind in UnitKind}
    standing = [
        notice
        for card in cards.values()
        for notice in card.details.notices
        if notice.starts_at <= UNTIL and notice.ends_at is not None and notice.ends_at > UNTIL
    ]
    assert len(standing) == 2
    assert all(card.details.queue for card in kinds[UnitKind.PRIMARY_CARE])
    assert all(card.details.bookable for card in kinds[UnitKind.OUT_OF_HOURS])
    (children,) = kinds[UnitKind.PAEDIATRIC_EMERGENCY]
    assert (children.details.criteria.youngest, children.details.criteria.oldest) == (None, 15)
    assert any("Jourcentralen Ryhov" in card.details.synonyms for card in cards.values())


def test_the_directory_goes_out_to_a_file_and_comes_back_unchanged(
    cards: dict[str, UnitCard],
) -> None:
    rows = read_units(written(cards.values()), codes=CODES).sound()
    for row, card in zip(rows, cards.values(), strict=True):
        assert row.upon(card) == (UnitWording.of(card.unit), card.details)


def test_somebody_is_on_call_every_night_about_the_end_with_a_deputy(duties: list[Duty]) -> None:
    for day in range(LATER):
        found = dict(ranked(duties, UNTIL + timedelta(days=day, hours=2)))
        assert {"Medicinjour", "Barnjour", "Psykiatrijour", "Chef i beredskap"} <= set(found)
        medicine = found["Medicinjour"]
        assert [(duty.place, duty.deputy) for duty in medicine] == [
            (1, False),
            (2, False),
            (1, True),
        ]
    before = ranked(duties, UNTIL - timedelta(days=EARLIER + 2))
    assert before == ()


def test_every_turn_is_one_that_could_have_been_saved(duties: list[Duty]) -> None:
    assert all(duty.turn.checked() == duty.turn for duty in duties)
    for one, other in combinations(duties, 2):
        if one.turn.order_place == other.turn.order_place:
            assert not one.turn.overlaps(other.turn)
    assert len({duty.id for duty in duties}) == len(duties)


def test_what_is_known_of_units_is_of_units_that_there_are() -> None:
    region = published()
    assert [card.hsa_id for card in region.directory.cards] == [p.hsa_id for p in region.units]
    assert {home.name for home in region.municipalities} == set(region.directory.towns)
    assert set(region.directory.shapes) == set(UnitKind)


def test_two_directories_of_the_same_seed_are_one() -> None:
    one, other = (
        [each for each in made(terms(300)).values() if isinstance(each, UnitCard | Duty)]
        for _ in range(2)
    )
    assert one == other
