"""Special notes on top of a person's card: what whoever answers has to know at once.

They are ended, never erased: a note about care belongs to the record (patientdatalagen 3 kap.).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.text import line
from kundcenter.errors import NotFound, Refused


class SpecialNoteNotFound(NotFound):
    """No special note has the id.  Facts: id."""

    code = "special_note.not_found"


class SpecialNoteEmpty(Refused):
    """A special note says something."""

    code = "special_note.empty"


class SpecialNoteEnded(Refused):
    """The special note has already been ended.  Facts: id."""

    code = "special_note.ended"


class SpecialKind(StrEnum):
    """In the order in which they stand on the card."""

    THREAT = "HOT"
    INTERPRETER = "TOLK"
    LANGUAGE = "SPRAK"
    HEARING = "HORSEL"
    CARE_PLAN = "VARDPLAN"
    OTHER = "OVRIGT"


# What tells of health or care is for those who may read the record; the rest is needed by
# everybody who speaks with the person.
OF_CARE = frozenset({SpecialKind.CARE_PLAN, SpecialKind.OTHER})


@dataclass(frozen=True, slots=True)
class SpecialNote:
    """One note about one person.  The text stays out of repr()."""

    id: UUID
    person_id: UUID
    kind: SpecialKind
    text: str = field(repr=False)
    noted_at: datetime
    noted_by: UUID
    ended_at: datetime | None = None
    ended_by: UUID | None = None

    def ended(self, at: datetime, by: UUID) -> SpecialNote:
        """The note, no longer shown.  Raises SpecialNoteEnded."""
        if self.ended_at is not None:
            raise SpecialNoteEnded(id=self.id)
        return replace(self, ended_at=at, ended_by=by)


def special_text(text: str) -> str:
    """The text as it is stored, at most 300 characters.  Raises SpecialNoteEmpty, TextInvalid."""
    said = line(text, "text")
    if not said:
        raise SpecialNoteEmpty
    return said


def in_order(notes: tuple[SpecialNote, ...]) -> tuple[SpecialNote, ...]:
    """The gravest kind first, and of one kind the latest first."""
    kinds = tuple(SpecialKind)
    latest = sorted(notes, key=lambda note: note.noted_at, reverse=True)
    return tuple(sorted(latest, key=lambda note: kinds.index(note.kind)))
