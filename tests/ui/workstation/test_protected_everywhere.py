"""An attacker's walk: each surface where a protected person could be named, one after the other."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kundcenter.domain.journal import Note, Relation
from kundcenter.domain.parts import PartKind
from kundcenter.domain.people import Protection
from tests.ground import MAN, NUMBER, WHOLE, WOMAN, Ground, identity
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_hand_over import ground as ground  # noqa: PLC0414 (one nurse more)
from tests.ui.workstation.test_hand_over import press
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.test_protected import SECRETS, leaks, told
from tests.ui.workstation.test_recovery import Died, kept
from ui.dialogs.merge import MergeDialog
from ui.dialogs.printout import PrintDialog
from ui.panels.review import ReviewPage
from ui.panels.who import WhoPanel
from ui.theme.fonts import load_fonts

NAME = "Test Person 1988"
NUMBERS = tuple(secret for secret in SECRETS if secret != NAME)
RELATIVE = "Test Syster"


def man(seat: Seat) -> UUID:
    found = beside(lambda: seat.ground.desk.people.find(identity(MAN)))
    assert found is not None
    return found.id


def noted(seat: Seat, note: Note = WHOLE) -> UUID:
    """An unsigned note about the protected person, in a call that is done."""
    person, desk = man(seat), seat.ground.desk

    def deed() -> UUID:
        call = desk.calls.register(NUMBER).the("call")
        part = desk.calls.open_part(call, PartKind.ADVICE).the("part")
        entry = desk.journal.write(person, note, call, part).the("entry")
        desk.calls.close(call)
        return entry

    return beside(deed)


def test_the_lists_of_what_was_done_and_is_to_be_done_tell_nothing(nurse: Seat) -> None:
    noted(nurse)
    nurse.press("Ctrl+3")
    nurse.see("Dina osignerade anteckningar", "Feber")
    assert leaks(nurse) == []
    nurse.press("Ctrl+2")
    nurse.see("Ledde till")
    assert leaks(nurse) == []
    nurse.press("Ctrl+1")
    nurse.see("Inget samtal pågår")
    assert leaks(nurse) == []


def test_a_number_looked_up_in_the_palette_is_gone_with_it(nurse: Seat) -> None:
    nurse.press("Ctrl+K")
    nurse.write(MAN)
    nurse.press("Return")
    nurse.see("Skyddad uppgift")
    assert NAME not in told(nurse)
    assert NUMBER not in told(nurse)
    nurse.press("Esc")
    nurse.until(lambda: leaks(nurse) == [], "the palette to be gone")


def test_a_page_on_its_way_to_paper_tells_nothing(nurse: Seat, tmp_path: Path) -> None:
    """Neither whom nor which relative told (DOMAIN 1.4, rule 8; no relatives on prints)."""
    note = replace(WHOLE, informant=Relation.RELATIVE, informant_name=RELATIVE)
    nurse.workstation.pages.print_wanted.emit(noted(nurse, note))
    nurse.see("Vem får utskriften?")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrintDialog)
    dialog.recipient.set_text("Akutkliniken")
    dialog.primary.click()
    nurse.see("Spara som PDF", within=60.0)
    picture(nurse, "protected-page")
    assert leaks(nurse) == []
    assert RELATIVE not in told(nurse)
    dialog.save_to(str(tmp_path / "page.pdf"))
    nurse.see("Sidan är sparad som PDF.")
    text = PdfReader(tmp_path / "page.pdf").pages[0].extract_text()
    assert "Skyddad uppgift" in text
    assert [secret for secret in (*SECRETS, RELATIVE) if secret in text] == []


def test_the_review_of_the_log_tells_nothing(seat: Seat) -> None:
    seat.sign_in("reviewer")
    seat.see("skyddade uppgifter", "Skyddad uppgift")
    assert leaks(seat) == []
    seat.press("Home", "Return")
    seat.see("Bedöm åtkomsten", "Person: Skyddad uppgift")
    assert leaks(seat) == []
    seat.press("Esc")
    page = seat.workstation.pages["review"]
    assert isinstance(page, ReviewPage)
    page.tabs.setFocus()
    seat.press("Right", "Right")
    page.number.setFocus()
    seat.write(MAN)
    seat.press("Return")
    seat.see(
        "Skyddad uppgift. Egna åtkomster visas inte. Att du ser listan är självt loggat.", "Skriva"
    )
    assert leaks(seat) == []
    seat.hands.press("Ctrl+P")
    seat.see("utan personalens namn")
    seat.hands.press("Return")
    seat.see("Spara som PDF", within=60.0)
    picture(seat, "protected-report")
    assert leaks(seat) == []


def test_a_card_handed_over_waits_without_a_name_and_without_a_number(nurse: Seat) -> None:
    nurse.take_call(keyed_id=MAN)
    nurse.see("SKYDDADE PERSONUPPGIFTER")
    nurse.press("F4")
    nurse.write("Feber i tre dagar.")
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    nurse.press("Ctrl+Shift+L")
    nurse.press("Ctrl+Shift+O")
    nurse.see("Lämna över samtalet")
    nurse.write("second")
    nurse.press("Tab")
    nurse.write("Vill ha ny bedömning.")
    nurse.press("Ctrl+Return")
    nurse.see("Överlämnat: kortet väntar på att kollegan tar det.")
    nurse.press("Ctrl+Q")
    nurse.see("Användarnamn")
    nurse.until(lambda: leaks(nurse) == [], "the cards to be gone")
    assert NAME not in nurse.reads()
    nurse.sign_in("second")
    nurse.see("Överlämnade till dig", "Vill ha ny bedömning.", "Skyddat nummer")
    assert leaks(nurse) == []
    press(nurse, "Ta över")
    nurse.see("SKYDDADE PERSONUPPGIFTER")
    assert leaks(nurse) == []


def test_what_comes_back_after_a_crash_is_only_on_its_card(
    ground: Ground, tmp_path: Path, qtbot: QtBot
) -> None:
    load_fonts()
    life = Died(ground, tmp_path)
    seat = life.seat
    seat.sign_in("nurse")
    seat.take_call(keyed_id=MAN)
    seat.see("SKYDDADE PERSONUPPGIFTER")
    seat.press("F4")
    seat.write("Feber i tre dagar.")
    (draft,) = kept(seat)
    assert draft.unsaved.number == ""
    assert not any(secret in repr(draft) for secret in SECRETS)
    seat = life.die_and_return()
    seat.see("Återställd text, inte sparad", "SKYDDADE PERSONUPPGIFTER")
    assert leaks(seat) == []
    seat.leave()


def test_to_be_held_against_another_does_not_name_anybody(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("880702-2382")
    nurse.press("Ctrl+F2", "6", "Return")
    nurse.see("Varje träff loggas.")
    nurse.write(MAN)
    nurse.see("Skyddad uppgift")
    nurse.press("Return")
    nurse.see("Är det samma person?", "Skyddade personuppgifter")
    picture(nurse, "protected-merge")
    everything = told(nurse)
    assert [number for number in (MAN, "880701-2391") if number in everything] == []
    nurse.write("Samma röst och samma adress")
    nurse.press("Return")
    nurse.see("SKYDDADE PERSONUPPGIFTER", "Sammanslagen med")
    nurse.until(lambda: leaks(nurse) == [], "the merge to have gone")
    nurse.press("Ctrl+F2", "7", "Return")
    nurse.see("Båda står för sig själva igen")
    assert leaks(nurse) == []


def test_who_is_protected_during_the_call_is_so_at_once(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("880702-2382", "070-174 06 05")
    nurse.press("Ctrl+F2", "5", "Return")
    nurse.see("Telefonnummer i personens samtal döljs när skyddet sätts.")
    nurse.press("2", "Return")
    nurse.see("SKYDDADE PERSONUPPGIFTER", "Skyddat nummer")
    secrets = (NAME, "880702-2382", WOMAN, "070-174 06 05", NUMBER)
    nurse.until(
        lambda: not any(secret in told(nurse) for secret in secrets), "the number to be hidden"
    )
    nurse.see("Skriv inte adress, arbetsplats eller skola i anteckningen.")


def test_no_line_of_the_programs_own_log_tells_anything(
    nurse: Seat, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        nurse.take_call(keyed_id=MAN)
        nurse.see("SKYDDADE PERSONUPPGIFTER")
        nurse.press("F4")
        nurse.write("Feber i tre dagar.")
        nurse.press("Ctrl+S")
        nurse.see("Sparad, osignerad")
        with nurse.ground.refusing("entry_versions"):
            nurse.write(" Mer.")
            nurse.press("Ctrl+S")
            nurse.see("Inte sparat: ")
        nurse.press("Ctrl+S", "Ctrl+P")
        nurse.see("Vem får utskriften?")
        nurse.press("Esc", "Ctrl+L")
        nurse.see("Skärmen är låst.")
    words = [*SECRETS, "Feber i tre dagar"]
    assert [word for word in words if word in caplog.text] == []


def test_behind_the_lock_nothing_can_be_read(nurse: Seat) -> None:
    nurse.take_call(keyed_id=MAN)
    nurse.see("SKYDDADE PERSONUPPGIFTER", NAME)
    nurse.press("Ctrl+Shift+F2")
    nurse.see("Spärrar är patientens vilja.")
    nurse.press("Esc", "Ctrl+L")
    nurse.see("Skärmen är låst.")
    seen = nurse.reads()
    assert [secret for secret in (*SECRETS, "Spärrar") if secret in seen] == []
    assert leaks(nurse) == []


def test_a_dialog_on_the_card_says_no_name(nurse: Seat) -> None:
    beside(lambda: nurse.ground.desk.people.protect(man(nurse), Protection.CONFIDENTIAL))
    nurse.take_call(keyed_id=MAN)
    nurse.see("SKYDDADE PERSONUPPGIFTER")
    for chord, words in (("Ctrl+F2", "Vad ska ändras?"), ("Ctrl+Shift+F2", "Ny spärr")):
        nurse.press(chord)
        nurse.see(words)
        assert leaks(nurse) == []
        nurse.press("Esc")
    assert nurse.window.findChildren(MergeDialog) == []
    who = nurse.window.findChildren(WhoPanel)[0]
    assert who.number.text() == ""
    assert not who.number.edit.isUndoAvailable()
