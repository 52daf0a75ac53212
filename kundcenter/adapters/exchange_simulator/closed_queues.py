"""What the simulated dial plan looks up before it lets a caller into a queue.

The exchange's own database holds it, as docs/exchange.md tells the administrator of a real one.
"""

from __future__ import annotations

from kundcenter.adapters.exchange_simulator.calls import Call, Stage
from kundcenter.adapters.exchange_simulator.house import House
from kundcenter.adapters.telephony.closing import FAMILY, KEY

MOST_ENTRIES = 1_000
MESSAGE_SECONDS = 8.0  # "the telephone is closed": then the caller lays down


class ClosedQueues:
    """`turned_away` is how many callers have heard the message.  `epoch` is when time began."""

    def __init__(self, exchange: House, epoch: float) -> None:
        self._exchange, self._epoch = exchange, epoch
        self._kept: dict[tuple[str, str], str] = {}
        self.turned_away = 0

    def put(self, family: str, key: str, value: str) -> bool:
        """Keep a value.  False when there is no room."""
        if (family, key) not in self._kept and len(self._kept) >= MOST_ENTRIES:
            return False
        self._kept[family, key] = value
        return True

    def get(self, family: str, key: str) -> str | None:
        return self._kept.get((family, key))

    def turns_away(self, call: Call) -> bool:
        """Whether the call's queue is closed now: then it hears so, and no queue gets it."""
        until = self._kept.get((FAMILY, f"{KEY}{call.caller.queue}"), "")
        if not (until.isascii() and until.isdigit()):
            return False
        if int(until) <= self._epoch + self._exchange.now:
            return False
        self.turned_away += 1
        call.stage = Stage.AWAY
        self._exchange.plan(MESSAGE_SECONDS, lambda: self._exchange.end_caller(call))
        return True
