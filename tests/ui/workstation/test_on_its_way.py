"""While a note is on its way to the store nobody else takes its place, and nothing slips in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from kundcenter.domain.grounds import Ground, GroundCategory
from kundcenter.domain.opened import OpenEntry
from kundcenter.start.tour.eyes import sees
from tests.ground import MAN, WHOLE, WOMAN, identity
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_attacked import card, slow_store
from ui.panels.advice import AdvicePart

CARE = Ground(category=GroundCategory.CARE, text="Patienten ringer om hosta")
LONG = 450  # ms: longer than what needs no words


def begin(seat: Seat) -> AdvicePart:
    """A call with a patient and a whole note, not saved yet; the caret stands in its text."""
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")
    view = card(seat).view
    assert isinstance(view, AdvicePart)
    view.form.show_note(WHOLE)
    seat.press("F4", "Ctrl+End")
    return view


def noted(seat: Seat) -> tuple[OpenEntry, ...]:
    call = card(seat).call.id
    return asked(seat, lambda desk: desk.journal.of_call(call))


def test_the_person_cannot_be_changed_while_the_note_is_saved(nurse: Seat) -> None:
    view = begin(nurse)
    with slow_store(nurse):
        nurse.hands.press("Ctrl+S")
        nurse.hands.press("Ctrl+Shift+B")
        nurse.let_pass(LONG)
        assert view.who.person is not None
        assert view.who.person.person_id.value == WOMAN
        assert sees("Anteckningen sparas. Patienten kan inte bytas nu.")
    nurse.see("Sparad, osignerad")
    nurse.see_no_more("Patienten kan inte bytas nu.")


def test_a_person_who_comes_late_does_not_take_the_place(nurse: Seat) -> None:
    view = begin(nurse)
    man = asked(nurse, lambda desk: desk.people.find(identity(MAN)))
    assert man is not None
    with slow_store(nurse):
        view.who.open(man.id, CARE)
        nurse.hands.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    nurse.see("Delen har en anteckning om en annan patient. Lägg till en ny del.")
    assert view.who.person is not None
    assert view.who.person.person_id.value == WOMAN


def test_nobody_is_shown_over_a_saved_note_and_it_can_still_be_saved(nurse: Seat) -> None:
    view = begin(nurse)
    man = asked(nurse, lambda desk: desk.people.find(identity(MAN)))
    assert man is not None
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    view.who.open(man.id, CARE)
    nurse.see("Delen har en anteckning om en annan patient.")
    nurse.press("F4", "Ctrl+End")
    nurse.write(" Mer.")
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    (entry,) = noted(nurse)
    assert entry.entry.written_under.value == WOMAN
    assert len(entry.versions) == 2


def test_a_refused_save_lets_the_person_be_changed_again(nurse: Seat) -> None:
    view = begin(nurse)
    with nurse.ground.refusing("entries"):
        nurse.press("Ctrl+S")
        nurse.settle()
    nurse.press("Ctrl+Shift+B")
    nurse.see("Vem gäller det?")
    assert view.who.person is None


def test_only_what_stood_there_at_the_press_is_signed(nurse: Seat) -> None:
    view = begin(nurse)
    before = view.form.history.text()
    with slow_store(nurse):
        nurse.hands.press("Ctrl+Return")
        assert view.form.isHidden()
        assert sees("Anteckningen signeras.")
        nurse.hands.write("OSIGNERAT")
    nurse.see("Signerad")
    nurse.hands.write("OSIGNERAT")
    (entry,) = noted(nurse)
    assert (len(entry.versions), entry.latest.signed) == (1, True)
    assert entry.latest.note.history == before
    assert not view.unsaved


def test_a_refused_signature_opens_the_form_where_one_was_writing(nurse: Seat) -> None:
    view = begin(nurse)
    view.form.show_note(replace(WHOLE, assessment="", urgency=""))
    nurse.press("F4", "Ctrl+End")
    nurse.hands.press("Ctrl+Return")
    nurse.see("Fyll i fältet innan du signerar.")
    assert not view.form.isHidden()
    assert view.form.history.text() == WHOLE.history
    focus = QApplication.focusWidget()
    assert focus is not None and view.form.isAncestorOf(focus)


def test_a_store_that_takes_nothing_leaves_the_text_and_the_caret(nurse: Seat) -> None:
    view = begin(nurse)
    with nurse.ground.refusing("entries"):
        nurse.hands.press("Ctrl+Return")
        nurse.settle()
    nurse.write(" Vidare.")
    assert view.form.history.text() == WHOLE.history + " Vidare."


def test_finishing_while_the_note_is_saved_writes_it_once(nurse: Seat) -> None:
    begin(nurse)
    nurse.press("Ctrl+Shift+L")
    call = card(nurse).call.id
    with slow_store(nurse):
        nurse.hands.press("Ctrl+S")
        card(nurse).finish()
    nurse.until(lambda: nurse.workstation.cards.current is None, "the card to be closed")
    entries = asked(nurse, lambda desk: desk.journal.of_call(call))
    assert [len(each.versions) for each in entries] == [1]
