"""All that an operator may pass a call on to, in one search: people, units, functions, queues.

It lies in memory and is asked for every key that is pressed.  An equal name goes before a name
that begins so, that before words that begin so, parts of words, and words with one error.  What
changes from minute to minute (lines, absences, hours) is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.directory import Directory
from kundcenter.domain.on_call import Duty
from kundcenter.domain.switchboard.contact_index import ContactIndex, called
from kundcenter.domain.switchboard.contacts import Contact
from kundcenter.domain.switchboard.line_index import Entry, LineIndex
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.domain.unit_words import text_order, typed_words


class LineKind(StrEnum):
    CONTACT = "contact"
    UNIT = "unit"
    DUTY = "duty"  # a function on call, whoever holds it now
    QUEUE = "queue"
    SPECIAL = "special"


class Special(StrEnum):
    ADVICE = "1177"
    EMERGENCY = "112"
    VOICEMAIL = "voicemail"


Key = tuple[LineKind, UUID | str]


@dataclass(frozen=True, slots=True)
class Line:
    """One row that is found.

    `id` is the contact's, the unit's, or the first turn's of a function; `code` a queue's name at
    the exchange, which Special, or the function.  `duties` are in the order in which one rings.
    """

    kind: LineKind
    name: str = field(repr=False)
    id: UUID | None = None
    code: str = ""
    contact: Contact | None = field(default=None, repr=False)
    card: UnitCard | None = field(default=None, repr=False)
    duties: tuple[Duty, ...] = field(default=(), repr=False)

    @property
    def key(self) -> Key:
        """The same for the same row after the board has changed."""
        return self.kind, self.code if self.id is None or self.code else self.id


_WORDS = {
    Special.ADVICE: ("1177", "vårdguiden", "sjukvårdsrådgivningen"),
    Special.EMERGENCY: ("112", "SOS Alarm", "larm", "ambulans"),
    Special.VOICEMAIL: ("Röstbrevlåda", "voicemail", "telefonsvarare"),
}
# What the queues that every exchange has are called on the screen, and are looked for by.
_QUEUE_WORDS = {
    "service": ("servicedisken",),
    "vaxel": ("växeln", "televäxeln"),
}


class Board:
    """What may be found at one moment.  A later one shares what has not changed."""

    def __init__(self, directory: Directory, people: ContactIndex, beside: Beside) -> None:
        self.directory, self._people, self._beside = directory, people, beside

    @staticmethod
    def of(
        directory: Directory,
        contacts: Iterable[Contact] = (),
        duties: Iterable[Duty] = (),
        queues: Iterable[str] = (),
    ) -> Board:
        """The retired are not found; `duties` are those that go on now, `queues` by their names."""
        beside = Beside(directory, tuple(duties), tuple(queues))
        return Board(directory, ContactIndex.of(directory, contacts), beside)

    def with_contacts(self, contacts: Iterable[Contact]) -> Board:
        """The board with other versions of these contacts, and with those that are new."""
        people = self._people.with_contacts(self.directory, contacts)
        return Board(self.directory, people, self._beside)

    def with_directory(self, directory: Directory) -> Board:
        """The board over other versions of the units."""
        people = self._people.over(self.directory, directory)
        return Board(directory, people, Beside(directory, self.duties, self.queues))

    def with_duties(self, duties: Iterable[Duty]) -> Board:
        """The board with those who are on call by now."""
        beside = Beside(self.directory, tuple(duties), self.queues)
        return Board(self.directory, self._people, beside)

    def with_queues(self, queues: Iterable[str]) -> Board:
        """The board with the queues that the exchange has."""
        beside = Beside(self.directory, self.duties, tuple(queues))
        return Board(self.directory, self._people, beside)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Every contact, the retired ones too, in no order."""
        return tuple(self._people.every.values())

    @property
    def duties(self) -> tuple[Duty, ...]:
        return self._beside.duties

    @property
    def queues(self) -> tuple[str, ...]:
        return self._beside.queues

    def contact(self, id: UUID | None) -> Contact | None:
        return None if id is None else self._people.every.get(id)

    def line(self, key: Key) -> Line | None:
        """A row as it is now; None when it is not found any more."""
        kind, id = key
        if kind is LineKind.CONTACT and isinstance(id, UUID):
            contact = self.contact(id)
            return _line_of(contact) if contact and contact.retired_at is None else None
        if kind is LineKind.UNIT and isinstance(id, UUID):
            card = self.directory.get(id)
            return _line_of_unit(card) if card and card.retired_at is None else None
        return next((line for line in self._beside.lines if line.key == key), None)

    def find(self, text: str, limit: int = 50) -> tuple[Line, ...]:
        """What all words of the text find, the best first.

        For no text what is always there: 1177, 112, voicemail, the queues, who is on call.
        """
        words = typed_words(text[:LINE_LIMIT])
        if not words:
            return () if text.strip() else self._beside.lines[:limit]
        found: list[Line] = []
        for few, people, units in zip(
            self._beside.index.by_rank(words, limit),
            self._people.by_rank(words, limit),
            _ranked(self.directory.by_rank(words, limit)),
            strict=True,
        ):
            lines = [*map(_line_of, people), *map(_line_of_unit, units)]
            found += [*sorted(few, key=_order), *sorted(lines, key=_order)]
            if len(found) >= limit:
                break  # the ranks after it are not even looked for
        return tuple(found[:limit])

    def people(self, text: str, limit: int = 50) -> tuple[Contact, ...]:
        """The contacts alone, as `find` has them; none for no text."""
        words = typed_words(text[:LINE_LIMIT])
        found: list[Contact] = []
        for contacts in self._people.by_rank(words, limit) if words else ():
            found += sorted(contacts, key=lambda each: (text_order(each.name), each.id))
            if len(found) >= limit:
                break
        return tuple(found[:limit])


