"""A shift's work on promised calls: a unit's queue, who is placed in it, and one's own."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from kundcenter.domain.calendar import local
from kundcenter.domain.callback_queues import QueueSpan
from kundcenter.domain.callbacks import CallbackKind, Placing, Promised
from kundcenter.domain.capacity import Timeslot
from tests.ground import NUMBER, Ground
from tests.services.callback_ground import OTHER_NUMBER, draft
from tests.services.shift_record import Records

SPANS = tuple(QueueSpan(day, 0, 24 * 60, 5, 2) for day in range(1, 8))
MENDED = "Mår bättre \u2028å😀"


def callbacks(ground: Ground, written: Records, call: UUID, unit: UUID) -> None:
    """Every verb of call-backs and their queues; whoever sits there leads and is a nurse."""
    desk = ground.desk
    queues, promised = desk.callback_queues, desk.callbacks
    me = desk.seat.actor.operator_id
    queue = queues.put(None, draft(unit, spans=SPANS)).the("callback_queue")
    tomorrow = local(ground.clock.at).date() + timedelta(days=1)
    first, second, third, *_ = (
        room.timeslot.starts_at for room in queues.rooms(queue, tomorrow, 1)
    )
    queues.close(queue, third)
    queues.reopen(queue, third)
    queues.resize(queue, third, 9)
    said = Placing(
        written.woman, NUMBER, True, "U3", MENDED, "so", call_id=call, entry_id=written.entry
    )
    id = promised.place(queue, second, said).the("callback")
    promised.place(queue, first, Placing(written.woman, OTHER_NUMBER))
    promised.move(id, third)
    promised.set_number(id, NUMBER, True)
    promised.take(id)
    promised.release(id)
    promised.take(id)
    promised.tried(id, text="Röstbrevlåda")
    promised.done(id, MENDED)
    again = promised.place(queue, first, said).the("callback")
    promised.cancel(again, "Mår bättre")
    at = ground.clock.at + timedelta(hours=1, microseconds=7)
    risk = Promised(written.woman, NUMBER, criteria="Om febern stiger.\nEller andningen blir tung.")
    safety = promised.promise(CallbackKind.SAFETY, at, risk).the("callback")
    own = promised.promise(
        CallbackKind.OWN, at, Promised(written.woman, NUMBER, until=at + timedelta(hours=1))
    ).the("callback")
    promised.hand_on(own, me)
    promised.hand_on(safety, None)
    for text in ("", "", "", "Polisen gör ett hembesök"):
        promised.tried(safety, try_at=ground.clock.at + timedelta(hours=2), text=text)
    for _ in range(3):
        promised.tried(own)
    running = _running(ground, queue)
    broken = promised.place(queue, running.starts_at, said).the("callback")
    for temporary in (False, True, False):  # a desk that tells every third verb has told the place
        promised.set_number(broken, NUMBER, temporary)
    ground.clock.at = running.ends_at
    promised.expire(broken)
    queues.put(queue, draft(unit, spans=SPANS[:6], comment="Färre dagar"), upon=1)
    queues.end(queue, upon=2)


def _running(ground: Ground, queue: UUID) -> Timeslot:
    """The interval that is going on."""
    rooms = ground.desk.callback_queues.rooms(queue, local(ground.clock.at).date(), 1)
    return [r.timeslot for r in rooms if r.timeslot.starts_at <= ground.clock.at][-1]
