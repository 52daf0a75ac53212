"""The call strip: fixed at the top, tells of the call, and never takes the focus.

A ringing call changes the strip and nothing else.  The buttons do not react during the first
400 ms after the strip has changed, so that a click meant for something else answers nothing; the
keys are chords made elsewhere, and only shown here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from PySide6.QtCore import QElapsedTimer, QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.badges import Badge
from ui.panels.switchboard.greeting import GreetingLine
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.chip import Chip
from ui.widgets.medallion import Medallion
from ui.widgets.speech import announce, named
from ui.widgets.text import Text, repolish
from ui.widgets.timer import TimerLabel

DEAD_MS = 400


class LineState(StrEnum):
    FREE = "free"
    RINGING = "ringing"
    TALKING = "talking"
    HELD = "held"
    WRAP_UP = "wrap_up"
    AWAY = "away"  # the operator has paused
    NO_LINE = "no_line"  # the exchange is away; calls are registered by hand


class StripAct(StrEnum):
    ANSWER = "answer"
    HOLD = "hold"
    RESUME = "resume"
    HANG_UP = "hang_up"
    DONE = "done"
    EXTEND = "extend"  # more time for the wrap-up
    READY = "ready"  # the wrap-up is over at once
    PAUSE = "pause"
    BACK = "back"
    REGISTER = "register"  # a call without a line


@dataclass(frozen=True, slots=True)
class StripView:
    """All the strip shows.  Texts come ready; `since` (UTC) is when the state began.

    `left` seconds are counted down to `until`, when the state ends by itself.  `by_hand`: the
    exchange is away, and the operator steers the call at the telephone itself.
    """

    state: LineState = LineState.FREE
    number: str = ""  # "070-174 06 05", or the word for a hidden number
    about: str = ""  # the called line, the person once known
    queue: str = ""  # "3 i kö, längst 4 min"
    queue_tone: ToneName = ToneName.NEUTRAL
    since: datetime | None = None
    keys: tuple[tuple[StripAct, str], ...] = ()  # the chord of each act, "Ctrl+F9"
    until: datetime | None = None
    now: datetime | None = None  # by the clock that says `since`; without it the machine's own
    left: float = 0.0
    by_hand: bool = False
    greeting: str = ""  # what is said first


LOOKS = {  # tone of the strip, icon of the state
    LineState.FREE: (ToneName.NEUTRAL, "check-circle"),
    LineState.RINGING: (ToneName.ACCENT, "phone-ring"),
    LineState.TALKING: (ToneName.SUCCESS, "phone"),
    LineState.HELD: (ToneName.WARNING, "hold"),
    LineState.WRAP_UP: (ToneName.NEUTRAL, "pen"),
    LineState.AWAY: (ToneName.NEUTRAL, "coffee"),
    LineState.NO_LINE: (ToneName.WARNING, "cloud-off"),
}
ACTS = {  # what can be done, the first being what one does next
    LineState.FREE: (StripAct.PAUSE,),
    LineState.RINGING: (StripAct.ANSWER,),
    LineState.TALKING: (StripAct.HANG_UP, StripAct.HOLD),
    LineState.HELD: (StripAct.RESUME, StripAct.HANG_UP),
    LineState.WRAP_UP: (StripAct.DONE, StripAct.EXTEND, StripAct.READY),
    LineState.AWAY: (StripAct.BACK,),
    LineState.NO_LINE: (StripAct.REGISTER,),
}
ICONS = {
    StripAct.ANSWER: "phone-answer",
    StripAct.HOLD: "hold",
    StripAct.RESUME: "play",
    StripAct.HANG_UP: "phone-hangup",
    StripAct.DONE: "check",
    StripAct.EXTEND: "plus",
    StripAct.READY: "check-circle",
    StripAct.PAUSE: "coffee",
    StripAct.BACK: "arrow-left",
    StripAct.REGISTER: "plus",
}
KINDS = {
    StripAct.HANG_UP: ButtonKind.SECONDARY,
    StripAct.HOLD: ButtonKind.SECONDARY,
    StripAct.EXTEND: ButtonKind.SECONDARY,
    StripAct.READY: ButtonKind.SECONDARY,
    StripAct.PAUSE: ButtonKind.QUIET,
    StripAct.REGISTER: ButtonKind.SECONDARY,
}


class CallStrip(QFrame):
    """One line, always there.  `asked` carries the act the operator clicked."""

    asked = Signal(StripAct)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, self.tr("Samtal"))
        self._view = StripView()
        self._alive = QElapsedTimer()
        row = self._row = spaced(QHBoxLayout(self), ("l", "s"), "l")
        self._mark = Medallion("check-circle")
        row.addWidget(self._mark)
        words = spaced(QVBoxLayout(), gap="none")
        line = spaced(QHBoxLayout(), gap="s")
        self._state = Text("", Type.LEAD)
        self._number = Text("", Type.LEAD)
        for label in (self._state, self._number):
            label.setProperty("heading", True)
            line.addWidget(label)
        line.addStretch()
        # Always there, so that the strip keeps its height and the page beneath never jumps.
        self._about = Text(" ", Type.SMALL, role="muted")
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words.addLayout(line)
        words.addWidget(self._about)
        row.addLayout(words, 1)
        self.greeting = GreetingLine(self)
        row.addWidget(self.greeting, 2)
        self._time = TimerLabel(self.tr("Tid"), Type.TITLE)
        row.addWidget(self._time)
        self._queue = Chip(Badge(self.tr("Kö"), icon="queue"))
        row.addWidget(self._queue)
        self._buttons: list[Button] = []
        self._acts = spaced(QHBoxLayout(), gap="s")
        row.addLayout(self._acts)
        self.show_state(self._view)

    @property
    def view(self) -> StripView:
        return self._view

    def show_state(self, view: StripView) -> None:
        """Show `view`.  A new state starts the dead time and is spoken; the focus stays."""
        before, self._view = self._view, view
        tone, icon = LOOKS[view.state]
        if view.by_hand:
            tone = ToneName.WARNING
        self._mark.show_icon(icon, tone, loud=tone is not ToneName.NEUTRAL)
        self._state.setText(self._state_text(view.state))
        self._state.set_role("text" if tone is ToneName.NEUTRAL else tone.value)
        self._number.setText(view.number)
        self._about.setText(view.about or self._resting_text(view.state) or " ")
        self.greeting.say(view.greeting)
        if view.queue:
            self._queue.show_badge(Badge(view.queue, view.queue_tone, "queue"))
        self._queue.setVisible(bool(view.queue))
        if view.until is not None:
            if view.until != before.until or not self._time.text():
                self._time.count_down(view.left)
        elif view.since is None:
            self._time.clear_time()
        elif _began(view) != _began(before) or not self._time.text():
            now = view.now or datetime.now(UTC)
            self._time.count_from((now - view.since).total_seconds())
        if not self._buttons or (view.state, view.keys) != (before.state, before.keys):
            self._offer(view)
        if (view.state, view.by_hand) != (before.state, before.by_hand):
            self.setProperty("tone", tone.value)
            repolish(self)
        if view.by_hand and not before.by_hand:
            announce(self, view.about, urgent=True)
        if view.state is not before.state:
            self._alive.start()
            said = ", ".join(part for part in (self._state.text(), view.number) if part)
            announce(self, said, urgent=view.state is LineState.RINGING)

    def _offer(self, view: StripView) -> None:
        for button in self._buttons:
            self._acts.removeWidget(button)
            button.hide()
            button.deleteLater()
        keys = dict(view.keys)
        self._buttons = []
        for act in ACTS[view.state]:
            kind = KINDS.get(act, ButtonKind.PRIMARY)
            button = Button(
                self._act_text(act), kind, icon=ICONS[act], keys=keys.get(act, ""), parent=self
            )
            button.clicked.connect(lambda _=False, act=act: self._ask(act))
            self._acts.addWidget(button)
            button.show()
            self._buttons.append(button)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Where it is narrow the key caps go; no word of a button is cut."""
        drawn = sum(button.sizeHint().width() for button in self._buttons)
        whole = sum(button.width_with_keys() for button in self._buttons)
        room = self._row.totalMinimumSize().width() - drawn + whole <= self.width()
        for button in self._buttons:
            button.show_keys(room)

    def _ask(self, act: StripAct) -> None:
        if not self._alive.isValid() or self._alive.elapsed() >= DEAD_MS:
            self.asked.emit(act)

    def _resting_text(self, state: LineState) -> str:
        texts = {
            LineState.FREE: self.tr("Redo för nästa samtal"),
            LineState.AWAY: self.tr("Du tar inte emot samtal"),
            LineState.NO_LINE: self.tr("Växeln svarar inte. Registrera samtal för hand."),
        }
        return texts.get(state, "")

    def _state_text(self, state: LineState) -> str:
        return {
            LineState.FREE: self.tr("Ledig"),
            LineState.RINGING: self.tr("Ringer"),
            LineState.TALKING: self.tr("I samtal"),
            LineState.HELD: self.tr("Parkerat"),
            LineState.WRAP_UP: self.tr("Efterarbete"),
            LineState.AWAY: self.tr("Paus"),
            LineState.NO_LINE: self.tr("Ingen telefoni"),
        }[state]

    def _act_text(self, act: StripAct) -> str:
        return {
            StripAct.ANSWER: self.tr("Svara"),
            StripAct.HOLD: self.tr("Parkera"),
            StripAct.RESUME: self.tr("Återta"),
            StripAct.HANG_UP: self.tr("Lägg på"),
            StripAct.DONE: self.tr("Klar"),
            StripAct.EXTEND: self.tr("Mer tid"),
            StripAct.READY: self.tr("Ledig nu"),
            StripAct.PAUSE: self.tr("Ta paus"),
            StripAct.BACK: self.tr("Tillbaka"),
            StripAct.REGISTER: self.tr("Nytt samtal"),
        }[act]


def _began(view: StripView) -> tuple[object, ...]:
    """What the clock goes by: when any of it differs, it starts anew."""
    return (view.since, view.state, view.until)
