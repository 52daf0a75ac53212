"""Copied text leaves the clipboard again, and other programs' text is left alone."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import clip
from ui.clip import OwnClip, put_on_clipboard

TEXT = "Hosta i tre dagar."


@pytest.fixture
def board(qapp: QApplication) -> QClipboard:
    qapp.clipboard().clear()
    return qapp.clipboard()


def test_copied_text_is_gone_after_a_while(
    qapp: QApplication, board: QClipboard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clip, "STAYS_MS", 300)
    own = OwnClip(qapp)
    put_on_clipboard(TEXT)
    qtbot.wait(150)
    assert board.text() == TEXT
    put_on_clipboard(TEXT * 2)  # counted anew
    qtbot.wait(200)
    assert board.text() == TEXT * 2
    qtbot.waitUntil(lambda: board.text() == "", timeout=3_000)
    own.deleteLater()


def test_it_can_be_taken_away_at_once(qapp: QApplication, board: QClipboard) -> None:
    own = OwnClip(qapp)
    put_on_clipboard(TEXT)
    own.empty()
    assert board.text() == ""
    own.deleteLater()


def test_text_that_is_not_ours_stays(qapp: QApplication, board: QClipboard) -> None:
    own = OwnClip(qapp)
    board.setText("från ett annat program")
    own.empty()
    assert board.text() == "från ett annat program"
    own.deleteLater()


def test_what_is_put_there_asks_histories_not_to_keep_it(board: QClipboard) -> None:
    put_on_clipboard(TEXT)
    held = board.mimeData()
    assert held.text() == TEXT
    assert bytes(held.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert any("ExcludeClipboardContent" in form for form in held.formats())
