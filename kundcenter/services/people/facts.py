"""What is known of a person beside who it is: protection, death, language, special notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.calendar import local
from kundcenter.domain.people import Person, Protection, ProtectionNeedsReason, death_date
from kundcenter.domain.special_notes import OF_CARE, SpecialKind, SpecialNote, special_text
from kundcenter.domain.text import LINE_LIMIT, checked, line
from kundcenter.ports import Store, Work


class Facts:
    """The verbs of `People` that note a fact."""

    _store: Store

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
                marked = work.people.get(id).protected_as(protection)
                work.people.put(marked)
                work.witness(Activity.WRITE, id, level=Level.OVERVIEW, reason=said)
                work.calls.guard_numbers(marked)
        return work.changes()

    def note_death(self, person_id: UUID, died_on: str) -> Changes:
        """Note a day of death, whose month and day may be 00; "" takes it away.

        A dead person may still be called about.  Raises DeathDateInvalid, PersonMerged.
        """
        with self._store.work("people.note_death", person_id=person_id, died_on=died_on) as work:
            day = death_date(died_on, local(work.now).date()) if died_on.strip() else ""
            _changed(work, person_id, lambda person: replace(person, died_on=day))
        return work.changes()

    def note_language(self, person_id: UUID, language: str) -> Changes:
        """Note the language that an interpreter is needed for; "" says that none is.

        Raises TextInvalid, PersonMerged.
        """
        with self._store.work(
            "people.note_language", person_id=person_id, language=language
        ) as work:
            said = line(language, "language")
            _changed(work, person_id, lambda person: replace(person, language=said))
        return work.changes()

    def note_special(self, person_id: UUID, kind: SpecialKind, text: str) -> Changes:
        """Put a special note on top of the person's card.

        What tells of care is for those who write records.  Raises SpecialNoteEmpty, TextInvalid,
        PersonMerged.
        """
        with self._store.work(
            "people.note_special", person_id=person_id, kind=kind, text=text
        ) as work:
            work.actor.must(_needed(kind))
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
                Activity.WRITE, person_id, level=Level.OVERVIEW, subject=("special_note", note.id)
            )
        return work.changes()

    def end_special(self, special_note_id: UUID) -> Changes:
        """End a special note; it is no longer shown, and never erased.

        Raises SpecialNoteNotFound, SpecialNoteEnded.
        """
        with self._store.work("people.end_special", special_note_id=special_note_id) as work:
            work.actor.must(Function.IDENTIFY)
            note = work.special_notes.get(special_note_id)
            work.actor.must(_needed(note.kind))
            work.special_notes.put(note.ended(work.now, work.actor.operator_id))
            work.witness(
                Activity.WRITE,
                note.person_id,
                level=Level.OVERVIEW,
                subject=("special_note", note.id),
            )
        return work.changes()


def _changed(work: Work, person_id: UUID, changed: Callable[[Person], Person]) -> None:
    """Write a fact about a person that whoever identifies may write."""
    work.actor.must(Function.IDENTIFY)
    person = work.people.get(person_id)
    person.must_stand()
    work.people.put(changed(person))
    work.witness(Activity.WRITE, person_id, level=Level.OVERVIEW)


def _needed(kind: SpecialKind) -> Function:
    """The function that noting or ending a special note of the kind needs."""
    return Function.WRITE_RECORD if kind in OF_CARE else Function.IDENTIFY
