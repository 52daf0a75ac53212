"""When a unit is open: every holiday and eve, nights, moved clocks, and a slow model beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import holidays as second_opinion
import pytest

from kundcenter.domain.calendar import STOCKHOLM, at_clock, day_bounds
from kundcenter.domain.opening import (
    COMMENT_LIMIT,
    EXCEPTIONS_LIMIT,
    SPANS_LIMIT,
    Hours,
    HoursInvalid,
    HoursTooMany,
    OpenState,
    OtherHours,
    Span,
    effective_weekday,
    is_open,
    opening_at,
    openings_on,
)
from kundcenter.domain.text import TextInvalid

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
WEEK = tuple(Span(day, 480, day, 1020) for day in range(1, 6))
SATURDAY, SUNDAY = Span(6, 600, 6, 840), Span(7, 660, 7, 780)
ORDINARY = Hours((*WEEK, SATURDAY, SUNDAY))
ALWAYS = Hours((Span(1, 0, 7, 1440),))
YEARS = range(2024, 2031)


def at(text: str) -> datetime:
    """An instant by a Swedish clock."""
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM).astimezone(UTC)


def days_of(year: int) -> list[date]:
    return [date(year, 1, 1) + DAY * count for count in range(366)][: 366 - (year % 4 != 0)]


def clocks(hours: Hours, day: date) -> list[tuple[str, str]]:
    def shown(instant: datetime) -> str:
        return f"{instant.astimezone(STOCKHOLM):%d %H:%M}"

    return [(shown(start), shown(end)) for start, end, _ in openings_on(hours, day)]


# The weekday that holds


@pytest.mark.parametrize("year", YEARS)
def test_every_holiday_has_sundays_hours_and_every_eve_saturdays(year: int) -> None:
    feasts = second_opinion.country_holidays("SE", years=year, include_sundays=False)
    eves = second_opinion.country_holidays(
        "SE", years=year, include_sundays=False, categories=("de_facto",)
    )
    for day in days_of(year):
        own = day.isoweekday()
        expected = 7 if day in feasts or own == 7 else 6 if day in eves else own
        opens = {6: SATURDAY.opens, 7: SUNDAY.opens}.get(expected, 480)
        assert effective_weekday(day, ORDINARY) == expected
        assert [start for start, _, _ in openings_on(ORDINARY, day)] == [
            at_clock(day, time(opens // 60))
        ]
        noon = opening_at(ORDINARY, at_clock(day, time(12)))
        assert noon.state is OpenState.OPEN
        assert noon.closes_at == at_clock(day, time({6: 14, 7: 13}.get(expected, 17)))


@pytest.mark.parametrize("year", YEARS)
def test_a_unit_may_say_that_holidays_and_eves_are_as_other_days(year: int) -> None:
    stubborn = replace(ORDINARY, holidays_as_sunday=False, eves_as_saturday=False)
    assert all(effective_weekday(day, stubborn) == day.isoweekday() for day in days_of(year))
    feasts = replace(ORDINARY, eves_as_saturday=False)
    assert effective_weekday(date(year, 6, 6), feasts) == 7
    assert effective_weekday(date(year, 12, 31), feasts) == date(year, 12, 31).isoweekday()


def test_julafton_on_a_sunday_is_a_sunday() -> None:
    assert effective_weekday(date(2028, 12, 24), ORDINARY) == 7
    assert effective_weekday(date(2028, 12, 24), Hours(holidays_as_sunday=False)) == 7


# Open, closed, unknown


def test_nobody_knows_when_a_unit_without_hours_is_open() -> None:
    told = opening_at(Hours(), at("2026-11-20T12:00"))
    assert (told.state, told.closes_at, told.opens_at) == (OpenState.UNKNOWN, None, None)
    assert not is_open(Hours(), at("2026-11-20T12:00"))


def test_it_closes_in_35_minutes() -> None:
    now = at("2026-11-20T16:25")
    told = opening_at(ORDINARY, now)
    assert told.state is OpenState.OPEN and told.closes_at is not None
    assert told.closes_at - now == 35 * MINUTE
    assert told.opens_at is None


def test_it_is_open_from_its_first_minute_and_closed_from_its_last() -> None:
    assert not is_open(ORDINARY, at("2026-11-20T08:00") - MINUTE / 60)
    assert is_open(ORDINARY, at("2026-11-20T08:00"))
    assert is_open(ORDINARY, at("2026-11-20T17:00") - MINUTE / 60)
    assert opening_at(ORDINARY, at("2026-11-20T17:00")).state is OpenState.CLOSED


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-11-20T07:00", "2026-11-20T08:00"),
        ("2026-11-20T17:00", "2026-11-23T08:00"),  # Friday evening until Monday
        ("2026-12-23T18:00", "2026-12-28T08:00"),  # julafton and both days of Christmas
        ("2026-04-02T17:00", "2026-04-07T08:00"),  # Easter
    ],
)
def test_the_next_opening_is_found_over_weekends_and_holidays(now: str, opens: str) -> None:
    told = opening_at(Hours(WEEK), at(now))
    assert (told.state, told.opens_at) == (OpenState.CLOSED, at(opens))


def test_the_next_opening_is_looked_for_within_a_year() -> None:
    def open_on(day: date) -> Hours:
        return Hours((), (OtherHours(day, day, 480, 960),))

    now = at("2026-03-02T12:00")
    far = opening_at(open_on(date(2027, 3, 3)), now)
    assert far.opens_at == at("2027-03-03T08:00")
    assert opening_at(open_on(date(2027, 3, 4)), now).opens_at is None


def test_a_pause_closes_it_and_stretches_that_meet_do_not() -> None:
    pause = Hours((Span(5, 480, 5, 720), Span(5, 780, 5, 1020)))
    assert opening_at(pause, at("2026-11-20T11:00")).closes_at == at("2026-11-20T12:00")
    assert opening_at(pause, at("2026-11-20T12:30")).opens_at == at("2026-11-20T13:00")
    meeting = Hours((Span(5, 480, 5, 1440), Span(6, 0, 6, 300), Span(6, 240, 6, 420)))
    assert opening_at(meeting, at("2026-11-20T11:00")).closes_at == at("2026-11-21T07:00")


# Over midnight


def test_a_night_belongs_to_the_evening_on_which_it_begins() -> None:
    nights = Hours((Span(5, 1320, 6, 360, "natt"),))
    assert clocks(nights, date(2026, 11, 20)) == [("20 22:00", "21 06:00")]
    assert clocks(nights, date(2026, 11, 21)) == []
    late = opening_at(nights, at("2026-11-21T03:00"))
    assert late.closes_at == at("2026-11-21T06:00") and late.comment == "natt"
    # Långfredagen is a Sunday here: no night begins.  The night before juldagen, a Friday, does.
    assert not is_open(nights, at("2026-04-04T03:00"))
    eve = Hours((Span(6, 1320, 7, 360),))
    assert is_open(eve, at("2026-12-25T03:00"))


def test_the_week_ends_where_it_begins() -> None:
    assert is_open(Hours((Span(7, 1320, 1, 360),)), at("2026-11-23T05:59"))


@pytest.mark.parametrize(
    "always",
    [ALWAYS, Hours(tuple(Span(day, 0, day, 1440) for day in range(1, 8)))],
    ids=["one stretch", "seven days"],
)
def test_what_is_always_open_is_so_over_every_holiday(always: Hours) -> None:
    now = at("2025-12-30T12:00")
    while now < at("2027-01-10T00:00"):
        told = opening_at(always, now)
        assert (told.state, told.closes_at) == (OpenState.OPEN, None)
        now += timedelta(hours=5)


def test_nights_and_days_that_meet_all_week_never_close() -> None:
    turns = [Span(day, 420, day, 1260) for day in range(1, 8)]
    turns += [Span(day, 1260, day % 7 + 1, 420) for day in range(1, 8)]
    assert opening_at(Hours(tuple(turns)), at("2026-03-28T23:00")).closes_at is None


def test_a_stretch_of_several_days_leaves_out_the_holiday_in_it() -> None:
    weekdays = Hours((Span(1, 480, 5, 1020),))
    assert clocks(weekdays, date(2026, 5, 12)) == [("12 00:00", "13 00:00")]
    assert opening_at(weekdays, at("2026-05-12T12:00")).closes_at == at("2026-05-14T00:00")
    assert not is_open(weekdays, at("2026-05-14T12:00"))  # Kristi himmelsfärdsdag
    assert opening_at(weekdays, at("2026-05-14T12:00")).opens_at == at("2026-05-15T00:00")
    assert opening_at(weekdays, at("2026-11-20T12:00")).closes_at == at("2026-11-20T17:00")


# Days of exception


def test_a_day_of_exception_replaces_the_days_own_hours() -> None:
    hours = replace(
        ORDINARY,
        exceptions=(
            OtherHours(date(2026, 11, 20), date(2026, 11, 20), comment="Utbildning"),
            OtherHours(date(2026, 11, 24), date(2026, 11, 25), 600, 900, "Kort dag"),
        ),
    )
    closed = opening_at(hours, at("2026-11-20T12:00"))
    assert (closed.state, closed.comment) == (OpenState.CLOSED, "Utbildning")
    assert closed.opens_at == at("2026-11-21T10:00")
    assert [clocks(hours, date(2026, 11, day)) for day in (23, 24, 25, 26)] == [
        [("23 08:00", "23 17:00")],
        [("24 10:00", "24 15:00")],
        [("25 10:00", "25 15:00")],
        [("26 08:00", "26 17:00")],
    ]
    assert opening_at(hours, at("2026-11-25T12:00")).comment == "Kort dag"


def test_an_exception_may_go_on_over_midnight_and_come_twice_a_day() -> None:
    day = date(2026, 12, 31)
    hours = Hours(WEEK, (OtherHours(day, day, 480, 720), OtherHours(day, day, 1200, 120)))
    assert clocks(hours.checked(), day) == [("31 08:00", "31 12:00"), ("31 20:00", "01 02:00")]


def test_what_is_always_open_can_be_closed_for_a_day() -> None:
    day = date(2026, 11, 25)
    hours = replace(ALWAYS, exceptions=(OtherHours(day, day),))
    assert opening_at(hours, at("2026-11-20T12:00")).closes_at == at("2026-11-25T00:00")
    assert opening_at(hours, at("2026-11-25T12:00")).opens_at == at("2026-11-26T00:00")


def test_what_closes_within_14_days_is_told_and_nothing_later() -> None:
    day = date(2026, 11, 25)
    hours = replace(ALWAYS, exceptions=(OtherHours(day, day),))
    assert opening_at(hours, at("2026-11-11T00:00")).closes_at == at("2026-11-25T00:00")
    assert opening_at(hours, at("2026-11-10T23:59")).closes_at is None


def test_only_the_days_of_exception_are_known_of_a_unit_without_a_week() -> None:
    day = date(2026, 11, 25)
    hours = Hours((), (OtherHours(day, day, 600, 900),))
    before = opening_at(hours, at("2026-11-24T12:00"))
    assert (before.state, before.opens_at) == (OpenState.UNKNOWN, at("2026-11-25T10:00"))
    assert opening_at(hours, at("2026-11-25T12:00")).state is OpenState.OPEN
    assert opening_at(hours, at("2026-11-25T16:00")).state is OpenState.CLOSED


# Nights when clocks are moved


@pytest.mark.parametrize(
    ("evening", "hours"), [("2026-03-28", 7), ("2026-10-24", 9), ("2026-11-21", 8)]
)
def test_a_night_is_as_long_as_the_clocks_make_it(evening: str, hours: int) -> None:
    nights = Hours((Span(6, 1320, 7, 360),))
    ((start, end, _),) = openings_on(nights, date.fromisoformat(evening))
    assert end - start == timedelta(hours=hours)
    assert opening_at(nights, start + timedelta(hours=6)).closes_at == end
    assert opening_at(nights, end).state is OpenState.CLOSED


def test_a_day_round_the_clock_has_23_or_25_hours() -> None:
    sundays = Hours((Span(7, 0, 7, 1440),))
    for day in (date(2026, 3, 29), date(2026, 10, 25)):
        assert openings_on(sundays, day) == ((*day_bounds(day), ""),)


def test_an_hour_that_comes_twice_means_the_first() -> None:
    early = Hours((Span(7, 150, 7, 300),))
    assert openings_on(early, date(2026, 10, 25))[0][0] == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_what_lies_in_the_missing_hour_is_not_open_that_night() -> None:
    missing = Hours((Span(7, 150, 7, 180),))
    assert openings_on(missing, date(2026, 3, 29)) == ()
    assert opening_at(missing, at("2026-03-29T01:00")).opens_at == at("2026-04-03T02:30")


# What can be stored


def test_hours_are_stored_in_order_each_once() -> None:
    late, early = date(2026, 12, 31), date(2026, 12, 24)
    hours = Hours(
        (SATURDAY, *WEEK, replace(SATURDAY, comment="  bara \n akut ")),
        (OtherHours(late, late), OtherHours(early, early, 600, 700)),
    )
    kept = replace(hours, spans=(*hours.spans, SATURDAY)).checked()
    assert kept.spans == (*WEEK, SATURDAY, replace(SATURDAY, comment="bara akut"))
    assert [other.first for other in kept.exceptions] == [early, late]
    assert kept.checked() == kept


@pytest.mark.parametrize(
    "span",
    [
        Span(0, 480, 1, 600),
        Span(1, 480, 8, 600),
        Span(1, -1, 1, 600),
        Span(1, 1440, 2, 600),
        Span(1, 480, 1, 0),
        Span(1, 480, 1, 1441),
        Span(1, 480, 1, 480),
        Span(5, 1320, 5, 360),
    ],
)
def test_a_span_has_real_days_and_times_and_ends_after_it_begins(span: Span) -> None:
    with pytest.raises(HoursInvalid) as refused:
        Hours((SATURDAY, span)).checked()
    assert refused.value.facts["field"] == "spans" and refused.value.facts["at"] == 2
    assert opening_at(Hours((span,)), at("2026-11-20T12:00")).state is OpenState.CLOSED


FIRST, LAST = date(2026, 12, 24), date(2026, 12, 27)


@pytest.mark.parametrize(
    "others",
    [
        (OtherHours(LAST, FIRST),),
        (OtherHours(FIRST, LAST, 480),),
        (OtherHours(FIRST, LAST, None, 480),),
        (OtherHours(FIRST, LAST, 480, 1441),),
        (OtherHours(FIRST, LAST), OtherHours(LAST, LAST)),
        (OtherHours(FIRST, LAST), OtherHours(FIRST, LAST, 480, 600)),
        (OtherHours(FIRST, LAST, 480, 600), OtherHours(FIRST, LAST, 540, 700)),
        (OtherHours(FIRST, LAST, 1200, 120), OtherHours(FIRST, LAST, 1300, 1400)),
    ],
)
def test_exceptions_do_not_contradict_one_another(others: tuple[OtherHours, ...]) -> None:
    with pytest.raises(HoursInvalid) as refused:
        Hours((), others).checked()
    assert refused.value.facts["field"] == "exceptions"


def test_there_is_an_end_to_how_much_one_can_say() -> None:
    with pytest.raises(HoursTooMany):
        Hours(tuple(Span(1, at, 1, at + 1) for at in range(SPANS_LIMIT + 1))).checked()
    days = [FIRST + DAY * count for count in range(EXCEPTIONS_LIMIT + 1)]
    with pytest.raises(HoursTooMany):
        Hours((), tuple(OtherHours(day, day) for day in days)).checked()
    with pytest.raises(TextInvalid):
        Hours((Span(1, 1, 1, 2, "x" * (COMMENT_LIMIT + 1)),)).checked()


# A slow model: every stretch of every day, and one minute after the other
