"""The door: signing in, unlocking, and making the first administrator.

It asks and shows; who is let in is decided elsewhere.  `submitted` carries what was written.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.icons import APP, pixmap, screen_ratio
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.busy import BusyBar
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.field import Field, SecretField
from ui.widgets.speech import named
from ui.widgets.tab_order import put_in_order
from ui.widgets.text import Text

SHORTEST = 12  # characters of a new password; a sentence is easier than a riddle


class Door(StrEnum):
    SIGN_IN = "sign_in"
    LOCKED = "locked"
    FIRST_RUN = "first_run"


class SignIn(QWidget):
    """A card in the middle of the window.  `submitted(user name, password)`."""

    submitted = Signal(str, str)
    other_operator = Signal()  # from the locked door

    def __init__(
        self,
        door: Door = Door.SIGN_IN,
        *,
        place: str = "",
        locked_by: str = "",
        user_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`place` names the contact centre.  The locked door needs who is locked (`locked_by` as
        shown, `user_name` as given back in `submitted`)."""
        super().__init__(parent)
        self._door, self._locked_user = door, user_name
        self._card = card = QFrame()
        card.setObjectName("signInCard")
        self._mark = QLabel()
        self._mark.setTextFormat(Qt.TextFormat.PlainText)
        whole = spaced(QVBoxLayout(card), gap="none")
        self._bar = BusyBar(self.tr("Kontrollerar lösenordet"))
        column = spaced(QVBoxLayout(), "xxl", "l")
        whole.addLayout(column)
        self._head(column, place, locked_by)
        self.name = Field(self.tr("Ditt namn"), longest=100)
        self.user = Field(self.tr("Användarnamn"), longest=64)
        self.password = SecretField(self.tr("Lösenord"))
        self.again = SecretField(self.tr("Lösenordet en gång till"))
        for field in (self.name, self.user, self.password, self.again):
            column.addWidget(field)
            field.submitted.connect(self._submit)
        self.name.setVisible(door is Door.FIRST_RUN)
        self.user.setVisible(door is not Door.LOCKED)
        self.again.setVisible(door is Door.FIRST_RUN)
        if door is Door.FIRST_RUN:
            self.password.advise(self._strength(""))
            self.password.changed.connect(lambda text: self.password.advise(self._strength(text)))
        self._go = Button(self._go_text(), ButtonKind.PRIMARY)
        self._go.clicked.connect(self._submit)
        column.addSpacing(4)
        column.addWidget(self._go)
        buttons = [self._go]
        if door is Door.LOCKED:
            other = Button(self.tr("Annan operatör"), ButtonKind.QUIET)
            other.clicked.connect(self.other_operator)
            column.addWidget(other)
            buttons.append(other)
        whole.addWidget(self._bar)
        centre = spaced(QVBoxLayout(self), "l", "none")
        centre.addStretch(2)
        # Not by alignment: a layout would then reckon the wrapped lines for the window's width.
        across = spaced(QHBoxLayout(), gap="none")
        across.addStretch()
        across.addWidget(card)
        across.addStretch()
        centre.addLayout(across)
        centre.addStretch(3)
        put_in_order(self, *buttons)
        first = {Door.LOCKED: self.password, Door.FIRST_RUN: self.name}.get(door, self.user)
        self.setFocusProxy(first.edit)

    @property
    def own_name(self) -> str:
        """The name of the first administrator, as written."""
        return self.name.text().strip()

    @Slot(str)
    def show_error(self, sentence: str) -> None:
        """Why not, under the password; the password is emptied and asked for again."""
        self.password.clear()
        self.again.clear()
        self.password.show_error(sentence)
        self.password.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def set_busy(self, busy: bool) -> None:
        """While the password is being checked nothing can be changed or sent twice."""
        self._bar.set_busy(busy)
        for part in (self.name, self.user, self.password, self.again, self._go):
            part.setEnabled(not busy)

    def clear(self) -> None:
        """Forget what was written; after a success no password stays in memory longer than Qt's."""
        self.password.clear()
        self.again.clear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_card"):
            self._measure()

    def _measure(self) -> None:
        metrics = current().metrics
        self._card.setFixedWidth(round(420 * metrics.scale))
        self._mark.setFixedSize(metrics.mark, metrics.mark)
        if self._door is not Door.LOCKED:
            self._mark.setPixmap(pixmap(APP, QColor("black"), metrics.mark, screen_ratio()))

    def _submit(self) -> None:
        if self._bar.busy:
            return
        user = self._locked_user if self._door is Door.LOCKED else self.user.text().strip()
        password = self.password.text()
        if self._door is Door.FIRST_RUN and not self.own_name:
            self._refuse(self.name, self.tr("Skriv ditt namn."))
        elif not user and self._door is not Door.LOCKED:
            self._refuse(self.user, self.tr("Skriv ditt användarnamn."))
        elif not password:
            self._refuse(self.password, self.tr("Skriv ditt lösenord."))
        elif self._door is Door.FIRST_RUN and len(password) < SHORTEST:
            self._refuse(self.password, self._strength(password))
        elif self._door is Door.FIRST_RUN and password != self.again.text():
            self._refuse(self.again, self.tr("De två lösenorden är inte lika."))
        else:
            self.submitted.emit(user, password)

    @staticmethod
    def _refuse(field: Field, sentence: str) -> None:
        field.show_error(sentence)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self, column: QVBoxLayout, place: str, locked_by: str) -> None:
        top = spaced(QHBoxLayout(), gap="m")
        if self._door is Door.LOCKED:
            self._mark.setObjectName("initials")
            self._mark.setText("".join(word[0] for word in locked_by.split()[:2]).upper())
            self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._measure()
        top.addWidget(self._mark)
        titles = spaced(QVBoxLayout(), gap="none")
        title, sentence = self._titles(place, locked_by)
        heading = Text(title, Type.TITLE, wrap=True)
        titles.addStretch()
        titles.addWidget(heading)
        titles.addWidget(Text(sentence, role="muted", wrap=True))
        titles.addStretch()
        top.addLayout(titles, 1)
        column.addLayout(top)
        column.addSpacing(4)
        named(self, title, sentence)

    def _titles(self, place: str, locked_by: str) -> tuple[str, str]:
        if self._door is Door.LOCKED:
            return locked_by, self.tr("Skärmen är låst. Ditt ärende finns kvar.")
        if self._door is Door.FIRST_RUN:
            return (
                self.tr("Välkommen"),
                self.tr("Skapa den första administratören för arbetsstationen."),
            )
        return self.tr("Kundcenter"), place or self.tr("Logga in för att börja passet.")

    def _go_text(self) -> str:
        return {
            Door.SIGN_IN: self.tr("Logga in"),
            Door.LOCKED: self.tr("Lås upp"),
            Door.FIRST_RUN: self.tr("Skapa administratör"),
        }[self._door]

    def _strength(self, password: str) -> str:
        """Length is what counts: no signs are demanded, and a sentence may be written."""
        if len(password) >= SHORTEST + 8:
            return self.tr("Starkt: {count} tecken.").format(count=len(password))
        if len(password) >= SHORTEST:
            return self.tr("Bra: {count} tecken. Fler gör det starkare.").format(
                count=len(password)
            )
        if password:
            return self.tr("{count} tecken till behövs.").format(count=SHORTEST - len(password))
        return self.tr("Minst {count} tecken. Skriv gärna en hel mening.").format(count=SHORTEST)
