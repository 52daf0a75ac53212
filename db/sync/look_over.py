"""A desk looks over its own rows: are they what the centre has given?

Nothing here repairs a row.  What a desk holds is written down as what is really there; then its
sums differ from the centre's, and exactly those rows are fetched (db.sync.mending).  It finds what
the file's own check sums cannot: a bug of ours, or somebody's SQL.
"""

from __future__ import annotations

import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Engine, func, select, text

from db import operations
from db.connect import IMMEDIATE
from db.exchange_tables import answers, aside, before, cursors, held, shapes
from db.faults import translated
from db.local import mark, marked
from db.operators import operators, sessions
from db.sync import holding, restoring
from db.sync.holding import Key, Share
from db.sync.images import TABLES, body_of
from db.sync.news import change_of
from db.sync.touches import key_sql
from kundcenter.changes import Change
from kundcenter.domain.feed import MODULO, REFERENCE, Why, row_sum
from kundcenter.operations import decode_operation

log = logging.getLogger(__name__)

EVERY = timedelta(days=1)
BITE = 0.008  # seconds after which no more is begun
ROWS = 40  # read at a time: a few milliseconds
DONE = "sync_looked_over"  # the mark that says when all had been looked over last
UNREADABLE = 0  # what a row adds that cannot be read


@dataclass(slots=True)
class LookOver:
    """One desk's.  Forgets how far it has come when the program ends."""

    engine: Engine
    device_id: UUID
    now: Callable[[], datetime]
    _place: tuple[str, str] | None = None  # among what is held; None when no pass goes on
    _tables: list[str] = field(default_factory=list)  # still to be looked through for what is not
    _row: int = 0
    _found: int = 0
    _again: bool = False

    def again(self) -> None:
        """Something did not fit: begin anew as soon as there is time."""
        self._again = True

    def bite(self) -> bool:
        """Look at a few rows, for some milliseconds; returns whether there is more to look at.

        Raises as every access to the store.
        """
        with translated():
            if self._place is None and not self._begin():
                return False
            end = time.perf_counter() + BITE
            while self._step():
                if time.perf_counter() >= end:
                    return True
            self._end()
        return False

    def all(self) -> int:
        """Look at everything now; returns how many rows were not as the centre gave them."""
        self._again = True
        while self.bite():
            pass
        return self._found

    def _begin(self) -> bool:
        with self.engine.connect() as connection:
            last = marked(connection, DONE)
        now = self.now()
        due = last is None or not now - EVERY < datetime.fromisoformat(last) <= now
        if not (due or self._again):
            return False
        self._place, self._again, self._found = ("", ""), False, 0
        self._tables, self._row = sorted(TABLES), 0
        return True

    def _end(self) -> None:
        self._place = None
        with self.engine.execution_options(**IMMEDIATE).begin() as connection:
            mark(connection, DONE, self.now().isoformat())
        log.info("looked over: %d rows were not as the centre gave them", self._found)

    def _step(self) -> bool:
        """The next few rows; returns False when there are none."""
        assert self._place is not None
        with self.engine.connect() as connection:
            some = _held_after(connection, self._place)
            wrong = {key for its in _wrong(connection, some).values() for key in its}
            extra: list[Key] = []
            if not some and self._tables:
                last, extra = _unheld(connection, self._tables[0], self._row)
                if last is None:
                    self._tables.pop(0)
                self._row = last or 0
        if some:
            self._place = some[-1]
        if wrong:
            self._correct(wrong)
        if extra:
            self._add(extra)
        return bool(some or self._tables)

    def _correct(self, suspects: Iterable[Key]) -> None:
        """Hold as what it is what still differs now that nobody else writes."""
        with self.engine.execution_options(**IMMEDIATE).begin() as connection:
            wrong = _wrong(connection, suspects)
            self._hold(connection, wrong)
        count = len({key for its in wrong.values() for key in its})
        self._note(count, "were not as the centre gave them")

    def _add(self, suspects: Iterable[Key]) -> None:
        """Hold what nobody gave, so that it is seen to be too much."""
        with self.engine.execution_options(**IMMEDIATE).begin() as connection:
            if not _settled(connection, self.device_id):
                return
            own = _own_records(connection, self.device_id)
            extra: dict[Key, Share | None] = {}
            rows = list(suspects)
            beneath = {
                (each.entity, each.key)
                for each in _rows_of(connection, before, rows)
                if each.row is not None  # it was there before anything was done to it here
            }
            for key, body in _given(connection, rows).items():
                if holding.is_held(connection, key):
                    continue
                if key not in beneath and _is_own(connection, key, body, own):
                    continue
                extra[key] = Share(UNREADABLE if body is None else row_sum(*key, body))
            self._hold(connection, {REFERENCE: extra})
        self._note(len(extra), "had not come from the centre")

    def _hold(
        self, connection: Connection, changes: Mapping[str, Mapping[Key, Share | None]]
    ) -> None:
        for bucket, shares in changes.items():
            query = select(cursors).where(cursors.c.bucket == bucket)
            row = connection.execute(query).first()
            if row is None or not shares:
                continue
            old = holding.sums_of(connection, bucket, shares)
            holding.keep(connection, bucket, shares)
            new = [each.sum for each in shares.values() if each is not None]
            holding.move(
                connection,
                bucket,
                seq=row.seq,
                size=row.size + len(new) - len(old),
                total=str((int(row.total) + sum(new) - sum(old.values())) % MODULO),
                filling=row.filling,
            )

    def _note(self, count: int, what: str) -> None:
        self._found += count
        if count:
            log.error("%d rows of this desk %s: they are compared with it", count, what)


