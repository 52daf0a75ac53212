"""Whoever says that they are from the care, or from an authority, is rung back: at a number of
the register, never at one that they give.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.switchboard.board import Line, LineKind
from ui.dialling import Dialling
from ui.labels import label
from ui.numbers import shown_number
from ui.records import Column, RecordModel
from ui.switchboard.board_keeper import BoardKeeper
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.finder import Finder
from ui.widgets.text import Text

SHOWN = 20
LINES = 2.5  # in sight
_LISTED = {LineKind.CONTACT, LineKind.UNIT}


class CallBack(QWidget):
    """`called` is the contact or the unit whose number was rung."""

    def __init__(
        self, board: BoardKeeper, dialling: Dialling, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._board, self._dialling = board, dialling
        self.called: UUID | None = None
        model = RecordModel[Line](
            (
                Column(self.tr("Namn"), lambda line: line.name),
                Column(self.tr("Var"), _where, width=20),
                Column(self.tr("Nummer"), self._shown, width=14),
            ),
            key=lambda line: line.key,
        )
        self._empty = EmptyState(self.tr("Sök arbetsplatsen i katalogen"), icon="search")
        self.finder = Finder(
            self.tr("Motringning: till vem"),
            model,
            list_name=self.tr("Katalogen"),
            placeholder=self.tr("Inte ett nummer som den som ringer säger"),
            empty=self._empty,
        )
        model.setParent(self)
        self.finder.table.setFixedHeight(round((LINES + 1) * current().metrics.row))
        self.ring = Button(self.tr("Ring upp"), icon="phone-out")
        self.told = Text("", role="muted", wrap=True)
        column = spaced(QVBoxLayout(self), gap="s")
        column.addWidget(self.finder)
        row = spaced(QHBoxLayout(), gap="m")
        row.addWidget(self.ring)
        row.addWidget(self.told, 1)
        column.addLayout(row)
        self.finder.typed.connect(self._find)
        self.finder.table.chosen.connect(lambda _: self._show())
        self.ring.clicked.connect(self._ring)
        self._show()

    @property
    def line(self) -> Line | None:
        """The row under the cursor."""
        found = self.finder.current
        return found if isinstance(found, Line) else None

    def _find(self, text: str) -> None:
        found = self._board.find(text, SHOWN * 2) if text.strip() else ()
        self.finder.show_records([line for line in found if line.kind in _LISTED][:SHOWN])
        words = self.tr("Ingen i katalogen passar") if text.strip() else ""
        self._empty.say(words or self.tr("Sök arbetsplatsen i katalogen"), icon="search")
        self._show()

    def _show(self) -> None:
        line = self.line
        self.ring.setEnabled(line is not None and bool(number_of(line)))

    def _shown(self, line: Line) -> str:
        number = number_of(line)
        return shown_number(number) if number else self.tr("Kopplas")

    def _ring(self) -> None:
        line = self.line
        number = number_of(line) if line is not None else ""
        if line is None or not number:
            return
        self.called = line.id
        self.told.setText(self.tr("Uppringd: {name}").format(name=line.name))
        self._dialling.dial(number, self)


def number_of(line: Line) -> str:
    """What may be rung and shown; empty when the register has nothing but hidden numbers."""
    if line.card is not None:
        return line.card.unit.phone
    if line.contact is None:
        return ""
    told = line.contact.told
    shown = told.shown_numbers
    return shown[0].number if shown else told.shown_extension


def _where(line: Line) -> str:
    if line.card is not None:
        return f"{label(line.card.unit.kind)}, {line.card.unit.municipality}"
    return line.contact.told.workplace if line.contact is not None else ""
