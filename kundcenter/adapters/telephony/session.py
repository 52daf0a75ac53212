"""One conversation with the exchange, from its greeting to the end.  No I/O, no clock, no thread.

Bytes that came in are given to `received`, bytes to send are taken from `take_output`, and
`ticked` is called now and then.  Every time is monotonic, in seconds.  What the exchange must
allow its user: read `call,agent`, write `call,system` (PJSIPNotify asks for `system`), `agent` for
the pause in the queues, and `originate` where 112 or patients are to be called.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from kundcenter.adapters.telephony import caller_words
from kundcenter.adapters.telephony.desk_calls import DeskCalls
from kundcenter.adapters.telephony.emergency import EmergencyCalls
from kundcenter.adapters.telephony.frames import Frame, FrameReader, serialise
from kundcenter.adapters.telephony.outgoing import OutgoingCalls
from kundcenter.adapters.telephony.wishes import Emergency, Pause, PhoneAct, RingOut, Wish
from kundcenter.domain.lines import (
    EMERGENCY_PATIENCE,
    CallGone,
    DownReason,
    ExchangeRefused,
    ExchangeSettings,
    LineAway,
    LineEvent,
    LineUp,
    NoEmergencyLine,
    NoOutgoingLine,
    PhoneControl,
    Refusal,
)

GREETING = "Asterisk Call Manager/"
MOST_FRAMES_KEPT = 10_000
MOST_SPOILED = 100  # frames; one that sends more than this or the next is no exchange
MOST_SKIPPED = 512 * 1024  # bytes

_log = logging.getLogger(__name__)
_GONE = frozenset({"no such channel", "channel not found", "channel does not exist."})


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient the line is, in seconds.  Waits between attempts use full jitter."""

    connecting: float = 5.0
    replying: float = 10.0  # greeting, login, pong
    acting: float = 3.0  # the exchange's reply to answer, hang up, hold, resume
    emergency: float = EMERGENCY_PATIENCE.total_seconds()  # until 112 answers
    ping_every: float = 20.0
    first_wait: float = 0.5
    longest_wait: float = 30.0
    refused_wait: float = 15.0  # at least, after a refused login


_Reply = Callable[[Frame, float], list[LineEvent]]


class SessionOver(Exception):
    """The conversation cannot go on."""

    def __init__(self, reason: DownReason) -> None:
        super().__init__(reason)
        self.reason = reason


class _Stage(Enum):
    GREETING = auto()
    LOGIN = auto()
    LISTING = auto()
    UP = auto()


@dataclass(slots=True)
class _Listing:
    """A list of the exchange's channels that is on its way to us."""

    action_id: str
    asked: float
    channels: list[Frame]


