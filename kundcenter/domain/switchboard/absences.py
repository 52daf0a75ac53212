"""Who is away, until when, and who stands in: what a caller may be told of it, and what not.

Why somebody is away is personal data; a caller is told when they are back (DOMAIN §14).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.calendar import is_instant
from kundcenter.domain.text import line
from kundcenter.errors import NotFound, Refused

LONGEST = timedelta(days=731)  # an absence; as far ahead, or a year back, it may begin
FURTHEST_BACK = timedelta(days=366)


class AbsenceNotFound(NotFound):
    """No absence has the id.  Facts: id."""

    code = "absence.not_found"


class AbsenceOver(Refused):
    """The absence has been ended.  Facts: id."""

    code = "absence.over"


class AbsenceInvalid(Refused):
    """A field cannot be kept.  Facts: field ("starts_at", "back_at", "deputy_id")."""

    code = "absence.invalid"


class AbsenceReason(StrEnum):
    MEETING = "MOTE"
    LUNCH = "LUNCH"
    ERRAND = "TJANSTEARENDE"
    TRAVEL = "TJANSTERESA"
    COURSE = "UTBILDNING"
    GONE_HOME = "GATT_FOR_DAGEN"
    LEAVE = "LEDIG"
    SICK = "SJUK"
    PARENTAL = "FORALDRALEDIG"
    OTHER = "ANNAT"


UNSAID = {AbsenceReason.SICK, AbsenceReason.PARENTAL, AbsenceReason.LEAVE}  # to nobody who calls


@dataclass(frozen=True, slots=True)
class AbsenceDraft:
    """From `starts_at` (None: from now) until `back_at` (None: nobody knows)."""

    reason: AbsenceReason
    starts_at: datetime | None = None
    back_at: datetime | None = None
    deputy_id: UUID | None = None  # another contact
    comment: str = field(default="", repr=False)

    def absence(self, id: UUID, contact_id: UUID, at: datetime, by: UUID) -> Absence:
        """The absence as it is stored, set at `at`.  Raises AbsenceInvalid, TextInvalid."""
        for name, each in (("starts_at", self.starts_at), ("back_at", self.back_at)):
            if each is not None and not is_instant(each):
                raise AbsenceInvalid(field=name)
        starts_at = at if self.starts_at is None else self.starts_at.astimezone(UTC)
        back_at = None if self.back_at is None else self.back_at.astimezone(UTC)
        if not -FURTHEST_BACK <= starts_at - at <= LONGEST:
            raise AbsenceInvalid(field="starts_at")
        if back_at is not None and (back_at <= max(at, starts_at) or back_at - starts_at > LONGEST):
            raise AbsenceInvalid(field="back_at")
        if self.deputy_id == contact_id:
            raise AbsenceInvalid(field="deputy_id")
        comment = line(self.comment, "comment")
        return Absence(
            id, contact_id, self.reason, starts_at, back_at, self.deputy_id, comment, by
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Absence:
    """One absence of a contact; it stays when it is over."""

    id: UUID
    contact_id: UUID
    reason: AbsenceReason
    starts_at: datetime
    back_at: datetime | None
    deputy_id: UUID | None
    comment: str = field(repr=False)
    set_by: UUID
    ended_at: datetime | None = None
    ended_by: UUID | None = None

    def holds(self, at: datetime) -> bool:
        """Whether they are away then; the instant at which they are back is not of it."""
        if self.ended_at is not None and self.ended_at <= at:
            return False
        return self.starts_at <= at and (self.back_at is None or at < self.back_at)

    def veiled(self) -> Absence:
        """As whoever passes no calls on may see it: when they are back, and not why."""
        return replace(self, reason=AbsenceReason.OTHER, comment="")

    def ended(self, at: datetime, by: UUID) -> Absence:
        """They are back."""
        return replace(self, ended_at=at, ended_by=by)


def absent(absences: Iterable[Absence], contact_id: UUID, at: datetime) -> Absence | None:
    """The absence that holds then; of several the one that began last."""
    found = [each for each in absences if each.contact_id == contact_id and each.holds(at)]
    return max(found, key=lambda each: (each.starts_at, each.id), default=None)
