"""What this machine is, as an administrator wrote it down in TOML.  Read once, typed, pure."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import msgspec

from kundcenter.domain.calls import LONGEST_WRAP_UP, WrapUp
from kundcenter.domain.guiding_terms import LONGEST_WAY, GuidingTerms
from kundcenter.domain.lines import ExchangeSettings, PhoneControl
from kundcenter.domain.mail import (
    LOOPBACK,
    PORTS,
    MailSettings,
    MailTls,
    is_whole_domain,
    mail_address,
)
from kundcenter.domain.waiting import SigningTerms
from kundcenter.errors import Refused

_EMERGENCY = re.compile(r"[0-9*#+]{1,20}@[A-Za-z0-9_-]{1,79}")  # a number in a dial plan's context
_CONTEXT = re.compile(r"[\w.-]{1,80}")
_QUEUE = re.compile(r"[\w.-]{1,64}")

# A machine and a path: nobody's name or password, and no question or fragment.
_CENTRE_URL = re.compile(r"https://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?(/[\w./-]*)?")

_HOST = re.compile(r"[0-9A-Za-z.-]{1,253}|[0-9A-Fa-f:.]{2,45}")
HIGHEST_PORT = 65_535
MOST_QUEUES = 100

TICKET_KEY_BYTES = 32
LONGEST_UNSIGNED = 90  # days
LONGEST_IDLE = 30.0  # minutes: a desk that never locks is an open record


class SettingsWrong(Refused):
    """The file cannot be used.  Facts: why (names the key that is wrong, never its value)."""

    code = "settings.wrong"


@dataclass(frozen=True, slots=True)
class CentreSettings:
    """Where the desk's centre is.

    `ca_file` holds the authorities to trust in place of the machine's own; it is looked for from
    the profile's folder.  `ticket_key` is the public key (Ed25519, 32 bytes) by which the centre
    signs the tickets with which operators may sign in while it is away.
    """

    url: str
    ca_file: str | None = None
    ticket_key: bytes = b""


@dataclass(frozen=True, slots=True)
class Settings:
    """`place` is the name of the contact centre on the door; `exchange` is None without a CTI.

    `centre` is None where the desk is its own centre, `mail` where no letter goes by e-mail.

    `reserve_pattern` is the form of the region's own reserve numbers (DOMAIN §1.3), if it has any.
    `wrap_up` is the time after a talk before the desk is ready again.
    """

    place: str = ""
    idle_minutes: float = 5.0
    reserve_pattern: re.Pattern[str] | None = None
    wrap_up: WrapUp = field(default_factory=WrapUp)
    exchange: ExchangeSettings | None = field(default=None)
    signing: SigningTerms = field(default_factory=SigningTerms)
    centre: CentreSettings | None = None
    guiding: GuidingTerms = field(default_factory=GuidingTerms)
    mail: MailSettings | None = None


class _Exchange(msgspec.Struct, forbid_unknown_fields=True):
    host: str
    user: str
    extension: str
    port: int = 5038
    tls: bool = False
    ca_file: str | None = None
    phone: PhoneControl = PhoneControl.BY_HAND
    emergency: str = ""
    outgoing: str = ""
    transfers: str = ""
    queues: list[str] = msgspec.field(default_factory=list)
    queue_switch: bool = False


class _Centre(msgspec.Struct, forbid_unknown_fields=True):
    url: str
    ca_file: str | None = None
    ticket_key: str = ""


class _Mail(msgspec.Struct, forbid_unknown_fields=True):
    server: str
    sender: str
    port: int = 0
    tls: MailTls = MailTls.STARTTLS
    user: str = ""
    allowed: list[str] = msgspec.field(default_factory=list)
    ca_file: str | None = None
    sms_gateway: str = ""


class _Journal(msgspec.Struct, forbid_unknown_fields=True):
    sign_within_days: int = 2
    escalate_after_days: int = 14


class _Guiding(msgspec.Struct, forbid_unknown_fields=True):
    book_primary_care: bool = GuidingTerms().book_primary_care
    way_minutes: int = GuidingTerms().way_minutes


class _Desk(msgspec.Struct, forbid_unknown_fields=True):
    wrap_up_seconds: int = WrapUp().seconds
    extend_seconds: int = WrapUp().extend_seconds


class _File(msgspec.Struct, forbid_unknown_fields=True):
    place: str = ""
    idle_minutes: float = 5.0
    reserve_pattern: str = ""
    desk: _Desk = msgspec.field(default_factory=_Desk)
    exchange: _Exchange | None = None
    centre: _Centre | None = None
    journal: _Journal = msgspec.field(default_factory=_Journal)
    guiding: _Guiding = msgspec.field(default_factory=_Guiding)
    mail: _Mail | None = None


def settings(table: Mapping[str, Any]) -> Settings:
    """The settings that a parsed file holds.  Raises SettingsWrong, with the key's name."""
    try:
        read = msgspec.convert(table, _File)
    except msgspec.ValidationError as error:
        raise SettingsWrong(why=str(error)) from None
    if not 0 < read.idle_minutes <= LONGEST_IDLE:
        raise SettingsWrong(why=f"`$.idle_minutes`: 0–{LONGEST_IDLE:.0f}")
    try:
        pattern = re.compile(read.reserve_pattern) if read.reserve_pattern else None
    except (re.error, OverflowError, RecursionError):
        raise SettingsWrong(why="`$.reserve_pattern`") from None
    journal = read.journal
    if not 0 < journal.sign_within_days <= journal.escalate_after_days <= LONGEST_UNSIGNED:
        raise SettingsWrong(why="`$.journal`")
    desk = read.desk
    if not 0 <= desk.wrap_up_seconds <= LONGEST_WRAP_UP:
        raise SettingsWrong(why=f"`$.desk.wrap_up_seconds`: 0–{LONGEST_WRAP_UP}")
    if not 1 <= desk.extend_seconds <= LONGEST_WRAP_UP:
        raise SettingsWrong(why=f"`$.desk.extend_seconds`: 1–{LONGEST_WRAP_UP}")
    guiding = read.guiding
    if not 0 <= guiding.way_minutes <= LONGEST_WAY:
        raise SettingsWrong(why=f"`$.guiding.way_minutes`: 0–{LONGEST_WAY}")
    exchange = read.exchange
    if exchange:
        _check_exchange(exchange)
    centre = read.centre
    if centre and not _CENTRE_URL.fullmatch(centre.url):
        raise SettingsWrong(why="`$.centre.url`: https://…")
    try:
        ticket_key = b64decode(centre.ticket_key, validate=True) if centre else b""
    except ValueError:
        raise SettingsWrong(why="`$.centre.ticket_key`") from None
    if len(ticket_key) not in {0, TICKET_KEY_BYTES}:
        raise SettingsWrong(why="`$.centre.ticket_key`")
    return Settings(
        place=read.place,
        idle_minutes=read.idle_minutes,
        reserve_pattern=pattern,
        wrap_up=WrapUp(desk.wrap_up_seconds, desk.extend_seconds),
        signing=SigningTerms(
            timedelta(days=journal.sign_within_days), timedelta(days=journal.escalate_after_days)
        ),
        guiding=GuidingTerms(guiding.book_primary_care, guiding.way_minutes),
        mail=_mail(read.mail) if read.mail else None,
        centre=CentreSettings(centre.url, centre.ca_file or None, ticket_key) if centre else None,
        exchange=None
        if exchange is None
        else ExchangeSettings(
            host=exchange.host,
            port=exchange.port,
            user=exchange.user,
            extension=exchange.extension,
            tls=exchange.tls,
            ca_file=exchange.ca_file,
            phone=exchange.phone,
            emergency=exchange.emergency,
            outgoing=exchange.outgoing,
            transfers=exchange.transfers,
            queues=tuple(exchange.queues),
            queue_switch=exchange.queue_switch,
        ),
    )


