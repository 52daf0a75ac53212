"""The quiet line at the bottom: is the store well, is the centre there, what is not yet sent."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.badges import Badge
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.speech import announce, named
from ui.widgets.text import Glyph, Text


class StatusItem(QWidget):
    """An icon and a few words; the icon's shape changes with the state, not only its colour."""

    def __init__(self, badge: Badge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = badge
        row = spaced(QHBoxLayout(self), gap="xs")
        self._glyph = Glyph(badge.icon or "info", "muted", scale=0.8)
        self._text = Text("", Type.SMALL, role="muted")
        row.addWidget(self._glyph)
        row.addWidget(self._text)
        self._show(badge)

    def show_badge(self, badge: Badge) -> None:
        """Another state; a worse one is spoken."""
        if badge == self._badge:
            return
        self._show(badge)
        announce(self, badge.text, urgent=badge.tone is ToneName.DANGER)

    def _show(self, badge: Badge) -> None:
        self._badge = badge
        named(self, badge.text)
        role = "muted" if badge.tone is ToneName.NEUTRAL else badge.tone.value
        self._glyph.show_icon(badge.icon or "info", role)
        self._text.setText(badge.text)
        self._text.set_role(role)


class StatusBar(QFrame):
    """Items from the left by name; widgets put into `right` stand at the right."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self._items: dict[str, StatusItem] = {}
        row = spaced(QHBoxLayout(self), ("l", "xs"), "l")
        self._left = spaced(QHBoxLayout(), gap="l")
        self.right = spaced(QHBoxLayout(), gap="m")
        row.addLayout(self._left)
        row.addStretch()
        row.addLayout(self.right)

    def show_item(self, item: str, badge: Badge) -> None:
        """Show or change the item of that name."""
        if item in self._items:
            self._items[item].show_badge(badge)
        else:
            self.put_item(item, StatusItem(badge))

    def put_item(self, item: str, widget: StatusItem) -> None:
        """An item that shows itself."""
        self._items[item] = widget
        self._left.addWidget(widget)

    def drop_item(self, item: str) -> None:
        """Take the item of that name away, if it is shown."""
        widget = self._items.pop(item, None)
        if widget is not None:
            self._left.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
