"""A copy is whole, verified and encrypted, or it is not there."""

from __future__ import annotations

import errno
import os
import threading
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine

import db.backup
from db.backup import (
    CopyExists,
    CopyUnsound,
    Source,
    back_up,
    copies,
    keep_newest,
    label_of,
    read_label,
)
from db.connect import checkpoint, open_local
from db.faults import NotSaved, StoreDamaged
from db.migrate import HEAD
from db.progress import Step
from db.verify import verify
from kundcenter.services.calls import Ring
from tests.ground import DEVICE, KEY, WHOLE, Clock, Ground, desk_on, opened, rows

AT = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
PROFILE = UUID(int=9)


@pytest.fixture
def ground(local: Engine) -> Ground:
    clock = Clock()
    ground = Ground(desk_on(local, clock), clock, local)
    ground.nurse()
    ground.desk.journal.write(ground.person(), WHOLE)
    return ground


@pytest.fixture
def source(ground: Ground, tmp_path: Path) -> Source:
    return Source(tmp_path / "desk.db", KEY, PROFILE, b"{}")


def test_a_copy_has_every_row_and_says_when_and_what_it_is(
    ground: Ground, source: Source, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    copy = back_up(source, folder, at=AT)
    assert copy.path.name == f"kundcenter-20261121T063000Z-{HEAD}.db"
    assert sorted(path.name for path in folder.iterdir()) == [
        copy.path.name,
        label_of(copy.path).name,
    ]
    with opened(open_local(copy.path, KEY)) as engine:
        assert rows(engine) == rows(ground.engine)
    label = read_label(copy.path)
    assert label is not None
    assert (label, label.profile_id, label.record) == (copy.label, PROFILE, b"{}")
    assert dict(label.heads)[DEVICE].operation.n == len(ground.operations())


def test_a_copy_is_encrypted_and_for_the_owner_alone(source: Source, tmp_path: Path) -> None:
    copy = back_up(source, tmp_path / "out.db", at=AT)
    content = copy.path.read_bytes()
    assert b"SQLite" not in content
    assert b"Feber" not in content
    assert not verify(copy.path, bytes(32)).sound
    assert copy.path.stat().st_mode & 0o077 == 0


def test_a_copy_is_one_moment_though_others_write_meanwhile(
    ground: Ground, source: Source, tmp_path: Path
) -> None:
    for _ in range(150):
        ground.desk.calls.ring(Ring("line-1"))
    rung = threading.Event()
    stop = threading.Event()

    def ring() -> None:
        while not stop.is_set():
            ground.desk.calls.ring(Ring("line-2"))
            rung.set()

    writer = threading.Thread(target=ring)
    seen: list[tuple[int, int]] = []

    def watch(step: Step, done: int, total: int) -> None:
        if step is Step.COPY:
            seen.append((done, total))
            rung.clear()
            rung.wait(5)

    db.backup._PAGES, pages = 16, db.backup._PAGES
    writer.start()
    try:
        copy = back_up(source, tmp_path / "out.db", at=AT, progress=watch)
    finally:
        stop.set()
        writer.join()
        db.backup._PAGES = pages
    assert len(seen) > 5
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})  # never begun anew
    assert verify(copy.path, KEY).sound


def test_a_copy_never_replaces_a_file(source: Source, tmp_path: Path) -> None:
    (tmp_path / "out.db").write_bytes(b"my thesis")
    with pytest.raises(CopyExists):
        back_up(source, tmp_path / "out.db", at=AT)
    assert (tmp_path / "out.db").read_bytes() == b"my thesis"


def test_a_copys_label_never_replaces_a_file(source: Source, tmp_path: Path) -> None:
    (tmp_path / "profile.json").write_bytes(b"the record")
    with pytest.raises(CopyExists):
        back_up(source, tmp_path / "profile", at=AT)
    assert (tmp_path / "profile.json").read_bytes() == b"the record"
    assert not (tmp_path / "profile").exists()


def test_two_copies_of_one_second_have_two_names(source: Source, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    names = [back_up(source, folder, at=AT).path.name for _ in range(3)]
    assert len(set(names)) == 3
    assert [copy.path.name for copy in copies(folder)] == sorted(names)


def test_only_the_newest_copies_are_kept_with_their_labels(source: Source, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    for day in (3, 1, 4, 2):
        back_up(source, folder, at=AT.replace(day=day))
    (folder / "notes.txt").write_text("not a copy")
    kept = keep_newest(copies(folder), 2)
    assert [copy.path.name[11:19] for copy in kept] == ["20261103", "20261104"]
    assert len(list(folder.iterdir())) == 5


def test_a_damaged_source_gives_no_copy(ground: Ground, source: Source, tmp_path: Path) -> None:
    checkpoint(ground.engine)
    ground.engine.dispose()
    content = bytearray(source.path.read_bytes())
    content[len(content) // 2] ^= 1
    source.path.write_bytes(content)
    with pytest.raises((StoreDamaged, CopyUnsound)):
        back_up(source, tmp_path / "out.db", at=AT)
    assert {path.name[:7] for path in tmp_path.iterdir()} == {"desk.db"}


def test_a_copy_that_came_out_wrong_is_thrown_away(
    source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiled(path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[-100] ^= 1
        path.write_bytes(content)

    monkeypatch.setattr(db.backup, "sync_file", spoiled)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(CopyUnsound) as error:
        back_up(source, tmp_path / "out.db", at=AT)
    assert "pages" in str(error.value.facts["parts"])
    assert sorted(tmp_path.iterdir()) == before


def test_a_full_disk_gives_no_copy(
    source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(db.backup, "sync_file", full)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(NotSaved) as error:
        back_up(source, tmp_path / "out.db", at=AT)
    assert error.value.facts["why"] == "full"
    assert sorted(tmp_path.iterdir()) == before


def test_a_label_that_cannot_be_read_is_none(source: Source, tmp_path: Path) -> None:
    copy = back_up(source, tmp_path / "out.db", at=AT)
    label_of(copy.path).write_text("{}")
    assert read_label(copy.path) is None
    label_of(copy.path).unlink()
    assert read_label(copy.path) is None
