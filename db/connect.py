"""Open the desk's encrypted file and the centre's PostgreSQL."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, make_url

from db.faults import CentralUnsafe, StoreEngineUnsafe

__all__ = [  # whoever opens a database has its Engine from here too
    "IMMEDIATE",
    "Access",
    "Engine",
    "check_central",
    "check_engine",
    "check_settings",
    "checkpoint",
    "open_central",
    "open_local",
    "open_raw",
]

IMMEDIATE: dict[str, Any] = {"sqlite_begin": "IMMEDIATE"}

# A reset WAL could be mistaken for a fresh one: acknowledged commits were lost.
_WAL_RESET_FIRST, _WAL_RESET_LAST = (3, 7, 0), (3, 51, 2)

CACHE_KIB = 64 * 1024


_PRAGMAS = (
    "synchronous = FULL",
    "fullfsync = ON",  # where the system's fsync leaves it to the drive (macOS)
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # else REPLACE deletes past the triggers
    "busy_timeout = 5000",
    "temp_store = MEMORY",  # nothing of a query's own is ever written to a file
    f"cache_size = -{CACHE_KIB}",
    "wal_autocheckpoint = 4000",  # pages: so seldom that 99 verbs of 100 never wait for one
    "secure_delete = ON",
)

_NEEDED = (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("temp_store", 2))


OLDEST_CENTRAL = 15  # major version of PostgreSQL
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_CENTRAL: dict[str, Any] = {  # without these a wire that is cut is not noticed for minutes
    "connect_timeout": 5,
    "keepalives": 1,
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
    "application_name": "kundcenter",
}
_LIMITS = (
    "-c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=30000"
)


class Access(StrEnum):
    """What may be done with the file, in the words of SQLite."""

    MAKE = "rwc"  # also make a new, empty one: never where one is expected
    WRITE = "rw"
    READ = "ro"


def check_engine(version: tuple[int, ...]) -> None:
    """Raise StoreEngineUnsafe when the SQLite version is inside the WAL-reset window."""
    if _WAL_RESET_FIRST <= version <= _WAL_RESET_LAST:
        raise StoreEngineUnsafe(version=".".join(map(str, version)))


def open_raw(path: Path, key: bytes, access: Access = Access.MAKE) -> Any:
    """A plain driver connection to the encrypted file: keyed, and nothing else.

    Raises the driver's errors; see db.faults.translated_raw.
    """
    check_engine(tuple(sqlcipher.sqlite_version_info))
    raw = sqlcipher.connect(
        f"{path.absolute().as_uri()}?mode={access}",
        uri=True,
        timeout=5,
        check_same_thread=False,
        isolation_level=None,  # we say BEGIN ourselves
    )
    raw.execute("PRAGMA cipher_log_level = NONE")  # it would write to stderr
    raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return raw


def open_local(path: Path, key: bytes, access: Access = Access.MAKE) -> Engine:
    """The desk's file.  `key` is the raw 256-bit key of SQLCipher.

    Raises StoreEngineUnsafe.  A wrong key shows at the first statement, as StoreDamaged.
    """
    check_engine(tuple(sqlcipher.sqlite_version_info))
    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=lambda: open_raw(path, key, access),
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=2,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect", insert=True)
    def _connected(raw: Any, _record: Any) -> None:
        if access is not Access.READ:
            raw.execute("PRAGMA journal_mode = WAL")
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # Deferred writers that read first lose to each other, whatever the time-out.
        mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute(f"BEGIN {mode}")  # SQLAlchemy's way to say it takes eight times as long

    return engine


def check_settings(connection: Connection) -> None:
    """Raise StoreEngineUnsafe when the file is not kept as safely as we asked for.

    SQLite ignores a setting that it does not know or cannot give, without a word.
    """
    for name, wanted in _NEEDED:
        if connection.exec_driver_sql(f"PRAGMA {name}").scalar() != wanted:
            raise StoreEngineUnsafe(setting=name)
    if not connection.exec_driver_sql("PRAGMA cipher_version").scalar():
        raise StoreEngineUnsafe(setting="cipher_version")


def checkpoint(engine: Engine) -> None:
    """Bring the log's content into the file and empty the log.  Raises the driver's errors."""
    with engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def open_central(url: str, *, connections: int = 5, patient: bool = False) -> Engine:
    """The centre's PostgreSQL.  The URL holds no password that could be logged.

    At most twice as many `connections` are open at once, and two more.  With `patient` a statement
    may take as long as it likes, as when a schema is made.
    """
    target = make_url(url)
    arguments = _CENTRAL | ({} if patient else {"options": _LIMITS})
    host = target.host or target.query.get("host") or ""
    if host and host not in _HERE and not str(host).startswith("/"):
        arguments |= {"sslmode": "verify-full"} if "sslmode" not in target.query else {}
    return create_engine(
        target,
        connect_args=arguments,
        isolation_level="REPEATABLE READ",
        pool_size=connections,
        max_overflow=connections + 2,
        pool_timeout=10,
        pool_pre_ping=True,
        hide_parameters=True,
    )


def check_central(connection: Connection) -> None:
    """Raise CentralUnsafe when the server is too old, or may lose what it has said is kept."""
    for setting, good in (
        ("synchronous_commit", {"on", "remote_apply"}),
        ("fsync", {"on"}),
        ("full_page_writes", {"on"}),
    ):
        found = connection.exec_driver_sql(f"SHOW {setting}").scalar()
        if found not in good:
            raise CentralUnsafe(setting=setting, found=found)
    version = int(connection.exec_driver_sql("SHOW server_version_num").scalar() or 0)
    if version < OLDEST_CENTRAL * 10_000:
        raise CentralUnsafe(setting="server_version", found=version // 10_000)
