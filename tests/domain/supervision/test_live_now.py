"""How it stands now: what each number asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from kundcenter.domain.lines import QueueLoad
from kundcenter.domain.supervision.closures import Closure
from kundcenter.domain.supervision.counts import NO_CALLS, CallCounts, waits_of
from kundcenter.domain.supervision.limits import Limits
from kundcenter.domain.supervision.live_now import (
    Heed,
    LiveNow,
    QueueToday,
    count_heed,
    free_heed,
    target_heed,
    today,
    wait_heed,
)
from kundcenter.domain.supervision.target_defaults import DEFAULTS
from kundcenter.domain.supervision.targets import Aim, Verdict, target_of

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
LIMITS = Limits()


def load(waiting: int = 0, longest: float = 0, free: int = 1, members: int = 2) -> QueueLoad:
    return QueueLoad("1177", waiting, timedelta(seconds=longest), free, members)


def counts(answered: tuple[float, ...], abandoned: tuple[float, ...] = ()) -> CallCounts:
    """Waits in seconds."""
    ms = [[round(each * 1000) for each in waits] for waits in (answered, abandoned)]
    return CallCounts(waits_of(ms[0]), waits_of(ms[1]))


# DOMAIN §13.1, the worked vector: 4 answered, 2 abandoned of which one is short.
VECTOR = counts((15 - 0 - 3, 0 + 15, 370, 550), (130, 4))


def made(calls: CallCounts) -> QueueToday:
    return today("", calls, DEFAULTS.values(), LIMITS, start=MIDNIGHT, now=NOW)


def test_the_worked_vector_stands_against_the_regions_targets() -> None:
    whole = made(VECTOR)
    assert whole.share(5) == pytest.approx(80.0)
    assert whole.counts.answered.mean == pytest.approx(236.75)
    assert (whole.answered, whole.mean) == (Verdict.MISSED, Verdict.KEPT)


def test_without_short_calls_only_the_rest_is_the_base() -> None:
    assert QueueToday("", VECTOR).share(0) == pytest.approx(100 * 4 / 6)


def test_of_no_call_there_is_no_share_and_no_verdict() -> None:
    empty = made(NO_CALLS)
    assert empty.share(5) is None
    assert (empty.answered, empty.mean) == (Verdict.UNJUDGED, Verdict.UNJUDGED)
    assert QueueToday("", counts((), (1, 2))).share(5) is None  # short ones alone


def test_a_queue_of_its_own_goes_by_its_own_target() -> None:
    aim = Aim("ANSW", 75_000, queue="vaxel", valid_from=date(2026, 1, 1))
    own = target_of(UUID(int=7), aim, NOW, UUID(int=8))
    known = (*DEFAULTS.values(), own)
    here = today("vaxel", VECTOR, known, LIMITS, start=MIDNIGHT, now=NOW)
    assert here.answered is Verdict.KEPT


@pytest.mark.parametrize(
    ("told", "heed"),
    [
        (None, Heed.UNKNOWN),
        (load(), Heed.CALM),
        (load(waiting=0, longest=9999), Heed.CALM),  # an old wait of nobody
        (load(waiting=1, longest=179), Heed.CALM),
        (load(waiting=1, longest=180), Heed.NEAR),
        (load(waiting=1, longest=600), Heed.NEAR),
        (load(waiting=1, longest=601), Heed.OVER),
    ],
)
def test_what_a_wait_asks_for(told: QueueLoad | None, heed: Heed) -> None:
    assert wait_heed(told, LIMITS) is heed


@pytest.mark.parametrize(
    ("told", "heed"),
    [
        (None, Heed.UNKNOWN),
        (load(free=0), Heed.CALM),
        (load(waiting=1, free=1), Heed.CALM),
        (load(waiting=1, free=0), Heed.NEAR),
        (load(free=0, members=0), Heed.NEAR),
        (load(waiting=1, free=0, members=0), Heed.OVER),
    ],
)
def test_what_it_asks_for_that_nobody_is_free(told: QueueLoad | None, heed: Heed) -> None:
    assert free_heed(told) is heed


def test_what_a_target_and_a_count_ask_for() -> None:
    assert [target_heed(each) for each in Verdict] == [Heed.CALM, Heed.OVER, Heed.UNKNOWN]
    assert [count_heed(each) for each in (0, 1)] == [Heed.CALM, Heed.OVER]


def live(**told: object) -> LiveNow:
    return LiveNow(NOW, MIDNIGHT, (), made(NO_CALLS), LIMITS, **told)  # type: ignore[arg-type]


def test_one_nurse_is_alone_and_none_is_not() -> None:
    assert [live(nurses=each).alone for each in (None, 0, 1, 2)] == [False, False, True, False]


def test_what_is_long_is_the_queues_own_where_it_has_said_so() -> None:
    own = replace(LIMITS, wait_warn_seconds=10, wait_most_seconds=20)
    now = live(queue_limits={"vaxel": own})
    told = load(waiting=1, longest=30)
    assert wait_heed(told, now.limits_of("vaxel")) is Heed.OVER
    assert wait_heed(told, now.limits_of("1177")) is Heed.CALM


def test_only_what_holds_now_is_closed_and_what_nobody_knows_had_no_calls() -> None:
    by = UUID(int=3)
    before, after = NOW - timedelta(hours=1), NOW + timedelta(hours=1)
    holds = Closure(UUID(int=4), "1177", "Brand", before, None, by)
    later = Closure(UUID(int=5), "vaxel", "Möte", after, None, by)
    assert live(closures=(holds, later)).closed == {"1177": holds}
    assert live().queue("vaxel").counts.offered == 0
