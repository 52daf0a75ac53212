"""Read all that the centre keeps of its desks' chains and of its anchors, and say what is wrong.

Each chain is computed anew from its rows; each anchor's root from the heads that lie beside it.
What a chain alone does not show, a cut end and a chain made anew, shows against the anchors; and
what somebody has done who could sign anew, against a witness that lay elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Engine, func, select, text

from db import access_log, guards, operations
from db.exchange_tables import devices, quarantine, results
from db.faults import translated
from db.progress import Progress, Step, silent
from db.sync.anchor_audit import AnchorAudit, Check, ordered
from db.sync.anchors import anchored
from db.sync.device_rows import device_rows
from db.sync.refounding import lineage
from db.verify import Finding, Part, accesses, kept_operations
from kundcenter.domain.access_log import Head, Link, faults
from kundcenter.domain.anchors import Anchor, DeviceHead, Witness
from kundcenter.operations import decode_operation

_PAGE = 500
UNREADABLE = "sync.not_understood"  # the code of what nobody could read when it came
_NO_RESULT = text(  # the chain is what was judged
    "SELECT device_id, n FROM operations o WHERE NOT EXISTS "
    "(SELECT 1 FROM centre_results r WHERE r.device_id = o.device_id AND r.n = o.n) "
    "AND device_id <> ALL(:own) LIMIT 100"
)
_GUARDS = text(
    "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O' "
    "AND tgfoid = 'refuse_change'::regproc"
)


@dataclass(frozen=True, slots=True)
class CentreVerdict:
    """What a whole reading came to.

    `unread` counts operations that nobody could read when they came: they are kept aside by the
    hash that they were sent with, and no more can be said of them.
    """

    anchors: int = 0
    newest: Anchor | None = None
    operations: int = 0
    accesses: int = 0
    unread: int = 0
    findings: tuple[Finding, ...] = ()

    @property
    def sound(self) -> bool:
        return not self.findings


@dataclass(slots=True)
class _Count:
    """How far the reading has come."""

    total: int
    progress: Progress
    links: int = 0
    unread: int = 0

    def one(self) -> None:
        self.links += 1
        if self.links % _PAGE == 0:
            self.progress(Step.CHAINS, self.links, max(self.total, self.links))


@dataclass(frozen=True, slots=True)
class _Unread:
    """An operation of which the hash alone is known: it is believed, and its neighbours hold it."""

    n: int
    hash: bytes
    previous_hash: bytes

    def digest(self) -> bytes:
        return self.hash

    def numbered(self, n: int) -> Link:
        return _Unread(n, self.hash, self.previous_hash)


def audit(
    engine: Engine,
    check: Check,
    *,
    witnesses: Sequence[Witness] = (),
    progress: Progress = silent,
) -> CentreVerdict:
    """The verdict on the centre's logs.  `check` raises AnchorForged for what it has not signed.

    Raises StoreAway.
    """
    with translated(), engine.begin() as connection:  # one moment
        return audited(connection, check, witnesses=witnesses, progress=progress)


def audited(
    connection: Connection,
    check: Check,
    *,
    witnesses: Sequence[Witness] = (),
    progress: Progress = silent,
) -> CentreVerdict:
    """The verdict in a transaction of somebody's."""
    operations_there, accesses_there = _counted(connection)
    count = _Count(operations_there + accesses_there, progress)
    found = list(_guards(connection))
    chain = AnchorAudit(check, witnesses)
    found += chain.findings(connection)
    ends = {
        each.id: DeviceHead(each.id, each.heads.operation, each.heads.access)
        for each in device_rows.all(connection, device_rows.select().order_by(devices.c.id))
    }
    epoch, earlier = lineage(connection)
    own = dict.fromkeys((epoch, *earlier))
    for id in dict.fromkeys((*own, *ends, *_chained(connection), *chain.devices)):
        told = [*anchored(connection, id), *chain.own_heads(id)]
        if id in own:
            found += _of_centre(connection, id, told, count)
        else:
            end = ends.get(id, DeviceHead(id, Head(), Head()))
            found += _of_device(connection, end, [*told, end], count)
    for row in connection.execute(_NO_RESULT, {"own": list(own)}):
        found.append(Finding(Part.OPERATIONS, "strange", str(row.device_id), row.n))
    progress(Step.CHAINS, max(count.total, 1), max(count.total, 1))
    return CentreVerdict(
        chain.count,
        chain.newest,
        operations_there,
        accesses_there,
        count.unread,
        tuple(dict.fromkeys(found)),
    )


def _of_centre(
    connection: Connection, id: UUID, told: Sequence[DeviceHead], count: _Count
) -> Iterator[Finding]:
    """The same of what was done at the centre itself, which nobody has to judge."""
    done = kept_operations(connection, id)
    yield from _faulty(connection, done, id=id, told=told, count=count, lasts={})


