"""Starts the simulated exchange as a process of its own, and makes sure that it ends.

The child ends when its standard input closes, and so when this process ends in whatever way.
"""

from __future__ import annotations

import contextlib
import secrets
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from kundcenter.adapters.exchange_simulator.control import Control
from kundcenter.domain.lines import ExchangeSettings, LineAway, PhoneControl

HOST = "127.0.0.1"
_LOOK_EVERY = 0.02  # s


class SimulatedExchange:
    """A context manager.  `command` starts `kundcenter exchange`; `options` are added to it.

    `secret` is the desk's, `control_secret` that of whoever lets calls arrive.
    """

    def __init__(
        self, command: Sequence[str], options: Sequence[str] = (), *, patience: float = 20.0
    ) -> None:
        self.secret = secrets.token_urlsafe(24)
        self.control_secret = secrets.token_urlsafe(24)
        self.port = 0
        self._command = (*command, *options, "--secret-stdin", "--until-stdin-closes")
        self._patience = patience
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> SimulatedExchange:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Returns when it may be called upon.  Raises LineAway when it does not come up."""
        with tempfile.TemporaryDirectory(prefix="kundcenter-") as folder:
            port_file = Path(folder) / "port"
            try:
                child = subprocess.Popen(  # noqa: S603 - our own program, no shell
                    (*self._command, "--port-file", str(port_file)),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            except OSError:
                raise LineAway from None
            self._child = child
            try:
                self._give_secrets(child)
                self.port = self._wait_for(port_file, child)
            except BaseException:
                self.stop()
                raise

    def stop(self) -> None:
        """End it.  May be called twice."""
        child, self._child = self._child, None
        if child is None:
            return
        if child.stdin is not None:
            with contextlib.suppress(OSError):
                child.stdin.close()
        try:
            child.wait(2.0)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()

    def kill(self) -> None:
        """As when the machine of the exchange loses its power."""
        if self._child is not None:
            self._child.kill()
        self.stop()

    def settings(
        self,
        extension: str = "201",
        *,
        emergency: str = "112@kundcenter",
        outgoing: str = "kundcenter",
        transfers: str = "transfers",
        queue_switch: bool = True,
    ) -> ExchangeSettings:
        """How a desk reaches it.  Its phones obey."""
        return ExchangeSettings(
            host=HOST,
            port=self.port,
            user="desk",
            extension=extension,
            phone=PhoneControl.NOTIFY,
            emergency=emergency,
            outgoing=outgoing,
            transfers=transfers,
            queue_switch=queue_switch,
        )

    def control(self) -> Control:
        return Control(HOST, self.port, secret=self.control_secret)

    def _give_secrets(self, child: subprocess.Popen[bytes]) -> None:
        assert child.stdin is not None
        try:
            child.stdin.write(f"{self.secret}\n{self.control_secret}\n".encode())
            child.stdin.flush()
        except OSError:
            raise LineAway from None

    def _wait_for(self, port_file: Path, child: subprocess.Popen[bytes]) -> int:
        until = time.monotonic() + self._patience
        while not port_file.exists():
            if child.poll() is not None or time.monotonic() > until:
                raise LineAway
            time.sleep(_LOOK_EVERY)
        return int(port_file.read_text(encoding="ascii"))
