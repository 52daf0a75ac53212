"""What the core needs from outside.  Implemented in db/ and kundcenter/adapters/."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Actor
from kundcenter.domain.access_log import AccessRecord, Activity, Level, Purpose
from kundcenter.domain.blocks import Block, Lift, Reach, Revocation
from kundcenter.domain.drafts import Draft, Form
from kundcenter.domain.grounds import Ground, Standing
from kundcenter.domain.journal import Entry
from kundcenter.domain.operators import Operator, Session
from kundcenter.domain.slots import SignInAttempts, Slot
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.units import Unit
from kundcenter.domain.work_items import WorkItem
from kundcenter.ports.calling import AlarmStore, CallStore, HandOverStore, PartStore
from kundcenter.ports.claiming import (
    BookingStore,
    CallbackQueueStore,
    CallbackStore,
    CancelRulesStore,
    FreedTimeStore,
    TimeslotStore,
    WaitListStore,
)
from kundcenter.ports.guiding import (
    OnCallStore,
    PackStore,
    RedirectStore,
    ReferralStore,
    RuleSetStore,
    UnitCardStore,
)
from kundcenter.ports.handling import CaseStore, CaseTermsStore
from kundcenter.ports.people import MergeStore, PeopleStore, SpecialNoteStore
from kundcenter.ports.recording import (
    DisclosureStore,
    DissentStore,
    JournalStore,
    LogReviewStore,
    SnippetStore,
    WaitingStore,
)
from kundcenter.ports.supervision import (
    CallReviewStore,
    FeedbackStore,
    IncidentStore,
    PresenceStore,
    QueueCallStore,
    QueueClosureStore,
    RosterTermsStore,
    SampleStore,
    SurveyStore,
    TargetStore,
    WorkTurnStore,
)
from kundcenter.ports.supervision_figures import FigureKeeping, FigureStore
from kundcenter.ports.switchboard import (
    AbsenceStore,
    ContactStore,
    InquiryStore,
    MessageStore,
    ModeOrderStore,
    QuestionStore,
    SwitchboardTermsStore,
    TopicStore,
    TransferStore,
)
from kundcenter.ports.telephone import Line as Line


class OperatorStore(Protocol):
    def get(self, id: UUID) -> Operator: ...
    def put(self, operator: Operator) -> None: ...
    def by_user_name(self, user_name: str) -> Operator | None: ...
    def all(self) -> tuple[Operator, ...]: ...
    def count(self) -> int: ...


class SessionStore(Protocol):
    def get(self, id: UUID) -> Session: ...
    def put(self, session: Session) -> None: ...


class BlockStore(Protocol):
    def get(self, id: UUID) -> Block: ...
    def add(self, block: Block) -> None: ...
    def revoke(self, revocation: Revocation) -> None: ...
    def of_people(self, person_ids: Collection[UUID]) -> tuple[Block, ...]: ...
    def add_lift(self, lift: Lift) -> None: ...
    def lifts_of(self, person_ids: Collection[UUID], at: datetime) -> tuple[Lift, ...]: ...


class UnitStore(Protocol):
    def get(self, id: UUID) -> Unit: ...
    def put(self, unit: Unit) -> None: ...
    def all(self) -> tuple[Unit, ...]: ...


class ChoiceStore(Protocol):
    def of(self, operator_id: UUID) -> dict[str, str]: ...
    def put(self, operator_id: UUID, name: str, value: str) -> None: ...


class SlotStore(Protocol):
    """This desk's own: it is neither in an operation nor replayed."""

    def of(self, operator_id: UUID) -> Slot | None: ...
    def put(self, slot: Slot) -> None: ...
    def attempts(self, operator_id: UUID) -> SignInAttempts: ...
    def put_attempts(self, tried: SignInAttempts) -> None: ...


class DraftStore(Protocol):
    """This desk's own: unsaved text, neither in an operation nor replayed nor mirrored."""

    def of(self, operator_id: UUID) -> tuple[Draft, ...]: ...
    def put(self, draft: Draft) -> None: ...
    def form(self, operator_id: UUID, key: UUID) -> Form | None: ...
    def put_form(self, form: Form) -> None: ...
    def drop(self, operator_id: UUID, call_id: UUID, part_id: UUID | None = None) -> None: ...


class Keeping(Protocol):
    """One moment of what this desk keeps for its operator and nobody else."""

    @property
    def actor(self) -> Actor: ...
    @property
    def now(self) -> datetime: ...
    @property
    def drafts(self) -> DraftStore: ...
    @property
    def figures(self) -> FigureKeeping: ...


class WorkItemStore(Protocol):
    def get(self, id: UUID) -> WorkItem: ...
    def put(self, item: WorkItem) -> None: ...
    def open(self) -> tuple[WorkItem, ...]: ...


