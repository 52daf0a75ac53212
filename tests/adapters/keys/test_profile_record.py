"""The record of a profile when it is damaged, of a later version, or somebody else's."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from kundcenter.adapters.profile import Profile
from kundcenter.adapters.profile_folder import ProfileNotOurs, ProfileUnfit, default_folder
from kundcenter.adapters.profile_record import (
    ProfileBroken,
    ProfileNewer,
    Stage,
    read_form,
    write_form,
)
from tests.adapters.keys.folders import passphrase, stops, with_database

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")


def damaged(folder: Path, content: bytes, *names: str) -> None:
    for name in names:
        (folder / name).write_bytes(content)


BOTH = ("profile.json", "profile.copy.json")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"\xff\xfe\x00",
        b"[1]",
        b'{"a":' * 200_000,
        b'{"format": "1"}',
        b'{"format": 1}',
        b"0" * 99,
    ],
)
def test_garbage_in_place_of_the_record_is_told_and_left_alone(
    content: bytes, folder: Path
) -> None:
    with_database(folder, passphrase())
    damaged(folder, content, *BOTH)
    error = stops(ProfileBroken, lambda: Profile.open(folder), folder)
    assert error.facts == {"fault": "garbage"}


def test_a_record_of_a_later_version_is_told_and_left_alone(folder: Path) -> None:
    with_database(folder, passphrase())
    later = json.loads((folder / "profile.json").read_text()) | {"format": 2, "more": 1}
    damaged(folder, json.dumps(later).encode(), *BOTH)
    error = stops(ProfileNewer, lambda: Profile.open(folder), folder)
    assert error.facts == {"found": 2, "known": 1}


def test_every_flipped_bit_of_the_record_is_noticed_or_means_nothing(folder: Path) -> None:
    with_database(folder, passphrase())
    whole = (folder / "profile.json").read_bytes()
    with Profile.open(folder) as profile:
        key = profile.key(passphrase())
    for bit in range(0, len(whole) * 8, 7):
        content = bytearray(whole)
        content[bit // 8] ^= 1 << bit % 8
        damaged(folder, bytes(content), *BOTH)
        try:
            with Profile.open(folder) as profile:
                assert profile.ready
                assert not profile.demo
                assert profile.key(passphrase()) == key
        except (ProfileBroken, ProfileNewer):
            continue


@pytest.mark.parametrize("content", [None, b"", b"{"])
@pytest.mark.logs("record was damaged")
def test_a_damaged_record_is_restored_from_its_copy(content: bytes | None, folder: Path) -> None:
    key = with_database(folder, passphrase())
    whole = (folder / "profile.json").read_bytes()
    if content is None:
        (folder / "profile.json").unlink()
    else:
        damaged(folder, content, "profile.json")
    with Profile.open(folder) as profile:
        assert profile.key(passphrase()) == key
    assert (folder / "profile.json").read_bytes() == whole


@pytest.mark.parametrize("name", BOTH)
def test_a_record_that_was_swapped_is_told_and_neither_is_written_over(
    name: str, folder: Path, tmp_path: Path
) -> None:
    with_database(folder, passphrase())
    with_database(tmp_path / "other", passphrase())
    damaged(folder, (tmp_path / "other" / name).read_bytes(), name)
    error = stops(ProfileBroken, lambda: Profile.open(folder), folder)
    assert error.facts == {"fault": "differs"}


@pytest.mark.parametrize("name", BOTH)
def test_of_two_stages_the_later_is_taken(name: str, folder: Path) -> None:
    with_database(folder, passphrase())
    whole = (folder / name).read_bytes()
    earlier = write_form(replace(read_form(whole), stage=Stage.KEYED))
    damaged(folder, earlier, name)
    with Profile.open(folder) as profile:
        assert profile.ready
    assert [(folder / each).read_bytes() for each in BOTH] == [whole, whole]


@pytest.mark.parametrize("content", [None, b"{"])
def test_a_damaged_copy_is_made_whole_too(content: bytes | None, folder: Path) -> None:
    with_database(folder, passphrase())
    if content is None:
        (folder / "profile.copy.json").unlink()
    else:
        damaged(folder, content, "profile.copy.json")
    Profile.open(folder).close()
    assert (folder / "profile.copy.json").read_bytes() == (folder / "profile.json").read_bytes()


@POSIX
def test_a_profile_is_for_its_owner_alone(folder: Path) -> None:
    with_database(folder, passphrase())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for name in (*BOTH, "profile.lock"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600


@POSIX
@pytest.mark.logs("open to other users")
@pytest.mark.parametrize("name", [".", *BOTH])
def test_what_was_opened_to_others_is_closed_and_said(name: str, folder: Path) -> None:
    with_database(folder, passphrase())
    (folder / name).chmod(0o777)
    Profile.open(folder).close()
    assert stat.S_IMODE((folder / name).stat().st_mode) == 0o700


@POSIX
def test_the_files_of_the_database_are_closed_to_others(folder: Path) -> None:
    with_database(folder, passphrase())
    (folder / "kundcenter.db").chmod(0o644)
    Profile.open(folder).close()
    assert stat.S_IMODE((folder / "kundcenter.db").stat().st_mode) == 0o600


@POSIX
def test_a_record_that_is_a_link_is_refused(folder: Path, tmp_path: Path) -> None:
    with_database(folder, passphrase())
    (folder / "profile.json").rename(tmp_path / "elsewhere")
    (folder / "profile.json").symlink_to(tmp_path / "elsewhere")
    stops(ProfileNotOurs, lambda: Profile.open(folder), folder)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root gives away")
@pytest.mark.parametrize("name", [".", *BOTH])
def test_a_profile_of_another_user_is_refused(name: str, folder: Path) -> None:
    with_database(folder, passphrase())
    os.chown(folder / name, 12345, -1)
    stops(ProfileNotOurs, lambda: Profile.open(folder), folder)


def test_a_file_in_place_of_the_folder_is_told(folder: Path) -> None:
    folder.write_text("hej")
    with pytest.raises(ProfileUnfit):
        Profile.create(folder, passphrase())
    with pytest.raises(ProfileUnfit):
        Profile.open(folder)
    assert folder.read_text() == "hej"


def test_the_usual_folder_is_the_users_own() -> None:
    assert default_folder().name == "kundcenter"
    assert default_folder().is_relative_to(os.environ["XDG_DATA_HOME"])
