"""A desk with a roster: two nurses with turns, and whoever leads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from kundcenter.domain.access import Role
from kundcenter.domain.calendar import day_bounds
from kundcenter.domain.supervision.roster_terms import PATTERNS
from kundcenter.domain.supervision.work_turns import WorkTurn, planned
from kundcenter.start.desk import Desk
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import beside
from ui.panels.supervision.roster import RosterView
from ui.panels.supervision.roster_grid import RosterGrid
from ui.theme.fonts import load_fonts

Sit = Callable[..., Seat]
People = dict[str, UUID]
MONDAY = date(2026, 11, 16)  # of the week in which the tests' morning lies
TODAY = date(2026, 11, 21)
ROSTER = "Alt+6"


def furnish_roster(ground: Ground) -> People:
    """The ids of those who are on the roster, by user name."""

    def made() -> People:
        desk = ground.desk
        desk.sessions.sign_in("admin", PASSWORD)
        ground.operator("leader", Role.SUPERVISOR_NURSE, Role.NURSE)
        ground.operator("other", Role.NURSE)
        people = {each.user_name: each.id for each in desk.operators.all()}
        ground.sign_in("leader")
        day, evening, night = PATTERNS
        for who, pattern, at in (
            ("nurse", day, 0),
            ("other", day, 0),
            ("other", evening, 2),
            ("nurse", night, 2),
            ("nurse", day, 5),
        ):
            on = MONDAY + timedelta(days=at)
            desk.roster.put(None, planned(pattern, on, people[who], Role.NURSE))
        desk.sessions.sign_out()
        return people

    return beside(made)


def seats_at(ground: Ground, folder: Path) -> Iterator[Sit]:
    """Who sits down speaks Swedish, whatever the machine does, and looks at the roster."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    load_fonts()
    seats: list[Seat] = []

    def seated(name: str = "leader") -> Seat:
        seats.append(Seat(ground, folder))
        seats[-1].sign_in(name)
        seats[-1].settle()
        seats[-1].press("Ctrl+F11")
        seats[-1].press(ROSTER)
        seats[-1].settle()
        return seats[-1]

    yield seated
    for seat in seats:
        seat.leave()
    QLocale.setDefault(before)


def app() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def view_of(seat: Seat) -> RosterView:
    page = seat.workstation.pages.supervision
    assert isinstance(page.view, RosterView)
    return page.view


def grid_of(seat: Seat) -> RosterGrid:
    return view_of(seat).grid


def turns_of(desk: Desk, first: date = MONDAY, days: int = 7) -> tuple[WorkTurn, ...]:
    start, end = day_bounds(first)[0], day_bounds(first + timedelta(days=days - 1))[1]
    return desk.roster.between(start, end)
