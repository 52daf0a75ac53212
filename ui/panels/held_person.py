"""Whom a note is about, from when it is on its way to the record: nobody else takes the place."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from kundcenter.services.people import PersonCard
from ui.theme.colours import ToneName
from ui.widgets.banner import Banner

SLOW_MS = 300  # an answer that comes sooner needs no words while it is waited for


class HeldPerson(Banner):
    """Says why the person cannot be changed just now, or why another was not shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = QCoreApplication.translate(
            "HeldPerson", "Anteckningen sparas. Patienten kan inte bytas nu."
        )
        super().__init__(words, ToneName.INFO, icon="lock", wrap=True, parent=parent)
        self.why = words  # why the person cannot be changed while the answer is waited for
        self.hide()
        self._kept: UUID | None = None
        self._held: UUID | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SLOW_MS)
        self._later.timeout.connect(lambda: self._tell(self.why))

    @property
    def held(self) -> bool:
        """Whether the answer of the store is waited for."""
        return self._held is not None

    def hold(self, person_id: UUID) -> None:
        """A note about the person is under way."""
        self._held = person_id
        self._later.start()

    def release(self) -> None:
        """The answer has come."""
        self._held = None
        self._later.stop()
        if self.sentence == self.why:
            self.hide()

    def keep(self, person_id: UUID) -> None:
        """The record holds a note about the person."""
        self._kept = person_id

    def admits(self, asked: UUID, card: PersonCard) -> bool:
        """Whether the person who was asked for may be shown; if not, it is said why.

        Two records of one patient may have been merged since the note was written.
        """
        about = self._held or self._kept
        shown = {asked, card.person.id, *(each.person.id for each in card.absorbed)}
        if about is None or about in shown:
            if not self.held:
                self.hide()
            return True
        self._tell(self.tr("Delen har en anteckning om en annan patient. Lägg till en ny del."))
        return False

    def _tell(self, words: str) -> None:
        self.say(words)
        self.show()
