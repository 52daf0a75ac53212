"""Make a profile of the demo region.  Its database has its name only when all of it is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from shutil import rmtree
from typing import Any

from db import bulk
from db.connect import IMMEDIATE, Engine, checkpoint, open_local
from db.demo import DemoMark, demo_mark, mark_demo
from db.faults import translated
from db.files import saving, sync_file, sync_folder
from db.local import mark
from db.migrate import upgrade
from db.verify import PROFILE_MARK
from kundcenter.adapters import slots
from kundcenter.adapters.hardening import wipe
from kundcenter.adapters.key_sources import KeyringSource, KeySource
from kundcenter.adapters.keyring_store import KeyringStore
from kundcenter.adapters.passphrase import PassphraseSource
from kundcenter.adapters.profile import Profile, ProfileExists, ProfileMissing
from kundcenter.demo.month import made
from kundcenter.demo.region import A_MONTH, SEED, DemoTerms, published
from kundcenter.domain.calls import Call
from kundcenter.domain.operators import Operator
from kundcenter.domain.slots import Argon2Cost, Slot
from kundcenter.start.desk import published_codes
from kundcenter.start.entrance import SETTINGS
from kundcenter.start.opening import open_profile

# Published in the README.  A real operator cannot choose it: it has a word of the place in it.
PASSWORD = "demo-kundcenter"  # noqa: S105
# For machines without a keyring.  It keeps nothing secret; nothing in a demo region is.
PASSPHRASE = "öppet hus i demoregionen"  # noqa: S105
COST = Argon2Cost(memory_kib=8 * 1024, passes=1)  # who knows the password need not guess it

Told = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants: None stands for what is there, or else for the ordinary."""

    until: datetime
    calls: int | None = None
    seed: int | None = None

    def terms(self) -> DemoTerms:
        codes = published_codes()
        return DemoTerms(
            until=self.until,
            codes=codes[max(codes)],
            calls=A_MONTH if self.calls is None else self.calls,
            seed=SEED if self.seed is None else self.seed,
        )


@dataclass(frozen=True, slots=True)
class DemoProfile:
    """A profile of the demo region, closed.  `counts` is empty when it was there already."""

    folder: Path
    source: KeySource
    mark: DemoMark
    counts: Counter[type[Any]]


def source_for(folder: Path) -> KeySource:
    """Where the key of a demo profile comes from: the keyring, or a passphrase that all know."""
    store = KeyringStore()
    try:
        with Profile.open(folder, for_restore=True) as profile:
            passphrase = profile.needs_passphrase
    except ProfileMissing:
        passphrase = not store.usable()
    return published_source() if passphrase else KeyringSource(store)


def published_source() -> KeySource:
    """The passphrase that all know: nothing in a demo region is secret."""
    return PassphraseSource(PASSPHRASE, cost=COST)


def make(
    folder: Path, source: KeySource, wish: Wish, *, again: bool = False, told: Told | None = None
) -> DemoProfile:
    """The demo region in the folder: made if it is not there, or if it shall be made `again`.

    `told` hears how many calls have been made.  Raises ProfileExists when the folder holds a
    profile of real work, and what Profile.create and Profile.key raise.
    """
    try:
        profile = open_profile(folder)
    except ProfileMissing:
        profile = Profile.create(folder, source, demo=True)
    with profile:
        if not profile.demo:
            raise ProfileExists
        kept = profile.key(source)
        key = bytes(kept)
        wipe(kept)
        counts: Counter[type[Any]] = Counter()
        if again or not profile.ready:
            counts = _build(profile, key, wish.terms(), told)
            _name_the_place(folder / SETTINGS)
        engine = open_local(profile.database, key)
        try:
            found = demo_mark(engine)
        finally:
            engine.dispose()
        if found is None:
            raise ProfileExists
    return DemoProfile(folder, source, found, counts)


def fill(
    engine: Engine, key: bytes, terms: DemoTerms, *, told: Told | None = None
) -> Counter[type[Any]]:
    """Put the demo region into an empty store that has its schema; returns how much of each.

    The store is marked first, so that not even half a region could be taken for real work.
    """
    with translated(), engine.execution_options(**IMMEDIATE).begin() as connection:
        mark_demo(connection, DemoMark(terms.seed, terms.calls, terms.until))
    region = made(terms)
    values = chain(region.values(), _slots(region.staff.operators, key))
    return bulk.write(engine, values, told=told and (lambda counts: told(counts[Call])))


def _slots(operators: tuple[Operator, ...], key: bytes) -> Iterator[Slot]:
    return (slots.seal(PASSWORD, key, operator_id=each.id, cost=COST) for each in operators)


def _name_the_place(settings: Path) -> None:
    """So that the door says whose workstation it is; what somebody wrote there is left alone."""
    if not settings.exists():
        with saving():
            settings.touch(mode=0o600)
            region = published()
            words = f'place = "{region.name}"\nreserve_pattern = "{region.reserve_pattern}"\n'
            settings.write_text(words, encoding="utf-8")


def _build(profile: Profile, key: bytes, terms: DemoTerms, told: Told | None) -> Counter[type[Any]]:
    """Make the database beside its place, then put it there; stopped half-way, nothing is there."""
    draft = profile.database.with_name(profile.database.name + ".demo")
    logs = [
        path.with_name(path.name + end)
        for path in (draft, profile.database)
        for end in ("-wal", "-shm")
    ]
    with saving():
        for path in (draft, *logs[:2]):
            path.unlink(missing_ok=True)
    engine = open_local(draft, key)
    try:
        upgrade(engine)
        with translated(), engine.execution_options(**IMMEDIATE).begin() as connection:
            mark(connection, PROFILE_MARK, str(profile.id))
        counts = fill(engine, key, terms, told=told)
        with translated():
            checkpoint(engine)
    finally:
        engine.dispose()
    with saving():
        draft.chmod(0o600)
        sync_file(draft)
        for path in logs:
            path.unlink(missing_ok=True)
        rmtree(profile.mirror, ignore_errors=True)  # it tells of the region that was there before
        draft.replace(profile.database)
        sync_folder(profile.folder)
    profile.database_created()
    return counts
