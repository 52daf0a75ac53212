"""The clocks of a case: when something is due, and how near that is (DOMAIN §7.3, §10).

Days are Swedish days; the day of receipt is day 0 and is not counted.  A clock of days ends with
its last day.  While a case waits for the complainant the clock of the answer stands still, and the
whole days of the wait are added to it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from kundcenter.domain.calendar import (
    add_weekdays,
    day_bounds,
    end_of_period,
    is_weekday,
    local,
    next_weekday,
)
from kundcenter.domain.case_codes import CaseKind, ClockKind, InjuryDecision
from kundcenter.domain.case_errors import CaseInvalid
from kundcenter.domain.case_terms import CaseTimes
from kundcenter.domain.cases import Case

LONG = frozenset({ClockKind.ANSWER, ClockKind.LEX_MARIA})  # taken up `answer_soon` days before

_EVENT = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Heed(StrEnum):
    """How near a clock's end is; the order is that of a list."""

    LATE = "FORSENAD"
    TODAY = "I_DAG"
    SOON = "SNART"
    CALM = "LUGN"
    WAITING = "VANTAR"  # for the complainant
    NOTICE = "UPPLYSNING"  # nobody is late, but something ends then
    MET = "KLAR"
    MISSED = "KLAR_FOR_SENT"


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock of a case.  `ends` is its last instant, UTC; `day` the Swedish day of that."""

    kind: ClockKind
    ends: datetime
    met_at: datetime | None = None
    waiting: bool = False

    @property
    def day(self) -> date:
        return local(self.ends - timedelta(microseconds=1)).date()

    @property
    def runs(self) -> bool:
        """Whether something is still to be done by then."""
        return self.met_at is None and not self.waiting and self.kind is not ClockKind.IVO


def event_span(text: str) -> tuple[date, date] | None:
    """The first and the last day that a partial date may mean; None of an empty one.

    Raises CaseInvalid(field="event").
    """
    if not text:
        return None
    read = _EVENT.fullmatch(text)
    if read is None:
        raise CaseInvalid(field="event")
    year, month, day = read.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        end = first.replace(month=int(month or 12))
        return first, end.replace(day=int(day or monthrange(end.year, end.month)[1]))
    except ValueError:
        raise CaseInvalid(field="event") from None


def two_years_after(day: date) -> date:
    """The same day two years later, 28 February for 29; no weekday is asked for (PSL 7 kap.)."""
    try:
        return day.replace(year=day.year + 2)
    except ValueError:
        return day.replace(year=day.year + 2, day=28)


def clocks(case: Case, times: CaseTimes) -> tuple[Clock, ...]:
    """All clocks that the case has, those that end first before the others."""
    received = local(case.received_at).date()
    found = [*_first(case, times, received), *_answer(case, times)]
    if case.facts.injured:
        found += _injury(case, times, received)
    span = event_span(case.facts.event)
    if span is not None and case.kind is CaseKind.COMPLAINT:
        found.append(Clock(ClockKind.IVO, day_bounds(two_years_after(span[0]))[1]))
    return tuple(sorted(found, key=lambda each: (each.ends, list(ClockKind).index(each.kind))))


def next_clock(case: Case, times: CaseTimes) -> Clock | None:
    """The clock that ends first of those that still run; none when the case is over."""
    running = [each for each in clocks(case, times) if each.runs]
    if case.over:  # whether there was an injury is decided all the same
        running = [each for each in running if each.kind is ClockKind.INJURY]
    return running[0] if running else None


def heed(clock: Clock, times: CaseTimes, now: datetime) -> Heed:
    """How near the clock's end is at `now`."""
    if clock.met_at is not None:
        return Heed.MET if clock.met_at < clock.ends else Heed.MISSED
    if clock.kind is ClockKind.IVO:
        return Heed.NOTICE
    if clock.waiting:
        return Heed.WAITING
    if now >= clock.ends:
        return Heed.LATE
    today = local(now).date()
    if clock.day <= today:
        return Heed.TODAY
    days = times.answer_soon if clock.kind in LONG else times.confirm_soon
    return Heed.SOON if add_weekdays(today, days) >= clock.day else Heed.CALM


def answer_day(case: Case, times: CaseTimes, today: date | None = None) -> date:
    """The last day for the answer, with what it has waited for the complainant until `today`.

    Of an e-service the first answer (seed 004), of all else within the weeks of IVO's practice; or
    the last new day that was told.
    """
    received, waited = local(case.received_at).date(), case.paused_days
    if case.promised_on is not None:
        day, waited = case.promised_on, waited - case.promised_paused
    elif case.kind is CaseKind.E_SERVICE:
        day = add_weekdays(received, times.service_days)
    else:
        day = end_of_period(received, weeks=times.answer_weeks)
    if today is not None and case.paused_since is not None:
        waited += max(0, (today - case.paused_since).days)
    if case.promised_on is not None and waited <= 0:
        return day  # as it was told, whatever day it is
    day += timedelta(days=max(0, waited))
    return day if is_weekday(day) else next_weekday(day)


def said_day(received: date, times: CaseTimes) -> date:
    """The last day that the standard text lets the citizen expect ("2–3 vardagar")."""
    return add_weekdays(received, times.said_days)


def _first(case: Case, times: CaseTimes, received: date) -> list[Clock]:
    """What the citizen is to have at once: a nurse, or an acknowledgement."""
    if case.kind is CaseKind.ADVICE:
        ends = case.received_at + timedelta(minutes=times.advice_minutes)
        return [Clock(ClockKind.ADVICE, ends, _first_of(case.answered_at, case.over_at))]
    if case.kind is CaseKind.E_SERVICE or not case.facts.answerable:
        return []  # an e-service acknowledges by itself
    met = _first_of(case.confirmed_at, case.answered_at, case.over_at)
    day = add_weekdays(received, times.confirm_days)
    return [Clock(ClockKind.CONFIRM, day_bounds(day)[1], met)]


def _answer(case: Case, times: CaseTimes) -> list[Clock]:
    """The care provider answers promptly; IVO's practice is four weeks (PSL 3 kap. 8 b §)."""
    if not case.facts.answerable or case.kind in {CaseKind.PRAISE, CaseKind.ADVICE}:
        return []
    kind = ClockKind.FIRST_ANSWER if case.kind is CaseKind.E_SERVICE else ClockKind.ANSWER
    met = _first_of(case.answered_at, case.over_at)
    waiting = case.paused_since is not None and met is None
    return [Clock(kind, day_bounds(answer_day(case, times))[1], met, waiting)]


def _injury(case: Case, times: CaseTimes, received: date) -> list[Clock]:
    """The chief medical officer decides promptly; the investigation has two months (BG).

    From the event; of a partial date from the last day that it may have been, which is not after
    the day of receipt.
    """
    at = case.alerted_at or case.received_at
    found = [
        Clock(
            ClockKind.INJURY,
            day_bounds(add_weekdays(local(at).date(), 1))[1],
            case.decided_at,
        )
    ]
    if case.decision in {InjuryDecision.UNDECIDED, InjuryDecision.LEX_MARIA}:
        span = event_span(case.facts.event)
        begins = received if span is None else min(span[1], received)
        day = end_of_period(begins, months=times.lex_maria_months)
        reported = case.decided_at if case.decision is InjuryDecision.LEX_MARIA else None
        found.append(Clock(ClockKind.LEX_MARIA, day_bounds(day)[1], reported))
    return found


def _first_of(*moments: datetime | None) -> datetime | None:
    return min(filter(None, moments), default=None)
