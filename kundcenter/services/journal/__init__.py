"""Write, sign, correct, find and hand out record entries."""

from __future__ import annotations

from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.blocks import EntryBlocked
from kundcenter.domain.calls import Call, CallOfAnother
from kundcenter.domain.dissents import Dissent
from kundcenter.domain.grounds import Ground, Standing
from kundcenter.domain.identity import PersonId
from kundcenter.domain.journal import (
    Entry,
    EntryAlreadySigned,
    EntryNotSigned,
    EntryOfAnother,
    EntryStale,
    EntryVersion,
    FollowsAnother,
    Note,
    Relation,
    WaiverReason,
)
from kundcenter.domain.opened import OpenEntry
from kundcenter.domain.parts import EntryElsewhere
from kundcenter.domain.people import Person
from kundcenter.domain.waiting import SigningTerms, Unsigned, Waiver
from kundcenter.domain.word_search import ForbiddenTerms, Found, Matcher, search_words
from kundcenter.ports import Store, Work
from kundcenter.services.journal import looks
from kundcenter.services.journal.handing_out import HandingOut

__all__ = ["Journal"]

MOST_LISTED = 200  # unsigned entries of others


class Journal(HandingOut):
    """`forbidden` are the words that are no search terms.  Copies are mixed in."""

    def __init__(self, store: Store, forbidden: ForbiddenTerms = ForbiddenTerms()) -> None:
        self._store = store
        self._forbidden = forbidden

    def write(
        self,
        person_id: UUID,
        note: Note,
        call_id: UUID | None = None,
        part_id: UUID | None = None,
    ) -> Changes:
        """Save a new, unsigned entry about a person; `part_id` is the part of the call it is of.

        Raises TextInvalid, CodeUnknown, TickedTwice, PersonNotFound, CallNotFound, UnitNotFound,
        EntryNotFound and FollowsAnother (of what is followed), PartNotFound, PartClosed,
        EntryElsewhere, CallOfAnother.
        """
        with self._store.work(
            "journal.write", person_id=person_id, note=note, call_id=call_id, part_id=part_id
        ) as work:
            work.actor.must(Function.WRITE_RECORD)
            person = work.people.get(person_id)
            author = work.operators.get(work.actor.operator_id)
            call = work.calls.get(call_id) if call_id else None
            entry = Entry(
                id=work.new_id(),
                person_id=person.id,
                written_under=_identity(work, person),
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
                    note=_about(work, person.id, _checked(work, note)),
                    written_at=work.now,
                    written_by=author.id,
                )
            )
            if part_id is not None:
                _note_part(work, part_id, entry, call)
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

        Raises EntryIncomplete, EntryHasHoles, EntryAlreadySigned, EntryOfAnother, EntryStale.
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

        The old text stays, with when and who (PDL 3 kap. 14 §).  Carried out late, it follows on
        whatever has come meanwhile, and says which version its author had before them: both
        corrections are kept.  Raises EntryNotSigned, EntryOfAnother, EntryStale,
        CorrectionNeedsReason.
        """
        with self._store.work(
            "journal.correct", entry_id=entry_id, note=note, upon=upon, reason=reason
        ) as work:
            work.actor.must(Function.WRITE_RECORD)
            if not work.journal.latest(entry_id).signed and not work.late:
                raise EntryNotSigned(id=entry_id)
            self._succeed(work, entry_id, note, upon=upon, reason=reason)
        return work.changes()

    def sign_not_required(self, entry_id: UUID, *, upon: int, reason: WaiverReason) -> Changes:
        """Say that version number `upon` need not be signed, and why (PDL 3 kap. 10 §).

        The author says so, or a supervisor, for an author may have left.  Raises
        EntryAlreadySigned, EntryOfAnother, EntryStale, EntryBlocked.
        """
        with self._store.work(
            "journal.sign_not_required", entry_id=entry_id, upon=upon, reason=reason
        ) as work:
            work.actor.must(Function.WRITE_RECORD)
            entry = work.journal.get(entry_id)
            version = self._expected(work, entry_id, upon)
            if version.signed:
                raise EntryAlreadySigned(id=entry_id)
            mine = entry.author_id == work.actor.operator_id
            if not mine and not work.actor.may(Function.OVERSEE_NOTES):
                raise EntryOfAnother(id=entry_id)
            if work.entries_beyond_reach((entry_id,)):
                raise EntryBlocked(id=entry_id, person_id=entry.person_id)
            work.waiting.add_waiver(
                Waiver(work.new_id(), entry_id, upon, reason, work.now, work.actor.operator_id)
            )
            work.waiting.end(entry_id)
            work.witness(
                Activity.WRITE, entry.person_id, subject=("entry", entry_id), reason=reason
            )
        return work.changes()

    def dissent(self, entry_id: UUID, text: str, by_name: str, relation: Relation) -> Changes:
        """Note what the patient holds to be wrong in an entry (PDL 3 kap. 8 §).

        Raises DissentEmpty, TextInvalid, EntryBlocked.
        """
        with self._store.work(
            "journal.dissent", entry_id=entry_id, text=text, by_name=by_name, relation=relation
        ) as work:
            work.actor.must(Function.WRITE_RECORD)
            entry = work.journal.get(entry_id)
            work.reach(entry.person_id).must(entry)
            noted = Dissent(
                work.new_id(), entry_id, text, by_name, relation, work.now, work.actor.operator_id
            )
            work.dissents.add(noted.checked())
            work.witness(Activity.WRITE, entry.person_id, subject=("entry", entry_id))
        return work.changes()

    # -- looks ---------------------------------------------------------------------------------

    def open(self, entry_id: UUID, ground: Ground = Ground()) -> OpenEntry:
        """An entry to read, with an access record in the same transaction.

        What the operator has written and not signed is their own task.  Raises EntryNotFound,
        EntryBlocked, GroundNeeded, GroundTooShort.
        """
        with self._store.opening() as view:
            view.actor.must(Function.READ_RECORD)
            return looks.opened(view, view.journal.get(entry_id), ground)

    def of_call(self, call_id: UUID) -> tuple[OpenEntry, ...]:
        """The entries of one call, each with its access record; those that are blocked are left
        out.  One's own call needs no reason.  Of another's those are left out for which no ground
        stands; raises GroundNeeded when that leaves none.
        """
        with self._store.opening() as view:
            view.actor.must(Function.READ_RECORD)
            entries = view.journal.of_call(call_id)
            seen = [entry for entry in entries if view.reach(entry.person_id).sees(entry)]
            if not seen:  # there is none, or none that is not blocked
                view.witness(Activity.READ, level=Level.OVERVIEW, subject=("call", call_id))
                return ()
            mine = view.calls.get(call_id).operator_id == view.actor.operator_id
            if mine:
                return tuple(looks.opened(view, each, stands=Standing()) for each in seen)
            return looks.grounded(view, seen)

    def search(self, person_id: UUID, words: str, ground: Ground = Ground()) -> tuple[Found, ...]:
        """The latest hundred entries of one patient in whose latest text every word stands.

        Each hit is logged; the words are not.  Raises WordsTooShort, SearchTermForbidden,
        TextInvalid, GroundNeeded.
        """
        matches = Matcher(search_words(words, self._forbidden))
        with self._store.opening() as view:
            view.actor.must(Function.READ_RECORD)
            return looks.found(view, person_id, matches, ground)

    def unsigned(self) -> int:
        """How many entries wait for the operator's own signature."""
        with self._store.read() as reading:
            reading.actor.must(Function.WRITE_RECORD)
            return reading.journal.unsigned_of(reading.actor.operator_id)

    def unsigned_of_mine(self, terms: SigningTerms = SigningTerms()) -> tuple[Unsigned, ...]:
        """What waits for the operator's own signature, the oldest first; no patient is named."""
        with self._store.read() as reading:
            reading.actor.must(Function.WRITE_RECORD)
            waiting = reading.waiting.of(reading.actor.operator_id)
            return looks.listed(reading, waiting, reading.now - terms.within)

    def unsigned_overdue(self, terms: SigningTerms = SigningTerms()) -> tuple[Unsigned, ...]:
        """Whose entries have waited too long, the oldest first; no patient is named."""
        with self._store.read() as reading:
            reading.actor.must(Function.OVERSEE_NOTES)
            before = reading.now - terms.escalate_after
            return looks.listed(reading, reading.waiting.before(before, MOST_LISTED), before)

    def _succeed(
        self, work: Work, entry_id: UUID, note: Note, *, upon: int, reason: str = ""
    ) -> None:
        entry = work.journal.get(entry_id)
        version = self._expected(work, entry_id, upon)
        if entry.author_id != work.actor.operator_id:
            raise EntryOfAnother(id=entry_id)
        checked_note = _checked(work, note)
        if note.follows != version.note.follows:  # what stood there holds: merges are taken back
            _about(work, entry.person_id, checked_note)
        work.journal.add_version(
            version.succeeded(
                work.new_id(),
                note=checked_note,
                at=work.now,
                by=work.actor.operator_id,
                correction=reason,
                upon=upon,
            )
        )
        work.witness(Activity.WRITE, entry.person_id, subject=("entry", entry_id))

    @staticmethod
    def _expected(work: Work, entry_id: UUID, upon: int) -> EntryVersion:
        version = work.journal.latest(entry_id)
        if version.number != upon and not work.late:
            raise EntryStale(id=entry_id, number=version.number)
        return version


