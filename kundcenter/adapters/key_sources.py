"""Where the key of the database comes from: the keyring, or a passphrase asked at every start."""

from __future__ import annotations

import hashlib
import secrets
from typing import Protocol
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kundcenter.adapters.key_errors import KeyMissing, KeySourceDiffers
from kundcenter.adapters.keyring_store import KeyringStore
from kundcenter.adapters.profile_record import FromPassphrase, InKeyring
from kundcenter.domain.slots import KEY_BYTES

_PURPOSE = b"kundcenter profile fingerprint 1"

Origin = InKeyring | FromPassphrase


class KeySource(Protocol):
    """Gives a profile its key.  Whoever gets a key wipes it."""

    def begin(self, profile_id: UUID) -> tuple[Origin, bytearray]:
        """The key for a profile without a database, and where it shall come from."""
        ...

    def keep(self, profile_id: UUID, key: bytearray) -> Origin | None:
        """Put the key where it will be found again, and look that it is there.

        None when it is not kept anywhere, so that what `begin` said stands.
        """
        ...

    def fetch(self, profile_id: UUID, origin: Origin) -> bytearray:
        """The key of the profile.  Raises KeySourceDiffers when it comes from elsewhere."""
        ...


class KeyringSource:
    """The operating system's keyring keeps a random key.  Raises what KeyringStore raises."""

    def __init__(self, store: KeyringStore) -> None:
        self._store = store

    def begin(self, profile_id: UUID) -> tuple[Origin, bytearray]:
        try:  # a key that an interrupted beginning left behind
            return InKeyring(), self._store.fetch(profile_id)
        except KeyMissing:
            return InKeyring(), bytearray(secrets.token_bytes(KEY_BYTES))

    def keep(self, profile_id: UUID, key: bytearray) -> Origin:
        return InKeyring(self._store.keep(profile_id, key))

    def fetch(self, profile_id: UUID, origin: Origin) -> bytearray:
        if not isinstance(origin, InKeyring):
            raise KeySourceDiffers(needs="passphrase")
        return self._store.fetch(profile_id, backend=origin.backend or None)


def fingerprint(key: bytes | bytearray) -> str:
    """16 hexadecimal digits that recognise the key and tell nothing about it."""
    derived = HKDF(SHA256(), KEY_BYTES, salt=None, info=_PURPOSE).derive(key)
    return hashlib.sha256(derived).hexdigest()[:16]
