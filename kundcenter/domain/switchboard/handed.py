"""What another program hands in: a ring from an exchange of any make, or a number to dial.

    kundcenter://ring?from=070-174%2006%2005&to=1177&id=191212121212&queue=1177
    kundcenter://ring?from=0701740605&to=1177&ended=1      # that call is over
    kundcenter://dial?number=08-465%20004%2000
    tel:+46-8-465-004-00

Whoever can make somebody follow a link can write such an address, so nothing in it is believed:
one reading, one decoding, known fields once each, and what is left over refuses the whole.
Numbers stay out of repr(), and nothing that was written stands in an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kundcenter.domain.phone_numbers import AreaCodeMissing, PhoneNumberInvalid, parse
from kundcenter.errors import Refused, Unavailable

MOST = 512  # signs of an address
MOST_KEYED = 32  # digits
MOST_QUEUE = 64  # characters
LINE_CALL = "handed-"  # how the call of a ring that was handed in begins

_SCHEME = re.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_PLAIN = re.compile("[!-~]*")  # ASCII that is seen, no space
_ENCODED = re.compile("%[0-9A-Fa-f]{2}")
_KEYED = re.compile("[0-9]+")
_MOBILE = re.compile("7[02369][0-9]{7}")


class HandedFault(StrEnum):
    TOO_LONG = "too_long"
    SIGNS = "signs"  # what is no visible ASCII, in the address or once it is decoded
    SCHEME = "scheme"
    HOST = "host"  # neither ring nor dial, or a path, a user or a port with it
    ENCODING = "encoding"
    FIELD_UNKNOWN = "field_unknown"
    FIELD_TWICE = "field_twice"
    FIELD_MISSING = "field_missing"
    VALUE = "value"


class HandedInvalid(Refused):
    """What was handed in cannot be taken.

    Facts: fault; field ("from", "to", "id", "queue", "ended", "number"), where one is at fault.
    """

    code = "handed.invalid"


class NobodyHears(Unavailable):
    """No workstation of this operator runs on the profile.  Facts: none."""

    code = "handed.nobody_hears"


class NoReply(Unavailable):
    """A workstation runs and did not say in time that it had taken what was handed in.

    Facts: none.
    """

    code = "handed.no_reply"


class HandedReply(StrEnum):
    """What the workstation says to whatever was handed in."""

    TAKEN = "taken"
    REFUSED = "refused"  # it could not be read
    NO_RING = "no_ring"  # what is said to be over has not rung
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class HandedRing:
    """A call rings, or with `ended` rings or is talked no more.

    `number` and `called` are as in PhoneNumber; None is a withheld number.  `keyed_id` is digits.
    """

    number: str | None = field(repr=False)
    called: str = field(repr=False)
    queue: str | None = None
    keyed_id: str | None = field(default=None, repr=False)
    ended: bool = False


@dataclass(frozen=True, slots=True)
class HandedDial:
    """A number that somebody may want to ring up, as in PhoneNumber: 112 too, which is not rung."""

    number: str = field(repr=False)


def was_handed(line_call: str | None) -> bool:
    """Whether the call was handed in: no exchange of ours steers it."""
    return line_call is not None and line_call.startswith(LINE_CALL)


def read_url(text: str) -> HandedRing | HandedDial:
    """What an address asks for.  Raises HandedInvalid."""
    if len(text) > MOST:
        raise HandedInvalid(fault=HandedFault.TOO_LONG)
    if not _PLAIN.fullmatch(text):
        raise HandedInvalid(fault=HandedFault.SIGNS)
    found = _SCHEME.fullmatch(text)
    scheme, rest = (found[1].lower(), found[2]) if found else ("", "")
    if scheme == "tel":
        return HandedDial(_dialled(f"tel:{_decoded(rest, 'number')}"))
    if scheme != "kundcenter":
        raise HandedInvalid(fault=HandedFault.SCHEME)
    host, _, query = rest.partition("?")
    match host.lower():
        case "//ring" | "//ring/":
            return _ring(_fields(query, {"from", "to", "id", "queue", "ended"}))
        case "//dial" | "//dial/":
            return HandedDial(_dialled(_needed(_fields(query, {"number"}), "number")))
    raise HandedInvalid(fault=HandedFault.HOST)


def ring_url(
    number: str,
    called: str,
    *,
    keyed_id: str | None = None,
    queue: str | None = None,
    ended: bool = False,
) -> str:
    """The address of a ring whose parts are written in any spelling; they are not read here.

    Raises HandedInvalid when it would be too long, or is no text.
    """
    parts = {"from": number, "to": called, "id": keyed_id, "queue": queue}
    given = {name: value for name, value in parts.items() if value is not None}
    if ended:
        given["ended"] = "1"
    if any(len(value) > MOST for value in given.values()):
        raise HandedInvalid(fault=HandedFault.TOO_LONG)
    query = "&".join(f"{name}={_encoded(value, name)}" for name, value in given.items())
    url = f"kundcenter://ring?{query}"
    if len(url) > MOST:
        raise HandedInvalid(fault=HandedFault.TOO_LONG)
    return url


def _ring(fields: Mapping[str, str]) -> HandedRing:
    called = _number(_needed(fields, "to"), "to")
    if called is None:
        raise HandedInvalid(fault=HandedFault.VALUE, field="to")
    ended = fields.get("ended")
    if ended not in {None, "1"}:
        raise HandedInvalid(fault=HandedFault.VALUE, field="ended")
    return HandedRing(
        _number(_needed(fields, "from"), "from"),
        called,
        _queue(fields.get("queue")),
        _keyed(fields.get("id")),
        ended is not None,
    )


def _fields(query: str, known: set[str]) -> Mapping[str, str]:
    """Each field once, decoded once."""
    fields: dict[str, str] = {}
    for pair in query.split("&") if query else ():
        name, equals, value = pair.partition("=")
        if name not in known or not equals:
            raise HandedInvalid(fault=HandedFault.FIELD_UNKNOWN)
        if name in fields:
            raise HandedInvalid(fault=HandedFault.FIELD_TWICE, field=name)
        fields[name] = _decoded(value, name)
    return fields


def _needed(fields: Mapping[str, str], name: str) -> str:
    if name not in fields:
        raise HandedInvalid(fault=HandedFault.FIELD_MISSING, field=name)
    return fields[name]


def _decoded(value: str, name: str) -> str:
    """Percent signs read once.  A '+' is a '+': numbers begin with it."""
    left = _ENCODED.sub("", value)
    # '#' begins what an address says of a place within a page; it is never ours.
    if "%" in left or "#" in left:
        raise HandedInvalid(fault=HandedFault.ENCODING, field=name)
    signs = _ENCODED.sub(lambda found: chr(int(found[0][1:], 16)), value)
    try:
        decoded = signs.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        raise HandedInvalid(fault=HandedFault.ENCODING, field=name) from None
    if "%" in decoded:  # encoded twice: somebody else would read it once more
        raise HandedInvalid(fault=HandedFault.ENCODING, field=name)
    if not decoded.replace("\u00a0", " ").isprintable():  # a no-break space is an innocent one
        raise HandedInvalid(fault=HandedFault.SIGNS, field=name)
    return decoded


def _encoded(value: str, name: str) -> str:
    try:
        octets = value.encode("utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair
        raise HandedInvalid(fault=HandedFault.SIGNS, field=name) from None
    return "".join(
        chr(octet) if chr(octet).isalnum() and octet < 128 else f"%{octet:02X}" for octet in octets
    )


def _number(written: str, name: str) -> str | None:
    """Some exchanges deliver a mobile number without its first 0; no other number begins so."""
    try:
        read = parse(f"0{written}" if _MOBILE.fullmatch(written) else written)
    except (PhoneNumberInvalid, AreaCodeMissing):
        raise HandedInvalid(fault=HandedFault.VALUE, field=name) from None
    return None if read is None else read.value


def _dialled(written: str) -> str:
    number = _number(written, "number")
    if number is None:
        raise HandedInvalid(fault=HandedFault.VALUE, field="number")
    return number


def _queue(written: str | None) -> str | None:
    if written is None or not written.strip():
        return None
    if len(written) > MOST_QUEUE:
        raise HandedInvalid(fault=HandedFault.VALUE, field="queue")
    return written.strip()


def _keyed(written: str | None) -> str | None:
    """Digits, with the dash and the spaces that some programs write in a personnummer."""
    if not written:
        return None
    digits = written.replace("-", "").replace(" ", "")
    if len(written) > MOST_KEYED or not _KEYED.fullmatch(digits):
        raise HandedInvalid(fault=HandedFault.VALUE, field="id")
    return digits
