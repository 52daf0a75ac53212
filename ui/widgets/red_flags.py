"""What free text raises: silent questions beside the text, and 112 at a touch.

It sets no level, makes no sound, takes no focus and stops nobody.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kundcenter.domain.red_flags import RedFlags
from kundcenter.domain.tripwire import Raised, raised, wires
from ui.actions import Action
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.card import Card
from ui.widgets.speech import named
from ui.widgets.text import Text

PAUSE_MS = 300  # after the last key before the text is looked at
MOST_SHOWN = 3
MOST_WORDS = 4  # that are told as the reason


class RedFlagPanel(QWidget):
    """What the text of a card raises.  Hidden while it raises nothing.

    `alarm_wanted` when 112 is asked for beside it, `changed` when it shows something else.
    """

    alarm_wanted = Signal()
    changed = Signal()

    def __init__(self, flags: RedFlags, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, self.tr("Varningstecken i texten"))
        self._wires = wires(flags)
        self._text = ""
        self._dismissed: set[str] = set()
        self._shown: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look_now)
        card = Card(self.tr("Varningstecken"), icon="warning")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._alarm = Button(self.tr("Larma 112"), ButtonKind.DANGER)
        self._alarm.clicked.connect(self.alarm_wanted)
        card.trailing.addWidget(self._alarm)
        self._rows = card.body
        whole = spaced(QVBoxLayout(self), gap="none")
        whole.addWidget(card)
        self.hide()

    @property
    def shown(self) -> tuple[str, ...]:
        """The codes of the flags in sight."""
        return tuple(code for code, _ in self._shown)

    def look_at(self, text: str) -> None:
        """The text of the card as it is now; it is looked at when the keys have rested."""
        self._text = text
        self._pause.start()

    def look_now(self) -> None:
        """Look at the text without waiting."""
        self._pause.stop()
        met = raised(self._text, self._wires)
        found = [each for each in met if each.rule.code not in self._dismissed]
        shown = tuple((each.rule.code, self._words(each)) for each in found)
        if shown != self._shown:  # what is in sight is not built anew at every key
            self._shown = shown
            self._show(found)

    def dismiss(self, code: str) -> None:
        """Not asked about again on this card."""
        self._dismissed.add(code)
        self.look_now()

    def begin(self) -> None:
        """Another card: what was put away on the last is not put away here."""
        self._dismissed.clear()
        self.look_at("")
        self.look_now()

    def _words(self, found: Raised) -> tuple[str, ...]:
        words = dict.fromkeys(self._text[start:end].lower() for start, end in found.places)
        return tuple(words)[:MOST_WORDS]

    def _show(self, found: list[Raised]) -> None:
        emptied(self._rows)
        for at, each in enumerate(found[:MOST_SHOWN]):
            self._rows.addWidget(self._row(each, first=at == 0))
        if len(found) > MOST_SHOWN:
            more = self.tr("{count} tecken till i texten.").format(count=len(found) - MOST_SHOWN)
            self._rows.addWidget(Text(more, Type.SMALL, role="muted"))
        self.setVisible(bool(found))
        self.changed.emit()

    def _row(self, found: Raised, *, first: bool) -> QWidget:
        flag, row = found.rule, QWidget()
        named(row, flag.sign, flag.ask)
        across = spaced(QHBoxLayout(row), gap="s")
        words = spaced(QVBoxLayout(), gap="xs")
        words.addWidget(Text(flag.ask, Type.STRONG, wrap=True))
        reason = self.tr("{sign} – i texten: {words}").format(
            sign=flag.sign, words=", ".join(f"”{word}”" for word in self._words(found))
        )
        words.addWidget(Text(reason, Type.SMALL, role="muted", wrap=True))
        across.addLayout(words, 1)
        away = IconButton(self.tr("Dölj: {sign}").format(sign=flag.sign), "close")
        away.clicked.connect(lambda: self.dismiss(flag.code))
        if first:
            away.answer_to(Action.HIDE_FLAG)
        across.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return row
