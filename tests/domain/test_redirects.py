"""Orders one after another: where they lead, and that they never lead in a ring for ever."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.redirects import (
    Redirect,
    RedirectToItself,
    must_lead_elsewhere,
    redirect_chain,
    redirected,
)
from tests.ground import MORNING

A, B, C, D = (UUID(int=n) for n in range(1, 5))
ids = st.sampled_from((A, B, C, D))
hours = st.integers(-3, 3).map(lambda n: MORNING + timedelta(hours=n))


def order(unit: UUID, to: UUID | None, id: int = 0, **facts: object) -> Redirect:
    plain = {"starts_at": MORNING, "ends_at": None, "set_by": A, **facts}
    return Redirect(UUID(int=id), unit, to, "Fullt", **plain)  # type: ignore[arg-type]


orders = st.lists(
    st.builds(
        lambda unit, to, id, starts, ends, lifted: order(
            unit, to, id, starts_at=starts, ends_at=ends, lifted_at=lifted
        ),
        ids,
        st.none() | ids,
        st.integers(0, 99),
        hours,
        st.none() | hours,
        st.none() | hours,
    ),
    max_size=8,
)


@given(orders, ids, hours)
def test_a_chain_ends_and_meets_no_unit_twice(
    there: list[Redirect], unit: UUID, at: object
) -> None:
    chain = redirect_chain(unit, there, at)  # type: ignore[arg-type]
    met = [unit, *(each.to_id for each in chain)]
    assert len(set(met)) == len(met)
    assert all(each.holds(at) for each in chain)  # type: ignore[arg-type]
    assert all(each.unit_id == before for each, before in zip(chain, met, strict=False))
    assert None not in met[:-1]


@given(orders, ids, ids | st.none())
def test_an_order_that_is_let_through_leads_elsewhere(
    there: list[Redirect], unit: UUID, to: UUID | None
) -> None:
    others = [each for each in there if each.unit_id != unit and each.starts_at <= MORNING]
    leads_back = to is not None and unit in (
        to, *(each.to_id for each in redirect_chain(to, others, MORNING))
    )  # fmt: skip
    if leads_back:
        with pytest.raises(RedirectToItself):
            must_lead_elsewhere(unit, to, others, MORNING)
        return
    must_lead_elsewhere(unit, to, others, MORNING)
    chain = redirect_chain(unit, [*others, order(unit, to)], MORNING)
    assert chain[0].to_id == to
    if to is not None:
        assert [each.to_id for each in chain[1:]] == [
            each.to_id for each in redirect_chain(to, others, MORNING)
        ]


def test_of_several_orders_the_latest_holds() -> None:
    older = order(A, B, 1, starts_at=MORNING - timedelta(hours=2))
    newer = order(A, C, 2, starts_at=MORNING - timedelta(hours=1))
    to_come = order(A, D, 3, starts_at=MORNING + timedelta(hours=1))
    assert redirected(A, (newer, older, to_come), MORNING) == newer
    lifted = newer.lifted(MORNING, B)
    assert redirected(A, (lifted, older), MORNING) == older
    assert redirected(B, (older, newer), MORNING) is None


def test_orders_are_followed_one_after_another() -> None:
    there = (order(A, B, 1), order(B, C, 2), order(D, A, 3))
    assert [each.to_id for each in redirect_chain(A, there, MORNING)] == [B, C]
    assert [each.to_id for each in redirect_chain(D, there, MORNING)] == [A, B, C]
    assert redirect_chain(C, there, MORNING) == ()
    nowhere = (order(A, B, 1), order(B, None, 2))
    assert [each.to_id for each in redirect_chain(A, nowhere, MORNING)] == [B, None]


def test_an_order_of_another_desk_that_began_later_is_met_too() -> None:
    later = order(B, A, 1, starts_at=MORNING + timedelta(hours=1))
    with pytest.raises(RedirectToItself):
        must_lead_elsewhere(A, B, (later,), MORNING)
