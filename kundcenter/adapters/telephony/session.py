"""One conversation with the exchange, from its greeting to the end.  No I/O, no clock, no thread.

Bytes that came in are given to `received`, bytes to send are taken from `take_output`, and
`ticked` is called now and then.  Every time is monotonic, in seconds.  What the exchange must
allow its user: read `call,agent`, write `call,system` (PJSIPNotify and DBPut ask for `system`),
`agent` for the pause in the queues, and `originate` where 112 or patients are to be called or
somebody is to be asked about a call.
"""

from __future__ import annotations

import hashlib
import logging
from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum, auto

from kundcenter.adapters.telephony import caller_words
from kundcenter.adapters.telephony.acts import Acts, pausing
from kundcenter.adapters.telephony.consults import Consults
from kundcenter.adapters.telephony.desk_calls import DeskCalls
from kundcenter.adapters.telephony.emergency import EmergencyCalls
from kundcenter.adapters.telephony.frames import Frame, FrameReader
from kundcenter.adapters.telephony.leavings import Leavings
from kundcenter.adapters.telephony.outgoing import OutgoingCalls
from kundcenter.adapters.telephony.pace import Pace, SessionOver
from kundcenter.adapters.telephony.requests import Requests
from kundcenter.adapters.telephony.watching import Watching
from kundcenter.adapters.telephony.wishes import Wish
from kundcenter.domain.lines import (
    DownReason,
    ExchangeSettings,
    LineEvent,
    LineUp,
    PhoneControl,
)

GREETING = "Asterisk Call Manager/"
MOST_FRAMES_KEPT = 10_000
MOST_SPOILED = 100  # frames; one that sends more than this or the next is no exchange
MOST_SKIPPED = 512 * 1024  # bytes

_log = logging.getLogger(__name__)


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
    `consults`, `watching` and `leavings` outlive the conversation, as `calls` does.
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
        consults: Consults | None = None,
        watching: Watching | None = None,
        leavings: Leavings | None = None,
    ) -> None:
        self._settings = settings
        self._secret = secret
        self._calls = calls
        self._emergency = EmergencyCalls(
            settings.extension, settings.emergency, patience=pace.emergency
        )
        self._outgoing = OutgoingCalls(settings.extension, settings.outgoing)
        own, context = settings.extension, settings.transfers
        self._requests = Requests(prefix)
        self._consults = consults or Consults(calls, own, context)
        self._consults.connected(self._requests)
        self._watching = watching or Watching(pace, loads=bool(context))
        self._leavings = leavings or Leavings(own, settings.queues)
        self._acts = Acts(
            own,
            self._requests,
            calls,
            emergency=self._emergency,
            outgoing=self._outgoing,
            consults=self._consults,
        )
        self._pace = pace
        self._plain_allowed = plain_allowed
        self._reader = FrameReader(banner=True)
        self._stage = _Stage.GREETING
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
        return self._requests.take_output()

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
            self._requests.send(("Action", "Ping"))
        events = self._emergency.ticked(now)
        self._consults.ticked(now)
        if self.up:
            in_hand = self._calls.in_hand
            events += self._watching.ticked(now, self._requests, in_hand=in_hand)
        if self._listing is not None and now - self._listing.asked > self._pace.replying:
            events += self._listed(now, complete=False)
        return events

    def act(self, wish: Wish, done: Future[None], now: float) -> None:
        """Ask the exchange; `done` is told."""
        self._acts.act(wish, done, now)

    def leave(self) -> None:
        self._requests.send(("Action", "Logoff"))

    def abandon(self) -> list[LineEvent]:
        """The connection is gone: everybody who waits for a reply is told so."""
        self._requests.abandon()
        return self._emergency.connection_lost() + self._watching.lost()

    def _greeted(self, now: float) -> None:
        if self._reader.banner is None:
            return
        if not self._reader.banner.startswith(GREETING):
            raise SessionOver(DownReason.NOT_AN_EXCHANGE)
        self._stage = _Stage.LOGIN
        self._requests.send(("Action", "Challenge"), ("AuthType", "MD5"), reply=self._challenged)
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
        self._requests.send(
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
            self._requests.send(*pausing(self._settings.extension, self._calls.paused))
        self._stage = _Stage.LISTING
        self._list_channels(now)
        return []

    def _list_channels(self, now: float) -> None:
        action_id = self._requests.send(
            ("Action", "Status"),
            ("Variables", ",".join(caller_words.ASKED_FOR)),
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
            events += self._consults.resynchronised(listing.channels)
        early, self._early = self._early, []
        for frame in early:
            events += self._understood(frame, now)
        return events

    def _frame(self, frame: Frame, now: float) -> list[LineEvent]:
        action_id = frame.get("ActionID")
        if frame.get("Response") and not frame.get("Event"):  # OriginateResponse has both
            return self._requests.replied(frame, now)
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
            self._requests.send(
                ("Action", "PJSIPNotify"), ("Channel", own), ("Variable", "Event=talk")
            )
        return self._understood(frame, now) + self._emergency.received(frame)

    def _understood(self, frame: Frame, now: float) -> list[LineEvent]:
        told = self._consults.received(frame, now)  # first: DeskCalls forgets what has hung up
        told += self._calls.received(frame, now)
        told += self._leavings.received(frame, now)
        return told + self._watching.received(frame, now)
