"""Operations that the centre could not carry out as they were told, until somebody has seen to it.

A fact is never thrown away.  What is in quarantine is carried out again when what stood against it
is mended, or a person writes it anew and says so in its work item (RELIABILITY 2.9).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kundcenter.domain.feed import Verdict
from kundcenter.errors import NotFound, Refused

DRIVEN = "Genomförd efter granskning"  # how the work item of such an operation is resolved


class QuarantineNotFound(NotFound):
    """No operation in quarantine has the id.  Facts: id."""

    code = "quarantine.not_found"


class WrittenAnew(Refused):
    """A person has resolved its work item: carried out too, it would be there twice.  Facts: id."""

    code = "quarantine.written_anew"


@dataclass(frozen=True, slots=True)
class Aside:
    """One operation that was set aside, as it came.  `id` is its work item's.

    `since` is when it came.  `again` says that an earlier epoch of the centre had carried it out.
    """

    id: UUID
    device_id: UUID
    n: int
    body: bytes = field(repr=False)
    hash: bytes = field(repr=False)
    verdict: Verdict
    since: datetime
    driven_at: datetime | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """What may be told of an operation in quarantine: nothing that it says of a patient.

    `device` is the desk's name, and `owner` the user name of who sees to it, or empty.  `resolved`
    says that a person has resolved its work item.
    """

    id: UUID
    device_id: UUID
    device: str
    n: int
    verb: str
    code: str
    since: datetime
    due_at: datetime
    owner: str = ""
    again: bool = False
    resolved: bool = False

    def overdue(self, now: datetime) -> bool:
        return not self.resolved and self.due_at < now


@dataclass(frozen=True, slots=True)
class Depth:
    """How much waits: how many, how many of them too long, and when the first was or is due.

    What a person has resolved waits for nobody, and is in `count` alone.
    """

    count: int = 0
    overdue: int = 0
    oldest_due: datetime | None = None

    @classmethod
    def of(cls, waiting: Iterable[Waiting], now: datetime) -> Depth:
        every = tuple(waiting)
        late = sum(each.overdue(now) for each in every)
        oldest = min((each.due_at for each in every if not each.resolved), default=None)
        return cls(len(every), late, oldest)
