"""Free text: exactly as typed, or refused with a reason that does not repeat it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.text import LINE_LIMIT, NOTE_LIMIT, TextFault, TextInvalid, checked

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
