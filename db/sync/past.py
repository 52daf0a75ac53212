"""What is past of a person, into the bucket of the one desk that has a reason to ask for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, delete, insert, or_, select

from db import access_log
from db.exchange_tables import arrivals, recalls
from db.journal import entries
from db.operators import operators
from db.parts import parts
from db.people import identities, people
from db.sync import feed
from db.sync.buckets import parents
from db.sync.feed import Key
from db.sync.kin import KIN
from kundcenter.domain.access_log import AccessRecord, Activity, Level
from kundcenter.domain.feed import asked_for
from kundcenter.domain.identity import PersonId

FRESH = timedelta(minutes=10)  # since the access record came here: the desk's clock is not asked
_NAMED_BESIDE = frozenset({"identities", "name_words"})  # wherever their person is


def note_arrival(
    connection: Connection, device_id: UUID, records: Sequence[AccessRecord], at: datetime
) -> None:
    """Remember when a desk's access records came."""
    connection.execute(insert(arrivals), {"device_id": device_id, "n": records[-1].n, "at": at})


def recall(
    connection: Connection,
    device_id: UUID,
    n: int,
    about: UUID | PersonId,
    *,
    teams: Collection[str],
    at: datetime,
) -> bool:
    """Publish what is past of a person to the desk; returns whether there was anything.

    By access record number `n` the desk's operator has opened the record of the person named, or
    has sought somebody without finding them.  Such a search is good for one question.
    """
    record = _fresh(connection, device_id, n, at)
    if record is None:
        return False
    if isinstance(about, UUID):
        person_id: UUID | None = about
        allowed = record.activity is Activity.READ and record.level == Level.RECORD
        persons = _registrations(connection, about)
        if not allowed or record.person_id not in persons:
            return False
    else:
        if record.activity is not Activity.SEARCH or record.person_id is not None:
            return False
        if _is_used(connection, device_id, n):
            return False
        person_id = _of_identity(connection, about)
        persons = _registrations(connection, person_id) if person_id else ()
    _note(connection, device_id, n, person_id, at)
    keys = _seeds(connection, persons, teams, whole=isinstance(about, UUID))
    if not keys:
        return False
    bucket = asked_for(device_id)
    before = feed.heads(connection, [bucket]).get(bucket, 0)
    came = feed.give(connection, bucket, _with_all(connection, keys, teams), at)
    return came.get(bucket, before) > before


def _fresh(connection: Connection, device_id: UUID, n: int, at: datetime) -> AccessRecord | None:
    """The desk's access record, if it has just come from an operator who may still work."""
    came = connection.execute(
        select(arrivals.c.at)
        .where(arrivals.c.device_id == device_id, arrivals.c.n >= n)
        .order_by(arrivals.c.n)
        .limit(1)
    ).scalar()
    if came is None or at - came > FRESH:
        return None
    log = access_log.access_log
    query = (
        access_log.rows.select()
        .join(operators, operators.c.id == log.c.operator_id)
        .where(log.c.device_id == device_id, log.c.n == n, operators.c.disabled_at.is_(None))
    )
    return access_log.rows.one(connection, query)


def _registrations(connection: Connection, person_id: UUID) -> tuple[UUID, ...]:
    """Every registration of the person, whichever is named."""
    kept = connection.execute(select(people.c.merged_into).where(people.c.id == person_id)).scalar()
    kept = kept or person_id
    query = select(people.c.id).where(or_(people.c.id == kept, people.c.merged_into == kept))
    return tuple(connection.execute(query).scalars())


def _of_identity(connection: Connection, identity: PersonId) -> UUID | None:
    """Who has the identity, or had it."""
    for table, column in ((people, people.c.id), (identities, identities.c.person_id)):
        found: UUID | None = connection.execute(
            select(column).where(
                table.c.id_value == identity.value, table.c.id_kind == identity.kind
            )
        ).scalar()
        if found is not None:
            return found
    return None


def _is_used(connection: Connection, device_id: UUID, n: int) -> bool:
    query = select(recalls.c.n).where(recalls.c.device_id == device_id, recalls.c.n == n)
    return connection.execute(query).first() is not None


def _note(
    connection: Connection, device_id: UUID, n: int, person_id: UUID | None, at: datetime
) -> None:
    connection.execute(delete(recalls).where(recalls.c.device_id == device_id, recalls.c.n == n))
    row = {"device_id": device_id, "n": n, "person_id": person_id, "at": at}
    connection.execute(insert(recalls), row)


def _seeds(
    connection: Connection, persons: Collection[UUID], teams: Collection[str], *, whole: bool
) -> list[Key]:
    """What of the persons is past in the teams; of who was only sought, who they are.

    Whoever is in a team's bucket is at the desk already.
    """
    keys: list[Key] = [("people", id.hex) for id in persons]
    if whole:
        for table in (entries, parts):
            query = select(table.c.id).where(table.c.person_id.in_(persons))
            keys += [(table.name, id.hex) for id in connection.execute(query).scalars()]
    places = feed.where(connection, keys)
    return [
        key
        for key in keys
        if places.past.get(key, set()).intersection(teams)
        and not places.here.get(key, {}).keys() & set(teams)
    ]


def _with_all(connection: Connection, seeds: Collection[Key], teams: Collection[str]) -> set[Key]:
    """The rows, with what they point to and what belongs to them, as far as the teams have it."""
    found, fresh = set(seeds), list(seeds)
    while fresh:
        near: set[Key] = set(feed.kin_of(connection, fresh, KIN))
        for (entity, _), body in feed.bodies_of(connection, fresh).items():
            near.update(parents(entity, body))
        near -= found
        places = feed.where(connection, sorted(near))
        fresh = [
            key
            for key in sorted(near)
            if key[0] in _NAMED_BESIDE or not teams_of(places, key).isdisjoint(teams)
        ]
        found.update(fresh)
    return found


def teams_of(places: feed.Places, key: Key) -> set[str]:
    """The buckets that the row is in, or was."""
    return {*places.here.get(key, {}), *places.past.get(key, ())}
