"""What the centre answers at each path.  The Judge decides; here it is only carried."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import TypeVar
from uuid import UUID, uuid4

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from db.connect import Engine
from db.sync.anchors import SqlAnchors
from db.sync.central import SqlCentral
from db.sync.chores import SqlChores
from db.sync.enrolment import SqlEnrolment
from db.sync.quarantine import SqlQuarantine
from kundcenter.adapters.device_key import PUBLIC_BYTES, signed_by
from kundcenter.adapters.ticket_signing import TicketCheck
from kundcenter.centre import metrics
from kundcenter.centre.admitting import admission_on, ticket_key
from kundcenter.centre.chore_list import ChoreTerms, chore_list
from kundcenter.centre.chores import LOOK_EVERY, Chores
from kundcenter.centre.doorkeeper import Doorkeeper, NotRecognised
from kundcenter.centre.limits import Gate, Guesses
from kundcenter.centre.messages import MessageTooLarge, answered, body_of, fault, refusal, told
from kundcenter.centre.ticker import LONGEST, Awaited, Standing, Ticker
from kundcenter.domain.ageing import KeepTerms
from kundcenter.domain.devices import DeviceUnknown
from kundcenter.domain.enrolment import (
    TOKEN_LIFE,
    CodeRefused,
    Enrol,
    TokenAnswer,
    TokenAsk,
    code_hash,
    enrol_text,
    token_text,
)
from kundcenter.domain.quarantine import Depth
from kundcenter.domain.slots import FULL_COST, Argon2Cost
from kundcenter.domain.triage import CodeSet
from kundcenter.errors import KundcenterError
from kundcenter.sync.admission_wire import ways
from kundcenter.sync.anchoring import Handing
from kundcenter.sync.comparing import compare
from kundcenter.sync.greeting import buckets_for
from kundcenter.sync.history import Recall, recall
from kundcenter.sync.judge import Judge, OfAnotherDevice
from kundcenter.sync.redriving import Redriving
from kundcenter.sync.regained import own_work
from kundcenter.sync.wire import (
    MOST_ALONE,
    MOST_BYTES,
    Compare,
    Hello,
    MessageWrong,
    Own,
    Pull,
    Push,
    Wait,
    Woken,
    pack,
    unpack,
)

M = TypeVar("M")
Answer = Callable[[Request], Awaitable[Response]]
# Is given the id of a desk that has shown who it is, and the body, in a worker thread.
Asked = Callable[[UUID, bytes], bytes]

LOOPBACK = frozenset({"127.0.0.1", "::1"})
KEEP_METRICS = 5.0  # seconds, so that nobody can make the database count all day


@dataclass(frozen=True, slots=True)
class Terms:
    """What a service is given."""

    secret: bytes = field(repr=False)
    codes: Mapping[str, CodeSet]
    now: Callable[[], datetime]
    new_id: Callable[[], UUID] = uuid4
    cost: Argon2Cost = FULL_COST
    metrics_for_all: bool = False
    longest_wait: float = LONGEST
    keep: KeepTerms = field(default_factory=KeepTerms)
    chores_every: float = LOOK_EVERY


class Service:
    """One process's service on the centre's database."""

    def __init__(self, engine: Engine, terms: Terms) -> None:
        self._terms = terms
        self._engine = engine
        self._central = SqlCentral(engine, terms.codes)
        self._enrolment = SqlEnrolment(engine)
        self._key = ticket_key(terms.secret)
        signed = TicketCheck(self._key.public).check
        self._judge = Judge(self._central, terms.now, signed)
        self._redriving = Redriving(self._central, terms.now)
        admission = admission_on(
            engine, terms.codes, self._key, terms.now, terms.new_id, cost=terms.cost
        )
        self._ways = ways(admission, self._judge)
        self._anchors = SqlAnchors(engine)
        self._handing = Handing(self._anchors, terms.now)
        self._doorkeeper = Doorkeeper(terms.secret, terms.now)
        self._guesses = Guesses(time.monotonic)
        self._requests = metrics.Requests()
        self._told: tuple[float, list[str]] = (-KEEP_METRICS, [])
        self.gate = Gate()
        self.ticker = Ticker(self._standing, longest=terms.longest_wait)
        chores = chore_list(ChoreTerms(engine, terms.secret, terms.codes, terms.now, terms.keep))
        self._chore_states = SqlChores(engine)
        self.chores = Chores(self._chore_states, chores, terms.now, look_every=terms.chores_every)

    def application(self) -> Starlette:
        """What a server is to serve."""
        posts: dict[str, Answer] = {
            "/v1/sync/hello": self._exchange(Hello, self._hello),
            "/v1/sync/push": self._asked(self._push, most=MOST_ALONE),
            "/v1/sync/pull": self._exchange(Pull, self._pull),
            "/v1/sync/compare": self._exchange(Compare, partial(compare, self._central)),
            "/v1/sync/wait": self._wait,
            "/v1/sync/history": self._exchange(
                Recall, partial(recall, self._central, self._terms.now)
            ),
            "/v1/sync/own": self._exchange(Own, partial(own_work, self._central)),
            "/v1/enrol": self._enrol,
            "/v1/token": self._token,
        }
        posts |= {path: self._asked(answer) for path, answer in self._ways.items()}
        gets: dict[str, Answer] = {"/health": self._health, "/metrics": self._metrics}
        return Starlette(
            routes=[
                Route(path, self._counted(path, answer), methods=[method])
                for method, answers in (("POST", posts), ("GET", gets))
                for path, answer in answers.items()
            ],
            exception_handlers={404: _no_such_path, 405: _no_such_path},
            lifespan=self._lifespan,
        )

    def stop(self) -> None:
        """Let go of everybody who waits; call it in the loop of the server."""
        self.ticker.stop()
        self.chores.stop()

    @asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        ticking = asyncio.create_task(self.ticker.run())
        self.chores.start()
        try:
            yield
        finally:
            ticking.cancel()
            await asyncio.gather(ticking, return_exceptions=True)

    def close(self) -> None:
        """Let what is going on end, and let go of the threads."""
        self.chores.close()
        self.ticker.close()
        self.gate.close()

    def _counted(self, path: str, answer: Answer) -> Answer:
        async def endpoint(request: Request) -> Response:
            begun = time.perf_counter()
            try:
                response = await answer(request)
            except KundcenterError as error:
                response = refusal(error)
            except ClientDisconnect:
                response = told(400, "message.cut_off")
            except Exception:
                response = fault(path)
            self._requests.count(path, response.status_code, time.perf_counter() - begun)
            return response

        return endpoint

    # -- the exchange ------------------------------------------------------------------------------

    def _exchange(self, kind: type[M], answer: Callable[[UUID, M], object]) -> Answer:
        def asked(device_id: UUID, body: bytes) -> bytes:
            return pack(answer(device_id, unpack(body, kind)))

        return self._asked(asked)

    def _asked(self, answer: Asked, most: int = MOST_BYTES) -> Answer:
        async def asked(request: Request) -> Response:
            device_id = self._holder(request)
            body = await body_of(request, most)
            return answered(await self.gate.run(partial(answer, device_id, body)))

        return asked

    def _push(self, device_id: UUID, body: bytes) -> bytes:
        """Judge a push.  Only one operation may be larger than a message: it cannot be less."""
        try:
            push = unpack(body, Push)
        except MessageWrong:
            if len(body) <= MOST_BYTES:
                raise
            raise MessageTooLarge(limit=MOST_BYTES) from None
        if len(body) > MOST_BYTES and len(push.operations) != 1:
            raise MessageTooLarge(limit=MOST_BYTES)
        pushed = self._judge.push(device_id, push)
        self._redriving.after(push, pushed)
        return pack(pushed)

    def _holder(self, request: Request) -> UUID:
        return self._doorkeeper.holder(request.headers.get("authorization", ""))

    def _hello(self, device_id: UUID, hello: Hello) -> object:
        if hello.device_id != device_id:
            raise OfAnotherDevice(id=hello.device_id)
        return self._judge.hello(hello)

    def _pull(self, device_id: UUID, pull: Pull) -> object:
        page = self._judge.pull(device_id, pull)
        if page.anew:
            return page
        return replace(page, anchors=self._handing.handed(device_id, pull.anchor))

    async def _wait(self, request: Request) -> Response:
        device_id = self._holder(request)
        body = await body_of(request)
        known = await self.gate.run(partial(self._awaited, device_id, body))
        gone = asyncio.ensure_future(request.receive())  # nothing but the end of it can come
        try:
            changed = await self.ticker.changed(known, gone)
        finally:
            gone.cancel()
        return answered(pack(Woken(changed)))

    def _awaited(self, device_id: UUID, body: bytes) -> Awaited:
        """What the desk waits for, of what it may have."""
        wait = unpack(body, Wait)
        device = self._central.device(device_id)
        device.must_exchange()
        self._central.saw(device_id, self._terms.now())
        allowed = set(buckets_for(self._central, device))
        cursors = {name: seq for name, seq in wait.cursors.items() if name in allowed}
        return Awaited(cursors, device_id, wait.ended)

    def _standing(self, buckets: Sequence[str], desks: Sequence[UUID]) -> Standing:
        ended = self._central.ended_at(desks, self._terms.now()) if desks else {}
        return Standing(self._central.heads(buckets), ended)

    # -- who a desk is -----------------------------------------------------------------------------

    async def _token(self, request: Request) -> Response:
        body = await body_of(request)
        ask = unpack(body, TokenAsk)
        if not ask.nonce:
            return answered(pack(TokenAnswer(nonce=self._doorkeeper.nonce())))
        self._doorkeeper.must_be_fresh(ask.nonce)
        await self.gate.run(partial(self._recognise, ask))
        token = self._doorkeeper.token(ask.device_id)
        return answered(pack(TokenAnswer(token=token, seconds=int(TOKEN_LIFE.total_seconds()))))

    def _recognise(self, ask: TokenAsk) -> None:
        try:
            device = self._central.device(ask.device_id)
        except DeviceUnknown:
            raise NotRecognised from None
        text = token_text(ask.device_id, ask.nonce)
        if not signed_by(device.public_key, ask.signature, text):
            raise NotRecognised

    async def _enrol(self, request: Request) -> Response:
        address = request.client.host if request.client else ""
        self._guesses.must_be_few(address)
        ask = unpack(await body_of(request), Enrol)
        try:
            enrolled = await self.gate.run(partial(self._admit, ask))
        except CodeRefused:
            self._guesses.wrong(address)
            raise
        return answered(pack(enrolled))

    def _admit(self, ask: Enrol) -> object:
        text = enrol_text(ask.device_id, ask.code)
        signed = signed_by(ask.public_key, ask.signature, text)
        if len(ask.public_key) != PUBLIC_BYTES or not signed:
            raise CodeRefused
        hashed = code_hash(ask.code)
        enrolled = self._enrolment.enrol(ask.device_id, ask.public_key, hashed, self._terms.now())
        return replace(enrolled, ticket_key=self._key.public)

    # -- for those who watch over it ---------------------------------------------------------------

    async def _health(self, _request: Request) -> Response:
        await self.gate.run(self._central.epoch)
        return answered(b'{"ok":true}')

    async def _metrics(self, request: Request) -> Response:
        near = request.client is not None and request.client.host in LOOPBACK
        if not (near or self._terms.metrics_for_all):
            return told(404, "centre.no_such_path")
        at, store = self._told
        if time.monotonic() - at > KEEP_METRICS:
            store = await self.gate.run(self._counts)
            self._told = time.monotonic(), store
        service = metrics.of_the_service(self.gate.inside, self.ticker.waiting)
        lines = [*self._requests.lines(), *service, *store]
        return Response("\n".join(lines) + "\n", headers={"content-type": metrics.MEDIA})

    def _counts(self) -> list[str]:
        central, now = self._central, self._terms.now()
        return [
            *metrics.of_the_store(
                central.devices(), central.counts(), len(central.quarantined()), now
            ),
            *metrics.of_quarantine(Depth.of(SqlQuarantine(self._engine).waiting(), now)),
            *metrics.of_chores(self._chore_states.states(), now),
            *metrics.of_anchors(self._anchors.newest(), len(self._anchors.doubts()), now),
        ]


async def _no_such_path(_request: Request, _error: Exception) -> Response:
    return told(404, "centre.no_such_path")
