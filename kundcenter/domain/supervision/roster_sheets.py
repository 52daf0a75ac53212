"""A file of turns as it was read: every row, or every fault with its line and reason.

With any fault no row is given out, so that nobody brings in half a roster.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum

from kundcenter.domain.access import Role
from kundcenter.domain.calendar import day_bounds
from kundcenter.domain.supervision.colleagues import Colleague
from kundcenter.domain.supervision.roster_changes import RosterChange, Whole
from kundcenter.domain.supervision.roster_terms import (
    Pattern,
    PatternBreak,
    breaks_fit,
    varied,
)
from kundcenter.domain.supervision.work_turns import (
    IMPORT_LIMIT,
    TurnPlan,
    WorkTurnInvalid,
    planned,
)
from kundcenter.domain.text import TextInvalid
from kundcenter.errors import Refused

FILE_LIMIT = 5_000_000  # bytes of a file, and characters of its text
FAULTS_TOLD = 100  # nobody reads more of them


class RosterFileTooLarge(Refused):
    """The file holds more than a roster.  Facts: size, limit (bytes)."""

    code = "work_turn.file_too_large"


class RosterFault(StrEnum):
    """Why a row cannot be used, or the whole file."""

    NO_HEADINGS = "no_headings"  # one that is needed is missing: `column` says which
    HEADING = "heading"
    HEADING_TWICE = "heading_twice"
    CELLS = "cells"
    QUOTES = "quotes"
    MISSING = "missing"
    TOO_LONG = "too_long"
    SIGNS = "signs"
    LETTERS = "letters"
    NOTHING = "nothing"  # no row at all
    TOO_MANY = "too_many"
    DATE = "date"
    USER = "user"  # nobody of that name who may have turns
    LEFT = "left"  # may not sign in any more
    PATTERN = "pattern"  # no shift in use has the code
    NO_TIMES = "no_times"  # neither a shift nor a beginning and an end
    TIME = "time"
    BREAKS = "breaks"
    ROLE = "role"  # unknown, or not the operator's
    ROLE_NEEDED = "role_needed"  # the operator has several
    TAKEN = "taken"  # another turn of the same operator at that time


class Unfit(Exception):
    """One cell cannot be used.  Never leaves the readers of files."""

    def __init__(self, fault: RosterFault, column: str = "") -> None:
        super().__init__(fault)
        self.fault, self.column = fault, column


@dataclass(frozen=True, slots=True)
class RosterRowTold:
    """What is wrong, on which line (from 1), under which heading."""

    line: int
    fault: RosterFault
    column: str = ""


@dataclass(frozen=True, slots=True)
class IncomingTurn:
    """One row.  None is what the row leaves to the shift, or to the operator's only role."""

    line: int
    day: date
    user: str
    pattern: str = ""
    role: Role | None = None
    starts: time | None = None
    ends: time | None = None
    breaks: tuple[PatternBreak, ...] | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """What was read.  `rows` is empty as soon as there is a fault; `encoding`: how it was read."""

    rows: tuple[IncomingTurn, ...] = ()
    faults: tuple[RosterRowTold, ...] = ()
    encoding: str = ""


