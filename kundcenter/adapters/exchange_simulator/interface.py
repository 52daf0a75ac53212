"""The manager interface of the simulated exchange, one client's side of it.  No I/O.

It answers as Asterisk 16 does, word for word where a client may look at the words, and it is
built for strangers: nothing a client sends can raise, and an unknown one is soon sent away.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kundcenter.adapters.exchange_simulator.callers import CALLED, CALLED_ELSE, Caller
from kundcenter.adapters.exchange_simulator.calls import NoSuchChannel
from kundcenter.adapters.exchange_simulator.channels import Channel, Event, Fields
from kundcenter.adapters.exchange_simulator.emergency import NUMBER
from kundcenter.adapters.exchange_simulator.exchange import Exchange
from kundcenter.adapters.exchange_simulator.interface_transfers import TransferActions
from kundcenter.adapters.exchange_simulator.wire import action_id, error, reply, success
from kundcenter.adapters.telephony import caller_words
from kundcenter.adapters.telephony.frames import Frame, FrameReader, serialise

GREETING = b"Asterisk Call Manager/5.0.4\r\n"
TALK_SECONDS = "KUNDCENTER_TALK"  # how long an originated caller talks
PATIENCE_SECONDS = "KUNDCENTER_PATIENCE"  # and waits for an answer
MOST_BEFORE_LOGIN = 8  # frames

_ALL = frozenset({"call", "agent", "system", "originate"})
_LONGEST_SECONDS = 86_400.0
_ORDINARY_TALK, _ORDINARY_PATIENCE = 300.0, 600.0
_CALLER_ID = re.compile(r'\s*(?:"?(?P<name>[^"<]{0,200}?)"?\s*)?<(?P<number>[^<>]{0,40})>\s*')
_LOCAL = re.compile(r"Local/(?P<queue>[\w.-]{1,40})@[\w.-]{1,40}(?:/n)?")
_EMERGENCY = re.compile(r"Local/112@[\w.-]{1,80}(?:/n)?")
_NUMBER = re.compile(r"\+[1-9][0-9]{5,14}")
_PHONE = re.compile(r"PJSIP/(?P<extension>[A-Za-z0-9]{1,20})")
_NEEDS = {
    "Status": "call",
    "Hangup": "call",
    "PJSIPNotify": "system",
    "Originate": "originate",
    "QueuePause": "agent",
    "Setvar": "call",
    "Redirect": "call",
    "Bridge": "call",
    "DeviceStateList": "call",
    "DBPut": "system",
    "DBGet": "system",
}


@dataclass(frozen=True, slots=True)
class Account:
    """Who may sign in, what it hears (`read`) and what it may do (`write`).

    `arrivals` is ours: whether its `Originate` may also let callers arrive.
    """

    user: str
    secret: str = field(repr=False)
    read: frozenset[str]
    write: frozenset[str]
    arrivals: bool = False


def desk_account(secret: str) -> Account:
    """What manager.conf should give a desk: read = call,agent and all that `_ALL` says to write."""
    return Account("desk", secret, frozenset({"call", "agent"}), _ALL)


def control_account(secret: str) -> Account:
    """For tests and the demo: may also let calls arrive."""
    return Account("control", secret, _ALL, _ALL, arrivals=True)


class ManagerSession:
    """`over` turns true when the connection is to be closed, after what was returned is sent."""

    def __init__(self, exchange: Exchange, accounts: Sequence[Account]) -> None:
        self.over = False
        self.account: Account | None = None
        self._exchange = exchange
        self._accounts = {account.user: account for account in accounts}
        self._reader = FrameReader()
        self._challenge = ""
        self._hears: frozenset[str] = frozenset()
        self._before_login = 0
        self._transfers = TransferActions(exchange)
        self._actions: dict[str, Callable[[Frame], list[Fields]]] = {
            "challenge": self._give_challenge,
            "login": self._login,
            "logoff": self._logoff,
            "ping": self._ping,
            "events": self._choose_events,
            "status": self._status,
            "hangup": self._hang_up,
            "pjsipnotify": self._notify,
            "originate": self._originate,
            "queuepause": self._pause,
            "dbput": self._db_put,
            "dbget": self._db_get,
            **self._transfers.actions,
        }

    def hears(self, event: Event) -> bool:
        return event.privilege in self._hears

    def received(self, data: bytes) -> bytes:
        """What to send back."""
        out = bytearray()
        for frame in self._reader.feed(data):
            if self.over:
                break
            for fields in self._answer(frame):
                out += serialise(fields)
        if self.account is None and self._reader.spoiled:
            self.over = True
        return bytes(out)

    def _answer(self, frame: Frame) -> list[Fields]:
        name = frame.get("Action")
        if self.account is None:
            self._before_login += 1
            self.over = self._before_login >= MOST_BEFORE_LOGIN
            if name.lower() not in {"challenge", "login", "logoff"}:
                return [error(frame, "Permission denied")]
        action = self._actions.get(name.lower())
        if action is None:
            return [error(frame, f"Invalid/unknown command: {name[:40]}.")]
        needed = next((right for key, right in _NEEDS.items() if key.lower() == name.lower()), None)
        if needed and (self.account is None or needed not in self.account.write):
            return [error(frame, "Permission denied")]
        return action(frame)

    def _give_challenge(self, frame: Frame) -> list[Fields]:
        if frame.get("AuthType").upper() != "MD5":
            return [error(frame, "Must specify AuthType")]
        self._challenge = str(secrets.randbelow(10**9)).zfill(9)
        return [success(frame, ("Challenge", self._challenge))]

    def _login(self, frame: Frame) -> list[Fields]:
        account = self._accounts.get(frame.get("Username"))
        if account is None or not self._proves(frame, account.secret):
            self.over = True
            return [error(frame, "Authentication failed")]
        self.account = account
        self.over = False
        self._listen_to(frame.get("Events") or "on")
        return [success(frame, ("Message", "Authentication accepted"))]

    def _proves(self, frame: Frame, secret: str) -> bool:
        if frame.get("AuthType").upper() == "MD5":
            challenge, self._challenge = self._challenge, ""
            if not challenge:
                return False
            expected = hashlib.md5(f"{challenge}{secret}".encode(), usedforsecurity=False)
            proof, wanted = frame.get("Key"), expected.hexdigest()
        else:
            proof, wanted = frame.get("Secret"), secret
        return hmac.compare_digest(proof.encode(), wanted.encode())

    def _listen_to(self, mask: str) -> None:
        readable = self.account.read if self.account else frozenset[str]()
        wanted = {part.strip().lower() for part in mask.split(",")}
        if wanted & {"on", "true", "yes", "all"}:
            self._hears = readable
        else:
            self._hears = readable & wanted

    def _logoff(self, frame: Frame) -> list[Fields]:
        self.over = True
        return [reply(frame, "Goodbye", ("Message", "Thanks for all the fish."))]

    def _ping(self, frame: Frame) -> list[Fields]:
        return [success(frame, ("Ping", "Pong"), ("Timestamp", f"{self._exchange.now:.6f}"))]

    def _choose_events(self, frame: Frame) -> list[Fields]:
        self._listen_to(frame.get("EventMask"))
        return [success(frame, ("Events", "On" if self._hears else "Off"))]

    def _status(self, frame: Frame) -> list[Fields]:
        channels = self._exchange.channels()
        own = action_id(frame)
        begun = (("EventList", "start"), ("Message", "Channel status will follow"))
        items = str(len(channels))
        ended = (("EventList", "Complete"), ("ListItems", items), ("Items", items))
        return [
            success(frame, *begun),
            *((*self._status_of(channel), *own) for channel in channels),
            (("Event", "StatusComplete"), *own, *ended),
        ]

    def _status_of(self, channel: Channel) -> Fields:
        return (
            ("Event", "Status"),
            ("Privilege", "Call"),
            *channel.fields(),
            ("Type", "PJSIP"),
            ("BridgeID", channel.bridge),
            ("Application", channel.application),
            ("Data", channel.application_data),
            ("Seconds", str(int(self._exchange.now - channel.created))),
            *(("Variable", f"{name}={value}") for name, value in channel.told()),
        )

    def _hang_up(self, frame: Frame) -> list[Fields]:
        try:
            self._exchange.hang_up(frame.get("Channel"))
        except NoSuchChannel:
            return [error(frame, "No such channel")]
        return [success(frame, ("Message", "Channel Hungup"))]

    def _notify(self, frame: Frame) -> list[Fields]:
        """The simulated phones obey `talk` and `hold`, and leave other events unheard."""
        acts = {"event=talk": self._exchange.talk, "event=hold": self._exchange.hold}
        try:
            for variable in frame.every("Variable"):
                acts.get(variable.lower(), self._unheard)(frame.get("Channel"))
        except NoSuchChannel:
            return [error(frame, "Channel not found")]
        return [success(frame, ("Message", "NOTIFY sent"))]

    def _unheard(self, channel: str) -> None:
        if all(there.name != channel for there in self._exchange.channels()):
            raise NoSuchChannel

    def _pause(self, frame: Frame) -> list[Fields]:
        """In all queues at once: the simulated telephones are in one queue each."""
        paused = frame.get("Paused").lower() in {"true", "yes", "1", "on"}
        if not self._exchange.pause(frame.get("Interface"), paused=paused):
            return [error(frame, "Interface not found")]
        words = "Interface paused successfully" if paused else "Interface unpaused successfully"
        return [success(frame, ("Message", words))]

    def _db_put(self, frame: Frame) -> list[Fields]:
        if not frame.get("Family"):
            return [error(frame, "No family specified")]
        if not frame.get("Key"):
            return [error(frame, "No key specified")]
        kept = self._exchange.closed_queues
        if not kept.put(frame.get("Family"), frame.get("Key"), frame.get("Val")):
            return [error(frame, "Failed to update entry")]
        return [success(frame, ("Message", "Updated database successfully"))]

    def _db_get(self, frame: Frame) -> list[Fields]:
        family, key = frame.get("Family"), frame.get("Key")
        value = self._exchange.closed_queues.get(family, key)
        if value is None:
            return [error(frame, "Database entry not found")]
        told = (("Family", family), ("Key", key), ("Val", value))
        return [
            success(frame, ("EventList", "start"), ("Message", "Result will follow")),
            (("Event", "DBGetResponse"), *action_id(frame), *told),
            (("Event", "DBGetComplete"), *action_id(frame), ("EventList", "Complete")),
        ]

    def _originate(self, frame: Frame) -> list[Fields]:
        """112 is called, or a number is rung up, or somebody is asked, or a caller arrives."""
        id, patience = frame.get("ChannelId"), _seconds(frame.get("Timeout"), 30_000.0) / 1000
        phone = _PHONE.fullmatch(frame.get("Channel"))
        if id and _EMERGENCY.fullmatch(frame.get("Channel")) and not self._transfers.asks(frame):
            return [self._call_emergency(frame, None, patience)]
        if id and phone and frame.get("Exten") == NUMBER:
            return [self._call_emergency(frame, phone["extension"], patience)]
        if id and phone and _NUMBER.fullmatch(frame.get("Exten")):
            return [self._ring_out(frame, phone["extension"], patience)]
        if self._transfers.asks(frame):
            return self._transfers.ask(frame, patience)
        if self.account is None or not self.account.arrivals:
            return [error(frame, "Permission denied")]
        return self._arrive(frame)

    def _call_emergency(self, frame: Frame, extension: str | None, patience: float) -> Fields:
        """Into the talk that the channel in `Data` stands in, or from a telephone."""
        id, asked_as = frame.get("ChannelId"), frame.get("ActionID")
        try:
            if extension is None:
                talk = frame.get("Data")
                self._exchange.call_emergency(id, asked_as, talk, patience=patience)
            else:
                self._exchange.call_emergency_from(id, asked_as, extension, patience)
        except NoSuchChannel:
            return error(frame, "Channel not found")
        return success(frame, ("Message", "Originate successfully queued"))

    def _ring_out(self, frame: Frame, extension: str, patience: float) -> Fields:
        id, number = frame.get("ChannelId"), frame.get("Exten")
        try:
            self._exchange.ring_out(id, frame.get("ActionID"), extension, number, patience)
        except NoSuchChannel:
            return error(frame, "Extension not available")
        return success(frame, ("Message", "Originate successfully queued"))

    def _arrive(self, frame: Frame) -> list[Fields]:
        """`Channel: Local/QUEUE@context` lets a caller arrive in a queue, now."""
        local = _LOCAL.fullmatch(frame.get("Channel"))
        if local is None or local["queue"] not in self._exchange.queues:
            return [error(frame, "Channel not specified")]
        caller_id = _CALLER_ID.fullmatch(frame.get("CallerID"))
        queue = local["queue"]
        self._exchange.arrive(
            Caller(
                queue=queue,
                called=caller_words.number(frame.get("Exten")) or CALLED.get(queue, CALLED_ELSE),
                number=caller_words.number(caller_id["number"]) if caller_id else None,
                name=caller_words.name(caller_id["name"] or "") if caller_id else None,
                keyed_id=caller_words.keyed_id(caller_words.variable(frame, caller_words.KEYED_ID)),
                talk=_seconds(caller_words.variable(frame, TALK_SECONDS), _ORDINARY_TALK),
                patience=_seconds(
                    caller_words.variable(frame, PATIENCE_SECONDS), _ORDINARY_PATIENCE
                ),
            )
        )
        return [success(frame, ("Message", "Originate successfully queued"))]


def _seconds(text: str, ordinary: float) -> float:
    try:
        seconds = float(text)
    except ValueError:
        return ordinary
    return seconds if 0.0 <= seconds <= _LONGEST_SECONDS else ordinary
