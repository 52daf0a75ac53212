"""C10: the operations that the centre carried out, one after the other, in an empty database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

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
    from uuid import UUID

    from sqlalchemy import Connection

    from tests.sync.simulator.world import World


def oracle(world: World) -> Iterator[str]:
    """What differs when it is all done again.  The database is empty before and afterwards."""
    operations = {
        (row.device_id, row.n): decode_operation(bytes(row.body))
        for row in world.centre.rows("SELECT device_id, n, body FROM operations")
    }
    with world.centre.engine.connect() as connection:
        items = {item.id: item for item in item_rows.all(connection, item_rows.select())}
        its = _everything(connection)
    with world.hall.blank.connect() as connection:
        try:
            for each in world.centre.log:
                operation = operations.get((each.device_id, each.n))
                if each.verdict == Verdict.APPLIED and operation is not None:
                    _again(connection, each.device_id, operation)
                elif each.operation_id in items:
                    item = items[each.operation_id]
                    fresh = replace(item, resolved_at=None, resolved_by=None, resolution="")
                    connection.execute(work_items.insert(), item_rows.row(fresh))
            mine = _everything(connection)
        except Exception as error:
            yield f"operation {each.n} ({each.device_id}) does not go again: {error!r}"
            return
        finally:
            connection.rollback()
    found = differences(its, mine)
    if found:
        yield "done again it is otherwise: " + "; ".join(found[:5])


def _again(connection: Connection, device_id: UUID, operation: Operation) -> None:
    original = Original(elsewhere=True)
    terms = StoreTerms(device_id, published_codes(), final=True)
    store = BoundStore(connection, original.source, terms, record=True)
    Replay(store, original).apply(operation)


def _everything(connection: Connection) -> Rows:
    found: Rows = {}
    for table in REPLAYED:
        for row in connection.execute(select(table)).mappings():
            columns = {column.name: row[column.name] for column in table.columns}
            key = "/".join(str(columns[c.name]) for c in table.primary_key.columns)
            found[table.name, key] = columns
    return found
