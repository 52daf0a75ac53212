"""The line to an Asterisk exchange through its manager interface (AMI): thread and socket.

One plain thread owns the socket and everything behind it.  Other threads leave their wish in a
queue, wake the thread, and wait a short while for the exchange's reply.  The rules are in
`session` (the conversation) and `desk_calls` (what events mean).

The exchange's side is in docs/exchange.md: what the desk's user may do in manager.conf, which
variables of a call it is told, and the dial plan to which calls are passed on.
"""

from __future__ import annotations

import logging
import queue
import random
import secrets
import selectors
import socket
import ssl
import threading
import time
from collections.abc import Callable, Collection
from concurrent.futures import Future
from datetime import datetime

from kundcenter.adapters.telephony.connecting import connect, is_loopback
from kundcenter.adapters.telephony.consults import Consults
from kundcenter.adapters.telephony.desk_calls import DeskCalls
from kundcenter.adapters.telephony.frames import serialise
from kundcenter.adapters.telephony.leavings import Leavings
from kundcenter.adapters.telephony.pace import Pace, SessionOver
from kundcenter.adapters.telephony.passing import checked_reference
from kundcenter.adapters.telephony.session import Session
from kundcenter.adapters.telephony.watching import Watching
from kundcenter.adapters.telephony.wishes import (
    ConsultAct,
    Emergency,
    PassOn,
    Pause,
    PhoneAct,
    RingOut,
    SwitchQueue,
    Turn,
    Wish,
)
from kundcenter.domain.lines import (
    Destination,
    DownReason,
    ExchangeSettings,
    LineAway,
    LineDown,
    LineEvent,
    NoEmergencyLine,
    NoOutgoingLine,
    NoQueueSwitch,
    NoTransfers,
    PhoneByHand,
    PhoneControl,
)

_log = logging.getLogger(__name__)
_READ_AT_ONCE = 64 * 1024
_LONGEST_SLEEP = 1.0  # s; between looks at the clock
_CHANCE = random.SystemRandom()


