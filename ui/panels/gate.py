"""What stands in the window before there is a desk: starting, a passphrase, or why it stopped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.busy import BusyBar
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.field import SecretField
from ui.widgets.speech import named
from ui.widgets.tab_order import put_in_order
from ui.widgets.text import Glyph, Text

SHORTEST = 15  # characters of a passphrase that alone guards the file


class Gate(QWidget):
    """A card in the middle of the window.  `retried` and `left` are its two ways on."""

    retried = Signal()
    left = Signal()

    def __init__(self, title: str, sentence: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, title, sentence)
        card = QFrame()
        card.setObjectName("signInCard")
        card.setFixedWidth(round(480 * current().metrics.scale))
        whole = spaced(QVBoxLayout(card), gap="none")
        self.bar = BusyBar(title)
        self.body = spaced(QVBoxLayout(), "xxl", "l")
        head = spaced(QHBoxLayout(), gap="m")
        head.addWidget(Glyph(icon, "muted", scale=1.4), 0, Qt.AlignmentFlag.AlignTop)
        words = spaced(QVBoxLayout(), gap="xs")
        words.addWidget(Text(title, Type.TITLE, wrap=True))
        words.addWidget(Text(sentence, role="muted", wrap=True))
        head.addLayout(words, 1)
        self.body.addLayout(head)
        whole.addLayout(self.body)
        whole.addWidget(self.bar)
        centre = spaced(QVBoxLayout(self), "l", "none")
        centre.addStretch(2)
        # Not by alignment: a layout would then reckon the wrapped lines for the window's width.
        across = spaced(QHBoxLayout(), gap="none")
        across.addStretch()
        across.addWidget(card)
        across.addStretch()
        centre.addLayout(across)
        centre.addStretch(3)


class StartGate(Gate):
    """The store is being opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Kundcenter", "", "database", parent)
        self.bar.set_busy(True)


class StopGate(Gate):
    """It could not be opened.  Nothing was changed; it can be tried again."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(title, sentence, "warning", parent)
        again = Button(self.tr("Försök igen"), ButtonKind.PRIMARY, icon="refresh")
        leave = Button(self.tr("Avsluta programmet"), ButtonKind.QUIET)
        again.clicked.connect(self.retried)
        leave.clicked.connect(self.left)
        row = spaced(QHBoxLayout(), gap="s")
        row.addStretch()
        row.addWidget(leave)
        row.addWidget(again)
        self.body.addLayout(row)
        self.setFocusProxy(again)


class PassphraseGate(Gate):
    """Asks for the passphrase that the key is made from; a new one is written twice."""

    submitted = Signal(str)

    def __init__(
        self, title: str, sentence: str, *, new: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, sentence, "key", parent)
        self._new = new
        self.passphrase = SecretField(self.tr("Lösenfras"))
        self.again = SecretField(self.tr("Lösenfrasen en gång till"))
        self.again.setVisible(new)
        for field in (self.passphrase, self.again):
            self.body.addWidget(field)
            field.submitted.connect(self._submit)
        go = Button(self.tr("Öppna"), ButtonKind.PRIMARY)
        go.clicked.connect(self._submit)
        self.body.addWidget(go)
        put_in_order(self, go)
        self.setFocusProxy(self.passphrase.edit)

    def show_error(self, sentence: str) -> None:
        self.bar.set_busy(False)
        self.passphrase.clear()
        self.again.clear()
        self.passphrase.show_error(sentence)
        self.passphrase.setFocus()

    def _submit(self) -> None:
        if self.bar.busy:
            return
        text = self.passphrase.text()
        if self._new and len(text) < SHORTEST:
            words = self.tr("Minst {count} tecken. Skriv gärna en hel mening.")
            self.passphrase.show_error(words.format(count=SHORTEST))
        elif self._new and text != self.again.text():
            self.again.show_error(self.tr("De två lösenfraserna är inte lika."))
        elif text:
            self.bar.set_busy(True)
            self.submitted.emit(text)
