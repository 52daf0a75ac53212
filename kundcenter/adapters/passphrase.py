"""The key of the database from a passphrase, for a machine without a keyring.

Nothing is stored but the salt and the cost, so the passphrase is asked for at every start, and
whoever forgets it has lost the database.
"""

from __future__ import annotations

import secrets
from uuid import UUID

from kundcenter.adapters.argon2 import stretched
from kundcenter.adapters.key_errors import KeySourceDiffers
from kundcenter.adapters.key_sources import Origin
from kundcenter.adapters.profile_record import FromPassphrase
from kundcenter.domain.passwords import check_passphrase, normalised
from kundcenter.domain.slots import FULL_COST, SALT_BYTES, Argon2Cost
from resources.passwords import common_passwords


class PassphraseSource:
    """Derives the key with Argon2id.  Raises PasswordUnusable; `begin` also what a rule refuses."""

    def __init__(self, passphrase: str, *, cost: Argon2Cost = FULL_COST) -> None:
        self._passphrase = passphrase
        self._cost = cost

    def begin(self, profile_id: UUID) -> tuple[Origin, bytearray]:
        """A new salt and its key.  Raises PasswordTooShort, PasswordTooCommon …"""
        check_passphrase(self._passphrase, common=common_passwords())
        salt = secrets.token_bytes(SALT_BYTES)
        return FromPassphrase(salt, self._cost), self._key(salt, self._cost)

    def keep(self, profile_id: UUID, key: bytearray) -> None:
        """Nothing to keep: the passphrase is in somebody's head."""

    def fetch(self, profile_id: UUID, origin: Origin) -> bytearray:
        """The key that the passphrase gives; the fingerprint tells whether it is the right one."""
        if not isinstance(origin, FromPassphrase):
            raise KeySourceDiffers(needs="keyring")
        return self._key(origin.salt, origin.cost)

    def _key(self, salt: bytes, cost: Argon2Cost) -> bytearray:
        return stretched(normalised(self._passphrase), salt, cost)
