"""The calls on one extension, worked out from the exchange's events.  No I/O, no clock.

`now` is always a monotonic time in seconds.  A `leg` is a channel between the exchange and our
own telephone; a call may have several legs at once when several devices share the extension.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypedDict

from kundcenter.adapters.telephony import caller_words
from kundcenter.adapters.telephony.frames import Frame
from kundcenter.domain.lines import (
    Answered,
    CallGone,
    EndReason,
    Held,
    HungUp,
    LineEvent,
    Rang,
    Resumed,
    ReturnReason,
)

MOST_WAITING = 2_000  # callers remembered at once; the oldest is forgotten first
MOST_LEGS = 64  # a telephone with more than this is not a telephone
MOST_RINGS = 20  # told within a second; each is a write to the store, and nobody can take more

_log = logging.getLogger(__name__)

_UP = "6"
_ANSWERED_ELSEWHERE = "26"  # Q.850 has no such cause; Asterisk's own
_INTERWORKING = "127"  # what Asterisk says when the phone broke the dialogue

_RING_ENDS = {
    "CANCEL": EndReason.ABANDONED,
    "NOANSWER": EndReason.NO_ANSWER,
    "BUSY": EndReason.OPERATOR,  # the phone's own button for "not now"
}


@dataclass(slots=True)
class _Leg:
    line_call: str
    channel: str
    caller: str
    since: float
    answered: bool = False
    held: bool = False
    asked_to_end: bool = False
    passed: bool = False
    dial_status: str = ""
    ended_by: EndReason | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Both ends of a talk: our telephone's channel and its id, and the id of the caller's."""

    channel: str
    own: str
    caller: str


@dataclass(frozen=True, slots=True)
class _Waiting:
    queue: str
    since: float | None


