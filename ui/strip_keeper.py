"""Keeps the call strip: what is in hand is shown there, its buttons and chords become acts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kundcenter.domain.calls import Call, CallState
from ui.badges import Badge
from ui.in_hand import InHand
from ui.numbers import number_of_call
from ui.panels.strip import LineState, StripAct, StripView
from ui.theme.colours import ToneName
from ui.window import Window

KEYS = {
    StripAct.ANSWER: "Ctrl+Shift+S",
    StripAct.HANG_UP: "Ctrl+Shift+L",
    StripAct.HOLD: "Ctrl+Shift+P",
    StripAct.REGISTER: "Ctrl+N",
}
_SHOWN_KEYS = (*KEYS.items(), (StripAct.RESUME, KEYS[StripAct.HOLD]), (StripAct.DONE, "Ctrl+D"))
_STATES = {
    CallState.RINGING: LineState.RINGING,
    CallState.TALKING: LineState.TALKING,
    CallState.HELD: LineState.HELD,
    CallState.WRAP_UP: LineState.WRAP_UP,
}


class StripKeeper(QObject):
    """`registering` asks for a call by hand, `finishing` to be done with the card in sight."""

    registering = Signal()
    finishing = Signal()

    def __init__(self, window: Window, in_hand: InHand, *, line_expected: bool) -> None:
        super().__init__(window)
        self._window, self._in_hand = window, in_hand
        self._line_expected, self._line_there = line_expected, False
        window.strip.asked.connect(self.act)
        in_hand.changed.connect(self.show)
        in_hand.line_changed.connect(self._on_line_changed)
        self._show_line()

    def show(self) -> None:
        """Bring the strip up to date."""
        call = self._in_hand.current
        self._window.strip.show_state(self._resting() if call is None else self._about(call))

    def act(self, act: StripAct) -> None:
        """Do what a button or a chord asks for, if the call in hand allows it."""
        match act:
            case StripAct.ANSWER:
                self._in_hand.answer()
            case StripAct.HANG_UP:
                self._in_hand.hang_up()
            case StripAct.HOLD | StripAct.RESUME:
                self._in_hand.hold_or_resume()
            case StripAct.REGISTER:
                self.registering.emit()
            case StripAct.DONE:
                self.finishing.emit()

    def _resting(self) -> StripView:
        if self._line_expected and self._line_there:
            return StripView(LineState.FREE, keys=_SHOWN_KEYS)
        about = "" if self._line_expected else self.tr("Samtal registreras för hand")
        return StripView(LineState.NO_LINE, about=about, keys=_SHOWN_KEYS)

    def _about(self, call: Call) -> StripView:
        since = {CallState.RINGING: call.queued_at, CallState.WRAP_UP: call.ended_at}
        return StripView(
            _STATES[call.state],
            number=number_of_call(call),
            about=call.queue or "",
            since=since.get(call.state, call.answered_at),
            keys=_SHOWN_KEYS,
        )

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
