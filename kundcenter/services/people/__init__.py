"""Find, open, register and keep together the persons whom calls are about."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import AccessRecord, Activity
from kundcenter.domain.calendar import local
from kundcenter.domain.grounds import Ground
from kundcenter.domain.identity import PersonId
from kundcenter.domain.merges import Merge, MergeNeedsReason, joined, parted
from kundcenter.domain.names import born_text, words
from kundcenter.domain.people import (
    Person,
    Protection,
    ProtectionNeedsReason,
    clean_name,
    death_date,
)
from kundcenter.domain.person_cards import Hits, PastEntry, PersonCard, Side, Undoing
from kundcenter.domain.repeats import Radar, radar
from kundcenter.domain.special_notes import SpecialKind, SpecialNote, special_text
from kundcenter.domain.text import LINE_LIMIT, checked
from kundcenter.services.people import looks
from kundcenter.services.people.identities import Identities
from kundcenter.services.people.looks import CANDIDATES, HITS, OVERVIEW

__all__ = ["Hits", "PastEntry", "People", "PersonCard", "Side", "Undoing"]


class People(Identities):
    """Who somebody is, is said by the verbs of `Identities`."""

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
            number = looks.stored(checked(number, "number", limit=LINE_LIMIT))
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
                    level="Journal" if may_read else OVERVIEW,
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
            number = looks.stored(checked(number, "number", limit=LINE_LIMIT))
            found = reading.calls.of_number(number, HITS)
            unseen = reading.beyond_reach([call.id for call in found])
            told = (call.without_outcome() if call.id in unseen else call for call in found)
            return radar(reading.now, map(looks.called, told), except_call=call_id)

    def protect(self, person_id: UUID, protection: Protection, reason: str = "") -> Changes:
        """Mark a person as having a protected identity, or protect them less than before.

        Everybody who identifies may mark; the person's calls lose their numbers.  To protect
        less is for who leads, with a reason: ProtectionNeedsReason.  Raises PersonMerged.
        """
        with self._store.work(
            "people.protect", person_id=person_id, protection=protection, reason=reason
        ) as work:
            work.actor.must(Function.IDENTIFY)
            person = work.people.get(person_id)
            person.must_stand()
            if person.protection.lowered_to(protection):
                work.actor.must(Function.LIFT_PROTECTION)
                if not reason.strip():
                    raise ProtectionNeedsReason(id=person_id)
            said = checked(reason, "reason", limit=LINE_LIMIT)
            for id in work.people.cluster(person_id):
                work.people.put(work.people.get(id).protected_as(protection))
                work.witness(Activity.WRITE, id, level=OVERVIEW, reason=said)
                if protection is not Protection.NONE:
                    work.calls.hide_numbers_of(id)
        return work.changes()

    def note_death(self, person_id: UUID, died_on: str) -> Changes:
        """Note a day of death, whose month and day may be 00; "" takes it away.

        A dead person may still be called about.  Raises DeathDateInvalid, PersonMerged.
        """
        with self._store.work("people.note_death", person_id=person_id, died_on=died_on) as work:
            day = death_date(died_on, local(work.now).date()) if died_on.strip() else ""
            looks.change(work, person_id, lambda person: replace(person, died_on=day))
        return work.changes()

    def note_language(self, person_id: UUID, language: str) -> Changes:
        """Note the language that an interpreter is needed for; "" says that none is.

        Raises TextInvalid, PersonMerged.
        """
        with self._store.work(
            "people.note_language", person_id=person_id, language=language
        ) as work:
            said = checked(" ".join(language.split()), "language", limit=LINE_LIMIT)
            looks.change(work, person_id, lambda person: replace(person, language=said))
        return work.changes()

    def note_special(self, person_id: UUID, kind: SpecialKind, text: str) -> Changes:
        """Put a special note on top of the person's card.

        What tells of care is for those who write records.  Raises SpecialNoteEmpty, TextInvalid,
        PersonMerged.
        """
        with self._store.work(
            "people.note_special", person_id=person_id, kind=kind, text=text
        ) as work:
            work.actor.must(looks.may_special(kind))
            work.people.get(person_id).must_stand()
            note = SpecialNote(
                id=work.new_id(),
                person_id=person_id,
                kind=kind,
                text=special_text(text),
                noted_at=work.now,
                noted_by=work.actor.operator_id,
            )
            work.special_notes.put(note)
            work.witness(
                Activity.WRITE, person_id, level=OVERVIEW, subject=("special_note", note.id)
            )
        return work.changes()

    def end_special(self, special_note_id: UUID) -> Changes:
        """End a special note; it is no longer shown, and never erased.

        Raises SpecialNoteNotFound, SpecialNoteEnded.
        """
        with self._store.work("people.end_special", special_note_id=special_note_id) as work:
            work.actor.must(Function.IDENTIFY)
            note = work.special_notes.get(special_note_id)
            work.actor.must(looks.may_special(note.kind))
            work.special_notes.put(note.ended(work.now, work.actor.operator_id))
            work.witness(
                Activity.WRITE, note.person_id, level=OVERVIEW, subject=("special_note", note.id)
            )
        return work.changes()

    def compare(self, one_id: UUID, other_id: UUID, ground: Ground = Ground()) -> tuple[Side, Side]:
        """Two persons side by side, before they are merged; logged for both.

        Of whom no ground stands, nothing comes but what a list of hits shows.  Raises
        PersonNotFound, GroundTooShort, TextInvalid.
        """
        with self._store.opening() as view:
            view.actor.must(Function.MERGE_PEOPLE)
            return looks.side(view, one_id, ground), looks.side(view, other_id, ground)

    def merge(self, kept_id: UUID, absorbed_id: UUID, reason: str) -> Changes:
        """Say that two registrations are one person; nothing is moved, and it can be taken back.

        Raises MergeOfOne, MergeHasOthers, MergeNeedsReason, PersonMerged when another was first.
        """
        with self._store.work(
            "people.merge", kept_id=kept_id, absorbed_id=absorbed_id, reason=reason
        ) as work:
            work.actor.must(Function.MERGE_PEOPLE)
            leads = len(work.people.cluster(absorbed_id)) > 1
            kept, absorbed = joined(
                work.people.get(kept_id), work.people.get(absorbed_id), leads=leads
            )
            said = checked(" ".join(reason.split()), "reason", limit=LINE_LIMIT)
            if not said:
                raise MergeNeedsReason
            merge = Merge(
                work.new_id(), kept_id, absorbed_id, said, work.now, work.actor.operator_id
            )
            work.merges.put(merge)
            for person in (kept, absorbed):
                work.people.put(person)
                if person.protected:
                    work.calls.hide_numbers_of(person.id)
            looks.witness_merge(work, merge, said)
        return work.changes()

    def unmerge(self, merge_id: UUID) -> Changes:
        """Take a merge back: both stand alone, each with what was written for it.

        Raises MergeNotFound, MergeUndone.
        """
        with self._store.work("people.unmerge", merge_id=merge_id) as work:
            work.actor.must(Function.MERGE_PEOPLE)
            merge = work.merges.get(merge_id)
            work.merges.put(merge.undone(work.now, work.actor.operator_id))
            work.people.put(parted(work.people.get(merge.absorbed_id)))
            looks.witness_merge(work, merge, merge.reason)
        return work.changes()

    def undoing(self, merge_id: UUID, ground: Ground = Ground()) -> Undoing:
        """What taking the merge back would part; logged for both.

        Who is protected comes veiled unless a ground stands.  Raises MergeNotFound,
        GroundTooShort, TextInvalid.
        """
        with self._store.opening() as view:
            view.actor.must(Function.MERGE_PEOPLE)
            merge = view.merges.get(merge_id)
            both = merge.kept_id, merge.absorbed_id
            grounds = {id for id in both if looks.stands(view, id, ground) is not None}
            for id in both:
                view.witness(Activity.READ, id, level="Journal", subject=("merge", merge_id))
            kept, absorbed = (
                person if person.id in grounds else person.veiled()
                for person in map(view.people.get, both)
            )
            since = looks.written_after(view, merge, grounds)
            return Undoing(merge, kept, absorbed, since)

    def accesses(self, person_id: UUID, limit: int = 100) -> tuple[AccessRecord, ...]:
        """Who has opened the person, the latest first; for those who review the log."""
        with self._store.view() as view:
            view.actor.must(Function.REVIEW_ACCESS_LOG)
            view.witness(Activity.READ, person_id, level="Åtkomstlogg")
            return view.accesses(person_id, limit)
