"""Letters about cases: noted before they exist, by whom, and to whom none may go."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseAct,
    CaseKind,
    Complainant,
    Injury,
    LetterKind,
    Recipient,
    Said,
)
from kundcenter.domain.case_errors import CaseInvalid, CaseNotFound, CaseUnanswerable
from kundcenter.domain.case_letters import MailNotAllowed
from kundcenter.domain.cases import CaseStep
from kundcenter.domain.people import Protection
from kundcenter.domain.text import TextInvalid
from tests.ground import CARE_UNIT, Ground
from tests.services.case_ground import WORDS, edited, seen, staffed, taken_in

ALLOWED = ("@example.com",)
ADDRESS = "Testgatan 1\n555 55 Teststad"


def letters(ground: Ground, case_id: object) -> list[CaseStep]:
    """The steps that tell of letters."""
    told = ground.desk.cases.get(case_id).steps  # type: ignore[arg-type]
    return [step for step in told if step.letter is not None]


def test_a_printed_letter_is_a_step_and_an_access(ground: Ground) -> None:
    ids = staffed(ground)
    case = taken_in(ground, answer_by=AnswerBy.LETTER, address=ADDRESS)
    known = len(ground.accesses())
    page = ground.desk.cases.take_letter(case, LetterKind.ANSWER, "Vi ber om ursäkt.")
    assert page.number == seen(ground, case).number
    assert page.to == ("Test Person", "Testgatan 1", "555 55 Teststad")
    assert "Vi ber om ursäkt." in page.paragraphs
    assert page.printed_by == "Test Handler"
    written, opened, *_ = ground.accesses(known)
    for access in (written, opened):
        assert (access.activity, access.level, access.purpose) == (
            Activity.PRINT, Level.OVERVIEW, Purpose.LAW,
        )  # fmt: skip
        assert (access.object_kind, access.object_id) == ("case", case)
    (step,) = letters(ground, case)
    assert (step.act, step.letter, step.by, step.text) == (
        CaseAct.PRINTED, LetterKind.ANSWER, ids["handler"], "Vi ber om ursäkt.",
    )  # fmt: skip


def test_a_look_at_it_leaves_no_step(ground: Ground) -> None:
    staffed(ground)
    case = taken_in(ground)
    known = len(ground.accesses())
    page = ground.desk.cases.preview(case, LetterKind.CONFIRMATION)
    assert tuple(text for _, text in page.parts) == (WORDS,)
    assert [access.activity for access in ground.accesses(known)] == [Activity.READ]
    assert letters(ground, case) == []


def test_whoever_took_it_in_prints_the_confirmation_before_hanging_up(ground: Ground) -> None:
    staffed(ground)
    ground.sign_in("nurse")
    case = taken_in(ground, confirmed=AnswerBy.LETTER)
    assert ground.desk.cases.take_letter(case, LetterKind.CONFIRMATION).kind is (
        LetterKind.CONFIRMATION
    )
    ground.sign_in("service")
    for look in (ground.desk.cases.preview, ground.desk.cases.take_letter):
        with pytest.raises(NotPermitted):
            look(case, LetterKind.CONFIRMATION)
    ground.sign_in("nurse")
    ground.clock.pass_time(days=31)
    with pytest.raises(NotPermitted):
        ground.desk.cases.take_letter(case, LetterKind.CONFIRMATION)
    ground.sign_in("handler")
    assert len(letters(ground, case)) == 1


def test_the_letter_names_the_unit_and_the_patient_as_they_are_registered(ground: Ground) -> None:
    staffed(ground)
    ground.sign_in("admin")
    unit = ground.unit("Akuten Test")
    ground.unit("Kundcenter Test", CARE_UNIT)
    ground.sign_in("nurse")
    person = ground.person()
    ground.sign_in("handler")
    case = taken_in(
        ground, name="", person=str(person), unit=str(unit), answer_by=AnswerBy.LETTER,
        address=ADDRESS, consent=Said.YES,
    )  # fmt: skip
    page = ground.desk.cases.preview(case, LetterKind.CONFIRMATION)
    assert (page.to[0], page.issuer) == ("Test Person 1988", "Kundcenter Test")
    facts = dict(ground.desk.cases.preview(case, LetterKind.HAND_OVER).facts)
    assert (facts["Patient"], facts["Identitet"]) == ("Test Person 1988", "880702-2382")
    assert facts["Vårdgivare"] == "Akuten Test"


def test_of_a_protected_person_nothing_tells_where_they_are(ground: Ground) -> None:
    staffed(ground)
    ground.sign_in("nurse")
    person = ground.person()
    ground.desk.people.protect(person, Protection.CONFIDENTIAL, "Skatteverket")
    ground.sign_in("handler")
    by_register = taken_in(ground, name="", person=str(person), address=ADDRESS)
    as_said = taken_in(ground, protected=Said.YES, address=ADDRESS, email="test@example.com")
    for case in (by_register, as_said):
        for kind in LetterKind:
            page = ground.desk.cases.take_letter(case, kind, "Text.")
            told = page.text()
            assert page.protected
            for hidden in ("Testgatan", "070-174", "880702", "Test Person", "test@example.com"):
                assert hidden not in told, hidden
            if kind is not LetterKind.HAND_OVER:
                assert (page.mediated, page.to) == (True, ())
                with pytest.raises(MailNotAllowed):
                    ground.desk.cases.take_mail(
                        case, kind, "test@example.com", "Text.", allowed=ALLOWED
                    )
        assert {step.act for step in letters(ground, case)} == {CaseAct.PRINTED}


def test_what_is_sent_is_written_first_and_then_whether_it_went(ground: Ground) -> None:
    staffed(ground)
    case = taken_in(ground, answer_by=AnswerBy.EMAIL, email="test@example.com", address=ADDRESS)
    cases = ground.desk.cases
    page = cases.take_mail(case, LetterKind.ANSWER, " test@EXAMPLE.com ", "Hej.", allowed=ALLOWED)
    assert page.to == ()
    cases.note_mailed(case, LetterKind.ANSWER, failed=True)
    cases.take_mail(case, LetterKind.ANSWER, "test@example.com", allowed=ALLOWED)
    cases.note_mailed(case, LetterKind.ANSWER, failed=False)
    assert [(step.act, step.text) for step in letters(ground, case)] == [
        (CaseAct.MAILED, "test@example.com\n\nHej."),
        (CaseAct.MAIL_FAILED, ""),
        (CaseAct.MAILED, "test@example.com"),
        (CaseAct.MAIL_HANDED, ""),
    ]
    assert {step.by_way for step in letters(ground, case)} == {AnswerBy.EMAIL}


@pytest.mark.parametrize(
    "to",
    [
        "test@example.net",
        "test@sub.example.com",
        "test@example.com\r\nBcc: annan@example.net",
        "test@example.com, annan@example.net",
        "",
    ],
)
def test_an_address_that_is_not_allowed_gets_nothing(ground: Ground, to: str) -> None:
    staffed(ground)
    case = taken_in(ground)
    for allowed in (ALLOWED, ()):
        with pytest.raises(MailNotAllowed):
            ground.desk.cases.take_mail(case, LetterKind.ANSWER, to, "Hej.", allowed=allowed)
    assert letters(ground, case) == []


def test_what_cannot_be_written_leaves_nothing(ground: Ground) -> None:
    staffed(ground)
    silent = taken_in(ground, answer_by=AnswerBy.NOT)
    nobody = taken_in(
        ground, complainant=Complainant.ANONYMOUS, name="", number="", answer_by=AnswerBy.UNSAID
    )
    cases = ground.desk.cases
    for case in (silent, nobody):
        for kind in (LetterKind.CONFIRMATION, LetterKind.COUNTER_QUESTION, LetterKind.ANSWER):
            with pytest.raises(CaseUnanswerable):
                cases.take_letter(case, kind, "Hej.")
            with pytest.raises(CaseUnanswerable):
                cases.take_mail(case, kind, "test@example.com", "Hej.", allowed=ALLOWED)
    elsewhere = taken_in(ground, recipient=Recipient.OTHER_PROVIDER)
    with pytest.raises(CaseInvalid):
        cases.take_letter(elsewhere, LetterKind.HAND_OVER, "  ")
    for text in ("x" * 20_001, "nul\0", "\ud800"):
        with pytest.raises(TextInvalid):
            cases.take_letter(elsewhere, LetterKind.ANSWER, text)
        with pytest.raises(TextInvalid):
            cases.preview(elsewhere, LetterKind.ANSWER, text)
    with pytest.raises(CaseNotFound):
        cases.take_letter(uuid4(), LetterKind.ANSWER, "Hej.")
    assert [letters(ground, case) for case in (silent, nobody, elsewhere)] == [[], [], []]


def test_an_anonymous_view_can_be_handed_over(ground: Ground) -> None:
    staffed(ground)
    case = taken_in(
        ground, kind=CaseKind.VIEW, complainant=Complainant.ANONYMOUS, name="", number="",
        answer_by=AnswerBy.UNSAID, provider="Vård AB Exempel",
    )  # fmt: skip
    page = ground.desk.cases.take_letter(case, LetterKind.HAND_OVER, "Det är er lokal.")
    assert page.to == ("Vård AB Exempel",)


def test_a_letter_changes_neither_the_stage_nor_whom_a_claim_goes_by(ground: Ground) -> None:
    staffed(ground)
    case = taken_in(ground, injury=Injury.SUSPECTED)
    before = seen(ground, case)
    ground.desk.cases.take_letter(case, LetterKind.CONFIRMATION)
    assert seen(ground, case) == before
    edited(
        ground, case, before.facts, name="Test Annan", answer_by=AnswerBy.LETTER, address=ADDRESS
    )
    page = ground.desk.cases.preview(case, LetterKind.CONFIRMATION)
    assert page.to[0] == "Test Annan"
    assert replace(before, facts=seen(ground, case).facts, version=0) == replace(
        seen(ground, case), version=0
    )


def test_an_e_service_s_letter_is_administration(ground: Ground) -> None:
    staffed(ground)
    ground.sign_in("service")
    case = taken_in(ground, kind=CaseKind.E_SERVICE, answer_by=AnswerBy.INBOX)
    known = len(ground.accesses())
    page = ground.desk.cases.take_letter(case, LetterKind.CONFIRMATION)
    assert "inom 2–3 vardagar" in page.text()
    assert {access.purpose for access in ground.accesses(known)} == {Purpose.ADMINISTRATION}
