"""Packs as files: the same in and out, and every fault of a file with its place."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.identity import Sex
from kundcenter.domain.packs import Ask, Content, Topic
from kundcenter.domain.packs.checks import FILE_LIMIT, OLDEST, PackFault, PackFaulty, faults_of
from kundcenter.domain.packs.files import PackFileTooLarge, pack_text, read_pack
from tests.domain.packs.carried import CODES
from tests.packs import PACK

TEXT = """
code = "test"
version = "1"
title = "Påhittat paket"
author = "Test Författare"
written_on = 2026-01-01
review_on = 2027-01-01

[[topics]]
code = "FEBER"
reason = "FEBER"
title = "Feber"
words = ["feber"]
threats = ["Går personen att väcka?", { text = "Är hon gravid?", youngest = 12, sex = "K" }]
advice = ["Drick."]
call_back = ["Febern sitter i."]
"""


def faults(text: str) -> list[tuple[str, PackFault]]:
    with pytest.raises(PackFaulty) as caught:
        read_pack(text, CODES)
    assert caught.value.facts["count"] == len(caught.value.faults)
    return [(fault.place, fault.fault) for fault in caught.value.faults]


def test_a_pack_is_read_as_it_is_written() -> None:
    assert read_pack(TEXT, CODES) == Content(
        code="test",
        version="1",
        title="Påhittat paket",
        author="Test Författare",
        written_on=date(2026, 1, 1),
        review_on=date(2027, 1, 1),
        topics=(
            Topic(
                "FEBER", "FEBER", "Feber", ("feber",),
                threats=(
                    Ask("Går personen att väcka?"),
                    Ask("Är hon gravid?", 12, None, Sex.WOMAN),
                ),
                questions=(),
                advice=(Ask("Drick."),),
                call_back=("Febern sitter i.",),
            ),
        ),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["\ufeff" + TEXT, TEXT.replace("\n", "\r\n")])
def test_marks_and_line_ends_of_other_programs_do_no_harm(text: str) -> None:
    assert read_pack(text, CODES) == read_pack(TEXT, CODES)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('version = "1"\n', "", [("version", PackFault.MISSING)]),
        ("written_on = 2026-01-01\n", "", [("written_on", PackFault.MISSING)]),
        ("2026-01-01", '"2026-01-01"', [("written_on", PackFault.KIND)]),
        ("2026-01-01", "2026-01-01T08:00:00", [("written_on", PackFault.KIND)]),
        ('version = "1"', "version = 1", [("version", PackFault.KIND)]),
        ('version = "1"', 'version = "1"\nurgency = "U2"', [("pack", PackFault.UNKNOWN)]),
        ('words = ["feber"]', 'level = "U1"', [("topics.1", PackFault.UNKNOWN)]),
        ('words = ["feber"]', 'words = ["feber", 7]', [("topics.1.words.2", PackFault.KIND)]),
        ('words = ["feber"]', 'words = "feber"', [("topics.1.words", PackFault.KIND)]),
        ('advice = ["Drick."]', "advice = [7]", [("topics.1.advice.1", PackFault.KIND)]),
        ("youngest = 12", "youngest = true", [("topics.1.threats.2.youngest", PackFault.KIND)]),
        ("youngest = 12", "youngest = 1.5", [("topics.1.threats.2.youngest", PackFault.KIND)]),
        ("youngest = 12", "yongest = 12", [("topics.1.threats.2", PackFault.UNKNOWN)]),
        ('sex = "K"', 'sex = "kvinna"', [("topics.1.threats.2.sex", PackFault.CODE)]),
        ('text = "Är hon gravid?", ', "", [("topics.1.threats.2.text", PackFault.MISSING)]),
        ('title = "Feber"\n', "", [("topics.1.title", PackFault.MISSING)]),
        ('reason = "FEBER"', 'reason = "SJUK"', [("topics.1.reason", PackFault.REASON)]),
        ('call_back = ["Febern sitter i."]', "", [("topics.1.call_back", PackFault.NO_CALL_BACK)]),
        ("Drick.", "Dr\\u202eick.", [("topics.1.advice.1.text", PackFault.HIDDEN)]),
        ('title = "Feber"', "title = Feber", [("12", PackFault.SYNTAX)]),
        ('title = "Feber"', 'title = "Feber"\ntitle = "x"', [("13", PackFault.SYNTAX)]),
        ("[[topics]]", "[topics]", [("topics", PackFault.KIND)]),
        ("Drick.", "Dr\\ud800ick.", [("15", PackFault.SYNTAX)]),
    ],
)
def test_what_is_wrong_is_told_by_its_place(
    old: str, new: str, found: list[tuple[str, PackFault]]
) -> None:
    assert old in TEXT
    assert faults(TEXT.replace(old, new, 1)) == found


def test_several_faults_are_told_in_one_go() -> None:
    text = TEXT.replace('"Feber"', '""').replace('["Drick."]', '[""]')
    assert faults(text) == [
        ("topics.1.title", PackFault.EMPTY),
        ("topics.1.advice.1.text", PackFault.EMPTY),
    ]


def test_topics_that_are_none_are_told() -> None:
    head = TEXT.partition("[[topics]]")[0]
    assert faults(head) == [("topics", PackFault.MISSING)]
    assert faults(head + "topics = []") == [("topics", PackFault.EMPTY)]
    assert faults(head + 'topics = ["FEBER"]')[0] == ("topics.1", PackFault.KIND)


def test_a_file_that_is_too_large_is_not_even_read() -> None:
    with pytest.raises(PackFileTooLarge) as caught:
        read_pack("x" * (FILE_LIMIT + 1), CODES)
    assert caught.value.facts == {"size": FILE_LIMIT + 1, "limit": FILE_LIMIT}


@pytest.mark.parametrize("text", ["", "\0", "[" * 5_000, "a = " + "[" * 5_000, "PK\x03\x04", "{}"])
def test_what_is_no_pack_at_all_is_faults_and_nothing_worse(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("[[topics]]", ".".join("a" * 300_000) + " = 1\n[[topics]]", "9"),
        ("[[topics]]", "\n".join(f"{'a.' * 900}b{n} = 1" for n in range(900)), "9"),
        ("[[topics]]", "'x' . \"y\" ." * 90_000 + " z = 1", "9"),
        ("[[topics]]", 'x = """\n\\"""."""""\n' + "a." * 90_000 + "b = 1", "11"),
        ("youngest = 12", "youngest = 1" + "0" * 5_000, "1"),
    ],
)
def test_what_the_parser_would_work_on_for_hours_or_break_on_is_a_fault_at_once(
    old: str, new: str, line: str
) -> None:
    began = process_time()
    assert faults(TEXT.replace(old, new, 1)) == [(line, PackFault.SYNTAX)]
    assert process_time() - began < 5


