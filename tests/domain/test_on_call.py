"""Whom one rings: only who is on call at the time, in order, the deputies last."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.on_call import Duty, ranked
from tests.ground import MORNING, NUMBER

hours = st.integers(-3, 3).map(lambda n: MORNING + timedelta(hours=n))
duties = st.lists(
    st.builds(
        Duty,
        id=st.integers(0, 999).map(lambda n: UUID(int=n)),
        function=st.sampled_from(("Barnjour", "barnjour", "Psykiatrijour")),
        unit_id=st.none(),
        starts_at=hours,
        ends_at=hours,
        place=st.integers(1, 3),
        phone=st.just(NUMBER),
        deputy=st.booleans(),
        removed_at=st.none() | hours,
    ),
    max_size=9,
)


@given(duties, hours)
def test_everybody_who_is_on_call_is_rung_in_order(there: list[Duty], at: datetime) -> None:
    told = ranked(there, at)
    found = [duty for _, turns in told for duty in turns]
    assert sorted(map(id, found)) == sorted(
        id(duty) for duty in there if duty.covers(at)
    )  # each once, nobody else
    names = [function.casefold() for function, _ in told]
    assert names == sorted(set(names))
    for function, turns in told:
        assert {duty.function.casefold() for duty in turns} == {function.casefold()}
        order = [(duty.deputy, duty.place) for duty in turns]
        assert order == sorted(order)


@given(duties, st.randoms(use_true_random=False))
def test_the_order_in_which_they_came_does_not_matter(there: list[Duty], random: object) -> None:
    once = list({duty.id: duty for duty in there}.values())
    mixed = once[:]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert ranked(once, MORNING) == ranked(mixed, MORNING)
