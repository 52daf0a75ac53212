"""What stands in the four letters about a case, and what never does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseChannel,
    CaseKind,
    Complainant,
    Injury,
    InjuryDecision,
    LetterKind,
    Recipient,
    Said,
    Stage,
)
from kundcenter.domain.case_errors import CaseInvalid, CaseUnanswerable
from kundcenter.domain.case_letters import CaseLetter, LetterAbout, letter, message
from kundcenter.domain.case_terms import CaseTimes
from kundcenter.domain.cases import Case, CaseFacts
from kundcenter.domain.identity import IdKind, PersonId
from kundcenter.domain.papers import HIDDEN
from kundcenter.domain.people import Person

THURSDAY = datetime(2026, 11, 26, 9, tzinfo=UTC)
TO_COMPLAINANT = [LetterKind.CONFIRMATION, LetterKind.COUNTER_QUESTION, LetterKind.ANSWER]
PERSON = Person(
    UUID(int=1), PersonId(IdKind.PNR, "198807022382"), "Åsa", "Öberg", registered_at=THURSDAY
)
FACTS = CaseFacts(
    complainant=Complainant.PATIENT,
    person=str(PERSON.id),
    number="+46701740605",
    address="Testgatan 1\n\n 555 55 Teststad ",
    email="asa@example.com",
    answer_by=AnswerBy.LETTER,
    event="2026-11",
    provider="Vård AB Exempel",
    words="De glömde bort mig.",
    summary="Utebliven uppringning.",
    wanted="En förklaring.",
)
TELLING = ("Öberg", "880702", "070-174", "0701740605", "Testgatan", "asa@example.com")


def case(kind: CaseKind = CaseKind.COMPLAINT, **told: Any) -> Case:
    own = {name: told.pop(name) for name in tuple(told) if name in Case.__slots__}
    plain: dict[str, Any] = {
        "id": UUID("01890000-0000-7000-8000-00000000d001"),
        "care_unit": "SE0000000001-DEMO1",
        "channel": CaseChannel.TELEPHONE,
        "received_at": THURSDAY,
        "registered_at": THURSDAY,
        "registered_by": UUID(int=5),
        "facts": replace(FACTS, kind=kind, **told),
        "stage": Stage.REGISTERED,
        "stage_at": THURSDAY,
    }
    return Case(**{**plain, **own})


def about(of: Case, **told: Any) -> LetterAbout:
    plain: dict[str, Any] = {
        "case": of,
        "at": THURSDAY,
        "by": "Test Handläggare",
        "person": PERSON,
        "unit": "Akuten Test",
        "issuer": "Kundcenter Test",
    }
    return LetterAbout(**{**plain, **told})


def made(kind: LetterKind, of: Case, text: str = "", **told: Any) -> CaseLetter:
    return letter(kind, about(of, **told), text)


def test_whoever_complains_learns_the_number_and_the_day_of_the_answer() -> None:
    page = made(LetterKind.CONFIRMATION, case())
    assert page.day == date(2026, 12, 28)  # DOMAIN §7.3: four weeks end on julafton
    text = page.text()
    assert "Vi tog emot ditt klagomål den 26 november 2026." in text
    assert f"Ärendet har nummer {case().number}." in text
    assert "Du får svar senast den 28 december 2026." in text
    assert "patientnämnden" in text
    assert page.to == ("Åsa Öberg", "Testgatan 1", "555 55 Teststad")
    assert ("Så här har vi skrivit ner det du berättade", "De glömde bort mig.") in page.parts
    assert "Utebliven uppringning." not in text  # our summary is our own


@pytest.mark.parametrize(
    ("received", "day"),
    [
        (datetime(2026, 6, 17, 8, tzinfo=UTC), "23 juni 2026"),  # DOMAIN §7.3
        (datetime(2026, 12, 23, 8, tzinfo=UTC), "30 december 2026"),
        (datetime(2026, 12, 22, 23, 30, tzinfo=UTC), "30 december 2026"),  # the 23rd in Sweden
    ],
)
def test_an_e_service_promises_two_to_three_weekdays(received: datetime, day: str) -> None:
    of = case(CaseKind.E_SERVICE, received_at=received, answer_by=AnswerBy.INBOX)
    text = made(LetterKind.CONFIRMATION, of, at=received).text()
    assert f"Du får ett svar i din inkorg på 1177 inom 2–3 vardagar, senast den {day}." in text
    assert "patientnämnden" not in text
    by_letter = replace(of, facts=replace(of.facts, answer_by=AnswerBy.LETTER))
    assert "Du får ett svar inom 2–3 vardagar" in made(LetterKind.CONFIRMATION, by_letter).text()


def test_the_region_s_own_times_are_told() -> None:
    own = CaseTimes(service_days=3, said_days=5, answer_weeks=2, advice_minutes=45)
    service = made(LetterKind.CONFIRMATION, case(CaseKind.E_SERVICE), times=own)
    assert "inom 3–5 vardagar, senast den 3 december 2026" in service.text()
    assert "den 10 december 2026" in made(LetterKind.CONFIRMATION, case(), times=own).text()
    advice = made(LetterKind.CONFIRMATION, case(CaseKind.ADVICE), times=own)
    assert "inom 45 minuter" in advice.text()
    alike = replace(own, said_days=3)
    assert (
        "inom 3 vardagar,"
        in made(LetterKind.CONFIRMATION, case(CaseKind.E_SERVICE), times=alike).text()
    )


def test_praise_has_no_day() -> None:
    page = made(LetterKind.CONFIRMATION, case(CaseKind.PRAISE))
    assert page.day is None
    assert "senast" not in page.text()
    assert "ditt beröm" in page.text()


def test_a_counter_question_says_what_is_waited_for_and_the_new_day() -> None:
    asked = case(stage=Stage.ASKED, paused_since=date(2026, 12, 1), promised_on=date(2027, 1, 15))
    page = made(LetterKind.COUNTER_QUESTION, asked, "Vilken dag var det?")
    assert "Vilken dag var det?" in page.paragraphs
    assert "Vi väntar på dig" in page.text()
    assert page.day is not None
    assert "senast den 15 januari 2027" in page.text()
    without = made(LetterKind.COUNTER_QUESTION, replace(asked, promised_on=None), "Vilken dag?")
    assert without.day is None
    assert "senast den" not in without.text()


def test_an_answer_tells_where_one_may_turn() -> None:
    text = made(LetterKind.ANSWER, case(), "Vi ber om ursäkt.").text()
    for said in ("Vi ber om ursäkt.", "patientnämnden", "IVO", "010-788 50 00", "Löf"):
        assert said in text, said
    for kind in (CaseKind.PRAISE, CaseKind.E_SERVICE, CaseKind.QUESTION):
        assert "IVO" not in made(LetterKind.ANSWER, case(kind), "Tack.").text()
    view = made(LetterKind.ANSWER, case(CaseKind.VIEW), "Tack.").text()
    assert "patientnämnden" in view
    assert "IVO" not in view
    harmed = case(CaseKind.VIEW, injury=Injury.SERIOUS)
    assert "Läkemedelsförsäkringen" in made(LetterKind.ANSWER, harmed, "Vi beklagar.").text()


def test_lex_maria_is_told_unless_secrecy_forbids() -> None:
    reported = case(injury=Injury.SERIOUS, decision=InjuryDecision.LEX_MARIA)
    assert "lex Maria" in made(LetterKind.ANSWER, reported).text()
    relative = replace(reported.facts, complainant=Complainant.RELATIVE, name="Test Öberg")
    secret = made(LetterKind.ANSWER, replace(reported, facts=relative)).text()
    assert "lex Maria" not in secret
    assert "sekretess" in secret
    agreed = replace(relative, consent=Said.YES)
    told = made(LetterKind.ANSWER, replace(reported, facts=agreed)).text()
    assert "lex Maria" in told
    assert "sekretess" not in told


def test_a_relative_s_letter_is_theirs_and_does_not_name_the_patient() -> None:
    of = case(complainant=Complainant.RELATIVE, name="Test Närstående")
    for kind in TO_COMPLAINANT:
        page = made(kind, of, "Hej.")
        assert page.to[0] == "Test Närstående"
        assert "Öberg" not in page.text()
        assert "880702" not in page.text()


@pytest.mark.parametrize("kind", TO_COMPLAINANT)
def test_who_is_anonymous_or_wants_none_gets_no_letter(kind: LetterKind) -> None:
    for of in (case(answer_by=AnswerBy.NOT), case(complainant=Complainant.ANONYMOUS)):
        with pytest.raises(CaseUnanswerable):
            made(kind, of, "Hej.")


@pytest.mark.parametrize("kind", TO_COMPLAINANT)
def test_a_protected_person_s_letter_goes_by_mediation_and_tells_nothing(kind: LetterKind) -> None:
    page = made(kind, case(), "Hej.", protected=True)
    assert (page.mediated, page.protected, page.to, page.facts) == (True, True, (), ())
    assert not [said for said in (*TELLING, "glömde") if said in page.text()]
    assert not [said for said in TELLING if said in repr(page)]


@pytest.mark.parametrize("kind", TO_COMPLAINANT)
def test_what_goes_by_e_mail_has_no_address_on_it(kind: LetterKind) -> None:
    assert letter(kind, about(case()), "Hej.", mailed=True).to == ()
    assert made(kind, case(address=""), "Hej.").to == ()


def test_another_care_provider_gets_what_it_needs() -> None:
    of = case(handed_to=Recipient.OTHER_PROVIDER, consent=Said.YES)
    page = made(LetterKind.HAND_OVER, of, "Mottagningen är er.")
    assert page.to == ("Vård AB Exempel", "Akuten Test")
    facts = dict(page.facts)
    assert facts["Patient"] == "Åsa Öberg"
    assert facts["Identitet"] == "880702-2382"
    assert facts["Nås på"] == "070-174 06 05, asa@example.com, Testgatan 1, 555 55 Teststad"
    assert facts["Samtycke"] == "Ja"
    assert len(page.facts) % 2 == 0
    assert dict(page.parts) == {
        "Varför det lämnas över": "Mottagningen är er.",
        "Med egna ord": "De glömde bort mig.",
        "Vår sammanfattning": "Utebliven uppringning.",
        "Vad som önskas": "En förklaring.",
    }
    assert "3 kap. 8 e §" in page.text()
    assert page.secrecy
    assert not page.mediated


def test_a_hand_over_hides_a_protected_person() -> None:
    page = made(LetterKind.HAND_OVER, case(consent=Said.YES), protected=True)
    assert not [said for said in TELLING if said in page.text()]
    assert {name for name, value in page.facts if value == HIDDEN} == {
        "Namn", "Patient", "Identitet", "Nås på",
    }  # fmt: skip
    assert page.protected
    assert not page.mediated


def test_another_care_provider_learns_nothing_without_leave_or_reason() -> None:
    of = case(handed_to=Recipient.OTHER_PROVIDER)
    with pytest.raises(CaseInvalid) as told:
        made(LetterKind.HAND_OVER, of)
    assert told.value.facts == {"field": "text"}
    assert made(LetterKind.HAND_OVER, of, "Det är inte vår vård.").parts
    over = replace(of, stage=Stage.HANDED_OVER)
    assert made(LetterKind.HAND_OVER, over).secrecy


def test_what_an_anonymous_one_said_is_handed_over_without_them() -> None:
    facts = CaseFacts(complainant=Complainant.ANONYMOUS, words="Smutsigt i väntrummet.")
    of = replace(case(), facts=facts)
    page = made(LetterKind.HAND_OVER, of, person=None, unit="")
    assert ("Namn", "–") in page.facts
    assert "kan eller vill inte få något svar" in page.text()
    assert page.to == ("Vårdgivaren",)


@pytest.mark.parametrize(
    ("to", "named"),
    [
        (Recipient.PATIENT_BOARD, "Patientnämnden"),
        (Recipient.IVO, "Inspektionen för vård och omsorg (IVO)"),
        (Recipient.CARE_PROVIDER, "Vård AB Exempel"),
        (Recipient.CHIEF, "Chefläkaren"),
    ],
)
def test_every_receiver_is_named(to: Recipient, named: str) -> None:
    assert made(LetterKind.HAND_OVER, case(recipient=to)).to[0] == named


def test_every_letter_can_be_made_of_every_case() -> None:
    for kind in CaseKind:
        for stage in Stage:
            for to in Recipient:
                of = case(kind, stage=stage, recipient=to)
                for each in LetterKind:
                    page = made(each, of, "Text.")
                    assert page.paragraphs
                    assert all(page.paragraphs)
                    assert "{" not in page.text()


def test_the_e_mail_around_it_tells_of_nobody() -> None:
    sent = message(made(LetterKind.ANSWER, case(), "Hemligt."), "vc@example.com", b"%PDF")
    assert sent.subject == f"Ärende {case().number}"
    assert sent.file_name == f"arende-{case().number}.pdf"
    around = sent.subject + sent.body + sent.file_name
    assert not [said for said in (*TELLING, "Åsa", "Hemligt", "klagomål") if said in around]


_WORD = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
_FACTS = st.builds(
    CaseFacts,
    kind=st.sampled_from(CaseKind),
    complainant=st.sampled_from(Complainant),
    name=st.just("Namnet Öberg"),
    relation=_WORD,
    consent=st.sampled_from(Said),
    patient=st.just("Åsa Öberg"),
    number=st.just("+46701740605"),
    address=st.just("Testgatan 1\n555 55 Teststad"),
    email=st.just("asa@example.com"),
    answer_by=st.sampled_from(AnswerBy),
    event=st.sampled_from(["", "2026", "2026-02", "2024-02-29"]),
    provider=_WORD,
    words=_WORD,
    summary=_WORD,
    wanted=_WORD,
    child=st.sampled_from(Said),
    language=_WORD,
    injury=st.sampled_from(Injury),
    recipient=st.sampled_from(Recipient),
)


@given(
    _FACTS,
    st.sampled_from(LetterKind),
    st.sampled_from(Stage),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_whatever_is_said_a_protected_one_is_not_given_away(
    facts: CaseFacts, kind: LetterKind, stage: Stage, known: bool, protected: bool, mailed: bool
) -> None:
    of = replace(case(), facts=facts, stage=stage)
    who = about(of, protected=protected, person=PERSON if known else None)
    try:
        page = letter(kind, who, "Text.", mailed=mailed)
    except CaseUnanswerable:
        assert not facts.answerable
        assert kind is not LetterKind.HAND_OVER
        return
    told = page.text()
    assert of.number in told
    if protected:
        assert not [said for said in TELLING if said in told]
    if kind is not LetterKind.HAND_OVER:
        assert page.mediated is protected
        assert facts.answerable
        assert not (page.to and (mailed or protected))
        assert "880702" not in told
    if who.secret and facts.injured:
        assert "lex Maria" not in told
