"""The switchboard's page in every look: nothing is cut, nothing is nameless, rings take no key."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from kundcenter.domain.lines import Consulting, PhoneState, QueueLoad
from tests.ui.workstation.dispatching import (
    furnish_board,
    sit_at_switchboard,
    take,
    tell_lines,
    tell_queues,
    write_name,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_keys import SILENT
from tests.ui.workstation.test_people import picture
from tests.ui.workstation.test_stretch import cut
from tests.ui.workstation.test_typing_safe_ring import KEYS, LETTERS, RINGS, type_through_rings
from ui.keys import keys
from ui.panels.switchboard.dispatch import DispatchPage
from ui.theme.look import Look
from ui.theme.themes import ThemeName
from ui.theme.wear import wear

LOOKS = {
    "light": (Look(), (1280, 800)),
    "dark": (Look(theme=ThemeName.DARK), (1440, 940)),
    "contrast": (Look(theme=ThemeName.CONTRAST), (1280, 800)),
    "large": (Look(size=150), (1280, 800)),
    "wide": (Look(), (1440, 940)),
}


def loads() -> tuple[QueueLoad, ...]:
    return (
        QueueLoad("1177", 4, timedelta(minutes=7), 0, 12),
        QueueLoad("service", 0, timedelta(), 2, 3),
        QueueLoad("vaxel", 1, timedelta(seconds=20), 0, 0),
    )


@pytest.mark.parametrize("name", LOOKS)
def test_nothing_is_cut(seat: Seat, qapp: QApplication, name: str) -> None:
    look, size = LOOKS[name]
    furnish_board(seat.ground)
    sit_at_switchboard(seat)
    wear(qapp, look)
    seat.window.resize(*size)
    tell_queues(seat, *loads())
    seat.see("4 väntar", "Servicedisken", "2 av 3 lediga", "Ingen inloggad")
    seat.until(lambda: not cut(seat), f"nothing cut: {cut(seat)}")
    picture(seat, f"dispatch-{name}-queues")
    line_call = take(seat)
    write_name(seat, "test")
    tell_lines(seat, x3102=PhoneState.BUSY, x3101=PhoneState.FREE, x3103=PhoneState.RINGING)
    seat.see("Upptagen", "Möte, åter 10:00")
    seat.press("Return")
    seat.let_pass(150)
    seat.until(lambda: not cut(seat), f"nothing cut: {cut(seat)}")
    picture(seat, f"dispatch-{name}")
    seat.press("Down", "Shift+Return", "Shift+Return")
    seat.line.tell(Consulting(line_call, answered=True))
    seat.see("Du talar med", "Inringaren väntar. Enter kopplar ihop dem.")
    seat.until(lambda: not cut(seat), f"nothing cut: {cut(seat)}")
    picture(seat, f"dispatch-{name}-asking")
    page = seat.window.findChild(DispatchPage)
    assert page is not None
    least, around = page.minimumSizeHint(), seat.window.size() - page.size()
    least += around
    assert (least.width() <= 1280, least.height() <= 800) == (True, True), least


def left_in_field(rings: int) -> str:
    """What the strokes of `type_through_rings` leave in a field that Esc empties."""
    text = ""
    for number in range(rings):
        key = KEYS[number % len(KEYS)]
        text += LETTERS[number % len(LETTERS)] + (" " if key == "Space" else "")
        text = "" if key == "Escape" else text
    return text


def test_two_hundred_rings_take_no_key_of_the_search_and_are_not_answered(seat: Seat) -> None:
    furnish_board(seat.ground)
    page = sit_at_switchboard(seat)
    edit = page.list.field.edit
    _, pressed = type_through_rings(seat, RINGS)
    assert edit.text() == left_in_field(RINGS) != ""
    assert seat.focus() is edit
    assert seat.line.answered == []
    assert seat.line.passed == []
    assert seat.line.rung_out == []
    assert pressed > RINGS, "too slow a machine to have tried it"


def test_everything_on_the_page_has_a_name_and_a_key_of_its_own(seat: Seat) -> None:
    furnish_board(seat.ground)
    page = sit_at_switchboard(seat)
    take(seat)
    write_name(seat, "anna")
    seat.let_pass(150)
    nameless = []
    for part in page.findChildren(QWidget):
        if not part.isVisible():
            continue
        told = QAccessible.queryAccessibleInterface(part)
        if told.role() in SILENT or told.role() is QAccessible.Role.StaticText:
            continue
        if not told.text(QAccessible.Text.Name):
            nameless.append(type(part).__name__)
    assert nameless == []
    chords = Counter(keys().of(bound.action) for bound in keys().live(seat.window))
    assert [chord for chord, times in chords.items() if chord and times > 1] == []
