"""Read a text that somebody else's program wrote: UTF-8, UTF-16 or Windows' own letters."""

from __future__ import annotations

import codecs
from pathlib import Path

from kundcenter.domain.snippet_files import FILE_LIMIT, SnippetFileTooLarge
from kundcenter.errors import Unavailable


class TextFileAway(Unavailable):
    """The file cannot be read.  Facts: why (missing, folder or unreadable)."""

    code = "text_file.away"


class NotTextFile(Unavailable):
    """The file holds something else than text."""

    code = "text_file.not_text"


def read_text(path: str) -> str:
    """The text of the file.  Raises TextFileAway, SnippetFileTooLarge, NotTextFile."""
    try:
        with Path(path).open("rb") as file:
            raw = file.read(FILE_LIMIT + 1)  # of a device there is no size to ask for
            if len(raw) > FILE_LIMIT:
                raise SnippetFileTooLarge(size=Path(path).stat().st_size, limit=FILE_LIMIT)
    except FileNotFoundError:
        raise TextFileAway(why="missing") from None
    except IsADirectoryError:
        raise TextFileAway(why="folder") from None
    except (OSError, ValueError):
        raise TextFileAway(why="unreadable") from None
    return decoded(raw)


def decoded(raw: bytes) -> str:
    """The text that the bytes mean.  Raises NotTextFile."""
    try:
        if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return raw.decode("utf-16")
        if raw.startswith(codecs.BOM_UTF8):
            return raw.decode("utf-8-sig")
        if b"\0" in raw:  # Latin letters in UTF-16 are half zeros
            halves = (raw[::2].count(0), raw[1::2].count(0))
            if min(halves) * 4 > max(halves) or max(halves) * 4 < len(raw):
                raise NotTextFile
            return raw.decode("utf-16-le" if halves[1] > halves[0] else "utf-16-be")
    except UnicodeDecodeError:
        raise NotTextFile from None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        # Windows' own letters; its five empty places are Latin-1's controls.
        return "".join(_LATIN[byte] for byte in raw)


_LATIN = tuple(
    bytes((n,)).decode("cp1252") if n not in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else chr(n)
    for n in range(256)
)
