"""How a card, a list of hits and a radar are put together from one moment of the store."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from uuid import UUID

from kundcenter.domain import identity as identities_read
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.blocks import Reach
from kundcenter.domain.calendar import local
from kundcenter.domain.calls import Call
from kundcenter.domain.grounds import Ground, GroundNeeded, GroundTooShort, Standing
from kundcenter.domain.identity import PersonId, PersonIdInvalid
from kundcenter.domain.journal import Entry
from kundcenter.domain.merges import Merge
from kundcenter.domain.names import name_query
from kundcenter.domain.parts import Part
from kundcenter.domain.people import FormerIdentity, Person
from kundcenter.domain.person_cards import Absorbed, Hits, PastEntry, Side
from kundcenter.domain.phone_numbers import PhoneKind, PhoneNumberInvalid
from kundcenter.domain.phone_numbers import parse as parse_phone
from kundcenter.domain.repeats import FURTHEST, Contact, Radar, radar
from kundcenter.domain.rings import stored_number
from kundcenter.domain.special_notes import OF_CARE, SpecialNote
from kundcenter.domain.text import LINE_LIMIT, checked
from kundcenter.ports import Reading, Viewing

CANDIDATES = 5
HITS = 50
HISTORY = 50


def sought_number(text: str) -> str:
    """A telephone number as calls keep it; what cannot be read stays as it is.

    Raises TextInvalid.
    """
    number = checked(text, "number", limit=LINE_LIMIT)
    return stored_number(number) or number


def searched(view: Viewing, text: str, reserve_pattern: re.Pattern[str] | None) -> Hits:
    """Whom the text finds: by identity, by telephone number, or else by name."""
    try:
        today = local(view.now).date()
        reading = identities_read.parse(text, today, local_pattern=reserve_pattern)
    except PersonIdInvalid as error:
        if not any(letter.isalpha() for letter in text):
            return _by_phone(view, text, error)
    else:
        person = view.people.by_identity(reading.person_id)
        return Hits((person,) if person else ())
    found = view.people.named(name_query(text), HITS + 1)
    return Hits(found[:HITS], more=len(found) > HITS)


def _by_phone(view: Viewing, text: str, refusal: PersonIdInvalid) -> Hits:
    try:
        number = parse_phone(text)
    except PhoneNumberInvalid:
        raise refusal from None
    if number is None or number.kind is not PhoneKind.PUBLIC:
        raise refusal
    found = view.people.of_caller(number.value, HITS)
    return Hits(tuple(person for person in found if not person.protected))


def witness_hits(view: Viewing, found: Collection[Person]) -> None:
    """An access record for each person who was listed, or one for a search without a hit."""
    view.witness_each(Activity.SEARCH, [person.id for person in found], level=Level.OVERVIEW)
    if not found:
        view.witness(Activity.SEARCH, level=Level.OVERVIEW)


def entries(view: Reading, registrations: Iterable[UUID]) -> tuple[Entry, ...]:
    """The latest entries of one person's registrations, the newest first."""
    found = [entry for id in registrations for entry in view.journal.of_person(id, HISTORY)]
    found.sort(key=lambda entry: entry.contact_at, reverse=True)
    return tuple(found[:HISTORY])


def history(view: Viewing, seen: tuple[Entry, ...]) -> tuple[PastEntry, ...]:
    """The entries with the versions that stand."""
    standing = view.journal.latest_of([entry.id for entry in seen])
    return tuple(PastEntry(entry, standing[entry.id]) for entry in seen)


def radar_of(
    view: Viewing,
    registrations: Collection[UUID],
    past: Iterable[PastEntry],
    unseen: Iterable[Entry],
    *,
    now_in: UUID | None,
) -> Radar:
    """Earlier contacts: what was noted, and calls about the person that left no note.

    A call whose note is blocked (`unseen`) is not among them: its outcome is the note's.  Of a
    call about several persons the outcome is that of the person's own part.
    """
    blocked = {entry.call_id for entry in unseen}
    recent = view.people.calls_since(registrations, view.now - FURTHEST)
    calls = {call.id: call for call in recent if call.id not in blocked}
    beyond = view.beyond_reach(calls) if calls else frozenset()
    parts: dict[UUID, list[Part]] = {id: [] for id in calls}
    for part in view.parts.of_calls(calls) if calls else ():
        parts[part.call_id].append(part)
    noted_in = (each.contact(view.codes_of(each.version.note.codes)) for each in past)
    told = (
        replace(
            called(call),
            outcome="" if id in beyond else _own_outcome(call, parts[id], registrations),
        )
        for id, call in calls.items()
    )
    return radar(view.now, [*noted_in, *told], except_call=now_in)


