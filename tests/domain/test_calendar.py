"""The Swedish calendar: the domain's vectors, and another library's opinion."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import holidays as second_opinion
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.calendar import (
    STOCKHOLM,
    DayClass,
    Eve,
    Holiday,
    add_weekdays,
    at_clock,
    day_bounds,
    day_class,
    easter,
    elapsed,
    end_of_period,
    eve_on,
    holidays_on,
    is_public_holiday,
    is_weekday,
    iso_week,
    local,
    next_weekday,
    shift_bounds,
)

DAYS = st.dates(date(2005, 1, 1), date(2100, 12, 31))
HOUR = timedelta(hours=1)


def days_of(year: int) -> list[date]:
    length = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    return [date(year, 1, 1) + timedelta(count) for count in range(length)]


def the_day_of(holiday: Holiday, year: int) -> str:
    (day,) = (day for day in days_of(year) if holiday in holidays_on(day))
    return f"{day:%m-%d}"


@pytest.mark.parametrize(
    ("holiday", "days"),
    [
        (Holiday.LANGFREDAGEN, "03-29 04-18 04-03 03-26 04-14"),
        (Holiday.PASKDAGEN, "03-31 04-20 04-05 03-28 04-16"),
        (Holiday.ANNANDAG_PASK, "04-01 04-21 04-06 03-29 04-17"),
        (Holiday.KRISTI_HIMMELSFARDSDAG, "05-09 05-29 05-14 05-06 05-25"),
        (Holiday.PINGSTDAGEN, "05-19 06-08 05-24 05-16 06-04"),
        (Holiday.MIDSOMMARDAGEN, "06-22 06-21 06-20 06-26 06-24"),
        (Holiday.ALLA_HELGONS_DAG, "11-02 11-01 10-31 11-06 11-04"),
        (Holiday.NYARSDAGEN, "01-01 01-01 01-01 01-01 01-01"),
        (Holiday.TRETTONDEDAG_JUL, "01-06 01-06 01-06 01-06 01-06"),
        (Holiday.FORSTA_MAJ, "05-01 05-01 05-01 05-01 05-01"),
        (Holiday.NATIONALDAGEN, "06-06 06-06 06-06 06-06 06-06"),
        (Holiday.JULDAGEN, "12-25 12-25 12-25 12-25 12-25"),
        (Holiday.ANNANDAG_JUL, "12-26 12-26 12-26 12-26 12-26"),
    ],
)
def test_each_holiday_falls_on_its_day_from_2024_to_2028(holiday: Holiday, days: str) -> None:
    assert [the_day_of(holiday, year) for year in range(2024, 2029)] == days.split()


@pytest.mark.parametrize(
    ("year", "count"), [(2024, 251), (2025, 249), (2026, 251), (2027, 253), (2028, 251)]
)
def test_the_number_of_weekdays_in_a_year(year: int, count: int) -> None:
    assert sum(map(is_weekday, days_of(year))) == count


@pytest.mark.parametrize("year", range(2020, 2036))
def test_holidays_and_eves_agree_with_the_public_library(year: int) -> None:
    named = second_opinion.country_holidays("SE", years=year, include_sundays=False)
    assert {day for day in days_of(year) if holidays_on(day)} == set(named)
    eves = second_opinion.country_holidays(
        "SE", years=year, include_sundays=False, categories=("de_facto",)
    )
    assert {day for day in days_of(year) if eve_on(day)} == set(eves)


def test_two_holidays_can_share_a_day() -> None:
    assert holidays_on(date(2008, 5, 1)) == (Holiday.FORSTA_MAJ, Holiday.KRISTI_HIMMELSFARDSDAG)


@pytest.mark.parametrize(
    ("day", "eve"),
    [
        (date(2026, 6, 19), Eve.MIDSOMMARAFTON),
        (date(2027, 6, 25), Eve.MIDSOMMARAFTON),
        (date(2026, 12, 24), Eve.JULAFTON),
        (date(2026, 12, 31), Eve.NYARSAFTON),
        (date(2026, 4, 4), None),  # påskafton: a Saturday anyway
        (date(2026, 4, 30), None),  # valborgsmässoafton
        (date(2026, 1, 5), None),  # trettondagsafton
    ],
)
def test_three_eves_are_like_holidays(day: date, eve: Eve | None) -> None:
    assert eve_on(day) is eve


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 20), DayClass.VARDAG),  # a Friday
        (date(2026, 11, 21), DayClass.LORDAG_AFTON),
        (date(2026, 11, 22), DayClass.SON_OCH_HELGDAG),
        (date(2026, 6, 19), DayClass.LORDAG_AFTON),  # midsommarafton
        (date(2026, 6, 20), DayClass.SON_OCH_HELGDAG),  # midsommardagen, a Saturday
        (date(2026, 12, 24), DayClass.LORDAG_AFTON),
        (date(2028, 12, 24), DayClass.SON_OCH_HELGDAG),  # julafton on a Sunday
        (date(2026, 5, 14), DayClass.SON_OCH_HELGDAG),  # a Thursday
        (date(2026, 5, 15), DayClass.VARDAG),  # a bridging day
        (date(2026, 4, 2), DayClass.VARDAG),  # skärtorsdagen
    ],
)
def test_every_day_has_one_of_three_timetables(day: date, expected: DayClass) -> None:
    assert day_class(day) is expected


def test_easter_is_right_from_the_first_gregorian_year_to_the_last_of_the_table() -> None:
    known = {1818: "03-22", 1886: "04-25", 1943: "04-25", 1954: "04-18", 1981: "04-19"}
    known |= {2000: "04-23", 2008: "03-23", 2038: "04-25", 2076: "04-19", 2285: "03-22"}
    assert {year: f"{easter(year):%m-%d}" for year in known} == known
    assert all(easter(year).isoweekday() == 7 for year in range(1583, 4100))


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),
        (date(2026, 11, 23), 2, date(2026, 11, 25)),
        (date(2026, 12, 22), 2, date(2026, 12, 28)),
        (date(2026, 12, 30), 1, date(2027, 1, 4)),
        (date(2026, 4, 1), 2, date(2026, 4, 7)),
        (date(2026, 4, 7), -1, date(2026, 4, 2)),
        (date(2026, 6, 22), -3, date(2026, 6, 16)),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
    ],
)
def test_weekdays_are_counted_over_weekends_and_holidays(
    day: date, count: int, expected: date
) -> None:
    assert add_weekdays(day, count) == expected


@given(DAYS)
def test_the_next_weekday_is_the_first_one_after(day: date) -> None:
    following = next_weekday(day)
    between = [day + timedelta(count) for count in range(1, (following - day).days)]
    assert is_weekday(following) and not any(map(is_weekday, between))
    assert len(between) <= 5


@given(DAYS, st.integers(1, 60))
def test_counting_back_undoes_counting_forth_from_a_weekday(day: date, count: int) -> None:
    start = next_weekday(day)
    assert add_weekdays(add_weekdays(start, count), -count) == start


@pytest.mark.parametrize(
    ("start", "unit", "amount", "end"),
    [
        (date(2026, 11, 20), "weeks", 4, date(2026, 12, 18)),  # Friday to Friday
        (date(2026, 11, 26), "weeks", 4, date(2026, 12, 28)),  # julafton, then Monday
        (date(2026, 11, 21), "weeks", 1, date(2026, 11, 30)),  # Saturday, then Monday
        (date(2026, 1, 31), "months", 1, date(2026, 3, 2)),  # 28 February is a Saturday
        (date(2027, 1, 29), "months", 1, date(2027, 3, 1)),  # 28 February is a Sunday
        (date(2028, 1, 31), "months", 1, date(2028, 2, 29)),  # the last day of the month
        (date(2026, 8, 31), "months", 3, date(2026, 11, 30)),
        (date(2026, 11, 15), "months", 14, date(2028, 1, 17)),  # across two new years; a Saturday
        (date(2024, 2, 29), "years", 1, date(2025, 2, 28)),
        (date(2024, 2, 29), "years", 4, date(2028, 2, 29)),
        (date(2025, 5, 1), "years", 1, date(2026, 5, 4)),  # första maj, a Friday
        (date(2026, 4, 2), "years", 1, date(2027, 4, 2)),
        (date(2026, 5, 19), "months", 1, date(2026, 6, 22)),  # midsommarafton
        (date(2025, 12, 31), "years", 1, date(2027, 1, 4)),  # nyårsafton
    ],
)
def test_a_period_ends_on_the_day_of_the_law(
    start: date, unit: str, amount: int, end: date
) -> None:
    assert end_of_period(start, **{unit: amount}) == end


@pytest.mark.parametrize(
    "units", [{}, {"weeks": 1, "months": 1}, {"years": -1}, {"weeks": 0}, {"months": 1, "years": 1}]
)
def test_a_period_is_one_positive_number_of_one_unit(units: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="period"):
        end_of_period(date(2026, 11, 21), **units)


@given(DAYS, st.sampled_from(["weeks", "months", "years"]), st.integers(1, 40))
def test_a_period_never_ends_on_a_day_off(start: date, unit: str, amount: int) -> None:
    end = end_of_period(start, **{unit: amount})
    assert is_weekday(end) and end > start


@given(DAYS)
def test_a_public_holiday_is_never_a_weekday(day: date) -> None:
    assert not (is_public_holiday(day) and is_weekday(day))
    assert is_public_holiday(day) == (day_class(day) is DayClass.SON_OCH_HELGDAG)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 12, 28), (2026, 53)),
        (date(2027, 1, 3), (2026, 53)),
        (date(2027, 1, 4), (2027, 1)),
        (date(2024, 12, 30), (2025, 1)),
    ],
)
def test_weeks_are_numbered_by_iso_8601(day: date, week: tuple[int, int]) -> None:
    assert iso_week(day) == week


# Clocks


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 3, 29), 23),
        (date(2026, 10, 25), 25),
        (date(2027, 3, 28), 23),
        (date(2027, 10, 31), 25),
        (date(2026, 11, 21), 24),
    ],
)
def test_a_day_has_23_24_or_25_hours(day: date, hours: int) -> None:
    start, end = day_bounds(day)
    assert end - start == elapsed(start, end) == hours * HOUR
    assert start.tzinfo is end.tzinfo is UTC
    assert local(start).date() == day and local(end).date() == day + timedelta(1)
    assert local(start).time() == local(end).time() == time(0)


@pytest.mark.parametrize(
    ("evening", "hours"),
    [(date(2026, 10, 24), 11), (date(2026, 3, 28), 9), (date(2026, 11, 21), 10)],
)
def test_a_night_shift_is_as_long_as_the_clocks_make_it(evening: date, hours: int) -> None:
    start, end = shift_bounds(evening, time(21), time(7))
    assert end - start == hours * HOUR
    assert local(start).isoformat()[:16] == f"{evening}T21:00"
    assert local(end).isoformat()[:16] == f"{evening + timedelta(1)}T07:00"


def test_a_day_shift_ends_on_the_same_day() -> None:
    start, end = shift_bounds(date(2026, 7, 1), time(7), time(15, 30))
    assert (start, end - start) == (datetime(2026, 7, 1, 5, tzinfo=UTC), 8.5 * HOUR)


def test_elapsed_time_is_real_where_python_counts_the_clock() -> None:
    start = datetime(2026, 10, 24, 21, tzinfo=STOCKHOLM)
    end = datetime(2026, 10, 25, 7, tzinfo=STOCKHOLM)
    assert end - start == 10 * HOUR
    assert elapsed(start, end) == 11 * HOUR


def test_an_hour_that_comes_twice_means_the_first_and_a_missing_one_runs_on() -> None:
    assert at_clock(date(2026, 10, 25), time(2, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert at_clock(date(2026, 3, 29), time(2, 30)) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_local_time_is_swedish_whatever_zone_it_came_in() -> None:
    summer = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=-5)))
    assert local(summer).isoformat() == "2026-07-01T19:00:00+02:00"
    assert local(datetime(2026, 11, 21, 23, 30, tzinfo=UTC)).date() == date(2026, 11, 22)


def test_a_time_without_a_zone_is_no_instant() -> None:
    with pytest.raises(ValueError, match="zone"):
        local(datetime(2026, 11, 21, 12))  # noqa: DTZ001
    with pytest.raises(ValueError, match="zone"):
        elapsed(datetime(2026, 11, 21, 12, tzinfo=UTC), datetime(2026, 11, 21, 13))  # noqa: DTZ001
