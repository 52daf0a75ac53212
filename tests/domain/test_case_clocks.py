"""Every deadline of a case, by the vectors of DOMAIN §7.3 and by independent reckoning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.calendar import is_weekday, local
from kundcenter.domain.case_clocks import (
    Clock,
    Heed,
    answer_day,
    clocks,
    event_span,
    heed,
    next_clock,
    said_day,
    two_years_after,
)
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseKind,
    ClockKind,
    Complainant,
    Injury,
    InjuryDecision,
    Stage,
)
from kundcenter.domain.case_errors import CaseInvalid
from kundcenter.domain.case_terms import TIMES, CaseTimes
from kundcenter.domain.cases import Case
from tests.domain.case_made import at, made

days = st.dates(date(2015, 1, 1), date(2045, 12, 31))


def clock(case: Case, kind: ClockKind, times: CaseTimes = TIMES) -> Clock:
    (found,) = (each for each in clocks(case, times) if each.kind is kind)
    return found


def kinds(case: Case) -> set[ClockKind]:
    return {each.kind for each in clocks(case, TIMES)}


# -- the vectors -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-06-17", "2026-06-22"),  # midsommarafton is not one of the two
        ("2026-11-20", "2026-11-24"),
        ("2026-12-23", "2026-12-29"),
        ("2026-04-01", "2026-04-07"),
    ],
)
def test_the_acknowledgement_is_due_in_two_vardagar(received: str, due: str) -> None:
    found = clock(made(received), ClockKind.CONFIRM)
    assert (str(found.day), found.ends) == (due, at(f"{due} 00:00") + timedelta(days=1))
    service = made(received, kind=CaseKind.E_SERVICE)
    assert str(clock(service, ClockKind.FIRST_ANSWER).day) == due


@pytest.mark.parametrize(
    ("received", "said"), [("2026-06-17", "2026-06-23"), ("2026-12-23", "2026-12-30")]
)
def test_the_citizen_is_told_three(received: str, said: str) -> None:
    assert str(said_day(date.fromisoformat(received), TIMES)) == said


@pytest.mark.parametrize(
    ("received", "due"), [("2026-11-26", "2026-12-28"), ("2026-11-25", "2026-12-23")]
)
def test_the_answer_is_due_in_four_weeks(received: str, due: str) -> None:
    assert str(clock(made(received), ClockKind.ANSWER).day) == due


@pytest.mark.parametrize(
    ("event", "until"),
    [
        ("2024-02-29", "2026-02-28"),
        ("2024-11-21", "2026-11-21"),  # a Saturday: it is no deadline of ours and is not moved
        ("2024-11", "2026-11-01"),  # of a partial date the first day that it may mean
        ("2024", "2026-01-01"),
    ],
)
def test_ivo_may_decline_after_two_years(event: str, until: str) -> None:
    case = made("2026-02-02", event=event)
    found = clock(case, ClockKind.IVO)
    assert str(found.day) == until
    assert heed(found, TIMES, at("2030-01-01")) is Heed.NOTICE
    assert ClockKind.IVO not in kinds(replace(case, facts=replace(case.facts, event="")))
    view = replace(case, facts=replace(case.facts, kind=CaseKind.VIEW))
    assert ClockKind.IVO not in kinds(view)


@pytest.mark.parametrize(
    ("event", "due"),
    [
        ("2026-12-31", "2027-03-01"),
        ("2026-04-24", "2026-06-24"),
        ("2026-04", "2026-06-30"),  # of a partial date the last day that it may have been
        ("2025", "2026-03-02"),
        ("2027", "2027-03-02"),  # which is not after it came in
        ("", "2027-03-02"),  # not said: from the day that it came in
    ],
)
def test_lex_maria_has_two_months(event: str, due: str) -> None:
    case = made("2027-01-02", event=event, injury=Injury.SERIOUS)
    assert str(clock(case, ClockKind.LEX_MARIA).day) == due


# -- independent reckoning ---------------------------------------------------------------------


def _holidays() -> dict[date, str]:
    # The library's own Sundays are left to the weekday below; the eves are its de facto holidays.
    kinds_of_days = ("public", "de_facto")
    return holidays.country_holidays(
        "SE", years=range(2014, 2048), include_sundays=False, categories=kinds_of_days
    )


_FREE = frozenset(_holidays())


def _plain(day: date) -> bool:
    return day.weekday() < 5 and day not in _FREE


@given(days)
def test_between_receipt_and_due_day_there_are_two_vardagar(received: date) -> None:
    due = clock(made(str(received)), ClockKind.CONFIRM).day
    between = [received + timedelta(days=n) for n in range(1, (due - received).days + 1)]
    assert [_plain(day) for day in between].count(True) == 2
    assert _plain(due)


@given(days)
def test_the_answer_has_four_weeks_and_then_the_first_vardag(received: date) -> None:
    due = clock(made(str(received)), ClockKind.ANSWER).day
    weeks = received + timedelta(days=28)
    assert due >= weeks
    assert _plain(due)
    over = [weeks + timedelta(days=n) for n in range((due - weeks).days)]
    assert not any(_plain(day) for day in over)


@given(days, st.integers(0, 23), st.integers(0, 59))
def test_the_hour_of_receipt_does_not_count(received: date, hour: int, minute: int) -> None:
    case = made(f"{received} {hour:02}:{minute:02}")
    first = made(f"{received} 00:00")
    assert [each.ends for each in clocks(case, TIMES)] == [
        each.ends for each in clocks(first, TIMES)
    ]


def test_a_clock_ends_at_midnight_in_sweden() -> None:
    summer, winter = clock(made("2026-06-22"), ClockKind.CONFIRM), clock(made(), ClockKind.CONFIRM)
    assert str(summer.ends) == "2026-06-24 22:00:00+00:00"
    assert str(winter.ends) == "2026-11-25 23:00:00+00:00"


def test_a_case_that_came_before_midnight_in_sweden_came_that_day() -> None:
    case = replace(made(), received_at=datetime.fromisoformat("2026-11-23T22:59:59Z"))
    next_day = replace(made(), received_at=datetime.fromisoformat("2026-11-23T23:00:00Z"))
    assert str(clock(case, ClockKind.CONFIRM).day) == "2026-11-25"
    assert str(clock(next_day, ClockKind.CONFIRM).day) == "2026-11-26"


# -- waits and new dates -----------------------------------------------------------------------


@given(days, st.integers(0, 400))
def test_days_of_a_wait_are_added_to_the_answer(received: date, waited: int) -> None:
    plain = made(str(received))
    put_off = answer_day(replace(plain, paused_days=waited), TIMES)
    earliest = answer_day(plain, TIMES) + timedelta(days=waited)
    assert put_off >= earliest
    assert is_weekday(put_off)
    assert not any(is_weekday(earliest + timedelta(n)) for n in range((put_off - earliest).days))


def test_while_it_waits_nothing_is_late_and_it_grows_day_by_day() -> None:
    case = replace(made(confirmed_at=at("2026-11-23")), paused_since=date(2026, 11, 25))
    found = clock(case, ClockKind.ANSWER)
    assert (found.waiting, next_clock(case, TIMES)) == (True, None)
    assert heed(found, TIMES, at("2027-11-23")) is Heed.WAITING
    assert str(answer_day(case, TIMES)) == "2026-12-21"
    assert str(answer_day(case, TIMES, date(2026, 11, 27))) == "2026-12-23"
    assert str(answer_day(case, TIMES, date(2026, 11, 20))) == "2026-12-21"


def test_a_new_date_counts_from_when_it_was_told() -> None:
    case = made(paused_days=5, promised_on=date(2027, 1, 15), promised_paused=5)
    assert str(clock(case, ClockKind.ANSWER).day) == "2027-01-15"
    again = replace(case, paused_days=8)
    assert str(clock(again, ClockKind.ANSWER).day) == "2027-01-18"
    on_a_sunday = replace(case, promised_on=date(2027, 1, 17))
    assert str(clock(on_a_sunday, ClockKind.ANSWER).day) == "2027-01-17"  # as it was told
    waited = replace(on_a_sunday, paused_days=11)
    assert str(clock(waited, ClockKind.ANSWER).day) == "2027-01-25"  # the 23rd is a Saturday


# -- which clocks there are --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, {ClockKind.CONFIRM, ClockKind.ANSWER}),
        ({"kind": CaseKind.QUESTION}, {ClockKind.CONFIRM, ClockKind.ANSWER}),
        ({"kind": CaseKind.PRAISE}, {ClockKind.CONFIRM}),
        ({"kind": CaseKind.E_SERVICE}, {ClockKind.FIRST_ANSWER}),
        ({"kind": CaseKind.ADVICE}, {ClockKind.ADVICE}),
        ({"answer_by": AnswerBy.NOT}, set()),
        ({"complainant": Complainant.ANONYMOUS}, set()),
        (
            {"complainant": Complainant.ANONYMOUS, "injury": Injury.SUSPECTED},
            {ClockKind.INJURY, ClockKind.LEX_MARIA},
        ),
        ({"injury": Injury.NO}, {ClockKind.CONFIRM, ClockKind.ANSWER}),
    ],
)
def test_the_clocks_of_each_kind(told: dict[str, Any], expected: set[ClockKind]) -> None:
    assert kinds(made(**told)) == expected


def test_advice_waits_half_an_hour_to_the_second() -> None:
    case = made("2026-11-23 23:50", kind=CaseKind.ADVICE)
    found = clock(case, ClockKind.ADVICE)
    assert found.ends == case.received_at + timedelta(minutes=30)
    before = found.ends - timedelta(microseconds=1)
    assert heed(found, TIMES, before - timedelta(minutes=29)) in {Heed.TODAY, Heed.SOON}
    assert heed(found, TIMES, before) is Heed.TODAY
    assert heed(found, TIMES, found.ends) is Heed.LATE
    answered = replace(case, answered_at=before)
    assert heed(clock(answered, ClockKind.ADVICE), TIMES, found.ends) is Heed.MET
    late = replace(case, answered_at=found.ends)
    assert heed(clock(late, ClockKind.ADVICE), TIMES, found.ends) is Heed.MISSED


def test_the_chief_decides_by_the_next_vardag_and_over_or_not() -> None:
    case = made("2026-11-20", injury=Injury.SUSPECTED, alerted_at=at("2026-11-20"))
    found = next_clock(case, TIMES)
    assert found is not None
    assert (found.kind, str(found.day)) == (ClockKind.INJURY, "2026-11-23")
    over = replace(case, stage=Stage.HANDED_OVER, over_at=at("2026-11-20"))
    assert next_clock(over, TIMES) == found
    decided = replace(over, decision=InjuryDecision.DEVIATION, decided_at=at("2026-11-22"))
    assert next_clock(decided, TIMES) is None
    assert ClockKind.LEX_MARIA not in kinds(decided)
    reported = replace(decided, decision=InjuryDecision.LEX_MARIA)
    assert clock(reported, ClockKind.LEX_MARIA).met_at == at("2026-11-22")
    unhurt = replace(case, facts=replace(case.facts, injury=Injury.NO))
    assert kinds(unhurt) == {ClockKind.CONFIRM, ClockKind.ANSWER}


def test_whoever_has_the_answer_needs_no_acknowledgement() -> None:
    case = made(answered_at=at("2026-11-24"))
    assert {each.met_at for each in clocks(case, TIMES)} == {at("2026-11-24")}
    assert next_clock(case, TIMES) is None


def test_clocks_come_in_the_order_of_their_ends() -> None:
    case = made(event="2024-11-24", injury=Injury.SERIOUS)
    ends = [each.ends for each in clocks(case, TIMES)]
    assert ends == sorted(ends)
    assert len(ends) == 5


# -- how near ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-23", Heed.CALM),
        ("2026-12-11", Heed.CALM),
        ("2026-12-14", Heed.SOON),  # five vardagar before
        ("2026-12-20", Heed.SOON),
        ("2026-12-21 00:00", Heed.TODAY),
        ("2026-12-21 23:59", Heed.TODAY),
        ("2026-12-22 00:00", Heed.LATE),
    ],
)
def test_how_near_the_answer_is(now: str, expected: Heed) -> None:
    assert heed(clock(made(), ClockKind.ANSWER), TIMES, at(now)) is expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-23", Heed.CALM),
        ("2026-11-24", Heed.SOON),
        ("2026-11-25", Heed.TODAY),
        ("2026-11-26 00:00", Heed.LATE),
    ],
)
def test_how_near_the_acknowledgement_is(now: str, expected: Heed) -> None:
    assert heed(clock(made(), ClockKind.CONFIRM), TIMES, at(now)) is expected


@given(days, st.integers(0, 60 * 24 * 60), st.integers(0, 60 * 24 * 60))
def test_a_clock_only_comes_nearer(received: date, one: int, other: int) -> None:
    case = made(str(received), injury=Injury.SERIOUS)
    order = [Heed.CALM, Heed.SOON, Heed.TODAY, Heed.LATE]
    first, then = sorted((one, other))
    for each in clocks(case, TIMES):
        before = heed(each, TIMES, case.received_at + timedelta(minutes=first))
        after = heed(each, TIMES, case.received_at + timedelta(minutes=then))
        assert order.index(before) <= order.index(after)


@given(days)
def test_other_terms_give_other_days(received: date) -> None:
    times = CaseTimes(confirm_days=5, answer_weeks=1, lex_maria_months=1, advice_minutes=5)
    case = made(str(received), injury=Injury.SUSPECTED)
    for kind in (ClockKind.ANSWER, ClockKind.LEX_MARIA):
        assert clock(case, kind, times).ends < clock(case, kind).ends
    assert clock(case, ClockKind.CONFIRM, times).ends > clock(case, ClockKind.CONFIRM).ends


# -- partial dates -----------------------------------------------------------------------------


@given(days)
def test_a_partial_date_holds_its_days(day: date) -> None:
    for text in (f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}"):
        span = event_span(text)
        assert span is not None
        first, last = span
        assert first <= day <= last
        assert {f"{first}"[: len(text)], f"{last}"[: len(text)]} == {text}
        assert f"{last + timedelta(days=1)}"[: len(text)] != text
        assert f"{first - timedelta(days=1)}"[: len(text)] != text


@pytest.mark.parametrize(
    "text",
    [
        "0000",
        "26",
        "2026-13",
        "2026-00",
        "2026-02-29",
        "2026-W05-3",
        "2026-1",
        "2026-11-",
        "20261121",
        "٢٠٢٦",
        "2026-11-21 ",
        "i går",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(CaseInvalid) as refused:
        event_span(text)
    assert refused.value.facts == {"field": "event"}


def test_no_date_is_no_span() -> None:
    assert event_span("") is None


@given(days)
def test_two_years_after_is_the_same_day(day: date) -> None:
    found = two_years_after(day)
    assert found.year == day.year + 2
    assert (found.month, found.day) == (
        (2, 28) if (day.month, day.day) == (2, 29) else (day.month, day.day)
    )


def test_the_day_of_a_clock_is_swedish() -> None:
    found = clock(made(), ClockKind.CONFIRM)
    assert local(found.ends).date() - found.day == timedelta(days=1)
