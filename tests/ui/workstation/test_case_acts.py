"""What is done with an open case, by keys alone, on a real desk."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid5

import pytest

from kundcenter.domain.case_codes import (
    CaseAct,
    Duty,
    InjuryDecision,
    Recipient,
    Stage,
)
from kundcenter.domain.drafts import FormKind
from tests.ground import Ground
from tests.ui.workstation.open_case import (
    Office,
    dialog,
    injured,
    office,
    open_case,
    opened_office,
    reopen,
    service,
    swedish,
    told,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_people import picture
from ui.actions import Action
from ui.case_acts import acts_of
from ui.dialogs.case_acts import AnswerDialog, InformDialog
from ui.dialogs.case_ask import AskDialog
from ui.dialogs.case_hand_over import HandOverDialog

__all__ = ["office", "swedish"]
pytestmark = pytest.mark.usefixtures("swedish")


def acts(seat: Seat, office: Office) -> list[CaseAct]:
    return [step.act for step in told(seat, office).steps]


def stage(seat: Seat, office: Office) -> Stage:
    return told(seat, office).case.stage


def test_a_case_goes_from_taken_in_to_closed_by_keys_alone(office: Office, seat: Seat) -> None:
    open_case(seat, office)
    seat.press("Ctrl+B")
    seat.see("Hur bekräftades det?")
    picture(seat, "case-confirm")
    seat.press("Ctrl+Return")
    seat.see("Bekräftat")
    seat.press("Ctrl+G")
    seat.see("Har hand om det: Test Handler")
    seat.press("Ctrl+T")
    seat.see("Under utredning")
    seat.press("Ctrl+Shift+A")
    seat.see("Vad som hände, och vad som görs åt det.")
    seat.write("Vi glömde ringa. Vi ringer i dag, och har nya rutiner.")
    picture(seat, "case-answer")
    seat.press("Ctrl+Return")
    seat.see("Besvarat")
    seat.press("Ctrl+D")
    seat.see("Varför, om det behövs")
    seat.press("Ctrl+Return")
    seat.see("Avslutat")
    assert acts(seat, office) == [
        CaseAct.REGISTERED,
        CaseAct.CONFIRMED,
        CaseAct.ASSIGNED,
        CaseAct.BEGUN,
        CaseAct.ANSWERED,
        CaseAct.CLOSED,
    ]
    picture(seat, "case-closed")
    assert not told(seat, office).case.flagged


def test_a_question_stops_the_clock_until_it_is_answered(office: Office, seat: Seat) -> None:
    shown = open_case(seat, office)
    seat.press("Ctrl+M")
    seat.see("Vänta på svaret")
    seat.write("Vilken dag ringde du?")
    picture(seat, "case-ask")
    seat.press("Ctrl+Return")
    seat.see_no_more("Vänta på svaret")
    now = told(seat, office).case
    assert (now.stage, now.pause_reason) == (Stage.ASKED, "Vilken dag ringde du?")
    seat.see("Väntar på den som hörde av sig sedan 2026-11-21: Vilken dag ringde du?")
    picture(seat, "case-asked")
    assert Action.CASE_RESUME in acts_of(now, shown._keeper)
    seat.press("Ctrl+R")
    seat.see("Vad svaret var")
    seat.write("Det var i måndags.")
    seat.press("Ctrl+Return")
    seat.see("Under utredning")
    assert told(seat, office).case.paused_since is None


def test_a_new_date_is_told_as_it_was_understood(office: Office, seat: Seat) -> None:
    open_case(seat, office)
    seat.press("Ctrl+M")
    ask = dialog(seat, AskDialog)
    seat.write("Vi behöver fråga mottagningen först.")
    ask.waits.setChecked(False)
    ask.primary.click()
    assert "Skriv en dag efter i dag, som 2026-11-23" in ask.day.error
    ask.day.setFocus()
    seat.write("20/11 2026")
    seat.press("Ctrl+Return")
    assert ask.isVisible()
    assert ask.day.error
    ask.day.edit.clear()
    seat.write("8 jan")
    seat.see("fre 8 januari 2027")
    seat.press("Ctrl+Return")
    seat.see("Nytt datum är lovat: 2027-01-08.")
    assert told(seat, office).case.promised_on == date(2027, 1, 8)


def test_what_is_asked_stands_there_again_after_a_crash(office: Office, seat: Seat) -> None:
    open_case(seat, office)
    seat.press("Ctrl+M")
    seat.see("Vänta på svaret")
    seat.write("Vilken dag ringde du?")
    seat.let_pass(700)
    seat.settle()
    seat.window.drop_dialogs()
    seat.settle()
    reopen(seat, office)
    seat.press("Ctrl+M")
    seat.see("Återställd text, inte sparad")
    assert dialog(seat, AskDialog).question.text() == "Vilken dag ringde du?"
    seat.press("Ctrl+Return")
    seat.see("Motfråga")
    seat.settle()
    subject = uuid5(office.case, "ask")
    assert asked(seat, lambda desk: desk.drafts.form(FormKind.CASE_ACT, subject)) == {}


def test_it_is_handed_over_as_the_routing_proposes(office: Office, seat: Seat) -> None:
    open_case(seat, office)
    seat.press("Ctrl+Shift+H")
    over = dialog(seat, HandOverDialog)
    assert over.to.value == Recipient.CARE_PROVIDER
    assert over.wishes is not None
    over.wishes.boxes["ERSATTNING"].click()
    seat.settle()
    assert "Löf" in over.why.text()
    for wish in ("HJALP", "LAKEMEDEL", "MYNDIGHET"):
        over.wishes.boxes[wish].click()
    seat.let_pass(200)
    assert over.frameGeometry().bottom() <= seat.window.frameGeometry().bottom()
    assert not over._page.verticalScrollBar().isVisible()  # there is room for all of it
    picture(seat, "case-hand-over")
    over.to.take(Recipient.OTHER_PROVIDER)
    over.primary.click()
    assert "samtycke saknas" in over.text.error
    over.text.set_text("Ringt till en privat klinik, inte till oss.")
    over.primary.click()
    seat.see("Överlämnat")
    now = told(seat, office).case
    assert (now.stage, now.handed_to) == (Stage.HANDED_OVER, Recipient.OTHER_PROVIDER)


def test_an_answer_is_not_lost_by_one_stroke(office: Office, seat: Seat) -> None:
    open_case(seat, office)
    seat.press("Ctrl+Shift+A")
    dialog(seat, AnswerDialog)
    seat.press("Esc")  # nothing is written
    seat.see_no_more("Vad som hände, och vad som görs åt det.")
    seat.press("Ctrl+Shift+A")
    shown = dialog(seat, AnswerDialog)
    seat.write("Vi glömde ringa.")
    seat.press("Esc")
    seat.see("Tryck Esc igen")
    assert shown.text.text() == "Vi glömde ringa."
    seat.write(" Vi ringer i dag.")  # then it is asked anew
    seat.see_no_more("Tryck Esc igen")
    seat.press("Esc")
    seat.see("Tryck Esc igen")
    seat.press("Esc")
    seat.see_no_more("Vad som hände, och vad som görs åt det.")
    assert CaseAct.ANSWERED not in acts(seat, office)


def test_a_new_date_is_told_as_one_and_is_not_too_far_off(office: Office, seat: Seat) -> None:
    open_case(seat, office)
    seat.press("Ctrl+M")
    shown = dialog(seat, AskDialog)
    seat.write("Vi väntar på journalen.")
    shown.waits.setChecked(False)
    shown.day.set_text("9999-01-01")
    seat.press("Ctrl+Return")
    assert "Skriv en dag efter i dag" in shown.day.error
    shown.day.set_text((shown._today + timedelta(days=60)).isoformat())
    seat.press("Ctrl+Return")
    seat.see("Det nya datumet är noterat.")


def test_it_is_taken_back_and_only_with_a_word(office: Office, seat: Seat) -> None:
    open_case(seat, office)
    seat.press("Ctrl+Shift+W")
    seat.see("Tas ärendet tillbaka?")
    seat.press("Ctrl+Return")
    seat.see("Skriv vad den som klagade sade.")
    seat.write("Det löste sig på mottagningen.")
    seat.press("Ctrl+Return")
    seat.see("Återtaget")
    assert stage(seat, office) is Stage.WITHDRAWN


def test_a_remark_flags_what_is_over_and_its_owner_opens_it_again(
    office: Office, seat: Seat
) -> None:
    open_case(seat, office)
    seat.press("Ctrl+G")
    seat.see("Har hand om det: Test Handler")
    seat.press("Ctrl+Shift+W")
    seat.see("Tas ärendet tillbaka?")
    seat.write("Löste sig.")
    seat.press("Ctrl+Return")
    seat.see("Återtaget")
    seat.press("Ctrl+N")
    seat.see("Ärendet är slut.")
    seat.write("Ringde igen: det löste sig inte.")
    seat.press("Ctrl+Return")
    seat.see("Nytt efter avslut")
    picture(seat, "case-flagged")
    seat.press("Ctrl+Shift+D")
    seat.see("Öppna ärendet igen")
    seat.write("Det löste sig inte.")
    seat.press("Ctrl+Return")
    seat.see("Under utredning")
    now = told(seat, office).case
    assert (now.flagged, now.over_at) == (False, None)


def test_the_chief_decides_about_an_injury_and_the_patient_is_told(
    ground: Ground, seat: Seat
) -> None:
    office = opened_office(ground, **injured())
    open_case(seat, office, "chief")
    seat.see("Chefläkarens beslut senast", "Lex Maria senast", "Vårdskada")
    seat.press("Ctrl+Shift+M")
    seat.see("Beslut om vårdskada")
    seat.press("1")
    seat.press("Tab")
    seat.write("Patienten fick fel medicin.")
    picture(seat, "case-decide")
    seat.press("Ctrl+Return")
    seat.see("Chefläkaren har beslutat")
    assert told(seat, office).case.decision is InjuryDecision.LEX_MARIA
    seat.press("Ctrl+I")
    inform = dialog(seat, InformDialog)
    assert inform.duties is not None
    seat.press("1", "4")
    picture(seat, "case-inform")
    seat.press("Ctrl+Return")
    seat.see_no_more("Sagt nu")
    done = [step.duty for step in told(seat, office).steps if step.act is CaseAct.INFORMED]
    assert done == [Duty.EVENT, Duty.PATIENT_BOARD]
    seat.press("Ctrl+I")
    seat.see("Redan sagt: Vad som har hänt, Patientnämnden.")


def test_without_the_chiefs_decision_it_is_not_closed(ground: Ground, seat: Seat) -> None:
    office = opened_office(ground, **injured())
    open_case(seat, office)
    seat.press("Ctrl+D")
    seat.see("Varför, om det behövs")
    seat.write("Klart.")
    seat.press("Ctrl+Return")
    seat.see("Ingen har beslutat om den misstänkta vårdskadan än.")


def test_of_a_relative_without_consent_it_is_warned(ground: Ground, seat: Seat) -> None:
    office = opened_office(ground, complainant="NARSTAENDE", consent="NEJ")
    open_case(seat, office)
    seat.press("Ctrl+Shift+A")
    dialog(seat, AnswerDialog)
    seat.see("Patientens samtycke finns inte.")


def test_who_took_it_in_comments_and_moves_nothing(office: Office, seat: Seat) -> None:
    shown = open_case(seat, office, "nurse")
    seat.settle()
    can = {action for action, button in shown.acts.acts.items() if button.isVisible()}
    assert can == {
        Action.CASE_CONFIRM,
        Action.CASE_COMMENT,
        Action.CASE_INFORM,
        Action.CASE_LETTER,
        Action.CASE_HISTORY,
    }
    seat.press("Ctrl+D")
    seat.settle()
    assert stage(seat, office) is Stage.REGISTERED


def test_it_is_given_to_a_colleague(office: Office, seat: Seat) -> None:
    open_case(seat, office, "leader")
    seat.press("Ctrl+Shift+O")
    seat.see("Ge ärendet till en annan")
    seat.settle()  # the colleagues have come
    seat.write("Test Other")
    seat.press("Return", "Return")
    seat.see("Har hand om det: Test Other")
    assert told(seat, office).case.owner == office.ids["other"]


def test_an_e_services_matter_is_confirmed_with_the_standard_text(
    ground: Ground, seat: Seat
) -> None:
    office = opened_office(ground, **service())
    shown = open_case(seat, office)
    seat.see("Kontakta oss")
    picture(seat, "case-service")
    seat.press("Ctrl+B")
    seat.see("Du får svar inom 2–3 vardagar.")
    seat.press("Ctrl+Return")
    seat.see("Bekräftat")
    assert any(each.startswith("Första svar senast") for each in shown.clocks.sentences)
