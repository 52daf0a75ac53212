"""Lines of a topic that are ticked by keys: a question answered, a piece of advice given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.panels.note_text import Prose
from ui.panels.note_ticks import Tick
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.speech import named
from ui.widgets.text import Glyph, Text

OPEN_WORDS = frozenset(
    ("hur", "vad", "när", "var", "vart", "varför", "vem", "vilka", "vilken", "vilket", "vilkas")
)


class LineKind(StrEnum):
    THREAT = "threat"
    QUESTION = "question"
    ADVICE = "advice"
    CALL_BACK = "call_back"

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return self in {LineKind.THREAT, LineKind.QUESTION}


@dataclass(frozen=True, slots=True)
class TopicLine:
    """One line of a topic."""

    kind: LineKind
    text: str

    @property
    def yes_or_no(self) -> bool:
        """Whether J and N answer it; "how" and "when" are written down, and answered in words."""
        first = self.text.split(maxsplit=1)[:1]
        return self.kind.asks and first[0].casefold() not in OPEN_WORDS if first else False


class TickLine(QAbstractButton):
    """A line with its mark.  `answered` carries the Tick that is wanted."""

    answered = Signal(object)

    def __init__(self, line: TopicLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line, self.tick = line, Tick.NONE
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._mark = Glyph("shape-box", "muted", scale=0.9, parent=self)
        self._text = Prose(line.text, parent=self)  # asks for a line, and takes what it needs
        self._state = Text("", Type.SMALL, role="muted", parent=self)
        row = spaced(QHBoxLayout(self), ("s", "xs"), "s")
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._mark, 0, top)
        row.addWidget(self._text, 1)
        row.addWidget(self._state, 0, top)
        for child in (self._mark, self._text, self._state):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._on_clicked)
        self.show_tick(Tick.NONE)

    def show_tick(self, tick: Tick) -> None:
        """Show how it stands, without a signal."""
        self.tick = tick
        icon = {Tick.YES: "check", Tick.NO: "minus", Tick.NONE: "shape-box"}[tick]
        self._mark.show_icon(icon, "muted" if tick is Tick.NONE else "accent")
        words = self._words(tick)
        self._state.setText(words if tick is not Tick.NONE else "")
        named(self, f"{self.line.text} {words}")
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()  # a button would go to its neighbour; the topic knows its lines
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        appearance = current()
        colours = appearance.colours
        ground, edge = colours.raised, colours.line
        if self.tick is not Tick.NONE:
            edge = appearance.tone(ToneName.ACCENT).solid
        elif self.underMouse() or self.hasFocus():
            ground = colours.hover
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, appearance.metrics.radius, appearance.metrics.radius)

    def _words(self, tick: Tick) -> str:
        if self.line.yes_or_no:
            words = {
                Tick.NONE: self.tr("inte frågat"),
                Tick.YES: self.tr("ja"),
                Tick.NO: self.tr("nej"),
            }
            return words[tick]
        if self.line.kind.asks:
            return self.tr("inte frågat") if tick is Tick.NONE else self.tr("frågat")
        return self.tr("inte sagt") if tick is Tick.NONE else self.tr("sagt")

    def _on_clicked(self) -> None:
        cycle = [Tick.NONE, Tick.YES, *([Tick.NO] if self.line.yes_or_no else [])]
        self.answered.emit(cycle[(cycle.index(self.tick) + 1) % len(cycle)])


class LineGroup(QWidget):
    """Lines under a heading; with an edge in red, an icon and its words for a threat to life."""

    def __init__(self, title: str, *, threat: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, title)
        self._threat = threat
        self._column = spaced(QVBoxLayout(self), "s" if threat else "none", "xs")
        head = spaced(QHBoxLayout(), gap="xs")
        if threat:
            head.addWidget(Glyph("warning", "danger", scale=0.9, parent=self))
        words = Text(title, Type.STRONG, role="danger" if threat else "text", wrap=True)
        words.setProperty("heading", True)
        head.addWidget(words, 1)
        self._column.addLayout(head)

    def add(self, line: TickLine) -> None:
        self._column.addWidget(line)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._threat:
            return
        appearance = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(appearance.tone(ToneName.DANGER).solid), 2))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, appearance.metrics.radius, appearance.metrics.radius)
