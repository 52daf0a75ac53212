"""Files that hand something out: whole or not there at all, and never over one that is there."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from kundcenter.adapters.durable_files import sync_folder
from kundcenter.errors import Refused, Unavailable

_WHY = {errno.ENOSPC: "full", errno.EDQUOT: "full", errno.EROFS: "read_only"}
_DRAFT = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class FileThere(Refused):
    """A file has the name already, and nobody said that it may go."""

    code = "new_file.there"


class FileUnwritten(Unavailable):
    """The file could not be written; what was there before is there still.  Facts: why."""

    code = "new_file.unwritten"


def write_new(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write the file, which only its owner may read; it survives a loss of power.

    Raises FileThere, unless it may be replaced, and FileUnwritten.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        try:
            _write(draft, content)
            if replace:
                draft.replace(path)
            else:
                _name(draft, path)
        finally:
            with suppress(FileNotFoundError):
                draft.unlink()
        sync_folder(path.parent)
    except FileExistsError:
        raise FileThere from None
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        raise FileUnwritten(why=_WHY.get(number or 0, type(error).__name__)) from None


def write_into(path: str, name: str, content: bytes, *, replace: bool = False) -> str:
    """As `write_new`; where `path` is a folder, a file called `name` in it.  Returns its path."""
    where = Path(path)
    try:
        if where.is_dir():
            where /= name
    except ValueError as error:  # a path that no system has
        raise FileUnwritten(why=type(error).__name__) from None
    write_new(where, content, replace=replace)
    return str(where)


def must_be_new(path: Path, *, replace: bool = False) -> None:
    """Raise FileThere where `write_new` is sure to; a folder is no file yet.

    FileUnwritten when there is no folder to write it in.
    """
    if path.is_dir():
        return
    if not path.parent.is_dir():
        raise FileUnwritten(why="FileNotFoundError")
    if not replace and (path.exists() or path.is_symlink()):
        raise FileThere


def _write(draft: Path, content: bytes) -> None:
    with suppress(FileNotFoundError):
        draft.unlink()  # of a program that died with the same number
    with os.fdopen(os.open(draft, _DRAFT, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _name(draft: Path, path: Path) -> None:
    """Give the file its name; whoever made one of that name meanwhile is not overwritten."""
    if os.name != "posix":
        draft.rename(path)  # Windows itself refuses a name that is taken
        return
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: a moment is left between look and rename
        if path.exists() or path.is_symlink():
            raise FileExistsError from None
        draft.rename(path)
