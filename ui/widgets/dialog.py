"""The frame of every dialog: a question, its body, one way on and one way out."""

from __future__ import annotations

from typing import ClassVar, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.busy import BusyBar
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.page import Page
from ui.widgets.speech import named
from ui.widgets.tab_order import put_in_order
from ui.widgets.text import Text

_TURNS = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
MARGIN = 48  # pixels beside a wide dialog
AROUND = 182  # pixels above and beneath the page of a high one


class Scrim(QWidget):
    """The veil over the window behind a dialog."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(host.rect())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        veil = QColor(current().colours.scrim)
        veil.setAlphaF(0.38)
        QPainter(self).fillRect(self.rect(), veil)


@runtime_checkable
class Lockable(Protocol):
    """A window that keeps dialogs back while it is locked."""

    @property
    def at_desk(self) -> bool: ...
    def put_away(self, dialog: QDialog) -> None: ...


class Dialog(QDialog):
    """Opened with `open()`.  `confirmed` leaves it open; who opened it closes it when all is done.

    Enter is the primary button, Ctrl+Enter too from a text area, Esc is no.  PgUp and PgDown turn
    its page wherever the focus is: what is only to be read takes none.
    """

    confirmed = Signal()
    private: ClassVar[bool] = True  # not to be seen while the desk is locked

    def __init__(
        self,
        title: str,
        *,
        primary: str,
        sentence: str = "",
        secondary: str = "",
        danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, title, sentence)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._scrim: Scrim | None = None
        self._acts: list[Button] = []
        self.busy_bar = BusyBar(self.tr("Arbetar"))
        whole = spaced(QVBoxLayout(self), gap="none")
        whole.addWidget(self.busy_bar)
        inner = spaced(QVBoxLayout(), "xl", "m")
        heading = Text(title, Type.TITLE, wrap=True)
        inner.addWidget(heading)
        if sentence:
            inner.addWidget(Text(sentence, role="muted", wrap=True))
        self._inside = QWidget()
        self.body = spaced(QVBoxLayout(self._inside), gap="l")
        inner.addWidget(self._inside, 1)
        whole.addLayout(inner, 1)
        foot = QFrame()
        foot.setObjectName("dialogFoot")
        row = spaced(QHBoxLayout(foot), ("xl", "m"), "s")
        row.addStretch()
        self._foot = row
        self.secondary = Button(secondary or self.tr("Avbryt"), keys="Esc")
        self.primary = Button(primary, ButtonKind.DANGER if danger else ButtonKind.PRIMARY)
        row.addWidget(self.secondary)
        row.addWidget(self.primary)
        whole.addWidget(foot)
        # Enter is the primary button; never what cannot be undone.
        # Only now: a button that lies in no dialog yet cannot become its default.
        (self.secondary if danger else self.primary).setDefault(True)
        self.secondary.clicked.connect(self.reject)
        self.primary.clicked.connect(self.confirmed)
        self.setMinimumWidth(round(440 * current().metrics.scale))

    def open(self) -> None:
        """Show it over its window, which dims; the focus is where one begins."""
        self._begin()
        parent = self.parentWidget()
        window: object = parent.window() if parent is not None else None
        if self.private and isinstance(window, Lockable) and not window.at_desk:
            window.put_away(self)
        else:
            super().open()

    def add_act(self, button: Button) -> None:
        """Another way on, to the left in the foot; Tab comes to it before the others there."""
        self._foot.insertWidget(0, button)
        self._acts.append(button)

    def set_busy(self, busy: bool) -> None:
        """While the work is under way nothing can be confirmed twice."""
        self.primary.setEnabled(not busy)
        self.busy_bar.set_busy(busy)

    @property
    def host(self) -> QWidget | None:
        """The window beneath it all: of a dialog over a dialog too."""
        found, above = None, self.parentWidget()
        while above is not None:
            found = above.window()
            above = found.parentWidget()
        return found

    def fit_page(self, page: Page, wide: int, high: int) -> None:
        """So wide and so high at ordinary text size, and never more than the window has room for:
        the page scrolls, and the buttons stay in sight.
        """
        scale, host = current().metrics.scale, self.host
        room = host.size() if host is not None else QSize(wide, high)
        self.setMinimumWidth(min(round(wide * scale), max(440, room.width() - MARGIN)))
        page.setMinimumHeight(
            max(160, min(round(high * scale), room.height() - round(AROUND * scale)))
        )

    def make_room(self) -> None:
        """Grow to what has come into it since it was opened."""
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        layout.activate()
        needed = layout.totalMinimumHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)
        self._stay_in_sight()

    def _stay_in_sight(self) -> None:
        """What grows grows downwards: it moves up before its buttons leave the window."""
        host = self.host
        if host is not None:
            frame = self.frameGeometry()
            within = host.frameGeometry().intersected(host.screen().availableGeometry())
            over = min(frame.bottom() - within.bottom(), frame.top() - within.top())
            if over > 0:
                self.move(self.x(), self.y() - over)

    def event(self, event: QEvent) -> bool:
        """Qt leaves a width alone that was set: it grows with what is inside."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            layout = self.layout()
            needed = layout.minimumSize().width() if layout is not None else 0
            if needed > self.minimumWidth():
                self.setMinimumWidth(needed)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        parent = self.parentWidget()
        if parent is not None and self._scrim is None:
            self._scrim = Scrim(parent.window())
            self._scrim.show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.primary.click()
            return
        if event.key() in _TURNS:
            for page in self.findChildren(Page):
                if page.isVisible():
                    page.turn(down=event.key() == Qt.Key.Key_PageDown)
                    return
        super().keyPressEvent(event)

    def _begin(self) -> None:
        """Tab goes through the body first, then to the buttons."""
        first = put_in_order(self._inside, *self._acts, self.secondary, self.primary)[0]
        if first in {*self._acts, self.secondary} and self.primary.isDefault():
            first = self.primary
        # A list chooses its first row when one comes to it by keys; nobody has come to it yet.
        listed = isinstance(first, QAbstractItemView)
        reason = Qt.FocusReason.OtherFocusReason if listed else Qt.FocusReason.TabFocusReason
        first.setFocus(reason)
