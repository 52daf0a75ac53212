"""A person who has been opened: name, number, age, protection, and earlier entries."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.people import Person
from kundcenter.services.people import PastEntry, PersonCard
from ui.badges import Badge
from ui.labels import label
from ui.people import age_of, number_of
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.times import day_and_time
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.empty import EmptyState
from ui.widgets.text import Text

SHOWN = 6


class PersonView(QWidget):
    """Read only.  `changed_mind` asks for another person."""

    changed_mind = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person: Person | None = None
        self._protected = Banner(
            self.tr("SKYDDADE PERSONUPPGIFTER – lämna inte ut några uppgifter"),
            ToneName.DANGER,
            icon="shield",
            loud=True,
            wrap=True,
        )
        self._card = Card(self.tr("Patient"), icon="person")
        self._change = Button(self.tr("Byt"), ButtonKind.QUIET, name=self.tr("Byt patient"))
        self._change.clicked.connect(self.changed_mind)
        self._card.trailing.addWidget(self._change)
        self._name = Text("", Type.TITLE, wrap=True)
        self._number = Text("", Type.LEAD, role="muted", wrap=True, figures=True)
        self._chips = spaced(QHBoxLayout(), gap="s")
        self._card.body.addWidget(self._name)
        self._card.body.addWidget(self._number)
        self._card.body.addLayout(self._chips)
        self._history = Card(self.tr("Tidigare anteckningar"), icon="list")
        column = spaced(QVBoxLayout(self), gap="m")
        column.addWidget(self._protected)
        column.addWidget(self._card)
        column.addWidget(self._history, 1)

    def forget(self) -> None:
        """Nobody is opened any more; what is written now is about nobody yet."""
        self.person = None

    def keep(self) -> None:
        """Offer no other person any more."""
        self._change.hide()

    def show_card(self, card: PersonCard) -> None:
        person = card.person
        self.person = person
        self._protected.setVisible(person.protected)
        self._name.setText(person.name)
        self._number.setText(number_of(person.person_id))
        emptied(self._chips)
        words = [age_of(person), label(person.sex) if person.sex else ""]
        for text in filter(None, words):
            self._chips.addWidget(Chip(Badge(text)))
        self._chips.addWidget(Chip(Badge(label(person.person_id.kind))))
        self._chips.addStretch()
        self._show_history(card)

    def _show_history(self, card: PersonCard) -> None:
        body = self._history.body
        emptied(body)
        if card.record_closed:
            self._history.hide()
            return
        self._history.show()
        self._history.set_hint(str(len(card.history)) if card.history else "")
        if not card.history:
            body.addWidget(
                EmptyState(
                    self.tr("Inga tidigare anteckningar"),
                    self.tr("Personen har inte journalförts här förut."),
                    icon="note",
                )
            )
            return
        for past in card.history[:SHOWN]:
            body.addWidget(PastNote(past))
        more = len(card.history) - SHOWN
        if more > 0:
            words = self.tr("och {count} äldre").format(count=more)
            body.addWidget(Text(words, Type.SMALL, role="muted"))
        body.addStretch()


class PastNote(QWidget):
    """One earlier entry in three lines: when and by whom, the assessment, the outcome."""

    def __init__(self, past: PastEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        note, entry = past.version.note, past.entry
        column = spaced(QVBoxLayout(self), gap="xs")
        head = spaced(QHBoxLayout(), gap="s")
        head.addWidget(Text(day_and_time(entry.contact_at), Type.SMALL, role="muted", figures=True))
        if not past.version.signed:
            head.addWidget(Chip(Badge(self.tr("Osignerad"), ToneName.WARNING, "pen")))
        head.addStretch()
        column.addLayout(head)
        column.addWidget(Text(_short(note.assessment or note.history), wrap=True))
        column.addWidget(Text(entry.author_name, Type.SMALL, role="muted"))


def _short(text: str, longest: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
