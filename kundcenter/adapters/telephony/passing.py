"""What is asked of the exchange to pass a call on, as requests.  No I/O, no state.

In the context of the setting `transfers` the dial plan has a number for each telephone and each
public number, `queue-NAME`, `voicemail-EXTENSION`, and for talks in between `wait`, `room-ID` and
`desk-ID` (docs/exchange.md).  Two variables go with the caller: the reference, which is a UUID
and says nothing to anybody but a desk, and the extension to which an unanswered call comes back.
"""

from __future__ import annotations

import re

from kundcenter.adapters.telephony.caller_words import (
    BACK,
    REFERENCE,
    RETURNED,
    TOGETHER,
)
from kundcenter.adapters.telephony.caller_words import (
    reference as read_reference,
)
from kundcenter.adapters.telephony.requests import Fields
from kundcenter.domain.lines import Destination, DestinationKind, ExchangeRefused, Refusal

WAIT = "wait"
RINGS_FOR = 60_000  # ms; the dial plan gives up before

_FORMS = {
    DestinationKind.PHONE: ("", re.compile(r"\+?[0-9*#]{1,32}")),
    DestinationKind.QUEUE: ("queue-", re.compile(r"[A-Za-z0-9_.-]{1,64}")),
    DestinationKind.VOICEMAIL: ("voicemail-", re.compile(r"[A-Za-z0-9]{1,20}")),
}


def extension_of(to: Destination, action: str) -> str:
    """The destination as the dial plan has it.  Raises ExchangeRefused: it has none like that."""
    before, form = _FORMS[to.kind]
    if not form.fullmatch(to.value):
        raise ExchangeRefused(action=action, why=Refusal.NOT_DONE)
    return f"{before}{to.value}"


def checked_reference(reference: str) -> str:
    """Raises ValueError for anything but a UUID or nothing: names do not go to the exchange."""
    if reference and not read_reference(reference):
        raise ValueError("a reference is a UUID")
    return reference


def carried(channel: str, reference: str, back: str) -> list[Fields]:
    """Give a channel what is to go with it from here on; what an earlier one gave is gone."""
    return [
        set_variable(channel, f"__{REFERENCE}", reference),
        set_variable(channel, f"__{BACK}", back),
        set_variable(channel, f"__{RETURNED}", ""),
        together(channel, yes=False),
    ]


def set_variable(channel: str, name: str, value: str) -> Fields:
    return (
        ("Action", "Setvar"),
        ("Channel", channel),
        ("Variable", name),
        ("Value", value),
    )


def together(channel: str, *, yes: bool = True) -> Fields:
    """Whether the caller has somebody, so that the dial plan need not bring them back."""
    return set_variable(channel, TOGETHER, "yes" if yes else "")


def redirected(channel: str, extension: str, context: str) -> Fields:
    return (
        ("Action", "Redirect"),
        ("Channel", channel),
        ("Context", context),
        ("Exten", extension),
        ("Priority", "1"),
    )


def both_redirected(
    channel: str, extension: str, other: str, other_extension: str, context: str
) -> Fields:
    """Out of one bridge at once: moved one by one, the first would end the second."""
    return (
        *redirected(channel, extension, context),
        ("ExtraChannel", other),
        ("ExtraContext", context),
        ("ExtraExten", other_extension),
        ("ExtraPriority", "1"),
    )


def bridged(channel: str, other: str) -> Fields:
    return (("Action", "Bridge"), ("Channel1", channel), ("Channel2", other))


def hung_up(channel: str) -> Fields:
    return (("Action", "Hangup"), ("Channel", channel))


def asked(id: str, extension: str, context: str, room: str, *, own: str, reference: str) -> Fields:
    """Ring somebody from the dial plan; whoever lifts stands in the room."""
    return (
        ("Action", "Originate"),
        ("ActionID", id),
        ("Channel", f"Local/{extension}@{context}/n"),
        ("ChannelId", id),
        ("Context", context),
        ("Exten", f"room-{room}"),
        ("Priority", "1"),
        ("CallerID", f"<{own}>"),
        ("Variable", f"__{REFERENCE}={reference}"),
        ("Async", "true"),
        ("Timeout", str(RINGS_FOR)),
    )
