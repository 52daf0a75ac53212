"""The stores of the switchboard and of the service desk."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Protocol
from uuid import UUID

from kundcenter.domain.service_desk.questions import Question, TopicCount
from kundcenter.domain.service_desk.topics import Topic
from kundcenter.domain.switchboard.absences import Absence
from kundcenter.domain.switchboard.contacts import Contact
from kundcenter.domain.switchboard.inquiries import Inquiry
from kundcenter.domain.switchboard.messages import Message, MessageState, MessageStep
from kundcenter.domain.switchboard.modes import ModeOrder
from kundcenter.domain.switchboard.terms import SwitchboardTerms
from kundcenter.domain.switchboard.transfers import Transfer


class ContactStore(Protocol):
    def get(self, id: UUID) -> Contact: ...
    def put(self, contact: Contact) -> None: ...
    def all(self) -> tuple[Contact, ...]: ...
    def some(self, ids: Collection[UUID]) -> tuple[Contact, ...]: ...
    def by_keys(self, directory: str, keys: Collection[str]) -> dict[str, Contact]:
        """Those of a directory by its own keys; retired ones too."""

    def keyed(self, directory: str) -> tuple[Contact, ...]:
        """All of a directory that have a key and are not retired."""


class AbsenceStore(Protocol):
    def get(self, id: UUID) -> Absence: ...
    def put(self, absence: Absence) -> None: ...
    def standing(self, at: datetime) -> tuple[Absence, ...]:
        """Those that hold then, or begin later, and have not been ended."""

    def of(self, contact_id: UUID, limit: int) -> tuple[Absence, ...]:
        """A contact's, the latest first."""


class SwitchboardTermsStore(Protocol):
    def get(self, id: UUID) -> SwitchboardTerms: ...
    def add(self, terms: SwitchboardTerms) -> None: ...
    def latest(self) -> SwitchboardTerms | None: ...
    def all(self) -> tuple[SwitchboardTerms, ...]: ...


class ModeOrderStore(Protocol):
    def get(self, id: UUID) -> ModeOrder: ...
    def put(self, order: ModeOrder) -> None: ...
    def standing(self, at: datetime) -> tuple[ModeOrder, ...]:
        """Those that have neither ended nor been lifted."""

    def next_after(self, at: datetime) -> ModeOrder | None:
        """The first order that begins later than that, also one that has been lifted."""


class MessageStore(Protocol):
    def get(self, id: UUID) -> Message: ...
    def put(self, message: Message) -> None: ...
    def add_step(self, step: MessageStep) -> None: ...
    def steps(self, message_ids: Collection[UUID]) -> tuple[MessageStep, ...]: ...
    def in_states(self, states: Collection[MessageState], limit: int) -> tuple[Message, ...]:
        """The urgent ones first, then the oldest."""

    def latest(self, by: UUID | None, limit: int) -> tuple[Message, ...]:
        """Of one operator or of all, the latest first."""


class TransferStore(Protocol):
    def get(self, id: UUID) -> Transfer: ...
    def find(self, id: UUID) -> Transfer | None: ...
    def put(self, transfer: Transfer) -> None: ...
    def of_calls(self, call_ids: Collection[UUID]) -> tuple[Transfer, ...]: ...
    def open_of(self, operator_id: UUID) -> tuple[Transfer, ...]:
        """Those of which nobody knows yet what came."""


class InquiryStore(Protocol):
    def add(self, inquiry: Inquiry) -> None: ...
    def latest(self, by: UUID | None, limit: int) -> tuple[Inquiry, ...]: ...
    def of_person(self, person_ids: Collection[UUID]) -> tuple[Inquiry, ...]: ...


class TopicStore(Protocol):
    def get(self, id: UUID) -> Topic:
        """The latest version."""

    def put(self, topic: Topic) -> None:
        """The version becomes the latest; it is kept for ever."""

    def all(self) -> tuple[Topic, ...]:
        """The latest version of every card, retired ones too."""

    def versions(self, topic_id: UUID) -> tuple[Topic, ...]: ...


class QuestionStore(Protocol):
    def get(self, id: UUID) -> Question: ...
    def put(self, question: Question) -> None: ...
    def waiting(self, limit: int) -> tuple[Question, ...]:
        """Those the editor has still to see to, the oldest first."""

    def counts(self, start: datetime, end: datetime) -> Iterable[TopicCount]: ...
