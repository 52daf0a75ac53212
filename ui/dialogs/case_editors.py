"""What each field of a case is written in: a line, several, a list to choose from, a unit."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.case_codes import FEEDBACK, CaseField, CaseKind
from kundcenter.domain.case_terms import Category
from kundcenter.domain.text import LINE_LIMIT, NOTE_LIMIT
from ui.case_told import CODES
from ui.labels import label
from ui.numbers import shown_number
from ui.unit_source import DirectoryUnits
from ui.widgets.combo import Combo, Option
from ui.widgets.field import Field
from ui.widgets.found_box import FoundCombo
from ui.widgets.text_area import TextArea

LONG = {CaseField.WORDS: NOTE_LIMIT, CaseField.SUMMARY: 5_000, CaseField.WANTED: 2_000}
SHORT = 40


class CodeCombo(Combo):
    """One of a few codes; "" is one of them."""

    changed = Signal()

    def __init__(self, name: str, options: Iterable[Option] = ()) -> None:
        super().__init__(name, tuple(options))
        self.choose("")  # not said, where that is one of them
        self.chosen.connect(lambda _: self.changed.emit())

    def text(self) -> str:
        return self.value or ""

    def set_text(self, text: str) -> None:
        self.clear_error()
        self.choose(text)


class CategoryCombo(CodeCombo):
    """The categories in force; one that is ended stays where it stands already."""

    def offer(self, categories: tuple[Category, ...]) -> None:
        self._categories = categories
        kept = self.text()
        self._fill(kept)
        self.choose(kept)

    def set_text(self, text: str) -> None:
        self._fill(text)
        super().set_text(text)

    def _fill(self, kept: str) -> None:
        found = getattr(self, "_categories", ())
        offered = [Option("", self.tr("Ingen kategori än"))]
        offered += [
            Option(each.code, f"{each.code} {each.label}")
            for each in found
            if not each.ended or each.code == kept
        ]
        if kept and kept not in {each.value for each in offered}:
            offered.append(Option(kept, kept))
        self.set_options(offered)


class UnitCombo(FoundCombo):
    """A unit of the directory, or none."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.box.line.setPlaceholderText(self.tr("Skriv en del av namnet"))
        self._unknown = ""  # what the directory does not have
        self.chosen.connect(lambda _: self._on_chosen())

    def text(self) -> str:
        return self.value or self._unknown

    def set_text(self, text: str) -> None:
        self.clear_error()
        self.choose(text or None)
        self._unknown = text if text and self.value is None else ""

    def know(self, units: DirectoryUnits) -> None:
        """The directory has come, or is another."""
        kept = self.text()
        self.find_in(units)
        self.set_text(kept)

    def _on_chosen(self) -> None:
        self._unknown = ""
        self.changed.emit()


class NumberField(Field):
    """A telephone number as it is read aloud."""

    def set_text(self, text: str) -> None:
        super().set_text(shown_number(text) if text.startswith("+") else text)


Editor = Field | TextArea | CodeCombo | UnitCombo


def editors(kind: CaseKind) -> dict[CaseField, Editor]:
    """One for every field that is written where it stands; whom it is about is found instead."""
    return {name: _editor(name, kind) for name in CaseField if name is not CaseField.PERSON}


def inside(editor: Editor) -> QWidget:
    """The widget that has the focus while one writes in it."""
    return editor.box if isinstance(editor, Combo) else editor.edit


def _editor(name: CaseField, kind: CaseKind) -> Editor:
    words = label(name)
    if name in LONG:
        return TextArea(words, fewest=2, most=8, longest=LONG[name])
    if name is CaseField.CATEGORY:
        return CategoryCombo(words)
    if name is CaseField.UNIT:
        return UnitCombo(words)
    if name is CaseField.NUMBER:
        return NumberField(words, longest=SHORT)
    if name in CODES:
        return CodeCombo(words, (Option(code, label(code)) for code in _codes(name, kind)))
    return Field(words, longest=LINE_LIMIT)


def _codes(name: CaseField, kind: CaseKind) -> list[StrEnum]:
    """A complaint may turn out to be a view, and never an e-service's matter."""
    if name is not CaseField.KIND:
        return list(CODES[name])
    return [each for each in CaseKind if (each in FEEDBACK if kind in FEEDBACK else each is kind)]
