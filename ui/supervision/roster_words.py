"""The roster in words: turns, breaks, days, and what is wrong with a file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from kundcenter.domain.calendar import DayClass, day_bounds, eve_on, holidays_on
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.roster_files import by_clock
from kundcenter.domain.supervision.roster_sheets import RosterFault, RosterRowTold
from kundcenter.domain.supervision.roster_terms import Pattern, PatternBreak, PlannedBreak
from kundcenter.domain.supervision.work_turns import TurnPlan
from ui.language import names
from ui.times import clock

_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)

BREAK_WORDS = {  # marked for translation
    BreakKind.LUNCH: QT_TRANSLATE_NOOP("roster", "rast"),
    BreakKind.PAUSE: QT_TRANSLATE_NOOP("roster", "paus"),
    BreakKind.OTHER: QT_TRANSLATE_NOOP("roster", "annat"),
}
DAY_WORDS = {
    DayClass.VARDAG: QT_TRANSLATE_NOOP("roster", "Vardagar"),
    DayClass.LORDAG_AFTON: QT_TRANSLATE_NOOP("roster", "Lördagar och aftnar"),
    DayClass.SON_OCH_HELGDAG: QT_TRANSLATE_NOOP("roster", "Sön- och helgdagar"),
}
_FAULTS = {
    RosterFault.NO_HEADINGS: QT_TRANSLATE_NOOP("roster", "rubriken saknas"),
    RosterFault.HEADING: QT_TRANSLATE_NOOP("roster", "rubriken är okänd"),
    RosterFault.HEADING_TWICE: QT_TRANSLATE_NOOP("roster", "samma rubrik två gånger"),
    RosterFault.CELLS: QT_TRANSLATE_NOOP("roster", "fel antal celler"),
    RosterFault.QUOTES: QT_TRANSLATE_NOOP("roster", "ett citattecken är fel"),
    RosterFault.MISSING: QT_TRANSLATE_NOOP("roster", "cellen är tom"),
    RosterFault.TOO_LONG: QT_TRANSLATE_NOOP("roster", "texten är för lång"),
    RosterFault.SIGNS: QT_TRANSLATE_NOOP("roster", "ett tecken som inte syns"),
    RosterFault.LETTERS: QT_TRANSLATE_NOOP("roster", "bokstäver har gått förlorade i filen"),
    RosterFault.NOTHING: QT_TRANSLATE_NOOP("roster", "filen har inga rader"),
    RosterFault.TOO_MANY: QT_TRANSLATE_NOOP("roster", "för många rader; ta en månad i taget"),
    RosterFault.DATE: QT_TRANSLATE_NOOP("roster", "datumet är inget datum"),
    RosterFault.USER: QT_TRANSLATE_NOOP("roster", "ingen med det användarnamnet kan ha pass"),
    RosterFault.LEFT: QT_TRANSLATE_NOOP("roster", "användaren får inte logga in längre"),
    RosterFault.PATTERN: QT_TRANSLATE_NOOP("roster", "skiftet finns inte, eller används inte"),
    RosterFault.NO_TIMES: QT_TRANSLATE_NOOP("roster", "varken skift eller tider"),
    RosterFault.TIME: QT_TRANSLATE_NOOP("roster", "tiden går inte att använda"),
    RosterFault.BREAKS: QT_TRANSLATE_NOOP("roster", "rasterna går inte att använda"),
    RosterFault.ROLE: QT_TRANSLATE_NOOP("roster", "rollen finns inte, eller är inte användarens"),
    RosterFault.ROLE_NEEDED: QT_TRANSLATE_NOOP("roster", "användaren har flera roller"),
    RosterFault.TAKEN: QT_TRANSLATE_NOOP("roster", "samma person har ett annat pass då"),
}


def _tr(words: object) -> str:
    return QCoreApplication.translate("roster", str(words))


def fault_words(told: RosterRowTold) -> str:
    """Rad 4, datum: datumet är inget datum"""
    if told.column:
        words = QCoreApplication.translate("roster", "Rad {line}, {column}: {what}")
    else:
        words = QCoreApplication.translate("roster", "Rad {line}: {what}")
    return words.format(line=told.line, column=told.column, what=_tr(_FAULTS[told.fault]))


def day_class_words(day: DayClass) -> str:
    """Vardagar"""
    return _tr(DAY_WORDS[day])


def hours_words(lasts: timedelta) -> str:
    """8 h 15 min"""
    hours, rest = divmod(lasts, _HOUR)
    minutes = rest // _MINUTE
    if not minutes:
        return QCoreApplication.translate("roster", "{hours} h").format(hours=hours)
    words = QCoreApplication.translate("roster", "{hours} h {minutes} min")
    return words.format(hours=hours, minutes=minutes)


def hours_figures(lasts: timedelta) -> str:
    """36:45, for a column"""
    hours, rest = divmod(lasts, _HOUR)
    return f"{hours}:{rest // _MINUTE:02}"


def clocks(starts_at: datetime, ends_at: datetime) -> str:
    """07:00–16:00"""
    return f"{clock(starts_at)}–{clock(ends_at)}"


def short_clock(at: time) -> str:
    """7 or 13:30: in a cell"""
    return f"{at.hour}:{at.minute:02}" if at.minute else f"{at.hour}"


def breaks_words(breaks: Iterable[PatternBreak]) -> str:
    """rast 12:00–12:45, paus 14:15–14:30"""
    return ", ".join(
        f"{_tr(BREAK_WORDS[each.kind])} {each.starts:%H:%M}–{_end(each):%H:%M}" for each in breaks
    )


def _end(each: PatternBreak) -> datetime:
    begins = datetime.combine(date(2000, 1, 1), each.starts)
    return begins + timedelta(minutes=each.minutes)


def pattern_words(pattern: Pattern) -> str:
    """D Dag 07:00–16:00"""
    return f"{pattern.code} {pattern.name} {pattern.starts:%H:%M}–{pattern.ends:%H:%M}"


def plan_words(plan: TurnPlan, names: dict[str, str]) -> str:
    """D Dag 07:00–16:00, rast 12:00–12:45, paus 14:15–14:30.  `names` of patterns, by code."""
    name = " ".join(part for part in (plan.pattern, names.get(plan.pattern, "")) if part)
    times = clocks(plan.starts_at, plan.ends_at)
    head = f"{name} {times}" if name else times
    told = breaks_words(by_clock(plan))
    return f"{head}, {told}" if told else head


def worked_of(plan: TurnPlan) -> timedelta:
    """Its working time: without rast."""
    return plan.ends_at - plan.starts_at - _away(plan.breaks)


def _away(breaks: Iterable[PlannedBreak]) -> timedelta:
    gone = (each.ends_at - each.starts_at for each in breaks if not each.kind.worked)
    return sum(gone, timedelta())


def day_head(day: date) -> str:
    """mån 23/11, a column's heading"""
    name = names().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat).rstrip(".")
    return f"{name} {day.day}/{day.month}"


def day_words(day: date) -> str:
    """måndag 23 november"""
    locale = names()
    words = QCoreApplication.translate("roster", "{weekday} {day} {month}")
    return words.format(
        weekday=locale.dayName(day.isoweekday()), day=day.day, month=locale.monthName(day.month)
    )


def day_notes(day: date) -> str:
    """juldagen; dygnet har 25 timmar; empty on an ordinary day"""
    named = [str(each) for each in holidays_on(day)]
    eve = eve_on(day)
    if eve is not None:
        named.append(str(eve))
    start, end = day_bounds(day)
    if end - start != timedelta(days=1):
        words = QCoreApplication.translate("roster", "dygnet har {hours} timmar")
        named.append(words.format(hours=(end - start) // _HOUR))
    return "; ".join(named)
