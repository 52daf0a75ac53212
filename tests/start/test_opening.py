"""A profile opens with everything in it, or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, text

import db.migrate
from db.connect import Access, checkpoint, open_local, open_raw
from db.faults import StoreDamaged, StoreTooNew
from db.local import mark
from db.migrate import HEAD, KNOWN
from db.mirror.segments import numbers, path_of, size
from db.verify import PROFILE_MARK, verify
from kundcenter.adapters.key_errors import PassphraseWrong
from kundcenter.adapters.passphrase import PassphraseSource
from kundcenter.adapters.profile import DatabaseMissing, ProfileInUse
from kundcenter.start import opening
from kundcenter.start.opening import StoreOfAnother, open_desk, open_profile
from kundcenter.start.reconcile import MirrorForked, MirrorUnreadable, ReplayRefused, WorkLost
from kundcenter.start.restoring import restore_copy
from tests.deaths import Death
from tests.ground import ASKED, CHEAP, PASSWORD, rows
from tests.profiles import PASSPHRASE, TERMS, Shift, key_of, make_profile, opened, source

DATABASE = "kundcenter.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile in which somebody has worked for a while."""
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as desk:
        shift = Shift(desk.desk)
        shift.begin()
        shift.call()
    return tmp_path / "profile"


def made_older(folder: Path, revision: str) -> None:
    """Make the profile's file what an earlier version would have written."""
    key, older = key_of(folder), folder / "older.db"
    engine = open_local(older, key)
    db.migrate.upgrade(engine, revision)
    engine.dispose()
    with closing(open_raw(folder / DATABASE, key)) as now, closing(open_raw(older, key)) as then:
        names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version'"
        for (table,) in then.execute(names).fetchall():
            columns = ", ".join(row[1] for row in then.execute(f"PRAGMA table_info({table})"))
            marks = ", ".join("?" * (columns.count(",") + 1))
            rows = now.execute(f"SELECT {columns} FROM {table}").fetchall()
            then.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
    older.replace(folder / DATABASE)


def lose_log(folder: Path) -> Path:
    """A copy of an open profile whose database's log is gone, as after a bad crash."""
    crashed = folder.with_name("crashed")
    shutil.copytree(folder, crashed)
    for end in ("-wal", "-shm"):
        (crashed / (DATABASE + end)).unlink()
    return crashed


def test_a_new_profile_gets_a_database_of_its_own(tmp_path: Path) -> None:
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as desk:
        assert desk.report.created
        assert desk.profile.ready
        assert not desk.desk.operators.any()
    with opened(tmp_path / "profile") as desk:
        assert not desk.report.created


def test_what_was_done_is_there_the_next_time(folder: Path) -> None:
    with opened(folder) as desk:
        assert desk.report.agreement.replayed == desk.report.agreement.mirrored == 0
        desk.desk.sessions.sign_in("nurse", PASSWORD)
        assert len(desk.desk.calls.latest()) == 1


def test_only_one_at_a_time_opens_a_profile(folder: Path) -> None:
    with opened(folder), pytest.raises(ProfileInUse):
        open_profile(folder)
    opened(folder).close()


