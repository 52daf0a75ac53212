"""A supervisor's order: for now, let nobody into this queue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kundcenter.domain.calendar import is_instant
from kundcenter.domain.text import line
from kundcenter.errors import NotFound, Refused


class ClosureNotFound(NotFound):
    """No closure of a queue has the id.  Facts: id."""

    code = "queue_closure.not_found"


class ClosureLifted(Refused):
    """The queue has been opened again.  Facts: id."""

    code = "queue_closure.lifted"


class ClosureInvalid(Refused):
    """The order cannot be kept.  Facts: field ("queue", "reason", "ends_at")."""

    code = "queue_closure.invalid"


@dataclass(frozen=True, slots=True)
class Closure:
    """From `starts_at` until `ends_at`, or until the queue is opened again."""

    id: UUID
    queue: str
    reason: str
    starts_at: datetime
    ends_at: datetime | None
    closed_by: UUID
    lifted_at: datetime | None = None
    lifted_by: UUID | None = None

    def holds(self, at: datetime) -> bool:
        """Whether the queue is closed by it."""
        return self.starts_at <= at and not self.over(at)

    def over(self, at: datetime) -> bool:
        """Whether it has ended or been lifted."""
        until = self.until
        return until is not None and until <= at

    @property
    def until(self) -> datetime | None:
        """When it ended or ends; None until further notice."""
        return min(filter(None, (self.ends_at, self.lifted_at)), default=None)

    def lifted(self, at: datetime, by: UUID) -> Closure:
        """The queue is open again."""
        return replace(self, lifted_at=at, lifted_by=by)


def closed_now(closures: Iterable[Closure], at: datetime) -> dict[str, Closure]:
    """The queues that are closed, each with the order that holds; of several the latest."""
    holding = (each for each in closures if each.holds(at))
    return {
        each.queue: each for each in sorted(holding, key=lambda each: (each.starts_at, each.id))
    }


@dataclass(frozen=True, slots=True)
class Switch:
    """What the exchange is to be told of a queue; `until` None is until further notice."""

    queue: str
    closed: bool
    until: datetime | None = None


def switches(closures: Iterable[Closure], at: datetime) -> tuple[Switch, ...]:
    """How each queue that was ever closed by these is now, by name."""
    known = tuple(closures)
    closed = closed_now(known, at)
    return tuple(
        Switch(queue, True, closed[queue].ends_at) if queue in closed else Switch(queue, False)
        for queue in sorted({each.queue for each in known})
    )


def checked_queue(text: str) -> str:
    """The queue's name at the exchange.  Raises ClosureInvalid(field="queue"), TextInvalid."""
    queue = line(text, "queue")
    if not queue:
        raise ClosureInvalid(field="queue")
    return queue


def checked_reason(text: str) -> str:
    """Why, in one line.  Raises ClosureInvalid(field="reason"), TextInvalid."""
    reason = line(text, "reason")
    if not reason:
        raise ClosureInvalid(field="reason")
    return reason


def must_end_after(ends_at: datetime | None, at: datetime) -> None:
    """Raise ClosureInvalid(field="ends_at") unless the end is an instant after the other."""
    if ends_at is not None and not (is_instant(ends_at) and ends_at > at):
        raise ClosureInvalid(field="ends_at")
