"""The log tells what happened and never about whom."""

from __future__ import annotations

import errno
import io
import logging
from pathlib import Path

import pytest

from kundcenter.logs import LOG, MASK, log_to, masked


@pytest.mark.parametrize(
    "number",
    [
        "198807022382",
        "880702-2382",
        "191212+1212",
        "070-174 06 05",
        "+46701740605",
        "0980-31 92 00",
    ],
)
def test_a_number_of_a_person_or_a_telephone_is_hidden(number: str) -> None:
    said = masked(f"row {number} refused")
    assert number not in said
    assert said == f"row {MASK} refused"


@pytest.mark.parametrize(
    "said", ["2026-11-21 21:15:03,123 ok", "error 3F2A1C in 12345 ms", "v1.2.3"]
)
def test_times_error_numbers_and_versions_stay_readable(said: str) -> None:
    assert masked(said) == said


@pytest.mark.logs("boom", "row")
def test_what_an_exception_quotes_is_not_in_the_file(tmp_path: Path) -> None:
    handler = log_to(tmp_path)
    log = logging.getLogger("kundcenter.test")
    try:
        try:
            raise ValueError("Åsa Öberg 880702-2382 har feber")
        except ValueError:
            log.exception("boom")
        log.warning("row\nforged 070-174 06 05")
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    text = (tmp_path / LOG).read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "test_logs.py" in text
    assert "Öberg" not in text
    assert "880702" not in text
    assert "row\\nforged" in text
    assert len(text.splitlines()) >= 3


class NoRoom(io.StringIO):
    """A file on a disk without room."""

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "no room")


@pytest.mark.logs("first", "about")
def test_what_cannot_be_written_is_not_told_elsewhere(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    handler = log_to(tmp_path)
    assert isinstance(handler, logging.FileHandler)
    log = logging.getLogger("kundcenter.test")
    try:
        log.warning("first")
        file, handler.stream = handler.stream, NoRoom()  # type: ignore[assignment]
        log.warning("about %s", "198507099805")
        handler.stream = file
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    assert capfd.readouterr().err == ""
