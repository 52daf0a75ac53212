"""Somebody is asked about a call while the caller waits.  No I/O, no clock, no thread.

Our telephone is moved to a room of its own at the exchange (`desk-ID`) and the caller to `wait`, at
once, for the bridge that they leave would end whoever stayed.  Whoever is asked is rung by
`Originate` and stands in the room when they lift.  From then on one of the two, or both, is in the
room.  At the end the two are bridged and our telephone is let go, or whoever was asked is let go
and the caller comes to the room.  Uniqueids name the channels: they outlive a channel's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future

from kundcenter.adapters.telephony import passing
from kundcenter.adapters.telephony.caller_words import RETURNED
from kundcenter.adapters.telephony.consult_state import Consult, Stage, hears_music
from kundcenter.adapters.telephony.desk_calls import DeskCalls
from kundcenter.adapters.telephony.frames import Frame
from kundcenter.adapters.telephony.letting_go import LettingGo
from kundcenter.adapters.telephony.pairing import Pairing
from kundcenter.adapters.telephony.requests import Fields, Requests
from kundcenter.adapters.telephony.wishes import ConsultAct, PassOn, Turn
from kundcenter.domain.lines import (
    CallGone,
    ConsultEnd,
    ConsultEnded,
    Consulting,
    ConsultWrong,
    ExchangeRefused,
    LineEvent,
    NoTransfers,
    Refusal,
    Side,
)

NO_ANSWER = "no_answer"


class Consults:
    """Outlives connections.  `extension` is our own, `context` that of the dial plan or empty."""

    def __init__(self, calls: DeskCalls, extension: str, context: str) -> None:
        self._calls = calls
        self._extension, self._context = extension, context
        self._consults: dict[str, Consult] = {}
        self._letting_go = LettingGo(calls)
        self._pairing = Pairing(context, paired=self._paired, failed=self._not_paired)
        self._requests = Requests("kc")

    def connected(self, requests: Requests) -> None:
        self._requests = requests

    # -- what the desk asks for ----------------------------------------------------------------

    def pass_on(self, wish: PassOn, done: Future[None]) -> None:
        """Transfer, or begin to ask somebody; `done` is told."""
        action = "consult" if wish.consulted else "transfer"
        try:
            if not self._context:
                raise NoTransfers
            extension = passing.extension_of(wish.to, action)
            if wish.consulted:
                self._begin(wish, extension, done)
            else:
                self._transfer(wish, extension, done)
        except (NoTransfers, ConsultWrong, CallGone, ExchangeRefused) as error:
            self._requests.settle(done, error)

    def act(self, wish: ConsultAct, done: Future[None]) -> None:
        """Do something with whoever is asked; `done` is told."""
        consult = self._consults.get(wish.line_call)
        try:
            if consult is None or not consult.asking:
                raise ConsultWrong
            if wish.turn is Turn.DROP:
                self._drop(consult, done)
            elif wish.turn is Turn.COMPLETE:
                self._complete(consult, done)
            elif consult.stage is Stage.RINGING:
                raise ConsultWrong
            elif wish.turn is Turn.JOIN:
                self._hear(consult, Side.BOTH, "join", done)
            else:
                side = Side.CALLER if consult.side is Side.OTHER else Side.OTHER
                self._hear(consult, side, "toggle", done)
        except ConsultWrong as error:
            self._requests.settle(done, error)

    def _transfer(self, wish: PassOn, extension: str, done: Future[None]) -> None:
        party = self._calls.party_of(wish.line_call)
        consult = self._consults.get(wish.line_call)

        def accepted(now: float) -> list[LineEvent]:
            if consult is None:
                self._letting_go.later(wish.line_call, party.own, now)
                return []
            self._consults.pop(wish.line_call, None)
            if consult.stage is not Stage.BACK:
                self._send(passing.hung_up(consult.other))
            consult.stage = Stage.PASSING
            self._let_go(consult)
            return []

        def refused(_agreed: int) -> list[LineEvent]:
            self._calls.passed(wish.line_call, on=False)
            return []

        self._calls.passed(wish.line_call)
        steps = passing.carried(party.caller, wish.reference, self._extension)
        steps.append(passing.redirected(party.caller, extension, self._context))
        self._requests.in_turn("transfer", steps, done, accepted=accepted, refused=refused)

    def _begin(self, wish: PassOn, extension: str, done: Future[None]) -> None:
        party = self._calls.party_of(wish.line_call)
        before = self._consults.get(wish.line_call)
        if before is not None and before.stage is not Stage.BACK:
            raise ConsultWrong
        consult = Consult(
            line_call=wish.line_call,
            room=before.room if before else self._requests.name("room"),
            desk=party.own,
            caller=party.caller,
            other=self._requests.name("ask"),
            extension=extension,
        )
        self._consults[wish.line_call] = consult
        steps = passing.carried(party.caller, wish.reference, self._extension)
        if before:
            steps.append(self._moved(party.caller, passing.WAIT))
        else:
            room = f"desk-{consult.room}"
            moved = passing.both_redirected(
                party.channel, room, party.caller, passing.WAIT, self._context
            )
            steps.append(moved)
        steps.append(
            passing.asked(
                consult.other,
                extension,
                self._context,
                consult.room,
                own=self._extension,
                reference=wish.reference,
            )
        )

        def accepted(_now: float) -> list[LineEvent]:
            if consult.stage is not Stage.BEGINNING:  # it ended before the exchange replied
                return []
            consult.stage = Stage.RINGING
            return [Consulting(consult.line_call)]

        def refused(agreed: int) -> list[LineEvent]:
            """Whoever has been moved by then comes together again."""
            if agreed == len(steps) - 1:
                self._caller_back(consult)
            elif before:
                self._consults[wish.line_call] = before
            else:
                self._consults.pop(wish.line_call, None)
            return []

        self._requests.in_turn("consult", steps, done, accepted=accepted, refused=refused)

    def _hear(self, consult: Consult, side: Side, action: str, done: Future[None]) -> None:
        caller = f"room-{consult.room}" if side is not Side.OTHER else passing.WAIT
        other = f"room-{consult.room}" if side is not Side.CALLER else passing.WAIT
        steps = []
        if (consult.side is Side.CALLER) != (side is Side.CALLER):
            steps.append(self._moved(consult.other, other))
        if (consult.side is Side.OTHER) != (side is Side.OTHER):
            steps.append(self._moved(consult.caller, caller))
        if not steps:
            self._requests.settle(done)
            return

        def accepted(_now: float) -> list[LineEvent]:
            if consult.stage is not Stage.TALKING:
                return []
            consult.side = side
            return [Consulting(consult.line_call, answered=True, side=side)]

        self._requests.in_turn(action, steps, done, accepted=accepted)

    def _drop(self, consult: Consult, done: Future[None]) -> None:
        consult.dropped = True

        def accepted(_now: float) -> list[LineEvent]:
            return self._ended(consult, ConsultEnd.DROPPED)

        def refused(_agreed: int) -> list[LineEvent]:
            consult.dropped = False
            return []

        steps = [passing.hung_up(consult.other)]
        self._requests.in_turn("drop", steps, done, accepted=accepted, refused=refused)

    def _complete(self, consult: Consult, done: Future[None]) -> None:
        if consult.stage is Stage.RINGING:  # as if it had been passed on at once
            self._pass_ringing(consult, done)
            return
        self._calls.passed(consult.line_call)
        self._pairing.begin(consult, self._requests, done)

    def _pass_ringing(self, consult: Consult, done: Future[None]) -> None:
        """The ring ends first: the same telephone is to ring for the caller."""
        self._calls.passed(consult.line_call)
        consult.stage = Stage.PASSING

        def accepted(_now: float) -> list[LineEvent]:
            self._consults.pop(consult.line_call, None)
            self._let_go(consult)
            return []

        def refused(_agreed: int) -> list[LineEvent]:
            self._calls.passed(consult.line_call, on=False)
            self._caller_back(consult)
            return [ConsultEnded(consult.line_call, ConsultEnd.OTHER)]

        steps = [
            passing.hung_up(consult.other),
            self._moved(consult.caller, consult.extension),
        ]
        self._requests.in_turn("complete", steps, done, accepted=accepted, refused=refused)

    # -- what happens ---------------------------------------------------------------------------

    def _paired(self, consult: Consult) -> list[LineEvent]:
        self._consults.pop(consult.line_call, None)
        self._settle(consult)
        self._let_go(consult)
        return []

    def _not_paired(self, consult: Consult) -> list[LineEvent]:
        """The caller is not lost: back to the operator, or to the operator's number."""
        if consult.stage is not Stage.LEAVING:
            return []
        consult.bridge = None
        self._calls.passed(consult.line_call, on=False)
        self._settle(consult, ExchangeRefused(action="complete", why=Refusal.NOT_DONE))
        self._send(passing.hung_up(consult.other))
        self._send(passing.together(consult.caller, yes=False))
        if not self._desk_there(consult):
            self._ring_back(consult)
            return []
        self._caller_back(consult)
        return [ConsultEnded(consult.line_call, ConsultEnd.OTHER)]

    def _left_alone(self, consult: Consult) -> None:
        """Our telephone has gone meanwhile: were the two bridged, or do they still wait?"""
        if consult.caller in consult.music:
            self._pairing.begin(consult, self._requests, Future(), led=True)
        else:
            self._consults.pop(consult.line_call, None)

    def _settle(self, consult: Consult, error: Exception | None = None) -> None:
        done, consult.done = consult.done, None
        if done is not None:
            self._requests.settle(done, error)

    def received(self, event: Frame, now: float) -> list[LineEvent]:
        """What an event of the exchange means for those who are asked; mostly nothing.

        To be told before DeskCalls is, which forgets our telephone when it hangs up.
        """
        if not self._consults:
            return []
        kind, uniqueid = event.get("Event"), event.get("Uniqueid")
        told: list[LineEvent] = []
        for consult in list(self._consults.values()):
            if kind == "OriginateResponse" and event.get("ActionID") == consult.other:
                told += self._tried(consult, event)
            elif kind == "DialEnd" and consult.belongs(event):
                consult.status = consult.status or event.get("DialStatus")
            elif kind == "MusicOnHoldStart" and uniqueid in {consult.caller, consult.other}:
                consult.music.add(uniqueid)
                self._pairing.go_on(consult, now)
            elif kind == "MusicOnHoldStop":
                consult.music.discard(uniqueid)
            elif kind == "Hangup":
                told += self._gone(consult, uniqueid)
        return told

    def ticked(self, now: float) -> None:
        self._letting_go.ticked(now, self._requests)
        for consult in list(self._consults.values()):
            self._pairing.go_on(consult, now)

    def resynchronised(self, channels: Sequence[Frame]) -> list[LineEvent]:
        """The connection is back: what became of those who were asked?"""
        there = {channel.get("Uniqueid"): channel for channel in channels}
        told: list[LineEvent] = []
        for consult in list(self._consults.values()):
            desk, other = there.get(consult.desk), there.get(consult.other)
            consult.bridge = None
            both = (consult.caller, consult.other)
            consult.music = {each for each in both if hears_music(there.get(each))}
            if desk is not None and not desk.get("Exten").startswith("desk-"):
                self._consults.pop(consult.line_call, None)  # it was never moved
                continue
            if desk is None and consult.stage is Stage.LEAVING:
                self._left_alone(consult)
            elif consult.caller not in there:
                told += self._gone(consult, consult.caller)
            elif other is None and consult.stage is not Stage.BACK:
                told += self._gone(consult, consult.other)
                if desk is None:
                    told += self._gone(consult, consult.desk)
            elif desk is None:
                told += self._gone(consult, consult.desk)
            elif consult.stage is Stage.LEAVING:
                told += self._not_paired(consult)
            elif other is not None and other.get("ChannelState") == "6":
                told += self._lifted(consult)
        return told

    def _tried(self, consult: Consult, event: Frame) -> list[LineEvent]:
        if event.get("Response") == "Success":
            return self._lifted(consult)
        return self._ended(consult, consult.not_reached(event))

    def _lifted(self, consult: Consult) -> list[LineEvent]:
        if consult.stage not in {Stage.BEGINNING, Stage.RINGING}:
            return []
        consult.stage, consult.side = Stage.TALKING, Side.OTHER
        return [Consulting(consult.line_call, answered=True)]

    def _gone(self, consult: Consult, uniqueid: str) -> list[LineEvent]:
        if uniqueid == consult.other:
            if consult.stage is Stage.LEAVING:
                return self._not_paired(consult)
            return self._ended(consult, consult.gone())
        if uniqueid == consult.caller:
            self._consults.pop(consult.line_call, None)
            self._calls.caller_left(consult.line_call)
            if consult.stage is not Stage.BACK:
                self._send(passing.hung_up(consult.other))
            self._let_go(consult)
        elif uniqueid == consult.desk:
            self._desk_gone(consult)
        return []

    def _desk_gone(self, consult: Consult) -> None:
        """The handset was laid down: whoever talks goes on talking, and no caller is left alone."""
        if consult.stage is Stage.TALKING:
            self._calls.passed(consult.line_call)
            self._pairing.begin(consult, self._requests, Future(), led=True)
        elif consult.stage is Stage.BACK:
            self._consults.pop(consult.line_call, None)
            self._send(passing.hung_up(consult.caller))
        elif consult.stage in {Stage.BEGINNING, Stage.RINGING}:
            self._send(passing.hung_up(consult.other))
            self._ring_back(consult)

    def _ring_back(self, consult: Consult) -> None:
        self._consults.pop(consult.line_call, None)
        returned = passing.set_variable(consult.caller, f"__{RETURNED}", NO_ANSWER)
        self._send(returned)
        self._send(self._moved(consult.caller, self._extension))

    def _ended(self, consult: Consult, reason: ConsultEnd) -> list[LineEvent]:
        if consult.stage in {Stage.BACK, Stage.PASSING}:
            return []
        self._caller_back(consult)
        return [ConsultEnded(consult.line_call, reason)]

    def _caller_back(self, consult: Consult) -> None:
        inside = consult.caller_hears
        consult.stage = Stage.BACK
        if not inside:
            self._send(self._moved(consult.caller, f"room-{consult.room}"))

    def _desk_there(self, consult: Consult) -> bool:
        try:
            return self._calls.party_of(consult.line_call).own == consult.desk
        except CallGone:
            return False

    def _let_go(self, consult: Consult) -> None:
        """Our own telephone has nobody left to talk with."""
        self._letting_go.now(consult.line_call, consult.desk, self._requests)

    def _moved(self, channel: str, extension: str) -> Fields:
        return passing.redirected(channel, extension, self._context)

    def _send(self, fields: Fields) -> None:
        self._requests.send(*fields)
