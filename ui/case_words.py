"""Cases in words and marks: how near a clock's end is told by shape and word, not by colour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from kundcenter.domain.calendar import add_weekdays, local
from kundcenter.domain.case_clocks import Clock, Heed, clocks, heed, next_clock
from kundcenter.domain.case_codes import CaseKind, ClockKind, Said, Stage
from kundcenter.domain.case_terms import CaseTimes
from kundcenter.domain.cases import Case
from ui.badges import Badge, Shape
from ui.labels import label
from ui.theme.colours import ToneName
from ui.times import day_and_time

MOST_DAYS = 90  # vardagar that are counted one by one; what ends later is told by its day
translate = QCoreApplication.translate  # under this name the texts are found for translation

_HEEDS = {
    Heed.LATE: (ToneName.DANGER, Shape.TRIANGLE),
    Heed.TODAY: (ToneName.WARNING, Shape.SQUARE),
    Heed.SOON: (ToneName.WARNING, Shape.DIAMOND),
    Heed.CALM: (ToneName.NEUTRAL, Shape.RING),
    Heed.WAITING: (ToneName.INFO, "hold"),
    Heed.NOTICE: (ToneName.NEUTRAL, "info"),
    Heed.MET: (ToneName.SUCCESS, "check-circle"),
    Heed.MISSED: (ToneName.NEUTRAL, "check-circle"),
}
_STAGES = {
    Stage.REGISTERED: (ToneName.NEUTRAL, Shape.RING),
    Stage.CONFIRMED: (ToneName.NEUTRAL, Shape.BOX),
    Stage.ASSIGNED: (ToneName.INFO, "person"),
    Stage.INVESTIGATED: (ToneName.INFO, "search"),
    Stage.ASKED: (ToneName.INFO, "hold"),
    Stage.ANSWERED: (ToneName.SUCCESS, "check"),
    Stage.CLOSED: (ToneName.SUCCESS, "check-circle"),
    Stage.HANDED_OVER: (ToneName.NEUTRAL, "arrow-right"),
    Stage.WITHDRAWN: (ToneName.NEUTRAL, "undo"),
}
_KINDS = {
    CaseKind.COMPLAINT: "warning",
    CaseKind.VIEW: "pen",
    CaseKind.PRAISE: "sun",
    CaseKind.QUESTION: "help",
    CaseKind.E_SERVICE: "note",
    CaseKind.ADVICE: "timer",
}


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case as a list shows it: its next clock, or the one that waits, and how near that is."""

    case: Case
    clock: Clock | None = None
    heed: Heed | None = None


def line_of(case: Case, times: CaseTimes, now: datetime) -> CaseLine:
    """What a list shows of a case now."""
    clock = next_clock(case, times)
    if clock is None and not case.over:
        clock = next((each for each in clocks(case, times) if each.waiting), None)
    return CaseLine(case, clock, heed(clock, times, now) if clock is not None else None)


def left_words(clock: Clock, now: datetime) -> str:
    """What remains of a clock, in vardagar or minutes: 3 vardagar kvar, i dag, 2 vardagar sen."""
    if clock.kind is ClockKind.ADVICE:
        return _minutes(clock.ends, now)
    today = local(now).date()
    if clock.day == today:
        return translate("cases", "sista dagen i dag")
    late = clock.day < today
    count = weekdays_between(clock.day, today) if late else weekdays_between(today, clock.day)
    if count > MOST_DAYS:
        words = translate("cases", "mer än {count} vardagar")
        count = MOST_DAYS
    elif count <= 1:
        words = translate("cases", "1 vardag sen") if late else translate("cases", "1 vardag kvar")
    elif late:
        words = translate("cases", "{count} vardagar sen")
    else:
        words = translate("cases", "{count} vardagar kvar")
    return words.format(count=count)


def weekdays_between(start: date, end: date) -> int:
    """How many vardagar come after `start`, up to and with `end`; MOST_DAYS + 1 for any more."""
    count, day = 0, start
    while day < end and count <= MOST_DAYS:
        day = add_weekdays(day, 1)
        count += day <= end
    return count


