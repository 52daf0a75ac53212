"""The page in every look: nothing is cut, nothing is nameless, nothing is colour alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from kundcenter.domain.lines import QueueLoad
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.incidents import IncidentKind
from kundcenter.domain.supervision.presences import PresenceKind
from tests.ground import PASSWORD
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.supervision.leading_desk import (
    call,
    lead,
    live_of,
    mine_of,
    sit,
    tell_loads,
)
from tests.ui.workstation.test_keys import SILENT
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.test_stretch import cut, doubled
from ui.theme.look import Look
from ui.theme.themes import ThemeName
from ui.theme.wear import wear

__all__ = ["doubled"]
LOOKS = {
    "light": (Look(), (1280, 800)),
    "dark": (Look(theme=ThemeName.DARK), (1440, 940)),
    "contrast": (Look(theme=ThemeName.CONTRAST), (1280, 800)),
    "large": (Look(size=150), (1280, 800)),
}
OPENED = ("Ctrl+Shift+F6", "Ctrl+Shift+F10", "Alt+R")  # the dialogs of the page


def full_day(seat: Seat) -> None:
    """Calls, a break, a closed queue and an incident; the supervisor is at the desk."""

    def made() -> None:
        desk = seat.ground.desk
        desk.sessions.sign_in("lead", PASSWORD)
        desk.presences.begin()
        for lasts in (300, 1000, 1000, 1000):
            call(seat.ground, queue="1177", waited=20, lasts=lasts)
            desk.presences.seen()
        desk.presences.begin(PresenceKind.PAUSE, BreakKind.LUNCH)
        seat.ground.clock.pass_time(minutes=10)
        desk.presences.end()
        desk.queue_closures.close("vaxel", "Utrymning av huset, grannregionen svarar i stället")
        desk.incidents.note(IncidentKind.RECORD, "Journalsystemet svarar inte")
        desk.sessions.sign_out()

    lead(seat.ground)
    beside(made)
    sit(seat)
    tell_loads(seat)
    seat.until(lambda: live_of(seat).answered.value == "100,0 %", "the figures")


def nameless(seat: Seat) -> list[str]:
    """What a hand can reach and a screen reader could not name."""
    front = QApplication.activeModalWidget() or seat.window
    found = []
    for part in front.findChildren(QWidget):
        if not part.isVisible() or not part.isEnabled():
            continue
        told = QAccessible.queryAccessibleInterface(part)
        reached = part.focusPolicy().value & 1
        if reached and told.role() not in SILENT and not told.text(QAccessible.Text.Name):
            found.append(type(part).__name__)
    return found


def test_nothing_is_cut_in_any_look_and_all_has_a_name(seat: Seat, qapp: QApplication) -> None:
    full_day(seat)
    for name, (look, size) in LOOKS.items():
        wear(qapp, look)
        seat.window.resize(*size)
        for tab in (f"Alt+{number}" for number in range(1, 8)):
            seat.press(tab)
            seat.settle()
            seat.until(lambda: not cut(seat), f"nothing cut: {name} {tab} {cut(seat)}")
            assert nameless(seat) == []
            picture(seat, f"supervision-{name}-{tab[-1]}")
        seat.press("Alt+1")
        for keys in OPENED:
            seat.press(keys)
            seat.settle()
            assert QApplication.activeModalWidget() is not None, keys
            seat.until(lambda: not cut(seat), f"nothing cut: {name} {keys} {cut(seat)}")
            assert nameless(seat) == []
            picture(seat, f"supervision-{name}-{keys.replace('+', '-')}")
            seat.press("Esc")
            seat.settle()


@pytest.mark.usefixtures("doubled")
def test_words_twice_as_long_fit(seat: Seat) -> None:
    seat.window.resize(1280, 800)
    lead(seat.ground)
    seat.write("lead")
    seat.press("Tab")
    seat.write(PASSWORD)
    seat.press("Return")
    seat.see_no_more("Logga in Logga in")
    seat.settle()
    seat.press("Ctrl+F11")
    tell_loads(seat)
    for tab in ("Alt+1", "Alt+2"):
        seat.press(tab)
        seat.settle()
        seat.until(lambda: not cut(seat), f"nothing cut: {tab} {cut(seat)}")
    seat.press("Alt+1")
    for keys in OPENED:
        seat.press(keys)
        seat.settle()
        seat.until(lambda: not cut(seat), f"nothing cut: {keys} {cut(seat)}")
        seat.press("Esc")
        seat.settle()


def test_every_mark_has_a_word_and_a_shape(seat: Seat) -> None:
    full_day(seat)
    tell_loads(
        seat,
        QueueLoad("1177", 1, timedelta(minutes=20), 0, 2),
        QueueLoad("service", 1, timedelta(), 0, 0),
        QueueLoad("a", 0, timedelta(), 1, 1),
    )
    view = live_of(seat)
    queue_badge, switch_badge = view.queues.columns[4].badge, view.switches.columns[0].badge
    assert queue_badge is not None
    assert switch_badge is not None
    marks = [
        *(queue_badge(queue) for queue in view.queues.records),
        *(switch_badge(row) for row in view.switches.records),
    ]
    assert len(marks) >= 6
    assert all(mark is not None and mark.text and mark.icon for mark in marks)
    told = {(mark.text, mark.icon) for mark in marks if mark is not None}
    assert {("För lång", "warning"), ("I tid", "check-circle"), ("Stängd", "lock")} <= told
    mine = mine_of(seat)
    seat.until(lambda: mine.seen is not None, "one's own shift")
    assert mine.share.words.count(",") >= 2  # the share, what it is of, and where it stands
    assert mine.share_bar.accessibleDescription()
