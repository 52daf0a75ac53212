"""The life of a profile, and all that may lie in its folder instead."""

from __future__ import annotations

import json
import subprocess
import sys
import traceback
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from db.connect import open_raw
from kundcenter.adapters.key_errors import (
    KeyMissing,
    KeyringAway,
    KeySourceDiffers,
    KeyWrong,
    PassphraseWrong,
)
from kundcenter.adapters.key_sources import KeyringSource, fingerprint
from kundcenter.adapters.keyring_backends import DBUS_SECRETS
from kundcenter.adapters.keyring_store import KeyringStore
from kundcenter.adapters.profile import (
    DatabaseMissing,
    Profile,
    ProfileExists,
    ProfileInUse,
    ProfileMissing,
)
from kundcenter.adapters.profile_folder import (
    FolderTaken,
)
from kundcenter.domain.passwords import PasswordTooShort
from tests.adapters.keys.folders import contents, fill, passphrase, stops, with_database

ROOT = Path(__file__).parents[3]


def test_a_profile_gives_the_same_key_at_every_start(folder: Path) -> None:
    key = with_database(folder, passphrase())
    assert len(key) == 32
    with Profile.open(folder) as profile:
        assert profile.ready
        assert profile.needs_passphrase
        assert not profile.demo
        assert profile.created_at.utcoffset() is not None
        assert profile.key(passphrase()) == key
        raw = open_raw(profile.database, key)
        assert raw.execute("SELECT count(*) FROM notes").fetchone() == (0,)
        raw.close()


def test_a_key_in_the_keyring_is_found_at_every_start(folder: Path, store: KeyringStore) -> None:
    source = KeyringSource(store)
    key = with_database(folder, source)
    with Profile.open(folder) as profile:
        assert not profile.needs_passphrase
        assert profile.key(source) == key
        assert store.fetch(profile.id) == key
    written = json.loads((folder / "profile.json").read_text())
    assert written["profile"]["key"] == {"from": "keyring", "backend": DBUS_SECRETS}


def test_two_profiles_have_two_keys(tmp_path: Path, store: KeyringStore) -> None:
    source = KeyringSource(store)
    keys = {with_database(tmp_path / name, source) for name in ("one", "two")}
    assert len(keys) == 2


def test_a_demonstration_is_marked_for_ever(folder: Path) -> None:
    Profile.create(folder, passphrase(), demo=True).close()
    with Profile.open(folder) as profile:
        assert profile.demo


def test_nothing_on_the_disk_tells_the_key_or_the_passphrase(folder: Path) -> None:
    key = with_database(folder, passphrase("kanariefågel på taket"))
    found = b"".join(contents(folder).values())
    assert key not in found
    assert key.hex().encode() not in found
    assert b"kanarie" not in found


def test_a_fingerprint_stays_what_it_was() -> None:
    assert fingerprint(bytes(range(32))) == "c8f06a8408511393"


# Two at once


def test_only_one_window_opens_a_profile(folder: Path) -> None:
    with_database(folder, passphrase())
    with Profile.open(folder):
        stops(ProfileInUse, lambda: Profile.open(folder), folder)
        stops(ProfileExists, lambda: Profile.create(folder, passphrase()), folder)
    Profile.open(folder).close()


def test_another_process_keeps_it_until_it_ends_even_by_a_kill(folder: Path) -> None:
    with_database(folder, passphrase())
    program = (
        "import sys, time; from pathlib import Path\n"
        "from kundcenter.adapters.profile import Profile\n"
        f"profile = Profile.open(Path({str(folder)!r}))\n"
        "print('open', flush=True); time.sleep(60)\n"
    )
    other = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=ROOT)
    assert other.stdout is not None
    with other:
        assert other.stdout.readline() == b"open\n"
        stops(ProfileInUse, lambda: Profile.open(folder), folder)
        other.kill()
    Profile.open(folder).close()


# What is missing, and what is wrong


def test_where_nothing_is_there_is_no_profile(folder: Path) -> None:
    stops(ProfileMissing, lambda: Profile.open(folder), folder)
    assert not folder.exists()


def test_a_lost_key_stops_the_start_and_tells_what_there_is(
    folder: Path, store: KeyringStore
) -> None:
    source = KeyringSource(store)
    with_database(folder, source)
    (folder / "backups").mkdir()
    (folder / "backups" / "one").write_bytes(b"x")
    (folder / "mirror").mkdir()
    (folder / "mirror" / "000001").write_bytes(b"yy")
    with Profile.open(folder) as profile:
        store.forget(profile.id)
        error = stops(KeyMissing, lambda: profile.key(source), folder)
        assert error.facts == {
            "profile": profile.id,
            "backend": DBUS_SECRETS,
            "database_bytes": profile.database.stat().st_size,
            "mirror_bytes": 2,
            "backups": 1,
        }


