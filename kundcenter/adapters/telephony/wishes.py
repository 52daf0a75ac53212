"""What the desk may ask of the exchange, as values that go from thread to thread."""

from __future__ import annotations

from dataclasses import dataclass, field


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


Wish = PhoneAct | Pause | Emergency | RingOut
