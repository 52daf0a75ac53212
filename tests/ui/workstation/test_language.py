"""Every word of the screen has its English, and the program changes language by the locale."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import translations
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import ui.language
from tests.ui.workstation.seat import Seat
from ui.language import install

TOOLS = Path(sys.executable).parent
ENGLISH, SWEDISH = QLocale(QLocale.Language.English), QLocale(QLocale.Language.Swedish)


@pytest.fixture
def english(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[QApplication]:
    """The program's catalogues, compiled; English while it lasts."""
    folder = tmp_path / translations.FOLDER
    shutil.copytree(translations.ROOT / translations.FOLDER, folder)
    translations.compile_all(tmp_path, TOOLS)
    monkeypatch.setattr(ui.language, "FOLDER", folder)
    before = QLocale()
    install(qapp, ENGLISH)
    yield qapp
    for each in qapp.findChildren(QTranslator):  # Qt's own Swedish gives the keys other names
        qapp.removeTranslator(each)
        each.deleteLater()
    QLocale.setDefault(before)


def test_every_text_of_the_screen_is_translated(capsys: pytest.CaptureFixture[str]) -> None:
    code = translations.check(translations.ROOT, TOOLS)
    assert (code, capsys.readouterr().out) == (0, "")


def test_the_workstation_speaks_english(english: QApplication, seat: Seat) -> None:
    seat.see("Sign in", "User name", "Password")
    seat.write("nurse")
    seat.press("Tab")
    seat.write("wrong")
    seat.press("Return")
    seat.see("Wrong user name or password.")


def test_swedish_takes_the_place_of_english(english: QApplication, seat: Seat) -> None:
    install(english, SWEDISH)
    seat.workstation.open()
    seat.see("Logga in", "Lösenord")
