"""A file of units as it was read: every row, or every fault with its line and reason.

With any fault no row is given out, so that nobody brings in half a file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kundcenter.domain.opening import HoursInvalid
from kundcenter.domain.text import LINE_LIMIT, TextInvalid
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.unit_checks import (
    HSA_LIMIT,
    PROSE_LIMIT,
    CardFault,
    UnitInvalid,
    checked_details,
    checked_together,
    checked_wording,
    hsa_unusual,
)
from kundcenter.domain.unit_wordings import IncomingUnit
from kundcenter.domain.units import hsa_key
from kundcenter.errors import Refused

ROW_LIMIT = 50_000  # three times the units of the largest region
FILE_LIMIT = 100_000_000  # bytes of a file, and characters of its text
FAULTS_TOLD = 100  # nobody reads more of them

_ANY_ID = re.compile("[!-~]+")  # ASCII without spaces
# What changes how a line is read without being seen: controls, marks of direction, line separators.
_UNSEEN = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
# What remains of å, ä and ö when somebody has read a file with the wrong letters.
_LOST = re.compile("\ufffd|ï¿½|Ã[\x80-\xbf…„–¥¤¶©¨]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class UnitFileFaulty(Refused):
    """Rows of the file cannot be used, so none was.  Facts: count, line (of the first), fault."""

    code = "unit.file_faulty"


class UnitFileTooLarge(Refused):
    """The file holds more than units.  Facts: size, limit (bytes)."""

    code = "unit.file_too_large"


class RowFault(StrEnum):
    """Why a row cannot be used, or the whole file."""

    NO_HEADINGS = "no_headings"  # one that is needed is missing: `column` says which
    HEADING = "heading"  # one that nobody knows
    HEADING_TWICE = "heading_twice"
    CELLS = "cells"  # more or fewer cells than headings
    QUOTES = "quotes"  # a quotation mark that is not closed, or stands in the middle
    MISSING = "missing"  # the cell is empty and may not be
    HSA_ID = "hsa_id"
    KIND = "kind"  # unknown, or not to be told from the name
    PHONE = "phone"
    HOURS = "hours"
    SPOT = "spot"
    AGE = "age"
    REASONS = "reasons"
    DAY = "day"
    FLAG = "flag"
    WEB = "web"
    TOO_LONG = "too_long"
    SIGNS = "signs"  # a sign that cannot be seen: NUL, a control, a mark of direction
    LETTERS = "letters"  # letters were lost before the file came here
    REPEATED = "repeated"  # the HSA-id stands in the file already
    TOO_MANY = "too_many"
    NOTHING = "nothing"  # no unit at all
    MARKUP = "markup"  # the XML is not well-formed
    DOCTYPE = "doctype"  # a document type or entities: never followed
    NOT_HSA = "not_hsa"  # XML of something else
    NESTED = "nested"  # elements within elements without end


class Wrong(Exception):
    """One cell cannot be used.  Never leaves the readers of files."""

    def __init__(self, fault: RowFault, column: str = "") -> None:
        super().__init__(fault)
        self.fault, self.column = fault, column


@dataclass(frozen=True, slots=True)
class UnitFault:
    """What is wrong, on which line (from 1), under which heading if it is a cell's fault."""

    line: int
    fault: RowFault
    column: str = ""


@dataclass(frozen=True, slots=True)
class UnitSheet:
    """What was read.  `rows` is empty as soon as there is a fault.

    `seen` counts the rows of the file, `archived` those left out because the unit has been closed,
    `odd_ids` the HSA-ids of an unusual form (kept: DOMAIN §8).  `encoding` is how the file was
    read, "" when nobody asked.
    """

    rows: tuple[IncomingUnit, ...] = ()
    faults: tuple[UnitFault, ...] = ()
    seen: int = 0
    archived: int = 0
    odd_ids: int = 0
    encoding: str = ""

    def sound(self) -> tuple[IncomingUnit, ...]:
        """The rows, if none has a fault.  Raises UnitFileFaulty."""
        if self.faults:
            first = self.faults[0]
            raise UnitFileFaulty(count=len(self.faults), line=first.line, fault=first.fault)
        return self.rows