class DeskCalls:
    """Outlives connections: what was known before a break is compared with what is there after."""

    def __init__(self, extension: str) -> None:
        self._own = tuple(f"{technology}/{extension}-" for technology in ("PJSIP", "SIP"))
        self._legs: dict[str, _Leg] = {}
        self._waiting: dict[str, _Waiting] = {}
        self._rang_at: deque[float] = deque(maxlen=MOST_RINGS)
        self.rings_dropped = 0
        self.paused: bool | None = None  # as we last asked; an exchange that restarts forgets
        self._meanings = {
            "QueueCallerJoin": self._joined,
            "AgentCalled": self._queue_named,
            "DialBegin": self._dialled,
            "Newstate": self._state_changed,
            "DialEnd": self._dial_ended,
            "Hold": self._held,
            "Unhold": self._resumed,
            "HangupRequest": self._hang_up_asked,
            "Rename": self._renamed,
            "Hangup": self._hung_up,
        }

    def received(self, event: Frame, now: float) -> list[LineEvent]:
        """What an event of the exchange means for this telephone; mostly nothing."""
        meaning = self._meanings.get(event.get("Event"))
        return meaning(event, now) if meaning is not None else []

    def resynchronised(
        self, channels: Sequence[Frame], asked: float, now: float
    ) -> list[LineEvent]:
        """Compare with all channels of the exchange, as listed some time after `asked`."""
        events: list[LineEvent] = []
        there = {channel.get("Uniqueid"): channel for channel in channels}
        for uniqueid, leg in list(self._legs.items()):
            if uniqueid not in there and leg.since < asked:
                leg.ended_by = EndReason.LOST
                events += self._leg_ended(uniqueid, EndReason.LOST)
        for uniqueid, channel in there.items():
            if self._is_ours(channel.get("Channel")):
                events += self._found(uniqueid, channel, there, now)
        return events

    def channel_of(self, line_call: str, *, ending: bool = False) -> str:
        """The channel to act upon.  Raises CallGone.  With `ending` it is we who end it."""
        legs = self._legs_of(line_call)
        if not legs:
            raise CallGone
        leg = next((leg for leg in legs if leg.answered), legs[0])
        if ending:
            leg.asked_to_end = True
        return leg.channel

    def talk_of(self, line_call: str) -> str:
        """The channel of our telephone in a call that it has answered.  Raises CallGone."""
        for leg in self._legs_of(line_call):
            if leg.answered:
                return leg.channel
        raise CallGone

    def party_of(self, line_call: str) -> Party:
        """The two ends of a call that was answered.  Raises CallGone."""
        for uniqueid, leg in self._legs.items():
            if leg.line_call == line_call and leg.answered:
                return Party(leg.channel, uniqueid, leg.caller)
        raise CallGone

    @property
    def in_hand(self) -> bool:
        """Whether there is a call at all."""
        return bool(self._legs)

    def passed(self, line_call: str, *, on: bool = True) -> None:
        """The caller goes elsewhere; with `on` false the exchange would not."""
        for leg in self._legs_of(line_call):
            leg.passed = on

    def caller_left(self, line_call: str) -> None:
        """The caller hung up while our telephone stood somewhere else."""
        for leg in self._legs_of(line_call):
            leg.ended_by = leg.ended_by or EndReason.CALLER

    def stays(self, line_call: str) -> None:
        """The exchange would not end it after all."""
        for leg in self._legs_of(line_call):
            leg.asked_to_end = False

    def _legs_of(self, line_call: str) -> list[_Leg]:
        return [leg for leg in self._legs.values() if leg.line_call == line_call]

    def _is_ours(self, channel: str) -> bool:
        return channel.startswith(self._own)

    def _joined(self, event: Frame, now: float) -> list[LineEvent]:
        while len(self._waiting) >= MOST_WAITING:
            del self._waiting[next(iter(self._waiting))]
        self._waiting[event.get("Linkedid")] = _Waiting(queue=event.get("Queue"), since=now)
        return []

    def _queue_named(self, event: Frame, _now: float) -> list[LineEvent]:
        """Comes before DialBegin, also for callers who joined before we were connected."""
        if len(self._waiting) < MOST_WAITING:
            nameless = _Waiting(queue=event.get("Queue"), since=None)
            self._waiting.setdefault(event.get("Linkedid"), nameless)
        return []

    def _dialled(self, event: Frame, now: float) -> list[LineEvent]:
        uniqueid, line_call = event.get("DestUniqueid"), event.get("Linkedid")
        if not (self._is_ours(event.get("DestChannel")) and uniqueid and line_call):
            return []
        if uniqueid in self._legs or len(self._legs) >= MOST_LEGS:
            return []
        again = self._legs_of(line_call)
        if not again and not self._may_ring(now):
            return []
        self._legs[uniqueid] = _Leg(
            line_call=line_call,
            channel=event.get("DestChannel"),
            caller=event.get("Uniqueid"),
            since=now,
        )
        if again:  # a second device of the same extension
            return []
        waiting = self._waiting.get(line_call)
        queue = caller_words.variable(event, caller_words.QUEUE) or (
            waiting.queue if waiting else ""
        )
        joined = waiting.since if waiting else None
        return [
            Rang(
                line_call=line_call,
                number=caller_words.number(event.get("CallerIDNum"))
                or caller_words.number(event.get("DestConnectedLineNum")),
                called=caller_words.number(event.get("Exten")) or "",
                queue=queue or None,
                name=caller_words.name(event.get("CallerIDName")),
                keyed_id=caller_words.keyed_id(caller_words.variable(event, caller_words.KEYED_ID)),
                waited=None if joined is None else timedelta(seconds=max(0.0, now - joined)),
                **_passed_on(event),
            )
        ]

    def _found(
        self, uniqueid: str, channel: Frame, there: dict[str, Frame], now: float
    ) -> list[LineEvent]:
        line_call = channel.get("Linkedid")
        if line_call == uniqueid:  # the phone itself began this one
            return []
        events: list[LineEvent] = []
        caller = there.get(line_call, Frame(()))
        if uniqueid not in self._legs:
            again = self._legs_of(line_call)
            if len(self._legs) >= MOST_LEGS or not (again or self._may_ring(now)):
                return []
            self._legs[uniqueid] = _Leg(
                line_call=line_call,
                channel=channel.get("Channel"),
                caller=line_call,
                since=now,
            )
            if not again:
                queue = caller_words.variable(caller, caller_words.QUEUE)
                events.append(
                    Rang(
                        line_call=line_call,
                        number=caller_words.number(channel.get("ConnectedLineNum")),
                        called=caller_words.number(caller.get("Exten")) or "",
                        queue=queue or _queue_of(caller),
                        name=caller_words.name(channel.get("ConnectedLineName")),
                        keyed_id=caller_words.keyed_id(
                            caller_words.variable(caller, caller_words.KEYED_ID)
                        ),
                        waited=caller_words.seconds(caller.get("Seconds")),
                        **_passed_on(caller),
                    )
                )
        if channel.get("ChannelState") == _UP:
            events += self._lifted(uniqueid)
        return events

    def _may_ring(self, now: float) -> bool:
        """A ring too many gets no leg, so nothing that follows it is told either."""
        if len(self._rang_at) == MOST_RINGS and now - self._rang_at[0] < 1.0:
            self.rings_dropped += 1
            if self.rings_dropped.bit_count() == 1:  # 1, 2, 4, 8 …: a flood must not fill the log
                _log.info("rings too many at once, not told: %d", self.rings_dropped)
            return False
        self._rang_at.append(now)
        return True

    def _lifted(self, uniqueid: str) -> list[LineEvent]:
        leg = self._legs.get(uniqueid)
        if leg is None or leg.answered:
            return []
        again = any(other.answered for other in self._legs_of(leg.line_call))
        leg.answered = True
        return [] if again else [Answered(leg.line_call)]

    def _state_changed(self, event: Frame, _now: float) -> list[LineEvent]:
        return self._lifted(event.get("Uniqueid")) if event.get("ChannelState") == _UP else []

    def _dial_ended(self, event: Frame, _now: float) -> list[LineEvent]:
        leg = self._legs.get(event.get("DestUniqueid"))
        if leg is None:
            return []
        # Asterisk ends an unanswered ring twice, NOANSWER then CANCEL; the first is the reason
        leg.dial_status = leg.dial_status or event.get("DialStatus")
        if leg.dial_status == "ANSWER":
            return self._lifted(event.get("DestUniqueid"))
        return []

    def _held(self, event: Frame, _now: float) -> list[LineEvent]:
        leg = self._legs.get(event.get("Uniqueid"))
        if leg is None or leg.held or not leg.answered:
            return []
        leg.held = True
        return [Held(leg.line_call)]

    def _resumed(self, event: Frame, _now: float) -> list[LineEvent]:
        leg = self._legs.get(event.get("Uniqueid"))
        if leg is None or not leg.held:
            return []
        leg.held = False
        return [Resumed(leg.line_call)]

    def _hang_up_asked(self, event: Frame, _now: float) -> list[LineEvent]:
        """Only HangupRequest tells who hung up: SoftHangupRequest names the other one."""
        asking = event.get("Uniqueid")
        for uniqueid, leg in self._legs.items():
            if leg.ended_by is not None:
                continue
            if asking == uniqueid:
                broken = event.get("Cause") == _INTERWORKING
                leg.ended_by = EndReason.OTHER if broken else EndReason.OPERATOR
            elif asking in {leg.caller, leg.line_call}:
                leg.ended_by = EndReason.CALLER
        return []

    def _renamed(self, event: Frame, _now: float) -> list[LineEvent]:
        leg = self._legs.get(event.get("Uniqueid"))
        if leg is not None and event.get("Newname"):
            leg.channel = event.get("Newname")
        return []

    def _hung_up(self, event: Frame, _now: float) -> list[LineEvent]:
        uniqueid = event.get("Uniqueid")
        if uniqueid == event.get("Linkedid"):
            self._waiting.pop(uniqueid, None)
        leg = self._legs.get(uniqueid)
        return [] if leg is None else self._leg_ended(uniqueid, _reason(leg, event.get("Cause")))

    def _leg_ended(self, uniqueid: str, reason: EndReason) -> list[LineEvent]:
        line_call = self._legs.pop(uniqueid).line_call
        return [] if self._legs_of(line_call) else [HungUp(line_call, reason)]


class _PassedOn(TypedDict):
    reference: str
    returned: ReturnReason | None


def _passed_on(frame: Frame) -> _PassedOn:
    """What whoever passed the call on gave it, as its channel says."""
    return {
        "reference": caller_words.reference(caller_words.variable(frame, caller_words.REFERENCE)),
        "returned": caller_words.returned(caller_words.variable(frame, caller_words.RETURNED)),
    }


def _reason(leg: _Leg, cause: str) -> EndReason:
    if leg.passed and leg.answered and leg.ended_by is not EndReason.CALLER:
        return EndReason.PASSED
    if leg.asked_to_end:
        return EndReason.OPERATOR
    if leg.answered:
        return leg.ended_by or EndReason.OTHER
    if cause == _ANSWERED_ELSEWHERE:
        return EndReason.ELSEWHERE
    if leg.ended_by is EndReason.CALLER:
        return EndReason.ABANDONED
    return leg.ended_by or _RING_ENDS.get(leg.dial_status, EndReason.OTHER)


def _queue_of(caller: Frame) -> str | None:
    """The queue that a listed channel waits in: `Application: Queue`, `Data: name,options…`."""
    if caller.get("Application") != "Queue":
        return None
    return caller.get("Data").partition(",")[0] or None
