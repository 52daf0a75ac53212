"""One card per call, with parts: two children, two notes; a call that changes its nature."""

from __future__ import annotations

from uuid import UUID

from kundcenter.domain.journal import Note, Relation
from kundcenter.domain.parts import Part, PartKind
from tests.ground import CHILD, WOMAN
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.panels.advice import AdvicePart
from ui.panels.card import CallCard

OTHER_CHILD = "070101-2387"  # an official test number that is not in the file
NOTHING_YET = "Välj vad ärendet ledde till."


def card_of(seat: Seat) -> CallCard:
    card = seat.workstation.cards.current
    assert card is not None
    return card


def parts_of(seat: Seat) -> tuple[Part, ...]:
    return asked(seat, lambda desk: desk.calls.parts(card_of(seat).call.id))


def note_of(seat: Seat, part: Part) -> Note:
    assert part.entry_id is not None
    entry_id: UUID = part.entry_id
    return asked(seat, lambda desk: desk.journal.open(entry_id).latest.note)


def add_part(seat: Seat, number: str = "") -> None:
    seat.press("Ctrl+Shift+N")
    seat.see("Ny del i samtalet")
    if number:
        seat.press(number)
    seat.press("Return")
    seat.see_no_more("Ny del i samtalet")


def register(seat: Seat, number: str, name: str) -> None:
    seat.press("F2")
    seat.write(number)
    seat.press("Return")
    seat.see("Numret finns inte här. Stämmer det?")
    seat.write(name)
    seat.press("Tab")
    seat.write("Öberg")
    seat.press("Return")
    seat.see(f"{name} Öberg")


def write(seat: Seat, text: str) -> None:
    seat.press("F4")
    seat.write(text)


def test_a_call_begins_with_one_part(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Rådgivning")
    assert [part.kind for part in parts_of(nurse)] == [PartKind.ADVICE]


def test_two_children_are_two_notes_with_the_same_parent_telling(nurse: Seat) -> None:
    nurse.take_call()
    register(nurse, CHILD, "Ett")
    card_of(nurse).form.informant.choose(Relation.GUARDIAN)
    card_of(nurse).form.informant_name.set_text("Mamma Öberg")
    write(nurse, "Ett har feber.")
    add_part(nurse)
    nurse.see("Rådgivning 2")
    register(nurse, OTHER_CHILD, "Två")
    assert "Ett har feber." not in nurse.reads()
    write(nurse, "Två har utslag.")
    nurse.press("Ctrl+S", "Ctrl+Shift+J")
    nurse.see("Ett Öberg", "Ett har feber.")
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    first, second = parts_of(nurse)
    assert first.person_id != second.person_id
    assert [note_of(nurse, part).history for part in (first, second)] == [
        "Ett har feber.",
        "Två har utslag.",
    ]
    assert {note_of(nurse, part).informant for part in (first, second)} == {Relation.GUARDIAN}
    assert {note_of(nurse, part).informant_name for part in (first, second)} == {"Mamma Öberg"}


def test_what_is_known_of_who_tells_is_nobodys_unsaved_text(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    card_of(nurse).form.informant.choose(Relation.RELATIVE)
    add_part(nurse)
    view = card_of(nurse).view
    assert isinstance(view, AdvicePart)
    assert (view.form.note.informant, view.unsaved, view.blank) == (Relation.RELATIVE, False, True)


def test_a_part_that_was_opened_by_mistake_is_taken_away(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    assert "Ta bort delen" not in nurse.reads()
    add_part(nurse)
    nurse.see("Rådgivning 2", "Ta bort delen")
    card_of(nurse).view.dropping.emit()
    nurse.see_no_more("Rådgivning 2")
    assert len(parts_of(nurse)) == 1


def test_a_question_for_the_switchboard_becomes_advice_without_a_new_form(seat: Seat) -> None:
    seat.sign_in("switch")
    seat.call_by_hand()
    seat.see("Växel", "Ärendet ledde till", "Här skrivs ingen medicinsk text.")
    assert [part.kind for part in parts_of(seat)] == [PartKind.SWITCHBOARD]
    assert "Symtom och anamnes" not in seat.reads()


def test_closing_goes_to_the_part_that_says_nothing_and_each_has_its_own(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    write(nurse, "Frågar om recept.")
    nurse.press("F9")
    nurse.write("egenv")
    nurse.press("Return")
    add_part(nurse, "2")
    nurse.see("Växel")
    nurse.press("Ctrl+J")
    nurse.see("Frågar om recept.")
    nurse.press("Ctrl+Shift+L")
    nurse.see("Efterarbete")
    nurse.press("Ctrl+D")
    nurse.see(NOTHING_YET)
    nurse.write("enbart")
    nurse.press("Return")
    call_id = card_of(nurse).call.id
    nurse.press("Ctrl+D")
    nurse.see("Inget samtal pågår")
    parts = asked(nurse, lambda desk: desk.calls.parts(call_id))
    assert [part.outcome for part in parts] == ["EGENVARD", "INFO"]


def test_a_tab_says_how_its_part_stands_and_names_nobody(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    tabs = card_of(nurse)._row.tabs
    assert tabs.tabText(0) == "Rådgivning  Ny"
    write(nurse, "Hosta")
    assert tabs.tabText(0) == "Rådgivning  Osparad"
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    assert tabs.tabText(0) == "Rådgivning  Sparad"
    assert not tabs.tabIcon(0).isNull()


def test_the_tab_of_a_card_tells_that_something_is_not_saved(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.call_by_hand()
    nurse.see("Pågår")
    assert "inte sparat" not in nurse.reads()
    write(nurse, "Hosta")
    nurse.see("Pågår, inte sparat")


def test_one_comes_back_to_the_very_place_where_one_was_writing(nurse: Seat) -> None:
    nurse.call_by_hand()
    write(nurse, "Hosta")
    nurse.press("Left", "Left")
    nurse.call_by_hand()
    nurse.press("Ctrl+Tab")
    nurse.write("rr")
    nurse.see("Hosrrta")
