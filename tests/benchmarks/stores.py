"""Stores with as many calls as a benchmark wants: made once, kept, and copied for every run."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from sqlalchemy import text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from db.connect import checkpoint, open_local
from db.tables import metadata
from kundcenter.adapters.hardening import wipe
from kundcenter.adapters.passphrase import PassphraseSource
from kundcenter.adapters.profile_folder import DATABASE
from kundcenter.demo import month
from kundcenter.start.demo_region import COST, PASSPHRASE, PASSWORD, Wish, make
from kundcenter.start.opening import OpenDesk, open_desk, open_profile

UNTIL = datetime(2026, 11, 1, tzinfo=UTC)
SEED = 1177
NURSE = "ssk"
REVIEWER = "logg"
LOGGED = timedelta(days=3 * 366)  # so many years of the access log are a million records
# What the verbs would have written: a part for each note, and one for a call without any.  The
# demo region's calls are from before there were parts.
_PARTS = text(
    "INSERT INTO parts (id, call_id, kind, opened_at, opened_by, person_id, entry_id, outcome, "
    "closed_at, note_due) SELECT coalesce(e.id, c.id), c.id, "
    "CASE WHEN e.id IS NULL THEN 'SERVICE' ELSE 'RADGIVNING' END, c.rang_at, c.operator_id, "
    "e.person_id, e.id, c.outcome, c.closed_at, 0 "
    "FROM calls c LEFT JOIN entries e ON e.call_id = c.id "
    "WHERE c.operator_id IS NOT NULL AND c.closed_at IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM parts p WHERE p.call_id = c.id) ORDER BY c.rang_at"
)
RECIPE = 1  # to be counted up when the same schema is filled with something else


def source() -> PassphraseSource:
    """The key of every made store: a passphrase that costs next to nothing."""
    return PassphraseSource(PASSPHRASE, cost=COST)


def made(stores: Path, size: int) -> Path:
    """The kept profile with `size` calls; nobody works in it.  Made if it is not there."""
    folder = stores / f"{size}-{SEED}-{_schema()}"
    if not (folder / DATABASE).exists():
        stores.mkdir(parents=True, exist_ok=True)
        for other in stores.glob(f"{size}-*"):
            shutil.rmtree(other)
        sys.stderr.write(f"making a store of {size} calls …\n")
        draft = stores / f"{size}-draft"
        with patch.object(month, "LOGGED", LOGGED):
            make(draft, source(), Wish(UNTIL, calls=size, seed=SEED))
        _give_parts(draft)
        draft.rename(folder)
    return folder


@contextmanager
def copied(stores: Path, size: int) -> Iterator[Path]:
    """A profile of its own with `size` calls, which is gone afterwards."""
    kept = made(stores, size)
    with tempfile.TemporaryDirectory(prefix="run-", dir=stores) as own:
        folder = Path(own) / "profile"
        shutil.copytree(kept, folder)
        yield folder


@contextmanager
def opened(folder: Path, user: str = NURSE) -> Iterator[OpenDesk]:
    """The desk of a made profile as the program opens it, mirror and all, somebody signed in."""
    profile = open_profile(folder)
    try:
        desk = open_desk(profile, source())
    except BaseException:
        profile.close()
        raise
    with desk:
        desk.desk.sessions.sign_in(user, PASSWORD)
        yield desk


def _give_parts(folder: Path) -> None:
    with open_profile(folder) as profile:
        key = profile.key(source())
        engine = open_local(profile.database, bytes(key))
        wipe(key)
        try:
            with engine.begin() as connection:
                connection.execute(_PARTS)
            checkpoint(engine)
        finally:
            engine.dispose()


def _schema() -> str:
    """Eight digits that change when a table or an index does, or what is put into them."""
    digest = hashlib.sha256(f"{RECIPE} {LOGGED}".encode())
    for table in metadata.sorted_tables:
        digest.update(str(CreateTable(table).compile(dialect=sqlite.dialect())).encode())
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            digest.update(str(CreateIndex(index).compile(dialect=sqlite.dialect())).encode())
    return digest.hexdigest()[:8]