@dataclass(slots=True)
class Gathering:
    """Rows and faults as they come from a file.

    With `codes` each row is held against the card's own rules; `headings` are those of its fields.
    """

    codes: CodeSet | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    archived: int = 0
    _rows: list[IncomingUnit] = field(default_factory=list)
    _faults: list[UnitFault] = field(default_factory=list)
    _met: set[str] = field(default_factory=set)
    _seen: int = 0
    _odd: int = 0

    @property
    def full(self) -> bool:
        """Whether there is nothing more to be gained from reading on."""
        return len(self._faults) >= FAULTS_TOLD or self._seen > ROW_LIMIT

    def add(self, line: int, row: IncomingUnit) -> None:
        """A row that could be read; it may still not be kept as it is."""
        try:
            row = _kept_row(row, self.codes)
        except Wrong as wrong:
            self.refuse(line, Wrong(wrong.fault, self.headings.get(wrong.column, "")))
            return
        self._seen += 1
        hsa_id = row.wording.hsa_id
        if self._seen > ROW_LIMIT:
            self.fault(line, RowFault.TOO_MANY)
        elif hsa_key(hsa_id) in self._met:
            self.fault(line, RowFault.REPEATED)
        else:
            self._met.add(hsa_key(hsa_id))
            self._odd += hsa_unusual(hsa_id)
            self._rows.append(row)

    def refuse(self, line: int, wrong: Wrong) -> None:
        """A row with a fault."""
        self._seen += 1
        self.fault(line, wrong.fault, wrong.column)

    def fault(self, line: int, fault: RowFault, column: str = "") -> None:
        self._faults.append(UnitFault(line, fault, column))

    def sheet(self, line: int, encoding: str = "") -> UnitSheet:
        """All that was read; `line` is the last one's."""
        if not (self._rows or self._faults):
            self.fault(line, RowFault.NOTHING)
        return UnitSheet(
            rows=() if self._faults else tuple(self._rows),
            faults=tuple(self._faults[:FAULTS_TOLD]),
            seen=self._seen,
            archived=self.archived,
            odd_ids=self._odd,
            encoding=encoding,
        )


_FAULTS = {
    CardFault.EMPTY: RowFault.MISSING,
    CardFault.PHONE: RowFault.PHONE,
    CardFault.AGES: RowFault.AGE,
    CardFault.REASON: RowFault.REASONS,
    CardFault.BOTH_WAYS: RowFault.REASONS,
    CardFault.PERIOD: RowFault.DAY,
    CardFault.TIME: RowFault.DAY,
    CardFault.OUTSIDE: RowFault.SPOT,
    CardFault.WEB: RowFault.WEB,
    CardFault.ITSELF: RowFault.REPEATED,
    CardFault.TOO_MANY: RowFault.TOO_LONG,
}


def _kept_row(row: IncomingUnit, codes: CodeSet | None) -> IncomingUnit:
    """The row as a card would keep it, by the card's own rules.  Raises Wrong."""
    try:
        wording = checked_wording(row.wording)
        details = row.details
        if codes is not None:
            details = checked_details(details, codes)
        checked_together(wording, details)
    except UnitInvalid as error:
        facts = error.facts
        fault = _FAULTS.get(CardFault(str(facts["fault"])), RowFault.CELLS)
        raise Wrong(fault, str(facts["field"])) from None
    except TextInvalid as error:
        raise Wrong(RowFault.TOO_LONG, str(error.facts["field"])) from None
    except HoursInvalid:
        raise Wrong(RowFault.HOURS, "hours") from None
    return replace(row, wording=wording, details=details)


def one_line(text: str, *, limit: int = LINE_LIMIT) -> str:
    """The text on one line, single spaces between its words.  Raises Wrong."""
    return _kept(" ".join(_seen(text).split()), limit)


def prose(text: str, *, limit: int = PROSE_LIMIT) -> str:
    """The text with its own lines and nothing around them.  Raises Wrong."""
    lines = _seen(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _kept("\n".join(line.rstrip() for line in lines).strip(), limit)


def hsa_id_of(text: str) -> str:
    """An HSA-id as it is written; any form, for real ones differ (DOMAIN §8).  Raises Wrong."""
    text = one_line(text)
    if not text:
        raise Wrong(RowFault.MISSING)
    if len(text) > HSA_LIMIT or not _ANY_ID.fullmatch(text):
        raise Wrong(RowFault.HSA_ID)
    return text


def _seen(text: str) -> str:
    if _UNSEEN.search(text) or _SURROGATE.search(text):
        raise Wrong(RowFault.SIGNS)
    if _LOST.search(text):
        raise Wrong(RowFault.LETTERS)
    return text


def _kept(text: str, limit: int) -> str:
    if len(text) > limit:
        raise Wrong(RowFault.TOO_LONG)
    return text
