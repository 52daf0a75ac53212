"""The parts of a call: one card, several matters, each with an outcome of its own.

A call that changes its nature (which number? — chest pain) keeps its card and gets a part more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.triage import CodeSet
from kundcenter.errors import NotFound, Refused


class PartNotFound(NotFound):
    """No part has the id.  Facts: id."""

    code = "part.not_found"


class PartClosed(Refused):
    """The part is done and stays as it is.  Facts: id."""

    code = "part.closed"


class PartNotEmpty(Refused):
    """A part that has somebody or something in it is not thrown away.  Facts: id."""

    code = "part.not_empty"


class PartOfAnotherPerson(Refused):
    """The part has a note, and the note is about somebody else.  Facts: id."""

    code = "part.of_another_person"


class EntryElsewhere(Refused):
    """The entry was written in another call, or lies in another part already.  Facts: id."""

    code = "part.entry_elsewhere"


class PartKind(StrEnum):
    ADVICE = "RADGIVNING"
    SWITCHBOARD = "VAXEL"
    CANCELLATION = "AVBOKNING"
    SERVICE = "SERVICE"
    COMPLAINT = "KLAGOMAL"


@dataclass(frozen=True, slots=True)
class Part:
    """One matter of a call.  `note_due` says that its note is still to be written ("återstår"):
    an emergency is connected first (DOMAIN §3.6 R1).
    """

    id: UUID
    call_id: UUID
    kind: PartKind
    opened_at: datetime
    opened_by: UUID
    person_id: UUID | None = None
    entry_id: UUID | None = None
    outcome: str | None = None
    closed_at: datetime | None = None
    note_due: bool = False

    @property
    def open(self) -> bool:
        return self.closed_at is None

    @property
    def empty(self) -> bool:
        """Whether nothing would be lost without it."""
        return self.open and not (self.person_id or self.entry_id or self.outcome or self.note_due)

    def owed_by(self, operator_id: UUID) -> bool:
        """Whether the operator has its note still to write, whoever has the call now."""
        return self.note_due and self.opened_by == operator_id

    def pointed(self, person_id: UUID) -> Part:
        """Whom it is about.  Raises PartClosed, PartOfAnotherPerson once it has a note."""
        if self.person_id == person_id:
            return self
        if not (self.open or self.note_due):
            raise PartClosed(id=self.id)
        if self.entry_id is not None:
            raise PartOfAnotherPerson(id=self.id)
        return replace(self, person_id=person_id)

    def noted(self, entry_id: UUID, person_id: UUID) -> Part:
        """It has its note, which is about the person.  Raises PartClosed, EntryElsewhere."""
        if self.entry_id == entry_id:
            return self
        if self.entry_id is not None:
            raise EntryElsewhere(id=entry_id)
        if not (self.open or self.note_due):
            raise PartClosed(id=self.id)
        return replace(self, entry_id=entry_id, person_id=person_id, note_due=False)

    def closed(self, at: datetime, outcome: str) -> Part:
        """It is done; what is closed already stays.  A note that is due is still due."""
        if not self.open:
            raise PartClosed(id=self.id)
        return replace(self, closed_at=at, outcome=outcome)


class PartNeedsNote(Refused):
    """Advice to a patient is noted before the part is closed (PDL 3 kap. 1, 6 §§).

    Facts: id (of the call), parts (the ids of those without a note).
    """

    code = "part.needs_note"

    @property
    def parts(self) -> tuple[UUID, ...]:
        """Those without a note."""
        parts = self.facts["parts"]
        assert isinstance(parts, tuple)
        return parts


@dataclass(frozen=True, slots=True)
class NotedOutcome:
    """What the latest version of one entry of the call says came of it; "" says nothing yet."""

    entry_id: UUID
    person_id: UUID
    outcome: str


def outcomes(
    parts: Sequence[Part], noted: Sequence[NotedOutcome], otherwise: str | None
) -> Mapping[UUID, str]:
    """The outcome of each part that has one, by the id of the part.

    A part's own note says it; else the latest note of the call that lies in no part and is about
    the same person; else what the part already says; else `otherwise`.
    """
    by_entry = {each.entry_id: each.outcome for each in noted}
    loose = [each for each in noted if each.entry_id not in {part.entry_id for part in parts}]
    found: dict[UUID, str] = {}
    for part in parts:
        said = part.outcome if not part.open else by_entry.get(part.entry_id or part.id, "")
        if not said and part.entry_id is None:
            near = [each.outcome for each in loose if part.person_id in (None, each.person_id)]
            said = next((outcome for outcome in reversed(near) if outcome), "")
        said = said or part.outcome or otherwise
        if said:
            found[part.id] = said
    return found


def unwritten(
    parts: Iterable[Part],
    noted: Sequence[NotedOutcome],
    said: Mapping[UUID, str],
    codes: CodeSet,
) -> tuple[UUID, ...]:
    """The open parts that advise a patient to something and have no note of it.

    Information and a talk that was cut off need none, nor does a caller who stays unknown.  After
    an emergency the note may wait: it is due.
    """
    written = {each.person_id for each in noted}
    return tuple(
        part.id
        for part in parts
        if part.open
        and part.kind is PartKind.ADVICE
        and part.person_id is not None
        and part.entry_id is None
        and not part.note_due
        and part.person_id not in written
        and codes.outcome(said[part.id]).journal
    )
