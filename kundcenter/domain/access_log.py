"""The record of who opened what: a chain in which every link holds the one before it.

Fields: HSLF-FS 2016:40 4 kap. 9 § and the national contract StoreLog 2.0.  No free text of a
record and no name of a patient is ever a field; `reason` is the operator's own ground.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

import msgspec

GENESIS = b"\x00" * 32
MOST_MISSING = 1_000  # numbers of one gap that are named
MOST_COMPARED = 200  # edited links that are compared with one another


class Activity(StrEnum):
    """The words of StoreLog, to the letter."""

    READ = "Läsa"
    WRITE = "Skriva"
    SIGN = "Signera"
    PRINT = "Utskrift"
    ATTEST = "Vidimera"
    DELETE = "Radera"
    EMERGENCY = "Nödöppning"
    SEARCH = "Söka"
    SIGN_IN = "Logga in"
    SIGN_IN_FAILED = "Misslyckad inloggning"
    SIGN_OUT = "Logga ut"
    LOCK = "Låsa"
    UNLOCK = "Låsa upp"
    AUTHORITY = "Behörighetsändring"


class Purpose(StrEnum):
    """Why, in the words of the national contract."""

    CARE = "Vård och behandling"
    QUALITY = "Kvalitetssäkring"
    LAW = "Annan dokumentation enligt lag"
    STATISTICS = "Statistik"
    ADMINISTRATION = "Administration"


class Level(StrEnum):
    """What the access reached, in the words that each record has kept since the first.

    What stands on an opening, what the log review looks for and what the centre gives to a desk
    is decided by them: a word is never changed, only added.
    """

    RECORD = "Journal"  # what is written of the patient
    OVERVIEW = "Översikt"  # who the patient is: a hit, a card without its record, facts
    RETENTION = "Bevarande"  # until when record and log are kept
    STATED = "Skäl"  # the operator has said why; the evidence for the next two hours
    DENIED = "Nekad"  # an opening that was refused
    BLOCK = "Spärr"  # what the patient has blocked
    BLOCKED_UNITS = "Spärrade enheter"  # which units hold what is blocked
    LIFTED = "Hävd spärr"  # a block that was lifted
    BLOCKED_ENTRY = "Spärrad anteckning"  # an entry that is seen by a lift only
    ACCESS_LOG = "Åtkomstlogg"
    SESSION = "Session"
    PASSWORD_TRIED = "Lösenordskontroll"  # noqa: S105 (a word, as the next two)
    PASSWORD_HELD = "Lösenord godkänt"  # noqa: S105
    PASSWORD = "Lösenord"  # noqa: S105 (a new one was given)
    ADDED = "Tillagd"  # an operator
    ROLES = "Roller"
    DISABLED = "Avstängd"
    ENABLED = "Öppnad"
    SUMMARY = "Skiftsammanfattning"  # the figures of a shift or another period


@dataclass(frozen=True, slots=True)
class AccessRecord:
    """One access.  `hash` is SHA-256 over a zero byte, the previous hash and the other fields.

    `level` is a word of `Level`, or one that a later program knows.
    """

    id: UUID
    device_id: UUID
    n: int
    at: datetime
    operator_id: UUID
    session_id: UUID
    roles: str
    care_unit: str
    activity: Activity
    level: str
    purpose: Purpose
    person_id: UUID | None
    object_kind: str
    object_id: UUID | None
    reason: str = field(repr=False)
    previous_hash: bytes = GENESIS
    hash: bytes = b""

    def chained(self, previous_hash: bytes) -> AccessRecord:
        """The record with its place in the chain."""
        linked = replace(self, previous_hash=previous_hash, hash=b"")
        return replace(linked, hash=linked.digest())

    def numbered(self, n: int) -> AccessRecord:
        """The same record at another place."""
        return replace(self, n=n)

    def digest(self) -> bytes:
        """The hash that this record ought to have."""
        bare = replace(self, hash=b"") if self.hash else self
        body = msgspec.json.encode(bare, order="sorted")
        return hashlib.sha256(b"\x00" + self.previous_hash + body).digest()


@dataclass(frozen=True, slots=True)
class Head:
    """The last link of a chain: its number and hash."""

    n: int = 0
    hash: bytes = GENESIS


class Fault(StrEnum):
    """What can be wrong with a link."""

    EDITED = "edited"  # the fields do not give the hash
    BROKEN = "broken"  # the link does not hold the one before it
    SWAPPED = "swapped"  # the link is whole, but has the number of another
    MISSING = "missing"  # a number was skipped
    TRUNCATED = "truncated"  # the chain ends before a head that was noted elsewhere
    REBUILT = "rebuilt"  # a noted head has another hash than the chain at that number


@dataclass(frozen=True, slots=True)
class ChainFault:
    n: int
    fault: Fault


class Link(Protocol):
    """What a chain is made of: access records, and operations too."""

    @property
    def n(self) -> int: ...
    @property
    def previous_hash(self) -> bytes: ...
    @property
    def hash(self) -> bytes: ...
    def digest(self) -> bytes: ...
    def numbered(self, n: int) -> Link: ...


def faults(records: Iterable[Link], noted: Iterable[Head] = ()) -> Iterator[ChainFault]:
    """Every fault of one device's chain, given in order of `n`, each once.

    Links that changed places are edited ones, and at the end they are named as swapped: of the
    first two hundred edited ones those are told whose hash fits the number of another.

    Every number that is missing is named; of a gap of more than a thousand the first 999 and the
    last.

    `noted` are heads that were written elsewhere (in the operations, in a backup, at the
    centre), in order of `n`; they catch what the chain alone cannot: a cut tail and a chain
    that was rebuilt from the beginning.
    """
    told: set[ChainFault] = set()
    edited: list[Link] = []
    for fault in _faults(records, noted, edited):
        if fault not in told:
            told.add(fault)
            yield fault
    for link in edited:
        if any(link.numbered(other.n).digest() == link.hash for other in edited):
            yield ChainFault(link.n, Fault.SWAPPED)


def _faults(
    records: Iterable[Link], noted: Iterable[Head], edited: list[Link]
) -> Iterator[ChainFault]:
    expected, previous = 1, GENESIS
    waiting = iter(noted)
    head = next(waiting, None)
    for record in records:
        if record.n > expected:
            yield from _gap(expected, record.n, Fault.MISSING)
        elif record.n < expected:  # a number that no link has
            yield ChainFault(record.n, Fault.BROKEN)
            continue
        elif record.previous_hash != previous:
            yield ChainFault(record.n, Fault.BROKEN)
        if record.digest() != record.hash:
            yield ChainFault(record.n, Fault.EDITED)
            if len(edited) < MOST_COMPARED:
                edited.append(record)
        while head is not None and head.n < record.n:
            head = next(waiting, None)
        while head is not None and head.n == record.n:
            if head.hash != record.hash:
                yield ChainFault(record.n, Fault.REBUILT)
            head = next(waiting, None)
        expected, previous = record.n + 1, record.hash
    last = max((h.n for h in (head, *waiting) if h is not None), default=0)
    if last >= expected:
        yield from _gap(expected, last + 1, Fault.TRUNCATED)


def _gap(start: int, end: int, fault: Fault) -> Iterator[ChainFault]:
    numbers = range(start, end)
    if len(numbers) > MOST_MISSING:
        yield from _gap(start, start + MOST_MISSING - 1, fault)
        numbers = numbers[-1:]
    for n in numbers:
        yield ChainFault(n, fault)
