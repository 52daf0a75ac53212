"""The folder of a profile: its names, whose it is, and what lies in it."""

from __future__ import annotations

import logging
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_data_path

from kundcenter.errors import Refused

RECORD = "profile.json"
RECORD_COPY = "profile.copy.json"
LOCK = "profile.lock"
DATABASE = "kundcenter.db"
MIRROR = "mirror"
BACKUPS = "backups"
LOGS = "logs"

_LEFT_BY_A_CRASH = {LOCK, LOGS, RECORD + ".new", RECORD_COPY + ".new"}
_OTHERS = stat.S_IRWXG | stat.S_IRWXO

log = logging.getLogger(__name__)


class FolderTaken(Refused):
    """The folder holds other files; a profile wants one of its own."""

    code = "profile.folder_taken"


class ProfileNotOurs(Refused):
    """The folder or the record belongs to another user, or is a link to elsewhere."""

    code = "profile.not_ours"


class ProfileUnfit(Refused):
    """The folder cannot be read, written or locked.  Facts: errno."""

    code = "profile.unfit"


def default_folder() -> Path:
    """Where a user's profile lies: local to the machine, never in a roaming folder."""
    return user_data_path("kundcenter", appauthor=False, roaming=False)


def exists(folder: Path) -> bool:
    """Whether a profile was ever begun in the folder."""
    return any((folder / name).exists() for name in (RECORD, RECORD_COPY))


def has_database(folder: Path) -> bool:
    """An empty file is none: the driver would quietly make a new database in it."""
    return _size(folder / DATABASE) > 0


def remains(folder: Path) -> bool:
    """Whether anything lies there that only the profile's key can open."""
    return any(_size(folder / name) for name in (DATABASE, DATABASE + "-wal", MIRROR))


def facts(folder: Path) -> dict[str, object]:
    """What there is to recover from."""
    backups = folder / BACKUPS
    return {
        "database_bytes": _size(folder / DATABASE),
        "mirror_bytes": _size(folder / MIRROR),
        "backups": len(list(backups.iterdir())) if backups.is_dir() else 0,
    }


def prepare(folder: Path) -> None:
    """Make the folder, or take an empty one, for its owner alone.  Raises FolderTaken."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if {each.name for each in folder.iterdir()} - _LEFT_BY_A_CRASH:
        raise FolderTaken
    if sys.platform != "win32":
        folder.chmod(0o700)


def check_owner(folder: Path) -> None:
    """Raise ProfileNotOurs when the folder or its record is another user's, or a link.

    On Windows the rights come from the user's own folder and are left alone.
    """
    if sys.platform == "win32":
        return
    records = [folder / name for name in (RECORD, RECORD_COPY) if os.path.lexists(folder / name)]
    if any(not stat.S_ISREG(record.lstat().st_mode) for record in records):
        raise ProfileNotOurs
    if any(path.stat().st_uid != os.geteuid() for path in (folder, *records)):
        raise ProfileNotOurs


def close_to_others(folder: Path) -> None:
    """Take away what other users may do.  Said in the log where it could have done harm."""
    if sys.platform == "win32":
        return
    opened = {path for path in (folder, *folder.iterdir()) if _tightened(path)}
    if opened & {folder, folder / RECORD, folder / RECORD_COPY}:
        log.warning("the profile was open to other users of this machine and is closed now")


@contextmanager
def fit() -> Iterator[None]:
    """What the operating system refuses becomes ProfileUnfit."""
    try:
        yield
    except (OSError, NotImplementedError) as error:
        raise ProfileUnfit(errno=getattr(error, "errno", None)) from None


def _tightened(path: Path) -> bool:
    """Whether others could do something with the file, and no longer can."""
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode) or not mode & _OTHERS:
        return False
    path.chmod(stat.S_IMODE(mode) & ~_OTHERS)
    return True


def _size(path: Path) -> int:
    """Bytes in the file, or in the files of the folder; none when it is not there."""
    try:
        if path.is_dir():
            return sum(each.stat().st_size for each in path.iterdir())
        return path.stat().st_size
    except FileNotFoundError:
        return 0
