"""Anchors between the centre and its desks: what a desk is handed, and what it makes of it.

A centre whose history was rewritten, or put back, contradicts the anchors that desks hold.  Both
ends look: the desk says which anchor it has, and checks that what it is given follows on it.
Work goes on whatever comes of it; a person has to look.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from kundcenter.domain.anchors import (
    FAR,
    MOST_LINKS,
    Anchor,
    AnchorBroken,
    AnchorDiffers,
    AnchorDoubt,
    DeviceHead,
    Handed,
    OwnHead,
    OwnHeadLost,
    OwnHeadWrong,
    Seen,
    own_head,
)

AWAY = timedelta(days=14)  # by its own clock, before a desk lets anchors be left out


class Anchors(Protocol):
    """The centre's own."""

    def epoch(self) -> UUID: ...
    def newest(self) -> Anchor | None: ...
    def anchor(self, n: int) -> Anchor | None: ...
    def after(self, n: int, most: int) -> tuple[Anchor, ...]: ...
    def heads(self, n: int) -> tuple[DeviceHead, ...]: ...
    def doubt(self, device_id: UUID, seen: Seen, at: datetime) -> None: ...


class _Noted(Protocol):
    @property
    def anchor(self) -> Anchor: ...


class NotedAnchors(Protocol):
    """A desk's."""

    @property
    def device_id(self) -> UUID: ...
    def epoch(self) -> UUID | None: ...
    def newest(self) -> _Noted | None: ...
    def newest_own(self) -> OwnHead | None: ...
    def agrees(self, own: OwnHead) -> bool: ...
    def add(self, anchors: Sequence[Anchor], own: OwnHead | None) -> None: ...
    def doubt(self) -> str: ...
    def note_doubt(self, code: str, n: int) -> None: ...


class Handing:
    """The centre's side: what each desk is given."""

    def __init__(self, anchors: Anchors, now: Callable[[], datetime]) -> None:
        self._anchors, self._now = anchors, now
        self._heads: tuple[bytes, tuple[DeviceHead, ...]] = (b"", ())  # by the anchor's hash

    def handed(self, device_id: UUID, seen: Seen | None) -> Handed | None:
        """What follows on the anchor that a desk has; None when nothing does.

        An older desk says nothing of anchors, and is given none.
        """
        if seen is None:
            return None
        newest = self._anchors.newest()
        if newest is not None and (seen.n, seen.hash) == (newest.n, newest.hash):
            return None
        if seen.n and seen.epoch == self._anchors.epoch():
            mine = self._anchors.anchor(seen.n)
            if mine is None or mine.hash != seen.hash:
                self._anchors.doubt(device_id, seen, self._now())
                return Handed(differs=True)
            assert newest is not None
            if newest.n - seen.n <= FAR:
                links = self._anchors.after(seen.n, MOST_LINKS)
                more = links[-1].n < newest.n
                own = None if more else self._own(links[-1], device_id)
                return Handed(links, own, more=more)
        if newest is None:
            return None
        return Handed((newest,), self._own(newest, device_id), jump=seen.n > 0)

    def _own(self, anchor: Anchor, device_id: UUID) -> OwnHead | None:
        hash, heads = self._heads
        if hash != anchor.hash:
            heads = self._anchors.heads(anchor.n)
            self._heads = anchor.hash, heads
        return own_head(heads, device_id)


class AnchorKeeper:
    """A desk's side.  `check` raises AnchorForged unless the centre has signed the anchor."""

    def __init__(
        self,
        noted: NotedAnchors,
        check: Callable[[Anchor], None],
        now: Callable[[], datetime],
    ) -> None:
        self._noted, self._check, self._now = noted, check, now
        self._doubt: str | None = None

    @property
    def doubt(self) -> str:
        """The code of what did not fit, until an administrator has looked at it."""
        if self._doubt is None:
            self._doubt = self._noted.doubt()
        return self._doubt

    def seen(self) -> Seen:
        """What the centre is told that this desk has."""
        newest = self._noted.newest()
        if newest is None:
            return Seen(epoch=self._noted.epoch())
        return Seen(newest.anchor.n, newest.anchor.hash, newest.anchor.epoch)

    def take(self, handed: Handed) -> None:
        """Keep what fits; what does not is noted, and nothing of it is kept."""
        try:
            self._take(handed)
        except AnchorDoubt as doubt:
            n = doubt.facts.get("n", 0)
            self._noted.note_doubt(doubt.code, n if isinstance(n, int) else 0)
            self._doubt = None

    def _take(self, handed: Handed) -> None:
        newest = self._noted.newest()
        last = newest.anchor if newest else None
        if handed.differs:
            raise AnchorDiffers(n=last.n if last else 0)
        fresh: list[Anchor] = []
        for anchor in handed.anchors:
            self._check(anchor)
            if last is not None and (anchor.n, anchor.hash) == (last.n, last.hash):
                continue
            jump = handed.jump and not fresh
            if not self._sound(anchor) or not self._follows(last, anchor, jump=jump):
                raise AnchorBroken(n=anchor.n)
            fresh.append(anchor)
            last = anchor
        if fresh and not handed.more:
            self._check_own(fresh[-1], handed.own)
        self._noted.add(fresh, None if handed.more else handed.own)

    def _sound(self, anchor: Anchor) -> bool:
        return anchor.digest() == anchor.hash and anchor.epoch == self._noted.epoch()

    def _follows(self, last: Anchor | None, anchor: Anchor, *, jump: bool) -> bool:
        if last is None:
            return True  # the first that this desk ever sees
        if anchor.n == last.n + 1:
            return anchor.previous_hash == last.hash
        # A centre that has rewritten its history must not get around the chain by leaving it out.
        return jump and anchor.n - last.n > FAR and self._now() - last.at > AWAY

    def _check_own(self, anchor: Anchor, own: OwnHead | None) -> None:
        """Raise unless the anchor holds of this desk what it has done, and no less than before."""
        before = self._noted.newest_own()
        if own is None:
            if before is not None:
                raise OwnHeadLost(n=anchor.n)
            return
        id = self._noted.device_id
        if not own.proven_by(anchor, id) or not self._noted.agrees(own):
            raise OwnHeadWrong(n=anchor.n)
        if before is not None:
            older = DeviceHead(id, before.operation, before.access)
            if not older.precedes(DeviceHead(id, own.operation, own.access)):
                raise OwnHeadLost(n=anchor.n)
