"""Callers who left a queue, as the exchange tells: given up, or answered elsewhere.  No I/O.

QueueCallerAbandon and AgentConnect (class `agent`) come to every desk, of all queues of the
exchange; who was answered at this telephone is not told of here.  A desk tells of the queues that
it serves: whose calls ring here, of which its telephone is a member, or which the
settings name.  `HoldTime` is how long they waited in whole seconds, the same for every desk:
Asterisk's documentation calls it a point in time, its source (app_queue.c, record_abandoned) says
otherwise.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from datetime import timedelta

from kundcenter.adapters.telephony import caller_words
from kundcenter.adapters.telephony.frames import Frame
from kundcenter.domain.lines import CallerLeft, LineEvent

MOST_SERVED = 100  # queues
MOST_TOLD = 1_000  # within a second: a trunk that breaks takes all who wait with it

_NAMED = re.compile(r"[^\x00-\x1f]{1,100}")


class Leavings:
    """Outlives connections: which queues are served does not change with them."""

    def __init__(self, extension: str, queues: Iterable[str] = ()) -> None:
        self._own = frozenset(f"{technology}/{extension}" for technology in ("PJSIP", "SIP"))
        self._served = set(queues)
        self._told_at: deque[float] = deque(maxlen=MOST_TOLD)

    def received(self, event: Frame, now: float) -> list[LineEvent]:
        """CallerLeft, or nothing."""
        name = event.get("Event")
        if name == "QueueCallerAbandon":
            return self._left(event, now)
        if name == "AgentConnect" and event.get("Interface") not in self._own:
            return self._left(event, now, reached=True)
        if name == "AgentCalled" or name.startswith("QueueMember"):
            self._learn(event)
        return []

    def _learn(self, event: Frame) -> None:
        """Asterisk says it of each member: when it is rung, paused, added, or changes its state.

        A member that is rung by way of the dial plan (`Local/…`) has our telephone as the one whose
        state counts.
        """
        queue = event.get("Queue")
        named = {event.get("Interface"), event.get("StateInterface")}
        if not named & self._own or not _NAMED.fullmatch(queue):
            return
        if event.get("Event") == "QueueMemberRemoved":
            self._served.discard(queue)
        elif len(self._served) < MOST_SERVED:
            self._served.add(queue)

    def _left(self, event: Frame, now: float, *, reached: bool = False) -> list[LineEvent]:
        queue, line_call = event.get("Queue"), event.get("Linkedid")
        waited = caller_words.seconds(event.get("HoldTime"))
        if queue not in self._served or not line_call:
            return []
        if len(self._told_at) == MOST_TOLD and now - self._told_at[0] < 1.0:
            return []
        self._told_at.append(now)
        named = caller_words.variable(event, caller_words.QUEUE) or queue
        return [CallerLeft(line_call, named, waited or timedelta(), reached)]
