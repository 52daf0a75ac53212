"""A file of measurements: its rows become measurements, or faults with line and heading.

The first line names the columns, in Swedish or English, in any order:
mått;från;till;värde;svar;tillfrågade;område;källa;kommentar.  The first four are needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from kundcenter.domain.records import records, written_table
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.surveys import (
    IMPORT_LIMIT,
    MOST_ANSWERS,
    Area,
    Measurement,
    SurveyFault,
    SurveyInvalid,
    SurveyResult,
)
from kundcenter.domain.supervision.targets import HIGHEST, THOUSAND
from kundcenter.domain.text import TextFault, TextInvalid
from kundcenter.domain.unit_cells import guarded, unguarded
from kundcenter.errors import Refused

FILE_LIMIT = 5_000_000  # bytes of a file, and characters of its text
FAULTS_TOLD = 100  # nobody reads more of them

HEADINGS = (
    "mått", "från", "till", "värde", "svar", "tillfrågade", "område", "källa", "kommentar",
)  # fmt: skip
NEEDED = ("figure", "period_from", "period_to", "value")
_COLUMNS = {
    "mått": "figure", "matt": "figure", "figure": "figure",
    "från": "period_from", "fran": "period_from", "from": "period_from",
    "till": "period_to", "to": "period_to",
    "värde": "value", "varde": "value", "value": "value",
    "svar": "answers", "answers": "answers",
    "tillfrågade": "asked", "tillfragade": "asked", "asked": "asked",
    "område": "area", "omrade": "area", "area": "area",
    "källa": "source", "kalla": "source", "source": "source",
    "kommentar": "comment", "comment": "comment",
}  # fmt: skip
_AREAS = {
    "": Area.OWN, "egen": Area.OWN, "egna": Area.OWN, "own": Area.OWN,
    "riket": Area.NATION, "nationen": Area.NATION, "nation": Area.NATION,
}  # fmt: skip
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COUNT = re.compile("[0-9]{1,9}")
_NUMBER = re.compile("[0-9]{1,9}(?:[.,][0-9]{1,9})?")
_SPACES = re.compile("(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3})")  # 12 500


class SurveyFileTooLarge(Refused):
    """The file holds more than measurements.  Facts: size, limit (bytes)."""

    code = "survey.file_too_large"


class SurveyFileFaulty(Refused):
    """Rows of the file cannot be used, so none was.  Facts: count, line (of the first), fault."""

    code = "survey.file_faulty"


class RowFault(StrEnum):
    """Why a row cannot be used, or the whole file."""

    NO_HEADINGS = "no_headings"  # one that is needed is missing: `column` says which
    HEADING = "heading"
    HEADING_TWICE = "heading_twice"
    CELLS = "cells"  # more or fewer cells than headings
    QUOTES = "quotes"
    MISSING = "missing"
    FIGURE = "figure"  # no figure of that name
    NUMBER = "number"
    DAY = "day"
    PERIOD = "period"
    ANSWERS = "answers"  # more answers than were asked
    AREA = "area"
    TOO_LONG = "too_long"
    SIGNS = "signs"
    REPEATED = "repeated"  # the same figure, area, source and period stand in the file already
    TOO_MANY = "too_many"
    NOTHING = "nothing"  # no row at all


@dataclass(frozen=True, slots=True)
class RowTold:
    """What is wrong, on which line (from 1), under which heading as the file has it."""

    line: int
    fault: RowFault
    column: str = ""


@dataclass(frozen=True, slots=True)
class SurveySheet:
    """What was read.  `rows` is empty as soon as there is a fault."""

    rows: tuple[Measurement, ...] = ()
    faults: tuple[RowTold, ...] = ()

    def sound(self) -> tuple[Measurement, ...]:
        """The rows, if none has a fault.  Raises SurveyFileFaulty."""
        if self.faults:
            first = self.faults[0]
            raise SurveyFileFaulty(count=len(self.faults), line=first.line, fault=first.fault)
        return self.rows


@dataclass(frozen=True, slots=True)
class SurveyPlan:
    """What bringing the rows in would do."""

    new: tuple[Measurement, ...] = ()
    changed: tuple[Measurement, ...] = ()
    same: int = 0


class _Unusable(Exception):
    def __init__(self, fault: RowFault, field: str = "") -> None:
        super().__init__(fault)
        self.fault, self.field = fault, field


def read_sheet(text: str) -> SurveySheet:
    """The measurements of a text with separators.

    Cells are text whatever they look like: a formula is its own letters.  Never raises but
    SurveyFileTooLarge.
    """
    if len(text) > FILE_LIMIT:
        raise SurveyFileTooLarge(size=len(text), limit=FILE_LIMIT)
    lines = records(text.removeprefix("\ufeff"))
    began, headings = next(lines, (1, []))
    fields, faults = _headings(began, headings)
    rows: dict[object, Measurement] = {}
    line, seen = began, 0
    for line, cells in () if faults else lines:
        if cells is not None and not any(cell.strip() for cell in cells):
            continue
        seen += 1
        try:
            row = _measurement(cells, fields)
            if row.place in rows:
                raise _Unusable(RowFault.REPEATED)
            rows[row.place] = row
        except _Unusable as wrong:
            faults.append(RowTold(line, wrong.fault, _heading(headings, fields, wrong.field)))
        if seen > IMPORT_LIMIT:
            faults.append(RowTold(line, RowFault.TOO_MANY))
        if seen > IMPORT_LIMIT or len(faults) >= FAULTS_TOLD:
            break
    if not (rows or faults):
        faults.append(RowTold(line, RowFault.NOTHING))
    return SurveySheet(faults=tuple(faults)) if faults else SurveySheet(tuple(rows.values()))


def planned(rows: Iterable[Measurement], there: Iterable[SurveyResult]) -> SurveyPlan:
    """What the rows would do to what has not been taken away."""
    known = {each.measurement.place: each.measurement for each in there if not each.removed_at}
    given = tuple(rows)
    return SurveyPlan(
        new=tuple(each for each in given if each.place not in known),
        changed=tuple(each for each in given if each.place in known and known[each.place] != each),
        same=sum(known.get(each.place) == each for each in given),
    )


def written(results: Iterable[SurveyResult]) -> str:
    """The measurements as a file that can be brought in again."""
    return written_table(HEADINGS, map(_cells, results))


def amount_text(value: int) -> str:
    """A value in thousandths as one writes it in Swedish: 82,5."""
    whole, rest = divmod(value, THOUSAND)
    return f"{whole},{rest:03d}".rstrip("0").rstrip(",")


def amount_of(text: str) -> int | None:
    """What is written, in thousandths; None when it is no number that could be."""
    bare = _SPACES.sub("", text.strip()).removesuffix("%").rstrip()
    if not _NUMBER.fullmatch(bare):
        return None
    try:
        value = Decimal(bare.replace(",", ".")) * THOUSAND
    except InvalidOperation:
        return None
    return int(value) if value == int(value) and value <= HIGHEST else None


def _cells(result: SurveyResult) -> tuple[str, ...]:
    cells = (
        result.figure,
        result.period_from.isoformat(),
        result.period_to.isoformat(),
        amount_text(result.value),
        str(result.answers) if result.answers else "",
        str(result.asked) if result.asked else "",
        result.area.value.lower(),
        result.source,
        result.comment,
    )
    return tuple(map(guarded, cells))


def _headings(line: int, headings: list[str] | None) -> tuple[list[str], list[RowTold]]:
    """The fields of the columns, in the file's order, and what is wrong with them."""
    if headings is None:
        return [], [RowTold(line, RowFault.QUOTES)]
    while headings and not headings[-1].strip():
        headings.pop()  # what a spreadsheet leaves behind
    fields: list[str] = []
    faults: list[RowTold] = []
    for number, heading in enumerate(headings, start=1):
        field = _COLUMNS.get(" ".join(heading.lower().split()), "")
        if not field:
            faults.append(RowTold(line, RowFault.HEADING, f"#{number}"))
        elif field in fields:
            faults.append(RowTold(line, RowFault.HEADING_TWICE, f"#{number}"))
        if len(faults) >= FAULTS_TOLD:
            return fields, faults  # it is another sort of file
        fields.append(field)
    for name, field in zip(HEADINGS[: len(NEEDED)], NEEDED, strict=True):
        if field not in fields:
            faults.append(RowTold(line, RowFault.NO_HEADINGS, name))
    return fields, faults


