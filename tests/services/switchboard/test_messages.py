"""Messages are taken, sent, printed, received or withdrawn, and every step of it is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kundcenter.domain.access import MATRIX, Function, NotPermitted, Role
from kundcenter.domain.access_log import Activity
from kundcenter.domain.calls import CallNotFound
from kundcenter.domain.papers import HIDDEN
from kundcenter.domain.people import PersonNotFound, Protection
from kundcenter.domain.switchboard.contacts import ContactNotFound
from kundcenter.domain.switchboard.message_letters import KEPT_BACK
from kundcenter.domain.switchboard.messages import (
    MessageChannel,
    MessageInvalid,
    MessageNotFound,
    MessageState,
    MessageStateWrong,
    MessageStepKind,
)
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.units import UnitNotFound
from kundcenter.start.desk import new_id
from tests.ground import NUMBER, Ground, rows
from tests.services.switchboard.desk_ground import (
    TO,
    answered,
    colleague,
    draft,
    staffed,
    taken,
)

PRINT, SPOKEN, SMS = MessageChannel.PRINT, MessageChannel.SPOKEN, MessageChannel.SMS


def kinds(ground: Ground, id: object) -> list[MessageStepKind]:
    return [each.kind for each in ground.desk.messages.steps(id)]  # type: ignore[arg-type]


def state(ground: Ground, id: object) -> MessageState:
    return next(each for each in ground.desk.messages.latest() if each.id == id).state


def test_what_was_taken_is_kept_and_waits(ground: Ground) -> None:
    ids = staffed(ground)
    contact = colleague(ground)
    ground.sign_in("vera")
    call = answered(ground)
    told = draft(contact, call_id=call, template="ring-upp", urgent=True)
    id = ground.desk.messages.write(told).the("message")
    (message,) = ground.desk.messages.waiting()
    assert (message.id, message.draft) == (id, told)
    assert (message.state, message.tries) == (MessageState.WAITING, 0)
    assert message.written_by == ids["vera"]
    assert message.state_at == message.written_at
    (step,) = ground.desk.messages.steps(id)
    assert (step.kind, step.at, step.by) == (
        MessageStepKind.WRITTEN,
        message.written_at,
        ids["vera"],
    )
    assert (step.late, step.fault) == (False, "")
    ground.sign_in("vidar")  # it is the centre's
    assert ground.desk.messages.waiting() == (message,)


def test_the_urgent_ones_come_first_and_then_the_oldest(ground: Ground) -> None:
    staffed(ground)
    contact = colleague(ground)
    first, second = taken(ground, contact), taken(ground, contact)
    urgent = taken(ground, contact, urgent=True)
    failed = taken(ground, contact)
    ground.desk.messages.failed(failed, "mail.away")
    waiting = [each.id for each in ground.desk.messages.waiting()]
    assert waiting == [urgent, first, second, failed]
    assert [each.id for each in ground.desk.messages.latest()] == [failed, urgent, second, first]
    ground.desk.messages.sent(urgent)
    assert [each.id for each in ground.desk.messages.waiting()] == [first, second, failed]


def test_a_message_that_failed_is_sent_at_last(ground: Ground) -> None:
    staffed(ground)
    id = taken(ground, colleague(ground))
    messages = ground.desk.messages
    messages.failed(id, "mail.away")
    messages.failed(id, "mail.refused")
    assert state(ground, id) is MessageState.FAILED
    messages.sent(id)
    (message,) = messages.latest()
    assert (message.state, message.tries) == (MessageState.SENT, 3)
    told = [(each.kind, each.fault) for each in messages.steps(id)]
    assert told == [
        (MessageStepKind.WRITTEN, ""),
        (MessageStepKind.FAILED, "mail.away"),
        (MessageStepKind.FAILED, "mail.refused"),
        (MessageStepKind.SENT, ""),
    ]
    assert message.state_at == messages.steps(id)[-1].at
    messages.received(id)
    assert state(ground, id) is MessageState.RECEIVED


def test_each_act_is_refused_where_it_has_no_place(ground: Ground) -> None:
    staffed(ground)
    contact, messages = colleague(ground), ground.desk.messages
    sent, withdrawn, received = (taken(ground, contact) for _ in range(3))
    messages.sent(sent)
    messages.withdraw(withdrawn)
    messages.received(received)
    wrong = MessageStateWrong
    for id, here in (
        (sent, MessageState.SENT),
        (withdrawn, MessageState.WITHDRAWN),
        (received, MessageState.RECEIVED),
    ):
        for verb in (messages.sent, messages.withdraw, lambda one: messages.failed(one, "a.b")):
            assert ground.refuses(wrong, verb, id) == {"id": id, "state": here}
        ground.refuses(wrong, messages.to_send, id)
    ground.refuses(wrong, messages.printed, withdrawn)
    ground.refuses(wrong, messages.received, withdrawn)
    ground.refuses(wrong, messages.take_print, withdrawn)
    ground.refuses(wrong, messages.received, received)
    for id, here in ((sent, MessageState.SENT), (received, MessageState.RECEIVED)):
        messages.printed(id)  # a copy
        assert state(ground, id) is here
        assert kinds(ground, id)[-1] is MessageStepKind.PRINTED


def test_what_is_spoken_or_printed_goes_by_no_server(ground: Ground) -> None:
    staffed(ground)
    contact, messages = colleague(ground), ground.desk.messages
    spoken = taken(ground, contact, channel=SPOKEN, address=NUMBER)
    printed = taken(ground, contact, channel=PRINT)
    for id in (spoken, printed):
        for verb in (messages.sent, messages.to_send):
            assert ground.refuses(MessageInvalid, verb, id) == {"field": "channel"}
    messages.failed(spoken, "message.unanswered")
    messages.received(spoken)
    messages.printed(printed)
    assert state(ground, spoken) is MessageState.RECEIVED
    assert state(ground, printed) is MessageState.PRINTED
    messages.received(printed)


def test_what_cannot_be_taken_leaves_nothing(ground: Ground) -> None:
    staffed(ground)
    contact = colleague(ground)
    gone = colleague(ground)
    ground.desk.contacts.retire(gone, upon=1)
    write = ground.desk.messages.write
    nobody = new_id()
    ground.refuses(ContactNotFound, write, draft(nobody))
    ground.refuses(ContactNotFound, write, draft(gone))
    ground.refuses(UnitNotFound, write, draft(None, unit_id=nobody))
    ground.refuses(CallNotFound, write, draft(contact, call_id=nobody))
    ground.refuses(PersonNotFound, write, draft(contact, person_id=nobody))
    ground.refuses(MessageInvalid, write, draft(None))
    ground.refuses(TextInvalid, write, draft(contact, text="\0"))
    for verb in (
        ground.desk.messages.sent,
        ground.desk.messages.printed,
        ground.desk.messages.received,
        ground.desk.messages.withdraw,
        ground.desk.messages.steps,
        ground.desk.messages.take_print,
        ground.desk.messages.to_send,
    ):
        ground.refuses(MessageNotFound, verb, nobody)
    id = taken(ground, contact)
    ground.refuses(MessageInvalid, ground.desk.messages.failed, id, "Ringde, ingen svarade")
    assert len(rows(ground.engine, "messages")["messages"]) == 1
    assert len(rows(ground.engine, "message_steps")["message_steps"]) == 1


def test_to_a_unit(ground: Ground) -> None:
    staffed(ground)
    ground.sign_in("admin")
    unit = ground.unit()
    ground.sign_in("vera")
    id = taken(ground, None, unit_id=unit, channel=PRINT)
    assert ground.desk.messages.take_print(id).to == ("Vårdcentralen Test",)


def test_the_page_says_who_it_is_for_and_about(ground: Ground) -> None:
    staffed(ground)
    contact = colleague(ground)
    ground.sign_in("vera")
    person = ground.person()
    id = taken(ground, contact, channel=PRINT, person_id=person)
    ground.sign_in("vidar")
    known = len(ground.accesses())
    page = ground.desk.messages.take_print(id)
    assert page.to == ("Anna Test", "Läkarsekreterare", "Medicinkliniken")
    assert (page.by, page.printed_by) == ("Test Vera", "Test Vidar")
    assert page.patient == ("Test Person 1988", "880702-2382")
    assert (page.protected, page.caller, page.callback) == (
        False,
        "En leverantör",
        "070-174 06 05",
    )
    assert page.message.state is MessageState.PRINTED
    records = ground.accesses(known)
    assert {(r.person_id, r.activity) for r in records} == {(person, Activity.PRINT)}
    assert {(r.object_kind, r.object_id) for r in records} == {("message", id)}
    assert "Person" not in repr(page) and "880702" not in repr(page)


def test_of_a_protected_person_neither_name_nor_number_leaves(ground: Ground) -> None:
    """The flag is asked for at every print and every sending, not when the message was taken."""
    staffed(ground)
    contact, person = colleague(ground), ground.person()
    call = answered(ground)
    id = taken(ground, contact, person_id=person, call_id=call)
    assert not ground.desk.messages.to_send(id).protected
    assert ground.desk.messages.to_send(id).callback == "070-174 06 05"
    ground.desk.people.protect(person, Protection.CONFIDENTIAL)
    for leaving in (ground.desk.messages.to_send(id), ground.desk.messages.take_print(id)):
        assert leaving.protected
        assert (leaving.callback, leaving.caller) == (KEPT_BACK, "")
    assert leaving.patient == (HIDDEN, HIDDEN)
    assert ground.desk.messages.latest()[0].draft.callback == NUMBER  # to who took it
    ground.sign_in("vidar")
    (shown,) = ground.desk.messages.latest()
    assert (shown.draft.callback, shown.draft.caller) == ("", "")


def test_a_call_about_a_protected_person_loses_its_number(ground: Ground) -> None:
    staffed(ground)
    contact, person = colleague(ground), ground.person()
    ground.desk.people.protect(person, Protection.PROTECTED_REGISTRATION)
    call = answered(ground)
    assert not ground.desk.calls.get(call).number_hidden
    taken(ground, contact, person_id=person, call_id=call)
    assert ground.desk.calls.get(call).number_hidden


def test_every_step_about_a_person_leaves_an_access_record(ground: Ground) -> None:
    staffed(ground)
    contact, person = colleague(ground), ground.person()
    messages = ground.desk.messages
    nobody, id = taken(ground, contact), taken(ground, contact, person_id=person)
    known = len(ground.accesses())
    messages.failed(nobody, "mail.away")
    messages.sent(nobody)
    assert ground.accesses(known) == ()
    messages.failed(id, "mail.away")
    messages.to_send(id)
    messages.printed(id)
    messages.received(id)
    assert [(r.activity, r.person_id, r.object_id) for r in ground.accesses(known)] == [
        (activity, person, id)
        for activity in (Activity.WRITE, Activity.READ, Activity.PRINT, Activity.WRITE)
    ]


@pytest.mark.parametrize("role", Role)
def test_those_who_work_calls_take_messages(ground: Ground, role: Role) -> None:
    staffed(ground)
    contact = colleague(ground)
    id = taken(ground, contact)
    ground.sign_in("admin")
    ground.operator("anybody", role)
    ground.sign_in("anybody")
    messages = ground.desk.messages
    if role in MATRIX[Function.WORK_CALLS]:
        taken(ground, contact, channel=SMS, address=NUMBER)
        messages.sent(id)
        assert len(messages.latest()) == 2
        return
    for verb in (messages.sent, messages.printed, messages.received, messages.withdraw):
        ground.refuses(NotPermitted, verb, id)
    ground.refuses(NotPermitted, messages.failed, id, "mail.away")
    ground.refuses(NotPermitted, messages.write, draft(contact))
    for look in (messages.waiting, messages.latest):
        ground.refuses(NotPermitted, look)
    ground.refuses(NotPermitted, messages.steps, id)
    ground.refuses(NotPermitted, messages.take_print, id)
    ground.refuses(NotPermitted, messages.to_send, id)


def test_nothing_of_a_message_stands_in_what_others_read_of_operations(ground: Ground) -> None:
    """Neither in a refusal's facts nor in the repr of what is handed around."""
    staffed(ground)
    contact = colleague(ground)
    told = replace(draft(contact), text="Hemligt ord", address="inte en adress")
    facts = ground.refuses(MessageInvalid, ground.desk.messages.write, told)
    assert facts == {"field": "address"}
    shown = repr(ground.desk.messages.to_send(taken(ground, contact)))
    for secret in (TO, NUMBER, "070-174", "leverans", "leverantör", "Anna Test"):
        assert secret not in shown