def _check_exchange(exchange: _Exchange) -> None:
    """Raises SettingsWrong for a context that is none."""
    if exchange.emergency and not _EMERGENCY.fullmatch(exchange.emergency):
        raise SettingsWrong(why="`$.exchange.emergency`: 112@sammanhang")
    for name, context in (("outgoing", exchange.outgoing), ("transfers", exchange.transfers)):
        if context and not _CONTEXT.fullmatch(context):
            raise SettingsWrong(why=f"`$.exchange.{name}`: sammanhang")
    if len(exchange.queues) > MOST_QUEUES or not all(map(_QUEUE.fullmatch, exchange.queues)):
        raise SettingsWrong(why="`$.exchange.queues`: könamn")


def _mail(mail: _Mail) -> MailSettings:
    """Letters leave the machine in secret only, and to nobody who was not written down."""
    if not _HOST.fullmatch(mail.server):
        raise SettingsWrong(why="`$.mail.server`")
    if not 0 <= mail.port <= HIGHEST_PORT:
        raise SettingsWrong(why=f"`$.mail.port`: 1–{HIGHEST_PORT}")
    if mail.tls is MailTls.NONE and mail.server not in LOOPBACK:
        raise SettingsWrong(why="`$.mail.tls`: none → 127.0.0.1")
    if mail_address(mail.sender) is None:
        raise SettingsWrong(why="`$.mail.sender`")
    if not all(mail_address(each) or is_whole_domain(each) for each in mail.allowed):
        raise SettingsWrong(why="`$.mail.allowed`: namn@example.com, @example.com")
    gateway = mail.sms_gateway.lower()
    if gateway and not is_whole_domain(f"@{gateway}"):
        raise SettingsWrong(why="`$.mail.sms_gateway`: sms.example.com")
    return MailSettings(
        server=mail.server,
        port=mail.port or PORTS[mail.tls],
        sender=mail.sender,
        tls=mail.tls,
        user=mail.user,
        allowed=tuple(mail.allowed),
        ca_file=mail.ca_file or None,
        sms_gateway=gateway,
    )