def _heading(headings: list[str] | None, fields: list[str], field: str) -> str:
    """What the file calls the column."""
    if not headings or field not in fields:
        return ""
    return " ".join(headings[fields.index(field)].split())


def _measurement(cells: list[str] | None, fields: list[str]) -> Measurement:
    if cells is None:
        raise _Unusable(RowFault.QUOTES)
    while len(cells) > len(fields) and not cells[-1].strip():
        cells.pop()
    if len(cells) != len(fields):
        raise _Unusable(RowFault.CELLS)
    said = {field: unguarded(cell.strip()) for field, cell in zip(fields, cells, strict=True)}
    for field in NEEDED:
        if not said[field]:
            raise _Unusable(RowFault.MISSING, field)
    figure = said["figure"].upper()
    if figure not in set(FigureCode):
        raise _Unusable(RowFault.FIGURE, "figure")
    area = _AREAS.get(said.get("area", "").lower())
    if area is None:
        raise _Unusable(RowFault.AREA, "area")
    measurement = Measurement(
        figure=figure,
        period_from=_day(said, "period_from"),
        period_to=_day(said, "period_to"),
        value=_amount(said["value"]),
        answers=_count(said, "answers"),
        source=said.get("source", ""),
        area=area,
        asked=_count(said, "asked"),
        comment=said.get("comment", ""),
    )
    return _checked(measurement)


_FAULTS = {
    SurveyFault.UNKNOWN: RowFault.FIGURE,
    SurveyFault.NUMBER: RowFault.NUMBER,
    SurveyFault.PERIOD: RowFault.PERIOD,
    SurveyFault.ANSWERS: RowFault.ANSWERS,
}


def _checked(measurement: Measurement) -> Measurement:
    try:
        return measurement.checked()
    except SurveyInvalid as wrong:
        fault = _FAULTS[SurveyFault(str(wrong.facts["fault"]))]
        raise _Unusable(fault, str(wrong.facts["field"])) from None
    except TextInvalid as wrong:
        long = wrong.facts["fault"] is TextFault.TOO_LONG
        fault = RowFault.TOO_LONG if long else RowFault.SIGNS
        raise _Unusable(fault, str(wrong.facts["field"])) from None


def _day(said: dict[str, str], field: str) -> date:
    if not _DAY.fullmatch(said[field]):
        raise _Unusable(RowFault.DAY, field)
    try:
        return date.fromisoformat(said[field])
    except ValueError:
        raise _Unusable(RowFault.DAY, field) from None


def _amount(text: str) -> int:
    value = amount_of(text)
    if value is None:
        raise _Unusable(RowFault.NUMBER, "value")
    return value


def _count(said: dict[str, str], field: str) -> int:
    text = _SPACES.sub("", said.get(field, ""))
    if not text:
        return 0
    if not _COUNT.fullmatch(text) or int(text) > MOST_ANSWERS:
        raise _Unusable(RowFault.NUMBER, field)
    return int(text)
