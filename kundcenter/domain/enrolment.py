"""How a desk becomes one of the centre's, and how it shows afterwards that it is.

An administrator invites; the desk shows the code of the invitation and its public key once.  From
then on it signs a nonce that the centre gave, and gets a token for a while.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.errors import Refused

MEDIA_TYPE = "application/vnd.kundcenter+json"  # of every message, so that no stranger's is taken
CODE_BYTES = 16
CODE_LIFE = timedelta(hours=24)
NONCE_LIFE = timedelta(seconds=60)
TOKEN_LIFE = timedelta(minutes=15)

_GROUP = 4
_MISREAD = str.maketrans("018", "OIB")  # digits that are no letter of a code, as they are misread
_CODE, _TOKEN, _ENROL = (
    b"kundcenter invitation 1\0",
    b"kundcenter device token 1\0",
    b"kundcenter enrolment 1\0",
)


class CodeRefused(Refused):
    """The code is no invitation: wrong, used, too old, or for a desk with another key."""

    code = "enrolment.code_refused"


@dataclass(frozen=True, slots=True)
class Invitation:
    """Leave for one desk to become one of the centre's.  The code itself is kept nowhere."""

    id: UUID
    name: str
    care_unit: str
    code_hash: bytes = field(repr=False)
    made_at: datetime
    until: datetime
    used_at: datetime | None = None
    used_by: UUID | None = None

    def must_admit(self, device_id: UUID, at: datetime) -> None:
        """Raise CodeRefused unless the desk may use it now, or has used it before."""
        if self.used_at is None and at < self.until:
            return
        if self.used_by != device_id:
            raise CodeRefused


@dataclass(frozen=True, slots=True)
class Enrol:
    """What a desk says to be enrolled.  The signature shows that it has the private key."""

    device_id: UUID
    public_key: bytes
    code: str = field(repr=False)
    signature: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What the centre knows the desk as from now on, and the key that its tickets are signed by."""

    device_id: UUID
    name: str
    care_unit: str
    epoch: UUID
    ticket_key: bytes = b""


@dataclass(frozen=True, slots=True)
class TokenAsk:
    """A desk wants a nonce; or, with a signed one, a token."""

    device_id: UUID
    nonce: bytes = field(default=b"", repr=False)
    signature: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class TokenAnswer:
    """Either a nonce to sign, or a token for so many seconds."""

    nonce: bytes = field(default=b"", repr=False)
    token: str = field(default="", repr=False)
    seconds: int = 0


def token_text(device_id: UUID, nonce: bytes) -> bytes:
    """What a desk signs to get a token."""
    return _TOKEN + device_id.bytes + nonce


def enrol_text(device_id: UUID, code: str) -> bytes:
    """What a desk signs to be enrolled."""
    return _ENROL + device_id.bytes + code_hash(code)


def code_text(secret: bytes) -> str:
    """The code as it is read out and typed: base 32 in groups."""
    letters = base64.b32encode(secret).decode().rstrip("=")
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def code_hash(typed: str) -> bytes:
    """What is kept of a code, however it was typed.  It has 128 random bits: no salt is needed."""
    letters = "".join(filter(str.isalnum, typed)).upper().translate(_MISREAD)
    return hashlib.sha256(_CODE + letters.encode(errors="replace")).digest()
