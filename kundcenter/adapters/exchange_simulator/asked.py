"""Whoever is asked about a call at the simulated exchange: `Originate` with a `Local` channel."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kundcenter.adapters.exchange_simulator import calls
from kundcenter.adapters.exchange_simulator.answers import Behaviour
from kundcenter.adapters.exchange_simulator.callers import Caller
from kundcenter.adapters.exchange_simulator.calls import Call, Stage
from kundcenter.adapters.exchange_simulator.channels import UNKNOWN, Channel, Fields, State, event
from kundcenter.adapters.exchange_simulator.guests import (
    Asked,
    Guest,
    dial_begun,
    dial_ended,
    left,
)
from kundcenter.adapters.exchange_simulator.house import House

BUSY_AFTER = 0.5
TALKS = 3600.0  # s; then they hang up, whoever is there
FOR_EVER = 86_400.0


class AskedOnes:
    """`go` takes whoever has lifted to an extension of the dial plan."""

    def __init__(self, exchange: House, go: Callable[[Guest, str], None]) -> None:
        self._exchange, self._go = exchange, go
        self._asked: dict[str, Asked] = {}

    def channels(self) -> list[Channel]:
        return [channel for each in self._asked.values() for channel in each.channels]

    def guests(self) -> list[Guest]:
        return [each.guest for each in self._asked.values()]

    def guest_of(self, channel: str) -> Guest | None:
        """Who stands in a room, or waits, with that channel."""
        for each in self._asked.values():
            if each.lifted and channel in {each.near.name, each.near.uniqueid}:
                return each.guest
        return None

    def begin(
        self,
        id: str,
        action_id: str,
        extension: str,
        *,
        room: str,
        number: str | None,
        variables: Mapping[str, str],
        patience: float,
    ) -> None:
        """Ring an extension of the dial plan; whoever lifts stands in the room."""
        switch = self._exchange
        way = f"Local/{extension}@transfers-{id}"
        near = switch.channel(f"{way};1", id, id, State.DOWN, exten=extension)
        dialling = switch.channel(f"{way};2", f"{id};2", id, State.RING, exten=extension)
        dialling.number = near.number = number or UNKNOWN
        for channel in (near, dialling):
            channel.variables.update(variables)
        asked = Asked(id, action_id, near, dialling, room)
        asked.guest.leaves = lambda: self._end(asked)
        self._asked[id] = asked
        switch.tell(*calls.created(near), *calls.created(dialling))
        self._dial(asked, extension)
        switch.plan(patience, lambda: self._given_up(asked))

    def hang_up(self, channel: str) -> bool:
        """End whoever is asked with that channel.  False when there is none."""
        for asked in list(self._asked.values()):
            if any(channel in {each.name, each.uniqueid} for each in asked.channels):
                self._respond(asked, "Failure", "1")
                self._end(asked)
                return True
        return False

    def _dial(self, asked: Asked, extension: str) -> None:
        desk = self._exchange.desk(extension)
        queue = extension.removeprefix("queue-")
        if desk is not None and desk.busy:
            far = self._exchange.person(extension, asked.dialling)
            self._exchange.tell(dial_begun(asked.dialling, far, extension))
            self._fails(asked, "BUSY", far)
        elif desk is not None or (queue != extension and queue in self._exchange.queues):
            self._ring_desk(asked, desk is None, queue, extension)
        elif extension.startswith("voicemail-"):
            self._exchange.plan(BUSY_AFTER, lambda: self._lifted(asked))
        else:
            self._ring_person(asked, extension)

    def _ring_desk(self, asked: Asked, queued: bool, queue: str, extension: str) -> None:
        number = asked.dialling.number
        caller = Caller(
            queue=queue if queued else "",
            called=extension,
            number=None if number == UNKNOWN else number,
            keyed_id=None,
            patience=FOR_EVER,
            talk=FOR_EVER,
        )
        call = Call(caller, asked.dialling, self._exchange.now, stage=Stage.AWAY)
        call.direct = not queued
        call.on_answer = lambda: self._lifted(asked)
        call.on_end = lambda: self._end(asked)
        asked.call = call
        self._exchange.add(call)
        desk = self._exchange.desk(extension)
        if desk is None:
            self._exchange.queue(call, queue)
            return
        call.on_miss = lambda status: self._fails(asked, status, None)
        self._exchange.ring(call, desk)

    def _ring_person(self, asked: Asked, number: str) -> None:
        behaviour = self._exchange.answers.of(number)
        if behaviour is Behaviour.NONE:
            self._exchange.plan(BUSY_AFTER, lambda: self._given_up(asked))
            return
        far = asked.far = self._exchange.person(number, asked.dialling)
        self._exchange.tell(*calls.created(far), dial_begun(asked.dialling, far, number))
        if behaviour is Behaviour.ANSWER:
            self._exchange.plan(self._exchange.answers.after, lambda: self._lifted(asked))
        elif behaviour is Behaviour.BUSY:
            self._exchange.plan(BUSY_AFTER, lambda: self._fails(asked, "BUSY", far))
        else:
            self._exchange.plan(calls.RING_SECONDS, lambda: self._fails(asked, "NOANSWER", far))

    def _lifted(self, asked: Asked) -> None:
        if not self._is_here(asked) or asked.lifted:
            return
        asked.lifted = True
        asked.near.state = asked.dialling.state = State.UP
        if asked.far is not None:
            asked.far.state = State.UP
            self._exchange.tell(dial_ended(asked.dialling, asked.far, "ANSWER"))
        self._respond(asked, "Success", "4")
        self._exchange.plan(TALKS, lambda: self._end(asked))
        self._go(asked.guest, f"room-{asked.room}")

    def _fails(self, asked: Asked, status: str, far: Channel | None) -> None:
        if not self._is_here(asked) or asked.lifted:
            return
        if far is not None:
            self._exchange.tell(dial_ended(asked.dialling, far, status))
        self._respond(asked, "Failure", "1")
        self._end(asked)

    def _given_up(self, asked: Asked) -> None:
        if self._is_here(asked) and not asked.lifted:
            self._respond(asked, "Failure", "0" if asked.far is None else "3")
            self._end(asked)

    def _respond(self, asked: Asked, response: str, reason: str) -> None:
        if asked.responded:
            return
        asked.responded = True
        fields: Fields = (
            ("ActionID", asked.action_id),
            ("Response", response),
            ("Channel", asked.near.name),
            ("Reason", reason),
            ("Uniqueid", asked.near.uniqueid if response == "Success" else "<null>"),
        )
        self._exchange.tell(event("OriginateResponse", "call", fields))

    def _end(self, asked: Asked) -> None:
        if self._asked.pop(asked.id, None) is None:
            return
        guest, call = asked.guest, asked.call
        guest.step += 1
        if guest.channel.bridge:
            self._exchange.tell(left(guest.channel))
        other, guest.other = guest.other, None
        for channel in asked.channels:
            self._exchange.tell(calls.hung_up(channel))
        if call is not None:
            call.on_end = call.on_miss = None
            if self._exchange.has(call):
                self._exchange.end_caller(call)
        if other is not None and other.call is not None:
            other.other = None
            self._exchange.end_caller(other.call)

    def _is_here(self, asked: Asked) -> bool:
        return self._asked.get(asked.id) is asked
