"""Slips of the fingers: a word is mistyped, a number never."""

from __future__ import annotations

import re
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kundcenter.demo.texts import mistyped

WORDS = st.text("abcdeåäö ABÖ.,0123456789", max_size=60)


@given(st.integers(), WORDS)
def test_a_slip_leaves_every_digit_and_every_space(seed: int, text: str) -> None:
    slipped = mistyped(Random(seed), text)
    assert re.sub("[^0-9 .,]", "", slipped) == re.sub("[^0-9 .,]", "", text)
    assert abs(len(slipped) - len(text)) <= 1


def test_slips_make_words_that_are_in_no_dictionary() -> None:
    text = "Bedömd som opåverkad, återkom vid försämring"
    assert len({mistyped(Random(seed), text) for seed in range(200)}) > 20
