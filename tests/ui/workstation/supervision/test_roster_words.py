"""The roster in words: days, turns, marks; also on the nights when clocks are moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QLocale

from kundcenter.domain.access import Role
from kundcenter.domain.supervision.colleagues import Colleague
from kundcenter.domain.supervision.lone_working import lone_working
from kundcenter.domain.supervision.roster_sheets import RosterFault, RosterRowTold
from kundcenter.domain.supervision.roster_terms import PATTERNS
from kundcenter.domain.supervision.stays import Stay
from kundcenter.domain.supervision.work_turns import WorkTurn, planned
from ui.panels.supervision.roster_model import RosterModel
from ui.supervision.roster_cells import (
    all_turns,
    alone_badge,
    counted,
    nobody_badge,
    turn_badge,
)
from ui.supervision.roster_week import Week, monday
from ui.supervision.roster_words import (
    day_head,
    day_notes,
    day_words,
    fault_words,
    hours_words,
    plan_words,
)

ANNA, BO = (UUID(int=n) for n in (1, 2))
FALL_BACK = date(2026, 10, 25)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    yield
    QLocale.setDefault(before)


def turn(at: int, day: date, who: UUID = ANNA, role: Role = Role.NURSE) -> WorkTurn:
    return planned(PATTERNS[at], day, who, role).turn(UUID(int=9))


def test_days_are_told_with_what_is_odd_about_them() -> None:
    assert day_head(FALL_BACK) == "sön 25/10"
    assert day_words(FALL_BACK) == "söndag 25 oktober"
    assert day_notes(FALL_BACK) == "dygnet har 25 timmar"
    assert day_notes(date(2026, 3, 29)) == "dygnet har 23 timmar"
    assert day_notes(date(2026, 12, 24)) == "julafton"
    assert day_notes(date(2026, 11, 23)) == ""
    assert monday(FALL_BACK) == date(2026, 10, 19)
    assert monday(date(2026, 10, 19)) == date(2026, 10, 19)


def test_turns_are_told_whole_and_in_short() -> None:
    night = turn(2, FALL_BACK - timedelta(days=1))
    assert turn_badge(night).text == "N 21–7"
    told = plan_words(night.plan, {"N": "Natt"})
    assert told == "N Natt 21:00–07:00, paus 00:30–01:00, paus 04:00–04:30"
    assert hours_words(night.ends_at - night.starts_at) == "11 h"
    assert hours_words(timedelta(minutes=75)) == "1 h 15 min"
    assert counted({"D": 2, "": 1}) == "D\u00a02 · egna\u00a01"


def test_every_fault_of_a_file_has_words() -> None:
    told = {fault_words(RosterRowTold(3, fault)) for fault in RosterFault}
    assert len(told) == len(RosterFault)
    assert all(words.startswith("Rad 3: ") for words in told)


def test_alone_and_nobody_are_marked_by_shape_and_time() -> None:
    start = datetime(2026, 11, 22, 23, tzinfo=UTC)
    end = start + 24 * HOUR
    one = Stay(ANNA, start, start + 9 * HOUR)
    found = lone_working([one], start, end)
    alone, nobody = alone_badge(found), nobody_badge(found)
    assert alone is not None and (alone.text, alone.icon) == ("9:00", "warning")
    assert nobody is not None and (nobody.text, nobody.icon) == ("15:00", "error")
    two = lone_working([Stay(who, start, end) for who in (ANNA, BO)], start, end)
    assert (alone_badge(two), nobody_badge(two)) == (None, None)
    planned_by_nobody = lone_working([], start, end)
    assert (alone_badge(planned_by_nobody), nobody_badge(planned_by_nobody)) == (None, None)


def test_a_week_has_a_row_for_each_who_works_or_may() -> None:
    people = (
        Colleague(ANNA, "Anna", "anna", (Role.NURSE,)),
        Colleague(BO, "Bo", "bo", (Role.SWITCHBOARD,), left=True),
        Colleague(UUID(int=3), "Cilla", "cilla", ()),  # administers only
        Colleague(UUID(int=4), "Disa", "disa", (Role.SWITCHBOARD,), left=True),
    )
    first = monday(FALL_BACK)
    turns = (
        turn(2, first - timedelta(days=1)),  # lies in the week, and began before it
        turn(2, FALL_BACK - timedelta(days=1)),
        turn(0, FALL_BACK, BO, Role.SWITCHBOARD),
    )
    week = Week(first, turns, people, PATTERNS)
    assert [each.name for each in week.rows()] == ["Anna", "Bo"]
    assert [each.name for each in week.rows(Role.SWITCHBOARD)] == ["Bo"]
    assert [each.name for each in week.rows(Role.NURSE)] == ["Anna"]
    assert set(week.cells()) == {(ANNA, FALL_BACK - timedelta(days=1)), (BO, FALL_BACK)}
    assert week.working_times()[ANNA] == 7 * HOUR + 11 * HOUR  # from midnight, and all of the night
    assert week.count(FALL_BACK) == {"D": 1}
    assert week.count(FALL_BACK, Role.NURSE) == {}
    assert week.alone(FALL_BACK).minutes == 8 * 60  # until seven, two of them twice over
    assert week.alone(first).minutes == 7 * 60


def test_of_two_who_are_called_the_same_the_user_name_is_told() -> None:
    people = [
        Colleague(UUID(int=n), name, f"user{n}", (Role.NURSE,)) for n, name in enumerate("aab")
    ]
    model = RosterModel()
    model._people = tuple(people)
    assert [model._name(each) for each in people] == ["a, user0", "a, user1", "b"]
    model._me = people[1].id
    assert model._name(people[1]) == "a, user1 (du)"


def test_a_day_tells_how_many_work_and_of_what_kind_when_one_stands_on_it() -> None:
    assert all_turns({"D": 3, "D8": 1, "": 2}) == "6"
    assert all_turns({}) == ""
    assert counted({"D": 3, "D8": 1}) == "D\u00a03 · D8\u00a01"
