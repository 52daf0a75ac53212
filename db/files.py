"""Files that survive a loss of power once they are said to be there."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db.faults import NotSaved

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def why(error: OSError) -> str:
    """The reason in the words of NotSaved: full, read_only, or input_output."""
    if error.errno in FULL:
        return "full"
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return "read_only"
    return "input_output"


@contextmanager
def saving() -> Iterator[None]:
    """What the operating system refuses becomes NotSaved."""
    try:
        yield
    except OSError as error:
        raise NotSaved(why=why(error), errno=error.errno) from None


def sync_file(path: Path) -> None:
    """Bring a file that others have written to the disk."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Bring names that were added to or taken from a folder to the disk."""
    if os.name != "posix":
        return  # Windows has no such call, and keeps names itself
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_new(path: Path, content: bytes) -> None:
    """A file that is whole or not there, for its owner alone; replaces an older one."""
    draft = path.with_name(path.name + ".new")
    with suppress(FileNotFoundError):
        draft.unlink()
    descriptor = os.open(draft, NEW_FILE, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    sync_folder(path.parent)
