"""What a patient has blocked comes out of no look, whatever look it is and whoever looks."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import get_type_hints
from uuid import UUID

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from db.connect import open_local
from kundcenter.changes import Changes
from kundcenter.domain.access import Role
from kundcenter.domain.access_log import Activity
from kundcenter.domain.blocks import BlockKind, EntryBlocked, LiftGround
from kundcenter.domain.journal import Note
from kundcenter.errors import KundcenterError
from tests.ground import (
    ASKED,
    CARE_UNIT,
    KEY,
    MAN,
    MORNING,
    NUMBER,
    PASSWORD,
    WHOLE,
    WOMAN,
    Clock,
    Ground,
    desk_on,
    identity,
)
from tests.services.test_access import methods

NEAR, FAR = "SE0000000001-DEMO2", "SE0000000002-DEMO2"
CANARY = "kanariefagel"
WHY = "Medvetslös patient"
TEXTS = ("history", "background", "assessment", "advice")


@dataclass(slots=True)
class Planted:
    """A blocked entry, one that is not, and the call and the persons they are about."""

    ground: Ground
    person: UUID
    merge: UUID
    call: UUID
    entry: UUID
    open_entry: UUID

    def looks(self) -> dict[str, Callable[[], object]]:
        """Every look of the two services that show a record, aimed at the blocked entry."""
        desk = self.ground.desk
        journal, people = desk.journal, desk.people
        return {
            "journal.exportable": lambda: journal.exportable(self.person, ground=ASKED),
            "journal.take_export": lambda: journal.take_export((self.entry,), "Annan", ASKED),
            "journal.open": lambda: journal.open(self.entry, ASKED),
            "journal.of_call": lambda: journal.of_call(self.call),
            "journal.search": lambda: journal.search(self.person, CANARY, ASKED),
            "journal.take_copy": lambda: journal.take_copy(self.entry, "Patienten", ASKED),
            "journal.take_print": lambda: journal.take_print(self.entry, "Patienten", ASKED),
            "journal.unsigned": journal.unsigned,
            "journal.unsigned_of_mine": journal.unsigned_of_mine,
            "journal.unsigned_overdue": journal.unsigned_overdue,
            "people.accesses": lambda: people.accesses(self.person),
            "people.compare": lambda: people.compare(self.person, self.person),
            "people.find": lambda: people.find(identity(WOMAN)),
            "people.look_alikes": lambda: people.look_alikes("Test", "Person", None),
            "people.of_caller": lambda: people.of_caller(NUMBER),
            "people.open": lambda: people.open(self.person, ASKED),
            "people.radar_of_number": lambda: people.radar_of_number(NUMBER),
            "people.search": lambda: people.search(WOMAN),
            "people.undoing": lambda: people.undoing(self.merge),
        }


def sat_down(ground: Ground, user_name: str, unit: str) -> None:
    """A nurse of the unit, who leads and reviews as well, so that no door is closed to them."""
    ground.sign_in("admin")
    everything = frozenset({Role.NURSE, Role.MEDICAL_LEAD, Role.LOG_REVIEWER})
    id = ground.desk.operators.add(
        user_name, "Test Annan", roles=everything, position="Sjuksköterska", care_unit=unit
    ).the("operator")
    ground.desk.operators.give_password(id, PASSWORD)
    ground.sign_in(user_name)


def planted(ground: Ground, kind: BlockKind = BlockKind.INNER, **fields: str) -> Planted:
    """The blocked entry is of CARE_UNIT, and its note holds the canary."""
    ground.nurse()
    desk = ground.desk
    person, absorbed = ground.person(WOMAN), ground.person(MAN)
    call = desk.calls.register(NUMBER).the("call")
    note = replace(WHOLE, **(fields or dict.fromkeys(TEXTS, CANARY)))  # type: ignore[arg-type]
    merge = desk.people.merge(person, absorbed, "Samma person").the("merge")
    entry = desk.journal.write(person, note, call).the("entry")
    desk.blocks.set(person, kind, CARE_UNIT)
    sat_down(ground, "granne", NEAR)
    near = desk.journal.write(person, WHOLE).the("entry")
    return Planted(ground, person, merge, call, entry, near)


def answer(look: Callable[[], object]) -> bytes:
    """All that a look lets out, texts that stay out of repr() too; a refusal lets out its facts."""
    try:
        return msgspec.json.encode(look())
    except KundcenterError as refused:
        return repr(refused).encode()


def shown(plant: Planted) -> set[str]:
    """The looks through which the canary can be seen."""
    return {name for name, look in plant.looks().items() if CANARY.encode() in answer(look)}


def test_a_blocked_entry_comes_out_of_no_look(ground: Ground) -> None:
    plant = planted(ground)
    wanted = {
        name
        for name, method in methods().items()
        if name.startswith(("journal.", "people."))
        and get_type_hints(method)["return"] is not Changes
    }
    assert set(plant.looks()) == wanted  # a look that is new is walked too
    assert shown(plant) == set()
    ground.desk.blocks.units(plant.person, LiftGround.EMERGENCY, WHY)
    assert shown(plant) == set()  # the units are told, and nothing else


def test_the_same_walk_sees_what_is_not_blocked(ground: Ground) -> None:
    """Or else the test above could not fail."""
    plant = planted(ground)
    ground.sign_in("nurse")
    seen = {"journal.open", "journal.search", "journal.take_copy", "journal.take_print"}
    assert shown(plant) >= {*seen, "journal.of_call", "people.open"}


def test_whoever_looks_outside_the_provider_is_kept_out_by_an_outer_block(ground: Ground) -> None:
    plant = planted(ground, BlockKind.OUTER)
    assert shown(plant) >= {"journal.open", "people.open"}  # of the same provider
    sat_down(ground, "annan", FAR)
    assert shown(plant) == set()


def test_a_lift_shows_the_entry_and_each_look_is_an_emergency(ground: Ground) -> None:
    plant = planted(ground)
    desk = ground.desk
    desk.blocks.lift(plant.person, (CARE_UNIT,), LiftGround.CONSENT, WHY)
    for look in (
        lambda: desk.journal.open(plant.entry, ASKED),
        lambda: desk.people.open(plant.person, ASKED),
        lambda: desk.journal.search(plant.person, CANARY, ASKED),
    ):
        known = len(ground.accesses())
        assert CANARY.encode() in answer(look)
        emergencies = [r for r in ground.accesses(known) if r.activity is Activity.EMERGENCY]
        assert [r.object_id for r in emergencies] == [plant.entry]
        assert emergencies[0].reason == f"SAMTYCKE: {WHY}"
    ground.clock.pass_time(hours=2)
    assert shown(plant) == set()
    desk.blocks.lift(plant.person, (NEAR,), LiftGround.EMERGENCY, WHY)  # not the relevant unit
    assert shown(plant) == set()


def test_a_blocked_entry_that_is_asked_for_leaves_a_record_of_the_refusal(ground: Ground) -> None:
    plant = planted(ground)
    known = len(ground.accesses())
    with pytest.raises(EntryBlocked):
        ground.desk.journal.open(plant.entry, ASKED)
    (record,) = ground.accesses(known)
    assert (record.level, record.person_id) == ("Nekad", plant.person)


def test_the_card_says_that_there_are_blocked_data_and_no_more(ground: Ground) -> None:
    plant = planted(ground)
    card = ground.desk.people.open(plant.person, ASKED)
    assert card.blocked
    assert [past.entry.id for past in card.history] == [plant.open_entry]
    told = msgspec.json.encode(card)
    for secret in (str(plant.entry), CARE_UNIT):
        assert secret.encode() not in told


def test_a_block_follows_the_person_through_a_merge(ground: Ground) -> None:
    """Set on either registration, it covers the entries of both."""
    plant = planted(ground)
    desk = ground.desk
    ground.sign_in("nurse")
    absorbed = desk.people.undoing(plant.merge).absorbed.id
    desk.people.unmerge(plant.merge)
    other = desk.journal.write(absorbed, replace(WHOLE, history=CANARY)).the("entry")
    desk.people.merge(plant.person, absorbed, "Samma person")
    ground.sign_in("granne")
    assert shown(plant) == set()
    with pytest.raises(EntryBlocked):
        desk.journal.open(other, ASKED)


@given(
    field=st.sampled_from(TEXTS),
    before=st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=30),
    day=st.integers(-3, 3),
    days=st.integers(0, 3),
)
@settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_whatever_is_written_where_and_whenever_the_block_counts(
    local_ground: Callable[[], Ground], field: str, before: str, day: int, days: int
) -> None:
    ground = local_ground()
    ground.nurse()
    desk = ground.desk
    person = ground.person(WOMAN)
    note: Note = replace(WHOLE, **{field: before + CANARY})  # type: ignore[arg-type]
    call = desk.calls.register(NUMBER).the("call")
    entry = desk.journal.write(person, note, call).the("entry")
    since = MORNING + timedelta(days=day)
    until = since + timedelta(days=days)
    desk.blocks.set(person, BlockKind.INNER, CARE_UNIT, valid_from=since, valid_until=until)
    contact = desk.journal.open(entry, ASKED).entry.contact_at
    sat_down(ground, "granne", NEAR)
    seen = shown(Planted(ground, person, person, call, entry, entry))
    if since <= contact <= until:
        assert seen == set()
    else:
        assert {"journal.open", "people.open"} <= seen


@pytest.fixture
def local_ground(tmp_path: Path, empty_file: Path) -> Iterator[Callable[[], Ground]]:
    """A new desk on a file of its own, at every call."""
    engines: list[Engine] = []

    def made() -> Ground:
        path = tmp_path / f"{len(engines)}.db"
        shutil.copy(empty_file, path)
        engines.append(open_local(path, KEY))
        clock = Clock()
        return Ground(desk_on(engines[-1], clock), clock, engines[-1])

    yield made
    for engine in engines:
        engine.dispose()
