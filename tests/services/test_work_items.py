"""What the centre hands back: seen by whom it concerns, resolved once, by saying how."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kundcenter.domain.access import DeskLocked, NotPermitted, Role
from kundcenter.domain.work_items import (
    ItemKind,
    ResolutionNeeded,
    WorkItemNotFound,
    WorkItemResolved,
)
from kundcenter.start.desk import new_id
from tests.ground import Ground, rows


@pytest.fixture
def shift(ground: Ground) -> Ground:
    """Two nurses and their supervisor; Anna has the seat."""
    ground.begin()
    ground.people["anna"] = ground.operator("anna", Role.NURSE)
    ground.people["bo"] = ground.operator("bo", Role.NURSE)
    ground.people["leader"] = ground.operator("leader", Role.SUPERVISOR_NURSE)
    ground.sign_in("anna")
    return ground


def test_one_sees_ones_own_and_those_who_lead_see_everybodys(shift: Ground) -> None:
    mine, bos = (shift.hand_back(shift.people[name]) for name in ("anna", "bo"))
    waiting = shift.desk.work_items.waiting
    assert [item.id for item in waiting()] == [mine]
    shift.sign_in("leader")
    assert {item.id for item in waiting()} == {mine, bos}


def test_the_first_due_stands_first(shift: Ground) -> None:
    late = shift.hand_back(shift.people["anna"], due_at=shift.clock.at + timedelta(hours=2))
    soon = shift.hand_back(shift.people["anna"], kind=ItemKind.QUARANTINED)
    assert [item.id for item in shift.desk.work_items.waiting()] == [soon, late]


def test_it_is_resolved_by_saying_how_and_waits_no_more(shift: Ground) -> None:
    item = shift.hand_back(shift.people["anna"])
    changes = shift.desk.work_items.resolve(item, "  Anna har  samtalet kvar ")
    assert changes.of("work_item") == (item,)
    assert shift.desk.work_items.waiting() == ()
    (row,) = rows(shift.engine)["work_items"]
    assert row["resolution"] == "Anna har samtalet kvar"
    assert row["resolved_by"] == shift.people["anna"]
    assert row["resolved_at"] == shift.operations()[-1].given.now


@pytest.mark.parametrize("how", ["", " ", "\n\t"])
def test_nobody_can_wave_it_away(shift: Ground, how: str) -> None:
    item = shift.hand_back(shift.people["anna"])
    shift.refuses(ResolutionNeeded, shift.desk.work_items.resolve, item, how)
    assert len(shift.desk.work_items.waiting()) == 1


def test_it_is_resolved_once(shift: Ground) -> None:
    item = shift.hand_back(shift.people["anna"])
    shift.desk.work_items.resolve(item, "Klart")
    facts = shift.refuses(WorkItemResolved, shift.desk.work_items.resolve, item, "Igen")
    assert facts == {"id": item}
    (row,) = rows(shift.engine)["work_items"]
    assert row["resolution"] == "Klart"


def test_anothers_is_resolved_by_those_who_lead_alone(shift: Ground) -> None:
    item = shift.hand_back(shift.people["bo"])
    shift.refuses(NotPermitted, shift.desk.work_items.resolve, item, "Klart")
    shift.sign_in("leader")
    shift.desk.work_items.resolve(item, "Talade med Bo")
    assert shift.desk.work_items.waiting() == ()


def test_one_that_is_not_there_is_told_and_behind_the_lock_nothing_is(shift: Ground) -> None:
    nothing = new_id()
    assert shift.refuses(WorkItemNotFound, shift.desk.work_items.resolve, nothing, "Klart") == {
        "id": nothing
    }
    item = shift.hand_back(shift.people["anna"])
    shift.desk.sessions.lock()
    shift.refuses(DeskLocked, shift.desk.work_items.resolve, item, "Klart")
    with pytest.raises(DeskLocked):
        shift.desk.work_items.waiting()
