"""Files that hand something out: whole or not there, and never over one that is there."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kundcenter.adapters import new_files
from kundcenter.adapters.new_files import FileThere, FileUnwritten, write_into, write_new
from tests.deaths import KILLED, Death


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
    def none(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", none)
    path = tmp_path / "a.xml"
    write_new(path, b"hel")
    with pytest.raises(FileThere):
        write_new(path, b"ny")
    assert path.read_bytes() == b"hel"
    assert names(tmp_path) == ["a.xml"]


@pytest.mark.parametrize("nameless", [True, False], ids=["without a name", "with a draft"])
@pytest.mark.parametrize("replace", [False, True], ids=["new", "replaced"])
def test_whoever_is_killed_leaves_the_whole_file_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, nameless: bool, replace: bool
) -> None:
    """At every step; a draft that is left goes with the next file of the name."""
    if not nameless:
        monkeypatch.setattr(new_files, "_NAMELESS", 0)
    elif not new_files._NAMELESS:
        pytest.skip("the system has no files without a name")
    new, old = b"ny" * 100_000, b"gammal" if replace else None
    deaths, left, ends = 0, 0, set[bytes | None]()
    for step in range(20):
        folder = tmp_path / str(step)
        folder.mkdir()
        path = folder / "a[1].pdf"
        if old is not None:
            path.write_bytes(old)
        died = _killed_at(step, folder, partial(write_new, path, new, replace=replace))
        deaths += died
        there = path.read_bytes() if path.exists() else None
        assert there in {old, new}
        ends.add(there)
        drafts = [each for each in folder.iterdir() if each != path]
        left += len(drafts)
        for each in drafts:
            assert each.stat().st_mode & 0o777 == 0o600
            os.utime(each, (0, 0))
        write_new(path, new, replace=True)
        assert names(folder) == ["a[1].pdf"] and path.read_bytes() == new
        if not died:
            break
    assert deaths >= 2 and not died and ends == {old, new}
    if nameless and not replace:
        assert left == 0


def test_a_draft_that_somebody_writes_at_stays(tmp_path: Path) -> None:
    for name in (".a.pdf.99999999.new", ".b.pdf.99999999.new", ".a.pdf.x.new"):
        (tmp_path / name).write_bytes(b"halv")
        if name != ".a.pdf.99999999.new":
            os.utime(tmp_path / name, (0, 0))
    write_new(tmp_path / "a.pdf", b"hel")
    assert len(names(tmp_path)) == 4


def _killed_at(step: int, folder: Path, act: Callable[[], object]) -> bool:
    """Whether the process that did it died at that step of its work below the folder."""
    child = os.fork()
    if child == 0:
        try:
            sys.addaudithook(Death(step, folder))
            act()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in {0, KILLED}
    return code == KILLED


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
