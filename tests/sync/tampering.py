"""Hands in the logs: by SQL, with the triggers taken away and put back, at a desk or the centre.

The careful ones make the chains anew from the place they touched, in both logs, for each bears
witness of the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import Connection, Engine, delete, select, text, update

from db import access_log, guards, operations
from db.connect import IMMEDIATE
from db.exchange_tables import devices, results
from kundcenter.domain.access_log import GENESIS, AccessRecord, Head
from kundcenter.operations import Operation

LOGS = ("access_log", "operations")
Accesses = tuple[AccessRecord, ...]
Operations = tuple[Operation, ...]


@contextmanager
def unguarded(connection: Connection, *tables: str) -> Iterator[None]:
    """The tables without their triggers, which are there again afterwards."""
    if connection.dialect.name == "postgresql":
        for table in tables:
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER ALL"))
        yield
        for table in tables:
            connection.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER ALL"))
        return
    statements = list(guards.append_only("sqlite", *tables))
    for statement in statements:
        (name,) = re.findall(r"CREATE TRIGGER (\w+)", statement)
        connection.execute(text(f"DROP TRIGGER {name}"))
    yield
    for statement in statements:
        connection.execute(text(statement))


@contextmanager
def undone(engine: Engine) -> Iterator[Connection]:
    """A transaction that leaves nothing behind."""
    options = IMMEDIATE if engine.dialect.name == "sqlite" else {}
    with engine.execution_options(**options).connect() as connection:
        transaction = connection.begin()
        try:
            yield connection
        finally:
            transaction.rollback()


@dataclass(frozen=True, slots=True)
class Logs:
    """Both logs of one desk, as they lie in some database."""

    accesses: Accesses
    operations: Operations

    @classmethod
    def of(cls, connection: Connection, device_id: UUID) -> Logs:
        return cls(
            tuple(access_log.chain(connection, device_id)),
            tuple(operations.after(connection, device_id, 0)),
        )

    def anew(self) -> Logs:
        """The same, with dense numbers and every hash computed again."""
        where = {0: 0} | {each.n: n for n, each in enumerate(self.accesses, 1)}
        accesses: list[AccessRecord] = []
        hash = GENESIS
        for n, each in enumerate(self.accesses, 1):
            accesses.append(replace(each, n=n).chained(hash))
            hash = accesses[-1].hash
        done: list[Operation] = []
        hash = GENESIS
        for n, one in enumerate(self.operations, 1):
            told = max(where[known] for known in where if known <= one.access.n)
            head = Head(told, accesses[told - 1].hash) if told else Head()
            done.append(replace(one, n=n, access=head).chained(hash))
            hash = done[-1].hash
        return Logs(tuple(accesses), tuple(done))


def put(connection: Connection, device_id: UUID, logs: Logs) -> None:
    """Write both logs in place of what is there, and at the centre all that goes with them."""
    own = {
        access_log.access_log: (access_log.rows, logs.accesses),
        operations.operations: (operations.rows, logs.operations),
    }
    with unguarded(connection, *LOGS):
        for table, (rows, values) in own.items():
            connection.execute(delete(table).where(table.c.device_id == device_id))
            rows.add_all(connection, values)  # type: ignore[attr-defined]
    if connection.dialect.name == "postgresql":
        _fit_the_rest(connection, device_id, logs)


def _fit_the_rest(connection: Connection, device_id: UUID, logs: Logs) -> None:
    """The verdicts, and how far the centre says that the desk has come."""
    mine = results.c.device_id == device_id
    connection.execute(delete(results).where(mine, results.c.n > len(logs.operations)))
    for each in logs.operations:
        connection.execute(
            update(results)
            .where(mine, results.c.n == each.n)
            .values(hash=each.hash, operation_id=new_result_id(connection, each))
        )
    operation = logs.operations[-1]
    access = logs.accesses[-1]
    connection.execute(
        update(devices)
        .where(devices.c.id == device_id)
        .values(n=operation.n, hash=operation.hash, access_n=access.n, access_hash=access.hash)
    )


def new_result_id(connection: Connection, operation: Operation) -> UUID:
    """The id that the verdict has: it is unique, so numbers that moved keep the old ones."""
    found = select(results.c.operation_id).where(
        results.c.device_id == operation.device_id, results.c.n == operation.n
    )
    id: UUID = connection.execute(found).scalar_one()
    return id


# -- the classes ---------------------------------------------------------------------------------

Attack = Callable[[Connection, UUID, str], None]


def _place(connection: Connection, device_id: UUID, log: str) -> int:
    """A place in the middle of the log."""
    query = text(f"SELECT max(n) FROM {log} WHERE device_id = :id")
    return int(connection.execute(query, {"id": _plain(connection, device_id)}).scalar_one()) // 2


def _plain(connection: Connection, id: UUID) -> object:
    return id.bytes if connection.dialect.name == "sqlite" else id


def _raw(connection: Connection, device_id: UUID, log: str, *statements: str) -> None:
    n = _place(connection, device_id, log)
    named = {"id": _plain(connection, device_id), "n": n}
    with unguarded(connection, log):
        for statement in statements:
            told = {key: value for key, value in named.items() if f":{key}" in statement}
            connection.execute(text(statement.format(log=log)), told)


def edit(connection: Connection, device_id: UUID, log: str) -> None:
    column = "level" if log == "access_log" else "kind"
    where = "WHERE device_id = :id AND n = :n"
    _raw(connection, device_id, log, f"UPDATE {log} SET {column} = 'Annat' {where}")


def delete_middle(connection: Connection, device_id: UUID, log: str) -> None:
    _raw(connection, device_id, log, "DELETE FROM {log} WHERE device_id = :id AND n = :n")


def swap(connection: Connection, device_id: UUID, log: str) -> None:
    of = "WHERE device_id = :id AND n ="
    _raw(
        connection,
        device_id,
        log,
        f"UPDATE {{log}} SET n = -1 {of} :n",
        f"UPDATE {{log}} SET n = :n {of} :n + 1",
        f"UPDATE {{log}} SET n = :n + 1 {of} -1",
    )


def insert(connection: Connection, device_id: UUID, log: str) -> None:
    """A link is put in at the end, well made: nobody has ever sent it."""
    logs = Logs.of(connection, device_id)
    with unguarded(connection, log):
        if log == "access_log":
            last = logs.accesses[-1]
            more = replace(last, id=_other(last.id), n=last.n + 1).chained(last.hash)
            access_log.add(connection, more)
        else:
            end = logs.operations[-1]
            one = replace(end, id=_other(end.id), n=end.n + 1).chained(end.hash)
            operations.add(connection, one)


def insert_rebuild(connection: Connection, device_id: UUID, log: str) -> None:
    """A link is put in the middle, and all after it made anew."""
    logs = Logs.of(connection, device_id)
    if log == "access_log":
        at = len(logs.accesses) // 2
        more = replace(logs.accesses[at], id=_other(logs.accesses[at].id))
        logs = replace(logs, accesses=(*logs.accesses[:at], more, *logs.accesses[at:]))
        # Nothing may stand after it with its number: the new one has a number between.
        put(connection, device_id, _spread(logs).anew())
        return
    at = len(logs.operations) // 2
    one = replace(logs.operations[at], id=_other(logs.operations[at].id))
    before, after = logs.operations[: at + 1], logs.operations[at + 1 : -1]
    put(connection, device_id, replace(logs, operations=(*before, one, *after)).anew())


def _spread(logs: Logs) -> Logs:
    """Twice the numbers, so that one more fits between; what operations say of them follows."""
    accesses = tuple(replace(each, n=2 * n) for n, each in enumerate(logs.accesses, 1))
    done = tuple(
        replace(each, access=Head(2 * each.access.n, each.access.hash)) for each in logs.operations
    )
    return Logs(accesses, done)


def delete_tail(connection: Connection, device_id: UUID, log: str) -> None:
    """The newest links go, in both logs as far as one tells of the other."""
    logs = Logs.of(connection, device_id)
    if log == "access_log":
        accesses = logs.accesses[:-3]
        done = tuple(each for each in logs.operations if each.access.n <= len(accesses))
    else:
        accesses, done = logs.accesses, logs.operations[:-2]
    put(connection, device_id, Logs(accesses, done))


def edit_rebuild(connection: Connection, device_id: UUID, log: str) -> None:
    logs = Logs.of(connection, device_id)
    if log == "access_log":
        at = len(logs.accesses) // 2
        changed = replace(logs.accesses[at], level="Annat")
        put(connection, device_id, _with_access(logs, at, changed).anew())
        return
    at = len(logs.operations) // 2
    other = replace(logs.operations[at], kind="calls.hold")
    done: Sequence[Operation] = (*logs.operations[:at], other, *logs.operations[at + 1 :])
    put(connection, device_id, replace(logs, operations=tuple(done)).anew())


def _with_access(logs: Logs, at: int, record: AccessRecord) -> Logs:
    return replace(logs, accesses=(*logs.accesses[:at], record, *logs.accesses[at + 1 :]))


def delete_rebuild(connection: Connection, device_id: UUID, log: str) -> None:
    logs = Logs.of(connection, device_id)
    if log == "access_log":
        at = len(logs.accesses) // 2
        left = replace(logs, accesses=(*logs.accesses[:at], *logs.accesses[at + 1 :]))
    else:
        at = len(logs.operations) // 2
        left = replace(logs, operations=(*logs.operations[:at], *logs.operations[at + 1 :]))
    put(connection, device_id, left.anew())


def _other(id: UUID) -> UUID:
    return UUID(int=id.int ^ 1)


# Found by the chain alone, and not: what RELIABILITY 4.6 has measured.
BY_THE_CHAIN: tuple[Attack, ...] = (edit, delete_middle, swap)
BY_THE_ANCHOR: tuple[Attack, ...] = (
    delete_tail,
    edit_rebuild,
    delete_rebuild,
    insert_rebuild,
)
