"""Periods by a Swedish clock, also when clocks are moved."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest

from kundcenter.domain.calendar import at_clock
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.periods import PeriodKind, Span, SpanWrong

HOUR = timedelta(hours=1)
NIGHT = time(21), time(7)
AUTUMN, SPRING, PLAIN = date(2026, 10, 24), date(2026, 3, 28), date(2026, 11, 20)


@pytest.mark.parametrize(("day", "hours"), [(AUTUMN, 11), (SPRING, 9), (PLAIN, 10)], ids=str)
def test_a_night_has_its_real_hours(day: date, hours: int) -> None:
    night = periods.shift(day, *NIGHT, "NATT")
    assert night.hours == hours
    assert len(night.offsets) == (1 if day == PLAIN else 2)
    rows = periods.by_hours(night)
    assert len(rows) == hours
    assert (rows[0].start, rows[-1].end) == (night.start, night.end)
    assert all(a.end == b.start for a, b in pairwise(rows))


def test_an_hour_that_comes_twice_is_told_apart_and_one_that_is_missing_is_not_there() -> None:
    labels = [row.label for row in periods.by_hours(periods.day(date(2026, 10, 25)))]
    assert len(labels) == 25
    assert labels[1:5] == ["01", "02 +02:00", "02 +01:00", "03"]
    labels = [row.label for row in periods.by_hours(periods.day(date(2026, 3, 29)))]
    assert len(labels) == 23
    assert labels[1:4] == ["01", "03", "04"]
    labels = [row.label for row in periods.by_hours(periods.day(PLAIN))]
    assert labels == [f"{hour:02}" for hour in range(24)]
    # Two days later the same hour comes again; that is no reason to tell it apart.
    two = periods.own_days(PLAIN, PLAIN + timedelta(days=1))
    assert {row.label for row in periods.by_hours(two)} == set(labels)


def test_hours_are_cut_off_at_the_edges() -> None:
    start = at_clock(PLAIN, time(7, 30))
    rows = periods.by_hours(periods.own(start, start + timedelta(minutes=100)))
    assert [row.label for row in rows] == ["07", "08", "09"]
    assert [row.end - row.start for row in rows] == [HOUR / 2, HOUR, HOUR / 6]


def test_the_periods_of_a_year() -> None:
    assert periods.week(date(2027, 1, 1)).days == (date(2026, 12, 28), date(2027, 1, 3))
    assert periods.month(2026, 2).days == (date(2026, 2, 1), date(2026, 2, 28))
    assert periods.month(2026, 12).days[1] == date(2026, 12, 31)
    assert periods.tertial(2026, 3).days == (date(2026, 9, 1), date(2026, 12, 31))
    assert periods.year(2026).hours == 8760
    whole = [*periods.by_months(periods.year(2026))]
    assert [each.kind for each in whole] == [PeriodKind.MONTH] * 12
    assert whole[2] == periods.month(2026, 3)
    days = periods.by_days(periods.month(2026, 10))
    assert len(days) == 31
    assert days[24].hours == 25
    assert periods.month(2026, 10).hours == 31 * 24 + 1
    assert len(periods.year(2026).offsets) == 2


def test_a_shift_or_a_day_is_compared_with_the_last_four_same_weekdays_at_the_same_clock() -> None:
    night = periods.shift(date(2026, 11, 7), *NIGHT, "NATT")
    before = periods.same_before(night)
    assert [each.days[0] for each in before] == [
        date(2026, 10, 31), AUTUMN, date(2026, 10, 17), date(2026, 10, 10)
    ]  # fmt: skip
    assert [each.hours for each in before] == [10, 11, 10, 10]
    assert {(each.kind, each.name) for each in before} == {(PeriodKind.SHIFT, "NATT")}
    day = periods.same_before(periods.day(date(2026, 4, 5)))
    assert [each.hours for each in day] == [23, 24, 24, 24]


def test_longer_periods_are_compared_with_the_one_before_and_that_of_a_year_ago() -> None:
    month = periods.same_before(periods.month(2026, 1))
    assert month == (periods.month(2025, 12), periods.month(2025, 1))
    tertial = periods.same_before(periods.tertial(2026, 1))
    assert tertial == (periods.tertial(2025, 3), periods.tertial(2025, 1))
    assert periods.same_before(periods.year(2026)) == (periods.year(2025),)
    week = periods.same_before(periods.week(date(2026, 11, 18)))
    assert [each.days[0] for each in week] == [date(2026, 11, 9), date(2025, 11, 17)]
    own = periods.own(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 3, tzinfo=UTC))
    (before,) = periods.same_before(own)
    assert (before.end, before.hours) == (own.start, own.hours)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)),
        (datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)),
        (datetime(2026, 1, 1), datetime(2026, 1, 2, tzinfo=UTC)),  # noqa: DTZ001
        (datetime(1999, 12, 1, tzinfo=UTC), datetime(2000, 1, 2, tzinfo=UTC)),
        (datetime(2199, 12, 1, tzinfo=UTC), datetime(2201, 1, 2, tzinfo=UTC)),
        (datetime(2020, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)),
    ],
    ids=["empty", "turned", "naive", "early", "far", "long"],
)
def test_a_period_that_cannot_be(start: datetime, end: datetime) -> None:
    with pytest.raises(SpanWrong):
        periods.own(start, end)


def test_the_end_of_all_time_is_no_period() -> None:
    with pytest.raises(SpanWrong):
        periods.own_days(date.max, date.max)
    with pytest.raises(SpanWrong):
        periods.own_days(date(2026, 1, 2), date(2026, 1, 1))


def test_an_offset_is_written_as_after_a_time() -> None:
    assert periods.offset_text(timedelta(hours=2)) == "+02:00"
    assert periods.offset_text(timedelta(hours=-3, minutes=-30)) == "-03:30"


def test_a_span_holds_its_start_and_not_its_end() -> None:
    span = Span(PeriodKind.OWN, datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC))
    assert span.holds(span.start)
    assert not span.holds(span.end)
