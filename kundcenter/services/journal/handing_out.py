"""Copies of entries: on paper, as text, as a file.  Each is noted in the record first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.disclosures import Disclosure, DisclosureForm, DisclosureNeedsRecipient
from kundcenter.domain.exports import (
    Exportable,
    ExportedNotes,
    ExportOfSeveral,
    chosen,
    in_period,
    may_leave,
    patient_id,
    settled,
)
from kundcenter.domain.grounds import Ground, Standing
from kundcenter.domain.journal import Entry
from kundcenter.domain.opened import OpenEntry
from kundcenter.domain.papers import PrintedEntry, export_text
from kundcenter.domain.people import Person
from kundcenter.domain.text import LINE_LIMIT, checked
from kundcenter.ports import Store, Viewing, Work
from kundcenter.services.journal import looks


class HandingOut:
    """Who was given what and when stands beside the entry (patientdatalagen 3 kap. 11 §)."""

    _store: Store

    def disclose(
        self, entry_id: UUID, recipient: str, form: DisclosureForm = DisclosureForm.OTHER
    ) -> Changes:
        """Note in the record that a copy is handed out, to whom and when (PDL 3 kap. 11 §).

        Raises DisclosureNeedsRecipient, TextInvalid, EntryBlocked.
        """
        with self._store.work(
            "journal.disclose", entry_id=entry_id, recipient=recipient, form=form
        ) as work:
            work.actor.must(Function.READ_RECORD)
            _disclose(work, entry_id, recipient, form)
        return work.changes()

    def disclose_each(
        self,
        entry_ids: tuple[UUID, ...],
        recipient: str,
        form: DisclosureForm = DisclosureForm.COPY,
    ) -> Changes:
        """As `disclose` of several entries at once: all of them are noted, or none.

        Raises ExportEmpty, ExportTooLarge, DisclosureNeedsRecipient, TextInvalid, EntryBlocked.
        """
        with self._store.work(
            "journal.disclose_each", entry_ids=entry_ids, recipient=recipient, form=form
        ) as work:
            work.actor.must(Function.READ_RECORD)
            for entry_id in chosen(entry_ids):
                _disclose(work, entry_id, recipient, form)
        return work.changes()

    def take_print(self, entry_id: UUID, recipient: str, ground: Ground = Ground()) -> PrintedEntry:
        """What the printed page holds.  The copy is noted in the record before the page exists.

        `recipient` is who gets it (PDL 3 kap. 11 §).  Raises DisclosureNeedsRecipient,
        TextInvalid, EntryBlocked, GroundNeeded.
        """
        return self._taken(entry_id, recipient, ground, DisclosureForm.PRINT)

    def take_copy(self, entry_id: UUID, recipient: str, ground: Ground = Ground()) -> str:
        """The text of an entry for another record system, noted in the record first.

        A protected person has no name and no number in it.  Raises what take_print raises.
        """
        return export_text(self._taken(entry_id, recipient, ground, DisclosureForm.COPY))

    def exportable(
        self,
        person_id: UUID,
        first: date | None = None,
        last: date | None = None,
        ground: Ground = Ground(),
    ) -> Exportable:
        """Which entries of a patient may leave as a file; also those of other registrations.

        Those with a day from `first` through `last` (domain/exports.in_period).  The look is
        logged; each entry again when it leaves.  Raises PersonNotFound, GroundNeeded,
        GroundTooShort.
        """
        with self._store.opening() as view:
            view.actor.must(Function.READ_RECORD)
            person = view.people.get(person_id)
            stands = view.grounded(person_id, ground)
            view.witness(
                Activity.READ,
                person_id,
                level=Level.OVERVIEW,
                purpose=stands.purpose,
                subject=stands.subject,
                reason=stands.reason,
            )
            cluster = view.people.cluster(person.merged_into or person.id)
            every = [e for id in cluster for e in view.journal.every_of_person(id)]
            reach = view.reach(person_id)
            return _exportable(view, reach.visible(every), first, last, reach.hides(every))

    def take_export(
        self, entry_ids: tuple[UUID, ...], recipient: str, ground: Ground = Ground()
    ) -> ExportedNotes:
        """What a file of these entries of one patient holds; each is noted in the record first.

        Only what is signed, or need not be, leaves; nothing does when one of them may not.
        Raises ExportEmpty, ExportTooLarge, ExportOfSeveral, ExportUnsigned, ExportProtected,
        ExportNeedsNumber, and what take_print raises.
        """
        ids = chosen(entry_ids)
        if not checked(recipient, "recipient", limit=LINE_LIMIT).strip():
            raise DisclosureNeedsRecipient(id=ids[0])
        with self._store.opening() as view:
            view.actor.must(Function.READ_RECORD)
            entries = [view.journal.get(id) for id in ids]
            kept = _kept(view, entries[0])
            cluster = view.people.cluster(kept.id)
            for entry in entries:
                if entry.person_id not in cluster:
                    raise ExportOfSeveral(id=entry.id)
            registrations = view.people.some(cluster).values()
            stands = _standing(view, entries, ground)
            pages = []
            for entry in entries:
                opened = looks.opened(view, entry, stands=stands)
                may_leave(opened, registrations)
                # What a merged registration has no number for leaves under the one that is kept.
                pages.append(replace(_page(view, opened, recipient), person=kept))
                patient_id(pages[-1])
            exported = ExportedNotes(tuple(pages), view.now, recipient, view.actor.care_unit)
        self.disclose_each(ids, recipient)
        return exported

    def _taken(
        self, entry_id: UUID, recipient: str, ground: Ground, form: DisclosureForm
    ) -> PrintedEntry:
        if not checked(recipient, "recipient", limit=LINE_LIMIT).strip():
            raise DisclosureNeedsRecipient(id=entry_id)
        with self._store.opening() as view:
            view.actor.must(Function.READ_RECORD)
            opened = looks.opened(view, view.journal.get(entry_id), ground)
            page = _page(view, opened, recipient)
        self.disclose(entry_id, recipient, form)
        return page


def _page(view: Viewing, opened: OpenEntry, recipient: str) -> PrintedEntry:
    person = view.people.get(opened.entry.person_id)
    former = view.people.former((person.id,))
    return opened.under(person, [each.identity for each in former]).page(
        person,
        units=view.units.all(),
        codes={v.note.codes: view.codes_of(v.note.codes) for v in opened.versions},
        at=view.now,
        by=view.operators.get(view.actor.operator_id).name,
        recipient=recipient,
    )


def _disclose(work: Work, entry_id: UUID, recipient: str, form: DisclosureForm) -> None:
    entry = work.journal.get(entry_id)
    work.reach(entry.person_id).must(entry)
    number = work.journal.latest(entry_id).number
    by = work.actor.operator_id
    made = Disclosure(work.new_id(), entry_id, number, form, recipient, work.now, by)
    work.disclosures.add(made.checked())
    work.witness(Activity.PRINT, entry.person_id, subject=("entry", entry_id), reason=recipient)


def _kept(view: Viewing, entry: Entry) -> Person:
    """The patient's registration that is used, if the entry's was merged into another."""
    return view.people.kept(view.people.get(entry.person_id))


def _standing(view: Viewing, entries: list[Entry], ground: Ground) -> Standing:
    """One ground for all entries of a patient, whichever registrations they are of.

    Raises GroundNeeded, GroundTooShort.
    """
    ids = {entry.person_id for entry in entries}
    about = ids.pop() if len(ids) == 1 else _kept(view, entries[0]).id
    return view.grounded(about, Ground(entries[0].call_id) if ground == Ground() else ground)


def _exportable(
    view: Viewing,
    seen: tuple[Entry, ...],
    first: date | None,
    last: date | None,
    hidden: bool,
) -> Exportable:
    latest = view.journal.latest_of([entry.id for entry in seen])
    ids, unsigned = [], 0
    for entry in sorted(seen, key=lambda each: (each.contact_at, each.id)):
        version, dissents = latest[entry.id], view.dissents.of_entry(entry.id)
        if not in_period(version, entry.created_at, dissents, first, last):
            continue
        waivers = () if version.signed else view.waiting.waivers_of(entry.id)
        if settled(version, waivers):
            ids.append(entry.id)
        else:
            unsigned += 1
    return Exportable(tuple(ids), unsigned, hidden)
