"""The desk's client takes nothing for the centre's answer that is not, and never hangs."""

from __future__ import annotations

import gc
import select
import socket
import ssl
import struct
import threading
import time
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kundcenter.adapters import centre_client
from kundcenter.adapters.centre_client import CentreClient, Patience
from kundcenter.adapters.centre_faults import (
    CentreAway,
    CentreRefused,
    CentreTooLarge,
    CentreUntrusted,
)
from kundcenter.adapters.certificates import SERVER_DAYS, Authority
from kundcenter.adapters.device_key import DeviceKey
from kundcenter.domain.enrolment import MEDIA_TYPE
from kundcenter.errors import KundcenterError, Unavailable
from kundcenter.start.desk import new_id
from kundcenter.sync.wire import MOST_BYTES, Push, Wait, pack
from tests.centre.ground import LONG, House, certified, until
from tests.centre.strangers import answering, response
from tests.ground import KEY

pytestmark = pytest.mark.loopback
QUICK = Patience(connect=2.0, stall=0.4, wait=0.8, whole=1.0)
NOT_OURS = "not_ours"


def ask(
    url: str, authority: Authority, *, patience: Patience = QUICK, path: str = "push"
) -> KundcenterError:
    """What asking at the address comes to."""
    id = new_id()
    client = CentreClient(
        url,
        device_id=id,
        key=DeviceKey(KEY, id),
        ca_file=authority.certificate,
        patience=patience,
    )
    try:
        with pytest.raises(KundcenterError) as caught:
            client.ask(path, b"{}")
        return caught.value
    finally:
        client.close()


HTML = b"<html>Log in to the hotel's network</html>"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (response("200 OK", HTML), NOT_OURS),
        (response("200 OK", b'{"nonce":""}', media="application/json"), NOT_OURS),
        (response("302 Found", b"", "location: https://portal.example.com/"), NOT_OURS),
        (response("401 Unauthorized", HTML), NOT_OURS),
        (response("403 Forbidden", HTML), NOT_OURS),
        (response("404 Not Found", HTML), NOT_OURS),
        (response("407 Proxy Authentication Required", HTML), NOT_OURS),
        (response("502 Bad Gateway", HTML), NOT_OURS),
        (response("200 OK", b"x", "content-encoding: gzip", media=MEDIA_TYPE), NOT_OURS),
        (response("200 OK", b'{"nonce":', media=MEDIA_TYPE), "not_json"),
        (response("200 OK", b"", media=MEDIA_TYPE), "not_json"),
        (response("200 OK", b"[" * 100_000, media=MEDIA_TYPE), "not_json"),
        (response("200 OK", b'{"nonce":1}', media=MEDIA_TYPE), "not_json"),
        (response("403 Forbidden", HTML, media=MEDIA_TYPE), "not_json"),
        (response("500 Fault", b"{}", media=MEDIA_TYPE), "fault"),
        (response("200 OK", b'{"nonce":""}', media=MEDIA_TYPE, length=500), "lost"),
        (b"HTTP/1.1 200 OK\r\ncontent-ty", "lost"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "lost"),
        (b"", "lost"),
    ],
)
def test_whatever_is_not_the_centre_s_answer_is_the_centre_being_away(
    authority: Authority, answer: bytes, why: str
) -> None:
    with answering(answer, authority) as url:
        error = ask(url, authority)
    assert type(error) is CentreAway
    assert error.facts["why"] == why


def test_a_busy_centre_says_when_to_come_again(authority: Authority) -> None:
    for told, pause in (("7", 7), ("99999999", 3600), ("soon", None), ("²", None)):
        answer = response("503 Busy", b"{}", media=MEDIA_TYPE).replace(
            b"\r\n\r\n", f"\r\nretry-after: {told}\r\n\r\n".encode("latin-1"), 1
        )
        with answering(answer, authority) as url:
            error = ask(url, authority)
        assert (error.facts["why"], error.facts["retry_after"]) == ("busy", pause)


def test_nobody_there_is_the_centre_being_away(authority: Authority) -> None:
    with answering(b"", authority) as url:
        pass
    assert ask(url, authority).facts["why"] == "unreachable"


