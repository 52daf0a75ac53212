"""A file of an e-service's cases: a table or JSON, in whatever letters it was written."""

from __future__ import annotations

from datetime import datetime

from kundcenter.adapters.text_file import decoded_as, read_bytes
from kundcenter.domain.case_sheets import CASE_FILE_LIMIT, CaseFileTooLarge, CaseSheet
from kundcenter.domain.case_tables import read_cases


def read_case_file(path: str, now: datetime) -> CaseSheet:
    """The rows of a file; nothing in it may have come in after `now`.

    Raises TextFileAway, CaseFileTooLarge, NotTextFile.
    """
    text, encoding = decoded_as(read_bytes(path, CASE_FILE_LIMIT, CaseFileTooLarge))
    return read_cases(text, now, encoding=encoding)
