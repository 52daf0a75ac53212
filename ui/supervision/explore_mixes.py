"""Rows that are told apart once more, in words: their columns, their chart, their sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.supervision.books import Cell, Sheet
from kundcenter.domain.supervision.charts import Chart, ChartKind, Series
from kundcenter.domain.supervision.dimensions import Dimension
from kundcenter.domain.supervision.exploring import DIMENSIONS, Exploration, Line, Point, Split
from kundcenter.domain.supervision.key_words import key_word
from kundcenter.domain.triage import CodeSet
from ui.labels import label
from ui.supervision.explore_words import MOST_BARS, measure_word
from ui.supervision_words.key_names import shown_key

_OF = {Split.GROUP: Dimension.GROUP, Split.URGENCY: Dimension.URGENCY}


def column_names(found: Exploration, codes: CodeSet) -> list[str]:
    """What each column is called."""
    dimension = _OF[found.query.split]
    return [shown_key(key_word(dimension, key, codes, {})) for key in found.columns]


def mix_chart(found: Exploration, names: Sequence[str], codes: CodeSet) -> tuple[Chart, bool]:
    """Bars of the rows, each of its columns on top of each other; and whether they lie."""
    query = found.query
    lying = query.by in DIMENSIONS
    lines = found.lines[: MOST_BARS if lying else len(found.lines)]
    series = tuple(
        Series(name, tuple(line.parts[at].value for line in lines))
        for at, name in enumerate(column_names(found, codes))
    )
    words = QCoreApplication.translate("Explore", "{measure}, {by} och {split}")
    title = words.format(
        measure=measure_word(query), by=label(query.by).lower(), split=label(query.split).lower()
    )
    return (
        Chart(
            title,
            "%" if query.share else "",
            tuple(names[: len(lines)]),
            series,
            ChartKind.STACKED,
            decimals=1 if query.share else 0,
        ),
        lying,
    )


def mix_meaning(found: Exploration) -> str:
    """What the numbers are, and of how many notes nothing can be told."""
    translate = QCoreApplication.translate
    words = translate(
        "Explore",
        "Anteckningar under perioden, delade på {split}. En anteckning räknas en gång, som den"
        " senast skrevs. Andelar är av radens anteckningar.",
    ).format(split=label(found.query.split).lower())
    if not found.apart:
        return words
    apart = translate(
        "Explore", "{count} äldre anteckningar finns inte kvar här och är inte med."
    ).format(count=found.apart)
    return f"{words} {apart}"


def mix_sheet(found: Exploration, names: Sequence[str], codes: CodeSet) -> Sheet:
    """The table as it leaves the program: of each column how many, and their share of the row."""
    translate = QCoreApplication.translate
    total = translate("Explore", "Totalt")
    headings = [label(found.query.by), translate("Explore", "Kod"), total]
    share = translate("Explore", "{name}, andel (%)")
    for name in column_names(found, codes):
        headings += [name, share.format(name=name)]
    every = (*zip(names, found.lines, strict=True), (total, found.total))
    rows = tuple(_cells(name, line) for name, line in every)
    return Sheet(measure_word(found.query), tuple(headings), rows, (0, 0, 0, *_places(found)))


def _places(found: Exploration) -> tuple[int, ...]:
    return (0, 1) * len(found.columns)


def _cells(name: str, line: Line) -> tuple[Cell, ...]:
    parts = (cell for point in line.parts for cell in _pair(point))
    return (name, line.key, line.now.hidden or line.now.numerator, *parts)


def _pair(point: Point) -> tuple[Cell, Cell]:
    if point.hidden:
        return point.hidden, None
    count, of = point.numerator, point.denominator
    return count, 100 * count / of if count is not None and of else None