class AmiLine:
    """A telephone at an Asterisk exchange.  The listener is called on the line's own thread."""

    def __init__(
        self, settings: ExchangeSettings, secret: str, *, pace: Pace | None = None
    ) -> None:
        """Raises ValueError when user or secret hold signs that cannot be sent."""
        serialise([("Username", settings.user), ("Secret", secret)])
        self._settings = settings
        self._secret = secret
        self._pace = pace or Pace()
        self._calls = DeskCalls(settings.extension)
        self._consults = Consults(self._calls, settings.extension, settings.transfers)
        self._watching = Watching(self._pace, loads=bool(settings.transfers))
        self._leavings = Leavings(settings.extension, settings.queues)
        self._wishes: queue.SimpleQueue[tuple[Wish, Future[None]]] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._up = threading.Event()
        self._thread: threading.Thread | None = None
        self._wake_up: socket.socket | None = None
        self._on_event: Callable[[LineEvent], None] = lambda _event: None

    def start(self, on_event: Callable[[LineEvent], None]) -> None:
        """Connect, and stay connected until `stop`.  A line is started once."""
        if self._thread is not None:
            raise RuntimeError("a line is started once")
        self._on_event = on_event
        woken, self._wake_up = socket.socketpair()
        woken.setblocking(False)
        self._wake_up.setblocking(False)
        self._thread = threading.Thread(
            target=self._run, args=(woken,), name="kundcenter-line", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """No event follows after this has returned.  May be called twice."""
        self._stopping.set()
        self._wake()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(self._pace.connecting + self._pace.acting)

    def answer(self, line_call: str) -> None:
        """Lift the handset.  Raises LineAway, CallGone, ExchangeRefused, PhoneByHand."""
        self._phone_acts("answer", line_call)

    def hold(self, line_call: str) -> None:
        """Raises as `answer`."""
        self._phone_acts("hold", line_call)

    def resume(self, line_call: str) -> None:
        """Raises as `answer`."""
        self._phone_acts("resume", line_call)

    def hang_up(self, line_call: str) -> None:
        """End the talk, or send a ringing call back.

        Raises LineAway, CallGone, ExchangeRefused.
        """
        self._act(PhoneAct("hang_up", line_call))

    def ready(self, on: bool) -> None:
        """Raises LineAway, ExchangeRefused.  A line that is away is told when it comes back."""
        self._calls.paused = not on
        self._act(Pause(not on))

    @property
    def reaches_emergency(self) -> bool:
        """Whether 112 can be asked for now."""
        return bool(self._settings.emergency) and self._up.is_set()

    def call_emergency(self, line_call: str | None, attempt: str = "") -> None:
        """Begin to call 112; EmergencyAnswered or EmergencyFailed follows.

        Raises NoEmergencyLine, LineAway, CallGone, ExchangeRefused.
        """
        if not self._settings.emergency:
            raise NoEmergencyLine
        self._act(Emergency(line_call, attempt))

    @property
    def rings_out(self) -> bool:
        """Whether a number can be rung up now."""
        return bool(self._settings.outgoing) and self._up.is_set()

    def ring_out(self, number: str) -> None:
        """Begin to ring a number up, in E.164: our own telephone first, which then dials.

        Raises NoOutgoingLine, LineAway, ExchangeRefused.
        """
        if not self._settings.outgoing:
            raise NoOutgoingLine
        self._act(RingOut(number))

    @property
    def passes_on(self) -> bool:
        """Whether a call can be passed on now."""
        return bool(self._settings.transfers) and self._up.is_set()

    def transfer(self, line_call: str, to: Destination, reference: str = "") -> None:
        """Pass the caller on; HungUp follows.

        Raises NoTransfers, LineAway, CallGone, ExchangeRefused; ValueError for a reference that
        is not a UUID.
        """
        self._pass_on(PassOn(line_call, to, checked_reference(reference)))

    def consult(self, line_call: str, to: Destination, reference: str = "") -> None:
        """Ask somebody while the caller waits; Consulting or ConsultEnded follows.

        Raises as `transfer`, and ConsultWrong.
        """
        self._pass_on(PassOn(line_call, to, checked_reference(reference), consulted=True))

    def toggle(self, line_call: str) -> None:
        """Raises ConsultWrong, LineAway, CallGone, ExchangeRefused, as do the next three."""
        self._act(ConsultAct(Turn.TOGGLE, line_call))

    def join(self, line_call: str) -> None:
        self._act(ConsultAct(Turn.JOIN, line_call))

    def complete(self, line_call: str) -> None:
        self._act(ConsultAct(Turn.COMPLETE, line_call))

    def drop(self, line_call: str) -> None:
        self._act(ConsultAct(Turn.DROP, line_call))

    def watch(self, extensions: Collection[str]) -> None:
        """PhoneStates follows, of all now and of each that changes.  Never raises."""
        self._watching.watch(extensions)
        self._wake()

    @property
    def closes_queues(self) -> bool:
        """Whether a queue can be closed now."""
        return self._settings.queue_switch and self._up.is_set()

    def close_queue(self, queue: str, until: datetime | None = None) -> None:
        """Raises NoQueueSwitch, LineAway, ExchangeRefused."""
        self._switch_queue(SwitchQueue(queue, True, until))

    def open_queue(self, queue: str) -> None:
        """Raises as `close_queue`."""
        self._switch_queue(SwitchQueue(queue, False))

    def _switch_queue(self, wish: SwitchQueue) -> None:
        if not self._settings.queue_switch:
            raise NoQueueSwitch
        self._act(wish)

    def _pass_on(self, wish: PassOn) -> None:
        if not self._settings.transfers:
            raise NoTransfers
        self._act(wish)

    def _phone_acts(self, action: str, line_call: str) -> None:
        if self._settings.phone is not PhoneControl.NOTIFY:
            raise PhoneByHand
        self._act(PhoneAct(action, line_call))

    def _act(self, wish: Wish) -> None:
        if threading.current_thread() is self._thread:
            raise RuntimeError("the line's own thread cannot wait for itself")
        if not self._up.is_set():
            raise LineAway
        done: Future[None] = Future()
        self._wishes.put((wish, done))
        self._wake()
        try:
            done.result(self._pace.acting)
        except TimeoutError:
            done.cancel()
            raise LineAway from None

    def _wake(self) -> None:
        if self._wake_up is None:
            return
        try:
            self._wake_up.send(b"\0")
        except OSError:
            return  # awake already (full), or over (closed)

    def _run(self, woken: socket.socket) -> None:
        attempts = 0
        told: DownReason | None = None
        try:
            while not self._stopping.is_set():
                reason, was_up = self._one_connection(woken)
                if self._stopping.is_set():
                    return
                flooded = was_up and reason is DownReason.NOT_AN_EXCHANGE
                attempts = 0 if was_up and not flooded else attempts + 1
                if was_up or reason is not told:
                    told = reason
                    _log.info("no connection to the exchange: %s", reason)
                    self._tell(LineDown(reason))
                self._stopping.wait(self._wait_before(attempts, reason))
        finally:
            self._refuse_wishes()
            woken.close()
            if self._wake_up is not None:
                self._wake_up.close()

    def _wait_before(self, attempts: int, reason: DownReason) -> float:
        """Full jitter: a hundred desks must not come back at the same instant."""
        longest = min(self._pace.longest_wait, self._pace.first_wait * 2.0 ** min(attempts, 16))
        wait = _CHANCE.uniform(0.0, longest)
        return self._pace.refused_wait + wait if reason is DownReason.LOGIN_REFUSED else wait

    def _one_connection(self, woken: socket.socket) -> tuple[DownReason, bool]:
        try:
            link = connect(self._settings, self._pace.connecting)
        except SessionOver as over:
            return over.reason, False
        session = Session(
            self._settings,
            self._secret,
            calls=self._calls,
            pace=self._pace,
            now=time.monotonic(),
            plain_allowed=self._settings.tls or is_loopback(self._settings.host),
            prefix=f"kc{secrets.token_hex(4)}",
            consults=self._consults,
            watching=self._watching,
            leavings=self._leavings,
        )
        try:
            with link:
                self._converse(link, woken, session)
            return DownReason.CLOSED, session.up
        except SessionOver as over:
            return over.reason, session.up
        except OSError:
            return DownReason.CLOSED, session.up
        except Exception as bug:  # the thread must live: without it the desk is deaf
            _log.error("the line fell over: %s", type(bug).__name__)
            return DownReason.CLOSED, session.up
        finally:
            self._up.clear()
            for event in session.abandon():
                self._tell(event)
            self._refuse_wishes()

    def _converse(self, link: socket.socket, woken: socket.socket, session: Session) -> None:
        """Returns when the other end closed or the line is to stop."""
        sleep = min(_LONGEST_SLEEP, self._pace.ping_every / 4, self._pace.replying / 4)
        with selectors.DefaultSelector() as selector:
            selector.register(link, selectors.EVENT_READ)
            selector.register(woken, selectors.EVENT_READ)
            while True:
                ready = {key.fileobj for key, _ in selector.select(sleep)}
                if woken in ready:
                    _drain(woken)
                if link in ready:
                    data = self._read(link)
                    if data == b"":
                        return
                    for event in session.received(data or b"", time.monotonic()):
                        self._tell(event, session)
                for event in session.ticked(time.monotonic()):
                    self._tell(event, session)
                self._take_wishes(session)
                if self._stopping.is_set():
                    session.leave()
                output = session.take_output()
                if output:
                    link.settimeout(self._pace.acting)
                    link.sendall(output)
                if self._stopping.is_set():
                    return

    def _read(self, link: socket.socket) -> bytes | None:
        """All that is there; b"" at the end; None when TLS had something of its own to say."""
        link.settimeout(0)
        try:
            data = link.recv(_READ_AT_ONCE)
            while data and isinstance(link, ssl.SSLSocket) and link.pending():
                data += link.recv(link.pending())
        except (ssl.SSLWantReadError, BlockingIOError):
            return None
        return data

    def _tell(self, event: LineEvent, session: Session | None = None) -> None:
        if session is not None and session.up:
            self._up.set()
        if self._stopping.is_set():
            return
        try:
            self._on_event(event)
        except Exception as bug:  # the listener's bug must not make the desk deaf
            _log.error("the listener of the line failed: %s", type(bug).__name__)

    def _take_wishes(self, session: Session) -> None:
        while session.up:
            try:
                wish, done = self._wishes.get_nowait()
            except queue.Empty:
                return
            session.act(wish, done, time.monotonic())

    def _refuse_wishes(self) -> None:
        while True:
            try:
                _wish, done = self._wishes.get_nowait()
            except queue.Empty:
                return
            if done.set_running_or_notify_cancel():
                done.set_exception(LineAway())


def _drain(woken: socket.socket) -> None:
    try:
        while woken.recv(1024):
            pass
    except BlockingIOError:
        return
