"""Read the text of a file of measurements."""

from __future__ import annotations

from kundcenter.adapters.text_file import decoded, read_bytes
from kundcenter.domain.supervision.survey_files import FILE_LIMIT, SurveyFileTooLarge


def read_survey_text(path: str) -> str:
    """The text of the file.  Raises TextFileAway, SurveyFileTooLarge, NotTextFile."""
    return decoded(read_bytes(path, FILE_LIMIT, SurveyFileTooLarge))
