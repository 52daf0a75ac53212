"""A verified copy of the desk's file, taken while it is in use.

A copy is two files: the database, encrypted with the same key, and beside it a page that says
whose it is, how far it goes, and how the profile finds its key.  The page holds no key; without
it a profile with a passphrase could never be opened again once its folder is lost.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import msgspec

from db.commits import Heads
from db.connect import Access, open_raw
from db.faults import translated
from db.files import NEW_FILE, saving, sync_file, sync_folder
from db.progress import Progress, Step, silent
from db.verify import Noted, Verdict, verify
from kundcenter.errors import NotFound, Refused, Unavailable
from kundcenter.operations import encode

FORMAT = 1
SUFFIX = ".db"
_PAGES = 256  # copied between two reports of progress: one megabyte


class CopyUnsound(Unavailable):
    """The copy, or what it was taken from, does not hold.  Facts: findings, parts."""

    code = "copy.unsound"


class CopyMissing(NotFound):
    """There is no such copy."""

    code = "copy.missing"


class CopyExists(Refused):
    """Something is there already; a copy never replaces a file."""

    code = "copy.exists"


class LabelMissing(NotFound):
    """The page beside the copy is not there, and without it no profile can be made of the copy."""

    code = "copy.label_missing"


@dataclass(frozen=True, slots=True)
class Label:
    """The page beside a copy.  `record` is the profile's own file, to the letter."""

    profile_id: UUID
    revision: str
    made_at: datetime
    heads: tuple[tuple[UUID, Heads], ...]
    record: bytes
    format: int = FORMAT

    def noted(self) -> tuple[Noted, ...]:
        """The copy as a witness of how far the chains had come."""
        return tuple(
            Noted(device_id, (heads.operation,), (heads.access,))
            for device_id, heads in self.heads
            if heads != Heads()
        )


@dataclass(frozen=True, slots=True)
class Copy:
    """A verified copy, and its label if that is there and can be read."""

    path: Path
    label: Label | None


@dataclass(frozen=True, slots=True)
class Source:
    """What is copied: a file, its key and whose it is."""

    path: Path
    key: bytes = field(repr=False)
    profile_id: UUID
    record: bytes


def back_up(source: Source, to: Path, *, at: datetime, progress: Progress = silent) -> Copy:
    """Copy the file into the folder `to`, or to the new file `to`, and verify the copy.

    When this returns the copy is whole, verified and on the disk; until then nothing bears its
    name.  Raises CopyUnsound, CopyExists, NotSaved, StoreDamaged, StoreBusy.
    """
    with saving():
        if not to.is_dir() and _taken(to):
            raise CopyExists
        draft = (to if to.is_dir() else to.parent) / f".{source.profile_id}.draft"
        _remove(draft)
    try:
        with saving(), translated():
            duplicate(source.path, source.key, draft, progress=progress)
        verdict = sound(draft, source.key, progress=progress)
        label = Label(source.profile_id, verdict.revision or "", at, verdict.heads, source.record)
        path = _free(to / _name(label)) if to.is_dir() else to
        with saving():
            _put_in_place(draft, path, encode(label))
    except BaseException:
        with suppress(OSError):
            _remove(draft)
        raise
    return Copy(path, label)


def duplicate(
    source: Path, key: bytes, to: Path, *, to_key: bytes | None = None, progress: Progress = silent
) -> None:
    """Copy every page of one moment to the new file `to`, encrypted with `to_key` or the same.

    Others may write to the source meanwhile.  Raises OSError and the driver's errors.
    """
    os.close(os.open(to, NEW_FILE, 0o600))
    origin = open_raw(source, key, Access.READ)
    try:
        copied = open_raw(to, to_key or key, Access.WRITE)
        try:
            copied.execute("PRAGMA journal_mode = OFF")  # nothing has this name's place yet
            copied.execute("PRAGMA synchronous = OFF")
            # A read transaction of our own keeps the moment: else each commit of another
            # connection would begin the copy anew.
            origin.execute("BEGIN")
            origin.execute("SELECT count(*) FROM sqlite_master").fetchone()
            origin.backup(
                copied,
                pages=_PAGES,
                progress=lambda _, left, total: progress(Step.COPY, total - left, total),
                sleep=0.05,
            )
            origin.execute("COMMIT")
            copied.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
        finally:
            copied.close()
    finally:
        origin.close()
    sync_file(to)


def sound(path: Path, key: bytes, *, progress: Progress = silent) -> Verdict:
    """The verdict on a copy that holds.  Raises CopyUnsound."""
    verdict = verify(path, key, progress=progress)
    if not verdict.sound:
        parts = sorted({finding.part.value for finding in verdict.findings})
        raise CopyUnsound(findings=len(verdict.findings), parts=" ".join(parts))
    return verdict


def copies(folder: Path) -> list[Copy]:
    """The labelled copies in a folder, the oldest first."""
    found = (Copy(path, read_label(path)) for path in folder.glob("*" + SUFFIX))
    labelled = [(copy.label.made_at, copy.path.name, copy) for copy in found if copy.label]
    return [copy for *_, copy in sorted(labelled, key=lambda each: each[:2])]


def keep_newest(these: Iterable[Copy], count: int) -> list[Copy]:
    """Delete all but the `count` newest of copies given oldest first; returns those left.

    Raises OSError.
    """
    ordered = list(these)
    for copy in ordered[:-count]:
        copy.path.unlink()
        label_of(copy.path).unlink(missing_ok=True)
    return ordered[-count:]


def is_copy(path: Path) -> bool:
    """Whether there is a file; a name that no file can have names none."""
    try:
        return path.is_file()
    except OSError:
        return False


def label_of(copy: Path) -> Path:
    """Where the label of a copy lies."""
    return copy.with_name(copy.name + ".json")


def read_label(copy: Path) -> Label | None:
    """The label of a copy; None when it is not there or cannot be read."""
    try:
        return msgspec.json.decode(label_of(copy).read_bytes(), type=Label)
    except (OSError, ValueError):
        return None


def _name(label: Label) -> str:
    return f"kundcenter-{label.made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}-{label.revision}{SUFFIX}"


def _free(path: Path) -> Path:
    """The path, or one with a number when two copies are made in one second."""
    number, free = 1, path
    while _taken(free):
        number += 1
        free = path.with_name(f"{path.stem}-{number}{SUFFIX}")
    return free


def _taken(path: Path) -> bool:
    """Whether a copy of that name would meet something, at its own place or its label's."""
    return os.path.lexists(path) or os.path.lexists(label_of(path))


def _put_in_place(draft: Path, path: Path, label: bytes) -> None:
    """Give the copy its name, and lay its label beside it; neither replaces anything."""
    if _taken(path):
        raise CopyExists
    try:
        descriptor = os.open(label_of(path), NEW_FILE, 0o600)
    except FileExistsError:
        raise CopyExists from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(label)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(path)
    except BaseException:
        label_of(path).unlink()
        raise
    sync_folder(path.parent)


def _remove(draft: Path) -> None:
    for path in (draft, draft.with_name(draft.name + "-journal")):
        path.unlink(missing_ok=True)
