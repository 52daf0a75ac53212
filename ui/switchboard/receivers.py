"""Whom a message is for, and by which ways it can reach them."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.calls import Call
from kundcenter.domain.people import Person
from kundcenter.domain.phone_numbers import PhoneKind, stored
from kundcenter.domain.switchboard.board import Line, LineKind
from kundcenter.domain.switchboard.contacts import Contact, NumberKind
from kundcenter.domain.switchboard.messages import (
    Message,
    MessageChannel,
    MessageDraft,
    MessageState,
)
from kundcenter.domain.unit_cards import UnitCard
from ui.services import Services

NONE = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Receiver:
    """A contact or a unit; `name` and `about` are shown."""

    name: str = field(repr=False)
    about: str = field(default="", repr=False)
    contact: Contact | None = field(default=None, repr=False)
    card: UnitCard | None = field(default=None, repr=False)

    @property
    def contact_id(self) -> UUID | None:
        return self.contact.id if self.contact is not None else None

    @property
    def unit_id(self) -> UUID | None:
        return self.card.id if self.card is not None else None

    @property
    def key(self) -> str:
        """The same for the same receiver, to be kept with what is written to them."""
        kind = "contact" if self.contact is not None else "unit"
        return f"{kind} {self.contact_id or self.unit_id}"

    def address(self, channel: MessageChannel) -> str:
        """Where it goes by the channel: never a number that is hidden.  Empty: by none."""
        if self.contact is None:
            return ""
        if channel is MessageChannel.MAIL:
            return self.contact.told.email
        if channel is MessageChannel.SMS:
            mobiles = (n for n in self.contact.told.shown_numbers if n.kind is NumberKind.MOBILE)
            return next((each.number for each in mobiles if _public(each.number)), "")
        return ""


def of_contact(contact: Contact) -> Receiver:
    """A row of a directory, as whom a message is for."""
    told = contact.told
    about = ", ".join(filter(None, (told.title, told.workplace)))
    return Receiver(told.name, about, contact=contact)


def of_unit(card: UnitCard) -> Receiver:
    """A unit, as whom a message is for."""
    return Receiver(card.unit.name, card.unit.municipality, card=card)


def of_line(line: Line | None) -> Receiver | None:
    """What was found, if a message can be for it: of a function on call its unit is not meant."""
    if line is not None and line.kind is LineKind.CONTACT and line.contact is not None:
        return of_contact(line.contact)
    if line is not None and line.kind is LineKind.UNIT and line.card is not None:
        return of_unit(line.card)
    return None


def ways(services: Services, receiver: Receiver | None) -> dict[MessageChannel, str]:
    """The channels that are open, the likeliest first, each with its address.

    Voice and paper always are.
    """
    found = {MessageChannel.SPOKEN: "", MessageChannel.PRINT: ""}
    if receiver is None:
        return found
    for channel in (MessageChannel.SMS, MessageChannel.MAIL):
        address = receiver.address(channel)
        if address and _may(services, channel, address):
            found = {channel: address, **found}
    return found


@dataclass(frozen=True, slots=True)
class MessageAbout:
    """What is known when a message is begun: the call, whom it is about, whom it is for."""

    call: Call | None = field(default=None, repr=False)
    person: Person | None = field(default=None, repr=False)
    receiver: Receiver | None = field(default=None, repr=False)

    @property
    def protected(self) -> bool:
        """Whether whom it is about has protected identity."""
        return self.person is not None and self.person.protected

    @property
    def callback(self) -> str:
        """The caller's number, unless it is one that may not go further."""
        hidden = self.protected or self.call is None or self.call.number_hidden
        number = "" if hidden or self.call is None else self.call.number or ""
        return number if _public(number) else ""


def way_words(channel: MessageChannel) -> str:
    """What the channel does, in a few words."""
    translate = QCoreApplication.translate
    return {
        MessageChannel.MAIL: translate("receivers", "Skickas som e-post genast."),
        MessageChannel.SMS: translate("receivers", "Skickas som sms genast, utan namn på patient."),
        MessageChannel.PRINT: translate("receivers", "Skrivs ut när det är sparat."),
        MessageChannel.SPOKEN: translate("receivers", "Väntar tills någon har läst upp det."),
    }[channel]


def _may(services: Services, channel: MessageChannel, address: str) -> bool:
    """Whether a message could go that way at all, were it written now."""
    mail, now = services.message_mail, services.now()
    draft = MessageDraft(channel, "", address=address)
    return mail.ready and mail.may(Message(NONE, draft, MessageState.WAITING, now, NONE, now))


def _public(number: str) -> bool:
    read = stored(number) if number else None
    return read is not None and read.kind is PhoneKind.PUBLIC
