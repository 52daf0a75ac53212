"""What a desk asks the centre, and what the centre answers (RELIABILITY 2.8).

Messages are canonical JSON.  A field that a receiver does not know is passed over, so that a
later program may say more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

import msgspec

from kundcenter.domain.access_log import AccessRecord
from kundcenter.domain.anchors import Seen
from kundcenter.domain.feed import BucketRows, DeviceHeads, Mark, Mended, Result
from kundcenter.domain.tickets import Ticket
from kundcenter.errors import Refused
from kundcenter.operations import Operation, encode

M = TypeVar("M")

PROTOCOL = 1
MOST_OPERATIONS = 100  # in one push
MOST_ACCESSES = 500
MOST_BYTES = 1024 * 1024  # of one message, unpacked
MOST_ALONE = 64 * MOST_BYTES  # of a push with one operation: it cannot be made less
MOST_ROWS = 1_000  # in one page


class MessageWrong(Refused):
    """What came is no message of this protocol.  Facts: why (never what it held)."""

    code = "sync.message_wrong"


@dataclass(frozen=True, slots=True)
class Hello:
    """The first word of a desk: who it is, how far it has come, and what it speaks.

    `alone` is the last of its operations from before it first heard of a centre, if it has.
    """

    device_id: UUID
    heads: DeviceHeads
    epoch: UUID | None
    protocols: tuple[int, ...] = (PROTOCOL,)
    program: str = ""
    schema: str = ""
    alone: int | None = None


class Standing(StrEnum):
    """How the centre finds the desk's chains to stand to its own (RELIABILITY 2.15)."""

    AGREED = "agreed"  # the desk has all that the centre has from it, and perhaps more
    AMNESIA = "amnesia"  # the desk has lost operations that the centre has
    FORK = "fork"  # the same number means two things: a copy of the profile is at work


@dataclass(frozen=True, slots=True)
class Welcome:
    """The answer to a hello.  `heads` is how far the centre has come with this desk's chains.

    `ended` are the operators whose leave to work at the desk has been taken back.  `wipe` says
    that the desk is to send what it has and then to erase itself; `at_once`, to send nothing.
    `earlier` are the epochs that the centre had before it was put back in time; a desk of one of
    them is told in `stands` how its buckets stand now.
    """

    epoch: UUID
    at: datetime
    standing: Standing
    heads: DeviceHeads
    buckets: tuple[str, ...]
    protocol: int = PROTOCOL
    ended: tuple[UUID, ...] = ()
    wipe: bool = False
    at_once: bool = False
    earlier: tuple[UUID, ...] = ()
    stands: Mapping[str, Mark] = field(default_factory=dict)
    care_unit: str = ""  # the desk's own; a centre of before does not tell it
    recalls: bool = False  # whether the centre can be asked for what is past
    ended_given: tuple[datetime, ...] = ()  # as that of a Page


@dataclass(frozen=True, slots=True)
class Sent:
    """An operation on its way: its place in the chain, and the very bytes that were hashed."""

    n: int
    id: UUID
    hash: bytes
    previous_hash: bytes
    body: str = field(repr=False)

    @classmethod
    def of(cls, operation: Operation) -> Sent:
        body = encode(operation).decode()
        return cls(operation.n, operation.id, operation.hash, operation.previous_hash, body)


@dataclass(frozen=True, slots=True)
class Push:
    """The next operations of a desk, with the access records that were written before them.

    `before` is what the centre had said of some of them before it was put back in time, and
    `tickets` are those by which they open sessions: it may have forgotten that it gave them.
    """

    operations: tuple[Sent, ...] = ()
    accesses: tuple[AccessRecord, ...] = ()
    before: tuple[Result, ...] = ()
    tickets: tuple[Ticket, ...] = ()


class Stop(StrEnum):
    """Why the centre did not read a push to its end."""

    GAP = "gap"  # something before it is missing: send from the head on
    FORK = "fork"


@dataclass(frozen=True, slots=True)
class Pushed:
    """The verdicts, in the order of the operations, and how far the chains have come now."""

    heads: DeviceHeads
    results: tuple[Result, ...] = ()
    stop: Stop | None = None


@dataclass(frozen=True, slots=True)
class Pull:
    """What a desk wants: what follows on its cursors.

    `through` bounds a bucket to how it stood when the first page was given, so that many pages
    make one moment.  Buckets in `whole` are filled for the first time.  `anchor` is the newest
    that the desk has; a desk of an older program says nothing of it.
    """

    cursors: Mapping[str, int]
    through: Mapping[str, int] = field(default_factory=dict)
    whole: frozenset[str] = frozenset()
    limit: int = MOST_ROWS
    anchor: Seen | None = None


@dataclass(frozen=True, slots=True)
class Compare:
    """A desk whose buckets do not add up tells the sums of their slices, SLICES of each.

    `cursors` are those of its other buckets: what follows on them comes at the same moment.
    """

    sums: Mapping[str, tuple[int, ...]]
    cursors: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compared:
    """The slices that differ, with all of their rows, and what follows in the other buckets.

    Buckets in `anew` differ in so much that they are better filled anew.  With neither these nor
    anything mended the desk is to say hello again.
    """

    epoch: UUID
    mended: tuple[Mended, ...] = ()
    others: tuple[BucketRows, ...] = ()
    anew: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wait:
    """A desk with nothing to do: wake me when a bucket has gone on.

    `ended` are the operators whose leave it knows to be over: wake me when there is another.  None
    from a desk that would not know why it was woken.
    """

    cursors: Mapping[str, int]
    ended: frozenset[UUID] | None = None


@dataclass(frozen=True, slots=True)
class Woken:
    """`changed` says whether there is something to pull; else the wait was simply over."""

    changed: bool


@dataclass(frozen=True, slots=True)
class Own:
    """A desk that has lost some of its own work asks for what follows on what it has."""

    heads: DeviceHeads


@dataclass(frozen=True, slots=True)
class Owned:
    """The next of it: operations in the very bytes that came, and access records."""

    operations: tuple[str, ...] = field(default=(), repr=False)
    accesses: tuple[AccessRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Emptied:
    """A desk that is to erase itself has nothing left to send; so far its chains have come."""

    heads: DeviceHeads


@dataclass(frozen=True, slots=True)
class MayErase:
    """Whether the centre has all of it, so that the desk may begin."""

    granted: bool


@dataclass(frozen=True, slots=True)
class Erased:
    """The last word of a desk: its key is destroyed and its files are gone."""


@dataclass(frozen=True, slots=True)
class Farewell:
    """The centre has written it down."""


def pack(message: Any) -> bytes:
    """A message as it goes over the wire."""
    return msgspec.json.encode(message, order="sorted")


def unpack(text: bytes, kind: type[M]) -> M:
    """The message of the kind.  Raises MessageWrong."""
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise MessageWrong(why=type(error).__name__) from None
