"""The numbers, days and times of call-backs and their queues, for the tests of odd ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kundcenter.domain.callback_queues import QueueInvalid, QueueStale
from kundcenter.domain.capacity import CapacityInvalid
from kundcenter.domain.unit_cards import Details
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from kundcenter.errors import KundcenterError
from tests.ground import Ground
from tests.services.callback_ground import SATURDAY, SPANS, draft

DAYS = {"callback_queues.rooms.start"}
TIMES = {
    *(f"callback_queues.{verb}.starts_at" for verb in ("resize", "close", "reopen")),
    "callbacks.place.starts_at", "callbacks.move.starts_at", "callbacks.promise.due_at",
    "callbacks.promise.promised.until", "callbacks.tried.try_at",
}  # fmt: skip
SPAN = {"day": 1, "opens": 480, "closes": 960, "interval": 30, "places": 3}


def callback_numbers(
    ground: Ground,
) -> dict[str, tuple[type[KundcenterError], Callable[[Any], object]]]:
    """Every number that is refused unless it is right, with how it is refused."""
    queues = ground.desk.callback_queues
    wording = UnitWording("SE0000000001-DEMORING", "Test", UnitKind.PRIMARY_CARE)
    unit = ground.desk.units.save(None, wording, Details()).the("unit")
    queue = queues.put(None, draft(unit)).the("callback_queue")
    day = SATURDAY[0].date()

    def span(name: str) -> Callable[[Any], object]:
        def put(number: int) -> object:
            changed: dict[str, Any] = {name: number or -1}  # to open at midnight is right
            spans = (SPANS[0], replace(SPANS[2], **changed))
            return queues.put(queue, draft(unit, spans=spans), upon=1)

        return put

    return {
        "callback_queues.put.upon": (
            QueueStale,
            lambda n: queues.put(queue, draft(unit), upon=n),
        ),
        "callback_queues.end.upon": (QueueStale, lambda n: queues.end(queue, upon=n)),
        "callback_queues.put.draft.days_ahead": (
            QueueInvalid,
            lambda n: queues.put(queue, draft(unit, days_ahead=n or -1), upon=1),
        ),
        **{f"callback_queues.put.draft.spans.{name}": (QueueInvalid, span(name)) for name in SPAN},
        "callback_queues.resize.capacity": (
            CapacityInvalid,
            lambda n: queues.resize(queue, SATURDAY[0], n or -1),
        ),
        "callback_queues.rooms.days": (QueueInvalid, lambda n: queues.rooms(queue, day, n)),
    }
