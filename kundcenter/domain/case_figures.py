"""The yearly figures of cases, as the patient board asks for them (lag 2017:372)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import TypeVar
from uuid import UUID

from kundcenter.domain.calendar import local
from kundcenter.domain.case_clocks import Clock, clocks
from kundcenter.domain.case_codes import (
    CaseKind,
    ClockKind,
    InjuryDecision,
    Said,
    Service,
)
from kundcenter.domain.case_terms import CaseTimes
from kundcenter.domain.cases import Case

_ANSWERS = frozenset({ClockKind.ANSWER, ClockKind.FIRST_ANSWER, ClockKind.ADVICE})
_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """How many of one sort came in, and how the answered ones kept the time.

    `answered_in_time` of `answered`; `median_days` from receipt to answer in calendar days less
    waits for the complainant, None when none is answered.
    """

    received: int
    answered: int
    answered_in_time: int
    confirmed_in_time: int
    open: int
    median_days: float | None


@dataclass(frozen=True, slots=True)
class CaseFigures:
    """`by_kind` and `by_service` count everything that came in; all else complaints, views,
    praise and questions.  A case without a category is under "", one without a unit under None.
    """

    year: int
    total: FigureRow
    by_kind: tuple[tuple[CaseKind, FigureRow], ...]
    by_category: tuple[tuple[str, FigureRow], ...]
    by_unit: tuple[tuple[UUID | None, FigureRow], ...]
    injuries: int
    lex_maria: int
    children: int
    by_service: tuple[tuple[Service, FigureRow], ...] = ()


@dataclass(frozen=True, slots=True)
class _Told:
    """What is counted of one case, so that a year of them is not held in memory."""

    kind: CaseKind
    category: str
    unit: UUID | None
    service: Service | None
    feedback: bool
    days: int | None  # to the answer
    answered_in_time: bool
    confirmed_in_time: bool
    open: bool


def figures(year: int, cases: Iterable[Case], times: CaseTimes) -> CaseFigures:
    """The figures of what was received in the year, by the times in force.

    An answer within a new time that was promised is in time, and so is one that nothing was
    promised of (praise).
    """
    told: list[_Told] = []
    injuries = lex_maria = children = 0
    for case in cases:
        told.append(_told(case, times))
        if case.feedback:
            injuries += case.facts.injured
            lex_maria += case.decision is InjuryDecision.LEX_MARIA
            children += case.facts.child is Said.YES
    ours = [each for each in told if each.feedback]
    kinds, services = _by(told, lambda each: each.kind), _by(told, lambda each: each.service)
    units = _by(ours, lambda each: each.unit)
    return CaseFigures(
        year=year,
        total=_row(ours),
        by_kind=tuple((kind, kinds[kind]) for kind in CaseKind if kind in kinds),
        by_category=tuple(sorted(_by(ours, lambda each: each.category).items(), key=_by_code)),
        by_unit=tuple(sorted(units.items(), key=lambda each: str(each[0] or ""))),
        injuries=injuries,
        lex_maria=lex_maria,
        children=children,
        by_service=tuple((each, services[each]) for each in Service if each in services),
    )


def answer_days(case: Case) -> int | None:
    """Calendar days from receipt to the first answer, less the waits for the complainant."""
    if case.answered_at is None:
        return None
    first: date = local(case.received_at).date()
    return max(0, (local(case.answered_at).date() - first).days - case.paused_days)


def _told(case: Case, times: CaseTimes) -> _Told:
    found = clocks(case, times)
    return _Told(
        kind=case.kind,
        category=case.facts.category,
        unit=case.facts.unit_id,
        service=case.service,
        feedback=case.feedback,
        days=answer_days(case),
        answered_in_time=case.answered_at is not None and _met(found, _ANSWERS, without=True),
        confirmed_in_time=_met(found, {ClockKind.CONFIRM}, without=False),
        open=not case.over,
    )


def _met(found: Iterable[Clock], kinds: Collection[ClockKind], *, without: bool) -> bool:
    """Whether the clock of the kinds was met before its end; `without` when there is none."""
    clock = next((each for each in found if each.kind in kinds), None)
    if clock is None:
        return without
    return clock.met_at is not None and clock.met_at < clock.ends


def _by(told: Iterable[_Told], key: Callable[[_Told], _Key]) -> dict[_Key, FigureRow]:
    groups: dict[_Key, list[_Told]] = {}
    for each in told:
        groups.setdefault(key(each), []).append(each)
    return {name: _row(group) for name, group in groups.items()}


def _row(told: Collection[_Told]) -> FigureRow:
    days = [each.days for each in told if each.days is not None]
    return FigureRow(
        received=len(told),
        answered=len(days),
        answered_in_time=sum(each.answered_in_time for each in told),
        confirmed_in_time=sum(each.confirmed_in_time for each in told),
        open=sum(each.open for each in told),
        median_days=float(median(days)) if days else None,
    )


def _by_code(row: tuple[str, FigureRow]) -> tuple[tuple[int, str], ...]:
    """1.10 after 1.9, and the letters of an own code in their order."""
    return tuple((int(part) if part.isdecimal() else 0, part) for part in row[0].split("."))