class Reading(Protocol):
    """One consistent moment of the store."""

    @property
    def actor(self) -> Actor: ...
    @property
    def now(self) -> datetime: ...
    @property
    def codes(self) -> CodeSet: ...
    def codes_of(self, version: str) -> CodeSet: ...
    @property
    def calls(self) -> CallStore: ...
    @property
    def alarms(self) -> AlarmStore: ...
    @property
    def parts(self) -> PartStore: ...
    @property
    def hand_overs(self) -> HandOverStore: ...
    @property
    def people(self) -> PeopleStore: ...
    @property
    def merges(self) -> MergeStore: ...
    @property
    def special_notes(self) -> SpecialNoteStore: ...
    @property
    def journal(self) -> JournalStore: ...
    @property
    def waiting(self) -> WaitingStore: ...
    @property
    def dissents(self) -> DissentStore: ...
    @property
    def disclosures(self) -> DisclosureStore: ...
    @property
    def operators(self) -> OperatorStore: ...
    @property
    def sessions(self) -> SessionStore: ...
    @property
    def units(self) -> UnitStore: ...
    @property
    def unit_cards(self) -> UnitCardStore: ...
    @property
    def redirects(self) -> RedirectStore: ...
    @property
    def on_call(self) -> OnCallStore: ...
    @property
    def rule_sets(self) -> RuleSetStore: ...
    @property
    def packs(self) -> PackStore: ...
    @property
    def referrals(self) -> ReferralStore: ...
    @property
    def timeslots(self) -> TimeslotStore: ...
    @property
    def callback_queues(self) -> CallbackQueueStore: ...
    @property
    def callbacks(self) -> CallbackStore: ...
    @property
    def bookings(self) -> BookingStore: ...
    @property
    def cancel_rules(self) -> CancelRulesStore: ...
    @property
    def freed_times(self) -> FreedTimeStore: ...
    @property
    def wait_list(self) -> WaitListStore: ...
    @property
    def cases(self) -> CaseStore: ...
    @property
    def case_terms(self) -> CaseTermsStore: ...
    @property
    def contacts(self) -> ContactStore: ...
    @property
    def absences(self) -> AbsenceStore: ...
    @property
    def switchboard_terms(self) -> SwitchboardTermsStore: ...
    @property
    def modes(self) -> ModeOrderStore: ...
    @property
    def messages(self) -> MessageStore: ...
    @property
    def transfers(self) -> TransferStore: ...
    @property
    def inquiries(self) -> InquiryStore: ...
    @property
    def topics(self) -> TopicStore: ...
    @property
    def questions(self) -> QuestionStore: ...
    @property
    def figures(self) -> FigureStore: ...
    @property
    def queue_calls(self) -> QueueCallStore: ...
    @property
    def queue_closures(self) -> QueueClosureStore: ...
    @property
    def presences(self) -> PresenceStore: ...
    @property
    def incidents(self) -> IncidentStore: ...
    @property
    def roster_terms(self) -> RosterTermsStore: ...
    @property
    def work_turns(self) -> WorkTurnStore: ...
    @property
    def targets(self) -> TargetStore: ...
    @property
    def surveys(self) -> SurveyStore: ...
    @property
    def samples(self) -> SampleStore: ...
    @property
    def call_reviews(self) -> CallReviewStore: ...
    @property
    def feedback(self) -> FeedbackStore: ...
    @property
    def choices(self) -> ChoiceStore: ...
    @property
    def slots(self) -> SlotStore: ...
    @property
    def snippets(self) -> SnippetStore: ...
    @property
    def log_reviews(self) -> LogReviewStore: ...
    @property
    def blocks(self) -> BlockStore: ...
    @property
    def work_items(self) -> WorkItemStore: ...
    def reach(self, person_id: UUID) -> Reach:
        """How far the actor sees into the person's record, by blocks and lifts."""

    def beyond_reach(self, call_ids: Collection[UUID]) -> frozenset[UUID]:
        """Those of the calls that have an entry which the actor does not see."""

    def entries_beyond_reach(self, entry_ids: Collection[UUID]) -> frozenset[UUID]:
        """Those of the entries that the actor does not see."""

    def about_protected(self, call_ids: Collection[UUID]) -> frozenset[UUID]:
        """Those of the calls that have an entry about somebody with protected identity."""

    def last_of(self, person_id: UUID) -> tuple[datetime | None, datetime | None]:
        """When the person's last entry was written, and when they were last accessed."""

    def accesses(self, person_id: UUID, limit: int) -> tuple[AccessRecord, ...]: ...


class Viewing(Reading, Protocol):
    """A look that the law wants a record of.  No record, no look."""

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
        """Write an access record, in the same transaction."""

    def witness_each(
        self,
        activity: Activity,
        person_ids: Collection[UUID],
        *,
        level: Level = Level.RECORD,
        purpose: Purpose = Purpose.CARE,
    ) -> None:
        """As `witness` once for each person: a list may have many."""

    def witness_operator(
        self, activity: Activity, operator_id: UUID | None = None, *, level: Level = Level.SESSION
    ) -> None:
        """As `witness` of what concerns an operator and no patient: seat, password, authority."""

    def grounded(self, person_id: UUID, ground: Ground) -> Standing:
        """On what ground the actor may open the person; what is stated now is kept as evidence.

        Raises GroundNeeded, GroundTooShort, TextInvalid.
        """

    def witness_lifted(self, reach: Reach, entries: Iterable[Entry]) -> None:
        """Write an emergency's access record for each entry that is seen by a lift only."""


class Work(Viewing, Protocol):
    """One unit of work: one transaction, one operation, one set of changes.

    `now` and `new_id()` are the only time and identity inside a verb.  `final` says whether
    this store has the last word.  `late` says that the verb was carried out before, at a desk,
    and others have written since: what happened is taken in as it can be.  `arrived` is when
    the store that decides was asked: `now` at a desk, and at the centre the centre's own clock,
    unless it is known that it was carried out in time.  Nothing else may ask where a verb runs.
    """

    @property
    def final(self) -> bool: ...
    @property
    def late(self) -> bool: ...
    @property
    def arrived(self) -> datetime: ...
    def new_id(self) -> UUID: ...
    def changes(self) -> Changes: ...


class Store(Protocol):
    def read(self) -> AbstractContextManager[Reading]: ...
    def view(self) -> AbstractContextManager[Viewing]: ...
    def opening(self) -> AbstractContextManager[Viewing]:
        """A view of one person.  Refused for want of a ground, or blocked, it leaves a record."""

    def keep(self) -> AbstractContextManager[Keeping]: ...
    def work(self, kind: str, /, **arguments: object) -> AbstractContextManager[Work]: ...
