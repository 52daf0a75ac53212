"""Free text inside one patient's record: every word, in any spelling, but not any word."""

from __future__ import annotations

import pytest

from kundcenter.domain.text import TextInvalid
from kundcenter.domain.word_search import (
    ForbiddenTerms,
    Matcher,
    SearchTermForbidden,
    WordsTooShort,
    folded,
    search_words,
)
from resources.search import forbidden_terms

LAW = ForbiddenTerms.of(forbidden_terms())


def finds(text: str, words: str) -> bool:
    return Matcher(search_words(words, LAW))(text)


def test_every_word_must_begin_a_word_of_the_text() -> None:
    text = "Feber sedan i går. Svårt att ANDAS, tar Alvedon-tabletter; é."
    for words in ("feber", "fEb alve", "går", "gar", "svart andas", "tabletter", "e feber"):
        assert finds(text, words), words
    for words in ("eber", "feber hosta", "gär", "lvedon"):
        assert not finds(text, words), words


def test_whoever_types_a_means_any_and_whoever_types_an_own_letter_means_it() -> None:
    assert finds("Kärnan", "karnan")
    assert not finds("Karnan", "kärnan")
    assert folded("ÅÄÖ ÉÜ ﬁ") == "åäö eu fi"


@pytest.mark.parametrize("words", ["", " ", "a", "a b ö", "..."])
def test_a_search_has_a_word_of_two_letters(words: str) -> None:
    with pytest.raises(WordsTooShort):
        search_words(words, LAW)


@pytest.mark.parametrize(
    "words",
    [
        "muslim", "Muslimsk", "feber homosexuell", "HOMOSEXUELLA", "kriminell", "dömd", "asyl",
        "asylsökande", "socialtjänsten", "LVU", "lvm", "facklig", "sverigedemokrat", "etnisk",
        "muslim\u0301",
    ],
)  # fmt: skip
def test_what_the_law_forbids_is_no_search_term(words: str) -> None:
    """Patientdatalagen 2 kap. 8 §."""
    with pytest.raises(SearchTermForbidden) as caught:
        search_words(words, LAW)
    assert words not in repr(caught.value)


@pytest.mark.parametrize(
    "words", ["feber", "lpt", "lrv", "hiv", "depression", "alkohol", "astma", "romantisk", "samma"]
)
def test_health_and_compulsory_care_are_search_terms(words: str) -> None:
    assert search_words(words, LAW)


def test_what_is_too_long_is_refused() -> None:
    with pytest.raises(TextInvalid):
        search_words("feber " * 100, LAW)
