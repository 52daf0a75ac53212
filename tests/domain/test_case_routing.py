"""Who should handle a complaint, by DOMAIN §7.2's table."""

from __future__ import annotations

from datetime import date

import pytest

from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseField,
    CaseKind,
    Complainant,
    Injury,
    Recipient,
    Said,
)
from kundcenter.domain.case_fields import changed
from kundcenter.domain.case_routing import (
    WISHES,
    Caution,
    Proposal,
    Reason,
    Wish,
    proposals,
    wished,
)
from kundcenter.domain.cases import CaseFacts

TODAY = date(2026, 11, 21)
UNIT = "01890000-0000-7000-8000-00000000c001"
KNOWN = CaseFacts(
    complainant=Complainant.PATIENT, unit=UNIT, event="2026-05", heard=Said.NO, injury=Injury.NO
)
CARE = Proposal(Recipient.CARE_PROVIDER, (Reason.CARE,))


def told(facts: CaseFacts, *wishes: Wish, today: date = TODAY) -> dict[Recipient, Proposal]:
    found = proposals(facts, today, frozenset(wishes))
    assert len({each.recipient for each in found}) == len(found)
    return {each.recipient: each for each in found}


def but(facts: CaseFacts, **change: str) -> CaseFacts:
    for name, value in change.items():
        facts = changed(facts, CaseField(name), value)
    return facts


@pytest.mark.parametrize("kind", [CaseKind.COMPLAINT, CaseKind.VIEW, CaseKind.PRAISE])
def test_whoever_gave_the_care_answers(kind: CaseKind) -> None:
    assert proposals(but(KNOWN, kind=kind), TODAY) == (CARE,)
    assert proposals(CaseFacts(kind=kind), TODAY) == (CARE,)


@pytest.mark.parametrize("kind", [CaseKind.E_SERVICE, CaseKind.ADVICE])
def test_of_an_e_service_nothing_is_proposed(kind: CaseKind) -> None:
    assert proposals(but(KNOWN, kind=kind, injury="ALLVARLIG"), TODAY, frozenset(Wish)) == ()


def test_another_care_provider_needs_consent() -> None:
    other = but(KNOWN, unit="", provider="Privata kliniken")
    assert told(other) == {
        Recipient.OTHER_PROVIDER: Proposal(
            Recipient.OTHER_PROVIDER, (Reason.OTHERS,), (Caution.NEEDS_CONSENT,)
        )
    }
    agreed = told(but(other, consent="JA"))[Recipient.OTHER_PROVIDER]
    assert agreed.cautions == ()
    assert told(but(other, consent="NEJ"))[Recipient.OTHER_PROVIDER].cautions
    assert list(told(but(other, unit=UNIT))) == [Recipient.OTHER_PROVIDER, Recipient.CARE_PROVIDER]


def test_what_is_about_the_centre_stays_here() -> None:
    own = Proposal(Recipient.OWN, (Reason.ABOUT_US,))
    assert proposals(but(KNOWN, unit=""), TODAY, {Wish.OWN_CENTRE}) == (own,)
    assert proposals(KNOWN, TODAY, {Wish.OWN_CENTRE}) == (own, CARE)


def test_the_board_helps_whoever_wants_it_or_was_not_content_with_the_answer() -> None:
    assert Recipient.PATIENT_BOARD not in told(KNOWN)
    assert told(KNOWN, Wish.HELP_FROM_BOARD)[Recipient.PATIENT_BOARD] == Proposal(
        Recipient.PATIENT_BOARD, (Reason.WANTS_HELP,)
    )
    heard = told(but(KNOWN, heard="JA"), Wish.HELP_FROM_BOARD)
    assert heard[Recipient.PATIENT_BOARD].reasons == (Reason.WANTS_HELP, Reason.ANSWERED)
    praise = but(KNOWN, kind="BEROM", heard="JA")
    assert set(told(praise)) == {Recipient.CARE_PROVIDER}


@pytest.mark.parametrize("injury", [Injury.SUSPECTED, Injury.SERIOUS])
def test_a_suspected_injury_goes_to_the_chief_first_of_all(injury: Injury) -> None:
    first = proposals(but(KNOWN, injury=injury), TODAY)[0]
    assert first == Proposal(Recipient.CHIEF, (Reason.INJURY,), (Caution.PRIVATE_PERSON_CANNOT,))
    assert CARE in proposals(but(KNOWN, injury=injury), TODAY)


