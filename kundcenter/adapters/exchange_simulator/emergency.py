"""112 at the simulated exchange: it answers, is busy or never answers, as the options say.

Which events Asterisk tells, and in which order, is as its documentation and source have it for
`Originate` with a `Local` channel that runs BridgeAdd, and with a telephone that runs a dial plan.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from kundcenter.adapters.exchange_simulator.channels import Channel, Event, Fields, State, event

NUMBER = "112"
_OUR_SIDE = "Local/112@kundcenter"


class EmergencyCentre(StrEnum):
    """What happens to who calls 112 here."""

    ANSWERS = "answers"
    BUSY = "busy"
    SILENT = "silent"  # it rings, and nobody lifts


class Switch(Protocol):
    """What the exchange lends."""

    @property
    def now(self) -> float: ...
    def plan(self, after: float, happens: Callable[[], None]) -> None: ...
    def tell(self, *events: Event) -> None: ...
    def channel(
        self, name: str, uniqueid: str, linkedid: str, state: State, *, exten: str = ...
    ) -> Channel: ...
    def bridge(self) -> str: ...


@dataclass(slots=True)
class _Attempt:
    """`near` is the channel that was asked for; `dialling` the one whose dial plan calls 112."""

    action_id: str
    near: Channel
    dialling: Channel
    beside: str = ""  # the telephone's channel whose bridge is to be joined
    far: Channel | None = None
    lifted: bool = False
    responded: bool = False
    extra: list[Channel] = field(default_factory=list)

    @property
    def channels(self) -> list[Channel]:
        return [self.near, *self.extra, *([self.far] if self.far else [])]


class Emergencies:
    """All calls to 112 that are under way.  `after` is how long it rings there, in seconds."""

    def __init__(self, switch: Switch, centre: EmergencyCentre, after: float) -> None:
        self._switch = switch
        self._centre = centre
        self._after = after
        self._attempts: dict[str, _Attempt] = {}

    def channels(self) -> list[Channel]:
        return [channel for each in self._attempts.values() for channel in each.channels]

    def join(self, id: str, action_id: str, talk: Channel, *, patience: float) -> None:
        """Call 112 and let it into the bridge that the telephone's channel `talk` stands in."""
        near = self._switch.channel(f"{_OUR_SIDE}-{id};1", id, id, State.DOWN)
        dialling = self._switch.channel(f"{_OUR_SIDE}-{id};2", f"{id};2", id, State.RING)
        attempt = _Attempt(action_id, near, dialling, beside=talk.name, extra=[dialling])
        self._begin(attempt, patience, near, dialling)
        self._dial(attempt, talk.bridge)

    def ring_first(self, id: str, action_id: str, extension: str, *, patience: float) -> None:
        """Ring the telephone itself; when it is lifted it calls 112."""
        near = self._switch.channel(f"PJSIP/{extension}-{id}", id, id, State.DOWN)
        attempt = _Attempt(action_id, near, dialling=near)
        self._begin(attempt, patience, near)
        near.state = State.RINGING
        self._switch.tell(event("Newstate", "call", near.fields()))

    def lift(self, channel: str) -> bool:
        """The telephone that rings for 112 is lifted.  False when there is none."""
        for attempt in self._attempts.values():
            if attempt.near.name == channel and attempt.near.state is State.RINGING:
                attempt.near.state = State.UP
                self._switch.tell(event("Newstate", "call", attempt.near.fields()))
                self._respond(attempt, "Success", "4")
                self._dial(attempt, "")
                return True
        return False

    def hang_up(self, channel: str) -> bool:
        """End the attempt that has the channel, or whose telephone it is."""
        for attempt in list(self._attempts.values()):
            if channel == attempt.beside or any(c.name == channel for c in attempt.channels):
                self._end(attempt)
                return channel != attempt.beside
        return False

    def _begin(self, attempt: _Attempt, patience: float, *channels: Channel) -> None:
        self._attempts[attempt.near.uniqueid] = attempt
        dest = attempt.near.fields("Dest")
        self._switch.tell(
            *(event("Newchannel", "call", channel.fields()) for channel in channels),
            event("DialBegin", "call", dest, (("DialString", attempt.near.name),)),
        )
        self._switch.plan(patience, lambda: self._given_up(attempt))

    def _dial(self, attempt: _Attempt, bridge: str) -> None:
        near = attempt.near
        name, id = f"PJSIP/sos-{near.uniqueid}", f"{near.uniqueid}-far"
        far = attempt.far = self._switch.channel(name, id, near.uniqueid, State.RINGING)
        self._switch.tell(
            event("Newchannel", "call", far.fields()),
            event("DialBegin", "call", *_both(attempt), (("DialString", f"{NUMBER}@sos"),)),
            event("Newstate", "call", far.fields()),
        )
        if self._centre is EmergencyCentre.ANSWERS:
            self._switch.plan(self._after, lambda: self._answered(attempt, bridge))
        elif self._centre is EmergencyCentre.BUSY:
            self._switch.plan(self._after, lambda: self._refused(attempt))

    def _answered(self, attempt: _Attempt, bridge: str) -> None:
        if not self._is_here(attempt) or attempt.far is None:
            return
        far, near, dialling = attempt.far, attempt.near, attempt.dialling
        attempt.lifted = True
        far.state = dialling.state = near.state = State.UP
        far.bridge = dialling.bridge = self._switch.bridge()
        self._switch.tell(
            event("Newstate", "call", far.fields()),
            event("DialEnd", "call", *_both(attempt), (("DialStatus", "ANSWER"),)),
            _entered(far),
            _entered(dialling),
        )
        if near is dialling:
            return
        near.bridge = bridge
        ended = (("DialStatus", "ANSWER"),)
        self._switch.tell(event("DialEnd", "call", near.fields("Dest"), ended))
        self._respond(attempt, "Success", "4")
        self._switch.tell(_entered(near))

    def _refused(self, attempt: _Attempt) -> None:
        if self._is_here(attempt):
            self._switch.tell(event("DialEnd", "call", *_both(attempt), (("DialStatus", "BUSY"),)))
            self._respond(attempt, "Failure", "5")
            self._end(attempt)

    def _given_up(self, attempt: _Attempt) -> None:
        if self._is_here(attempt) and not attempt.lifted:
            self._respond(attempt, "Failure", "3")
            self._end(attempt)

    def _respond(self, attempt: _Attempt, response: str, reason: str) -> None:
        """Once, to everybody, with the id of the action that asked."""
        if attempt.responded:
            return
        attempt.responded = True
        fields: Fields = (
            ("ActionID", attempt.action_id),
            ("Response", response),
            ("Channel", attempt.near.name),
            ("Reason", reason),
            ("Uniqueid", attempt.near.uniqueid if response == "Success" else "<null>"),
        )
        self._switch.tell(event("OriginateResponse", "call", fields))

    def _end(self, attempt: _Attempt) -> None:
        del self._attempts[attempt.near.uniqueid]
        gone = (("Cause", "16"), ("Cause-txt", "Normal Clearing"))
        for channel in reversed(attempt.channels):
            self._switch.tell(event("Hangup", "call", channel.fields(), gone))

    def _is_here(self, attempt: _Attempt) -> bool:
        return self._attempts.get(attempt.near.uniqueid) is attempt


def _both(attempt: _Attempt) -> tuple[Fields, Fields]:
    assert attempt.far is not None
    return attempt.dialling.fields(), attempt.far.fields("Dest")


def _entered(channel: Channel) -> Event:
    return event("BridgeEnter", "call", (("BridgeUniqueid", channel.bridge),), channel.fields())
