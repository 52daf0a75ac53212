"""Snippets in a table of text: the rows of a file become snippets, or faults with line and reason.

The first line names the columns, in Swedish or English, in any order:
kod;rubrik;text;nivå;granskas senast;fält.  Only kod and text are needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kundcenter.domain.records import records
from kundcenter.domain.snippet_text import BODY_LIMIT, SnippetTextWrong
from kundcenter.domain.snippets import (
    IMPORT_LIMIT,
    TITLE_LIMIT,
    Incoming,
    NoteField,
    Scope,
    SnippetCodeInvalid,
    SnippetEmpty,
    Wording,
)
from kundcenter.domain.text import TextInvalid
from kundcenter.errors import Refused

FILE_LIMIT = 5_000_000  # bytes of a file, and characters of its text
FAULTS_TOLD = 100  # nobody reads more of them

_COLUMNS = {
    "kod": "code", "code": "code", "kortkod": "code",
    "rubrik": "title", "title": "title", "titel": "title",
    "text": "body", "fras": "body", "body": "body",
    "nivå": "scope", "niva": "scope", "scope": "scope",
    "granskas senast": "review", "granskas": "review", "review": "review",
    "fält": "fields", "falt": "fields", "fields": "fields",
}  # fmt: skip
_SCOPES = {
    "egen": Scope.PERSONAL, "personlig": Scope.PERSONAL, "personal": Scope.PERSONAL,
    "enhet": Scope.TEAM, "enheten": Scope.TEAM, "team": Scope.TEAM,
    "region": Scope.REGION, "regionen": Scope.REGION,
}  # fmt: skip
_FIELDS = {
    "anamnes": NoteField.HISTORY, "history": NoteField.HISTORY,
    "bakgrund": NoteField.BACKGROUND, "background": NoteField.BACKGROUND,
    "bedömning": NoteField.ASSESSMENT, "assessment": NoteField.ASSESSMENT,
    "råd": NoteField.ADVICE, "advice": NoteField.ADVICE,
}  # fmt: skip


class SnippetFileFaulty(Refused):
    """Rows of the file cannot be used, so none was.  Facts: count, line (of the first), fault."""

    code = "snippet.file_faulty"


class SnippetFileTooLarge(Refused):
    """The file holds more than snippets.  Facts: size, limit (bytes)."""

    code = "snippet.file_too_large"


class RowFault(StrEnum):
    """Why a row cannot be used."""

    NO_HEADINGS = "no_headings"  # the first line does not name kod and text
    HEADING_TWICE = "heading_twice"
    CELLS = "cells"  # more or fewer cells than headings
    QUOTES = "quotes"  # a quotation mark that is not closed, or stands in the middle
    CODE = "code"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_TEXT = "not_text"
    TEXT = "text"  # the snippet's own language; `at` says where
    SCOPE = "scope"
    REVIEW = "review"
    FIELDS = "fields"
    REPEATED = "repeated"
    TOO_MANY = "too_many"
    NOTHING = "nothing"  # no row beneath the headings


@dataclass(frozen=True, slots=True)
class Fault:
    """One row that cannot be used.  `line` counts from 1; `at` is line and column in its text."""

    line: int
    fault: RowFault
    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was read: what can come in, and every fault."""

    rows: tuple[Incoming, ...] = ()
    faults: tuple[Fault, ...] = ()

    def sound(self) -> tuple[Incoming, ...]:
        """The rows, if none has a fault.  Raises SnippetFileFaulty."""
        if self.faults:
            first = self.faults[0]
            raise SnippetFileFaulty(count=len(self.faults), line=first.line, fault=first.fault)
        return self.rows


class _Wrong(Exception):
    def __init__(self, fault: RowFault, at: tuple[int, int] | None = None) -> None:
        super().__init__(fault)
        self.fault, self.at = fault, at


