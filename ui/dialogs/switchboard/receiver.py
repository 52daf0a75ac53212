"""Whom a message is for: named already, or found by typing in the directories."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.switchboard.board import Line
from ui.records import Column, RecordModel
from ui.switchboard.board_keeper import BoardKeeper
from ui.switchboard.receivers import Receiver, of_line
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.finder import Finder
from ui.widgets.text import Text

SHOWN = 30
ASKED = 60  # lines of which some are queues and functions
LINES, FEW = 4, 3  # in sight; the fewer in large text
LARGE = 1.25


class ReceiverPart(QWidget):
    """`changed` when another is chosen.  `receiver` is the one that is named, or is under the
    cursor when anything has been searched for.
    """

    changed = Signal()

    def __init__(self, board: BoardKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._board = board
        self._named: Receiver | None = None
        self._empty = EmptyState(translate("ReceiverPart", "Skriv en del av namnet"), icon="search")
        model = RecordModel[Receiver](
            (
                Column(translate("ReceiverPart", "Namn"), lambda each: each.name),
                Column(translate("ReceiverPart", "Titel och plats"), lambda each: each.about),
            ),
            key=lambda each: each.key,
        )
        self.finder = Finder(
            translate("ReceiverPart", "Till"),
            model,
            list_name=translate("ReceiverPart", "Personer och enheter"),
            empty=self._empty,
        )
        model.setParent(self)
        metrics = current().metrics
        lines = FEW if metrics.scale >= LARGE else LINES
        self.finder.table.setFixedHeight(round((lines + 1) * metrics.row))
        self.name = Text("", Type.LEAD, wrap=True)
        self.about = Text("", role="muted", wrap=True)
        self.other = Button(translate("ReceiverPart", "Byt mottagare"), ButtonKind.QUIET)
        self._lay_out()
        self.finder.typed.connect(self._find)
        self.finder.table.chosen.connect(lambda _: self.changed.emit())
        self.other.clicked.connect(self.unname)
        board.changed.connect(self._find_again)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self._show()

    @property
    def receiver(self) -> Receiver | None:
        if self._named is not None:
            return self._named
        found = self.finder.current
        return found if isinstance(found, Receiver) else None

    @property
    def named(self) -> bool:
        """Whether somebody is named, and nobody is searched for."""
        return self._named is not None

    def name_(self, receiver: Receiver | None) -> None:
        """This is whom it is for, unless that is changed."""
        self._named = receiver
        self._show()
        self.changed.emit()

    def unname(self) -> None:
        """Search for another."""
        self._named = None
        self._show()
        self.finder.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.changed.emit()

    def show_error(self, words: str) -> None:
        """Say at the field what is wrong, and put the focus there."""
        self.finder.field.show_error(words)
        self.finder.field.setFocus()

    def text(self) -> str:
        """Who is chosen, so that it can be kept: a key of the store, no name."""
        return self.receiver.key if self.receiver is not None else ""

    def _on_focus(self, left: QWidget | None, now: QWidget | None) -> None:
        """Whoever goes on writing elsewhere has chosen; the list needs no room any more."""
        if self._named is not None or left is None or now is None:
            return
        inside, beside = self.finder.isAncestorOf(left), self.window().isAncestorOf(now)
        if inside and beside and not self.finder.isAncestorOf(now) and self.receiver is not None:
            self.name_(self.receiver)

    def _find(self, text: str) -> None:
        lines: tuple[Line, ...] = self._board.find(text, ASKED) if text.strip() else ()
        found = [each for each in map(of_line, lines) if each is not None]
        self.finder.show_records(found[:SHOWN])
        words = self.tr("Ingen passar") if text.strip() else self.tr("Skriv en del av namnet")
        self._empty.say(words, icon="search")
        self.changed.emit()

    def _find_again(self) -> None:
        """The directory has come, or has changed."""
        if self._named is None and not self.finder.records:
            self._find(self.finder.field.text())

    def _show(self) -> None:
        named = self._named
        self.finder.setVisible(named is None)
        self._head.setVisible(named is not None)
        if named is not None:
            self.name.setText(self.tr("Till {name}").format(name=named.name))
            self.about.setText(named.about)
            self.about.setVisible(bool(named.about))

    def _lay_out(self) -> None:
        self._head = QWidget()
        words = spaced(QVBoxLayout(), gap="none")
        words.addWidget(self.name)
        words.addWidget(self.about)
        row = spaced(QHBoxLayout(self._head), gap="m")
        row.addLayout(words, 1)
        row.addWidget(self.other)
        column = spaced(QVBoxLayout(self))
        column.addWidget(self._head)
        column.addWidget(self.finder)
