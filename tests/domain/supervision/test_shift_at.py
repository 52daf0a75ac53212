"""Which shift is meant at a moment, and on a day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from kundcenter.domain.access import Role
from kundcenter.domain.calendar import DayClass, at_clock
from kundcenter.domain.supervision.periods import PeriodKind
from kundcenter.domain.supervision.roster_terms import PATTERNS, Pattern
from kundcenter.domain.supervision.shift_at import first_on, shift_at, shift_on
from kundcenter.domain.supervision.work_turns import WorkTurn

MONDAY = date(2026, 11, 2)
SUNDAY = date(2026, 11, 1)


def at(clock: str, day: date = MONDAY) -> datetime:
    return at_clock(day, time.fromisoformat(clock))


@pytest.mark.parametrize(
    ("clock", "name"),
    [
        ("06:59", "Natt"),
        ("07:00", "Natt"),  # it is just being handed over
        ("07:29", "Natt"),
        ("07:30", "Dag"),
        ("15:00", "Dag"),  # of two the one that began first
        ("16:30", "Kväll"),
        ("22:29", "Kväll"),
        ("22:30", "Natt"),
        ("23:59", "Natt"),
    ],
)
def test_the_one_that_began_first_and_for_half_an_hour_the_one_that_ended(
    clock: str, name: str
) -> None:
    found = shift_at(PATTERNS, at(clock))
    assert found is not None
    pattern, span = found
    assert (pattern.name, span.name, span.kind) == (name, name, PeriodKind.SHIFT)
    assert span.start <= at(clock) < span.end + timedelta(minutes=30)


def test_a_night_when_clocks_are_moved_has_its_real_hours() -> None:
    night = PATTERNS[2]
    assert [shift_on(night, day).hours for day in (date(2026, 10, 24), date(2026, 3, 28))] == [
        11,
        9,
    ]
    again = at_clock(date(2026, 10, 25), time(2, 30)) + timedelta(hours=1)  # 02:30 the second time
    found = shift_at(PATTERNS, again)
    assert found is not None and found[1] == shift_on(night, date(2026, 10, 24))


def test_only_what_is_worked_that_day_and_is_in_use() -> None:
    week = Pattern("V", "Vardag", time(8), time(17), days=(DayClass.VARDAG,))
    ended = Pattern("X", "Förr", time(6), time(18), ended=True)
    assert shift_at((week, ended), at("12:00", SUNDAY)) is None
    assert shift_at((week, ended), at("12:00")) == (week, shift_on(week, MONDAY))
    assert shift_at((), at("12:00")) is None
    assert first_on((week, ended), SUNDAY) is None


def test_the_first_of_a_day() -> None:
    found = first_on(PATTERNS, MONDAY)
    assert found is not None and found[0].name == "Dag" and found[1].start == at("07:00")


NIGHT, BOARD = PATTERNS[2], Pattern("VN", "Växel natt", time(20, 45), time(7, 15))


def turn(pattern: Pattern, role: Role, who: int = 1) -> WorkTurn:
    start, end = pattern.bounds(MONDAY)
    return WorkTurn(UUID(int=who), UUID(int=who), role, pattern.code, start, end)


@pytest.mark.parametrize(
    ("role", "name"),
    [
        (Role.SUPERVISOR_NURSE, "Natt"),
        (Role.MEDICAL_LEAD, "Natt"),
        (Role.NURSE, "Natt"),
        (Role.SUPERVISOR_SWITCHBOARD, "Växel natt"),
        (Role.SWITCHBOARD, "Växel natt"),
        (Role.SERVICE_DESK, "Natt"),  # of nobody's kind: that of most
    ],
)
def test_of_shifts_beside_each_other_that_of_ones_own_kind_is_meant(role: Role, name: str) -> None:
    turns = (
        turn(BOARD, Role.SWITCHBOARD),
        turn(NIGHT, Role.NURSE, 2),
        turn(NIGHT, Role.NURSE, 3),
    )
    found = shift_at((BOARD, NIGHT), at("23:00"), turns, {role})
    assert found is not None and found[0].name == name
    first = first_on((BOARD, NIGHT), MONDAY, turns, {role})
    assert first is not None and first[0].name == name


def test_where_nobody_has_a_turn_the_one_that_began_first_is_meant() -> None:
    for roles in ((), {Role.NURSE}):
        found = shift_at((NIGHT, BOARD), at("23:00"), (), roles)
        assert found is not None and found[0] is BOARD


def test_the_shift_of_ones_kind_is_handed_over_though_the_next_has_more_turns() -> None:
    day, evening = PATTERNS[0], PATTERNS[1]
    end = day.bounds(MONDAY)[1]
    turns = (
        turn(day, Role.NURSE),
        *(turn(evening, Role.NURSE, n) for n in range(2, 6)),
    )
    found = shift_at((day, evening), end + timedelta(minutes=10), turns, {Role.SUPERVISOR_NURSE})
    assert found is not None and found[0] is day
