"""What the desk asks of the exchange, each wish as requests.  No I/O, no clock, no thread."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial

from kundcenter.adapters.telephony.closing import switching
from kundcenter.adapters.telephony.consults import Consults
from kundcenter.adapters.telephony.desk_calls import DeskCalls
from kundcenter.adapters.telephony.emergency import EmergencyCalls
from kundcenter.adapters.telephony.outgoing import OutgoingCalls
from kundcenter.adapters.telephony.requests import Fields, Requests, tell
from kundcenter.adapters.telephony.wishes import (
    ConsultAct,
    Emergency,
    PassOn,
    Pause,
    PhoneAct,
    RingOut,
    SwitchQueue,
    Wish,
)
from kundcenter.domain.lines import CallGone, ExchangeRefused, NoEmergencyLine, NoOutgoingLine


class Acts:
    """One desk's wishes in one conversation."""

    def __init__(
        self,
        extension: str,
        requests: Requests,
        calls: DeskCalls,
        *,
        emergency: EmergencyCalls,
        outgoing: OutgoingCalls,
        consults: Consults,
    ) -> None:
        self._extension = extension
        self._requests, self._calls = requests, calls
        self._emergency, self._outgoing = emergency, outgoing
        self._consults = consults

    def act(self, wish: Wish, done: Future[None], now: float) -> None:
        """Ask the exchange; `done` is told."""
        if isinstance(wish, Pause):  # also when nobody waits any more: it is a state, not an act
            self._pause(wish.paused, done)
            return
        if done.cancelled():  # its thread has given up: acting now would surprise everybody
            return
        match wish:
            case Emergency():
                self._call_emergency(wish, done, now)
            case RingOut(number):
                self._ring_out(number, done)
            case PhoneAct(action, line_call):
                self._phone_act(action, line_call, done)
            case PassOn():
                self._consults.pass_on(wish, done)
            case ConsultAct():
                self._consults.act(wish, done)
            case SwitchQueue(queue, closed, until):
                try:
                    fields = switching(queue, closed, until)
                except ExchangeRefused as refused:
                    tell(done, refused)
                    return
                self._requests.ask("close_queue", fields, done)

    def _pause(self, paused: bool, done: Future[None]) -> None:
        """The last word counts, whichever of several is sent first."""
        if self._calls.paused is None:
            self._calls.paused = paused
        self._requests.ask("pause", pausing(self._extension, self._calls.paused), done)

    def _call_emergency(self, wish: Emergency, done: Future[None], now: float) -> None:
        line_call = wish.line_call
        if not self._emergency.possible:
            tell(done, NoEmergencyLine())
            return
        try:
            channel = None if line_call is None else self._calls.talk_of(line_call)
        except CallGone as gone:
            tell(done, gone)
            return
        # Of every Originate all desks are told the outcome, so the action has a name of its own.
        id = self._requests.name("112")
        refused = partial(self._emergency.drop, id)
        fields = self._emergency.begin(id, line_call, channel, now, attempt=wish.attempt)
        self._requests.ask("emergency", fields, done, refused=refused, action_id=id)

    def _ring_out(self, number: str, done: Future[None]) -> None:
        if not self._outgoing.possible:
            tell(done, NoOutgoingLine())
            return
        id = self._requests.name("out")
        refused = partial(self._outgoing.drop, id)
        fields = self._outgoing.begin(id, number)
        self._requests.ask("ring_out", fields, done, refused=refused, action_id=id)

    def _phone_act(self, action: str, line_call: str, done: Future[None]) -> None:
        try:
            channel = self._calls.channel_of(line_call, ending=action == "hang_up")
        except CallGone as gone:
            tell(done, gone)
            return
        fields = (
            (("Action", "Hangup"), ("Channel", channel))
            if action == "hang_up"
            else (
                ("Action", "PJSIPNotify"),
                ("Channel", channel),
                ("Variable", "Event=hold" if action == "hold" else "Event=talk"),
            )
        )
        refused = partial(self._calls.stays, line_call) if action == "hang_up" else None
        self._requests.ask(action, fields, done, refused=refused)


def pausing(extension: str, paused: bool) -> Fields:
    """Without a queue's name it is in all queues that the telephone belongs to."""
    return (
        ("Action", "QueuePause"),
        ("Interface", f"PJSIP/{extension}"),
        ("Paused", "true" if paused else "false"),
    )