def test_another_key_in_the_keyring_is_noticed(folder: Path, store: KeyringStore) -> None:
    source = KeyringSource(store)
    with_database(folder, source)
    with Profile.open(folder) as profile:
        store.forget(profile.id)
        store.keep(profile.id, bytes(32))
        assert stops(KeyWrong, lambda: profile.key(source), folder).facts == {"profile": profile.id}


def test_a_wrong_passphrase_is_noticed(folder: Path) -> None:
    with_database(folder, passphrase())
    with Profile.open(folder) as profile:
        for wrong in ("åtta blå kor på ra", "x", ""):
            stops(PassphraseWrong, partial(profile.key, passphrase(wrong)), folder)


def test_the_key_is_asked_for_where_it_came_from(
    folder: Path, tmp_path: Path, store: KeyringStore
) -> None:
    with_database(folder, passphrase())
    with_database(tmp_path / "other", KeyringSource(store))
    with Profile.open(folder) as profile:
        error = stops(KeySourceDiffers, lambda: profile.key(KeyringSource(store)), folder)
        assert error.facts == {"needs": "passphrase"}
    with Profile.open(tmp_path / "other") as profile:
        error = stops(KeySourceDiffers, lambda: profile.key(passphrase()), folder)
        assert error.facts == {"needs": "keyring"}


@pytest.mark.parametrize("left", [None, b""])
def test_a_lost_database_is_never_replaced_by_an_empty_one(
    left: bytes | None, folder: Path
) -> None:
    with_database(folder, passphrase())
    database = folder / "kundcenter.db"
    database.unlink()
    if left is not None:
        database.write_bytes(left)
    error = stops(DatabaseMissing, lambda: Profile.open(folder), folder)
    assert error.facts["database_bytes"] == 0
    assert isinstance(error.facts["profile"], UUID)
    with Profile.open(folder, for_restore=True) as profile:
        assert profile.key(passphrase())
        with pytest.raises(DatabaseMissing):
            profile.database_created()


@pytest.mark.parametrize("name", ["kundcenter.db", "kundcenter.db-wal", "mirror/000001"])
def test_a_database_without_a_record_is_never_taken_for_a_new_profile(
    name: str, folder: Path
) -> None:
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_bytes(b"somebody's work")
    stops(KeyMissing, lambda: Profile.open(folder), folder)
    stops(KeyMissing, lambda: Profile.create(folder, passphrase()), folder)


def test_a_profile_is_not_made_over_another(folder: Path) -> None:
    with_database(folder, passphrase())
    stops(ProfileExists, lambda: Profile.create(folder, passphrase()), folder)


def test_a_profile_is_not_made_among_other_files(folder: Path) -> None:
    folder.mkdir()
    (folder / "letter.txt").write_text("hej")
    mode = folder.stat().st_mode
    stops(FolderTaken, lambda: Profile.create(folder, passphrase()), folder)
    assert folder.stat().st_mode == mode


def test_a_beginning_without_a_keyring_leaves_room_for_a_passphrase(folder: Path) -> None:
    away = KeyringStore(
        environment={"PYTHON_KEYRING_BACKEND": "", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/no"}
    )
    with pytest.raises(KeyringAway):
        Profile.create(folder, KeyringSource(away))
    with pytest.raises(PasswordTooShort):
        Profile.create(folder, passphrase("kort"))
    with_database(folder, passphrase())


def test_a_key_that_was_lost_before_there_was_a_database_is_made_anew(
    folder: Path, store: KeyringStore
) -> None:
    source = KeyringSource(store)
    with Profile.create(folder, source) as profile:
        store.forget(profile.id)
        key = profile.key(source)
        assert store.fetch(profile.id) == key
        fill(profile, bytes(key))
        store.forget(profile.id)
        stops(KeyMissing, lambda: profile.key(source), folder)


# Silence


def test_no_error_shows_key_or_passphrase(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    right, wrong = passphrase("kanariefågel på taket"), passphrase("kanariefågel i buren")
    key = with_database(folder, right)
    with Profile.open(folder) as profile:
        with pytest.raises(PassphraseWrong) as refused:
            profile.key(wrong)
        said = [*traceback.format_exception(refused.value), repr(profile), repr(vars(profile))]
    said += [repr(right), repr(wrong), caplog.text]
    assert "kanarie" not in "".join(said)
    assert key.hex() not in "".join(said)
