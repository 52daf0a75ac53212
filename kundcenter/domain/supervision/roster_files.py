"""A roster in a table of text: its rows become turns, or faults with line and reason.

The first line names the columns, in Swedish or English, in any order; docs/roster.md tells them
all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.operators import UserNameInvalid, clean_user_name
from kundcenter.domain.records import records, written_table
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.colleagues import Colleague
from kundcenter.domain.supervision.roster_sheets import (
    FILE_LIMIT,
    Gathering,
    IncomingTurn,
    RosterFault,
    RosterFileTooLarge,
    RosterSheet,
    Unfit,
)
from kundcenter.domain.supervision.roster_terms import PatternBreak, clean_code
from kundcenter.domain.supervision.work_turns import (
    WORKING,
    YEARS,
    TurnPlan,
    WorkTurn,
    clock_within,
)
from kundcenter.domain.unit_cells import guarded, unguarded
from kundcenter.domain.unit_sheets import Wrong, one_line

NO_BREAKS = ("inga", "ingen", "none", "-")
_MINUTE = timedelta(minutes=1)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(:00)?")
_BREAK = re.compile(r"(\S+) (\S+) (\d{1,3})( ?min)?", re.IGNORECASE)
_WORDS = {
    Role.NURSE: ("sjuksköterska", "nurse"),
    Role.SUPERVISOR_NURSE: ("ledningssjuksköterska", "lead nurse"),
    Role.SWITCHBOARD: ("växel", "televäxel", "switchboard"),
    Role.SUPERVISOR_SWITCHBOARD: ("ledning växel", "lead switchboard"),
    Role.SERVICE_DESK: ("servicefunktion", "service desk"),
    Role.MEDICAL_LEAD: ("ledningsläkare", "medical lead"),
    Role.CASE_HANDLER: ("ärendehandläggare", "case handler"),
}
_ROLES = {word.lower(): role for role in WORKING for word in (role.value, role.name, *_WORDS[role])}
_BREAKS = {
    "rast": BreakKind.LUNCH,
    "lunch": BreakKind.LUNCH,
    "paus": BreakKind.PAUSE,
    "pause": BreakKind.PAUSE,
    "annat": BreakKind.OTHER,
    "other": BreakKind.OTHER,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One heading: how a cell is read, and how one is written.  `told` is only for people."""

    key: str
    headings: tuple[str, ...]  # the first is written
    read: Callable[[str], Any]
    write: Callable[[WorkTurn, Colleague], str]
    needed: bool = False
    told: bool = False

    @property
    def heading(self) -> str:
        return self.headings[0]


def read_turns(text: str, *, encoding: str = "") -> RosterSheet:
    """The rows of a text with separators.  Never raises but RosterFileTooLarge."""
    if len(text) > FILE_LIMIT:
        raise RosterFileTooLarge(size=len(text), limit=FILE_LIMIT)
    lines = records(text.removeprefix("\ufeff"))
    began, headings = next(lines, (1, []))
    gathering = Gathering()
    columns = _columns(began, headings, gathering)
    if columns is None:
        return gathering.sheet(began, encoding)
    line = began
    for line, cells in lines:
        if cells is not None and not any(cell.strip() for cell in cells):
            continue
        try:
            gathering.add(_incoming(line, cells, columns))
        except Unfit as wrong:
            gathering.fault(line, wrong.fault, wrong.column)
        if gathering.full:
            break
    return gathering.sheet(line, encoding)


def written(turns: Iterable[WorkTurn], people: Mapping[UUID, Colleague]) -> str:
    """The turns as such a table; read in again it changes nothing.

    Turns of somebody who may have none any more are left out.
    """
    rows = (
        tuple(guarded(column.write(each, people[each.operator_id])) for column in COLUMNS)
        for each in turns
        if each.operator_id in people
    )
    return written_table(tuple(column.heading for column in COLUMNS), rows)


def _columns(line: int, headings: list[str] | None, gathering: Gathering) -> list[Column] | None:
    """What each column is; None when the headings have faults, which are then told."""
    if headings is None:
        gathering.fault(line, RosterFault.QUOTES)
        return None
    while headings and not headings[-1].strip():
        headings.pop()  # what a spreadsheet leaves behind
    found: list[Column] = []
    sound = True
    for heading in headings:
        column = _BY_HEADING.get(" ".join(heading.lower().split()))
        if column is None or column in found:
            fault = RosterFault.HEADING if column is None else RosterFault.HEADING_TWICE
            gathering.fault(line, fault, _shown(heading))
            sound = False
            if gathering.full:
                return None  # it is another sort of file
        else:
            found.append(column)
    for column in COLUMNS:
        if column.needed and column not in found:
            gathering.fault(line, RosterFault.NO_HEADINGS, column.heading)
            sound = False
    return found if sound else None


