"""What each operator likes: theme, text size and the like."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Column, Text, delete, insert, select

from db.base import Unit, table
from db.types import Id

choices = table(
    "choices",
    Column("operator_id", Id, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)


class SqlChoices:
    """Choices of one operator by name."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def of(self, operator_id: UUID) -> dict[str, str]:
        query = select(choices.c.name, choices.c.value).where(choices.c.operator_id == operator_id)
        return {row.name: row.value for row in self._on.execute(query)}

    def put(self, operator_id: UUID, name: str, value: str) -> None:
        self._on.execute(
            delete(choices).where(choices.c.operator_id == operator_id, choices.c.name == name)
        )
        self._on.execute(
            insert(choices), {"operator_id": operator_id, "name": name, "value": value}
        )
        self._unit.note_wrote("choice", operator_id)
