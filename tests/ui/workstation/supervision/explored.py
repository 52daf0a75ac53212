"""A desk with calls and notes of some hours and days to look around in."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.journal import Note
from tests.ground import CHILD, PASSWORD, WHOLE, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.supervision.leading_desk import call, page_of, sit
from tests.ui.workstation.test_people import beside
from ui.panels.supervision.explore import ExploreView
from ui.panels.supervision.quality import QualityView

OTHER_REASON = replace(WHOLE, reason="ANDNING", outcome="VC", urgency="U5")


def work_hours(ground: Ground, hours: int = 6, *, days: int = 1) -> None:
    """A nurse takes calls in two queues, and writes of some; then leaves."""

    def work() -> None:
        ground.desk.sessions.sign_in("nurse", PASSWORD)
        person = ground.person(CHILD)
        for _ in range(days):
            for hour in range(hours):
                for n in range(1 + hour % 3):
                    id = call(ground, queue="1177", waited=20 + 40 * n, lasts=180, wrap=60)
                    _note(ground, person, WHOLE if n else OTHER_REASON, id)
                call(ground, queue="vaxel", waited=5, lasts=40)
                ground.clock.pass_time(minutes=40)
            ground.clock.pass_time(hours=24 - hours)
        ground.desk.sessions.sign_out()

    beside(work)


def _note(ground: Ground, person: UUID, note: Note, call_id: UUID) -> None:
    unit = ground.desk.units.all()[0].id
    ground.desk.journal.write(person, replace(note, unit_id=unit), call_id)


def lead_there(ground: Ground, *roles: Role) -> UUID:
    """Who leads the nurses; they sit nowhere yet."""

    def made() -> UUID:
        ground.desk.sessions.sign_in("admin", PASSWORD)
        id = ground.operator("lead", *(roles or (Role.SUPERVISOR_NURSE,)), position="Ledare")
        ground.desk.sessions.sign_out()
        return id

    return beside(made)


def explore_of(seat: Seat, name: str = "lead") -> ExploreView:
    """The statistics, in sight."""
    sit(seat, name, tab="Alt+4")
    view = page_of(seat).view
    assert isinstance(view, ExploreView), page_of(seat).offered
    return view


def quality_of(seat: Seat, name: str = "lead") -> QualityView:
    """The quality page, in sight."""
    sit(seat, name, tab="Alt+5")
    view = page_of(seat).view
    assert isinstance(view, QualityView), page_of(seat).offered
    return view
