"""What can be asked for, beside which period, and which rows stand beside each other."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.approvals import DueState, state_of
from kundcenter.domain.supervision.counts import NO_CALLS, Tally
from kundcenter.domain.supervision.definitions import DEFINITIONS, FigureCode
from kundcenter.domain.supervision.exploring import (
    DIMENSIONS,
    IN_TIME,
    NEEDS,
    QUEUED,
    By,
    Line,
    Point,
    Query,
    Versus,
    beside,
    compared,
    counted,
    figures_by,
)
from kundcenter.domain.supervision.figures import call_figures, tally_figures
from kundcenter.domain.supervision.periods import PeriodKind, Span

MONTH = periods.month(2026, 11)


def test_every_figure_of_a_queue_is_one_that_calls_give() -> None:
    assert set(QUEUED) == {each.code for each in call_figures(NO_CALLS)}


def test_every_other_figure_that_is_offered_is_made_of_the_rows_it_says() -> None:
    made = {each.code for each in tally_figures({}, lambda _: "")}
    assert set(NEEDS) == made
    assert set(NEEDS) <= set(DEFINITIONS)


def test_by_everything_something_can_be_told() -> None:
    for by in By:
        assert figures_by(by)
        assert (None in figures_by(by)) == (by in DIMENSIONS)
    assert FigureCode.EGENV in figures_by(By.HOUR)
    assert FigureCode.EGENV not in figures_by(By.QUEUE)
    assert set(IN_TIME).isdisjoint(DIMENSIONS)


@pytest.mark.parametrize(
    ("span", "before", "year"),
    [
        (
            periods.day(date(2026, 11, 23)),
            periods.day(date(2026, 11, 16)),
            periods.day(date(2025, 11, 24)),
        ),
        (
            periods.week(date(2026, 11, 23)),
            periods.week(date(2026, 11, 16)),
            periods.week(date(2025, 11, 24)),
        ),
        (MONTH, periods.month(2026, 10), periods.month(2025, 11)),
        (periods.tertial(2026, 1), periods.tertial(2025, 3), periods.tertial(2025, 1)),
        (periods.year(2026), periods.year(2025), periods.year(2025)),
    ],
    ids=["day", "week", "month", "tertial", "year"],
)
def test_a_period_stands_beside_the_one_before_or_a_year_before(
    span: Span, before: Span, year: Span
) -> None:
    assert compared(span, Versus.NONE) is None
    assert compared(span, Versus.BEFORE) == before
    assert compared(span, Versus.YEAR) == year


def test_an_own_period_a_year_before_has_the_same_clock_and_weekday() -> None:
    span = Span(
        PeriodKind.OWN,
        datetime(2026, 3, 30, 6, tzinfo=UTC),  # 08:00 in summer time
        datetime(2026, 3, 30, 10, tzinfo=UTC),
    )
    found = compared(span, Versus.YEAR)
    assert found is not None
    assert found.start == datetime(2025, 3, 31, 6, tzinfo=UTC)
    assert found.start.isoweekday() == span.start.isoweekday()


def test_rows_stand_beside_each_other_by_their_keys() -> None:
    now = (("a", Point(3.0, 3)), ("b", Point(1.0, 1)))
    then = (("b", Point(2.0, 2)), ("c", Point(4.0, 4)))
    lines = {each.key: (each.now.value, each.change) for each in beside(now, then)}
    assert lines == {"a": (3, 3), "b": (1, -1), "c": (0, -4)}


def test_of_what_is_hidden_or_nothing_there_is_no_change() -> None:
    assert Line("a", Point(None), Point(3.0)).change is None
    assert Line("a", Point(3.0), Point(None, hidden="<5")).change is None
    assert Line("a", Point(3.0)).change is None


def test_shares_are_of_all_and_of_nothing_there_is_none() -> None:
    query = Query(By.REASON, MONTH, share=True)
    rows, total = counted((Tally("a", 3), Tally("b", 1)), query, 5)
    assert [(key, point.value, point.denominator) for key, point in rows] == [
        ("a", 75, 4),
        ("b", 25, 4),
    ]
    assert total.value == 100
    assert counted((), query, 5)[1].value is None


def test_what_is_small_is_hidden_for_distribution_alone() -> None:
    tallies = (Tally("a", 30), Tally("b", 6), Tally("c", 4))
    shown = counted(tallies, Query(By.REASON, MONTH), 5)[0]
    assert [point.value for _, point in shown] == [30, 6, 4]
    safe = counted(tallies, Query(By.REASON, MONTH, distribution=True), 5)[0]
    assert [(point.value, point.hidden) for _, point in safe] == [
        (30, ""),
        (None, "•"),  # 40 in all: without it c could be had back
        (None, "<5"),
    ]
    assert all(point.numerator is None for _, point in safe if point.hidden)


def test_a_total_that_is_small_is_hidden_too() -> None:
    query = Query(By.REASON, MONTH, distribution=True)
    assert counted((Tally("a", 3),), query, 5)[1] == Point(None, hidden="<5")


def test_a_day_of_review_passes_after_its_last_day() -> None:
    today = date(2026, 11, 23)
    assert state_of(date(2026, 11, 22), today) is DueState.PASSED
    assert state_of(today, today) is DueState.SOON
    assert state_of(date(2026, 12, 23), today) is DueState.SOON
    assert state_of(date(2026, 12, 24), today) is None
