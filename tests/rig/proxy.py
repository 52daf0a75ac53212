"""A TCP proxy that does to a connection what networks do: cut, stall, slow down, swallow."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Any

CHUNK = 16 * 1024


@dataclass(frozen=True, slots=True)
class Fault:
    """What is done to bytes on their way.

    `up` is from the desk to the centre, `down` back.  With `cut_up` or `cut_down` the connection
    is reset after so many bytes of it in that direction; `deaf_up` and `deaf_down` swallow what
    comes without a word, as a firewall does that drops packets; `delay` is in seconds a chunk.
    `refuse` resets new connections at once.
    """

    cut_up: int | None = None
    cut_down: int | None = None
    deaf_up: bool = False
    deaf_down: bool = False
    delay: float = 0.0
    refuse: bool = False


NONE = Fault()
PARTITION = Fault(deaf_up=True, deaf_down=True)


@dataclass(slots=True)
class Proxy:
    """A proxy in a thread of its own, in front of one port or socket of this machine."""

    target: int | Path
    port: int = 0
    host: str = "127.0.0.1"  # where it listens
    carried: list[int] = field(default_factory=lambda: [0, 0])  # bytes: down, up
    _fault: Fault = NONE
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    _writers: set[asyncio.StreamWriter] = field(default_factory=set)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _ready: Event = field(default_factory=Event)

    def be(self, fault: Fault) -> None:
        """From now on, also on connections that are open."""
        self._fault = fault

    def heal(self, *, reset: bool = False) -> None:
        """Let everything through again; with `reset`, end the connections that are open."""
        self._fault = NONE
        if reset:
            self.reset()

    def reset(self) -> None:
        """Reset every open connection."""

        def reset() -> None:
            for writer in tuple(self._writers):
                _reset(writer)

        self._loop.call_soon_threadsafe(reset)

    def once(self, *, cut_up: int | None = None, cut_down: int | None = None) -> None:
        """Cut the next connection that gets so far, and no other after it."""
        self._fault = Fault(cut_up=cut_up, cut_down=cut_down)

    @property
    def well(self) -> bool:
        """Whether nothing is done to anybody, or the one cut that was asked for has been made."""
        return self._fault == NONE

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._connected, self.host, 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        async with server:
            await server.serve_forever()

    async def _connected(self, near: asyncio.StreamReader, out: asyncio.StreamWriter) -> None:
        self._writers.add(out)
        try:
            if self._fault.refuse:
                _reset(out)
                return
            far, back = await self._beyond()
            self._writers.add(back)
            try:
                ways: tuple[Coroutine[Any, Any, None], ...] = (
                    self._carry(near, back, up=True, both=(out, back)),
                    self._carry(far, out, up=False, both=(out, back)),
                )
                await asyncio.gather(*ways, return_exceptions=True)
            finally:
                self._writers.discard(back)
                back.close()
        except (OSError, asyncio.CancelledError):
            _reset(out)
        finally:
            self._writers.discard(out)
            out.close()

    async def _beyond(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if isinstance(self.target, Path):
            return await asyncio.open_unix_connection(self.target)
        return await asyncio.open_connection("127.0.0.1", self.target)

    async def _carry(
        self,
        source: asyncio.StreamReader,
        sink: asyncio.StreamWriter,
        *,
        up: bool,
        both: tuple[asyncio.StreamWriter, ...],
    ) -> None:
        carried = 0
        while chunk := await source.read(CHUNK):
            fault = self._fault
            if fault.delay:
                await asyncio.sleep(fault.delay)
            if fault.deaf_up if up else fault.deaf_down:
                continue
            cut = fault.cut_up if up else fault.cut_down
            if cut is not None and carried + len(chunk) > cut:
                sink.write(chunk[: max(cut - carried, 0)])
                self._fault = NONE
                for writer in both:
                    _reset(writer)
                return
            carried += len(chunk)
            self.carried[up] += len(chunk)
            sink.write(chunk)
            await sink.drain()
        if sink.can_write_eof():
            sink.write_eof()

    def run(self) -> None:
        """The thread's work: until it is stopped."""
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        except asyncio.CancelledError:
            pass
        finally:
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

    def end(self) -> None:
        def cancel() -> None:
            for task in asyncio.all_tasks(self._loop):
                task.cancel()

        self._loop.call_soon_threadsafe(cancel)

    def wait_until_ready(self) -> None:
        assert self._ready.wait(10), "the proxy does not listen"


@contextmanager
def proxy_before(target: int | Path, host: str = "127.0.0.1") -> Iterator[Proxy]:
    """A proxy before the port, or the socket, `target` of this machine."""
    proxy = Proxy(target, host=host)
    thread = Thread(target=proxy.run, name="proxy")
    thread.start()
    proxy.wait_until_ready()
    try:
        yield proxy
    finally:
        proxy.end()
        thread.join(10)


def _reset(writer: asyncio.StreamWriter) -> None:
    """End a connection as a crashed machine does: RST, not FIN."""
    raw = writer.get_extra_info("socket")
    if raw is not None and raw.fileno() >= 0:  # else it is closed already
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
