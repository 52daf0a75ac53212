"""Attempts of this desk to reach 112 through the exchange: of which one does an event tell?"""

from __future__ import annotations

from dataclasses import dataclass, field

from kundcenter.domain.lines import EmergencyAnswered, EmergencyEnded, EmergencyFailed

Told = EmergencyAnswered | EmergencyFailed | EmergencyEnded


@dataclass(slots=True)
class Attempt:
    """`name` goes to the exchange and comes back; `told` are the kinds of what it has told."""

    name: str
    line_call: str | None
    told: set[type[Told]] = field(default_factory=set)


class Attempts:
    """All attempts since the program started: a new alarm does not end those of an earlier one."""

    def __init__(self) -> None:
        self._all: list[Attempt] = []

    def begin(self, line_call: str | None) -> Attempt:
        attempt = Attempt(f"alarm-{len(self._all) + 1}", line_call)
        self._all.append(attempt)
        return attempt

    def of(self, event: Told) -> Attempt | None:
        """The attempt that the event is about; None if this desk made none such.

        An event without a name is about the first that has not been told it yet.
        """
        kind = type(event)
        for attempt in self._all:
            known = attempt.name == event.attempt if event.attempt else kind not in attempt.told
            if known and attempt.line_call == event.line_call:
                attempt.told.add(kind)
                return attempt
        return None
