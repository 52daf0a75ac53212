"""Three questions say who handles a matter: one key turns each of them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kundcenter.domain.service_desk.axes import (
    Axes,
    Complexity,
    HandledBy,
    Handling,
    Nature,
    Scope,
    handled_by,
)
from ui.actions import Action
from ui.badges import Badge
from ui.labels import label
from ui.service_desk.words import handling_text
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.combo import Combo, Option
from ui.widgets.speech import announce, named
from ui.widgets.text import Glyph, Text

TOP = Qt.AlignmentFlag.AlignTop


class AxesBar(QWidget):
    """`changed` when the question meets another row of the table."""

    changed = Signal()

    def __init__(self, *beside: QWidget, parent: QWidget | None = None) -> None:
        """`beside` stands to the right of who handles it."""
        super().__init__(parent)
        self.scope = _row(self.tr("Gäller"), list(Scope), Action.SERVICE_SCOPE)
        self.complexity = _row(self.tr("Svårighet"), list(Complexity), Action.SERVICE_COMPLEXITY)
        self.nature = _row(self.tr("Sort"), list(Nature), Action.SERVICE_NATURE)
        self.handled = Text("", Type.LEAD, wrap=True)
        self.proposed = Text("", Type.SMALL, role="muted", wrap=True)
        self.handler = Combo(
            self.tr("Hanteras av"), [Option(each, label(each)) for each in HandledBy]
        )
        self._lay_out(beside)
        for row in self._rows:
            row.chosen.connect(lambda _: self._show(said=True))
        self.begin()

    @property
    def _rows(self) -> tuple[ChoiceRow, ...]:
        return self.scope, self.complexity, self.nature

    @property
    def axes(self) -> Axes:
        """Where the question lies."""
        return Axes(
            Scope(self.scope.value or Scope.GENERAL),
            Complexity(self.complexity.value or Complexity.SIMPLE),
            Nature(self.nature.value or Nature.ADMINISTRATIVE),
        )

    @property
    def handling(self) -> Handling:
        return handled_by(self.axes)

    @property
    def chosen_handler(self) -> HandledBy:
        """Who handles it: the first by the table, unless another was chosen."""
        return HandledBy(self.handler.value or self.handling.handlers[0])

    def begin(self) -> None:
        """The next question: most are general, simple and administrative."""
        self.scope.choose(Scope.GENERAL)
        self.complexity.choose(Complexity.SIMPLE)
        self.nature.choose(Nature.ADMINISTRATIVE)
        self._show()

    def turn(self, row: ChoiceRow) -> None:
        """The other one of the two; the caret stays where it is."""
        kinds: dict[ChoiceRow, type[StrEnum]] = {
            self.scope: Scope,
            self.complexity: Complexity,
            self.nature: Nature,
        }
        values: list[str] = [each.value for each in kinds[row]]
        row.choose(next(each for each in values if each != row.value))
        self._show(said=True)

    def _show(self, *, said: bool = False) -> None:
        handling = self.handling
        words = handling_text(handling)
        self.handled.setText(words)
        self.proposed.setText(self.tr("Förslag: källan säger inget.") if handling.proposed else "")
        self.proposed.setVisible(handling.proposed)
        self.handler.choose(handling.handlers[0])
        named(self.handled, self.tr("Hanteras av {who}").format(who=words))
        if said:
            announce(self.handled, words)
            self.changed.emit()

    def _lay_out(self, beside: Sequence[QWidget]) -> None:
        rows = spaced(QHBoxLayout(), gap="m")
        for row in self._rows:
            rows.addWidget(row, 1, TOP)
        icon = Glyph("arrow-right", "accent")
        told = spaced(QVBoxLayout(), gap="none")
        told.addWidget(self.handled)
        told.addWidget(self.proposed)
        verdict = spaced(QHBoxLayout(), gap="s")
        verdict.addWidget(icon)
        verdict.addLayout(told, 1)
        for each in (self.handler, *beside):
            each.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            verdict.addWidget(each)
        column = spaced(QVBoxLayout(self), gap="s")
        column.addLayout(rows)
        column.addLayout(verdict)


def _row(words: str, values: Sequence[StrEnum], action: Action) -> ChoiceRow:
    choices = [Choice(each, Badge(label(each))) for each in values]
    return ChoiceRow(words, choices, keys=action, dense=True)
