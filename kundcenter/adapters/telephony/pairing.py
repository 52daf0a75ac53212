"""Caller and whoever was asked are left alone with each other.  No I/O, no clock.

A channel in a conference cannot be bridged, and one that is on its way out of it neither.  So both
are led to `wait`, the exchange's word that they hear music is waited for, and then they are
bridged.  Where our telephone has left the room by itself the dial plan leads them.
Whoever was asked comes first in the request: if only one of the two could be moved, it is not the
caller who is lost.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from kundcenter.adapters.telephony import passing
from kundcenter.adapters.telephony.consult_state import Consult, Stage
from kundcenter.adapters.telephony.frames import Frame
from kundcenter.adapters.telephony.requests import Requests
from kundcenter.domain.lines import LineEvent, Side

LEAVING = 1.0  # s until both are taken to wait, whatever is told
TRIES = 3

Ended = Callable[[Consult], list[LineEvent]]


class Pairing:
    """`paired` is called when the two have each other, `failed` when they will not.

    Either tells whoever waits, and ends the stage.
    """

    def __init__(self, context: str, *, paired: Ended, failed: Ended) -> None:
        self._context = context
        self._paired, self._failed = paired, failed

    def begin(
        self, consult: Consult, requests: Requests, done: Future[None], *, led: bool = False
    ) -> None:
        """With `led` the dial plan leads both out of the room."""
        inside = [consult.other] if consult.side is not Side.CALLER else []
        inside += [consult.caller] if consult.side is not Side.OTHER else []
        consult.music -= set(inside)
        steps = [passing.together(consult.caller)]
        if not led:
            steps += [passing.redirected(each, passing.WAIT, self._context) for each in inside]
        consult.stage, consult.done = Stage.LEAVING, done

        def left(now: float) -> list[LineEvent]:
            if consult.stage is not Stage.LEAVING:
                return []
            consult.since, consult.tries = now, 0
            consult.bridge = partial(self._bridge, consult, requests)
            self.go_on(consult, now)
            return []

        requests.in_turn(
            "complete",
            steps,
            done,
            accepted=left,
            refused=lambda _agreed: self._failed(consult),
            done_later=True,
        )

    def go_on(self, consult: Consult, now: float) -> None:
        """To be called when something has happened, or time has passed."""
        begin = consult.bridge
        waiting = {consult.caller, consult.other} <= consult.music
        if begin is not None and (waiting or now - consult.since > LEAVING):
            consult.bridge = None
            begin()

    def _bridge(self, consult: Consult, requests: Requests) -> None:
        consult.tries += 1

        def replied(frame: Frame, now: float) -> list[LineEvent]:
            if consult.stage is not Stage.LEAVING:
                return []
            if frame.get("Response") == "Success":
                return self._paired(consult)
            if consult.tries == TRIES:
                return self._failed(consult)
            consult.since, consult.bridge = now, partial(self._bridge, consult, requests)
            consult.music.discard(consult.other)  # so that the next try is not at once
            return []

        requests.send(*passing.bridged(consult.other, consult.caller), reply=replied)
