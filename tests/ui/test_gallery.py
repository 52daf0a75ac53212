"""Every widget in every look: named, legible, whole.  The pictures themselves are for eyes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gallery import BOARDS, shoot
from ui.theme.look import Look
from ui.theme.metrics import SIZES, Density
from ui.theme.themes import ThemeName
from ui.theme.wear import wear
from ui.widgets.field import SecretEdit

LOOKS = [Look(theme, size) for theme, size in zip(ThemeName, (90, 110, 150), strict=True)]


def stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


@pytest.mark.parametrize("board", BOARDS)
def test_whatever_takes_the_focus_has_a_name(qtbot: QtBot, board: str) -> None:
    shown = BOARDS[board]()
    qtbot.addWidget(shown)
    shown.show()
    nameless = []
    for widget in shown.findChildren(QWidget):
        if stops(widget):
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name).strip():
                nameless.append(type(widget).__name__)
    assert nameless == []


@pytest.mark.parametrize("look", [Look(size=size) for size in SIZES], ids=str)
@pytest.mark.parametrize("board", BOARDS)
def test_no_word_is_cut(qtbot: QtBot, qapp: QApplication, board: str, look: Look) -> None:
    wear(qapp, look)
    shown = BOARDS[board]()
    qtbot.addWidget(shown)
    shown.show()
    for _ in range(3):
        qapp.processEvents()
    cut = []
    for label in shown.findChildren(QLabel):
        elides = label.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
        if not label.isVisible() or not label.text().strip() or elides:
            continue
        high = (
            label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        )
        wide = 0 if label.wordWrap() else label.sizeHint().width()
        if label.width() < wide or label.height() < high:
            cut.append(f"{label.text()[:30]!r} {label.size().toTuple()} < {(wide, high)}")
    assert cut == []


@pytest.mark.parametrize("look", [*LOOKS, Look(density=Density.COMPACT)], ids=str)
@pytest.mark.parametrize("board", BOARDS)
def test_every_board_can_be_painted(qtbot: QtBot, tmp_path: Path, board: str, look: Look) -> None:
    picture = shoot(tmp_path, board, look)
    assert picture.stat().st_size > 5_000


@pytest.mark.parametrize("board", ["lists", "resting", "sign-in", "locked"])
def test_a_window_that_changes_its_look_is_as_one_made_in_it(
    qtbot: QtBot, qapp: QApplication, board: str
) -> None:
    look = Look(ThemeName.DARK, 125, Density.COMPACT)
    changed = BOARDS[board]()
    qtbot.addWidget(changed)
    changed.show()
    qapp.processEvents()
    wear(qapp, look)
    fresh = BOARDS[board]()
    qtbot.addWidget(fresh)
    for widget in (changed, fresh):
        widget.resize(1400, 900)
        widget.show()

    def picture(widget: QWidget) -> QImage:
        widget.activateWindow()  # each is painted as the one that is worked in
        for _ in range(4):
            qapp.processEvents()
        return widget.grab().toImage()

    def alike() -> bool:
        return picture(changed) == picture(fresh)

    qtbot.waitUntil(alike, timeout=5_000)  # both have come to rest


def test_no_password_is_shown_on_any_picture(qtbot: QtBot) -> None:
    for board in BOARDS:
        shown = BOARDS[board]()
        qtbot.addWidget(shown)
        for edit in shown.findChildren(SecretEdit):
            assert edit.echoMode() is SecretEdit.EchoMode.Password
