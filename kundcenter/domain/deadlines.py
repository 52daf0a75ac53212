"""Until when a booked time can be cancelled without a fee: whole weekdays (DOMAIN §6.2)."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from kundcenter.domain.calendar import at_clock, is_weekday, local

_WHOLE_DAY = timedelta(days=1)


def cancel_deadline(visit: datetime, hours: int) -> datetime:
    """The last moment that is in time: `hours` back from the visit, of which only weekdays count.

    The hours are those of a Swedish clock; the nights on which clocks are moved are Sundays, which
    never count.  Whoever cancels at the deadline itself is in time.  In UTC.  Raises ValueError
    for a time without a zone and for hours below nought.
    """
    if hours < 0:
        raise ValueError("a time limit is no hours or more")
    at = local(visit).replace(tzinfo=None)
    left = timedelta(hours=hours)
    while left:
        midnight = datetime.combine(at.date(), time())
        if at == midnight:  # the last moment of the day before
            midnight -= _WHOLE_DAY
        if not is_weekday(midnight.date()):
            at = midnight
            continue
        taken = min(left, at - midnight)
        at, left = at - taken, left - taken
    return at_clock(at.date(), at.time())
