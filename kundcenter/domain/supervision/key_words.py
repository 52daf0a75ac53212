"""What the keys of breakdowns are called on paper and in files: Swedish data, as definitions are.

Codes of the code sets and names of units come from whoever asks; the rest stands here.
"""

from __future__ import annotations

from collections.abc import Mapping

from kundcenter.domain.callbacks import CallbackKind, StepKind
from kundcenter.domain.cancellations import CancelReason
from kundcenter.domain.case_codes import CaseKind
from kundcenter.domain.freed_times import FreedState
from kundcenter.domain.parts import PartKind
from kundcenter.domain.referrals import ReferralState
from kundcenter.domain.service_desk.axes import HandledBy
from kundcenter.domain.supervision.dimensions import (
    AGAIN,
    BY_HAND,
    CONNECTED,
    FAILED,
    FIRST,
    IN_TIME,
    LATE,
    UNQUEUED,
    Dimension,
)
from kundcenter.domain.triage import CodeSet

Names = Mapping[str, str]
UNSAID = "Inte sagt"
GROUPS = {
    "EGENVARD": "Egenvård",
    "PRIMARVARD": "Primärvård",
    "SPECIALIST": "Specialistvård",
    "AKUT": "Akutmottagning",
    "112": "112",
    "ANNAN": "Annan vård",
    "INFO": "Information",
    "AVBRUTET": "Avbrutet",
}
CASES: Names = {
    CaseKind.COMPLAINT: "Klagomål",
    CaseKind.VIEW: "Synpunkt",
    CaseKind.PRAISE: "Beröm",
    CaseKind.QUESTION: "Fråga",
    CaseKind.E_SERVICE: "E-tjänst",
    CaseKind.ADVICE: "Rådgivning",
}
_WORDS: dict[Dimension, Names] = {
    Dimension.GROUP: GROUPS,
    Dimension.PART_KIND: {
        PartKind.ADVICE: "Rådgivning",
        PartKind.SWITCHBOARD: "Växel",
        PartKind.CANCELLATION: "Avbokning",
        PartKind.SERVICE: "Service",
        PartKind.COMPLAINT: "Klagomål",
    },
    Dimension.FOLLOW_UP: {
        ReferralState.MADE: "Inte uppföljd",
        ReferralState.REACHED: "Nådde fram",
        ReferralState.NOT_REACHED: "Nådde inte fram",
        ReferralState.CANCELLED: "Avbokad",
    },
    Dimension.CANCELLATION: {
        CancelReason.DOES_NOT_SUIT: "Tiden passar inte",
        CancelReason.NO_NEED: "Har inget vårdbehov längre",
        CancelReason.OTHER_UNIT: "Bokad på annan mottagning",
        CancelReason.ILL: "Sjuk",
        CancelReason.CHILD_ILL: "Vård av sjukt barn",
        CancelReason.NO_INVITATION: "Har inte fått kallelsen",
        CancelReason.TRAVEL: "Transport eller väder",
        CancelReason.DECEASED: "Patienten har avlidit",
        CancelReason.OTHER: "Annat",
    },
    Dimension.CANCEL_TIME: {IN_TIME: "I tid", LATE: "Sent"},
    Dimension.FREED: {
        FreedState.OPEN: "Ledig",
        FreedState.FILLED: "Fylld igen",
        FreedState.PASSED: "Passerad",
        FreedState.DROPPED: "Släppt",
    },
    Dimension.ALARM: {CONNECTED: "Kopplat", FAILED: "Kom inte fram"},
    Dimension.CASE: CASES,
    Dimension.CASE_CONFIRMED: CASES,
    Dimension.QUESTION: {
        HandledBy.SWITCHBOARD: "Televäxeln",
        HandledBy.SITE: "1177.se",
        HandledBy.SERVICE_DESK: "Servicefunktionen",
        HandledBy.PRIMARY_CARE: "Vårdcentral",
        HandledBy.E_SERVICES: "E-tjänster",
        HandledBy.NURSE_LINE: "1177 på telefon",
    },
    Dimension.CALL_SORT: {BY_HAND: "Registrerade för hand", UNQUEUED: "Utan kö"},
    Dimension.REPEAT: {AGAIN: "Återkommande", FIRST: "Första gången"},
}
_CALLBACKS: Names = {
    CallbackKind.QUEUE: "Enhetens kö",
    CallbackKind.OWN: "Egen",
    CallbackKind.SAFETY: "Säkerhetsnät",
}
_STEPS: Names = {
    StepKind.PLACED: "lagd",
    StepKind.MERGED: "sammanförd",
    StepKind.TIME_TOLD: "tid lämnad",
    StepKind.MOVED: "flyttad",
    StepKind.NUMBER: "nytt nummer",
    StepKind.TAKEN: "tagen",
    StepKind.RELEASED: "släppt",
    StepKind.NO_ANSWER: "inget svar",
    StepKind.DONE: "nådd",
    StepKind.CANCELLED: "avbokad",
    StepKind.EXPIRED: "löftet brutet",
    StepKind.NOT_REACHED: "inte nådd",
    StepKind.HANDED_ON: "överlämnad",
}
QUEUES = {"1177": "1177 på telefon", "vaxel": "Växeln", "service": "Servicedisken"}


def key_word(dimension: Dimension, key: str, codes: CodeSet, units: Names) -> str:
    """What a key is called; a code that nobody knows any more is itself.

    `units` are names by ids.  Of the code sets the newest is enough: a code never changes meaning.
    """
    if not key:
        return UNSAID
    if dimension is Dimension.UNIT:
        return units.get(key, "Enhet som inte finns kvar")
    if dimension is Dimension.QUEUE:
        return QUEUES.get(key, key)
    if dimension is Dimension.CALLBACK:
        return _callback(key)
    coded = _coded(dimension, codes).get(key)
    return coded or _WORDS.get(dimension, {}).get(key, key)


def _callback(key: str) -> str:
    kind, step, *late = key.split("/")
    whose, what = _CALLBACKS.get(kind, kind), _STEPS.get(step, step)
    return f"{whose}: {what}" + (" för sent" if late else "")


def _coded(dimension: Dimension, codes: CodeSet) -> Names:
    if dimension is Dimension.OUTCOME:
        return {each.code: each.label for each in codes.outcomes}
    if dimension is Dimension.URGENCY:
        return {each.code: each.label for each in codes.urgencies}
    if dimension is Dimension.REASON:
        return {each.code: each.label for each in codes.reasons}
    if dimension is Dimension.DEVIATION:
        return {each.code: each.label for each in codes.deviations}
    if dimension is Dimension.INTERPRETER:
        return {each.code: each.label for each in codes.interpreters}
    return {}
