"""A copy is put back, the present file is kept, and what was done since is done again."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from db.backup import CopyMissing, CopyUnsound, LabelMissing, label_of
from db.commits import Heads
from db.mirror.segments import numbers, path_of
from db.restore import CopyOfAnother, NoteBroken
from db.verify import verify
from kundcenter.adapters.profile import ProfileExists
from kundcenter.start.opening import open_profile
from kundcenter.start.reconcile import WorkLost
from kundcenter.start.restoring import Restored, adopt_label, open_for_restore, restore_copy
from tests.deaths import Death
from tests.ground import rows
from tests.profiles import TERMS, Shift, key_of, make_profile, opened, source

DATABASE = "kundcenter.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as desk:
        shift = Shift(desk.desk)
        shift.begin()
        shift.call("före kopian")
    return tmp_path / "profile"


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    """A copy, after which another call was taken."""
    with opened(folder) as desk:
        made = desk.back_up(tmp_path / "out.db")
        shift = Shift(desk.desk)
        shift.resume()
        shift.call("efter kopian")
    return made.path


def restored(folder: Path, copy: Path, *, accept_loss: bool = False) -> Restored:
    with open_for_restore(folder) as profile:
        return restore_copy(profile, source(), copy, replace(TERMS, accept_loss=accept_loss))


def rows_of(folder: Path) -> dict[str, list[dict[str, object]]]:
    with opened(folder) as desk:
        return rows(desk.engine)


@pytest.mark.logs("brought back from the mirror")
def test_what_was_done_after_the_copy_is_done_again(folder: Path, copy: Path) -> None:
    expected = rows_of(folder)
    done = restored(folder, copy)
    assert done.verdict.sound
    assert done.report.agreement.replayed >= 10
    assert rows_of(folder) == expected


@pytest.mark.logs("brought back from the mirror")
def test_the_present_file_is_kept_whole(folder: Path, copy: Path) -> None:
    before = rows_of(folder)
    done = restored(folder, copy)
    kept = verify(done.aside / DATABASE, key_of(folder))
    assert kept.sound
    assert kept.heads[0][1].operation.n == len(before["operations"])


@pytest.mark.parametrize(
    "state",
    [
        pytest.param("gone", marks=pytest.mark.logs("brought back from the mirror")),
        pytest.param("empty", marks=pytest.mark.logs("brought back from the mirror")),
        pytest.param("garbage", marks=pytest.mark.logs("nothing more", "brought back")),
    ],
)
def test_a_database_beyond_repair_is_restored_without_loss(
    folder: Path, copy: Path, state: str
) -> None:
    expected = rows_of(folder)
    path = folder / DATABASE
    size = path.stat().st_size
    path.unlink()
    if state != "gone":
        path.write_bytes(os.urandom(size) if state == "garbage" else b"")
    done = restored(folder, copy)
    assert done.verdict.sound
    assert rows_of(folder) == expected


@pytest.mark.logs("brought back from the mirror")
def test_what_only_the_present_file_holds_is_brought_into_the_mirror_first(
    folder: Path, copy: Path
) -> None:
    expected = rows_of(folder)
    shutil.rmtree(folder / "mirror")
    restored(folder, copy)
    assert rows_of(folder) == expected


def test_a_damaged_copy_changes_nothing(folder: Path, copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    content[-2_000] ^= 1
    copy.write_bytes(content)
    before = rows_of(folder), sorted(path.name for path in folder.iterdir())
    with pytest.raises(CopyUnsound):
        restored(folder, copy)
    assert before == (rows_of(folder), sorted(path.name for path in folder.iterdir()))


@pytest.mark.parametrize("labelled", [True, False])
def test_another_profile_s_copy_is_refused(folder: Path, copy: Path, labelled: bool) -> None:
    other = make_profile(folder.with_name("other"))
    opened(other).close()
    if not labelled:
        label_of(copy).unlink()
    before = sorted(path.name for path in other.iterdir())
    with pytest.raises(CopyOfAnother):
        restored(other, copy)
    assert sorted(path.name for path in other.iterdir()) == before


def test_another_profile_s_copy_is_taken_when_its_key_is_given(folder: Path, copy: Path) -> None:
    other = make_profile(folder.with_name("other"))
    opened(other).close()
    with open_for_restore(other) as profile:
        done = restore_copy(profile, source(), copy, TERMS, copy_key=key_of(folder))
    assert done.verdict.sound
    assert not verify(other / DATABASE, key_of(folder)).sound
    with opened(other) as desk:
        Shift(desk.desk).resume()
        assert len(desk.desk.calls.latest()) == 1
    assert verify(other / DATABASE, key_of(other)).sound


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"{}", b'{"aside":".."}', b'{"aside":"a/b"}', b'{"x":' * 200_000]
)
def test_a_note_that_cannot_be_read_is_told_and_nothing_is_moved(
    folder: Path, content: bytes
) -> None:
    (folder / f"{DATABASE}.restore.json").write_bytes(content)
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(NoteBroken) as error:
        open_profile(folder)
    assert error.value.facts == {"file": f"{DATABASE}.restore.json"}
    assert (folder / DATABASE).read_bytes() == before


def test_there_has_to_be_a_copy(folder: Path) -> None:
    with pytest.raises(CopyMissing):
        restored(folder, folder / "nothing.db")


@pytest.mark.logs("nothing more could be read", "was set aside")
def test_a_copy_that_the_mirror_does_not_reach_back_to_is_refused(folder: Path, copy: Path) -> None:
    """The work between is lost; an administrator has to say so."""
    with opened(folder) as desk:
        Shift(desk.desk).resume()
    (folder / DATABASE).write_bytes(b"beyond repair" * 1_000)
    there = numbers(folder / "mirror")
    for number in there[:-1]:
        path_of(folder / "mirror", number).unlink()
    with pytest.raises(WorkLost) as lost:
        restored(folder, copy)
    assert int(str(lost.value.facts["operations"])) > 10
    assert not list(folder.glob("*.restoring"))
    done = restored(folder, copy, accept_loss=True)
    assert done.report.agreement.set_aside is not None
    assert done.verdict.sound


def test_a_profile_whose_folder_was_lost_is_made_anew_of_a_copy(folder: Path, copy: Path) -> None:
    """Without the label nobody would know the salt of the passphrase."""
    mirror = folder.with_name("kept")
    shutil.move(folder / "mirror", mirror)
    expected = verify(copy, key_of(folder)).heads
    shutil.rmtree(folder)
    adopt_label(folder, copy)
    done = restored(folder, copy)
    assert done.verdict.heads == expected != ((done.verdict.profile_id, Heads()),)
    with pytest.raises(ProfileExists):
        adopt_label(folder, copy)


def test_a_profile_is_not_made_of_a_copy_without_a_label(folder: Path, copy: Path) -> None:
    label_of(copy).unlink()
    with pytest.raises(LabelMissing):
        adopt_label(folder.with_name("new"), copy)


@pytest.mark.logs("brought back from the mirror")
def test_killed_anywhere_a_restore_leaves_the_old_or_the_new(folder: Path, copy: Path) -> None:
    """Killed before each file that is opened, renamed or removed, until one child lives."""
    expected = rows_of(folder)
    key = key_of(folder)
    for step in range(200):
        trial = folder.with_name(f"trial-{step}")
        shutil.copytree(folder, trial)
        died = _killed_at(step, trial, copy)
        with open_profile(trial) as profile:
            assert verify(profile.database, key).sound
        assert rows_of(trial) == expected
        shutil.rmtree(trial)
        if not died:
            assert step > 12
            return
    pytest.fail("the restore never came to an end")


def _killed_at(step: int, folder: Path, copy: Path) -> bool:
    child = os.fork()
    if child == 0:
        with open_for_restore(folder) as profile:
            sys.addaudithook(Death(step, folder))
            restore_copy(profile, source(), copy, TERMS)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) != 0