def _held_after(connection: Connection, place: tuple[str, str]) -> list[Key]:
    """The next rows that are held, each once, in the order of the index."""
    query = text(
        "SELECT DISTINCT entity, key FROM sync_held WHERE (entity, key) > (:entity, :key) "
        "ORDER BY entity, key LIMIT :most"
    )
    named = {"entity": place[0], "key": place[1], "most": ROWS}
    return [(row.entity, row.key) for row in connection.execute(query, named)]


def _wrong(connection: Connection, rows: Iterable[Key]) -> dict[str, dict[Key, Share | None]]:
    """By bucket, the rows that are not what was given, and what they are; None when they are gone.

    Of a row that this desk's unsettled operations have written, what it was before is looked at.
    Those that are set aside were never written.
    """
    some = [key for key in rows if key[0] in TABLES]
    kept = {
        (row.entity, row.key): (row.why, msgspec.json.decode(row.body))
        for row in _rows_of(connection, aside, some)
    }
    absent = {key for key, (why, _) in kept.items() if why is not Why.COLUMN}
    some = [key for key in some if key not in absent]
    bodies = _given(connection, some)
    columns = {row.id: row.columns.split() for row in connection.execute(select(shapes))}
    wrong: dict[str, dict[Key, Share | None]] = defaultdict(dict)
    for row in _rows_of(connection, held, some):
        key = row.entity, row.key
        if row.bucket.startswith(holding.stale("")):
            continue
        if key not in bodies:
            wrong[row.bucket][key] = None
            continue
        body, more = bodies[key], kept[key][1] if key in kept else {}
        names = columns.get(row.shape) or list(body or ())
        its = UNREADABLE
        if body is not None:
            if any(name not in body and name not in more for name in names):
                continue  # nobody can say
            its = row_sum(*key, {name: body.get(name, more.get(name)) for name in names})
        if its != int(row.sum):
            wrong[row.bucket][key] = Share(its, row.shape)
    return wrong


def _bodies(connection: Connection, rows: Iterable[Key]) -> dict[Key, dict[str, Any] | None]:
    """The rows that are there, in plain values; None of one that cannot be read."""
    some = list(rows)
    try:
        found = restoring.as_they_are(connection, some)
    except (ValueError, TypeError):
        if len(some) > 1:
            return {k: v for each in some for k, v in _bodies(connection, [each]).items()}
        return {some[0]: None}
    return {key: body_of(key[0], row) for key, row in found.items()}


def _given(connection: Connection, rows: Iterable[Key]) -> dict[Key, dict[str, Any] | None]:
    """The rows beneath what this desk's unsettled operations have made of them."""
    some = list(rows)
    found = _bodies(connection, some)
    for each in _rows_of(connection, before, some):
        key = each.entity, each.key
        found.pop(key, None)
        if each.row is not None:
            found[key] = body_of(key[0], restoring.as_kept(connection, key[0], each.row))
    return found


def _unheld(connection: Connection, table: str, after: int) -> tuple[int | None, list[Key]]:
    """Rows of the table, the next few, that no bucket holds; and where the next few begin."""
    key = key_sql(TABLES[table], "it")
    some = (  # our own names, here and below
        f"SELECT rowid AS place, * FROM {table} "  # noqa: S608
        "WHERE rowid > :after ORDER BY rowid LIMIT :most"
    )
    named = {"after": after, "most": ROWS * 5}
    last = connection.execute(text(f"SELECT max(place) FROM ({some})"), named).scalar()  # noqa: S608
    if last is None:
        return None, []
    query = (
        f"SELECT {key} AS key FROM ({some}) it WHERE NOT EXISTS "  # noqa: S608
        f"(SELECT 1 FROM sync_held WHERE entity = '{table}' AND sync_held.key = {key})"
    )
    return last, [(table, found) for found in connection.execute(text(query), named).scalars()]


def _settled(connection: Connection, device_id: UUID) -> bool:
    """Whether the centre has answered for all that was done here, and all buckets are whole."""
    done = select(func.coalesce(func.max(operations.operations.c.n), 0)).where(
        operations.operations.c.device_id == device_id
    )
    said = select(func.coalesce(func.max(answers.c.n), 0))
    filling = [row.filling for row in connection.execute(select(cursors))]
    same = connection.execute(done).scalar() == connection.execute(said).scalar()
    return same and bool(filling) and not any(filling)


def _own_records(connection: Connection, device_id: UUID) -> set[Change]:
    """The records that operations wrote which the centre has not carried out, or not yet."""
    table = operations.operations
    query = (
        select(table.c.body)
        .join(answers, answers.c.n == table.c.n)
        .where(table.c.device_id == device_id, answers.c.settled_at.is_(None))
    )
    return {
        change
        for body in connection.execute(query).scalars()
        for change in decode_operation(body).wrote
    }


def _is_own(
    connection: Connection, key: Key, body: Mapping[str, Any] | None, own: set[Change]
) -> bool:
    """Whether somebody here has a claim on the row.  An operator who has sat here has one."""
    if key[0] == operators.name:
        query = select(sessions.c.id).where(sessions.c.operator_id == UUID(key[1])).limit(1)
        if connection.execute(query).first() is not None:
            return True
    return body is not None and change_of(*key, body) in own


def _rows_of(connection: Connection, table: Any, rows: Iterable[Key]) -> Iterator[Any]:
    for entity, keys in holding.by_table(rows):
        query = select(table).where(table.c.entity == entity, table.c.key.in_(keys))
        yield from connection.execute(query)
