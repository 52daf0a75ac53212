"""Ringing a number up for the operator: our own telephone first, which then dials.  No I/O.

The exchange is asked by `Originate` for a channel to our telephone whose id we choose; when it is
lifted, the dial plan's context dials the number.  A telephone that obeys lifts by itself.  What
comes of the call is heard in the handset, and nothing is told.
"""

from __future__ import annotations

from kundcenter.adapters.telephony.frames import Frame

RINGS_FOR = 30_000  # ms that our own telephone rings
MOST = 64  # ids remembered; the oldest is forgotten first


class OutgoingCalls:
    """`extension` is our own telephone, `context` that of the dial plan; empty for none."""

    def __init__(self, extension: str, context: str) -> None:
        self._extension, self._context = extension, context
        self._own = tuple(f"{technology}/{extension}-" for technology in ("PJSIP", "SIP"))
        self._begun: list[str] = []

    @property
    def possible(self) -> bool:
        return bool(self._context)

    def begin(self, id: str, number: str) -> tuple[tuple[str, str], ...]:
        """The request that begins a call; `number` is in E.164."""
        self._begun = [*self._begun[1 - MOST :], id]
        return (
            ("Action", "Originate"),
            ("Channel", f"PJSIP/{self._extension}"),
            ("Exten", number),
            ("Context", self._context),
            ("Priority", "1"),
            ("ChannelId", id),
            ("Async", "true"),
            ("Timeout", str(RINGS_FOR)),
        )

    def drop(self, id: str) -> None:
        """The exchange would not begin."""
        if id in self._begun:
            self._begun.remove(id)

    def rings_us(self, event: Frame) -> str | None:
        """The channel of our own telephone when it rings only because we ring somebody up."""
        ringing = event.get("Event") == "Newstate" and event.get("ChannelState") == "5"
        channel, id = event.get("Channel"), event.get("Uniqueid")
        if not ringing or id not in self._begun or not channel.startswith(self._own):
            return None
        self._begun.remove(id)  # it is lifted once
        return channel
