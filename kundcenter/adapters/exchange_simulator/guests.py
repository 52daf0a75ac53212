"""Channels that the simulated dial plan has in hand: who waits, stands in a room or is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from kundcenter.adapters.exchange_simulator.calls import Call
from kundcenter.adapters.exchange_simulator.channels import Channel, Event, event


class Place(Enum):
    NOWHERE = auto()  # on its way, or with a telephone of a queue
    WAITING = auto()
    ROOM = auto()
    PAIR = auto()
    DIALLED = auto()  # rings somebody, or talks with them
    VOICEMAIL = auto()


@dataclass(slots=True, eq=False)
class Guest:
    """A caller, or whoever is asked about one.  `step` tells one move from the next."""

    channel: Channel
    call: Call | None = None
    leaves: Callable[[], None] | None = None  # hangs up whoever has no call
    place: Place = Place.NOWHERE
    room: str = ""
    other: Guest | None = None
    far: Channel | None = None
    step: int = 0


@dataclass(slots=True, eq=False)
class Asked:
    """`near` is the channel that was asked for, `dialling` the one whose dial plan rings."""

    id: str
    action_id: str
    near: Channel
    dialling: Channel
    room: str
    far: Channel | None = None
    call: Call | None = None
    lifted: bool = False
    responded: bool = False
    guest: Guest = field(init=False)

    def __post_init__(self) -> None:
        self.guest = Guest(self.near)

    @property
    def channels(self) -> list[Channel]:
        """Those that no call of a queue has."""
        dialling = [] if self.call else [self.dialling]
        return [self.near, *dialling, *([self.far] if self.far else [])]


def entered(channel: Channel) -> Event:
    return event("BridgeEnter", "call", (("BridgeUniqueid", channel.bridge),), channel.fields())


def music(channel: Channel, *, on: bool) -> Event:
    channel.application = "MusicOnHold" if on else ""
    name = "MusicOnHoldStart" if on else "MusicOnHoldStop"
    return event(name, "call", channel.fields(), (("Class", "default"),) if on else ())


def left(channel: Channel) -> Event:
    bridge, channel.bridge = channel.bridge, ""
    return event("BridgeLeave", "call", (("BridgeUniqueid", bridge),), channel.fields())


def dial_ended(channel: Channel, far: Channel, status: str) -> Event:
    return event("DialEnd", "call", channel.fields(), far.fields("Dest"), (("DialStatus", status),))


def dial_begun(channel: Channel, far: Channel, number: str) -> Event:
    dialled = (("DialString", f"{number}@trunk"),)
    return event("DialBegin", "call", channel.fields(), far.fields("Dest"), dialled)
