"""Who should handle a complaint: proposals with their reasons (DOMAIN §7.2).

Nothing is decided here.  The operator asks "har vårdgivaren svarat?" and "när hände det?", hears
what the caller wants, and is told which way is open and what speaks against it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kundcenter.domain.case_clocks import event_span, two_years_after
from kundcenter.domain.case_codes import (
    FEEDBACK,
    CaseKind,
    Complainant,
    Injury,
    Recipient,
    Said,
)
from kundcenter.domain.cases import CaseFacts


class Wish(StrEnum):
    """What the caller wants of it, besides an answer."""

    HELP_FROM_BOARD = "HJALP"  # help to put it forward, or somebody independent
    COMPENSATION = "ERSATTNING"
    DRUG = "LAKEMEDEL"  # compensation for what a drug did
    AUTHORITY = "MYNDIGHET"  # that an authority looks into it
    OWN_CENTRE = "KUNDCENTRET"  # it is about this contact centre


# As the remark of a case has it, which is the kundcenter's file and in Swedish.
WISHES = {
    Wish.HELP_FROM_BOARD: "hjälp av någon oberoende",
    Wish.COMPENSATION: "ersättning för en skada",
    Wish.DRUG: "ersättning för skada av läkemedel",
    Wish.AUTHORITY: "anmäla till en myndighet",
    Wish.OWN_CENTRE: "klaga på kundcentret",
}


def wished(wishes: frozenset[Wish]) -> str:
    """What the caller wants besides, as a sentence; nothing when that is nothing."""
    if not wishes:
        return ""
    return f"Vill också: {', '.join(WISHES[each] for each in Wish if each in wishes)}."


class Reason(StrEnum):
    """Why a recipient is proposed."""

    INJURY = "VARDSKADA"  # a care injury is suspected
    CARE = "VARDKLAGOMAL"  # it is about care: whoever gave it answers
    OTHERS = "ANNANS_VARD"  # another care provider gave the care
    ABOUT_US = "KUNDCENTRET"
    WANTS_HELP = "VILL_HA_HJALP"
    ANSWERED = "SVAR_FINNS"  # the care provider has answered, and it was not enough
    WANTS_AUTHORITY = "VILL_ANMALA"
    SERIOUS = "ALLVARLIG"  # IVO has to investigate (PSL 7 kap. 11 §)
    WANTS_COMPENSATION = "VILL_HA_ERSATTNING"
    DRUG = "LAKEMEDEL"


class Caution(StrEnum):
    """What the caller is told of a recipient before they choose."""

    NOT_HEARD = "EJ_BESVARAT"  # the care provider has not answered: IVO may hand it over (7:12)
    NOT_ASKED = "EJ_FRAGAT"  # whether it has answered, or when it happened, is not known yet
    OLDER = "ALDRE"  # more than two years ago: IVO may decline (7:10–11)
    ONLY_IF_PATIENT_CANNOT = "NARSTAENDE"  # a relative complains where the patient cannot (7:10)
    NEEDS_NAME = "NAMN"  # a complaint to IVO states name and address (7:14)
    NEEDS_CONSENT = "SAMTYCKE"  # to hand it over the complainant agrees, or it is clear (3:8 e)
    ONLY_INFORMATION = "UPPLYSNING"  # the caller applies there; the centre only tells how
    PRIVATE_PERSON_CANNOT = "EJ_LEX_MARIA"  # nobody but the care provider reports lex Maria


@dataclass(frozen=True, slots=True)
class Proposal:
    recipient: Recipient
    reasons: tuple[Reason, ...]
    cautions: tuple[Caution, ...] = ()


def proposals(
    facts: CaseFacts, today: date, wishes: Collection[Wish] = frozenset()
) -> tuple[Proposal, ...]:
    """Who should handle it, the most urgent first and then whoever answers for the care.

    None for an e-service's matter: that goes to a unit.  `today` is a Swedish day.  Raises
    CaseInvalid for an event that is no date.
    """
    if facts.kind not in FEEDBACK:
        return ()
    found: list[Proposal] = []
    if facts.injured:
        cautions = (Caution.PRIVATE_PERSON_CANNOT,)
        found.append(Proposal(Recipient.CHIEF, (Reason.INJURY,), cautions))
    found += _answering(facts, wishes)
    board = [(Wish.HELP_FROM_BOARD in wishes, Reason.WANTS_HELP), (_heard(facts), Reason.ANSWERED)]
    if reasons := _those(board):
        found.append(Proposal(Recipient.PATIENT_BOARD, reasons))
    authority = [
        (Wish.AUTHORITY in wishes, Reason.WANTS_AUTHORITY),
        (_heard(facts), Reason.ANSWERED),
        (facts.injury is Injury.SERIOUS, Reason.SERIOUS),
    ]
    if reasons := _those(authority):
        found.append(Proposal(Recipient.IVO, reasons, tuple(_of_ivo(facts, today))))
    for wish, recipient, reason in _INFORMED:
        if wish in wishes:
            found.append(Proposal(recipient, (reason,), (Caution.ONLY_INFORMATION,)))
    return tuple(found)


_INFORMED = (
    (Wish.COMPENSATION, Recipient.LOF, Reason.WANTS_COMPENSATION),
    (Wish.DRUG, Recipient.DRUG_INSURANCE, Reason.DRUG),
    (Wish.AUTHORITY, Recipient.OTHER_AUTHORITY, Reason.WANTS_AUTHORITY),
)


def _answering(facts: CaseFacts, wishes: Collection[Wish]) -> Iterator[Proposal]:
    """Whoever answers for what happened: the centre, another care provider, or the unit."""
    if Wish.OWN_CENTRE in wishes:
        yield Proposal(Recipient.OWN, (Reason.ABOUT_US,))
    if facts.provider:
        cautions = () if facts.consent is Said.YES else (Caution.NEEDS_CONSENT,)
        yield Proposal(Recipient.OTHER_PROVIDER, (Reason.OTHERS,), cautions)
    if facts.unit or not (facts.provider or Wish.OWN_CENTRE in wishes):
        yield Proposal(Recipient.CARE_PROVIDER, (Reason.CARE,))


def _of_ivo(facts: CaseFacts, today: date) -> Iterator[Caution]:
    """In the order of the questions: has it answered, when did it happen, who complains."""
    span = event_span(facts.event)
    if facts.heard is Said.NO:
        yield Caution.NOT_HEARD
    if facts.heard is Said.UNSAID or span is None:
        yield Caution.NOT_ASKED
    if span is not None and today > two_years_after(span[0]):
        yield Caution.OLDER
    if facts.complainant in {Complainant.RELATIVE, Complainant.OTHER}:
        yield Caution.ONLY_IF_PATIENT_CANNOT
    if facts.anonymous:
        yield Caution.NEEDS_NAME
    yield Caution.ONLY_INFORMATION


def _heard(facts: CaseFacts) -> bool:
    """Whether somebody complains of what the care provider has answered already."""
    return facts.kind is CaseKind.COMPLAINT and facts.heard is Said.YES


def _those(told: list[tuple[bool, Reason]]) -> tuple[Reason, ...]:
    return tuple(reason for true, reason in told if true)
