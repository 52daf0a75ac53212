"""What is looked at as tables that leave the program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.books import Book, Cell, Sheet
from kundcenter.domain.supervision.definitions import Definition, definition
from kundcenter.domain.supervision.exploring import Exploration, Line, Point
from kundcenter.domain.supervision.periods import PeriodKind, Span, offset_text
from kundcenter.domain.triage import CodeSet
from ui.labels import label
from ui.supervision.explore_mixes import mix_meaning, mix_sheet
from ui.supervision.explore_words import change_name, gaps, meaning, measure_word, unit_of


def book_of(
    found: Exploration, names: Sequence[str], made_at: datetime, by: str, codes: CodeSet
) -> Book:
    """The table with its total, and what it is; `names` are those of the rows, `by` who took it.

    A figure has its Swedish name and definition, as on paper.
    """
    translate, query = QCoreApplication.translate, found.query
    known = None if query.figure is None else definition(query.figure).worded(found.limits)
    what = measure_word(query) if known is None else known.name
    sheet = mix_sheet(found, names, codes) if query.is_split else _sheet(found, names, what)
    about = (
        (translate("Explore", "Mått"), what),
        *_of_period(found),
        *_missing(found),
        *_meant(found, known),
        (translate("Explore", "Små tal dolda"), _yes(query.distribution)),
        (translate("Explore", "Sparat"), _clock(made_at)),
        (translate("Explore", "Av"), by),
    )
    return Book(what, about, (sheet,))


def _sheet(found: Exploration, names: Sequence[str], what: str) -> Sheet:
    translate, query = QCoreApplication.translate, found.query
    decimals = unit_of(query)[1]
    headings = [
        label(query.by),
        translate("Explore", "Kod"),
        what,
        translate("Explore", "Täljare"),
        translate("Explore", "Nämnare"),
    ]
    if found.versus is not None:
        headings += [
            translate("Explore", "Jämförelse"),
            translate("Explore", "Jämförelsens täljare"),
            translate("Explore", "Jämförelsens nämnare"),
            change_name(query),
        ]
    rows = [_row(name, line, found) for name, line in zip(names, found.lines, strict=True)]
    rows.append(_row(translate("Explore", "Totalt"), found.total, found))
    places = (0, 0, decimals, 0, 0, decimals, 0, 0, decimals)[: len(headings)]
    return Sheet(what, tuple(headings), tuple(rows), places)


def _of_period(found: Exploration) -> Iterator[tuple[str, str]]:
    translate, query = QCoreApplication.translate, found.query
    yield translate("Explore", "Enhet"), unit_of(query)[0].value.lower()
    yield translate("Explore", "Från"), _clock(query.span.start)
    yield translate("Explore", "Till"), _clock(query.span.end)
    yield translate("Explore", "Kö"), query.queue or translate("Explore", "alla")
    if found.versus is not None:
        yield translate("Explore", "Jämförelse från"), _clock(found.versus.start)
        yield translate("Explore", "Jämförelse till"), _clock(found.versus.end)


def _missing(found: Exploration) -> Iterator[tuple[str, str]]:
    said = gaps(found)
    if said:
        yield QCoreApplication.translate("Explore", "Obs"), " ".join(said)


def _meant(found: Exploration, known: Definition | None) -> Iterator[tuple[str, str]]:
    translate = QCoreApplication.translate
    if known is not None:
        yield translate("Explore", "Täljare är"), known.numerator
        yield translate("Explore", "Nämnare är"), known.denominator
        if known.source:
            yield translate("Explore", "Källa"), known.source
    text = mix_meaning(found) if found.query.is_split else meaning(found)
    yield translate("Explore", "Definition"), text if known is None else known.text


def file_name(found: Exploration) -> str:
    """Without its ending: what it is and of what time; no name of anybody."""
    query = found.query
    what = query.figure.lower() if query.figure is not None else "antal"
    if query.is_split:
        what = query.split.lower()
    return f"statistik-{what}-{query.by.lower()}-{_period(query.span)}".replace("_", "-")


def _period(span: Span) -> str:
    first, last = span.days
    if span.kind is PeriodKind.YEAR:
        return str(first.year)
    if span.kind is PeriodKind.MONTH:
        return f"{first:%Y-%m}"
    return f"{first}" if first == last else f"{first}--{last}"


def _row(name: str, line: Line, found: Exploration) -> tuple[Cell, ...]:
    now = (name, line.key, *_cells(line.now))
    if found.versus is None:
        return now
    return (*now, *_cells(line.before), line.change)


def _cells(point: Point | None) -> tuple[Cell, Cell, Cell]:
    if point is None:
        return None, None, None
    if point.hidden:
        return point.hidden, None, None
    return point.value, point.numerator, point.denominator


def _clock(at: datetime) -> str:
    told = local(at)
    offset = told.utcoffset()
    return f"{told:%Y-%m-%d %H:%M} {offset_text(offset) if offset is not None else ''}".strip()


def _yes(said: bool) -> str:
    translate = QCoreApplication.translate
    return translate("Explore", "Ja") if said else translate("Explore", "Nej")
