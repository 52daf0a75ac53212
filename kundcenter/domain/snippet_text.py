"""The small language of snippets: variables, holes, choices and optional parts.

    {{patient.age}}           a variable, filled in when the snippet is inserted
    [[hur länge]]             a hole to fill in; unfilled it vanishes when the note is saved
    [[grader=38]]             a hole with a text that stands unless it is changed
    [[hur länge=0–3 dygn|>3 dygn]]   a choice; `[[0–3 dygn|>3 dygn]]` needs no prompt
    [[!grader]]               a required hole: the note cannot be signed before it is filled in
    [? Tar [[läkemedel]]. ?]  an optional part: it vanishes unless a hole in it is filled in

A backslash makes the sign after it an ordinary one.  Single brackets and braces are ordinary.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kundcenter.domain.holes import (
    HOLE_END,
    HOLE_START,
    MARKS,
    PART_END,
    PART_START,
    MostChoices,
    Places,
    content,
    places_of,
)
from kundcenter.errors import Refused

BODY_LIMIT = 4_000  # characters of a snippet

# What a variable is called where its value is not known, and a hole is left for it.
VARIABLES: Mapping[str, str] = {
    "patient.name": "patientens namn",
    "patient.age": "patientens ålder",
    "patient.sex": "patientens kön",
    "unit": "enhet",
    "today": "datum",
    "time": "klockslag",
    "operator": "operatör",
}

_OPENING = re.compile(r"\\.|\{\{|\[\[|\[\?|\?\]", re.DOTALL)
_ORDINARY = re.compile(r"[\\\[\]{}?]")


class TextFault(StrEnum):
    """Why a snippet's text cannot be understood."""

    UNCLOSED_VARIABLE = "unclosed_variable"
    UNCLOSED_HOLE = "unclosed_hole"
    UNCLOSED_PART = "unclosed_part"
    UNKNOWN_VARIABLE = "unknown_variable"
    EMPTY_HOLE = "empty_hole"
    EMPTY_CHOICE = "empty_choice"
    MANY_CHOICES = "many_choices"  # more than there are digits for
    NESTED = "nested"  # a hole or variable in a hole, or a part in a part
    PART_WITHOUT_HOLE = "part_without_hole"
    PART_END_ALONE = "part_end_alone"
    MARK = "mark"  # ⟦ ⟧ ⟪ ⟫ are what holes are shown by


class SnippetTextWrong(Refused):
    """The snippet's text cannot be understood.  Facts: line, column (from 1), fault."""

    code = "snippet.text_wrong"


@dataclass(frozen=True, slots=True)
class Variable:
    name: str


@dataclass(frozen=True, slots=True)
class HoleForm:
    """A hole as its author wrote it: no values, one default, or several to choose from."""

    places: Places


@dataclass(frozen=True, slots=True)
class Part:
    """An optional part: words and holes, at least one of them a hole."""

    nodes: tuple[str | Variable | HoleForm, ...]


Node = str | Variable | HoleForm | Part


@dataclass(frozen=True, slots=True)
class Template:
    """What a snippet's text means.  Two texts never stand beside each other."""

    nodes: tuple[Node, ...]


def parse(text: str) -> Template:
    """The meaning of a snippet's text.  Raises SnippetTextWrong."""
    return _Reader(text).template()


def spelt(template: Template) -> str:
    """A text that means the template; `parse` of it gives the template again."""
    return "".join(map(_spelt, template.nodes))


def filled(template: Template, values: Mapping[str, str]) -> str:
    """The text to insert: variables filled in, holes between visible marks.

    A variable without a value becomes a hole with its name.
    """
    return "".join(_filled(node, values) for node in template.nodes)


def _spelt(node: Node) -> str:
    if isinstance(node, str):
        return _ORDINARY.sub(r"\\\g<0>", node)
    if isinstance(node, Variable):
        return "{{" + node.name + "}}"
    if isinstance(node, HoleForm):
        return f"[[{content(node.places)}]]"
    return "[?" + "".join(map(_spelt, node.nodes)) + "?]"


def _filled(node: Node, values: Mapping[str, str]) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, Variable):
        value = values.get(node.name, "").translate(MARKS)
        return value or HOLE_START + content(Places(VARIABLES[node.name])) + HOLE_END
    if isinstance(node, HoleForm):
        return HOLE_START + content(node.places) + HOLE_END
    return PART_START + "".join(_filled(inner, values) for inner in node.nodes) + PART_END


class _Reader:
    """Reads one text from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        for sign in (HOLE_START, HOLE_END, PART_START, PART_END):
            if sign in text:
                raise self._wrong(TextFault.MARK, text.index(sign))

    def template(self) -> Template:
        nodes: list[Node] = []
        part: list[str | Variable | HoleForm] | None = None
        began = 0
        while self._at < len(self._text):
            into: list[Node] | list[str | Variable | HoleForm] = nodes if part is None else part
            found = _OPENING.search(self._text, self._at)
            _add(into, self._text[self._at : found.start() if found else len(self._text)])
            if found is None:
                break
            start, sign = found.start(), found.group()
            self._at = found.end()
            if sign == "{{":
                into.append(self._variable(start))
            elif sign == "[[":
                into.append(self._hole(start))
            elif sign == "[?":
                if part is not None:
                    raise self._wrong(TextFault.NESTED, start)
                part, began = [], start
            elif sign == "?]":
                if part is None:
                    raise self._wrong(TextFault.PART_END_ALONE, start)
                if not any(isinstance(node, HoleForm) for node in part):
                    raise self._wrong(TextFault.PART_WITHOUT_HOLE, began)
                nodes.append(Part(tuple(part)))
                part = None
            else:
                _add(into, sign[1:])
        if part is not None:
            raise self._wrong(TextFault.UNCLOSED_PART, began)
        return Template(tuple(nodes))

    def _variable(self, start: int) -> Variable:
        end = self._text.find("}}", self._at)
        if end < 0:
            raise self._wrong(TextFault.UNCLOSED_VARIABLE, start)
        name = self._text[self._at : end].strip()
        if name not in VARIABLES:
            raise self._wrong(TextFault.UNKNOWN_VARIABLE, start)
        self._at = end + 2
        return Variable(name)

    def _hole(self, start: int) -> HoleForm:
        at = self._at
        while at < len(self._text) and self._text[at] not in "\r\n":
            two = self._text[at : at + 2]
            if two == "]]":
                inside = self._text[self._at : at]
                self._at = at + 2
                return HoleForm(self._places(inside, start))
            if two in {"[[", "{{"}:
                raise self._wrong(TextFault.NESTED, at)
            at += 2 if two[0] == "\\" else 1
        raise self._wrong(TextFault.UNCLOSED_HOLE, start)

    def _places(self, inside: str, start: int) -> Places:
        try:
            places = places_of(inside)
        except MostChoices:
            raise self._wrong(TextFault.MANY_CHOICES, start) from None
        if places is None:
            empty = TextFault.EMPTY_CHOICE if "|" in inside else TextFault.EMPTY_HOLE
            raise self._wrong(empty, start)
        return places

    def _wrong(self, fault: TextFault, at: int) -> SnippetTextWrong:
        before = self._text[:at]
        column = at - (before.rfind("\n") + 1) + 1
        return SnippetTextWrong(line=before.count("\n") + 1, column=column, fault=fault)


def _add(nodes: list[Node] | list[str | Variable | HoleForm], text: str) -> None:
    """Put a text last, together with a text that stands there already."""
    if not text:
        return
    last = nodes[-1] if nodes else None
    if isinstance(last, str):
        nodes[-1] = last + text
    else:
        nodes.append(text)
