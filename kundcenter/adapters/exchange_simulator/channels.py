"""Channels of the simulated exchange and the events it tells about them, as Asterisk 16 writes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from kundcenter.adapters.telephony.caller_words import KEYED_ID, REFERENCE, RETURNED

Fields = tuple[tuple[str, str], ...]

UNKNOWN = "<unknown>"


class State(Enum):
    DOWN = ("0", "Down")
    RING = ("4", "Ring")
    RINGING = ("5", "Ringing")
    UP = ("6", "Up")


@dataclass(slots=True)
class Channel:
    """One leg.  `created` in seconds of the exchange's own time."""

    name: str
    uniqueid: str
    linkedid: str
    created: float
    state: State
    exten: str
    number: str = UNKNOWN
    caller_name: str = UNKNOWN
    connected_number: str = UNKNOWN
    connected_name: str = UNKNOWN
    keyed_id: str = ""
    application: str = ""
    application_data: str = ""
    bridge: str = ""
    variables: dict[str, str] = field(default_factory=dict, repr=False)

    def told(self) -> Fields:
        """The variables that manager.conf names in `channelvars`."""
        named = ((name, self.variables.get(name, "")) for name in (REFERENCE, RETURNED))
        return ((KEYED_ID, self.keyed_id), *named)

    def fields(self, prefix: str = "") -> Fields:
        """The snapshot that Asterisk puts into every event about a channel."""
        number, words = self.state.value
        snapshot = (
            ("Channel", self.name),
            ("ChannelState", number),
            ("ChannelStateDesc", words),
            ("CallerIDNum", self.number),
            ("CallerIDName", self.caller_name),
            ("ConnectedLineNum", self.connected_number),
            ("ConnectedLineName", self.connected_name),
            ("Language", "sv"),
            ("AccountCode", ""),
            ("Context", "kundcenter"),
            ("Exten", self.exten),
            ("Priority", "1"),
            ("Uniqueid", self.uniqueid),
            ("Linkedid", self.linkedid),
            *(("ChanVariable", f"{name}={value}") for name, value in self.told()),
        )
        return tuple((f"{prefix}{key}", value) for key, value in snapshot)


@dataclass(frozen=True, slots=True)
class Event:
    """One event.  `privilege` is the class a listener must be allowed to read."""

    privilege: str
    fields: Fields = field(repr=False)


def event(name: str, privilege: str, *parts: Fields) -> Event:
    flat = tuple(pair for part in parts for pair in part)
    return Event(privilege, (("Event", name), ("Privilege", f"{privilege},all"), *flat))
