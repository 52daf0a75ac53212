"""The card of a call: the person, the note, saving, signing, correcting, printing, closing."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from kundcenter.start.desk import published_codes
from tests.ground import MAN, WOMAN
from tests.ui.workstation.seat import Seat
from ui.dialogs.printout import PrintDialog
from ui.widgets.choice_row import marks_for

NEW = "070101-2387"  # an official test number that is not in the file


def fill_in(seat: Seat) -> None:
    """All that signing asks for, by keys."""
    seat.press("F3")
    seat.write("feb")
    seat.press("Return", "F4")
    seat.write("Feber i tre dagar.")
    seat.press("F7")
    seat.write("Opåverkad, dricker.")
    seat.press("F8")
    seat.write("7")
    seat.press("F9")
    seat.write("egenv")
    seat.press("Return", "F10")
    seat.write("Vila och drick.")
    seat.press("Shift+F10")  # on which signs to call back; this reason has boxes to tick
    seat.press("Space")


def letter_of(code: str) -> str:
    """The letter that chooses an outcome where all of them are shown."""
    codes = published_codes()
    outcomes = codes[max(codes)].outcomes
    marks = marks_for([outcome.label for outcome in outcomes])
    return next(mark for mark, each in zip(marks, outcomes, strict=True) if each.code == code)


def sign(seat: Seat) -> None:
    fill_in(seat)
    seat.press("Ctrl+Return")
    seat.see("Signerad")


def test_a_number_is_read_while_it_is_written(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.write("19880702-238")
    assert "född" not in nurse.reads()
    nurse.write("2")
    nurse.see("Personnummer, född 1988-07-02, ", "kvinna")


def test_a_mistyped_number_is_told_at_the_field(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.write("880702-2383")
    nurse.press("Return")
    nurse.see("Sista siffran stämmer inte med de andra.")


def test_a_person_is_found_by_number_with_earlier_notes(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.write("880702-2382")
    nurse.press("Return")
    nurse.see("Test Person 1988", "Tidigare anteckningar", "Vaken, dricker, inga varningstecken.")


def test_a_person_of_an_earlier_call_from_the_number_is_offered(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    sign(nurse)
    nurse.press("Ctrl+Shift+L", "Ctrl+D")
    nurse.see("Inget samtal pågår")
    nurse.take_call()
    nurse.see("Tidigare samtal från numret", "Test Person 1988")


def test_a_protected_person_is_not_offered_before_being_opened(nurse: Seat) -> None:
    nurse.take_call(keyed_id=MAN)
    nurse.see("SKYDDADE PERSONUPPGIFTER")
    sign(nurse)
    nurse.press("Ctrl+Shift+L", "Ctrl+D")
    nurse.take_call()
    nurse.see("Vem gäller det?")
    assert "Tidigare samtal från numret" not in nurse.reads()  # the number was not kept


def test_somebody_new_is_registered_from_the_number(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.write(NEW)
    nurse.press("Return")
    nurse.see("Numret finns inte här. Stämmer det?", NEW)
    nurse.press("Return")
    nurse.see("Skriv ett namn med högst 100 vanliga tecken.")
    nurse.write("Åsa")
    nurse.press("Tab")
    nurse.write("Öberg")
    nurse.press("Return")
    nurse.see("Åsa Öberg", "Inga tidigare anteckningar")


def test_somebody_without_a_number_is_cared_for_too(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("Tab", "Tab", "Space")
    nurse.see("Hur personen ska kallas")
    nurse.write("Kvinna, cirka 40 år")
    nurse.press("Return")
    nurse.see("Kvinna, cirka 40 år", "Okänd identitet")


def test_a_telephonist_sees_the_person_but_not_the_record(seat: Seat) -> None:
    seat.sign_in("switch")
    seat.call_by_hand()
    seat.write("880702-2382")
    seat.press("Return")
    seat.see("Test Person 1988")
    assert "Vaken, dricker" not in seat.reads()
    assert "Tidigare anteckningar" not in seat.reads()


def test_a_note_is_saved_unsigned_and_the_bar_says_so(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Ny anteckning")
    nurse.press("F4")
    nurse.write("Hosta")
    nurse.see("Inte sparad")
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    nurse.write(" och snuva")
    nurse.see("Ändrad, inte sparad")
    assert nurse.window.notices.sentences == ()


def test_a_note_needs_somebody_it_is_about(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("F4")
    nurse.write("Hosta")
    nurse.press("Ctrl+S")
    nurse.see("Ange först vem samtalet gäller.", "Hosta")


def test_what_is_missing_is_told_at_the_fields_and_the_first_has_the_focus(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.press("F4")
    nurse.write("Hosta")
    nurse.press("Ctrl+Return")
    nurse.see("Fyll i fältet innan du signerar.")
    nurse.write("hosta")
    nurse.press("Return")
    nurse.see("Hosta eller förkylning")


def test_a_signed_note_is_read_and_not_written_in(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    sign(nurse)
    nurse.press("F4")
    nurse.write("tillagt efteråt")
    nurse.press("Ctrl+S")
    nurse.see("Signerad", "Feber i tre dagar.")
    assert "tillagt efteråt" not in nurse.reads()
    assert [each.kind for each in nurse.ground.operations()][-1] == "journal.sign"


def test_a_correction_says_why_and_is_a_new_version(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    sign(nurse)
    nurse.press("Ctrl+R")
    nurse.see("Varför rättas anteckningen?")
    nurse.press("Return")
    nurse.see("Skriv varför anteckningen rättas.")
    nurse.write("Fel dag")
    nurse.press("Return")
    nurse.see("Rättas", "Fel dag")
    nurse.press("Ctrl+End")
    nurse.write(" Fyra dagar.")
    nurse.press("Ctrl+Return")
    nurse.see("Signerad", "Feber i tre dagar. Fyra dagar.")
    assert [each.kind for each in nurse.ground.operations()][-2:] == [
        "journal.correct",
        "journal.sign",
    ]


def test_a_correction_that_is_saved_stays_one_until_it_is_signed(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    sign(nurse)
    nurse.press("Ctrl+R")
    nurse.write("Fel dag")
    nurse.press("Return")
    nurse.see("Rättas")
    nurse.press("Ctrl+End")
    nurse.write(" Fyra.")
    nurse.press("Ctrl+S")
    nurse.settle()
    nurse.write(" Nej, fem.")
    nurse.press("Ctrl+Return")
    nurse.see("Signerad", "Fyra. Nej, fem.")


def test_the_page_is_logged_shown_and_saved(nurse: Seat, tmp_path: Path) -> None:
    nurse.take_call(keyed_id=WOMAN)
    sign(nurse)
    nurse.press("Ctrl+P")
    nurse.see("Vem får utskriften?")
    nurse.press("Return")
    nurse.see("Skriv vem som får utskriften.")
    nurse.write("Akutkliniken")
    nurse.hands.press("Return")
    nurse.see("Spara som PDF", within=60.0)  # the typeface is cut for the first page
    nurse.press("Ctrl+S", "Ctrl+A")
    nurse.write(str(tmp_path / "page.pdf"))
    nurse.press("Return")
    nurse.see("Sidan är sparad som PDF.")
    text = PdfReader(tmp_path / "page.pdf").pages[0].extract_text()
    assert "880702-2382" in text
    assert "Feber i tre dagar." in text
    assert (tmp_path / "page.pdf").stat().st_mode & 0o077 == 0
    assert nurse.ground.accesses()[-1].reason == "Akutkliniken"


def test_a_page_that_cannot_be_saved_there_is_not_said_to_be(nurse: Seat, tmp_path: Path) -> None:
    nurse.take_call(keyed_id=WOMAN)
    sign(nurse)
    nurse.press("Ctrl+P")
    nurse.write("Akutkliniken")
    nurse.hands.press("Return")
    nurse.see("Spara som PDF", within=60.0)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrintDialog)
    dialog.save_to(str(tmp_path / "unplugged" / "page.pdf"))
    nurse.see("Filen kunde inte sparas där. Välj en annan plats.")


def test_a_call_is_closed_with_the_outcome_of_its_note(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    sign(nurse)
    nurse.press("Ctrl+Shift+L")
    nurse.see("Efterarbete")
    nurse.press("Ctrl+D")
    nurse.see("Inget samtal pågår")
    nurse.press("Ctrl+2")
    nurse.see("Klart", "Egenvård")


def test_a_call_without_a_note_states_what_came_of_it(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("Ctrl+D")
    nurse.see("Vad ledde det till?")
    nurse.press("Return")
    nurse.see("Välj vad samtalet ledde till.")
    nurse.press(letter_of("INFO"), "Return")
    nurse.see("Inget samtal pågår")
    nurse.press("Ctrl+2")
    nurse.see("Enbart information")


def test_closing_saves_what_was_written(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.press("F4")
    nurse.write("Ville bara fråga.")
    nurse.press("Ctrl+Shift+L")
    nurse.see("Efterarbete")
    nurse.press("Ctrl+D")
    nurse.see("Vad ledde det till?")
    assert [each.kind for each in nurse.ground.operations()][-1] == "journal.write"


def test_when_the_store_takes_nothing_the_text_stays_and_can_be_saved_later(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.press("F4")
    nurse.write("Viktigt")
    with nurse.ground.refusing("entry_versions"):
        nurse.press("Ctrl+S")
        nurse.see("Inte sparat: ", "Viktigt", "Inte sparad")
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")


def test_keys_of_a_card_in_sight_work_wherever_the_focus_is(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.press("F4")
    nurse.write("Hosta")
    nurse.press("F6")  # to the strip or the rail
    nurse.press("F6")
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")


def test_the_first_entry_that_fits_is_taken_by_enter_and_by_tab(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    for keys, typed, taken in (("Return", "feb", "Feber"), ("Tab", "hals", "Halsont")):
        nurse.press("F3", "Ctrl+A")
        nurse.write(typed)
        nurse.press(keys)
        nurse.see(taken)


def test_what_fits_no_entry_changes_nothing(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.press("F3")
    nurse.write("feb")
    nurse.press("Return", "Ctrl+A")
    nurse.write("xyz")
    nurse.press("Tab")
    nurse.see("Feber", "Inget i listan innehåller ”xyz”.")


def test_a_card_is_not_put_away_while_the_caller_is_there(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    sign(nurse)
    nurse.press("Ctrl+D")
    nurse.see("Samtalet pågår. Lägg på innan du avslutar kortet.", "I samtal")
    nurse.press("Ctrl+Shift+L")
    nurse.see("Efterarbete")
    nurse.press("Ctrl+D")
    nurse.see("Inget samtal pågår")
