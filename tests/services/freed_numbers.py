"""The numbers, times and spans of booked times and waiting lists, for the tests of odd ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from kundcenter.domain.capacity import CapacityInvalid
from kundcenter.domain.freed_times import WaitDraft, WaitInvalid
from kundcenter.domain.unit_cards import Details
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from kundcenter.domain.visit_times import NewTime
from kundcenter.errors import KundcenterError
from tests.ground import CHILD, MORNING, NUMBER, Ground

DAYS: set[str] = set()
DRAFT = ("earliest", "latest", "guaranteed_by")
TIMES = {
    *(f"timeslots.add.times.{name}" for name in ("starts_at", "ends_at", "cutoff_at")),
    *(f"timeslots.{look}.{name}" for look in ("free", "of_unit") for name in ("start", "end")),
    *(f"wait_list.{verb}.draft.{name}" for verb in ("add", "change") for name in DRAFT),
}
SPANS = {f"wait_list.{verb}.draft.notice" for verb in ("add", "change")}


def clinic_unit(ground: Ground) -> UUID:
    """A unit, saved by somebody who leads and is no administrator."""
    wording = UnitWording("SE0000000001-FRITT", "Fritt Test", UnitKind.PRIMARY_CARE)
    return ground.desk.units.save(None, wording, Details()).the("unit")


def freed_numbers(
    ground: Ground,
) -> dict[str, tuple[type[KundcenterError], Callable[[Any], object]]]:
    """Every number that is refused unless it is right, with how it is refused."""
    desk = ground.desk
    unit = clinic_unit(ground)
    person = ground.person(CHILD)
    time = NewTime(unit, "NYBESOK", MORNING, MORNING + timedelta(hours=1))
    slot = desk.timeslots.add((time,)).the("timeslot")
    wait = desk.wait_list.add(WaitDraft(person, unit, "NYBESOK", NUMBER)).the("wait")

    def draft(day: int) -> WaitDraft:
        return WaitDraft(person, unit, "NYBESOK", NUMBER, weekdays=frozenset({1, day}))

    def added(seats: int) -> object:
        many = NewTime(unit, "NYBESOK", MORNING, MORNING + timedelta(hours=1), seats or -1)
        return desk.timeslots.add((many,))

    return {
        "timeslots.add.times.capacity": (CapacityInvalid, added),
        "timeslots.resize.capacity": (
            CapacityInvalid,
            lambda n: desk.timeslots.resize(slot, n or -1),
        ),
        "wait_list.set_priority.priority": (
            WaitInvalid,
            lambda n: desk.wait_list.set_priority(wait, n or -1),
        ),
        "wait_list.add.draft.weekdays": (WaitInvalid, lambda n: desk.wait_list.add(draft(n))),
        "wait_list.change.draft.weekdays": (
            WaitInvalid,
            lambda n: desk.wait_list.change(wait, draft(n)),
        ),
    }
