"""Files that hand something out: whole or not there at all, and never over one that is there."""

from __future__ import annotations

import errno
import os
import re
import time
from contextlib import suppress
from pathlib import Path

from kundcenter.adapters.durable_files import sync_folder
from kundcenter.errors import Refused, Unavailable

_WHY = {errno.ENOSPC: "full", errno.EDQUOT: "full", errno.EROFS: "read_only"}
_WHY |= {errno.ENAMETOOLONG: "name_too_long"}
_DRAFT = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_NAMELESS = getattr(os, "O_TMPFILE", 0)
_LEFT = 3600  # seconds after which nobody writes at a draft any more


class FileThere(Refused):
    """A file has the name already, and nobody said that it may go."""

    code = "new_file.there"


class FileUnwritten(Unavailable):
    """The file could not be written; what was there before is there still.  Facts: why."""

    code = "new_file.unwritten"


def write_new(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write the file, which only its owner may read; it survives a loss of power.

    Who is killed meanwhile leaves nothing, where the system has files without a name; elsewhere,
    and where one is replaced, perhaps a draft, which the next one who writes a file of the name
    takes away.  Raises FileThere, unless it may be replaced, and FileUnwritten.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        try:
            _tidy(path)
            over = replace and (path.exists() or path.is_symlink())
            whole = _write_nameless(draft if over else path, content)
            if not whole:
                _write(draft, content)
            if over or (replace and not whole):
                draft.replace(path)
            elif not whole:
                _name(draft, path)
        finally:
            with suppress(FileNotFoundError):
                draft.unlink()
        sync_folder(path.parent)
    except FileExistsError:
        raise FileThere from None
    except (OSError, ValueError) as error:
        raise FileUnwritten(why=_why(error)) from None


def write_into(path: str, name: str, content: bytes, *, replace: bool = False) -> str:
    """As `write_new`; where `path` is a folder, a file called `name` in it.  Returns its path."""
    where = Path(path)
    try:
        if where.is_dir():
            where /= name
    except (OSError, ValueError) as error:  # a path that no system has, or that is not ours
        raise FileUnwritten(why=_why(error)) from None
    write_new(where, content, replace=replace)
    return str(where)


def must_be_new(path: Path, *, replace: bool = False) -> None:
    """Raise FileThere where `write_new` is sure to; a folder is no file yet.

    FileUnwritten when there is no folder to write it in.
    """
    try:
        if path.is_dir():
            return
        if not path.parent.is_dir():
            raise FileUnwritten(why="FileNotFoundError")
        there = path.exists() or path.is_symlink()
    except (OSError, ValueError) as error:
        raise FileUnwritten(why=_why(error)) from None
    if there and not replace:
        raise FileThere


def _why(error: OSError | ValueError) -> str:
    number = error.errno if isinstance(error, OSError) else None
    return _WHY.get(number or 0, type(error).__name__)


def _tidy(path: Path) -> None:
    """Take away what programs that died have left of the file; it may be about patients."""
    of_it = re.compile(rf"\.{re.escape(path.name)}\.[0-9]+\.new")
    own = path.with_name(f".{path.name}.{os.getpid()}.new")  # of one that had the same number
    with suppress(OSError, ValueError), os.scandir(path.parent) as found:
        for each in found:
            if of_it.fullmatch(each.name) and (
                each.name == own.name or time.time() - each.stat().st_mtime > _LEFT
            ):
                Path(each.path).unlink()


def _write_nameless(name: Path, content: bytes) -> bool:
    """Write a file that has no name before it is whole; whether the system has such files.

    Raises FileExistsError.
    """
    if not _NAMELESS:
        return False
    try:
        descriptor = os.open(name.parent, _NAMELESS | os.O_WRONLY, 0o600)
    except OSError:
        return False
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(descriptor)
        try:
            files = os.open("/proc/self/fd", os.O_RDONLY)
            try:  # relative to a folder, or the link itself would be linked to
                os.link(str(descriptor), name, src_dir_fd=files, follow_symlinks=True)
            finally:
                os.close(files)
        except FileExistsError:
            raise
        except OSError:
            return False
    return True


def _write(draft: Path, content: bytes) -> None:
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
