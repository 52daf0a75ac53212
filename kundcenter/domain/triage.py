"""Contact reasons, urgencies, outcomes and ticks: code sets that come as data, with a version.

The codes are DOMAIN §3.3–3.5, §3.7 and §8.  They are choices for the nurse; nothing here
computes a level of care.  What a version asks for before signing stands in the version itself,
so that an entry keeps the rules it was written under.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

import msgspec

from kundcenter.errors import NotFound, Refused


class CodeUnknown(Refused):
    """The code is not in the set.  Facts: set; the code may be any text."""

    code = "triage.code_unknown"


class CodeSetNotFound(NotFound):
    """The program does not have the version of the codes.  Facts: version."""

    code = "triage.code_set_not_found"


@dataclass(frozen=True, slots=True)
class Reason:
    code: str
    label: str
    administrative: bool = False  # an administrative question needs no history (DOMAIN §3.3)


@dataclass(frozen=True, slots=True)
class Urgency:
    """How soon.  `shape` and `colour` both tell the level; neither stands alone."""

    code: str
    label: str
    shape: str
    colour: str
    hours: int | None = None
    call_back: bool = False  # the caller must be told when to ring again

    @property
    def deadline(self) -> timedelta | None:
        """Counted from the assessment; None means no time limit."""
        return None if self.hours is None else timedelta(hours=self.hours)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the caller was guided.  `group` is the row of the statistics."""

    code: str
    label: str
    group: str
    unit_required: bool = False
    journal: bool = True  # False: a call-log outcome that asks for no record entry
    call_back: bool = False  # self-care: the caller must be told when to ring again


@dataclass(frozen=True, slots=True)
class FindingCode:
    """Something asked about.  `present` and `absent` are whole sentences of the record."""

    code: str
    label: str
    present: str
    absent: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """A piece of advice, or a sign on which to ring again; no `reasons` is for every reason."""

    code: str
    label: str
    sentence: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of a short list.  `text_required`: the nurse also writes why, or what was wished."""

    code: str
    label: str
    sentence: str = ""
    text_required: bool = False
    risk: bool = False


C = TypeVar("C", Reason, Urgency, Outcome, FindingCode, Tick, Alternative)


@dataclass(frozen=True, slots=True)
class CodeSet:
    """One version of the codes, in the order in which the screen shows them."""

    version: str
    reasons: tuple[Reason, ...]
    urgencies: tuple[Urgency, ...]
    outcomes: tuple[Outcome, ...]
    findings: tuple[FindingCode, ...] = ()
    advice: tuple[Tick, ...] = ()
    call_back: tuple[Tick, ...] = ()
    courses: tuple[Alternative, ...] = ()
    patient_views: tuple[Alternative, ...] = ()
    deviations: tuple[Alternative, ...] = ()
    interpreters: tuple[Alternative, ...] = ()
    languages: tuple[Alternative, ...] = ()
    demonstration: bool = False

    @property
    def deadlines(self) -> dict[str, timedelta]:
        """How long care can wait, by urgency; those without a time limit are not in it."""
        return {each.code: each.deadline for each in self.urgencies if each.deadline is not None}

    def reason(self, code: str) -> Reason:
        return _pick(self.reasons, code, "reasons")

    def urgency(self, code: str) -> Urgency:
        return _pick(self.urgencies, code, "urgencies")

    def outcome(self, code: str) -> Outcome:
        return _pick(self.outcomes, code, "outcomes")

    def finding(self, code: str) -> FindingCode:
        return _pick(self.findings, code, "findings")

    def advice_tick(self, code: str) -> Tick:
        return _pick(self.advice, code, "advice")

    def call_back_tick(self, code: str) -> Tick:
        return _pick(self.call_back, code, "call_back")

    def course(self, code: str) -> Alternative:
        return _pick(self.courses, code, "courses")

    def patient_view(self, code: str) -> Alternative:
        return _pick(self.patient_views, code, "patient_views")

    def deviation(self, code: str) -> Alternative:
        return _pick(self.deviations, code, "deviations")

    def interpreter(self, code: str) -> Alternative:
        return _pick(self.interpreters, code, "interpreters")

    def language(self, code: str) -> Alternative:
        return _pick(self.languages, code, "languages")

    def findings_of(self, reason: str) -> tuple[FindingCode, ...]:
        """What is asked about for a contact reason."""
        return tuple(found for found in self.findings if reason in found.reasons)

    def advice_of(self, reason: str) -> tuple[Tick, ...]:
        """The advice offered for a contact reason: its own first, then what is for every one."""
        return _offered(self.advice, reason)

    def call_back_of(self, reason: str) -> tuple[Tick, ...]:
        """The signs on which to ring again, in the same order."""
        return _offered(self.call_back, reason)


def code_set(table: Mapping[str, Any]) -> CodeSet:
    """The code set that a parsed code file holds.  Raises msgspec.ValidationError."""
    return msgspec.convert(table, CodeSet)


def _offered(ticks: Sequence[Tick], reason: str) -> tuple[Tick, ...]:
    own = tuple(tick for tick in ticks if reason in tick.reasons)
    return own + tuple(tick for tick in ticks if not tick.reasons)


def _pick(codes: Sequence[C], code: str, where: str) -> C:
    for candidate in codes:
        if candidate.code == code:
            return candidate
    raise CodeUnknown(set=where)
