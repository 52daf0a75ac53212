"""How near a clock's end is, in words and marks: by vardagar, by minutes, never by colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from kundcenter.domain.calendar import day_bounds, is_weekday
from kundcenter.domain.case_clocks import Clock, Heed
from kundcenter.domain.case_codes import (
    CaseChannel,
    CaseKind,
    ClockKind,
    Injury,
    Said,
    Service,
    Stage,
)
from kundcenter.domain.case_terms import TIMES
from kundcenter.domain.cases import Case, CaseFacts
from tests.ui.workstation.timed import swedish_days
from ui.case_words import (
    MOST_DAYS,
    clock_words,
    day_words,
    flag_icon,
    flag_words,
    heed_badge,
    heeded_badge,
    kind_badge,
    left_words,
    line_of,
    short_day,
    stage_badge,
    weekdays_between,
)

NOW = datetime(2026, 12, 23, 9, 0, tzinfo=UTC)  # the Wednesday before Christmas Eve
TODAY = date(2026, 12, 23)
CASE = Case(
    id=UUID(int=1),
    care_unit="SE0000000001-DEMO1",
    channel=CaseChannel.TELEPHONE,
    received_at=NOW,
    registered_at=NOW,
    registered_by=UUID(int=2),
    facts=CaseFacts(),
    stage=Stage.REGISTERED,
    stage_at=NOW,
)


@pytest.fixture(autouse=True)
def swedish(qtbot: QtBot) -> Iterator[None]:
    with swedish_days():
        yield


def ending(day: date, kind: ClockKind = ClockKind.ANSWER) -> Clock:
    return Clock(kind, day_bounds(day)[1])


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-12-23", "sista dagen i dag"),
        ("2026-12-28", "1 vardag kvar"),  # over Christmas: the eve and the holidays count for none
        ("2026-12-29", "2 vardagar kvar"),
        ("2026-12-30", "3 vardagar kvar"),
        ("2027-01-04", "4 vardagar kvar"),
        ("2026-12-22", "1 vardag sen"),
        ("2026-12-18", "3 vardagar sen"),
        ("2028-12-22", "mer än 90 vardagar"),
    ],
)
def test_what_remains_is_told_in_vardagar(day: str, words: str) -> None:
    assert left_words(ending(date.fromisoformat(day)), NOW) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (30 * 60, "30 min kvar"),
        (29 * 60 + 1, "30 min kvar"),
        (1, "1 min kvar"),
        (0, "0 min sen"),
        (-59, "0 min sen"),
        (-5 * 60, "5 min sen"),
        (-119 * 60, "119 min sen"),
        (-121 * 60, "2 tim sen"),
    ],
)
def test_what_remains_of_half_an_hour_is_told_in_minutes(seconds: int, words: str) -> None:
    told = Clock(ClockKind.ADVICE, NOW + timedelta(seconds=seconds))
    assert left_words(told, NOW) == words


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.integers(0, 400))
def test_vardagar_are_counted_as_a_calendar_does(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    every = sum(is_weekday(start + timedelta(days=at)) for at in range(1, days + 1))
    assert weekdays_between(start, end) == min(every, MOST_DAYS + 1)


def test_every_way_to_be_near_has_its_own_mark() -> None:
    badges = {how: heeded_badge(ending(TODAY), how, NOW) for how in Heed}
    for how, badge in badges.items():
        assert badge.icon, how
        assert badge.text[:1].isupper(), how
    running = [badges[how].icon for how in (Heed.LATE, Heed.TODAY, Heed.SOON, Heed.CALM)]
    assert len(set(running)) == len(running)


def test_every_stage_has_its_own_word_and_mark() -> None:
    badges = [stage_badge(each) for each in Stage]
    assert len({badge.text for badge in badges}) == len(badges)
    assert all(badge.icon for badge in badges)


@pytest.mark.parametrize("kind", CaseKind)
def test_every_kind_has_a_word_and_an_icon(kind: CaseKind) -> None:
    badge = kind_badge(replace(CASE, facts=CaseFacts(kind=kind)))
    assert badge.text
    assert badge.icon


def test_an_e_service_is_told_by_its_name() -> None:
    facts = CaseFacts(kind=CaseKind.E_SERVICE)
    told = {kind_badge(replace(CASE, facts=facts, service=each)).text for each in Service}
    assert len(told) == len(Service)


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        ("2026-12-23", "i dag", "i dag"),
        ("2026-12-24", "i morgon", "i morgon"),
        ("2026-12-28", "mån 28 december", "mån 28 dec"),
        ("2027-01-04", "mån 4 januari 2027", "mån 4 jan 2027"),
    ],
)
def test_a_day_is_told_as_one_says_it(day: str, long: str, short: str) -> None:
    told = date.fromisoformat(day)
    assert day_words(told, TODAY) == long
    assert short_day(told, TODAY) == short


def test_a_clock_is_told_in_one_line() -> None:
    answer = ending(date(2026, 12, 28))
    assert clock_words(answer, NOW) == "Svar senast mån 28 december, 1 vardag kvar"
    assert clock_words(replace(answer, waiting=True), NOW).endswith("står still")
    assert clock_words(replace(answer, met_at=NOW), NOW).endswith(": klart i tid")
    late = replace(answer, met_at=NOW + timedelta(days=9))
    assert clock_words(late, NOW).endswith(": klart för sent")
    ivo = clock_words(ending(date(2026, 12, 28), ClockKind.IVO), NOW)
    assert ivo == "IVO får avstå från att pröva det efter mån 28 december."


def test_a_badge_asks_the_clock_itself() -> None:
    assert heed_badge(ending(date(2026, 12, 22)), TIMES, NOW).text == "1 vardag sen"
    assert heed_badge(ending(TODAY), TIMES, NOW).text == "I dag"


def test_a_line_has_the_clock_that_runs_or_the_one_that_waits() -> None:
    running = line_of(CASE, TIMES, NOW)
    assert running.clock is not None
    assert running.clock.kind is ClockKind.CONFIRM
    waiting = replace(CASE, confirmed_at=NOW, paused_since=TODAY)
    told = line_of(waiting, TIMES, NOW)
    assert (told.clock and told.clock.kind, told.heed) == (ClockKind.ANSWER, Heed.WAITING)
    over = replace(waiting, stage=Stage.CLOSED, paused_since=None, over_at=NOW)
    assert line_of(over, TIMES, NOW).clock is None


def test_the_gravest_flag_gives_the_shape() -> None:
    facts = CaseFacts(child=Said.YES, protected=Said.YES, injury=Injury.SERIOUS)
    case = replace(CASE, facts=facts, conflicts=1, flagged=True)
    assert flag_words(case) == (
        "Skillnad att välja",
        "Vårdskada",
        "Skyddad",
        "Barn",
        "Nytt efter avslut",
    )
    icons = [
        flag_icon(each)
        for each in (
            case,
            replace(case, conflicts=0),
            replace(case, conflicts=0, facts=replace(facts, injury=Injury.NO)),
            replace(case, conflicts=0, facts=CaseFacts(child=Said.YES)),
            CASE,
        )
    ]
    assert icons == ["error", "warning", "shield", "info", None]
