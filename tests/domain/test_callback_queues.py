"""Which intervals a queue has on which day, and which seat somebody gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.calendar import local
from kundcenter.domain.callback_queues import (
    SPANS_LIMIT,
    CallbackQueue,
    MenuCategory,
    QueueDraft,
    QueueHasNoSuchTime,
    QueueInvalid,
    QueueSpan,
    days_open,
    interval_at,
    intervals,
)
from kundcenter.domain.capacity import (
    ALTERNATIVES,
    CapacityInvalid,
    Room,
    Seat,
    SeatLost,
    Timeslot,
    TimeslotClosed,
    TimeslotFull,
    TimeslotKind,
    TimeslotLate,
    free_seat,
    proposed,
    read_times,
    rooms_of,
    seat_id,
    timeslot_id,
    told_times,
)

UNIT, ID, ME = UUID(int=1), UUID(int=2), UUID(int=3)
NOW = datetime(2026, 11, 21, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)
SLOT = Timeslot(
    UUID(int=9), TimeslotKind.CALLBACK, UNIT, "RADGIVNING", NOW, NOW + HOUR, 3, NOW + HOUR
)


def queue(*spans: QueueSpan) -> CallbackQueue:
    draft = QueueDraft(UNIT, MenuCategory.ADVICE, spans).checked()
    return draft.queue(ID, NOW, ME)


def clocks(of: CallbackQueue, day: date) -> list[str]:
    return [
        f"{local(each.starts_at):%H:%M}-{local(each.ends_at):%H:%M}" for each in intervals(of, day)
    ]


ALL_WEEK = queue(*(QueueSpan(day, 480 + 60 * day, 600 + 60 * day, 60, day) for day in range(1, 8)))


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 11, 23), 1),
        (date(2026, 11, 21), 6),
        (date(2026, 11, 22), 7),
        (date(2026, 12, 24), 6),  # julafton, a Thursday
        (date(2026, 12, 25), 7),  # juldagen, a Friday
        (date(2026, 6, 6), 7),  # nationaldagen, a Saturday
        (date(2026, 6, 19), 6),  # midsommarafton
        (date(2027, 1, 6), 7),  # trettondedag jul
    ],
)
def test_a_holiday_is_a_sunday_and_an_eve_a_saturday(day: date, kind: int) -> None:
    found = intervals(ALL_WEEK, day)
    assert [each.capacity for each in found] == [kind, kind]
    assert local(found[0].starts_at).hour == 8 + kind
    assert all(each.cutoff_at == each.ends_at for each in found)


def test_what_is_left_and_shorter_than_an_interval_has_no_places() -> None:
    of = queue(QueueSpan(6, 480, 570, 40, 1), QueueSpan(6, 600, 640, 20, 1))
    assert clocks(of, NOW.date()) == ["08:00-08:40", "08:40-09:20", "10:00-10:20", "10:20-10:40"]


def test_a_queue_may_be_open_until_midnight() -> None:
    assert clocks(queue(QueueSpan(6, 1_380, 1_440, 60, 1)), NOW.date()) == ["23:00-00:00"]


def test_the_hour_that_there_is_not_has_no_places() -> None:
    night = queue(QueueSpan(7, 60, 300, 60, 1))
    assert clocks(night, date(2026, 3, 29)) == ["01:00-03:00", "03:00-04:00", "04:00-05:00"]
    found = intervals(night, date(2026, 3, 29))
    assert [each.ends_at - each.starts_at for each in found] == [HOUR] * 3
    twice = intervals(night, date(2026, 10, 25))
    assert [each.ends_at - each.starts_at for each in twice] == [HOUR, 2 * HOUR, HOUR, HOUR]


spans = st.builds(
    QueueSpan,
    day=st.integers(1, 7),
    opens=st.integers(0, 1_400),
    closes=st.integers(0, 1_440),
    interval=st.integers(5, 240),
    places=st.integers(1, 9),
)


@given(
    st.lists(spans, min_size=1, max_size=4),
    st.dates(date(2026, 1, 1), date(2028, 12, 31)) | st.sampled_from(
        [date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28)]
    ),
)  # fmt: skip
def test_intervals_follow_each_other_and_are_found_by_their_beginning(
    some: list[QueueSpan], day: date
) -> None:
    try:
        of = queue(*some)
    except QueueInvalid:
        return
    found = intervals(of, day)
    for each, after in pairwise(found):
        assert each.ends_at <= after.starts_at
    for each in found:
        assert local(each.starts_at).date() == day
        assert each.starts_at < each.ends_at
        assert interval_at(of, each.starts_at) == each
        assert each.id == timeslot_id(ID, each.starts_at)
        with pytest.raises(QueueHasNoSuchTime):
            interval_at(of, each.starts_at + timedelta(seconds=1))
        assert each.checked() == each
    assert intervals(of.ended(NOW, ME), day) == ()


@pytest.mark.parametrize(
    ("field", "span"),
    [
        ("day", QueueSpan(0, 480, 960, 30, 1)),
        ("day", QueueSpan(8, 480, 960, 30, 1)),
        ("opens", QueueSpan(1, -1, 960, 30, 1)),
        ("opens", QueueSpan(1, 1_440, 1_441, 30, 1)),
        ("closes", QueueSpan(1, 480, 480, 30, 1)),
        ("closes", QueueSpan(1, 480, 1_441, 30, 1)),
        ("interval", QueueSpan(1, 480, 960, 4, 1)),
        ("interval", QueueSpan(1, 480, 960, 241, 1)),
        ("interval", QueueSpan(1, 480, 500, 30, 1)),
        ("places", QueueSpan(1, 480, 960, 30, 0)),
        ("places", QueueSpan(1, 480, 960, 30, 501)),
        ("opens", QueueSpan(2, 600, 700, 30, 1)),  # two at the same time
    ],
)
def test_a_schedule_that_cannot_be_is_refused(field: str, span: QueueSpan) -> None:
    with pytest.raises(QueueInvalid) as refused:
        queue(QueueSpan(2, 480, 660, 30, 1), span)
    assert refused.value.facts == {"field": field, "at": 2}


def test_a_schedule_has_spans_and_not_too_many() -> None:
    some = tuple(QueueSpan(1 + n % 7, 20 * (n // 7), 20 * (n // 7) + 20, 20, 1) for n in range(70))
    for wrong in ((), some[: SPANS_LIMIT + 1]):
        with pytest.raises(QueueInvalid) as refused:
            queue(*wrong)
        assert refused.value.facts == {"field": "spans", "at": 0}
    assert len(queue(*some[:SPANS_LIMIT]).spans) == SPANS_LIMIT


def test_one_is_placed_from_today_on_by_the_swedish_day() -> None:
    late = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)  # after midnight there
    assert days_open(ALL_WEEK, late) == tuple(date(2026, 11, day) for day in (22, 23, 24, 25))
    assert days_open(ALL_WEEK.ended(NOW, ME), late) == ()


def test_the_menu_has_its_digits() -> None:
    assert [each.digit for each in MenuCategory] == [1, 2, 3, 4, 5, 6, 7, 9]


def seat(number: int, held: bool = True) -> Seat:
    return Seat(seat_id(SLOT.id, number), SLOT.id, number, 4, ME if held else None)


def test_the_first_free_seat_is_given_and_keeps_its_generation() -> None:
    assert free_seat(SLOT, (), NOW) == Seat(seat_id(SLOT.id, 1), SLOT.id, 1)
    assert free_seat(SLOT, (seat(1), seat(2, held=False)), NOW).generation == 4
    assert free_seat(SLOT, (seat(2), seat(1)), NOW).number == 3
    assert seat(1).let_go() == replace(seat(1), generation=5, held_by=None)
    with pytest.raises(TimeslotFull):
        free_seat(SLOT, (seat(1), seat(2), seat(3)), NOW)
    with pytest.raises(TimeslotFull):
        free_seat(SLOT.resized(2), (seat(2), seat(3)), NOW)  # smaller than what is held
    with pytest.raises(TimeslotClosed):
        free_seat(replace(SLOT, closed=True), (), NOW)
    with pytest.raises(TimeslotLate):
        free_seat(SLOT, (), NOW + HOUR)
    free_seat(SLOT, (), NOW + HOUR - timedelta(microseconds=1))


def test_a_seat_that_is_somebody_s_to_be_is_spared_and_given_by_its_number() -> None:
    assert free_seat(SLOT, (), NOW, spared={1}).number == 2
    with pytest.raises(TimeslotFull):
        free_seat(SLOT, (seat(3),), NOW, spared={1, 2})
    with pytest.raises(TimeslotFull):
        free_seat(SLOT.resized(2), (seat(3),), NOW, spared={1})  # or the offered one had no room
    assert free_seat(SLOT, (seat(3),), NOW, number=2, spared={2}).number == 2
    for lost in (3, 4):
        with pytest.raises(SeatLost):
            free_seat(SLOT, (seat(3),), NOW, number=lost)


def test_a_timeslot_is_as_it_may_be() -> None:
    for field, wrong in (
        ("capacity", -1), ("capacity", 501), ("ends_at", NOW), ("cutoff_at", NOW + 2 * HOUR),
        ("starts_at", datetime(2026, 11, 21, 7)),  # noqa: DTZ001
    ):  # fmt: skip
        with pytest.raises(CapacityInvalid) as refused:
            replace(SLOT, **{field: wrong}).checked()  # type: ignore[arg-type]
        assert refused.value.facts == {"field": field}


@given(
    st.lists(st.tuples(st.integers(-6, 90), st.integers(0, 3), st.booleans()), max_size=30),
    st.integers(-5, 50),
)
def test_instead_come_the_nearest_and_the_first_of_a_later_day(
    some: list[tuple[int, int, bool]], asked: int
) -> None:
    slots = {
        hours: replace(
            SLOT, id=UUID(int=100 + hours), starts_at=NOW + hours * HOUR,
            ends_at=NOW + (hours + 1) * HOUR, cutoff_at=NOW + (hours + 1) * HOUR, closed=closed,
        )
        for hours, _, closed in some
    }  # fmt: skip
    rooms = rooms_of(slots.values(), {UUID(int=100 + hours): held for hours, held, _ in some})
    at = NOW + asked * HOUR
    found = proposed(rooms, at, NOW)
    free = [room for room in rooms if room.free and room.timeslot.ends_at > NOW]
    assert len(found) == min(len(free), ALTERNATIVES)
    assert set(map(_start, found)) <= set(map(_start, free))
    assert list(map(_start, found)) == sorted(map(_start, found))
    later = [room for room in free if local(_start(room)).date() > local(at).date()]
    assert later[:1] == [room for room in found if room in later][:1]
    assert read_times(told_times(found)) == tuple(map(_start, found))


def _start(room: Room) -> datetime:
    return room.timeslot.starts_at
