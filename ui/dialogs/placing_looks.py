"""What is asked of the store while somebody is placed in a queue: on its thread, in one go."""

from __future__ import annotations

from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.calendar import local
from kundcenter.domain.callback_queues import CallbackQueue
from kundcenter.domain.callbacks import Callback, Placing
from kundcenter.domain.capacity import Room
from kundcenter.domain.phone_numbers import PhoneNumberInvalid, parse
from ui.services import Services


def rooms_of(
    services: Services, queue: CallbackQueue, person_id: UUID
) -> tuple[tuple[Room, ...], Callback | None]:
    """The queue's times, and where the patient waits in it already."""
    today = local(services.now()).date()
    found = services.callback_queues.rooms(queue.id, today, queue.days_ahead + 1)
    return found, services.callbacks.same(queue.unit_id, queue.category, person_id)


def placed(
    services: Services, queue: CallbackQueue, room: Room, placing: Placing
) -> tuple[Changes, Callback | None]:
    """What was done, and the promise that stands now."""
    changes = services.callbacks.place(queue.id, room.timeslot.starts_at, placing)
    return changes, services.callbacks.same(queue.unit_id, queue.category, placing.person_id)


def number_in(
    services: Services, queue: CallbackQueue, text: str, person_id: UUID
) -> Callback | None:
    """Whom the unit is to ring on that number already; nobody while it is no number yet."""
    try:
        number = parse(text)
    except PhoneNumberInvalid:
        return None
    if number is None:
        return None
    return services.callbacks.same_number(queue.unit_id, queue.category, number.value, person_id)
