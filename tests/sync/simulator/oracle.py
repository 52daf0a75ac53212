"""C10: the operations that the centre carried out, one after the other, in another database."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from db import operations
from db.bound import BoundStore
from db.store import StoreTerms
from db.tables import REPLAYED
from db.work_items import rows as item_rows
from db.work_items import work_items
from kundcenter.domain.feed import Verdict
from kundcenter.operations import Operation, decode_operation
from kundcenter.start.desk import published_codes
from kundcenter.sync.replay import Original, Replay
from tests.sync.simulator.evidence import Rows, differences

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from kundcenter.domain.work_items import WorkItem
    from tests.sync.simulator.places import Seat
    from tests.sync.simulator.world import World


class DoesNotGo(AssertionError):
    """An operation that the centre carried out cannot be carried out again."""


def oracle(world: World) -> Iterator[str]:
    """What differs when it is all done again.  The database is as before afterwards."""
    with world.centre.engine.connect() as connection:
        its = _everything(connection)
    known = {(each.device_id, each.n) for each in world.hall.morning.log}
    with world.hall.oracle.connect() as connection:
        try:
            again(connection, world.centre, known)
            mine = _everything(connection)
        except DoesNotGo as error:
            yield str(error)
            return
        finally:
            connection.rollback()
    found = differences(its, mine)
    if found:
        yield "done again it is otherwise: " + "; ".join(found[:5])


def again(connection: Connection, centre: Seat, known: Collection[tuple[UUID, int]]) -> None:
    """Carry out all that the centre has, in its order, without what the database knows already.

    Raises DoesNotGo.
    """
    done = {
        (row.device_id, row.n): decode_operation(bytes(row.body))
        for row in centre.rows("SELECT device_id, n, body FROM operations")
    }
    came = {
        (row.device_id, row.n): None if row.again else row.since
        for row in centre.rows("SELECT device_id, n, since, again FROM centre_quarantine")
    }
    with centre.engine.connect() as there:
        items = {item.id: item for item in item_rows.all(there, item_rows.select())}
    for place, each in enumerate([*centre.log, None]):
        for driven in [(device, n) for device, n, at in centre.driven if at == place]:
            _driven(connection, done[driven], items, came.get(driven))
        if each is None:
            break
        key = (each.device_id, each.n)
        if key in known:
            continue
        try:
            if each.verdict == Verdict.APPLIED and key in done:
                _again(connection, each.device_id, done[key], each.arrived)
            elif each.operation_id in items:
                item = items[each.operation_id]
                fresh = replace(item, resolved_at=None, resolved_by=None, resolution="")
                connection.execute(work_items.insert(), item_rows.row(fresh))
        except Exception as error:
            told = f"operation {each.n} ({each.device_id}) does not go again: {error!r}"
            raise DoesNotGo(told) from error


def _driven(
    connection: Connection,
    operation: Operation,
    items: Mapping[UUID, WorkItem],
    came: datetime | None,
) -> None:
    """It was carried out after all, and its work item says so."""
    try:
        _again(connection, operation.device_id, operation, came)
    except Exception as error:
        told = f"what was driven does not go again: {operation.n} {error!r}"
        raise DoesNotGo(told) from error
    item = items[operation.id]
    ended = {"resolved_at": item.resolved_at, "resolved_by": item.resolved_by}
    connection.execute(
        work_items.update()
        .where(work_items.c.id == item.id)
        .values(**ended, resolution=item.resolution)
    )


def _again(
    connection: Connection, device_id: UUID, operation: Operation, arrived: datetime | None
) -> None:
    original = Original(elsewhere=True, arrived=arrived)
    terms = StoreTerms(device_id, published_codes(), final=True)
    store = BoundStore(connection, original.source, terms, record=operations.add)
    Replay(store, original).apply(operation)


def _everything(connection: Connection) -> Rows:
    found: Rows = {}
    for table in REPLAYED:
        for row in connection.execute(select(table)).mappings():
            columns = {column.name: row[column.name] for column in table.columns}
            key = "/".join(str(columns[c.name]) for c in table.primary_key.columns)
            found[table.name, key] = columns
    return found
