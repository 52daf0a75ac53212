"""Shifts are read, changed and published; a file of turns is weighed and brought in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.domain.supervision.roster_terms import LIMITS
from tests.ground import Ground
from tests.ui.workstation.store import asked
from tests.ui.workstation.supervision.rostered import (
    TODAY,
    People,
    Sit,
    furnish_roster,
    grid_of,
    seats_at,
    turns_of,
)
from tests.ui.workstation.test_keys import nameless
from tests.ui.workstation.test_people import picture
from ui.dialogs.supervision.pattern import PatternDialog
from ui.dialogs.supervision.roster_import import RosterImportDialog
from ui.dialogs.supervision.roster_terms import RosterTermsDialog


@pytest.fixture
def people(ground: Ground) -> People:
    return furnish_roster(ground)


@pytest.fixture
def sit_down(ground: Ground, people: People, tmp_path: Path, qtbot: QtBot) -> Iterator[Sit]:
    yield from seats_at(ground, tmp_path)


def test_the_shifts_are_read_changed_and_published(sit_down: Sit, people: People) -> None:
    seat = sit_down()
    seat.press("Alt+B")
    seat.see("Skift, raster och gränser", "programmets egna, påhittade förslag")
    (dialog,) = seat.window.findChildren(RosterTermsDialog)
    assert nameless(seat) == []
    dialog.patterns.add.click()
    seat.see("Vad det heter")
    (one,) = seat.window.findChildren(PatternDialog)
    for code, name, starts, breaks, words in (
        ("?", "Mellan", "10:00", "inga", "Skriv en kod av bokstäver och siffror"),
        ("d", "Mellan", "10:00", "inga", "Koden är upptagen."),
        ("m", " ", "10:00", "inga", "Skriv vad skiftet heter."),
        ("m", "Mellan", "tio", "inga", "Skriv tiden som 07:00."),
        ("m", "Mellan", "10:00", "RAST", "Skriv som RAST 12:00 45"),
        ("m", "Mellan", "10:00", "RAST 09:00 30", "Rasterna måste ligga inom passet"),
    ):
        one.code.set_text(code)
        one.name.set_text(name)
        one.starts.set_text(starts)
        one.ends.set_text("18:30")
        one.breaks.set_text(breaks)
        one.primary.click()
        seat.see(words)
    one.breaks.set_text("RAST 14:00 30")
    picture(seat, "roster-pattern")
    one.primary.click()
    seat.see_no_more("Vad det heter")
    dialog.warn_at.set_text("80")
    dialog.primary.click()
    seat.see("Minst den första gränsen, högst 100.")
    dialog.warn_at.set_text("65")
    dialog.comment.set_text("Mellanskift")
    picture(seat, "roster-terms")
    dialog.primary.click()
    seat.see("De nya skiften gäller nu.")
    terms = asked(seat, lambda desk: desk.roster_terms.current())
    assert terms is not None
    assert terms.limits == replace(LIMITS, warn_percent=65)
    assert [each.code for each in terms.patterns] == ["D", "K", "N", "M"]
    grid_of(seat).choose(people["other"], TODAY)
    grid_of(seat).setFocus()
    seat.write("m")
    seat.see("Mellan är satt lördag 21 november.")


def test_a_nurse_reads_the_shifts_and_a_slip_of_esc_loses_nothing(
    sit_down: Sit, people: People, tmp_path: Path
) -> None:
    seat = sit_down("nurse")
    seat.press("Alt+B")
    seat.see("Skift, raster och gränser", "rast 12:00–12:45")
    (dialog,) = seat.window.findChildren(RosterTermsDialog)
    assert not dialog.patterns.add.isVisible()
    assert dialog.most.edit.isReadOnly()
    seat.press("Esc")
    seat.see_no_more("Skift, raster och gränser")


def test_esc_warns_of_what_is_not_published(sit_down: Sit, people: People) -> None:
    seat = sit_down()
    seat.press("Alt+B")
    seat.see("Skift, raster och gränser", "programmets egna")
    (dialog,) = seat.window.findChildren(RosterTermsDialog)
    dialog.comment.set_text("Något nytt")
    seat.press("Esc")
    seat.see("Tryck Esc igen om de ska kastas.")
    seat.press("Esc")
    seat.see_no_more("Skift, raster och gränser")


def test_a_file_is_weighed_and_brought_in(sit_down: Sit, people: People, tmp_path: Path) -> None:
    seat = sit_down()
    file = tmp_path / "schema.csv"
    file.write_text("datum;användare;pass\n2026-11-21;nurse;K\n", "utf-8")
    seat.press("Alt+C")
    seat.see("Läs in schema", "Ingen fil är vald.")
    (dialog,) = seat.window.findChildren(RosterImportDialog)
    assert nameless(seat) == []
    dialog.read(str(file))
    seat.see("Inget läses in. Fel: 1.")
    assert dialog.faults.text() == "Rad 2: samma person har ett annat pass då"
    picture(seat, "roster-import")
    assert not dialog.primary.isEnabled()
    dialog.whole.setChecked(True)
    seat.see("1 nya pass, 0 ändras, 0 är redan lika, 1 tas bort.")
    dialog.primary.click()
    seat.see("Schemat är inläst.")
    assert [each.pattern for each in asked(seat, turns_of) if each.day == TODAY] == ["K"]
    seat.press("Alt+C")
    seat.see("Ingen fil är vald.")
    (dialog,) = seat.window.findChildren(RosterImportDialog)
    file.write_text("datum;användare;pass\ni går;nurse;K\n2026-11-21;nurse\n", "utf-8")
    dialog.read(str(file))
    seat.see("Inget läses in. Fel: 2.")
    assert dialog.faults.text().splitlines() == [
        "Rad 2, datum: datumet är inget datum",
        "Rad 3: fel antal celler",
    ]
    dialog.read(str(tmp_path / "none.csv"))
    seat.settle()
    assert not dialog.primary.isEnabled()
