"""Entries that wait for a signature: how long they may, and when none is needed (PDL 3:10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.domain.journal import Entry, Note, WaiverReason


@dataclass(frozen=True, slots=True)
class SigningTerms:
    """The centre's own rule (DOMAIN §2.2): when an author is reminded and when a supervisor is."""

    within: timedelta = timedelta(days=2)
    escalate_after: timedelta = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry whose latest version is unsigned.

    `since` is when the first version was written that no signature followed.
    """

    entry_id: UUID
    author_id: UUID
    since: datetime

    def listed(self, entry: Entry, note: Note, late_before: datetime) -> Unsigned:
        """Its line in the list of what waits."""
        return Unsigned(
            entry_id=entry.id,
            author_name=entry.author_name,
            contact_at=entry.contact_at,
            since=self.since,
            reason=note.reason,
            codes=note.codes,
            late=self.since < late_before,
        )


@dataclass(frozen=True, slots=True)
class Waiver:
    """That version `number` of an entry need not be signed, and why."""

    id: UUID
    entry_id: UUID
    number: int
    reason: WaiverReason
    noted_at: datetime
    noted_by: UUID


@dataclass(frozen=True, slots=True)
class Unsigned:
    """One line of the list of what waits: no patient is named in it.

    `reason` is the code of the contact reason, of the code set `codes`.
    """

    entry_id: UUID
    author_name: str
    contact_at: datetime
    since: datetime
    reason: str
    codes: str
    late: bool
