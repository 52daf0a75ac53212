"""Rows that are old leave the buckets of the teams; the centre remembers whose they were.

What is still going on stays, and with it all that it points to and all that belongs to that
(db.sync.kin).  What stays is found by PostgreSQL: no row is read into the program.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, delete, func, select, text, update

from db.exchange_tables import arrivals, buckets, recalls
from db.faults import translated
from db.sync import capture, grants
from db.sync.images import TABLES
from db.sync.kin import ABOUT, KIN, LASTING, UNFINISHED, pointers
from kundcenter.domain.ageing import KeepTerms
from kundcenter.domain.feed import MODULO, asked_for, team
from kundcenter.errors import Conflict, Unavailable

log = logging.getLogger(__name__)

ARRIVALS_KEPT = timedelta(days=1)
ATTEMPTS = 3
_PATIENCE = text("SELECT set_config('statement_timeout', '10min', true)")
_TURN = text("SELECT pg_advisory_lock(hashtextextended(:key, 0))")
_TURN_ENDS = text("SELECT pg_advisory_unlock(hashtextextended(:key, 0))")


def going_on() -> bool:
    """Nobody is waiting for it to end."""
    return False


class SqlAgeing:
    """Both chores, a bucket at a time, each in a transaction of its own."""

    def __init__(self, engine: Engine, terms: KeepTerms) -> None:
        self._engine, self._terms = engine, terms

    def age(self, now: datetime, stopping: Callable[[], bool] = going_on) -> int:
        """Let what is old leave the buckets; returns how many rows did.

        Begun anew, it goes on where it was broken off.  Raises StoreBusy, StoreAway.
        """
        left = 0
        for bucket in self._buckets():
            if stopping():
                return left
            if bucket.startswith(team("")):
                left += self.age_team(bucket, now - self._terms.team, now)
            elif bucket.startswith("device:"):
                device_id = UUID(bucket.partition(":")[2])
                left += self.age_asked_for(device_id, now - self._terms.asked_for, now)
        self._forget(now)
        if left:
            log.info("rows that are old have left their buckets: %d", left)
        return left

    def compact(self, now: datetime, stopping: Callable[[], bool] = going_on) -> int:
        """Delete what is old and superseded from the feed; returns how many rows."""
        count = 0
        for bucket in self._buckets():
            if stopping():
                break
            count += self.compact_bucket(bucket, now - self._terms.feed)
        if count:
            log.info("rows of the feed that are old and superseded are gone: %d", count)
        return count

    def age_team(self, bucket: str, cutoff: datetime, now: datetime) -> int:
        """Let what was written before the cutoff leave a team's bucket."""
        lasting = {"cutoff": cutoff, "lasting": sorted(LASTING)}

        def aged(connection: Connection) -> int:
            _gather(connection, bucket, "f.at >= :cutoff OR c.entity = ANY(:lasting)", lasting)
            for name, condition in UNFINISHED.items():
                if condition != "false":
                    _keep(connection, name, condition, {"now": now})
            return _let_go(connection, bucket, now)

        return self._tried(bucket, aged)

    def age_asked_for(self, device_id: UUID, cutoff: datetime, now: datetime) -> int:
        """Let leave a desk's own bucket what it asked for before the cutoff."""
        bucket = asked_for(device_id)
        named = {"device": device_id, "cutoff": cutoff}

        def aged(connection: Connection) -> int:
            _gather(connection, bucket, "false", {})
            _keep(connection, "people", f"t.id IN ({_ASKED})", named)
            for name in ("entries", "parts"):
                _keep(connection, name, f"t.person_id IN ({_ASKED})", named)
            return _let_go(connection, bucket, now)

        return self._tried(bucket, aged)

    def compact_bucket(self, bucket: str, cutoff: datetime) -> int:
        """Delete what was superseded, or left, and is older than the cutoff."""

        def compacted(connection: Connection) -> int:
            found = connection.execute(_COMPACT, {"bucket": bucket, "cutoff": cutoff}).one()
            if found.gone:
                connection.execute(
                    update(buckets)
                    .where(buckets.c.id == bucket)
                    .values(oldest=func.greatest(buckets.c.oldest, found.oldest))
                )
            return int(found.gone)

        return self._tried(bucket, compacted)

    def _tried(self, bucket: str, act: Callable[[Connection], int]) -> int:
        """Done in a transaction that has the bucket to itself; again when somebody was first."""
        attempt = 1
        while True:
            try:
                with self._held(bucket) as connection:
                    return act(connection)
            except (Unavailable, Conflict):
                if attempt == ATTEMPTS:
                    raise
                attempt += 1

    def _buckets(self) -> list[str]:
        with translated(), self._engine.connect() as connection:
            return list(connection.execute(select(buckets.c.id).order_by(buckets.c.id)).scalars())

    @contextmanager
    def _held(self, bucket: str) -> Iterator[Connection]:
        """A transaction that has the bucket to itself.

        Its counter is taken first: whoever publishes meanwhile has another moment, and is told by
        PostgreSQL to begin anew.  Pushes of the same team wait, and need not.
        """
        with translated(), self._engine.connect() as connection:
            turn = {"key": f"push {bucket.removeprefix(team(''))}"}
            connection.execute(_TURN, turn)
            connection.commit()
            try:
                with connection.begin():
                    connection.execute(_PATIENCE)
                    grants.name_bucket(connection, bucket)
                    query = select(buckets.c.id).where(buckets.c.id == bucket)
                    connection.execute(query.with_for_update())
                    yield connection
            finally:
                if not connection.invalidated:
                    connection.execute(_TURN_ENDS, turn)
                    connection.commit()

    def _forget(self, now: datetime) -> None:
        """What nobody asks about any more."""
        with translated(), self._engine.begin() as connection:
            connection.execute(delete(arrivals).where(arrivals.c.at < now - ARRIVALS_KEPT))
            connection.execute(delete(recalls).where(recalls.c.at < now - self._terms.asked_for))


