"""The desk's line to the centre: HTTPS, synchronous, one connection that is kept.

What is not plainly the centre's answer is no answer: a captive portal, a proxy and a broken wire
are all the centre being away.  Every message may be sent again.
"""

from __future__ import annotations

import socket
import ssl
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar
from uuid import UUID
from weakref import WeakSet

import msgspec

from kundcenter.adapters.centre_faults import (
    CentreAway,
    CentreRefused,
    CentreTooLarge,
    translated,
)
from kundcenter.adapters.device_key import DeviceKey
from kundcenter.domain.enrolment import (
    MEDIA_TYPE,
    Enrol,
    Enrolled,
    TokenAnswer,
    TokenAsk,
    enrol_text,
    token_text,
)

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")

MOST_ANSWER = 64 * 1024 * 1024  # bytes: a page of rows is far below it
LONGEST_PAUSE = 3600  # seconds that a centre may ask for
AT_ONCE = 2.0  # seconds: a connection that the other side has closed is found out sooner
_RENEW = 0.8  # of a token's life
_WATCH = {  # seconds, the number of probes, and milliseconds
    "TCP_KEEPIDLE": 4,
    "TCP_KEEPINTVL": 2,
    "TCP_KEEPCNT": 2,
    "TCP_USER_TIMEOUT": 8_000,
}


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: to connect, without a byte, without a byte of a wait, and for a whole answer."""

    connect: float = 5.0
    stall: float = 12.0
    wait: float = 35.0
    whole: float = 60.0


class _TokenRefused(Exception):
    """The centre wants another token."""


class _Refusal(msgspec.Struct):
    code: str = ""
    facts: dict[str, str] = {}


class CentreClient:
    """Asks the centre.  Any thread may ask, and any thread may close.

    Raises CentreAway, CentreUntrusted, CentreRefused, CentreTooLarge.
    """

    def __init__(
        self,
        url: str,
        *,
        device_id: UUID,
        key: DeviceKey,
        ca_file: Path | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._url = url.rstrip("/")
        self._device_id = device_id
        self._key = key
        self._ca_file = ca_file
        self._patience = patience or Patience()
        self._lock = Lock()
        self._http: httpx.Client | None = None
        self._sockets: WeakSet[socket.socket] = WeakSet()
        self._asking = 0
        self._closed = False
        self._token = ""
        self._renew_at = 0.0  # of time.monotonic

    def ask(self, path: str, body: bytes) -> bytes:
        """The centre's answer at a path of the exchange (`push`), or at a whole one (`/v1/…`)."""
        place = path if path.startswith("/") else f"/v1/sync/{path}"
        try:
            return self._post(place, body, token=self._current())
        except _TokenRefused:
            self._token = ""
        try:
            return self._post(place, body, token=self._current())
        except _TokenRefused:
            raise CentreRefused(code="token.wrong", told={}, status=401) from None

    def enrol(self, code: str) -> Enrolled:
        """Become one of the centre's desks.  Raises as `ask`."""
        signature = self._key.sign(enrol_text(self._device_id, code))
        message = Enrol(self._device_id, self._key.public, code, signature)
        return _read(self._post("/v1/enrol", msgspec.json.encode(message)), Enrolled)

    def make_ready(self) -> None:
        """Show who the desk is now; nothing of the profile is needed afterwards.  As `ask`."""
        self._current()

    def close(self) -> None:
        """Let go of the centre; whoever waits for an answer gets CentreAway at once."""
        with self._lock:
            self._closed = True
            http = None if self._asking else self._http
            for each in tuple(self._sockets):
                _shut(each)
        if http is not None:
            http.close()

    # -- the token ---------------------------------------------------------------------------------

    def _current(self) -> str:
        if self._token and time.monotonic() < self._renew_at:
            return self._token
        asked = TokenAsk(self._device_id)
        nonce = _read(self._post("/v1/token", msgspec.json.encode(asked)), TokenAnswer).nonce
        asked = TokenAsk(self._device_id, nonce, self._key.sign(token_text(self._device_id, nonce)))
        given = _read(self._post("/v1/token", msgspec.json.encode(asked)), TokenAnswer)
        self._token, self._renew_at = given.token, time.monotonic() + given.seconds * _RENEW
        return given.token

    # -- one request -------------------------------------------------------------------------------

    def _post(self, place: str, body: bytes, *, token: str = "") -> bytes:
        """Send a message; once more when a connection that was kept turns out to be gone.

        Not when it took a while to turn out: then nobody is there, and that shall be known.
        """
        begun = time.monotonic()
        try:
            return self._once(place, body, token)
        except CentreAway as away:
            gone = away.facts["why"] == "lost" and away.facts.get("kept")
            if not gone or self._closed or time.monotonic() - begun > AT_ONCE:
                raise
        return self._once(place, body, token)

    def _once(self, place: str, body: bytes, token: str) -> bytes:
        http = self._begin()
        headers = {"content-type": MEDIA_TYPE, "accept": MEDIA_TYPE, "accept-encoding": "identity"}
        if token:
            headers["authorization"] = f"Bearer {token}"
        stall = self._patience.wait if place.endswith("/wait") else self._patience.stall
        made: list[object] = []  # connections that were made for this request

        def traced(event: str, seen: dict[str, Any]) -> None:
            if event.endswith(("connect_tcp.complete", "start_tls.complete")):
                made.append(event)
                self._keep(seen["return_value"].get_extra_info("socket"))

        import httpx

        try:
            with (
                translated(kept=lambda: not made, closed=lambda: self._closed),
                http.stream(
                    "POST",
                    self._url + place,
                    content=body,
                    headers=headers,
                    timeout=httpx.Timeout(stall, connect=self._patience.connect),
                    extensions={"trace": traced},
                ) as response,
            ):
                return self._answer(response)
        finally:
            self._end()

    def _answer(self, response: httpx.Response) -> bytes:
        """The body of the centre's own 200; everything else is raised."""
        status = response.status_code
        media = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if status == 413:
            raise CentreTooLarge
        if media != MEDIA_TYPE or "content-encoding" in response.headers:
            raise CentreAway(why="not_ours", status=status, retry_after=_pause(response))
        content = self._content(response)
        if status != 200:
            self._refused(response, content)
        try:
            msgspec.json.decode(content)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise CentreAway(why="not_json", status=status, retry_after=None) from None
        return content

    def _refused(self, response: httpx.Response, content: bytes) -> NoReturn:
        status = response.status_code
        if status == 401:
            raise _TokenRefused
        if status in {400, 403, 404, 405, 409, 415}:
            told = _read(content, _Refusal)
            raise CentreRefused(code=told.code, told=told.facts, status=status)
        why = {429: "too_often", 500: "fault", 503: "busy"}.get(status, "not_ours")
        raise CentreAway(why=why, status=status, retry_after=_pause(response))

    def _content(self, response: httpx.Response) -> bytes:
        until = time.monotonic() + self._patience.whole
        content = bytearray()
        for part in response.iter_raw():
            content += part
            if len(content) > MOST_ANSWER:
                raise CentreAway(why="too_long", status=response.status_code, retry_after=None)
            if time.monotonic() > until:
                raise CentreAway(why="timeout", status=response.status_code, retry_after=None)
        return bytes(content)

    # -- the connection ----------------------------------------------------------------------------

    def _begin(self) -> httpx.Client:
        with self._lock:
            if self._closed:
                raise CentreAway(why="closed", status=None, retry_after=None)
            if self._http is None:
                self._http = self._opened()
            self._asking += 1
            return self._http

    def _end(self) -> None:
        with self._lock:
            self._asking -= 1
            http = self._http if self._closed and not self._asking else None
        if http is not None:
            http.close()

    def _opened(self) -> httpx.Client:
        import httpx

        if not self._url.startswith("https://"):
            raise CentreAway(why="not_tls", status=None, retry_after=None)
        try:
            trust = ssl.create_default_context(cafile=str(self._ca_file) if self._ca_file else None)
        except (OSError, ValueError):  # an SSLError is an OSError
            raise CentreAway(why="ca_file", status=None, retry_after=None) from None
        trust.minimum_version = ssl.TLSVersion.TLSv1_3
        trust.sslsocket_class = _Socket
        return httpx.Client(
            verify=trust,
            follow_redirects=False,
            limits=httpx.Limits(
                max_connections=4, max_keepalive_connections=1, keepalive_expiry=60.0
            ),
        )

    def _keep(self, made: socket.socket | None) -> None:
        if made is None:
            return
        _watched(made)
        with self._lock:
            self._sockets.add(made)
            if self._closed:
                _shut(made)


