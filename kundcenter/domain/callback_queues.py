"""A unit's call-back queues: which menu category has how much room at which times (DOMAIN §4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.calendar import (
    DayClass,
    at_clock,
    day_bounds,
    day_class,
    is_instant,
    local,
)
from kundcenter.domain.capacity import MOST_SEATS, Timeslot, TimeslotKind, timeslot_id
from kundcenter.domain.text import line
from kundcenter.errors import Conflict, NotFound, Refused

SPANS_LIMIT = 60
FIRST_DAY, LAST_DAY = date(2005, 1, 1), date(2200, 1, 1)  # holidays are known from 2005
_DAY_OF_CLASS = {DayClass.LORDAG_AFTON: 6, DayClass.SON_OCH_HELGDAG: 7}  # QueueSpan.day
SHORTEST_INTERVAL = 5  # minutes
LONGEST_INTERVAL = 240
MINUTES_OF_DAY = 24 * 60
MOST_DAYS_AHEAD = 60


class QueueNotFound(NotFound):
    """No call-back queue has the id.  Facts: id."""

    code = "callback_queue.not_found"


class QueueStale(Conflict):
    """Somebody has changed the queue since.  Facts: id, number (the latest's)."""

    code = "callback_queue.stale"


class QueueTaken(Refused):
    """The unit has a queue of the category already.  Facts: id (that queue's)."""

    code = "callback_queue.taken"


class QueueInvalid(Refused):
    """A schedule that cannot be.  Facts: field, at (which span, from 1)."""

    code = "callback_queue.invalid"


class QueueHasNoSuchTime(Refused):
    """Nobody is placed in the queue at that time: it has none, or not on a day so far away.

    Facts: id, and of who is placed times (what is free instead, as `told_times` writes it).
    """

    code = "callback_queue.no_such_time"


class MenuCategory(StrEnum):
    """What the caller wants of the unit, in the order of the common menu (DOMAIN §4)."""

    CANCEL = "AVBOKA"
    BOOK = "BOKA"
    REBOOK = "OMBOKA"
    PRESCRIPTION = "RECEPT"
    CERTIFICATE = "INTYG"
    TEST_RESULT = "PROVSVAR"
    ADVICE = "RADGIVNING"
    OTHER = "OVRIGT"

    @property
    def digit(self) -> int:
        """The key of the menu: 1–7, and 9 for the rest."""
        return 9 if self is MenuCategory.OTHER else list(MenuCategory).index(self) + 1


@dataclass(frozen=True, slots=True)
class QueueSpan:
    """On one weekday (1 Monday–7 Sunday; holidays count as Sunday, eves as Saturday).

    Minutes after midnight on a Swedish clock; each interval is `interval` minutes long and has
    `places` seats.  What is left at the end and shorter than an interval has none.
    """

    day: int
    opens: int
    closes: int
    interval: int
    places: int

    def wrong_field(self) -> str:
        """The first field that cannot be so, or nothing."""
        right = {
            "day": 1 <= self.day <= 7,
            "opens": 0 <= self.opens < MINUTES_OF_DAY,
            "closes": self.opens < self.closes <= MINUTES_OF_DAY,
            "interval": SHORTEST_INTERVAL
            <= self.interval
            <= min(LONGEST_INTERVAL, self.closes - self.opens),
            "places": 1 <= self.places <= MOST_SEATS,
        }
        return next((name for name, so in right.items() if not so), "")

    def overlaps(self, other: QueueSpan) -> bool:
        return self.day == other.day and self.opens < other.closes and other.opens < self.closes


@dataclass(frozen=True, slots=True)
class QueueDraft:
    """What is written of a queue.  `days_ahead` is how far one may be placed; 0 is today only."""

    unit_id: UUID
    category: MenuCategory
    spans: tuple[QueueSpan, ...]
    days_ahead: int = 3
    same_day: bool = True  # whether the same-day guarantee of primary care holds here (DOMAIN §5)
    comment: str = ""

    def checked(self) -> QueueDraft:
        """The draft as it is stored, its spans in order.  Raises QueueInvalid, TextInvalid."""
        if not self.spans or len(self.spans) > SPANS_LIMIT:
            raise QueueInvalid(field="spans", at=0)
        if not 0 <= self.days_ahead <= MOST_DAYS_AHEAD:
            raise QueueInvalid(field="days_ahead", at=0)
        for at, span in enumerate(self.spans, start=1):
            if wrong := span.wrong_field():
                raise QueueInvalid(field=wrong, at=at)
            before = self.spans[: at - 1]
            if any(span.overlaps(other) for other in before):
                raise QueueInvalid(field="opens", at=at)
        ordered = tuple(sorted(self.spans, key=lambda span: (span.day, span.opens)))
        return replace(self, spans=ordered, comment=line(self.comment, "comment"))

    def queue(self, id: UUID, at: datetime, by: UUID, number: int = 1) -> CallbackQueue:
        """The queue that it describes, in one of its versions."""
        return CallbackQueue(
            id,
            self.unit_id,
            self.category,
            self.spans,
            self.days_ahead,
            self.same_day,
            self.comment,
            number,
            at,
            by,
        )


@dataclass(frozen=True, slots=True)
class CallbackQueue:
    """A queue in one of its versions; `number` counts from 1.  `ended_at`: nobody is placed."""

    id: UUID
    unit_id: UUID
    category: MenuCategory
    spans: tuple[QueueSpan, ...]
    days_ahead: int
    same_day: bool
    comment: str
    number: int
    changed_at: datetime
    changed_by: UUID
    ended_at: datetime | None = None

    @property
    def draft(self) -> QueueDraft:
        return QueueDraft(
            self.unit_id, self.category, self.spans, self.days_ahead, self.same_day, self.comment
        )

    def changed(self, draft: QueueDraft, at: datetime, by: UUID) -> CallbackQueue:
        """The next version of the queue."""
        return draft.queue(self.id, at, by, self.number + 1)

    def ended(self, at: datetime, by: UUID) -> CallbackQueue:
        """Nobody is placed in it any more; who is, is rung as promised."""
        return replace(self, number=self.number + 1, changed_at=at, changed_by=by, ended_at=at)


def intervals(queue: CallbackQueue, day: date) -> tuple[Timeslot, ...]:
    """The queue's intervals of one Swedish day, in their order; none of an ended queue.

    An interval is placed in until it ends.  On the night when clocks go forward, what would lie in
    the missing hour is left out; when they go back, an interval across the hour is an hour longer.
    """
    if queue.ended_at is not None:
        return ()
    found: dict[datetime, Timeslot] = {}
    kind = _DAY_OF_CLASS.get(day_class(day), day.isoweekday())
    for span in queue.spans:
        if span.day != kind:
            continue
        for opens in range(span.opens, span.closes - span.interval + 1, span.interval):
            starts_at, ends_at = _at(day, opens), _at(day, opens + span.interval)
            if starts_at < ends_at and _minute(starts_at) == opens:
                found.setdefault(starts_at, _interval(queue, starts_at, ends_at, span.places))
    return tuple(found[at] for at in sorted(found))


def interval_at(queue: CallbackQueue, starts_at: datetime) -> Timeslot:
    """The interval that begins then.  Raises QueueHasNoSuchTime."""
    if is_instant(starts_at) and FIRST_DAY <= local(starts_at).date() <= LAST_DAY:
        for each in intervals(queue, local(starts_at).date()):
            if each.starts_at == starts_at:
                return each
    raise QueueHasNoSuchTime(id=queue.id)


def days_open(queue: CallbackQueue, now: datetime) -> tuple[date, ...]:
    """The days that one may be placed on, today first; none of an ended queue."""
    if queue.ended_at is not None:
        return ()
    today = local(now).date()
    return tuple(today + timedelta(days=n) for n in range(queue.days_ahead + 1))


def _interval(
    queue: CallbackQueue, starts_at: datetime, ends_at: datetime, places: int
) -> Timeslot:
    return Timeslot(
        timeslot_id(queue.id, starts_at),
        TimeslotKind.CALLBACK,
        queue.unit_id,
        queue.category.value,
        starts_at,
        ends_at,
        places,
        cutoff_at=ends_at,
        queue_id=queue.id,
    )


def _at(day: date, minutes: int) -> datetime:
    """The instant so many minutes after midnight by the clock; the last one is next midnight."""
    if minutes == MINUTES_OF_DAY:
        return day_bounds(day)[1]
    return at_clock(day, time(*divmod(minutes, 60)))


def _minute(at: datetime) -> int:
    clock = local(at)
    return clock.hour * 60 + clock.minute
