"""Words twice as long still fit: another language, or larger text, cuts nothing at 1280 × 800."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import Role
from tests.ground import PASSWORD, WOMAN, Ground
from tests.ui.workstation.guided import furnish_guidance
from tests.ui.workstation.seat import SIZE, Seat
from tests.ui.workstation.test_people import beside
from ui.panels.guidance import PACKS, GuidancePage
from ui.places import PLACES
from ui.theme.fonts import load_fonts
from ui.theme.look import Look
from ui.theme.wear import wear
from ui.widgets.action_bar import Remark
from ui.widgets.chip import Chip

SLACK = 2  # pixels
REST = 50  # ms; a layout that hears of what was shown last needs some rounds of events


class Doubling(QTranslator):
    """Says everything twice."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"{source} {source}"


@pytest.fixture
def doubled(qapp: QApplication) -> Iterator[None]:
    translator = Doubling()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def cut(seat: Seat) -> list[str]:
    """Words that have less room than they need, when the layout has come to rest.

    What is elided on purpose is no fault.
    """
    seat.let_pass(REST)
    front = QApplication.activeModalWidget() or seat.window
    found = []
    for part in front.findChildren(QWidget):
        if not part.isVisible() or isinstance(part, Remark | Chip):
            continue
        if isinstance(part, QLabel | QPushButton) and part.text() and not _fits(part):
            found.append(part.text())
        elif isinstance(part, QLabel | QPushButton | QLineEdit) and not _within(part):
            found.append(f"{part.accessibleName() or part.text()} goes beyond its column")
    return found


def _fits(part: QLabel | QPushButton) -> bool:
    if isinstance(part, QLabel) and part.wordWrap():
        return part.height() + SLACK >= part.heightForWidth(part.width())
    gives_way = part.sizePolicy().horizontalPolicy() is part.sizePolicy().Policy.Ignored
    return gives_way or part.width() + SLACK >= part.sizeHint().width()


def _within(part: QWidget) -> bool:
    """Whether no column hides a part of its width that nobody can scroll to."""
    above = part.parentWidget()
    while above is not None and not above.isWindow():
        area = above.parentWidget()
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if isinstance(area, QScrollArea) and area.horizontalScrollBarPolicy() == never:
            left = part.mapTo(above, QPoint()).x()
            if left + part.width() > above.width() + SLACK or left < -SLACK:
                return False
        above = area
    return True


def go_round(seat: Seat, twice: int = 1) -> Iterator[None]:
    """The door, the desk, a card, its dialogs, the log, the look."""

    def see(*texts: str) -> None:
        seat.see(*(" ".join([text] * twice) for text in texts))

    see("Logga in")
    yield
    seat.write("nurse")
    seat.press("Tab")
    seat.write("tolv gröna krukor")
    seat.press("Return")
    see("Inget samtal pågår")
    yield
    seat.line.ring(keyed_id=WOMAN)
    see("Ringer")
    yield
    seat.let_pass(410)
    seat.press("Ctrl+Shift+S")
    see("I samtal")
    seat.see("Test Person 1988")
    yield
    seat.press("Ctrl+F")
    see("Tidigare anteckningar")
    seat.write("feber")
    seat.press("Return")
    see("Träffar: 1")
    yield
    seat.press("Tab", "Return")
    see("Läsningen är loggad.")
    yield
    seat.press("Esc", "Ctrl+Shift+V")
    see("Texten skriver sig själv.")
    yield
    seat.press("Ctrl+Shift+V", "F4")
    seat.write("Hosta")
    seat.press("Ctrl+Return")
    see("Fyll i fältet innan du signerar.")
    yield
    seat.press("Ctrl+P")
    see("Vem får utskriften?")
    yield
    seat.press("Esc", "Ctrl+D")
    see("Samtalet pågår. Lägg på innan du avslutar kortet.")
    yield
    seat.press("Ctrl+Shift+L")
    see("Efterarbete")
    yield
    seat.press("Ctrl+D")
    see("Avsluta samtalet")
    yield
    seat.press("Esc", "Ctrl+2")
    see("Samtal")
    yield
    seat.press("Ctrl+,")
    see("Textstorlek")
    yield
    seat.press("Esc", "Ctrl+L")
    see("Annan operatör")
    yield


def test_words_twice_as_long_are_not_cut(
    doubled: None, ground: Ground, tmp_path: Path, qtbot: QtBot
) -> None:
    load_fonts()
    seat = Seat(ground, tmp_path)
    try:
        for _ in go_round(seat, twice=2):
            assert cut(seat) == []
    finally:
        seat.leave()


@pytest.mark.parametrize("size", [(1280, 800), (1100, 700)])
def test_large_text_is_not_cut(seat: Seat, qapp: QApplication, size: tuple[int, int]) -> None:
    seat.window.resize(*size)
    for _ in go_round(seat):
        wear(qapp, Look(size=150))
        seat.settle()
        assert cut(seat) == []


@pytest.fixture
def everything(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    """Somebody in every role, with a call, a directory, and rules that are worked on."""

    def furnish() -> None:
        furnish_guidance(ground)
        ground.desk.sessions.sign_in("admin", PASSWORD)
        ground.operator("every", *Role)
        ground.sign_in("every")
        (rules,) = ground.desk.rules.all()
        ground.desk.rules.begin(rules.title, upon_id=rules.id)
        ground.desk.sessions.sign_out()

    beside(furnish)
    load_fonts()
    seat = Seat(ground, tmp_path)
    seat.sign_in("every")
    seat.take_call(keyed_id=WOMAN)
    yield seat
    seat.leave()


@pytest.mark.parametrize("percent", [100, 150])
def test_every_page_of_every_role_fits(everything: Seat, qapp: QApplication, percent: int) -> None:
    wear(qapp, Look(size=percent))
    pages = everything.workstation.pages
    for place in PLACES:
        assert pages.offered(place.name)
        pages.show(place.name)
        everything.settle()
        everything.until(lambda: not cut(everything), f"nothing cut on {place.name}")
    page = pages["guidance"]
    assert isinstance(page, GuidancePage)
    page.part.choose(PACKS)
    everything.settle()
    everything.until(lambda: not cut(everything), "nothing cut of the packs")
    least = everything.window.minimumSizeHint()
    assert (least.width() <= SIZE[0], least.height() <= SIZE[1]) == (True, True), least
