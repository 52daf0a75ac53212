"""Write values in bulk, beneath the verbs: no operation, no access record, nothing is announced.

For a store that is being made and that nobody has open: a demo region, a measurement.  Rows are
bound by hand, since SQLAlchemy's own way costs three times as much as the insertion; a test
holds the two ways equal, byte for byte.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import StrEnum
from itertools import islice
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.schema import CreateIndex, DropIndex

from db import (
    access_log,
    blocks,
    bookings,
    callback_queues,
    callbacks,
    calls,
    cancel_rules,
    case_terms,
    cases,
    freed_times,
    journal,
    local,
    names,
    on_call,
    operators,
    packs,
    people,
    redirects,
    referrals,
    rule_sets,
    snippets,
    special_notes,
    timeslots,
    unit_cards,
    units,
    wait_list,
    waiting,
)
from db.base import CENTRE_ONLY, Rows
from db.faults import translated
from db.service_desk import questions, topics
from db.supervision import (
    call_reviews,
    cell_triggers,
    feedback,
    incidents,
    presences,
    queue_calls,
    queue_closures,
    roster_terms,
    samples,
    surveys,
    targets,
    work_turns,
)
from db.supervision.cell_tables import figure_marks, figure_stale
from db.switchboard import absences, contacts, inquiries, messages, modes, terms, transfers
from db.types import Code, Codes, Day, Id, Time
from kundcenter.domain.access_log import AccessRecord
from kundcenter.domain.blocks import Block
from kundcenter.domain.bookings import Booking
from kundcenter.domain.callback_queues import CallbackQueue
from kundcenter.domain.callbacks import Callback
from kundcenter.domain.callbacks import Step as CallbackStep
from kundcenter.domain.calls import Call
from kundcenter.domain.cancellations import Cancellation, CancelRules
from kundcenter.domain.capacity import Seat, Timeslot
from kundcenter.domain.case_terms import CaseTerms
from kundcenter.domain.cases import Case, CaseEdit, CaseStep
from kundcenter.domain.freed_times import FreedTime, Offer, Wait
from kundcenter.domain.journal import Entry, EntryVersion
from kundcenter.domain.on_call import Duty
from kundcenter.domain.operators import Operator, Session
from kundcenter.domain.packs import Edit, Pack
from kundcenter.domain.people import FormerIdentity, Person
from kundcenter.domain.redirects import Redirect
from kundcenter.domain.referrals import Referral, Step
from kundcenter.domain.routing.rules import RuleSet
from kundcenter.domain.service_desk.questions import Question
from kundcenter.domain.service_desk.topics import Topic, TopicVersion
from kundcenter.domain.slots import Slot
from kundcenter.domain.snippets import Snippet, SnippetVersion
from kundcenter.domain.special_notes import SpecialNote
from kundcenter.domain.supervision.call_reviews import CallReview
from kundcenter.domain.supervision.closures import Closure
from kundcenter.domain.supervision.feedback import Feedback
from kundcenter.domain.supervision.incidents import Incident
from kundcenter.domain.supervision.presences import Presence
from kundcenter.domain.supervision.queue_calls import QueueCall
from kundcenter.domain.supervision.roster_terms import RosterTerms
from kundcenter.domain.supervision.samples import Sample, SampledCall
from kundcenter.domain.supervision.surveys import SurveyResult
from kundcenter.domain.supervision.targets import Target
from kundcenter.domain.supervision.work_turns import WorkTurn
from kundcenter.domain.switchboard.absences import Absence
from kundcenter.domain.switchboard.contacts import Contact
from kundcenter.domain.switchboard.inquiries import Inquiry
from kundcenter.domain.switchboard.messages import Message, MessageStep
from kundcenter.domain.switchboard.modes import ModeOrder
from kundcenter.domain.switchboard.terms import SwitchboardTerms
from kundcenter.domain.switchboard.transfers import Transfer
from kundcenter.domain.unit_cards import CardVersion, UnitCard
from kundcenter.domain.units import Unit

CHUNK = 5_000  # rows in memory, of all tables together

# Parents before children: chunks are written in this order.
ROWS: dict[type[Any], Rows[Any]] = {
    Unit: units.rows,
    UnitCard: unit_cards.rows,
    CardVersion: unit_cards.version_rows,
    Redirect: redirects.rows,
    Duty: on_call.rows,
    RuleSet: rule_sets.rows,
    Pack: packs.rows,
    Edit: packs.edit_rows,
    CallbackQueue: callback_queues.rows,
    CancelRules: cancel_rules.rows,
    Timeslot: timeslots.rows,
    Seat: timeslots.seat_rows,
    Operator: operators.rows,
    Session: operators.session_rows,
    Slot: Rows(local.slots, Slot),
    Person: people.rows,
    FormerIdentity: people.former_rows,
    SpecialNote: special_notes.rows,
    Block: blocks.rows,
    Call: calls.rows,
    Entry: journal.entry_rows,
    EntryVersion: journal.version_rows,
    Referral: referrals.rows,
    Step: referrals.step_rows,
    Callback: callbacks.rows,
    CallbackStep: callbacks.step_rows,
    Booking: bookings.rows,
    Cancellation: bookings.cancellation_rows,
    Wait: wait_list.rows,
    FreedTime: freed_times.rows,
    Offer: freed_times.offer_rows,
    CaseTerms: case_terms.rows,
    Case: cases.rows,
    CaseStep: cases.step_rows,
    CaseEdit: cases.edit_rows,
    Contact: contacts.rows,
    Absence: absences.rows,
    SwitchboardTerms: terms.rows,
    ModeOrder: modes.rows,
    Message: messages.rows,
    MessageStep: messages.step_rows,
    Transfer: transfers.rows,
    Inquiry: inquiries.rows,
    Topic: topics.rows,
    TopicVersion: topics.version_rows,
    Question: questions.rows,
    RosterTerms: roster_terms.rows,
    WorkTurn: work_turns.rows,
    Presence: presences.rows,
    QueueCall: queue_calls.rows,
    Closure: queue_closures.rows,
    Incident: incidents.rows,
    Target: targets.rows,
    SurveyResult: surveys.rows,
    Sample: samples.rows,
    SampledCall: samples.judged_rows,
    CallReview: call_reviews.rows,
    Feedback: feedback.rows,
    AccessRecord: access_log.rows,
    Snippet: snippets.rows,
    SnippetVersion: snippets.version_rows,
}

Told = Callable[[Counter[type[Any]]], None]


def write(
    engine: Engine, values: Iterable[object], *, told: Told | None = None
) -> Counter[type[Any]]:
    """Store the values, parents before children, and return how many there were of each type.

    The engine is that of a desk's file which nobody else has open: nothing is safe against a
    power cut before the end, when all is on the disk.  `told` hears the counts after each chunk.
    """
    counts: Counter[type[Any]] = Counter()
    with translated(), _hurried(engine) as driver:
        tables = {kind: _Table(rows) for kind, rows in ROWS.items()}
        for chunk in _chunks(values):
            driver.execute("BEGIN IMMEDIATE")
            for kind, table in tables.items():
                if kind in chunk:
                    driver.executemany(table.statement, table.bound(chunk[kind]))
                    counts[kind] += len(chunk[kind])
            words = (row for each in _persons(chunk) for row in names.words_of(each))
            driver.executemany(_WORD, (_word(row) for row in words))
            driver.execute("COMMIT")
            if told:
                told(counts)
        driver.execute(waiting.FILL.text)
    return counts


class _Table:
    """How the values of one type are bound to the columns of their table."""

    def __init__(self, rows: Rows[Any]) -> None:
        columns = rows.table.columns
        names = [column.name for column in columns]
        places = ", ".join("?" * len(names))
        self.statement = f"INSERT INTO {rows.table.name} ({', '.join(names)}) VALUES ({places})"  # noqa: S608
        self._row = rows.row
        self._ordered = itemgetter(*names)
        self._binds = [
            (place, _BINDS[type(column.type)])
            for place, column in enumerate(columns)
            if type(column.type) in _BINDS
        ]

    def bound(self, values: Iterable[object]) -> Iterator[list[Any]]:
        for value in values:
            row = list(self._ordered(self._row(value)))
            for place, bind in self._binds:
                row[place] = bind(row[place])
            yield row


def _chunks(values: Iterable[object]) -> Iterator[dict[type[Any], list[object]]]:
    stream = iter(values)
    while some := list(islice(stream, CHUNK)):
        chunk: dict[type[Any], list[object]] = defaultdict(list)
        for value in some:
            chunk[type(value)].append(value)
        yield chunk


@contextmanager
def _hurried(engine: Engine) -> Iterator[Any]:
    """The driver's connection, without indices and without waiting for the disk until the end."""
    tables = [*(rows.table for rows in ROWS.values()), names.name_words]
    indices = [
        index for table in tables for index in table.indexes if not index.info.get(CENTRE_ONLY)
    ]
    pooled = engine.raw_connection()
    driver: Any = pooled.driver_connection
    try:
        driver.execute("PRAGMA synchronous = OFF")
        for trigger in cell_triggers.removals("sqlite"):  # they would look without an index
            driver.execute(trigger)
        for index in indices:
            driver.execute(str(DropIndex(index).compile(engine)))
        yield driver
        for index in indices:
            driver.execute(str(CreateIndex(index).compile(engine)))
        for trigger in cell_triggers.statements("sqlite"):
            driver.execute(trigger)
        for told in (figure_marks, figure_stale):  # what was counted is counted anew
            driver.execute(f"DELETE FROM {told.name}")  # noqa: S608
        driver.execute("PRAGMA synchronous = FULL")
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except BaseException:
        pooled.invalidate()  # or somebody would get a connection that does not wait for the disk
        raise
    pooled.close()


def _persons(chunk: dict[type[Any], list[object]]) -> Iterator[Person]:
    yield from (each for each in chunk.get(Person, ()) if isinstance(each, Person))


_WORD = "INSERT INTO name_words (word, born, person_id) VALUES (?, ?, ?)"


def _word(row: dict[str, Any]) -> tuple[bytes, bytes, bytes]:
    return row["word"], row["born"], row["person_id"].bytes


def _time(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).isoformat(" ", "microseconds")[:26]


def _code(code: StrEnum | None) -> str | None:
    return None if code is None else code.value


def _id(id: UUID | None) -> bytes | None:
    return None if id is None else id.bytes


def _codes(codes: frozenset[StrEnum]) -> str:
    return " ".join(sorted(codes))


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


_BINDS: dict[type[Any], Callable[[Any], Any]] = {
    Time: _time,
    Code: _code,
    Id: _id,
    Codes: _codes,
    Day: _day,
}
