"""Cases: complaints, views and praise, and what comes in by e-service (DOMAIN §7, §0.1).

One kind of case serves both.  It is the kundcenter's own file and never part of a record
(patientdatalagen 3 kap. 5 §; DOMAIN §7.4).  What is known of the matter is `CaseFacts`, where every
field is text in one checked form (`case_fields`), so that two who edit it apart can be joined
field by field; how it goes on is the rest of `Case`, and `CaseStep` says what was done.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from kundcenter.domain.case_codes import (
    FEEDBACK,
    OVER,
    AnswerBy,
    CaseAct,
    CaseChannel,
    CaseField,
    CaseKind,
    ClockKind,
    Complainant,
    Duty,
    EditOutcome,
    Injury,
    InjuryDecision,
    LetterKind,
    Recipient,
    Said,
    Service,
    Stage,
)
from kundcenter.domain.case_numbers import case_number
from kundcenter.domain.people import Person


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What is known of the matter: each field as text, empty when it was not said.

    `person` and `unit` are ids as text; `event` is YYYY, YYYY-MM or YYYY-MM-DD; `number` is E.164;
    `category` is a code of the case terms in force.  `words` are the caller's own, `summary` is
    the operator's.  `patient` names one who is not identified; `heard` is whether the care
    provider has answered already; `registry` the number in the region's register.
    """

    kind: CaseKind = CaseKind.COMPLAINT
    complainant: Complainant = Complainant.UNSAID
    name: str = field(default="", repr=False)
    relation: str = field(default="", repr=False)
    consent: Said = Said.UNSAID
    person: str = ""
    patient: str = field(default="", repr=False)
    number: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    answer_by: AnswerBy = AnswerBy.UNSAID
    event: str = ""
    unit: str = ""
    provider: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    summary: str = field(default="", repr=False)
    wanted: str = field(default="", repr=False)
    child: Said = Said.UNSAID
    language: str = ""
    injury: Injury = Injury.UNSAID
    protected: Said = Said.UNSAID
    category: str = ""
    recipient: Recipient = Recipient.UNSAID
    heard: Said = Said.UNSAID
    registry: str = ""

    def value(self, name: CaseField) -> str:
        return str(getattr(self, name))

    @property
    def unit_id(self) -> UUID | None:
        return UUID(self.unit) if self.unit else None

    @property
    def person_id(self) -> UUID | None:
        return UUID(self.person) if self.person else None

    @property
    def anonymous(self) -> bool:
        return self.complainant is Complainant.ANONYMOUS

    @property
    def answerable(self) -> bool:
        """An anonymous view is accepted but cannot be answered (DOMAIN §7.2)."""
        return not self.anonymous and self.answer_by is not AnswerBy.NOT

    @property
    def injured(self) -> bool:
        return self.injury in {Injury.SUSPECTED, Injury.SERIOUS}

    def bare(self) -> CaseFacts:
        """What a list may show: nothing of who it is about or what was said."""
        return CaseFacts(
            kind=self.kind,
            complainant=self.complainant,
            answer_by=self.answer_by,
            event=self.event,
            unit=self.unit,
            child=self.child,
            language=self.language,
            injury=self.injury,
            protected=self.protected,
            category=self.category,
            recipient=self.recipient,
            heard=self.heard,
        )


