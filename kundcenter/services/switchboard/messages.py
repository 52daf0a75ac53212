"""Messages to people and units."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.calendar import local
from kundcenter.domain.calls import CallNotFound
from kundcenter.domain.operators import OperatorNotFound
from kundcenter.domain.papers import HIDDEN, number
from kundcenter.domain.people import Person, PersonNotFound
from kundcenter.domain.switchboard.contacts import ContactNotFound
from kundcenter.domain.switchboard.message_letters import LeavingMessage
from kundcenter.domain.switchboard.messages import (
    OPEN,
    Message,
    MessageDraft,
    MessageState,
    MessageStep,
    MessageStepKind,
    checked_draft,
    checked_fault,
    must_go_by_server,
)
from kundcenter.domain.units import UnitNotFound
from kundcenter.ports import Reading, Store, Viewing, Work

LATEST = 200


class Messages:
    """Lists show the text: everybody who works calls may see what the centre has taken.

    What was done with a message has happened, whatever others did with it meanwhile: a step that
    comes late is kept, and what went the furthest stands.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def write(self, draft: MessageDraft) -> Changes:
        """A message is taken; it waits to be sent, printed or read out.

        Late, to a unit that the centre does not know, it keeps its address and its text.
        Raises MessageInvalid, ContactNotFound, UnitNotFound, CallNotFound, PersonNotFound,
        TextInvalid.
        """
        with self._store.work("messages.write", draft=draft) as work:
            work.actor.must(Function.WORK_CALLS)
            id, step_id = work.new_id(), work.new_id()
            good = _about(work, _for_whom_is_known(work, checked_draft(draft)))
            message = Message(
                id, good, MessageState.WAITING, work.now, work.actor.operator_id, work.now
            )
            work.messages.put(message)
            work.messages.add_step(
                MessageStep(step_id, id, MessageStepKind.WRITTEN, work.now, message.written_by)
            )
            _note(work, message, Activity.WRITE)
        return work.changes()

    def sent(self, message_id: UUID) -> Changes:
        """The mail server has taken it. Raises MessageNotFound, MessageStateWrong,
        MessageInvalid.
        """
        with self._store.work("messages.sent", message_id=message_id) as work:
            message = _step(work, message_id, MessageStepKind.SENT)
            must_go_by_server(message)
        return work.changes()

    def failed(self, message_id: UUID, fault: str) -> Changes:
        """It did not go: the code of the error. Raises MessageNotFound, MessageStateWrong,
        MessageInvalid.
        """
        with self._store.work("messages.failed", message_id=message_id, fault=fault) as work:
            _step(work, message_id, MessageStepKind.FAILED, fault=checked_fault(fault))
        return work.changes()

    def printed(self, message_id: UUID) -> Changes:
        """It is on paper; of one that has gone already, a copy. Raises MessageNotFound,
        MessageStateWrong.
        """
        with self._store.work("messages.printed", message_id=message_id) as work:
            _step(work, message_id, MessageStepKind.PRINTED)
        return work.changes()

    def received(self, message_id: UUID) -> Changes:
        """Whoever it is for has it. Raises MessageNotFound, MessageStateWrong."""
        with self._store.work("messages.received", message_id=message_id) as work:
            _step(work, message_id, MessageStepKind.RECEIVED)
        return work.changes()

    def withdraw(self, message_id: UUID) -> Changes:
        """It shall not be delivered. Raises MessageNotFound, MessageStateWrong."""
        with self._store.work("messages.withdraw", message_id=message_id) as work:
            _step(work, message_id, MessageStepKind.WITHDRAWN)
        return work.changes()

    def take_print(self, message_id: UUID) -> LeavingMessage:
        """What stands on the page; that it is printed is written first, with an access record.

        Raises MessageNotFound, MessageStateWrong.
        """
        self.printed(message_id)
        return self._leaving(message_id, Activity.PRINT)

    def to_send(self, message_id: UUID) -> LeavingMessage:
        """What is sent now: whether the person is protected is asked anew, with an access record.

        Raises MessageNotFound, MessageStateWrong, MessageInvalid.
        """
        return self._leaving(message_id, Activity.READ)

    def waiting(self) -> tuple[Message, ...]:
        """Those that have not gone, of everybody: urgent ones first, then the oldest."""
        with self._store.read() as reading:
            reading.actor.must(Function.WORK_CALLS)
            return _shown(reading, reading.messages.in_states(OPEN, LATEST))

    def latest(self) -> tuple[Message, ...]:
        """The latest two hundred of everybody."""
        with self._store.read() as reading:
            reading.actor.must(Function.WORK_CALLS)
            return _shown(reading, reading.messages.latest(None, LATEST))

    def steps(self, message_id: UUID) -> tuple[MessageStep, ...]:
        """What happened to it, in order. Raises MessageNotFound."""
        with self._store.read() as reading:
            reading.actor.must(Function.WORK_CALLS)
            message = reading.messages.get(message_id)
            return reading.messages.steps((message.id,))

    def _leaving(self, message_id: UUID, activity: Activity) -> LeavingMessage:
        with self._store.view() as view:
            view.actor.must(Function.WORK_CALLS)
            message = view.messages.get(message_id)
            printing = activity is Activity.PRINT
            if not printing:
                message.must_allow(MessageStepKind.SENT)
                must_go_by_server(message)
            _witness(view, message, activity)
            person = _person(view, message)
            return LeavingMessage(
                message=message,
                to=_receiver(view, message),
                by=_name(view, message.written_by),
                at=view.now,
                printed_by=_name(view, view.actor.operator_id),
                patient=_patient(view, person) if printing else None,
                protected=person is not None and person.protected,
            )


