"""Text that was never saved, beside what stands now: the operator decides about it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import Action
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.text import Text


class RecoveredText(QWidget):
    """`inserting` when the text is wanted where one writes, `dropping` when it is not.

    `lost` are texts by the names of their fields; the sentence says why they stand here.
    """

    inserting = Signal()
    dropping = Signal()

    def __init__(
        self, lost: Mapping[str, str], sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.lost = dict(lost)
        column = spaced(QVBoxLayout(self), ("l", "m"), "s")
        column.addWidget(Banner(sentence, ToneName.WARNING, icon="undo", wrap=True))
        for text in self.lost.values():
            words = Text(text, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(words)
        row = spaced(QHBoxLayout(), gap="s")
        insert = Button(self.tr("Infoga i anteckningen"), icon="plus")
        drop = Button(self.tr("Ta bort den återställda texten"), ButtonKind.QUIET, icon="trash")
        insert.clicked.connect(self.inserting)
        insert.answer_to(Action.INSERT_RECOVERED, cap=True)
        drop.answer_to(Action.DROP_RECOVERED)
        drop.clicked.connect(self.dropping)
        row.addWidget(insert)
        row.addWidget(drop)
        row.addStretch()
        column.addLayout(row)
