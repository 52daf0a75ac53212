"""Whether a queue takes callers, as the dial plan is to look it up.  No I/O, no clock.

Asterisk keeps it in its own database (`DBPut`), where it outlives a restart: family `kundcenter`,
key `closed-QUEUE`, the second (Unix time) until which nobody is let in; 0 is open.  So a queue
that is closed for an hour opens by itself, whether any desk is there or not (docs/exchange.md).
"""

from __future__ import annotations

import re
from datetime import datetime

from kundcenter.adapters.telephony.requests import Fields
from kundcenter.domain.lines import ExchangeRefused, Refusal

FAMILY = "kundcenter"
KEY = "closed-"
OPEN = 0
FOR_EVER = 4_102_444_800  # 2100-01-01: until further notice

_QUEUE = re.compile(r"[A-Za-z0-9_.-]{1,64}")


def switching(queue: str, closed: bool, until: datetime | None) -> Fields:
    """The request.  Raises ExchangeRefused for a name that no queue of a dial plan has."""
    if not _QUEUE.fullmatch(queue):
        raise ExchangeRefused(action="close_queue", why=Refusal.NOT_DONE)
    second = OPEN if not closed else FOR_EVER if until is None else int(until.timestamp())
    return (
        ("Action", "DBPut"),
        ("Family", FAMILY),
        ("Key", f"{KEY}{queue}"),
        ("Val", str(second)),
    )
