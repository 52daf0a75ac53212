"""Calls that a desk begins at the simulated exchange: its telephone rings, and then it dials.

Which events Asterisk tells, and in which order, is as its documentation and source have it for
`Originate` with a telephone that runs a dial plan.  Whoever is rung lifts after a while.
"""

from __future__ import annotations

from dataclasses import dataclass

from kundcenter.adapters.exchange_simulator.channels import Channel, Fields, State, event
from kundcenter.adapters.exchange_simulator.emergency import Switch
from kundcenter.adapters.exchange_simulator.stations import Station

ANSWERED_AFTER = 2.0  # seconds


@dataclass(slots=True)
class _Call:
    """`near` is the channel to our telephone, `far` the one to whoever is rung."""

    action_id: str
    number: str
    near: Channel
    station: Station
    far: Channel | None = None

    @property
    def channels(self) -> list[Channel]:
        return [self.near, *([self.far] if self.far else [])]


class Outgoing:
    """All calls of this kind that are under way."""

    def __init__(self, switch: Switch) -> None:
        self._switch = switch
        self._calls: dict[str, _Call] = {}

    def channels(self) -> list[Channel]:
        return [channel for each in self._calls.values() for channel in each.channels]

    def begin(
        self, id: str, action_id: str, station: Station, number: str, patience: float
    ) -> None:
        """Ring the telephone; when it is lifted it dials the number."""
        near = self._switch.channel(
            f"PJSIP/{station.extension}-{id}", id, id, State.DOWN, exten=number
        )
        call = self._calls[id] = _Call(action_id, number, near, station)
        station.busy = True
        near.state = State.RINGING
        self._switch.tell(
            event("Newchannel", "call", near.fields()),
            event("DialBegin", "call", near.fields("Dest"), (("DialString", near.name),)),
            event("Newstate", "call", near.fields()),
        )
        self._switch.plan(patience, lambda: self._given_up(call))

    def lift(self, channel: str) -> bool:
        """The telephone that rings for it is lifted.  False when there is none."""
        for call in self._calls.values():
            if call.near.name == channel and call.near.state is State.RINGING:
                call.near.state = State.UP
                self._switch.tell(event("Newstate", "call", call.near.fields()))
                self._respond(call, "Success", "4")
                self._dial(call)
                return True
        return False

    def hang_up(self, channel: str) -> bool:
        """End the call that has the channel.  False when there is none."""
        for call in list(self._calls.values()):
            if any(each.name == channel for each in call.channels):
                self._end(call)
                return True
        return False

    def _dial(self, call: _Call) -> None:
        near = call.near
        far = call.far = self._switch.channel(
            f"PJSIP/trunk-{near.uniqueid}",
            f"{near.uniqueid}-far",
            near.uniqueid,
            State.RINGING,
            exten=call.number,
        )
        far.number = call.number
        dialled = (("DialString", f"{call.number}@trunk"),)
        self._switch.tell(
            event("Newchannel", "call", far.fields()),
            event("DialBegin", "call", near.fields(), far.fields("Dest"), dialled),
            event("Newstate", "call", far.fields()),
        )
        self._switch.plan(ANSWERED_AFTER, lambda: self._answered(call))

    def _answered(self, call: _Call) -> None:
        far, near = call.far, call.near
        if far is None or self._calls.get(near.uniqueid) is not call:
            return
        far.state = State.UP
        near.bridge = far.bridge = self._switch.bridge()
        answered = (("DialStatus", "ANSWER"),)
        bridge = (("BridgeUniqueid", far.bridge),)
        self._switch.tell(
            event("Newstate", "call", far.fields()),
            event("DialEnd", "call", near.fields(), far.fields("Dest"), answered),
            event("BridgeEnter", "call", bridge, far.fields()),
            event("BridgeEnter", "call", bridge, near.fields()),
        )

    def _given_up(self, call: _Call) -> None:
        here = self._calls.get(call.near.uniqueid) is call
        if here and call.near.state is State.RINGING:
            self._respond(call, "Failure", "3")
            self._end(call)

    def _respond(self, call: _Call, response: str, reason: str) -> None:
        fields: Fields = (
            ("ActionID", call.action_id),
            ("Response", response),
            ("Channel", call.near.name),
            ("Reason", reason),
            ("Uniqueid", call.near.uniqueid if response == "Success" else "<null>"),
        )
        self._switch.tell(event("OriginateResponse", "call", fields))

    def _end(self, call: _Call) -> None:
        del self._calls[call.near.uniqueid]
        call.station.busy = False
        gone = (("Cause", "16"), ("Cause-txt", "Normal Clearing"))
        for channel in reversed(call.channels):
            self._switch.tell(event("Hangup", "call", channel.fields(), gone))