def _shown(heading: str) -> str:
    """The beginning of a heading that is not ours, with no sign that steers a terminal."""
    return "".join(each if each.isprintable() else "\ufffd" for each in heading.strip()[:50])


def _incoming(line: int, cells: list[str] | None, columns: list[Column]) -> IncomingTurn:
    if cells is None:
        raise Unfit(RosterFault.QUOTES)
    while len(cells) > len(columns) and not cells[-1].strip():
        cells.pop()
    if len(cells) != len(columns):
        raise Unfit(RosterFault.CELLS)
    said: dict[str, Any] = {}
    for column, cell in zip(columns, cells, strict=True):
        try:
            read = column.read(one_line(unguarded(cell)))
        except Wrong as wrong:
            raise Unfit(RosterFault(wrong.fault.value), column.heading) from None
        except Unfit as wrong:
            raise Unfit(wrong.fault, column.heading) from None
        if not column.told:
            said[column.key] = read
    return IncomingTurn(line, **said)


def _day(text: str) -> date:
    day = read_day(_filled(text))
    if day is None:
        raise Unfit(RosterFault.DATE)
    return day


def read_day(text: str) -> date | None:
    """2026-11-23, if somebody may work then."""
    if not _DAY.fullmatch(text):
        return None  # Python would take weeks too, and days without hyphens
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in YEARS else None


def _user(text: str) -> str:
    try:
        return clean_user_name(_filled(text))
    except UserNameInvalid:
        raise Unfit(RosterFault.USER) from None


def _filled(text: str) -> str:
    if not text:
        raise Unfit(RosterFault.MISSING)
    return text


def _code(text: str) -> str:
    code = clean_code(text) if text else ""
    if code is None:
        raise Unfit(RosterFault.PATTERN)
    return code


def _role(text: str) -> Role | None:
    if text and text.lower() not in _ROLES:
        raise Unfit(RosterFault.ROLE)
    return _ROLES[text.lower()] if text else None


def read_clock(text: str) -> time | None:
    if not text:
        return None
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise Unfit(RosterFault.TIME)
    return time(int(found[1]), int(found[2]))


def read_breaks(text: str) -> tuple[PatternBreak, ...] | None:
    """`RAST 12:00 45, PAUS 14:15 15`; `inga` is none, and nothing leaves them to the shift.

    Raises Unfit.
    """
    if not text:
        return None
    if text.lower() in NO_BREAKS:
        return ()
    return tuple(_break(each.strip()) for each in text.split(","))


def _break(text: str) -> PatternBreak:
    found = _BREAK.fullmatch(text)
    kind = _BREAKS.get(found[1].lower()) if found else None
    try:
        clock = read_clock(found[2]) if found else None
    except Unfit:
        clock = None
    if found is None or kind is None or clock is None:
        raise Unfit(RosterFault.BREAKS)
    return PatternBreak(kind, clock, int(found[3]))


def shown_breaks(breaks: Iterable[PatternBreak]) -> str:
    """As read_breaks reads them."""
    told = (f"{each.kind.value} {each.starts:%H:%M} {each.minutes}" for each in breaks)
    return ", ".join(told) or NO_BREAKS[0]


def by_clock(turn: TurnPlan | WorkTurn) -> tuple[PatternBreak, ...]:
    """The breaks of a turn by the clock."""
    return tuple(
        PatternBreak(
            each.kind,
            clock_within(turn.starts_at, each.starts_at),
            (each.ends_at - each.starts_at) // _MINUTE,
        )
        for each in turn.breaks
    )


def _at(name: str) -> Callable[[WorkTurn, Colleague], str]:
    return lambda turn, _: f"{clock_within(turn.starts_at, getattr(turn, name)):%H:%M}"


COLUMNS = (
    Column("day", ("datum", "date"), _day, lambda turn, _: turn.day.isoformat(), needed=True),
    Column(
        "user",
        ("användare", "användarnamn", "user", "user name"),
        _user,
        lambda _, person: person.user_name,
        needed=True,
    ),
    Column("name", ("namn", "name"), str, lambda _, person: person.name, told=True),
    Column("pattern", ("pass", "shift"), _code, lambda turn, _: turn.pattern),
    Column("role", ("roll", "role"), _role, lambda turn, _: turn.role.value),
    Column("starts", ("börjar", "från", "starts", "from"), read_clock, _at("starts_at")),
    Column("ends", ("slutar", "till", "ends", "to"), read_clock, _at("ends_at")),
    Column(
        "breaks",
        ("raster", "breaks"),
        read_breaks,
        lambda turn, _: shown_breaks(by_clock(turn)),
    ),
    Column("comment", ("anmärkning", "comment"), str, lambda turn, _: turn.comment),
)
_BY_HEADING = {heading: column for column in COLUMNS for heading in column.headings}
