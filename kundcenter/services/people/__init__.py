"""Find, open, register and keep together the persons whom calls are about."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from uuid import UUID

from kundcenter.domain.access import Function
from kundcenter.domain.access_log import AccessRecord, Activity, Level
from kundcenter.domain.grounds import Ground
from kundcenter.domain.identity import PersonId
from kundcenter.domain.names import born_text, words
from kundcenter.domain.people import Person, clean_name
from kundcenter.domain.person_cards import Hits, PastEntry, PersonCard, Side, Undoing
from kundcenter.domain.repeats import Radar, radar
from kundcenter.domain.text import LINE_LIMIT, checked
from kundcenter.ports import Store
from kundcenter.services.people import looks
from kundcenter.services.people.facts import Facts
from kundcenter.services.people.identities import Identities
from kundcenter.services.people.looks import CANDIDATES, HITS
from kundcenter.services.people.merging import Merging

__all__ = ["Hits", "PastEntry", "People", "PersonCard", "Side", "Undoing"]


class People(Identities, Facts, Merging):
    """How people are found and opened; what is said of them is mixed in: who they are, what is
    known of them, and which registrations are one person.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, identity: PersonId) -> Person | None:
        """The person who has the identity, or had it before.  Logged, with its hit.

        Of a merged person it is the one who is kept; a protected one comes veiled.
        """
        with self._store.view() as view:
            view.actor.must(Function.IDENTIFY)
            person = view.people.by_identity(identity)
            looks.witness_hits(view, (person,) if person else ())
            return person and person.veiled()

    def of_caller(self, number: str) -> tuple[Person, ...]:
        """Whom earlier calls from the number were about, in whatever spelling it is.

        The list is logged, hit by hit; protected persons come veiled.  Raises TextInvalid.
        """
        with self._store.view() as view:
            view.actor.must(Function.IDENTIFY)
            number = looks.sought_number(number)
            found = view.people.of_caller(number, CANDIDATES)
            looks.witness_hits(view, found)
            return tuple(person.veiled() for person in found)

    def search(self, text: str, *, reserve_pattern: re.Pattern[str] | None = None) -> Hits:
        """Persons by number, by telephone number, or by name with or without a birth date.

        Never by anything that was written about them.  A protected person is found by the whole
        identity only, and comes veiled.  Each hit is logged.  Raises SearchTooShort, TextInvalid,
        PersonIdInvalid.
        """
        sought = checked(text, "text", limit=LINE_LIMIT).strip()
        with self._store.view() as view:
            view.actor.must(Function.IDENTIFY)
            hits = looks.searched(view, sought, reserve_pattern)
            looks.witness_hits(view, hits.people)
            return replace(hits, people=tuple(person.veiled() for person in hits.people))

    def look_alikes(
        self, given_name: str, family_name: str, born_on: date | None
    ) -> tuple[Person, ...]:
        """Persons born the same day who share a name: perhaps the one who is being registered.

        Advice only, and logged hit by hit.  Protected persons are never among them.
        """
        with self._store.view() as view:
            view.actor.must(Function.IDENTIFY)
            named = words(clean_name(given_name), clean_name(family_name))
            found = view.people.alike(named, born_text(born_on), CANDIDATES)
            if born_on is None:  # then every word has to be the same
                found = tuple(p for p in found if set(words(p.name)) == set(named))
            looks.witness_hits(view, found)
            return found

    def open(self, person_id: UUID, ground: Ground) -> PersonCard:
        """Open a person.  The access record is written in the same transaction.

        `ground` says why: a call in hand, or a reason.  A merged person opens as the one who is
        kept.  Raises PersonNotFound, GroundNeeded, GroundTooShort, TextInvalid.
        """
        with self._store.opening() as view:
            view.actor.must(Function.IDENTIFY)
            may_read = view.actor.may(Function.READ_RECORD)
            person = view.people.kept(view.people.get(person_id))
            stands = view.grounded(person.id, ground)
            registrations = view.people.cluster(person.id)
            for id in registrations:
                view.witness(
                    Activity.READ,
                    id,
                    level=Level.RECORD if may_read else Level.OVERVIEW,
                    purpose=stands.purpose,
                    subject=stands.subject,
                    reason=stands.reason,
                )
            entries = looks.entries(view, registrations) if may_read else ()
            reach = view.reach(person.id)
            unseen = looks.unseen(view, registrations, reach)
            view.witness_lifted(reach, entries)
            history = looks.history(view, reach.visible(entries))
            return PersonCard(
                person,
                history,
                record_closed=not may_read,
                radar=looks.radar_of(view, registrations, history, unseen, now_in=ground.call_id),
                blocked=may_read and bool(unseen),
                special_notes=looks.special_notes(view, registrations),
                identities=looks.identities(view, registrations),
                absorbed=looks.absorbed(view, person.id) if len(registrations) > 1 else (),
                may=frozenset(each for each in Function if view.actor.may(each)),
            )

    def radar_of_number(self, number: str, call_id: UUID | None = None) -> Radar:
        """Calls of the last seven days from the number, before anybody knows whom it is about.

        Raises TextInvalid.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.READ_CALL_LOG)
            number = looks.sought_number(number)
            found = reading.calls.of_number(number, HITS)
            unseen = reading.beyond_reach([call.id for call in found])
            told = (call.without_outcome() if call.id in unseen else call for call in found)
            return radar(reading.now, map(looks.called, told), except_call=call_id)

    def accesses(self, person_id: UUID, limit: int = 100) -> tuple[AccessRecord, ...]:
        """Who has opened the person, the latest first; for those who review the log."""
        with self._store.view() as view:
            view.actor.must(Function.REVIEW_ACCESS_LOG)
            view.witness(Activity.READ, person_id, level=Level.ACCESS_LOG)
            return view.accesses(person_id, limit)
