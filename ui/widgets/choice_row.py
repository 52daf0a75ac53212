"""Alternatives side by side: shape, word and key; chosen by that key, arrows or mouse."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from ui.badges import Badge
from ui.icons import pixmap, screen_ratio
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.key_hint import key_cap_size, paint_key_cap
from ui.widgets.labelled import Labelled
from ui.widgets.speech import named

LIKELY = 900  # pixels
GAP = 8
DENSE = 0.84  # of the height of a control: still 24 pixels at the smallest
_MARKS = "123456789abcdefghijklmnopqrstuvwxyzåäö"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Choice:
    """One alternative: `value` is what it means to the program."""

    value: str
    badge: Badge


class Segment(QRadioButton):
    """One alternative as a large button.  To assistive technology it is a radio button."""

    def __init__(
        self, choice: Choice, mark: str, *, dense: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(choice.badge.text, parent)
        self.choice, self._number, self._dense = choice, mark.upper(), dense
        named(self, choice.badge.text, self._number)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        metrics = current().metrics
        width = QFontMetrics(self._font(strong=True)).horizontalAdvance(self.text())
        if self.choice.badge.icon:
            width += metrics.icon + GAP
        width += GAP + key_cap_size(self._number).width()
        high = round(metrics.control * DENSE) if self._dense else metrics.control
        return QSize(width + 2 * metrics.padding, high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        appearance = current()
        colours, metrics = appearance.colours, appearance.metrics
        badge, chosen = self.choice.badge, self.isChecked()
        tone = appearance.tone(ToneName.ACCENT if badge.tone is ToneName.NEUTRAL else badge.tone)
        ground, edge, ink = colours.raised, colours.edge, colours.text
        if not self.isEnabled():
            ground, edge, ink = colours.sunken, colours.line, colours.disabled
        elif chosen:
            ground, edge, ink = tone.soft, tone.solid, tone.ink
            if tone.soft == colours.raised:  # a ground one could not see: fill it with the tone
                ground, ink = tone.solid, tone.on_solid
        elif self.underMouse():
            ground = colours.hover
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if chosen else 1
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, metrics.radius, metrics.radius)
        x = metrics.padding
        if badge.icon:
            mark = QColor(ink if ground == tone.solid else tone.solid)
            if not self.isEnabled():
                mark = QColor(colours.disabled)
            drawn = pixmap(badge.icon, mark, metrics.icon, screen_ratio())
            painter.drawPixmap(x, (self.height() - metrics.icon) // 2, drawn)
            x += metrics.icon + GAP
        cap = key_cap_size(self._number)
        right = self.width() - metrics.padding - cap.width()
        painter.setPen(QColor(ink))
        painter.setFont(self._font(strong=chosen))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(x, 0, right - x, self.height()), flags, self.text())
        if chosen:  # a tick instead of the number: chosen is more than a colour
            tick = pixmap("check", QColor(ink), metrics.icon, screen_ratio())
            at = right + cap.width() - metrics.icon
            painter.drawPixmap(at, (self.height() - metrics.icon) // 2, tick)
            return
        keys = QRectF(right, (self.height() - cap.height()) / 2, cap.width(), cap.height())
        number = colours.muted if self.isEnabled() else colours.disabled
        paint_key_cap(painter, keys, self._number, QColor(number))

    def _font(self, *, strong: bool) -> QFont:
        return current().font(Type.BODY, strong=strong)


def marks_for(words: Sequence[str]) -> tuple[str, ...]:
    """A key for each of the words: the first letter of one of its words, else any of its letters.

    Every mark is another letter or figure, as far as the alphabet goes (38 of them).
    """
    taken: list[str] = []
    for each in words:
        low = each.casefold()
        begins = [part[0] for part in _WORD.findall(low)]
        wanted = (*begins, *(sign for sign in low if sign in _MARKS), *_MARKS)
        taken.append(next(sign for sign in wanted if sign in _MARKS and sign not in taken))
    return tuple(taken)


class Segments(QWidget):
    """The row itself: as many columns as fit, all of the same width; `dense` for a whole list.

    `marks` are the keys, one letter or figure for each; without them they are numbered.  `struck`
    after a choice by its own key, when nothing more needs to be asked.
    """

    chosen = Signal(str)
    struck = Signal()

    def __init__(
        self,
        choices: Sequence[Choice],
        marks: Sequence[str] = (),
        *,
        dense: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._marks = tuple(marks) or tuple(str(n) for n in range(1, len(choices) + 1))
        self._group = QButtonGroup(self)
        self._grid = spaced(QGridLayout(self), gap="xs" if dense else "s")
        self._segments = [
            Segment(choice, mark, dense=dense, parent=self)
            for choice, mark in zip(choices, self._marks, strict=True)
        ]
        for segment in self._segments:
            self._group.addButton(segment)
        self._columns = 0
        self._group.buttonClicked.connect(lambda one: self.chosen.emit(one.choice.value))
        # Until it knows its width; a dialog is placed by what it asks for now.
        widest = max(segment.sizeHint().width() for segment in self._segments)
        likely = round(LIKELY * current().metrics.scale)
        self._arrange(max(1, min(len(self._segments), likely // widest)))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> str | None:
        one = self._group.checkedButton()
        return one.choice.value if isinstance(one, Segment) else None

    def choose(self, value: str | None) -> None:
        """Show `value` as chosen, or nothing; no signal."""
        self._group.setExclusive(False)
        for segment in self._segments:
            segment.setChecked(segment.choice.value == value)
        self._group.setExclusive(True)

    def allow(self, values: Collection[str]) -> None:
        """Let only these be chosen from now on; the others stay in sight."""
        for segment in self._segments:
            segment.setEnabled(segment.choice.value in values)

    def first(self) -> QWidget:
        """Where the focus goes: the chosen one, else the first that can be."""
        free = (each for each in self._segments if each.isEnabled())
        return self._group.checkedButton() or next(free, self._segments[0])

    def strike(self, key: str) -> bool:
        """Choose as by the alternative's own key; whether there is one."""
        key = key.casefold()
        if key not in self._marks or not self.isVisible():
            return False
        segment = self._segments[self._marks.index(key)]
        if not segment.isEnabled():
            return False
        segment.setFocus(Qt.FocusReason.ShortcutFocusReason)
        segment.click()
        self.struck.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if held or not self.strike(event.text()):
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        widest = max(segment.sizeHint().width() for segment in self._segments)
        return QSize(widest, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        gap = self._grid.horizontalSpacing()
        widest = max(segment.sizeHint().width() for segment in self._segments)
        fitting = max(1, (self.width() + gap) // (widest + gap))
        rows = -(-len(self._segments) // min(fitting, len(self._segments)))
        self._arrange(-(-len(self._segments) // rows))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for number, segment in enumerate(self._segments):
            self._grid.addWidget(segment, number // columns, number % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)


class ChoiceRow(Labelled):
    """A labelled row of alternatives; `chosen` carries the value when the operator chooses.

    `struck` when that was done by the alternative's own key.
    """

    chosen = Signal(str)
    struck = Signal()

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice],
        *,
        help: str = "",
        keys: str = "",
        marks: Sequence[str] = (),
        dense: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._row = Segments(choices, marks, dense=dense)
        super().__init__(label, self._row, help=help, keys=keys, parent=parent)
        self._row.chosen.connect(self._on_chosen)
        self._row.struck.connect(self.struck)

    @property
    def value(self) -> str | None:
        return self._row.value

    def choose(self, value: str | None) -> None:
        self._row.choose(value)

    def allow(self, values: Collection[str]) -> None:
        """Let only these be chosen from now on; the others stay in sight."""
        self._row.allow(values)

    def take_focus(self) -> None:
        self._row.first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def strike(self, key: str) -> bool:
        """Choose as by the alternative's own key, from elsewhere; whether there is one."""
        return self._row.strike(key)

    def _on_chosen(self, value: str) -> None:
        self.clear_error()
        self.chosen.emit(value)
