"""The screen in the room: large, read only, nobody's name, and gone by Esc."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise, product
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kundcenter.domain.lines import QueueLoad
from kundcenter.domain.redirects import Redirect
from kundcenter.domain.supervision.incidents import IncidentKind
from tests.ground import PASSWORD
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.supervision.leading_desk import call, lead, sit, tell_loads
from tests.ui.workstation.test_people import beside
from ui.panels.supervision import big_paint
from ui.panels.supervision.big_screen import BigScreen
from ui.theme.colours import ToneName
from ui.theme.look import Look
from ui.theme.themes import ThemeName
from ui.theme.wear import wear
from ui.times import clock

SECRET = "Anna Testsson ringer tillbaka"
CLOSED = "Växeln är stängd tills vidare"


def troubled(seat: Seat) -> None:
    """A day with a call, a closed queue and an incident, each with words of its own."""

    def made() -> None:
        desk = seat.ground.desk
        desk.sessions.sign_in("lead", PASSWORD)
        call(seat.ground, queue="1177", waited=20, lasts=300)
        desk.queue_closures.close("vaxel", SECRET)
        desk.incidents.note(IncidentKind.RECORD, SECRET)
        desk.sessions.sign_out()

    beside(made)


def big_of(seat: Seat) -> BigScreen:
    found = seat.workstation.leading.big
    assert found is not None
    return found


def shown(seat: Seat) -> BigScreen:
    lead(seat.ground)
    troubled(seat)
    sit(seat)
    tell_loads(seat)
    seat.press("Shift+F11")
    seat.settle()
    big = big_of(seat)
    seat.until(lambda: "100,0 %" in big.words, "the figures")
    return big


def test_it_tells_the_queues_and_the_day_and_nothing_that_anybody_wrote(seat: Seat) -> None:
    big = shown(seat)
    lines = big.words.split("\n")
    assert "I kö nu: 5, Börjar bli lång" in lines
    assert "Längsta väntan: 7:00, Börjar bli lång" in lines
    assert "Besvarade i dag: 100,0 %, 1 av 1, Målet nås" in lines
    assert "1177 på telefon: väntar 4, längst 7:00, lediga 0 av 12, Börjar bli lång" in lines
    assert CLOSED in lines
    assert any(line.startswith("Händelse: journalsystemet, sedan ") for line in lines)
    for secret in (SECRET, "Anna", "Test Lead", "Test Nurse", "+4670"):
        assert secret not in big.words
    assert big.accessibleDescription() == big.words
    assert [each for each in big.findChildren(QWidget) if each.isVisible()] == []  # read only
    big.close()


def test_it_says_that_no_nurse_is_there_and_which_unit_is_redirected(seat: Seat) -> None:
    def made() -> list[UUID]:
        seat.ground.desk.sessions.sign_in("admin", PASSWORD)
        named = (("Akuten Test", "SE0000000001-AK1"), ("Barnakuten Test", "SE0000000001-AK2"))
        ids = [seat.ground.unit(*each) for each in named]
        seat.ground.desk.sessions.sign_out()
        return ids

    units = beside(made)
    big = shown(seat)
    live = big._keeper.live
    assert live is not None
    now, nobody = live.at, UUID(int=0)
    orders = [Redirect(each, each, None, SECRET, now, None, nobody) for each in units]
    seat.until(lambda: big._units.name(units[0]) == "Akuten Test", "the directory")
    big._keeper.live = replace(live, nurses=0, redirects=(orders[1],))
    big._keeper.changed.emit()
    lines = big.words.split("\n")
    assert "Ingen sjuksköterska är inloggad" in lines
    assert big.board.notes[0].tone is ToneName.DANGER
    assert "Omdirigerat: Barnakuten Test" in lines
    assert SECRET not in big.words
    big._keeper.live = replace(live, redirects=tuple(orders))
    big._keeper.changed.emit()
    assert "Omdirigerat: Akuten Test och 1 till" in big.words.split("\n")
    assert len(big.board.notes) <= big_paint.MOST_NOTES
    tell_loads(seat, QueueLoad("1177", 1, timedelta(seconds=9), 0, 12))
    assert "I kö nu: 1" in big.words.split("\n")  # what is as it should be is not said
    big.close()


def test_before_anything_is_known_it_says_so_over_the_whole_screen(seat: Seat) -> None:
    lead(seat.ground)
    sit(seat)
    seat.press("Shift+F11")
    seat.settle()
    big = big_of(seat)
    assert big.isFullScreen()
    assert big.geometry() == big.screen().geometry()
    assert big.window().focusWidget() is big or big.hasFocus()
    assert "Växeln har inte sagt något om köerna" in big.words.split("\n")
    assert "I kö nu: –" in big.words
    big.grab()  # is drawn all the same
    big.close()


def test_it_follows_what_the_exchange_tells_and_closes_by_esc_or_by_its_key(seat: Seat) -> None:
    big = shown(seat)
    tell_loads(seat, QueueLoad("1177", 9, timedelta(minutes=11), 0, 12))
    assert "I kö nu: 9" in big.words
    assert "För lång" in big.words
    QTest.keyClick(big, Qt.Key.Key_Escape)
    seat.until(lambda: seat.workstation.leading.big is None, "the screen gone")
    seat.press("Shift+F11")
    seat.settle()
    assert big_of(seat).isVisible()
    seat.window.activateWindow()
    seat.press("Shift+F11")
    seat.until(lambda: seat.workstation.leading.big is None, "the screen gone")


def test_it_stays_while_the_desk_is_locked_and_goes_with_the_operator(seat: Seat) -> None:
    big = shown(seat)
    seat.window.activateWindow()
    seat.press("Ctrl+L")
    seat.see("Lås upp")
    tell_loads(seat)
    assert big.isVisible()
    assert "I kö nu: 5" in big.words
    seat.ground.clock.pass_time(minutes=90)
    seat.workstation.leading._keeper.read()  # as it does four times a minute
    seat.until(
        lambda: f"Siffrorna är från {clock(seat.ground.clock.at)}" in big.words, "it goes on"
    )
    live = seat.workstation.leading._keeper.live
    assert live is not None
    assert SECRET not in repr(live)  # a locked desk reads nothing that anybody has written
    assert [each.text for each in live.incidents] == [""]
    seat.write(PASSWORD)
    seat.press("Return")
    seat.see_no_more("Lås upp")
    seat.press("Ctrl+Q")
    seat.see("Logga in")
    seat.until(lambda: seat.workstation.leading.big is None, "the screen gone")


def test_no_word_is_cut_at_any_size(
    seat: Seat, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    big = shown(seat)
    big.showNormal()
    drawn: list[tuple[str, float, float]] = []
    fitting = big_paint._fitting

    def measured(words: str, wanted: float, room: float, *, strong: bool) -> QFont:
        font = fitting(words, wanted, room, strong=strong)
        drawn.append((words, QFontMetricsF(font).horizontalAdvance(words), room))
        return font

    monkeypatch.setattr(big_paint, "_fitting", measured)
    for theme, size in product(ThemeName, ((960, 600), (1280, 800), (1920, 1080))):
        wear(qapp, Look(theme=theme))
        big.resize(*size)
        seat.settle()
        drawn.clear()
        image = big.grab().toImage()
        said = {words for words, *_ in drawn}
        assert {"Läget nu", "1177 på telefon", "Målet nås", CLOSED} <= said
        assert [words for words, wide, room in drawn if wide > room + 1] == []
        edge = {image.pixelColor(x, 2).name() for x in range(0, image.width(), 7)}
        assert len(edge) == 1  # nothing reaches it
    big.close()


def test_a_row_has_room_for_its_cells() -> None:
    line = QRectF(0, 0, 1000, 40)
    cells = big_paint._cells(line)
    assert cells[-1].right() == pytest.approx(1000)
    assert all(a.right() == pytest.approx(b.left()) for a, b in pairwise(cells))


TWO_SCREENS = {
    "screens": [
        {"name": "desk", "x": 0, "y": 0, "width": 1280, "height": 800, "dpr": 1},
        {"name": "wall", "x": 1280, "y": 0, "width": 1920, "height": 1080, "dpr": 1},
    ]
}
SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from ui.panels.supervision.big_screen import _free_screen
app = QApplication([])
desk, wall = app.screens()
window = QWidget()
window.setGeometry(desk.geometry())
window.show()
first = _free_screen(window).name()
window.setScreen(wall)
window.setGeometry(wall.geometry())
print(len(app.screens()), first, _free_screen(window).name())
"""


def test_of_two_screens_it_takes_the_one_that_the_desk_is_not_on(tmp_path: Path) -> None:
    config = tmp_path / "screens.json"
    config.write_text(json.dumps(TWO_SCREENS), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.split() == ["2", "wall", "desk"]
