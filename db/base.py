"""The one MetaData, and how a frozen value and a row turn into each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Index,
    Insert,
    MetaData,
    Select,
    Table,
    Update,
    bindparam,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import SchemaItem

from kundcenter.changes import Change, Kind
from kundcenter.domain.slots import SignInAttempts, Slot

V = TypeVar("V")
CENTRE_ONLY = "centre_only"  # in the info of an index that no desk has

# In the statement's own words: a value of Python's would be bound anew at each execution.
ONE: ColumnElement[int] = literal_column("1")


def spelt(codes: Iterable[StrEnum]) -> list[ColumnElement[str]]:
    """Codes of ours in the statement's own words, for the same reason."""
    return [literal_column(f"'{code}'") for code in codes]


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


def centre_only(name: str, *columns: Column[Any], where: ColumnElement[bool] | None = None) -> None:
    """A unique index at the centre alone, which has the last word.

    At a desk rows come in any order, and what it did itself is undone and run again beside them.
    """
    index = Index(name, *columns, unique=True, sqlite_where=where, info={CENTRE_ONLY: True})
    index.ddl_if(dialect="postgresql")


class Unit:
    """What the stores of one unit of work share: a connection and a list of what was touched."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._read: dict[Change, None] = {}
        self._wrote: dict[Change, None] = {}
        self.slots: list[Slot] = []
        self.attempts: list[SignInAttempts] = []

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


class _Put(Insert):
    """An insertion that replaces the row with the same id."""

    inherit_cache = True


@compiles(_Put)
def _replacing(statement: _Put, compiler: Any, **named: Any) -> str:
    """Both databases know these words, so neither dialect's own construct is imported."""
    others = (column.name for column in statement.table.columns if column.name != "id")
    replaced = ", ".join(f"{name} = excluded.{name}" for name in others)
    return f"{compiler.visit_insert(statement, **named)} ON CONFLICT (id) DO UPDATE SET {replaced}"


class Rows(Generic[V]):
    """Keeps frozen values of one class in one table.

    Statements are built once and are given their values by name: building one costs several
    times as much as running it.

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
        self._add = insert(table)
        names = tuple(field.name for field in fields(value))  # type: ignore[arg-type]
        self._flat = flat or (lambda v: {name: getattr(v, name) for name in names})
        self._whole = whole or (lambda row: value(**row))
        columns = tuple(table.columns.keys()) if whole else names
        self._select = select(*(table.c[name] for name in columns))
        self._read: Callable[[Iterable[Any]], V] = (
            (lambda row: whole(dict(zip(columns, row, strict=True))))
            if whole
            else (lambda row: value(*row))  # by place: half the time of a list is spent here
        )

    def select(self) -> Select[Any]:
        """What every query of these rows begins with: the columns are read by their places."""
        return self._select

    def one(self, connection: Connection, query: Select[Any], **named: object) -> V | None:
        row = connection.execute(query, named).first()
        return None if row is None else self._read(row)

    def all(self, connection: Connection, query: Select[Any], **named: object) -> tuple[V, ...]:
        return tuple(self._read(row) for row in connection.execute(query, named))

    def get(self, connection: Connection, id: UUID) -> V | None:
        return self.one(connection, self._get, id=id)

    def add(self, connection: Connection, value: V) -> None:
        connection.execute(self._add, self._flat(value))

    def add_all(self, connection: Connection, values: Sequence[V]) -> None:
        """Add one value or more, by one statement."""
        connection.execute(self._add, [self._flat(value) for value in values])

    def put(self, connection: Connection, value: V, *, before: V | None = None) -> None:
        """Add the value, or replace the one with the same id.

        `before` is what the table holds, if that is known: then only the columns that differ are
        written, and the indexes of the others stay as they are.
        """
        row = self._flat(value)
        if before is None:
            connection.execute(self._put, row)
            return
        held = self._flat(before)
        changed = {name: new for name, new in row.items() if new != held[name]}
        if changed:
            connection.execute(self._change, {"row_id": row["id"], **changed})

    @cached_property
    def _get(self) -> Select[Any]:
        return self.select().where(self.table.c.id == bindparam("id"))

    @cached_property
    def _put(self) -> _Put:
        return _Put(self.table)

    @cached_property
    def _change(self) -> Update:
        return update(self.table).where(self.table.c.id == bindparam("row_id"))

    def whole(self, row: dict[str, Any]) -> V:
        """The value of a row's columns."""
        return self._whole(row)

    def row(self, value: V) -> dict[str, Any]:
        """The columns of a value, for bulk writing beneath the verbs."""
        return self._flat(value)