def _own_outcome(call: Call, parts: list[Part], registrations: Collection[UUID]) -> str:
    """What came of the call for the person; what came of it for another is not told."""
    own = [part.outcome for part in parts if part.person_id in registrations and part.outcome]
    if own:
        return own[-1]
    return (call.outcome or "") if len(parts) == 1 else ""


def unseen(view: Viewing, registrations: Iterable[UUID], reach: Reach) -> tuple[Entry, ...]:
    """Every entry of the person that is blocked, however many are newer.

    Few have a block, and only theirs are read.
    """
    if not reach.blocks:
        return ()
    every = (entry for id in registrations for entry in view.journal.every_of_person(id))
    return tuple(entry for entry in every if not reach.sees(entry))


def called(call: Call) -> Contact:
    """A call as the radar has it."""
    return Contact(at=call.rang_at, call_id=call.id, outcome=call.outcome or "")


def special_notes(view: Viewing, registrations: Collection[UUID]) -> tuple[SpecialNote, ...]:
    """The notes that stand; those of care only for who may read the record."""
    may_read = view.actor.may(Function.READ_RECORD)
    standing = view.special_notes.standing(registrations)
    return tuple(note for note in standing if may_read or note.kind not in OF_CARE)


def identities(view: Viewing, registrations: Collection[UUID]) -> tuple[FormerIdentity, ...]:
    """The identities that the person had before, the latest first."""
    return tuple(each for each in view.people.former(registrations) if not each.void)


def absorbed(view: Viewing, kept_id: UUID) -> tuple[Absorbed, ...]:
    """The registrations that were merged into the person."""
    merges = view.merges.standing_of(kept_id)
    return tuple(Absorbed(merge, view.people.get(merge.absorbed_id)) for merge in merges)


def stands(view: Viewing, person_id: UUID, ground: Ground) -> Standing | None:
    """On what ground the person may be opened; None when nothing stands, and none is given.

    Raises GroundTooShort, TextInvalid.
    """
    try:
        return view.grounded(person_id, ground)
    except GroundTooShort:
        raise
    except GroundNeeded:
        return None


def written_after(view: Viewing, merge: Merge, grounds: Collection[UUID]) -> tuple[Entry, ...]:
    """What was written about either of the two since they were merged, and is not blocked.

    The number of a protected person, of whom no ground stands, is not in it.
    """
    both = merge.kept_id, merge.absorbed_id
    since = [each for each in entries(view, both) if each.created_at > merge.merged_at]
    veiled = {id for id in both if id not in grounds and view.people.get(id).protected}
    return tuple(
        replace(each, written_under=PersonId.unknown(each.person_id))
        if each.person_id in veiled
        else each
        for each in view.reach(merge.kept_id).visible(since)
    )


def side(view: Viewing, person_id: UUID, ground: Ground) -> Side:
    """One of two persons who are compared; without a ground no more than a list of hits shows."""
    person = view.people.get(person_id)
    standing = stands(view, person_id, ground)
    if standing is None:
        view.witness(Activity.SEARCH, person_id, level=Level.OVERVIEW)
        return Side(person.veiled(), closed=True)
    view.witness(
        Activity.READ,
        person_id,
        level=Level.OVERVIEW,
        purpose=standing.purpose,
        subject=standing.subject,
        reason=standing.reason,
    )
    registrations = view.people.cluster(person_id)
    noted = view.reach(person_id).visible(entries(view, registrations))
    return Side(
        person,
        identities=identities(view, registrations),
        special_notes=special_notes(view, registrations),
        entries=len(noted),
        latest_at=noted[0].contact_at if noted else None,
    )
