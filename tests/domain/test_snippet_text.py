"""The language of snippets, and holes in a text that is being written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.holes import (
    MOST_CHOICES,
    Places,
    content,
    holes,
    open_required,
    parts,
    places_of,
    settled,
)
from kundcenter.domain.snippet_text import (
    VARIABLES,
    HoleForm,
    Node,
    Part,
    SnippetTextWrong,
    Template,
    TextFault,
    Variable,
    filled,
    parse,
    spelt,
)

SURROGATES: tuple[Literal["Cs"], ...] = ("Cs",)
NO_MARKS = st.characters(exclude_characters="⟦⟧⟪⟫", exclude_categories=SURROGATES)
WORDS = st.text(
    st.one_of(NO_MARKS, st.sampled_from("[]{}|=!\\?")).filter(lambda c: c not in "\r\n"),
    min_size=1,
    max_size=12,
).filter(lambda word: word == word.strip())
VALUES = st.lists(WORDS, max_size=MOST_CHOICES).map(tuple)
PLACES = st.builds(Places, st.one_of(st.just(""), WORDS), VALUES, st.booleans()).filter(
    lambda places: bool(places.prompt or places.values)
)
TEXT = st.text(st.one_of(NO_MARKS, st.sampled_from("[]{}|=!\\?")), min_size=1, max_size=20)
SIMPLE = st.one_of(TEXT, st.sampled_from([*VARIABLES]).map(Variable), PLACES.map(HoleForm))


def joined(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Two texts beside each other are one."""
    out: list[Node] = []
    for node in nodes:
        last = out[-1] if out else None
        if isinstance(node, str) and isinstance(last, str):
            out[-1] = last + node
        else:
            out.append(node)
    return tuple(out)


PARTS = (
    st.lists(SIMPLE, min_size=1, max_size=4)
    .map(joined)
    .filter(lambda nodes: any(isinstance(node, HoleForm) for node in nodes))
    .map(Part)  # type: ignore[arg-type]
)
TEMPLATES = st.lists(st.one_of(SIMPLE, PARTS), max_size=8).map(joined).map(Template)


@given(TEMPLATES)
def test_what_a_template_is_spelt_as_means_the_template(template: Template) -> None:
    assert parse(spelt(template)) == template


@given(st.text(st.one_of(st.characters(), st.sampled_from("[]{}|=!\\?⟦⟧⟪⟫\n")), max_size=60))
def test_any_text_is_understood_or_refused_with_its_place(text: str) -> None:
    try:
        template = parse(text)
    except SnippetTextWrong as error:
        lines = text.split("\n")
        line, column = int(str(error.facts["line"])), int(str(error.facts["column"]))
        assert isinstance(error.facts["fault"], TextFault)
        assert 1 <= column <= len(lines[line - 1]) + 1
    else:
        assert parse(spelt(template)) == template
        settled(filled(template, {}))


@given(st.text(st.one_of(NO_MARKS, st.sampled_from("[]{}|=!\\? \n")), max_size=60))
def test_a_text_without_marks_is_saved_to_the_letter(text: str) -> None:
    assert holes(text) == ()
    assert settled(text) == text


@given(st.text(st.sampled_from("⟦⟧⟪⟫ab|=!\\ \n,."), max_size=40))
def test_a_text_with_any_marks_settles_once_and_for_all(text: str) -> None:
    once = settled(text)
    assert all(hole.required for hole in holes(once) if not hole.in_part) or settled(once) != text
    for hole in holes(text):
        assert text[hole.start] == "⟦"
        assert text[hole.end - 1] == "⟧"


@given(PLACES)
def test_what_stands_in_a_hole_is_read_as_it_was_written(places: Places) -> None:
    assert places_of(content(places)) == places


