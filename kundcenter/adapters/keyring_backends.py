"""Which keyrings of the operating system may hold a key, and which of them is there.

Named one by one and recognised by class.  Neither a priority nor a setting can bring in another:
`PYTHON_KEYRING_BACKEND`, keyring's configuration file and installed plug-ins can each put a
keyring first that keeps its secrets as plain text.  So keyring's own choice is never asked for,
no plug-in is loaded, and what a setting names is looked at before it is imported.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from configparser import Error as ConfigError
from configparser import RawConfigParser
from contextlib import closing
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

from kundcenter.adapters.key_errors import KeyringAway, KeyringLocked, KeyringNotAllowed
from kundcenter.errors import KundcenterError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

DBUS_SECRETS = "keyring.backends.SecretService.Keyring"
WINDOWS = "keyring.backends.Windows.WinVaultKeyring"

ALLOWED = (
    WINDOWS,
    "keyring.backends.macOS.Keyring",
    DBUS_SECRETS,
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.kwallet.DBusKeyringKWallet4",
)
CHAINER = "keyring.backends.chainer.ChainerBackend"


class KeyringState(StrEnum):
    OPEN = "open"
    LOCKED = "locked"  # it would ask for a password, or is not set up
    AWAY = "away"


def name_of(backend: KeyringBackend) -> str:
    """Module and class, as keyring's own settings write it."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def is_allowed(backend: KeyringBackend) -> bool:
    """Whether the object is of one of the allowed classes itself: no subclass, no namesake."""
    name = name_of(backend)
    return name in ALLOWED and type(backend) is _class(name)


def available(recorded: str | None = None) -> list[KeyringBackend]:
    """The allowed keyrings that answer, the one named `recorded` first, then the best first.

    A setting that names an allowed keyring leaves only that one.  Where it names keyring's chain,
    the chain's allowed members are used one by one and the chain itself never.
    Raises KeyringNotAllowed when a setting of this machine, or the record, names another kind;
    KeyringAway when none answers.
    """
    chosen = configured()
    for name in (chosen, recorded):
        if name is not None and name not in (*ALLOWED, CHAINER):
            raise KeyringNotAllowed(backend=name[:100])
    names = (chosen,) if chosen in ALLOWED else ALLOWED
    found = sorted(_viable(names), key=lambda each: (name_of(each) != recorded, -each.priority))
    if not found:
        raise KeyringAway(reason="none", backend=recorded or chosen or "")
    return found


def configured() -> str | None:
    """The keyring that the environment or keyring's configuration file names, not imported."""
    from_environment = os.environ.get("PYTHON_KEYRING_BACKEND")
    if from_environment:
        return from_environment
    from keyring.util.platform_ import config_root

    settings = RawConfigParser()
    try:
        settings.read(config_root() / "keyringrc.cfg", encoding="utf-8")
        return settings.get("backend", "default-keyring", fallback="").strip() or None
    except (ConfigError, UnicodeDecodeError):
        return "keyringrc.cfg"  # unreadable: it may name anything, so it names nothing allowed


def state(backend: KeyringBackend) -> KeyringState:
    """Whether the keyring can be used without a question to the operator.

    Only a Secret Service can be asked; of the others, being there is all that is known.
    """
    if name_of(backend) != DBUS_SECRETS:
        return KeyringState.OPEN
    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        try:
            default = secretstorage.get_collection_by_alias(bus, "default")
        except secretstorage.ItemNotFoundException:
            return KeyringState.LOCKED
        return KeyringState.LOCKED if default.is_locked() else KeyringState.OPEN


def translated(error: Exception, backend: KeyringBackend) -> KundcenterError:
    """Our error for one of keyring's.  By class name, as most of them live in optional packages."""
    seen = {type(error).__name__, type(error.__cause__).__name__}
    if seen & {"KeyringLocked", "LockedException", "PromptDismissedException"}:
        return KeyringLocked(backend=name_of(backend))
    return KeyringAway(reason="failed", backend=name_of(backend), cause=type(error).__name__)


def _viable(names: tuple[str, ...]) -> Iterator[KeyringBackend]:
    for name in names:
        found = _class(name)
        if found is not None and found.viable:
            backend = found()
            if name == WINDOWS:
                # its own default lets the key roam to every machine of the user
                backend.persist = "local machine"  # type: ignore[attr-defined]
            if is_allowed(backend):
                yield backend


def _class(name: str) -> type[KeyringBackend] | None:
    module, _, attribute = name.rpartition(".")
    if module.endswith((".Windows", ".macOS")) and sys.platform == "linux":
        return None
    try:
        found: type[KeyringBackend] = getattr(import_module(module), attribute)
    except (ImportError, AttributeError):
        return None
    return found
