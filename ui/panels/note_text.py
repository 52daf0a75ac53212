"""The composed text of a note, to be read: headings and paragraphs, the same as on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.composition import Section
from ui.badges import URGENCY, urgency_badge
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.widgets.chip import Chip
from ui.widgets.speech import named
from ui.widgets.text import Text

NARROWEST = 160  # pixels, of which a long text asks for no more


class Prose(Text):
    """A text that may be long: it is measured once for each width, not at every question."""

    def __init__(self, text: str, *, role: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(text, role=role, wrap=True, parent=parent)
        self._heights: dict[int, int] = {}

    def say(self, text: str) -> None:
        """Another text in the same place."""
        self._heights.clear()
        self.setText(text)

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(NARROWEST, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.__dict__.setdefault("_heights", {}).clear()


class NoteText(QWidget):
    """Sections in their order.  Struck through when the text no longer stands.

    `live` for a text that changes while one looks on; what stands still can be marked and copied.
    """

    def __init__(
        self, *, struck: bool = False, live: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._struck, self._live = struck, live
        self._shown: tuple[Section, ...] | None = None
        self._words: dict[str, Prose] = {}
        self._column = spaced(QVBoxLayout(self), gap="m")
        named(self, self.tr("Anteckningens text"))

    @property
    def shown(self) -> tuple[Section, ...]:
        return self._shown or ()

    def show_sections(self, sections: Sequence[Section], urgency: str = "") -> None:
        """`urgency` is the code whose mark stands beside its words."""
        wanted, before = tuple(sections), self._shown
        if wanted == before:
            return
        self._shown = wanted
        if before is not None and self._say(before, wanted):
            return
        emptied(self._column)
        self._words.clear()
        for section in sections:
            if section.key == "urgency" and urgency in URGENCY and not self._struck:
                self._put(section.heading, Chip(urgency_badge(urgency, section.text)))
            else:
                self._put(section.heading, self._prose(section))

    def _say(self, before: Sequence[Section], wanted: Sequence[Section]) -> bool:
        """Change words where the headings stay as they are; False where that is not enough."""
        if [each.key for each in before] != [each.key for each in wanted]:
            return False
        changed = [new for old, new in zip(before, wanted, strict=True) if old != new]
        if any(section.key not in self._words for section in changed):
            return False
        for section in changed:
            self._words[section.key].say(section.text)
        return True

    def _prose(self, section: Section) -> QWidget:
        words = Prose(section.text, role="muted" if self._struck else "text", parent=self)
        if not self._live:
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if self._struck:
            font = words.font()
            font.setStrikeOut(True)
            words.setFont(font)
        self._words[section.key] = words
        return words

    def _put(self, name: str, content: QWidget) -> None:
        held = QWidget(self)
        lines = spaced(QVBoxLayout(held), gap="xs")
        lines.addWidget(Text(name, Type.SMALL, role="muted", parent=held))
        whole = isinstance(content, Prose)  # as wide as there is room; a mark is not
        lines.addWidget(content, 0, Qt.AlignmentFlag(0) if whole else Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(held)
        held.show()
