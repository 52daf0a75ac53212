"""Open the desk's encrypted file and the centre's PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event

from db.faults import StoreEngineUnsafe

IMMEDIATE: dict[str, Any] = {"sqlite_begin": "IMMEDIATE"}

# A reset WAL could be mistaken for a fresh one: acknowledged commits were lost.
_WAL_RESET_FIRST, _WAL_RESET_LAST = (3, 7, 0), (3, 51, 2)

CACHE_KIB = 64 * 1024


def check_engine(version: tuple[int, ...]) -> None:
    """Raise StoreEngineUnsafe when the SQLite version is inside the WAL-reset window."""
    if _WAL_RESET_FIRST <= version <= _WAL_RESET_LAST:
        raise StoreEngineUnsafe(version=".".join(map(str, version)))


def open_raw(path: Path, key: bytes) -> Any:
    """A plain driver connection to the encrypted file, keyed and with our pragmas."""
    check_engine(tuple(sqlcipher.sqlite_version_info))
    raw = sqlcipher.connect(str(path), timeout=5, check_same_thread=False)
    _configure(raw, key)
    return raw


def open_local(path: Path, key: bytes) -> Engine:
    """The desk's file.  `key` is the raw 256-bit key of SQLCipher.

    Raises StoreEngineUnsafe.  A wrong key shows at the first statement, as StoreDamaged.
    """
    check_engine(tuple(sqlcipher.sqlite_version_info))
    engine = create_engine(
        f"sqlite+pysqlite:///{path}",
        module=sqlcipher,
        connect_args={"timeout": 5, "check_same_thread": False},
        pool_size=2,
        max_overflow=2,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect", insert=True)
    def _connected(raw: Any, _record: Any) -> None:
        _configure(raw, key)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # Deferred writers that read first lose to each other, whatever the time-out.
        mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine


def open_central(url: str) -> Engine:
    """The centre's PostgreSQL.  The URL holds no password that could be logged."""
    return create_engine(
        url,
        isolation_level="REPEATABLE READ",
        pool_pre_ping=True,
        hide_parameters=True,
    )


def _configure(raw: Any, key: bytes) -> None:
    raw.isolation_level = None  # we say BEGIN ourselves
    cursor = raw.cursor()
    cursor.execute("PRAGMA cipher_log_level = NONE")  # it would write to stderr
    cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA busy_timeout = 5000")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.close()
