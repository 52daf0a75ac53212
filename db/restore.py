"""Put a verified copy in the place of the desk's file, and throw nothing away.

The steps, and what a crash after each leaves behind:

1. the copy is copied beside the database, under another name, and verified: nothing has changed
2. a note is written durably, saying where the present file goes: from now on every start of the
   program finishes what is written there before it opens anything
3. the present file, its log and its index are moved into a folder of their own
4. the verified file takes the name
5. the note is deleted
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import msgspec

from db.backup import CopyMissing, CopyUnsound, duplicate, is_copy, read_label, sound
from db.faults import NotSaved, StoreDamaged, translated
from db.files import saving, sync_folder, write_new
from db.progress import Progress, silent
from db.verify import Verdict
from kundcenter.errors import Refused, Unavailable
from kundcenter.operations import encode

ASIDE = "aside"
_BESIDE = ("-wal", "-shm", "-journal")


class CopyOfAnother(Refused):
    """The copy is of another profile, or was made with another key.  Facts: profile."""

    code = "copy.of_another"


class NoteBroken(Unavailable):
    """The note of a restore that was interrupted cannot be read.  Facts: file (its name)."""

    code = "restore.note_broken"


@dataclass(frozen=True, slots=True)
class _Note:
    """What a restore that has begun is going to do."""

    aside: str


def stage(
    copy: Path,
    database: Path,
    *,
    key: bytes,
    profile_id: UUID,
    copy_key: bytes | None = None,
    progress: Progress = silent,
) -> Verdict:
    """Verify a copy and lay it ready beside the database, encrypted with `key`.

    `copy_key` is given when the copy is known to be of another profile, whose key it is.
    Raises CopyMissing, CopyOfAnother, CopyUnsound, NotSaved.
    """
    if not is_copy(copy):
        raise CopyMissing
    label = read_label(copy)
    if copy_key is None and label is not None and label.profile_id != profile_id:
        raise CopyOfAnother(profile=label.profile_id)
    unstage(database)
    try:
        return _staged_and_verified(
            copy,
            _staged(database),
            key,
            profile_id,
            copy_key,
            labelled=bool(label),
            progress=progress,
        )
    except BaseException:
        with suppress(NotSaved):
            unstage(database)
        raise


def _staged_and_verified(
    copy: Path,
    staged: Path,
    key: bytes,
    profile_id: UUID,
    copy_key: bytes | None,
    *,
    labelled: bool,
    progress: Progress,
) -> Verdict:
    try:
        with saving(), translated():
            duplicate(copy, copy_key or key, staged, to_key=key, progress=progress)
    except StoreDamaged as error:
        if error.facts["why"] == "not_a_database" and copy_key is None and not labelled:
            raise CopyOfAnother from None
        raise CopyUnsound(findings=1, parts="file") from None
    verdict = sound(staged, key, progress=progress)
    if copy_key is None and verdict.profile_id not in {None, profile_id}:
        raise CopyOfAnother(profile=verdict.profile_id)
    return verdict


def stage_new(database: Path) -> Path:
    """Where to make a file that is to take the database's place.  Raises NotSaved."""
    unstage(database)
    return _staged(database)


def unstage(database: Path) -> None:
    """Take back what `stage` laid ready.  Raises NotSaved."""
    staged = _staged(database)
    with saving():
        for path in (staged, *(staged.with_name(staged.name + end) for end in _BESIDE)):
            path.unlink(missing_ok=True)


def swap(database: Path, at: datetime) -> Path:
    """Let the staged file take the database's place; returns where the old one lies.

    Raises NotSaved.
    """
    if not _staged(database).exists():
        raise FileNotFoundError(_staged(database))
    with saving():
        number = 1
        name = aside = f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        while (database.parent / ASIDE / aside).exists():
            number += 1
            aside = f"{name}-{number}"
        write_new(_note(database), encode(_Note(aside)))
    finish(database)
    return database.parent / ASIDE / aside


def pending(database: Path) -> bool:
    """Whether a restore was interrupted and is to be finished before the file is opened."""
    return _note(database).exists()


def finish(database: Path) -> None:
    """Finish a restore that has been noted, from whatever step it had come to.

    Raises NotSaved, NoteBroken.
    """
    with saving():
        aside = database.parent / ASIDE / _noted_aside(database)
        staged = _staged(database)
        if staged.exists():
            aside.mkdir(mode=0o700, parents=True, exist_ok=True)
            for name in (*(database.name + end for end in _BESIDE), database.name):
                with suppress(FileNotFoundError):
                    os.rename(database.with_name(name), aside / name)  # noqa: PTH104
            for folder in (aside, aside.parent, database.parent):
                sync_folder(folder)  # the old file is safe before the new one has its name
            staged.rename(database)
        sync_folder(database.parent)
        _note(database).unlink()
        sync_folder(database.parent)


def _noted_aside(database: Path) -> str:
    note = _note(database)
    try:
        aside = msgspec.json.decode(note.read_bytes(), type=_Note).aside
    except (ValueError, RecursionError):
        raise NoteBroken(file=note.name) from None
    if not aside.strip(".") or "\0" in aside or Path(aside).name != aside:
        raise NoteBroken(file=note.name)
    return aside


def _staged(database: Path) -> Path:
    return database.with_name(database.name + ".restoring")


def _note(database: Path) -> Path:
    return database.with_name(database.name + ".restore.json")
