"""What was asked of the exchange and is not yet answered.  No I/O, no clock, no thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future

from kundcenter.adapters.telephony.frames import Frame, serialise
from kundcenter.domain.lines import CallGone, ExchangeRefused, LineAway, LineEvent, Refusal

Fields = tuple[tuple[str, str], ...]
Reply = Callable[[Frame, float], list[LineEvent]]

_GONE = frozenset(
    {
        "no such channel",
        "channel not found",
        "channel does not exist.",
        "redirect failed, channel not up.",
        "redirect failed, extra channel not up.",
    }
)
_GONE_BEGINS = ("channel does not exist: ", "extrachannel does not exist: ")


class Requests:
    """`prefix` begins the ids of the channels that we ask for; no two sessions have the same."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._out = bytearray()
        self._last_id = 0
        self._replies: dict[str, Reply] = {}
        self._asked: set[Future[None]] = set()

    def name(self, kind: str) -> str:
        """A name for a channel or a room, of which there is no other at the exchange."""
        return f"{self._prefix}-{kind}-{self._last_id + 1}"

    def take_output(self) -> bytes:
        out = bytes(self._out)
        self._out.clear()
        return out

    def send(
        self, *fields: tuple[str, str], reply: Reply | None = None, action_id: str = ""
    ) -> str:
        """The id of the action."""
        self._last_id += 1
        action_id = action_id or f"kc{self._last_id}"
        if reply is not None:
            self._replies[action_id] = reply
        self._out += serialise([*fields, ("ActionID", action_id)])
        return action_id

    def ask(
        self,
        action: str,
        fields: Fields,
        done: Future[None],
        *,
        refused: Callable[[], None] | None = None,
        action_id: str = "",
    ) -> None:
        """Send it, and tell `done` what comes back; `refused` is called when it is a no."""
        self._asked.add(done)

        def reply(frame: Frame, _now: float) -> list[LineEvent]:
            self._asked.discard(done)
            refusal = refusal_of(frame, action)
            if refusal is not None and refused is not None:
                refused()
            tell(done, refusal)
            return []

        self.send(*fields, reply=reply, action_id=action_id)

    def in_turn(
        self,
        action: str,
        steps: Sequence[Fields],
        done: Future[None],
        *,
        accepted: Callable[[float], list[LineEvent]],
        refused: Callable[[int], list[LineEvent]] | None = None,
        done_later: bool = False,
    ) -> None:
        """Send each step when the exchange has agreed to the one before.

        `refused` is told how many were agreed to.  A thread that has given up stops the rest, as
        a no does.  With `done_later` whoever is told `accepted` tells `done` too.  A step may
        bring an ActionID of its own; there is at least one step.
        """
        self._asked.add(done)

        def next_step(number: int, now: float) -> list[LineEvent]:
            if number == len(steps):
                if not done_later:
                    self.settle(done)
                return accepted(now)
            if number and done.cancelled():
                self._asked.discard(done)
                return [] if refused is None else refused(number)

            def reply(frame: Frame, now: float) -> list[LineEvent]:
                refusal = refusal_of(frame, action)
                if refusal is None:
                    return next_step(number + 1, now)
                self.settle(done, refusal)
                return [] if refused is None else refused(number)

            own_id = next((value for key, value in steps[number] if key == "ActionID"), "")
            fields = [pair for pair in steps[number] if pair[0] != "ActionID"]
            self.send(*fields, reply=reply, action_id=own_id)
            return []

        next_step(0, 0.0)

    def settle(self, done: Future[None], error: Exception | None = None) -> None:
        """Whoever waits is told."""
        self._asked.discard(done)
        tell(done, error)

    def replied(self, frame: Frame, now: float) -> list[LineEvent]:
        """A frame that answers an action."""
        reply = self._replies.pop(frame.get("ActionID"), None)
        return [] if reply is None else reply(frame, now)

    def abandon(self) -> None:
        """The connection is gone: everybody who waits for a reply is told so."""
        for done in self._asked:
            tell(done, LineAway())
        self._asked.clear()
        self._replies.clear()


def tell(done: Future[None], error: Exception | None) -> None:
    """Give the waiting thread its answer, unless it has stopped waiting."""
    if done.done() or not done.set_running_or_notify_cancel():
        return
    if error is None:
        done.set_result(None)
    else:
        done.set_exception(error)


def refusal_of(frame: Frame, action: str) -> CallGone | ExchangeRefused | None:
    """None when the exchange agreed."""
    if frame.get("Response") == "Success":
        return None
    message = frame.get("Message").lower()
    if message in _GONE or message.startswith(_GONE_BEGINS):
        return CallGone()
    denied = message == "permission denied"
    return ExchangeRefused(action=action, why=Refusal.NOT_PERMITTED if denied else Refusal.NOT_DONE)
