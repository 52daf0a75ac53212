"""What profile.json says: whose database this is, and where its key comes from.

It holds no key and nothing from which a key could be computed without the passphrase.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta, Struct

from kundcenter.domain.slots import SALT_BYTES, Argon2Cost
from kundcenter.errors import Refused

FORMAT = 1


class ProfileBroken(Refused):
    """The profile's record cannot be read.  Facts: fault.

    "missing", "changed", "garbage"; "differs" when it and its copy tell of two profiles or keys.
    """

    code = "profile.broken"


class ProfileNewer(Refused):
    """A later version of the program wrote the record.  Facts: found, known."""

    code = "profile.newer"


class Stage(StrEnum):
    """How far the making of the profile has come.  Each is written after it is true."""

    BEGUN = "begun"  # a key may be in the keyring; there is no database
    KEYED = "keyed"  # the key is where it shall be, and was read back
    READY = "ready"  # there is a database; from now on a missing one is a loss


class InKeyring(Struct, frozen=True, tag="keyring", tag_field="from", forbid_unknown_fields=True):
    """`backend` is the class of the keyring the key was kept in; empty until it was."""

    backend: str = ""


class FromPassphrase(
    Struct, frozen=True, tag="passphrase", tag_field="from", forbid_unknown_fields=True
):
    salt: Annotated[bytes, Meta(min_length=SALT_BYTES, max_length=SALT_BYTES)]
    cost: Argon2Cost


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """`fingerprint` is that of the key (see key_sources); `demo` marks invented persons."""

    profile_id: UUID
    created_at: Annotated[datetime, Meta(tz=True)]
    stage: Stage
    key: InKeyring | FromPassphrase
    fingerprint: Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
    demo: bool


class _Envelope(Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    profile: Record
    sum: str


class _Head(Struct, frozen=True):
    format: int


def write_form(record: Record) -> bytes:
    """The record as the file holds it: indented JSON with a check sum."""
    envelope = _Envelope(FORMAT, record, _sum(record))
    return msgspec.json.format(msgspec.json.encode(envelope), indent=2) + b"\n"


def read_form(content: bytes) -> Record:
    """The record in the file.  Raises ProfileNewer, ProfileBroken."""
    try:
        found = msgspec.json.decode(content, type=_Head).format
        if found > FORMAT:
            raise ProfileNewer(found=found, known=FORMAT)
        envelope = msgspec.json.decode(content, type=_Envelope)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise ProfileBroken(fault="garbage") from None
    if envelope.format != FORMAT or envelope.sum != _sum(envelope.profile):
        raise ProfileBroken(fault="changed")
    return envelope.profile


def read_record(path: Path) -> Record:
    """The record at `path`.  Raises ProfileNewer, ProfileBroken, OSError."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise ProfileBroken(fault="missing") from None
    return read_form(content)


def _sum(record: Record) -> str:
    return hashlib.sha256(msgspec.json.encode(record)).hexdigest()
