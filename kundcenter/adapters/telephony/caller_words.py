"""What an exchange says about a caller, cleaned before anybody believes it."""

from __future__ import annotations

import re
from datetime import timedelta

from kundcenter.adapters.telephony.frames import Frame
from kundcenter.domain.lines import ReturnReason

KEYED_ID = "KUNDCENTER_ID"
QUEUE = "KUNDCENTER_QUEUE"
REFERENCE = "KUNDCENTER_REF"
RETURNED = "KUNDCENTER_RETURNED"
BACK = "KUNDCENTER_BACK"
TOGETHER = "KUNDCENTER_TOGETHER"
ASKED_FOR = (KEYED_ID, QUEUE, REFERENCE, RETURNED)  # what the exchange is to tell of a channel
LONGEST_NAME = 80

_NUMBER = re.compile(r"\+?[0-9*#]{1,32}")
_KEYED_ID = re.compile(r"[0-9]{1,12}")
_REFERENCE = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SECONDS = re.compile(r"[0-9]{1,6}")  # eleven days; more is no time that anybody waited
_SEPARATORS = str.maketrans("", "", " -/().")
_UNSET = frozenset({"", "(null)"})  # Asterisk writes the latter in its reply to Status
_NOBODY = frozenset(
    {"", "<unknown>", "unknown", "anonymous", "restricted", "private", "unavailable", "withheld"}
)


def number(text: str) -> str | None:
    """A telephone number as the exchange writes it, or None for a withheld or senseless one."""
    plain = text.translate(_SEPARATORS)
    return plain if _NUMBER.fullmatch(plain) else None


def name(text: str) -> str | None:
    """A caller's name: printable signs only, at most 80.  A number is not a name."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if plain.lower() in _NOBODY or number(plain) is not None:
        return None
    return plain[:LONGEST_NAME]


def keyed_id(text: str) -> str | None:
    """What the caller keyed in: one to twelve digits.  Whether it is a person is not asked here."""
    plain = text.translate(_SEPARATORS)
    return plain if _KEYED_ID.fullmatch(plain) else None


def seconds(text: str) -> timedelta | None:
    """A time in whole seconds, or None for anything else."""
    return timedelta(seconds=int(text)) if _SECONDS.fullmatch(text) else None


def reference(text: str) -> str:
    """The id of a transfer, or an empty string for anything else."""
    return text if _REFERENCE.fullmatch(text) else ""


def returned(text: str) -> ReturnReason | None:
    """Why a call comes back, in the dial plan's words; None when it does not."""
    try:
        return ReturnReason(text)
    except ValueError:
        return None


def variable(frame: Frame, wanted: str) -> str:
    """A channel variable that the exchange adds to its events, or an empty string.

    `ChanVariable: NAME=value` in events (older exchanges: `ChanVariable(channel): NAME=value`),
    `Variable: NAME=value` in the reply to Status.
    """
    for key, value in frame.fields:
        if key.lower().partition("(")[0] in {"chanvariable", "variable"}:
            found, _, content = value.partition("=")
            if found == wanted and content not in _UNSET:
                return content
    return ""
