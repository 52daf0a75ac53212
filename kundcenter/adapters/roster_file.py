"""A file of a roster: a table of text."""

from __future__ import annotations

from kundcenter.adapters.text_file import decoded_as, read_bytes
from kundcenter.domain.supervision.roster_files import read_turns
from kundcenter.domain.supervision.roster_sheets import (
    FILE_LIMIT,
    RosterFileTooLarge,
    RosterSheet,
)


def read_roster_file(path: str) -> RosterSheet:
    """The rows of a file.  Raises TextFileAway, RosterFileTooLarge, NotTextFile."""
    text, encoding = decoded_as(read_bytes(path, FILE_LIMIT, RosterFileTooLarge))
    return read_turns(text, encoding=encoding)
