"""Free text: exactly as typed, or refused with a reason that does not repeat it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.text import LINE_LIMIT, NOTE_LIMIT, TextFault, TextInvalid, checked, line

anything = st.text(st.characters(), max_size=40)  # NUL and lone surrogates too


@given(anything, st.integers(0, 40))
def test_text_is_kept_as_it_is_or_refused(text: str, limit: int) -> None:
    keepable = "\0" not in text
    try:
        text.encode()
    except UnicodeEncodeError:
        keepable = False
    if len(text) <= limit and keepable:
        assert checked(text, "history", limit=limit) is text
    else:
        with pytest.raises(TextInvalid) as caught:
            checked(text, "history", limit=limit)
        fault = TextFault.TOO_LONG if len(text) > limit else TextFault.NOT_TEXT
        assert caught.value.facts == {"field": "history", "fault": fault, "limit": limit}


@pytest.mark.parametrize("limit", [LINE_LIMIT, NOTE_LIMIT])
@pytest.mark.parametrize("character", ["x", "å", "😀", "\u0301", "\u202e", "\n", " "])
def test_the_limit_counts_characters_whatever_room_they_take(character: str, limit: int) -> None:
    assert checked(character * limit, "history", limit=limit) == character * limit
    with pytest.raises(TextInvalid):
        checked(character * (limit + 1), "history", limit=limit)


@pytest.mark.parametrize("text", ["\0", "a\0b", "\ud800", "\udfff", "\ud83d", "\udc00\ud800"])
def test_no_database_keeps_nul_or_half_a_character(text: str) -> None:
    with pytest.raises(TextInvalid) as caught:
        checked(text, "advice")
    assert caught.value.facts["fault"] is TextFault.NOT_TEXT
    assert text not in repr(caught.value)


@given(anything)
def test_a_line_is_one_line_or_refused(text: str) -> None:
    try:
        said = line(text, "reason", limit=10)
    except TextInvalid:
        assert len(" ".join(text.split())) > 10 or "\0" in text or not _whole(text)
    else:
        assert said.split() == text.split()
        assert said == " ".join(said.split())
        assert line(said, "reason", limit=10) == said


def _whole(text: str) -> bool:
    try:
        return bool(text.encode())
    except UnicodeEncodeError:
        return False


def test_no_space_too_many_makes_a_line_too_long() -> None:
    assert line("  a\n \t" + "b " * 149 + "\n", "reason") == "a " + "b " * 148 + "b"
    assert line(" " * (LINE_LIMIT + 1), "reason") == ""
    with pytest.raises(TextInvalid) as caught:
        line("x" * (LINE_LIMIT + 1), "reason")
    facts = {"field": "reason", "fault": TextFault.TOO_LONG, "limit": LINE_LIMIT}
    assert caught.value.facts == facts
