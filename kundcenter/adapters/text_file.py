"""Read a text that somebody else's program wrote: UTF-8, UTF-16 or Windows' own letters."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kundcenter.domain.snippet_files import FILE_LIMIT, SnippetFileTooLarge
from kundcenter.errors import Refused, Unavailable


class TextFileAway(Unavailable):
    """The file cannot be read.  Facts: why (missing, folder or unreadable)."""

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
        raw = file.read(limit + 1)  # of a device there is no size to ask for
        if len(raw) > limit:
            raise too_large(size=Path(path).stat().st_size, limit=limit)
    return raw


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The file, to read in.  Raises TextFileAway, also for what fails while it is read."""
    try:
        file = Path(path).open("rb")  # noqa: SIM115 - closed below, whatever happens in between
    except FileNotFoundError:
        raise TextFileAway(why="missing") from None
    except IsADirectoryError:
        raise TextFileAway(why="folder") from None
    except (OSError, ValueError):
        raise TextFileAway(why="unreadable") from None
    with file:
        try:
            yield file
        except OSError:
            raise TextFileAway(why="unreadable") from None


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
