"""The simulated exchange itself: calls, queues and telephones in a time of its own.  No I/O.

`advance` lets time pass, the acts are what a manager client may ask for, and `take_events` gives
what there is to tell.  Times are seconds since the start.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping
from dataclasses import replace

from kundcenter.adapters.exchange_simulator import calls
from kundcenter.adapters.exchange_simulator.answers import Answers
from kundcenter.adapters.exchange_simulator.callers import Arrivals, Caller
from kundcenter.adapters.exchange_simulator.calls import (
    RING_SECONDS,
    Call,
    NoSuchChannel,
    Place,
    Stage,
)
from kundcenter.adapters.exchange_simulator.channels import UNKNOWN, Channel, Event, State
from kundcenter.adapters.exchange_simulator.closed_queues import ClosedQueues
from kundcenter.adapters.exchange_simulator.emergency import Emergencies, EmergencyCentre
from kundcenter.adapters.exchange_simulator.outgoing import Outgoing
from kundcenter.adapters.exchange_simulator.stations import Floor, Station
from kundcenter.adapters.exchange_simulator.timing import Timed
from kundcenter.adapters.exchange_simulator.transfers import Transfers
from kundcenter.adapters.exchange_simulator.watched import DeviceStates, QueueSum, summed

MOST_CALLS = 500
RETRY_SECONDS = 5.0
COLLEAGUE_ANSWERS = (2.0, 7.0)
COLLEAGUE_WRAP_UP = 168.0


class Exchange(Timed):
    """`arrivals` None means that only `arrive` brings calls.  `epoch` dates the channels' ids."""

    def __init__(
        self,
        floor: Floor,
        *,
        seed: int,
        epoch: float,
        wrap_up: float,
        arrivals: Arrivals | None = None,
        centre: EmergencyCentre = EmergencyCentre.ANSWERS,
        centre_answers_after: float = 3.0,
        answers: Answers | None = None,
    ) -> None:
        super().__init__()
        self._floor = floor
        self._epoch = epoch
        self._wrap_up = wrap_up
        self._arrivals = arrivals
        self._chance = random.Random(f"colleagues {seed}")  # noqa: S311 - to be played again
        self._channel_numbers = itertools.count()
        self._calls: dict[str, Call] = {}
        self._events: list[Event] = []
        self._emergencies = Emergencies(self, centre, centre_answers_after)
        self._outgoing = Outgoing(self)
        self.answers = answers or Answers()
        self.closed_queues = ClosedQueues(self, epoch)
        self.transfers = Transfers(self)
        self._devices = DeviceStates(self.answers)
        self._plan_arrival(0.0)

    @property
    def queues(self) -> tuple[str, ...]:
        return self._floor.queues

    def take_events(self) -> list[Event]:
        self._happened()
        taken, self._events = self._events, []
        return taken

    def _happened(self) -> None:
        self._events += self._devices.news(self._floor.stations(self.now), self.transfers.in_use())

    def device_states(self) -> Mapping[str, str]:
        return self._devices.all(self._floor.stations(self.now), self.transfers.in_use())

    def queue_sums(self) -> list[QueueSum]:
        """How many wait in each queue, and who could answer them."""
        waiting = [call for call in self._calls.values() if _in_queue(call)]
        floor, now = self._floor, self.now
        return [summed(each, floor.members(each, now), waiting, now) for each in self.queues]

    def channels(self) -> list[Channel]:
        pairs = ((call.channel, call.leg) for call in self._calls.values())
        of_calls = [channel for pair in pairs for channel in pair if channel is not None]
        for others in (self._emergencies, self._outgoing, self.transfers):
            of_calls += others.channels()
        return of_calls

    def pause(self, interface: str, *, paused: bool) -> bool:
        """Whether the queues leave a telephone alone.  False when it is in no queue."""
        station = self._floor.desk(interface)
        if station is None:
            return False
        station.paused = paused
        self._events += [calls.member_paused(station, queue) for queue in sorted(station.queues)]
        self._distribute()
        return True

    def call_emergency(self, id: str, action_id: str, talk: str, *, patience: float) -> None:
        """Call 112 into the talk that a telephone's channel stands in.

        Raises NoSuchChannel when there is no such talk.
        """
        leg, _ = self._at_phone(talk).at_phone()
        self._emergencies.join(id, action_id, leg, patience=patience)

    def call_emergency_from(self, id: str, action_id: str, extension: str, patience: float) -> None:
        """Ring a telephone and let it call 112.  Raises NoSuchChannel."""
        if self._floor.desk(f"PJSIP/{extension}") is None:
            raise NoSuchChannel
        self._emergencies.ring_first(id, action_id, extension, patience=patience)

    def ring_out(
        self, id: str, action_id: str, extension: str, number: str, patience: float
    ) -> None:
        """Ring a telephone and let it dial a number.  Raises NoSuchChannel.

        A telephone that has a call is busy, and is not rung for another.
        """
        station = self._floor.desk(f"PJSIP/{extension}")
        if station is None or station.busy:
            raise NoSuchChannel
        self._outgoing.begin(id, action_id, station, number, patience)

    def calls(self) -> list[Call]:
        return list(self._calls.values())

    def has(self, call: Call) -> bool:
        return call.channel.uniqueid in self._calls

    def desk(self, extension: str) -> Station | None:
        return self._floor.desk(f"PJSIP/{extension}")

    def add(self, call: Call) -> None:
        self._calls[call.channel.uniqueid] = call

    def person(self, number: str, of: Channel) -> Channel:
        """The channel to somebody who is rung."""
        far = self._new_channel(f"trunk-p{number.lstrip('+')}", number, State.RINGING, of=of)
        far.number = number
        return far

    def queue(self, call: Call, queue: str) -> None:
        """Let a call wait in a queue from now on."""
        call.caller = replace(call.caller, queue=queue)
        call.stage, call.direct, call.joined = Stage.WAITING, False, self.now
        call.not_before = self.now
        call.channel.application, call.channel.application_data = "Queue", f"{queue},r"
        self._events += calls.joined(call, self._place(call))
        joined = self.now
        self.plan(call.caller.patience, lambda: self._gives_up(call, joined))
        self._distribute()

    def ring(self, call: Call, station: Station) -> None:
        """Ring one telephone, whatever its queues."""
        call.direct = True
        self._ring(call, station)

    def stop_ringing(self, call: Call) -> None:
        """Somebody takes the call away from the telephone that rings."""
        self._stop_ringing(call, "CANCEL", "CANCEL")

    def free(self, station: Station) -> None:
        self._free(station, self._wrap_up)

    def end_caller(self, call: Call) -> None:
        """The caller hangs up, wherever they are."""
        if self.has(call):
            self._caller_leaves(call)

    def tell(self, *events: Event) -> None:
        self._events += events

    def channel(
        self, name: str, uniqueid: str, linkedid: str, state: State, *, exten: str = "112"
    ) -> Channel:
        return Channel(name, uniqueid, linkedid, created=self.now, state=state, exten=exten)

    def bridge(self) -> str:
        return f"{self._chance.getrandbits(64):016x}"

    def arrive(self, caller: Caller) -> None:
        """A call comes in.  A flooded exchange lets it hear the busy tone."""
        if len(self._calls) >= MOST_CALLS:
            return
        channel = self._new_channel("trunk", caller.called, State.RING)
        channel.number = caller.number or UNKNOWN
        channel.caller_name = caller.name or UNKNOWN
        self._events += calls.created(channel)
        channel.keyed_id = caller.keyed_id or ""
        call = Call(caller=caller, channel=channel, joined=self.now)
        self._calls[channel.uniqueid] = call
        if not self.closed_queues.turns_away(call):
            self.queue(call, caller.queue)

    def talk(self, channel: str) -> None:
        """What a phone does at `NOTIFY talk`: lift the handset, or go on with a held call.

        Raises NoSuchChannel, as do the other acts.
        """
        if self._emergencies.lift(channel) or self._outgoing.lift(channel):
            return
        call = self._at_phone(channel)
        if call.stage is Stage.RINGING:
            self._lift(call, call.rings)
        elif call.held:
            call.held = False
            self._events += calls.resumed(call)

    def hold(self, channel: str) -> None:
        """What a phone does at `NOTIFY hold`."""
        call = self._at_phone(channel)
        if call.stage is Stage.TALKING and not call.held:
            call.held = True
            self._events += calls.held(call)

    def hang_up(self, channel: str) -> None:
        """End one channel, the caller's or a telephone's."""
        others = (self._emergencies, self._outgoing, self.transfers)
        if any(each.hang_up(channel) for each in others):
            self._distribute()
            return
        for call in list(self._calls.values()):
            if channel in {call.channel.name, call.channel.uniqueid}:
                self._caller_leaves(call)
                return
        call = self._at_phone(channel)
        if call.stage is Stage.RINGING:
            self._stop_ringing(call, "NOANSWER")
        else:
            self._end_talk(call, by_caller=False)

    def _gives_up(self, call: Call, joined: float) -> None:
        waits = call.stage in {Stage.WAITING, Stage.RINGING} and call.joined == joined
        if self.has(call) and waits:
            self._caller_leaves(call)

    def _talked_out(self, call: Call, ring: int) -> None:
        if self.has(call) and call.rings == ring and call.stage is Stage.TALKING:
            self._caller_leaves(call)

    def _caller_leaves(self, call: Call) -> None:
        if call.stage is Stage.TALKING and not call.room:
            self._end_talk(call, by_caller=True)
            return
        self._events += calls.leaves(call)
        direct, call.on_miss = call.direct, None
        if call.stage is Stage.RINGING:
            self._stop_ringing(call, "CANCEL", "CANCEL")
        if call.stage is Stage.WAITING and not direct:
            self._events += calls.abandoned(call, self._place(call), self.now)
        else:
            self.transfers.caller_gone(call)
        self._forget(call)

    def _forget(self, call: Call) -> None:
        self._calls.pop(call.channel.uniqueid, None)
        ended, call.on_end = call.on_end, None
        if ended is not None:
            ended()

    def _distribute(self) -> None:
        for call in list(self._calls.values()):
            if call.stage is not Stage.WAITING or call.not_before > self.now:
                continue
            station = self._floor.longest_idle(call.caller.queue, self.now)
            if station is not None:
                self._ring(call, station)

    def _ring(self, call: Call, station: Station) -> None:
        leg = self._new_channel(station.extension, "s", State.DOWN, of=call.channel)
        self._events += calls.created(leg)
        leg.exten = leg.number = call.caller.called
        leg.connected_number = call.channel.number
        leg.connected_name = call.channel.caller_name
        leg.application, leg.application_data = "AppQueue", "(Outgoing Line)"
        call.stage, call.station, call.leg = Stage.RINGING, station, leg
        call.rings += 1
        ring = call.rings
        station.busy = station.ringing = True
        station.last_call = self.now
        self._tell(call, calls.dialled(call))
        leg.state = State.RINGING
        self._events += calls.ringing(call)
        self._plan(self.now + RING_SECONDS, lambda: self._not_answered(call, ring))
        if station.colleague:
            after = self._chance.uniform(*COLLEAGUE_ANSWERS)
            self._plan(self.now + after, lambda: self._lift(call, ring))

    def _not_answered(self, call: Call, ring: int) -> None:
        if self._is_ringing(call, ring):
            self._stop_ringing(call, "NOANSWER", "CANCEL")

    def _stop_ringing(self, call: Call, *statuses: str) -> None:
        """The caller stays in the queue and rings again somewhere."""
        _, station = call.at_phone()
        self._tell(call, calls.stopped_ringing(call, statuses, RING_SECONDS))
        call.stage, call.leg, call.station = Stage.WAITING, None, None
        missed, call.on_miss = call.on_miss, None
        if call.direct:
            call.stage = Stage.AWAY
            self._free(station, 0.0)
            if missed is not None:
                missed(statuses[0])
            return
        call.not_before = self.now + RETRY_SECONDS
        self._plan(call.not_before, self._distribute)
        self._free(station, 0.0)

    def _lift(self, call: Call, ring: int) -> None:
        if not self._is_ringing(call, ring):
            return
        leg, station = call.at_phone()
        station.ringing = False
        place = self._place(call)
        call.stage, call.answered = Stage.TALKING, self.now
        leg.state = call.channel.state = State.UP
        leg.bridge = call.channel.bridge = self.bridge()
        call.channel.connected_number = leg.number
        self._tell(call, calls.answered(call, place, self.now))
        self._plan(self.now + call.caller.talk, lambda: self._talked_out(call, ring))
        lifted, call.on_answer = call.on_answer, None
        if lifted is not None:
            lifted()

    def _end_talk(self, call: Call, *, by_caller: bool) -> None:
        leg, station = call.at_phone()
        self._emergencies.hang_up(leg.name)
        if call.room:
            self.transfers.desk_gone(call)
            return
        self._tell(call, calls.talk_ended(call, self.now, by_caller=by_caller))
        self._forget(call)
        self._free(station, COLLEAGUE_WRAP_UP if station.colleague else self._wrap_up)

    def _free(self, station: Station, after: float) -> None:
        station.busy = station.ringing = False
        station.free_from = self.now + after
        self._plan(station.free_from, self._distribute)

    def _is_ringing(self, call: Call, ring: int) -> bool:
        return self.has(call) and call.stage is Stage.RINGING and call.rings == ring

    def _at_phone(self, channel: str) -> Call:
        for call in self._calls.values():
            if call.leg is not None and channel in {call.leg.name, call.leg.uniqueid}:
                return call
        raise NoSuchChannel

    def _place(self, call: Call) -> Place:
        waiting = [
            other
            for other in self._calls.values()
            if other.caller.queue == call.caller.queue and _in_queue(other)
        ]
        position = waiting.index(call) + 1 if call in waiting else len(waiting) + 1
        return Place(position, len(waiting))

    def _tell(self, call: Call, events: list[Event]) -> None:
        """Of a call that rings one telephone no queue has anything to tell."""
        self._events += [each for each in events if not (call.direct and each.privilege == "agent")]

    def _plan_arrival(self, after: float) -> None:
        if self._arrivals is None:
            return
        at, caller = self._arrivals.next_after(after)

        def arrives() -> None:
            self._plan_arrival(at)
            self.arrive(caller)

        self._plan(at, arrives)

    def _new_channel(
        self, peer: str, exten: str, state: State, *, of: Channel | None = None
    ) -> Channel:
        number = next(self._channel_numbers)
        uniqueid = f"{int(self._epoch + self.now)}.{number}"
        return Channel(
            name=f"PJSIP/{peer}-{number:08x}",
            uniqueid=uniqueid,
            linkedid=of.linkedid if of else uniqueid,
            created=self.now,
            state=state,
            exten=exten,
        )


def _in_queue(call: Call) -> bool:
    return call.stage in {Stage.WAITING, Stage.RINGING} and not call.direct