# Every registration of the persons whom the desk has asked for.
_ASKED = (
    "SELECT p.id FROM people p JOIN people a ON coalesce(p.merged_into, p.id) = "
    "coalesce(a.merged_into, a.id) JOIN centre_recalls r ON r.person_id = a.id "
    "WHERE r.device_id = :device AND r.at >= :cutoff"
)
_COMPACT = text(
    "WITH gone AS (DELETE FROM centre_feed f WHERE f.bucket = :bucket AND f.at < :cutoff "
    "AND NOT EXISTS (SELECT 1 FROM centre_current c WHERE c.bucket = f.bucket AND c.seq = f.seq "
    "AND c.past_at IS NULL) RETURNING f.seq) "
    "SELECT count(*) AS gone, max(seq) AS oldest FROM gone"
)
_OUT = text(  # what nothing that stays leads to
    "WITH RECURSIVE stays(entity, key) AS ("
    "SELECT entity, key FROM ageing WHERE stays UNION "
    "SELECT l.to_entity, l.to_key FROM stays s "
    "JOIN ageing_leads l ON l.entity = s.entity AND l.key = s.key) "
    "DELETE FROM ageing a USING stays s WHERE a.entity = s.entity AND a.key = s.key"
)
_LEAVE = text(
    "INSERT INTO centre_feed (bucket, seq, entity, key, body, at, past) "
    "SELECT :bucket, :seq + row_number() OVER (ORDER BY entity, key), entity, key, NULL, :now, "
    "true FROM ageing"
)
_PAST = text(
    "UPDATE centre_current c SET past_at = :now, seq = a.seq FROM "
    "(SELECT entity, key, :seq + row_number() OVER (ORDER BY entity, key) AS seq FROM ageing) a "
    "WHERE c.bucket = :bucket AND c.entity = a.entity AND c.key = a.key"
)


