"""Record entries.  A signed version never changes; a correction is a new version.

Patientdatalagen (2008:355): the fields 3 kap. 6 §, signing 3 kap. 10 §, corrections with when
and who 3 kap. 14 §.  A saved entry belongs to the record at once, signed or not
(HFD 2013 ref. 33), so every version that was saved is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.identity import PersonId
from kundcenter.domain.text import LINE_LIMIT, NOTE_LIMIT, checked
from kundcenter.domain.triage import CodeSet
from kundcenter.errors import Conflict, NotFound, Refused


class EntryNotFound(NotFound):
    """No entry has the id.  Facts: id."""

    code = "entry.not_found"


class EntryIncomplete(Refused):
    """Fields that must be filled in before signing are empty.  Facts: missing (field names)."""

    code = "entry.incomplete"


class EntryAlreadySigned(Refused):
    """The version is signed; what is wrong in it is corrected by a new version.  Facts: id."""

    code = "entry.already_signed"


class EntryNotSigned(Refused):
    """Only a signed entry is corrected; an unsigned one is saved again.  Facts: id."""

    code = "entry.not_signed"


class EntryOfAnother(Refused):
    """Only the author may change or sign an entry (PDL 3 kap. 4 §).  Facts: id."""

    code = "entry.of_another"


class EntryStale(Conflict):
    """Somebody has written a later version.  Facts: id, number (the latest version's)."""

    code = "entry.stale"


class CorrectionNeedsReason(Refused):
    """A correction says why."""

    code = "entry.correction_needs_reason"


class Relation(StrEnum):
    """Who tells, DOMAIN §3.3."""

    SELF = "SJALV"
    GUARDIAN = "VARDNADSHAVARE"
    TRUSTEE = "GOD_MAN"
    LEGAL_GUARDIAN = "FORMYNDARE"
    ADMINISTRATOR = "FORVALTARE"
    RELATIVE = "ANHORIG"
    CLOSE_PERSON = "NARSTAENDE"
    MUNICIPAL_STAFF = "KOMMUN_PERSONAL"
    CARE_STAFF = "VARDPERSONAL"
    EMERGENCY_CENTRE = "SOS"
    UNKNOWN = "OKAND"


@dataclass(frozen=True, slots=True)
class Note:
    """What the nurse writes, in the order of DOMAIN §3.3.

    `reason`, `urgency` and `outcome` are codes of the code set named by `codes`.  The text stays
    out of repr(), so that it reaches no log and no traceback.
    """

    codes: str = ""
    informant: Relation = Relation.SELF
    informant_name: str = field(default="", repr=False)
    reason: str = ""
    history: str = field(default="", repr=False)
    background: str = field(default="", repr=False)
    assessment: str = field(default="", repr=False)
    urgency: str = ""
    outcome: str = ""
    unit_id: UUID | None = None
    advice: str = field(default="", repr=False)

    def checked(self, codes: CodeSet) -> Note:
        """The note bound to its code set.  Raises TextInvalid or CodeUnknown."""
        for name in ("history", "background", "assessment", "advice"):
            checked(getattr(self, name), name, limit=NOTE_LIMIT)
        for name in ("codes", "informant_name"):
            checked(getattr(self, name), name, limit=LINE_LIMIT)
        if self.reason:
            codes.reason(self.reason)
        if self.urgency:
            codes.urgency(self.urgency)
        if self.outcome:
            codes.outcome(self.outcome)
        return replace(self, codes=codes.version)

    def missing(self, codes: CodeSet) -> tuple[str, ...]:
        """The fields that must be filled in before signing and are not, in order."""
        wanted = ["reason", "assessment", "urgency", "outcome", "advice"]
        if not (self.reason and codes.reason(self.reason).administrative):
            wanted.append("history")
        if self.informant is not Relation.SELF:
            wanted.append("informant_name")
        empty = {name for name in wanted if not getattr(self, name).strip()}
        if self.outcome and codes.outcome(self.outcome).unit_required and not self.unit_id:
            empty.add("unit_id")
        return tuple(each.name for each in fields(self) if each.name in empty)

    @property
    def blank(self) -> bool:
        """Whether nothing at all has been written or chosen."""
        return replace(self, codes="") == Note()


@dataclass(frozen=True, slots=True)
class Entry:
    """What stays the same through all versions of one entry.

    `written_under` is the identity that the patient had when the entry was made; later
    identities of the same person do not change it (DOMAIN §1.3).
    """

    id: UUID
    person_id: UUID
    written_under: PersonId
    call_id: UUID | None
    author_id: UUID
    author_name: str
    author_position: str
    care_unit: str
    contact_at: datetime
    created_at: datetime


@dataclass(frozen=True, slots=True)
class EntryVersion:
    """One saved version.  `number` counts from 1; `correction` is why a signed one was changed."""

    id: UUID
    entry_id: UUID
    number: int
    note: Note
    written_at: datetime
    written_by: UUID
    correction: str = field(default="", repr=False)
    signed_at: datetime | None = None
    signed_by: UUID | None = None

    @property
    def signed(self) -> bool:
        return self.signed_at is not None

    def signed_by_author(self, at: datetime, by: UUID, codes: CodeSet) -> EntryVersion:
        """The version, locked.  Raises EntryAlreadySigned, EntryOfAnother, EntryIncomplete."""
        if self.signed:
            raise EntryAlreadySigned(id=self.entry_id)
        if by != self.written_by:
            raise EntryOfAnother(id=self.entry_id)
        missing = self.note.missing(codes)
        if missing:
            raise EntryIncomplete(id=self.entry_id, missing=missing)
        return replace(self, signed_at=at, signed_by=by)

    def succeeded(
        self, id: UUID, *, note: Note, at: datetime, by: UUID, correction: str = ""
    ) -> EntryVersion:
        """The version that follows this one.

        An unsigned version is followed by another text of its author; a signed one only by a
        correction with a reason, which stays with it until it is signed.  Raises
        EntryOfAnother, CorrectionNeedsReason, TextInvalid.
        """
        if not self.signed and by != self.written_by:
            raise EntryOfAnother(id=self.entry_id)
        if self.signed and not correction.strip():
            raise CorrectionNeedsReason(id=self.entry_id)
        return EntryVersion(
            id=id,
            entry_id=self.entry_id,
            number=self.number + 1,
            note=note,
            written_at=at,
            written_by=by,
            correction=checked(
                correction if self.signed else self.correction, "correction", limit=LINE_LIMIT
            ),
        )
