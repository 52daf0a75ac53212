"""A call lasts no longer than its operator was there: what a power cut leaves open is no work."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from kundcenter.domain.calls import Call
from kundcenter.domain.supervision.own_shift import active_times
from kundcenter.domain.supervision.presences import SILENCE, Presence, PresenceKind
from kundcenter.domain.supervision.there import while_there
from tests.domain.supervision.test_own_shift import END, ME, OTHER, START, at, call

LIMIT = SILENCE.total_seconds() / 60


def here(start: float, seen: float, end: float | None = None, by: UUID = ME) -> Presence:
    """Minutes after START; `end` None has been ended by nobody."""
    ends = None if end is None else at(end)
    kind = PresenceKind.SIGNED_IN
    return Presence(
        UUID(int=round(start * 7) + by.int), by, UUID(int=9), kind, None, at(start), at(seen), ends
    )


def minutes(made: Call, *presences: Presence, now: float) -> float:
    """How long the operator was active with the call, over two days."""
    cut = while_there((made,), presences, at(now))
    found = active_times(cut, START, END + timedelta(days=2), at(now), {})
    return found.get(ME, timedelta()) / timedelta(minutes=1)


@pytest.mark.parametrize(
    ("made", "presences", "now", "lasts"),
    [
        (call(10), [here(0, 20)], 20 + LIMIT, 10 + LIMIT),  # not silent for long enough yet
        (call(10), [here(0, 20)], 20 + LIMIT + 0.1, 10),
        (call(10), [here(0, 20)], 900, 10),
        (call(10, 900), [here(0, 20, 20), here(890, 900)], 910, 10),  # ended the next morning
        (call(10, 12, wrap=60), [here(0, 20, 20)], 900, 10),  # signed out in the wrap-up
        (call(10, 12, wrap=5), [here(0, 20, 20)], 900, 7),
        (call(22), [here(0, 20)], 900, 0),  # the answer was the last that was heard of them
        (call(10, 40), [here(0, 20, 20), here(22, 60)], 60, 30),  # started again in the talk
        (call(10, 400), [here(0, 20, 20), here(20 + LIMIT + 1, 400)], 400, 10),
        (call(10, 40), [here(15, 20, 20)], 60, 30),  # nobody knows whether they were there
        (call(200, 900), [here(0, 20, 20)], 900, 700),
        (call(10, 40), [here(0, 20, 20, OTHER)], 60, 30),
        (call(10, 40), [], 60, 30),
    ],
)
def test_it_ends_where_the_operator_was_gone(
    made: Call, presences: list[Presence], now: float, lasts: float
) -> None:
    assert minutes(made, *presences, now=now) == pytest.approx(lasts)
    assert minutes(made, *reversed(presences), now=now) == pytest.approx(lasts)


def test_a_break_is_no_absence_and_a_call_that_nobody_answered_stays() -> None:
    pause = Presence(UUID(int=3), ME, UUID(int=9), PresenceKind.PAUSE, None, at(0), at(5), at(5))
    assert minutes(call(2, 30), here(0, 60), pause, now=61) == 28
    missed = Call(UUID(int=4), call(1).channel, at(1), at(1))
    assert while_there((missed,), [here(0, 20)], at(900)) == (missed,)
