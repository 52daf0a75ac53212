"""One desk: its store and the services on it.  Knows no screen; the command line uses it too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from threading import Thread
from uuid import UUID

from uuid6 import uuid7

import resources.codes
import resources.consult
import resources.red_flags
from db.commits import Commit
from db.connect import Engine
from db.store import SqlStore, StoreTerms
from db.sync import touches
from db.sync.tickets import SqlTickets
from kundcenter.adapters import slots
from kundcenter.domain.consult import Consult, consult
from kundcenter.domain.red_flags import RedFlags, red_flags
from kundcenter.domain.slots import FULL_COST, Argon2Cost, Slot
from kundcenter.domain.tickets import Ended
from kundcenter.domain.triage import CodeSet, code_set
from kundcenter.domain.word_search import ForbiddenTerms
from kundcenter.operations import Live, Source
from kundcenter.ports import Store
from kundcenter.services.alarms import Alarms
from kundcenter.services.blocks import Blocks
from kundcenter.services.bookings import Bookings
from kundcenter.services.callback_queues import CallbackQueues
from kundcenter.services.callbacks import Callbacks
from kundcenter.services.calls import Calls
from kundcenter.services.cancel_rules import CancelRuleSets
from kundcenter.services.case_terms import CaseTermsBook
from kundcenter.services.cases import Cases
from kundcenter.services.choices import Choices
from kundcenter.services.drafts import Drafts
from kundcenter.services.freed_times import FreedTimes
from kundcenter.services.journal import Journal
from kundcenter.services.link import Link
from kundcenter.services.log_review import LogReview
from kundcenter.services.on_call import OnCall
from kundcenter.services.operators import Operators
from kundcenter.services.packs import Packs
from kundcenter.services.people import People
from kundcenter.services.redirects import Redirects
from kundcenter.services.referrals import Referrals
from kundcenter.services.retention import Retention
from kundcenter.services.rules import Rules
from kundcenter.services.service_desk.questions import Questions
from kundcenter.services.service_desk.topics import Topics
from kundcenter.services.sessions import Seat, Sessions
from kundcenter.services.snippets import Snippets
from kundcenter.services.supervision.call_reviews import CallReviews
from kundcenter.services.supervision.explore import Explore
from kundcenter.services.supervision.feedback import FeedbackBook
from kundcenter.services.supervision.figures import Figures
from kundcenter.services.supervision.incidents import Incidents
from kundcenter.services.supervision.presences import Presences
from kundcenter.services.supervision.queue_calls import QueueCalls
from kundcenter.services.supervision.queue_closures import QueueClosures
from kundcenter.services.supervision.roster import Roster
from kundcenter.services.supervision.roster_terms import RosterTermsBook
from kundcenter.services.supervision.samples import Samples
from kundcenter.services.supervision.summaries import Summaries
from kundcenter.services.supervision.surveys import Surveys
from kundcenter.services.supervision.targets import Targets
from kundcenter.services.switchboard.absences import Absences
from kundcenter.services.switchboard.contacts import Contacts
from kundcenter.services.switchboard.inquiries import Inquiries
from kundcenter.services.switchboard.messages import Messages
from kundcenter.services.switchboard.modes import Modes
from kundcenter.services.switchboard.terms import SwitchboardTermsBook
from kundcenter.services.switchboard.transfers import Transfers
from kundcenter.services.teleq import Teleq
from kundcenter.services.timeslots import Timeslots
from kundcenter.services.units import Units
from kundcenter.services.wait_list import WaitList
from kundcenter.services.work_items import WorkItems
from kundcenter.sync.admission_ports import Gate
from kundcenter.sync.admitted import AdmittedOperators, AdmittedSessions
from resources.passwords import common_passwords
from resources.search import forbidden_terms


def utc_now() -> datetime:
    return datetime.now(UTC)


def new_id() -> UUID:
    return UUID(int=uuid7().int)


@cache
def published_codes() -> Mapping[str, CodeSet]:
    """Every code set that the program carries, by version."""
    return {found.version: found for found in map(code_set, resources.codes.tables())}


@cache
def published_red_flags() -> RedFlags:
    """The newest red-flag card that the program carries."""
    return max(map(red_flags, resources.red_flags.tables()), key=lambda card: card.version)


@cache
def published_consult() -> Consult:
    """Whom to ask elsewhere: the newest version that the program carries."""
    return max(map(consult, resources.consult.tables()), key=lambda content: content.version)


@dataclass(frozen=True, slots=True)
class DeskTerms:
    """Who the desk is, and where it gets its time and identities.

    `key` is the database key, which every operator's slot wraps.  `watched` says that the desk has
    a centre, which has the last word.  `gate` asks it who may sign in.
    """

    device_id: UUID
    key: bytes = field(repr=False)
    now: Callable[[], datetime] = utc_now
    new_id: Callable[[], UUID] = new_id
    cost: Argon2Cost = FULL_COST
    gui: Thread | None = None
    committed: Callable[[Commit], None] | None = None
    watched: bool = False
    gate: Gate | None = None


class Desk:
    """The services that one desk offers its window."""

    def __init__(self, engine: Engine, terms: DeskTerms) -> None:
        self._engine = engine
        self._terms = terms
        self.seat = Seat()
        self.codes = published_codes()
        store = SqlStore(
            engine,
            self._source,
            StoreTerms(
                terms.device_id,
                self.codes,
                final=not terms.watched,
                gui=terms.gui,
                committed=terms.committed,
                claim=touches.claim if terms.watched else None,
            ),
        )
        self.absences = Absences(store)
        self.alarms = Alarms(store)
        self.blocks = Blocks(store)
        self.bookings = Bookings(store)
        self.callback_queues = CallbackQueues(store)
        self.callbacks = Callbacks(store)
        self.calls = Calls(store)
        self.cancel_rules = CancelRuleSets(store)
        self.case_terms = CaseTermsBook(store)
        self.cases = Cases(store)
        self.choices = Choices(store)
        self.contacts = Contacts(store)
        self.drafts = Drafts(store)
        self.freed_times = FreedTimes(store)
        self.inquiries = Inquiries(store)
        self.journal = Journal(store, ForbiddenTerms.of(forbidden_terms()))
        self.log_review = LogReview(store)
        self.messages = Messages(store)
        self.modes = Modes(store)
        self.on_call = OnCall(store)
        self.packs = Packs(store)
        self.people = People(store)
        self.questions = Questions(store)
        self.redirects = Redirects(store)
        self.referrals = Referrals(store)
        self.retention = Retention(store)
        self._admit(store, terms.gate)
        self.rules = Rules(store)
        self.snippets = Snippets(store)
        self.switchboard_terms = SwitchboardTermsBook(store)
        self.teleq = Teleq(store)
        self.timeslots = Timeslots(store)
        self.topics = Topics(store)
        self.transfers = Transfers(store)
        self.units = Units(store)
        self.wait_list = WaitList(store)
        self.work_items = WorkItems(store)
        self._lead(store)
        self.link: Link | None = None  # at a desk that has a centre

    def _lead(self, store: Store) -> None:
        """What whoever leads the desk needs besides."""
        self.call_reviews = CallReviews(store)
        self.explore = Explore(store)
        self.feedback = FeedbackBook(store)
        self.figures = Figures(store)
        self.incidents = Incidents(store)
        self.presences = Presences(store)
        self.queue_calls = QueueCalls(store)
        self.queue_closures = QueueClosures(store)
        self.roster = Roster(store)
        self.roster_terms = RosterTermsBook(store)
        self.samples = Samples(store)
        self.summaries = Summaries(store)
        self.surveys = Surveys(store)
        self.targets = Targets(store)

    def _admit(self, store: Store, gate: Gate | None) -> None:
        """Who may sign in: what this desk alone says of it, or the centre behind the gate."""
        common, seal, unseal = common_passwords(), self._seal, slots.unseal
        self.operators = Operators(store, seal, common, unseal)
        self.sessions = Sessions(store, self.seat, unseal, self._decoy())
        if gate is None:
            return
        tickets = SqlTickets(self._engine, self._terms.device_id)
        self.operators = AdmittedOperators(store, seal, common, unseal, gate=gate, tickets=tickets)
        self.sessions = AdmittedSessions(
            store, self.seat, unseal, self._decoy(), gate=gate, tickets=tickets, seal=seal
        )

    @property
    def now(self) -> Callable[[], datetime]:
        """The clock that the desk's verbs go by."""
        return self._terms.now

    def end_sessions(self, ended: Ended) -> bool:
        """The centre has taken back these operators' leave; returns whether one sat here."""
        sessions = self.sessions
        return isinstance(sessions, AdmittedSessions) and sessions.end(ended)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _source(self) -> Source:
        terms = self._terms
        return Live(self.seat.actor, terms.now(), terms.device_id, terms.new_id)

    def _seal(self, operator_id: UUID, password: str) -> Slot:
        return slots.seal(password, self._terms.key, operator_id=operator_id, cost=self._terms.cost)

    def _decoy(self) -> Slot:
        cost = self._terms.cost
        return Slot(
            UUID(int=0), bytes(16), cost.memory_kib, cost.passes, cost.lanes, wrapped=bytes(40)
        )
