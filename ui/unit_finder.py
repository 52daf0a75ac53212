"""A unit that is found by typing, over the whole directory: the letters search, arrows choose."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.unit_cards import UnitCard
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.records import Column, RecordModel
from ui.theme.look import current
from ui.widgets.empty import EmptyState
from ui.widgets.finder import Finder

SHOWN = 20
LINES, FEW = 5, 3  # in sight; the fewer in large text, where height is scarce
LARGE = 1.25


class UnitFinder(Finder):
    """`unit` is the one that is chosen; `without` is never offered."""

    def __init__(
        self,
        name: str,
        keeper: DirectoryKeeper,
        *,
        without: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        self._keeper, self._without = keeper, without
        self._empty = EmptyState(translate("UnitFinder", "Skriv en del av namnet"), icon="building")
        model = RecordModel[UnitCard](
            (
                Column(translate("UnitFinder", "Namn"), lambda card: card.unit.name),
                Column(
                    translate("UnitFinder", "Typ"), lambda card: label(card.unit.kind), width=16
                ),
                Column(
                    translate("UnitFinder", "Kommun"), lambda card: card.unit.municipality, width=12
                ),
            ),
            key=lambda card: card.id,
        )
        super().__init__(
            name,
            model,
            list_name=translate("UnitFinder", "Enheter"),
            empty=self._empty,
            parent=parent,
        )
        model.setParent(self)
        lines = FEW if current().metrics.scale >= LARGE else LINES
        row = current().metrics.row
        self.table.setMinimumHeight((FEW + 1) * row - row // 2)
        self.table.setMaximumHeight((lines + 1) * row)
        self.typed.connect(self._find)

    @property
    def unit(self) -> UnitCard | None:
        """The one under the cursor, when anything has been searched for."""
        found = self.current
        return found if isinstance(found, UnitCard) else None

    def show_error(self, sentence: str) -> None:
        """Say at the field what is wrong, and put the focus there."""
        self.field.show_error(sentence)
        self.field.setFocus()

    def _find(self, text: str) -> None:
        found = self._keeper.directory.find(text, limit=SHOWN + 1) if text.strip() else ()
        shown = [card for card in found if card.id != self._without][:SHOWN]
        self.show_records(shown)
        words = self.tr("Ingen enhet passar") if text.strip() else self.tr("Skriv en del av namnet")
        self._empty.say(words, icon="building")
