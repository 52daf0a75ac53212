"""A file of a telephone directory as it was read: every row, or every fault with its line.

With any fault no row is given out, so that nobody brings in half a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.switchboard.contacts import (
    Contact,
    ContactDraft,
    ContactFault,
    ContactInvalid,
    ContactNumber,
)
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.units import hsa_key
from kundcenter.errors import Refused

ROW_LIMIT = 50_000  # people of the largest region's directory
FILE_LIMIT = 100_000_000  # bytes of a file, and characters of its text
FAULTS_TOLD = 100  # nobody reads more of them


class ContactFileTooLarge(Refused):
    """The file holds more than a directory.  Facts: size, limit (bytes)."""

    code = "contact.file_too_large"


class RowFault(StrEnum):
    """Why a row cannot be used, or the whole file.  Those that files of units have are the same."""

    NO_HEADINGS = "no_headings"  # one that is needed is missing: `column` says which
    HEADING = "heading"
    HEADING_TWICE = "heading_twice"
    CELLS = "cells"
    QUOTES = "quotes"
    MISSING = "missing"
    KIND = "kind"  # neither person nor function
    PHONE = "phone"
    NUMBERS = "numbers"  # more than a row can have
    MAIL = "mail"
    HSA_ID = "hsa_id"
    UNIT = "unit"  # no unit has the HSA-id
    TOO_LONG = "too_long"
    SIGNS = "signs"
    LETTERS = "letters"
    REPEATED = "repeated"  # the key stands in the file already
    TOO_MANY = "too_many"
    NOTHING = "nothing"  # no row at all
    JSON = "json"  # not JSON, or not a list of objects


class Unusable(Exception):
    """One cell cannot be used.  Never leaves the readers of files."""

    def __init__(self, fault: RowFault, column: str = "") -> None:
        super().__init__(fault)
        self.fault, self.column = fault, column


@dataclass(frozen=True, slots=True)
class RowTold:
    """What is wrong, on which line (from 1; in JSON: which row), under which heading."""

    line: int
    fault: RowFault
    column: str = ""


@dataclass(frozen=True, slots=True)
class IncomingContact:
    """One row that comes in.  `given` are the fields that the file has; the others stay.

    The draft has no directory and no unit yet; `hsa_id` is the unit's.
    """

    line: int
    draft: ContactDraft
    given: frozenset[str]
    hsa_id: str = ""

    def upon(self, older: ContactDraft) -> ContactDraft:
        """What the row says when this has come in."""
        fields = {name: getattr(self.draft, name) for name in sorted(self.given & _PLAIN)}
        told = replace(older, **fields)
        hidden = tuple(each for each in older.numbers if each.hidden)
        if self.given & _NUMBERS:
            kept = () if "hidden" in self.given else hidden
            numbers = (*self._numbers(older), *kept)
            if set(numbers) != set(older.numbers):
                told = replace(told, numbers=numbers)
        if hidden and not told.extension and "hidden" not in self.given:
            # A hidden extension is written into no file, so its cell is empty.
            told = replace(told, extension=older.extension if not older.shown_extension else "")
        return told

    def _numbers(self, older: ContactDraft) -> tuple[ContactNumber, ...]:
        """The file's, and those shown ones of whose kind the file has no column."""
        others = (
            each
            for each in older.numbers
            if not each.hidden and each.kind.name.lower() not in self.given
        )
        return (*self.draft.numbers, *others)


_PLAIN = frozenset({
    "name", "kind", "title", "workplace", "municipality", "extension", "email", "words", "comment",
})  # fmt: skip
_NUMBERS = frozenset({"desk", "mobile", "pager", "other", "hidden"})


@dataclass(frozen=True, slots=True)
class ContactSheet:
    """What was read.  `rows` is empty as soon as there is a fault; `encoding`: how it was read."""

    rows: tuple[IncomingContact, ...] = ()
    faults: tuple[RowTold, ...] = ()
    encoding: str = ""