def _identity(work: Work, person: Person) -> PersonId:
    """Under which identity an entry is written.

    Late, the person may have turned out to be another registration's; at the desk they had the
    number that is that one's now.
    """
    return work.people.kept(person).person_id if work.late else person.person_id


def _checked(work: Work, note: Note) -> Note:
    if note.unit_id is not None:
        work.units.get(note.unit_id)
    if note.follows is not None:
        work.journal.get(note.follows)
    return note.checked(work.codes)


def _about(work: Work, person_id: UUID, note: Note) -> Note:
    """The note, when what it follows is about the same person.  Raises FollowsAnother."""
    if note.follows is not None:
        followed = work.journal.get(note.follows)
        if followed.person_id not in work.people.cluster(person_id):
            raise FollowsAnother(id=note.follows)
    return note


def _note_part(work: Work, part_id: UUID, entry: Entry, call: Call | None) -> None:
    """The part is of the author's own call, or they owe its note still.  Raises CallOfAnother.

    The author's own call may be closed and the part a colleague's, from before the hand-over;
    `calls.note_part` takes neither.  A note that is due must find its part, whoever left it.
    """
    part, me = work.parts.get(part_id), work.actor.operator_id
    if call is None or part.call_id != call.id:
        raise EntryElsewhere(id=entry.id)
    if call.operator_id != me and not part.owed_by(me):
        raise CallOfAnother(id=call.id)
    work.parts.put(part.noted(entry.id, entry.person_id))
    work.calls.guard_number(part.call_id, work.people.get(entry.person_id))
