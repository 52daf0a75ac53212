"""Read the mirror from its end backwards, as far as the database wants to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from db.commits import Commit, Heads
from db.mirror.segments import (
    Damage,
    Link,
    Segment,
    SegmentFault,
    numbers,
    path_of,
    read_segment,
)
from kundcenter.domain.access_log import AccessRecord, Head
from kundcenter.domain.slots import SignInAttempts, Slot
from kundcenter.operations import Operation

L = TypeVar("L", Operation, AccessRecord)


@dataclass(frozen=True, slots=True)
class Lost:
    """Numbers that the mirror must once have held and cannot give back, in either chain."""

    operations: range = range(0)
    accesses: range = range(0)

    def __bool__(self) -> bool:
        return bool(self.operations or self.accesses)


@dataclass(frozen=True, slots=True)
class Owed:
    """What the mirror has and the database has not, each in the order of its chain."""

    operations: tuple[Operation, ...] = ()
    accesses: tuple[AccessRecord, ...] = ()
    slots: tuple[Slot, ...] = ()
    attempts: tuple[SignInAttempts, ...] = ()
    lost: Lost = field(default_factory=Lost)

    def __bool__(self) -> bool:
        return bool(self.operations or self.accesses or self.lost)


@dataclass(frozen=True, slots=True)
class Mirrored:
    """What the mirror holds after `base`, in the order in which it was written.

    `torn` counts segments whose last frame is incomplete; `last` is how the newest ended.
    """

    base: Heads = field(default_factory=Heads)
    commits: tuple[Commit, ...] = ()
    faults: tuple[SegmentFault, ...] = ()
    torn: int = 0
    last: Link | None = None

    @property
    def heads(self) -> Heads:
        """How far the links follow one another, from `base` on, without a hole."""
        operations, _ = _following(self.base.operation, self.operations())
        accesses, _ = _following(self.base.access, self.accesses())
        return Heads(
            _last(self.base.operation, operations),
            _last(self.base.access, accesses),
        )

    def owed(self, known: Heads) -> Owed:
        """What a database that has come as far as `known` has to be given."""
        operations, lost_operations = _following(
            known.operation, self.operations(), at_least=self.base.operation.n
        )
        accesses, lost_accesses = _following(
            known.access, self.accesses(), at_least=self.base.access.n
        )
        newer = self._from_first_later_than(known)
        return Owed(
            operations=operations,
            accesses=accesses,
            slots=tuple(slot for commit in newer for slot in commit.slots),
            attempts=tuple(tried for commit in newer for tried in commit.attempts),
            lost=Lost(lost_operations, lost_accesses),
        )

    def links(self) -> Heads:
        """The last links of which the mirror knows the hashes, with or without holes."""
        return Heads(
            _newest(self.base.operation, self.operations()),
            _newest(self.base.access, self.accesses()),
        )

    def contradicts(self, known: Heads) -> bool:
        """Whether the mirror has another link than `known` at the same place."""
        operations = {link.n: link.hash for link in self.operations()}
        accesses = {link.n: link.hash for link in self.accesses()}
        operations.setdefault(self.base.operation.n, self.base.operation.hash)
        accesses.setdefault(self.base.access.n, self.base.access.hash)
        return (
            operations.get(known.operation.n, known.operation.hash) != known.operation.hash
            or accesses.get(known.access.n, known.access.hash) != known.access.hash
        )

    def operations(self) -> Iterator[Operation]:
        """Every operation that could be read, as it was written; some may come twice."""
        return (commit.operation for commit in self.commits if commit.operation)

    def accesses(self) -> Iterator[AccessRecord]:
        """Every access record that could be read; some may come twice."""
        return (record for commit in self.commits for record in commit.accesses)

    def _from_first_later_than(self, known: Heads) -> tuple[Commit, ...]:
        for place, commit in enumerate(self.commits):
            operation = commit.operation
            if (operation and operation.n > known.operation.n) or any(
                record.n > known.access.n for record in commit.accesses
            ):
                return self.commits[place:]
        return ()


def read_back(folder: Path, key: bytes, device_id: UUID, *, known: Heads | None = None) -> Mirrored:
    """What the mirror holds, read back until a segment that begins at or before `known`.

    Without `known` all of it is read.  Raises OSError.
    """
    read: list[Segment] = []
    for number in reversed(numbers(folder)):
        segment = read_segment(folder, key, number, device_id)
        read.insert(0, segment)
        if known and segment.begin and known.covers(segment.begin.base):
            break
    return Mirrored(
        base=next((segment.begin.base for segment in read if segment.begin), Heads()),
        commits=tuple(commit for segment in read for commit in segment.commits),
        faults=(*(fault for segment in read for fault in segment.faults), *_joints(read)),
        torn=sum(segment.torn for segment in read),
        last=read[-1].link if read else None,
    )


def within(folder: Path, key: bytes, device_id: UUID, copied: Heads) -> list[Path]:
    """The oldest segments, all of whose content is within `copied`.  Raises OSError."""
    there = numbers(folder)
    for place in range(len(there) - 1, 0, -1):
        segment = read_segment(folder, key, there[place], device_id)
        if segment.begin and copied.covers(segment.begin.base):
            return [path_of(folder, number) for number in there[:place]]
    return []


def _joints(segments: list[Segment]) -> Iterator[SegmentFault]:
    """Segments that are gone, or shorter than their successors say."""
    for before, segment in pairwise(segments):
        for number in range(before.number + 1, segment.number):
            yield SegmentFault(number, Damage.MISSING)
        link = segment.begin.previous if segment.begin else None
        readable = all(fault.damage is not Damage.UNREADABLE for fault in before.faults)
        if link and link.number == before.number and readable and link.frames > before.link.frames:
            yield SegmentFault(before.number, Damage.SHORTENED, before.link.frames)


def _following(head: Head, links: Iterable[L], *, at_least: int = 0) -> tuple[tuple[L, ...], range]:
    """The links that follow `head` one by one, and the numbers beyond them that cannot."""
    by_number = {link.n: link for link in links if link.n > head.n}
    last = max(at_least, *by_number, 0)
    following: list[L] = []
    while (link := by_number.get(head.n + 1)) and link.previous_hash == head.hash:
        following.append(link)
        head = Head(link.n, link.hash)
    return tuple(following), range(head.n + 1, last + 1)


def _last(base: Head, links: Sequence[Operation | AccessRecord]) -> Head:
    return Head(links[-1].n, links[-1].hash) if links else base


def _newest(base: Head, links: Iterable[Operation | AccessRecord]) -> Head:
    newest = max(links, key=lambda link: link.n, default=None)
    return Head(newest.n, newest.hash) if newest and newest.n > base.n else base
