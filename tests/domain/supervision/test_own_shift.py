"""One's own day: what is counted of it, and when a pause is called for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from kundcenter.domain.calls import Call, CallState, Channel
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.own_shift import (
    HEAVY_AFTER,
    LONG_WITHOUT,
    Advice,
    Heavy,
    OwnBreak,
    OwnCall,
    OwnShift,
    TeamShare,
    active_times,
    by_name,
    here_since,
    own_breaks,
    own_calls,
)
from kundcenter.domain.supervision.presences import SILENCE, Presence, PresenceKind
from kundcenter.domain.supervision.stays import Stretch
from kundcenter.domain.supervision.working_time import ActiveShare, Base

START = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
END = START + timedelta(hours=8)
ME, OTHER = UUID(int=1), UUID(int=2)
EMERGENCY = frozenset({"SOS112"})
NO = timedelta()


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def call(
    answered: float,
    ended: float | None = None,
    *,
    wrap: float = 0,
    held: float = 0,
    outcome: str | None = "EGENVARD",
    by: UUID = ME,
) -> Call:
    """Minutes after START; `ended` None still talks."""
    until = None if ended is None or not wrap else at(ended + wrap)
    return Call(
        UUID(int=1000 + round(answered * 10) + by.int),
        Channel.LINE,
        at(answered) - timedelta(seconds=20),
        at(answered) - timedelta(seconds=20),
        state=CallState.TALKING if ended is None else CallState.DONE,
        operator_id=by,
        answered_at=at(answered),
        ended_at=None if ended is None else at(ended),
        closed_at=None if ended is None else at(ended),
        outcome=outcome,
        wrap_up_until=until,
        held_ms=round(held * 60_000),
    )


def of(*calls: Call, until: float = 480) -> tuple[OwnCall, ...]:
    return own_calls(calls, START, at(until), EMERGENCY)


def shift(
    *calls: Call,
    breaks: tuple[OwnBreak, ...] = (),
    now: float = 60,
    share: ActiveShare = ActiveShare(NO, NO),
) -> OwnShift:
    return OwnShift(
        START, END, at(now), True, of(*calls, until=now), breaks, share, Base.ROSTER, share
    )


def pause(begins: float, ends: float | None) -> OwnBreak:
    id = UUID(int=50 + round(begins))
    return OwnBreak(id, BreakKind.PAUSE, at(begins), None if ends is None else at(ends))


def test_a_call_is_parted_into_talk_hold_and_wrap_up() -> None:
    (made,) = of(call(10, 20, wrap=3, held=2))
    assert (made.talk, made.hold, made.wrap) == (
        timedelta(minutes=10),
        timedelta(minutes=2),
        timedelta(minutes=3),
    )
    own = shift(call(10, 20, wrap=3, held=2))
    assert (own.talk, own.hold, own.wrap) == (
        timedelta(minutes=8),
        timedelta(minutes=2),
        timedelta(minutes=3),
    )


def test_the_wrap_up_ends_where_the_next_call_is_answered() -> None:
    first, second = of(call(10, 20, wrap=5), call(22, 30))
    assert first.wrap == timedelta(minutes=2)
    assert first.over_at == second.answered_at


def test_a_call_across_the_beginning_counts_for_what_lies_in_the_shift() -> None:
    (made,) = of(call(-6, 4, wrap=2))
    assert (made.talk, made.wrap) == (timedelta(minutes=4), timedelta(minutes=2))


def test_a_call_that_goes_on_counts_until_now() -> None:
    (made,) = of(call(10), until=17)
    assert (made.talk, made.wrap) == (timedelta(minutes=7), NO)


@pytest.mark.parametrize(
    ("outside", "made"),
    [(call(-30, -10, wrap=5), 0), (call(-30, -1, wrap=5), 1), (call(481, 490), 0)],
)
def test_what_lies_before_or_after_is_no_part_of_it(outside: Call, made: int) -> None:
    assert len(of(outside)) == made


@pytest.mark.parametrize(
    ("one", "heavy"),
    [
        (call(0, 14.9), None),
        (call(0, 15), Heavy.LONG),
        (call(0, 12, wrap=3), Heavy.LONG),
        (call(0, 4, outcome="SOS112"), Heavy.EMERGENCY),
    ],
)
def test_what_a_heavy_call_is(one: Call, heavy: Heavy | None) -> None:
    assert of(one)[0].heavy is heavy
    assert timedelta(minutes=15) == HEAVY_AFTER


def heavies(*begins: float) -> tuple[Call, ...]:
    return tuple(call(each, each + 16) for each in begins)


def test_heavy_calls_in_a_row_are_counted_from_the_last() -> None:
    assert shift(*heavies(0, 20), call(40, 45), *heavies(60), now=90).heavy_in_row == 1
    assert shift(*heavies(0, 20, 40), now=90).heavy_in_row == 3
    assert shift(*heavies(0, 20, 40), now=90).heavy == 3


def test_a_break_ends_the_row_and_after_three_one_is_advised() -> None:
    tired = shift(*heavies(0, 20, 40), now=60)
    assert tired.advice is Advice.HEAVY
    rested = replace(tired, breaks=(pause(57, 59),))
    assert (rested.heavy_in_row, rested.advice) == (0, None)
    resting = replace(tired, breaks=(pause(57, None),))
    assert (resting.heavy_in_row, resting.without_break, resting.advice) == (0, NO, None)


@pytest.mark.parametrize(
    ("there", "minutes", "advice"),
    [
        ((), 360, Advice.LONG),
        (((0, 360),), 360, Advice.LONG),
        (((0, 60), (355, 360)), 5, None),  # signed out for hours, and in again
        (((355, 360),), 5, None),  # came late
        (((0, 100), (104, 360)), 360, Advice.LONG),  # moved to another desk
        (((-60, 200), (300, 360)), 60, None),
    ],
    ids=["unknown", "all", "away", "late", "moved", "earlier"],
)
def test_signed_out_hours_are_no_work_without_a_break(
    there: tuple[tuple[int, int], ...], minutes: int, advice: Advice | None
) -> None:
    stretches = [Stretch(at(a), at(b), frozenset({ME})) for a, b in there]
    own = replace(shift(), now=at(360), back_at=here_since(stretches, START))
    assert (own.without_break, own.advice) == (timedelta(minutes=minutes), advice)


def test_long_without_a_break_one_is_advised() -> None:
    minutes = LONG_WITHOUT / timedelta(minutes=1)
    assert shift(now=minutes - 1).advice is None
    assert shift(now=minutes).advice is Advice.LONG
    assert shift(now=minutes + 30, breaks=(pause(40, 50),)).advice is None
    assert shift(now=minutes + 50, breaks=(pause(40, 50),)).advice is Advice.LONG


@pytest.mark.parametrize(
    ("active", "worked", "advice"),
    [(75, 100, None), (75.1, 100, Advice.SHARE), (50, 55, None)],  # less than an hour says little
)
def test_more_than_three_quarters_of_the_time_is_too_much(
    active: float, worked: float, advice: Advice | None
) -> None:
    share = ActiveShare(timedelta(minutes=active), timedelta(minutes=worked))
    assert shift(now=100, share=share).advice is advice


def test_after_the_shift_nothing_is_advised() -> None:
    assert shift(*heavies(0, 20, 40), now=481).advice is None


def presence(begins: float, ends: float | None, *, seen: float, why: BreakKind) -> Presence:
    return Presence(
        UUID(int=70 + round(begins)),
        ME,
        UUID(int=9),
        PresenceKind.PAUSE,
        why,
        at(begins),
        at(seen),
        None if ends is None else at(ends),
    )


def test_breaks_are_those_of_the_shift_and_one_that_goes_on_has_no_end() -> None:
    here = replace(presence(0, 60, seen=60, why=BreakKind.PAUSE), kind=PresenceKind.SIGNED_IN)
    found = own_breaks(
        (
            presence(200, None, seen=200, why=BreakKind.LUNCH),
            here,
            presence(30, 40, seen=40, why=BreakKind.PAUSE),
            presence(-20, -10, seen=-10, why=BreakKind.PAUSE),
        ),
        START,
        at(210),
        at(210),
    )
    assert [(each.why, each.ends_at) for each in found] == [
        (BreakKind.PAUSE, at(40)),
        (BreakKind.LUNCH, None),
    ]


def test_a_break_that_nobody_ended_is_over_since_the_last_sign() -> None:
    gone = presence(200, None, seen=205, why=BreakKind.PAUSE)
    later = at(206) + SILENCE
    (found,) = own_breaks((gone,), START, later, later)
    assert found.ends_at == at(205)


def test_active_time_counts_nothing_twice_and_each_for_whoever_had_the_call() -> None:
    calls = (
        call(0, 10, wrap=5),
        call(12, 20),
        call(5, 9, by=OTHER),
        call(100, None, by=OTHER),
        replace(call(300, 301), answered_at=None),
    )
    assert active_times(calls, START, END, at(110), {}) == {
        ME: timedelta(minutes=20),
        OTHER: timedelta(minutes=14),
    }


def test_a_team_stands_by_name_whatever_its_shares_are() -> None:
    def share(name: str, minutes: int, id: int) -> TeamShare:
        active = ActiveShare(timedelta(minutes=minutes), timedelta(minutes=100))
        return TeamShare(UUID(int=id), name, active, Base.ROSTER, active)

    given = (share("Östen", 1, 3), share("anna", 99, 2), share("Bo", 50, 1))
    assert [each.name for each in by_name(given)] == ["anna", "Bo", "Östen"]
