"""What must hold of everything that has limited room, whatever went wrong (RELIABILITY §2.7)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from kundcenter.domain.capacity import timeslot_id
from kundcenter.operations import decode_operation
from tests.sync.simulator.evidence import first

if TYPE_CHECKING:
    from tests.sync.simulator.world import World

# Who has a seat: a call-back that is still to be made, a booking that stands.
_HOLDERS = (
    "SELECT id, timeslot_id, seat FROM callbacks "
    "WHERE state IN ('VANTAR', 'UTLAMNAD_TID', 'RINGS', 'EJ_SVAR') AND seat > 0 "
    "UNION ALL SELECT id, timeslot_id, seat FROM bookings WHERE state = 'STAENDE' AND seat > 0"
)
# Who had one and has let it go.
_GONE = (
    "SELECT id FROM callbacks WHERE state = 'AVBOKAD' "
    "UNION ALL SELECT id FROM bookings WHERE state IN ('AVBOKAD', 'OMBOKAD')"
)
_HELD = {
    "seats that two have": f"SELECT timeslot_id, seat FROM ({_HOLDERS}) h GROUP BY 1, 2 "
    "HAVING count(*) > 1",
    "seats with two rows": "SELECT timeslot_id, number FROM timeslot_seats GROUP BY 1, 2 "
    "HAVING count(*) > 1",
    "seats that their holder has not": f"SELECT h.id FROM ({_HOLDERS}) h LEFT JOIN "
    "timeslot_seats s ON s.timeslot_id = h.timeslot_id AND s.number = h.seat "
    "WHERE s.held_by IS DISTINCT FROM h.id",
    "seats that somebody holds who has let go": "SELECT s.id FROM timeslot_seats s "
    f"JOIN ({_GONE}) g ON g.id = s.held_by",
    "patients who are placed twice": "SELECT unit_id, category, person_id FROM callbacks "
    "WHERE kind = 'KO' AND state IN ('VANTAR', 'UTLAMNAD_TID', 'RINGS', 'EJ_SVAR') "
    "GROUP BY 1, 2, 3 HAVING count(*) > 1",
}
_OFFERED = {
    "times that are offered to two": "SELECT freed_id FROM offers WHERE state = 'ERBJUDEN' "
    "GROUP BY 1 HAVING count(*) > 1",
    "offers with one number": "SELECT freed_id, number FROM offers GROUP BY 1, 2 "
    "HAVING count(*) > 1",
    "times that are filled, and free": "SELECT f.id FROM freed_times f JOIN timeslot_seats s "
    "ON s.timeslot_id = f.timeslot_id AND s.number = f.seat AND s.generation = f.generation "
    "WHERE (f.state = 'LEDIG' AND s.held_by IS NOT NULL) "
    "OR (f.state = 'FYLLD' AND s.held_by IS NULL)",
}

MADE = "seats that nobody made"
RULES = (*_HELD, MADE, *_OFFERED)


def c4_as_many_as_there_is_room_for(world: World) -> Iterator[str]:
    """A seat has one holder, and a patient one place in a queue."""
    yield from _found(world, _HELD)
    most = _most(world)
    held = world.centre.rows(
        "SELECT timeslot_id AS slot, number FROM timeslot_seats WHERE held_by IS NOT NULL"
    )
    more = [f"{row.slot} {row.number}" for row in held if row.number > most[row.slot]]
    yield from first(more, MADE)


def c5_offered_to_one(world: World) -> Iterator[str]:
    """A seat that was let go is offered to one at a time, and once under each number."""
    yield from _found(world, _OFFERED)


def _found(world: World, queries: Mapping[str, str]) -> Iterator[str]:
    for what, query in queries.items():
        yield from first([" ".join(map(str, row)) for row in world.centre.rows(query)], what)


def _most(world: World) -> dict[UUID, int]:
    """How many seats each timeslot has ever had: as it was made, and by whoever changed it."""
    rows = world.centre.rows
    spans = {row.id: json.loads(row.spans) for row in rows("SELECT id, spans FROM callback_queues")}
    most: dict[UUID, int] = defaultdict(int)
    for row in rows("SELECT id, queue_id, capacity FROM timeslots"):
        made = max((span["places"] for span in spans.get(row.queue_id, ())), default=1)
        most[row.id] = max(made, row.capacity)
    for row in rows("SELECT body FROM operations WHERE kind LIKE '%.resize'"):
        said = json.loads(decode_operation(bytes(row.body)).arguments)
        if "timeslot_id" in said:
            slot = UUID(said["timeslot_id"])
        else:
            starts = datetime.fromisoformat(said["starts_at"])
            slot = timeslot_id(UUID(said["queue_id"]), starts)
        most[slot] = max(most[slot], said["capacity"])
    return most
