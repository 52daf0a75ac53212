"""What the desk may ask of the exchange, as values that go from thread to thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kundcenter.domain.lines import Destination


@dataclass(frozen=True, slots=True)
class PhoneAct:
    """One of `answer`, `hang_up`, `hold`, `resume`."""

    action: str
    line_call: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Whether the queues shall leave our telephone alone."""

    paused: bool


@dataclass(frozen=True, slots=True)
class Emergency:
    """Call 112, for a call on the line or for none; `attempt` is told with what comes of it."""

    line_call: str | None
    attempt: str = ""


@dataclass(frozen=True, slots=True)
class RingOut:
    """Ring our own telephone, which dials the number when it is lifted."""

    number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PassOn:
    """Transfer the caller at once, or with `consulted` ask somebody first."""

    line_call: str
    to: Destination
    reference: str = ""
    consulted: bool = False


class Turn(StrEnum):
    """What is done with whoever is asked about a call."""

    TOGGLE = "toggle"
    JOIN = "join"
    COMPLETE = "complete"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class ConsultAct:
    turn: Turn
    line_call: str


@dataclass(frozen=True, slots=True)
class SwitchQueue:
    """Let nobody into a queue, until then or until further notice; or let them in again."""

    queue: str
    closed: bool
    until: datetime | None = None


Wish = PhoneAct | Pause | Emergency | RingOut | PassOn | ConsultAct | SwitchQueue
