"""From which state a call-back comes into which (DOMAIN §4), and what late news does to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain import callback_states as states
from kundcenter.domain.calendar import local
from kundcenter.domain.callbacks import (
    LEASE,
    OPEN,
    OVER,
    Callback,
    CallbackKind,
    CallbackNeedsOutcome,
    CallbackOfAnother,
    CallbackState,
    CallbackStateWrong,
    Promise,
    guaranteed_by,
    in_order,
)
from kundcenter.errors import Refused
from tests.ground import NUMBER

NOW = datetime(2026, 11, 21, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)
ME, BO = UUID(int=1), UUID(int=2)
S = CallbackState
QUEUED = Callback(
    UUID(int=3), CallbackKind.QUEUE, "SE1", NOW - HOUR, ME, NOW - HOUR, NOW, S.TIME_TOLD,
    NOW - HOUR, number=NUMBER, timeslot_id=UUID(int=4), seat=1,
)  # fmt: skip
WAITING = replace(QUEUED, kind=CallbackKind.OWN, state=S.WAITING, timeslot_id=None, seat=0)
RINGING = states.taken(QUEUED, ME, NOW - timedelta(minutes=1))


def tried(callback: Callback, by: UUID = ME, *, text: str = "", late: bool = False) -> Callback:
    return states.tried(callback, by, NOW, try_at=None, text=text, late=late)


IN_STATE = {
    S.WAITING: WAITING,
    S.TIME_TOLD: QUEUED,
    S.RINGING: RINGING,
    S.NO_ANSWER: tried(RINGING),
    S.DONE: states.done(RINGING, ME, NOW, text="Klart", late=False),
    S.CANCELLED: states.cancelled(QUEUED, ME, NOW, text="", late=False),
    S.EXPIRED: states.expired(QUEUED, NOW, late=False),
    S.NOT_REACHED: tried(tried(tried(RINGING))),
}
ACTS: dict[str, Callable[[Callback, UUID, bool], Callback]] = {
    "take": lambda each, by, _: states.taken(each, by, NOW),
    "release": lambda each, by, late: states.released(each, by, NOW, leads=False, late=late),
    "try": lambda each, by, late: tried(each, by, late=late),
    "do": lambda each, by, late: states.done(each, by, NOW, text="Klart", late=late),
    "cancel": lambda each, by, late: states.cancelled(each, by, NOW, text="Nej", late=late),
    "expire": lambda each, _, late: states.expired(each, NOW, late=late),
}
MAY_FOLLOW = {
    (S.WAITING, "take"): S.RINGING,
    (S.WAITING, "try"): S.NO_ANSWER,  # rung without a word of it
    (S.WAITING, "do"): S.DONE,
    (S.WAITING, "cancel"): S.CANCELLED,
    (S.TIME_TOLD, "take"): S.RINGING,
    (S.TIME_TOLD, "try"): S.NO_ANSWER,
    (S.TIME_TOLD, "do"): S.DONE,
    (S.TIME_TOLD, "cancel"): S.CANCELLED,
    (S.TIME_TOLD, "expire"): S.EXPIRED,
    (S.RINGING, "take"): S.RINGING,
    (S.RINGING, "release"): S.TIME_TOLD,
    (S.RINGING, "try"): S.NO_ANSWER,
    (S.RINGING, "do"): S.DONE,
    (S.NO_ANSWER, "take"): S.RINGING,
    (S.NO_ANSWER, "try"): S.NO_ANSWER,
    (S.NO_ANSWER, "do"): S.DONE,
    (S.NO_ANSWER, "cancel"): S.CANCELLED,  # they have rung themselves
    (S.EXPIRED, "take"): S.EXPIRED,  # a broken promise stays one until it is over
    (S.EXPIRED, "try"): S.EXPIRED,
    (S.EXPIRED, "do"): S.DONE,
    (S.EXPIRED, "cancel"): S.CANCELLED,
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("state", CallbackState)
def test_what_may_follow_what(state: CallbackState, act: str) -> None:
    assert IN_STATE[state].state is state
    wanted = MAY_FOLLOW.get((state, act))
    if wanted is None:
        with pytest.raises(CallbackStateWrong):
            ACTS[act](IN_STATE[state], ME, False)
    else:
        assert ACTS[act](IN_STATE[state], ME, False).state is wanted


@pytest.mark.parametrize("act", [act for act in ACTS if act != "take"])
@pytest.mark.parametrize("state", CallbackState)
@pytest.mark.parametrize("by", [ME, BO])
def test_late_news_is_never_refused_and_opens_nothing(
    state: CallbackState, act: str, by: UUID
) -> None:
    there = IN_STATE[state]
    found = ACTS[act](there, by, True)
    if there.over:
        assert found == there
    if found.state is S.RINGING:
        assert (found.leased_by, found.leased_until) == (there.leased_by, there.leased_until)
    assert not (there.state is S.EXPIRED and found.open)


def test_every_state_is_open_over_or_a_broken_promise() -> None:
    assert OPEN | OVER | {S.EXPIRED} == set(CallbackState)
    assert not OPEN & OVER


def test_while_one_rings_nobody_else_says_how_it_went() -> None:
    for act in ("take", "release", "try", "do", "cancel"):
        with pytest.raises(CallbackOfAnother) as refused:
            ACTS[act](RINGING, BO, False)
        assert refused.value.facts == {"id": RINGING.id, "until": RINGING.leased_until}
    freed = states.released(RINGING, BO, NOW, leads=True, late=False)
    assert (freed.state, freed.leased_by, freed.leased_until) == (S.TIME_TOLD, None, None)


def test_what_nobody_holds_any_more_waits_as_before() -> None:
    later = NOW + LEASE
    assert RINGING.stands(later) is S.TIME_TOLD
    again = states.taken(states.taken(IN_STATE[S.NO_ANSWER], ME, NOW), BO, later)
    assert (again.state, again.leased_by) == (S.RINGING, BO)
    assert again.stands(later + LEASE) is S.NO_ANSWER
    assert states.taken(WAITING, ME, NOW).stands(later) is S.WAITING


def test_a_lapsed_lease_lets_the_promise_break() -> None:
    lapsed = states.expired(RINGING, NOW + LEASE, late=False)
    assert (lapsed.state, lapsed.leased_by) == (S.EXPIRED, None)
    with pytest.raises(CallbackStateWrong):
        states.expired(RINGING, NOW, late=False)  # somebody rings just now


def test_what_one_took_upon_oneself_does_not_end_in_silence() -> None:
    for there in (WAITING, replace(WAITING, kind=CallbackKind.SAFETY), IN_STATE[S.EXPIRED]):
        for end in (states.done, states.cancelled):
            with pytest.raises(CallbackNeedsOutcome):
                end(there, ME, NOW, text="", late=False)
            assert end(there, ME, NOW, text="", late=True).over  # at a desk it was said
    assert states.done(QUEUED, ME, NOW, text="", late=False).over


def test_the_safety_clock_goes_on_until_something_else_was_done() -> None:
    there = replace(WAITING, kind=CallbackKind.SAFETY)
    for _ in range(9):
        there = tried(there)
    assert (there.state, there.attempts) == (S.NO_ANSWER, 9)
    assert tried(there, text="Anhörig är på väg").state is S.NOT_REACHED
    assert tried(tried(tried(WAITING))).state is S.NOT_REACHED


@given(st.integers(-5_000_000, 5_000_000).map(lambda n: NOW + timedelta(minutes=n)))
def test_the_guarantee_lasts_the_swedish_day(made_at: datetime) -> None:
    until = guaranteed_by(made_at)
    assert local(until).date() == local(made_at).date()
    assert f"{local(until):%H:%M:%S}" == "23:59:59"


def test_the_vector_of_the_guarantee() -> None:
    """DOMAIN §5: contact on Friday 2026-11-20 at 14:00."""
    until = guaranteed_by(datetime(2026, 11, 20, 13, tzinfo=UTC))
    assert f"{local(until):%Y-%m-%d %H:%M:%S}" == "2026-11-20 23:59:59"
    told = replace(QUEUED, guaranteed_by=until, promised_from=until)
    assert not told.breaks_same_day()
    assert replace(told, promised_from=until + timedelta(seconds=1)).breaks_same_day()
    assert not replace(told, guaranteed_by=None, promised_from=NOW + 99 * HOUR).breaks_same_day()


several = st.lists(
    st.builds(
        lambda n, kind, hours, urgency: replace(
            QUEUED, id=UUID(int=n), kind=kind, urgency=urgency,
            promised_from=NOW + hours * HOUR, promised_to=NOW + (hours + 1) * HOUR,
        ),
        st.integers(1, 999), st.sampled_from(CallbackKind), st.integers(-4, 4),
        st.sampled_from(("U1", "U2", "")),
    ),
    max_size=9,
    unique_by=lambda each: each.id,
)  # fmt: skip


@given(several, st.randoms(use_true_random=False))
def test_the_late_come_first_and_among_them_those_in_danger(
    some: list[Callback], random: object
) -> None:
    found = in_order(some, NOW, ("U1", "U2"))
    mixed = some[:]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert in_order(mixed, NOW, ("U1", "U2")) == found
    places = [list(Promise)[::-1].index(each.promise(NOW)) for each in found]
    assert places == sorted(places)
    for promise in (Promise.AFTER, Promise.NOW):
        there = [each for each in found if each.promise(NOW) is promise]
        ranks = [
            (each.kind is not CallbackKind.SAFETY, ("U1", "U2", "").index(each.urgency))
            for each in there
        ]
        assert ranks == sorted(ranks)
    coming = [each.promised_from for each in found if each.promise(NOW) is Promise.BEFORE]
    assert coming == sorted(coming)


def test_a_list_shows_no_word_of_anybody() -> None:
    whole = replace(QUEUED, reason="Feber", criteria="Om den stiger")
    bare = whole.wordless()
    assert (bare.number, bare.reason, bare.criteria) == ("", "", "")
    for secret in (NUMBER, "Feber", "stiger"):
        assert secret not in repr(whole)


def test_a_refusal_says_nothing_of_anybody() -> None:
    for state, there in IN_STATE.items():
        for act in ACTS.values():
            try:
                act(there, BO, False)
            except Refused as refused:
                assert set(refused.facts) <= {"id", "state", "until"}, state
