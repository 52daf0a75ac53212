"""Files of cases as they lie on a disk: in whatever letters, and what is no file of them."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kundcenter.adapters import case_file
from kundcenter.adapters.case_file import read_case_file
from kundcenter.adapters.new_files import FileThere, write_into
from kundcenter.adapters.text_file import NotTextFile, TextFileAway
from kundcenter.domain.case_sheets import CaseFileTooLarge
from kundcenter.services.case_files import CaseFiles

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TEXT = "ärende-id;e-tjänst;inkommet;text\nK1;egen vårdbegäran;2026-11-20 10:00;Å, ä och ö\n"
LISTED = json.dumps(
    [dict(zip(*(line.split(";") for line in TEXT.splitlines()), strict=True))],
    ensure_ascii=False,
)
FILES = CaseFiles(read_case_file, write_into, lambda: NOW)


@pytest.mark.parametrize("text", [TEXT, LISTED])
@pytest.mark.parametrize(
    ("letters", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("cp1252", "windows-1252"),
    ],
)
def test_letters_are_known_by_themselves(
    tmp_path: Path, text: str, letters: str, told: str
) -> None:
    path = tmp_path / "e-tjanster.txt"
    path.write_bytes(text.encode(letters))
    sheet = FILES.read(str(path))
    assert (sheet.faults, sheet.encoding, sheet.seen) == ((), told, 1)
    assert sheet.rows[0].facts.words == "Å, ä och ö"


def test_what_is_no_file_of_text_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(TextFileAway) as away:
        FILES.read(str(tmp_path / "borta.csv"))
    assert away.value.facts == {"why": "missing"}
    with pytest.raises(TextFileAway) as away:
        FILES.read(str(tmp_path))
    assert away.value.facts == {"why": "folder"}
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(TextFileAway) as away:  # and waits for nobody to write into it
        FILES.read(str(tmp_path / "pipe"))
    assert away.value.facts == {"why": "no_file"}
    (tmp_path / "bild.csv").write_bytes(b"\x89PNG\r\n\0\0\0\x01\x02\x03\0\0\x07\0")
    with pytest.raises(NotTextFile):
        FILES.read(str(tmp_path / "bild.csv"))
    monkeypatch.setattr(case_file, "CASE_FILE_LIMIT", 50)
    (tmp_path / "stor.csv").write_text(TEXT, encoding="utf-8")
    with pytest.raises(CaseFileTooLarge) as large:
        FILES.read(str(tmp_path / "stor.csv"))
    assert large.value.facts == {"size": len(TEXT.encode()), "limit": 50}


def test_a_table_is_written_whole_and_over_no_other_unless_it_may(tmp_path: Path) -> None:
    where = FILES.write(str(tmp_path), "arenden-2026.csv", "uppdelning;öppna\r\n")
    assert where == str(tmp_path / "arenden-2026.csv")
    assert Path(where).read_bytes() == b"\xef\xbb\xbfuppdelning;\xc3\xb6ppna\r\n"
    with pytest.raises(FileThere):
        FILES.write(str(tmp_path), "arenden-2026.csv", "annat")
    assert Path(where).read_bytes().endswith(b"ppna\r\n")
    assert FILES.write(where, "", "annat", replace=True) == where
    assert Path(where).read_text(encoding="utf-8-sig") == "annat"
    assert [each.name for each in tmp_path.iterdir()] == ["arenden-2026.csv"]