def _ranked(units: Iterator[list[UnitCard]]) -> Iterator[list[UnitCard]]:
    """A unit's own words and those of its kind are of one rank; of contacts they are two."""
    for rank, cards in enumerate(units):
        yield cards
        if rank == _WORDS_RANK:
            yield []


_WORDS_RANK = 2  # in `Directory.by_rank`


class Beside:
    """The few lines that come and go: functions on call, queues, and those that never change."""

    def __init__(
        self, directory: Directory, duties: tuple[Duty, ...], queues: tuple[str, ...]
    ) -> None:
        self.duties, self.queues = duties, queues
        entries = [*_specials(), *_queues(queues), *_functions(directory, duties)]
        self.lines = tuple(entry.value for entry in entries)
        self.index = LineIndex(entries)


def _specials() -> Iterator[Entry[Line]]:
    for special, names in _WORDS.items():
        yield Entry(Line(LineKind.SPECIAL, names[0], code=special.value), names)


def _queues(queues: Iterable[str]) -> Iterator[Entry[Line]]:
    for queue in sorted(dict.fromkeys(queues), key=text_order):
        names = (queue, *_QUEUE_WORDS.get(queue, ()))
        yield Entry(Line(LineKind.QUEUE, queue, code=queue), names, ("kö", "svarsgrupp"))


def _functions(directory: Directory, duties: Iterable[Duty]) -> Iterator[Entry[Line]]:
    """One row of each function at each unit."""
    found: dict[tuple[str, str], list[Duty]] = {}
    for duty in sorted(duties, key=lambda duty: (duty.deputy, duty.place, duty.starts_at, duty.id)):
        found.setdefault((text_order(duty.function), str(duty.unit_id)), []).append(duty)
    for _, turns in sorted(found.items()):
        first = turns[0]
        line = Line(
            LineKind.DUTY,
            first.function,
            first.id,
            code=f"{text_order(first.function)} {first.unit_id or ''}".rstrip(),
            card=None if first.unit_id is None else directory.get(first.unit_id),
            duties=tuple(turns),
        )
        holders = (turn.name for turn in turns if turn.name)
        yield Entry(line, (first.function,), (*called(directory, first.unit_id), *holders, "jour"))


def _line_of(contact: Contact) -> Line:
    return Line(LineKind.CONTACT, contact.told.name, contact.id, contact=contact)


def _line_of_unit(card: UnitCard) -> Line:
    return Line(LineKind.UNIT, card.unit.name, card.id, card=card)


def _order(line: Line) -> tuple[str, str]:
    return text_order(line.name), str(line.key[1])
