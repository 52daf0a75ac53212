"""A switchboard to test on: its people, a call, a message."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.lines import EndReason
from kundcenter.domain.switchboard.contacts import ContactDraft, ContactNumber, NumberKind
from kundcenter.domain.switchboard.messages import MessageChannel, MessageDraft
from kundcenter.domain.switchboard.transfers import TargetKind, TransferDraft, TransferHow
from kundcenter.services.calls import Ring
from tests.ground import NUMBER, Ground

TO = "anna.test@example.com"
HIDDEN = "+46701740699"
COLLEAGUE = ContactDraft(
    directory="Regionen",
    name="Anna Test",
    title="Läkarsekreterare",
    workplace="Medicinkliniken",
    numbers=(
        ContactNumber(NumberKind.DESK, "+46313900600"),
        ContactNumber(NumberKind.MOBILE, HIDDEN, hidden=True),
    ),
    extension="3101",
    email=TO,
)


def staffed(ground: Ground) -> dict[str, UUID]:
    """Two operators of the switchboard and their supervisor, who sits there; ids by user name."""
    ids = {"admin": ground.begin()}
    for name, role in (
        ("vera", Role.SWITCHBOARD),
        ("vidar", Role.SWITCHBOARD),
        ("lena", Role.SUPERVISOR_SWITCHBOARD),
    ):
        ids[name] = ground.operator(name, role, position="Telefonist")
    ground.sign_in("lena")
    return ids


def colleague(ground: Ground, draft: ContactDraft = COLLEAGUE) -> UUID:
    """Somebody in a directory; whoever sits there may edit it."""
    return ground.desk.contacts.put(None, draft).the("contact")


def answered(ground: Ground, line_call: str = "line-1") -> UUID:
    """A call that whoever sits there has on the line."""
    calls = ground.desk.calls
    call = calls.ring(Ring(line_call, NUMBER, "+4684650040", "Växel")).the("call")
    calls.answer(call)
    return call


def hung_up(ground: Ground, call: UUID) -> None:
    ground.desk.calls.end(call, EndReason.CALLER)


def draft(contact: UUID | None, **told: Any) -> MessageDraft:
    """An e-mail to the contact, but for what is told."""
    whole: dict[str, Any] = {
        "channel": MessageChannel.MAIL,
        "text": "Vill bli uppringd om en leverans.",
        "contact_id": contact,
        "address": TO if told.get("channel", MessageChannel.MAIL) is MessageChannel.MAIL else "",
        "callback": NUMBER,
        "caller": "En leverantör",
        "read_back": True,
    }
    return MessageDraft(**{**whole, **told})


def taken(ground: Ground, contact: UUID | None, **told: Any) -> UUID:
    return ground.desk.messages.write(draft(contact, **told)).the("message")


def about_somebody(ground: Ground, person: UUID) -> tuple[UUID, UUID]:
    """A message to be sent and one to be printed, both about the person."""
    sent = taken(ground, colleague(ground), person_id=person)
    return sent, taken(
        ground, colleague(ground), person_id=person, channel=MessageChannel.PRINT, address=""
    )


def to_contact(call: UUID, contact: UUID, **told: Any) -> TransferDraft:
    """The caller goes to the contact's hidden number, but for what is told."""
    whole: dict[str, Any] = {
        "kind": TargetKind.CONTACT,
        "how": TransferHow.BLIND,
        "target_id": contact,
        "number": HIDDEN,
        "brief": "Frågar om en faktura",
    }
    return TransferDraft(call, **{**whole, **told})
