"""What has been noted about a person before: the latest, or where some words stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kundcenter.domain.person_cards import PastEntry, PersonCard
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.word_search import Found
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.keys import keys
from ui.link import Marks
from ui.panels.past_note import PastNote
from ui.past import PastLine
from ui.texts import sentence
from ui.theme.space import emptied, spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.speech import announce
from ui.widgets.text import Text

SHOWN = 6


class HistoryView(Card):
    """`searching` carries the words to look for, `opened` the id of an entry.  `renewed` when
    older notes have come, and are to be shown.

    Words are looked for when Enter is pressed, for every look is logged; an empty field shows the
    latest again.
    """

    searching = Signal(str)
    opened = Signal(object)
    renewed = Signal()

    def __init__(self, codes: Mapping[str, CodeSet], parent: QWidget | None = None) -> None:
        """`codes` are the published sets by version."""
        super().__init__(self.tr("Tidigare anteckningar"), icon="list", parent=parent)
        self._codes = codes
        self._card: PersonCard | None = None
        self._marks: Marks | None = None
        self.words = Field(
            self.tr("Sök i journalen"),
            keys=Action.FIND_ENTRY,
            placeholder=self.tr("Ord som står i anteckningen"),
            longest=300,
            parent=self,
        )
        self._rows = spaced(QVBoxLayout(), gap="m")
        self.body.addWidget(self.words)
        self.body.addLayout(self._rows)
        self.past = PastLine(self)
        self.past.wanted.connect(self.renewed)
        self.body.addWidget(self.past)
        self.words.submitted.connect(self._search)
        keys().bind(self, Action.FIND_ENTRY, self._go)
        keys().bind(self, Action.OLDER_ENTRIES, self._show_older)

    def follow(self, marks: Marks) -> None:
        """Show how the centre stands to each entry."""
        self._marks = marks
        marks.changed.connect(self._mark)

    def _mark(self) -> None:
        for note in self.findChildren(PastNote):
            self._mark_one(note)

    def _mark_one(self, note: PastNote) -> None:
        if self._marks is not None and self._marks.there:
            note.show_mark(self._marks.badge("entry", note.entry_id))

    @property
    def person_id(self) -> UUID | None:
        """Whose entries are in sight."""
        return self._card.person.id if self._card else None

    def forget(self) -> None:
        """Nothing of anybody stays in a hidden label or field."""
        self._card = None
        self.words.set_text("")
        emptied(self._rows)
        self.past.show_person(None)

    def show_history(self, card: PersonCard) -> None:
        """The latest entries of an opened person; nothing at all to whom the record is closed."""
        self.words.set_text("")
        self._card = card
        self.setVisible(not card.record_closed)
        self.past.show_person(None if card.record_closed else card.person.id)
        self._show_latest()

    def show_found(self, found: Sequence[Found]) -> None:
        """The entries in which the words stand, the latest first."""
        emptied(self._rows)
        told = self.tr("Träffar: {count}").format(count=len(found))
        self.set_hint(told)
        if found:
            self._add(found)
        else:
            told = self.tr("Orden står inte i någon anteckning.")
            self._rows.addWidget(Text(told, role="muted", wrap=True))
        self._rows.addStretch()
        announce(self.words, told)
        QTimer.singleShot(0, self, self._come_into_sight)  # when it has been laid out

    def refuse(self, error: KundcenterError) -> None:
        self.words.show_error(sentence(error))

    def _show_latest(self) -> None:
        emptied(self._rows)
        card = self._card
        if card is None or card.record_closed:
            return
        count = len(card.history)
        self.set_hint(str(count) if count else "")
        self.words.setVisible(bool(count) or card.blocked)
        if not count:
            self._rows.addWidget(self._nothing(blocked=card.blocked))
            return
        *_, last = self._add(card.history[:SHOWN])
        if count > SHOWN:
            words = self.tr("och {count} äldre").format(count=count - SHOWN)
            self.older = Button(
                words, ButtonKind.QUIET, icon="chevron-down", keys=Action.OLDER_ENTRIES
            )
            self.older.clicked.connect(self._show_older)
            self._rows.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)
            QWidget.setTabOrder(last.whole, self.older)
        self._rows.addStretch()

    def _show_older(self) -> None:
        """The rest of what the card was opened with; the focus goes to the first of them."""
        card = self._card
        if card is None or len(card.history) <= SHOWN or not self.isVisible():
            return
        emptied(self._rows)
        first = self._add(card.history)[SHOWN]
        self._rows.addStretch()
        QTimer.singleShot(0, first, partial(self._go_on_from, first))  # when it has been laid out

    def _go_on_from(self, note: PastNote) -> None:
        note.whole.setFocus()
        self._bring_into_sight(note)

    def _nothing(self, *, blocked: bool) -> EmptyState:
        if blocked:
            words = self.tr("Det som finns är spärrat för din enhet.")
            return EmptyState(self.tr("Inga anteckningar att visa"), words, icon="lock")
        if self._marks is not None and self._marks.there:  # what is older may be at the centre
            words = self.tr("Här finns inget från den senaste tiden.")
            return EmptyState(self.tr("Inga anteckningar att visa"), words, icon="note")
        words = self.tr("Personen har inte journalförts här förut.")
        return EmptyState(self.tr("Inga tidigare anteckningar"), words, icon="note")

    def _add(self, entries: Sequence[PastEntry | Found]) -> list[PastNote]:
        before: QWidget = self.words.edit
        notes = []
        for past in entries:
            note = PastNote(past, self._codes.get(past.version.note.codes), self)
            note.opened.connect(self.opened)
            self._mark_one(note)
            self._rows.addWidget(note)
            QWidget.setTabOrder(before, note.whole)  # else what comes later is last of all
            before = note.whole
            notes.append(note)
        return notes

    def _search(self) -> None:
        words = self.words.text().strip()
        if words:
            self.searching.emit(words)
        else:
            self._show_latest()

    def _go(self) -> None:
        if self.words.isVisible():
            self.words.setFocus()
            self.words.edit.selectAll()
            self._come_into_sight()

    def _come_into_sight(self) -> None:
        """The heading uppermost, so that there is room for what is found beneath it."""
        self._bring_into_sight(self)

    def _bring_into_sight(self, part: QWidget) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and (inside := above.widget()) is not None:
            above.verticalScrollBar().setValue(part.mapTo(inside, QPoint()).y())
