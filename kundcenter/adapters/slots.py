"""Seal a key under an operator's password, and open it again.

The password is stretched with Argon2id, bound to the operator with HKDF, and wraps the key with
AES-256 (RFC 3394), which notices every wrong key and every changed bit.
"""

from __future__ import annotations

import secrets
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from kundcenter.adapters.argon2 import stretched
from kundcenter.adapters.hardening import wipe
from kundcenter.domain.passwords import PasswordUnusable, normalised
from kundcenter.domain.slots import (
    FULL_COST,
    KEY_BYTES,
    SALT_BYTES,
    Argon2Cost,
    PasswordWrong,
    Slot,
)

_PURPOSE = b"kundcenter operator slot 1 "


def seal(
    password: str,
    key: bytes | bytearray,
    *,
    operator_id: UUID,
    cost: Argon2Cost = FULL_COST,
) -> Slot:
    """The key, wrapped under the password.  The password's rules are checked elsewhere.

    Raises PasswordUnusable; ValueError for a key that is not 32 bytes.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    salt = secrets.token_bytes(SALT_BYTES)
    wrapping = _wrapping_key(normalised(password), salt, cost=cost, operator_id=operator_id)
    wrapped = aes_key_wrap(wrapping, key)
    wipe(wrapping)
    return Slot(operator_id, salt, cost.memory_kib, cost.passes, cost.lanes, wrapped)


def unseal(slot: Slot, password: str) -> bytearray:
    """The key of the slot; the caller wipes it.  Raises PasswordWrong."""
    try:
        text = normalised(password)
    except PasswordUnusable:  # such a password was never accepted, so it opens nothing
        raise PasswordWrong(operator=slot.operator_id) from None
    wrapping = _wrapping_key(text, slot.salt, cost=slot.cost, operator_id=slot.operator_id)
    try:
        return bytearray(aes_key_unwrap(wrapping, slot.wrapped))
    except InvalidUnwrap:
        raise PasswordWrong(operator=slot.operator_id) from None
    finally:
        wipe(wrapping)


def _wrapping_key(text: str, salt: bytes, *, cost: Argon2Cost, operator_id: UUID) -> bytearray:
    """Bound to the operator: a slot that was copied to another row opens for nobody."""
    strong = stretched(text, salt, cost)
    key = bytearray(KEY_BYTES)
    purpose = _PURPOSE + operator_id.bytes
    HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose).derive_into(strong, key)
    wipe(strong)
    return key
