"""Letters by e-mail: to whom one may go, and by which server.  Reads no mail and sends none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from kundcenter.errors import Refused, Unavailable

LONGEST_ADDRESS = 254  # RFC 5321, 4.5.3.1.3, without its angle brackets
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})

# The dot-atom of RFC 5322 and a host name: no quotes, comments, display names or other alphabets,
# so that nothing can end a header line or be read as a second address.  Nor % and !, by which old
# servers send on to another domain (RFC 1123, 5.2.16), nor what begins an encoded word (RFC 2047).
_ATOM = r"(?:[A-Za-z0-9#$&'*+/?^_`{|}~-]|=(?!\?))+"
_LOCAL = rf"{_ATOM}(?:\.{_ATOM})*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = rf"{_LABEL}(?:\.{_LABEL})+"
_ADDRESS = re.compile(rf"(?P<local>{_LOCAL})@(?P<domain>{_DOMAIN})")
_WHOLE_DOMAIN = re.compile(rf"@{_DOMAIN}")


class MailAway(Unavailable):
    """The mail server cannot be reached or trusted, or did not let us in.  Facts: why."""

    code = "mail.away"


class MailRefused(Refused):
    """The mail server does not take the letter.  Facts: status (its reply code)."""

    code = "mail.refused"


class AwayReason(StrEnum):
    UNREACHABLE = "unreachable"
    NOT_TRUSTED = "not_trusted"  # no TLS, or a certificate that does not hold
    LOGIN_REFUSED = "login_refused"
    LOST = "lost"  # in the middle: whether the letter went is not known


class MailTls(StrEnum):
    """How the connection is kept secret: begun in the open, from the first byte, or not at all."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"  # on this machine only


PORTS = {MailTls.STARTTLS: 587, MailTls.TLS: 465, MailTls.NONE: 25}


@dataclass(frozen=True, slots=True)
class MailSettings:
    """The region's mail server, and to whom letters may go.

    `allowed` are addresses, or whole domains written "@example.com", without their subdomains.
    `user` is empty where the server asks for none; its password lies in the encrypted store.
    `ca_file` is a PEM file with the authority to trust in place of the machine's own.
    `sms_gateway` is the domain at which e-mail to a number becomes an SMS; empty: none does.
    """

    server: str
    port: int
    sender: str
    tls: MailTls = MailTls.STARTTLS
    user: str = ""
    allowed: tuple[str, ...] = ()
    ca_file: str | None = None
    sms_gateway: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One e-mail: neither subject nor file name tells of whom it is about.

    `content` is a PDF that goes with it; without one there is no `file_name` either.
    """

    to: str = field(repr=False)
    subject: str
    body: str = field(repr=False)
    file_name: str = ""
    content: bytes = field(default=b"", repr=False)


def mail_address(text: str) -> str | None:
    """The address in one form, its domain in small letters; None when it is no plain address."""
    found = _ADDRESS.fullmatch(text)
    if found is None or len(text) > LONGEST_ADDRESS or len(found["local"]) > 64:
        return None
    return f"{found['local']}@{found['domain'].lower()}"


def is_whole_domain(text: str) -> bool:
    """Whether it allows every address of a domain: "@example.com"."""
    return len(text) <= LONGEST_ADDRESS and _WHOLE_DOMAIN.fullmatch(text) is not None


def may_mail(address: str, allowed: Iterable[str]) -> bool:
    """Whether the region has allowed letters to the address; never to what is no plain address."""
    plain = mail_address(address)
    if plain is None:
        return False
    folded = plain.lower()
    at_domain = folded[folded.index("@") :]
    return any(each.lower() in {folded, at_domain} for each in allowed)
