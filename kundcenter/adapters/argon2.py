"""Turn something a person can remember into a key: Argon2id (RFC 9106)."""

from __future__ import annotations

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kundcenter.domain.slots import KEY_BYTES, Argon2Cost


def stretched(text: str, salt: bytes, cost: Argon2Cost) -> bytearray:
    """32 bytes from normalised text.  Takes its time and memory; other threads go on meanwhile.

    The library wants the text as immutable bytes, which cannot be wiped afterwards.
    """
    key = bytearray(KEY_BYTES)
    Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive_into(text.encode(), key)
    return key
