"""Letters about cases by e-mail.  Opens no store, so it may run beside the store lane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kundcenter.domain.case_letters import CaseLetter, MailNotAllowed, message
from kundcenter.domain.mail import AwayReason, MailAway, mail_address, may_mail
from kundcenter.ports.mail import Mailer


class CaseMail:
    """`pages` sets a letter as a PDF; `mailer` is None where the region has no mail server.

    What is sent was written down first (`Cases.take_mail`), and whether it went is written
    afterwards (`Cases.note_mailed`).
    """

    def __init__(
        self,
        pages: Callable[[CaseLetter], bytes],
        mailer: Mailer | None = None,
        allowed: tuple[str, ...] = (),
        *,
        demonstration: bool = False,
    ) -> None:
        self._pages, self._mailer = pages, mailer
        self._allowed, self._demonstration = allowed, demonstration

    @property
    def ready(self) -> bool:
        """Whether a letter can go by e-mail at all."""
        return self._mailer is not None

    @property
    def allowed(self) -> tuple[str, ...]:
        """Addresses, and whole domains written "@example.com"."""
        return self._allowed

    def may(self, to: str) -> bool:
        """Whether the region has allowed letters to the address."""
        return may_mail(to, self._allowed)

    def send(self, letter: CaseLetter, to: str) -> None:
        """Hand the letter's pages to the mail server; to an address that is not allowed, nothing,
        and nothing of one that goes by Skatteverket's mediation.

        Raises MailNotAllowed, MailAway, MailRefused.
        """
        address = mail_address(to)
        if address is None or letter.mediated or not self.may(address):
            raise MailNotAllowed()
        if self._mailer is None:
            raise MailAway(why=AwayReason.UNREACHABLE)
        pages = self._pages(replace(letter, demonstration=self._demonstration))
        self._mailer.send(message(letter, address, pages))
