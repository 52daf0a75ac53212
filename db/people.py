"""Persons in the store, and every identity they have had."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Text, bindparam, func, select, text

from db import names
from db.base import Rows, Unit, table
from db.calls import calls
from db.calls import rows as call_rows
from db.journal import entries
from db.parts import parts
from db.types import Code, Day, Id, Time
from kundcenter.domain.calls import Call
from kundcenter.domain.identity import IdKind, PersonId, Sex
from kundcenter.domain.names import NameQuery
from kundcenter.domain.people import FormerIdentity, Person, PersonNotFound, Protection

BATCH = 500  # ids in one statement
CALLS_LOOKED_AT = 100  # of one number: somebody who rings every day has thousands

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
    Column("died_on", Text, nullable=False, server_default=text("''")),
    Column("language", Text, nullable=False, server_default=text("''")),
    Column("merged_into", Id),
    Index(None, "id_value", "id_kind", unique=True),
)
_is_merged = people.c.merged_into.is_not(None)
Index(None, people.c.merged_into, sqlite_where=_is_merged)

identities = table(
    "identities",
    Column("id", Id, primary_key=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("id_kind", Code(IdKind), nullable=False),
    Column("id_value", Text, nullable=False),
    Column("until_at", Time, nullable=False),
    Column("by", Id, nullable=False),
    Index(None, "id_value", "id_kind", unique=True),
    Index(None, "person_id"),
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
        "died_on": person.died_on,
        "language": person.language,
        "merged_into": person.merged_into,
    }


def _whole(columns: dict[str, Any]) -> Person:
    identity = PersonId(columns.pop("id_kind"), columns.pop("id_value"))
    return Person(person_id=identity, **columns)


def _flat_former(former: FormerIdentity) -> dict[str, Any]:
    columns = {each.name: getattr(former, each.name) for each in fields(FormerIdentity)}
    identity: PersonId = columns.pop("identity")
    return {**columns, "id_kind": identity.kind, "id_value": identity.value}


def _whole_former(columns: dict[str, Any]) -> FormerIdentity:
    identity = PersonId(columns.pop("id_kind"), columns.pop("id_value"))
    return FormerIdentity(identity=identity, **columns)


rows = Rows(people, Person, flat=_flat, whole=_whole)
former_rows = Rows(identities, FormerIdentity, flat=_flat_former, whole=_whole_former)

_BY_IDENTITY = rows.select().where(
    people.c.id_value == bindparam("value"), people.c.id_kind == bindparam("kind")
)
_MANY = rows.select().where(people.c.id.in_(bindparam("ids", expanding=True)))
_KEPT = select(func.coalesce(people.c.merged_into, people.c.id)).where(
    people.c.id == bindparam("person_id")
)
_MERGED = select(people.c.id).where(people.c.merged_into == bindparam("kept_id"))
_BY_FORMER = former_rows.select().where(
    identities.c.id_value == bindparam("value"), identities.c.id_kind == bindparam("kind")
)
_FORMER = former_rows.select().where(
    identities.c.person_id.in_(bindparam("person_ids", expanding=True))
)
_CALLS_SINCE = call_rows.select().where(
    calls.c.id.in_(
        select(parts.c.call_id).where(
            parts.c.person_id.in_(bindparam("person_ids", expanding=True))
        )
    ),
    calls.c.rang_at >= bindparam("start"),
)
# By the time of the call, so that the walk down the number's calls may stop early.
_OF_CALLER = (
    select(entries.c.person_id, calls.c.rang_at)
    .join(calls, calls.c.id == entries.c.call_id)
    .where(calls.c.number == bindparam("number"))
    .order_by(calls.c.rang_at.desc())
    .limit(bindparam("limit"))
)
_PART_OF_CALLER = (
    select(parts.c.person_id, calls.c.rang_at)
    .join(calls, calls.c.id == parts.c.call_id)
    .where(calls.c.number == bindparam("number"), parts.c.person_id.is_not(None))
    .order_by(calls.c.rang_at.desc())
    .limit(bindparam("limit"))
)


class SqlPeople:
    """Persons by id, by identity and by the numbers they have called from."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection
        self._clusters: dict[UUID, tuple[UUID, ...]] = {}

    def get(self, id: UUID) -> Person:
        """The person.  Raises PersonNotFound."""
        self._unit.note_read("person", id)
        person = rows.get(self._on, id)
        if person is None:
            raise PersonNotFound(id=id)
        return person

    def put(self, person: Person) -> None:
        """Add or replace the person, and the words by which they are found."""
        rows.put(self._on, person)
        names.index(self._on, person)
        self._clusters.clear()
        self._unit.note_wrote("person", person.id)

    def by_identity(self, identity: PersonId) -> Person | None:
        """Who has the identity, or had it once; of a merged person the one who is kept."""
        sought = {"value": identity.value, "kind": identity.kind}
        person = rows.one(self._on, _BY_IDENTITY, **sought)
        if person is None:
            former = former_rows.one(self._on, _BY_FORMER, **sought)
            person = rows.get(self._on, former.person_id) if former else None
        return person if person is None else self.kept(person)

    def kept(self, person: Person) -> Person:
        """The person, or the one whom they have been merged into."""
        if person.merged_into is None:
            return person
        return self.get(person.merged_into)

    def cluster(self, person_id: UUID) -> tuple[UUID, ...]:
        """Every registration of one person, whichever of them is asked for; the kept one first."""
        if person_id in self._clusters:
            return self._clusters[person_id]
        kept_id = self._on.execute(_KEPT, {"person_id": person_id}).scalar()
        if kept_id is None:
            return (person_id,)
        merged = self._on.execute(_MERGED, {"kept_id": kept_id})
        cluster = (kept_id, *sorted(row.id for row in merged))
        self._clusters |= dict.fromkeys(cluster, cluster)
        return cluster

    def calls_since(self, person_ids: Collection[UUID], start: datetime) -> tuple[Call, ...]:
        """Calls with a part about one of the persons that rang at `start` or later."""
        sought = {"person_ids": list(person_ids), "start": start}
        return call_rows.all(self._on, _CALLS_SINCE, **sought)

    def add_former(self, former: FormerIdentity) -> None:
        """Keep an identity that the person no longer goes by."""
        former_rows.add(self._on, former)

    def void_former(self, former: FormerIdentity) -> None:
        """Write what stays of an identity that the person goes by again."""
        former_rows.put(self._on, former)

    def former(self, person_ids: Collection[UUID]) -> tuple[FormerIdentity, ...]:
        """The identities that the persons had before, the latest first."""
        found = former_rows.all(self._on, _FORMER, person_ids=list(person_ids))
        return tuple(sorted(found, key=lambda each: each.until_at, reverse=True))

    def many(self, ids: Collection[UUID]) -> tuple[Person, ...]:
        """The persons, in the order of their ids; who is merged stands as the one kept, once."""
        found = {each.id: each for each in rows.all(self._on, _MANY, ids=list(ids))}
        kept = (self.kept(found[id]) for id in ids if id in found)
        return tuple({person.id: person for person in kept}.values())

    def some(self, ids: Collection[UUID]) -> dict[UUID, Person]:
        """Those of the persons that are here, each as registered, merged or not."""
        sought = list(ids)
        return {
            person.id: person
            for at in range(0, len(sought), BATCH)
            for person in rows.all(self._on, _MANY, ids=sought[at : at + BATCH])
        }

    def of_caller(self, number: str, limit: int) -> tuple[Person, ...]:
        """Persons whom the latest calls from the number were about, the latest first."""
        named = {"number": number, "limit": min(10 * limit, CALLS_LOOKED_AT)}
        about = [*self._on.execute(_OF_CALLER, named), *self._on.execute(_PART_OF_CALLER, named)]
        about.sort(key=lambda row: row.rang_at, reverse=True)
        newest = dict.fromkeys(row.person_id for row in about)
        return self.many(list(newest)[:limit])

    def named(self, query: NameQuery, limit: int) -> tuple[Person, ...]:
        """Persons whose names and birth date begin as the query says; none who is protected."""
        found = self.many(names.found(self._on, query, limit))
        return tuple(person for person in found if not person.protected)

    def alike(self, words: Collection[str], born: str, limit: int) -> tuple[Person, ...]:
        """Persons of the same day of birth who have one of the words; none who is protected."""
        ids = [id for word in words for id in names.alike(self._on, word, born, limit)]
        found = self.many(dict.fromkeys(ids))
        return tuple(person for person in found if not person.protected)[:limit]