@dataclass(slots=True)
class Gathering:
    """Rows and faults as they come from a file."""

    _rows: list[IncomingTurn] = field(default_factory=list)
    _faults: list[RosterRowTold] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Whether there is nothing more to be gained from reading on."""
        return len(self._faults) >= FAULTS_TOLD or len(self._rows) > IMPORT_LIMIT

    def add(self, row: IncomingTurn) -> None:
        self._rows.append(row)

    def fault(self, line: int, fault: RosterFault, column: str = "") -> None:
        self._faults.append(RosterRowTold(line, fault, column))

    def sheet(self, line: int, encoding: str) -> RosterSheet:
        """All of it; `line` is the last that was read."""
        if not (self._rows or self._faults):
            self.fault(line, RosterFault.NOTHING)
        if len(self._rows) > IMPORT_LIMIT:
            self.fault(line, RosterFault.TOO_MANY)
        rows = () if self._faults else tuple(self._rows)
        return RosterSheet(rows, tuple(self._faults[:FAULTS_TOLD]), encoding)


@dataclass(frozen=True, slots=True)
class PlacedTurns:
    """The rows as plans, in the order of the file, or faults.  `lines` are the plans' lines."""

    plans: tuple[TurnPlan, ...] = ()
    lines: tuple[int, ...] = ()
    faults: tuple[RosterRowTold, ...] = ()

    @property
    def whole(self) -> Whole | None:
        """From midnight of the first day in the file until midnight after the last."""
        if not self.plans:
            return None
        days = [plan.day for plan in self.plans]
        return Whole(day_bounds(min(days))[0], day_bounds(max(days))[1])

    def weighed(self, change: RosterChange, people: Iterable[Colleague]) -> PlacedTurns:
        """With what speaks against what they would change, as faults of their lines.

        Whoever has left, or has the role no more, keeps the turns that stay as they are.
        """
        by_id = {each.id: each for each in people}
        found = {each.row: (RosterFault.TAKEN, "") for each in change.clashes}
        for row, plan in change.moved:
            person = by_id.get(plan.operator_id)
            if person is None or person.left:
                found[row] = RosterFault.LEFT, "användare"
            elif plan.role not in person.roles:
                found[row] = RosterFault.ROLE, "roll"
        told = (RosterRowTold(self.lines[row - 1], *found[row]) for row in sorted(found))
        return replace(self, faults=(*self.faults, *told)[:FAULTS_TOLD])


def placed(
    rows: Iterable[IncomingTurn], people: Iterable[Colleague], patterns: Iterable[Pattern]
) -> PlacedTurns:
    """The turns that the rows mean, given who there is and which shifts there are.

    A shift that is not used any more may still be named by a row that has its own times.
    """
    by_user = {each.user_name: each for each in people}
    by_code = {each.code: each for each in patterns}
    plans: list[TurnPlan] = []
    lines: list[int] = []
    faults: list[RosterRowTold] = []
    for row in rows:
        try:
            plans.append(_plan(row, by_user, by_code))
            lines.append(row.line)
        except Unfit as wrong:
            faults.append(RosterRowTold(row.line, wrong.fault, wrong.column))
    if faults:
        return PlacedTurns(faults=tuple(faults[:FAULTS_TOLD]))
    return PlacedTurns(tuple(plans), tuple(lines))


def _plan(
    row: IncomingTurn, by_user: Mapping[str, Colleague], by_code: Mapping[str, Pattern]
) -> TurnPlan:
    person = by_user.get(row.user)
    if person is None:
        raise Unfit(RosterFault.USER, "användare")
    pattern = by_code.get(row.pattern)
    own_times = row.starts is not None and row.ends is not None
    if row.pattern and (pattern is None or (pattern.ended and not own_times)):
        raise Unfit(RosterFault.PATTERN, "pass")
    if pattern is None and not own_times:
        raise Unfit(RosterFault.NO_TIMES)
    worked = varied(pattern, row.starts, row.ends, row.breaks)
    if not breaks_fit(worked):
        raise Unfit(RosterFault.BREAKS, "raster")
    plan = planned(worked, row.day, person.id, _role(row.role, person))
    try:
        return replace(plan, comment=row.comment).checked()
    except WorkTurnInvalid as wrong:
        raise Unfit(RosterFault.TIME, _COLUMNS.get(str(wrong.facts["field"]), "")) from None
    except TextInvalid:
        raise Unfit(RosterFault.TOO_LONG, "anmärkning") from None


_COLUMNS = {"starts_at": "börjar", "ends_at": "slutar", "breaks": "raster"}


def _role(role: Role | None, person: Colleague) -> Role:
    if role is None:
        if len(person.roles) != 1:
            raise Unfit(RosterFault.ROLE_NEEDED, "roll")
        return person.roles[0]
    return role
