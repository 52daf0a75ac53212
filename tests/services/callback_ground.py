"""What the tests of call-backs stand on: a unit with a queue, and those who work with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.callback_queues import MenuCategory, QueueDraft, QueueSpan
from kundcenter.domain.callbacks import (
    Callback,
    CallbackKind,
    Placing,
    Promised,
    StepKind,
    ToldCallback,
)
from tests.ground import ASKED, NUMBER, WOMAN, Ground

# MORNING is a Saturday, 08:00 on a Swedish clock.
SATURDAY = tuple(datetime(2026, 11, 21, hour, tzinfo=UTC) for hour in (8, 9, 10))  # 9, 10, 11
SUNDAY = datetime(2026, 11, 22, 8, tzinfo=UTC)
OTHER_NUMBER = "070-174 06 44"
OTHER_STORED = "+46701740644"
HOUR = timedelta(hours=1)
SPANS = (
    QueueSpan(6, 9 * 60, 12 * 60, 60, 2),
    QueueSpan(7, 9 * 60, 10 * 60, 60, 1),
    QueueSpan(1, 8 * 60, 16 * 60, 30, 3),
)


@dataclass
class Floor:
    """A ground with a queue; anna sits there."""

    ground: Ground
    unit: UUID
    queue: UUID
    person: UUID
    staff: dict[str, UUID]

    def place(self, starts_at: datetime = SATURDAY[0], **said: Any) -> UUID:
        placing = Placing(**{"person_id": self.person, "number": NUMBER, **said})
        return self.ground.desk.callbacks.place(self.queue, starts_at, placing).the("callback")

    def promised(self, **said: Any) -> Promised:
        return Promised(**{"person_id": self.person, "number": NUMBER, **said})

    def get(self, id: UUID) -> ToldCallback:
        return self.ground.desk.callbacks.get(id)

    def now(self, id: UUID) -> Callback:
        return self.get(id).callback

    def steps(self, id: UUID) -> list[StepKind]:
        return [step.kind for step in self.get(id).steps]

    def free(self, day: datetime = SATURDAY[0]) -> list[int]:
        rooms = self.ground.desk.callback_queues.rooms(self.queue, day.date(), 1)
        return [room.free for room in rooms]


def draft(unit: UUID, **said: Any) -> QueueDraft:
    return QueueDraft(**{"unit_id": unit, "category": MenuCategory.ADVICE, "spans": SPANS, **said})


def floor(ground: Ground) -> Floor:
    """A unit's queue for advice, open on Saturday 9–12 with two places an hour."""
    ground.begin()
    unit = ground.unit()
    staff = {
        "anna": ground.operator("anna", Role.NURSE),
        "bo": ground.operator("bo", Role.NURSE),
        "vera": ground.operator("vera", Role.SWITCHBOARD),
        "eva": ground.operator("eva", Role.SUPERVISOR_NURSE),
    }
    ground.sign_in("eva")
    queue = ground.desk.callback_queues.put(None, draft(unit)).the("callback_queue")
    ground.sign_in("anna")
    return Floor(ground, unit, queue, ground.person(WOMAN), staff)


def callback_calls(ground: Ground) -> dict[str, Callable[[], object]]:
    """Each verb with arguments that would do, but of things that do not exist."""
    queues, callbacks = ground.desk.callback_queues, ground.desk.callbacks
    none, at = UUID(int=7), SATURDAY[0]
    said = Promised(none, NUMBER, criteria="Om febern stiger")
    return {
        "callback_queues.rooms": lambda: queues.rooms(none, at.date(), 1),
        "callback_queues.put": lambda: queues.put(none, draft(none), upon=1),
        "callback_queues.end": lambda: queues.end(none, upon=1),
        "callback_queues.resize": lambda: queues.resize(none, at, 1),
        "callback_queues.close": lambda: queues.close(none, at),
        "callback_queues.reopen": lambda: queues.reopen(none, at),
        "callbacks.place": lambda: callbacks.place(none, at, Placing(none, NUMBER)),
        "callbacks.move": lambda: callbacks.move(none, at),
        "callbacks.set_number": lambda: callbacks.set_number(none, NUMBER, False),
        "callbacks.promise": lambda: callbacks.promise(CallbackKind.OWN, at, said),
        "callbacks.promise (the safety clock)": lambda: callbacks.promise(
            CallbackKind.SAFETY, at, said
        ),
        "callbacks.done": lambda: callbacks.done(none, "Klart"),
        "callbacks.of_person": lambda: callbacks.of_person(none, ASKED),
        "callbacks.same": lambda: callbacks.same(none, MenuCategory.ADVICE, none),
        "callbacks.same_number": lambda: callbacks.same_number(
            none, MenuCategory.ADVICE, NUMBER, none
        ),
    }
