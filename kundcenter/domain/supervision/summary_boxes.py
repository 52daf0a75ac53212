"""The counts that stand together on the first page of a summary."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kundcenter.domain.supervision.definitions import FigureCode, definition
from kundcenter.domain.supervision.dimensions import Dimension
from kundcenter.domain.supervision.figure_sets import FigureSet
from kundcenter.domain.supervision.figures import Figure
from kundcenter.domain.supervision.hand_over_items import HandOver, HandOverKind
from kundcenter.domain.supervision.masks import DOT
from kundcenter.domain.supervision.summary import NOTHING, Box
from kundcenter.domain.supervision.summary_words import hidden, number, shown

Word = Callable[[Dimension, str], str]
_C = FigureCode
MOST_URGENCIES = 5


def boxes(
    found: FigureSet, word: Word, hand_over: HandOver | None, over: tuple[int, int] | None
) -> Iterator[Box]:
    """Eight of them, in the order of the page."""
    figures = {each.figure.code: each.figure for each in found.figures}

    def whole(code: FigureCode) -> str:
        return _shown(figures.get(code), found)

    def part(code: FigureCode) -> str:
        return _numerator(figures.get(code))

    yield Box("Samtal", (
        ("Inkommande", whole(_C.OFFERED)),
        ("Besvarade", whole(_C.ANSWERED)),
        ("Tappade", whole(_C.ABANDONED)),
        ("Korta uppringningar", whole(_C.SHORT)),
        ("Utan besked", whole(_C.UNKNOWN)),
    ))  # fmt: skip
    yield Box("Återuppringning", (
        ("Lagda", whole(_C.CALLBACKS_PLACED)),
        ("Nådda", whole(_C.CALLBACKS_REACHED)),
        ("Inte nådda", whole(_C.CALLBACKS_NOT_REACHED)),
        ("Nådda för sent", part(_C.CALLBACKS_LATE)),
    ))  # fmt: skip
    yield Box("Anteckningar", (
        ("Skrivna", whole(_C.NOTES)),
        ("Med hänvisning", whole(_C.REFERRED)),
        ("Osignerade > 2 dygn", _waiting(hand_over, HandOverKind.UNSIGNED)),
        ("Med tolk", whole(_C.INTERPRETED)),
        ("Samtal till 112", whole(_C.ALARMS)),
    ))  # fmt: skip
    yield _urgencies(found, word)
    yield Box("Avbokningar", (
        ("Avbokade", whole(_C.CANCELLED)),
        ("Varav sent", part(_C.CANCELLED_LATE)),
        ("Frigjorda tider", whole(_C.FREED)),
    ))  # fmt: skip
    yield Box("Ärenden", (
        ("Mottagna", whole(_C.CASES)),
        ("Bekräftade", whole(_C.CASES_CONFIRMED)),
        ("Försenade nu", whole(_C.CASES_LATE)),
        ("Frågor i servicen", whole(_C.QUESTIONS)),
    ))  # fmt: skip
    yield Box("Hantering", (
        ("Samtalstid", whole(_C.TALK)),
        ("Parkerad tid", whole(_C.HOLD)),
        ("Efterarbete", whole(_C.WRAP)),
        ("För hand", whole(_C.BY_HAND)),
        ("Utan kö", whole(_C.UNQUEUED)),
    ))  # fmt: skip
    yield Box("Bemanning", (
        ("Planerat", whole(_C.PLANNED)),
        ("Utfall", whole(_C.STAFFED)),
        ("Ensamarbete", whole(_C.LONE)),
        *([(f"Över {over[1]} % aktiva", number(over[0]))] if over else []),
    ))  # fmt: skip


def _shown(figure: Figure | None, found: FigureSet) -> str:
    if figure is None:
        return NOTHING
    words = definition(figure.code)
    if figure.masked:
        return hidden(found.limits.small_cell, few=figure.few)
    return shown(figure.value, words.unit, words.decimals)


def _numerator(figure: Figure | None) -> str:
    if figure is None:
        return NOTHING
    if figure.masked:
        return DOT
    return NOTHING if figure.numerator is None else number(figure.numerator)


def _waiting(hand_over: HandOver | None, kind: HandOverKind) -> str:
    parts = () if hand_over is None else hand_over.parts
    return next((number(each.count) for each in parts if each.kind is kind), NOTHING)


def _urgencies(found: FigureSet, word: Word) -> Box:
    """How urgent it was, the most frequent first; of many the rest together."""
    tallies = found.tallies.get(Dimension.URGENCY, ())
    rows = found.withheld.folded(Dimension.URGENCY, tallies, MOST_URGENCIES - 1)
    if rows is None:
        return Box("Hur bråttom", (("Alla", DOT),))
    limit = found.limits.small_cell
    return Box("Hur bråttom", tuple(
        (
            "Övriga" if each.others else word(Dimension.URGENCY, each.key),
            each.shown(limit) if each.count is None else number(each.count),
        )
        for each in rows
    ))  # fmt: skip
