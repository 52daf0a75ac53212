"""Calls that are passed on at the simulated exchange: the dial plan of the context `transfers`.

Which events Asterisk tells is as its documentation and source have it for Setvar, Redirect, Bridge
and ConfBridge.  A move of one channel takes a moment, as there: the reply comes before it has gone.
What is dialled is one of a desk's own telephones, or somebody who does as `Answers` says.  Not
answered, the call comes back to the extension in KUNDCENTER_BACK, and from there to its queue.
"""

from __future__ import annotations

from collections.abc import Sequence

from kundcenter.adapters.exchange_simulator import calls
from kundcenter.adapters.exchange_simulator.answers import Behaviour
from kundcenter.adapters.exchange_simulator.asked import AskedOnes
from kundcenter.adapters.exchange_simulator.calls import Call, NoSuchChannel, Stage
from kundcenter.adapters.exchange_simulator.channels import Channel, State
from kundcenter.adapters.exchange_simulator.guests import (
    Guest,
    Place,
    dial_begun,
    dial_ended,
    entered,
    left,
    music,
)
from kundcenter.adapters.exchange_simulator.house import House
from kundcenter.adapters.exchange_simulator.stations import Station
from kundcenter.adapters.telephony.caller_words import BACK, RETURNED
from kundcenter.domain.lines import ReturnReason

MOVING = 0.03  # s
BUSY_AFTER = 0.5
RINGS = 15.0
MESSAGE = 20.0  # s that a caller speaks to a voicemail
WAITS = 300.0  # s before a caller who is forgotten comes back
TRIES_AGAIN = 2.0
RINGS_BACK = 4  # times, before the caller waits in the queue again