def _step(work: Work, message_id: UUID, kind: MessageStepKind, *, fault: str = "") -> Message:
    """Take a step with the message; late, whatever others have done with it."""
    work.actor.must(Function.WORK_CALLS)
    id, was = work.new_id(), work.messages.get(message_id)
    if not work.late:
        was.must_allow(kind)
    message = was.after(kind, work.now)
    work.messages.put(message)
    unmoved = (message.state, message.state_at) == (was.state, was.state_at)
    late = unmoved and not was.allows(kind)
    work.messages.add_step(
        MessageStep(id, was.id, kind, work.now, work.actor.operator_id, fault, late)
    )
    _note(work, message, Activity.PRINT if kind is MessageStepKind.PRINTED else Activity.WRITE)
    return message


def _for_whom_is_known(work: Work, draft: MessageDraft) -> MessageDraft:
    """Raises ContactNotFound, UnitNotFound; late, the directory may be another."""
    if draft.contact_id is not None and not work.late:
        contact = work.contacts.get(draft.contact_id)
        if contact.retired_at is not None:
            raise ContactNotFound(id=contact.id)
    try:
        if draft.unit_id is not None:
            work.units.get(draft.unit_id)
    except UnitNotFound:
        if not work.late:
            raise
        return replace(draft, unit_id=None)
    return draft


def _about(work: Work, draft: MessageDraft) -> MessageDraft:
    """Raises CallNotFound, PersonNotFound.  The call's number goes when the person is protected.

    Late, somebody whom nobody knows is left out, and a desk of another team does not have the
    call: then the centre sees to it.
    """
    try:
        call = None if draft.call_id is None else work.calls.get(draft.call_id)
    except CallNotFound:
        if not work.late:
            raise
        call = None
    if draft.person_id is None:
        return draft
    try:
        person = work.people.kept(work.people.get(draft.person_id))
    except PersonNotFound:
        if not work.late:
            raise
        return replace(draft, person_id=None)
    if call is not None:
        work.calls.guard_number(call.id, person)
    return draft


def _note(work: Work, message: Message, activity: Activity) -> None:
    """The access record of what is done with a message about somebody who is registered."""
    if message.draft.person_id is not None:
        _witness(work, message, activity)


def _witness(view: Viewing, message: Message, activity: Activity) -> None:
    view.witness(
        activity,
        message.draft.person_id,
        level=Level.OVERVIEW,
        purpose=Purpose.ADMINISTRATION,
        subject=("message", message.id),
    )


def _shown(reading: Reading, messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """As everybody may see them: about a protected person only who wrote it sees whom to ring."""
    about = {each.draft.person_id for each in messages} - {None}
    some = reading.people.some([id for id in about if id is not None])
    hidden = {id for id, person in some.items() if reading.people.kept(person).protected}
    me = reading.actor.operator_id
    return tuple(
        each.veiled() if each.draft.person_id in hidden and each.written_by != me else each
        for each in messages
    )


def _person(view: Viewing, message: Message) -> Person | None:
    id = message.draft.person_id
    return None if id is None else view.people.kept(view.people.get(id))


def _patient(view: Viewing, person: Person | None) -> tuple[str, str] | None:
    if person is None:
        return None
    if person.protected:
        return HIDDEN, HIDDEN
    return person.name, number(person.person_id, local(view.now).date())


def _receiver(reading: Reading, message: Message) -> tuple[str, ...]:
    draft = message.draft
    try:
        if draft.contact_id is not None:
            told = reading.contacts.get(draft.contact_id).told
            return tuple(filter(None, (told.name, told.title, told.workplace)))
        if draft.unit_id is not None:
            return (reading.units.get(draft.unit_id).name,)
    except (ContactNotFound, UnitNotFound):
        pass
    return ()


def _name(reading: Reading, id: UUID) -> str:
    try:
        return reading.operators.get(id).name
    except OperatorNotFound:
        return ""