def _of_device(
    connection: Connection, end: DeviceHead, told: Sequence[DeviceHead], count: _Count
) -> Iterator[Finding]:
    """The faulty links of one desk's two chains, against each other and all that was told."""
    id, lasts = end.device_id, dict[Part, int]()
    judged = _operations(connection, id, count)
    yield from _faulty(connection, judged, id=id, told=told, count=count, lasts=lasts)
    for part, head in ((Part.OPERATIONS, end.operation), (Part.ACCESS_LOG, end.access)):
        if lasts.get(part, 0) > head.n:  # nobody has said that it came
            yield Finding(part, "strange", str(id), lasts[part])


def _faulty(
    connection: Connection,
    done: Iterable[Link],
    *,
    id: UUID,
    told: Sequence[DeviceHead],
    count: _Count,
    lasts: dict[Part, int],
) -> Iterator[Finding]:
    """Every fault of two chains; `lasts` is given the last number of each."""
    access_heads = merge(
        operations.noted_heads(connection, id),
        ordered(each.access for each in told),
        key=lambda head: head.n,
    )
    for part, links, heads in (
        (Part.OPERATIONS, done, ordered(each.operation for each in told)),
        (Part.ACCESS_LOG, accesses(connection, id), access_heads),
    ):
        for each in faults(_passed(links, part, lasts, count), heads):
            yield Finding(part, each.fault, str(id), each.n)


def _passed(
    links: Iterable[Link], part: Part, lasts: dict[Part, int], count: _Count
) -> Iterator[Link]:
    for link in links:
        lasts[part] = max(lasts.get(part, 0), link.n)
        count.one()
        yield link


def _operations(connection: Connection, id: UUID, count: _Count) -> Iterator[Link]:
    """What was judged of a desk, in its order."""
    judged = (
        select(
            results.c.n.label("place"),
            results.c.hash.label("judged"),
            results.c.code.label("code"),
            quarantine.c.body.label("aside"),
            operations.operations,
        )
        .select_from(results)
        .outerjoin(
            operations.operations,
            (operations.operations.c.device_id == results.c.device_id)
            & (operations.operations.c.n == results.c.n),
        )
        .outerjoin(
            quarantine,
            (quarantine.c.device_id == results.c.device_id) & (quarantine.c.n == results.c.n),
        )
        .where(results.c.device_id == id)
        .order_by(results.c.n)
        .limit(_PAGE)
    )
    after, previous = 0, Head().hash
    while True:
        rows = connection.execute(judged.where(results.c.n > after)).mappings().all()
        if not rows:
            return
        for row in rows:
            if row["body"] is None and row["aside"] is None:
                continue  # then a number is missing
            link = _link(row, previous)
            count.unread += isinstance(link, _Unread)
            previous = link.hash
            yield link
        after = rows[-1]["place"]


def _link(row: Mapping[Any, Any], previous: bytes) -> Link:
    """The link of one judged operation, with the hash by which it was judged."""
    n, hash = row["place"], bytes(row["judged"])
    body = row["aside"] if row["body"] is None else row["body"]
    try:
        operation = decode_operation(bytes(body))
    except (msgspec.DecodeError, ValueError, RecursionError):
        operation = None
    if operation is None or operation.hash != hash or operation.digest() != hash:
        # One that nobody could read when it came was kept aside by the hash that it was sent with.
        if row["body"] is None and row["code"] == UNREADABLE:
            return _Unread(n, hash, previous)
        return _Edited(n, hash, previous)
    if row["body"] is not None:
        whole = operations.rows.row(operation)
        if whole != {name: row[name] for name in whole} | {"n": operation.n}:
            return _Edited(n, hash, operation.previous_hash)
    return operation.numbered(n)  # one that has moved tells where it belongs


@dataclass(frozen=True, slots=True)
class _Edited:
    """An operation whose text or columns are not what was judged."""

    n: int
    hash: bytes
    previous_hash: bytes

    def digest(self) -> bytes:
        return b""

    def numbered(self, n: int) -> Link:
        return _Edited(n, self.hash, self.previous_hash)


def _guards(connection: Connection) -> Iterator[Finding]:
    """The triggers by which the database refuses to change what must not change."""
    there = set(connection.execute(_GUARDS).scalars())
    for table in guards.APPEND_ONLY:
        if f"{table}_append_only" not in there:
            yield Finding(Part.GUARDS, "missing", f"{table}_append_only")


def _chained(connection: Connection) -> Iterator[UUID]:
    """The desks that have a chain here, whether or not they are enrolled."""
    for column in (access_log.access_log.c.device_id, results.c.device_id):
        yield from connection.execute(select(column).distinct()).scalars()


def _counted(connection: Connection) -> tuple[int, int]:
    return (
        connection.execute(select(func.count()).select_from(results)).scalar_one(),
        connection.execute(select(func.count()).select_from(access_log.access_log)).scalar_one(),
    )