class _Socket(ssl.SSLSocket):
    """Closes itself when the other side is gone before the two have greeted each other.

    The standard library's leaves itself open then, and nobody else has hold of it.
    """

    def recv(self, buflen: int = 1024, flags: int = 0) -> bytes:
        try:
            return super().recv(buflen, flags)
        except ConnectionError:
            self.close()
            raise


def _watched(made: socket.socket) -> None:
    """Notice within ten seconds that nobody is there any more, also while nothing is said.

    A firewall that drops packets ends no connection (RELIABILITY 2.16).
    """
    with suppress(OSError):  # one that is gone already is noticed at once
        made.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in _WATCH.items():
            if hasattr(socket, name):  # each system has its own
                made.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)


def _shut(each: socket.socket) -> None:
    """Wake whoever reads from it.  To close it would leave them waiting."""
    try:
        socket.socket.shutdown(each, socket.SHUT_RDWR)  # not SSLSocket's own: it forgets its state
    except OSError:
        return  # it was gone already


def _read(content: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise CentreAway(why="not_json", status=None, retry_after=None) from None


def _pause(response: httpx.Response) -> int | None:
    """The seconds that the centre asks to be left alone."""
    told = response.headers.get("retry-after", "")
    return min(int(told), LONGEST_PAUSE) if told.isascii() and told.isdecimal() else None
