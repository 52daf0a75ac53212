"""Buttons: word, icon and key in one, in four kinds."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from ui.actions import Action
from ui.icons import pixmap, screen_ratio
from ui.keys import keys as keys_in_force
from ui.theme.colours import ToneName
from ui.theme.look import Appearance, current
from ui.theme.metrics import Type
from ui.tips import plain_tip
from ui.widgets.key_hint import key_cap_size, key_text, paint_key_cap
from ui.widgets.speech import named
from ui.widgets.text import repolish

GAP = 7  # between icon, word and key
SMALL = 5 / 6  # of a control's height: 30 px, and 24 are enough (WCAG 2.2, 2.5.8)


class ButtonKind(StrEnum):
    PRIMARY = "primary"  # the one thing to do next; at most one in sight
    SECONDARY = "secondary"
    QUIET = "quiet"  # no edge until it is pointed at
    DANGER = "danger"  # cannot be undone


class Button(QPushButton):
    """A push button.  It takes the focus by keys only, so a click leaves it in the note."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        icon: str | None = None,
        keys: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`keys` is only shown and told: an Action, whose key it follows, or a chord ("Esc")."""
        super().__init__(text, parent)
        named(self, name or text, key_text(keys) if keys else "")
        self._icon_name, self._keys, self._keys_shown = icon, keys, True
        self.setProperty("kind", kind.value)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        if isinstance(keys, Action):
            keys_in_force().changed.connect(self._on_keys_changed)

    def answer_to(self, action: Action, *, cap: bool = False) -> None:
        """Be pressed by the action's key while it is in sight and enabled.

        Without `cap` the key is told by the tool tip, in the palette and in the overview alone.
        """
        self._keys = action
        named(self, self.accessibleName(), key_text(action))
        keys_in_force().changed.connect(self._on_keys_changed)
        keys_in_force().bind(self, action, self.click)
        self.show_keys(cap)
        if not self.text():
            self.setToolTip(plain_tip(self._tip()))

    def set_kind(self, kind: ButtonKind) -> None:
        self.setProperty("kind", kind.value)
        repolish(self)

    def set_icon(self, name: str | None) -> None:
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def show_keys(self, shown: bool) -> None:
        """Whether the key cap is drawn; where there is no room for it the tool tip tells it."""
        if shown != self._keys_shown and key_text(self._keys) and self.text():
            self._keys_shown = shown
            self.setToolTip("" if shown else plain_tip(key_text(self._keys)))
            self.updateGeometry()
            self.update()

    def width_with_keys(self) -> int:
        """What it would need with its key cap."""
        if self._keys_shown or not key_text(self._keys) or not self.text():
            return self.sizeHint().width()
        return self.sizeHint().width() + GAP + key_cap_size(self._keys).width()

    def width_without_keys(self) -> int:
        """What it would need without its key cap."""
        if not self._keys_shown or not key_text(self._keys) or not self.text():
            return self.sizeHint().width()
        return self.sizeHint().width() - GAP - key_cap_size(self._keys).width()

    def sizeHint(self) -> QSize:
        metrics = current().metrics
        padding = metrics.control // 2 if not self.text() else metrics.padding + 2
        width = max(self._content_width() + 2 * padding, metrics.control)
        return QSize(metrics.control if not self.text() else width, metrics.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus, outside dialogs too."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        appearance = current()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        ink = self._ink(appearance)
        x = (self.width() - self._content_width()) / 2
        if self._icon_name:
            size = appearance.metrics.icon
            drawn = pixmap(self._icon_name, ink, size, screen_ratio())
            painter.drawPixmap(round(x), (self.height() - size) // 2, drawn)
            x += size + GAP
        if self.text():
            font = self._font(appearance)
            width = QFontMetrics(font).horizontalAdvance(self.text())
            painter.setFont(font)
            painter.setPen(ink)
            where = QRectF(x, 0, width + 2, self.height())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(where, flags | Qt.TextFlag.TextSingleLine, self.text())
            x += width + GAP
        if self._cap_shown():
            cap = key_cap_size(self._keys)
            top = (self.height() - cap.height()) / 2
            paint_key_cap(painter, QRectF(x, top, cap.width(), cap.height()), self._keys, ink)

    def _cap_shown(self) -> bool:
        return self._keys_shown and bool(self.text() and key_text(self._keys))

    def _on_keys_changed(self) -> None:
        named(self, self.accessibleName(), key_text(self._keys))
        if self.toolTip():
            self.setToolTip(plain_tip(self._tip()))
        self.updateGeometry()
        self.update()

    def _tip(self) -> str:
        return key_text(self._keys)

    def _font(self, appearance: Appearance) -> QFont:
        return appearance.font(Type.BODY, strong=True)

    def _content_width(self) -> int:
        appearance = current()
        parts: list[int] = []
        if self._icon_name:
            parts.append(appearance.metrics.icon)
        if self.text():
            parts.append(QFontMetrics(self._font(appearance)).horizontalAdvance(self.text()))
            if self._cap_shown():
                parts.append(key_cap_size(self._keys).width())
        return sum(parts) + GAP * max(0, len(parts) - 1)

    def _ink(self, appearance: Appearance) -> QColor:
        colours = appearance.colours
        if not self.isEnabled():
            return QColor(colours.disabled)
        kind = ButtonKind(self.property("kind"))
        if kind is ButtonKind.PRIMARY:
            return QColor(colours.accent_text)
        if kind is ButtonKind.DANGER:
            return QColor(colours.tone(ToneName.DANGER).on_solid)
        return QColor(colours.text)


class IconButton(Button):
    """A square button with an icon only; its name is the tool tip and what is read out."""

    def __init__(
        self,
        name: str,
        icon: str,
        kind: ButtonKind = ButtonKind.QUIET,
        *,
        keys: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`small` is for several in a block, where each row is somebody else's room."""
        self._small = small
        super().__init__("", kind, icon=icon, keys=keys, name=name, parent=parent)
        self.setToolTip(plain_tip(self._tip()))
        self.setProperty("square", True)

    def sizeHint(self) -> QSize:
        whole = super().sizeHint()
        return whole * SMALL if self._small else whole

    def _tip(self) -> str:
        return f"{self.accessibleName()}  {key_text(self._keys)}".rstrip()

    def rename(self, name: str, icon: str) -> None:
        """For a button that turns: show and hide, play and hold."""
        named(self, name, self.accessibleDescription())
        self.setToolTip(plain_tip(name))
        self.set_icon(icon)
