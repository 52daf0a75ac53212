"""The unit of work: one connection, one transaction, one operation, one set of changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection
from uuid6 import uuid7

from db import access_log, beyond, grounds, operations, retention
from db.alarms import SqlAlarms
from db.base import Unit
from db.blocks import SqlBlocks
from db.bookings import SqlBookings
from db.callback_queues import SqlCallbackQueues
from db.callbacks import SqlCallbacks
from db.calls import SqlCalls
from db.cancel_rules import SqlCancelRules
from db.case_terms import SqlCaseTerms
from db.cases import SqlCases
from db.choices import SqlChoices
from db.commits import Commit, Heads, heads
from db.disclosures import SqlDisclosures
from db.dissents import SqlDissents
from db.drafts import SqlDrafts
from db.freed_times import SqlFreedTimes
from db.hand_overs import SqlHandOvers
from db.journal import SqlJournal
from db.local import SqlSlots
from db.log_reviews import SqlLogReviews
from db.merges import SqlMerges
from db.on_call import SqlOnCall
from db.operators import SqlOperators, SqlSessions
from db.packs import SqlPacks
from db.parts import SqlParts
from db.people import SqlPeople
from db.redirects import SqlRedirects
from db.referrals import SqlReferrals
from db.rule_sets import SqlRuleSets
from db.service_desk.questions import SqlQuestions
from db.service_desk.topics import SqlTopics
from db.snippets import SqlSnippets
from db.special_notes import SqlSpecialNotes
from db.supervision.call_reviews import SqlCallReviews
from db.supervision.cell_keeping import SqlFigureKeeping
from db.supervision.cells import SqlFigures
from db.supervision.feedback import SqlFeedback
from db.supervision.incidents import SqlIncidents
from db.supervision.presences import SqlPresences
from db.supervision.queue_calls import SqlQueueCalls
from db.supervision.queue_closures import SqlQueueClosures
from db.supervision.roster_terms import SqlRosterTerms
from db.supervision.samples import SqlSamples
from db.supervision.surveys import SqlSurveys
from db.supervision.targets import SqlTargets
from db.supervision.work_turns import SqlWorkTurns
from db.switchboard.absences import SqlAbsences
from db.switchboard.contacts import SqlContacts
from db.switchboard.inquiries import SqlInquiries
from db.switchboard.messages import SqlMessages
from db.switchboard.modes import SqlModeOrders
from db.switchboard.terms import SqlSwitchboardTerms
from db.switchboard.transfers import SqlTransfers
from db.timeslots import SqlTimeslots
from db.unit_cards import SqlUnitCards
from db.units import SqlUnits
from db.wait_list import SqlWaitList
from db.waiting import SqlWaiting
from db.work_items import SqlWorkItems
from kundcenter.changes import Changes
from kundcenter.domain.access import Actor
from kundcenter.domain.access_log import AccessRecord, Activity, Head, Level, Purpose
from kundcenter.domain.blocks import Reach, Seat
from kundcenter.domain.grounds import Ground, Standing
from kundcenter.domain.journal import Entry
from kundcenter.domain.triage import CodeSet, CodeSetNotFound
from kundcenter.operations import Account, Operation, Source, encode


class SqlKeeping:
    """What this desk keeps for its operator: no verb, and nothing that a verb could read."""

    def __init__(self, connection: Connection, source: Source) -> None:
        self._source = source
        self.drafts = SqlDrafts(connection)
        self.figures = SqlFigureKeeping(connection, lambda: source.now)

    @property
    def actor(self) -> Actor:
        return self._source.actor

    @property
    def now(self) -> datetime:
        return self._source.now


class SqlReading:
    """The stores of every noun on one connection."""

    def __init__(
        self, connection: Connection, source: Source, codes: Mapping[str, CodeSet]
    ) -> None:
        self._unit = unit = Unit(connection)
        self._source = source
        self._codes = codes
        self.blocks = SqlBlocks(unit)
        self.calls = SqlCalls(unit)
        self.alarms = SqlAlarms(unit)
        self.parts = SqlParts(unit)
        self.hand_overs = SqlHandOvers(unit)
        self.people = SqlPeople(unit)
        self.merges = SqlMerges(unit)
        self.special_notes = SqlSpecialNotes(unit)
        self.journal = SqlJournal(unit)
        self.waiting = SqlWaiting(unit)
        self.dissents = SqlDissents(unit)
        self.disclosures = SqlDisclosures(unit)
        self.operators = SqlOperators(unit)
        self.sessions = SqlSessions(unit)
        self.units = SqlUnits(unit)
        self.unit_cards = SqlUnitCards(unit)
        self.redirects = SqlRedirects(unit)
        self.on_call = SqlOnCall(unit)
        self.rule_sets = SqlRuleSets(unit)
        self.packs = SqlPacks(unit)
        self.referrals = SqlReferrals(unit)
        self.timeslots = SqlTimeslots(unit)
        self.callback_queues = SqlCallbackQueues(unit)
        self.callbacks = SqlCallbacks(unit)
        self.bookings = SqlBookings(unit)
        self.cancel_rules = SqlCancelRules(unit)
        self.freed_times = SqlFreedTimes(unit)
        self.wait_list = SqlWaitList(unit)
        self.cases = SqlCases(unit)
        self.case_terms = SqlCaseTerms(unit)
        self.contacts = SqlContacts(unit)
        self.absences = SqlAbsences(unit)
        self.switchboard_terms = SqlSwitchboardTerms(unit)
        self.modes = SqlModeOrders(unit)
        self.messages = SqlMessages(unit)
        self.transfers = SqlTransfers(unit)
        self.inquiries = SqlInquiries(unit)
        self.topics = SqlTopics(unit)
        self.questions = SqlQuestions(unit)
        self.choices = SqlChoices(unit)
        self.slots = SqlSlots(unit)
        self.snippets = SqlSnippets(unit)
        self.log_reviews = SqlLogReviews(unit)
        self.work_items = SqlWorkItems(unit)
        self._of_supervision(unit)

    def _of_supervision(self, unit: Unit) -> None:
        self.figures = SqlFigures(unit, lambda: self._source.now)
        self.queue_calls = SqlQueueCalls(unit)
        self.queue_closures = SqlQueueClosures(unit)
        self.presences = SqlPresences(unit)
        self.incidents = SqlIncidents(unit)
        self.roster_terms = SqlRosterTerms(unit)
        self.work_turns = SqlWorkTurns(unit)
        self.targets = SqlTargets(unit)
        self.surveys = SqlSurveys(unit)
        self.samples = SqlSamples(unit)
        self.call_reviews = SqlCallReviews(unit)
        self.feedback = SqlFeedback(unit)

    @property
    def actor(self) -> Actor:
        return self._source.actor

    @property
    def now(self) -> datetime:
        return self._source.now

    @property
    def codes(self) -> CodeSet:
        """The code set in force; in replay the one that the verb read the first time."""
        current = max(self._codes)
        return self.codes_of(self._source.version("codes", current))

    def codes_of(self, version: str) -> CodeSet:
        """A code set by its version.  Raises CodeSetNotFound."""
        if version not in self._codes:
            raise CodeSetNotFound(version=version)
        return self._codes[version]

    def reach(self, person_id: UUID) -> Reach:
        seat = Seat(self.actor.operator_id, self.actor.care_unit, self.now)
        same = self._same(person_id)
        return beyond.reach(self.blocks, same, seat, replayed=self._source.replayed)

    def beyond_reach(self, call_ids: Collection[UUID]) -> frozenset[UUID]:
        unseen = self._unseen(beyond.guarded(self._unit.connection, call_ids))
        return frozenset(entry.call_id for entry in unseen if entry.call_id is not None)

    def entries_beyond_reach(self, entry_ids: Collection[UUID]) -> frozenset[UUID]:
        found = beyond.guarded_entries(self._unit.connection, entry_ids)
        return frozenset(entry.id for entry in self._unseen(found))

    def _unseen(self, found: Collection[Entry]) -> Iterator[Entry]:
        reaches = {person_id: self.reach(person_id) for person_id in {e.person_id for e in found}}
        return (entry for entry in found if not reaches[entry.person_id].sees(entry))

    def about_protected(self, call_ids: Collection[UUID]) -> frozenset[UUID]:
        return beyond.about_protected(self._unit.connection, call_ids)

    def _same(self, person_id: UUID) -> tuple[UUID, ...]:
        """The ids of everybody who is the same person by a merge."""
        return self.people.cluster(self.people.get(person_id).merged_into or person_id)

    def last_of(self, person_id: UUID) -> tuple[datetime | None, datetime | None]:
        return retention.last(self._unit.connection, self._same(person_id))

    def accesses(self, person_id: UUID, limit: int) -> tuple[AccessRecord, ...]:
        return access_log.of_person(self._unit.connection, person_id, limit)


class SqlViewing(SqlReading):
    """A reading that leaves access records behind, in the same transaction."""

    def __init__(
        self,
        connection: Connection,
        source: Source,
        codes: Mapping[str, CodeSet],
        *,
        device_id: UUID,
    ) -> None:
        super().__init__(connection, source, codes)
        self._device_id = device_id
        self._heads: Heads | None = None
        self._accesses: list[AccessRecord] = []
        self.witnessed = 0

    def witness(
        self,
        activity: Activity,
        person_id: UUID | None = None,
        *,
        level: Level = Level.RECORD,
        purpose: Purpose = Purpose.CARE,
        subject: tuple[str, UUID] | None = None,
        reason: str = "",
    ) -> None:
        self._witness_all(
            activity, (person_id,), level=level, purpose=purpose, subject=subject, reason=reason
        )

    def witness_each(
        self,
        activity: Activity,
        person_ids: Collection[UUID],
        *,
        level: Level = Level.RECORD,
        purpose: Purpose = Purpose.CARE,
    ) -> None:
        if person_ids:
            self._witness_all(activity, person_ids, level=level, purpose=purpose)

    def witness_operator(
        self, activity: Activity, operator_id: UUID | None = None, *, level: Level = Level.SESSION
    ) -> None:
        subject = None if operator_id is None else ("operator", operator_id)
        self.witness(activity, level=level, purpose=Purpose.ADMINISTRATION, subject=subject)

    def _witness_all(
        self,
        activity: Activity,
        person_ids: Collection[UUID | None],
        *,
        level: Level,
        purpose: Purpose,
        subject: tuple[str, UUID] | None = None,
        reason: str = "",
    ) -> None:
        self.witnessed += len(person_ids)
        if self._source.replayed:
            return  # the records travel by themselves, as they were written at the desk
        actor = self.actor
        object_kind, object_id = subject or ("", None)
        head = self._ends().access
        roles = " ".join(sorted(actor.roles))
        records = []
        for person_id in person_ids:
            record = AccessRecord(
                id=uuid7(),
                device_id=self._device_id,
                n=head.n + 1,
                at=self.now,
                operator_id=actor.operator_id,
                session_id=actor.session_id,
                roles=roles,
                care_unit=actor.care_unit,
                activity=activity,
                level=level.value,
                purpose=purpose,
                person_id=person_id,
                object_kind=object_kind,
                object_id=object_id,
                reason=reason,
            ).chained(head.hash)
            records.append(record)
            head = Head(record.n, record.hash)
        access_log.add_all(self._unit.connection, records)
        self._accesses += records
        self._heads = replace(self._ends(), access=head)

    def grounded(self, person_id: UUID, ground: Ground) -> Standing:
        same = (person_id, *self._same(person_id))
        return grounds.grounded(self, self._unit.connection, same, ground)

    def witness_lifted(self, reach: Reach, entries: Iterable[Entry]) -> None:
        grounds.witness_lifted(self, reach, entries)

    def commit(self, operation: Operation | None = None) -> Commit:
        """What this unit of work leaves behind when it is committed."""
        unit = self._unit
        return Commit(operation, tuple(self._accesses), tuple(unit.slots), tuple(unit.attempts))

    def _ends(self) -> Heads:
        """How far both chains have come; asked when first needed."""
        if self._heads is None:
            self._heads = heads(self._unit.connection, self._device_id)
        return self._heads


class SqlWork(SqlViewing):
    """A verb in the making.  `finish` writes its operation, last of all."""

    def __init__(
        self,
        connection: Connection,
        source: Source,
        codes: Mapping[str, CodeSet],
        *,
        device_id: UUID,
        final: bool,
    ) -> None:
        super().__init__(connection, source, codes, device_id=device_id)
        self._final = final

    @property
    def final(self) -> bool:
        return self._final

    @property
    def late(self) -> bool:
        return self._source.elsewhere

    @property
    def arrived(self) -> datetime:
        return self._source.arrived

    def new_id(self) -> UUID:
        return self._source.new_id()

    def changes(self) -> Changes:
        return Changes(self._unit.wrote)

    def finish(
        self, kind: str, arguments: Mapping[str, object], *, record: bool = True
    ) -> Operation:
        """Write the operation, unless it stands already, and return it."""
        unit = self._unit
        ends = Heads() if self._source.replayed else self._ends()  # the original has its own
        account = Account(kind, encode(arguments), unit.read, unit.wrote, ends.access)
        operation = self._source.operation(account, ends.operation)
        if record:
            operations.add(unit.connection, operation)
        return operation
