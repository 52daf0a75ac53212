"""Our own telephone is let go when its caller has gone elsewhere.  No I/O, no clock."""

from __future__ import annotations

import contextlib

from kundcenter.adapters.telephony import passing
from kundcenter.adapters.telephony.desk_calls import DeskCalls
from kundcenter.adapters.telephony.requests import Requests
from kundcenter.domain.lines import CallGone

LINGERING = 1.0  # s; hung up at once it could take the caller along


class LettingGo:
    """The exchange ends a bridge that one of two has left.

    Not so a room, and of a telephone that was there when the program came up nothing is known but
    that it talked.  So one that is still there after a while is hung up.
    """

    def __init__(self, calls: DeskCalls) -> None:
        self._calls = calls
        self._since: dict[str, tuple[str, float]] = {}

    def later(self, line_call: str, own: str, now: float) -> None:
        """`own` is the id of our telephone's channel."""
        self._since[own] = (line_call, now)

    def ticked(self, now: float, requests: Requests) -> None:
        for own, (line_call, since) in list(self._since.items()):
            if now - since > LINGERING:
                del self._since[own]
                self.now(line_call, own, requests)

    def now(self, line_call: str, own: str, requests: Requests) -> None:
        with contextlib.suppress(CallGone):
            party = self._calls.party_of(line_call)
            if party.own == own:  # not the telephone that rings for the same call again
                requests.send(*passing.hung_up(party.channel))
