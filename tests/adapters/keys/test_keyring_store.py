"""The key in a real Secret Service."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from jeepney import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]
from keyring.backend import KeyringBackend
from keyring.backends.SecretService import Keyring
from secretstorage import get_collection_by_alias

from kundcenter.adapters.key_errors import (
    KeyMissing,
    KeyringAway,
    KeyringLocked,
    KeyTaken,
    KeyWrong,
)
from kundcenter.adapters.keyring_backends import DBUS_SECRETS, KeyringState
from kundcenter.adapters.keyring_child import USER, Answer, Question
from kundcenter.adapters.keyring_store import KeyringStore
from kundcenter.adapters.private_secret_service import private_secret_service

KWALLET = "keyring.backends.kwallet.DBusKeyring"
NOBODY_THERE = {
    "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus",
    "PYTHON_KEYRING_BACKEND": "",
}


@contextmanager
def stopped_keyring(environment: Mapping[str, str]) -> Iterator[None]:
    """The keyring's daemon stands still, as if it waited for somebody at a prompt."""
    with closing(open_dbus_connection(environment["DBUS_SESSION_BUS_ADDRESS"])) as bus:
        ask = message_bus.GetConnectionUnixProcessID("org.freedesktop.secrets")
        (process,) = bus.send_and_get_reply(ask).body
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


