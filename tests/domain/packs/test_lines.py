"""A topic's questions as lines that somebody edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.identity import Sex
from kundcenter.domain.packs import Ask
from kundcenter.domain.packs.lines import lines_of, read_asks

WORDS = st.text(alphabet="abcåäö 39?", min_size=1).map(str.strip).filter(bool)
AGES = st.none() | st.integers(0, 130)


@given(st.lists(st.builds(Ask, WORDS, AGES, AGES, st.none() | st.sampled_from(Sex)), max_size=5))
def test_what_is_shown_is_read_as_it_was(asks: list[Ask]) -> None:
    assert read_asks(lines_of(tuple(asks))) == tuple(asks)


@pytest.mark.parametrize("line", ["Feber (över 39)?", "Feber (över 39)", "Ont (i magen, man)"])
def test_a_bracket_that_is_for_nobody_belongs_to_the_text(line: str) -> None:
    assert read_asks(line) == (Ask(line),)


def test_a_hyphen_is_as_good_as_a_dash_and_empty_lines_are_nothing() -> None:
    assert read_asks("\nGravid? (12-52 år, kvinna)\n\n") == (Ask("Gravid?", 12, 52, Sex.WOMAN),)
