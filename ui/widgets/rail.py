"""The side rail: where one is, where one can go, and who one is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.actions import Action
from ui.icons import pixmap, screen_ratio
from ui.keys import keys as keys_in_force
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.tips import plain_tip
from ui.widgets.key_hint import key_cap_size, key_text, paint_key_cap
from ui.widgets.speech import named

GAP = 10
LARGE = 1.25
LOWEST, LEAST = 0.6, 24  # of the height of a control; pixels (WCAG 2.5.8)


class RailButton(QAbstractButton):
    """Icon, word, a number of waiting things, and the key.  The one shown has a bar at its edge."""

    def __init__(
        self, text: str, icon: str, *, keys: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        named(self, text, key_text(keys) if keys else "")
        self._icon_name, self._keys, self._count = icon, keys, 0
        self._sentence = ""
        self.setToolTip(plain_tip(key_text(keys) if keys else ""))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Lower where many places have to share the height; never higher than it likes.
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
        if isinstance(keys, Action):
            keys_in_force().changed.connect(self._tell)

    @property
    def count(self) -> int:
        return self._count

    def set_count(self, count: int, sentence: str = "") -> None:
        """Show a number; `sentence` says what is counted ("3 att återuppringa")."""
        self._count, self._sentence = count, sentence
        self._tell()

    def _tell(self) -> None:
        keys = key_text(self._keys) if self._keys else ""
        told = " ".join(part for part in (self._sentence, keys) if part)
        named(self, self.text(), told)
        self.setToolTip(plain_tip(told))
        self.update()

    def sizeHint(self) -> QSize:
        metrics = current().metrics
        width = QFontMetrics(self._font(strong=True)).horizontalAdvance(self.text())
        width += metrics.icon + GAP + 2 * metrics.padding
        width += key_cap_size(self._keys if self._cap_shown() else "99").width() + GAP * 2
        return QSize(width, metrics.control + 4)

    def minimumSizeHint(self) -> QSize:
        low = max(LEAST, round(current().metrics.control * LOWEST))
        return QSize(self.sizeHint().width(), low)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        appearance = current()
        colours, metrics = appearance.colours, appearance.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ink = QColor(colours.accent_ink if self.isChecked() else colours.text)
        if not self.isEnabled():
            ink = QColor(colours.disabled)
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.setBrush(QColor(colours.accent_soft if self.isChecked() else colours.hover))
            painter.drawRoundedRect(self.rect(), metrics.radius, metrics.radius)
        if self.isChecked():
            painter.setBrush(QColor(colours.accent))
            bar = QRectF(0, self.height() * 0.22, 3, self.height() * 0.56)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        x, size = metrics.padding, metrics.icon
        drawn = pixmap(self._icon_name, ink, size, screen_ratio())
        painter.drawPixmap(x, (self.height() - size) // 2, drawn)
        x += size + GAP
        painter.setPen(ink)
        painter.setFont(self._font(strong=self.isChecked()))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(x, 0, self.width() - x, self.height()), flags, self.text())
        self._paint_end(painter, QColor(colours.muted) if self.isEnabled() else ink)

    def _paint_end(self, painter: QPainter, ink: QColor) -> None:
        appearance = current()
        right = self.width() - appearance.metrics.padding
        middle = Qt.AlignmentFlag.AlignCenter
        if self._count:
            font = appearance.font(Type.SMALL, strong=True, figures=True)
            words = str(self._count) if self._count < 100 else "99+"
            high = QFontMetrics(font).height() + 2
            wide = max(high, QFontMetrics(font).horizontalAdvance(words) + 10)
            box = QRectF(right - wide, (self.height() - high) / 2, wide, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(appearance.colours.accent))
            painter.drawRoundedRect(box, high / 2, high / 2)
            painter.setPen(QColor(appearance.colours.accent_text))
            painter.setFont(font)
            painter.drawText(box, middle, words)
        elif self._cap_shown():
            cap = key_cap_size(self._keys)
            top = (self.height() - cap.height()) / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(right - cap.width(), top, cap.width(), cap.height())
            paint_key_cap(painter, box, self._keys, ink)

    def _cap_shown(self) -> bool:
        """In large text the page needs the room more; the tool tip still tells the key."""
        return bool(key_text(self._keys)) and current().metrics.scale < LARGE

    def _font(self, *, strong: bool) -> QFont:
        return current().font(Type.BODY, strong=strong)


class Rail(QFrame):
    """A column of places; arrows move between them.  `chosen` carries the place's name."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self._buttons: dict[str, RailButton] = {}
        whole = spaced(QVBoxLayout(self), ("m", "m"), "xs")
        self.head = spaced(QVBoxLayout(), gap="s")
        self._places = spaced(QVBoxLayout(), gap="xs")
        self.foot = spaced(QVBoxLayout(), gap="xs")
        whole.addLayout(self.head)
        whole.addLayout(self._places)
        whole.addStretch()
        whole.addLayout(self.foot)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def add_place(self, place: str, button: RailButton) -> None:
        button.setCheckable(True)
        button.setAutoExclusive(True)
        self._buttons[place] = button
        self._places.addWidget(button)
        button.clicked.connect(lambda: self.chosen.emit(place))

    def button(self, place: str) -> RailButton:
        return self._buttons[place]

    def show_place(self, place: str) -> None:
        self._buttons[place].setChecked(True)
