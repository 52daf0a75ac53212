"""Ways out of an open case: into a unit's queue, to a patient, past a lock and to the centre."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kundcenter.domain.callback_queues import MenuCategory
from kundcenter.domain.case_codes import CaseField, Recipient, Stage
from tests.ground import MAN, PASSWORD, Ground
from tests.ui.workstation.open_case import (
    Office,
    dialog,
    facts_of,
    meanwhile,
    office,
    open_case,
    opened_office,
    reopen,
    service,
    swedish,
    told,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_callbacks import queue
from tests.ui.workstation.test_people import picture
from ui.actions import Action
from ui.dialogs.case_choose import ChooseValueDialog
from ui.dialogs.case_editors import CategoryCombo, CodeCombo, UnitCombo

__all__ = ["office", "swedish"]
pytestmark = pytest.mark.usefixtures("swedish")
MONDAY = datetime(2026, 11, 23, 8, 5, tzinfo=UTC)


def test_a_place_in_the_units_queue_hands_the_matter_over(ground: Ground, seat: Seat) -> None:
    office = opened_office(ground, **service())
    office.as_(
        "leader",
        lambda desk: desk.callback_queues.put(None, queue(office.unit, MenuCategory.ADVICE)),
    )
    ground.clock.at = MONDAY
    open_case(seat, office, "leader")
    seat.press("Ctrl+Shift+K")
    seat.see("Ärende hos Vårdcentralen Ankdammen", "mellan klockan")
    picture(seat, "case-place")
    seat.press("Return")
    seat.see("Platsen är given")
    seat.press("Return")
    seat.see("Överlämnat")
    now = told(seat, office).case
    assert (now.stage, now.handed_to) == (Stage.HANDED_OVER, Recipient.CARE_PROVIDER)
    assert now.callback_id is not None


def test_a_complaint_is_no_matter_for_the_queue(office: Office, seat: Seat) -> None:
    shown = open_case(seat, office, "leader")
    assert not shown.acts.acts[Action.CASE_PLACE].isVisible()


def test_whom_it_is_about_is_found_and_kept(office: Office, seat: Seat) -> None:
    open_case(seat, office, "leader")
    before = told(seat, office).case.facts.person
    seat.press("F2")
    seat.see("Varje träff loggas.")
    seat.write(MAN)
    seat.see("Välj")
    seat.settle()
    seat.let_pass(400)
    seat.press("Return")
    seat.until(
        lambda: told(seat, office).case.facts.person != before, "another patient", within=15.0
    )


def test_codes_units_and_categories_are_chosen_where_they_stand(office: Office, seat: Seat) -> None:
    shown = open_case(seat, office)
    facts = facts_of(shown)
    heard, unit = facts.editors[CaseField.HEARD], facts.editors[CaseField.UNIT]
    category = facts.editors[CaseField.CATEGORY]
    assert isinstance(heard, CodeCombo)
    assert isinstance(unit, UnitCombo)
    assert isinstance(category, CategoryCombo)
    assert unit.text() == str(office.unit)
    assert heard.box.currentText() == "Inte sagt"
    heard.take("JA")
    category.take("3.4")
    seat.see("Spara 2 ändringar")
    seat.press("Ctrl+S")
    seat.settle()
    now = told(seat, office).case.facts
    assert (now.heard, now.category, now.unit) == ("JA", "3.4", str(office.unit))


def test_a_difference_of_codes_is_told_in_words(office: Office, seat: Seat) -> None:
    shown = open_case(seat, office)
    child = facts_of(shown).editors[CaseField.CHILD]
    assert isinstance(child, CodeCombo)
    child.take("JA")
    meanwhile(seat, office, child="NEJ")
    assert child.warning == "Någon annan har skrivit: Nej"
    seat.press("Ctrl+S")
    seat.see("Två har skrivit olika i ”Gäller ett barn”")
    assert (shown.conflicts.standing.text(), shown.conflicts.wanted.text()) == ("Nej", "Ja")
    seat.press("Alt+3")
    other = dialog(seat, ChooseValueDialog)
    assert other.value.text() == "NEJ"
    seat.press("Esc")
    seat.press("Alt+2")
    seat.see_no_more("Två har skrivit olika")
    assert told(seat, office).case.facts.child == "JA"


def test_behind_a_lock_it_is_not_seen_and_comes_back_as_it_was(office: Office, seat: Seat) -> None:
    shown = open_case(seat, office)
    facts_of(shown).editors[CaseField.WANTED].setFocus()
    seat.press("Ctrl+A")
    seat.write("En ny tid.")
    seat.workstation.lock()
    seat.see("Skärmen är låst.")
    assert "En ny tid." not in seat.reads()
    seat.write(PASSWORD)
    seat.press("Return")
    seat.see_no_more("Skärmen är låst.")
    seat.see("Klockor")
    assert facts_of(shown).editors[CaseField.WANTED].text() == "En ny tid."
    assert len(facts_of(shown).edits) == 1


def test_somebody_who_is_signed_out_finds_what_was_written(office: Office, seat: Seat) -> None:
    """Signed out it was not cancelled: it is no dialog that asks once more."""
    shown = open_case(seat, office)
    facts_of(shown).editors[CaseField.WANTED].setFocus()
    seat.press("Ctrl+A")
    seat.write("En ny tid.")
    seat.let_pass(700)
    seat.settle()
    seat.window.drop_dialogs()
    seat.settle()
    again = reopen(seat, office)
    seat.see("Återställd text, inte sparad")
    assert facts_of(again).editors[CaseField.WANTED].text() == "En ny tid."
    seat.press("Esc", "Esc")
    seat.settle()
    third = reopen(seat, office)
    assert facts_of(third).edits == ()  # thrown away by hand
