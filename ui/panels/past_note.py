"""One earlier entry in three lines: when, the assessment, by whom."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.composition import compose
from kundcenter.domain.journal import Note
from kundcenter.domain.person_cards import PastEntry
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.word_search import Found
from ui.badges import Badge
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import day_and_time
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.chip import Chip
from ui.widgets.text import Text


class PastNote(QWidget):
    """Its beginning; `opened` carries the entry's id when the whole of it is wanted."""

    opened = Signal(object)

    def __init__(
        self,
        past: PastEntry | Found,
        codes: CodeSet | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`codes` is the set that the version is bound to."""
        super().__init__(parent)
        note, entry = past.version.note, past.entry
        self.entry_id = entry.id
        column = spaced(QVBoxLayout(self), gap="xs")
        head = spaced(QHBoxLayout(), gap="s")
        head.addWidget(Text(day_and_time(entry.contact_at), Type.SMALL, role="muted", figures=True))
        if not past.version.signed:
            head.addWidget(Chip(Badge(self.tr("Osignerad"), ToneName.WARNING, "pen")))
        self._mark: Chip | None = None
        self._head = head
        head.addStretch()
        when = self.tr("Öppna anteckningen från {at}").format(at=day_and_time(entry.contact_at))
        self.whole = Button(self.tr("Öppna"), ButtonKind.QUIET, name=when)
        self.whole.clicked.connect(lambda: self.opened.emit(entry.id))
        foot = spaced(QHBoxLayout(), gap="s")
        foot.addWidget(Text(entry.author_name, Type.SMALL, role="muted", wrap=True), 1)
        foot.addWidget(self.whole)
        column.addLayout(head)
        told = note.assessment or (_told(note, codes) if codes else note.history)
        column.addWidget(Text(shortened(told), wrap=True))
        column.addLayout(foot)

    def show_mark(self, badge: Badge | None) -> None:
        """How the centre stands to it; None when there is nothing to say."""
        if self._mark is not None:
            self._head.removeWidget(self._mark)
            self._mark.deleteLater()
            self._mark = None
        if badge is not None:
            self._mark = Chip(badge, self)
            self._head.insertWidget(self._head.count() - 1, self._mark)


def _told(note: Note, codes: CodeSet) -> str:
    """What a note without an assessment says first: what was asked about, then what was advised."""
    texts = {section.key: section.text for section in compose(note, codes)}
    return next((texts[key] for key in ("history", "advice") if key in texts), "")


def shortened(text: str, longest: int = 160) -> str:
    """One line of at most `longest` characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
