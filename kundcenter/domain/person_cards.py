"""What the screen gets of a person who was opened, found, or held against another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from kundcenter.domain.access import Function
from kundcenter.domain.composition import compose
from kundcenter.domain.journal import Entry, EntryVersion
from kundcenter.domain.merges import Merge
from kundcenter.domain.people import FormerIdentity, Person
from kundcenter.domain.repeats import Contact, Radar
from kundcenter.domain.special_notes import SpecialNote
from kundcenter.domain.triage import CodeSet


@dataclass(frozen=True, slots=True)
class PastEntry:
    entry: Entry
    version: EntryVersion

    def contact(self, codes: CodeSet) -> Contact:
        """The entry as the radar has it: advice and signs to return on, ticked and typed.

        `codes` is the set that the version is bound to.
        """
        note = self.version.note
        # That the caller understood is no advice, and would take the room of some.
        told = {each.key: each.text for each in compose(replace(note, understood=False), codes)}
        return Contact(
            at=self.entry.contact_at,
            call_id=self.entry.call_id,
            entry_id=self.entry.id,
            codes=note.codes,
            reason=note.reason,
            outcome=note.outcome,
            urgency=note.urgency,
            advice=told.get("advice", ""),
            call_back_if=told.get("call_back", ""),
        )


@dataclass(frozen=True, slots=True)
class Absorbed:
    """Another registration of the same person, and the merge that says so."""

    merge: Merge
    person: Person


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person as the card shows them.

    `history` holds the latest entries, newest first; it is empty, and `record_closed` true,
    for those whose role may not read the record.  `blocked` tells that blocked data exist: more
    may not be told.  `identities` are those the person had before.  `may` holds what whoever
    opened the card may do with the person.
    """

    person: Person
    history: tuple[PastEntry, ...]
    record_closed: bool
    radar: Radar
    blocked: bool = False
    special_notes: tuple[SpecialNote, ...] = ()
    identities: tuple[FormerIdentity, ...] = ()
    absorbed: tuple[Absorbed, ...] = ()
    may: frozenset[Function] = frozenset()


@dataclass(frozen=True, slots=True)
class Hits:
    """Whom a search found.  `more` says that there are others, and that more is to be typed."""

    people: tuple[Person, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One of two persons who may be one: what tells them apart, without medical text.

    `closed` says that the operator has no ground to open them: then nothing is told but who they
    are, and of a protected person not that.
    """

    person: Person
    identities: tuple[FormerIdentity, ...] = ()
    special_notes: tuple[SpecialNote, ...] = ()
    entries: int = 0
    latest_at: datetime | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Undoing:
    """What taking back a merge would part.

    `since` are the entries that were written after the merge: each is about the one whom it was
    written for, and perhaps that was the wrong one.
    """

    merge: Merge
    kept: Person
    absorbed: Person
    since: tuple[Entry, ...] = field(default=())
