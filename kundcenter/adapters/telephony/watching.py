"""Telephones of the house and load of the queues, as the exchange tells them.  No I/O, no clock.

States come as DeviceStateChange (class `call`), all of them once by DeviceStateList, and are
remembered, so that a telephone watched later is told at once.  QueueSummary gives numbers only:
who the members of a queue are, and how they are reached, is not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import timedelta

from kundcenter.adapters.telephony.frames import Frame
from kundcenter.adapters.telephony.pace import Pace
from kundcenter.adapters.telephony.requests import Requests
from kundcenter.domain.lines import LineEvent, PhoneState, PhoneStates, QueueLoad, QueueLoads

MOST_PHONES = 20_000
MOST_QUEUES = 500
LISTING = 2.0  # s

_DEVICE = re.compile(r"(?:PJSIP|SIP)/([A-Za-z0-9]{1,20})")
_COUNT = re.compile(r"[0-9]{1,6}")
_QUEUE = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_STATES = {
    "NOT_INUSE": PhoneState.FREE,
    "INUSE": PhoneState.BUSY,
    "BUSY": PhoneState.BUSY,
    "ONHOLD": PhoneState.BUSY,
    "RINGINUSE": PhoneState.BUSY,
    "RINGING": PhoneState.RINGING,
    "UNAVAILABLE": PhoneState.AWAY,
}


class Watching:
    """Outlives connections, as far as it says whom the desk watches."""

    def __init__(self, pace: Pace, *, loads: bool) -> None:
        self.watched: frozenset[str] = frozenset()
        self._anew = False
        self._pace = pace
        self._loads_wanted = loads
        self._forget()

    def watch(self, extensions: Collection[str]) -> None:
        """All of these are told anew.  Called by another thread."""
        self.watched = frozenset(extensions)
        self._anew = True

    def _forget(self) -> None:
        self._states: dict[str, PhoneState] = {}
        self._told: dict[str, PhoneState] = {}
        self._list_asked = self._listed = False
        self._list_at = self._told_at = 0.0
        self._asked_at: float | None = None
        self._asked = ""
        self._coming: list[QueueLoad] = []
        self._loads: tuple[QueueLoad, ...] = ()

    def lost(self) -> list[LineEvent]:
        """Nothing is known any more."""
        told = tuple((each, PhoneState.UNKNOWN) for each in self._told if each in self.watched)
        self._forget()
        return [PhoneStates(told)] if told else []

    def received(self, event: Frame, now: float) -> list[LineEvent]:
        match event.get("Event"):
            case "DeviceStateChange":
                self._changed(event)
            case "DeviceStateListComplete":
                self._listed = True
            case "QueueSummary":
                self._summed(event)
                return []
            case "QueueSummaryComplete":
                return self._all_summed(event)
            case _:
                return []
        return self._tell(now)

    def ticked(self, now: float, requests: Requests, *, in_hand: bool) -> list[LineEvent]:
        """Ask for the telephones once, and for the queues now and then while somebody looks."""
        if self.watched and not self._list_asked:
            self._list_asked, self._list_at = True, now
            requests.send(("Action", "DeviceStateList"), reply=self._begun)
        due = self._asked_at is None or now - self._asked_at >= self._pace.loads_every
        if self._loads_wanted and due and (in_hand or self.watched):
            self._asked_at = now
            self._coming = []
            self._asked = requests.send(("Action", "QueueSummary"))
        return self._tell(now)

    def _begun(self, frame: Frame, now: float) -> list[LineEvent]:
        """An exchange that will not list them tells of each when it changes."""
        if frame.get("Response") == "Success":
            return []
        self._listed = True
        return self._tell(now)

    def _changed(self, event: Frame) -> None:
        device = _DEVICE.fullmatch(event.get("Device"))
        if device is None:
            return
        extension = device[1]
        if extension in self._states or len(self._states) < MOST_PHONES:
            self._states[extension] = _STATES.get(event.get("State"), PhoneState.UNKNOWN)

    def _tell(self, now: float) -> list[LineEvent]:
        anew, self._anew = self._anew, False
        if anew:
            self._told = {}
        elif now - self._told_at < self._pace.states_every:
            return []
        if not self.watched:
            return []
        if not self._listed and now - self._list_at < LISTING:  # all at once, not one by one
            return []
        news: list[tuple[str, PhoneState]] = []
        for extension in sorted(self.watched):
            state = self._states.get(extension)
            if state is None and not self._listed:
                continue
            state = state or PhoneState.UNKNOWN
            if self._told.get(extension) is not state:
                news.append((extension, state))
        if not news:
            return []
        self._told.update(news)
        self._told_at = now
        return [PhoneStates(tuple(news))]

    def _summed(self, event: Frame) -> None:
        if event.get("ActionID") != self._asked or len(self._coming) >= MOST_QUEUES:
            return
        queue = event.get("Queue")
        if not _QUEUE.fullmatch(queue):
            return
        self._coming.append(
            QueueLoad(
                queue,
                waiting=_count(event.get("Callers")),
                longest=timedelta(seconds=_count(event.get("LongestHoldTime"))),
                free=_count(event.get("Available")),
                members=_count(event.get("LoggedIn")),
            )
        )

    def _all_summed(self, event: Frame) -> list[LineEvent]:
        if event.get("ActionID") != self._asked:
            return []
        self._asked = ""
        loads, self._coming = tuple(self._coming), []
        if loads == self._loads:
            return []
        self._loads = loads
        return [QueueLoads(loads)]


def _count(text: str) -> int:
    return int(text) if _COUNT.fullmatch(text) else 0
