"""The roster: who is on call, in which order, and what becomes of a turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.on_call import (
    IMPORT_LIMIT,
    DutiesTooMany,
    DutyNotFound,
    DutyStale,
    DutyTaken,
    Turn,
    TurnInvalid,
    ranked,
)
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.units import UnitNotFound
from tests.ground import MORNING, NUMBER, Ground

TURN = Turn(
    "Psykiatrijour", None, MORNING - timedelta(hours=1), MORNING + timedelta(hours=7), 1, NUMBER
)


def lead(ground: Ground) -> None:
    ground.begin()
    ground.operator("leader", Role.SUPERVISOR_SWITCHBOARD)
    ground.operator("nurse", Role.NURSE)
    ground.sign_in("leader")


def put(ground: Ground, turn: Turn) -> UUID:
    return ground.desk.on_call.put(None, turn).the("duty")


def test_who_is_on_call_now_comes_in_order_with_the_deputies_last(ground: Ground) -> None:
    lead(ground)
    deputy = put(ground, replace(TURN, deputy=True))
    second = put(ground, replace(TURN, place=2))
    first = put(ground, TURN)
    other = put(ground, replace(TURN, function="Barnjour"))
    put(ground, replace(TURN, starts_at=TURN.ends_at, ends_at=TURN.ends_at + timedelta(hours=8)))
    ground.sign_in("nurse")
    duties = ground.desk.on_call.now()
    told = [(function, [d.id for d in turns]) for function, turns in ranked(duties, MORNING)]
    assert told == [("Barnjour", [other]), ("Psykiatrijour", [first, second, deputy])]


def test_the_end_of_a_turn_is_the_beginning_of_the_next(ground: Ground) -> None:
    lead(ground)
    put(ground, TURN)
    next_ = put(
        ground, replace(TURN, starts_at=TURN.ends_at, ends_at=TURN.ends_at + timedelta(hours=8))
    )
    ground.clock.at = TURN.ends_at - timedelta(milliseconds=1)  # the next look is at the end
    assert [duty.id for duty in ground.desk.on_call.now()] == [next_]
    two = ground.desk.on_call.between(TURN.starts_at, TURN.ends_at + timedelta(seconds=1))
    assert len(two) == 2
    assert len(ground.desk.on_call.between(TURN.starts_at, TURN.ends_at)) == 1


def test_a_turn_is_changed_upon_its_latest_version(ground: Ground) -> None:
    lead(ground)
    id = put(ground, TURN)
    on_call = ground.desk.on_call
    on_call.put(id, replace(TURN, phone=" 1177", name=" Test  Jour"), upon=1)
    (duty,) = on_call.now()
    assert (duty.id, duty.phone, duty.name, duty.number) == (id, "1177", "Test Jour", 2)
    stale = {"id": id, "number": 2}
    assert ground.refuses(DutyStale, on_call.put, id, TURN, upon=1) == stale
    assert ground.refuses(DutyStale, on_call.remove, id, upon=1) == stale
    ground.refuses(DutyStale, on_call.put, None, TURN, upon=1)
    ground.refuses(DutyNotFound, on_call.put, uuid4(), TURN, upon=1)


def test_a_removed_turn_is_off_the_roster(ground: Ground) -> None:
    lead(ground)
    id = put(ground, TURN)
    on_call = ground.desk.on_call
    on_call.remove(id, upon=1)
    assert on_call.now() == ()
    ground.refuses(DutyNotFound, on_call.put, id, TURN, upon=2)
    ground.refuses(DutyNotFound, on_call.remove, id, upon=2)
    put(ground, TURN)


def test_two_are_not_rung_at_the_same_place_at_the_same_time(ground: Ground) -> None:
    lead(ground)
    id = put(ground, TURN)
    on_call = ground.desk.on_call
    over = replace(
        TURN, function="psykiatriJOUR", starts_at=MORNING, ends_at=MORNING + timedelta(1)
    )
    assert ground.refuses(DutyTaken, on_call.put, None, over) == {"id": id}
    assert ground.refuses(DutyTaken, on_call.import_, (over,)) == {"id": id, "row": 1}
    other = put(ground, replace(over, place=2))
    ground.refuses(DutyTaken, on_call.put, other, over, upon=1)
    on_call.put(id, replace(TURN, starts_at=MORNING), upon=1)


def test_a_turn_is_refused_with_what_is_wrong(ground: Ground) -> None:
    lead(ground)
    put_ = ground.desk.on_call.put
    for turn, field in (
        (replace(TURN, function=" "), "function"),
        (replace(TURN, phone="nummer"), "phone"),
        (replace(TURN, phone=""), "phone"),
        (replace(TURN, place=0), "place"),
        (replace(TURN, place=100), "place"),
        (replace(TURN, ends_at=TURN.starts_at), "ends_at"),
        (replace(TURN, ends_at=TURN.starts_at + timedelta(days=367)), "ends_at"),
        (replace(TURN, starts_at=datetime(2026, 11, 21)), "starts_at"),  # noqa: DTZ001
    ):
        assert ground.refuses(TurnInvalid, put_, None, turn)["field"] == field
    ground.refuses(TextInvalid, put_, None, replace(TURN, name="x" * 301))
    ground.refuses(UnitNotFound, put_, None, replace(TURN, unit_id=uuid4()))
    between = ground.desk.on_call.between
    ground.refuses(TurnInvalid, between, MORNING, MORNING)
    ground.refuses(TurnInvalid, between, MORNING, MORNING + timedelta(days=367))


def test_a_roster_comes_in_whole_or_not_at_all_and_twice_is_once(ground: Ground) -> None:
    lead(ground)
    on_call = ground.desk.on_call
    there = put(ground, TURN)
    rows = (replace(TURN, name="Ny"), replace(TURN, place=2))
    broken = (*rows, replace(TURN, place=0))
    assert ground.refuses(TurnInvalid, on_call.import_, broken)["row"] == 3
    crossed = (*rows, replace(TURN, place=2, ends_at=TURN.ends_at + timedelta(hours=1)))
    assert ground.refuses(DutyTaken, on_call.import_, crossed)["row"] == 3
    many = tuple(replace(TURN, place=1 + n % 99) for n in range(IMPORT_LIMIT + 1))
    ground.refuses(DutiesTooMany, on_call.import_, many)
    assert len(on_call.now()) == 1
    on_call.import_(rows)
    assert {(duty.place, duty.name, duty.number) for duty in on_call.now()} == {
        (1, "Ny", 2),
        (2, "", 1),
    }
    assert there in {duty.id for duty in on_call.now()}
    assert not on_call.import_(rows)


def test_a_nurse_reads_the_roster_and_changes_nothing(ground: Ground) -> None:
    lead(ground)
    id = put(ground, TURN)
    ground.sign_in("nurse")
    on_call = ground.desk.on_call
    assert [duty.id for duty in on_call.now()] == [id]
    ground.refuses(NotPermitted, on_call.put, None, TURN)
    ground.refuses(NotPermitted, on_call.remove, id, upon=1)
    ground.refuses(NotPermitted, on_call.import_, (TURN,))
