"""Only the operating system's keyrings, whatever settings and plug-ins say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import uuid4

import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import keyring.backends.SecretService
import pytest
from keyring.backend import KeyringBackend

from kundcenter.adapters.key_errors import KeyringNotAllowed
from kundcenter.adapters.keyring_backends import CHAINER, DBUS_SECRETS, is_allowed
from kundcenter.adapters.keyring_store import KeyringStore
from kundcenter.adapters.private_secret_service import private_secret_service

PLAIN_KEYRING = '''
"""A keyring as keyrings.alt has them: plain text in a file."""
import os, keyring.backend
from pathlib import Path
home = Path(os.environ["HOME"])
(home / "imported").touch()
class PlaintextKeyring(keyring.backend.KeyringBackend):
    priority = 9
    def get_password(self, service, user):
        file = home / "plain"
        return file.read_text() if file.exists() else None
    def set_password(self, service, user, password):
        (home / "plain").write_text(password)
'''


class Lookalike(keyring.backends.SecretService.Keyring):
    """A class of another's that took an allowed name."""


Lookalike.__module__, Lookalike.__qualname__ = DBUS_SECRETS.rsplit(".", 1)


class Heir(keyring.backends.SecretService.Keyring):
    """What it inherits it may also override."""


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A folder with a plain-text keyring that Python can import, registered as a plug-in."""
    (tmp_path / "plain_keyring.py").write_text(PLAIN_KEYRING)
    plugin = tmp_path / "plain_keyring-1.dist-info"
    plugin.mkdir()
    (plugin / "METADATA").write_text("Metadata-Version: 2.1\nName: plain_keyring\nVersion: 1\n")
    (plugin / "entry_points.txt").write_text("[keyring.backends]\nplain = plain_keyring\n")
    return tmp_path


def surrounded(plain: Path, service: Mapping[str, str], **more: str) -> KeyringStore:
    """A store whose child finds the plain-text keyring on its path."""
    found = {"PYTHONPATH": str(plain), "HOME": str(plain), "XDG_CONFIG_HOME": str(plain)}
    return KeyringStore(environment={**service, **found, **more}, patience=20)


@pytest.mark.parametrize(
    ("kind", "allowed"),
    [
        (keyring.backends.null.Keyring, False),
        (keyring.backends.fail.Keyring, False),
        (keyring.backends.chainer.ChainerBackend, False),
        (Lookalike, False),
        (Heir, False),
        (keyring.backends.SecretService.Keyring, True),
    ],
)
def test_a_keyring_is_allowed_by_its_class_alone(
    kind: Callable[[], KeyringBackend], allowed: bool
) -> None:
    assert is_allowed(kind()) is allowed


@pytest.mark.parametrize(
    "name",
    [
        "keyring.backends.null.Keyring",
        "keyring.backends.fail.Keyring",
        "keyrings.alt.file.PlaintextKeyring",
        "plain_keyring.PlaintextKeyring",
        "keyring.backends.SecretService",
        "nonsense",
    ],
)
def test_a_variable_that_names_another_keyring_is_refused_before_it_is_imported(
    name: str, plain: Path, secret_service: Mapping[str, str]
) -> None:
    store = surrounded(plain, secret_service, PYTHON_KEYRING_BACKEND=name)
    for ask in (lambda: store.keep(uuid4(), bytes(32)), lambda: store.fetch(uuid4())):
        with pytest.raises(KeyringNotAllowed) as refused:
            ask()
        assert refused.value.facts == {"backend": name}
    assert not store.usable()
    assert not (plain / "imported").exists()
    assert not (plain / "plain").exists()


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        (
            "[backend]\ndefault-keyring=plain_keyring.PlaintextKeyring\nkeyring-path={plain}\n",
            "plain_keyring.PlaintextKeyring",
        ),
        ("[backend]\ndefault-keyring = keyring.backends.null.Keyring", None),
        ("no section at all", "keyringrc.cfg"),
        ("[backend]\ndefault-keyring=\x00\udcff", "keyringrc.cfg"),
    ],
)
def test_a_configuration_file_that_names_another_keyring_is_refused(
    settings: str, named: str | None, plain: Path, secret_service: Mapping[str, str]
) -> None:
    configured(plain, settings.format(plain=plain))
    store = surrounded(plain, secret_service, PYTHON_KEYRING_BACKEND="")
    with pytest.raises(KeyringNotAllowed) as refused:
        store.keep(uuid4(), bytes(32))
    assert refused.value.facts == {"backend": named or "keyring.backends.null.Keyring"}
    assert not (plain / "imported").exists()


@pytest.mark.parametrize("settings", ["", "[other]\n", "[backend]\nkeyring-path={plain}\n"])
def test_a_configuration_file_that_names_none_leaves_the_choice_to_us(
    settings: str, plain: Path, secret_service: Mapping[str, str]
) -> None:
    configured(plain, settings.format(plain=plain))
    (plain / "secretstorage.py").write_text("raise SystemExit")  # keyring-path must not lead here
    store = surrounded(plain, secret_service, PYTHON_KEYRING_BACKEND="", PYTHONPATH="")
    assert store.keep(uuid4(), bytes(32)) == DBUS_SECRETS


def test_a_plug_in_with_a_higher_priority_is_not_even_loaded(
    plain: Path, secret_service: Mapping[str, str]
) -> None:
    store = surrounded(plain, secret_service, PYTHON_KEYRING_BACKEND="")
    assert store.keep(uuid4(), bytes(32)) == DBUS_SECRETS
    assert not (plain / "imported").exists()


def test_a_chain_is_never_used_but_its_allowed_member_is(
    plain: Path, secret_service: Mapping[str, str]
) -> None:
    store = surrounded(plain, secret_service, PYTHON_KEYRING_BACKEND=CHAINER)
    profile = uuid4()
    assert store.keep(profile, bytes(32)) == DBUS_SECRETS
    assert store.fetch(profile) == bytes(32)
    assert not (plain / "plain").exists()


def test_a_record_that_names_another_keyring_is_refused(store: KeyringStore) -> None:
    with pytest.raises(KeyringNotAllowed):
        store.fetch(uuid4(), backend="plain_keyring.PlaintextKeyring")


def test_variables_cannot_lead_the_key_into_a_collection_that_is_forgotten_at_logout(
    needs_gnome_keyring: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fleeting = "/org/freedesktop/secrets/collection/session"
    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", fleeting)
    profile = uuid4()
    with private_secret_service(tmp_path, "nio vita svanar") as environment:
        KeyringStore(environment=environment).keep(profile, bytes(32))
    with private_secret_service(tmp_path, "nio vita svanar") as environment:
        assert KeyringStore(environment=environment).fetch(profile) == bytes(32)


def configured(home: Path, settings: str) -> None:
    (home / "python_keyring").mkdir()
    content = settings.encode("utf-8", "surrogateescape")
    (home / "python_keyring" / "keyringrc.cfg").write_bytes(content)
