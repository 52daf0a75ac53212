"""What a file system refuses is an error of ours, before anything is written and while it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from kundcenter.adapters.new_files import FileThere, FileUnwritten, must_be_new, write_into


@pytest.mark.parametrize(
    ("name", "why"),
    [("x" * 256, "name_too_long"), ("a/" * 3_000 + "b", "name_too_long"), ("a\0b", "ValueError")],
    ids=["long", "deep", "null"],
)
def test_a_name_that_no_system_has(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(FileUnwritten) as wrong:
        write_into(str(tmp_path / name), "y", b"")
    assert wrong.value.facts == {"why": why}
    if "\0" not in name:
        with pytest.raises(FileUnwritten) as wrong:
            must_be_new(tmp_path / name)
        assert wrong.value.facts == {"why": why}
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_told_and_a_folder_is_not_one(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(FileThere):
        must_be_new(tmp_path / "a")
    must_be_new(tmp_path / "a", replace=True)
    must_be_new(tmp_path)
