"""The frame: a door or the desk, banners above both, every region one key away."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import show, strike
from ui.panels.sign_in import Door, SignIn
from ui.panels.strip import LineState, StripView
from ui.widgets.banner import Banner
from ui.widgets.notices import Severity
from ui.widgets.rail import RailButton
from ui.widgets.text_area import TextArea
from ui.window import Window


def page(area: TextArea) -> QWidget:
    made = QWidget()
    QVBoxLayout(made).addWidget(area)
    return made


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    for place, words in (("call", "Samtal"), ("day", "Passet")):
        made.add_page(place, RailButton(words, "phone"), partial(page, TextArea(words)))
    made.show_page("call")
    made.show_desk()
    show(made)
    return made


def test_the_rail_turns_the_pages(qtbot: QtBot, window: Window) -> None:
    with qtbot.waitSignal(window.page_chosen) as chosen:
        strike(window.rail.button("day"), Qt.Key.Key_Return)
    assert chosen.args == ["day"]
    assert window.page == "day"
    assert window.rail.button("day").isChecked()


def test_behind_the_door_nothing_can_be_seen_and_nothing_is_lost(
    qtbot: QtBot, window: Window
) -> None:
    note = next(area for area in window.findChildren(TextArea) if area.isVisible())
    note.set_text("Hosta sedan tre dagar")
    window.show_door(SignIn(Door.LOCKED, locked_by="Åsa Öberg", user_name="asaobe"))
    assert not note.isVisible()
    assert not window.strip.isVisible()
    window.notices.say("Fel lösenord.", Severity.WARNING)
    assert window.notices.isVisible()
    window.show_door(SignIn(Door.SIGN_IN))
    window.show_desk()
    assert note.isVisible()
    assert note.text() == "Hosta sedan tre dagar"
    assert window.notices.isVisible()
    QApplication.processEvents()
    assert window.notices.sentences == ("Fel lösenord.",)


def test_the_door_takes_the_focus_where_one_begins(qtbot: QtBot, window: Window) -> None:
    door = SignIn(Door.SIGN_IN)
    window.show_door(door)
    assert window.focusWidget() is door.user.edit


def test_banners_stay_over_door_and_desk(window: Window) -> None:
    test_data = Banner("TESTDATA – inga verkliga personer")
    window.show_banner("test", test_data)
    window.show_door(SignIn())
    QApplication.processEvents()
    assert test_data.isVisible()
    window.show_desk()
    assert test_data.isVisible()
    other = Banner("Centralen svarar inte")
    window.show_banner("test", other)
    assert not test_data.isVisible()
    window.hide_banner("test")
    window.hide_banner("never shown")
    assert not other.isVisible()


def test_f6_goes_round_the_regions(qtbot: QtBot, window: Window) -> None:
    window.notices.say("Skrivaren svarar inte.", Severity.WARNING)
    window.strip.show_state(StripView(LineState.RINGING))
    note = next(area for area in window.findChildren(TextArea) if area.isVisible())
    note.edit.setFocus()
    visited = []
    for _ in range(4):
        strike(window, Qt.Key.Key_F6)
        focus = window.focusWidget()
        regions = {"notices": window.notices, "strip": window.strip, "rail": window.rail}
        here = [name for name, region in regions.items() if region.isAncestorOf(focus)]
        visited.append(here[0] if here else "page")
    assert visited == ["notices", "strip", "rail", "page"]
    strike(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.rail.isAncestorOf(window.focusWidget())


def test_closing_is_told_before_the_window_goes(qtbot: QtBot, window: Window) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()


def test_the_first_window_needs_little_of_qt_and_nothing_heavy() -> None:
    script = (
        "import json, sys\n"
        "import ui.window, ui.panels.sign_in, ui.theme.wear, ui.theme.fonts, ui.tasks\n"
        "print(json.dumps(sorted(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    loaded = set(json.loads(done.stdout))
    qt = {name for name in loaded if name.startswith("PySide6.")}
    assert {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"} <= qt
    assert not qt & {f"PySide6.Qt{part}" for part in ("Svg", "Network", "PrintSupport", "Sql")}
    heavy = {"asyncio", "fontTools", "importlib.resources", "sqlalchemy", "xml.etree", "email"}
    assert loaded & heavy == set()
