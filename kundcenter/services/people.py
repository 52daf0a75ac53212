"""Find, open and register the person whom a call is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import AccessRecord, Activity
from kundcenter.domain.identity import PersonId, Sex
from kundcenter.domain.journal import Entry, EntryVersion
from kundcenter.domain.people import Person, PersonExists, Protection, clean_name
from kundcenter.domain.text import LINE_LIMIT, checked
from kundcenter.ports import Store, Viewing

CANDIDATES = 5
HISTORY = 50


@dataclass(frozen=True, slots=True)
class PastEntry:
    entry: Entry
    version: EntryVersion


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person as the card shows them.

    `history` holds the latest entries, newest first; it is empty, and `record_closed` true,
    for those whose role may not read the record.
    """

    person: Person
    history: tuple[PastEntry, ...]
    record_closed: bool


class People:
    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, identity: PersonId) -> Person | None:
        """The person with the identity.  The search is logged, with its hit."""
        with self._store.view() as view:
            view.actor.must(Function.IDENTIFY)
            person = view.people.by_identity(identity)
            view.witness(Activity.SEARCH, person.id if person else None, level="Översikt")
            return person

    def of_caller(self, number: str) -> tuple[Person, ...]:
        """Whom earlier calls from the number were about.  The list is logged, hit by hit.

        Raises TextInvalid.
        """
        with self._store.view() as view:
            view.actor.must(Function.IDENTIFY)
            found = view.people.of_caller(checked(number, "number", limit=LINE_LIMIT), CANDIDATES)
            for person in found:
                view.witness(Activity.SEARCH, person.id, level="Översikt")
            if not found:
                view.witness(Activity.SEARCH, level="Översikt")
            return found

    def open(self, person_id: UUID, reason: str) -> PersonCard:
        """Open a person.  The access record is written in the same transaction.

        `reason` says on what ground, such as the call that is in progress.
        """
        with self._store.view() as view:
            view.actor.must(Function.IDENTIFY)
            may_read = view.actor.may(Function.READ_RECORD)
            person = view.people.get(person_id)
            view.witness(
                Activity.READ,
                person_id,
                level="Journal" if may_read else "Översikt",
                reason=checked(reason, "reason", limit=LINE_LIMIT),
            )
            history = _history(view, person_id) if may_read else ()
            return PersonCard(person, history, record_closed=not may_read)

    def register(
        self,
        identity: PersonId,
        given_name: str,
        family_name: str,
        *,
        sex: Sex | None = None,
        born_on: date | None = None,
    ) -> Changes:
        """Register a person.  Raises PersonExists with the other's id, or NameInvalid."""
        with self._store.work(
            "people.register",
            identity=identity,
            given_name=given_name,
            family_name=family_name,
            sex=sex,
            born_on=born_on,
        ) as work:
            work.actor.must(Function.IDENTIFY)
            already = work.people.by_identity(identity)
            if already is not None:
                raise PersonExists(id=already.id)
            person = Person(
                id=work.new_id(),
                person_id=identity,
                given_name=clean_name(given_name),
                family_name=clean_name(family_name),
                registered_at=work.now,
                sex=sex or identity.sex,
                born_on=born_on,
            )
            work.people.put(person)
            work.witness(Activity.WRITE, person.id, level="Översikt")
        return work.changes()

    def register_unidentified(self, described: str) -> Changes:
        """Register somebody whose identity is not known: care may not wait for a number.

        `described` is what the operator calls the person.  Raises NameInvalid.
        """
        with self._store.work("people.register_unidentified", described=described) as work:
            work.actor.must(Function.IDENTIFY)
            id = work.new_id()
            work.people.put(
                Person(
                    id=id,
                    person_id=PersonId.unknown(id),
                    given_name=clean_name(described),
                    family_name="",
                    registered_at=work.now,
                )
            )
            work.witness(Activity.WRITE, id, level="Översikt")
        return work.changes()

    def protect(self, person_id: UUID, protection: Protection) -> Changes:
        """Mark a person as having a protected identity, or take the mark away."""
        with self._store.work("people.protect", person_id=person_id, protection=protection) as work:
            work.actor.must(Function.IDENTIFY)
            work.people.put(work.people.get(person_id).protected_as(protection))
            work.witness(Activity.WRITE, person_id, level="Översikt")
        return work.changes()

    def accesses(self, person_id: UUID, limit: int = 100) -> tuple[AccessRecord, ...]:
        """Who has opened the person, the latest first; for those who review the log."""
        with self._store.view() as view:
            view.actor.must(Function.REVIEW_ACCESS_LOG)
            view.witness(Activity.READ, person_id, level="Åtkomstlogg")
            return view.accesses(person_id, limit)


def _history(view: Viewing, person_id: UUID) -> tuple[PastEntry, ...]:
    entries = view.journal.of_person(person_id, HISTORY)
    standing = view.journal.latest_of([entry.id for entry in entries])
    return tuple(PastEntry(entry, standing[entry.id]) for entry in entries)
