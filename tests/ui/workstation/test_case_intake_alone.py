"""Taken in without a call: by letter and at a visit, by any role; refused at its field; printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from kundcenter.domain.access import Role
from kundcenter.domain.calendar import local
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseAct,
    CaseChannel,
    Complainant,
    LetterKind,
    Recipient,
    Stage,
)
from kundcenter.domain.case_terms import CATEGORIES, TIMES
from tests.ground import MAN, PASSWORD, Ground
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
from tests.ui.workstation.test_people import beside, picture
from ui.dialogs.case_letter import CaseLetterDialog
from ui.widgets.field import Field
from ui.widgets.text_area import TextArea

__all__ = ["swedish"]
pytestmark = pytest.mark.usefixtures("swedish")


def letter(seat: Seat) -> CaseLetterDialog:
    """The one whose pages are shown."""
    seat.see("Spara som PDF", within=60.0)  # the typeface is cut for the first page
    (found,) = (d for d in seat.window.findChildren(CaseLetterDialog) if d.isVisible())
    return found


def test_a_letter_that_came_some_days_ago(seat: Seat) -> None:
    seat.sign_in("switch")
    open_form(seat)
    seat.write(WORDS)
    shown = form(seat)
    shown.channel.setFocus()
    seat.write("brev")
    seat.press("Tab")
    seat.write("18/11")
    assert shown.answer.confirm.value == AnswerBy.UNSAID  # who wrote waits for it
    shown.who.patient.setFocus()
    seat.write("Test Person")
    picture(seat, "intake-alone")
    seat.press("Ctrl+Return")
    taken(seat)
    case = the_case(seat).case
    assert case.channel is CaseChannel.LETTER
    assert f"{local(case.received_at):%Y-%m-%d}" == "2026-11-18"
    assert case.facts.patient == "Test Person"
    assert (case.stage, case.confirmed_at, case.call_id) == (Stage.REGISTERED, None, None)
    assert case.due_at == datetime(2026, 11, 20, 23, tzinfo=UTC)  # the acknowledgement's end


def test_who_may_open_no_person_takes_one_in_all_the_same(seat: Seat) -> None:
    seat.sign_in("reviewer")
    open_form(seat)
    shown = form(seat)
    seat.settle()
    assert not shown.seek.isVisible()
    assert not shown.what.unit.isVisible()
    seat.write(WORDS)
    seat.press("Ctrl+Return")
    taken(seat)
    assert the_case(seat).case.facts.words == WORDS


def test_the_patient_is_found_and_taken_away_again(seat: Seat) -> None:
    seat.sign_in("nurse")
    open_form(seat)
    seat.write(WORDS)
    shown = form(seat)
    for last in (False, True):
        shown.seek.setFocus()
        seat.press("Space")
        seat.see("Varje träff loggas.")
        seat.write("pers tes 1988")
        seat.see("880702-2382")
        seat.press("Return")
        seat.see("Patienten: Test Person 1988")
        assert not shown.who.patient.isVisible()
        if not last:
            shown.nobody.setFocus()
            seat.press("Space")
            seat.see("Ingen patient är vald")
    seat.press("Ctrl+Return")
    taken(seat)
    told = the_case(seat)
    assert told.person is not None
    assert told.person.name == "Test Person 1988"


def test_a_protected_person_is_not_named_and_the_number_is_not_written(seat: Seat) -> None:
    seat.sign_in("nurse")
    seat.take_call(keyed_id=MAN)
    seat.until(lambda: seat.workstation.cards.current.who.person is not None, "a person")  # type: ignore[union-attr]
    open_form(seat)
    seat.write(WORDS)
    seat.see("Patienten: Skyddad uppgift")
    shown = form(seat)
    assert shown.answer.number.text() == ""
    assert shown.who.protected.value == "JA"
    words = "\n".join(each.text() for each in intake(seat).findChildren(QLabel))
    assert "Test Person" not in words
    seat.press("Ctrl+Return")
    taken(seat)
    told = the_case(seat)
    assert told.protected
    assert told.case.facts.number == ""


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("happened", "snart", "Skriv när det hände"),
        ("happened", "2027", "Skriv när det hände"),
        ("number", "070-17", "Det är inget telefonnummer."),
        ("email", "någon@", "Det är ingen e-postadress."),
        ("received", "i morgon", "Den dagen har inte kommit än."),
        ("received", "snart", "Skriv dagen som "),
        ("words", "  ", "Skriv vad det gäller."),
    ],
)
def test_what_cannot_be_is_said_at_its_field(seat: Seat, name: str, text: str, said: str) -> None:
    seat.sign_in("nurse")
    open_form(seat)
    seat.write(WORDS)
    field = form(seat).kept()[name]
    assert isinstance(field, Field | TextArea)
    field.set_text(text)
    seat.press("Ctrl+Return")
    seat.settle()
    assert said in field.error
    assert field.isAncestorOf(seat.focus())
    assert cases(seat) == ()


def close_category(ground: Ground) -> None:
    """While the form is open the region ends what is chosen in it."""
    desk = ground.desk
    left = [each for each in CATEGORIES if each.code != "1.4"]
    desk.case_terms.publish(tuple(left), TIMES, upon=0)


def test_what_the_store_refuses_is_said_at_its_field(ground: Ground, seat: Seat) -> None:
    def lead() -> None:
        ground.desk.sessions.sign_in("admin", PASSWORD)
        ground.operator("lead", Role.SUPERVISOR_NURSE)
        ground.desk.sessions.sign_out()

    beside(lead)
    seat.sign_in("lead")
    open_form(seat)
    seat.write(WORDS)
    category = form(seat).what.category
    category.take("1.4")
    asked(seat, lambda _: close_category(ground))
    seat.press("Ctrl+Return")
    seat.settle()
    assert category.error
    assert cases(seat) == ()
    assert intake(seat).primary.isEnabled()
    category.take("1.3")
    seat.press("Ctrl+Return")
    taken(seat)
    assert the_case(seat).case.facts.category == "1.3"


def test_a_unit_is_found_by_typing(seat: Seat) -> None:
    seat.sign_in("nurse")
    open_form(seat)
    seat.write(WORDS)
    unit = form(seat).what.unit
    unit.setFocus()
    seat.write("central test")
    seat.press("Tab", "Ctrl+Return")
    taken(seat)
    facts = the_case(seat).case.facts
    assert facts.unit == unit_of(seat)
    assert facts.recipient is Recipient.CARE_PROVIDER


def unit_of(seat: Seat) -> str:
    view = asked(seat, lambda desk: desk.units.directory())
    return str(view.cards[0].id)


def press_print(seat: Seat) -> None:
    seat.hands.press("Ctrl+P")


def then_print(seat: Seat) -> None:
    """Registered first; the printout is asked for when the number is shown."""
    seat.press("Ctrl+Return")
    taken(seat)
    seat.hands.press("Ctrl+P")


@pytest.mark.parametrize("way", [press_print, then_print])
def test_the_acknowledgement_is_printed_before_one_hangs_up(
    seat: Seat, tmp_path: Path, way: Callable[[Seat], None]
) -> None:
    seat.sign_in("nurse")
    open_form(seat)
    seat.write(WORDS)
    form(seat).who.complainant.choose(Complainant.PATIENT)
    way(seat)
    shown = letter(seat)
    picture(seat, "intake-letter")
    assert shown.height() > 0.8 * seat.window.height()
    shown.save_to(str(tmp_path / "brev.pdf"))
    seat.see("Ärendet är registrerat")
    seat.until((tmp_path / "brev.pdf").exists, "a file")
    assert (tmp_path / "brev.pdf").read_bytes().startswith(b"%PDF")
    told = the_case(seat)
    printed = [step for step in told.steps if step.act is CaseAct.PRINTED]
    assert [step.letter for step in printed] == [LetterKind.CONFIRMATION]
    assert told.case.stage is Stage.CONFIRMED


def test_a_letter_is_confirmed_once_it_is_printed(seat: Seat, tmp_path: Path) -> None:
    seat.sign_in("nurse")
    open_form(seat)
    seat.write(WORDS)
    form(seat).channel.take(CaseChannel.VISIT)  # handed over at the counter
    assert form(seat).answer.confirm.value == AnswerBy.LETTER
    seat.hands.press("Ctrl+Return")
    shown = letter(seat)
    assert the_case(seat).case.confirmed_at is None
    shown.save_to(str(tmp_path / "brev.pdf"))
    seat.see("Sidan är sparad som PDF.")
    told = the_case(seat)
    assert told.case.stage is Stage.CONFIRMED
    ways = [step.by_way for step in told.steps if step.act is CaseAct.CONFIRMED]
    assert ways == [AnswerBy.LETTER]


def test_a_letter_that_nobody_printed_confirms_nothing(seat: Seat) -> None:
    seat.sign_in("nurse")
    open_form(seat)
    seat.write(WORDS)
    form(seat).answer.confirm.choose(AnswerBy.UNSAID)
    seat.hands.press("Ctrl+P")
    letter(seat)
    seat.press("Escape")
    taken(seat)
    assert the_case(seat).case.confirmed_at is None


def test_nobody_registers_twice_by_striking_twice(seat: Seat) -> None:
    seat.sign_in("nurse")
    open_form(seat)
    seat.write(WORDS)
    dialog = intake(seat)
    dialog.primary.click()
    dialog.primary.click()
    dialog.print.click()
    taken(seat)
    assert len(cases(seat)) == 1
