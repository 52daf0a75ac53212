"""Holes in a text that is being written: found, filled, and gone when the text is saved.

A hole is plain text between ⟦ and ⟧, an optional part between ⟪ and ⟫.  So a text keeps its holes
wherever it is kept, also in what is saved against a power cut.  What looks like a hole and is
none (nothing in it, no end on its line) is ordinary text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kundcenter.errors import Refused

HOLE_START, HOLE_END = "⟦", "⟧"
PART_START, PART_END = "⟪", "⟫"
# What comes from elsewhere is ordinary text, so its marks become ordinary brackets.
MARKS = str.maketrans({HOLE_START: "[", HOLE_END: "]", PART_START: "<", PART_END: ">"})
_MARKED = frozenset((HOLE_START, HOLE_END, PART_START, PART_END))
MOST_CHOICES = 9  # there are so many digits to choose by

_HOLE = re.compile(rf"{HOLE_START}([^{HOLE_START}{HOLE_END}{PART_START}{PART_END}\r\n]*){HOLE_END}")
_PART = re.compile(rf"{PART_START}([^{PART_START}{PART_END}]*){PART_END}")
_SIGNS = re.compile(r"[\\\[\]{}|=!]")
_SPACES = " \t"
_CLOSING = ".,;:!?)"


class MostChoices(Refused):
    """There are more choices than digits.  Facts: count."""

    code = "snippet.many_choices"


@dataclass(frozen=True, slots=True)
class Places:
    """What stands in a hole: its prompt, and one default or several values to choose from."""

    prompt: str = ""
    values: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Hole:
    """A hole in a text, from `start` to `end` (code points); `in_part` if it is optional there."""

    start: int
    end: int
    places: Places
    in_part: bool = False

    @property
    def required(self) -> bool:
        return self.places.required

    @property
    def choices(self) -> tuple[str, ...]:
        """What to choose from; empty for a hole to write in."""
        return self.places.values if len(self.places.values) > 1 else ()

    @property
    def default(self) -> str:
        """What stands there unless it is changed."""
        return self.places.values[0] if len(self.places.values) == 1 else ""

    @property
    def name(self) -> str:
        """What to call the hole: its prompt, or what may stand in it."""
        return self.places.prompt or " / ".join(self.places.values)


@dataclass(frozen=True, slots=True)
class Span:
    """An optional part of a text, its marks included."""

    start: int
    end: int


def content(places: Places) -> str:
    """What is written between the marks; `places_of` of it gives the places again."""
    words = "|".join(map(_escaped, places.values))
    prompt = _escaped(places.prompt)
    sign = "!" if places.required else ""
    if not places.prompt and len(places.values) > 1:
        return sign + words
    return f"{sign}{prompt}={words}" if places.values else sign + prompt


def places_of(inside: str) -> Places | None:
    """What the words between the marks mean; None when they mean nothing.  Raises MostChoices."""
    required = inside.startswith("!")
    head, equals, tail = _cut(inside[required:])
    prompt, words = (head[0] if len(head) == 1 else "", tail) if equals else ("", head)
    if equals and len(head) > 1:
        return None
    if not equals and len(words) == 1:
        prompt, words = words[0], ()
    if not all(words) or not (prompt or words):
        return None
    if len(words) > MOST_CHOICES:
        raise MostChoices(count=len(words))
    return Places(prompt, tuple(words), required)


def parts(text: str) -> tuple[Span, ...]:
    """The optional parts, in order."""
    return tuple(
        Span(found.start(), found.end())
        for found in _PART.finditer(text)
        if next(_holes(found.group(1)), None) is not None
    )


def holes(text: str) -> tuple[Hole, ...]:
    """The holes that are not filled in, in order."""
    if HOLE_START not in text:
        return ()
    spans = parts(text)
    return tuple(
        Hole(start, end, places, any(span.start < start < span.end for span in spans))
        for start, end, places in _holes(text)
    )


def open_required(text: str) -> tuple[Hole, ...]:
    """The holes that must be filled in before the note is signed.

    A hole in an optional part that nobody has begun is not asked for.
    """
    return tuple(hole for hole in holes(text) if hole.required and not hole.in_part)


def settled(text: str) -> str:
    """The text as it is saved: defaults stand, unfilled holes and unused parts are gone.

    Required holes stay as they are until they are filled in.
    """
    for span in reversed(parts(text)):
        text = _without(text, span.start, span.end)
    for hole in reversed(holes(text)):
        if hole.default and not hole.required:
            text = text[: hole.start] + hole.default + text[hole.end :]
        elif not hole.required:
            text = _without(text, hole.start, hole.end)
    return text


def marked(text: str) -> bool:
    """Whether any mark stands in the text: such a text is not finished, and is not signed."""
    return not _MARKED.isdisjoint(text)


def finished(text: str) -> str:
    """The settled text.  Once nothing required is open, marks that mean nothing become brackets."""
    done = settled(text)
    return done if open_required(done) else done.translate(MARKS)


def _holes(text: str) -> Iterator[tuple[int, int, Places]]:
    for found in _HOLE.finditer(text):
        try:
            places = places_of(found.group(1))
        except MostChoices:
            continue
        if places is not None:
            yield found.start(), found.end(), places


def _without(text: str, start: int, end: int) -> str:
    """The text without a stretch: no double space is left, nor a line with nothing on it."""
    before, after = text[:start], text[end:]
    line_before = before.rpartition("\n")[2]
    line_after = after.partition("\n")[0]
    if not line_before.strip() and not line_after.strip():
        head = before[: len(before) - len(line_before)]
        tail = after[len(line_after) :]
        return head + tail[1:] if tail else head.removesuffix("\n")
    if after[:1] in {"", "\n", *_CLOSING} or not line_before:
        before = before.rstrip(_SPACES) if line_before.strip() else before
        after = after if line_before.strip() else after.lstrip(_SPACES)
    elif before[-1:] in _SPACES and after[:1] in _SPACES:
        after = after[1:]
    return before + after


def _escaped(words: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", words)


def _cut(inside: str) -> tuple[tuple[str, ...], bool, tuple[str, ...]]:
    """The words before and after the first `=`, each cut at every `|`, none of them escaped."""
    sides: list[list[str]] = [[""]]
    at = 0
    while at < len(inside):
        sign = inside[at]
        if sign == "\\" and at + 1 < len(inside):
            at += 1
            sides[-1][-1] += inside[at]
        elif sign == "|":
            sides[-1].append("")
        elif sign == "=" and len(sides) == 1:
            sides.append([""])
        else:
            sides[-1][-1] += sign
        at += 1
    cut = [tuple(word.strip() for word in side) for side in sides]
    return cut[0], len(cut) > 1, cut[1] if len(cut) > 1 else ()
