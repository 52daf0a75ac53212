"""Names are folded so that a tired hand finds them, and a ring still means a ring."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.names import (
    MOST_WORDS,
    SearchTooShort,
    folded,
    index_words,
    name_query,
    tolerant,
    words,
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Åsa", ("åsa", "asa")),
        ("Öberg-Lind", ("öberg", "lind", "oberg")),
        ("O'Brien", ("obrien",)),
        ("Søren Łukasz", ("sören", "lukasz", "soren")),
        ("André  MÜLLER", ("andre", "muller")),
        ("A\u030asa", ("åsa", "asa")),
        ("Strauß", ("strauss",)),
    ],
)
def test_a_name_is_found_under_its_forms(name: str, found: tuple[str, ...]) -> None:
    assert index_words(name) == found


@given(st.text(max_size=40))
def test_every_word_that_is_searched_for_is_one_that_is_indexed(name: str) -> None:
    assert set(words(name)) <= set(index_words(name))
    for word in words(name):
        assert folded(word) == word
        assert tolerant(tolerant(word)) == tolerant(word)
        assert word.encode() + b"\xff" > word.encode()


@pytest.mark.parametrize(
    ("text", "sought", "born"),
    [
        ("Öberg åsa", ("öberg", "åsa"), ""),
        ("öberg, 1988", ("öberg",), "1988"),
        ("19880702 öberg", ("öberg",), "1988-07-02"),
        ("öberg 1988-07", ("öberg",), "1988-07"),
        ("öberg 88", ("öberg",), "-"),
    ],
)
def test_words_and_a_date_are_told_apart(text: str, sought: tuple[str, ...], born: str) -> None:
    query = name_query(text)
    assert (query.words, query.born) == (sought, born)


def test_too_little_is_refused_and_too_much_is_cut() -> None:
    for text in ("", "a", "1988", "a b 1988", "- ."):
        with pytest.raises(SearchTooShort):
            name_query(text)
    assert len(name_query(" ".join(["ab" + chr(97 + n) for n in range(20)])).words) == MOST_WORDS
