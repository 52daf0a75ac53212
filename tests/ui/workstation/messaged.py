"""Directories, a leader and a mail server on the ground of the workstation."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.mail import MailSettings, MailTls
from kundcenter.domain.switchboard.contacts import ContactDraft, ContactNumber, NumberKind
from kundcenter.domain.switchboard.messages import Message
from kundcenter.settings import Settings
from tests.ground import PASSWORD, Ground
from tests.smtp_server import HOST
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_people import beside
from ui.dialogs.switchboard.message import MessageDialog
from ui.panels.switchboard.message_list import MessagesDialog

CURATOR, GUARD, CALLER_NUMBER = "Anna Testsson", "Sjukhusvakten", "070-174 06 05"
MAIL, MOBILE, HIDDEN = "anna.testsson@example.com", "+46701740611", "+46701740677"
ALLOWED = ("@example.com", "@sms.example.com")


@dataclass(slots=True)
class Messaged:
    """What was made, by name."""

    contacts: dict[str, UUID] = field(default_factory=dict)


def furnish_messages(ground: Ground) -> Messaged:
    """Somebody with e-mail and a mobile telephone, somebody with a hidden number alone."""
    return beside(lambda: _furnished(ground))


def _furnished(ground: Ground) -> Messaged:
    made, desk = Messaged(), ground.desk
    desk.sessions.sign_in("admin", PASSWORD)
    ground.operator("leader", Role.SUPERVISOR_SWITCHBOARD, position="Arbetsledare")
    for name, title, email, number in (
        (CURATOR, "Kurator", MAIL, ContactNumber(NumberKind.MOBILE, MOBILE)),
        (GUARD, "Vakt", "", ContactNumber(NumberKind.MOBILE, HIDDEN, hidden=True)),
    ):
        draft = ContactDraft(
            "Regionen", name, title=title, workplace="Testsjukhuset", numbers=(number,), email=email
        )
        made.contacts[name] = desk.contacts.put(None, draft).the("contact")
    desk.sessions.sign_out()
    return made


def mail_settings(port: int, *, sms: bool = True) -> Settings:
    """A desk whose region has this mail server, and a gateway for SMS."""
    gateway = "sms.example.com" if sms else ""
    return Settings(
        mail=MailSettings(
            HOST,
            port,
            "kundcenter@example.com",
            MailTls.NONE,
            allowed=ALLOWED,
            sms_gateway=gateway,
        )
    )


def message_of(seat: Seat) -> MessageDialog:
    (dialog,) = seat.window.findChildren(MessageDialog)
    return dialog


def list_of(seat: Seat) -> MessagesDialog:
    (dialog,) = seat.window.findChildren(MessagesDialog)
    return dialog


def kept(seat: Seat) -> tuple[Message, ...]:
    """What the store has, the latest first."""
    return asked(seat, lambda desk: desk.messages.latest())
