"""Messages by e-mail and by SMS.  Opens no store, so it may run beside the store lane."""

from __future__ import annotations

from dataclasses import replace

from kundcenter.domain.mail import AwayReason, MailAway, may_mail
from kundcenter.domain.switchboard.message_letters import (
    LeavingMessage,
    MessageNotAllowed,
    address,
    mail,
    sms,
)
from kundcenter.domain.switchboard.messages import Message, MessageChannel
from kundcenter.ports.mail import Mailer


class MessageMail:
    """`mailer` is None where the region has no mail server.

    `allowed` are addresses, and whole domains written "@example.com"; `sms_gateway` is the domain
    at which e-mail to a number becomes an SMS, and must be allowed as well.  Whether a message went
    is written afterwards (`Messages.sent`, `Messages.failed`).
    """

    def __init__(
        self,
        mailer: Mailer | None = None,
        allowed: tuple[str, ...] = (),
        *,
        sms_gateway: str = "",
        demonstration: bool = False,
    ) -> None:
        self._mailer, self._allowed = mailer, allowed
        self._gateway, self._demonstration = sms_gateway, demonstration

    @property
    def ready(self) -> bool:
        """Whether a message can go by e-mail at all."""
        return self._mailer is not None

    @property
    def sms_ready(self) -> bool:
        """Whether one can go by SMS."""
        return self.ready and may_mail(f"0@{self._gateway}", self._allowed)

    def may(self, message: Message) -> bool:
        """Whether the region has allowed the way that the message takes."""
        try:
            return may_mail(address(message, self._gateway), self._allowed)
        except MessageNotAllowed:
            return False

    def send(self, leaving: LeavingMessage) -> None:
        """Hand the message to the mail server; to an address that is not allowed, nothing.

        Raises MessageNotAllowed, MailAway, MailRefused.
        """
        if not self.may(leaving.message):
            raise MessageNotAllowed
        if self._mailer is None:
            raise MailAway(why=AwayReason.UNREACHABLE)
        to = address(leaving.message, self._gateway)
        by_sms = leaving.message.draft.channel is MessageChannel.SMS
        told = replace(leaving, demonstration=self._demonstration)
        self._mailer.send(sms(told, to) if by_sms else mail(told, to))
