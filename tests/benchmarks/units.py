"""The directory of units: how long it takes to build, and to find for every key that is pressed.

It lies in memory, so nothing of a store is measured; the units are invented, and as many as there
are in the whole country.  The floor looks for the same letters in every name, one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from random import Random

from kundcenter.domain.directory import Directory, Sieve
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.domain.units import UnitKind
from tests.benchmarks.frame import Budget, Figure, Row, Terms, Times, growth, interleaved, timings
from tests.domain.many_units import NOW, SERIES, many_units

NAME = "units"
SIZES, QUICK_SIZES = (1_000, 17_000), (200, 400)
BUILDS, QUICK_BUILDS = 10, 1
TYPED = 200  # names that are typed, letter by letter
LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
KEY = "floor: the letters in every name"
BUILD = "directory built"
PRIMARY = frozenset({UnitKind.PRIMARY_CARE})
# The most a look may take, p99 in milliseconds (PERFORMANCE §2).
BUDGETS = {
    "key pressed": 10.0,
    "key pressed, with a typing error": 10.0,
    "two words begun": 10.0,
    "part of a telephone number": 10.0,
    "key pressed, open now, kind, age": 10.0,
    "every unit that is open, another minute": 50.0,  # once a minute, while one asks for it
    "one card changed": 10.0,
}


def rows(terms: Terms) -> Iterator[Row]:
    """Each look at every size beside its floor, its growth, and how long the index takes."""
    sizes = QUICK_SIZES if terms.quick else SIZES
    works: dict[tuple[int, str], Callable[[], object]] = {}
    measured: list[Row] = []
    for size in sizes:
        cards = many_units(size)
        built = Times()
        for _ in range(QUICK_BUILDS if terms.quick else BUILDS):
            built.take(lambda cards=cards: Directory.of(cards))  # type: ignore[misc]
        budget = [Budget(Figure.P50, 1_000)]
        measured.append(timings(NAME, BUILD, built, size=size, budgets=budget))
        for name, look in _looks(cards).items():
            works[size, name] = look
    times = interleaved(works, terms.samples, warm=2 if terms.quick else 20)
    for (size, name), taken in times.items():
        floor = times[size, KEY]
        budgets = [Budget(Figure.P99, BUDGETS[name])] if name in BUDGETS else ()
        measured.append(timings(NAME, name, taken, size=size, floor=floor, budgets=budgets))
    yield from sorted(measured, key=lambda row: (row.path != KEY, row.path))
    for name in (BUILD, *BUDGETS):
        yield growth((row for row in measured if row.path == name), Figure.P50)


def _looks(cards: list[UnitCard]) -> dict[str, Callable[[], object]]:
    """What is typed, each time something else; the same in every run."""
    chance = Random(1)
    every = Directory.of(cards)
    typed = [card.unit.name for card in chance.sample(cards, min(TYPED, len(cards)))]
    begun = [name[:size] for name in typed for size in range(1, len(name) + 1)]
    chance.shuffle(begun)
    wrong = [_mistyped(text, chance) for text in begun if len(text) >= 4]
    two = [" ".join(word[:4] for word in name.split()[:2]) for name in typed]
    numbers = [number[-6:] for number in SERIES]
    keys, floor_keys, errors, words = cycle(begun), cycle(begun), cycle(wrong), cycle(two)
    sieved, digits, changed = cycle(begun), cycle(numbers), cycle(cards)
    here = Sieve(kinds=PRIMARY, age=40, open_at=NOW)
    minutes = cycle([NOW.replace(hour=hour, minute=at) for hour in range(24) for at in range(60)])
    return {
        KEY: lambda: _scan(cards, next(floor_keys)),
        "key pressed": lambda: every.find(next(keys)),
        "key pressed, with a typing error": lambda: every.find(next(errors)),
        "two words begun": lambda: every.find(next(words)),
        "part of a telephone number": lambda: every.find(next(digits)),
        "key pressed, open now, kind, age": lambda: every.find(next(sieved), here),
        "every unit that is open, another minute": lambda: every.find(
            "", Sieve(open_at=next(minutes))
        ),
        "one card changed": lambda: every.with_cards([next(changed)]),
    }


def _scan(cards: list[UnitCard], text: str) -> object:
    small = text.casefold()
    return [card for card in cards if small in card.unit.name.casefold()][:50]


def _mistyped(text: str, chance: Random) -> str:
    at = chance.randrange(len(text))
    letter = chance.choice(LETTERS)
    return text[:at] + chance.choice(["", letter, letter + text[at]]) + text[at + 1 :]
