"""Who a person is, at the window: guessed, named, corrected, and a mistaken number taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kundcenter.domain.identity import Sex
from kundcenter.domain.journal import Relation
from tests.ground import ASKED, CHILD, WHOLE, WOMAN, identity
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import NEW, beside, picture, woman
from ui.panels.note_form import NoteForm
from ui.panels.who import WhoPanel
from ui.people import today

TELLS_NOTHING = "00749852BZK0"  # an official example of a national reserve number
DESCRIBED = "Kvinna på torget"


def unknown(seat: Seat) -> None:
    """A call about somebody unidentified."""
    seat.call_by_hand()
    seat.press("Tab", "Tab", "Space")
    seat.see("Hur personen ska kallas")
    seat.write(DESCRIBED)


def form_of(seat: Seat) -> NoteForm:
    card = seat.workstation.cards.current
    assert card is not None
    return card.view.findChildren(NoteForm)[0]


def who_of(seat: Seat) -> WhoPanel:
    card = seat.workstation.cards.current
    assert card is not None
    return card.who


def test_of_somebody_unknown_sex_and_age_are_asked_for(nurse: Seat) -> None:
    unknown(nurse)
    picture(nurse, "unidentified")
    nurse.press("Tab", "2", "Tab")
    nurse.write("snart fyra")
    nurse.press("Return")
    nurse.see("eller en ålder som 40 år")
    nurse.press("Ctrl+A")
    nurse.write("44 år")
    nurse.press("Return")
    nurse.see(DESCRIBED, "44 år", "Kvinna")
    person = who_of(nurse).person
    assert person is not None
    assert (person.sex, person.age(today())) == (Sex.WOMAN, 44)


def test_a_reserve_number_that_tells_nothing_is_asked_about_and_another_is_not(
    nurse: Seat,
) -> None:
    nurse.call_by_hand()
    nurse.write(TELLS_NOTHING)
    nurse.press("Return")
    nurse.see("Numret finns inte här. Stämmer det?", "Kön", "Född, eller ålder")
    nurse.write("Test")
    nurse.press("Tab")
    nurse.write("Reserv")
    nurse.press("Tab", "3", "Tab")
    nurse.write("1999-02-03")
    picture(nurse, "reserve")
    nurse.press("Return")
    nurse.see("Test Reserv", TELLS_NOTHING)
    person = who_of(nurse).person
    assert person is not None
    assert (person.sex, person.birth_date()) == (Sex.MAN, date(1999, 2, 3))
    who_of(nurse).person_view.changed_mind.emit()
    nurse.write(NEW)
    nurse.press("Return")
    nurse.see("Numret finns inte här. Stämmer det?")
    assert "Född, eller ålder" not in nurse.reads()


def test_who_is_identified_is_called_by_name_from_now_on(nurse: Seat) -> None:
    unknown(nurse)
    nurse.press("Return")
    nurse.see(DESCRIBED, "Utan identitetsnummer")
    nurse.press("Ctrl+F2", "3", "Return")
    nurse.see(f"Hittills kallad: {DESCRIBED}.")
    nurse.write(NEW)
    nurse.press("Return")
    nurse.see("Skriv ett namn")
    nurse.write("Åsa")
    nurse.press("Tab")
    nurse.write("Öberg")
    picture(nurse, "identity")
    nurse.press("Return")
    nurse.see("Åsa Öberg", NEW)
    nurse.see_no_more(DESCRIBED)


def test_a_wrong_name_is_corrected_with_a_reason(nurse: Seat) -> None:
    woman(nurse)
    nurse.press("Ctrl+F2")
    nurse.see("Rätta namn, kön eller födelsedatum")
    picture(nurse, "facts")
    nurse.press("7", "Return")
    nurse.see("Ändringen loggas med skälet.", "Numret säger 1988-07-02.")
    nurse.press("Ctrl+A")
    nurse.write("Rättad")
    picture(nurse, "correct")
    nurse.press("Return")
    nurse.see("Skriv varför uppgiften ändras.")
    nurse.write("Felskrivet vid registreringen")
    nurse.press("Return")
    nurse.see("Rättad Person 1988")


def test_a_number_of_another_is_taken_back_and_free_again(nurse: Seat) -> None:
    people = nurse.ground.desk.people
    id = beside(lambda: people.register_unidentified(DESCRIBED)).the("person")
    number = identity(CHILD)
    beside(lambda: people.identify(id, number, given_name="Fel", family_name="Barn"))
    beside(lambda: nurse.ground.clock.pass_time(minutes=1))
    beside(lambda: nurse.ground.desk.journal.write(id, WHOLE))
    nurse.call_by_hand()
    nurse.write(CHILD)
    nurse.press("Return")
    nurse.see("Fel Barn")
    nurse.press("Ctrl+F2", "8", "Return")
    nurse.see("Numret gavs till fel person.", "Skrivet under numret.", "Test Nurse")
    nurse.press("Return")
    nurse.see("Skriv ett namn")
    nurse.write(DESCRIBED)
    nurse.press("Tab")
    picture(nurse, "unidentify")
    nurse.press("Return")
    nurse.see("Skriv varför uppgiften ändras.")
    nurse.write("Numret var hennes systers")
    nurse.press("Return")
    nurse.see(DESCRIBED, "Utan identitetsnummer")
    nurse.see_no_more("Fel Barn")
    assert beside(lambda: people.find(number)) is None


def test_a_telephonist_is_not_offered_to_take_a_number_back(seat: Seat) -> None:
    seat.sign_in("switch")
    people = seat.ground.desk.people
    id = beside(lambda: people.register_unidentified(DESCRIBED)).the("person")
    beside(lambda: people.identify(id, identity(CHILD)))
    seat.call_by_hand()
    seat.write(CHILD)
    seat.press("Return")
    seat.see(DESCRIBED)
    seat.press("Ctrl+F2")
    seat.see("Rätta namn, kön eller födelsedatum")
    assert "Ta tillbaka identitetsnumret" not in seat.reads()


def test_of_a_child_it_is_asked_who_tells_and_nothing_is_stopped(nurse: Seat) -> None:
    people = nurse.ground.desk.people
    beside(lambda: people.register_unidentified("Pojke, två år", born_on=date(2024, 6, 1)))
    nurse.call_by_hand()
    nurse.press("Shift+F2")
    nurse.write("pojke")
    nurse.see("Utan identitetsnummer")
    nurse.press("Return")
    nurse.see("Välj vem som lämnar uppgifterna.")
    picture(nurse, "child")
    form = form_of(nurse)
    nurse.press("Shift+F3")
    assert form.informant.box.line.hasFocus()
    form.informant.take(Relation.SELF)
    assert form.informant.warning == ""
    form.show_note(form.note)
    assert form.informant.warning
    form.informant.take(Relation.GUARDIAN)
    assert form.informant.warning == ""


def test_of_an_adult_it_is_not_asked(nurse: Seat) -> None:
    woman(nurse)
    assert form_of(nurse).informant.warning == ""


def test_who_says_nothing_of_how_it_is_compares_with_nothing(nurse: Seat) -> None:
    woman(nurse)
    nurse.see("Har hört av sig nyligen")
    nurse.press("Alt+1")
    form = form_of(nurse)
    assert form.note.follows is not None
    form.course.take_focus()
    nurse.press("1")
    assert form.note == replace(form.note, course="", follows=None)


def test_another_patient_follows_nothing_of_the_one_before(nurse: Seat) -> None:
    woman(nurse)
    nurse.see("Har hört av sig nyligen")
    nurse.press("Alt+1")
    form = form_of(nurse)
    assert form.note.follows is not None
    assert form.note.course == "SAMRE"
    who_of(nurse).person_view.changed_mind.emit()
    assert form.note == replace(form.note, course="", follows=None)
    assert form.course.isHidden()
    beside(lambda: nurse.ground.desk.people.register(identity(CHILD), "Test", "Barn"))
    nurse.write(CHILD)
    nurse.press("Return")
    nurse.see("Test Barn")
    nurse.press("F4")
    nurse.write("Hosta.")
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    found = beside(lambda: nurse.ground.desk.people.find(identity(WOMAN)))
    assert found is not None
    card = beside(lambda: nurse.ground.desk.people.open(found.id, ASKED))
    assert len(card.history) == 1
