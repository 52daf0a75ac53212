"""Free text as both stores can keep it: exactly as typed, or refused with a reason."""

from __future__ import annotations

import re
from enum import StrEnum

from kundcenter.errors import Refused

NOTE_LIMIT = 20_000  # characters (code points) in one field of a note
LINE_LIMIT = 300  # characters in a one-line field

_NOT_TEXT = re.compile("[\0\ud800-\udfff]")


class TextFault(StrEnum):
    TOO_LONG = "too_long"
    NOT_TEXT = "not_text"  # NUL or half of a surrogate pair: no database keeps them


class TextInvalid(Refused):
    """The text cannot be kept as it is.  Facts: field, fault, limit."""

    code = "text.invalid"


def checked(text: str, field: str, *, limit: int = NOTE_LIMIT) -> str:
    """The text, unchanged.  Raises TextInvalid when it is too long or not text at all."""
    if len(text) > limit:
        raise TextInvalid(field=field, fault=TextFault.TOO_LONG, limit=limit)
    if _NOT_TEXT.search(text):
        raise TextInvalid(field=field, fault=TextFault.NOT_TEXT, limit=limit)
    return text


def line(text: str, field: str, *, limit: int = LINE_LIMIT) -> str:
    """The text as one line: single spaces between its words and none around them.

    It is cleaned first and measured then, so that no space too many is what makes it too long.
    Not for what is kept as it was typed.  Raises TextInvalid.
    """
    return checked(" ".join(text.split()), field, limit=limit)
