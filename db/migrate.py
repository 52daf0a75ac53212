"""Bring a database to the schema that this program knows, or refuse a newer one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from db.connect import IMMEDIATE
from db.faults import StoreDamaged, StoreTooNew, translated

KNOWN = (
    *("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010"),
    *("0011", "0012", "0013", "0014", "0015", "0016"),
)
HEAD = KNOWN[-1]


def revision(connection: Connection) -> str | None:
    """The schema's revision; None for an empty database.  Asked by plain SQL: cheap."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def pending(engine: Engine) -> str | None:
    """The revision to start from when steps are waiting ("" for an empty database), else None.

    Raises StoreTooNew when the file was written by a newer program.
    """
    with translated(), engine.connect() as connection:
        found = revision(connection)
    if found == HEAD:
        return None
    if found is not None and found not in KNOWN:
        raise StoreTooNew(found=found, known=HEAD)
    return found or ""


def upgrade(engine: Engine, to: str = HEAD) -> None:
    """Run the steps that are waiting, all of them in one transaction.

    Killed at any moment, the database is as before or as after.  Raises StoreDamaged when a
    step left rows that point nowhere.
    """
    # Alembic costs half a second of start-up and is needed once per version.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    with (
        translated(),
        engine.connect().execution_options(**IMMEDIATE) as connection,
        _tables_made_anew(connection),
        connection.begin(),
    ):
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        if connection.dialect.name == "sqlite" and _pointing_nowhere(connection):
            raise StoreDamaged(why="references")


@contextmanager
def _tables_made_anew(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by making it anew; the rows that point to it have to bear that.

    The switch has no effect inside a transaction, so it is turned before one begins.
    """
    raw = connection.connection.dbapi_connection
    if connection.dialect.name != "sqlite" or raw is None:
        yield
        return
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys = ON")


def _pointing_nowhere(connection: Connection) -> bool:
    return connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None