@pytest.mark.parametrize(
    ("text", "line", "column", "fault"),
    [
        ("Feber [[grader", 1, 7, TextFault.UNCLOSED_HOLE),
        ("Feber\n [[grader\n]]", 2, 2, TextFault.UNCLOSED_HOLE),
        ("{{patient.age", 1, 1, TextFault.UNCLOSED_VARIABLE),
        ("{{patient.pnr}}", 1, 1, TextFault.UNKNOWN_VARIABLE),
        ("x [[]]", 1, 3, TextFault.EMPTY_HOLE),
        ("x [[!]]", 1, 3, TextFault.EMPTY_HOLE),
        ("x [[a||b]]", 1, 3, TextFault.EMPTY_CHOICE),
        ("[[" + "|".join("abcdefghij") + "]]", 1, 1, TextFault.MANY_CHOICES),
        ("[[a [[b]] ]]", 1, 5, TextFault.NESTED),
        ("[? a [? [[b]] ?] ?]", 1, 6, TextFault.NESTED),
        ("[? a ?]", 1, 1, TextFault.PART_WITHOUT_HOLE),
        ("a\n[? [[b]]", 2, 1, TextFault.UNCLOSED_PART),
        ("a ?]", 1, 3, TextFault.PART_END_ALONE),
        ("a ⟦b⟧", 1, 3, TextFault.MARK),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    text: str, line: int, column: int, fault: TextFault
) -> None:
    with pytest.raises(SnippetTextWrong) as caught:
        parse(text)
    assert caught.value.facts == {"line": line, "column": column, "fault": fault}


def test_variables_are_filled_in_and_the_unknown_become_holes() -> None:
    template = parse("{{patient.name}}, {{patient.age}}, {{unit}}")
    text = filled(template, {"patient.age": "38 år", "unit": "VC ⟦Test⟧"})
    assert text == "⟦patientens namn⟧, 38 år, VC [Test]"


def test_brackets_can_be_ordinary() -> None:
    assert filled(parse(r"a[1] {b} \[[c]] \{{d}} e\\f"), {}) == r"a[1] {b} [[c]] {{d}} e\f"


def test_a_choice_and_a_default_are_seen_in_the_text() -> None:
    choice, default = holes(filled(parse("[[!sedan=0–3 dygn|>3 dygn]] [[grader=38]]"), {}))
    assert (choice.choices, choice.required, choice.name) == (
        ("0–3 dygn", ">3 dygn"),
        True,
        "sedan",
    )
    assert (default.choices, default.default, default.required) == ((), "38", False)


@pytest.mark.parametrize(
    ("text", "saved"),
    [
        ("Feber ⟦grader⟧ grader.", "Feber grader."),
        ("Feber ⟦grader⟧.", "Feber."),
        ("Feber ⟦grader=38⟧.", "Feber 38."),
        ("Feber ⟦!grader⟧.", "Feber ⟦!grader⟧."),
        ("Feber.\n⟦mer⟧\nDricker.", "Feber.\nDricker."),
        ("⟦mer⟧\nDricker.", "Dricker."),
        ("Feber.\n⟦mer⟧", "Feber."),
        ("⟦mer⟧ Dricker.", "Dricker."),
        ("Feber.⟪ Tar ⟦läkemedel⟧.⟫ Dricker.", "Feber. Dricker."),
        ("Feber. ⟪Tar ⟦!läkemedel⟧.⟫ Dricker.", "Feber. Dricker."),
        ("⟦mer⟧", ""),
        ("  två  mellanslag  ⟦mer⟧", "  två  mellanslag"),
        ("⟦⟧ ⟦ ⟧ ⟦a\nb⟧ ⟪ord⟫ ⟦a", "⟦⟧ ⟦ ⟧ ⟦a\nb⟧ ⟪ord⟫ ⟦a"),
    ],
)
def test_what_is_not_filled_in_is_gone_when_the_note_is_saved(text: str, saved: str) -> None:
    assert settled(text) == saved


def test_a_required_hole_in_a_part_that_nobody_began_is_not_asked_for() -> None:
    text = "⟦!grader⟧ ⟪Tar ⟦!läkemedel⟧.⟫ ⟦mer⟧"
    assert [hole.name for hole in open_required(text)] == ["grader"]
    assert len(parts(text)) == 1


def test_a_marked_text_of_any_length_is_read_in_passing() -> None:
    """A pasted text of nothing but marks keeps nobody waiting."""
    assert holes("⟦⟪" * 10_000) == ()
    assert len(holes("⟦a⟧" * 5_000)) == 5_000
