"""Odd instants and spans in queues, incidents, figures and reviews."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from kundcenter.domain.referral_figures import ReferralPeriodWrong
from kundcenter.domain.rings import MOST_WAITED
from kundcenter.domain.supervision.call_reviews import CallReviewInvalid
from kundcenter.domain.supervision.closures import ClosureInvalid
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.exploring import By, Query
from kundcenter.domain.supervision.incidents import LONGEST, IncidentInvalid, IncidentKind
from kundcenter.domain.supervision.periods import PeriodKind, Span, SpanWrong
from kundcenter.domain.supervision.queue_calls import MOST_AGO, Left
from kundcenter.domain.supervision.summary import SummaryOrder
from tests.ground import Ground, rows
from tests.services.supervision.supervision_numbers import LOOKS
from tests.services.test_bad_numbers_and_times import NO_TIMES, TIMES, seated

HOUR = timedelta(hours=1)
ODD = (timedelta(), timedelta(microseconds=1), timedelta(days=-1), timedelta.min, timedelta.max)


def test_every_instant_may_be_looked_at(ground: Ground) -> None:
    seated(ground)
    for name in LOOKS:
        noun, _, look = name.partition(".")
        verb = getattr(getattr(ground.desk, noun), look)
        for at in TIMES[:-1]:
            assert verb(at, at + HOUR) == ()


def test_a_period_of_figures_is_one_of_this_century_or_the_next(ground: Ground) -> None:
    seated(ground)
    desk = ground.desk

    def query(span: Span) -> Query:
        return Query(By.HOUR, span, FigureCode.ANSW)

    looks: tuple[Callable[[Span], object], ...] = (
        desk.figures.mine,
        desk.figures.of,
        desk.figures.operators,
        lambda span: desk.summaries.of(SummaryOrder(span)),
        lambda span: desk.summaries.take_print(SummaryOrder(span)),
        lambda span: desk.explore.look(query(span)),
        lambda span: desk.explore.queues(query(span)),
        lambda span: desk.explore.rows(query(span), ""),
        lambda span: desk.explore.take(query(span)),
    )
    odd = [at for at in TIMES if not 2000 <= at.year < 2200]
    wrong = [Span(PeriodKind.OWN, at, at + HOUR) for at in odd[:-1]]
    wrong += [Span(PeriodKind.OWN, later, earlier) for earlier, later in pairwise(TIMES)]
    wrong += [Span(PeriodKind.OWN, *ends) for at in NO_TIMES for ends in ((at, at), (at, TIMES[5]))]
    for look in looks:
        for span in wrong:
            ground.refuses(SpanWrong, look, span)
    night = Span(PeriodKind.OWN, TIMES[5] - HOUR, TIMES[5] + HOUR)
    for look in looks:
        look(night)


def test_a_period_of_reviews_and_of_deviations_is_checked(ground: Ground) -> None:
    seated(ground)
    desk, now = ground.desk, ground.clock.at
    for at in NO_TIMES:
        for ends in ((at, now), (now, at)):
            ground.refuses(CallReviewInvalid, desk.call_reviews.draw, *ends, 1)
            ground.refuses(ReferralPeriodWrong, desk.feedback.deviations, *ends)
    for earlier, later in pairwise(TIMES):
        ground.refuses(CallReviewInvalid, desk.call_reviews.draw, later, earlier, 1)
        ground.refuses(ReferralPeriodWrong, desk.feedback.deviations, later, earlier)
    assert desk.call_reviews.draw(now - HOUR, now, 1) == ()
    assert desk.feedback.deviations(now - HOUR, now) == ()


def test_a_queue_is_closed_until_a_later_instant(ground: Ground) -> None:
    seated(ground)
    close, now = ground.desk.queue_closures.close, ground.clock.at
    later = [at for at in TIMES if at > now]
    for at in later:
        close("växel", "Test", at)
    kept = rows(ground.engine, "queue_closures")["queue_closures"]
    assert [row["ends_at"] for row in kept] == later
    for at in (*NO_TIMES, *(at for at in TIMES if at <= now)):
        facts = ground.refuses(ClosureInvalid, close, "växel", "Test", at)
        assert facts == {"field": "ends_at"}


def test_an_incident_began_lately_and_ended_since(ground: Ground) -> None:
    seated(ground)
    incidents, now = ground.desk.incidents, ground.clock.at
    kind = IncidentKind.POWER
    open_ = incidents.note(kind, starts_at=now - HOUR).the("incident")
    long_ago = [at for at in TIMES if not now - LONGEST <= at <= now]
    for at in (*NO_TIMES, *long_ago):
        ground.refuses(IncidentInvalid, incidents.note, kind, "", at)
        ground.refuses(IncidentInvalid, incidents.note, kind, "", now - HOUR, at)
        ground.refuses(IncidentInvalid, incidents.end, open_, at)
    odd = now - timedelta(days=20, microseconds=1)
    incidents.note(kind, "", odd, odd)
    incidents.end(open_, now - HOUR / 2)
    found = incidents.between(datetime(2026, 1, 1, tzinfo=UTC), now)
    assert [(each.starts_at, each.ends_at) for each in found] == [
        (odd, odd),
        (now - HOUR, now - HOUR / 2),
    ]


def test_what_a_desk_calls_a_while_is_one_or_is_cut(ground: Ground) -> None:
    """By the desk's own account; what cannot be is made into what can."""
    seated(ground)
    calls, incidents = ground.desk.queue_calls, ground.desk.incidents
    for number, span in enumerate(ODD):
        calls.note((Left(f"a{number}", "växel", span),))
        calls.note_new((Left(f"b{number}", "växel", HOUR, span),))
        id = incidents.notice(IncidentKind.LINE, span).the("incident")
        incidents.notice(IncidentKind.CENTRE, HOUR, span)
        incidents.cease(id, span)
    found = {row["line_call"]: row for row in rows(ground.engine)["queue_calls"]}
    waited = [found[f"a{n}"]["left_at"] - found[f"a{n}"]["joined_at"] for n in range(len(ODD))]
    none, least = timedelta(), timedelta(microseconds=1)
    assert waited == [none, least, none, none, MOST_WAITED]
    assert found["b4"]["left_at"] < ground.clock.at - MOST_AGO + HOUR
    for row in rows(ground.engine)["incidents"]:
        lasted = row["ends_at"] - row["starts_at"]
        assert none <= lasted <= LONGEST
