"""Something else than the first suggestion is chosen: why, by one key, and in own words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.triage import CodeSet
from ui.actions import Action
from ui.badges import Badge
from ui.theme.space import spaced
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.field import Field
from ui.widgets.sight import into_sight


class DeviationRow(QWidget):
    """Hidden until something is to be told.  `told` carries the code and the words, at each change;
    `done` when a reason's own key was struck.
    """

    told = Signal(str, str)
    done = Signal()

    def __init__(self, codes: CodeSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._instead = ""
        self.row = ChoiceRow(
            self.tr("Varför något annat än förslag 1?"),
            [Choice(each.code, Badge(each.label)) for each in codes.deviations],
            keys=Action.DEVIATION,
            parent=self,
        )
        self.words = Field(self.tr("Med egna ord, om det behövs"), longest=300, parent=self)
        column = spaced(QVBoxLayout(self), gap="s")
        column.addWidget(self.row)
        column.addWidget(self.words)
        self.row.chosen.connect(lambda _: self._tell())
        self.row.struck.connect(self.done)
        self.words.changed.connect(lambda _: self._tell())
        self.hide()

    @property
    def asking(self) -> bool:
        """Whether it is in sight and stands for the note's deviation."""
        return not self.isHidden()

    @property
    def instead(self) -> str:
        """What stands as the reason when nothing is written: what was not chosen."""
        return self._instead

    def ask(self, instead_of: str, given: str = "", words: str = "") -> None:
        """Ask why; `instead_of` is the first suggestion, `given` and `words` what was told."""
        sentence = self.tr("I stället för: {first}.").format(first=instead_of)
        self._instead = sentence
        self.row.set_help(sentence)
        self.row.choose(given or None)
        own = "" if words == sentence else words
        if own != self.words.text():
            self.words.set_text(own)
        self.words.setVisible(bool(given))
        if self.isHidden():
            self.show()
            into_sight(self)

    def put_away(self) -> None:
        self.hide()

    def take_focus(self) -> None:
        self.row.take_focus()

    def _tell(self) -> None:
        self.words.setVisible(bool(self.row.value))
        self.told.emit(self.row.value or "", self.words.text().strip() or self._instead)
