"""Carry out an operation again, by the same verb, in another store."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from kundcenter.errors import NotFound
from kundcenter.operations import (
    Operation,
    ReplayDiverged,
    Replayed,
    Source,
    decode_arguments,
    defaults_of,
    encode,
    retold,
)
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
from kundcenter.services.freed_times import FreedTimes
from kundcenter.services.journal import Journal
from kundcenter.services.log_review import LogReview
from kundcenter.services.on_call import OnCall
from kundcenter.services.operators import Operators
from kundcenter.services.packs import Packs
from kundcenter.services.people import People
from kundcenter.services.redirects import Redirects
from kundcenter.services.referrals import Referrals
from kundcenter.services.rules import Rules
from kundcenter.services.service_desk.questions import Questions
from kundcenter.services.service_desk.topics import Topics
from kundcenter.services.sessions import Seat, Sessions
from kundcenter.services.snippets import Snippets
from kundcenter.services.supervision.call_reviews import CallReviews
from kundcenter.services.supervision.feedback import FeedbackBook
from kundcenter.services.supervision.incidents import Incidents
from kundcenter.services.supervision.presences import Presences
from kundcenter.services.supervision.queue_calls import QueueCalls
from kundcenter.services.supervision.queue_closures import QueueClosures
from kundcenter.services.supervision.roster import Roster
from kundcenter.services.supervision.roster_terms import RosterTermsBook
from kundcenter.services.supervision.samples import Samples
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

Verb = Callable[..., object]


class VerbUnknown(NotFound):
    """No verb of this program has the kind.  Facts: kind."""

    code = "operation.verb_unknown"


@dataclass(slots=True)
class Original:
    """Hands the store, verb by verb, the source of the operation that is carried out again.

    `elsewhere` says that others write in that store too, so that other records may be touched.
    `arrived` is when that store was asked, where it decides; None where it was decided before.
    """

    elsewhere: bool = False
    arrived: datetime | None = None
    _replayed: Replayed | None = field(default=None)

    def take(self, operation: Operation, arguments: bytes, defaults: dict[str, object]) -> Replayed:
        self._replayed = Replayed(
            operation, arguments, defaults, elsewhere=self.elsewhere, came_at=self.arrived
        )
        return self._replayed

    def source(self) -> Source:
        assert self._replayed is not None, "no operation was taken"
        return self._replayed


class Replay:
    """The verbs of every service on one store, called by the kind of an operation.

    The store must have been opened with `original.source`.
    """

    def __init__(self, store: Store, original: Original) -> None:
        self._original = original
        self._services: dict[str, Any] = {
            "absences": Absences(store),
            "alarms": Alarms(store),
            "blocks": Blocks(store),
            "bookings": Bookings(store),
            "call_reviews": CallReviews(store),
            "callback_queues": CallbackQueues(store),
            "callbacks": Callbacks(store),
            "calls": Calls(store),
            "cancel_rules": CancelRuleSets(store),
            "case_terms": CaseTermsBook(store),
            "cases": Cases(store),
            "choices": Choices(store),
            "contacts": Contacts(store),
            "feedback": FeedbackBook(store),
            "freed_times": FreedTimes(store),
            "incidents": Incidents(store),
            "inquiries": Inquiries(store),
            "journal": Journal(store),
            "log_review": LogReview(store),
            "messages": Messages(store),
            "modes": Modes(store),
            "on_call": OnCall(store),
            "operators": Operators(store, _no_secrets, frozenset()),
            "packs": Packs(store),
            "people": People(store),
            "presences": Presences(store),
            "questions": Questions(store),
            "queue_calls": QueueCalls(store),
            "queue_closures": QueueClosures(store),
            "redirects": Redirects(store),
            "referrals": Referrals(store),
            "roster": Roster(store),
            "roster_terms": RosterTermsBook(store),
            "rules": Rules(store),
            "samples": Samples(store),
            "sessions": Sessions(store, Seat(), _no_secrets, None),
            "snippets": Snippets(store),
            "surveys": Surveys(store),
            "switchboard_terms": SwitchboardTermsBook(store),
            "targets": Targets(store),
            "teleq": Teleq(store),
            "timeslots": Timeslots(store),
            "topics": Topics(store),
            "transfers": Transfers(store),
            "units": Units(store),
            "wait_list": WaitList(store),
            "work_items": WorkItems(store),
        }

    def apply(self, operation: Operation) -> None:
        """Carry out one operation.

        Raises VerbUnknown, ReplayDiverged, msgspec.DecodeError, and whatever the verb's own
        rules refuse.
        """
        verb = self._verb(operation.kind)
        arguments = decode_arguments(operation.arguments, verb)
        renewed = encode(arguments)
        if not retold(operation.arguments, renewed):
            raise ReplayDiverged(kind=operation.kind, what="another verb")
        replayed = self._original.take(operation, renewed, defaults_of(verb))
        verb(**arguments)
        if not replayed.done:  # a method that is no verb: it looked, and left no operation
            raise VerbUnknown(kind=operation.kind)

    def apply_all(self, operations: Iterable[Operation]) -> int:
        """Carry out operations in their order; returns how many."""
        count = 0
        for operation in operations:
            self.apply(operation)
            count += 1
        return count

    def _verb(self, kind: str) -> Verb:
        noun, _, name = kind.partition(".")
        verb = getattr(self._services.get(noun), name, None)
        if name.startswith("_") or not callable(verb):
            raise VerbUnknown(kind=kind)
        found: Verb = verb
        return found


class CarriesOut(Protocol):
    """Carries one operation out again."""

    def __call__(self, operation: Operation, arrived: datetime | None = None) -> None: ...


def rerun(bound: Callable[[Callable[[], Source]], Store]) -> CarriesOut:
    """What carries operations out again in a store where others write too.

    `bound` opens the store with the source that it is given.  With each operation goes when the
    store was asked, if it decides (`Original.arrived`).  Raises as `Replay.apply`.
    """
    original = Original(elsewhere=True)
    replay = Replay(bound(original.source), original)

    def carry_out(operation: Operation, arrived: datetime | None = None) -> None:
        original.arrived = arrived
        replay.apply(operation)

    return carry_out


def _no_secrets(*_: object) -> Any:
    raise AssertionError("a replayed verb has no use for a password")
