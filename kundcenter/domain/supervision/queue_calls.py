"""A caller who left a queue before any desk's telephone answered, as the exchange tells of it.

Nobody's number is kept.  Every desk hears of the same caller, and they all make the same row:
its id is made of what the exchange told, and of no desk's clock.  Source: DOMAIN §13.1 (offered,
abandoned, short).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from kundcenter.domain.rings import MOST_WAITED
from kundcenter.domain.text import LINE_LIMIT, checked
from kundcenter.errors import NotFound, Refused

MOST_AT_ONCE = 200  # callers in one operation
MOST_AGO = timedelta(hours=24)  # what was told longer ago has been noted by another desk

_NAMES = UUID("6f0d6a52-1a0e-5c0b-9f5e-3b8a4d1c7e21")


class QueueCallNotFound(NotFound):
    """No caller who left a queue has the id.  Facts: id."""

    code = "queue_call.not_found"


class QueueCallsTooMany(Refused):
    """More callers at once than one operation takes.  Facts: count, limit."""

    code = "queue_call.too_many"


class QueueUnnamed(Refused):
    """A queue has a name.  Facts: none."""

    code = "queue_call.queue_unnamed"


@dataclass(frozen=True, slots=True)
class Left:
    """What a desk was told: who left which queue, after how long, and how long ago that was.

    `reached` whether a telephone answered that has no desk.
    """

    line_call: str
    queue: str
    waited: timedelta
    ago: timedelta = timedelta()
    reached: bool = False

    def checked(self) -> Left:
        """The same, as it can be kept.  Raises QueueUnnamed, TextInvalid."""
        line_call = checked(self.line_call, "line_call", limit=LINE_LIMIT)
        queue = checked(self.queue, "queue", limit=LINE_LIMIT)
        if not queue.strip():
            raise QueueUnnamed
        waited = min(max(self.waited, timedelta()), MOST_WAITED)
        ago = min(max(self.ago, timedelta()), MOST_AGO)
        return Left(line_call, queue, waited, ago, self.reached)

    @property
    def id(self) -> UUID:
        """The same at every desk: the exchange tells all of them the same whole seconds."""
        seconds = int(self.waited.total_seconds())
        return uuid5(_NAMES, f"{self.queue}\n{self.line_call}\n{seconds}")

    def queue_call(self, at: datetime) -> QueueCall:
        """The row, as told by a desk whose clock says `at`."""
        left_at = at - self.ago
        joined_at = left_at - self.waited
        return QueueCall(self.id, self.line_call, self.queue, joined_at, left_at, self.reached)


@dataclass(frozen=True, slots=True)
class QueueCall:
    """One caller in one queue.  `line_call` is the exchange's id of the call, as in Call."""

    id: UUID
    line_call: str
    queue: str
    joined_at: datetime
    left_at: datetime
    reached: bool = False

    @property
    def waited(self) -> timedelta:
        """Never less than nothing."""
        return max(self.left_at - self.joined_at, timedelta())
