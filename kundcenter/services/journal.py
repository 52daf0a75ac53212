"""Write, sign, correct and print record entries."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity
from kundcenter.domain.journal import (
    Entry,
    EntryNotSigned,
    EntryOfAnother,
    EntryStale,
    EntryVersion,
    Note,
)
from kundcenter.domain.papers import PrintedEntry, PrintNeedsRecipient
from kundcenter.domain.text import LINE_LIMIT, checked
from kundcenter.ports import Store, Work


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """An entry with all its versions, the first one first."""

    entry: Entry
    versions: tuple[EntryVersion, ...]

    @property
    def latest(self) -> EntryVersion:
        return self.versions[-1]


class Journal:
    def __init__(self, store: Store) -> None:
        self._store = store

    def write(self, person_id: UUID, note: Note, call_id: UUID | None = None) -> Changes:
        """Save a new, unsigned entry about a person.

        Raises TextInvalid, CodeUnknown, PersonNotFound, CallNotFound, UnitNotFound.
        """
        with self._store.work(
            "journal.write", person_id=person_id, note=note, call_id=call_id
        ) as work:
            work.actor.must(Function.WRITE_RECORD)
            person = work.people.get(person_id)
            author = work.operators.get(work.actor.operator_id)
            call = work.calls.get(call_id) if call_id else None
            entry = Entry(
                id=work.new_id(),
                person_id=person.id,
                written_under=person.person_id,
                call_id=call_id,
                author_id=author.id,
                author_name=author.name,
                author_position=author.position,
                care_unit=work.actor.care_unit,
                contact_at=(call.answered_at or call.rang_at) if call else work.now,
                created_at=work.now,
            )
            work.journal.add(entry)
            work.journal.add_version(
                EntryVersion(
                    id=work.new_id(),
                    entry_id=entry.id,
                    number=1,
                    note=_checked(work, note),
                    written_at=work.now,
                    written_by=author.id,
                )
            )
            work.witness(Activity.WRITE, person.id, subject=("entry", entry.id))
        return work.changes()

    def save(self, entry_id: UUID, note: Note, *, upon: int) -> Changes:
        """Save another text of an unsigned entry, written upon version number `upon`.

        Raises EntryStale when another version has come since, EntryOfAnother,
        CorrectionNeedsReason when it is signed, TextInvalid, CodeUnknown, UnitNotFound.
        """
        with self._store.work("journal.save", entry_id=entry_id, note=note, upon=upon) as work:
            work.actor.must(Function.WRITE_RECORD)
            self._succeed(work, entry_id, note, upon=upon)
        return work.changes()

    def sign(self, entry_id: UUID, *, upon: int) -> Changes:
        """Lock version number `upon`, the latest, with the author's signature.

        Raises EntryIncomplete, EntryAlreadySigned, EntryOfAnother, EntryStale.
        """
        with self._store.work("journal.sign", entry_id=entry_id, upon=upon) as work:
            work.actor.must(Function.WRITE_RECORD)
            entry = work.journal.get(entry_id)
            version = self._expected(work, entry_id, upon)
            work.journal.sign_version(
                version.signed_by_author(
                    work.now, work.actor.operator_id, work.codes_of(version.note.codes)
                )
            )
            work.witness(Activity.SIGN, entry.person_id, subject=("entry", entry_id))
        return work.changes()

    def correct(self, entry_id: UUID, note: Note, *, upon: int, reason: str) -> Changes:
        """Follow a signed version with a corrected one, unsigned until it is signed.

        The old text stays, with when and who (PDL 3 kap. 14 §).  Raises EntryNotSigned,
        EntryOfAnother, EntryStale, CorrectionNeedsReason.
        """
        with self._store.work(
            "journal.correct", entry_id=entry_id, note=note, upon=upon, reason=reason
        ) as work:
            work.actor.must(Function.WRITE_RECORD)
            if not work.journal.latest(entry_id).signed:
                raise EntryNotSigned(id=entry_id)
            self._succeed(work, entry_id, note, upon=upon, reason=reason)
        return work.changes()

    def open(self, entry_id: UUID) -> OpenEntry:
        """An entry to read, with an access record in the same transaction."""
        with self._store.view() as view:
            view.actor.must(Function.READ_RECORD)
            entry = view.journal.get(entry_id)
            view.witness(Activity.READ, entry.person_id, subject=("entry", entry_id))
            return OpenEntry(entry, view.journal.versions(entry_id))

    def of_call(self, call_id: UUID) -> tuple[OpenEntry, ...]:
        """The entries of one call, each with its access record."""
        with self._store.view() as view:
            view.actor.must(Function.READ_RECORD)
            entries = view.journal.of_call(call_id)
            for entry in entries:
                view.witness(Activity.READ, entry.person_id, subject=("entry", entry.id))
            if not entries:
                view.witness(Activity.READ, level="Översikt", subject=("call", call_id))
            return tuple(OpenEntry(e, view.journal.versions(e.id)) for e in entries)

    def unsigned(self) -> int:
        """How many entries wait for the operator's own signature."""
        with self._store.read() as reading:
            reading.actor.must(Function.WRITE_RECORD)
            return reading.journal.unsigned_of(reading.actor.operator_id)

    def take_print(self, entry_id: UUID, recipient: str) -> PrintedEntry:
        """What the printed page holds.  The print is logged before the page exists.

        `recipient` is who gets the copy (PDL 3 kap. 11 §).  Raises PrintNeedsRecipient,
        TextInvalid.
        """
        if not recipient.strip():
            raise PrintNeedsRecipient(id=entry_id)
        with self._store.view() as view:
            view.actor.must(Function.READ_RECORD)
            entry = view.journal.get(entry_id)
            versions = view.journal.versions(entry_id)
            note, signed_by = versions[-1].note, versions[-1].signed_by
            view.witness(
                Activity.PRINT,
                entry.person_id,
                subject=("entry", entry_id),
                reason=checked(recipient, "recipient", limit=LINE_LIMIT),
            )
            return PrintedEntry(
                person=view.people.get(entry.person_id),
                entry=entry,
                versions=versions,
                codes=view.codes_of(note.codes),
                unit=view.units.get(note.unit_id) if note.unit_id else None,
                signer=view.operators.get(signed_by).name if signed_by else "",
                printed_at=view.now,
                printed_by=view.operators.get(view.actor.operator_id).name,
                recipient=recipient,
            )

    def _succeed(
        self, work: Work, entry_id: UUID, note: Note, *, upon: int, reason: str = ""
    ) -> None:
        entry = work.journal.get(entry_id)
        version = self._expected(work, entry_id, upon)
        if entry.author_id != work.actor.operator_id:
            raise EntryOfAnother(id=entry_id)
        work.journal.add_version(
            version.succeeded(
                work.new_id(),
                note=_checked(work, note),
                at=work.now,
                by=work.actor.operator_id,
                correction=reason,
            )
        )
        work.witness(Activity.WRITE, entry.person_id, subject=("entry", entry_id))

    @staticmethod
    def _expected(work: Work, entry_id: UUID, upon: int) -> EntryVersion:
        version = work.journal.latest(entry_id)
        if version.number != upon:
            raise EntryStale(id=entry_id, number=version.number)
        return version


def _checked(work: Work, note: Note) -> Note:
    if note.unit_id is not None:
        work.units.get(note.unit_id)
    return note.checked(work.codes)
