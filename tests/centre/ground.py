"""The ground of the centre's tests: real services over TLS on loopback, and desks that ask them."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import httpx
from sqlalchemy import delete

from db.connect import open_central
from db.exchange_tables import devices
from db.sync.enrolment import SqlEnrolment
from kundcenter.adapters.centre_client import CentreClient, Patience
from kundcenter.adapters.certificates import Authority
from kundcenter.adapters.device_key import DeviceKey
from kundcenter.centre.server import Listening, bound, server
from kundcenter.centre.service import Asked, Service, Terms
from kundcenter.domain.enrolment import (
    CODE_LIFE,
    MEDIA_TYPE,
    Invitation,
    TokenAnswer,
    TokenAsk,
    code_hash,
    code_text,
    token_text,
)
from kundcenter.start.desk import new_id, published_codes
from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.wire import pack, unpack
from tests.ground import CARE_UNIT, KEY
from tests.sync.ground import Centre, Side, a_side

SECRET = bytes(range(100, 132))
LONG = 20.0  # seconds, for what takes a moment
JSON = {"content-type": MEDIA_TYPE}


@dataclass(slots=True)
class House:
    """A centre whose service answers over HTTPS."""

    centre: Centre
    authority: Authority
    url: str
    service: Service
    stack: ExitStack
    codes: int = 0
    keys: dict[UUID, DeviceKey] = field(default_factory=dict)

    def invited(self, name: str = "Desk 1", *, care_unit: str = CARE_UNIT) -> str:
        """A code that lets one desk in."""
        self.codes += 1
        code = code_text(self.codes.to_bytes(16, "big"))
        now = self.centre.clock()
        made = Invitation(new_id(), name, care_unit, code_hash(code), now, now + CODE_LIFE)
        SqlEnrolment(self.centre.engine).invite(made)
        return code

    def client(
        self,
        device_id: UUID | None = None,
        *,
        url: str | None = None,
        ca_file: Path | None = None,
        patience: Patience | None = None,
    ) -> CentreClient:
        """A desk's client, closed at the end of the test."""
        id = device_id or new_id()
        made = CentreClient(
            url or self.url,
            device_id=id,
            key=self.key(id),
            ca_file=ca_file or self.authority.certificate,
            patience=patience,
        )
        self.stack.callback(made.close)
        return made

    def key(self, device_id: UUID) -> DeviceKey:
        return self.keys.setdefault(device_id, DeviceKey(KEY, device_id))

    def enrolled(self) -> tuple[UUID, CentreClient]:
        """A desk without a store, enrolled over the wire."""
        id = new_id()
        client = self.client(id)
        client.enrol(self.invited())
        return id, client

    def raw(self) -> httpx.Client:
        """A client that is nobody's."""
        made = httpx.Client(base_url=self.url, verify=trusting(self.authority.certificate))
        return self.stack.enter_context(made)

    def token(self, device_id: UUID) -> dict[str, str]:
        """The headers of a desk that has shown who it is."""
        raw = self.raw()
        asked = pack(TokenAsk(device_id))
        nonce = unpack(raw.post("/v1/token", content=asked, headers=JSON).content, TokenAnswer)
        signature = self.key(device_id).sign(token_text(device_id, nonce.nonce))
        asked = pack(TokenAsk(device_id, nonce.nonce, signature))
        given = unpack(raw.post("/v1/token", content=asked, headers=JSON).content, TokenAnswer)
        return JSON | {"authorization": f"Bearer {given.token}"}

    def side(self, path: Path, name: str) -> tuple[Side, CentreClient]:
        """A desk with a store, enrolled over the wire."""
        side = a_side(self.stack, path, self.centre.clock, self.centre, name)
        with self.centre.engine.begin() as connection:  # it comes by a code, as a real one does
            connection.execute(delete(devices).where(devices.c.id == side.device_id))
        client = self.client(side.device_id)
        client.enrol(self.invited(name))
        return side, client


def talk(side: Side, client: CentreClient) -> None:
    """All that a desk and the centre have to say to each other, over the wire."""
    side.exchange.look()
    for _ in range(200):
        ask = side.exchange.ask()
        if ask.path is Where.WAIT:
            return
        side.exchange.hear(client.ask(ask.path.value, ask.body))
    raise AssertionError("the conversation does not end")


def certified(folder: Path, *hosts: str, now: datetime | None = None) -> Authority:
    """An authority with a server's certificate."""
    folder.mkdir(exist_ok=True)
    authority = Authority(folder)
    authority.certify(hosts, now or datetime.now(UTC))
    return authority


def trusting(ca_file: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(ca_file))


@contextmanager
def a_house(
    centre: Centre,
    url: str,
    authority: Authority,
    *,
    longest_wait: float = 25.0,
    extra: Mapping[str, Asked] | None = None,
) -> Iterator[House]:
    """A service of its own connections on the centre's database, in a thread of this process."""
    engine = open_central(url, connections=12)
    terms = Terms(SECRET, published_codes(), centre.clock, longest_wait=longest_wait)
    service = Service(engine, terms)
    service._ways |= extra or {}
    listening = Listening("127.0.0.1", 0, authority.server, authority.server_key)
    socket = bound(listening)
    begun = threading.Event()
    running = server(service, listening, announce=begun.set)
    thread = threading.Thread(target=running.run, args=([socket],), name="a centre")
    thread.start()
    try:
        assert begun.wait(LONG)
        with ExitStack() as stack:
            where = f"https://127.0.0.1:{socket.getsockname()[1]}"
            yield House(centre, authority, where, service, stack)
    finally:
        running.should_exit = True
        thread.join(LONG)
        socket.close()
        service.close()
        engine.dispose()
        assert not thread.is_alive()


def until(seen: Callable[[], object]) -> None:
    """Return when it is so; no other event tells of what another process does."""
    clock = threading.Event()
    for _ in range(int(LONG / 0.02)):
        if seen():
            return
        clock.wait(0.02)
    raise AssertionError("it never came to be so")
