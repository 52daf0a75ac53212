"""What one looks around in, in words, the same on the screen and in files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.charts import Chart, ChartKind, Mark, Series
from kundcenter.domain.supervision.definitions import Definition, FigureCode, Unit, definition
from kundcenter.domain.supervision.dimensions import Dimension
from kundcenter.domain.supervision.exploring import (
    DIMENSIONS,
    By,
    Exploration,
    Line,
    Point,
    Query,
    Versus,
)
from kundcenter.domain.supervision.key_words import key_word
from kundcenter.domain.supervision.summary_words import ratio, shown
from kundcenter.domain.triage import CodeSet
from ui.labels import label
from ui.language import names
from ui.supervision.figure_words import figure_name, shown_definition
from ui.supervision_words.key_names import shown_key

MOST_BARS = 20  # names from the top; more are in the table
WEEK = 8
LONG = 31  # places along an axis, of which bars grow too thin
_UNITS = {Unit.PERCENT: "%", Unit.SECONDS: "s", Unit.MINUTES: "min", Unit.HOURS: "h"}


def measure_word(query: Query) -> str:
    """What is told: a figure by its name, or how many there are."""
    if query.figure is not None:
        return figure_name(query.figure)
    translate = QCoreApplication.translate
    return translate("Explore", "Andel") if query.share else translate("Explore", "Antal")


def told_by(found: Exploration) -> Definition | None:
    """The figure's definition with the limits that hold; None where rows are counted."""
    code = found.query.figure
    return None if code is None else shown_definition(code, found.limits)


def meaning(found: Exploration) -> str:
    """The sentence that says what the numbers are."""
    known = told_by(found)
    if known is not None:
        return known.text
    return QCoreApplication.translate(
        "Explore", "Hur många som var av varje slag under perioden. Varje rad räknas en gång."
    )


def unit_of(query: Query) -> tuple[Unit, int]:
    """The unit of the values and how many decimals are shown."""
    if query.figure is None:
        return (Unit.PERCENT, 1) if query.share else (Unit.COUNT, 0)
    known = definition(query.figure)
    return known.unit, known.decimals


def point_text(point: Point | None, query: Query) -> str:
    """82,5 %, – where there is none, or what stands for what is small."""
    if point is None:
        return ""
    return point.hidden or shown(point.value, *unit_of(query))


def ratio_text(point: Point | None, query: Query) -> str:
    """126 / 153: what the value is made of."""
    if point is None or point.hidden:
        return ""
    return ratio(point.numerator, point.denominator, unit_of(query)[0])


def change_text(by: float | None, query: Query) -> str:
    """+1,6 p.e., −0:12: by how much it is another; a share's is in percentage points."""
    if by is None:
        return ""
    unit, decimals = unit_of(query)
    text = shown(abs(by), Unit.COUNT if unit is Unit.PERCENT else unit, decimals)
    if unit is Unit.PERCENT:
        text = QCoreApplication.translate("Explore", "{number} p.e.").format(number=text)
    return f"−{text}" if by < 0 else f"+{text}"


def change_name(query: Query) -> str:
    """What the change is told in."""
    translate = QCoreApplication.translate
    if unit_of(query)[0] is Unit.PERCENT:
        return translate("Explore", "Ändring, procentenheter")
    return translate("Explore", "Ändring")


def gaps(found: Exploration) -> list[str]:
    """That a period begins before anything is known, in sentences: of it, and of the other."""
    if found.since is None:
        return []
    translate = QCoreApplication.translate
    day = local(found.since).date().isoformat()
    said = []
    if found.since > found.query.span.start:
        words = translate("Explore", "Före {day} finns inga samtal här, så perioden är inte hel.")
        said.append(words.format(day=day))
    if found.versus is not None and found.since > found.versus.start:
        words = translate(
            "Explore", "Före {day} finns inga samtal här, så jämförelsen är inte hel."
        )
        said.append(words.format(day=day))
    return said


def line_name(line: Line, query: Query, codes: CodeSet, units: Mapping[str, str]) -> str:
    """What the row is called."""
    locale, key = names(), line.key
    match query.by:
        case By.HOUR:
            return key
        case By.WEEKDAY:
            return locale.dayName(int(key))
        case By.DAY:
            weekday = locale.dayName(date.fromisoformat(key).isoweekday())[:3].lower()
            return f"{key[5:]} {weekday}"  # the year is that of the period
        case By.MONTH:
            day = date.fromisoformat(key)
            return f"{locale.standaloneMonthName(day.month)} {day.year}"
    return shown_key(key_word(_dimension(query.by), key, codes, units))


def chart_of(found: Exploration, names: list[str]) -> tuple[Chart, bool]:
    """The chart, and whether its labels stand from the top."""
    query = found.query
    unit, decimals = unit_of(query)
    lying = query.by in DIMENSIONS
    most = MOST_BARS if lying else len(found.lines)
    lines = found.lines[:most]
    time = query.by in {By.DAY, By.MONTH, By.HOUR, By.WEEKDAY}
    lines_kind = time and (unit is not Unit.COUNT or len(lines) > LONG)
    series = [Series(_period(Versus.NONE), tuple(each.now.value for each in lines))]
    if found.versus is not None:
        before = tuple(each.before.value if each.before else None for each in lines)
        series.append(Series(_period(query.versus), before, dashed=True))
    target = QCoreApplication.translate("Explore", "Mål")
    marks = () if found.target is None else (Mark(target, found.target),)
    labels = names
    if query.by is By.DAY and len(lines) > WEEK:
        labels = [each.key[8:] for each in lines]  # the day of the month
    return (
        Chart(
            f"{measure_word(query)}, {label(query.by).lower()}",
            _UNITS.get(unit, ""),
            tuple(labels[:most]),
            tuple(series),
            ChartKind.LINES if lines_kind else ChartKind.BARS,
            marks,
            decimals,
        ),
        lying,
    )


def _period(versus: Versus) -> str:
    if versus is Versus.NONE:
        return QCoreApplication.translate("Explore", "Perioden")
    return label(versus)


def _dimension(by: By) -> Dimension:
    if by is By.QUEUE:
        return Dimension.QUEUE
    return Dimension.GROUP if by is By.GROUP else DIMENSIONS[by]


def figure_options(codes: tuple[FigureCode | None, ...]) -> list[tuple[str, str]]:
    """The figures that can be chosen, by code and name."""
    return [(code, figure_name(code)) for code in codes if code is not None]
