"""A complaint is taken in on a real desk: from the card and alone, by keys, and kept apart."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseAct,
    CaseChannel,
    CaseKind,
    Complainant,
    Duty,
    Injury,
    Said,
    Stage,
)
from kundcenter.domain.grounds import Ground
from kundcenter.domain.parts import PartKind
from kundcenter.services.people import PastEntry
from kundcenter.start.desk import Desk
from tests.ground import NUMBER, WOMAN
from tests.ui.workstation.intake import (
    WORDS,
    cases,
    form,
    intake,
    open_form,
    swedish,
    taken,
    the_case,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import picture
from tests.ui.workstation.test_times_moved import fits
from ui.theme.look import Look
from ui.theme.themes import ThemeName
from ui.theme.wear import wear
from ui.widgets.buttons import Button

__all__ = ["swedish"]
pytestmark = pytest.mark.usefixtures("swedish")


@pytest.fixture
def on_card(seat: Seat) -> Seat:
    """A nurse in a call about the woman."""
    seat.sign_in("nurse")
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")
    return seat


def test_from_the_card_by_keys_alone(on_card: Seat) -> None:
    open_form(on_card)
    picture(on_card, "intake-open")
    on_card.write(WORDS)
    on_card.press("Tab")
    on_card.write("Väntade länge i telefon. Samtalet bröts.")
    on_card.press("Tab")
    on_card.write("Att någon ringer upp.")
    on_card.press("Tab", "L", *["Tab"] * 5)  # past the boxes
    on_card.press("1")  # the patient; then the next question is the one to answer
    on_card.press("N", "N")
    on_card.write("finska")
    on_card.press("Tab", "1", *["Tab"])
    picture(on_card, "intake-written")
    assert form(on_card).facts.injury is Injury.NO
    on_card.press("Ctrl+Return")
    shown = taken(on_card)
    picture(on_card, "intake-taken")
    told = the_case(on_card)
    facts = told.case.facts
    assert shown.number.text() == told.case.number
    assert (facts.words, facts.wanted) == (WORDS, "Att någon ringer upp.")
    assert facts.summary == "Väntade länge i telefon. Samtalet bröts."
    assert facts.complainant is Complainant.PATIENT
    assert (facts.child, facts.protected, facts.language) == (Said.NO, Said.NO, "finska")
    assert facts.number == NUMBER
    assert told.person is not None
    assert told.case.call_id is not None
    assert told.case.channel is CaseChannel.TELEPHONE
    (remark,) = (each.text for each in told.steps if each.act is CaseAct.COMMENTED)
    assert remark == "Vill också: ersättning för skada av läkemedel."
    on_card.press("Return")
    on_card.see(f"Ärendet {told.case.number} är registrerat.")


def test_what_is_said_in_the_call_is_confirmed_in_it(on_card: Seat) -> None:
    open_form(on_card)
    on_card.write(WORDS)
    on_card.press("Ctrl+Return")
    taken(on_card)
    on_card.see("Vi har tagit emot det. Du får svar senast måndag 21 december.")
    case = the_case(on_card).case
    assert case.stage is Stage.CONFIRMED
    assert case.confirmed_at is not None


def test_nothing_of_it_is_in_the_record(on_card: Seat) -> None:
    card = on_card.workstation.cards.current
    assert card is not None
    call_id, person = card.call.id, card.who.person
    assert person is not None

    def history(desk: Desk) -> tuple[PastEntry, ...]:
        return desk.people.open(person.id, Ground(call_id=call_id)).history

    before = asked(on_card, history)
    open_form(on_card)
    on_card.write(WORDS)
    on_card.press("Ctrl+Return")
    taken(on_card)
    told = the_case(on_card)
    assert told.person is not None
    assert told.person.id == person.id
    assert asked(on_card, history) == before
    on_card.press("Return")
    assert WORDS not in on_card.reads()


def test_a_relative_is_asked_who_and_whether_the_patient_agrees(on_card: Seat) -> None:
    open_form(on_card)
    on_card.write(WORDS)
    who = form(on_card).who
    assert not who.name.isVisible()
    who.complainant.take_focus()
    on_card.press("2")
    on_card.write("Anna Exempel")
    on_card.press("Tab")
    on_card.write("mor")
    on_card.press("Tab", "J")
    picture(on_card, "intake-relative")
    on_card.press("Ctrl+Return")
    taken(on_card)
    facts = the_case(on_card).case.facts
    assert facts.complainant is Complainant.RELATIVE
    assert (facts.name, facts.relation, facts.consent) == ("Anna Exempel", "mor", Said.YES)


def test_who_is_anonymous_is_asked_nothing_and_gets_no_answer(on_card: Seat) -> None:
    open_form(on_card)
    on_card.write(WORDS)
    form(on_card).who.complainant.take_focus()
    on_card.press("4")
    shown = form(on_card)
    on_card.settle()
    assert not shown.answer.answer_by.isVisible()
    assert not shown.answer.number.isVisible()
    assert not shown.who.patient.isVisible()
    assert not intake(on_card).print.isVisible()
    on_card.see("Inget svar är att vänta.")
    picture(on_card, "intake-anonymous")
    on_card.press("Ctrl+P")  # there is nobody to print for
    assert cases(on_card) == ()
    on_card.press("Ctrl+Return")
    assert not taken(on_card).print.isVisible()
    on_card.see("Tack. Vi tar emot det, men kan inte svara dig.")
    told = the_case(on_card)
    assert told.case.facts.anonymous
    assert told.person is None
    assert (told.case.facts.number, told.case.facts.person) == ("", "")
    assert told.case.confirmed_at is None


def test_praise_needs_few_words(on_card: Seat) -> None:
    open_form(on_card)
    form(on_card).telling.kind.take_focus()
    on_card.press("3")
    on_card.settle()
    assert not form(on_card).what.duties.isVisible()
    on_card.write("Så vänlig i telefon!")
    on_card.press("Ctrl+Return")
    taken(on_card)
    on_card.see("Tack. Vi har tagit emot det.")
    case = the_case(on_card).case
    assert (case.kind, case.facts.words) == (CaseKind.PRAISE, "Så vänlig i telefon!")


def test_a_suspected_injury_goes_to_the_chief_at_once_and_the_ticks_are_noted(
    on_card: Seat,
) -> None:
    open_form(on_card)
    on_card.write(WORDS)
    what = form(on_card).what
    on_card.settle()
    assert not what.duties.boxes[Duty.EVENT].isVisible()
    what.injury.take_focus()
    on_card.press("3")
    on_card.see("Chefläkarens beslut")
    assert what.duties.boxes[Duty.EVENT].isVisible()
    next(iter(what.duties.boxes.values())).setFocus()
    on_card.press("P", "I")
    picture(on_card, "intake-injury")
    on_card.press("Ctrl+Return")
    taken(on_card)
    on_card.see("Chefläkaren har fått ärendet")
    picture(on_card, "intake-injury-taken")
    told = the_case(on_card)
    assert told.case.facts.injury is Injury.SERIOUS
    assert told.case.alerted_at is not None
    acts = {step.act for step in told.steps}
    assert {CaseAct.ALERTED, CaseAct.INFORMED} <= acts
    informed = {step.duty for step in told.steps if step.act is CaseAct.INFORMED}
    assert informed == {Duty.PATIENT_BOARD, Duty.IVO}


def test_of_a_protected_one_no_address_is_written(on_card: Seat) -> None:
    open_form(on_card)
    on_card.write(WORDS)
    shown = form(on_card)
    shown.answer.answer_by.choose(AnswerBy.LETTER)
    shown.show_parts()
    shown.answer.address.set_text("Provgatan 1\n550 00 Provstad")
    assert shown.facts.address
    shown.who.protected.take_focus()
    on_card.press("J")
    on_card.settle()
    assert not shown.answer.address.isVisible()
    on_card.press("PgDown")
    on_card.see("Brevet går genom Skatteverkets förmedling.")
    on_card.press("Ctrl+Return")
    taken(on_card)
    told = the_case(on_card)
    assert told.protected
    assert told.case.facts.address == ""


def test_from_the_part_that_is_about_a_complaint(on_card: Seat) -> None:
    card = on_card.workstation.cards.current
    assert card is not None
    card.add_part(PartKind.COMPLAINT)
    on_card.see("Ta emot klagomålet")
    (button,) = (b for b in card.view.findChildren(Button) if b.text() == "Ta emot klagomålet")
    picture(on_card, "intake-part")
    button.click()
    on_card.see("Med egna ord")
    on_card.write(WORDS)
    on_card.press("Ctrl+Return")
    taken(on_card)
    assert the_case(on_card).case.call_id == card.call.id


def test_on_another_page_no_call_is_meant(on_card: Seat) -> None:
    on_card.press("Ctrl+2")
    open_form(on_card)
    on_card.write(WORDS)
    assert form(on_card).channel.isVisible()
    on_card.press("Ctrl+Return")
    taken(on_card)
    told = the_case(on_card)
    assert (told.case.call_id, told.person) == (None, None)


def test_cancelled_it_was_never_there_and_one_stroke_does_not_throw_words_away(
    on_card: Seat,
) -> None:
    open_form(on_card)
    on_card.press("Escape")  # nothing is written
    on_card.see_no_more("Med egna ord")
    open_form(on_card)
    on_card.write(WORDS)
    on_card.press("Escape")
    on_card.see("Tryck Esc igen")
    assert form(on_card).telling.words.text() == WORDS
    on_card.write(" Och så det här.")  # then it is asked anew
    on_card.see_no_more("Tryck Esc igen")
    on_card.press("Escape")
    on_card.see("Tryck Esc igen")
    on_card.press("Escape")
    on_card.see_no_more("Med egna ord")
    open_form(on_card)
    assert form(on_card).telling.words.text() == ""
    assert cases(on_card) == ()


def test_everything_has_a_name_a_stop_for_tab_and_a_key_of_its_own(on_card: Seat) -> None:
    open_form(on_card)
    form(on_card).what.injury.choose(Injury.SUSPECTED)
    form(on_card).who.complainant.choose(Complainant.RELATIVE)
    form(on_card).show_parts()
    on_card.settle()
    assert nameless(on_card) == []
    assert unreachable(on_card) == []
    assert ambiguous(on_card) == {}


@pytest.mark.parametrize("name", ["large", "dark", "wide"])
def test_the_dialogs_hold_in_large_letters_and_in_the_dark(on_card: Seat, name: str) -> None:
    looks = {"large": Look(size=150), "dark": Look(theme=ThemeName.DARK), "wide": Look()}
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, looks[name])
    if name == "wide":
        on_card.window.resize(1920, 1080)
    open_form(on_card)
    on_card.write(WORDS)
    form(on_card).what.injury.take_focus()
    on_card.press("2")
    picture(on_card, f"intake-{name}")
    fits(on_card)
    on_card.press("PgDown", "PgDown")
    picture(on_card, f"intake-{name}-end")
    on_card.press("Ctrl+Return")
    taken(on_card)
    picture(on_card, f"intake-{name}-taken")
    fits(on_card)
