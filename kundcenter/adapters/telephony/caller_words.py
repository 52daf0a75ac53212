"""What an exchange says about a caller, cleaned before anybody believes it."""

from __future__ import annotations

import re
from datetime import timedelta

from kundcenter.adapters.telephony.frames import Frame

KEYED_ID = "KUNDCENTER_ID"
QUEUE = "KUNDCENTER_QUEUE"
LONGEST_NAME = 80

_NUMBER = re.compile(r"\+?[0-9*#]{1,32}")
_KEYED_ID = re.compile(r"[0-9]{1,12}")
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
