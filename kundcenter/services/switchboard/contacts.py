"""The directories of people and functions that calls are passed on to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.switchboard.contacts import (
    Contact,
    ContactDraft,
    ContactNotFound,
    ContactPlan,
    ContactStale,
    checked_keys,
    checked_rows,
    id_of_key,
    must_keep_key,
    planned,
)
from kundcenter.domain.text import line
from kundcenter.ports import Reading, Store, Work


class Contacts:
    """Rows of telephone directories; whoever shows one leaves its hidden numbers out."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Contact, ...]:
        """Every row, the retired ones too."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            return _shown(reading, reading.contacts.all())

    def some(self, ids: tuple[UUID, ...]) -> tuple[Contact, ...]:
        """Rows by id; what is not known is left out."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            return _shown(reading, reading.contacts.some(ids))

    def put(self, contact_id: UUID | None, draft: ContactDraft, *, upon: int = 0) -> Changes:
        """A new row, or the next version of the one whose number was `upon`; it is in use again
        if it was retired.  What a directory calls a row stays.

        Raises ContactNotFound, ContactStale, ContactInvalid, UnitNotFound, TextInvalid.
        """
        with self._store.work(
            "contacts.put", contact_id=contact_id, draft=draft, upon=upon
        ) as work:
            work.actor.must(Function.EDIT_DIRECTORY)
            id, by = work.new_id(), work.actor.operator_id
            older = None if contact_id is None else _current(work, contact_id, upon)
            if older is None and upon:
                raise ContactStale(id=None, number=0)
            told = draft.checked()
            must_keep_key(told, older)
            _must_exist(work, (told,))
            work.contacts.put(
                older.reworded(told, work.now, by) if older else Contact(id, told, 1, work.now, by)
            )
        return work.changes()

    def retire(self, contact_id: UUID, *, upon: int) -> Changes:
        """The row is found no more.  Raises ContactNotFound (retired already), ContactStale."""
        with self._store.work("contacts.retire", contact_id=contact_id, upon=upon) as work:
            work.actor.must(Function.EDIT_DIRECTORY)
            older = _current(work, contact_id, upon)
            if older.retired_at is not None:
                raise ContactNotFound(id=contact_id)
            work.contacts.put(older.retired(work.now, work.actor.operator_id))
        return work.changes()

    def plan(self, directory: str, drafts: tuple[ContactDraft, ...]) -> ContactPlan:
        """What `import_` of the rows would do.  Raises what it raises."""
        with self._store.read() as reading:
            reading.actor.must(Function.EDIT_DIRECTORY)
            rows = checked_rows(directory, drafts)
            return planned(_there(reading, rows), rows)

    def import_(self, directory: str, drafts: tuple[ContactDraft, ...]) -> Changes:
        """Bring in rows of one directory, all or none, each by its key.

        What is the same already stays, and what was retired is in use again.  Raises
        ContactsTooMany, ContactInvalid and TextInvalid (row), UnitNotFound.
        """
        with self._store.work("contacts.import_", directory=directory, drafts=drafts) as work:
            work.actor.must(Function.EDIT_DIRECTORY)
            rows = checked_rows(directory, drafts)
            _must_exist(work, rows)
            plan, by = planned(_there(work, rows), rows), work.actor.operator_id
            for told in plan.new:
                id = id_of_key(told.directory, told.key)
                work.contacts.put(Contact(id, told, 1, work.now, by))
            for older, told in plan.changed:
                work.contacts.put(older.reworded(told, work.now, by))
        return work.changes()

    def retire_others(self, directory: str, retired: tuple[str, ...]) -> Changes:
        """After a whole file: the directory's rows with these keys are found no more.

        A key that is not there, or is retired already, is left aside.  Raises ContactsTooMany,
        TextInvalid.
        """
        with self._store.work(
            "contacts.retire_others", directory=directory, retired=retired
        ) as work:
            work.actor.must(Function.EDIT_DIRECTORY)
            keys = checked_keys(retired)
            there = work.contacts.by_keys(line(directory, "directory"), keys)
            for key in keys:
                older = there.get(key)
                if older is not None and older.retired_at is None:
                    work.contacts.put(older.retired(work.now, work.actor.operator_id))
        return work.changes()


def _current(work: Work, contact_id: UUID, upon: int) -> Contact:
    contact = work.contacts.get(contact_id)
    if contact.number != upon:
        raise ContactStale(id=contact_id, number=contact.number)
    return contact


def _there(reading: Reading, rows: tuple[ContactDraft, ...]) -> dict[str, Contact]:
    """What the rows' directory has by their keys."""
    if not rows:
        return {}
    return reading.contacts.by_keys(rows[0].directory, [told.key for told in rows])


def _must_exist(work: Work, rows: Iterable[ContactDraft]) -> None:
    for unit_id in dict.fromkeys(told.unit_id for told in rows):
        if unit_id is not None:
            work.units.get(unit_id)


def _shown(reading: Reading, found: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """A hidden number is for who connects callers to it, and for who keeps the directory."""
    actor = reading.actor
    if actor.may(Function.WORK_CALLS) or actor.may(Function.EDIT_DIRECTORY):
        return found
    return tuple(replace(each, told=each.told.without_hidden()) for each in found)