def _gather(connection: Connection, bucket: str, stays: str, named: dict[str, Any]) -> None:
    """The rows of the bucket into a table of this transaction, and what leads to what."""
    for statement in (
        "CREATE TEMP TABLE ageing (entity text, key text, sum numeric, stays boolean, "
        "PRIMARY KEY (entity, key)) ON COMMIT DROP",
        "CREATE TEMP TABLE ageing_leads (entity text, key text, to_entity text, to_key text) "
        "ON COMMIT DROP",
    ):
        connection.exec_driver_sql(statement)
    connection.execute(
        text(
            "INSERT INTO ageing SELECT c.entity, c.key, c.sum::numeric, "  # noqa: S608  our own words
            f"coalesce({stays}, false) FROM centre_current c JOIN centre_feed f "
            "ON f.bucket = c.bucket AND f.seq = c.seq "
            "WHERE c.bucket = :bucket AND c.past_at IS NULL"
        ),
        {"bucket": bucket, **named},
    )
    connection.exec_driver_sql("ANALYZE ageing")


def _keep(connection: Connection, name: str, condition: str, named: dict[str, Any]) -> None:
    """These rows of a table stay, if they are in the bucket."""
    key = capture.key(TABLES[name], "t")
    connection.execute(
        text(
            f"UPDATE ageing a SET stays = true FROM {name} t "  # noqa: S608  our own names
            f"WHERE NOT a.stays AND a.entity = '{name}' AND a.key = {key} AND ({condition})"
        ),
        named,
    )


def _let_go(connection: Connection, bucket: str, now: datetime) -> int:
    """Every row that nothing leads to leaves the bucket; the sum goes with them."""
    for statement in _leads():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("CREATE INDEX ON ageing_leads (entity, key)")
    connection.exec_driver_sql("ANALYZE ageing_leads")
    connection.execute(_OUT)
    count, total = connection.execute(
        text("SELECT count(*), coalesce(sum(sum), 0) FROM ageing")
    ).one()
    if not count:
        return 0
    state = connection.execute(select(buckets).where(buckets.c.id == bucket)).one()
    moved = {"bucket": bucket, "seq": state.seq, "now": now}
    connection.execute(_LEAVE, moved)
    connection.execute(_PAST, moved)
    connection.execute(
        update(buckets)
        .where(buckets.c.id == bucket)
        .values(
            seq=state.seq + count,
            size=state.size - count,
            total=str((int(state.total) - int(total)) % MODULO),
        )
    )
    return int(count)


def _leads() -> Iterator[str]:
    """For the rows of the bucket: which row keeps which."""
    for name, column, other in pointers():
        yield _lead(name, (name, _KEYS[name]), (other, _id(column)), f"t.{column} IS NOT NULL")
    for other, kin in KIN.items():
        for name, column in kin:
            to = (name, _KEYS[name])
            yield _lead(name, (other, _id(column)), to, f"t.{column} IS NOT NULL")
    about = " ".join(f"WHEN '{kind}' THEN '{name}'" for kind, name in ABOUT.items())
    named = f"CASE t.about_kind {about} END"
    yield (
        "INSERT INTO ageing_leads SELECT 'work_items', a.key, "  # noqa: S608  our own names
        f"{named}, {_id('about_id')} FROM work_items t JOIN ageing a ON a.entity = 'work_items' "
        f"AND a.key = {_KEYS['work_items']} WHERE t.about_id IS NOT NULL"
    )
    yield (  # a note that is still being written, and the entry that it says it follows
        "INSERT INTO ageing_leads SELECT 'waiting_entries', "  # noqa: S608  our own names
        f"{_id('entry_id')}, 'entries', {_id('follows')} FROM entry_versions t "
        "JOIN waiting_entries w ON w.entry_id = t.entry_id WHERE t.follows IS NOT NULL"
    )


def _lead(name: str, one: tuple[str, str], other: tuple[str, str], condition: str) -> str:
    """Of each row of a table that is in the bucket: one row keeps the other."""
    return (
        f"INSERT INTO ageing_leads SELECT '{one[0]}', {one[1]}, '{other[0]}', {other[1]} "  # noqa: S608
        f"FROM {name} t JOIN ageing a ON a.entity = '{name}' AND a.key = {_KEYS[name]} "
        f"WHERE {condition}"
    )


def _id(column: str) -> str:
    return f"replace(t.{column}::text, '-', '')"


_KEYS = {name: capture.key(TABLES[name], "t") for name in UNFINISHED}