@dataclass(frozen=True, slots=True)
class Case:
    """One matter, and how far it has come.

    `version` is drawn up by whoever moves it on; a claim upon an older one is stale.  `due_at` is
    the end of the next clock that runs (`due_clock`), for lists; None while it waits for the
    complainant or nothing is due.  `paused_days` are whole days of earlier waits; `paused_since`
    is the day of the present one.  `promised_on` is the last new date the complainant was told.
    `conflicts` is how many differences wait for somebody to choose.  `flagged`: something came in
    after it was over.  `source` is the number in the e-service; `callback_id` the call that the
    matter was placed in.
    """

    id: UUID
    care_unit: str
    channel: CaseChannel
    received_at: datetime
    registered_at: datetime
    registered_by: UUID
    facts: CaseFacts
    stage: Stage
    stage_at: datetime
    version: int = 0
    service: Service | None = None
    source: str = ""
    call_id: UUID | None = None
    owner: UUID | None = None
    confirmed_at: datetime | None = None
    answered_at: datetime | None = None
    over_at: datetime | None = None
    alerted_at: datetime | None = None
    decision: InjuryDecision = InjuryDecision.UNDECIDED
    decided_at: datetime | None = None
    paused_since: date | None = None
    pause_reason: str = field(default="", repr=False)
    paused_days: int = 0
    promised_on: date | None = None
    promised_paused: int = 0  # `paused_days` when that date was told
    due_at: datetime | None = None
    due_clock: ClockKind | None = None
    conflicts: int = 0
    flagged: bool = False
    handed_to: Recipient = Recipient.UNSAID
    callback_id: UUID | None = None

    @property
    def kind(self) -> CaseKind:
        return self.facts.kind

    @property
    def feedback(self) -> bool:
        """Whether it is a complaint, a view, praise or a question, whichever way it came."""
        return self.kind in FEEDBACK

    @property
    def over(self) -> bool:
        return self.stage in OVER

    @property
    def number(self) -> str:
        return case_number(self.id)

    def bare(self) -> Case:
        """As a list may show it."""
        return replace(self, facts=self.facts.bare(), pause_reason="")


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One thing that was done, and by whom.  Never changed and never taken away."""

    id: UUID
    case_id: UUID
    at: datetime
    by: UUID
    act: CaseAct
    text: str = field(default="", repr=False)
    owner: UUID | None = None
    day: date | None = None  # a new date, or the day of an answer
    days: int = 0  # of the wait that ended
    duty: Duty | None = None
    decision: InjuryDecision = InjuryDecision.UNDECIDED
    recipient: Recipient = Recipient.UNSAID
    letter: LetterKind | None = None
    by_way: AnswerBy = AnswerBy.UNSAID
    late: bool = False  # it came when the case was over, or had been done already


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """What an edit wants of one field: the value that was seen, and the new one."""

    name: CaseField
    old: str = field(repr=False)
    new: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CaseEdit:
    """What became of the edit of one field: its history.

    `old` is what the editor had seen, `new` what they wanted, and `stood` what there was.  Of a
    CONFLICT `stood` goes on counting until one is CHOSEN, which `settles` it.
    """

    id: UUID
    case_id: UUID
    name: CaseField
    old: str = field(repr=False)
    new: str = field(repr=False)
    stood: str = field(repr=False)
    at: datetime
    by: UUID
    outcome: EditOutcome
    settles: UUID | None = None


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """What is taken in at first.  `received_at` None: now.  `confirmed`: said or handed over at
    once, in the call (the printed acknowledgement).  `service` is of an e-service's matter only.
    """

    facts: CaseFacts
    channel: CaseChannel = CaseChannel.TELEPHONE
    received_at: datetime | None = None
    confirmed: AnswerBy = AnswerBy.UNSAID
    service: Service | None = None


@dataclass(frozen=True, slots=True)
class ToldCase:
    """A case as it is opened, with all that was done and said.  `person` is who it is about."""

    case: Case
    steps: tuple[CaseStep, ...]
    edits: tuple[CaseEdit, ...]
    person: Person | None = None
    protected: bool = False  # by register or by what was said
    names: dict[UUID, str] = field(default_factory=dict)  # of operators

    @property
    def conflicts(self) -> tuple[CaseEdit, ...]:
        """The differences that wait for somebody to choose, the oldest first."""
        return open_conflicts(self.edits)


def open_conflicts(edits: tuple[CaseEdit, ...]) -> tuple[CaseEdit, ...]:
    """Of a case's whole history: the differences that nobody has settled."""
    settled = {each.settles for each in edits if each.settles is not None}
    return tuple(
        each for each in edits if each.outcome is EditOutcome.CONFLICT and each.id not in settled
    )