def test_closing_leaves_one_whole_file(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    assert not {DATABASE + "-wal", DATABASE + "-shm"} & names
    assert verify(folder / DATABASE, key_of(folder)).sound


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(folder: Path) -> None:
    before = (folder / DATABASE).read_bytes()
    with open_profile(folder) as profile, pytest.raises(PassphraseWrong):
        open_desk(profile, PassphraseSource(PASSPHRASE + "x", cost=CHEAP), TERMS)
    assert (folder / DATABASE).read_bytes() == before


@pytest.mark.parametrize("content", [None, b""])
def test_a_lost_database_is_never_replaced_by_an_empty_one(
    folder: Path, content: bytes | None
) -> None:
    (folder / DATABASE).unlink()
    if content is not None:
        (folder / DATABASE).write_bytes(content)
    with pytest.raises(DatabaseMissing):
        opened(folder)
    assert not (folder / DATABASE).exists() or (folder / DATABASE).stat().st_size == 0


@pytest.mark.parametrize("damage", ["garbage", "half", "other key", "no tables"])
def test_a_damaged_database_is_left_as_it_is(folder: Path, damage: str) -> None:
    path = folder / DATABASE
    whole = path.read_bytes()
    if damage in {"other key", "no tables"}:
        path.unlink()
        engine = open_local(path, bytes(32) if damage == "other key" else key_of(folder))
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE t (a)"))
        checkpoint(engine)
        engine.dispose()
    else:
        path.write_bytes(os.urandom(len(whole)) if damage == "garbage" else whole[:40_960])
    before = path.read_bytes()
    with pytest.raises(StoreDamaged):
        opened(folder)
    assert path.read_bytes() == before


def test_a_database_of_a_newer_program_is_left_as_it_is(folder: Path) -> None:
    raw = open_raw(folder / DATABASE, key_of(folder))
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(StoreTooNew):
        opened(folder)
    assert not (folder / "backups").exists()


def test_another_profile_s_database_is_refused(folder: Path) -> None:
    engine = open_local(folder / DATABASE, key_of(folder), Access.WRITE)
    with engine.begin() as connection:
        mark(connection, PROFILE_MARK, str(uuid4()))
    engine.dispose()
    with pytest.raises(StoreOfAnother):
        opened(folder)


def test_an_older_database_is_copied_before_it_is_upgraded(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = key_of(folder)
    made_older(folder, KNOWN[-2])
    steps = []

    def upgrade(engine: Engine) -> None:
        steps.append(sorted(path.suffix for path in (folder / "backups").iterdir()))
        db.migrate.upgrade(engine)

    monkeypatch.setattr(opening, "upgrade", upgrade)
    with opened(folder) as desk:
        assert desk.report.upgraded_from == KNOWN[-2]
        assert desk.report.copy is not None
        assert desk.report.copy.name.endswith(f"-{KNOWN[-2]}.db")
        assert steps == [[".db", ".json"]]
    assert verify(desk.report.copy, key).revision == KNOWN[-2]
    verdict = verify(folder / DATABASE, key)
    assert (verdict.findings, verdict.revision) == ((), HEAD)


@pytest.mark.logs("brought back from the mirror")
def test_work_whose_log_was_lost_comes_back_from_the_mirror(folder: Path) -> None:
    """F37.  Also the password that was set, and every record of who looked."""
    with opened(folder) as desk:
        shift = Shift(desk.desk)
        shift.resume()
        shift.call("Det här står bara i loggen")
        desk.desk.sessions.sign_out()
        desk.desk.sessions.sign_in("admin", PASSWORD)
        nurse = next(o for o in desk.desk.operators.all() if o.user_name == "nurse")
        desk.desk.operators.give_password(nurse.id, "elva blåa krukor")
        crashed = lose_log(folder)
        expected = rows(desk.engine)
    with opened(crashed) as desk:
        assert desk.report.agreement.replayed > 10
        assert desk.report.agreement.accesses > 10
        assert rows(desk.engine) == expected
        desk.desk.sessions.sign_in("nurse", "elva blåa krukor")
        desk.desk.journal.open(shift.entries[-1], ASKED)
    with opened(crashed) as desk:
        assert desk.report.agreement.replayed == 0
    assert verify(crashed / DATABASE, key_of(crashed)).sound


def test_a_lost_mirror_is_written_anew(folder: Path) -> None:
    shutil.rmtree(folder / "mirror")
    with opened(folder) as desk:
        assert desk.report.agreement.mirrored > 20
    with opened(folder) as desk:
        assert desk.report.agreement.mirrored == 0


@pytest.mark.logs("was set aside")
def test_a_mirror_that_was_swapped_stops_the_desk(folder: Path, tmp_path: Path) -> None:
    twin = tmp_path / "twin"
    shutil.copytree(folder, twin)
    for each in (folder, twin):
        with opened(each) as desk:
            Shift(desk.desk).resume()
    shutil.rmtree(folder / "mirror")
    shutil.copytree(twin / "mirror", folder / "mirror")
    with pytest.raises(MirrorForked):
        opened(folder)
    terms = replace(TERMS, accept_loss=True)
    with opened(folder, terms) as desk:
        assert desk.report.agreement.set_aside is not None
        assert numbers(desk.report.agreement.set_aside)
    opened(folder).close()


def spoil(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


@pytest.mark.logs("the mirror is damaged in 1 places")
def test_a_damaged_mirror_is_reported_and_mended_while_the_database_is_whole(folder: Path) -> None:
    path = path_of(folder / "mirror", 1)
    spoil(path, path.stat().st_size // 2)
    with opened(folder) as desk:
        assert len(desk.report.agreement.faults) == 1
        assert desk.report.agreement.mirrored > 0
        expected = rows(desk.engine)
    with opened(folder) as desk:
        assert desk.report.agreement.faults == ()
        crashed = lose_log(folder) if (folder / (DATABASE + "-wal")).exists() else folder
    assert rows_of(crashed) == expected


def rows_of(folder: Path) -> object:
    with opened(folder) as desk:
        return rows(desk.engine)


@pytest.mark.logs("brought back from the mirror", "was set aside")
def test_a_loss_that_nobody_can_mend_is_said_and_has_to_be_accepted(folder: Path) -> None:
    """The log is gone and so is a part of the mirror: two faults at once."""
    with opened(folder) as desk:
        shift = Shift(desk.desk)
        shift.resume()
        shift.call()
        crashed = lose_log(folder)
        done = len(rows(desk.engine)["operations"])
    path = path_of(crashed / "mirror", max(numbers(crashed / "mirror")))
    spoil(path, path.stat().st_size // 2)
    before = (crashed / DATABASE).read_bytes()
    with pytest.raises(WorkLost) as lost:
        opened(crashed)
    assert (crashed / DATABASE).read_bytes() == before
    with opened(crashed, replace(TERMS, accept_loss=True)) as desk:
        kept = len(rows(desk.engine)["operations"])
        assert lost.value.facts["first"] == kept + 1
        assert lost.value.facts["operations"] == done - kept
        assert desk.report.agreement.set_aside is not None
        Shift(desk.desk).resume()
    opened(crashed).close()
    assert verify(crashed / DATABASE, key_of(crashed)).sound


@pytest.mark.logs("was set aside")
def test_a_mirror_that_cannot_be_read_stops_the_desk(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patched:
        patched.setattr("db.mirror.segments.read", broken)
        with pytest.raises(MirrorUnreadable):
            opened(folder)
        with opened(folder, replace(TERMS, accept_loss=True)) as desk:
            assert desk.report.agreement.set_aside is not None
            assert desk.report.agreement.mirrored > 20
    opened(folder).close()


def test_an_operation_that_is_refused_in_replay_stops_the_desk_and_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(folder) as desk:
        shift = Shift(desk.desk)
        shift.resume()
        shift.call()
        crashed = lose_log(folder)
    with monkeypatch.context() as patched:
        patched.delattr("kundcenter.services.calls.Calls.answer")
        with pytest.raises(ReplayRefused) as refused:
            opened(crashed)
    assert refused.value.facts["kind"] == "calls.answer"


@pytest.mark.logs("brought back from the mirror")
def test_a_replay_that_was_killed_goes_on_where_it_stopped(folder: Path) -> None:
    with opened(folder) as desk:
        shift = Shift(desk.desk)
        shift.resume()
        shift.call()
        crashed = lose_log(folder)
        expected = rows(desk.engine)
    for step in (0, 2, 5):
        child = os.fork()
        if child == 0:

            def die(_step: object, done: int, _total: int, *, last: int = step) -> None:
                if done >= last:
                    os._exit(9)

            opened(crashed, replace(TERMS, progress=die))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == 9
    assert rows_of(crashed) == expected
    assert verify(crashed / DATABASE, key_of(crashed)).sound


def test_a_mirror_that_grew_large_is_shortened_after_a_verified_copy(folder: Path) -> None:
    opened(folder).close()
    with opened(folder) as desk:
        Shift(desk.desk).resume()
    before = size(folder / "mirror")
    with opened(folder, replace(TERMS, mirror_limit=1_000)) as desk:
        assert len(list((folder / "backups").glob("*.db"))) == 1
    assert size(folder / "mirror") < before
    with open_profile(folder) as profile:
        (copy,) = (folder / "backups").glob("*.db")
        restored = restore_copy(profile, source(), copy, TERMS)
    assert restored.verdict.sound


def test_a_creation_that_was_killed_is_finished(tmp_path: Path) -> None:
    """Killed at every file that is opened, renamed or removed, until one child lives."""
    for step in range(200):
        folder = make_profile(tmp_path / str(step))
        died = _killed_at(step, folder)
        with opened(folder) as desk:
            assert desk.profile.ready
        assert verify(folder / DATABASE, key_of(folder)).sound
        if not died:
            assert step > 5
            return
    pytest.fail("the creation never came to an end")


def _killed_at(step: int, folder: Path) -> bool:
    child = os.fork()
    if child == 0:
        with open_profile(folder) as profile:
            sys.addaudithook(Death(step, folder))
            open_desk(profile, source(), TERMS)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) != 0
