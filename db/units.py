"""Units in the store."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Column, Text

from db.base import Rows, table
from db.base import Unit as UnitOfWork
from db.types import Code, Id
from kundcenter.domain.units import Unit, UnitKind, UnitNotFound

units = table(
    "units",
    Column("id", Id, primary_key=True),
    Column("hsa_id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", Code(UnitKind), nullable=False),
    Column("municipality", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("hours", Text, nullable=False),
)

rows = Rows(units, Unit)


class SqlUnits:
    """Units by id; all of them for the lists of the card."""

    def __init__(self, unit: UnitOfWork) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Unit:
        """The unit.  Raises UnitNotFound."""
        self._unit.note_read("unit", id)
        found = rows.get(self._on, id)
        if found is None:
            raise UnitNotFound(id=id)
        return found

    def put(self, unit: Unit) -> None:
        rows.put(self._on, unit)
        self._unit.note_wrote("unit", unit.id)

    def all(self) -> tuple[Unit, ...]:
        return rows.all(self._on, rows.select().order_by(units.c.name))
