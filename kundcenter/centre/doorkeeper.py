"""Nonces and tokens that need no memory: the service signs them with a secret of its own.

Every process that has the secret takes what another has given.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.domain.enrolment import NONCE_LIFE, TOKEN_LIFE
from kundcenter.errors import Refused

SECRET_BYTES = 32
_SEAL, _TIME, _RANDOM = 32, 8, 16
_MICROSECOND = timedelta(microseconds=1)
_BEGINNING = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


class TokenWrong(Refused):
    """The token is none of the centre's, or has run out: get another one."""

    code = "token.wrong"


class NotRecognised(Refused):
    """The desk is not enrolled, did not sign what it was given, or was too slow to."""

    code = "device.not_recognised"


class Doorkeeper:
    """Gives out nonces and tokens, and knows its own again."""

    def __init__(self, secret: bytes, now: Callable[[], datetime]) -> None:
        self._nonces = hmac.digest(secret, b"kundcenter nonce 1", "sha256")
        self._tokens = hmac.digest(secret, b"kundcenter token 1", "sha256")
        self._now = now

    def nonce(self) -> bytes:
        """Something to sign."""
        told = self._time() + secrets.token_bytes(_RANDOM)
        return told + _seal(self._nonces, told)

    def must_be_fresh(self, nonce: bytes) -> None:
        """Raise NotRecognised unless the nonce was given within the last minute."""
        told, seal = nonce[:-_SEAL], nonce[-_SEAL:]
        if len(told) != _TIME + _RANDOM or not hmac.compare_digest(seal, _seal(self._nonces, told)):
            raise NotRecognised
        age = self._now() - _moment(told[:_TIME])
        if abs(age) > NONCE_LIFE:
            raise NotRecognised

    def token(self, device_id: UUID) -> str:
        """What the desk shows from now on."""
        told = device_id.bytes + self._time(TOKEN_LIFE)
        return base64.urlsafe_b64encode(told + _seal(self._tokens, told)).decode()

    def holder(self, authorization: str) -> UUID:
        """Whose the token in an Authorization header is.  Raises TokenWrong."""
        scheme, _, token = authorization.partition(" ")
        try:
            raw = base64.b64decode(token.encode("ascii"), altchars=b"-_", validate=True)
        except (UnicodeEncodeError, binascii.Error):
            raise TokenWrong from None
        told, seal = raw[:-_SEAL], raw[-_SEAL:]
        sealed = hmac.compare_digest(seal, _seal(self._tokens, told))
        if scheme.lower() != "bearer" or len(told) != 16 + _TIME or not sealed:
            raise TokenWrong
        if self._now() >= _moment(told[16:]):
            raise TokenWrong
        return UUID(bytes=told[:16])

    def _time(self, later: timedelta = timedelta()) -> bytes:
        return ((self._now() + later - _BEGINNING) // _MICROSECOND).to_bytes(_TIME, "big")


def _seal(key: bytes, told: bytes) -> bytes:
    return hmac.digest(key, told, hashlib.sha256)


def _moment(raw: bytes) -> datetime:
    return _BEGINNING + int.from_bytes(raw, "big") * _MICROSECOND
