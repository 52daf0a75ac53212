"""What may stand in a message, what may be done with it, and what stands when all is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations, product
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.switchboard.messages import (
    OPEN,
    SMS_LIMIT,
    TEXT_LIMIT,
    Message,
    MessageChannel,
    MessageDraft,
    MessageInvalid,
    MessageState,
    MessageStateWrong,
    MessageStepKind,
    checked_draft,
    checked_fault,
    must_go_by_server,
)
from kundcenter.domain.text import TextInvalid

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
ID, WHO = UUID(int=1), UUID(int=2)
MAIL = MessageDraft(MessageChannel.MAIL, "Ring upp.", contact_id=WHO, address="a@example.com")
SMS = replace(MAIL, channel=MessageChannel.SMS, address="+46701740605")
PAPER = replace(MAIL, channel=MessageChannel.PRINT, address="")
SPOKEN = replace(MAIL, channel=MessageChannel.SPOKEN, address="")
DONE = [kind for kind in MessageStepKind if kind is not MessageStepKind.WRITTEN]


def written(draft: MessageDraft = MAIL) -> Message:
    return Message(ID, draft, MessageState.WAITING, AT, WHO, AT)


def at(minutes: int) -> datetime:
    return AT + timedelta(minutes=minutes)


def test_every_way_has_an_address_of_its_own_form() -> None:
    for draft in (MAIL, SMS, PAPER, SPOKEN):
        assert checked_draft(draft) == draft
    kept = checked_draft(replace(SMS, address=" 070-174 06 05 ", callback="1177"))
    assert (kept.address, kept.callback) == ("+46701740605", "1177")
    assert checked_draft(replace(MAIL, address=" A.b@EXAMPLE.com ")).address == "A.b@example.com"
    assert checked_draft(replace(SPOKEN, address="031-390 06 00")).address == "+46313900600"


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(MAIL, contact_id=None), "to"),
        (replace(MAIL, unit_id=WHO), "to"),
        (replace(MAIL, text=" \n "), "text"),
        (replace(MAIL, text="⟦!namn⟧ vill bli uppringd"), "text"),
        (replace(MAIL, text="Ring upp⟪ om ⟦ärende⟧⟫."), "text"),
        (replace(MAIL, address=""), "address"),
        (replace(MAIL, address="a@b"), "address"),
        (replace(MAIL, address="a@example.com, b@example.com"), "address"),
        (replace(MAIL, address="a@example.com\nBcc: b@example.com"), "address"),
        (replace(SMS, address=""), "address"),
        (replace(SMS, address="1177"), "address"),
        (replace(SMS, address="3101"), "address"),
        (replace(SMS, address="a@example.com"), "address"),
        (replace(PAPER, address="+46701740605"), "address"),
        (replace(SPOKEN, address="a@example.com"), "address"),
        (replace(MAIL, callback="vet inte"), "callback"),
    ],
)
def test_what_no_message_can_have(draft: MessageDraft, field: str) -> None:
    with pytest.raises(MessageInvalid) as caught:
        checked_draft(draft)
    assert caught.value.facts == {"field": field}


def test_how_long_a_text_may_be() -> None:
    for draft, limit in ((MAIL, TEXT_LIMIT), (PAPER, TEXT_LIMIT), (SMS, SMS_LIMIT)):
        assert checked_draft(replace(draft, text="x" * limit)).text == "x" * limit
        with pytest.raises(TextInvalid) as caught:
            checked_draft(replace(draft, text="x" * (limit + 1)))
        assert caught.value.facts["limit"] == limit


def test_a_fault_is_a_code_and_never_words() -> None:
    assert checked_fault("mail.away") == "mail.away"
    for wrong in ("", "Mail.away", "anna@example.com", "mail away", "a" * 81, "mail.away\n"):
        with pytest.raises(MessageInvalid) as caught:
            checked_fault(wrong)
        assert caught.value.facts == {"field": "fault"}


def test_only_what_a_server_takes_is_sent() -> None:
    for draft, goes in ((MAIL, True), (SMS, True), (PAPER, False), (SPOKEN, False)):
        if goes:
            must_go_by_server(written(draft))
        else:
            with pytest.raises(MessageInvalid):
                must_go_by_server(written(draft))


def allowed(state: MessageState, kind: MessageStepKind) -> bool:
    try:
        replace(written(), state=state).must_allow(kind)
    except MessageStateWrong as error:
        assert error.facts == {"id": ID, "state": state}
        return False
    return True


def test_what_may_be_done_in_each_state() -> None:
    may = {
        kind: {state for state in MessageState if allowed(state, kind)} for kind in MessageStepKind
    }
    standing = set(MessageState) - {MessageState.WITHDRAWN}
    assert may == {
        MessageStepKind.WRITTEN: set(),
        MessageStepKind.SENT: OPEN,
        MessageStepKind.FAILED: OPEN,
        MessageStepKind.WITHDRAWN: OPEN,
        MessageStepKind.PRINTED: standing,
        MessageStepKind.RECEIVED: standing - {MessageState.RECEIVED},
    }


def test_what_is_allowed_never_leads_back() -> None:
    """At the desk a step leads to its own state, but a copy of what has gone changes nothing."""
    for state, kind in product(MessageState, DONE):
        if allowed(state, kind):
            now = replace(written(), state=state).after(kind, at(1))
            copy = kind is MessageStepKind.PRINTED and state in {
                MessageState.SENT,
                MessageState.RECEIVED,
            }
            wanted = state if copy else MessageState[kind.name]
            assert (now.state, now.state_at) == (wanted, AT if copy else at(1))


def test_in_whatever_order_steps_become_known_the_same_stands() -> None:
    for kinds in product(DONE, repeat=3):
        steps = [(kind, at(1 + number)) for number, kind in enumerate(kinds)]
        outcomes = set()
        for order in permutations(steps):
            message = written()
            for kind, when in order:
                message = message.after(kind, when)
            outcomes.add((message.state, message.state_at, message.tries))
        assert len(outcomes) == 1, kinds


@given(
    steps=st.lists(st.tuples(st.sampled_from(DONE), st.integers(0, 99)), max_size=8), of=st.data()
)
def test_the_same_for_longer_stories(
    steps: list[tuple[MessageStepKind, int]], of: st.DataObject
) -> None:
    def told(order: list[tuple[MessageStepKind, int]]) -> Message:
        message = written()
        for kind, minute in order:
            message = message.after(kind, at(minute))
        return message

    one = told(steps)
    assert told(of.draw(st.permutations(steps))) == one
    tried = {MessageStepKind.SENT, MessageStepKind.FAILED}
    assert one.tries == sum(kind in tried for kind, _ in steps)
    if any(kind is MessageStepKind.RECEIVED for kind, _ in steps):
        assert one.state is MessageState.RECEIVED


def test_of_a_protected_person_neither_caller_nor_number_is_shown() -> None:
    told = replace(MAIL, callback="+46701740605", caller="En granne")
    veiled = written(told).veiled()
    assert (veiled.draft.callback, veiled.draft.caller) == ("", "")
    assert veiled.draft.text == told.text


def test_what_is_said_stays_out_of_reprs() -> None:
    told = replace(MAIL, callback="+46701740605", caller="En granne")
    shown = repr(written(told))
    for secret in ("Ring upp", "a@example.com", "46701740605", "granne"):
        assert secret not in shown
