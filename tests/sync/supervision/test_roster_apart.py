"""A roster that two who lead change at desks that do not hear of each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kundcenter.domain.access import Role
from kundcenter.domain.calendar import day_bounds
from kundcenter.domain.supervision.roster_terms import PATTERNS
from kundcenter.domain.supervision.work_turns import TurnPlan, WorkTurn, planned
from tests.postgres import PostgresServer
from tests.sync.case_ground import Office, an_office
from tests.sync.ground import Side

ORDERS = pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)
FALL_BACK = date(2026, 10, 24)  # the night that begins then has eleven hours
START, END = day_bounds(FALL_BACK)[0], day_bounds(FALL_BACK + timedelta(days=6))[1]


@pytest.fixture
def two(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Office]:
    with an_office(postgres_server, tmp_path, 2) as office:
        yield office


def night(office: Office, who: str = "anna", days: int = 0, at: int = 2) -> TurnPlan:
    day = FALL_BACK + timedelta(days=days)
    return planned(PATTERNS[at], day, office.ids[who], Role.NURSE)


def turns(side: Side) -> tuple[WorkTurn, ...]:
    return side.desk.roster.between(START, END)


@ORDERS
def test_of_two_versions_of_a_turn_one_stands_and_the_night_keeps_its_length(
    two: Office, order: tuple[int, int]
) -> None:
    id = two.one.desk.roster.put(None, night(two)).the("work_turn")
    two.agree()
    two.one.desk.roster.remove(id, upon=1)
    two.other.desk.roster.put(id, replace(night(two), comment="Byter"), upon=1)
    two.agree(order)
    assert two.rejected() == {
        ("roster.put" if order == (0, 1) else "roster.remove"): "work_turn.stale"
    }
    left = turns(two.one)
    assert left == turns(two.other)
    assert [each.comment for each in left] == ([] if order == (0, 1) else ["Byter"])
    assert {each.ends_at - each.starts_at for each in left} <= {timedelta(hours=11)}


@ORDERS
def test_a_whole_roster_and_a_turn_beside_it_come_to_one_roster(
    two: Office, order: tuple[int, int]
) -> None:
    """What one desk did not know of, the centre does: the whole is whole of what came before it."""
    two.one.desk.roster.import_((night(two), night(two, "bo")))
    two.agree()
    two.one.desk.roster.import_((night(two, days=1),), start=START, end=END)
    own = two.other.desk.roster.put(None, night(two, "bo", days=2)).the("work_turn")
    two.agree(order)
    assert two.rejected() == {}
    left = turns(two.one)
    assert left == turns(two.other)
    days = [each.day - FALL_BACK for each in left]
    # The turn stands if it came after the whole roster; before it, it was not among its turns.
    assert days == [timedelta(days=1), *([timedelta(days=2)] if order == (0, 1) else [])]
    assert (own in {each.id for each in left}) == (order == (0, 1))


@ORDERS
def test_two_files_that_have_the_same_turn_make_two_versions_of_it(
    two: Office, order: tuple[int, int]
) -> None:
    file = (night(two), night(two, "bo"))
    longer = replace(file[0], ends_at=file[0].ends_at + timedelta(hours=1))
    two.one.desk.roster.import_(file)
    two.other.desk.roster.import_((longer, night(two, days=2, at=0)))
    two.agree(order)
    left = turns(two.one)
    assert left == turns(two.other)
    assert two.rejected() == {}
    (first,) = [
        each
        for each in left
        if each.plan.starts_at == file[0].starts_at and each.operator_id == two.ids["anna"]
    ]
    assert first.number == 2  # the second file's is the next version of the first's
    assert first.plan == (longer if order == (0, 1) else file[0])
    assert len(left) == 3


@ORDERS
def test_nobody_works_twice_at_a_time_though_no_desk_knew_of_both(
    two: Office, order: tuple[int, int]
) -> None:
    early = replace(night(two), starts_at=night(two).starts_at - timedelta(hours=2))
    two.one.desk.roster.import_((night(two), night(two, "bo")))
    two.other.desk.roster.import_((early, night(two, "bo", days=3)))
    two.agree(order)
    assert two.rejected() == {"roster.import_": "work_turn.taken"}
    left = turns(two.one)
    assert left == turns(two.other)
    # All of a file or nothing: also at the centre.
    whose = {(each.operator_id, each.day) for each in left}
    first, second = two.ids["anna"], two.ids["bo"]
    other = FALL_BACK if order == (0, 1) else FALL_BACK + timedelta(days=3)
    assert whose == {(first, FALL_BACK), (second, other)}
