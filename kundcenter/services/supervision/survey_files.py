"""Read a file of measurements.  Opens no store, so it may run beside the store lane."""

from __future__ import annotations

from collections.abc import Callable

from kundcenter.domain.supervision.survey_files import SurveySheet, read_sheet


class SurveyFiles:
    """`read_text` gives the text of a file by its path."""

    def __init__(self, read_text: Callable[[str], str]) -> None:
        self._read_text = read_text

    def read(self, path: str) -> SurveySheet:
        """What the file holds, row by row.

        Raises SurveyFileTooLarge and what `read_text` raises.
        """
        return read_sheet(self._read_text(path))