class Transfers:
    def __init__(self, exchange: House) -> None:
        self._exchange = exchange
        self._guests: dict[str, Guest] = {}
        self._strays: list[tuple[Channel, Station]] = []
        self.asked = AskedOnes(exchange, self.go)

    def channels(self) -> list[Channel]:
        fars = [guest.far for guest in self._guests.values() if guest.far is not None]
        return [*fars, *(leg for leg, _ in self._strays), *self.asked.channels()]

    def in_use(self) -> set[str]:
        """The numbers of those who are rung or talk."""
        return {far.exten for far in self.channels() if far.name.startswith("PJSIP/trunk-p")}

    # -- what a manager client asks for ----------------------------------------------------------

    def redirect(self, moves: Sequence[tuple[str, str]]) -> None:
        """Send channels, by name or id, to extensions.  Raises NoSuchChannel."""
        for channel, extension in moves:
            found = self._movable(channel)
            if isinstance(found, Call) and not extension.startswith("desk-"):
                raise NoSuchChannel  # a telephone goes nowhere else here
        if len(moves) > 1:
            self._move(moves)
        else:
            self._exchange.plan(MOVING, lambda: self._move(moves))

    def bridge(self, first: str, second: str) -> str:
        """The name of a channel that cannot be bridged now, or nothing.  Raises NoSuchChannel."""
        pair = [self._guest(self._movable(channel)) for channel in (first, second)]
        for guest in pair:
            if guest.place is not Place.WAITING:
                return guest.channel.name
        one, other = pair
        one.channel.bridge = other.channel.bridge = self._exchange.bridge()
        for guest, with_ in ((one, other), (other, one)):
            guest.step += 1
            guest.place, guest.other = Place.PAIR, with_
            self._exchange.tell(music(guest.channel, on=False), entered(guest.channel))
            if guest.call is not None:
                self._talks(guest, guest.call)
        return ""

    def hang_up(self, channel: str) -> bool:
        """End a channel that nobody else knows.  False when there is none."""
        for leg, station in list(self._strays):
            if channel in {leg.name, leg.uniqueid}:
                self._strays.remove((leg, station))
                self._exchange.tell(*([left(leg)] if leg.bridge else []), calls.hung_up(leg))
                self._exchange.free(station)
                return True
        return self.asked.hang_up(channel)

    # -- what befalls calls ----------------------------------------------------------------------

    def caller_gone(self, call: Call) -> None:
        """The caller's channel ends wherever it is."""
        guest = self._guests.pop(call.channel.uniqueid, None)
        if guest is not None:
            guest.step += 1
            self._leave(guest)
        self._exchange.tell(calls.hung_up(call.channel))
        if call.leg is not None and call.station is not None:
            self._strays.append((call.leg, call.station))
            call.leg = call.station = None

    def desk_gone(self, call: Call) -> None:
        """The telephone in a room is laid down; whoever is left there waits."""
        leg, station = call.at_phone()
        room, call.room = call.room, ""
        self._exchange.tell(left(leg), calls.hung_up(leg))
        call.leg = call.station = None
        call.stage = Stage.AWAY
        self._exchange.free(station)
        for guest in [*self._guests.values(), *self.asked.guests()]:
            if guest.place is Place.ROOM and guest.room == room:
                self.go(guest, "wait")

    def is_guest(self, call: Call) -> bool:
        return call.channel.uniqueid in self._guests

    def go(self, guest: Guest, extension: str) -> None:
        """The dial plan takes a channel to an extension."""
        guest.step += 1
        self._leave(guest)
        guest.channel.exten = extension
        if extension == "wait":
            guest.place, step = Place.WAITING, guest.step
            self._exchange.tell(music(guest.channel, on=True))
            self._exchange.plan(WAITS, lambda: self._forgotten(guest, step))
        elif extension.startswith("room-"):
            guest.place, guest.room = Place.ROOM, extension.removeprefix("room-")
            guest.channel.bridge = f"conf-{guest.room}"
            self._exchange.tell(entered(guest.channel))
            if guest.call is not None:
                self._talks(guest, guest.call)
        elif guest.call is not None:
            self._dial(guest, guest.call, extension)

    # -- moving ----------------------------------------------------------------------------------

    def _movable(self, channel: str) -> Call | Guest:
        """A call whose telephone it is, or a guest.  Raises NoSuchChannel."""
        asked = self.asked.guest_of(channel)
        if asked is not None:
            return asked
        for call in self._exchange.calls():
            if call.leg is not None and channel in {call.leg.name, call.leg.uniqueid}:
                return call
            if channel in {call.channel.name, call.channel.uniqueid}:
                return self._guests.get(call.channel.uniqueid) or Guest(call.channel, call)
        raise NoSuchChannel

    def _guest(self, found: Call | Guest) -> Guest:
        if isinstance(found, Call):
            raise NoSuchChannel
        return found

    def _move(self, moves: Sequence[tuple[str, str]]) -> None:
        try:
            found = [(self._movable(channel), extension) for channel, extension in moves]
        except NoSuchChannel:  # it has hung up meanwhile
            return
        for each, extension in found:  # the telephone first: its bridge is not to end with it
            if isinstance(each, Call) and each.leg is not None:
                self._desk_in(each, extension.removeprefix("desk-"))
        for each, extension in found:
            if isinstance(each, Guest) and self._is_here(each):
                self._caller_out(each)
                self.go(each, extension)

    def _is_here(self, guest: Guest) -> bool:
        return guest.call is None or self._exchange.has(guest.call)

    def _desk_in(self, call: Call, room: str) -> None:
        leg, _ = call.at_phone()
        zombie = self._exchange.channel(
            f"AsyncGoto/{leg.name}<ZOMBIE>", f"{leg.uniqueid}-z", leg.linkedid, State.UP
        )
        self._exchange.tell(*calls.created(zombie), left(leg), calls.hung_up(zombie))
        call.room, leg.exten, leg.bridge = room, f"desk-{room}", f"conf-{room}"
        self._exchange.tell(entered(leg))

    def _caller_out(self, guest: Guest) -> None:
        """Out of the queue or of its talk, into the hands of the dial plan."""
        call = guest.call
        if call is None or call.channel.uniqueid in self._guests:
            return
        self._guests[call.channel.uniqueid] = guest
        call.on_answer = call.on_miss = None
        if call.stage is Stage.RINGING:
            self._exchange.stop_ringing(call)
        if call.channel.bridge:
            self._exchange.tell(left(call.channel))
        if call.stage is Stage.TALKING and not call.room:
            leg, station = call.at_phone()
            self._exchange.tell(left(leg), calls.hung_up(leg))
            call.leg = call.station = None
            self._exchange.free(station)
        if not call.room:
            call.stage = Stage.AWAY

    def _leave(self, guest: Guest) -> None:
        place, guest.place = guest.place, Place.NOWHERE
        far, guest.far = guest.far, None
        other, guest.other = guest.other, None
        if place is Place.WAITING:
            self._exchange.tell(music(guest.channel, on=False))
        if guest.channel.bridge and place in {Place.ROOM, Place.PAIR, Place.DIALLED}:
            self._exchange.tell(left(guest.channel))
        if far is not None:
            ended = [] if far.state is State.UP else [dial_ended(guest.channel, far, "CANCEL")]
            self._exchange.tell(*ended, calls.hung_up(far))
        if other is not None:
            other.other = None
            self._hang_up_guest(other)

    def _hang_up_guest(self, guest: Guest) -> None:
        if guest.call is not None:
            self._exchange.end_caller(guest.call)
        elif guest.leaves is not None:
            guest.leaves()

    # -- destinations ----------------------------------------------------------------------------

    def _dial(self, guest: Guest, call: Call, extension: str) -> None:
        if call.leg is not None and call.station is not None:  # left alone in its room
            self._strays.append((call.leg, call.station))
            call.leg, call.station, call.room = None, None, ""
        call.stage, call.direct = Stage.AWAY, True
        desk = self._exchange.desk(extension)
        if extension.startswith("queue-"):
            queue = extension.removeprefix("queue-")
            if queue in self._exchange.queues:
                self._to_queue(call, queue)
            else:
                self._back(call, ReturnReason.FAILED)
        elif extension.startswith("voicemail-"):
            guest.place, step = Place.VOICEMAIL, guest.step
            self._exchange.plan(MESSAGE, lambda: self._talked_out(guest, step))
        elif desk is not None:
            self._ring(call, desk)
        else:
            self._ring_person(guest, call, extension)

    def _to_queue(self, call: Call, queue: str) -> None:
        self._guests.pop(call.channel.uniqueid, None)
        self._exchange.queue(call, queue)

    def _ring(self, call: Call, desk: Station) -> None:
        if desk.busy:
            self._back(call, ReturnReason.BUSY)
            return
        self._guests.pop(call.channel.uniqueid, None)
        call.on_miss = lambda status: self._missed(call, status)
        self._exchange.ring(call, desk)

    def _missed(self, call: Call, status: str) -> None:
        reason = ReturnReason.BUSY if status == "BUSY" else ReturnReason.NO_ANSWER
        self._back(call, reason)

    def _ring_person(self, guest: Guest, call: Call, number: str) -> None:
        behaviour = self._exchange.answers.of(number)
        if behaviour is Behaviour.NONE:
            self._back(call, ReturnReason.FAILED)
            return
        far = guest.far = self._exchange.person(number, call.channel)
        guest.place, step = Place.DIALLED, guest.step
        self._exchange.tell(*calls.created(far), dial_begun(call.channel, far, number))
        if behaviour is Behaviour.ANSWER:
            after = self._exchange.answers.after
            self._exchange.plan(after, lambda: self._lifted(guest, call, step))
        else:
            busy = behaviour is Behaviour.BUSY
            status, after = ("BUSY", BUSY_AFTER) if busy else ("NOANSWER", RINGS)
            self._exchange.plan(after, lambda: self._not_reached(guest, call, status, step))

    def _lifted(self, guest: Guest, call: Call, step: int) -> None:
        far = guest.far
        if guest.step != step or far is None:
            return
        far.state = call.channel.state = State.UP
        far.bridge = call.channel.bridge = self._exchange.bridge()
        ended = dial_ended(call.channel, far, "ANSWER")
        self._exchange.tell(ended, entered(far), entered(call.channel))
        self._talks(guest, call)

    def _not_reached(self, guest: Guest, call: Call, status: str, step: int) -> None:
        far = guest.far
        if guest.step != step or far is None:
            return
        guest.far = None
        self._exchange.tell(dial_ended(call.channel, far, status), calls.hung_up(far))
        self._missed(call, status)

    def _talks(self, guest: Guest, call: Call) -> None:
        step = guest.step
        self._exchange.plan(call.caller.talk, lambda: self._talked_out(guest, step))

    def _talked_out(self, guest: Guest, step: int) -> None:
        if guest.step == step and guest.call is not None and self._is_here(guest):
            self._exchange.end_caller(guest.call)

    # -- back to whoever passed it on --------------------------------------------------------------

    def _forgotten(self, guest: Guest, step: int) -> None:
        if guest.step != step or not self._is_here(guest):
            return
        if guest.call is not None:
            self._back(guest.call, ReturnReason.NO_ANSWER)
        else:
            self._hang_up_guest(guest)

    def _back(self, call: Call, reason: ReturnReason, rings: int = RINGS_BACK) -> None:
        """It rings where it was passed on, as soon as that telephone is free, several times."""
        if not self._exchange.has(call):
            return
        desk = self._exchange.desk(call.channel.variables.get(BACK, ""))
        if desk is None:
            self._exchange.end_caller(call)
            return
        guest = self._guests.setdefault(call.channel.uniqueid, Guest(call.channel, call))
        call.channel.variables[RETURNED] = str(reason)
        guest.step += 1
        if not rings:
            call.channel.variables[RETURNED] = ""
            self._to_queue(call, call.caller.queue or self._exchange.queues[0])
        elif desk.busy:
            self._back_later(guest, call, reason, rings)
        else:
            self._guests.pop(call.channel.uniqueid)
            call.on_miss = lambda _status: self._back_again(call, reason, rings - 1)
            self._exchange.ring(call, desk)

    def _back_again(self, call: Call, reason: ReturnReason, rings: int) -> None:
        guest = self._guests.setdefault(call.channel.uniqueid, Guest(call.channel, call))
        self._back_later(guest, call, reason, rings)

    def _back_later(self, guest: Guest, call: Call, reason: ReturnReason, rings: int) -> None:
        guest.step += 1
        step = guest.step

        def again() -> None:
            if guest.step == step:
                self._back(call, reason, rings)

        self._exchange.plan(TRIES_AGAIN, again)
