"""A file of a telephone directory: a table of text, or JSON."""

from __future__ import annotations

from kundcenter.adapters.text_file import decoded_as, read_bytes
from kundcenter.domain.switchboard.contact_files import read_contacts
from kundcenter.domain.switchboard.contact_sheets import (
    FILE_LIMIT,
    ContactFileTooLarge,
    ContactSheet,
)


def read_contact_file(path: str) -> ContactSheet:
    """The rows of a file.  Raises TextFileAway, ContactFileTooLarge, NotTextFile."""
    text, encoding = decoded_as(read_bytes(path, FILE_LIMIT, ContactFileTooLarge))
    return read_contacts(text, encoding=encoding)
