"""Frames of Asterisk's manager interface: bytes to fields and back, without any I/O.

A frame is lines `Key: value` up to an empty line.  What arrives may come in any pieces, may be
too long and may be anything: a frame that breaks a limit is skipped and counted, and reading goes
on with the next.  Memory is bounded by the two limits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MAX_LINE = 8 * 1024
MAX_FRAME = 64 * 1024

_CONTROL = {**dict.fromkeys(range(0x20), " "), 0x7F: " "}


@dataclass(frozen=True, slots=True, repr=False)
class Frame:
    """Fields in the order in which they came.  Keys are compared without regard to case."""

    fields: tuple[tuple[str, str], ...]

    def get(self, key: str) -> str:
        """The first value of a key, or an empty string."""
        wanted = key.lower()
        return next((value for name, value in self.fields if name.lower() == wanted), "")

    def every(self, key: str) -> tuple[str, ...]:
        wanted = key.lower()
        return tuple(value for name, value in self.fields if name.lower() == wanted)

    def __repr__(self) -> str:
        """Says what kind of frame it is and no more: the values hold telephone numbers."""
        kind = self.get("Event") or self.get("Response") or self.get("Action")
        return f"<Frame {kind!r}, {len(self.fields)} fields>"


class FrameReader:
    """Reads frames from bytes.  With `banner`, the very first line is the exchange's greeting.

    `spoiled` counts frames that were skipped because a line or the whole was too long; `skipped`
    counts the bytes thrown away, so that a line or frame that never ends is seen too.
    """

    def __init__(self, *, banner: bool = False) -> None:
        self.banner: str | None = None
        self.spoiled = 0
        self.skipped = 0
        self._banner_due = banner
        self._line = bytearray()
        self._line_too_long = False
        self._fields: list[tuple[str, str]] = []
        self._size = 0
        self._skipping = False

    def feed(self, data: bytes) -> list[Frame]:
        """The frames that these bytes complete."""
        frames: list[Frame] = []
        start = 0
        while (end := data.find(b"\n", start)) >= 0:
            self._collect(data[start:end])
            start = end + 1
            if (frame := self._line_ended()) is not None:
                frames.append(frame)
        self._collect(data[start:])
        return frames

    def _collect(self, piece: bytes) -> None:
        if self._line_too_long or len(self._line) + len(piece) > MAX_LINE:
            self._line_too_long = True
            self.skipped += len(self._line) + len(piece)
            self._line.clear()
        else:
            self._line += piece

    def _line_ended(self) -> Frame | None:
        line, too_long = bytes(self._line), self._line_too_long
        self._line.clear()
        self._line_too_long = False
        if self._banner_due:
            self._banner_due = False
            self.banner = _text(line)
            return None
        self._size += len(line)
        if too_long or self._size > MAX_FRAME:
            self._skipping = True
            self.skipped += len(line) + 1  # with its line break
            self._fields.clear()
        if not too_long and line.rstrip(b"\r") == b"":
            return self._frame_ended()
        if not self._skipping:
            key, colon, value = _text(line).partition(":")
            if colon:
                self._fields.append((key.strip(), value.strip()))
        return None

    def _frame_ended(self) -> Frame | None:
        fields, skipping = tuple(self._fields), self._skipping
        self._fields.clear()
        self._size = 0
        self._skipping = False
        if skipping:
            self.spoiled += 1
            return None
        return Frame(fields) if fields else None


def serialise(fields: Iterable[tuple[str, str]]) -> bytes:
    """The bytes of one frame.

    Raises ValueError for a field that would not arrive as it was: one with a line break, another
    control sign or a colon in its key.  So no value can smuggle in a field of its own.
    """
    lines: list[str] = []
    for key, value in fields:
        if not key or ":" in key or f"{key}{value}".translate(_CONTROL) != f"{key}{value}":
            raise ValueError("a field of a frame holds a sign that it may not hold")
        lines.append(f"{key}: {value}\r\n")
    return "".join([*lines, "\r\n"]).encode()


def _text(line: bytes) -> str:
    return line.decode("utf-8", errors="replace").translate(_CONTROL).strip()
