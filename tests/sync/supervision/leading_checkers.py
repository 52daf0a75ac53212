"""What must hold of the supervisor's things, whatever went wrong (RELIABILITY §2.2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection

from db.base import Rows
from db.supervision import (
    call_reviews,
    feedback,
    incidents,
    queue_closures,
    roster_terms,
    samples,
    surveys,
    targets,
    work_turns,
)
from kundcenter.operations import decode_operation
from tests.sync.simulator.evidence import first

if TYPE_CHECKING:
    from tests.sync.simulator.world import World

LOST = "deeds of those who lead of which nothing is kept"
TWO_TURNS = "operators who are to work twice at a time"
TWO_ORDERS = "queues that two orders close"
EDITIONS = "editions of the shifts that are not numbered one by one"
TWO_AIMS = "figures with two targets on a day"
TWO_SURVEYS = "measurements that are there twice"
ANSWERS = "feedback whose state no answer has told"
RULES = (LOST, TWO_TURNS, TWO_ORDERS, EDITIONS, TWO_AIMS, TWO_SURVEYS, ANSWERS)

# Of each verb whose deed is a row of its own, by the first id that it drew: the rows.
_ROWS: dict[str, Rows[Any]] = {
    "call_reviews.begin": call_reviews.rows,
    "feedback.send": feedback.rows,
    "incidents.note": incidents.rows,
    "incidents.notice": incidents.rows,
    "queue_closures.close": queue_closures.rows,
    "roster_terms.publish": roster_terms.rows,
    "samples.draw": samples.rows,
    "samples.judge": samples.judged_rows,
}


def c23_leading(world: World) -> Iterator[str]:
    """What somebody noted is kept, and of what there may be one at a time there is one."""
    with world.centre.engine.connect() as connection:
        yield from first(_lost(world, connection), LOST)
        turns = [each for each in _all(connection, work_turns.rows) if each.removed_at is None]
        yield from first(
            _pairs(turns, lambda each: each.operator_id, lambda a, b: a.plan.overlaps(b.plan)),
            TWO_TURNS,
        )
        orders = [each for each in _all(connection, queue_closures.rows) if each.until is None]
        yield from first(_pairs(orders, lambda each: each.queue), TWO_ORDERS)
        numbers = sorted(each.number for each in _all(connection, roster_terms.rows))
        if numbers != list(range(1, len(numbers) + 1)):
            yield f"{EDITIONS}: {numbers}"
        aims = [each for each in _all(connection, targets.rows) if each.removed_at is None]
        yield from first(
            _pairs(aims, lambda each: each.aim.place, lambda a, b: a.aim.meets(b.aim)), TWO_AIMS
        )
        measured = [each for each in _all(connection, surveys.rows) if each.removed_at is None]
        yield from first(_pairs(measured, lambda each: each.measurement.place), TWO_SURVEYS)
        told = (
            str(each.id)
            for each in _all(connection, feedback.rows)
            if each.state != (each.answers[-1].state if each.answers else "open")
        )
        yield from first(told, ANSWERS)


def _all(connection: Connection, rows: Rows[Any]) -> tuple[Any, ...]:
    return rows.all(connection, rows.select())


def _lost(world: World, connection: Connection) -> Iterator[str]:
    """Of each that was carried out there is the row whose id it drew."""
    kept: dict[str, set[UUID]] = {
        kind: {each.id for each in _all(connection, rows)} for kind, rows in _ROWS.items()
    }
    query = "SELECT body FROM operations WHERE kind = ANY (:kinds)"
    for row in world.centre.rows(query, kinds=list(_ROWS)):
        operation = decode_operation(bytes(row.body))
        if operation.given.ids[0] not in kept[operation.kind]:
            yield f"{operation.n} of {operation.device_id} ({operation.kind})"


def _pairs(
    values: Iterable[Any], place: Any, meet: Any = lambda _one, _other: True
) -> Iterator[str]:
    """Every two of one place that meet."""
    found: dict[Hashable, list[Any]] = defaultdict(list)
    for each in values:
        found[place(each)].append(each)
    for some in found.values():
        for one, other in combinations(some, 2):
            if meet(one, other):
                yield f"{one.id} and {other.id}"
