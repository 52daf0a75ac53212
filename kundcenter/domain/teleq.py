"""What a unit's own call-back system is told of places in its queues, and what it tells back.

Until there is an interface it is a table of text each way (docs/callbacks.md).  A row tells how a
place stands now; the same row once more changes nothing at either end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID, uuid5

from kundcenter.changes import Change
from kundcenter.domain import callback_states as states
from kundcenter.domain.booking_cells import when
from kundcenter.domain.booking_sheets import (
    BookingFault,
    SheetFault,
    Unusable,
    must_say,
    one_of,
)
from kundcenter.domain.calendar import is_instant, local
from kundcenter.domain.callbacks import MOST_ATTEMPTS, Callback, StepKind, ToldCallback
from kundcenter.domain.link import Mark
from kundcenter.domain.people import Person
from kundcenter.domain.records import records, written_table
from kundcenter.domain.text import LINE_LIMIT, line
from kundcenter.domain.unit_cells import guarded, phone_text, unguarded
from kundcenter.errors import Refused, Unavailable

TELEQ_LIMIT = 500  # rows in one file and in one operation
TELEQ_SKIPPED = 1_000_000  # places that a look passes over, at most
TELEQ_FILE_LIMIT = 5_000_000  # bytes
FAULTS_TOLD = 100
_DIGITS = re.compile(r"(?:[0-9][ -]?){6,}")  # a telephone number, or a person's


class TeleqAway(Unavailable):
    """The unit's own system cannot be reached, or its folder is not there.  Facts: why."""

    code = "teleq.away"


class TeleqFileTooLarge(Refused):
    """The file holds more than call-backs.  Facts: size, limit (bytes)."""

    code = "teleq.file_too_large"


class TeleqTooMany(Refused):
    """More rows at once than one operation takes.  Facts: count, limit."""

    code = "teleq.too_many"


class TeleqRowInvalid(Refused):
    """What was told back cannot be: no instant, or more steps than there are.  Facts: field."""

    code = "teleq.row_invalid"


class Outcome(StrEnum):
    """What the unit did with a place."""

    NO_ANSWER = "EJ_SVAR"
    DONE = "KLAR"
    CANCELLED = "AVBOKAD"
    NOT_REACHED = "AVSLUTAD_EJ_NADD"

    @property
    def step(self) -> StepKind:
        return StepKind(self.value)


@dataclass(frozen=True, slots=True)
class Placement:
    """One place as the unit is told of it.

    `number` is empty of a person with protected identity: the unit asks the contact centre, which
    `by_centre` says.  `steps` is how many steps this tells.
    """

    callback: Callback
    hsa_id: str
    identity: str = field(repr=False)
    number: str = field(repr=False)
    by_centre: bool
    changed_at: datetime
    steps: int

    @property
    def sent(self) -> Sent:
        return Sent(self.callback.id, self.steps)


@dataclass(frozen=True, slots=True)
class Sent:
    """The unit has been told of a call-back with so many steps."""

    callback_id: UUID
    steps: int


@dataclass(frozen=True, slots=True)
class TeleqOutcome:
    """One row that came back; `at` is when it happened there."""

    callback_id: UUID
    what: Outcome
    at: datetime
    text: str = field(default="", repr=False)

    def checked(self) -> TeleqOutcome:
        """As it is stored.  Raises TeleqRowInvalid, TextInvalid."""
        if not is_instant(self.at):
            raise TeleqRowInvalid(field="at")
        return replace(self, text=line(self.text, "text"))

    @property
    def step_id(self) -> UUID:
        """The one id of what it tells: brought in twice it is there once."""
        at = self.at.astimezone(UTC).isoformat()
        return uuid5(self.callback_id, f"teleq {self.what} {at}")


@dataclass(frozen=True, slots=True)
class OutcomeSheet:
    """A file that came back as it was read; no rows as soon as there is a fault.

    `lines` are those of the rows in the file.
    """

    rows: tuple[TeleqOutcome, ...] = ()
    lines: tuple[int, ...] = ()
    faults: tuple[SheetFault, ...] = ()
    seen: int = 0
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class OutcomePlan:
    """What bringing the rows in would do.  With any `unknown` call-back nothing is brought in.

    `over` counts those of call-backs that are closed already: what happened is written down, and
    nothing else is changed.
    """

    new: tuple[TeleqOutcome, ...] = ()
    known: int = 0
    over: int = 0
    unknown: frozenset[UUID] = frozenset()


def placement_of(told: ToldCallback, hsa_id: str, person: Person) -> Placement:
    """How the place stands, for the unit that has the HSA-id."""
    callback = told.callback
    return Placement(
        callback,
        hsa_id,
        person.person_id.value,
        "" if person.protected else callback.number,
        person.protected,
        max((step.at for step in told.steps), default=callback.made_at),
        len(told.steps),
    )


def answered(
    placements: Iterable[Placement], marks: Mapping[Change, Mark]
) -> tuple[Placement, ...]:
    """The places that no claim is waiting for: what the centre may still turn away is not told."""
    open_ = {Mark.PRELIMINARY, Mark.REVIEWED, Mark.REJECTED}
    return tuple(
        each for each in placements if marks.get(Change("callback", each.callback.id)) not in open_
    )


def happened(callback: Callback, outcome: TeleqOutcome, by: UUID, now: datetime) -> Callback:
    """The call-back after what the unit did; one that is closed stays as it is.

    Nothing is refused: it has happened, whoever has taken the call-back here.
    """
    at = at_of(callback, outcome, now)
    if outcome.what is Outcome.DONE:
        return states.done(callback, by, at, text=outcome.text, late=True)
    if outcome.what is Outcome.CANCELLED:
        return states.cancelled(callback, by, at, text=outcome.text, late=True)
    if outcome.what is Outcome.NOT_REACHED and not callback.over:
        # The unit counts its own tries: the one that closes is the last.
        callback = replace(callback, attempts=MOST_ATTEMPTS - 1)
    return states.tried(callback, by, at, try_at=None, text=outcome.text, late=True)


