"""Somebody in the telephone directories, found by typing: the letters search, arrows choose."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.switchboard.contacts import Contact
from ui.records import Column, RecordModel
from ui.switchboard.board_keeper import BoardKeeper
from ui.theme.look import current
from ui.widgets.empty import EmptyState
from ui.widgets.finder import Finder

SHOWN = 20
LINES, FEW = 4, 3  # in sight; the fewer in large text, where height is scarce
LARGE = 1.25


class ContactFinder(Finder):
    """`contact` is the one that is chosen; `without` is never offered."""

    def __init__(
        self,
        name: str,
        keeper: BoardKeeper,
        *,
        without: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        self._keeper, self._without = keeper, without
        self._empty = EmptyState(
            translate("ContactFinder", "Skriv en del av namnet"), icon="person"
        )
        model = RecordModel[Contact](
            (
                Column(translate("ContactFinder", "Namn"), lambda contact: contact.name),
                Column(translate("ContactFinder", "Titel"), lambda each: each.told.title, width=11),
                Column(translate("ContactFinder", "Plats"), self._place, width=12),
            ),
            key=lambda contact: contact.id,
        )
        super().__init__(
            name,
            model,
            list_name=translate("ContactFinder", "Personer och funktioner"),
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
    def contact(self) -> Contact | None:
        """The one under the cursor, when anything has been searched for."""
        found = self.current
        return found if isinstance(found, Contact) and self.field.text().strip() else None

    def show_error(self, sentence: str) -> None:
        """Say at the field what is wrong, and put the focus there."""
        self.field.show_error(sentence)
        self.field.setFocus()

    def _place(self, contact: Contact) -> str:
        told = contact.told
        card = self._keeper.board.directory.get(told.unit_id) if told.unit_id else None
        return told.workplace or (card.unit.name if card else "") or told.directory

    def _find(self, text: str) -> None:
        self.field.clear_error()
        found = self._keeper.board.people(text, SHOWN + 1)
        self.show_records([each for each in found if each.id != self._without][:SHOWN])
        words = self.tr("Ingen passar") if text.strip() else self.tr("Skriv en del av namnet")
        self._empty.say(words, icon="person")
