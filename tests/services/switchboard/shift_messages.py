"""A shift's work at the switchboard: terms, modes, messages, and callers who are passed on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from kundcenter.domain.lines import ReturnReason
from kundcenter.domain.opening import Hours, OtherHours
from kundcenter.domain.switchboard.messages import MessageChannel, MessageDraft
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.domain.switchboard.terms import Greeting
from kundcenter.domain.switchboard.terms_default import DEFAULT
from kundcenter.domain.switchboard.transfers import (
    TargetKind,
    TransferDraft,
    TransferHow,
    TransferState,
)
from tests.ground import NUMBER, Ground

ODD = "Test \u2028å😀"


def switchboard(ground: Ground, person: UUID, call: UUID, unit: UUID, contact: UUID) -> None:
    """Every verb, by somebody who leads and has the call."""
    _terms(ground)
    _messages(ground, person, call, unit, contact)
    _transfers(ground, person, call, contact)


def _terms(ground: Ground) -> None:
    book, modes = ground.desk.switchboard_terms, ground.desk.modes
    book.publish(DEFAULT, upon=0, demonstration=True)
    day = ground.clock.at.date()
    closed = Hours(DEFAULT.day.spans, (OtherHours(day, day, comment=ODD),))
    own = (*DEFAULT.greetings, Greeting(ODD, NUMBER, "Växel", Mode.NIGHT))
    book.publish(replace(DEFAULT, greetings=own, day=closed), upon=1, comment=ODD)
    modes.set(Mode.NIGHT, ODD)
    until = ground.clock.at + timedelta(days=1)
    modes.lift(modes.set(Mode.EMERGENCY, ODD, until).of("mode_order")[-1])


def _messages(ground: Ground, person: UUID, call: UUID, unit: UUID, contact: UUID) -> None:
    messages = ground.desk.messages
    mail = MessageDraft(
        MessageChannel.MAIL,
        f"Vill bli uppringd.\n{ODD}",
        contact_id=contact,
        address="testa@example.com",
        callback=NUMBER,
        caller=ODD,
        template="ring-upp",
        urgent=True,
        read_back=True,
        call_id=call,
        person_id=person,
    )
    sms = replace(mail, channel=MessageChannel.SMS, address=NUMBER, person_id=None)
    paper = replace(
        mail, channel=MessageChannel.PRINT, address="", contact_id=None, unit_id=unit, urgent=False
    )
    sent, withdrawn, printed = (messages.write(each).the("message") for each in (mail, sms, paper))
    messages.to_send(sent)
    messages.failed(sent, "mail.away")
    messages.sent(sent)
    messages.received(sent)
    messages.withdraw(withdrawn)
    messages.take_print(printed)
    messages.printed(sent)


def _transfers(ground: Ground, person: UUID, call: UUID, contact: UUID) -> None:
    transfers = ground.desk.transfers
    to = TransferDraft(
        call, TargetKind.CONTACT, TransferHow.BLIND, contact, "3101", brief=ODD, person_id=person
    )
    queue = TransferDraft(call, TargetKind.QUEUE, TransferHow.WAITING, queue="Rådgivning")
    first, second = (transfers.begin(each).the("transfer") for each in (to, queue))
    transfers.end(first, TransferState.PASSED)
    transfers.end(first, TransferState.RETURNED, ReturnReason.BUSY)
    transfers.end(second, TransferState.DROPPED)
    transfers.begin(to)  # nobody knows yet what came of it
