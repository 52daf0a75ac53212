"""The line when the other end is false, falls silent, is not trusted or goes away."""

from __future__ import annotations

import contextlib
import datetime
import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.adapters.telephony.frames import serialise
from kundcenter.adapters.telephony.pace import Pace
from kundcenter.domain.lines import (
    DownReason,
    ExchangeSettings,
    LineAway,
    LineDown,
    LineEvent,
    LineUp,
    PhoneControl,
    Rang,
)
from tests.adapters.telephony.heard import Heard, listening
from tests.adapters.telephony.simulated import QUICK, exchange
from tests.adapters.telephony.told import dial_begin

pytestmark = pytest.mark.loopback


def nobody(**changes: object) -> ExchangeSettings:
    """Settings of an exchange on a port where nobody listens."""
    settings: dict[str, object] = {"host": "127.0.0.1", "port": 1, "user": "u", "extension": "201"}
    return ExchangeSettings(**{**settings, **changes})  # type: ignore[arg-type]


def test_an_exchange_that_is_not_there() -> None:
    away = AmiLine(nobody(phone=PhoneControl.NOTIFY), "hemlighet", pace=QUICK)
    with listening(away) as heard:
        assert heard.next(LineDown).reason is DownReason.UNREACHABLE
        before = time.monotonic()
        with pytest.raises(LineAway):
            away.answer("1.1")
        assert time.monotonic() - before < 0.5, "no waiting for what is known to be away"


def test_a_host_name_that_cannot_be_one_is_unreachable() -> None:
    with listening(AmiLine(nobody(host="a" * 300), "hemlighet", pace=QUICK)) as heard:
        assert heard.next(LineDown).reason is DownReason.UNREACHABLE


@pytest.mark.parametrize("secret", ["rad\nbryt", "noll\x00"])
def test_a_secret_that_cannot_be_sent_is_refused_at_once(secret: str) -> None:
    with pytest.raises(ValueError, match="may not hold"):
        AmiLine(nobody(), secret)


