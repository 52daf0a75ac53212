"""Calling 112 through the exchange, worked out from its events.  No I/O, no clock, no thread.

The exchange is asked by `Originate` (Asterisk 16 and later) for a channel whose id we choose.  With
a caller on the line it is `Local/number@context/n`, which joins our telephone's bridge by the
application BridgeAdd: caller, desk and 112 hear one another, and nobody is put on hold.  Without
one it is our own telephone, which rings and then dials the number.  The exchange's account for the
desk needs the right `originate`, and the exchange the module app_bridgeaddchan.

That the request was accepted proves nothing, nor does an answered `Local` channel: a dial plan may
lift it before anybody at 112 does.  So 112 has answered when the far end of the dialled call has
(`DialEnd` with ANSWER on a leg beyond ours) and our channel stands in a bridge.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kundcenter.adapters.telephony.frames import Frame
from kundcenter.domain.lines import (
    EmergencyAnswered,
    EmergencyEnded,
    EmergencyFailed,
    EmergencyFailure,
    LineEvent,
)

EXCHANGE_TRIES = 90_000  # ms; longer than we wait to be told, for a late answer is an answer
_IDS = ("Uniqueid", "Linkedid", "DestUniqueid", "DestLinkedid", "ActionID")
_FAILURES = {
    "BUSY": EmergencyFailure.BUSY,
    "NOANSWER": EmergencyFailure.NO_ANSWER,
    "CONGESTION": EmergencyFailure.REFUSED,
    "CHANUNAVAIL": EmergencyFailure.REFUSED,
}
_REASONS = {  # of OriginateResponse: the last control frame; 0 is no such number, 5 is busy
    "0": EmergencyFailure.REFUSED,
    "1": EmergencyFailure.NO_ANSWER,
    "3": EmergencyFailure.NO_ANSWER,
    "5": EmergencyFailure.BUSY,
    "8": EmergencyFailure.REFUSED,
}


@dataclass(slots=True)
class _Attempt:
    """`id` is the id of our channel; `far` are the ids of the legs dialled beyond it, `lifted` the
    one of them that has answered."""

    id: str
    line_call: str | None
    began: float
    name: str = ""  # given by whoever asked
    far: set[str] = field(default_factory=set)
    lifted: str = ""
    joined: bool = False
    answered: bool = False
    failed: bool = False


class EmergencyCalls:
    """The attempts of one desk.  A new one does not end an earlier one: it may still get through.

    `extension` is our own telephone, `emergency` is "number@context", `patience` in seconds.
    """

    def __init__(self, extension: str, emergency: str, *, patience: float) -> None:
        self._extension = extension
        self._number, _, self._context = emergency.partition("@")
        self._patience = patience
        self._own = tuple(f"{technology}/{extension}-" for technology in ("PJSIP", "SIP"))
        self._attempts: dict[str, _Attempt] = {}
        self._meanings: dict[str, Callable[[_Attempt, Frame], list[LineEvent]]] = {
            "DialBegin": self._dialled,
            "DialEnd": self._dial_ended,
            "BridgeEnter": self._entered_bridge,
            "OriginateResponse": self._tried,
            "Hangup": self._hung_up,
        }

    @property
    def possible(self) -> bool:
        return bool(self._number)

    def begin(
        self, id: str, line_call: str | None, channel: str | None, now: float, *, attempt: str = ""
    ) -> tuple[tuple[str, str], ...]:
        """The request that begins an attempt; `channel` is our telephone's in the call, if any.

        Its ActionID must be `id` too: a channel that never came to be has no id to be known by.
        """
        self._attempts[id] = _Attempt(id, line_call, now, attempt)
        return (
            ("Action", "Originate"),
            *self._way(channel),
            ("ChannelId", id),
            ("Async", "true"),
            ("Timeout", str(EXCHANGE_TRIES)),
        )

    def _way(self, channel: str | None) -> tuple[tuple[str, str], ...]:
        if channel is None:
            return (
                ("Channel", f"PJSIP/{self._extension}"),
                ("Exten", self._number),
                ("Context", self._context),
                ("Priority", "1"),
            )
        return (
            ("Channel", f"Local/{self._number}@{self._context}/n"),
            ("Application", "BridgeAdd"),
            ("Data", channel),
        )

    def drop(self, id: str) -> None:
        """The exchange would not begin; whoever asked has been told so."""
        self._attempts.pop(id, None)

    def received(self, event: Frame) -> list[LineEvent]:
        """What an event of the exchange means for the attempts; mostly nothing."""
        meaning = self._meanings.get(event.get("Event"))
        if meaning is None or not self._attempts:
            return []
        attempt = self._attempt_of(event)
        return [] if attempt is None else meaning(attempt, event)

    def rings_us(self, event: Frame) -> str | None:
        """The channel of our own telephone when it rings only because we asked for 112."""
        ringing = event.get("Event") == "Newstate" and event.get("ChannelState") == "5"
        channel = event.get("Channel")
        ours = event.get("Uniqueid") in self._attempts and channel.startswith(self._own)
        return channel if ringing and ours else None

    def ticked(self, now: float) -> list[LineEvent]:
        """Tell of those that nobody has answered in time."""
        late = [each for each in self._attempts.values() if now - each.began > self._patience]
        return [told for each in late for told in self._fails(each, EmergencyFailure.NO_ANSWER)]

    def connection_lost(self) -> list[LineEvent]:
        """What is under way can no longer be followed, so it must be taken for lost."""
        attempts, self._attempts = list(self._attempts.values()), {}
        return [t for each in attempts for t in self._fails(each, EmergencyFailure.LOST)]

    def _attempt_of(self, event: Frame) -> _Attempt | None:
        ids = {event.get(key) for key in _IDS}
        for id, attempt in self._attempts.items():
            if id in ids or ids & attempt.far:
                return attempt
        return None

    def _is_far(self, attempt: _Attempt, event: Frame) -> bool:
        """A leg beyond our own channel and beyond our own telephone."""
        channel, id = event.get("DestChannel"), event.get("DestUniqueid")
        ours = {"", attempt.id, f"{attempt.id};2"}
        return id not in ours and not channel.startswith((*self._own, "Local/"))

    def _dialled(self, attempt: _Attempt, event: Frame) -> list[LineEvent]:
        if self._is_far(attempt, event):
            attempt.far.add(event.get("DestUniqueid"))
        return []

    def _dial_ended(self, attempt: _Attempt, event: Frame) -> list[LineEvent]:
        if not self._is_far(attempt, event):
            return []
        status = event.get("DialStatus")
        if status == "ANSWER":
            attempt.far.add(event.get("DestUniqueid"))
            attempt.lifted = attempt.lifted or event.get("DestUniqueid")
            return self._perhaps_answered(attempt)
        if attempt.lifted:  # it was dialled in several places, and this one was not the first
            return []
        return self._fails(attempt, _FAILURES.get(status, EmergencyFailure.OTHER))

    def _entered_bridge(self, attempt: _Attempt, event: Frame) -> list[LineEvent]:
        attempt.joined = attempt.joined or event.get("Uniqueid") == attempt.id
        return self._perhaps_answered(attempt)

    def _perhaps_answered(self, attempt: _Attempt) -> list[LineEvent]:
        if attempt.answered or not (attempt.lifted and attempt.joined):
            return []
        attempt.answered = True
        return [EmergencyAnswered(attempt.line_call, attempt.name)]

    def _tried(self, attempt: _Attempt, event: Frame) -> list[LineEvent]:
        """Only its failure means anything: its success is that of our own channel."""
        if event.get("ActionID") != attempt.id or event.get("Response") != "Failure":
            return []
        self._attempts.pop(attempt.id, None)
        return self._fails(attempt, _REASONS.get(event.get("Reason"), EmergencyFailure.OTHER))

    def _hung_up(self, attempt: _Attempt, event: Frame) -> list[LineEvent]:
        gone = event.get("Uniqueid")
        if gone not in {attempt.id, attempt.lifted}:  # a leg that nobody lifted; DialEnd told it
            return []
        if gone == attempt.lifted and not attempt.answered:
            attempt.lifted = ""
            return self._fails(attempt, EmergencyFailure.OTHER)
        self._attempts.pop(attempt.id, None)
        if attempt.answered:
            return [EmergencyEnded(attempt.line_call, attempt.name)]
        return self._fails(attempt, EmergencyFailure.OTHER)

    def _fails(self, attempt: _Attempt, reason: EmergencyFailure) -> list[LineEvent]:
        if attempt.answered or attempt.failed:
            return []
        attempt.failed = True
        return [EmergencyFailed(attempt.line_call, reason, attempt.name)]
