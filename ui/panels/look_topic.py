"""One topic of the decision support: threats to life first, then questions, advice, call-back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.badges import Badge
from ui.panels.look_lines import LineGroup, LineKind, TickLine, TopicLine
from ui.panels.note_text import Prose
from ui.panels.note_ticks import Tick
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.widgets.chip import Chip
from ui.widgets.page import Page
from ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class TopicSheet:
    """What is shown of a topic, in order.  `version` stands above; `about` beneath it all, with
    who has approved it and what it is not.
    """

    title: str
    lines: tuple[TopicLine, ...]
    marks: tuple[Badge, ...] = ()
    version: str = ""
    about: tuple[str, ...] = ()


class TopicView(Page):
    """`answered` carries a TopicLine and the Tick that is wanted; `left` when one wants back.

    Up and down go from line to line; J and N answer a question and go on, Space ticks.
    """

    answered = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(("m", "s"), "s", parent=parent)
        self.setAccessibleName(self.tr("Ämne"))
        self.lines: list[TickLine] = []

    def show_sheet(self, sheet: TopicSheet) -> None:
        """Show another topic; how its lines stand is told by `show_ticks`."""
        emptied(self.body)
        self.lines = []
        head = QWidget()
        row = spaced(QHBoxLayout(head), gap="s")
        title = Text(sheet.title, Type.LEAD, wrap=True)
        title.setProperty("heading", True)
        row.addWidget(title, 1)
        for badge in sheet.marks:
            row.addWidget(Chip(badge).giving_way())
        self.body.addWidget(head)
        if sheet.version:
            self.body.addWidget(Prose(sheet.version, role="muted"))
        self._group(self.tr("Livshot – fråga först"), sheet.lines, LineKind.THREAT)
        self._group(self.tr("Frågor"), sheet.lines, LineKind.QUESTION)
        self._group(self.tr("Råd"), sheet.lines, LineKind.ADVICE)
        self._group(self.tr("Återkom om"), sheet.lines, LineKind.CALL_BACK)
        for words in sheet.about:
            self.body.addWidget(Prose(words, role="muted"))
        self.body.addStretch(1)
        self.verticalScrollBar().setValue(0)
        self._mark(0)

    def show_ticks(self, ticks: Mapping[TopicLine, Tick]) -> None:
        for line in self.lines:
            line.show_tick(ticks.get(line.line, Tick.NONE))

    def take_focus(self) -> None:
        at = next((n for n, line in enumerate(self.lines) if line.tick is Tick.NONE), 0)
        self._go(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = next((n for n, line in enumerate(self.lines) if line.hasFocus()), None)
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif at is None:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._go(at + (1 if key == Qt.Key.Key_Down else -1))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._go(0 if key == Qt.Key.Key_Home else len(self.lines) - 1)
        elif key in {Qt.Key.Key_J, Qt.Key.Key_N}:
            self._answer(at, Tick.YES if key == Qt.Key.Key_J else Tick.NO)
        else:
            super().keyPressEvent(event)

    def _answer(self, at: int, tick: Tick) -> None:
        line = self.lines[at]
        if not line.line.yes_or_no and tick is Tick.NO:
            tick = line.tick  # nothing can be denied: it is as not ticked
        wanted = Tick.NONE if line.tick is tick else tick  # the same once more takes it back
        self.answered.emit(line.line, wanted)
        self._go(at + 1)

    def _group(self, title: str, lines: Sequence[TopicLine], kind: LineKind) -> None:
        mine = [line for line in lines if line.kind is kind]
        if not mine:
            return
        group = LineGroup(title, threat=kind is LineKind.THREAT, parent=self.widget())
        for each in mine:
            line = TickLine(each, group)
            line.answered.connect(lambda tick, each=each: self.answered.emit(each, tick))
            group.add(line)
            self.lines.append(line)
        self.body.addWidget(group)

    def _go(self, at: int) -> None:
        if 0 <= at < len(self.lines):
            self._mark(at)
            self.lines[at].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._bring(at)

    def _bring(self, at: int) -> None:
        """Into sight; with the first what stands above it, with the last what stands beneath."""
        bar = self.verticalScrollBar()
        if at == 0:
            bar.setValue(0)
        elif at == len(self.lines) - 1:
            bar.setValue(bar.maximum())
        else:
            self.ensureWidgetVisible(self.lines[at], 0, 24)

    def _mark(self, at: int) -> None:
        for place, line in enumerate(self.lines):  # Tab comes back to where one was
            strong = place == at
            line.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)
