"""The desk's link: a plain thread that carries the exchange to the centre and back.

Work never waits for it.  No transaction is open while it waits for the network, and it can be
dropped at any moment: all that the exchange needs is in the store.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import SystemRandom
from threading import Event, Thread
from typing import Protocol
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.feed import Diverged, FeedHole, MassRemoval, Waiting
from kundcenter.domain.link import LinkState, Phase
from kundcenter.domain.tickets import Ended
from kundcenter.errors import KundcenterError, NotFound, Refused, Unavailable
from kundcenter.start.link_ear import Ear
from kundcenter.sync.anchoring import AnchorKeeper
from kundcenter.sync.exchange import Ask, Exchange, News, OtherCentre, Path, Stopped
from kundcenter.sync.history import Wishes
from kundcenter.sync.pace import PATIENCE, Pace, Rest, Uniform, Watchdog
from kundcenter.sync.ports import Local
from kundcenter.sync.wire import MOST_OPERATIONS, MessageWrong

log = logging.getLogger(__name__)

END_WITHIN = 5.0  # seconds
IDLE_EVERY = 0.2  # seconds between bites of what can wait
TROUBLES = 3  # in a row, before it is said that it does not go on by itself
TOO_LARGE = "centre.too_large"
NO_PATH = "centre.no_such_path"
UNTRUSTED = "centre.untrusted"
FAILED = "link.failed"
_FOR_A_PERSON = (Stopped, OtherCentre, MassRemoval, Refused, NotFound)


class Client(Protocol):
    """A connection to the centre.  `close` ends an `ask` that is waiting in another thread."""

    def ask(self, path: str, body: bytes) -> bytes: ...
    def close(self) -> None: ...


def nobody(*_: object) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True)
class LinkTerms:
    """What a link needs beside the store and the network.

    `tell` is given every new state, `announce` what has changed in the store, and `ended` the
    operators whose leave the centre has taken back; `erase` is called when the desk is to destroy
    itself.  `idle` does a few milliseconds of what can wait, and says whether there is more of it.
    All are called from the link's thread.
    """

    tell: Callable[[LinkState], object]
    announce: Callable[[Changes], object]
    ended: Callable[[Ended], object] = nobody
    erase: Callable[[], object] = nobody
    idle: Callable[[], bool] = lambda: False
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    monotonic: Callable[[], float] = time.monotonic
    uniform: Uniform = field(default_factory=lambda: SystemRandom().uniform)
    program: str = ""
    schema: str = ""
    wishes: Wishes = field(default_factory=Wishes)
    anchors: AnchorKeeper | None = None


class _Dropped(Exception):
    """The watchdog has barked: the conversation is begun anew."""


class Link:
    """One desk's link.  `start` once, `stop` once; `nudge` from any thread."""

    def __init__(self, local: Local, connect: Callable[[], Client], terms: LinkTerms) -> None:
        """`connect` makes a client that is used by one thread at a time."""
        self._local, self._connect, self._terms = local, connect, terms
        self._pace, self._watchdog = Pace(terms.uniform), Watchdog()
        self._stop, self._wake = Event(), Event()
        self._thread = Thread(target=self._run, name="link", daemon=True)
        self._ear = Ear(connect, self._on_overheard, self._overdue, self._stop, Pace(terms.uniform))
        self._client: Client | None = None
        self._most = MOST_OPERATIONS
        self._listened: frozenset[UUID] = frozenset()  # whose leave is over, as the ear has it
        self._state = LinkState()
        self._user_waits = self._overheard = self._reachable = False
        self._troubles = 0
        self._asked_at: float | None = None

    @property
    def state(self) -> LinkState:
        """The state that was told last."""
        return self._state

    def start(self) -> None:
        """Begin.  Returns at once."""
        self._thread.start()
        self._ear.start()

    def nudge(self) -> None:
        """The operator has done something: there is something to send."""
        self._user_waits = True
        self._wake.set()

    def stop(self) -> None:
        """End within seconds, whatever is on its way: it is sent again the next time."""
        self._stop.set()
        self._wake.set()
        self._ear.stop()
        self._let_go()
        deadline = time.monotonic() + END_WITHIN
        for thread in (self._thread, self._ear.thread):
            if thread.ident is not None:
                thread.join(max(0.0, deadline - time.monotonic()))
                if thread.is_alive():
                    log.warning("the link's thread did not end in time")

    # -- the thread ------------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                rest = self._once()
            except Exception:
                if self._stop.is_set():
                    break
                log.exception("the link failed, number %s", secrets.token_hex(3).upper())
                rest = self._trouble(FAILED)
            self._let_go()
            self._rest(rest)

    def _once(self) -> Rest:
        """One conversation; returns how long to wait before the next."""
        joined = self._state.phase is Phase.JOINED
        try:
            self._converse()
        except _Dropped:
            log.warning("the work did not get through to the centre: the link begins anew")
            self._publish(Phase.STUCK if self._watchdog.stuck else self._state.phase)
        except KundcenterError as error:
            if not self._stop.is_set():
                return self._after(error, joined=joined or self._state.phase is Phase.JOINED)
        return Rest(0.0)

    def _converse(self) -> None:
        """Talk with the centre until something stands in the way, or the program ends."""
        self._client = self._connect()
        exchange = Exchange(
            self._local,
            program=self._terms.program,
            schema=self._terms.schema,
            most=self._most,
            anchors=self._terms.anchors,
            wishes=self._terms.wishes,
        )
        while not self._stop.is_set():
            self._wake.clear()
            self._look_after()
            ask = exchange.ask()
            if ask.path is Path.WAIT:
                self._listen(exchange, ask)
            else:
                self._say(exchange, ask)

    def _say(self, exchange: Exchange, ask: Ask) -> None:
        assert self._client is not None
        before = self._terms.now()
        self._asked_at = self._terms.monotonic()
        try:
            answer = self._client.ask(ask.path.value, ask.body)
        except Unavailable:
            self._reachable = self._reachable and ask.path is not Path.HELLO
            raise
        except Refused as error:
            if ask.path is not Path.COMPARE or error.facts.get("code") != NO_PATH:
                raise
            exchange.cannot_compare()
            return
        finally:
            self._asked_at = None
        self._reachable = True
        news = exchange.hear(answer)
        skew = self._state.skew
        if ask.path is Path.HELLO and exchange.centre_time is not None:
            after = self._terms.now()
            skew = exchange.centre_time - (before + (after - before) / 2)
        self._heard(ask, news, skew)

    def _heard(self, ask: Ask, news: News, skew: timedelta) -> None:
        self._pace.succeeded()
        if ask.path is Path.PUSH:
            self._watchdog.settled()
            self._user_waits, self._most = False, MOST_OPERATIONS
        phase = self._state.phase
        if ask.path is not Path.HELLO:  # which says nothing yet of whether the work gets through
            self._troubles = 0
            phase = Phase.STUCK if self._watchdog.stuck else Phase.JOINED
        if news.rejected:
            log.warning("%d operations were handed back by the centre", news.rejected)
        self._publish(phase, skew=skew, heard_at=self._terms.now())
        if news.changes:
            self._terms.announce(news.changes)
        if news.ended:
            self._terms.ended(news.ended)
        if news.erase:
            self._stop.set()
            self._terms.erase()

    def _listen(self, exchange: Exchange, ask: Ask) -> None:
        """Nothing to say: until there is, or the centre has something, or it is time to look."""
        ended = exchange.ended
        # A question that waits with leave that has been given anew would not hear of its next end.
        self._ear.listen(ask.body, anew=ended != self._listened)
        self._listened = ended
        woken = self._waited(self._pace.poll())
        if self._overheard or not woken:
            self._overheard = False
            exchange.look()

    def _on_overheard(self) -> None:
        """From the ear's thread: the centre has something, or cannot be heard."""
        self._overheard = True
        self._wake.set()

    # -- when something stands in the way ----------------------------------------------------------

    def _after(self, error: KundcenterError, *, joined: bool) -> Rest:
        log.info("the link: %s", error.code)
        if isinstance(error, Diverged | FeedHole):
            log.error("a bucket is filled anew: %s %s", error.code, error.facts)
            self._local.refill(str(error.facts["bucket"]))
            return self._trouble(error.code)
        if error.code == TOO_LARGE and self._most > 1:
            self._most = max(1, self._most // 2)
            return Rest(0.0)
        if isinstance(error, MessageWrong) or error.code == TOO_LARGE:
            return self._trouble(error.code)
        if isinstance(error, _FOR_A_PERSON) or error.code == UNTRUSTED:
            self._publish(Phase.STOPPED, code=str(error.facts.get("code") or error.code))
            return Rest(self._pace.poll())
        if not isinstance(error, Unavailable):
            return self._trouble(error.code)
        phase = Phase.STUCK if self._watchdog.stuck else Phase.AWAY
        self._publish(phase, code=error.code)
        least = error.facts.get("retry_after")
        return self._pace.failed(
            after_contact=joined,
            user_waits=self._user_waits,
            least=float(least) if isinstance(least, int | float) else None,
            away=error.facts.get("status") is None,
        )

    def _trouble(self, code: str) -> Rest:
        self._troubles += 1
        stuck = self._troubles >= TROUBLES
        self._publish(Phase.STUCK if stuck else self._state.phase, code=code if stuck else "")
        return self._pace.failed()

    def _look_after(self) -> None:
        """Count what waits, and see that it does not wait for ever."""
        self._publish(self._state.phase, code=self._state.code)
        now, count = self._terms.monotonic(), self._state.waiting.count
        if self._watchdog.barks(now, waiting=count > 0, reachable=self._reachable):
            raise _Dropped

    def _overdue(self) -> None:
        """From the ear's thread: end a question that has been on its way for far too long."""
        asked, client = self._asked_at, self._client
        if asked is None or client is None:
            return
        if self._terms.monotonic() - asked > PATIENCE:
            client.close()

    def _rest(self, rest: Rest) -> None:
        """Wait; what is done meanwhile is counted, and may end a wait that can be broken."""
        until = self._terms.monotonic() + rest.seconds
        while not self._stop.is_set() and (left := until - self._terms.monotonic()) > 0:
            self._wake.clear()
            self._publish(self._state.phase, code=self._state.code)
            if self._waited(left) and rest.breakable:
                return

    def _waited(self, seconds: float) -> bool:
        """Wait, and now and then do a little of what can wait; returns whether it was woken."""
        while seconds > 0:
            pause = min(seconds, IDLE_EVERY) if self._idle() else seconds
            if self._wake.wait(pause):
                return True
            seconds -= pause
        return False

    def _idle(self) -> bool:
        try:
            return self._terms.idle()
        except KundcenterError as error:
            log.info("the link's idle work: %s", error.code)
            return False

    def _waiting(self) -> Waiting:
        try:
            return self._local.waiting()
        except KundcenterError:
            return self._state.waiting  # the store is busy: it is counted the next time

    def _publish(
        self,
        phase: Phase,
        *,
        code: str = "",
        skew: timedelta | None = None,
        heard_at: datetime | None = None,
    ) -> None:
        """Tell the state, if it is another one."""
        old = self._state
        since = old.since if phase is old.phase and old.since else self._terms.now()
        new = LinkState(
            phase,
            since,
            self._waiting(),
            old.skew if skew is None else skew,
            code,
            heard_at or old.heard_at,
            self._terms.anchors.doubt if self._terms.anchors else "",
            self._terms.wishes.past,
        )
        self._state = new
        if (new.phase, new.waiting, new.code, new.doubt, new.past, new.clock_suspect) != (
            old.phase,
            old.waiting,
            old.code,
            old.doubt,
            old.past,
            old.clock_suspect,
        ) or old.since is None:
            self._terms.tell(new)

    def _let_go(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            client.close()