def test_who_is_gone_before_the_greeting_leaves_no_socket_open(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is left open is told by the collector, and fails the test."""
    listener = socket.create_server(("127.0.0.1", 0))

    def gone(made: socket.socket) -> None:
        if not isinstance(made, ssl.SSLSocket):
            taken, _ = listener.accept()
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            taken.close()  # resets the connection
            readable, _, _ = select.select([made], [], [], LONG)
            assert readable

    monkeypatch.setattr(centre_client, "_watched", gone)
    with listener:
        error = ask(f"https://127.0.0.1:{listener.getsockname()[1]}", authority)
    assert error.facts["why"] == "unreachable"
    gc.collect()


@pytest.mark.parametrize("answer", [None, b"HTTP/1.1 200 OK\r\n"])
def test_an_answer_that_does_not_come_is_not_waited_for(
    authority: Authority, answer: bytes | None
) -> None:
    begun = time.monotonic()
    with answering(answer, authority, hold=True) as url:
        assert ask(url, authority).facts["why"] == "timeout"
        assert time.monotonic() - begun < LONG / 2


def test_a_wrong_authority_is_named(authority: Authority, tmp_path: Path) -> None:
    other = certified(tmp_path / "other")
    with answering(b"", authority) as url:
        error = ask(url, other)
    assert isinstance(error, CentreUntrusted)
    assert isinstance(error, Unavailable)
    assert error.facts == {"why": "unknown_authority"}


def test_a_wrong_name_is_named(tmp_path: Path) -> None:
    authority = nameless(tmp_path / "elsewhere")
    with answering(b"", authority) as url:
        for at in (url, url.replace("127.0.0.1", "localhost")):
            error = ask(at, authority)
            assert isinstance(error, CentreUntrusted)
            assert error.facts == {"why": "host"}


def nameless(folder: Path) -> Authority:
    """A good certificate of another machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kundcenter.adapters.certificates.OWN_NAMES", ())
        return certified(folder, "elsewhere.example.com")


def test_a_certificate_that_has_run_out_or_is_not_good_yet_is_named(tmp_path: Path) -> None:
    for days, why in ((-SERVER_DAYS - 2, "expired"), (3, "not_yet_valid")):
        when = datetime.now(UTC) + timedelta(days=days)
        authority = aged(tmp_path / why, when)
        with answering(b"", authority) as url:
            error = ask(url, authority)
        assert isinstance(error, CentreUntrusted)
        assert error.facts == {"why": why}


def aged(folder: Path, when: datetime) -> Authority:
    """A server's certificate of another day, by an authority of today."""
    authority = certified(folder)
    authority.server.unlink()
    authority.certify((), when)
    return authority


def test_tls_older_than_1_3_is_not_spoken(authority: Authority) -> None:
    with answering(b"", authority, version=ssl.TLSVersion.TLSv1_2) as url:
        error = ask(url, authority)
    assert isinstance(error, CentreUntrusted)
    assert error.facts == {"why": "protocol"}


def test_the_centre_does_not_speak_it_either(house: House) -> None:
    context = ssl.create_default_context(cafile=str(house.authority.certificate))
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    port = int(house.url.rpartition(":")[2])
    with (
        socket.create_connection(("127.0.0.1", port)) as raw,
        pytest.raises((ssl.SSLError, ConnectionError)),
        context.wrap_socket(raw, server_hostname="127.0.0.1"),
    ):
        pass


def test_plain_http_is_never_spoken(authority: Authority) -> None:
    answer = response("200 OK", b"{}", media=MEDIA_TYPE)
    with answering(answer, None) as url:
        assert ask(url, authority).facts["why"] == "not_tls"
        error = ask(url.replace("http:", "https:"), authority)
        assert (type(error), error.facts["why"]) == (CentreAway, "not_tls")


def test_an_authority_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    for content in (None, b"", b"nonsense"):
        authority = Authority(tmp_path)
        if content is not None:
            authority.certificate.write_bytes(content)
        assert ask("https://127.0.0.1:9", authority).facts["why"] == "ca_file"


def test_what_the_centre_refuses_is_told_with_its_code(house: House) -> None:
    _, client = house.enrolled()
    with pytest.raises(CentreRefused) as caught:
        client.ask("pull", b"{")
    assert caught.value.facts["code"] == "sync.message_wrong"
    with pytest.raises(CentreRefused) as caught:
        house.client().ask("pull", b"{}")
    assert caught.value.facts["code"] == "device.not_recognised"
    with pytest.raises(CentreRefused) as caught:
        client.ask("/v1/nothing", b"{}")
    assert caught.value.facts["code"] == "centre.no_such_path"


def test_too_much_at_a_time_is_told_so_that_less_is_sent(house: House) -> None:
    _, client = house.enrolled()
    with pytest.raises(CentreTooLarge):
        client.ask("push", b" " * (MOST_BYTES + 1))
    assert client.ask("push", pack(Push()).ljust(MOST_BYTES))


def test_a_new_token_is_fetched_when_the_old_one_has_run_out(house: House) -> None:
    _, client = house.enrolled()
    client.ask("push", pack(Push()))
    house.centre.clock.pass_time(minutes=16)
    assert client.ask("push", pack(Push()))


def test_one_connection_is_kept_and_made_anew_when_the_other_side_has_let_go(
    house: House,
) -> None:
    _, client = house.enrolled()
    for _ in range(5):
        client.ask("push", pack(Push()))
    (kept,) = client._sockets
    before = kept.getsockname()
    client.ask("push", pack(Push()))
    (kept,) = client._sockets
    assert kept.getsockname() == before
    socket.socket.shutdown(kept, socket.SHUT_RDWR)
    del kept
    assert client.ask("push", pack(Push()))


def test_closing_ends_a_wait_of_another_thread_at_once(house: House) -> None:
    _, client = house.enrolled()
    ended: list[object] = []

    def wait() -> None:
        try:
            ended.append(client.ask("wait", pack(Wait({}))))
        except CentreAway as away:
            ended.append(away.facts["why"])

    thread = threading.Thread(target=wait)
    thread.start()
    until(lambda: house.service.ticker.waiting)
    begun = time.monotonic()
    client.close()
    thread.join(LONG)
    assert ended == ["closed"]
    assert time.monotonic() - begun < 5
    until(lambda: not house.service.ticker.waiting)  # and the centre notices
    with pytest.raises(CentreAway) as caught:
        client.ask("push", b"{}")
    assert caught.value.facts["why"] == "closed"


def test_no_redirect_is_followed(authority: Authority, house: House) -> None:
    answer = response("307 Elsewhere", b"", f"location: {house.url}/v1/token", media=MEDIA_TYPE)
    with ExitStack() as stack:
        url = stack.enter_context(answering(answer, authority))
        assert ask(url, authority).facts["why"] == NOT_OURS


def test_two_clients_have_two_keys() -> None:
    one, other = new_id(), new_id()
    assert DeviceKey(KEY, one).public != DeviceKey(KEY, other).public
    assert DeviceKey(KEY, one).public == DeviceKey(bytearray(KEY), one).public
