"""A file of an e-service's cases as it was read: every row, or every fault with its place.

With any fault no row is given out, so that nobody brings in half a file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kundcenter.domain.case_files import ImportedCase
from kundcenter.domain.unit_sheets import RowFault
from kundcenter.errors import Refused

CASE_ROWS = 20_000  # of one file
CASE_FILE_LIMIT = 50_000_000  # bytes of a file, and characters of its text
FAULTS_TOLD = 100  # nobody reads more of them


class CaseFileTooLarge(Refused):
    """The file holds more than cases.  Facts: size, limit (bytes)."""

    code = "case.file_too_large"


class CaseFault(StrEnum):
    """Why a row cannot be used, or the whole file.  Those that RowFault has too are the same."""

    NO_HEADINGS = "no_headings"  # one that is needed is missing: `column` says which
    HEADING = "heading"
    HEADING_TWICE = "heading_twice"
    CELLS = "cells"
    QUOTES = "quotes"
    MISSING = "missing"
    HSA_ID = "hsa_id"
    FLAG = "flag"
    TOO_LONG = "too_long"
    SIGNS = "signs"
    LETTERS = "letters"
    REPEATED = "repeated"  # the number stands in the file already, of the same e-service
    TOO_MANY = "too_many"
    NOTHING = "nothing"
    NUMBER = "number"  # no person's number
    INSTANT = "instant"  # no time, or one that no Swedish clock shows
    FUTURE = "future"  # it has not come in yet
    SERVICE = "service"  # no e-service of ours
    KIND = "kind"  # unknown, or no kind of that e-service
    COMPLAINANT = "complainant"
    ANSWER = "answer"  # no way to answer
    EVENT = "event"  # no year, month or day
    PHONE = "phone"
    EMAIL = "email"
    LANGUAGE = "language"
    INJURY = "injury"
    ANONYMOUS = "anonymous"  # somebody who is not to be known is told all the same
    UNUSABLE = "unusable"  # it cannot be kept as it is
    JSON = "json"  # not well-formed, or nested without end
    SHAPE = "shape"  # JSON, but no list of objects
    VALUE = "value"  # a value of JSON that is no text, true, false or null


class Unfit(Exception):
    """One cell cannot be used.  Never leaves the readers of files."""

    def __init__(self, fault: CaseFault, column: str = "") -> None:
        super().__init__(fault)
        self.fault, self.column = fault, column


@dataclass(frozen=True, slots=True)
class CaseSheetFault:
    """What is wrong, where, under which heading.

    `line` is the line of a table (from 1), or the place of an object in JSON's list (from 1).
    """

    line: int
    fault: CaseFault
    column: str = ""


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """What was read; no row as soon as there is a fault.

    `seen` counts the rows of the file; `encoding` is how it was read.
    """

    rows: tuple[ImportedCase, ...] = ()
    faults: tuple[CaseSheetFault, ...] = ()
    seen: int = 0
    encoding: str = ""


@dataclass(slots=True)
class Gathering:
    """Rows and faults as they come from a file."""

    _rows: list[ImportedCase] = field(default_factory=list)
    _faults: list[CaseSheetFault] = field(default_factory=list)
    _met: set[str] = field(default_factory=set)
    _seen: int = 0

    @property
    def full(self) -> bool:
        """Whether there is nothing more to be gained from reading on."""
        return len(self._faults) >= FAULTS_TOLD or self._seen > CASE_ROWS

    def add(self, row: ImportedCase) -> None:
        """A row that could be read; its number may still have been met."""
        self._seen += 1
        if self._seen > CASE_ROWS:
            self.fault(row.row, CaseFault.TOO_MANY)
        elif row.key in self._met:
            self.fault(row.row, CaseFault.REPEATED)
        else:
            self._rows.append(row)
        self._met.add(row.key)

    def refuse(self, line: int, wrong: Unfit) -> None:
        """A row with a fault."""
        self._seen += 1
        self.fault(line, wrong.fault, wrong.column)

    def fault(self, line: int, fault: CaseFault, column: str = "") -> None:
        self._faults.append(CaseSheetFault(line, fault, column))

    def sheet(self, line: int, encoding: str = "") -> CaseSheet:
        """All that was read; `line` is the last one's."""
        if not (self._rows or self._faults):
            self.fault(line, CaseFault.NOTHING)
        if self._faults:
            told = tuple(self._faults[:FAULTS_TOLD])
            return CaseSheet(faults=told, seen=self._seen, encoding=encoding)
        return CaseSheet(tuple(self._rows), seen=self._seen, encoding=encoding)


def as_case_fault(fault: RowFault) -> CaseFault:
    """The same fault of a text, of whichever file it stands in."""
    return CaseFault(fault.value)
