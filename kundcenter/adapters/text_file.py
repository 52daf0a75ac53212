"""Read a text that somebody else's program wrote: UTF-8, UTF-16 or Windows' own letters."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from kundcenter.domain.snippet_files import FILE_LIMIT, SnippetFileTooLarge
from kundcenter.errors import Refused, Unavailable

BEGINNING = 256  # bytes, of which a file's kind is told
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class TextFileAway(Unavailable):
    """The file cannot be read.  Facts: why (missing, folder, no_file or unreadable)."""

    code = "text_file.away"


class NotTextFile(Unavailable):
    """The file holds something else than text."""

    code = "text_file.not_text"


def read_text(path: str) -> str:
    """The text of the file.  Raises TextFileAway, SnippetFileTooLarge, NotTextFile."""
    return decoded(read_bytes(path, FILE_LIMIT, SnippetFileTooLarge))


def read_bytes(path: str, limit: int, too_large: type[Refused]) -> bytes:
    """What the file holds, at most `limit` bytes.

    Raises TextFileAway, and `too_large` with the facts size and limit.
    """
    with opened(path) as file:
        raw = file.read(limit + 1)  # it may grow after its size is asked for
        if len(raw) > limit:
            raise too_large(size=os.fstat(file.fileno()).st_size, limit=limit)
    return raw


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The file, to read in.  Raises TextFileAway, also for what fails while it is read."""
    try:
        file = open(path, "rb", opener=_at_once)  # noqa: SIM115 - closed below
    except FileNotFoundError:
        raise TextFileAway(why="missing") from None
    except IsADirectoryError:
        raise TextFileAway(why="folder") from None
    except (OSError, ValueError):
        raise TextFileAway(why="unreadable") from None
    with file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise TextFileAway(why="no_file")  # a pipe is read once, a device perhaps for ever
        try:
            yield file
        except OSError:
            raise TextFileAway(why="unreadable") from None


def _at_once(path: str, flags: int) -> int:
    """Open without waiting for somebody to write, as of a pipe one would."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def is_markup(beginning: bytes) -> bool:
    """Whether a file that begins like this is XML, in whatever letters."""
    for mark in _MARKS:
        beginning = beginning.removeprefix(mark)
    return beginning.replace(b"\0", b"").lstrip().startswith(b"<")


def decoded(raw: bytes) -> str:
    """The text that the bytes mean.  Raises NotTextFile."""
    return decoded_as(raw)[0]


def decoded_as(raw: bytes) -> tuple[str, str]:
    """The text that the bytes mean, and the letters they were taken for.

    These are "utf-8", "utf-16" or "windows-1252", which has all of ISO-8859-1's letters in its
    places.  Raises NotTextFile.
    """
    try:
        if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return raw.decode("utf-16"), "utf-16"
        if raw.startswith(codecs.BOM_UTF8):
            return raw.decode("utf-8-sig"), "utf-8"
        if b"\0" in raw:  # Latin letters in UTF-16 are half zeros
            halves = (raw[::2].count(0), raw[1::2].count(0))
            if min(halves) * 4 > max(halves) or max(halves) * 4 < len(raw):
                raise NotTextFile
            return raw.decode("utf-16-le" if halves[1] > halves[0] else "utf-16-be"), "utf-16"
    except UnicodeDecodeError:
        raise NotTextFile from None
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        # Windows' own letters; its five empty places are Latin-1's controls.
        return "".join(_LATIN[byte] for byte in raw), "windows-1252"


_LATIN = tuple(
    bytes((n,)).decode("cp1252") if n not in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else chr(n)
    for n in range(256)
)