def certificate(folder: Path, host: str) -> Path:
    """A PEM file with a key and a certificate that it signed itself, for one host."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "växel i test")])
    now = datetime.datetime.now(datetime.UTC)
    try:
        subject: x509.GeneralName = x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        subject = x509.DNSName(host)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([subject]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{host}.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path


def test_tls_is_used_only_with_a_certificate_that_holds(tmp_path: Path) -> None:
    own, another = certificate(tmp_path, "127.0.0.1"), certificate(tmp_path, "exchange.example")
    with exchange("--certificate", str(own)) as simulated:
        ways = {
            own: LineUp(),
            another: LineDown(DownReason.NOT_TRUSTED),
            None: LineDown(DownReason.NOT_TRUSTED),
            tmp_path / "missing.pem": LineDown(DownReason.NOT_TRUSTED),
        }
        for trusted, expected in ways.items():
            ca_file = str(trusted) if trusted else None
            settings = nobody(port=simulated.port, user="desk", tls=True, ca_file=ca_file)
            with listening(AmiLine(settings, simulated.secret, pace=QUICK)) as heard:
                assert heard.next(object) == expected


def test_a_certificate_for_another_host_is_not_trusted(tmp_path: Path) -> None:
    other = certificate(tmp_path, "exchange.example")
    with exchange("--certificate", str(other)) as simulated:
        settings = nobody(port=simulated.port, user="desk", tls=True, ca_file=str(other))
        with listening(AmiLine(settings, simulated.secret, pace=QUICK)) as heard:
            assert heard.next(LineDown).reason is DownReason.NOT_TRUSTED


class FalseExchange:
    """Listens, says what it was told to say to each who comes, and hears all they say."""

    def __init__(self, *replies: bytes) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._replies = replies
        self._over = threading.Event()
        self.heard = b""
        self._thread = threading.Thread(target=self._serve, name="false-exchange")
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        with socket.create_connection(("127.0.0.1", self.port), 1):
            pass
        self._thread.join()
        self._listening.close()

    def _serve(self) -> None:
        for reply in self._replies:
            client, _ = self._listening.accept()
            with client:
                client.settimeout(0.3)
                try:
                    client.sendall(reply)
                    while data := client.recv(4096):
                        self.heard += data
                except OSError:
                    continue
        while not self._over.is_set():
            self._listening.accept()[0].close()


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        (b"SSH-2.0-OpenSSH_9.2\r\n", DownReason.NOT_AN_EXCHANGE),
        (b"\x00\xff" * 5000 + b"\n", DownReason.NOT_AN_EXCHANGE),
        (b"x" * 300_000, DownReason.CLOSED),
        (b"Asterisk Call Manager/5.0.4\r\n" + b"Event: " + b"\xfe" * 200_000, DownReason.CLOSED),
        (
            b"Asterisk Call Manager/5.0.4\r\nResponse: Error\r\nActionID: kc1\r\n\r\n"
            b"Response: Error\r\nActionID: kc2\r\nMessage: Authentication failed\r\n\r\n",
            DownReason.LOGIN_REFUSED,
        ),
    ],
)
def test_a_false_exchange_is_seen_through(says: bytes, reason: DownReason) -> None:
    false = FalseExchange(says)
    try:
        with listening(AmiLine(nobody(port=false.port), "hemlighet", pace=QUICK)) as heard:
            assert heard.next(LineDown).reason is reason
    finally:
        false.stop()


UP = (
    b"Asterisk Call Manager/5.0.4\r\n",
    b"Response: Success\r\nActionID: kc1\r\nChallenge: 1\r\n\r\n",
    b"Response: Success\r\nActionID: kc2\r\n\r\n",
    b"Event: StatusComplete\r\nActionID: kc3\r\n\r\n",
)


@contextmanager
def silent_after_login(pace: Pace) -> Iterator[tuple[AmiLine, Heard, socket.socket]]:
    """A line to an exchange that lets it in and then never replies again."""
    with socket.create_server(("127.0.0.1", 0)) as listening_at:
        settings = nobody(port=listening_at.getsockname()[1])
        line = AmiLine(settings, "hemlighet", pace=pace)
        with listening(line) as heard:
            client, _ = listening_at.accept()
            with client:
                client.sendall(UP[0])
                for reply in UP[1:]:
                    client.recv(4096)
                    client.sendall(reply)
                heard.next(LineUp)
                yield line, heard, client


def test_an_exchange_that_falls_silent_is_given_up() -> None:
    pace = Pace(ping_every=0.05, replying=0.2, first_wait=5.0)
    with silent_after_login(pace) as (_, heard, client):
        assert b"Action: Ping" in client.recv(4096)
        assert heard.next(LineDown).reason is DownReason.SILENT


def test_an_exchange_that_floods_is_left_and_asked_again_less_and_less_often() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.05)
        settings = nobody(port=door.getsockname()[1])
        pace = Pace(first_wait=0.02, longest_wait=60.0)
        visits = 0
        with listening(AmiLine(settings, "hemlighet", pace=pace)) as heard:
            until = time.monotonic() + 1.5
            while time.monotonic() < until:
                with contextlib.suppress(OSError):
                    client, _ = door.accept()
                    visits += 1
                    with client:
                        client.settimeout(0.5)
                        client.sendall(UP[0])
                        for reply in UP[1:]:
                            client.recv(4096)
                            client.sendall(reply)
                        while True:
                            client.sendall(b"x" * 60_000)
            heard.next(LineUp)
            assert heard.next(LineDown).reason is DownReason.NOT_AN_EXCHANGE
    assert 2 <= visits <= 15


def test_who_waits_for_a_reply_is_free_again_soon() -> None:
    with silent_after_login(Pace(acting=0.2)) as (line, heard, client):
        client.sendall(serialise(dial_begin().fields))
        call = heard.next(Rang).line_call
        before = time.monotonic()
        with pytest.raises(LineAway):
            line.hang_up(call)
        assert 0.15 < time.monotonic() - before < 0.6
        assert b"Action: Hangup" in client.recv(4096)


def test_who_waits_for_a_reply_is_told_when_the_connection_breaks() -> None:
    with silent_after_login(Pace(first_wait=5.0)) as (line, heard, client):
        client.sendall(serialise(dial_begin().fields))
        call = heard.next(Rang).line_call
        threading.Timer(0.1, client.close).start()
        before = time.monotonic()
        with pytest.raises(LineAway):
            line.hang_up(call)
        assert time.monotonic() - before < 1.0
        assert heard.next(LineDown).reason is DownReason.CLOSED


def test_what_was_on_its_way_is_not_told_after_stop() -> None:
    with silent_after_login(Pace(first_wait=5.0)) as (line, heard, client):
        tell = heard.told

        def stops_at_once(event: LineEvent) -> None:
            tell(event)
            line.stop()

        heard.told = stops_at_once
        both = (dial_begin(), dial_begin(call="2.0", leg="2.1"))
        client.sendall(b"".join(serialise(frame.fields) for frame in both))
        heard.next(Rang)
        assert heard.nothing()


def test_it_comes_back_soon_at_first_and_more_seldom_later() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        settings = nobody(port=door.getsockname()[1])
        door.settimeout(0.05)
        pace = Pace(first_wait=0.02, longest_wait=60.0)
        knocks = 0
        with listening(AmiLine(settings, "hemlighet", pace=pace)):
            until = time.monotonic() + 0.8
            while time.monotonic() < until:
                with contextlib.suppress(TimeoutError):
                    door.accept()[0].close()
                    knocks += 1
    assert 3 <= knocks <= 25