class Session:
    """`plain_allowed`: the secret may be sent as it is, because nobody can listen.

    `prefix` begins the ids of the channels that we ask for; no two sessions may have the same.
    """

    def __init__(
        self,
        settings: ExchangeSettings,
        secret: str,
        *,
        calls: DeskCalls,
        pace: Pace,
        now: float,
        plain_allowed: bool,
        prefix: str = "kc",
    ) -> None:
        self._settings = settings
        self._secret = secret
        self._calls = calls
        self._emergency = EmergencyCalls(
            settings.extension, settings.emergency, patience=pace.emergency
        )
        self._outgoing = OutgoingCalls(settings.extension, settings.outgoing)
        self._prefix = prefix
        self._pace = pace
        self._plain_allowed = plain_allowed
        self._reader = FrameReader(banner=True)
        self._stage = _Stage.GREETING
        self._out = bytearray()
        self._last_id = 0
        self._replies: dict[str, _Reply] = {}
        self._asked: set[Future[None]] = set()
        self._listing: _Listing | None = None
        self._early: list[Frame] = []
        self._spoiled_seen = 0
        self._stage_began = now
        self._heard_at = now  # a whole frame; single bytes could drip in for ever
        self._pinged_at = now

    @property
    def up(self) -> bool:
        return self._stage is _Stage.UP

    def take_output(self) -> bytes:
        out = bytes(self._out)
        self._out.clear()
        return out

    def received(self, data: bytes, now: float) -> list[LineEvent]:
        """Raises SessionOver when the other end is no exchange, floods us or lets us not in."""
        frames = self._reader.feed(data)
        if self._reader.spoiled > MOST_SPOILED or self._reader.skipped > MOST_SKIPPED:
            raise SessionOver(DownReason.NOT_AN_EXCHANGE)
        if frames or self._reader.spoiled > self._spoiled_seen:
            self._heard_at = now
        if self._stage is _Stage.GREETING:
            self._greeted(now)
        events: list[LineEvent] = []
        for frame in frames:
            events += self._frame(frame, now)
        if self._reader.spoiled > self._spoiled_seen:
            self._spoiled_seen = self._reader.spoiled
            _log.info("the exchange sent %d frames beyond the limits", self._spoiled_seen)
            if self.up and self._listing is None:  # one of them may have been a hang-up
                self._list_channels(now)
        return events

    def ticked(self, now: float) -> list[LineEvent]:
        """Keep the connection alive.  Raises SessionOver when nothing whole came for too long."""
        if self._stage in {_Stage.GREETING, _Stage.LOGIN}:
            if now - self._stage_began > self._pace.replying:
                raise SessionOver(
                    DownReason.NOT_AN_EXCHANGE
                    if self._stage is _Stage.GREETING
                    else DownReason.SILENT
                )
            return []
        if now - self._heard_at > self._pace.ping_every + self._pace.replying:
            raise SessionOver(DownReason.SILENT)
        if now - max(self._heard_at, self._pinged_at) > self._pace.ping_every:
            self._pinged_at = now
            self._send(("Action", "Ping"))
        events = self._emergency.ticked(now)
        if self._listing is not None and now - self._listing.asked > self._pace.replying:
            events += self._listed(now, complete=False)
        return events

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

    def _pause(self, paused: bool, done: Future[None]) -> None:
        """The last word counts, whichever of several is sent first."""
        if self._calls.paused is None:
            self._calls.paused = paused
        self._ask("pause", _pausing(self._settings.extension, self._calls.paused), done)

    def _call_emergency(self, wish: Emergency, done: Future[None], now: float) -> None:
        line_call = wish.line_call
        if not self._emergency.possible:
            _tell(done, NoEmergencyLine())
            return
        try:
            channel = None if line_call is None else self._calls.talk_of(line_call)
        except CallGone as gone:
            _tell(done, gone)
            return
        # Of every Originate all desks are told the outcome, so the action has a name of its own.
        id = f"{self._prefix}-112-{self._last_id + 1}"
        refused = partial(self._emergency.drop, id)
        fields = self._emergency.begin(id, line_call, channel, now, attempt=wish.attempt)
        self._ask("emergency", fields, done, refused=refused, action_id=id)

    def _ring_out(self, number: str, done: Future[None]) -> None:
        if not self._outgoing.possible:
            _tell(done, NoOutgoingLine())
            return
        id = f"{self._prefix}-out-{self._last_id + 1}"
        refused = partial(self._outgoing.drop, id)
        fields = self._outgoing.begin(id, number)
        self._ask("ring_out", fields, done, refused=refused, action_id=id)

    def _phone_act(self, action: str, line_call: str, done: Future[None]) -> None:
        try:
            channel = self._calls.channel_of(line_call, ending=action == "hang_up")
        except CallGone as gone:
            _tell(done, gone)
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
        self._ask(action, fields, done, refused=refused)

    def _ask(
        self,
        action: str,
        fields: tuple[tuple[str, str], ...],
        done: Future[None],
        *,
        refused: Callable[[], None] | None = None,
        action_id: str = "",
    ) -> None:
        """Send it, and tell `done` what comes back; `refused` is called when it is a no."""
        self._asked.add(done)

        def reply(frame: Frame, _now: float) -> list[LineEvent]:
            self._asked.discard(done)
            refusal = _refusal(frame, action)
            if refusal is not None and refused is not None:
                refused()
            _tell(done, refusal)
            return []

        self._send(*fields, reply=reply, action_id=action_id)

    def leave(self) -> None:
        self._send(("Action", "Logoff"))

    def abandon(self) -> list[LineEvent]:
        """The connection is gone: everybody who waits for a reply is told so."""
        for done in self._asked:
            _tell(done, LineAway())
        self._asked.clear()
        self._replies.clear()
        return self._emergency.connection_lost()

    def _send(
        self, *fields: tuple[str, str], reply: _Reply | None = None, action_id: str = ""
    ) -> str:
        self._last_id += 1
        action_id = action_id or f"kc{self._last_id}"
        if reply is not None:
            self._replies[action_id] = reply
        self._out += serialise([*fields, ("ActionID", action_id)])
        return action_id

    def _greeted(self, now: float) -> None:
        if self._reader.banner is None:
            return
        if not self._reader.banner.startswith(GREETING):
            raise SessionOver(DownReason.NOT_AN_EXCHANGE)
        self._stage = _Stage.LOGIN
        self._send(("Action", "Challenge"), ("AuthType", "MD5"), reply=self._challenged)
        self._stage_began = now

    def _challenged(self, frame: Frame, _now: float) -> list[LineEvent]:
        challenge = frame.get("Challenge")
        if frame.get("Response") == "Success" and challenge:
            key = hashlib.md5(f"{challenge}{self._secret}".encode(), usedforsecurity=False)
            proof = [("AuthType", "MD5"), ("Key", key.hexdigest())]
        elif self._plain_allowed:
            proof = [("Secret", self._secret)]
        else:
            raise SessionOver(DownReason.LOGIN_REFUSED)
        self._send(
            ("Action", "Login"),
            ("Username", self._settings.user),
            ("Events", "call,agent"),
            *proof,
            reply=self._logged_in,
        )
        return []

    def _logged_in(self, frame: Frame, now: float) -> list[LineEvent]:
        if frame.get("Response") != "Success":
            raise SessionOver(DownReason.LOGIN_REFUSED)
        if self._calls.paused is not None:  # an exchange that was started anew has forgotten it
            self._send(*_pausing(self._settings.extension, self._calls.paused))
        self._stage = _Stage.LISTING
        self._list_channels(now)
        return []

    def _list_channels(self, now: float) -> None:
        action_id = self._send(
            ("Action", "Status"),
            ("Variables", f"{caller_words.KEYED_ID},{caller_words.QUEUE}"),
            reply=self._listing_begun,
        )
        self._listing = _Listing(action_id=action_id, asked=now, channels=[])

    def _listing_begun(self, frame: Frame, now: float) -> list[LineEvent]:
        """An exchange that may not list its channels is used all the same."""
        return [] if frame.get("Response") == "Success" else self._listed(now, complete=False)

    def _listed(self, now: float, *, complete: bool) -> list[LineEvent]:
        listing, self._listing = self._listing, None
        events: list[LineEvent] = []
        if not self.up:
            self._stage = _Stage.UP
            events.append(LineUp())
        if listing is not None and complete:
            events += self._calls.resynchronised(listing.channels, listing.asked, now)
        early, self._early = self._early, []
        for frame in early:
            events += self._calls.received(frame, now)
        return events

    def _frame(self, frame: Frame, now: float) -> list[LineEvent]:
        action_id = frame.get("ActionID")
        if frame.get("Response") and not frame.get("Event"):  # OriginateResponse has both
            reply = self._replies.pop(action_id, None)
            return [] if reply is None else reply(frame, now)
        if self._listing is not None and action_id == self._listing.action_id:
            if frame.get("Event") == "StatusComplete":
                return self._listed(now, complete=True)
            if frame.get("Event") == "Status" and len(self._listing.channels) < MOST_FRAMES_KEPT:
                self._listing.channels.append(frame)
            return []
        if self._stage is _Stage.LISTING:
            if len(self._early) < MOST_FRAMES_KEPT:
                self._early.append(frame)
            return []
        return self._happened(frame, now) if self.up else []

    def _happened(self, frame: Frame, now: float) -> list[LineEvent]:
        own = self._emergency.rings_us(frame) or self._outgoing.rings_us(frame)
        if own is not None and self._settings.phone is PhoneControl.NOTIFY:
            self._send(("Action", "PJSIPNotify"), ("Channel", own), ("Variable", "Event=talk"))
        return self._calls.received(frame, now) + self._emergency.received(frame)


def _pausing(extension: str, paused: bool) -> tuple[tuple[str, str], ...]:
    """Without a queue's name it is in all queues that the telephone belongs to."""
    return (
        ("Action", "QueuePause"),
        ("Interface", f"PJSIP/{extension}"),
        ("Paused", "true" if paused else "false"),
    )


def _tell(done: Future[None], error: Exception | None) -> None:
    """Give the waiting thread its answer, unless it has stopped waiting."""
    if not done.set_running_or_notify_cancel():
        return
    if error is None:
        done.set_result(None)
    else:
        done.set_exception(error)


def _refusal(frame: Frame, action: str) -> CallGone | ExchangeRefused | None:
    if frame.get("Response") == "Success":
        return None
    message = frame.get("Message").lower()
    if message in _GONE:
        return CallGone()
    denied = message == "permission denied"
    return ExchangeRefused(action=action, why=Refusal.NOT_PERMITTED if denied else Refusal.NOT_DONE)
