"""Keeps the call strip: what is in hand is shown there, its buttons and chords become acts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal

from kundcenter.domain.calls import Call, CallState
from kundcenter.domain.switchboard.handed import was_handed
from ui.actions import Action
from ui.badges import Badge
from ui.headset import Headset
from ui.in_hand import InHand
from ui.numbers import number_of_call
from ui.panels.strip import LineState, StripAct, StripView
from ui.readiness import Readiness
from ui.theme.colours import ToneName
from ui.widgets.speech import announce
from ui.window import Window

KEYS = {
    StripAct.ANSWER: Action.ANSWER,
    StripAct.HANG_UP: Action.HANG_UP,
    StripAct.HOLD: Action.HOLD,
    StripAct.EXTEND: Action.EXTEND,
    StripAct.READY: Action.READY,
    StripAct.PAUSE: Action.PAUSE,
    StripAct.REGISTER: Action.REGISTER,
}
_SHOWN_KEYS = (
    *KEYS.items(),
    (StripAct.RESUME, KEYS[StripAct.HOLD]),
    (StripAct.BACK, KEYS[StripAct.PAUSE]),
    (StripAct.DONE, Action.FINISH),
)
_STATES = {
    CallState.RINGING: LineState.RINGING,
    CallState.TALKING: LineState.TALKING,
    CallState.HELD: LineState.HELD,
    CallState.WRAP_UP: LineState.WRAP_UP,
}


class StripKeeper(QObject):
    """`registering` asks for a call by hand, `finishing` to be done with the card in sight.

    `greet` says with which words a call is answered, `came_with` what came with one that was
    passed on.
    """

    registering = Signal()
    finishing = Signal()

    def __init__(
        self,
        window: Window,
        in_hand: InHand,
        readiness: Readiness,
        *,
        now: Callable[[], datetime],
        line_expected: bool,
    ) -> None:
        """`now` is the desk's clock."""
        super().__init__(window)
        self._window, self._in_hand, self._readiness = window, in_hand, readiness
        self._now = now
        self.greet: Callable[[Call], str] = lambda _: ""
        self.came_with: Callable[[Call], str] = lambda _: ""
        self._line_expected, self._line_there = line_expected, False
        window.strip.asked.connect(self.act)
        in_hand.changed.connect(self.show)
        in_hand.line_changed.connect(self._on_line_changed)
        readiness.changed.connect(self.show)
        readiness.soon.connect(self._say_soon)
        self._listen_to_headset()
        self._show_line()

    def show(self) -> None:
        """Bring the strip up to date."""
        call = self._in_hand.current
        if call is None or (call.state is CallState.WRAP_UP and not self._readiness.left):
            self._window.strip.show_state(self._resting(card_open=call is not None))
        else:
            self._window.strip.show_state(self._about(call))

    def act(self, act: StripAct) -> None:
        """Do what a button or a chord asks for, if the call in hand allows it."""
        match act:
            case StripAct.ANSWER:
                self._in_hand.answer()
            case StripAct.HANG_UP:
                self._in_hand.hang_up()
            case StripAct.HOLD | StripAct.RESUME:
                self._in_hand.hold_or_resume()
            case StripAct.EXTEND:
                self._readiness.extend()
            case StripAct.READY:
                self._readiness.end_wrap_up()
            case StripAct.PAUSE | StripAct.BACK:
                self._readiness.pause(not self._readiness.paused)
            case StripAct.REGISTER:
                self.registering.emit()
            case StripAct.DONE:
                self.finishing.emit()

    def _resting(self, *, card_open: bool) -> StripView:
        if not (self._line_expected and self._line_there):
            about = "" if self._line_expected else self.tr("Samtal registreras för hand")
            return StripView(LineState.NO_LINE, about=about, keys=_SHOWN_KEYS)
        if self._readiness.paused:
            return StripView(LineState.AWAY, keys=_SHOWN_KEYS)
        about = self.tr("Redo för nästa samtal. Kortet är öppet tills du avslutar det.")
        return StripView(LineState.FREE, about=about if card_open else "", keys=_SHOWN_KEYS)

    def _about(self, call: Call) -> StripView:
        if call.state is CallState.WRAP_UP:
            return self._wrap_up(call)
        since = call.queued_at if call.state is CallState.RINGING else call.answered_at
        by_hand = call.line_call is not None and self._in_hand.by_hand(call)
        words = self.tr("Växeln svarar inte. Styr samtalet på telefonen.")
        handed = was_handed(call.line_call)
        if handed:  # as it always is with these: nothing is wrong
            words = self.tr("{queue} Styr samtalet på telefonen och säg till här.")
            words = words.format(queue=f"{call.queue}." if call.queue else "").strip()
        return StripView(
            _STATES[call.state],
            number=number_of_call(call),
            about=words if by_hand else self.came_with(call) or call.queue or "",
            since=since,
            now=self._now(),
            keys=_SHOWN_KEYS,
            by_hand=by_hand and not handed,
            greeting=self.greet(call),
        )

    def _wrap_up(self, call: Call) -> StripView:
        return StripView(
            LineState.WRAP_UP,
            number=number_of_call(call),
            about=self.tr("Paus efter tiden") if self._readiness.paused else call.queue or "",
            until=self._readiness.until,
            left=self._readiness.left.total_seconds(),
            keys=_SHOWN_KEYS,
        )

    def _say_soon(self) -> None:
        announce(self._window.strip, self.tr("Tio sekunder kvar av efterarbetet"))

    def _listen_to_headset(self) -> None:
        hand = self._in_hand
        buttons: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Call: hand.answer,
            Qt.Key.Key_MediaTogglePlayPause: hand.answer,  # the one button of many headsets
            Qt.Key.Key_Hangup: hand.hang_up,
            Qt.Key.Key_ToggleCallHangup: self._lift_or_lay_down,
        }
        self._headset = Headset(buttons, lambda: self._window.at_desk, self)

    def _lift_or_lay_down(self) -> None:
        if self._in_hand.ringing is not None:
            self._in_hand.answer()
        else:
            self._in_hand.hang_up()

    def _on_line_changed(self, there: bool) -> None:
        self._line_there = there
        self._show_line()
        self.show()

    def _show_line(self) -> None:
        if not self._line_expected:
            badge = Badge(self.tr("Ingen växel: samtal för hand"), icon="phone")
        elif self._line_there:
            badge = Badge(self.tr("Växeln svarar"), icon="phone")
        else:
            badge = Badge(self.tr("Växeln svarar inte"), ToneName.WARNING, "cloud-off")
        self._window.status.show_item("line", badge)
