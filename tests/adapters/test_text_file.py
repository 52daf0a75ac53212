"""Texts of other programs: every encoding that a spreadsheet writes, and what is no text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kundcenter.adapters.text_file import NotTextFile, TextFileAway, decoded, read_text
from kundcenter.domain.snippet_files import FILE_LIMIT, SnippetFileTooLarge
from kundcenter.errors import KundcenterError

WORDS = 'kod;text\nåäö;"Ö, é och –"\n'


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_what_a_spreadsheet_writes_is_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "fraser å.csv"
    path.write_bytes(WORDS.encode(encoding))
    assert read_text(str(path)).removeprefix("\ufeff") == WORDS


def test_latin_1_is_read() -> None:
    assert decoded("åäö é".encode("latin-1")) == "åäö é"
    assert decoded(bytes(range(1, 256))) != ""


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04\0\0\x08" + bytes(90), b"\xff\xfe\0", b"\xff\xfe\0\xd8", bytes(50), b"a\0b"]
)
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(NotTextFile):
        decoded(raw)


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    for path, why in ((tmp_path / "none", "missing"), (tmp_path, "folder")):
        with pytest.raises(KundcenterError) as caught:
            read_text(str(path))
        assert isinstance(caught.value, TextFileAway)
        assert caught.value.facts == {"why": why}
    with pytest.raises(TextFileAway):
        read_text("a\0b")


@pytest.mark.skipif(os.name != "posix", reason="no pipes with names")
def test_a_pipe_or_a_device_is_refused_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(TextFileAway) as caught:
            read_text(str(path))
        assert caught.value.facts == {"why": "no_file"}


def test_a_million_rows_are_refused_by_their_size(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_bytes(b"kod;text\n" + b"feb;Feber\n" * 1_000_000)
    with pytest.raises(SnippetFileTooLarge) as caught:
        read_text(str(path))
    assert caught.value.facts == {"size": 10_000_009, "limit": FILE_LIMIT}
