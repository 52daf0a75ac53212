"""When a desk asks again: with chance and time in the test's hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from kundcenter.domain.feed import Waiting
from kundcenter.domain.link import Burden, LinkState
from kundcenter.sync.pace import LONGEST, LONGEST_AWAY, PATIENCE, POLL, SPREAD, Pace, Watchdog

NOW = datetime(2026, 11, 21, 9, 42, tzinfo=UTC)


def longest(_: float, high: float) -> float:
    """Chance at its worst."""
    return high


def test_each_failure_doubles_the_longest_wait_up_to_a_minute() -> None:
    pace = Pace(longest)
    assert [pace.failed().seconds for _ in range(9)] == [0.5, 1, 2, 4, 8, 16, 32, 60, 60]


def test_who_is_not_answered_at_all_waits_no_longer_than_seconds() -> None:
    """G6: of those who rest when the line heals, at most one in twenty rests ten seconds more."""
    pace = Pace(longest)
    assert [pace.failed(away=True).seconds for _ in range(7)] == [0.5, 1, 2, 4, 8, 12, 12]
    assert {pace.failed(away=True).seconds for _ in range(100)} == {LONGEST_AWAY}
    # What is left of a rest between nothing and the longest, at a moment in the middle of it.
    assert (1 - 10 / LONGEST_AWAY) ** 2 <= 0.05


def test_one_answer_and_the_wait_is_short_again() -> None:
    pace = Pace(longest)
    for _ in range(5):
        pace.failed()
    pace.succeeded()
    assert pace.failures == 0
    assert pace.failed().seconds == 0.5


def test_no_number_of_failures_is_too_large_to_count_with() -> None:
    pace = Pace(longest)
    assert {pace.failed().seconds for _ in range(5_000)} <= {0.5 * 2**k for k in range(7)} | {60}


def test_desks_do_not_come_back_together() -> None:
    """Full jitter: the waits of a thousand desks lie evenly between nothing and the longest."""
    chance = Random(7)
    waits = []
    for _ in range(1_000):
        pace = Pace(chance.uniform)
        waits.append([pace.failed().seconds for _ in range(8)][-1])
    assert min(waits) < 0.02 * LONGEST
    assert max(waits) > 0.98 * LONGEST
    assert 0.45 * LONGEST < sum(waits) / len(waits) < 0.55 * LONGEST


def test_the_first_time_after_contact_was_lost_is_spread_over_half_a_minute() -> None:
    rest = Pace(longest).failed(after_contact=True)
    assert (rest.seconds, rest.breakable) == (SPREAD, True)


def test_nobody_is_kept_waiting_for_the_spread() -> None:
    rest = Pace(longest).failed(after_contact=True, user_waits=True)
    assert (rest.seconds, rest.breakable) == (0.5, False)


def test_what_the_centre_asks_for_is_obeyed_to_the_second_or_more() -> None:
    for user_waits in (True, False):
        rest = Pace(lambda low, _: low).failed(
            after_contact=True, user_waits=user_waits, least=17.0
        )
        assert (rest.seconds, rest.breakable) == (17.0, False)
    assert Pace(longest).failed(least=17.0).seconds == 17.5


def test_the_centre_is_asked_every_half_minute_though_nothing_happens() -> None:
    assert Pace(lambda low, _: low).poll() == POLL * 0.75
    assert Pace(longest).poll() == POLL * 1.25


def test_the_watchdog_barks_when_work_waits_and_nothing_gets_through() -> None:
    dog = Watchdog()
    assert not dog.barks(0.0, waiting=True, reachable=True)
    assert not dog.barks(PATIENCE - 1, waiting=True, reachable=True)
    assert dog.barks(PATIENCE, waiting=True, reachable=True)
    assert not dog.barks(PATIENCE + 1, waiting=True, reachable=True)  # it has begun anew
    assert not dog.stuck


def test_after_three_barks_a_person_has_to_know_until_something_gets_through() -> None:
    dog = Watchdog()
    barks = [dog.barks(now, waiting=True, reachable=True) for now in range(0, 271, 30)]
    assert barks.count(True) == 3
    assert dog.stuck
    dog.settled()
    assert not dog.stuck


@pytest.mark.parametrize(("waiting", "reachable"), [(False, True), (True, False)])
def test_the_watchdog_is_quiet_when_nothing_waits_or_nobody_can_be_reached(
    waiting: bool, reachable: bool
) -> None:
    dog = Watchdog()
    assert not dog.barks(0.0, waiting=True, reachable=True)
    assert not dog.barks(PATIENCE + 1, waiting=waiting, reachable=reachable)
    assert not dog.barks(PATIENCE + 2, waiting=True, reachable=True)  # it counts from here


@pytest.mark.parametrize(
    ("count", "hours", "burden"),
    [
        (0, None, Burden.LIGHT),
        (500, 1.0, Burden.LIGHT),
        (501, 0.1, Burden.HEAVY),
        (1, 1.01, Burden.HEAVY),
        (1, 24.0, Burden.HEAVY),
        (1, 24.01, Burden.GRAVE),
    ],
)
def test_how_much_hangs_on_a_desk_is_told_by_count_and_age(
    count: int, hours: float | None, burden: Burden
) -> None:
    since = None if hours is None else NOW - timedelta(hours=hours)
    assert LinkState(waiting=Waiting(count, since)).burden(NOW) is burden


@pytest.mark.parametrize(("seconds", "suspect"), [(120, False), (121, True), (-121, True)])
def test_a_clock_is_suspect_beyond_two_minutes(seconds: int, suspect: bool) -> None:
    assert LinkState(skew=timedelta(seconds=seconds)).clock_suspect is suspect
