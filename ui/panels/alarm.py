"""The screen of a call to 112: over everything, in the way of nothing.

It says "112 har svarat" only when the exchange has said so, or when the operator has ticked that
somebody answered a call by hand; in every other case it says to call (DOMAIN §3.6 R1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import Action
from ui.keys import keys
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import clock
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.check import Check
from ui.widgets.field import Field
from ui.widgets.key_hint import KeyHint
from ui.widgets.page import Page
from ui.widgets.shout import Shout
from ui.widgets.speech import announce, named
from ui.widgets.text import Text
from ui.widgets.timer import TimerLabel


class AlarmState(Enum):
    BY_HAND = auto()  # nobody rings but the operator
    CONNECTING = auto()
    ANSWERED = auto()
    ENDED = auto()


_MOVED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange}
TONES = {
    AlarmState.BY_HAND: ToneName.DANGER,
    AlarmState.CONNECTING: ToneName.WARNING,
    AlarmState.ANSWERED: ToneName.SUCCESS,
    AlarmState.ENDED: ToneName.WARNING,
}
ITEM_KEYS = (
    Action.ALARM_ITEM_1,
    Action.ALARM_ITEM_2,
    Action.ALARM_ITEM_3,
    Action.ALARM_ITEM_4,
    Action.ALARM_ITEM_5,
    Action.ALARM_ITEM_6,
)


@dataclass(frozen=True, slots=True)
class AlarmWho:
    """What to tell 112 about whom; empty where it is unknown or must not be shown."""

    caller: str = field(default="", repr=False)
    patient: str = field(default="", repr=False)
    identity: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class AlarmNotes:
    """What was typed and ticked on the screen, for whoever writes the note afterwards.

    `ticked` has the items' sentences and the seconds after the alarm; `answered_after` and
    `failed_after` are seconds after it too, None where 112 was not heard, or nothing failed.
    """

    place: str = field(default="", repr=False)
    ticked: Mapping[str, int] = field(default_factory=dict)
    raised_at: datetime | None = None
    answered_after: int | None = None
    failed_after: int | None = None


class AlarmScreen(QWidget):
    """A window as large as `over`, which gets no keys while it is there.

    `closed` when the operator has put it away, `answered` when the operator says that 112
    answered the call by hand, `again` asks for 112 once more after it has ended, `noted` when
    something has been typed or ticked.
    """

    closed = Signal()
    answered = Signal()
    noted = Signal()
    again = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        named(self, self.tr("Larm 112"))
        self.setWindowTitle(self.tr("Larm 112"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._over, self._state, self._by_hand = over, AlarmState.BY_HAND, ""
        self._ticked: dict[str, int] = {}
        self._raised_at: datetime | None = None
        self._answered_after: int | None = None
        self._failed_after: int | None = None
        self.shout = Shout(self.tr("RING 112 NU – programmet ringer inte"), ToneName.DANGER)
        self.clock = TimerLabel(self.tr("Tid sedan larmet"), Type.DISPLAY)
        self.trouble = Text("", role="warning", wrap=True)
        self.place = Field(
            self.tr("Var är patienten? Adress, våning, portkod"),
            keys=Action.ALARM_PLACE,
            longest=300,
        )
        self._who = [Text("", Type.TITLE, wrap=True) for _ in range(3)]
        self._checks: list[Check] = []
        self._furnish()
        self._bind()
        over.installEventFilter(self)

    @property
    def state(self) -> AlarmState:
        return self._state

    @property
    def notes(self) -> AlarmNotes:
        return AlarmNotes(
            self.place.text(),
            dict(self._ticked),
            self._raised_at,
            self._answered_after,
            self._failed_after,
        )

    def begin(
        self, state: AlarmState, raised_at: datetime | None = None, *, seconds: float = 0
    ) -> None:
        """Fill the window; the clock starts, or goes on `seconds` after the alarm."""
        self._raised_at = raised_at
        self.clock.count_from(seconds)
        self.show_state(state)
        self._cover()
        self.show()
        self.raise_()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_answered_at(self, at: datetime) -> None:
        """112 answered then; whether the talk goes on nobody knows.  It can be rung again."""
        self.show_state(AlarmState.ENDED)
        words = self.tr("112 svarade kl. {time}. Är samtalet brutet? Ring igen.")
        self.shout.say(words.format(time=clock(at)), TONES[AlarmState.ENDED])

    def go_on(self, notes: AlarmNotes) -> None:
        """Show what was typed and ticked before the program was started again."""
        self.place.set_text(notes.place)
        for check in self._checks:
            check.setChecked(check.text() in notes.ticked)
        self._ticked = dict(notes.ticked)
        self._answered_after, self._failed_after = notes.answered_after, notes.failed_after

    def show_state(self, state: AlarmState) -> None:
        if state is AlarmState.ANSWERED and self._answered_after is None:
            self._answered_after = self.clock.seconds
        if state is AlarmState.BY_HAND and self._state is AlarmState.CONNECTING:
            self._failed_after = self.clock.seconds
        self._state = state
        words = {
            AlarmState.BY_HAND: self.tr("RING 112 NU – programmet ringer inte"),
            AlarmState.CONNECTING: self.tr("Kopplar till 112 …"),
            AlarmState.ANSWERED: self.tr("112 har svarat"),
            AlarmState.ENDED: self.tr("Samtalet med 112 är slut. Bröts det? Ring igen."),
        }
        self.shout.say(words[state], TONES[state])
        self._answered.setVisible(state in {AlarmState.BY_HAND, AlarmState.CONNECTING})
        self._again.setVisible(state is AlarmState.ENDED)

    def show_who(self, who: AlarmWho) -> None:
        lines = (
            who.caller and self.tr("Inringarens nummer: {number}").format(number=who.caller),
            who.patient and self.tr("Patient: {name}").format(name=who.patient),
            who.identity and self.tr("Personnummer: {number}").format(number=who.identity),
        )
        for text, line in zip(self._who, lines, strict=True):
            text.setText(line)
            text.setVisible(bool(line))

    def show_trouble(self, sentence: str) -> None:
        """Something beside 112 did not work; it changes nothing of what is to be done."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        announce(self, sentence)

    def tick(self, place: int) -> None:
        """Turn one item of the list over."""
        self._checks[place].toggle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() in _MOVED and self.isVisible():
            self._cover()
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """The desktop's own way to close a window is too easily struck."""
        event.ignore()

    def _cover(self) -> None:
        corner = self._over.mapToGlobal(QPoint())
        self.setGeometry(QRect(corner, self._over.size()))

    def _furnish(self) -> None:
        whole = spaced(QVBoxLayout(self), gap="none")
        whole.addWidget(self.shout, 5)
        page = Page("l", "m")
        columns = spaced(QHBoxLayout(), gap="xl")
        columns.addLayout(self._telling(), 1)
        columns.addLayout(self._list(), 1)
        page.body.addLayout(columns)
        page.body.addWidget(self.trouble)
        page.body.addStretch()
        self.trouble.hide()
        whole.addWidget(page, 6)
        whole.addWidget(self._foot())

    def _telling(self) -> QVBoxLayout:
        column = spaced(QVBoxLayout(), gap="s")
        clock = spaced(QHBoxLayout(), gap="m")
        clock.addWidget(Text(self.tr("Sedan larmet"), role="muted"))
        clock.addWidget(self.clock)
        clock.addStretch()
        column.addLayout(clock)
        for text in self._who:
            text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            text.hide()
            column.addWidget(text)
        column.addWidget(self.place)
        column.addStretch()
        return column

    def _list(self) -> QVBoxLayout:
        column = spaced(QVBoxLayout(), gap="s")
        heading = Text(self.tr("Säg till 112"), Type.LEAD)
        heading.setProperty("heading", True)
        column.addWidget(heading)
        for words, key in zip(self._items(), ITEM_KEYS, strict=True):
            check = Check(words)
            check.toggled.connect(lambda on, words=words: self._on_ticked(words, on))
            self._checks.append(check)
            row = spaced(QHBoxLayout(), gap="s")
            row.addWidget(check, 1)
            row.addWidget(KeyHint(key))
            column.addLayout(row)
        column.addStretch()
        return column

    def _items(self) -> tuple[str, ...]:
        return (
            self.tr("Var patienten är"),
            self.tr("Vad som har hänt"),
            self.tr("Om patienten är vaken och andas"),
            self.tr("Numret att ringa tillbaka på"),
            self.tr("Vem som möter, om dörren är öppen"),
            self.tr("Sagt till inringaren: lägg inte på"),
        )

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("dialogFoot")
        row = spaced(QHBoxLayout(foot), ("xl", "m"), "s")
        later = self.tr("Anteckningen skrivs efteråt och står kvar som återstående.")
        row.addWidget(Text(later, Type.SMALL, role="muted", wrap=True), 1)
        self._answered = Button(self.tr("112 svarade mig"), keys=Action.ALARM_ANSWERED)
        self._answered.clicked.connect(self.answered)
        close = Button(self.tr("Stäng larmet"), ButtonKind.SECONDARY, keys=Action.CLOSE_ALARM)
        close.clicked.connect(self.closed)
        self._again = Button(self.tr("Ring 112 igen"), ButtonKind.DANGER, keys=Action.ALARM)
        self._again.clicked.connect(self.again)
        self._again.hide()
        row.addWidget(self._again)
        row.addWidget(self._answered)
        row.addWidget(close)
        return foot

    def _bind(self) -> None:
        keys().bind(self, Action.CLOSE_ALARM, self.closed.emit)
        keys().bind(self, Action.ALARM_ANSWERED, self.answered.emit)
        keys().bind(self, Action.ALARM_PLACE, self.place.edit.setFocus)
        self.place.changed.connect(lambda _: self.noted.emit())
        for place, action in enumerate(ITEM_KEYS):
            keys().bind(self, action, partial(self.tick, place))

    def _on_ticked(self, words: str, on: bool) -> None:
        if on:
            self._ticked[words] = self.clock.seconds
        else:
            self._ticked.pop(words, None)
        self.noted.emit()
