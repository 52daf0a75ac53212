"""Slots that are really sealed and opened."""

from __future__ import annotations

import threading
import time
import traceback
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundcenter.adapters.argon2 import stretched
from kundcenter.adapters.slots import seal, unseal
from kundcenter.domain.passwords import PasswordUnusable, normalised
from kundcenter.domain.slots import FULL_COST, Argon2Cost, PasswordWrong, Slot

CHEAP = Argon2Cost(memory_kib=8, passes=1)
OPERATOR = UUID("01890000-0000-7000-8000-000000000001")
OTHER = UUID("01890000-0000-7000-8000-000000000002")
KEY = bytes(range(32))
PASSWORD = "tolv gröna krukor"

PASSWORDS = st.text(st.characters(exclude_categories=("Cc", "Cn", "Cs")), max_size=100)
KEYS = st.binary(min_size=32, max_size=32)

# Sealed by the first version of the program.  It must open for ever.
FIRST = Slot(
    OPERATOR,
    bytes.fromhex("34d6b6cbc347dd8a7f30437ed2ff0502"),
    8,
    1,
    1,
    bytes.fromhex(
        "97b9f99df422c8d17b99ab8348182c8398d9d91b6ed4c324090482d2ea699cd4c53adeaa4f2744a2"
    ),
)


def changed(slot: Slot, **parts: Any) -> Slot:
    return replace(slot, **parts)


def timed(cost: Argon2Cost) -> float:
    start = time.perf_counter()
    stretched(PASSWORD, bytes(16), cost)
    return time.perf_counter() - start


def sealed(password: str = PASSWORD, key: bytes = KEY) -> Slot:
    return seal(password, key, operator_id=OPERATOR, cost=CHEAP)


@given(PASSWORDS, KEYS)
def test_every_password_gives_back_what_was_sealed(password: str, key: bytes) -> None:
    assert unseal(sealed(password, key), password) == key


@given(PASSWORDS, PASSWORDS)
def test_no_other_password_opens_a_slot(right: str, wrong: str) -> None:
    if normalised(right) == normalised(wrong):
        wrong += "x"
    with pytest.raises(PasswordWrong) as refused:
        unseal(sealed(right), wrong)
    assert refused.value.facts == {"operator": OPERATOR}


@given(st.integers(0, 40 * 8 - 1), st.sampled_from(["salt", "wrapped"]))
@settings(max_examples=60)
def test_a_slot_with_one_changed_bit_does_not_open(bit: int, part: str) -> None:
    slot = sealed()
    content = bytearray(getattr(slot, part))
    content[bit // 8 % len(content)] ^= 1 << bit % 8
    with pytest.raises(PasswordWrong):
        unseal(changed(slot, **{part: bytes(content)}), PASSWORD)


@pytest.mark.parametrize("other", [{"memory_kib": 16}, {"passes": 2}, {"operator_id": OTHER}])
def test_a_slot_is_bound_to_its_cost_and_its_operator(other: dict[str, Any]) -> None:
    with pytest.raises(PasswordWrong):
        unseal(changed(sealed(), **other), PASSWORD)


def test_the_same_password_is_sealed_differently_each_time() -> None:
    first, second = sealed(), sealed()
    assert first.salt != second.salt
    assert first.wrapped != second.wrapped


def test_a_slot_of_the_first_version_still_opens() -> None:
    assert unseal(FIRST, PASSWORD) == KEY


def test_a_letter_of_one_or_two_code_points_is_the_same_letter() -> None:
    assert unseal(sealed("båtresa i måne"), "ba\u030atresa i ma\u030ane") == KEY


@pytest.mark.parametrize("text", ["\ud800", "tolv\0gröna", "\u0378"])
def test_a_text_that_is_no_password_is_not_sealed_and_opens_nothing(text: str) -> None:
    with pytest.raises(PasswordUnusable):
        sealed(text)
    with pytest.raises(PasswordWrong):
        unseal(sealed(), text)


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_only_a_whole_key_is_sealed(length: int) -> None:
    with pytest.raises(ValueError):
        sealed(key=bytes(length))


def test_neither_key_nor_password_is_in_what_a_wrong_password_leaves(
    caplog: pytest.LogCaptureFixture,
) -> None:
    slot = sealed("kanariefågel i bur")
    with pytest.raises(PasswordWrong) as refused:
        unseal(slot, "kanariefågel i skog")
    said = "".join(traceback.format_exception(refused.value)) + repr(slot) + caplog.text
    assert "kanarie" not in said.replace('unseal(slot, "kanariefågel i skog")', "")
    assert KEY.hex() not in said
    assert slot.wrapped.hex() not in said


def test_a_real_password_costs_its_memory_and_time_and_leaves_the_other_threads_alone() -> None:
    beats: list[float] = []
    done = threading.Event()

    def beat() -> None:
        while not done.wait(0.005):
            beats.append(time.perf_counter())

    heart = threading.Thread(target=beat)
    heart.start()
    full = timed(FULL_COST)
    done.set()
    heart.join()
    cheap = min(timed(CHEAP) for _ in range(5))
    assert full > 0.04, "no machine fills 64 MiB three times so fast"
    assert full > 20 * cheap
    assert len(beats) >= 3, "the interpreter was held while the password was stretched"