def _minutes(ends: datetime, now: datetime) -> str:
    if now >= ends:
        minutes = int((now - ends).total_seconds() // 60)
        if minutes >= 120:
            return translate("cases", "{count} tim sen").format(count=minutes // 60)
        return translate("cases", "{count} min sen").format(count=minutes)
    minutes = -(-int((ends - now).total_seconds()) // 60)
    return translate("cases", "{count} min kvar").format(count=minutes)


def heed_badge(clock: Clock, times: CaseTimes, now: datetime) -> Badge:
    """How near its end a clock is: triangle when late, square today, diamond soon, else a ring."""
    return heeded_badge(clock, heed(clock, times, now), now)


def heeded_badge(clock: Clock, how: Heed, now: datetime) -> Badge:
    """The same, where it is known how near the end is."""
    words = label(how)
    if how in {Heed.LATE, Heed.SOON, Heed.CALM}:
        words = left_words(clock, now)
    elif how is Heed.TODAY:
        words = left_words(clock, now) if clock.kind is ClockKind.ADVICE else label(how)
    return Badge(words[:1].upper() + words[1:], *_HEEDS[how])


def stage_badge(stage: Stage) -> Badge:
    """How far a case has come."""
    return Badge(label(stage), *_STAGES[stage])


def kind_badge(case: Case) -> Badge:
    """What it is; of an e-service which one."""
    words = label(case.kind)
    if case.kind is CaseKind.E_SERVICE and case.service is not None:
        words = label(case.service)
    return Badge(words, ToneName.NEUTRAL, _KINDS[case.kind])


def day_words(day: date, today: date) -> str:
    """A day as one says it: i dag, i morgon, mån 28 december, with the year if it is another."""
    return _day(day, today, QLocale.FormatType.LongFormat)


def short_day(day: date, today: date) -> str:
    """As a list has room for: i dag, i morgon, mån 28 dec."""
    return _day(day, today, QLocale.FormatType.ShortFormat)


def _day(day: date, today: date, month: QLocale.FormatType) -> str:
    if day == today:
        return translate("cases", "i dag")
    if day == today + timedelta(days=1):
        return translate("cases", "i morgon")
    locale = QLocale()
    name = locale.dayName(day.isoweekday(), QLocale.FormatType.ShortFormat).rstrip(".")
    words = translate("cases", "{name} {date} {month}").format(
        name=name, date=day.day, month=locale.monthName(day.month, month).rstrip(".")
    )
    if day.year == today.year:
        return words
    return translate("cases", "{day} {year}").format(day=words, year=day.year)


def clock_words(clock: Clock, now: datetime) -> str:
    """A clock in one line: Svar senast mån 28 december, 3 vardagar kvar."""
    if clock.kind is ClockKind.ADVICE:
        until = day_and_time(clock.ends)
    else:
        until = day_words(clock.day, local(now).date())
    if clock.kind is ClockKind.IVO:
        words = translate("cases", "IVO får avstå från att pröva det efter {day}.")
        return words.format(day=until)
    told = translate("cases", "{what} senast {day}").format(what=label(clock.kind), day=until)
    if clock.met_at is not None:
        done = label(Heed.MET if clock.met_at < clock.ends else Heed.MISSED)
        return translate("cases", "{clock}: {done}").format(clock=told, done=done.lower())
    if clock.waiting:
        return translate("cases", "{clock}, står still").format(clock=told)
    return translate("cases", "{clock}, {left}").format(clock=told, left=left_words(clock, now))


def flag_words(case: Case) -> tuple[str, ...]:
    """What has to be known before the case is opened, the gravest first."""
    facts = case.facts
    found = (
        (case.conflicts > 0, translate("cases", "Skillnad att välja")),
        (facts.injured, translate("cases", "Vårdskada")),
        (facts.protected is Said.YES, translate("cases", "Skyddad")),
        (facts.child is Said.YES, translate("cases", "Barn")),
        (case.flagged, translate("cases", "Nytt efter avslut")),
    )
    return tuple(words for holds, words in found if holds)


def flag_icon(case: Case) -> str | None:
    """The shape of the gravest of them; none where there is nothing to heed."""
    facts = case.facts
    found = (
        (case.conflicts > 0, "error"),
        (facts.injured, "warning"),
        (facts.protected is Said.YES, "shield"),
        (bool(flag_words(case)), "info"),
    )
    return next((icon for holds, icon in found if holds), None)
