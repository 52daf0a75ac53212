"""An open case on a real desk: what is shown, and what is changed where it stands."""

from __future__ import annotations

import pytest

from kundcenter.domain.case_codes import CaseField, EditOutcome
from kundcenter.domain.drafts import FormKind
from tests.ground import Ground
from tests.ui.workstation.open_case import (
    COMPLAINT,
    SUMMARY,
    UNIT,
    WORDS,
    Office,
    dialog,
    differing,
    facts_of,
    meanwhile,
    office,
    open_case,
    opened_office,
    reopen,
    swedish,
    told,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_people import picture
from ui.dialogs.case import CaseDialog
from ui.dialogs.case_editors import inside
from ui.dialogs.case_history import CaseHistoryDialog

__all__ = ["office", "swedish"]
pytestmark = pytest.mark.usefixtures("swedish")


def test_a_case_is_told_with_its_clocks_and_what_was_done(office: Office, seat: Seat) -> None:
    shown = open_case(seat, office)
    seat.see("Klockor", "Klagomål", "Registrerat", UNIT)
    picture(seat, "case-open")
    facts = facts_of(shown)
    assert facts.editors[CaseField.WORDS].text() == WORDS
    assert facts.editors[CaseField.SUMMARY].text() == SUMMARY
    assert any(each.startswith("Bekräftelse senast") for each in shown.clocks.sentences)
    assert any(each.startswith("Svar senast") for each in shown.clocks.sentences)
    assert "Togs in" in shown.steps.whole.text()
    assert not shown.primary.isEnabled()  # nothing is changed yet


def test_a_field_is_changed_where_it_stands(office: Office, seat: Seat) -> None:
    shown = open_case(seat, office)
    facts = facts_of(shown)
    facts.editors[CaseField.WANTED].setFocus()
    seat.press("Ctrl+A")
    seat.write("En ny tid.")
    seat.see("Spara ändringen")
    seat.press("Ctrl+S")
    seat.see("Ändringen är sparad.")
    assert not shown.primary.isEnabled()
    now = told(seat, office)
    assert now.case.facts.wanted == "En ny tid."
    assert [(each.name, each.outcome) for each in now.edits] == [
        (CaseField.WANTED, EditOutcome.APPLIED)
    ]


def test_who_writes_on_while_it_is_saved_differs_with_nobody(office: Office, seat: Seat) -> None:
    """The value is kept in another form than it was written in."""
    shown = open_case(seat, office)
    number = facts_of(shown).editors[CaseField.NUMBER]
    number.set_text(" 070-174 06 12")
    facts_of(shown).changed.emit()
    shown.primary.click()
    number.set_text("070-174 06 13")
    facts_of(shown).changed.emit()
    seat.see("Spara ändringen")
    shown.primary.click()
    seat.settle()
    now = told(seat, office)
    assert now.case.facts.number == "+46701740613"
    assert {each.outcome for each in now.edits} == {EditOutcome.APPLIED}


def test_what_others_write_comes_in_and_what_one_writes_stays(office: Office, seat: Seat) -> None:
    shown = open_case(seat, office)
    facts = facts_of(shown)
    facts.editors[CaseField.WANTED].set_text("Att jag får ett svar.")
    meanwhile(seat, office, wanted="Att någon ber om ursäkt.", summary="Ny sammanfattning.")
    assert facts.editors[CaseField.SUMMARY].text() == "Ny sammanfattning."
    assert facts.editors[CaseField.WANTED].text() == "Att jag får ett svar."
    assert "Att någon ber om ursäkt." in facts.editors[CaseField.WANTED].warning
    assert [edit.name for edit in facts.edits] == [CaseField.WANTED]
    seat.press("Ctrl+S")
    seat.see("Två har skrivit olika")
    picture(seat, "case-conflict")
    now = told(seat, office)
    assert now.case.facts.wanted == "Att någon ber om ursäkt."
    (conflict,) = now.conflicts
    assert (conflict.stood, conflict.new) == ("Att någon ber om ursäkt.", "Att jag får ett svar.")
    assert facts.editors[CaseField.WANTED].text() == "Att någon ber om ursäkt."
    assert facts.edits == ()
    shown_by = shown.conflicts.standing_by.text(), shown.conflicts.wanted_by.text()
    assert [each.partition(",")[0] for each in shown_by] == ["Test Other", "Test Handler"]


@pytest.mark.parametrize(
    ("chord", "value"),
    [("Alt+1", "Att någon ber om ursäkt."), ("Alt+2", "Att jag får ett svar.")],
)
def test_between_two_values_one_is_chosen_by_key(
    office: Office, seat: Seat, chord: str, value: str
) -> None:
    differing(office)
    shown = open_case(seat, office)
    seat.see("Två har skrivit olika")
    seat.press(chord)
    seat.see_no_more("Två har skrivit olika")
    now = told(seat, office)
    assert now.case.facts.wanted == value
    assert (now.case.conflicts, now.conflicts) == (0, ())
    assert shown.isVisible()


def test_neither_of_two_values_but_a_third(office: Office, seat: Seat) -> None:
    differing(office)
    open_case(seat, office)
    seat.see("Två har skrivit olika")
    seat.press("Alt+3")
    seat.see("Vad ska gälla")
    seat.press("Ctrl+A")
    seat.write("Både ett svar och en ursäkt.")
    picture(seat, "case-third")
    seat.press("Ctrl+Return")
    seat.see_no_more("Två har skrivit olika")
    assert told(seat, office).case.facts.wanted == "Både ett svar och en ursäkt."


def test_the_history_of_a_field_tells_who_wrote_what(office: Office, seat: Seat) -> None:
    differing(office)
    open_case(seat, office)
    seat.press("Ctrl+H")
    seat.see("Fältens historik", "Skiljer sig", "Test Other")
    picture(seat, "case-history")
    history = dialog(seat, CaseHistoryDialog)
    assert "Där stod: Att någon ber om ursäkt." in history.what.text()
    history.field.take(CaseField.WANTED)
    seat.settle()
    assert len(history.model.records) == 2
    seat.press("Esc")


def test_the_history_begins_with_the_field_one_stands_in(office: Office, seat: Seat) -> None:
    differing(office)
    office.as_("other", lambda desk: office.edit(desk, summary="En annan."))
    shown = open_case(seat, office)
    facts_of(shown).editors[CaseField.SUMMARY].setFocus()
    seat.press("Ctrl+H")
    history = dialog(seat, CaseHistoryDialog)
    assert [each.name for each in history.model.records] == [CaseField.SUMMARY]


def test_what_is_missing_for_the_answer_is_told_at_its_field(ground: Ground, seat: Seat) -> None:
    office = opened_office(ground, answer_by="EPOST", email="")
    shown = open_case(seat, office)
    seat.press("PgDown", "PgDown")
    picture(seat, "case-lacks")
    editors = facts_of(shown).editors.items()
    told_of = {name for name, each in editors if "Saknas." in inside(each).accessibleDescription()}
    assert told_of == {CaseField.EMAIL, CaseField.INJURY}


def test_what_cannot_be_is_said_at_its_field(office: Office, seat: Seat) -> None:
    shown = open_case(seat, office)
    facts = facts_of(shown)
    facts.editors[CaseField.EVENT].set_text("i våras")
    facts.editors[CaseField.WANTED].set_text("Något.")
    shown.primary.click()
    seat.settle()
    assert "Skriv när det hände, som" in facts.editors[CaseField.EVENT].error
    assert {edit.name for edit in facts.edits} == {CaseField.WANTED, CaseField.EVENT}
    assert told(seat, office).case.facts.wanted != "Något."  # whole or not at all
    facts.editors[CaseField.EVENT].set_text("2026-11")
    for field, words in (
        (CaseField.NUMBER, "Det är inget telefonnummer."),
        (CaseField.EMAIL, "Det är ingen e-postadress."),
    ):
        editor = facts.editors[field]
        before = editor.text()
        editor.set_text("abc")
        shown.primary.click()
        seat.settle()
        assert words in editor.error
        editor.set_text(before)


def test_what_is_written_is_not_lost_by_one_stroke(office: Office, seat: Seat) -> None:
    shown = open_case(seat, office)
    facts = facts_of(shown)
    facts.editors[CaseField.WANTED].setFocus()
    seat.press("Ctrl+A")
    seat.write("En ny tid.")
    seat.press("Esc")
    seat.see("Tryck Esc igen")
    assert shown.isVisible()
    seat.press("Esc")
    seat.settle()
    assert not [each for each in seat.window.findChildren(CaseDialog) if each.isVisible()]


def test_what_is_written_stands_there_again_after_a_crash(office: Office, seat: Seat) -> None:
    """Only what was changed: what others wrote of other fields since is not undone by it."""
    shown = open_case(seat, office)
    facts_of(shown).editors[CaseField.WANTED].set_text("Ett svar.")
    facts_of(shown).changed.emit()
    seat.let_pass(700)
    kept = asked(seat, lambda desk: desk.drafts.form(FormKind.CASE_EDIT, office.case))
    assert kept == {"wanted": "Ett svar.", "old.wanted": COMPLAINT["wanted"]}
    seat.window.drop_dialogs()
    seat.settle()
    meanwhile(seat, office, wanted="En ursäkt.", summary="Ny sammanfattning.")
    again = facts_of(reopen(seat, office))
    seat.settle()
    assert again.editors[CaseField.SUMMARY].text() == "Ny sammanfattning."
    assert again.editors[CaseField.WANTED].text() == "Ett svar."
    (edit,) = again.edits
    assert (edit.old, edit.new) == (COMPLAINT["wanted"], "Ett svar.")


def test_a_protected_one_is_named_nowhere(ground: Ground, seat: Seat) -> None:
    office = opened_office(ground, protected="JA")
    shown = open_case(seat, office)
    seat.see("Skyddade uppgifter")
    picture(seat, "case-protected")
    assert facts_of(shown).person.text() == "Skyddad uppgift"


def test_who_may_not_open_it_is_told_so(office: Office, seat: Seat) -> None:
    office.as_("handler", lambda desk: office.edit(desk, summary="x"))
    open_case(seat, office, "switch")
    seat.see("Din roll får inte göra det här.")
