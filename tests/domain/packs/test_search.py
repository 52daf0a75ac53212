"""A topic is found by how people say it: misspelt, inflected, without dots, half typed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.identity import Sex
from kundcenter.domain.packs.search import TopicIndex, one_slip
from kundcenter.domain.packs.stems import plain, stem, without_one
from tests.domain.packs.carried import DEMO, SHOWN, shown

INDEX = TopicIndex.of(SHOWN)
HERE = Path(__file__).parent
letters = st.text("abcdefåäö", min_size=1, max_size=8)


def phrases(name: str) -> list[tuple[str, str]]:
    """Each phrase with the contact reason it means."""
    table: Mapping[str, list[str]] = tomllib.loads((HERE / name).read_text(encoding="utf-8"))
    return [(phrase, reason) for reason, those in table.items() for phrase in those]


def first(text: str, age: int | None = None, sex: Sex | None = None) -> str:
    found = INDEX.find(text, age, sex)
    return found[0].topic.reason if found else ""


def missed(name: str) -> list[tuple[str, str, str]]:
    tried = [(phrase, reason, first(phrase)) for phrase, reason in phrases(name)]
    return [each for each in tried if each[1] != each[2]]


def test_of_a_hundred_lay_phrases_95_find_the_right_topic_first() -> None:
    found = phrases("lay_phrases.toml")
    assert len(found) == len({phrase for phrase, _ in found}) == 100
    assert {reason for _, reason in found} == {topic.reason for topic in DEMO.topics}
    assert len(missed("lay_phrases.toml")) <= 5, missed("lay_phrases.toml")


def test_of_phrases_written_when_all_was_done_nine_in_ten_do() -> None:
    assert len(missed("later_phrases.toml")) <= len(phrases("later_phrases.toml")) // 10


@pytest.mark.parametrize("topic", DEMO.topics, ids=lambda topic: topic.code)
def test_a_topic_is_found_by_its_title_its_words_and_their_beginnings(topic: object) -> None:
    found = next(each for each in SHOWN if each.topic == topic)
    assert INDEX.find(found.title)[0] == found
    for word in found.topic.words:
        assert found in INDEX.find(word, limit=5), word
    assert found in INDEX.find(found.title[:5], limit=32)


def test_what_is_typed_letter_by_letter_is_not_lost_on_the_way() -> None:
    for phrase, reason in (("halsfluss", "HALSONT"), ("fästing", "INSEKT_FASTING")):
        begun = [first(phrase[:length]) for length in range(5, len(phrase) + 1)]
        assert begun == [reason] * len(begun)


def test_letters_without_dots_and_one_slip_find_the_same() -> None:
    for right, *others in (
        ("öroninflammation", "oroninflammation", "öroninflamation", "öroninflammtion"),
        ("yrsel", "yrsle", "yrseel", "yresl"),
        ("migrän", "migran", "migän", "Migrän!"),
        ("självmordstankar", "sjalvmordstankar", "självmorstankar"),
    ):
        assert {first(other) for other in others} == {first(right)}, right


def test_what_nobody_suffers_from_is_not_found() -> None:
    assert INDEX.find("qwxz") == ()
    assert INDEX.find("!?") == INDEX.find("")
    assert [each.title for each in INDEX.find("", limit=2)] == ["Administrativ fråga", "Allergi"]


def test_age_and_sex_leave_out_what_is_not_for_them_unless_it_is_all_there_is() -> None:
    text = "ont i magen gravid"
    assert "GRAVIDITET" in [each.topic.reason for each in INDEX.find(text, 30, Sex.WOMAN)]
    for age, sex in ((30, Sex.MAN), (80, Sex.WOMAN), (4, None)):
        assert "GRAVIDITET" not in [each.topic.reason for each in INDEX.find(text, age, sex)]
    assert first("graviditetsvecka", 30, Sex.MAN) == "GRAVIDITET"
    assert "SPADBARN" not in [each.topic.reason for each in INDEX.find("skriker av magont", 40)]
    assert first("bebisen skriker", 0) == "SPADBARN"


def test_a_local_word_is_found_and_the_packs_own_no_more() -> None:
    topic = next(topic for topic in DEMO.topics if topic.code == "RYGG")
    local = replace(topic, words=("knäckebröd",))
    index = TopicIndex.of([shown(local), *(each for each in SHOWN if each.topic != topic)])
    assert index.find("knäckebröd")[0].topic == local
    assert local not in [each.topic for each in index.find("ischias")]


@given(st.text(max_size=300), st.none() | st.integers(0, 120), st.none() | st.sampled_from(Sex))
def test_whatever_is_typed_finds_each_topic_at_most_once(
    text: str, age: int | None, sex: Sex | None
) -> None:
    found = INDEX.find(text, age, sex, limit=7)
    assert len(found) == len({each.topic.code for each in found}) <= 7


def test_no_topics_find_nothing() -> None:
    assert TopicIndex.of(()).find("feber") == ()


@given(letters, letters)
def test_words_are_one_slip_apart_either_way_and_then_share_a_part(one: str, other: str) -> None:
    assert one_slip(one, other) == one_slip(other, one)
    if one_slip(one, other):
        assert {one, *without_one(one)} & {other, *without_one(other)}


@given(letters, st.data())
def test_every_kind_of_one_slip_is_one(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcö"))
    for slip in (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    ):
        assert one_slip(word, slip)


def test_two_slips_are_no_slip() -> None:
    for one, other in (("yrsel", "yxsxl"), ("feber", "fbr"), ("hals", "halsen"), ("ab", "cd")):
        assert not one_slip(one, other)


@pytest.mark.parametrize(
    "forms",
    [
        "mage magen magar magarna", "ramla ramlar ramlade ramlat", "yrsel yrseln",
        "fästing fästingar fästingarna", "spruta sprutan sprutor sprutorna", "hals halsen",
    ],
)  # fmt: skip
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@given(letters)
def test_a_stem_begins_its_word_and_keeps_three_letters(word: str) -> None:
    assert plain(word).startswith(stem(word))
    assert len(stem(word)) >= min(3, len(word))
