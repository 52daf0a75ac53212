"""The centre's signature on its anchors: by the key for tickets, over a text of their own.

The text begins with its purpose, so that a signature on an anchor is none on a ticket.  A desk has
the public half since it was enrolled.
"""

from __future__ import annotations

from dataclasses import replace

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from kundcenter.adapters.ticket_signing import derived_secret
from kundcenter.domain.anchors import Anchor, AnchorForged


class AnchorKey:
    """Signs anchors.  Made of the secret that every service of the centre has."""

    def __init__(self, secret: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(derived_secret(secret))

    @property
    def public(self) -> bytes:
        """The 32 bytes that a desk was given when it was enrolled."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, anchor: Anchor) -> Anchor:
        """The anchor with its signature."""
        return replace(anchor, signature=self._key.sign(anchor.told))


class AnchorCheck:
    """Knows the centre's signature.  Raises ValueError for a key of other than 32 bytes."""

    def __init__(self, public: bytes) -> None:
        self._key = Ed25519PublicKey.from_public_bytes(public)

    def check(self, anchor: Anchor) -> None:
        """Raise AnchorForged unless the centre has signed just this anchor."""
        try:
            self._key.verify(anchor.signature, anchor.told)
        except InvalidSignature:
            raise AnchorForged(n=anchor.n) from None
