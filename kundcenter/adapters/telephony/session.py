"""One conversation with the exchange, from its greeting to the end.  No I/O, no clock, no thread.

Bytes that came in are given to `received`, bytes to send are taken from `take_output`, and
`ticked` is called now and then.  Every time is monotonic, in seconds.  What the exchange must
allow its user: read `call,agent`, write `call,system` (PJSIPNotify asks for `system`).
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum, auto

from kundcenter.adapters.telephony import caller_words
from kundcenter.adapters.telephony.desk_calls import DeskCalls
from kundcenter.adapters.telephony.frames import Frame, FrameReader, serialise
from kundcenter.domain.lines import (
    CallGone,
    DownReason,
    ExchangeRefused,
    ExchangeSettings,
    LineAway,
    LineEvent,
    LineUp,
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
    """`plain_allowed`: the secret may be sent as it is, because nobody can listen."""

    def __init__(
        self,
        settings: ExchangeSettings,
        secret: str,
        *,
        calls: DeskCalls,
        pace: Pace,
        now: float,
        plain_allowed: bool,
    ) -> None:
        self._settings = settings
        self._secret = secret
        self._calls = calls
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
        if self._listing is not None and now - self._listing.asked > self._pace.replying:
            return self._listed(now, complete=False)
        return []

    def act(self, action: str, line_call: str, done: Future[None]) -> None:
        """Ask the exchange for one of `answer`, `hang_up`, `hold`, `resume`; `done` is told."""
        if done.cancelled():  # its thread has given up: acting now would surprise everybody
            return
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
        self._asked.add(done)

        def reply(frame: Frame, _now: float) -> list[LineEvent]:
            self._asked.discard(done)
            refusal = _refusal(frame, action)
            if refusal is not None and action == "hang_up":
                self._calls.stays(line_call)
            _tell(done, refusal)
            return []

        self._send(*fields, reply=reply)

    def leave(self) -> None:
        self._send(("Action", "Logoff"))

    def abandon(self) -> None:
        """The connection is gone: everybody who waits for a reply is told so."""
        for done in self._asked:
            _tell(done, LineAway())
        self._asked.clear()
        self._replies.clear()

    def _send(self, *fields: tuple[str, str], reply: _Reply | None = None) -> str:
        self._last_id += 1
        action_id = f"kc{self._last_id}"
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
        if frame.get("Response"):
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
        return self._calls.received(frame, now) if self.up else []


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
