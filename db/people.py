"""Persons in the store, and every identity they have had."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Column, Index, Text, bindparam, select

from db.base import Rows, Unit, table
from db.calls import calls
from db.journal import entries
from db.types import Code, Day, Id, Time
from kundcenter.domain.identity import IdKind, PersonId, Sex
from kundcenter.domain.people import Person, PersonNotFound, Protection

people = table(
    "people",
    Column("id", Id, primary_key=True),
    Column("id_kind", Code(IdKind), nullable=False),
    Column("id_value", Text, nullable=False),
    Column("given_name", Text, nullable=False),
    Column("family_name", Text, nullable=False),
    Column("registered_at", Time, nullable=False),
    Column("sex", Code(Sex)),
    Column("born_on", Day),
    Column("protection", Code(Protection), nullable=False),
    Index(None, "id_value", "id_kind", unique=True),
)


def _flat(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "id_kind": person.person_id.kind,
        "id_value": person.person_id.value,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "registered_at": person.registered_at,
        "sex": person.sex,
        "born_on": person.born_on,
        "protection": person.protection,
    }


def _whole(columns: dict[str, Any]) -> Person:
    identity = PersonId(columns.pop("id_kind"), columns.pop("id_value"))
    return Person(person_id=identity, **columns)


rows = Rows(people, Person, flat=_flat, whole=_whole)

_BY_IDENTITY = rows.select().where(
    people.c.id_value == bindparam("value"), people.c.id_kind == bindparam("kind")
)
# By the time of the call, so that the walk down the number's calls may stop early.
_OF_CALLER = (
    select(entries.c.person_id)
    .join(calls, calls.c.id == entries.c.call_id)
    .where(calls.c.number == bindparam("number"))
    .order_by(calls.c.rang_at.desc())
    .limit(bindparam("limit"))
)


class SqlPeople:
    """Persons by id, by identity and by the numbers they have called from."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Person:
        """The person.  Raises PersonNotFound."""
        self._unit.note_read("person", id)
        person = rows.get(self._on, id)
        if person is None:
            raise PersonNotFound(id=id)
        return person

    def put(self, person: Person) -> None:
        rows.put(self._on, person)
        self._unit.note_wrote("person", person.id)

    def by_identity(self, identity: PersonId) -> Person | None:
        return rows.one(self._on, _BY_IDENTITY, value=identity.value, kind=identity.kind)

    def of_caller(self, number: str, limit: int) -> tuple[Person, ...]:
        """Persons whom earlier calls from the number were about, the latest first."""
        about = self._on.execute(_OF_CALLER, {"number": number, "limit": 10 * limit})
        newest = dict.fromkeys(row.person_id for row in about)
        found = (rows.get(self._on, id) for id in list(newest)[:limit])
        return tuple(person for person in found if person is not None)
