"""The Swedish calendar: public holidays, weekdays, the end of a period, local time.

Days are `date`; instants are aware `datetime`, in UTC wherever they are kept or compared.
Sources: lag (1989:253) om allmänna helgdagar; lag (1930:173) om beräkning av lagstadgad tid.
Valid from 2005, when nationaldagen became a holiday and annandag pingst ceased to be one.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")

_ONE_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 6, 7


class Holiday(StrEnum):
    """The named public holidays of 1989:253.  Every other Sunday is a public holiday too."""

    NYARSDAGEN = "nyårsdagen"
    TRETTONDEDAG_JUL = "trettondedag jul"
    LANGFREDAGEN = "långfredagen"
    PASKDAGEN = "påskdagen"
    ANNANDAG_PASK = "annandag påsk"
    FORSTA_MAJ = "första maj"
    KRISTI_HIMMELSFARDSDAG = "Kristi himmelsfärdsdag"
    PINGSTDAGEN = "pingstdagen"
    NATIONALDAGEN = "nationaldagen"
    MIDSOMMARDAGEN = "midsommardagen"
    ALLA_HELGONS_DAG = "alla helgons dag"
    JULDAGEN = "juldagen"
    ANNANDAG_JUL = "annandag jul"


class Eve(StrEnum):
    """The eves that 1930:173 2 § puts on a level with holidays.  Påskafton is a Saturday anyway;
    skärtorsdag, valborgsmässoafton and bridging days are ordinary days.
    """

    MIDSOMMARAFTON = "midsommarafton"
    JULAFTON = "julafton"
    NYARSAFTON = "nyårsafton"


class DayClass(StrEnum):
    """The three timetables on a unit's card."""

    VARDAG = "VARDAG"
    LORDAG_AFTON = "LORDAG_AFTON"
    SON_OCH_HELGDAG = "SON_OCH_HELGDAG"


_BY_DATE = {
    (1, 1): Holiday.NYARSDAGEN,
    (1, 6): Holiday.TRETTONDEDAG_JUL,
    (5, 1): Holiday.FORSTA_MAJ,
    (6, 6): Holiday.NATIONALDAGEN,
    (12, 25): Holiday.JULDAGEN,
    (12, 26): Holiday.ANNANDAG_JUL,
}
_DAYS_FROM_EASTER = {
    -2: Holiday.LANGFREDAGEN,
    0: Holiday.PASKDAGEN,
    1: Holiday.ANNANDAG_PASK,
    39: Holiday.KRISTI_HIMMELSFARDSDAG,
    49: Holiday.PINGSTDAGEN,
}


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year (the method of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holidays_on(day: date) -> tuple[Holiday, ...]:
    """The named public holidays that fall on the day: mostly none, now and then two."""
    named = [
        _BY_DATE.get((day.month, day.day)),
        _DAYS_FROM_EASTER.get((day - easter(day.year)).days),
    ]
    if day.isoweekday() == _SATURDAY:
        if date(day.year, 6, 20) <= day <= date(day.year, 6, 26):
            named.append(Holiday.MIDSOMMARDAGEN)
        if date(day.year, 10, 31) <= day <= date(day.year, 11, 6):
            named.append(Holiday.ALLA_HELGONS_DAG)
    return tuple(holiday for holiday in named if holiday)


def eve_on(day: date) -> Eve | None:
    if day.month == 12:
        return {24: Eve.JULAFTON, 31: Eve.NYARSAFTON}.get(day.day)
    midsummer = day.month == 6 and Holiday.MIDSOMMARDAGEN in holidays_on(day + _ONE_DAY)
    return Eve.MIDSOMMARAFTON if midsummer else None


def is_public_holiday(day: date) -> bool:
    """Whether it is a Sunday or a named holiday (1989:253)."""
    return day.isoweekday() == _SUNDAY or bool(holidays_on(day))


def day_class(day: date) -> DayClass:
    if is_public_holiday(day):
        return DayClass.SON_OCH_HELGDAG
    if day.isoweekday() == _SATURDAY or eve_on(day):
        return DayClass.LORDAG_AFTON
    return DayClass.VARDAG


def is_weekday(day: date) -> bool:
    """Whether it is a vardag: no Saturday, Sunday, public holiday or one of the three eves."""
    return day_class(day) is DayClass.VARDAG


def next_weekday(day: date) -> date:
    """The first vardag after the day."""
    return add_weekdays(day, 1)


def add_weekdays(day: date, count: int) -> date:
    """The vardag that is `count` after the day, or before it when negative; 0 is the day itself."""
    step = _ONE_DAY if count > 0 else -_ONE_DAY
    for _ in range(abs(count)):
        day += step
        while not is_weekday(day):
            day += step
    return day


def end_of_period(start: date, *, weeks: int = 0, months: int = 0, years: int = 0) -> date:
    """The last day for an act that has to be done within the period; give one unit only.

    The day with the same weekday or the same number, or the last day of a month that lacks it
    (1930:173 1 §); moved to the next vardag where it is not one (2 §).
    """
    given = [amount for amount in (weeks, months, years) if amount]
    if len(given) != 1 or given[0] < 0:
        raise ValueError("a period is a positive number of weeks, of months or of years")
    year, month = divmod(12 * (start.year + years) + start.month - 1 + months, 12)
    last = date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
    last += timedelta(weeks=weeks)
    return last if is_weekday(last) else next_weekday(last)


def iso_week(day: date) -> tuple[int, int]:
    """The year of the week, which may differ from that of the day, and its number 1–53."""
    week = day.isocalendar()
    return week.year, week.week


def local(at: datetime) -> datetime:
    """The instant on a Swedish clock.  Raises ValueError for a time without a zone."""
    if at.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return at.astimezone(STOCKHOLM)


def is_instant(at: datetime) -> bool:
    """Whether the time has a zone and a day in Sweden; at the ends of all time it may have none."""
    try:
        local(at)
    except (ValueError, OverflowError):
        return False
    return True


def at_clock(day: date, clock: time) -> datetime:
    """The instant, in UTC, when a Swedish clock shows the time.

    On the night when clocks go back, an hour comes twice and the first is meant.  On the night
    when they go forward an hour is missing: 02:30 is then the instant half an hour after 02:00.
    """
    return datetime.combine(day, clock, STOCKHOLM).astimezone(UTC)


def shift_bounds(day: date, starts: time, ends: time) -> tuple[datetime, datetime]:
    """When a shift begins and ends, in UTC.  It ends on the next day unless `ends` is later.

    A night of 21–07 is 9, 10 or 11 hours long: the difference of the two.
    """
    last_day = day if starts < ends else day + _ONE_DAY
    return at_clock(day, starts), at_clock(last_day, ends)


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """Midnight and the next midnight in Sweden, in UTC: 23, 24 or 25 hours."""
    return shift_bounds(day, time(), time())


def elapsed(start: datetime, end: datetime) -> timedelta:
    """Real time between two instants.  Python's own `-` between two local times forgets that
    clocks are moved.  Raises ValueError for a time without a zone.
    """
    return local(end).astimezone(UTC) - local(start).astimezone(UTC)
