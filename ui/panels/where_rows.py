"""The ranked destinations: place, where, whether it is open at arrival, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.badges import Badge
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.chip import Chip
from ui.widgets.key_hint import KeyHint
from ui.widgets.speech import named
from ui.widgets.text import Text

FEW = 4  # that are shown at once; the others come with the arrow down
BY_NUMBER = 9
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class Offer:
    """What one line says.  `open` is how it stands at arrival, `age` how old the data are."""

    title: str
    reasons: tuple[str, ...]
    open: Badge | None = None
    arrival: str = ""
    age: str = ""
    chosen: bool = False


class OfferLine(QWidget):
    """One destination.  `taken` when it is clicked, or Enter is pressed on it."""

    taken = Signal()

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.offer: Offer | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._title = Text("", Type.STRONG, wrap=True, parent=self)
        self._open = Chip(Badge(self.tr("Öppettid okänd")), self).giving_way()
        self._reasons = Text("", Type.SMALL, wrap=True, parent=self)
        self._age = Text("", Type.SMALL, role="muted", wrap=True, parent=self)
        head = spaced(QHBoxLayout(), gap="s")
        top = Qt.AlignmentFlag.AlignTop
        cap = str(place) if place <= BY_NUMBER else f"{place}."
        head.addWidget(KeyHint(cap, self), 0, top)
        words = spaced(QVBoxLayout(), gap="xs")
        words.addWidget(self._title)
        self._standing = QWidget(self)
        standing = spaced(QHBoxLayout(self._standing), gap="s")
        standing.addWidget(self._open)
        standing.addWidget(self._age, 1)
        words.addWidget(self._standing)
        words.addWidget(self._reasons)
        head.addLayout(words, 1)
        column = spaced(QVBoxLayout(self), ("m", "s"), "xs")
        column.addLayout(head)

    def show_offer(self, offer: Offer) -> None:
        if offer == self.offer:
            return
        self.offer = offer
        chosen = self.tr("{title} – valt").format(title=offer.title)
        self._title.setText(chosen if offer.chosen else offer.title)
        self._open.setVisible(offer.open is not None)
        if offer.open is not None:
            self._open.show_badge(offer.open)
        self._reasons.setText(" ".join(f"{each.rstrip('.')}." for each in offer.reasons))
        self._reasons.setVisible(bool(offer.reasons))
        beneath = " · ".join(part for part in (offer.arrival, offer.age) if part)
        self._age.setText(beneath)
        self._standing.setVisible(bool(beneath) or offer.open is not None)
        said = [offer.open.text] if offer.open is not None else []
        words = self.tr("Förslag {place}: {title}").format(
            place=self._place, title=self._title.text()
        )
        named(self, words, ". ".join([*said, *offer.reasons, beneath]))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {*ENTER, Qt.Key.Key_Space}:
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        appearance = current()
        colours = appearance.colours
        ground, edge, width = colours.raised, colours.line, 1
        if self.offer is not None and self.offer.chosen:
            tone = appearance.tone(ToneName.ACCENT)
            ground, edge, width = colours.raised, tone.solid, 2
        elif self.hasFocus() or self.underMouse():
            ground = colours.hover
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, appearance.metrics.radius, appearance.metrics.radius)


class OfferLines(QWidget):
    """The lines from the first on.  Tab comes here once; arrows go, Enter or the number chooses.

    `taken` carries the place, 1 the first.  `more` when lines have come into sight or gone.
    """

    taken = Signal(int)
    more = Signal()

    def __init__(self, name: str, after: QWidget, parent: QWidget | None = None) -> None:
        """`after` is what Tab comes from."""
        super().__init__(parent)
        named(self, name)
        self._after = after
        self._column = spaced(QVBoxLayout(self), gap="xs")
        self._lines: list[OfferLine] = []
        self._count = 0
        self._all = False

    @property
    def lines(self) -> tuple[OfferLine, ...]:
        """Those in sight."""
        return tuple(self._lines[: self._count if self._all else min(FEW, self._count)])

    @property
    def hidden(self) -> int:
        """How many are not in sight."""
        return self._count - len(self.lines)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Other lines in the same places; the focus stays on its place."""
        while len(self._lines) < len(offers):
            line = OfferLine(len(self._lines) + 1, self)
            line.taken.connect(lambda place=len(self._lines) + 1: self.taken.emit(place))
            self._lines.append(line)
            self._column.addWidget(line)
            # What comes later would be last in the order of Tab.
            QWidget.setTabOrder(self._lines[-2] if len(self._lines) > 1 else self._after, line)
        self._count = len(offers)
        for line, offer in zip(self._lines, offers, strict=False):
            line.show_offer(offer)
        self._show()

    def show_all(self) -> None:
        self._all = True
        self._show()

    def show_few(self) -> None:
        """As one begins."""
        self._all = False
        self._show()

    def take_focus(self) -> None:
        """To the chosen one, else to the first."""
        places = [at for at, line in enumerate(self.lines) if line.offer and line.offer.chosen]
        self._go(places[0] if places else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = next((n for n, line in enumerate(self.lines) if line.hasFocus()), None)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if at is None or held:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Down:
            if at + 1 == len(self.lines) and self.hidden:
                self.show_all()
            self._go(at + 1)
        elif event.key() == Qt.Key.Key_Up:
            self._go(at - 1)
        elif event.key() == Qt.Key.Key_Home:
            self._go(0)
        elif event.key() == Qt.Key.Key_End:
            self._go(len(self.lines) - 1)
        elif event.text().isdecimal() and 1 <= int(event.text()) <= min(self._count, BY_NUMBER):
            self.taken.emit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        shown = self.lines
        for line in self._lines:
            line.setVisible(line in shown)
        focused = next((line for line in shown if line.hasFocus()), None)
        self._mark(focused or (shown[0] if shown else None))
        self.more.emit()

    def _go(self, at: int) -> None:
        if 0 <= at < len(self.lines):
            line = self.lines[at]
            self._mark(line)
            line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _mark(self, line: OfferLine | None) -> None:
        for each in self._lines:  # Tab comes back to where one was
            strong = each is line
            policy = Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus
            each.setFocusPolicy(policy)
        if line is not None:
            self.setFocusProxy(line)
