"""Contact reasons, urgencies and outcomes: code sets that come as data, with a version.

The codes are DOMAIN §3.4, §3.5 and §8.  They are choices for the nurse; nothing here computes
a level of care.
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


C = TypeVar("C", Reason, Urgency, Outcome)


@dataclass(frozen=True, slots=True)
class CodeSet:
    """One version of the codes, in the order in which the screen shows them."""

    version: str
    reasons: tuple[Reason, ...]
    urgencies: tuple[Urgency, ...]
    outcomes: tuple[Outcome, ...]

    def reason(self, code: str) -> Reason:
        return _pick(self.reasons, code, "reasons")

    def urgency(self, code: str) -> Urgency:
        return _pick(self.urgencies, code, "urgencies")

    def outcome(self, code: str) -> Outcome:
        return _pick(self.outcomes, code, "outcomes")


def code_set(table: Mapping[str, Any]) -> CodeSet:
    """The code set that a parsed code file holds.  Raises msgspec.ValidationError."""
    return msgspec.convert(table, CodeSet)


def _pick(codes: Sequence[C], code: str, where: str) -> C:
    for candidate in codes:
        if candidate.code == code:
            return candidate
    raise CodeUnknown(set=where)