def read_sheet(text: str, scope: Scope) -> Sheet:
    """The snippets of a text with separators; `scope` is of rows that do not say their own.

    Cells are text whatever they look like: a formula is its own letters.  Never raises but
    SnippetFileTooLarge.
    """
    if len(text) > FILE_LIMIT:
        raise SnippetFileTooLarge(size=len(text), limit=FILE_LIMIT)
    lines = records(text.removeprefix("\ufeff"))
    began, headings = next(lines, (1, []))
    names = [_COLUMNS.get(" ".join(cell.lower().split())) for cell in headings or []]
    if headings is None or not {"code", "body"} <= set(names):
        return Sheet(faults=(Fault(began, RowFault.NO_HEADINGS),))
    known = [name for name in names if name]
    if len(known) != len(set(known)):
        return Sheet(faults=(Fault(began, RowFault.HEADING_TWICE),))
    return _sheet(lines, names, scope)


def _sheet(
    lines: Iterator[tuple[int, list[str] | None]], names: list[str | None], scope: Scope
) -> Sheet:
    rows: list[Incoming] = []
    faults: list[Fault] = []
    met: set[tuple[Scope, str]] = set()
    line = 1
    for line, cells in lines:
        if cells is not None and not any(cell.strip() for cell in cells):
            continue
        try:
            row = _incoming(cells, names, scope)
            if (row.scope, row.wording.code) in met:
                raise _Wrong(RowFault.REPEATED)
        except _Wrong as wrong:
            faults.append(Fault(line, wrong.fault, wrong.at))
            if len(faults) == FAULTS_TOLD:
                break
            continue
        met.add((row.scope, row.wording.code))
        rows.append(row)
        if len(rows) > IMPORT_LIMIT:
            return Sheet(faults=(Fault(line, RowFault.TOO_MANY),))
    if not rows and not faults:
        faults.append(Fault(line, RowFault.NOTHING))
    return Sheet(tuple(rows), tuple(faults))


def _incoming(cells: list[str] | None, names: list[str | None], scope: Scope) -> Incoming:
    if cells is None:
        raise _Wrong(RowFault.QUOTES)
    while len(cells) > len(names) and not cells[-1].strip():
        cells.pop()  # what a spreadsheet leaves behind
    if len(cells) != len(names):
        raise _Wrong(RowFault.CELLS)
    said = {name: cell for name, cell in zip(names, cells, strict=True) if name}
    body = said["body"].replace("\r\n", "\n").replace("\r", "\n")
    title = said.get("title", "").strip() or body.strip().partition("\n")[0][:TITLE_LIMIT]
    wording = Wording(
        code=said["code"],
        title=title,
        body=body,
        review_on=_day(said.get("review", "")),
        fields=frozenset(map(_field, said.get("fields", "").replace(",", " ").split())),
    )
    return Incoming(_scope(said.get("scope", ""), scope), _checked(wording))


def _checked(wording: Wording) -> Wording:
    if len(wording.body) > BODY_LIMIT:
        raise _Wrong(RowFault.TOO_LONG)
    try:
        return wording.checked()
    except SnippetTextWrong as error:
        facts = error.facts
        raise _Wrong(RowFault.TEXT, (int(str(facts["line"])), int(str(facts["column"])))) from None
    except SnippetCodeInvalid:
        raise _Wrong(RowFault.CODE) from None
    except SnippetEmpty:
        raise _Wrong(RowFault.EMPTY) from None
    except TextInvalid as error:
        raise _Wrong(RowFault(str(error.facts["fault"]))) from None


def _scope(text: str, otherwise: Scope) -> Scope:
    word = text.strip().lower()
    if not word:
        return otherwise
    if word not in _SCOPES:
        raise _Wrong(RowFault.SCOPE)
    return _SCOPES[word]


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise _Wrong(RowFault.REVIEW) from None


def _field(word: str) -> NoteField:
    found = _FIELDS.get(word.lower())
    if found is None:
        raise _Wrong(RowFault.FIELDS)
    return found