def test_dots_and_marks_within_texts_are_texts() -> None:
    dots = "Se a.b.c" + ".d" * 50 + " # '"
    assert read_pack(TEXT.replace("Drick.", dots), CODES).topics[0].advice[0].text == dots


@given(st.text(max_size=200))
def test_any_text_is_a_pack_or_faults(text: str) -> None:
    with pytest.raises(PackFaulty):
        read_pack(text, CODES)


SAID = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
AGES = st.none() | st.integers(0, OLDEST)
ASKS = st.builds(
    lambda text, one, two, sex: Ask(text, *_in_order(one, two), sex),
    SAID,
    AGES,
    AGES,
    st.none() | st.sampled_from(Sex),
)


def _in_order(one: int | None, two: int | None) -> tuple[int | None, int | None]:
    return (one, two) if one is None or two is None or one <= two else (two, one)


TOPICS = st.builds(
    Topic,
    code=st.from_regex(r"[A-Z0-9][A-Z0-9_-]{0,9}", fullmatch=True).filter(str.isascii),
    reason=st.sampled_from([reason.code for reason in CODES.reasons]),
    title=SAID,
    words=st.lists(SAID, max_size=3, unique=True).map(tuple),
    threats=st.lists(ASKS, min_size=1, max_size=3).map(tuple),
    questions=st.lists(ASKS, max_size=3).map(tuple),
    advice=st.lists(ASKS, max_size=3).map(tuple),
    call_back=st.lists(SAID, min_size=1, max_size=2, unique=True).map(tuple),
)
PACKS = st.builds(
    Content,
    code=st.just("test"),
    version=st.just("2026-1"),
    title=SAID,
    author=SAID,
    written_on=st.dates(max_value=date(2050, 1, 1)),
    review_on=st.dates(min_value=date(2050, 1, 2)),
    topics=st.lists(TOPICS, min_size=1, max_size=3, unique_by=lambda t: t.code).map(tuple),
    demonstration=st.booleans(),
)


@given(PACKS)
def test_a_sound_pack_is_the_same_after_it_was_written_and_read(content: Content) -> None:
    assert faults_of(content, CODES) == ()
    assert read_pack(pack_text(content), CODES) == content


def test_what_is_written_is_laid_out_to_be_edited() -> None:
    text = pack_text(PACK)
    assert '  { text = "Är hon gravid?", youngest = 12, oldest = 52, sex = "K" },\n' in text
    assert '  "Hur hög är febern?",\n' in text
