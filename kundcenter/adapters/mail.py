"""Hands a letter to the region's mail server (SMTP, RFC 5321), with TLS that is verified.

Nothing is sent before the connection is secret, except to this machine itself; there is no way
back to the open when the server offers no TLS.
"""

from __future__ import annotations

import smtplib
import socket
import ssl
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid

from kundcenter.domain.calendar import local
from kundcenter.domain.mail import (
    AwayReason,
    MailAway,
    MailRefused,
    MailSettings,
    MailTls,
    Message,
)

PATIENCE = 20.0  # seconds for each step
_LOGGED_IN = 235


class SmtpMailer:
    """`password` is empty where the server asks for none."""

    def __init__(
        self,
        settings: MailSettings,
        password: str,
        now: Callable[[], datetime],
        *,
        patience: float = PATIENCE,
    ) -> None:
        self._settings, self._password = settings, password
        self._now, self._patience = now, patience

    def send(self, message: Message) -> None:
        """Hand over one message.  Raises MailAway, MailRefused."""
        sent = self._composed(message)
        server = self._connected()
        try:
            self._enter(server)
            server.send_message(sent, self._settings.sender, [message.to])
        except smtplib.SMTPRecipientsRefused as error:
            raise MailRefused(status=_status(error)) from None
        except smtplib.SMTPAuthenticationError:
            raise MailAway(why=AwayReason.LOGIN_REFUSED) from None
        except smtplib.SMTPResponseException as error:
            raise MailRefused(status=error.smtp_code) from None
        except (ssl.SSLError, smtplib.SMTPNotSupportedError):
            raise MailAway(why=AwayReason.NOT_TRUSTED) from None
        except (OSError, smtplib.SMTPException):
            raise MailAway(why=AwayReason.LOST) from None
        finally:
            _leave(server)

    def _composed(self, message: Message) -> EmailMessage:
        """Every header is made by rule; nothing in them is about anybody but the two addresses."""
        made = EmailMessage(policy=SMTP)
        made["From"] = Address(addr_spec=self._settings.sender)
        made["To"] = Address(addr_spec=message.to)
        made["Subject"] = message.subject
        made["Date"] = format_datetime(local(self._now()))
        made["Message-ID"] = make_msgid(domain=self._settings.sender.rpartition("@")[2])
        made.set_content(message.body)
        if message.content:
            made.add_attachment(
                message.content, maintype="application", subtype="pdf", filename=message.file_name
            )
        return made

    def _connected(self) -> smtplib.SMTP:
        settings = self._settings
        try:
            if settings.tls is MailTls.TLS:
                return smtplib.SMTP_SSL(
                    settings.server,
                    settings.port,
                    _own_name(),
                    timeout=self._patience,
                    context=self._context(),
                )
            return smtplib.SMTP(settings.server, settings.port, _own_name(), timeout=self._patience)
        except ssl.SSLError:
            raise MailAway(why=AwayReason.NOT_TRUSTED) from None
        except (OSError, smtplib.SMTPException):
            raise MailAway(why=AwayReason.UNREACHABLE) from None

    def _enter(self, server: smtplib.SMTP) -> None:
        if self._settings.tls is MailTls.STARTTLS:
            server.starttls(context=self._context())
        if self._settings.user:
            self._log_in(server)

    def _log_in(self, server: smtplib.SMTP) -> None:
        """smtplib knows ASCII only; PLAIN has passwords in UTF-8 (RFC 4616)."""
        user, password = self._settings.user, self._password
        if f"{user}{password}".isascii():
            server.login(user, password)
            return
        server.ehlo_or_helo_if_needed()
        words = b64encode(f"\0{user}\0{password}".encode()).decode("ascii")
        status, said = server.docmd("AUTH", f"PLAIN {words}")
        if status != _LOGGED_IN:
            raise smtplib.SMTPAuthenticationError(status, said)

    def _context(self) -> ssl.SSLContext:
        try:
            context = ssl.create_default_context(cafile=self._settings.ca_file)
        except (OSError, ValueError):  # ssl.SSLError is an OSError: the file holds no authority
            raise MailAway(why=AwayReason.NOT_TRUSTED) from None
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        return context


def _own_name() -> str:
    """Who greets: this machine by its name in the network, without a look-up (RFC 5321, 4.1.3)."""
    name = socket.gethostname()
    return name if "." in name else "[127.0.0.1]"


def _status(error: smtplib.SMTPRecipientsRefused) -> int:
    return next((status for status, _ in error.recipients.values()), 0)


def _leave(server: smtplib.SMTP) -> None:
    with suppress(OSError, smtplib.SMTPException):
        server.quit()
    server.close()
