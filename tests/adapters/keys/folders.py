"""Profiles to test on, and what must not happen to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from db.connect import Access, open_raw
from kundcenter.adapters.key_sources import KeySource
from kundcenter.adapters.passphrase import PassphraseSource
from kundcenter.adapters.profile import Profile
from kundcenter.domain.slots import Argon2Cost
from kundcenter.errors import KundcenterError

CHEAP = Argon2Cost(memory_kib=8, passes=1)


def passphrase(text: str = "åtta blå kor på rad") -> PassphraseSource:
    return PassphraseSource(text, cost=CHEAP)


def with_database(folder: Path, source: KeySource) -> bytes:
    """A profile that was used and closed.  Returns its key."""
    with Profile.create(folder, source) as profile:
        key = bytes(profile.key(source))
        fill(profile, key)
        profile.database_created()
    return key


def fill(profile: Profile, key: bytes) -> None:
    raw = open_raw(profile.database, key, Access.MAKE)
    raw.execute("CREATE TABLE notes (text)")
    raw.close()


def stops(error: type[KundcenterError], ask: Callable[[], object], folder: Path) -> KundcenterError:
    """Whatever is refused must leave every file as it was."""
    before = contents(folder)
    with pytest.raises(error) as refused:
        ask()
    assert type(refused.value) is error
    assert contents(folder) == before
    return refused.value


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "profile.lock"
    }
