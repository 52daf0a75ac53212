"""Figures of who was there: read beside the calls' and inside the same reading.

They are of everybody together; what is one operator's own is elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from kundcenter.domain.case_codes import CaseKind
from kundcenter.domain.supervision import figures
from kundcenter.domain.supervision import stays as _stays
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.figures import Figure
from kundcenter.domain.supervision.lone_working import lone_working, of_nurses
from kundcenter.domain.supervision.periods import Span
from kundcenter.domain.supervision.sample_results import result
from kundcenter.domain.supervision.surveys import newest
from kundcenter.domain.supervision.work_turns import NURSING
from kundcenter.domain.supervision.working_time import (
    ALONE_AT_MOST,
    STAFFED_AT_MOST,
    ActiveShare,
    staffing,
)
from kundcenter.ports import Reading
from kundcenter.services.supervision.active import nurses_shares

STILL_CURRENT = timedelta(hours=12)  # so long after a time what waits now is still its own
_HOUR, _SECOND = timedelta(hours=1), timedelta(seconds=1)
_SURVEYED = (FigureCode.NKI, FigureCode.FOLJS)


def staff_figures(reading: Reading, span: Span) -> Iterator[Figure]:
    """Staffing, active share and lone working, until now; of a longer time only the last, or none.

    Only what the roster, or presences, tell of.  The active share is of those with a nurse's turn:
    it says of how many.
    """
    now = reading.now
    end = min(span.end, now)
    lasts = span.end - span.start
    if lasts > ALONE_AT_MOST or end <= span.start:
        return
    short = lasts <= STAFFED_AT_MOST
    turns = reading.work_turns.between(span.start, span.end) if short else ()
    presences = reading.presences.between(span.start, span.end)
    here = _stays.without(_stays.signed_in(presences, now), _stays.lunches_taken(presences, now))
    found = staffing(turns, here, span.start, end)
    if turns:
        yield figures.count(FigureCode.PLANNED, found.planned / _HOUR)
    theirs = nurses_shares(reading, span.start, end) if turns else {}
    if theirs:
        whole = sum(theirs.values(), ActiveShare(timedelta(), timedelta()))
        share = figures.share(FigureCode.ACTIVE, whole.active / _SECOND, whole.worked / _SECOND)
        yield replace(share, people=len(theirs))
    if presences and short:
        yield figures.count(FigureCode.STAFFED, found.actual / _HOUR)
    if presences:
        nurses = frozenset(each.id for each in reading.operators.all() if each.roles & NURSING)
        stays = of_nurses(_stays.signed_in(presences, now), nurses)
        if stays:
            alone = lone_working(stays, span.start, end).minutes
            yield figures.count(FigureCode.LONE, alone)


def case_figures(reading: Reading, span: Span) -> Iterator[Figure]:
    """Cases that are late now: of a time that goes on, or has just ended."""
    if span.start <= reading.now < span.end + STILL_CURRENT:
        _, late = reading.cases.count(frozenset(CaseKind), reading.now)
        yield figures.count(FigureCode.CASES_LATE, late)


def measured_figures(reading: Reading, span: Span) -> Iterator[Figure]:
    """What is not counted but measured now and then: the latest that was over in the time."""
    _, last = span.days
    surveys = reading.surveys.all()
    for code in _SURVEYED:
        found = newest(surveys, code, last)
        if found is not None:
            asked = found.answers or None
            yield Figure(code, found.amount, None, asked)
    # Several may have been drawn since; whether one of an earlier time is among them is enough.
    samples = [each for each in reading.samples.latest(20) if each.drawn_at < span.end]
    if samples:
        share = result(samples[0], reading.samples.judged([samples[0].id])).right_share
        if share.denominator:
            yield figures.share(FigureCode.RIGHT_LEVEL, share.numerator, share.denominator)
