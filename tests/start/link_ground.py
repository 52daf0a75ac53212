"""A desk with its link, on a line to a real centre that can be cut, clogged and watched."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Condition, Event
from uuid import UUID

from kundcenter.adapters.centre_faults import CentreAway
from kundcenter.changes import Changes
from kundcenter.domain.link import LinkState
from kundcenter.errors import KundcenterError
from kundcenter.start.link import Link, LinkTerms
from kundcenter.sync.exchange import Ask
from kundcenter.sync.exchange import Path as Where
from tests.sync.ground import Centre, Side

LONG = 20.0  # seconds, for what takes a moment


@dataclass
class Line:
    """The way to the centre, which can be cut, clogged and watched."""

    centre: Centre
    device_id: UUID
    fault: Callable[[Ask], None] = lambda _: None
    made: int = 0
    asked: list[Ask] = field(default_factory=list)

    def connect(self) -> Connected:
        self.made += 1
        return Connected(self)

    def cut(self, error: Callable[[], KundcenterError]) -> None:
        def fail(_: Ask) -> None:
            raise error()

        self.fault = fail

    def mend(self) -> None:
        self.fault = lambda _: None


@dataclass
class Connected:
    """One connection of it."""

    line: Line
    closed: Event = field(default_factory=Event)

    def ask(self, path: str, body: bytes) -> bytes:
        ask = Ask(Where(path), body)
        self.line.asked.append(ask)
        if self.closed.is_set():
            raise CentreAway(why="closed")
        self.line.fault(ask)
        return self.line.centre.answer(self.line.device_id, ask)

    def close(self) -> None:
        self.closed.set()


class Seen:
    """What the link tells the screen."""

    def __init__(self) -> None:
        self.states: list[LinkState] = []
        self.changes: list[Changes] = []
        self._told = Condition()

    def tell(self, state: LinkState) -> None:
        with self._told:
            self.states.append(state)
            self._told.notify_all()

    def announce(self, changes: Changes) -> None:
        with self._told:
            self.changes.append(changes)
            self._told.notify_all()

    def until(self, so: Callable[[LinkState], bool]) -> LinkState:
        """The first state from now on, or the present one, of which it is so."""
        with self._told:
            found = self._told.wait_for(lambda: self.states and so(self.states[-1]), LONG)
            assert found, self.states[-3:]
            return self.states[-1]

    def until_changed(self, kind: str) -> None:
        with self._told:
            assert self._told.wait_for(
                lambda: any(each.of(kind) for each in self.changes),  # type: ignore[arg-type]
                LONG,
            ), self.changes


@dataclass
class Joined:
    """A desk with its link."""

    side: Side
    line: Line
    seen: Seen
    link: Link

    def work(self) -> UUID:
        """The operator does something."""
        made = self.side.desk.calls.register("+46701740605").the("call")
        self.link.nudge()
        return made


def joined(
    side: Side,
    centre: Centre,
    *,
    monotonic: Callable[[], float] = time.monotonic,
    poll: float = 0.02,
) -> Joined:
    """`poll` is the part of the half minute after which the centre is asked without a reason."""
    line, seen = Line(centre, side.device_id), Seen()
    terms = LinkTerms(
        seen.tell,
        seen.announce,
        now=side.clock,
        monotonic=monotonic,
        uniform=lambda low, _: poll if low else 0.02,  # chance is kind, and in a hurry
    )
    return Joined(side, line, seen, Link(side.local, line.connect, terms))
