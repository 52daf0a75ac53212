"""The words that raise a flag, those that take it back, and what it costs."""

from __future__ import annotations

import hashlib
import time
import unicodedata
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources.red_flags
from kundcenter.domain.red_flags import RedFlags, RedFlagsWrong, red_flags
from kundcenter.domain.text import NOTE_LIMIT
from kundcenter.domain.tripwire import Wires, raised, wires
from tests.domain.tripwire_phrases import PHRASES


def version(table: dict[str, Any]) -> str:
    return str(table["version"])


TABLE = max(resources.red_flags.tables(), key=version)
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


def test_a_no_takes_back_what_directly_follows_it_and_not_over_a_stop() -> None:
    assert codes("ingen andnöd") == frozenset()
    assert codes("ingen svår andnöd") == {"ANDNOD"}
    for stop in (".", ",", "\n", " - ", " – ", ":"):
        assert codes(f"ingen{stop}andnöd") == {"ANDNOD"}


def test_a_list_in_marks_and_hyphens_is_placed_as_it_is_written() -> None:
    text = "- hosta\n-andnöd (svår_) … “krampar”"
    found = [text[start:end] for each in raised(text, READY) for start, end in each.places]
    assert sorted(found) == ["andnöd", "krampar"]


def test_the_same_words_raise_the_same_flags_again() -> None:
    assert codes("feber och frossa") == codes("feber och frossa") == {"SEPSIS"}


_WORDS = ["feber", "frossa", "inte", "utan", "bröstet", "ont", "i", "andas", "ej", "å", "a\u0308"]
_SIGNS = [".", ",", "-", "--", "/", "_", "–", "\n", "İ", "ß", "👩\u200d⚕", "\ud800", "\0"]
_PIECES = st.sampled_from(_WORDS + _SIGNS)


@given(st.one_of(st.text(), st.lists(_PIECES).map(" ".join)))
def test_any_text_can_be_looked_at_and_the_places_lie_in_it(text: str) -> None:
    for found in raised(text, READY):
        assert found.places
        assert all(0 <= start < end <= len(text) for start, end in found.places)


def test_more_kinds_of_signs_than_anybody_types_change_nothing() -> None:
    signs = "".join(chr(sign) for sign in range(0x2190, 0x2290))
    text = f"{signs}ingen hosta{signs} andnöd"
    (found,) = raised(text, READY)
    assert [text[start:end] for start, end in found.places] == ["andnöd"]


CALM = "Patienten har ont i magen sedan i går men äter och dricker, temp 37,8 utan feber. "
FULL = "ingen feber och frossa eller ont i bröstet kan inte andas sned i ansiktet "
SIGNS = "".join(chr(sign) for sign in range(0x2190, 0x2190 + 5_000))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [(CALM, 0.004), (FULL, 0.007), (SIGNS, 0.030)],
    ids=["calm", "full", "signs"],
)
def test_a_long_note_is_looked_at_in_a_moment(text: str, seconds: float) -> None:
    """The limit leaves room for a machine that others use at the same time."""
    long = (text * NOTE_LIMIT)[:NOTE_LIMIT]
    spent = []
    for _ in range(20):
        began = time.process_time()
        raised(long, READY)
        spent.append(time.process_time() - began)
    assert min(spent) < seconds


def test_a_published_version_is_never_edited() -> None:
    published = (files(resources.red_flags) / "2026-1.toml").read_bytes()
    assert hashlib.sha256(published).hexdigest() == (
        "4781fd5e56f2d49f0afa8739f8ffccddd2bbaf5a2720525f39b51f950b516383"
    )


def test_a_new_version_keeps_every_flag_and_every_word_of_the_one_before() -> None:
    first, newest = sorted(resources.red_flags.tables(), key=version)[-2:]
    now = {flag["code"]: flag for flag in newest["flags"]}
    for flag in first["flags"]:
        for kind in ("words", "pairs"):
            kept = now[flag["code"]].get(kind, [])
            assert [words for words in flag.get(kind, []) if words not in kept] == []


def test_every_flag_can_be_raised_by_its_own_words() -> None:
    for flag in CONTENT.flags:
        for words in flag.words:
            assert flag.code in codes(said(words)), words
        for one, other in flag.pairs:
            assert flag.code in codes(said(f"{one} och {other}")), (one, other)


def said(words: str) -> str:
    return words.replace("*", "").replace("##", "30")


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
