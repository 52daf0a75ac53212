"""Words on the screen, in the type scale; and icons that follow the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.icons import pixmap, screen_ratio
from ui.theme.look import colour, current
from ui.theme.metrics import Type


def repolish(widget: QWidget) -> None:
    """Let the style sheet look again after a property has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


class Text(QLabel):
    """A label.  Always plain text: no name or number can ever become markup."""

    def __init__(
        self,
        text: str = "",
        type_: Type = Type.BODY,
        *,
        role: str = "text",
        wrap: bool = False,
        figures: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", type_.value)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if figures:
            font = self.font()
            font.setFeature(font.Tag("tnum"), 1)
            self.setFont(font)

    def set_role(self, role: str) -> None:
        """Change the colour: "text", "muted", "accent" or a tone's name."""
        if self.property("role") != role:
            self.setProperty("role", role)
            repolish(self)


class Glyph(QLabel):
    """One icon.  It says nothing to a screen reader: the words beside it do."""

    def __init__(
        self,
        name: str,
        role: str = "text",
        *,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._scale = name, role, scale
        self._drawn: tuple[str, str, int] | None = None
        self.setSizePolicy(self.sizePolicy().Policy.Fixed, self.sizePolicy().Policy.Fixed)
        self._draw()

    def show_icon(self, name: str, role: str) -> None:
        self._name, self._role = name, role
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        tint, size = colour(self._role), round(current().metrics.icon * self._scale)
        wanted = (self._name, tint.name(), size)
        if wanted != self._drawn:  # Qt announces one change of style several times
            self._drawn = wanted
            self.setPixmap(pixmap(self._name, tint, size, screen_ratio()))
