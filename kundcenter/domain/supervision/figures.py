"""Figures out of counts.  Pure: the same counts give the same figures, whoever asks.

DOMAIN §3.9, §13.1, §15.  A share is in percent, a time in the unit of its definition.  Where there
is nothing to divide by there is no figure: None, shown "–", never 0 %.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kundcenter.domain.callbacks import StepKind
from kundcenter.domain.referrals import ReferralState
from kundcenter.domain.supervision.counts import CallCounts, Tally
from kundcenter.domain.supervision.definitions import FigureCode, Unit, definition
from kundcenter.domain.supervision.dimensions import (
    AGAIN,
    BY_HAND,
    LATE,
    UNQUEUED,
    Dimension,
    grouped,
)
from kundcenter.domain.supervision.limits import Limits
from kundcenter.domain.supervision.masks import SMALL, is_small

SELF_CARE, PRIMARY_CARE = "EGENVARD", "PRIMARVARD"  # groups of the code sets
NO_REFERRAL = frozenset({"AVBRUTET", "INFO"})  # groups that send nobody anywhere
FEW_PEOPLE = 3
_MS = 1000
_MINUTE = 60_000  # milliseconds

Tallies = Mapping[Dimension, Sequence[Tally]]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with what it was made of.

    `value` None: nothing to divide by, or masked.  `denominator` None: it is no quotient.
    `masked`: it may not be handed on; then nothing of it is told, but that it is `few`.
    `people`: how many the working time is of that it is made of; 0 for all other figures.
    """

    code: FigureCode
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    masked: bool = False
    few: bool = False
    people: int = 0


def call_figures(counts: CallCounts, limits: Limits = Limits()) -> tuple[Figure, ...]:
    """All figures of the calls of a queue, or of all queues."""
    short = counts.short(limits.short_seconds)
    net = counts.offered - short
    lost = counts.abandoned.count - short
    answered = counts.answered
    total = answered.total_ms / _MS
    near = answered.within(limits.service_seconds)
    far = answered.within(limits.service_far_seconds)
    done = counts.handled
    return (
        count(FigureCode.OFFERED, counts.offered),
        count(FigureCode.ANSWERED, answered.count),
        count(FigureCode.ABANDONED, lost),
        count(FigureCode.SHORT, short),
        count(FigureCode.UNKNOWN, counts.unknown),
        share(FigureCode.ANSW, answered.count, net),
        share(FigureCode.ANSW_ALL, answered.count, counts.offered),
        share(FigureCode.LOST, lost, net),
        mean(FigureCode.MEDELV, total, answered.count),
        _single(FigureCode.MEDIANV, answered.quantile(0.5)),
        _single(FigureCode.LONGEST, answered.longest),
        share(FigureCode.SERVICE_NEAR, near, net),
        share(FigureCode.SERVICE_FAR, far, net),
        mean(FigureCode.AHT, counts.handled_ms / _MS, done),
        mean(FigureCode.TALK, counts.talk_ms / _MS, done),
        mean(FigureCode.HOLD, counts.hold_ms / _MS, done),
        mean(FigureCode.WRAP, counts.wrap_ms / _MS, done),
    )


def tally_figures(tallies: Tallies, group: Callable[[str], str]) -> tuple[Figure, ...]:
    """All figures of what else was done; `group` is that of an outcome in the statistics."""
    outcomes = tallies.get(Dimension.OUTCOME, ())
    groups = {each.key: each.count for each in grouped(outcomes, group)}
    # A note that does not say where it guides is no referral; nor is an outcome nobody knows.
    referred = sum(n for key, n in groups.items() if key and key not in NO_REFERRAL)
    follow = _by_key(tallies, Dimension.FOLLOW_UP)
    followed = sum(n for key, n in follow.items() if key != ReferralState.MADE)
    repeats = _by_key(tallies, Dimension.REPEAT)
    times = _by_key(tallies, Dimension.CANCEL_TIME)
    sorts = _by_key(tallies, Dimension.CALL_SORT)
    return (
        count(FigureCode.BY_HAND, sorts.get(BY_HAND, 0)),
        count(FigureCode.UNQUEUED, sorts.get(UNQUEUED, 0)),
        share(FigureCode.REPEATS, repeats.get(AGAIN, 0), sum(repeats.values())),
        *_callbacks(tallies.get(Dimension.CALLBACK, ())),
        count(FigureCode.NOTES, _sum(outcomes)),
        count(FigureCode.REFERRED, referred),
        share(FigureCode.EGENV, groups.get(SELF_CARE, 0), referred),
        share(FigureCode.PRIM, groups.get(PRIMARY_CARE, 0), referred),
        share(FigureCode.DEVIATIONS, _named(tallies, Dimension.DEVIATION), referred),
        share(FigureCode.FOLLOWED, follow.get(ReferralState.REACHED, 0), followed),
        count(FigureCode.INTERPRETED, _named(tallies, Dimension.INTERPRETER)),
        count(FigureCode.ALARMS, _sum(tallies.get(Dimension.ALARM, ()))),
        count(FigureCode.CANCELLED, sum(times.values())),
        share(FigureCode.CANCELLED_LATE, times.get(LATE, 0), sum(times.values())),
        count(FigureCode.FREED, _sum(tallies.get(Dimension.FREED, ()))),
        count(FigureCode.CASES, _sum(tallies.get(Dimension.CASE, ()))),
        count(FigureCode.CASES_CONFIRMED, _sum(tallies.get(Dimension.CASE_CONFIRMED, ()))),
        count(FigureCode.QUESTIONS, _sum(tallies.get(Dimension.QUESTION, ()))),
    )


