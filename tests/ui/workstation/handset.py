"""The telephone on the test's desk: it obeys, and the test says who calls."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from itertools import count

from kundcenter.domain.lines import (
    Answered,
    CallGone,
    ConsultEnd,
    ConsultEnded,
    Consulting,
    Destination,
    EndReason,
    Held,
    HungUp,
    LineEvent,
    NoEmergencyLine,
    NoOutgoingLine,
    NoQueueSwitch,
    NoTransfers,
    Rang,
    Resumed,
    ReturnReason,
)
from tests.ground import NUMBER


class Handset:
    """A line whose far end is the test.  `calls` are the calls that are on it."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.answered: list[str] = []
        self.paused = False
        self.reaches_emergency = False
        self.emergencies: list[str | None] = []
        self.attempts: list[str] = []
        self.rings_out = False
        self.rung_out: list[str] = []
        self.passes_on = False
        self.passed: list[tuple[str, Destination, str]] = []
        self.consulted: list[tuple[str, Destination, str]] = []
        self.steered: list[str] = []
        self.watched: frozenset[str] = frozenset()
        self.closes_queues = False
        self.switched: list[tuple[str, bool, datetime | None]] = []
        self._numbers = count(1)
        self._tell: Callable[[LineEvent], None] = lambda _: None

    def start(self, on_event: Callable[[LineEvent], None]) -> None:
        self._tell = on_event

    def stop(self) -> None:
        self._tell = lambda _: None

    def ring(self, number: str | None = NUMBER, *, keyed_id: str | None = None) -> str:
        """Somebody calls; the name of the call on the line."""
        line_call = f"line-{next(self._numbers)}"
        self.calls.append(line_call)
        self._tell(
            Rang(
                line_call,
                number=number,
                called="1177",
                queue="1177",
                keyed_id=keyed_id,
                waited=timedelta(seconds=5),
            )
        )
        return line_call

    def gives_up(self, line_call: str, reason: EndReason = EndReason.ABANDONED) -> None:
        self.calls.remove(line_call)
        self._tell(HungUp(line_call, reason))

    def tell(self, event: LineEvent) -> None:
        self._tell(event)

    def answer(self, line_call: str) -> None:
        self._must_be_there(line_call)
        self.answered.append(line_call)
        self._tell(Answered(line_call))

    def hang_up(self, line_call: str) -> None:
        self._must_be_there(line_call)
        self.calls.remove(line_call)
        self._tell(HungUp(line_call, EndReason.OPERATOR))

    def hold(self, line_call: str) -> None:
        self._must_be_there(line_call)
        self._tell(Held(line_call))

    def resume(self, line_call: str) -> None:
        self._must_be_there(line_call)
        self._tell(Resumed(line_call))

    def ready(self, on: bool) -> None:
        self.paused = not on

    def call_emergency(self, line_call: str | None, attempt: str = "") -> None:
        """It is dialled; the test tells whether somebody answers."""
        if not self.reaches_emergency:
            raise NoEmergencyLine
        self.emergencies.append(line_call)
        self.attempts.append(attempt)

    def ring_out(self, number: str) -> None:
        """It is dialled; what comes of it is heard in the handset."""
        if not self.rings_out:
            raise NoOutgoingLine
        self.rung_out.append(number)

    def transfer(self, line_call: str, to: Destination, reference: str = "") -> None:
        """The caller is passed on; the test says whether it comes back."""
        self._must_pass_on(line_call)
        self.passed.append((line_call, to, reference))
        self.calls.remove(line_call)
        self._tell(HungUp(line_call, EndReason.PASSED))

    def comes_back(self, line_call: str, reference: str, why: ReturnReason) -> None:
        """What was passed on rings here again."""
        self.calls.append(line_call)
        self._tell(Rang(line_call, NUMBER, called="1177", reference=reference, returned=why))

    def consult(self, line_call: str, to: Destination, reference: str = "") -> None:
        """It rings there; the test says whether somebody lifts."""
        self._must_pass_on(line_call)
        self.consulted.append((line_call, to, reference))
        self._tell(Consulting(line_call))

    def toggle(self, line_call: str) -> None:
        self._steer("toggle", line_call)

    def join(self, line_call: str) -> None:
        self._steer("join", line_call)

    def complete(self, line_call: str) -> None:
        self._steer("complete", line_call)
        self.calls.remove(line_call)
        self._tell(HungUp(line_call, EndReason.PASSED))

    def drop(self, line_call: str) -> None:
        self._steer("drop", line_call)
        self._tell(ConsultEnded(line_call, ConsultEnd.DROPPED))

    def watch(self, extensions: Collection[str]) -> None:
        self.watched = frozenset(extensions)

    def close_queue(self, queue: str, until: datetime | None = None) -> None:
        self._switch(queue, True, until)

    def open_queue(self, queue: str) -> None:
        self._switch(queue, False, None)

    def _switch(self, queue: str, closed: bool, until: datetime | None) -> None:
        if not self.closes_queues:
            raise NoQueueSwitch
        self.switched.append((queue, closed, until))

    def _steer(self, act: str, line_call: str) -> None:
        self._must_be_there(line_call)
        self.steered.append(act)

    def _must_pass_on(self, line_call: str) -> None:
        if not self.passes_on:
            raise NoTransfers
        self._must_be_there(line_call)

    def _must_be_there(self, line_call: str) -> None:
        if line_call not in self.calls:
            raise CallGone
