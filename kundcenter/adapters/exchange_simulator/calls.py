"""A call at the simulated exchange, and what Asterisk tells about each thing that befalls it.

Recorded from Asterisk 16.28 with app_queue and PJSIP: which events, in which order, with which
fields.  What a desk has no use for (bridge set-up, dial plan steps) is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from kundcenter.adapters.exchange_simulator.callers import Caller
from kundcenter.adapters.exchange_simulator.channels import Channel, Event, Fields, event
from kundcenter.adapters.exchange_simulator.stations import Station

NORMAL = "16"
INTERWORKING = "127"  # a caller who hung up before the answer
RING_SECONDS = 15.0


class NoSuchChannel(Exception):
    """A manager client named a channel that is not there."""


class Stage(Enum):
    WAITING = auto()
    RINGING = auto()
    TALKING = auto()
    AWAY = auto()  # with the dial plan of the transfers


@dataclass(slots=True)
class Call:
    """Times are seconds after the exchange's start.  `rings` counts how often it has rung.

    `direct` is a call that rings one telephone and no queue's.  `room` is where the telephone
    stands that has been parted from its caller.  The three last say what is to happen then.
    """

    caller: Caller
    channel: Channel
    joined: float
    stage: Stage = Stage.WAITING
    rings: int = 0
    not_before: float = 0.0
    station: Station | None = None
    leg: Channel | None = None
    answered: float = 0.0
    held: bool = False
    direct: bool = False
    room: str = ""
    on_answer: Callable[[], None] | None = None
    on_miss: Callable[[str], None] | None = None
    on_end: Callable[[], None] | None = None

    def at_phone(self) -> tuple[Channel, Station]:
        """The leg to the telephone and whose telephone it is; only while it rings or talks."""
        if self.leg is None or self.station is None:
            raise AssertionError("a call without a telephone")
        return self.leg, self.station


@dataclass(frozen=True, slots=True)
class Place:
    """Where a call stands in its queue, from 1, and how many wait there."""

    position: int
    count: int

    def fields(self, queue: str) -> Fields:
        return (("Queue", queue), ("Position", str(self.position)), ("Count", str(self.count)))


def joined(call: Call, place: Place) -> list[Event]:
    place_fields = place.fields(call.caller.queue)
    return [event("QueueCallerJoin", "agent", call.channel.fields(), place_fields)]


def dialled(call: Call) -> list[Event]:
    leg, station = call.at_phone()
    return [
        event("NewConnectedLine", "call", leg.fields()),
        event("AgentCalled", "agent", *_both(call), _member(call)),
        event("DialBegin", "call", *_both(call), (("DialString", station.interface),)),
    ]


def ringing(call: Call) -> list[Event]:
    leg, _ = call.at_phone()
    return [
        event("DialState", "call", *_both(call), (("DialStatus", "RINGING"),)),
        event("Newstate", "call", leg.fields()),
    ]


def stopped_ringing(call: Call, statuses: tuple[str, ...], rang: float) -> list[Event]:
    """Asterisk tells of a ring that timed out twice: NOANSWER, then CANCEL; `rang` is in s."""
    leg, _ = call.at_phone()
    told = [event("DialEnd", "call", *_both(call), (("DialStatus", s),)) for s in statuses]
    if "NOANSWER" in statuses:
        time = (("RingTime", str(int(rang * 1000))),)
        told.insert(0, event("AgentRingNoAnswer", "agent", *_both(call), _member(call), time))
    return [*told, hung_up(leg, "0", "Unknown")]


def answered(call: Call, place: Place, now: float) -> list[Event]:
    leg, _ = call.at_phone()
    caller = call.channel
    times = (("HoldTime", str(int(now - call.joined))), ("RingTime", "0"))
    left = place.fields(call.caller.queue)
    return [
        event("Newstate", "call", leg.fields()),
        event("DialEnd", "call", *_both(call), (("DialStatus", "ANSWER"),)),
        event("QueueCallerLeave", "agent", caller.fields(), left),
        event("AgentConnect", "agent", *_both(call), _member(call), times),
        event("Newstate", "call", caller.fields()),
        _bridge("BridgeEnter", leg, 1),
        _bridge("BridgeEnter", caller, 2),
    ]


def held(call: Call) -> list[Event]:
    leg, _ = call.at_phone()
    return [event("Hold", "call", leg.fields(), (("MusicClass", "default"),))]


def resumed(call: Call) -> list[Event]:
    leg, _ = call.at_phone()
    return [event("Unhold", "call", leg.fields())]


def talk_ended(call: Call, now: float, *, by_caller: bool) -> list[Event]:
    """Ended by a manager client Asterisk tells of no HangupRequest, and blames the caller."""
    leg, _ = call.at_phone()
    caller = call.channel
    cause = (("Cause", NORMAL),)
    times = (
        ("HoldTime", str(int(call.answered - call.joined))),
        ("TalkTime", str(int(now - call.answered))),
        ("Reason", "caller"),
    )
    asked = [event("HangupRequest", "call", caller.fields(), cause)] if by_caller else []
    return [
        *asked,
        _bridge("BridgeLeave", caller, 1),
        event("SoftHangupRequest", "call", caller.fields(), cause),
        _bridge("BridgeLeave", leg, 0),
        hung_up(caller),
        event("AgentComplete", "agent", leg.fields("Dest"), _member(call), times),
        hung_up(leg),
    ]


def member_paused(station: Station, queue: str) -> Event:
    names = (("MemberName", station.interface), ("Interface", station.interface))
    paused = (("Paused", "1" if station.paused else "0"),)
    return event("QueueMemberPause", "agent", (("Queue", queue),), names, paused)


def leaves(call: Call) -> list[Event]:
    return [event("HangupRequest", "call", call.channel.fields(), (("Cause", INTERWORKING),))]


def abandoned(call: Call, place: Place, now: float) -> list[Event]:
    caller, queue = call.channel.fields(), call.caller.queue
    left = Place(place.position, place.count - 1)
    times = (
        ("OriginalPosition", str(place.position)),
        ("HoldTime", str(int(now - call.joined))),
    )
    return [
        event("QueueCallerAbandon", "agent", caller, place.fields(queue), times),
        event("QueueCallerLeave", "agent", caller, left.fields(queue)),
        event("SoftHangupRequest", "call", caller, (("Cause", NORMAL),)),
        hung_up(call.channel, INTERWORKING, "Interworking, unspecified"),
    ]


def created(channel: Channel) -> list[Event]:
    return [event("Newchannel", "call", channel.fields())]


def hung_up(channel: Channel, cause: str = NORMAL, words: str = "Normal Clearing") -> Event:
    return event("Hangup", "call", channel.fields(), (("Cause", cause), ("Cause-txt", words)))


def _bridge(name: str, channel: Channel, there: int) -> Event:
    bridge = (("BridgeUniqueid", channel.bridge), ("BridgeNumChannels", str(there)))
    return event(name, "call", bridge, channel.fields())


def _both(call: Call) -> tuple[Fields, Fields]:
    leg, _ = call.at_phone()
    return call.channel.fields(), leg.fields("Dest")


def _member(call: Call) -> Fields:
    _, station = call.at_phone()
    names = (("Interface", station.interface), ("MemberName", station.interface))
    return (("Queue", call.caller.queue), *names)
