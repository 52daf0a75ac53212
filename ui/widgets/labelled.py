"""What every field shares: a label above, help or an error beneath, a name for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Action
from ui.keys import keys as keys_in_force
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.key_hint import KeyHint, key_text
from ui.widgets.speech import announce, named
from ui.widgets.text import Glyph, Text, repolish


class Labelled(QWidget):
    """A control with its label.  Subclasses hand in the control they wrap."""

    def __init__(
        self,
        label: str,
        control: QWidget,
        *,
        help: str = "",
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._help, self._keys, self._control = help, keys, control
        self._error = self._warning = ""
        named(control, label, self._description())
        self._label = QLabel(label, self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("type", "label")
        self._label.setBuddy(control)
        policy = QSizePolicy.Policy
        self._label.setSizePolicy(policy.Preferred, policy.Fixed)
        above = spaced(QHBoxLayout(), gap="s")
        above.addWidget(self._label)
        above.addStretch()
        self._hint = KeyHint(keys, self) if keys else None
        if self._hint is not None:
            above.addWidget(self._hint)
        self._mark = Glyph("error", "danger", scale=0.85, parent=self)
        self._message = Text(help, Type.SMALL, role="muted", wrap=True, parent=self)
        beneath = spaced(QHBoxLayout(), gap="xs")
        beneath.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        beneath.addWidget(self._message, 1)
        column = spaced(QVBoxLayout(self), gap="xs")
        column.addLayout(above)
        column.addWidget(control)
        column.addLayout(beneath)
        # Room that is left over belongs beneath, never between the label and its field.
        column.addSpacerItem(QSpacerItem(0, 0, policy.Minimum, policy.Ignored))
        self.setFocusProxy(control)
        self._show_message()
        if isinstance(keys, Action):
            keys_in_force().changed.connect(self._on_keys_changed)

    @property
    def label(self) -> str:
        return self._label.text()

    @property
    def error(self) -> str:
        """The sentence under the field, empty when nothing is wrong."""
        return self._error

    def show_error(self, sentence: str) -> None:
        """Say what is wrong, at the field and aloud; an empty sentence clears it."""
        if sentence == self._error:
            return
        self._error = sentence
        self._show_message()
        named(self._control, self.label, self._description())
        self._control.setProperty("error", bool(sentence))
        repolish(self._control)
        announce(self._control, sentence, urgent=True)

    def clear_error(self) -> None:
        self.show_error("")

    def warn(self, sentence: str) -> None:
        """Say what to look at once more, at the field and aloud; it stops nobody."""
        if sentence == self._warning:
            return
        self._warning = sentence
        self._show_message()
        named(self._control, self.label, self._description())
        announce(self._control, sentence)

    @property
    def warning(self) -> str:
        """What to look at once more, empty when nothing is doubtful."""
        return self._warning

    def set_help(self, sentence: str) -> None:
        self._help = sentence
        self._show_message()
        named(self._control, self.label, self._description())

    def _on_keys_changed(self) -> None:
        named(self._control, self.label, self._description())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        if self._hint is not None:
            gap = current().metrics.space("s")
            wanted = self._label.sizeHint().width() + gap + self._hint.sizeHint().width()
            self._hint.give_room(wanted <= self.width())

    def _show_message(self) -> None:
        shown = self._error or self._warning or self._help
        tone = "danger" if self._error else "warning"
        self._message.setText(shown)
        self._message.set_role(tone if self._error or self._warning else "muted")
        self._message.setVisible(bool(shown))
        self._mark.show_icon("error" if self._error else "warning", tone)
        self._mark.setVisible(bool(self._error or self._warning))

    def _description(self) -> str:
        keys = key_text(self._keys) if self._keys else ""
        return " ".join(part for part in (self._error, self._warning, self._help, keys) if part)