def at_of(callback: Callback, outcome: TeleqOutcome, now: datetime) -> datetime:
    """When it happened, by a clock that may be wrong: not before the place, and not after now."""
    return max(callback.made_at, min(outcome.at, now))


_PLACED = (
    "placering", "ändrad", "läge", "hsa-id", "kategori", "från", "till", "personnummer", "nummer",
    "nummer via", "angelägenhet", "orsak", "språk",
)  # fmt: skip


def written_placements(placements: Iterable[Placement]) -> str:
    """The places as a table of text.  Times are those of a Swedish clock."""
    return written_table(_PLACED, map(_cells, placements))


def _cells(placement: Placement) -> tuple[str, ...]:
    callback = placement.callback
    cells = (
        str(callback.id),
        f"{local(placement.changed_at):%Y-%m-%d %H:%M:%S}",
        callback.state.value,
        placement.hsa_id,
        callback.category.value if callback.category else "",
        _clock(callback.promised_from),
        _clock(callback.promised_to),
        placement.identity,
        phone_text(placement.number) if placement.number else "",
        "kundcenter" if placement.by_centre else "",
        callback.urgency,
        callback.reason,
        callback.language,
    )
    return tuple(map(guarded, cells))


def _clock(at: datetime) -> str:
    return f"{local(at):%Y-%m-%d %H:%M}"


_BACK = ("placering", "utfall", "tid", "text")


def read_outcomes(text: str, *, encoding: str = "") -> OutcomeSheet:
    """The rows of a table that came back, or its faults with line and heading.  Never raises."""
    lines = records(text.removeprefix("\ufeff"))
    began, headings = next(lines, (1, []))
    found, faults = _headings(began, headings)
    rows: dict[UUID, tuple[int, TeleqOutcome]] = {}
    at, seen = began, 0
    if not faults:
        for at, cells in lines:
            if cells is not None and not any(cell.strip() for cell in cells):
                continue
            seen += 1
            try:
                row = _outcome(cells, found)
                if row.step_id in rows:
                    raise Unusable(BookingFault.REPEATED)
                rows[row.step_id] = (at, row)
            except Unusable as wrong:
                faults.append(SheetFault(at, wrong.fault, wrong.column))
            if len(faults) >= FAULTS_TOLD or seen > TELEQ_LIMIT:
                break
    if seen > TELEQ_LIMIT:
        faults.append(SheetFault(at, BookingFault.TOO_MANY))
    if not (rows or faults):
        faults.append(SheetFault(at, BookingFault.NOTHING))
    if faults:
        return OutcomeSheet(faults=tuple(faults[:FAULTS_TOLD]), seen=seen, encoding=encoding)
    sound = rows.values()
    return OutcomeSheet(
        tuple(row for _, row in sound), tuple(at for at, _ in sound), (), seen, encoding
    )


def _headings(line: int, headings: list[str] | None) -> tuple[list[str], list[SheetFault]]:
    """The columns, in the file's order, and what is wrong with them."""
    if headings is None:
        return [], [SheetFault(line, BookingFault.QUOTES)]
    while headings and not headings[-1].strip():
        headings.pop()  # what a spreadsheet leaves behind
    found: list[str] = []
    faults: list[SheetFault] = []
    for number, heading in enumerate(headings, 1):
        word = " ".join(heading.lower().split())
        if word not in _BACK:
            # Its number only: the first line of a file without headings is about a patient.
            faults.append(SheetFault(line, BookingFault.HEADING, f"#{number}"))
        elif word in found:
            faults.append(SheetFault(line, BookingFault.HEADING_TWICE, word))
        found.append(word)
    missing = [each for each in _BACK[:3] if each not in found]
    faults += [SheetFault(line, BookingFault.NO_HEADINGS, each) for each in missing]
    return found, faults


def _outcome(cells: list[str] | None, columns: list[str]) -> TeleqOutcome:
    if cells is None:
        raise Unusable(BookingFault.QUOTES)
    while len(cells) > len(columns) and not cells[-1].strip():
        cells.pop()
    if len(cells) != len(columns):
        raise Unusable(BookingFault.CELLS)
    said = dict(zip(columns, map(unguarded, cells), strict=True))
    values: list[object] = []
    for column, read in _READERS.items():
        try:
            values.append(read(said.get(column, "")))
        except Unusable as wrong:
            raise Unusable(wrong.fault, column) from None
    return TeleqOutcome(*values)  # type: ignore[arg-type]


def _id_of(text: str) -> UUID:
    said = must_say(text)
    try:
        found = UUID(said)
    except ValueError:
        raise Unusable(BookingFault.PLACEMENT) from None
    if str(found) != said.lower():
        raise Unusable(BookingFault.PLACEMENT)
    return found


def _what_of(text: str) -> Outcome:
    word = must_say(text).upper()
    if word not in set(Outcome):
        raise Unusable(BookingFault.OUTCOME)
    return Outcome(word)


def _text_of(text: str) -> str:
    """What is said of it; a step never holds a number, so such a text is refused."""
    said = one_of(text, limit=LINE_LIMIT)
    if _DIGITS.search(said):
        raise Unusable(BookingFault.DIGITS)
    return said


_READERS = {"placering": _id_of, "utfall": _what_of, "tid": when, "text": _text_of}
