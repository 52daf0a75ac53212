"""Which rows a transaction of the centre has written: PostgreSQL's own triggers say it.

They are made by `kundcenter centre init` and are silent where nobody listens.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Engine, Table, event, text

from db.sync.images import key_columns
from db.tables import SYNCED
from db.types import Bytes, Id

_LISTEN = (
    "CREATE TEMP TABLE IF NOT EXISTS touched (entity text, key text, PRIMARY KEY (entity, key)) "
    "ON COMMIT DELETE ROWS"
)


def listen(engine: Engine) -> None:
    """Let every connection of the engine hear what it has written."""

    @event.listens_for(engine, "connect")
    def _connected(raw: Any, _record: Any) -> None:
        with raw.cursor() as cursor:
            cursor.execute(_LISTEN)
        raw.commit()

    engine.dispose()  # connections of before hear nothing


def taken(connection: Connection) -> list[tuple[str, str]]:
    """The rows that were written since it was last asked, each once: table and key."""
    found = connection.execute(text("DELETE FROM pg_temp.touched RETURNING entity, key"))
    return sorted((row.entity, row.key) for row in found)


def install(connection: Connection) -> None:
    """Make the triggers of every shared table, anew where they are already."""
    for table in SYNCED:
        for statement in _statements(table):
            connection.exec_driver_sql(statement)


def _statements(table: Table) -> Iterator[str]:
    name = table.name
    yield (
        f"CREATE OR REPLACE FUNCTION note_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF to_regclass('pg_temp.touched') IS NULL THEN RETURN NULL; END IF; "
        f"IF TG_OP = 'DELETE' THEN "
        f"INSERT INTO pg_temp.touched VALUES ('{name}', {key(table, 'OLD')}) "
        "ON CONFLICT DO NOTHING; ELSE "
        f"INSERT INTO pg_temp.touched VALUES ('{name}', {key(table, 'NEW')}) "
        "ON CONFLICT DO NOTHING; END IF; RETURN NULL; END $$"
    )
    yield (
        f"CREATE OR REPLACE TRIGGER {name}_noted AFTER INSERT OR UPDATE OR DELETE ON {name} "
        f"FOR EACH ROW EXECUTE FUNCTION note_{name}()"
    )


def key(table: Table, row: str) -> str:
    """The key of the row, as SQL that both the triggers and the policies have."""
    return " || '/' || ".join(_part(table, row, name) for name in key_columns(table.name))


def _part(table: Table, row: str, name: str) -> str:
    kind = table.c[name].type
    if isinstance(kind, Id):
        return f"replace({row}.{name}::text, '-', '')"
    return f"encode({row}.{name}, 'hex')" if isinstance(kind, Bytes) else f"{row}.{name}::text"
