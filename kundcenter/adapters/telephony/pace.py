"""How patient the line is, and how a conversation ends."""

from __future__ import annotations

from dataclasses import dataclass

from kundcenter.domain.lines import EMERGENCY_PATIENCE, DownReason


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient the line is, in seconds.  Waits between attempts use full jitter."""

    connecting: float = 5.0
    replying: float = 10.0  # greeting, login, pong
    acting: float = 3.0  # the exchange's reply to answer, hang up, hold, resume
    emergency: float = EMERGENCY_PATIENCE.total_seconds()  # until 112 answers
    ping_every: float = 20.0
    first_wait: float = 0.5
    longest_wait: float = 30.0
    refused_wait: float = 15.0  # at least, after a refused login
    states_every: float = 0.3  # what is new of telephones is told no oftener
    loads_every: float = 5.0  # how often the queues are asked for while somebody looks


class SessionOver(Exception):
    """The conversation cannot go on."""

    def __init__(self, reason: DownReason) -> None:
        super().__init__(reason)
        self.reason = reason
