"""Shifts in which the clock does what clocks do: nights of change, leap days, steps back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from db import access_log
from db.operations import noted_heads
from kundcenter.domain.access import Role
from kundcenter.domain.access_log import faults
from kundcenter.domain.blocks import BlockKind, EntryBlocked, LiftGround
from kundcenter.domain.lines import EndReason
from kundcenter.services.calls import Ring
from tests.ground import ASKED, CARE_UNIT, DEVICE, WHOLE, Clock, Ground, desk_on
from tests.services.whole_shift import whole_shift

NIGHTS = {
    "the hour that there is not": datetime(2027, 3, 28, 1, tzinfo=UTC),
    "the hour that comes twice": datetime(2026, 10, 25, 1, tzinfo=UTC),
    "the leap day begins": datetime(2028, 2, 28, 23, tzinfo=UTC),
    "the leap day ends": datetime(2028, 2, 29, 23, tzinfo=UTC),
    "the year ends": datetime(2026, 12, 31, 23, tzinfo=UTC),
    "seconds need 32 bits": datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),
}


def sound(ground: Ground) -> bool:
    with ground.engine.connect() as connection:
        chain = tuple(access_log.chain(connection, DEVICE))
        heads = tuple(noted_heads(connection, DEVICE))
    return bool(chain) and list(faults(chain, heads)) == []


@pytest.mark.parametrize("at", NIGHTS.values(), ids=NIGHTS)
def test_a_whole_shift_is_worked_across_the_moment(ground: Ground, at: datetime) -> None:
    ground.clock.at = at - timedelta(milliseconds=60)
    whole_shift(ground)
    times = [operation.given.now for operation in ground.operations()]
    assert times[0] < at < times[-1]
    assert times == sorted(times)
    assert sound(ground)


@dataclass(slots=True)
class Unsteady(Clock):
    """A clock that is set back by an hour, and forth again, over and over."""

    looks: int = 0

    def __call__(self) -> datetime:
        self.looks += 1
        step = {0: -3_600_000, 4: 3_600_000}.get(self.looks % 9, 1)
        self.at += timedelta(milliseconds=step)
        return self.at


def test_a_whole_shift_is_worked_by_a_clock_that_is_set_back(ground: Ground) -> None:
    clock = Unsteady()
    ground = replace(ground, desk=desk_on(ground.engine, clock), clock=clock)
    whole_shift(ground)
    times = [operation.given.now for operation in ground.operations()]
    assert times != sorted(times)
    assert [operation.n for operation in ground.operations()] == list(range(1, len(times) + 1))
    assert sound(ground)


def test_a_clock_that_is_set_back_gives_no_negative_time_and_keeps_nobody(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    id = calls.ring(Ring("line-1")).the("call")
    ground.clock.pass_time(hours=-1)
    calls.answer(id)
    assert calls.get(id).waited == timedelta()
    calls.end(id, EndReason.CALLER, 120)
    ground.clock.pass_time(hours=-1)
    assert calls.get(id).wrap_up_left(ground.clock.at) == timedelta(seconds=120)
    calls.ready(id)
    assert calls.get(id).wrap_up_left(ground.clock.at) == timedelta()
    person = ground.person()
    entry = ground.desk.journal.write(person, WHOLE, id).the("entry")
    ground.clock.pass_time(days=-1)
    ground.desk.journal.sign(entry, upon=1)
    calls.close(id, "EGENVARD")
    assert not calls.mine()
    assert sound(ground)


def test_what_was_opened_for_two_hours_is_never_open_for_longer_of_a_clock_set_back(
    ground: Ground,
) -> None:
    """A lift counts from when it was made: before that it opens nothing."""
    ground.begin()
    ground.operator("anna", Role.NURSE)
    bo = ground.desk.operators.add(
        "bo", "Test Bo", roles=frozenset({Role.NURSE}), care_unit="SE0000000002-DEMO2"
    )
    ground.desk.operators.give_password(bo.the("operator"), "tolv gröna krukor")
    ground.sign_in("anna")
    person = ground.person()
    entry = ground.desk.journal.write(person, WHOLE).the("entry")
    ground.desk.blocks.set(person, BlockKind.OUTER, CARE_UNIT)
    ground.sign_in("bo")
    ground.desk.blocks.lift(person, (CARE_UNIT,), LiftGround.CONSENT, "Patienten samtycker")
    assert ground.desk.journal.open(entry, ASKED).entry.id == entry
    ground.clock.pass_time(hours=-1)
    with pytest.raises(EntryBlocked):
        ground.desk.journal.open(entry, ASKED)
    ground.clock.pass_time(hours=3, seconds=1)
    with pytest.raises(EntryBlocked):
        ground.desk.journal.open(entry, ASKED)
