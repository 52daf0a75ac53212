"""What the simulated exchange tells of its telephones' states and of the load of its queues."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kundcenter.adapters.exchange_simulator.answers import Answers, Behaviour
from kundcenter.adapters.exchange_simulator.calls import Call
from kundcenter.adapters.exchange_simulator.channels import Event, Fields, event
from kundcenter.adapters.exchange_simulator.stations import Station


@dataclass(frozen=True, slots=True)
class QueueSum:
    """As Asterisk's QueueSummary: numbers, and nobody's name."""

    queue: str
    members: int
    free: int
    waiting: int
    longest: int

    def fields(self) -> Fields:
        return (
            ("Event", "QueueSummary"),
            ("Queue", self.queue),
            ("LoggedIn", str(self.members)),
            ("Available", str(self.free)),
            ("Callers", str(self.waiting)),
            ("HoldTime", "0"),
            ("TalkTime", "0"),
            ("LongestHoldTime", str(self.longest)),
        )


def summed(queue: str, members: Sequence[Station], waiting: Iterable[Call], now: float) -> QueueSum:
    here = [call for call in waiting if call.caller.queue == queue]
    return QueueSum(
        queue,
        members=len(members),
        free=sum(not member.busy and not member.paused for member in members),
        waiting=len(here),
        longest=int(max((now - call.joined for call in here), default=0.0)),
    )


class DeviceStates:
    """Remembers what was told, so that only news is."""

    def __init__(self, answers: Answers) -> None:
        busy = {n for n in answers.phones if answers.of(str(n)) is Behaviour.BUSY}
        self._house = {
            f"PJSIP/{number}": "INUSE" if number in busy else "NOT_INUSE"
            for number in answers.phones
        }
        self._told: dict[str, str] = {}

    def all(self, stations: Iterable[Station], in_use: AbstractSet[str]) -> Mapping[str, str]:
        return {**self._house, **self._moving(stations, in_use)}

    def news(self, stations: Iterable[Station], in_use: AbstractSet[str]) -> list[Event]:
        now = self._moving(stations, in_use)
        gone = {each: self._house.get(each, "NOT_INUSE") for each in self._told if each not in now}
        told: list[Event] = []
        for device, state in {**gone, **now}.items():
            if self._told.get(device, self._house.get(device, "NOT_INUSE")) != state:
                told.append(event("DeviceStateChange", "call", state_fields(device, state)))
        self._told = now
        return told

    def _moving(self, stations: Iterable[Station], in_use: AbstractSet[str]) -> dict[str, str]:
        states = {each.interface: _state(each) for each in stations}
        called = {f"PJSIP/{number}": "INUSE" for number in in_use}
        return {**{each: state for each, state in called.items() if each in self._house}, **states}


def state_fields(device: str, state: str) -> Fields:
    return (("Device", device), ("State", state))


def _state(station: Station) -> str:
    if station.ringing:
        return "RINGING"
    return "INUSE" if station.busy else "NOT_INUSE"
