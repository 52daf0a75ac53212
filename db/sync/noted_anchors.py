"""The centre's anchors as a desk keeps them, each with what was proven of the desk's own chains."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Engine, Table, delete, func, insert, select

from db.access_log import access_log
from db.base import ONE
from db.connect import IMMEDIATE
from db.exchange_tables import noted_anchors
from db.faults import translated
from db.local import DESK_EPOCH, mark, marked, marks
from db.operations import operations
from kundcenter.domain.access_log import Head
from kundcenter.domain.anchors import KEPT, Anchor, OwnHead

log = logging.getLogger(__name__)

SINCE = "0011"  # the revision of the schema from which on a file has them
DOUBT = "anchor_doubt"  # the mark: what did not fit, until an administrator has looked at it
_HASH = 32  # bytes
_NEWEST = noted_anchors.c.n.desc()


@dataclass(frozen=True, slots=True)
class NotedAnchor:
    """An anchor, and what it was shown to hold of this desk."""

    anchor: Anchor
    own: OwnHead | None = None


class SqlNotedAnchors:
    """What a desk keeps of its centre's anchors."""

    def __init__(self, engine: Engine, device_id: UUID) -> None:
        self._engine = engine
        self._writers = engine.execution_options(**IMMEDIATE)
        self.device_id = device_id

    def epoch(self) -> UUID | None:
        """The centre that this desk belongs to."""
        with translated(), self._engine.connect() as connection:
            return _epoch(connection)

    def newest(self) -> NotedAnchor | None:
        """The newest anchor of this desk's centre."""
        with translated(), self._engine.connect() as connection:
            return _first(connection)

    def newest_own(self) -> OwnHead | None:
        """What was proven last of this desk."""
        with translated(), self._engine.connect() as connection:
            found = _first(connection, noted_anchors.c.operation_n.is_not(None))
        return found.own if found else None

    def agrees(self, own: OwnHead) -> bool:
        """Whether the desk has done what is told of it: all of it, and nothing else there."""
        with translated(), self._engine.connect() as connection:
            return _has(connection, self.device_id, operations, own.operation) and _has(
                connection, self.device_id, access_log, own.access
            )

    def add(self, anchors: Sequence[Anchor], own: OwnHead | None) -> None:
        """Keep what follows; `own` is proven by the last of them.  The oldest are let go."""
        if not anchors:
            return
        last = anchors[-1]
        rows = [_flat(each, own if each is last else None) for each in anchors]
        with translated(), self._writers.begin() as connection:
            connection.execute(insert(noted_anchors), rows)
            connection.execute(
                delete(noted_anchors).where(
                    noted_anchors.c.epoch == last.epoch, noted_anchors.c.n <= last.n - KEPT
                )
            )

    def all(self) -> tuple[NotedAnchor, ...]:
        """Every one that is kept, of whatever founding of the centre, oldest first."""
        with translated(), self._engine.connect() as connection:
            return all_of(connection)

    def doubt(self) -> str:
        """The code of what did not fit; empty when all has."""
        with translated(), self._engine.connect() as connection:
            return doubt_of(connection)

    def note_doubt(self, code: str, n: int) -> None:
        """Something does not fit: the first such thing is kept until somebody has looked at it."""
        with translated(), self._writers.begin() as connection:
            if marked(connection, DOUBT) is not None:
                return
            mark(connection, DOUBT, msgspec.json.encode({"code": code, "n": n}).decode())
        log.error("security: an anchor of the centre does not fit: %s, n %d", code, n)

    def begin_anew(self) -> None:
        """An administrator has looked: trust the next anchor that the centre gives."""
        with translated(), self._writers.begin() as connection:
            connection.execute(delete(noted_anchors))
            connection.execute(delete(marks).where(marks.c.name == DOUBT))
        log.warning("the anchors of the centre are begun anew, as somebody has asked for")


def all_of(connection: Connection) -> tuple[NotedAnchor, ...]:
    """Every anchor that a desk's file keeps, oldest first."""
    query = select(noted_anchors).order_by(noted_anchors.c.at, noted_anchors.c.n)
    return tuple(_whole(row) for row in connection.execute(query))


def doubt_of(connection: Connection) -> str:
    """The code of the doubt that stands in a desk's file; empty when there is none."""
    found = marked(connection, DOUBT)
    return "" if found is None else str(msgspec.json.decode(found)["code"])


def _epoch(connection: Connection) -> UUID | None:
    found = marked(connection, DESK_EPOCH)
    return None if found is None else UUID(found)


def _first(connection: Connection, *which: Any) -> NotedAnchor | None:
    epoch = _epoch(connection)
    if epoch is None:
        return None
    query = select(noted_anchors).where(noted_anchors.c.epoch == epoch, *which)
    row = connection.execute(query.order_by(_NEWEST).limit(ONE)).first()
    return None if row is None else _whole(row)


def _has(connection: Connection, device_id: UUID, table: Table, head: Head) -> bool:
    """Whether the chain goes through the head.  A link that is not kept any more is believed."""
    if head.n == 0:
        return True
    mine = table.c.device_id == device_id
    found = connection.execute(select(table.c.hash).where(mine, table.c.n == head.n)).scalar()
    if found is not None:
        return bytes(found) == head.hash
    last = connection.execute(select(func.max(table.c.n)).where(mine)).scalar() or 0
    return bool(last > head.n)


def _flat(anchor: Anchor, own: OwnHead | None) -> dict[str, Any]:
    return {
        "epoch": anchor.epoch,
        "n": anchor.n,
        "at": anchor.at,
        "size": anchor.size,
        "root": anchor.root,
        "previous_hash": anchor.previous_hash,
        "hash": anchor.hash,
        "signature": anchor.signature,
        "operation_n": own.operation.n if own else None,
        "operation_hash": own.operation.hash if own else None,
        "access_n": own.access.n if own else None,
        "access_hash": own.access.hash if own else None,
        "place": own.place if own else None,
        "path": b"".join(own.path) if own else None,
    }


def _whole(row: Any) -> NotedAnchor:
    anchor = Anchor(
        row.n, row.at, row.epoch, row.size, row.root, row.previous_hash, row.hash, row.signature
    )
    if row.operation_n is None:
        return NotedAnchor(anchor)
    steps = tuple(row.path[at : at + _HASH] for at in range(0, len(row.path), _HASH))
    own = OwnHead(
        Head(row.operation_n, row.operation_hash),
        Head(row.access_n, row.access_hash),
        row.place,
        steps,
    )
    return NotedAnchor(anchor, own)
