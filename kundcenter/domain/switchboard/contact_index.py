"""Contacts that are found by words, and how the index follows when some of them change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from kundcenter.domain.directory import Directory
from kundcenter.domain.switchboard.contacts import Contact
from kundcenter.domain.switchboard.line_index import Entry, LineIndex
from kundcenter.domain.unit_keys import bits_of

LATER_LIMIT = 1_000  # contacts changed after the index was made; then it is made anew


class ContactIndex:
    """The contacts at one moment.  A later one shares what has not changed.

    Retired ones are kept but not found.  The words of their units are found too.
    """

    def __init__(
        self,
        directory: Directory,
        every: Mapping[UUID, Contact],
        base: LineIndex[Contact],
        places: Mapping[UUID, int],
        later: frozenset[UUID] = frozenset(),
    ) -> None:
        self.every, self._base, self._places, self._later = every, base, places, later
        self._hidden = 0
        self._newer: LineIndex[Contact] | None = None
        if later:
            older = (places[id] for id in later if id in places)
            self._hidden = bits_of(older, len(base.values))
            self._newer = LineIndex(_entries(directory, (every[id] for id in sorted(later))))

    @staticmethod
    def of(directory: Directory, contacts: Iterable[Contact]) -> ContactIndex:
        every = {contact.id: contact for contact in contacts}
        base = LineIndex(_entries(directory, every.values()))
        places = {contact.id: at for at, contact in enumerate(base.values)}
        return ContactIndex(directory, every, base, places)

    def with_contacts(self, directory: Directory, contacts: Iterable[Contact]) -> ContactIndex:
        """With other versions of these contacts, and with those that are new."""
        newer = {contact.id: contact for contact in contacts}
        if not newer:
            return self
        every, later = {**self.every, **newer}, self._later | newer.keys()
        if len(later) > LATER_LIMIT:
            return ContactIndex.of(directory, every.values())
        return ContactIndex(directory, every, self._base, self._places, later)

    def over(self, older: Directory, newer: Directory) -> ContactIndex:
        """With the words of their units as these are now."""
        ids = {each.told.unit_id for each in self.every.values() if each.told.unit_id is not None}
        moved = {id for id in ids if called(older, id) != called(newer, id)}
        changed = (each for each in self.every.values() if each.told.unit_id in moved)
        return self.with_contacts(newer, changed)

    def by_rank(self, words: tuple[str, ...], limit: int) -> Iterator[list[Contact]]:
        """As `LineIndex.by_rank`; a rank may have twice as many, and not in order."""
        ranks = self._base.by_rank(words, limit, self._hidden)
        if self._newer is None:
            return ranks
        newer = self._newer.by_rank(words, limit)
        return ([*found, *later] for found, later in zip(ranks, newer, strict=True))


def called(directory: Directory, unit_id: UUID | None) -> tuple[str, ...]:
    """What a unit and its place are called; nothing when it is not known."""
    card = None if unit_id is None else directory.get(unit_id)
    return () if card is None else (card.unit.name, card.unit.municipality)


def _entries(directory: Directory, contacts: Iterable[Contact]) -> Iterator[Entry[Contact]]:
    for contact in contacts:
        if contact.retired_at is None:
            told = contact.told
            extension = told.shown_extension
            names = (told.name, extension) if extension else (told.name,)
            said = (told.title, told.workplace, told.municipality, told.words)
            others = dict.fromkeys((*said, *called(directory, told.unit_id)))
            numbers = tuple(each.number for each in told.shown_numbers)
            yield Entry(contact, names, tuple(filter(None, others)), numbers)
