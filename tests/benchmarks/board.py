"""The switchboard's search: people, units and functions, for every key that is pressed.

The values lie in memory and are invented, as many as there are units in the country and people in
a large region's directory.  The floor looks for the same letters in every name, one after the
other.  From the key to the paint it is measured in a process of its own, on the page's own list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from random import Random

from kundcenter.domain.directory import Directory
from kundcenter.domain.switchboard.board import Board
from kundcenter.domain.switchboard.contacts import Contact
from kundcenter.domain.unit_cards import UnitCard
from tests.benchmarks.frame import Budget, Figure, Row, Terms, Times, growth, interleaved, timings
from tests.benchmarks.seat import child
from tests.domain.many_people import MOBILES, many_people
from tests.domain.many_units import many_units

NAME = "board"
SIZES, QUICK_SIZES = ((1_000, 1_200), (17_000, 20_000)), ((200, 200), (400, 400))  # units, people
BUILDS, QUICK_BUILDS = 5, 1
TYPED = 200  # names that are typed, letter by letter
STROKES, QUICK_STROKES = 1_000, 12  # keys until they are painted
LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
KEY = "floor: the letters in every name"
BUILD = "board built"
PAINTED, BARE = "key → painted (switchboard)", "floor: key → painted, bare edit"
# The most a look may take, p99 in milliseconds.
BUDGETS = {
    "key pressed": 10.0,
    "key pressed, with a typing error": 10.0,
    "name turned round, begun": 10.0,
    "part of a telephone number": 10.0,
    "one contact changed": 50.0,  # beside the screen
}


def rows(terms: Terms) -> Iterator[Row]:
    """Each look at every size beside its floor, its growth, and a key until it is painted."""
    works: dict[tuple[int, str], Callable[[], object]] = {}
    measured: list[Row] = []
    for units, people in QUICK_SIZES if terms.quick else SIZES:
        cards = many_units(units)
        contacts = many_people(people, cards)
        directory, built = Directory.of(cards), Times()
        for _ in range(QUICK_BUILDS if terms.quick else BUILDS):
            built.take(lambda d=directory, c=contacts: Board.of(d, c))  # type: ignore[misc]
        size = units + people
        budget = [Budget(Figure.P50, 2_000)]
        measured.append(timings(NAME, BUILD, built, size=size, budgets=budget))
        for name, look in _looks(cards, contacts).items():
            works[size, name] = look
    times = interleaved(works, terms.samples, warm=2 if terms.quick else 20)
    for (size, name), taken in times.items():
        floor = times[size, KEY]
        budgets = [Budget(Figure.P99, BUDGETS[name])] if name in BUDGETS else ()
        measured.append(timings(NAME, name, taken, size=size, floor=floor, budgets=budgets))
    yield from sorted(measured, key=lambda row: (row.path != KEY, row.path))
    for name in (BUILD, *BUDGETS):
        yield growth((row for row in measured if row.path == name), Figure.P50)
    yield from _painted(terms)


def _painted(terms: Terms) -> Iterator[Row]:
    """A key in the field until the list is painted with what it finds."""
    units, people = (QUICK_SIZES if terms.quick else SIZES)[-1]
    strokes = QUICK_STROKES if terms.quick else STROKES
    asked = (str(units), str(people), str(strokes))
    told: dict[str, list[float]] = child("board_child", *asked, stores=terms.stores)
    floor, size = Times(told[BARE]), units + people
    yield timings(NAME, BARE, floor, size=size)
    budget = [Budget(Figure.P99, 50)]
    yield timings(NAME, PAINTED, Times(told[PAINTED]), size=size, floor=floor, budgets=budget)


def typed_names(cards: list[UnitCard], contacts: list[Contact], chance: Random) -> list[str]:
    """Names that somebody types: two people for each unit."""
    names = [each.name for each in chance.sample(contacts, min(TYPED, len(contacts)))]
    return names + [card.unit.name for card in chance.sample(cards, min(TYPED // 2, len(cards)))]


def _looks(cards: list[UnitCard], contacts: list[Contact]) -> dict[str, Callable[[], object]]:
    """What is typed, each time something else; the same in every run."""
    chance = Random(1)
    board = Board.of(Directory.of(cards), contacts)
    typed = typed_names(cards, contacts, chance)
    begun = [name[:size] for name in typed for size in range(1, len(name) + 1)]
    chance.shuffle(begun)
    wrong = [_mistyped(text, chance) for text in begun if len(text) >= 4]
    turned = [" ".join(word[:4] for word in reversed(name.split()[:2])) for name in typed]
    numbers = [number[-6:] for number in MOBILES] + [str(10_000 + at) for at in range(100)]
    keys, floor_keys, errors = cycle(begun), cycle(begun), cycle(wrong)
    words, digits, changed = cycle(turned), cycle(numbers), cycle(contacts)
    names = [each.name for each in contacts] + [card.unit.name for card in cards]
    return {
        KEY: lambda: _scan(names, next(floor_keys)),
        "key pressed": lambda: board.find(next(keys)),
        "key pressed, with a typing error": lambda: board.find(next(errors)),
        "name turned round, begun": lambda: board.find(next(words)),
        "part of a telephone number": lambda: board.find(next(digits)),
        "one contact changed": lambda: board.with_contacts([next(changed)]),
    }


def _scan(names: list[str], text: str) -> object:
    small = text.casefold()
    return [name for name in names if small in name.casefold()][:50]


def _mistyped(text: str, chance: Random) -> str:
    at = chance.randrange(len(text))
    letter = chance.choice(LETTERS)
    return text[:at] + chance.choice(["", letter, letter + text[at]]) + text[at + 1 :]
