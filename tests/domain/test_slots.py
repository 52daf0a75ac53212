"""Slots as values, and how long one waits after failures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.slots import (
    FULL_COST,
    LONGEST_DELAY,
    Argon2Cost,
    SignInAttempts,
    SignInTooSoon,
    Slot,
    SlotBroken,
    delay_after,
)

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
OPERATOR = UUID("01890000-0000-7000-8000-000000000001")


def failed(times: int) -> SignInAttempts:
    tried = SignInAttempts(OPERATOR)
    for _ in range(times):
        tried = tried.failed(NOON)
    return tried


def test_a_real_slot_costs_64_mib_three_passes_and_one_lane() -> None:
    assert (FULL_COST.memory_kib, FULL_COST.passes, FULL_COST.lanes) == (65536, 3, 1)


@pytest.mark.parametrize(
    "cost",
    [
        {"memory_kib": 2**32},
        {"memory_kib": 7},
        {"memory_kib": 31, "lanes": 4},
        {"passes": 0},
        {"passes": 10**6},
        {"lanes": 0},
        {"lanes": 17},
    ],
)
def test_a_cost_that_nobody_would_choose_is_not_tried(cost: dict[str, int]) -> None:
    with pytest.raises(ValueError):
        Argon2Cost(**cost)
    numbers = {"memory_kib": 65536, "passes": 3, "lanes": 1} | cost
    with pytest.raises(SlotBroken):
        Slot(OPERATOR, bytes(16), wrapped=bytes(40), **numbers)


@pytest.mark.parametrize(("salt", "wrapped"), [(15, 40), (16, 39), (16, 48), (0, 0)])
def test_a_slot_of_another_length_is_broken(salt: int, wrapped: int) -> None:
    with pytest.raises(SlotBroken):
        Slot(OPERATOR, bytes(salt), 65536, 3, 1, bytes(wrapped))


def test_a_slot_does_not_show_what_it_wraps() -> None:
    shown = repr(Slot(OPERATOR, b"s" * 16, 65536, 3, 1, b"w" * 40))
    assert "www" not in shown
    assert "sss" not in shown


def test_four_failures_cost_nothing_and_the_fifth_half_a_minute() -> None:
    assert [delay_after(failures).seconds for failures in (0, 1, 4, 5, 6, 7)] == [
        0, 0, 0, 30, 60, 120,
    ]  # fmt: skip


@given(st.integers(min_value=0, max_value=10**9))
def test_the_delay_grows_and_never_passes_a_quarter_of_an_hour(failures: int) -> None:
    assert delay_after(failures) <= delay_after(failures + 1) <= LONGEST_DELAY


def test_waiting_ends_when_the_delay_has_passed() -> None:
    tried = failed(5)
    with pytest.raises(SignInTooSoon) as refused:
        tried.check(NOON + timedelta(seconds=1))
    assert refused.value.facts == {"operator": OPERATOR, "seconds": 29}
    tried.check(NOON + timedelta(seconds=30))


def test_a_clock_set_back_makes_nobody_wait_longer() -> None:
    assert failed(5).wait(NOON - timedelta(days=400)) == timedelta(seconds=30)


def test_a_right_password_or_an_administrator_clears_the_failures() -> None:
    cleared = failed(9).cleared()
    assert cleared == SignInAttempts(OPERATOR)
    cleared.check(NOON)
    assert SignInAttempts(uuid4()).wait(NOON) == timedelta(0)
