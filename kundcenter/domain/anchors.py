"""Anchors: signed heads of everything that the centre's logs hold, handed to the desks.

A chain of hashes shows an edit; it does not show that its end was cut off, or that all of it was
made anew.  That shows against a head which lies elsewhere (RELIABILITY 0.10 and 4.6).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

import msgspec

from kundcenter.domain import merkle
from kundcenter.domain.access_log import GENESIS, Head
from kundcenter.errors import Conflict

MOST_LINKS = 200  # anchors in one answer
FAR = 4_500  # anchors: a month of them.  A desk that was away for longer is not told each
KEPT = 1_000  # at a desk, the newest; each of them vouches for all before it
_PURPOSE = b"kundcenter anchor 1\0"


class AnchorDoubt(Conflict):
    """What the centre says of its logs does not fit what it has said before.  Facts: n.

    Work goes on; a person has to look at it.
    """

    code = "anchor.doubt"


class AnchorForged(AnchorDoubt):
    """An anchor is not signed by the centre's key."""

    code = "anchor.forged"


class AnchorBroken(AnchorDoubt):
    """An anchor does not follow on the one that this desk has."""

    code = "anchor.broken"


class AnchorDiffers(AnchorDoubt):
    """The centre says that it has never made the anchor which this desk has."""

    code = "anchor.differs"


class OwnHeadWrong(AnchorDoubt):
    """What the anchor holds of this desk is not what the desk has done, or is not proven."""

    code = "anchor.own_wrong"


class OwnHeadLost(AnchorDoubt):
    """The anchor holds less of this desk than an earlier one did."""

    code = "anchor.own_lost"


class HeadsWentBack(Conflict):
    """The centre has less of a desk, or something else, than it has anchored.  Facts: id, n."""

    code = "anchor.heads_went_back"


@dataclass(frozen=True, slots=True)
class DeviceHead:
    """A leaf: how far both chains of one desk had come."""

    device_id: UUID
    operation: Head
    access: Head

    @property
    def hashed(self) -> bytes:
        return merkle.leaf_hash(msgspec.json.encode(self, order="sorted"))

    def precedes(self, later: DeviceHead) -> bool:
        """Whether `later` may be the same desk's after more was done."""
        return all(
            mine.n < its.n or mine == its
            for mine, its in ((self.operation, later.operation), (self.access, later.access))
        )


@dataclass(frozen=True, slots=True)
class Anchor:
    """One moment of the centre: the root over every desk's heads, chained to the anchor before.

    `hash` is SHA-256 over what is signed.  `epoch` is the founding of the centre that made it.
    """

    n: int
    at: datetime
    epoch: UUID
    size: int
    root: bytes
    previous_hash: bytes = GENESIS
    hash: bytes = b""
    signature: bytes = field(default=b"", repr=False)

    @property
    def told(self) -> bytes:
        """What is signed."""
        plain = replace(self, hash=b"", signature=b"")
        return _PURPOSE + msgspec.json.encode(plain, order="sorted")

    def digest(self) -> bytes:
        """The hash that this anchor ought to have."""
        return hashlib.sha256(self.told).digest()

    def numbered(self, n: int) -> Anchor:
        """The same anchor at another place."""
        return replace(self, n=n)

    def hashed(self) -> Anchor:
        """The anchor with its hash."""
        return replace(self, hash=self.digest())


@dataclass(frozen=True, slots=True)
class Seen:
    """The newest anchor that a desk has; number 0 when it has none."""

    n: int = 0
    hash: bytes = GENESIS
    epoch: UUID | None = None


@dataclass(frozen=True, slots=True)
class OwnHead:
    """What an anchor holds of one desk, with the proof: its leaf's place, and the path up."""

    operation: Head
    access: Head
    place: int
    path: tuple[bytes, ...] = ()

    def proven_by(self, anchor: Anchor, device_id: UUID) -> bool:
        """Whether the anchor's root is over just this leaf."""
        leaf = DeviceHead(device_id, self.operation, self.access).hashed
        return merkle.root_of_path(leaf, self.place, anchor.size, self.path) == anchor.root


@dataclass(frozen=True, slots=True)
class Handed:
    """What a desk is given: the anchors that follow on its own, oldest first.

    `own` is the proof for the last of them, when that is the newest there is.  `jump` says that
    those between were left out, for they are too many.  `differs`, that the centre does not know
    the anchor that the desk has; then nothing follows.
    """

    anchors: tuple[Anchor, ...] = ()
    own: OwnHead | None = None
    jump: bool = False
    differs: bool = False
    more: bool = False


def tree(heads: Sequence[DeviceHead]) -> tuple[bytes, ...]:
    """The hashes of the leaves, in the order of the desks' ids."""
    return tuple(each.hashed for each in sorted(heads, key=lambda each: each.device_id))


def next_anchor(
    before: Anchor | None, heads: Sequence[DeviceHead], at: datetime, epoch: UUID
) -> Anchor:
    """The anchor over the heads, not signed yet."""
    return Anchor(
        n=before.n + 1 if before else 1,
        at=at,
        epoch=epoch,
        size=len(heads),
        root=merkle.root(tree(heads)),
        previous_hash=before.hash if before else GENESIS,
    ).hashed()


def own_head(heads: Sequence[DeviceHead], device_id: UUID) -> OwnHead | None:
    """One desk's own, with its proof; None when it is not among them."""
    ordered = sorted(heads, key=lambda each: each.device_id)
    place = next((i for i, each in enumerate(ordered) if each.device_id == device_id), None)
    if place is None:
        return None
    mine = ordered[place]
    return OwnHead(mine.operation, mine.access, place, merkle.path(tree(ordered), place))


def changed(known: Sequence[DeviceHead], now: Sequence[DeviceHead]) -> tuple[DeviceHead, ...]:
    """The heads that are new since `known`.  Raises HeadsWentBack, also for a desk that is gone."""
    before = {each.device_id: each for each in known}
    there = {each.device_id for each in now}
    for id, each in before.items():
        if id not in there:
            raise HeadsWentBack(id=id, n=each.operation.n)
    for each in now:
        if each.device_id in before and not before[each.device_id].precedes(each):
            raise HeadsWentBack(id=each.device_id, n=each.operation.n)
    return tuple(each for each in now if before.get(each.device_id) != each)


@dataclass(frozen=True, slots=True)
class Witness:
    """An anchor that is kept away from the centre, with what it was shown to hold of one desk."""

    anchor: Anchor
    device_id: UUID | None = None
    own: OwnHead | None = None
