"""The region's mail server."""

from __future__ import annotations

from typing import Protocol

from kundcenter.domain.mail import Message


class Mailer(Protocol):
    """Hands letters to the mail server.  May wait for it as long as the network lets it."""

    def send(self, message: Message) -> None:
        """Hand over one message.  Raises MailAway, MailRefused."""
