"""The program's own log: what it did, never whom it was about.

Messages are written without names and numbers in the first place; what slips through, in an
exception of a library for example, is masked here before it reaches the file.
"""

from __future__ import annotations

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG = "kundcenter.log"
LONGEST = 1_000_000  # bytes of one file
KEPT = 5

# Personal numbers with or without century and sign, and telephone numbers: six digits or more
# with the signs that are written between them.  Times and error numbers are shorter.
_NUMBERS = re.compile(r"(?<![\w-])\+?\d(?:[ \-+]?\d){5,}(?:[ \-+]?[A-Za-z]?\d+)*(?![\w-])")
_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?")
MASK = "[dolt]"


def masked(text: str) -> str:
    """The text with every long number hidden, dates with a clock left as they are."""
    parts, last = [], 0
    for stamp in _STAMP.finditer(text):
        parts += [_NUMBERS.sub(MASK, text[last : stamp.start()]), stamp.group()]
        last = stamp.end()
    return "".join([*parts, _NUMBERS.sub(MASK, text[last:])])


class MaskingFormatter(logging.Formatter):
    """One line of who and when before each message; line breaks in it are made visible."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        said = record.getMessage().replace("\n", "\\n").replace("\r", "\\r")
        plain = logging.makeLogRecord(
            {**record.__dict__, "msg": said, "args": None, "exc_text": None}
        )
        return masked(super().format(plain))

    def formatException(self, ei: object) -> str:
        """Where it happened and of what kind it was; not what it said, which may quote a note."""
        kind = getattr(ei[0], "__name__", "?") if isinstance(ei, tuple) else "?"
        trace = super().formatException(ei)  # type: ignore[arg-type]
        lines = [line for line in trace.splitlines() if line.startswith("  File ")]
        return "\n".join([*lines, kind])


class LogFile(RotatingFileHandler):
    """The log's file.  What cannot be written to it, on a full disk, is not told elsewhere."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing: Python would write the message to stderr, with its arguments unmasked."""


def log_to(folder: Path) -> logging.Handler:
    """Write the program's log to the folder from now on; returns the handler to take away."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = LogFile(
        folder / LOG, maxBytes=LONGEST, backupCount=KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(MaskingFormatter())
    handler.setLevel(logging.INFO)
    logging.getLogger().addHandler(handler)
    return handler
