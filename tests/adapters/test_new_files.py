"""Files that hand something out: whole or not there, and never over one that is there."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kundcenter.adapters.new_files import FileThere, FileUnwritten, write_into, write_new


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_only_its_owner_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "å.xml"
    old = os.umask(0)
    try:
        write_new(path, b"hel")
    finally:
        os.umask(old)
    assert path.read_bytes() == b"hel"
    assert path.stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["å.xml"]


def test_a_file_that_is_there_stays_unless_it_may_go(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"gammal")
    with pytest.raises(FileThere):
        write_new(path, b"ny")
    assert path.read_bytes() == b"gammal"
    write_new(path, b"ny", replace=True)
    assert path.read_bytes() == b"ny"
    link = tmp_path / "b.xml"
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(FileThere):
        write_new(link, b"ny")
    assert names(tmp_path) == ["a.xml", "b.xml"]


def test_a_disk_that_is_full_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    path = tmp_path / "a.xml"
    path.write_bytes(b"gammal")
    monkeypatch.setattr(os, "fsync", full)
    for replace in (False, True):
        with pytest.raises(FileUnwritten) as unwritten:
            write_new(path, b"ny", replace=replace)
        assert unwritten.value.facts == {"why": "full"}
    assert path.read_bytes() == b"gammal"
    assert names(tmp_path) == ["a.xml"]


def test_a_file_system_without_links_does_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_self: Path, _target: Path) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", none)
    path = tmp_path / "a.xml"
    write_new(path, b"hel")
    with pytest.raises(FileThere):
        write_new(path, b"ny")
    assert path.read_bytes() == b"hel"
    assert names(tmp_path) == ["a.xml"]


def test_in_a_folder_the_file_gets_its_name(tmp_path: Path) -> None:
    assert write_into(str(tmp_path), "a.xml", b"hel") == str(tmp_path / "a.xml")
    with pytest.raises(FileThere):
        write_into(str(tmp_path / "a.xml"), "b.xml", b"ny")
    with pytest.raises(FileUnwritten):
        write_into("a\0b", "b.xml", b"ny")
    assert names(tmp_path) == ["a.xml"]


@pytest.mark.parametrize("name", ["none/a.xml", "x" * 300, "a\0b"])
def test_where_nothing_can_be_written_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileUnwritten):
        write_new(tmp_path / name, b"")
    assert names(tmp_path) == []
