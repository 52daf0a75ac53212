"""Column types on which SQLCipher and PostgreSQL agree."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    Date,
    DateTime,
    Dialect,
    LargeBinary,
    SmallInteger,
    String,
    Text,
    TypeDecorator,
    Uuid,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeEngine

# STRICT tables know five type names only; the rest of the house may go on saying String.
_STRICT_NAMES: tuple[tuple[type[TypeEngine[Any]], str], ...] = (
    (String, "TEXT"),
    (Text, "TEXT"),
    (DateTime, "TEXT"),
    (Date, "TEXT"),
    (Boolean, "INTEGER"),
    (BigInteger, "INTEGER"),
    (SmallInteger, "INTEGER"),
    (LargeBinary, "BLOB"),
)


def _render(affinity: str) -> Any:
    return lambda _type, _compiler, **_: affinity


for _type, _affinity in _STRICT_NAMES:
    compiles(_type, "sqlite")(_render(_affinity))


def time_text(at: datetime) -> str:
    """How SQLite keeps an instant: UTC without an offset, so that text sorts as time does."""
    return at.astimezone(UTC).isoformat(" ", "microseconds")[:26]


class Time(TypeDecorator[datetime]):
    """Aware in Python, UTC in the database.  A naive time is a bug and raises TypeError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        # Read and written here, and not by SQLAlchemy's own type: a list has many of them.
        kind: TypeEngine[Any] = String() if dialect.name == "sqlite" else DateTime(timezone=True)
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("naive time")
        return time_text(value) if dialect.name == "sqlite" else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if dialect.name == "sqlite":
            return datetime.fromisoformat(value + "+00:00")  # a replace takes six times as long
        at: datetime = value
        return at.astimezone(UTC)


class Id(TypeDecorator[UUID]):
    """A UUID: sixteen bytes in SQLite, the native type in PostgreSQL."""

    impl = Uuid
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        kind: TypeEngine[Any] = LargeBinary(16) if dialect.name == "sqlite" else Uuid()
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        if value is None or dialect.name != "sqlite":
            return value
        return value.bytes

    def process_result_value(self, value: Any, _dialect: Dialect) -> UUID | None:
        if value is None or isinstance(value, UUID):
            return value
        return UUID(bytes=bytes(value))


class Code(TypeDecorator[Any]):
    """A StrEnum kept as its own text; a text that is no member raises ValueError."""

    impl = Text
    cache_ok = True

    def __init__(self, codes: type[StrEnum]) -> None:
        super().__init__()
        self.codes = codes

    def process_bind_param(self, value: StrEnum | None, _dialect: Dialect) -> str | None:
        return None if value is None else self.codes(value).value

    def process_result_value(self, value: str | None, _dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.codes(value)


class Codes(TypeDecorator[Any]):
    """A set of StrEnum members kept as sorted words with a space between."""

    impl = Text
    cache_ok = True

    def __init__(self, codes: type[StrEnum]) -> None:
        super().__init__()
        self.codes = codes

    def process_bind_param(self, value: frozenset[StrEnum] | None, _dialect: Dialect) -> str | None:
        return None if value is None else " ".join(sorted(value))

    def process_result_value(
        self, value: str | None, _dialect: Dialect
    ) -> frozenset[StrEnum] | None:
        return None if value is None else frozenset(map(self.codes, value.split()))


class Day(TypeDecorator[date]):
    """A calendar date."""

    impl = Date
    cache_ok = True


class Bytes(TypeDecorator[bytes]):
    """Bytes, whatever buffer the driver hands out."""

    impl = LargeBinary
    cache_ok = True

    def process_result_value(self, value: Any, _dialect: Dialect) -> bytes | None:
        return None if value is None else bytes(value)
