"""Which shifts one can look back at: turns, and days at the desk that nobody planned."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.supervision.own_spans import BACK, own_spans
from kundcenter.domain.supervision.periods import PeriodKind
from kundcenter.domain.supervision.presences import Presence, PresenceKind
from kundcenter.domain.supervision.work_turns import WorkTurn
from tests.domain.supervision.test_own_shift import ME, OTHER, START

HOUR = timedelta(hours=1)
NOW = START + 100 * HOUR


def turn(start: float, lasts: float = 8, *, by: UUID = ME, gone: bool = False) -> WorkTurn:
    starts = NOW - start * HOUR
    return WorkTurn(
        UUID(int=round(start) + by.int * 1000),
        by,
        Role.NURSE,
        "DAG",
        starts,
        starts + lasts * HOUR,
        removed_at=NOW if gone else None,
    )


def here(start: float, lasts: float, *, by: UUID = ME, open_: bool = False) -> Presence:
    starts = NOW - start * HOUR
    ends = starts + lasts * HOUR
    kind = PresenceKind.SIGNED_IN
    id = UUID(int=round(start * 100) + by.int)
    return Presence(id, by, UUID(int=9), kind, None, starts, ends, None if open_ else ends)


def found(turns: list[WorkTurn], presences: list[Presence]) -> list[tuple[str, float, float]]:
    """Each one's kind, and its ends in hours before now."""
    return [
        (each.kind.name, (NOW - each.start) / HOUR, (NOW - each.end) / HOUR)
        for each in own_spans(turns, presences, ME, NOW)
    ]


def test_turns_and_days_without_one_stand_newest_first() -> None:
    turns = [turn(32), turn(80), turn(4), turn(56, by=OTHER), turn(60, gone=True)]
    days = [here(32.2, 8.5), here(58, 3), here(54, 2), here(20, 2, by=OTHER), here(4, 3.9)]
    assert found(turns, days) == [
        (PeriodKind.SHIFT.name, 32, 24),
        (PeriodKind.OWN.name, 58, 52),  # gone for an hour, and back
        (PeriodKind.SHIFT.name, 80, 72),
    ]


def test_what_goes_on_is_not_before_and_what_is_long_ago_neither() -> None:
    assert found([turn(7.9)], [here(6, 6, open_=True)]) == []
    assert found([], [here(6, 2)]) == []  # they may come back to it
    assert found([], [here(8, 2.9)]) == [(PeriodKind.OWN.name, 8, 5.1)]
    long_ago = BACK / HOUR + 1
    assert found([turn(long_ago)], [here(long_ago, 8)]) == []


def test_a_day_that_a_killed_desk_left_open_ends_at_its_last_sign() -> None:
    assert found([], [here(40, 6, open_=True)]) == [(PeriodKind.OWN.name, 40, 34)]
