"""Every word of the screen has its English, and the program changes language by the locale."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
import translations
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import ui.language
from kundcenter.domain.supervision.periods import PeriodKind, Span
from kundcenter.domain.supervision.roster_terms import Pattern
from tests.ui.workstation.seat import Seat
from ui.language import install
from ui.supervision.roster_words import day_head, day_words
from ui.supervision.span_choice import span_words

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
    qapp.setProperty(ui.language.LANGUAGE, None)
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


def test_days_and_months_have_their_names_in_the_language_of_the_screen(
    english: QApplication,
) -> None:
    night, day = Pattern("N", "Night", time(21), time(7)), date(2026, 11, 24)
    span = Span(PeriodKind.SHIFT, *night.bounds(day), night.name)
    assert span_words(span).startswith("Tuesday 2026-11-24 21:00–07:00")
    assert "Tuesday" in day_words(day) and "November" in day_words(day)
    assert day_head(day) == "Tue 24/11"
    assert QLocale().decimalPoint() == ","  # numbers are written as they are on paper
    install(english, SWEDISH)
    assert span_words(span).startswith("tisdag 2026-11-24")
    assert day_head(day) == "tis 24/11"


def test_swedish_takes_the_place_of_english(english: QApplication, seat: Seat) -> None:
    install(english, SWEDISH)
    seat.workstation.open()
    seat.see("Logga in", "Lösenord")
