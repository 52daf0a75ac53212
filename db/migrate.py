"""Bring a database to the schema that this program knows, or refuse a newer one."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from db.connect import IMMEDIATE
from db.faults import StoreTooNew, translated

HEAD = "0001"
KNOWN = ("0001",)


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
    """Run the steps that are waiting, all of them in one transaction."""
    # Alembic costs half a second of start-up and is needed once per version.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    with translated(), engine.execution_options(**IMMEDIATE).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)