def count(code: FigureCode, number: float) -> Figure:
    return Figure(code, float(number), number)


def share(code: FigureCode, numerator: float, denominator: float) -> Figure:
    """In percent."""
    value = 100 * numerator / denominator if denominator else None
    return Figure(code, value, numerator, denominator)


def mean(code: FigureCode, numerator: float, denominator: float) -> Figure:
    value = numerator / denominator if denominator else None
    return Figure(code, value, numerator, denominator)


def for_distribution(
    figures: Iterable[Figure], limit: int = SMALL, withheld: Container[FigureCode] = ()
) -> tuple[Figure, ...]:
    """As they may be handed on: nothing is told of one that counts few patients.

    Nor of those that are withheld because another could be had from them, or of one that is made
    of few people's working time.
    """
    return without_alone(
        _hidden(each, few=_says_few(each, limit))
        if each.code in withheld or is_of_few(each, limit)
        else each
        for each in figures
    )


def without_alone(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Without those that are one's or two's own: of these the one knows the other's."""
    return tuple(_hidden(each) if 0 < each.people < FEW_PEOPLE else each for each in figures)


def _hidden(figure: Figure, *, few: bool = False) -> Figure:
    return Figure(figure.code, None, masked=True, few=few)


def is_of_few(figure: Figure, limit: int = SMALL) -> bool:
    """Whether some count that it tells of patients is small."""
    return definition(figure.code).masked and any(
        is_small(each, limit) for each in patients_of(figure)
    )


def _says_few(figure: Figure, limit: int) -> bool:
    """Counts say that they are small.  Not of those referred: it would tell of all other notes."""
    return (
        figure.denominator is None
        and figure.code is not FigureCode.REFERRED
        and is_of_few(figure, limit)
    )


def patients_of(figure: Figure) -> tuple[float, ...]:
    """The counts that it tells: of a share also those who are left, from 48 of 50 the two others.

    What a mean is the sum of are no counts: minutes, and not patients.
    """
    if figure.denominator is None:
        return () if figure.numerator is None else (figure.numerator,)
    if figure.numerator is None or definition(figure.code).unit is not Unit.PERCENT:
        return (figure.denominator,)
    return (figure.numerator, figure.denominator, figure.denominator - figure.numerator)


def _callbacks(steps: Sequence[Tally]) -> tuple[Figure, ...]:
    placed = reached = late = missed = 0
    waited = 0
    for each in steps:
        step = each.key.split("/")[1]
        placed += each.count if step == StepKind.PLACED else 0
        missed += each.count if step == StepKind.NOT_REACHED else 0
        if step == StepKind.DONE:
            reached += each.count
            waited += each.total_ms
            late += each.count if each.key.endswith(f"/{LATE}") else 0
    return (
        count(FigureCode.CALLBACKS_PLACED, placed),
        count(FigureCode.CALLBACKS_REACHED, reached),
        count(FigureCode.CALLBACKS_NOT_REACHED, missed),
        share(FigureCode.CALLBACKS_LATE, late, reached),
        mean(FigureCode.CALLBACKS_WAIT, waited / _MINUTE, reached),
    )


def _single(code: FigureCode, value: float | None) -> Figure:
    return Figure(code, value, value)


def _by_key(tallies: Tallies, dimension: Dimension) -> dict[str, int]:
    return {each.key: each.count for each in tallies.get(dimension, ())}


def _sum(tallies: Iterable[Tally]) -> int:
    return sum(each.count for each in tallies)


def _named(tallies: Tallies, dimension: Dimension) -> int:
    """Those that have one at all."""
    return sum(each.count for each in tallies.get(dimension, ()) if each.key)
