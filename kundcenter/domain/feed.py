"""What travels between a desk and the centre: verdicts on operations, and rows of the feed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec

from kundcenter.domain.access_log import Head
from kundcenter.domain.anchors import Handed
from kundcenter.errors import Conflict

MODULO = 2**64
REFERENCE = "ref"  # the bucket that every desk holds
SHARED = "team:*"  # what is of all teams together; it grows old as a team's does
SLICES = 256  # of a bucket, by the first byte of the SHA-256 of table and key


class FeedHole(Conflict):
    """Numbers are missing in what the centre gave.  Facts: bucket."""

    code = "sync.hole"


class Diverged(Conflict):
    """The rows here do not add up to what the centre says.  Facts: bucket, mine, its."""

    code = "sync.diverged"


class MassRemoval(Conflict):
    """More than half of a large bucket would go at once.  Facts: bucket, count (how many rows).

    Nothing has been changed.  An administrator says that it is meant (`SqlLocal.allow_removal`).
    """

    code = "sync.mass_removal"


class Why(StrEnum):
    """Why a desk has set a row aside that the centre gave: it is of a later program."""

    TABLE = "table"  # this program has no such table
    COLUMN = "column"  # the row is here, without columns that this program does not have
    VALUE = "value"  # a column cannot hold what it shall
    PARENT = "parent"  # it points to a row that is set aside


class Verdict(StrEnum):
    """What the centre made of an operation.  Every verdict but one is its last word."""

    APPLIED = "applied"
    REJECTED = "rejected"  # a claim that a rule or another desk's claim stands against
    QUARANTINED = "quarantined"  # kept whole at the centre until somebody has looked at it


@dataclass(frozen=True, slots=True)
class Result:
    """The verdict on one operation, the same each time it is asked for.

    `code` and `facts` are those of the error that stood against it.  `effect` says how far each
    bucket had come when its rows were in the feed; it is empty when it had none.
    """

    n: int
    operation_id: UUID
    verdict: Verdict
    code: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    effect: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One row as it stands after a change; `body` is None when it left the bucket.

    `seq` is dense per bucket.  `body` is the row in plain values, column by column.  With `past`
    it left because it is old: it can be asked for.
    """

    seq: int
    entity: str
    key: str
    body: dict[str, Any] | None = field(repr=False)
    past: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """How a bucket stands at one moment: its last number, how many rows, and their sum.

    `total` is the sum of `row_sum` over the rows that are in it, modulo 2⁶⁴ (RELIABILITY 2.14).
    """

    seq: int = 0
    count: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class BucketRows:
    """What follows on a desk's cursor in one bucket.

    The rows are all that have a number above `after` and not above `through`; with `whole` only
    those of them that are still in force, as for a desk that has nothing yet.
    `mark` is how the bucket stood at `through`; None when it has gone on meanwhile.

    `anew` says that the feed does not reach back to the cursor any more: the bucket is to be
    filled anew.  `past` is how many rows have ever left the bucket because they are old, told
    with the mark of a bucket that is filled.
    """

    bucket: str
    after: int
    through: int
    rows: tuple[FeedRow, ...] = field(repr=False)
    mark: Mark | None = None
    whole: bool = False
    anew: bool = False
    past: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One answer to a pull: one moment of the centre, when the buckets stood at `heads`.

    `more` when it stopped for its size, or when a bucket has gone on meanwhile.  `ended` are the
    operators whose leave to work at the desk has been taken back.  `anew` bids the desk to say
    hello again: there it hears what has become of it.  `anchors` are those the desk does not have.
    `ended_given` is when each of those in `ended` was given the newest leave that is over.
    """

    epoch: UUID
    buckets: tuple[BucketRows, ...]
    heads: Mapping[str, int]
    more: bool = False
    ended: tuple[UUID, ...] = ()
    anew: bool = False
    anchors: Handed | None = None
    ended_given: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Mended:
    """A bucket at one moment: every row in force of the slices in which a desk's differed.

    `mark` is how the whole bucket stood; `slices` are numbers below SLICES.
    """

    bucket: str
    mark: Mark
    slices: tuple[int, ...]
    rows: tuple[FeedRow, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class DeviceHeads:
    """How far the two chains of a device have come."""

    operation: Head = field(default_factory=Head)
    access: Head = field(default_factory=Head)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a desk has not had an answer to: how many operations, and since when."""

    count: int = 0
    since: datetime | None = None


def body_text(body: Mapping[str, Any]) -> bytes:
    """The one text of a row's plain values."""
    return msgspec.json.encode(body, order="sorted")


def row_sum(entity: str, key: str, body: Mapping[str, Any]) -> int:
    """A row's share in the sum of its bucket: the first eight bytes of a SHA-256."""
    told = hashlib.sha256(f"{entity}\0{key}\0".encode() + body_text(body))
    return int.from_bytes(told.digest()[:8], "big")


def slice_of(entity: str, key: str) -> int:
    """In which slice of its bucket a row is."""
    return hashlib.sha256(f"{entity}\0{key}".encode()).digest()[0]


def team(care_unit: str) -> str:
    """The bucket of those who work on behalf of a care unit."""
    return f"team:{care_unit}"


def own(operator_id: UUID) -> str:
    """The bucket of one operator."""
    return f"operator:{operator_id}"


def asked_for(device_id: UUID) -> str:
    """The bucket of what one desk has asked for of what is past."""
    return f"device:{device_id}"
