"""The mirror's folder: numbered segments, each written once from its beginning to its end."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID

import msgspec

from db.commits import Commit, Heads
from db.files import NEW_FILE, sync_folder
from db.mirror.frames import SALT_BYTES, Ending, Seal, read
from kundcenter.operations import encode

LIMIT = 4 * 1024 * 1024  # bytes, after which a new segment is begun
_SUFFIX = ".segment"
# Writes the contents, and of the file's own record only what reading them needs.
_sync = getattr(os, "fdatasync", os.fsync)


@dataclass(frozen=True, slots=True)
class Link:
    """How the segment before ended, when this one was begun: a shortened one is noticed."""

    number: int
    frames: int
    tag: bytes


@dataclass(frozen=True, slots=True)
class Begin:
    """The first frame of a segment.  Everything up to `base` lies in earlier ones."""

    device_id: UUID
    base: Heads
    previous: Link | None = None


class Damage(StrEnum):
    """What can be wrong with a segment."""

    CHANGED = "changed"  # a frame is not what was written
    UNREADABLE = "unreadable"  # the rest of the segment cannot be read
    SHORTENED = "shortened"  # frames were taken from its end
    MISSING = "missing"  # the whole segment is gone
    STRANGE = "strange"  # it belongs to another desk or another program


@dataclass(frozen=True, slots=True)
class SegmentFault:
    """One fault.  `frame` is its place in the segment, 0 for its beginning."""

    segment: int
    damage: Damage
    frame: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """What could be read of one segment."""

    number: int
    begin: Begin | None
    commits: tuple[Commit, ...]
    faults: tuple[SegmentFault, ...]
    torn: bool
    link: Link


class SegmentWriter:
    """A segment that is being written.  After an OSError it is given up and never written again."""

    def __init__(self, folder: Path, key: bytes, begin: Begin) -> None:
        """Begin the next segment.  Raises OSError, and leaves no file behind then."""
        folder.mkdir(mode=0o700, exist_ok=True)
        self.number = max(numbers(folder), default=0) + 1
        self._seal = Seal(key, secrets.token_bytes(SALT_BYTES), self.number)
        path = path_of(folder, self.number)
        self._descriptor = os.open(path, NEW_FILE, 0o600)
        self.size = 0
        try:
            self._write(self._seal.header + self._seal.frame(encode(begin)))
            os.fsync(self._descriptor)
            sync_folder(folder)
            sync_folder(folder.parent)
        except OSError:
            self.close()
            with suppress(OSError):
                path.unlink()
            raise

    @property
    def full(self) -> bool:
        return self.size >= LIMIT

    @property
    def link(self) -> Link:
        return Link(self.number, self._seal.count, self._seal.tag)

    def write(self, commit: Commit) -> None:
        """Write a commit.  Raises OSError."""
        self._write(self._seal.frame(encode(commit)))

    def sync(self) -> None:
        """When this returns, what was written survives a loss of power.  Raises OSError."""
        _sync(self._descriptor)

    def close(self) -> None:
        os.close(self._descriptor)

    def _write(self, content: bytes) -> None:
        rest = memoryview(content)
        while rest:
            written = os.write(self._descriptor, rest)
            self.size += written
            rest = rest[written:]


def path_of(folder: Path, number: int) -> Path:
    return folder / f"{number:08d}{_SUFFIX}"


def numbers(folder: Path) -> list[int]:
    """The segments that are there, in order."""
    if not folder.is_dir():
        return []
    names = (path.name.removesuffix(_SUFFIX) for path in folder.glob("*" + _SUFFIX))
    return sorted(int(name) for name in names if name.isdecimal())


def size(folder: Path) -> int:
    """How many bytes the mirror takes."""
    return sum(path_of(folder, number).stat().st_size for number in numbers(folder))


def read_segment(folder: Path, key: bytes, number: int, device_id: UUID) -> Segment:
    """What can be read of one segment.  Raises OSError."""
    frames = read(path_of(folder, number).read_bytes(), key, number)
    faults = [SegmentFault(number, Damage.CHANGED, place) for place in frames.damaged]
    if frames.ending is Ending.UNREADABLE:
        faults.append(SegmentFault(number, Damage.UNREADABLE, frames.count))
    begin, commits = None, []
    for place, text in frames.texts.items():
        try:
            if place:
                commits.append(msgspec.json.decode(text, type=Commit))
            else:
                begin = msgspec.json.decode(text, type=Begin)
        except msgspec.MsgspecError:  # whole, but not of a form that this program knows
            faults.append(SegmentFault(number, Damage.STRANGE, place))
    if begin is not None and begin.device_id != device_id:
        begin, commits = None, []
        faults.append(SegmentFault(number, Damage.STRANGE))
    return Segment(
        number=number,
        begin=begin,
        commits=tuple(commits),
        faults=tuple(faults),
        torn=frames.ending is Ending.TORN,
        link=Link(number, frames.count, frames.tag),
    )
