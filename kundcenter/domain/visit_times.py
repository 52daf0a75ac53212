"""Times that a unit lets others book: as they are written down, and looked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.domain.calendar import is_instant
from kundcenter.domain.capacity import CapacityInvalid, Timeslot, TimeslotKind
from kundcenter.domain.text import line
from kundcenter.errors import Refused

TIMES_LIMIT = 500  # times in one operation
LONGEST_VISIT = timedelta(hours=24)
LONGEST_LOOK = timedelta(days=366)  # what one asks for at a time
CODE_LIMIT = 100  # characters of a code that the unit's own booking system gives
SOURCE_LIMIT = 200  # of its number there, with the unit's HSA-id


class TimesTooMany(Refused):
    """More times at once than one operation takes.  Facts: count, limit."""

    code = "timeslot.too_many"


class TimesPeriodWrong(Refused):
    """What is asked for ends before it begins, or is longer than a year.  Facts: field."""

    code = "timeslot.period_wrong"


@dataclass(frozen=True, slots=True)
class NewTime:
    """A time as a unit tells it.  `cutoff_at`: from then on it is not booked; None is its start.

    `time_type` is a timeTypeID of crm:scheduling, `source` the number in the unit's own system.
    """

    unit_id: UUID
    time_type: str
    starts_at: datetime
    ends_at: datetime
    capacity: int = 1
    cutoff_at: datetime | None = None
    care_type: str = ""
    performer: str = ""
    resource: str = ""
    within_guarantee: bool | None = None
    source: str = ""

    def checked(self) -> NewTime:
        """The time as it is stored.  Raises CapacityInvalid, TextInvalid."""
        for field in ("starts_at", "ends_at", "cutoff_at"):
            at = getattr(self, field)
            if at is not None and not is_instant(at):
                raise CapacityInvalid(field=field)
        if not timedelta() < self.ends_at - self.starts_at <= LONGEST_VISIT:
            raise CapacityInvalid(field="ends_at")
        if self.cutoff_at is not None and self.cutoff_at > self.ends_at:
            raise CapacityInvalid(field="cutoff_at")
        checked = replace(
            self,
            time_type=line(self.time_type, "time_type", limit=CODE_LIMIT),
            care_type=line(self.care_type, "care_type", limit=CODE_LIMIT),
            performer=line(self.performer, "performer"),
            resource=line(self.resource, "resource"),
            source=line(self.source, "source", limit=SOURCE_LIMIT),
        )
        if not checked.time_type:
            raise CapacityInvalid(field="time_type")
        return checked

    def timeslot(self, id: UUID) -> Timeslot:
        """The timeslot of it.  Raises CapacityInvalid, TextInvalid."""
        return Timeslot(
            id,
            TimeslotKind.VISIT,
            self.unit_id,
            self.time_type,
            self.starts_at,
            self.ends_at,
            self.capacity,
            self.starts_at if self.cutoff_at is None else self.cutoff_at,
            care_type=self.care_type,
            performer=self.performer,
            resource=self.resource,
            within_guarantee=self.within_guarantee,
            source=self.source,
        ).checked()


def checked_look(start: datetime, end: datetime) -> None:
    """Raise TimesPeriodWrong unless both are instants, in order, at most a year apart."""
    for field, at in (("start", start), ("end", end)):
        if not is_instant(at):
            raise TimesPeriodWrong(field=field)
    if not timedelta() < end - start <= LONGEST_LOOK:
        raise TimesPeriodWrong(field="end")
