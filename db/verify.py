"""Read a whole database and say everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from heapq import merge
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Connection, Select, Table, literal, select

from db import access_log, guards, operations
from db.commits import Heads, heads
from db.connect import Access, open_local
from db.faults import StatementWrong, StoreDamaged, translated
from db.local import marked
from db.migrate import KNOWN, revision
from db.progress import Progress, Step, silent
from kundcenter.domain.access_log import ChainFault, Head, Link, faults

PROFILE_MARK = "profile"
MOST = 100  # findings of one part; a file that is all wrong need not be told page by page
_PAGE = 500
_BEFORE_ALL = -(2**63)
_NUMBER = re.compile(r"page (\d+)")
# A value of the wrong form; a body nested too deep; text that the driver cannot decode.
_ILLEGIBLE = (ValueError, RecursionError, StatementWrong)
_TRIGGER = re.compile(r"CREATE TRIGGER (\w+)")


class Part(StrEnum):
    """What was looked at."""

    FILE = "file"  # it cannot be read at all
    PAGES = "pages"
    TABLES = "tables"
    REFERENCES = "references"
    SCHEMA = "schema"
    GUARDS = "guards"  # the triggers that refuse changes
    OPERATIONS = "operations"
    ACCESS_LOG = "access_log"
    MIRROR = "mirror"
    ANCHORS = "anchors"  # the signed heads of a centre


_CHAINS = {"operations": Part.OPERATIONS, "access_log": Part.ACCESS_LOG}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong; `where` names the table, device or segment, `n` the place in it."""

    part: Part
    fault: str
    where: str = ""
    n: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a whole reading came to."""

    revision: str | None = None
    profile_id: UUID | None = None
    heads: tuple[tuple[UUID, Heads], ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def sound(self) -> bool:
        return not self.findings

    def heads_of(self, device_id: UUID) -> Heads:
        return dict(self.heads).get(device_id, Heads())


@dataclass(frozen=True, slots=True)
class Noted:
    """Heads of one device that were noted outside the database, in order of their numbers."""

    device_id: UUID
    operations: tuple[Head, ...] = ()
    accesses: tuple[Head, ...] = ()


def verify(
    path: Path, key: bytes, *, noted: Iterable[Noted] = (), progress: Progress = silent
) -> Verdict:
    """Read every page, table, reference and link of the file.  Damage is found, not raised.

    Raises StoreBusy when another program holds the file.
    """
    engine = open_local(path, key, Access.READ)
    try:
        with translated(), engine.connect() as connection:
            return _verify(connection, noted, progress)
    except StoreDamaged as error:
        return Verdict(findings=(Finding(Part.FILE, str(error.facts["why"])),))
    finally:
        engine.dispose()


def verify_chains(
    path: Path, key: bytes, *, noted: Iterable[Noted] = (), progress: Progress = silent
) -> Verdict:
    """The verdict on the two chains alone.  Raises StoreDamaged, StoreBusy."""
    engine = open_local(path, key, Access.READ)
    try:
        with translated(), engine.connect() as connection:
            ends = tuple((id, heads(connection, id)) for id in _devices(connection))
            found = tuple(chains(connection, noted, progress))
            return Verdict(revision=revision(connection), heads=ends, findings=found)
    finally:
        engine.dispose()


def _verify(connection: Connection, noted: Iterable[Noted], progress: Progress) -> Verdict:
    found = list(_pages(connection))
    progress(Step.PAGES, 1, 1)
    found += _caught(Part.TABLES, lambda: _tables(connection))
    progress(Step.TABLES, 1, 1)
    found += _caught(Part.REFERENCES, lambda: _references(connection))
    found += _caught(Part.SCHEMA, lambda: _schema(connection))
    found += _caught(Part.GUARDS, lambda: _guards(connection))
    if any(finding.part in {Part.FILE, Part.SCHEMA} for finding in found):
        return Verdict(findings=tuple(found))
    found += _caught(Part.OPERATIONS, lambda: chains(connection, noted, progress))
    try:
        with translated():
            profile = marked(connection, PROFILE_MARK)
            ends = tuple((id, heads(connection, id)) for id in _devices(connection))
            known = revision(connection)
            profile_id = UUID(profile) if profile else None
    except StoreDamaged:
        return Verdict(findings=tuple(found))
    except _ILLEGIBLE:
        return Verdict(findings=(*found, Finding(Part.TABLES, "unreadable")))
    return Verdict(known, profile_id, ends, tuple(found))


def _caught(part: Part, look: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """The findings of one part; damage on the way is one too."""
    try:
        with translated():
            yield from look()
    except StoreDamaged as error:
        yield Finding(part, str(error.facts["why"]))
    except _ILLEGIBLE:
        yield Finding(part, "unreadable")


def _pages(connection: Connection) -> Iterator[Finding]:
    """Each page has its own check sum (HMAC); also those that no table uses any more."""
    for row in islice(connection.exec_driver_sql("PRAGMA cipher_integrity_check"), MOST):
        number = _NUMBER.search(str(row[0]))
        yield Finding(Part.PAGES, "checksum", n=int(number[1]) if number else 0)


def _tables(connection: Connection) -> Iterator[Finding]:
    for row in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST})"):
        if row[0] != "ok":
            yield Finding(Part.TABLES, "inconsistent")  # the driver's words may quote a value


def _references(connection: Connection) -> Iterator[Finding]:
    for row in islice(connection.exec_driver_sql("PRAGMA foreign_key_check"), MOST):
        yield Finding(Part.REFERENCES, "points_nowhere", str(row[0]), int(row[1] or 0))


def _schema(connection: Connection) -> Iterator[Finding]:
    found = revision(connection)
    if found not in KNOWN:
        yield Finding(Part.SCHEMA, "unknown" if found else "none", found or "")


def _guards(connection: Connection) -> Iterator[Finding]:
    there = {
        row[0]: row[1]
        for row in connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        )
    }
    rows = connection.exec_driver_sql(f"PRAGMA table_info({guards.SIGNED})").mappings()
    columns = tuple(row["name"] for row in rows)
    for statement in guards.statements("sqlite", columns, revision(connection) or "0001"):
        (name,) = _TRIGGER.findall(statement)
        found = there.pop(name, None)
        if found != statement:
            yield Finding(Part.GUARDS, "changed" if found else "missing", name)
    for name in there:  # it may undo what another one refuses, or swallow a row
        yield Finding(Part.GUARDS, "strange", name)


def chains(
    connection: Connection, noted: Iterable[Noted] = (), progress: Progress = silent
) -> Iterator[Finding]:
    """Every faulty link of every device's operations and access records."""
    yield from _impossible(connection)
    witnesses = {each.device_id: each for each in noted}
    devices = tuple(dict.fromkeys((*_devices(connection), *witnesses)))
    ends = {id: heads(connection, id) for id in devices}
    total = sum(end.operation.n + end.access.n for end in ends.values())
    done = 0

    def counted(links: Iterator[Link]) -> Iterator[Link]:
        nonlocal done
        for link in links:
            yield link
            done += 1
            if done % _PAGE == 0:
                progress(Step.CHAINS, done, max(total, done))

    for id in devices:
        witness = witnesses.get(id, Noted(id))
        links = counted(kept_operations(connection, id))
        yield from _found(Part.OPERATIONS, id, faults(links, witness.operations))
        heads_noted = merge(
            operations.noted_heads(connection, id), witness.accesses, key=lambda head: head.n
        )
        links = counted(accesses(connection, id))
        yield from _found(Part.ACCESS_LOG, id, faults(links, heads_noted))
    progress(Step.CHAINS, max(total, done), max(total, done))