def put_by_hand(
    environment: Mapping[str, str], service: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", environment["DBUS_SESSION_BUS_ADDRESS"])
        by_hand: Callable[[], KeyringBackend] = Keyring
        by_hand().set_password(service, USER, text)


def test_a_kept_key_is_found_again_by_another_start(secret_service: Mapping[str, str]) -> None:
    profile, key = uuid4(), secrets.token_bytes(32)
    first = KeyringStore(environment=secret_service)
    assert first.keep(profile, key) == DBUS_SECRETS
    first.close()
    second = KeyringStore(environment=secret_service)
    assert second.fetch(profile, backend=DBUS_SECRETS) == key
    assert second.fetch(profile) == key


def test_a_key_that_was_never_kept_is_missing(store: KeyringStore) -> None:
    with pytest.raises(KeyMissing) as refused:
        store.fetch(uuid4(), backend=DBUS_SECRETS)
    assert refused.value.facts == {"backend": DBUS_SECRETS}


def test_a_kept_key_is_never_written_over(store: KeyringStore) -> None:
    profile, key = uuid4(), secrets.token_bytes(32)
    store.keep(profile, key)
    store.keep(profile, key)
    with pytest.raises(KeyTaken):
        store.keep(profile, secrets.token_bytes(32))
    assert store.fetch(profile) == key


def test_a_forgotten_key_is_gone_and_may_be_forgotten_again(store: KeyringStore) -> None:
    profile, other = uuid4(), uuid4()
    for each in (profile, other):
        store.keep(each, secrets.token_bytes(32))
    store.forget(profile)
    store.forget(profile)
    with pytest.raises(KeyMissing):
        store.fetch(profile)
    store.fetch(other)


@pytest.mark.parametrize("text", ["", "kanariefågel", "ab" * 31, "ab" * 33, "zz" * 32])
def test_an_entry_that_is_no_key_is_not_taken_for_one(
    store: KeyringStore,
    secret_service: Mapping[str, str],
    text: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    profile = uuid4()
    put_by_hand(secret_service, f"kundcenter {profile}", text, monkeypatch)
    with pytest.raises(KeyWrong) as refused:
        store.fetch(profile)
    assert refused.value.facts == {"profile": profile}


def test_a_locked_keyring_says_so_and_never_waits_for_a_prompt(
    needs_gnome_keyring: None, tmp_path: Path
) -> None:
    profile, key = uuid4(), secrets.token_bytes(32)
    with private_secret_service(tmp_path, "sju gula bilar") as environment:
        store = KeyringStore(environment=environment)
        store.keep(profile, key)
        assert store.state() is KeyringState.OPEN
        with closing(open_dbus_connection(environment["DBUS_SESSION_BUS_ADDRESS"])) as bus:
            get_collection_by_alias(bus, "default").lock()
        assert store.state() is KeyringState.LOCKED
        assert not store.usable()
        with pytest.raises(KeyringLocked) as refused:
            store.fetch(profile)
        assert refused.value.facts == {"backend": DBUS_SECRETS}
        with pytest.raises(KeyringLocked):
            store.keep(uuid4(), key)
        with pytest.raises(KeyringLocked):
            store.forget(profile)
    with private_secret_service(tmp_path, "sju gula bilar") as environment:
        assert KeyringStore(environment=environment).fetch(profile) == key


def test_without_any_keyring_it_is_away() -> None:
    store = KeyringStore(environment=NOBODY_THERE)
    assert store.state() is KeyringState.AWAY
    assert not store.usable()
    for ask in (lambda: store.fetch(uuid4()), lambda: store.keep(uuid4(), bytes(32))):
        with pytest.raises(KeyringAway) as refused:
            ask()
        assert refused.value.facts == {"reason": "none", "backend": ""}


def test_a_key_of_another_desktop_is_not_called_missing(store: KeyringStore) -> None:
    """It was kept in KDE's wallet, and today somebody signed in to GNOME."""
    with pytest.raises(KeyringAway) as refused:
        store.fetch(uuid4(), backend=KWALLET)
    assert refused.value.facts == {"reason": "recorded", "backend": KWALLET}


def test_a_key_that_came_along_to_another_keyring_is_found_there(store: KeyringStore) -> None:
    profile, key = uuid4(), secrets.token_bytes(32)
    store.keep(profile, key)
    assert store.fetch(profile, backend="keyring.backends.libsecret.Keyring") == key


def test_nobody_waits_longer_than_the_patience(
    needs_gnome_keyring: None, secret_service: Mapping[str, str]
) -> None:
    store = KeyringStore(environment=secret_service, patience=1)
    start = time.monotonic()
    with stopped_keyring(secret_service), pytest.raises(KeyringAway) as refused:
        store.fetch(uuid4())
    assert refused.value.facts == {"reason": "no_answer", "seconds": 1}
    assert time.monotonic() - start < 5


def test_closing_ends_a_call_that_waits(secret_service: Mapping[str, str]) -> None:
    store = KeyringStore(environment=secret_service, patience=60)
    caught: list[KeyringAway] = []

    def wait() -> None:
        try:
            store.fetch(uuid4())
        except KeyringAway as away:
            caught.append(away)

    waiting = threading.Thread(target=wait)
    with stopped_keyring(secret_service):
        waiting.start()
        time.sleep(0.3)
        start = time.monotonic()
        store.close()
        waiting.join(5)
        assert time.monotonic() - start < 2
    assert [away.facts["reason"] for away in caught] == ["closed"]
    with pytest.raises(KeyringAway):
        store.fetch(uuid4())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_a_killed_program_leaves_no_question_behind(secret_service: Mapping[str, str]) -> None:
    program = (
        "import sys; from uuid import uuid4\n"
        "from kundcenter.adapters.keyring_store import KeyringStore\n"
        "KeyringStore().fetch(uuid4())\n"
    )
    with stopped_keyring(secret_service):
        parent = subprocess.Popen(
            [sys.executable, "-c", program],
            env=os.environ | dict(secret_service),
            cwd=Path(__file__).parents[3],
        )
        children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
        until = time.monotonic() + 10
        while not (asked := children.read_text().split()) and time.monotonic() < until:
            time.sleep(0.02)
        assert asked
        time.sleep(0.5)  # until it has asked to die with its parent
        parent.kill()
        parent.wait()
        while any(alive(child) for child in asked) and time.monotonic() < until:
            time.sleep(0.02)
        assert [child for child in asked if alive(child)] == []


def alive(process: str) -> bool:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return "State:\tZ" not in status


def test_no_error_log_or_text_shows_the_key(
    secret_service: Mapping[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    canary = bytes.fromhex("c0ffee" * 10 + "abcd")
    profile = uuid4()
    store = KeyringStore(environment=secret_service, patience=20)
    store.keep(profile, canary)
    said = [repr(store), repr(vars(store))]
    with pytest.raises(KeyTaken) as taken:
        store.keep(profile, bytes(32))
    elsewhere = KeyringStore(environment=NOBODY_THERE)
    with pytest.raises(KeyringAway) as away:
        elsewhere.keep(profile, canary)
    impatient = KeyringStore(environment=secret_service, patience=0.001)
    with pytest.raises(KeyringAway) as late:
        impatient.keep(profile, canary)
    for error in (taken.value, away.value, late.value):
        said += traceback.format_exception(error)
        said += [repr(error), repr(vars(error)), repr(error.__context__)]
    said += [repr(Question("keep", "x", key=canary.hex())), repr(Answer(key=canary.hex()))]
    assert "c0ffee" not in "".join(said) + caplog.text
