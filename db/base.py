"""The one MetaData, and how a frozen value and a row turn into each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Connection, MetaData, Select, Table, insert, select, update
from sqlalchemy.schema import SchemaItem

from kundcenter.changes import Change, Kind

V = TypeVar("V")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def table(name: str, *parts: SchemaItem) -> Table:
    """A table of the house: in the one MetaData, and STRICT where SQLite keeps it."""
    return Table(name, metadata, *parts, sqlite_strict=True)


class Unit:
    """What the stores of one unit of work share: a connection and a list of what was touched."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._read: dict[Change, None] = {}
        self._wrote: dict[Change, None] = {}

    def note_read(self, kind: Kind, id: UUID) -> None:
        self._read[Change(kind, id)] = None

    def note_wrote(self, kind: Kind, id: UUID) -> None:
        self._wrote[Change(kind, id)] = None

    @property
    def read(self) -> tuple[Change, ...]:
        return tuple(self._read)

    @property
    def wrote(self) -> tuple[Change, ...]:
        return tuple(self._wrote)


class Rows(Generic[V]):
    """Keeps frozen values of one class in one table.

    Columns are named as the fields of the class; where they are not, `flat` and `whole`
    say how a value becomes columns and columns a value.
    """

    def __init__(
        self,
        table: Table,
        value: type[V],
        *,
        flat: Callable[[V], dict[str, Any]] | None = None,
        whole: Callable[[dict[str, Any]], V] | None = None,
    ) -> None:
        self.table = table
        names = tuple(field.name for field in fields(value))  # type: ignore[arg-type]
        self._flat = flat or (lambda v: {name: getattr(v, name) for name in names})
        self._whole = whole or (lambda row: value(**row))

    def select(self) -> Select[Any]:
        return select(self.table)

    def one(self, connection: Connection, query: Select[Any]) -> V | None:
        row = connection.execute(query).mappings().first()
        return None if row is None else self._whole(dict(row))

    def all(self, connection: Connection, query: Select[Any]) -> tuple[V, ...]:
        return tuple(self._whole(dict(row)) for row in connection.execute(query).mappings())

    def get(self, connection: Connection, id: UUID) -> V | None:
        return self.one(connection, self.select().where(self.table.c.id == id))

    def add(self, connection: Connection, value: V) -> None:
        connection.execute(insert(self.table), self._flat(value))

    def replace(self, connection: Connection, value: V) -> None:
        row = self._flat(value)
        key = row.pop("id")
        connection.execute(update(self.table).where(self.table.c.id == key).values(row))

    def put(self, connection: Connection, value: V) -> None:
        """Add the value, or replace the one with the same id."""
        row = self._flat(value)
        key = row.pop("id")
        done = connection.execute(update(self.table).where(self.table.c.id == key).values(row))
        if done.rowcount == 0:
            connection.execute(insert(self.table), {"id": key, **row})

    def row(self, value: V) -> dict[str, Any]:
        """The columns of a value, for bulk writing beneath the verbs."""
        return self._flat(value)
