"""The decision support beside the note: search by any word, and the topic to tick in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kundcenter.domain.packs.shelf import ShownTopic
from ui.actions import Action
from ui.panels.look_topic import TopicSheet, TopicView
from ui.records import Column, RecordModel
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.finder import Finder
from ui.widgets.key_hint import KeyHint
from ui.widgets.text import Text

Find = Callable[[str], Sequence[ShownTopic]]


class LookUp(QWidget):
    """Hidden until it is asked for.  `opened` carries the ShownTopic that is to be shown;
    `answered` a TopicLine and the Tick that is wanted; `asked` when it is opened, `left` when it
    is put away.
    """

    opened = Signal(object)
    answered = Signal(object, object)
    asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Beslutsstöd"))
        self._find: Find = lambda _: ()
        model = RecordModel[ShownTopic](
            (Column(self.tr("Ämne"), lambda shown: shown.title),),
            key=lambda shown: (shown.pack_code, shown.topic.code),
        )
        self._empty = EmptyState(self.tr("Inget ämne"), icon="search")
        self.finder = Finder(
            self.tr("Symtom, kroppsdel eller ord"),
            model,
            list_name=self.tr("Ämnen"),
            placeholder=self.tr("Skriv som den som ringer säger"),
            empty=self._empty,
        )
        model.setParent(self)
        self.topic = TopicView()
        self._back = Button(
            self.tr("Sök annat ämne"), ButtonKind.QUIET, icon="chevron-left", keys="Esc"
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self.finder.typed.connect(self._show_found)
        self.finder.field.submitted.connect(self._open)
        self.finder.opened.connect(lambda _: self._open())
        self.topic.answered.connect(self.answered)
        self.topic.left.connect(self.search)
        self._back.clicked.connect(self.search)
        self.hide()

    # -- what others ask -----------------------------------------------------------------------

    @property
    def reading(self) -> bool:
        """Whether a topic is in sight, and not the list."""
        return self._stack.currentIndex() == 1

    def ask(self) -> None:
        """Open it, or come back to it."""
        self.show()
        self.asked.emit()
        self.take_focus()

    def put_away(self) -> None:
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def find_by(self, find: Find, *, why_none: str = "") -> None:
        """Where topics are found; `why_none` says why there are none at all."""
        self._find = find
        self._empty.say(why_none or self.tr("Inget ämne passar"))
        self._show_found(self.finder.field.text())

    def show_topic(self, sheet: TopicSheet) -> None:
        self.topic.show_sheet(sheet)
        before: QWidget = self._back
        for line in self.topic.lines:  # what comes later would be last in the order of Tab
            QWidget.setTabOrder(before, line)
            before = line
        self._stack.setCurrentIndex(1)
        self._title.hide()
        self._back.show()

    def search(self) -> None:
        """Back to the list."""
        self._stack.setCurrentIndex(0)
        self._back.hide()
        self._title.show()
        self._show_found(self.finder.field.text())
        self.finder.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.field.edit.selectAll()

    def take_focus(self) -> None:
        if self.reading:
            QTimer.singleShot(0, self, self.topic.take_focus)  # when it has been laid out
        else:
            self.finder.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.finder.field.edit.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line between it and the note."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(current().colours.edge), 1))
        box = self.rect()
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.topLeft(), box.bottomLeft())

    # -- how it is made ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = spaced(QHBoxLayout(), gap="s")
        self._title = Text(self.tr("Beslutsstöd"), Type.LEAD)
        self._title.setProperty("heading", True)
        head.addWidget(self._title)
        head.addWidget(self._back)
        head.addStretch(1)
        head.addWidget(KeyHint(Action.LOOK_UP, self))
        away = IconButton(self.tr("Stäng beslutsstödet"), "close", parent=self)
        away.clicked.connect(self.put_away)
        head.addWidget(away)
        listing = QWidget()
        listed = spaced(QVBoxLayout(listing), "m", "m")
        listed.addWidget(self.finder)
        self._stack.addWidget(listing)
        self._stack.addWidget(self.topic)
        column = spaced(QVBoxLayout(self), "none", "xs")
        above = QWidget(self)
        held = spaced(QVBoxLayout(above), ("m", "xs"), "xs")
        held.addLayout(head)
        column.addWidget(above)
        column.addWidget(self._stack, 1)
        self._back.hide()

    def _show_found(self, text: str) -> None:
        self.finder.show_records(self._find(text))

    def _open(self) -> None:
        if self.finder.current is not None:
            self.opened.emit(self.finder.current)
