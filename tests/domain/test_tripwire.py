"""The words that raise a flag, those that take it back, and what it costs."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources.red_flags
from kundcenter.domain.red_flags import RedFlags, RedFlagsWrong, red_flags
from kundcenter.domain.text import NOTE_LIMIT
from kundcenter.domain.tripwire import Wires, raised, wires
from tests.domain.tripwire_phrases import PHRASES

(TABLE,) = resources.red_flags.tables()
CONTENT: RedFlags = red_flags(TABLE)
READY: Wires = wires(CONTENT)


def codes(text: str) -> frozenset[str]:
    return frozenset(found.rule.code for found in raised(text, READY))


def test_there_are_enough_phrases_and_some_of_each_flag_that_matters_most() -> None:
    assert len(PHRASES) >= 60
    expected = frozenset[str]().union(*(flags for _, flags in PHRASES))
    assert {"BROSTSMARTA", "STROKE", "SEPSIS", "SPADBARN_SLO", "SJALVMORD"} <= expected


@pytest.mark.parametrize(("phrase", "flags"), PHRASES, ids=[phrase for phrase, _ in PHRASES])
def test_a_phrase_raises_what_it_should(phrase: str, flags: frozenset[str]) -> None:
    assert codes(phrase) == flags


def test_the_places_are_those_of_the_words() -> None:
    text = "Hosta. Hög feber sedan i går; i natt frossa."
    (found,) = raised(text, READY)
    assert [text[start:end] for start, end in found.places] == ["feber", "frossa"]


def test_dots_that_were_typed_apart_are_found_and_placed() -> None:
    text = unicodedata.normalize("NFD", "åäö! Svår andnöd nu")
    (found,) = raised(text, READY)
    (place,) = found.places
    assert unicodedata.normalize("NFC", text[slice(*place)]) == "andnöd"


def test_words_far_apart_are_no_pair() -> None:
    assert codes("feber " + "ord " * 20 + "frossa") == frozenset()
    assert codes("feber " + "ord " * 5 + "frossa") == {"SEPSIS"}


def test_a_no_reaches_three_words_and_not_over_a_stop() -> None:
    assert codes("ingen ny svår andnöd") == frozenset()
    assert codes("ingen ny och svår plötslig andnöd") == {"ANDNOD"}
    assert codes("ingen. andnöd") == {"ANDNOD"}


def test_the_same_words_raise_the_same_flags_again() -> None:
    assert codes("feber och frossa") == codes("feber och frossa") == {"SEPSIS"}


_WORDS = ["feber", "frossa", "inte", "utan", "bröstet", "ont", "i", "andas", "ej", "å", "a\u0308"]
_SIGNS = [".", ",", "-", "\n", "İ", "ß", "👩\u200d⚕", "\ud800", "\0"]
_PIECES = st.sampled_from(_WORDS + _SIGNS)


@given(st.one_of(st.text(), st.lists(_PIECES).map(" ".join)))
def test_any_text_can_be_looked_at_and_the_places_lie_in_it(text: str) -> None:
    for found in raised(text, READY):
        assert found.places
        assert all(0 <= start < end <= len(text) for start, end in found.places)


def test_a_long_note_is_looked_at_in_a_moment() -> None:
    """Milliseconds; the limit leaves room for a machine that others use at the same time."""
    calm = "Patienten har ont i magen sedan i går men äter och dricker, temp 37,8 utan feber. "
    text = (calm * NOTE_LIMIT)[:NOTE_LIMIT]
    spent = []
    for _ in range(10):
        began = time.process_time()
        raised(text, READY)
        spent.append(time.process_time() - began)
    assert min(spent) < 0.010


def test_every_flag_can_be_raised_by_its_own_words() -> None:
    for flag in CONTENT.flags:
        for words in flag.words:
            assert flag.code in codes(words.replace("*", "")), words
        for one, other in flag.pairs:
            assert flag.code in codes(f"{one} och {other}".replace("*", "")), (one, other)


def test_the_content_says_that_it_is_invented() -> None:
    assert CONTENT.demonstration
    assert CONTENT.reviewed == ""


def test_a_card_is_found_by_what_stands_on_it() -> None:
    assert [flag.code for flag in CONTENT.found("arm käke")] == ["BROSTSMARTA"]
    assert {flag.group for flag in CONTENT.found("små barn")} >= {"SPADBARN"}
    assert CONTENT.found("") == CONTENT.flags
    assert CONTENT.found("zzz") == ()


def test_every_group_has_a_flag_and_every_question_ends_as_one_speaks() -> None:
    assert all(CONTENT.of(group) for group in CONTENT.groups)
    assert [flag.code for flag in CONTENT.flags if flag.ask[-1] not in "?."] == []


@pytest.mark.parametrize(
    "change",
    [{"group": "OKAND"}, {"ask": ""}, {"sign": ""}, {"words": []}],
)
def test_content_that_cannot_be_used_names_the_flag(change: dict[str, object]) -> None:
    flag = {"code": "X", "group": "BUK", "sign": "s", "ask": "a?", "words": ["x"], **change}
    with pytest.raises(RedFlagsWrong) as caught:
        red_flags({**TABLE, "flags": [flag]})
    assert caught.value.facts == {"why": "X"}
