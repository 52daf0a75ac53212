"""The centre's key for tickets: Ed25519 (RFC 8032).  A desk has the public half alone."""

from __future__ import annotations

from dataclasses import replace

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kundcenter.domain.slots import KEY_BYTES
from kundcenter.domain.tickets import Ticket, TicketForged

_PURPOSE = b"kundcenter ticket key 1"


class TicketKey:
    """Signs tickets.  Made of the 32 secret bytes that only the centre's service is given.

    Raises ValueError for other than 32 bytes.
    """

    def __init__(self, secret: bytes | bytearray) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(secret)

    @property
    def public(self) -> bytes:
        """The 32 bytes that a desk is given when it is enrolled."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, ticket: Ticket) -> Ticket:
        """The ticket with its signature."""
        return replace(ticket, signature=self._key.sign(ticket.told))


class TicketCheck:
    """Knows the centre's signature.  Raises ValueError for a key of other than 32 bytes."""

    def __init__(self, public: bytes) -> None:
        self._key = Ed25519PublicKey.from_public_bytes(public)

    def check(self, ticket: Ticket) -> None:
        """Raise TicketForged unless the centre has signed just this ticket."""
        try:
            self._key.verify(ticket.signature, ticket.told)
        except InvalidSignature:
            raise TicketForged(id=ticket.id) from None


def derived_secret(secret: bytes) -> bytes:
    """The secret of the key that every service with the same secret signs by."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=_PURPOSE).derive(secret)


def new_secret() -> bytes:
    """The secret of a new key."""
    return Ed25519PrivateKey.generate().private_bytes_raw()
