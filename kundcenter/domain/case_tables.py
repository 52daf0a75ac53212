"""An e-service's cases as a table or as JSON: rows become values, or faults with their place.

Columns are named in Swedish or English, in any order; docs/cases.md tells them all.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from kundcenter.domain.calendar import local
from kundcenter.domain.case_cells import CaseColumn, case_columns
from kundcenter.domain.case_codes import (
    FEEDBACK,
    AnswerBy,
    CaseField,
    CaseKind,
    Complainant,
    Service,
)
from kundcenter.domain.case_errors import CaseInvalid
from kundcenter.domain.case_fields import must_have_been
from kundcenter.domain.case_files import ImportedCase
from kundcenter.domain.case_sheets import (
    CASE_FILE_LIMIT,
    CaseFault,
    CaseFileTooLarge,
    CaseSheet,
    Gathering,
    Unfit,
)
from kundcenter.domain.cases import CaseFacts
from kundcenter.domain.records import records
from kundcenter.domain.unit_cells import unguarded

_LISTS = ("ärenden", "arenden", "cases")  # where the list stands in an object
_FACTS = {name.value for name in CaseField} - {CaseField.KIND.value}
# Whoever is anonymous is not told of in the same row.
_TELLING = {
    "identity": "personnummer", "given_name": "förnamn", "family_name": "efternamn",
    "name": "anmälarens namn", "number": "telefon", "email": "e-post", "address": "adress",
}  # fmt: skip


def read_cases(text: str, now: datetime, *, encoding: str = "") -> CaseSheet:
    """The cases of a text: JSON where it begins with { or [, else a table.

    Never raises but CaseFileTooLarge.
    """
    if len(text) > CASE_FILE_LIMIT:
        raise CaseFileTooLarge(size=len(text), limit=CASE_FILE_LIMIT)
    text = text.removeprefix("\ufeff")
    if text.lstrip()[:1] in {"{", "["}:
        return _read_json(text, now, encoding)
    return _read_table(text, now, encoding)


# -- tables ------------------------------------------------------------------------------------


def _read_table(text: str, now: datetime, encoding: str) -> CaseSheet:
    """Cells are text whatever they look like."""
    lines = records(text)
    began, headings = next(lines, (1, []))
    gathering = Gathering()
    columns = _columns(began, headings, gathering, case_columns(now))
    if columns is None:
        return gathering.sheet(began, encoding)
    line = began
    for line, cells in lines:
        if cells is not None and not any(cell.strip() for cell in cells):
            continue
        try:
            gathering.add(_row(line, _said(cells, columns), now))
        except Unfit as wrong:
            gathering.refuse(line, wrong)
        if gathering.full:
            break
    return gathering.sheet(line, encoding)


def _columns(
    line: int,
    headings: list[str] | None,
    gathering: Gathering,
    known: tuple[CaseColumn, ...],
) -> list[CaseColumn] | None:
    """What each column is; None when the headings have faults, which are then told."""
    if headings is None:
        gathering.fault(line, CaseFault.QUOTES)
        return None
    while headings and not headings[-1].strip():
        headings.pop()  # what a spreadsheet leaves behind
    named = _by_heading(known)
    found: list[CaseColumn] = []
    sound = True
    for number, heading in enumerate(headings, 1):
        column = named.get(_plain(heading))
        if column is None:
            # Its number only: the first line of a file without headings is about a patient.
            gathering.fault(line, CaseFault.HEADING, f"#{number}")
            sound = False
        elif column in found:
            gathering.fault(line, CaseFault.HEADING_TWICE, column.heading)
            sound = False
        else:
            found.append(column)
    for column in known:
        if column.needed and column not in found:
            gathering.fault(line, CaseFault.NO_HEADINGS, column.heading)
            sound = False
    return found if sound else None


def _said(cells: list[str] | None, columns: list[CaseColumn]) -> dict[str, Any]:
    if cells is None:
        raise Unfit(CaseFault.QUOTES)
    while len(cells) > len(columns) and not cells[-1].strip():
        cells.pop()
    if len(cells) != len(columns):
        raise Unfit(CaseFault.CELLS)
    return {
        column.key: _read(column, unguarded(cell))
        for column, cell in zip(columns, cells, strict=True)
    }


# -- JSON --------------------------------------------------------------------------------------

_TWICE = object()  # an object that has a name twice: one of the two would win unseen
_NUMBER = object()  # which has lost its first zeros, or is none at all (NaN)


def _read_json(text: str, now: datetime, encoding: str) -> CaseSheet:
    gathering = Gathering()
    try:
        whole = json.loads(
            text,
            object_pairs_hook=_once,
            parse_int=lambda _: _NUMBER,
            parse_float=lambda _: _NUMBER,
            parse_constant=lambda _: _NUMBER,
        )
    except json.JSONDecodeError as error:
        gathering.fault(error.lineno, CaseFault.JSON)
        return gathering.sheet(1, encoding)
    except RecursionError:
        gathering.fault(1, CaseFault.JSON)
        return gathering.sheet(1, encoding)
    listed = _listed(whole)
    if listed is None:
        gathering.fault(1, CaseFault.SHAPE)
        return gathering.sheet(1, encoding)
    columns = case_columns(now)
    named = _by_heading(columns)
    place = 1
    for place, each in enumerate(listed, 1):
        try:
            gathering.add(_row(place, _told(each, columns, named), now))
        except Unfit as wrong:
            gathering.refuse(place, wrong)
        if gathering.full:
            break
    return gathering.sheet(place, encoding)


def _once(pairs: list[tuple[str, Any]]) -> Any:
    found = dict(pairs)
    return found if len(found) == len(pairs) else _TWICE


def _listed(whole: Any) -> list[Any] | None:
    """The list of cases: the whole, or what an object with nothing else has."""
    if isinstance(whole, dict) and len(whole) == 1:
        ((name, whole),) = whole.items()
        if _plain(name) not in _LISTS:
            return None
    return whole if isinstance(whole, list) else None


def _told(
    each: Any, columns: tuple[CaseColumn, ...], named: dict[str, CaseColumn]
) -> dict[str, Any]:
    if each is _TWICE:
        raise Unfit(CaseFault.HEADING_TWICE)
    if not isinstance(each, dict):
        raise Unfit(CaseFault.SHAPE)
    told: dict[str, Any] = {}
    for number, (name, value) in enumerate(each.items(), 1):
        column = named.get(_plain(name))
        if column is None:
            raise Unfit(CaseFault.HEADING, f"#{number}")
        if column.key in told:
            raise Unfit(CaseFault.HEADING_TWICE, column.heading)
        told[column.key] = _read(column, _text(value, column))
    for column in columns:
        if column.needed and column.key not in told:
            raise Unfit(CaseFault.MISSING, column.heading)
    return told


def _text(value: Any, column: CaseColumn) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if not isinstance(value, str):
        raise Unfit(CaseFault.VALUE, column.heading)
    return value


# -- both --------------------------------------------------------------------------------------


def _by_heading(columns: tuple[CaseColumn, ...]) -> dict[str, CaseColumn]:
    return {_plain(name): each for each in columns for name in (each.heading, *each.also)}


def _plain(heading: str) -> str:
    """A heading without regard to capitals, and however its words are joined."""
    return " ".join(heading.lower().replace("_", " ").replace("-", " ").split())


def _read(column: CaseColumn, cell: str) -> Any:
    try:
        return column.read(cell)
    except Unfit as wrong:
        raise Unfit(wrong.fault, column.heading) from None


def _row(line: int, said: dict[str, Any], now: datetime) -> ImportedCase:
    """The row as a whole; what one cell says may not go with another."""
    said = {key: value for key, value in said.items() if value not in {None, ""}}
    service = said.pop("service")
    kind = _kind(service, said.pop("kind", None))
    complainant = said.get("complainant", Complainant.UNSAID)
    if complainant is Complainant.ANONYMOUS:
        for key, heading in _TELLING.items():
            if key in said:
                raise Unfit(CaseFault.ANONYMOUS, heading)
    names = [said[key] for key in ("given_name", "family_name") if key in said]
    facts = {key: value for key, value in said.items() if key in _FACTS}
    if "identity" in said:
        # Whoever is signed in at 1177 is answered there, unless they said something else.
        facts.setdefault("answer_by", AnswerBy.INBOX)
    elif names:
        facts["patient"] = " ".join(names)
    if complainant is Complainant.UNSAID and ("identity" in said or names):
        facts["complainant"] = Complainant.PATIENT
    rest = {key: value for key, value in said.items() if key not in _FACTS}
    if "identity" not in said:
        rest = {key: value for key, value in rest.items() if not key.endswith("_name")}
    try:
        must_have_been(facts.get("event", ""), local(now).date())
    except CaseInvalid:
        raise Unfit(CaseFault.FUTURE, "händelse") from None
    return ImportedCase(
        row=line, service=service, kind=kind, facts=CaseFacts(kind=kind, **facts), **rest
    )


def _kind(service: Service, kind: CaseKind | None) -> CaseKind:
    """What sort of case the e-service gives; only of views and of the chat it must be said."""
    if service is Service.FEEDBACK:
        if kind is None:
            raise Unfit(CaseFault.MISSING, "typ")
        fits = kind in FEEDBACK
    else:
        kind = kind or CaseKind.E_SERVICE
        fits = kind is CaseKind.E_SERVICE or (kind is CaseKind.ADVICE and service is Service.CHAT)
    if not fits:
        raise Unfit(CaseFault.KIND, "typ")
    return kind
