"""Units in a table of text: the rows of a file become units, or faults with line and reason.

The first line names the columns, in Swedish or English, in any order; docs/units.md tells them
all.  What a file does not name stays as it is on the unit's card.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kundcenter.domain.records import records, written_table
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.unit_cards import Criteria, Details, Spot, UnitCard
from kundcenter.domain.unit_cells import BY_HEADING, COLUMNS, Column, guarded, unguarded
from kundcenter.domain.unit_sheets import (
    FILE_LIMIT,
    Gathering,
    RowFault,
    UnitFault,
    UnitFileTooLarge,
    UnitSheet,
    Wrong,
)
from kundcenter.domain.unit_wordings import IncomingUnit, UnitWording
from kundcenter.domain.units import UnitKind

__all__ = ["UnitFault", "UnitFileTooLarge", "UnitSheet", "read_units", "written"]

_WORDING = frozenset({"hsa_id", "name", "kind", "municipality", "phone"})
_CRITERIA = frozenset(
    {"youngest", "oldest", "takes", "refuses", "send_here", "not_here"}
    | {"signed_off_on", "signed_off_by"}
)
_SPOT = frozenset({"latitude", "longitude"})


def read_units(
    text: str, kind: UnitKind | None = None, *, codes: CodeSet | None = None, encoding: str = ""
) -> UnitSheet:
    """The units of a text with separators; `kind` is of rows that do not say their own.

    With `codes` the contact reasons must be theirs.
    Cells are text whatever they look like: a formula is its own letters.  Never raises but
    UnitFileTooLarge.
    """
    if len(text) > FILE_LIMIT:
        raise UnitFileTooLarge(size=len(text), limit=FILE_LIMIT)
    lines = records(text.removeprefix("\ufeff"))
    began, headings = next(lines, (1, []))
    headed = {column.key: column.heading for column in COLUMNS}
    gathering = Gathering(codes, {**headed, "spot": headed["latitude"]})
    columns = _columns(began, headings, gathering, kind)
    if columns is None:
        return gathering.sheet(began, encoding)
    line = began
    for line, cells in lines:
        if cells is not None and not any(cell.strip() for cell in cells):
            continue
        try:
            gathering.add(line, _incoming(cells, columns, kind))
        except Wrong as wrong:
            gathering.refuse(line, wrong)
        if gathering.full:
            break
    return gathering.sheet(line, encoding)


def written(cards: Iterable[UnitCard]) -> str:
    """The cards as such a file; read in again it changes nothing.

    Lines, notices and relations have no column: a file that comes back leaves them as they are.
    """
    headings = tuple(column.heading for column in COLUMNS)
    cells = (tuple(guarded(column.write(card)) for column in COLUMNS) for card in cards)
    return written_table(headings, cells)


def _columns(
    line: int, headings: list[str] | None, gathering: Gathering, kind: UnitKind | None
) -> list[Column] | None:
    """What each column is; None when the headings have faults, which are then told."""
    if headings is None:
        gathering.fault(line, RowFault.QUOTES)
        return None
    while headings and not headings[-1].strip():
        headings.pop()  # what a spreadsheet leaves behind
    found: list[Column] = []
    sound = True
    for heading in headings:
        column = BY_HEADING.get(" ".join(heading.lower().split()))
        if column is None or column in found:
            fault = RowFault.HEADING if column is None else RowFault.HEADING_TWICE
            gathering.fault(line, fault, heading.strip()[:50])
            sound = False
        else:
            found.append(column)
    for column in COLUMNS:
        if column.needed and column not in found and not (column.key == "kind" and kind):
            gathering.fault(line, RowFault.NO_HEADINGS, column.heading)
            sound = False
    return found if sound else None


def _incoming(
    cells: list[str] | None, columns: list[Column], kind: UnitKind | None
) -> IncomingUnit:
    if cells is None:
        raise Wrong(RowFault.QUOTES)
    while len(cells) > len(columns) and not cells[-1].strip():
        cells.pop()
    if len(cells) != len(columns):
        raise Wrong(RowFault.CELLS)
    said: dict[str, Any] = {}
    guessed = frozenset({"kind"}) if kind else frozenset[str]()
    for column, cell in zip(columns, cells, strict=True):
        if column.key == "kind" and kind and not cell.strip():
            continue
        said[column.key] = _read(column, cell)
        if column.key == "kind":
            guessed = frozenset()
    wording = UnitWording(**{"kind": kind, **{key: said[key] for key in said.keys() & _WORDING}})
    given = said.keys() - _WORDING - _SPOT
    spot = {"spot"} if said.keys() & _SPOT else set()
    return IncomingUnit(wording, _details(said), frozenset(given | spot), guessed)


def _read(column: Column, cell: str) -> Any:
    try:
        return column.read(unguarded(cell))
    except Wrong as wrong:
        raise Wrong(wrong.fault, column.heading) from None


def _details(said: dict[str, Any]) -> Details:
    criteria = {key: said[key] for key in said.keys() & _CRITERIA}
    youngest, oldest = criteria.get("youngest"), criteria.get("oldest")
    if youngest is not None and oldest is not None and youngest > oldest:
        raise Wrong(RowFault.AGE, "ålder till")
    plain = {key: said[key] for key in said.keys() - _WORDING - _SPOT - _CRITERIA}
    return Details(spot=_spot(said), criteria=Criteria(**criteria), **plain)


def _spot(said: dict[str, Any]) -> Spot | None:
    latitude, longitude = said.get("latitude"), said.get("longitude")
    if latitude is None and longitude is None:
        return None
    if latitude is None or longitude is None:
        raise Wrong(RowFault.SPOT, "latitud" if latitude is None else "longitud")
    return Spot(latitude, longitude)
