"""A message that an operator takes for somebody: written, read back, sent, delivered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.holes import marked
from kundcenter.domain.mail import mail_address
from kundcenter.domain.phone_numbers import PhoneKind, stored
from kundcenter.domain.text import checked, line
from kundcenter.errors import NotFound, Refused

TEXT_LIMIT = 2_000  # characters
SMS_LIMIT = 400  # with what is put around it, three parts of 160
CODE_LIMIT = 40

_FAULT = re.compile(r"[a-z][a-z0-9_.]{0,79}")


class MessageNotFound(NotFound):
    """No message has the id.  Facts: id."""

    code = "message.not_found"


class MessageInvalid(Refused):
    """A field cannot be kept.

    Facts: field ("to", "text", "channel", "address", "callback", "fault").
    """

    code = "message.invalid"


class MessageStateWrong(Refused):
    """The message is not in a state that allows the act.  Facts: id, state."""

    code = "message.state_wrong"


class MessageChannel(StrEnum):
    MAIL = "EPOST"
    SMS = "SMS"  # by the region's gateway, which takes e-mail
    PRINT = "UTSKRIFT"
    SPOKEN = "MUNTLIGT"  # read to the receiver by telephone


class MessageState(StrEnum):
    WAITING = "VANTAR"  # written; to be sent, printed or read out
    SENT = "SKICKAT"  # the mail server has taken it
    FAILED = "EJ_LEVERERAT"
    PRINTED = "UTSKRIVET"
    RECEIVED = "MOTTAGET"  # whoever it is for has said so
    WITHDRAWN = "ATERTAGET"


OPEN = {MessageState.WAITING, MessageState.FAILED}


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """One of `contact_id` and `unit_id` is whom it is for.

    `address` is where it goes: an e-mail address or a number, by the channel; the desk takes it
    from the directory.  `callback` is the number to be called back.  `read_back`: it was read to
    the caller, who agreed.
    """

    channel: MessageChannel
    text: str = field(repr=False)
    contact_id: UUID | None = None
    unit_id: UUID | None = None
    address: str = field(default="", repr=False)
    callback: str = field(default="", repr=False)
    caller: str = field(default="", repr=False)  # who called, in their own words
    template: str = ""
    urgent: bool = False
    read_back: bool = False
    call_id: UUID | None = None
    person_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """`state_at` is when it came into its state, `tries` how often somebody tried to deliver it."""

    id: UUID
    draft: MessageDraft
    state: MessageState
    written_at: datetime
    written_by: UUID
    state_at: datetime
    tries: int = 0

    @property
    def open(self) -> bool:
        """Whether it is still to be delivered."""
        return self.state in OPEN

    def allows(self, kind: MessageStepKind) -> bool:
        """Whether such a step may follow now."""
        return self.state in _FOLLOWS[kind]

    def must_allow(self, kind: MessageStepKind) -> None:
        """Raise MessageStateWrong unless such a step may follow now."""
        if not self.allows(kind):
            raise MessageStateWrong(id=self.id, state=self.state)

    def after(self, kind: MessageStepKind, at: datetime) -> Message:
        """The message when the step has been taken, in whichever order steps become known.

        What went the furthest stands: a message that was sent at one desk and withdrawn at another
        was sent.
        """
        tries = self.tries + (kind in _TRIES)
        reached = max(self.state, _STATES[kind], key=_RANK.__getitem__)
        if reached is not _STATES[kind]:  # it had gone further already
            return replace(self, tries=tries)
        at = max(at, self.state_at) if reached is self.state else at
        return replace(self, state=reached, state_at=at, tries=tries)

    def veiled(self) -> Message:
        """As others may see it when it is about somebody with protected identity."""
        return replace(self, draft=replace(self.draft, callback="", caller=""))


class MessageStepKind(StrEnum):
    WRITTEN = "WRITTEN"
    SENT = "SENT"
    FAILED = "FAILED"
    PRINTED = "PRINTED"
    RECEIVED = "RECEIVED"
    WITHDRAWN = "WITHDRAWN"


@dataclass(frozen=True, slots=True)
class MessageStep:
    """What happened to a message; nothing of it is ever changed.

    `fault` is an error's code.  `late`: it became known when the message had gone further
    than such a step can follow.
    """

    id: UUID
    message_id: UUID
    kind: MessageStepKind
    at: datetime
    by: UUID
    fault: str = ""
    late: bool = False


# A state reached is never left for one before it in this order.
_RANK = {
    state: rank
    for rank, state in enumerate(
        (
            MessageState.WAITING,
            MessageState.FAILED,
            MessageState.WITHDRAWN,
            MessageState.PRINTED,
            MessageState.SENT,
            MessageState.RECEIVED,
        )
    )
}
_STATES = {
    MessageStepKind.WRITTEN: MessageState.WAITING,
    MessageStepKind.FAILED: MessageState.FAILED,
    MessageStepKind.WITHDRAWN: MessageState.WITHDRAWN,
    MessageStepKind.PRINTED: MessageState.PRINTED,
    MessageStepKind.SENT: MessageState.SENT,
    MessageStepKind.RECEIVED: MessageState.RECEIVED,
}
_TRIES = {MessageStepKind.SENT, MessageStepKind.FAILED}
_STANDING = set(MessageState) - {MessageState.WITHDRAWN}
_FOLLOWS = {
    MessageStepKind.WRITTEN: set[MessageState](),
    MessageStepKind.SENT: OPEN,
    MessageStepKind.FAILED: OPEN,
    MessageStepKind.WITHDRAWN: OPEN,
    MessageStepKind.PRINTED: _STANDING,  # of what has gone already, a copy
    MessageStepKind.RECEIVED: _STANDING - {MessageState.RECEIVED},
}
BY_SERVER = {MessageChannel.MAIL, MessageChannel.SMS}


def checked_draft(draft: MessageDraft) -> MessageDraft:
    """The draft as it is kept.  Raises MessageInvalid (facts field), TextInvalid."""
    if (draft.contact_id is None) is (draft.unit_id is None):
        raise MessageInvalid(field="to")
    limit = SMS_LIMIT if draft.channel is MessageChannel.SMS else TEXT_LIMIT
    text = checked(draft.text.strip(), "text", limit=limit)
    if not text or marked(text):  # a hole of its template is still open
        raise MessageInvalid(field="text")
    return replace(
        draft,
        text=text,
        address=_address(draft.channel, line(draft.address, "address")),
        callback=_number(line(draft.callback, "callback"), "callback"),
        caller=line(draft.caller, "caller"),
        template=line(draft.template, "template", limit=CODE_LIMIT),
    )


def checked_fault(fault: str) -> str:
    """The code of an error.  Raises MessageInvalid(field="fault")."""
    if not _FAULT.fullmatch(fault):
        raise MessageInvalid(field="fault")
    return fault


def must_go_by_server(message: Message) -> None:
    """Raise MessageInvalid(field="channel") of one that is printed or read out."""
    if message.draft.channel not in BY_SERVER:
        raise MessageInvalid(field="channel")


def _address(channel: MessageChannel, address: str) -> str:
    if channel is MessageChannel.MAIL:
        found = mail_address(address)
    elif channel is MessageChannel.SMS:
        number = stored(address) if address else None
        found = number.value if number and number.kind is PhoneKind.PUBLIC else None
    elif channel is MessageChannel.SPOKEN:
        found = _number(address, "address")
    else:
        found = "" if not address else None
    if found is None:
        raise MessageInvalid(field="address")
    return found


def _number(text: str, field: str) -> str:
    """A number as it is stored, or none."""
    found = stored(text) if text else None
    if text and found is None:
        raise MessageInvalid(field=field)
    return found.value if found else ""