def _found(part: Part, device_id: UUID, faulty: Iterable[ChainFault]) -> Iterator[Finding]:
    for each in faulty:
        yield Finding(part, each.fault, str(device_id), each.n)


def _devices(connection: Connection) -> tuple[UUID, ...]:
    """The devices that have a chain here, of those whose id can be one."""
    found: dict[UUID, None] = {}
    for table in _CHAINS:
        query = f"SELECT DISTINCT device_id FROM {table} WHERE length(device_id) = 16"  # noqa: S608
        for row in connection.exec_driver_sql(query):
            found[UUID(bytes=bytes(row[0]))] = None
    return tuple(found)


def _impossible(connection: Connection) -> Iterator[Finding]:
    """Links of which the id of the device is none: they are in no chain."""
    for table, part in _CHAINS.items():
        query = f"SELECT device_id, n FROM {table} WHERE length(device_id) <> 16"  # noqa: S608
        for device_id, n in islice(connection.exec_driver_sql(query), MOST):
            yield Finding(part, "strange", bytes(device_id[:16]).hex(), n)


@dataclass(frozen=True, slots=True)
class _Illegible:
    """A link that cannot even be read: it is edited, and it breaks the chain."""

    n: int
    hash: bytes = b"illegible"
    previous_hash: bytes = b""

    def digest(self) -> bytes:
        return b""

    def numbered(self, n: int) -> Link:
        return _Illegible(n, self.hash)


def kept_operations(connection: Connection, device_id: UUID) -> Iterator[Link]:
    """The operations; one whose columns differ from its text is illegible, but for its number."""

    def link(row: dict[str, Any]) -> Link:
        operation = operations.rows.whole(row)
        whole = operations.kept_row(connection, operation, row)
        if whole != {**row, "n": operation.n}:
            return _Illegible(row["n"], row["hash"])
        return operation.numbered(row["n"])  # one that has moved tells where it belongs

    return _links(connection, operations.operations, device_id, link)


def accesses(connection: Connection, device_id: UUID) -> Iterator[Link]:
    """A device's access records; one that cannot be read is one all the same."""
    return _links(connection, access_log.access_log, device_id, access_log.rows.whole)


def _links(
    connection: Connection, table: Table, device_id: UUID, link: Callable[[dict[str, Any]], Link]
) -> Iterator[Link]:
    after = _BEFORE_ALL
    of_device = table.c.device_id == device_id
    while True:
        further = table.c.n > literal(after, BigInteger)  # PostgreSQL's own n is smaller
        query = select(table.c.n).where(of_device, further).order_by(table.c.n)
        numbers = [row.n for row in connection.execute(query.limit(_PAGE))]
        if not numbers:
            return
        after = numbers[-1]
        page = select(table).where(of_device, table.c.n.in_(numbers)).order_by(table.c.n)
        try:
            with translated():
                links = [link(dict(row)) for row in connection.execute(page).mappings()]
        except _ILLEGIBLE:  # some row of the page was made so: look at each by itself
            one = select(table).where(of_device)
            links = [_one(connection, one.where(table.c.n == n), n, link) for n in numbers]
        yield from links


def _one(
    connection: Connection, query: Select[Any], n: int, link: Callable[[dict[str, Any]], Link]
) -> Link:
    try:
        with translated():
            return link(dict(connection.execute(query).mappings().one()))
    except _ILLEGIBLE:
        return _Illegible(n)
