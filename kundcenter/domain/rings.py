"""What the exchange says when the telephone rings, and the call it is the beginning of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.domain.calls import Call, Channel
from kundcenter.domain.phone_numbers import PhoneNumberInvalid, parse
from kundcenter.domain.text import LINE_LIMIT, checked

MOST_WAITED = timedelta(hours=24)  # what an exchange says beyond this is no time in a queue


@dataclass(frozen=True, slots=True)
class Ring:
    """What the exchange said when the telephone rang.

    `number` and `called` are E.164 or short numbers, None when withheld; `waited` is the time
    in the queue so far.
    """

    line_call: str
    number: str | None = field(default=None, repr=False)
    called: str | None = field(default=None, repr=False)
    queue: str | None = None
    keyed_id: str | None = field(default=None, repr=False)
    waited: timedelta = timedelta()
    reference: str = ""  # of whoever passed the caller on: the id of the transfer


def ringing(ring: Ring, id: UUID, at: datetime) -> Call:
    """The call that the ring is the beginning of.  Raises TextInvalid."""
    return Call(
        id=id,
        channel=Channel.LINE,
        rang_at=at,
        queued_at=at - min(max(ring.waited, timedelta()), MOST_WAITED),
        number=checked_line(ring.number, "number"),
        called=checked_line(ring.called, "called"),
        queue=checked_line(ring.queue, "queue") if (ring.queue or "").strip() else None,
        line_call=checked_line(ring.line_call, "line_call"),
        keyed_id=checked_line(ring.keyed_id, "keyed_id"),
        reference=checked_line(ring.reference, "reference") or "",
    )


def stored_number(number: str | None) -> str | None:
    """E.164 or a short number; what cannot be read is kept as the exchange wrote it."""
    if number is None:
        return None
    try:
        read = parse(number)
    except PhoneNumberInvalid:
        return number
    return read.value if read else None


def checked_line(text: str | None, name: str) -> str | None:
    """The text as it can be kept.  Raises TextInvalid."""
    return None if text is None else checked(text, name, limit=LINE_LIMIT)
