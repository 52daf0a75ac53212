"""Exchange with a unit's own call-back system, for the tests of who may and of odd input."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from kundcenter.domain.callback_queues import MenuCategory
from kundcenter.domain.callbacks import Placing, StepKind
from kundcenter.domain.teleq import Outcome, Sent, TeleqOutcome, TeleqRowInvalid, TeleqTooMany
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.unit_cards import Details
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from kundcenter.errors import KundcenterError
from tests.ground import MORNING, NUMBER, Ground, rows
from tests.naughty import Sort, free, squeezed
from tests.services.access_rows import LEADING
from tests.services.callback_doors import ALWAYS, Opened
from tests.services.callback_ground import SATURDAY, draft

_VERBS = ("outgoing", "exported", "plan", "come_back")
TELEQ_MATRIX = {f"teleq.{verb}": LEADING for verb in _VERBS}
TIMES = {"teleq.plan.rows.at", "teleq.come_back.rows.at"}
DAYS: set[str] = set()
_UNIT = UnitWording("SE0000000001-DEMOTELEQ", "Test", UnitKind.PRIMARY_CARE)


def teleq_calls(ground: Ground) -> dict[str, Callable[[], object]]:
    """Each verb with arguments that would do, but of things that do not exist."""
    teleq, none = ground.desk.teleq, UUID(int=7)
    rows = (TeleqOutcome(none, Outcome.DONE, MORNING),)
    return {
        "teleq.outgoing": teleq.outgoing,
        "teleq.exported": lambda: teleq.exported((Sent(none, 1),)),
        "teleq.plan": lambda: teleq.plan(rows),
        "teleq.come_back": lambda: teleq.come_back(rows),
    }


def _queue(ground: Ground) -> UUID:
    unit = ground.desk.units.save(None, _UNIT, Details()).the("unit")
    plain = draft(unit, spans=ALWAYS, category=MenuCategory.OTHER)
    return ground.desk.callback_queues.put(None, plain).the("callback_queue")


def _placed(ground: Ground, queue: UUID, person: UUID) -> UUID:
    """Somebody who waits for a unit's call."""
    day = SATURDAY[0].date() + timedelta(days=1)
    starts_at = ground.desk.callback_queues.rooms(queue, day, 1)[1].timeslot.starts_at
    return ground.desk.callbacks.place(queue, starts_at, Placing(person, NUMBER)).the("callback")


def teleq_numbers(
    ground: Ground, person: UUID
) -> dict[str, tuple[type[KundcenterError], Callable[[Any], object]]]:
    """Every number that is refused unless it is right, with how it is refused."""
    id = _placed(ground, _queue(ground), person)
    return {
        "teleq.exported.sent.steps": (
            TeleqRowInvalid,
            lambda n: ground.desk.teleq.exported((Sent(id, n),)),
        ),
        "teleq.outgoing.skip": (TeleqTooMany, lambda n: ground.desk.teleq.outgoing(n or -1)),
    }


def teleq_doors(ground: Ground, person: UUID, texts: list[str]) -> dict[str, Opened]:
    """By noun and verb, for an operator who leads and rings."""
    teleq, line = ground.desk.teleq, free(texts, LINE_LIMIT)
    one = Sort(line.kept, line.refused, squeezed)
    queue = _queue(ground)
    placed: list[UUID] = []  # not before its turn: the doors beside count what comes into tables
    count = [0]

    def outcome(texts: dict[str, str]) -> tuple[TeleqOutcome, ...]:
        if not placed:
            placed.append(_placed(ground, queue, person))
        count[0] += 1
        at = MORNING + timedelta(days=1, microseconds=count[0])
        return (TeleqOutcome(placed[0], Outcome.NO_ANSWER, at, texts["rows.text"]),)

    def told() -> list[dict[str, Any]]:
        """By when they are said to have happened: the ids of these steps have no order."""
        every = rows(ground.engine, "callback_steps")["callback_steps"]
        of_it = [step for step in every if step["callback_id"] == placed[0]]
        tried = [step for step in of_it if step["kind"] == StepKind.NO_ANSWER]
        return [{"rows.text": step["text"]} for step in sorted(tried, key=lambda each: each["at"])]

    return {
        "teleq.plan": (lambda texts: teleq.plan(outcome(texts)), {"rows.text": one}, None),
        "teleq.come_back": (
            lambda texts: teleq.come_back(outcome(texts)),
            {"rows.text": one},
            told,
        ),
    }
