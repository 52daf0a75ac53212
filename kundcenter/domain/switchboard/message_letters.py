"""A message as it leaves the house: by e-mail, by SMS, on paper.  Official texts are in Swedish.

Of whom it is about nothing is sent but what the operator wrote; of a protected person no number
leaves either, and on paper no name (DOMAIN §1.4 rule 9).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from kundcenter.domain.mail import Message as Mail
from kundcenter.domain.papers import when
from kundcenter.domain.phone_numbers import PhoneNumber
from kundcenter.domain.switchboard.messages import Message, MessageChannel
from kundcenter.errors import Refused

SUBJECT = "Meddelande från kundcenter"
KEPT_BACK = "lämnas av kundcenter"  # in place of a number


class MessageNotAllowed(Refused):
    """The region has not allowed messages to that address, or has no gateway for SMS."""

    code = "message.not_allowed"


@dataclass(frozen=True, slots=True)
class LeavingMessage:
    """A message as it is sent or printed now, by the register as it stands now.

    `to` are the lines of whom it is for, without numbers.  `by` is whoever took it, `printed_by`
    whoever lets it go, at `at`.  `patient` is the name and the number of whom it is about, for
    paper only; empty when that is nobody.  `protected`: that person's identity is.
    """

    message: Message
    to: tuple[str, ...] = field(repr=False)
    by: str
    at: datetime
    printed_by: str
    patient: tuple[str, str] | None = field(default=None, repr=False)
    protected: bool = False
    demonstration: bool = False

    @property
    def callback(self) -> str:
        """The number to be called back, as Swedes group it; not of a protected person."""
        if not self.message.draft.callback:
            return ""
        return KEPT_BACK if self.protected else PhoneNumber(self.message.draft.callback).shown()

    @property
    def caller(self) -> str:
        """Who called; not about a protected person."""
        return "" if self.protected else self.message.draft.caller


def mail(leaving: LeavingMessage, to: str) -> Mail:
    """The e-mail.  Its subject names nobody."""
    draft = leaving.message.draft
    told = (
        ("Till", ", ".join(leaving.to)),
        ("Från", leaving.caller),
        ("Ring upp", leaving.callback),
        ("Mottaget", f"{when(leaving.message.written_at)} av {leaving.by}"),
    )
    body = "\n\n".join(
        (
            *(["BRÅDSKANDE"] if draft.urgent else []),
            draft.text,
            "\n".join(f"{name}: {value}" for name, value in told if value),
            *(["Demonstration – inga verkliga personer."] if leaving.demonstration else []),
        )
    )
    return Mail(to=to, subject=SUBJECT, body=f"{body}\n")


def sms(leaving: LeavingMessage, to: str) -> Mail:
    """The e-mail that the gateway sends on as an SMS: a line, and whom to ring."""
    draft = leaving.message.draft
    words = ["BRÅDSKANDE:" if draft.urgent else "Kundcenter:", " ".join(draft.text.split())]
    words += [f"Ring upp: {leaving.callback}."] if leaving.callback else []
    return Mail(to=to, subject=SUBJECT, body=" ".join(words) + "\n")


def sms_address(number: str, gateway: str) -> str:
    """What the gateway takes e-mail at for a number in E.164."""
    return f"{number.removeprefix('+')}@{gateway}"


def address(message: Message, gateway: str) -> str:
    """Where the message is sent.  Raises MessageNotAllowed when there is no way."""
    draft = message.draft
    if draft.channel is MessageChannel.MAIL:
        return draft.address
    if draft.channel is MessageChannel.SMS and gateway:
        return sms_address(draft.address, gateway)
    raise MessageNotAllowed
