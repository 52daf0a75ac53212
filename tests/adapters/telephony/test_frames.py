"""The frame reader takes bytes in any pieces and of any kind."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.adapters.telephony.frames import (
    MAX_FRAME,
    MAX_LINE,
    Frame,
    FrameReader,
    serialise,
)

KEYS = st.text("ABCabc019()-", min_size=1, max_size=12)
VALUES = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=60).map(str.strip)
FRAMES = st.lists(st.lists(st.tuples(KEYS, VALUES), min_size=1, max_size=4), max_size=4)
LINES = st.sampled_from(
    [
        b"Event: Ring\r\n",
        b"\r\n",
        b"\n",
        b"no colon\r\n",
        b"a:b\n",
        b": c\r\n",
        b"\xff\x00: \x07\r\n",
    ]
)


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[a:b] for a, b in pairwise(places)]


def read_in(parts: list[bytes], *, banner: bool = False) -> tuple[list[Frame], str | None, int]:
    reader = FrameReader(banner=banner)
    frames = [frame for part in parts for frame in reader.feed(part)]
    return frames, reader.banner, reader.spoiled


@given(FRAMES)
def test_what_is_written_is_read_again(frames: list[list[tuple[str, str]]]) -> None:
    data = b"".join(serialise(fields) for fields in frames)
    read, _, spoiled = read_in([data])
    assert [list(frame.fields) for frame in read] == frames
    assert spoiled == 0


@given(
    st.one_of(st.binary(max_size=400), st.lists(LINES, max_size=40).map(b"".join)),
    st.lists(st.integers(min_value=0), max_size=12),
    st.booleans(),
)
def test_any_pieces_give_the_same_frames(data: bytes, cuts: list[int], banner: bool) -> None:
    assert read_in(pieces(data, cuts), banner=banner) == read_in([data], banner=banner)


@given(
    st.integers(MAX_LINE - 3, MAX_LINE + 3),
    st.lists(st.integers(min_value=0), max_size=5),
)
def test_pieces_do_not_move_the_limit_of_a_line(length: int, cuts: list[int]) -> None:
    data = b"a:" + b"x" * (length - 2) + b"\nb: c\n\nEvent: Next\n\n"
    whole = read_in([data])
    assert read_in(pieces(data, cuts)) == whole
    assert whole[2] == (1 if length > MAX_LINE else 0)


def test_a_line_beyond_the_limit_spoils_its_frame_and_no_other() -> None:
    reader = FrameReader()
    data = (
        b"Event: A\r\n\r\nEvent: B\r\nX: " + b"x" * MAX_LINE + b"\r\nY: y\r\n\r\nEvent: C\r\n\r\n"
    )
    assert [frame.get("Event") for frame in reader.feed(data)] == ["A", "C"]
    assert reader.spoiled == 1


def test_a_frame_beyond_the_limit_is_skipped_whole() -> None:
    reader = FrameReader()
    line = b"Key: " + b"v" * 1000 + b"\r\n"
    endless = line * (MAX_FRAME // len(line) + 2)
    assert reader.feed(b"Event: Big\r\n" + endless + b"\r\nEvent: Next\r\n\r\n") == [
        Frame((("Event", "Next"),))
    ]
    assert reader.spoiled == 1


def test_an_endless_line_is_not_kept() -> None:
    reader = FrameReader()
    for _ in range(200):
        reader.feed(b"x" * 100_000)
    kept = [value for value in vars(reader).values() if isinstance(value, bytearray | list)]
    assert sum(map(len, kept)) <= MAX_LINE


def test_the_greeting_is_no_field() -> None:
    frames, banner, _ = read_in(
        [b"Asterisk Call Man", b"ager/5.0.4\r\nEvent: A\r\n\r\n"], banner=True
    )
    assert banner == "Asterisk Call Manager/5.0.4"
    assert [frame.get("Event") for frame in frames] == ["A"]


def test_keys_are_found_in_any_case_and_all_values_in_order() -> None:
    frame = Frame((("Variable", "a=1"), ("VARIABLE", "b=2")))
    assert frame.get("variable") == "a=1"
    assert frame.every("Variable") == ("a=1", "b=2")
    assert frame.get("Channel") == ""


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("Channel", "x\r\nAction: Originate"),
        ("Channel", "x\nAction: Originate"),
        ("Channel", "x\x00"),
        ("Chan: nel", "x"),
        ("Chan\nnel", "x"),
        ("", "x"),
    ],
)
def test_no_value_smuggles_in_a_field(key: str, value: str) -> None:
    with pytest.raises(ValueError, match="may not hold"):
        serialise([("Action", "Hangup"), (key, value)])


def test_a_frame_does_not_show_its_numbers() -> None:
    frame = Frame((("Event", "DialBegin"), ("CallerIDNum", "0701740605")))
    assert repr(frame) == "<Frame 'DialBegin', 2 fields>"