def test_ivo_is_asked_about_with_both_questions() -> None:
    """Has the care provider answered?  Is it more than two years ago?"""
    ivo = told(KNOWN, Wish.AUTHORITY)[Recipient.IVO]
    assert (ivo.reasons, ivo.cautions) == (
        (Reason.WANTS_AUTHORITY,),
        (Caution.NOT_HEARD, Caution.ONLY_INFORMATION),
    )
    heard = told(but(KNOWN, heard="JA"))[Recipient.IVO]
    assert (heard.reasons, heard.cautions) == ((Reason.ANSWERED,), (Caution.ONLY_INFORMATION,))
    unasked = told(but(KNOWN, heard="", event=""), Wish.AUTHORITY)[Recipient.IVO]
    assert unasked.cautions == (Caution.NOT_ASKED, Caution.ONLY_INFORMATION)
    serious = told(but(KNOWN, injury="ALLVARLIG"))[Recipient.IVO]
    assert serious.reasons == (Reason.SERIOUS,)
    assert Recipient.IVO not in told(but(KNOWN, injury="MISSTANKT"))


@pytest.mark.parametrize(
    ("event", "today", "older"),
    [
        ("2024-11-21", date(2026, 11, 21), False),  # DOMAIN §7.3: the last day
        ("2024-11-21", date(2026, 11, 22), True),
        ("2024-02-29", date(2026, 2, 28), False),
        ("2024-02-29", date(2026, 3, 1), True),
        ("2024-11", date(2026, 11, 1), False),
        ("2024-11", date(2026, 11, 2), True),  # its first day may have been the day
        ("2024", date(2026, 1, 1), False),
        ("2024", date(2026, 1, 2), True),
    ],
)
def test_older_than_two_years(event: str, today: date, older: bool) -> None:
    ivo = told(but(KNOWN, event=event), Wish.AUTHORITY, today=today)[Recipient.IVO]
    assert (Caution.OLDER in ivo.cautions) is older


def test_a_relative_and_somebody_anonymous_are_told_what_ivo_asks_for() -> None:
    for who in (Complainant.RELATIVE, Complainant.OTHER):
        ivo = told(but(KNOWN, complainant=who), Wish.AUTHORITY)[Recipient.IVO]
        assert Caution.ONLY_IF_PATIENT_CANNOT in ivo.cautions
    nobody = but(KNOWN, complainant=Complainant.ANONYMOUS, answer_by=AnswerBy.NOT)
    assert Caution.NEEDS_NAME in told(nobody, Wish.AUTHORITY)[Recipient.IVO].cautions


def test_where_the_caller_applies_themselves_the_centre_only_informs() -> None:
    found = told(KNOWN, Wish.COMPENSATION, Wish.DRUG, Wish.AUTHORITY)
    for recipient, reason in (
        (Recipient.LOF, Reason.WANTS_COMPENSATION),
        (Recipient.DRUG_INSURANCE, Reason.DRUG),
        (Recipient.OTHER_AUTHORITY, Reason.WANTS_AUTHORITY),
    ):
        assert found[recipient] == Proposal(recipient, (reason,), (Caution.ONLY_INFORMATION,))
    assert not {Recipient.LOF, Recipient.DRUG_INSURANCE, Recipient.OTHER_AUTHORITY} & set(
        told(KNOWN, Wish.HELP_FROM_BOARD, Wish.OWN_CENTRE)
    )


def test_every_recipient_of_the_table_is_proposed_of_something() -> None:
    everything = but(KNOWN, provider="Kliniken", injury="ALLVARLIG", heard="JA")
    assert set(told(everything, *Wish)) == set(Recipient) - {Recipient.UNSAID}


def test_every_wish_has_its_words_in_the_order_of_the_form() -> None:
    assert wished(frozenset()) == ""
    assert wished(frozenset({Wish.AUTHORITY, Wish.COMPENSATION})) == (
        "Vill också: ersättning för en skada, anmäla till en myndighet."
    )
    assert set(WISHES) == set(Wish)