@dataclass(slots=True)
class Gathering:
    """Rows and faults as they come from a file."""

    _rows: list[IncomingContact] = field(default_factory=list)
    _faults: list[RowTold] = field(default_factory=list)
    _met: set[str] = field(default_factory=set)
    _seen: int = 0

    @property
    def full(self) -> bool:
        """Whether there is nothing more to be gained from reading on."""
        return len(self._faults) >= FAULTS_TOLD or self._seen > ROW_LIMIT

    def add(self, row: IncomingContact) -> None:
        """A row that could be read; its key may still have been met."""
        self._seen += 1
        if self._seen > ROW_LIMIT:
            self.fault(row.line, RowFault.TOO_MANY)
        elif row.draft.key in self._met:
            self.fault(row.line, RowFault.REPEATED)
        else:
            self._met.add(row.draft.key)
            self._rows.append(row)

    def refuse(self, line: int, wrong: Unusable) -> None:
        """A row with a fault."""
        self._seen += 1
        self.fault(line, wrong.fault, wrong.column)

    def fault(self, line: int, fault: RowFault, column: str = "") -> None:
        self._faults.append(RowTold(line, fault, column))

    def sheet(self, line: int, encoding: str = "") -> ContactSheet:
        """All that was read; `line` is the last one's."""
        if not (self._rows or self._faults):
            self.fault(line, RowFault.NOTHING)
        faults = tuple(self._faults[:FAULTS_TOLD])
        return ContactSheet(() if faults else tuple(self._rows), faults, encoding)


@dataclass(frozen=True, slots=True)
class Placed:
    """The rows of a sheet in a directory, or their faults; `gone` are keys that the file lacks."""

    drafts: tuple[ContactDraft, ...] = ()
    gone: tuple[str, ...] = ()
    faults: tuple[RowTold, ...] = ()


def placed(
    sheet: ContactSheet,
    directory: str,
    there: Mapping[str, Contact],
    units: Mapping[str, UUID],
) -> Placed:
    """What a sound sheet makes of a directory's rows by their keys; `units` are by `hsa_key`.

    Every row is held against the rules of a contact, so that none fails when it is brought in.
    """
    drafts: list[ContactDraft] = []
    faults: list[RowTold] = []
    for row in sheet.rows:
        older = there.get(row.draft.key)
        told = older.told if older else ContactDraft(directory, "", key=row.draft.key)
        try:
            drafts.append(_checked(row, told, units))
        except Unusable as wrong:
            faults.append(RowTold(row.line, wrong.fault, wrong.column))
    keys = {row.draft.key for row in sheet.rows}
    gone = (key for key, each in there.items() if each.retired_at is None and key not in keys)
    if faults:
        return Placed(faults=tuple(faults[:FAULTS_TOLD]))
    return Placed(tuple(drafts), tuple(sorted(gone)))


_FAULTS = {
    ContactFault.EMPTY: RowFault.MISSING,
    ContactFault.PHONE: RowFault.PHONE,
    ContactFault.MAIL: RowFault.MAIL,
    ContactFault.MANY: RowFault.NUMBERS,
}


def _checked(row: IncomingContact, older: ContactDraft, units: Mapping[str, UUID]) -> ContactDraft:
    told = row.upon(older)
    if "unit" in row.given:
        unit_id = units.get(hsa_key(row.hsa_id)) if row.hsa_id else None
        if row.hsa_id and unit_id is None:
            raise Unusable(RowFault.UNIT, "enhet")
        told = replace(told, unit_id=unit_id)
    try:
        return told.checked()
    except ContactInvalid as wrong:
        fault = _FAULTS.get(ContactFault(str(wrong.facts["fault"])), RowFault.CELLS)
        raise Unusable(fault) from None
    except TextInvalid:
        raise Unusable(RowFault.TOO_LONG) from None
