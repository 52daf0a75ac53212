"""The stores of the supervisor: who works when, what is aimed at, what came of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol
from uuid import UUID

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


class QueueCallStore(Protocol):
    def get(self, id: UUID) -> QueueCall: ...
    def find(self, id: UUID) -> QueueCall | None: ...
    def put(self, call: QueueCall) -> None: ...
    def some(self, ids: Collection[UUID]) -> tuple[QueueCall, ...]: ...
    def between(self, start: datetime, end: datetime) -> tuple[QueueCall, ...]:
        """Those who joined from `start` up to `end`, by when they did."""


class QueueClosureStore(Protocol):
    def get(self, id: UUID) -> Closure: ...
    def put(self, closure: Closure) -> None: ...
    def some(self, ids: Collection[UUID]) -> tuple[Closure, ...]: ...
    def standing(self, at: datetime) -> tuple[Closure, ...]:
        """Those that have neither ended nor been lifted."""

    def between(self, start: datetime, end: datetime) -> tuple[Closure, ...]:
        """Those that hold at some time from `start` up to `end`; lifted ones too."""


class PresenceStore(Protocol):
    """All by when they began."""

    def get(self, id: UUID) -> Presence: ...
    def put(self, presence: Presence) -> None: ...
    def open(self) -> tuple[Presence, ...]:
        """All that nobody has ended."""

    def open_of(self, operator_id: UUID) -> tuple[Presence, ...]: ...
    def of(self, operator_id: UUID, start: datetime, end: datetime) -> tuple[Presence, ...]: ...
    def between(self, start: datetime, end: datetime) -> tuple[Presence, ...]:
        """Those that lie at least partly between."""


class IncidentStore(Protocol):
    """All by when they began."""

    def get(self, id: UUID) -> Incident: ...
    def put(self, incident: Incident) -> None: ...
    def standing(self) -> tuple[Incident, ...]:
        """Those that nobody has said are over."""

    def between(self, start: datetime, end: datetime) -> tuple[Incident, ...]:
        """Those that lie at least partly between."""


class RosterTermsStore(Protocol):
    def get(self, id: UUID) -> RosterTerms: ...
    def add(self, terms: RosterTerms) -> None: ...
    def latest(self) -> RosterTerms | None: ...
    def all(self) -> tuple[RosterTerms, ...]: ...


class WorkTurnStore(Protocol):
    def get(self, id: UUID) -> WorkTurn: ...
    def put(self, turn: WorkTurn) -> None: ...
    def between(self, start: datetime, end: datetime) -> tuple[WorkTurn, ...]:
        """Those on the roster that lie at least partly between."""


class TargetStore(Protocol):
    def get(self, id: UUID) -> Target: ...
    def find(self, id: UUID) -> Target | None: ...
    def put(self, target: Target) -> None: ...
    def all(self) -> tuple[Target, ...]:
        """Also those that were taken away."""


class SurveyStore(Protocol):
    def get(self, id: UUID) -> SurveyResult: ...
    def put(self, result: SurveyResult) -> None: ...
    def all(self) -> tuple[SurveyResult, ...]:
        """Also those that were taken away."""


class SampleStore(Protocol):
    def get(self, id: UUID) -> Sample: ...
    def add(self, sample: Sample) -> None: ...
    def latest(self, limit: int) -> tuple[Sample, ...]: ...
    def add_judged(self, judged: SampledCall) -> None: ...
    def judged(self, sample_ids: Collection[UUID]) -> tuple[SampledCall, ...]:
        """Every judgement, the oldest first."""


class CallReviewStore(Protocol):
    def get(self, id: UUID) -> CallReview: ...
    def put(self, review: CallReview) -> None: ...
    def latest(self, limit: int) -> tuple[CallReview, ...]:
        """Those that were begun last, the latest first."""

    def of_operator(self, operator_id: UUID, limit: int) -> tuple[CallReview, ...]:
        """Those of the operator's calls that have been written, the latest begun first."""

    def of_calls(self, call_ids: Collection[UUID]) -> tuple[CallReview, ...]: ...


class FeedbackStore(Protocol):
    def get(self, id: UUID) -> Feedback: ...
    def put(self, told: Feedback) -> None: ...
    def waiting(self, limit: int) -> tuple[Feedback, ...]:
        """Those that an owner has still to see to, the oldest first."""

    def latest(self, limit: int) -> tuple[Feedback, ...]:
        """The latest first."""

    def of_sender(self, operator_id: UUID, limit: int) -> tuple[Feedback, ...]: ...
