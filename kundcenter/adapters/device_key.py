"""The key by which the centre knows a desk.

It is derived from the key of the desk's database, so that no second secret has to be kept: who
has lost the one has lost the desk.
"""

from __future__ import annotations

from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kundcenter.domain.slots import KEY_BYTES

PUBLIC_BYTES = 32
_PURPOSE = b"kundcenter device key 1 "


class DeviceKey:
    """Signs for one desk."""

    def __init__(self, database_key: bytes | bytearray, device_id: UUID) -> None:
        info = _PURPOSE + device_id.bytes
        seed = HKDF(SHA256(), KEY_BYTES, salt=None, info=info).derive(database_key)
        self._key = Ed25519PrivateKey.from_private_bytes(seed)

    @property
    def public(self) -> bytes:
        """The half that the centre keeps."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, text: bytes) -> bytes:
        """The desk's signature."""
        return self._key.sign(text)


def signed_by(public_key: bytes, signature: bytes, text: bytes) -> bool:
    """Whether the signature over the text is that of the key."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True
