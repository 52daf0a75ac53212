"""Makes a given call arrive at an exchange, now.  For tests, the tour and the demo.

It uses `Originate`, as one would at a real exchange, with a manager user that may do so.
"""

from __future__ import annotations

import socket
from types import TracebackType

from kundcenter.adapters.exchange_simulator.callers import MAIN_QUEUE
from kundcenter.adapters.exchange_simulator.interface import PATIENCE_SECONDS, TALK_SECONDS
from kundcenter.adapters.telephony.caller_words import KEYED_ID
from kundcenter.adapters.telephony.frames import Frame, FrameReader, serialise
from kundcenter.domain.lines import ExchangeRefused, LineAway, Refusal


class Control:
    """A blocking connection; a context manager.  Raises LineAway, and ExchangeRefused."""

    def __init__(
        self, host: str, port: int, *, secret: str, user: str = "control", patience: float = 5.0
    ) -> None:
        self._reader = FrameReader(banner=True)
        self._frames: list[Frame] = []
        self._last_id = 0
        try:
            self._socket = socket.create_connection((host, port), patience)
        except OSError:
            raise LineAway from None
        try:
            login = (("Username", user), ("Secret", secret), ("Events", "off"))
            self.act("Login", *login)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Control:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._socket.close()

    def ring(
        self,
        number: str | None,
        *,
        queue: str = MAIN_QUEUE,
        keyed_id: str | None = None,
        name: str | None = None,
        talk: float | None = None,
        patience: float | None = None,
    ) -> None:
        """Let a caller arrive.  `talk` and `patience` in seconds of the exchange's time."""
        variables = (
            (KEYED_ID, keyed_id),
            (TALK_SECONDS, talk),
            (PATIENCE_SECONDS, patience),
        )
        self.act(
            "Originate",
            ("Channel", f"Local/{queue}@kundcenter"),
            ("Application", "Wait"),
            ("Data", "3600"),
            ("Async", "true"),
            ("CallerID", f'"{name or ""}" <{number or ""}>'),
            *(("Variable", f"{key}={value}") for key, value in variables if value is not None),
        )

    def channels(self) -> tuple[Frame, ...]:
        """All channels at the exchange, as `Status` lists them."""
        self.act("Status")
        listed: list[Frame] = []
        while (frame := self._next()).get("Event") != "StatusComplete":
            if frame.get("Event") == "Status":
                listed.append(frame)
        return tuple(listed)

    def act(self, action: str, *fields: tuple[str, str]) -> Frame:
        """Any action of the manager interface, and the exchange's reply to it."""
        self._last_id += 1
        action_id = f"control{self._last_id}"
        frame = serialise((("Action", action), ("ActionID", action_id), *fields))
        try:
            self._socket.sendall(frame)
        except OSError:
            raise LineAway from None
        while True:
            reply = self._next()
            if reply.get("ActionID") == action_id and reply.get("Response"):
                break
        if reply.get("Response") == "Error":
            denied = reply.get("Message") in {"Permission denied", "Authentication failed"}
            why = Refusal.NOT_PERMITTED if denied else Refusal.NOT_DONE
            raise ExchangeRefused(action=action, why=why)
        return reply

    def _next(self) -> Frame:
        while not self._frames:
            try:
                data = self._socket.recv(64 * 1024)
            except OSError:
                raise LineAway from None
            if not data:
                raise LineAway
            self._frames += self._reader.feed(data)
        return self._frames.pop(0)
