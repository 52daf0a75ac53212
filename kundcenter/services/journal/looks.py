"""What is looked at in the record: entries opened, words found, and what waits to be signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.grounds import Ground, GroundNeeded, Standing
from kundcenter.domain.journal import Entry, Note
from kundcenter.domain.opened import OpenEntry
from kundcenter.domain.waiting import Unsigned, Waiting
from kundcenter.domain.word_search import Found, Matcher, Told
from kundcenter.ports import Reading, Viewing

MOST_FOUND = 100  # entries; each is logged


def opened(
    view: Viewing, entry: Entry, ground: Ground = Ground(), stands: Standing | None = None
) -> OpenEntry:
    """The entry, logged.  Raises EntryBlocked, GroundNeeded."""
    versions = view.journal.versions(entry.id)
    my_task = entry.author_id == view.actor.operator_id and not versions[-1].signed
    if ground == Ground():
        ground = Ground(entry.call_id)  # the call it was written in may be in hand still
    stands = stands or (Standing() if my_task else view.grounded(entry.person_id, ground))
    reach = view.reach(entry.person_id)
    reach.must(entry)
    if stands.searched:  # the record of the entry names the entry; this one names the call
        view.witness(
            Activity.READ,
            entry.person_id,
            level=Level.OVERVIEW,
            subject=stands.subject,
            reason=stands.reason,
        )
    view.witness(
        Activity.READ,
        entry.person_id,
        purpose=stands.purpose,
        subject=("entry", entry.id),
        reason=stands.reason,
    )
    view.witness_lifted(reach, (entry,))
    beside = (
        view.dissents.of_entry(entry.id),
        view.disclosures.of_entry(entry.id),
        view.waiting.waivers_of(entry.id),
    )
    who = {each.made_by for each in beside[1]} | {each.noted_by for each in beside[2]}
    who |= {each.noted_by for each in beside[0]} | {version.written_by for version in versions}
    return OpenEntry(
        entry,
        versions,
        *beside,
        names={id: view.operators.get(id).name for id in who},
        mine=entry.author_id == view.actor.operator_id,
    )


def grounded(view: Viewing, entries: Sequence[Entry]) -> tuple[OpenEntry, ...]:
    """Those of the entries that the actor has a ground for, logged; of the others nothing is told.

    Raises GroundNeeded when there is none.
    """
    found: list[OpenEntry] = []
    refused: GroundNeeded | None = None
    for entry in entries:
        try:
            found.append(opened(view, entry))
        except GroundNeeded as error:
            refused = error
    if refused is not None and not found:
        raise refused
    return tuple(found)


def listed(
    reading: Reading, waiting: tuple[Waiting, ...], late_before: datetime
) -> tuple[Unsigned, ...]:
    """The lines of what waits; of what a patient has blocked not what it is about."""
    ids = [each.entry_id for each in waiting]
    entries, versions = reading.journal.some(ids), reading.journal.latest_of(ids)
    unseen = reading.entries_beyond_reach(ids)
    return tuple(
        each.listed(
            entries[each.entry_id],
            Note() if each.entry_id in unseen else versions[each.entry_id].note,
            late_before,
        )
        for each in waiting
    )


def found(view: Viewing, person_id: UUID, matches: Matcher, ground: Ground) -> tuple[Found, ...]:
    """The latest entries of one patient in which every word stands; logged.

    Raises GroundNeeded.
    """
    person = view.people.get(person_id)
    stands = view.grounded(person_id, ground)
    cluster = view.people.cluster(person.merged_into or person.id)
    texts = [text for id in cluster for text in view.journal.texts_of(id)]
    told = {version: Told(view.codes_of(version)) for version in {t.codes for t in texts}}
    hits = [text.entry_id for text in texts if matches(told[text.codes].text(text))]
    reach, entries = view.reach(person_id), view.journal.some(hits)
    visible = reach.visible(entries.values())
    seen = sorted(visible, key=lambda e: e.contact_at, reverse=True)[:MOST_FOUND]
    versions = view.journal.latest_of([entry.id for entry in seen])
    view.witness(
        Activity.SEARCH,
        person_id,
        purpose=stands.purpose,
        subject=stands.subject,
        reason=stands.reason,
    )
    for entry in seen:
        subject = ("entry", entry.id)
        view.witness(Activity.READ, entry.person_id, level=Level.OVERVIEW, subject=subject)
    view.witness_lifted(reach, seen)
    return tuple(Found(entry, versions[entry.id]) for entry in seen)
