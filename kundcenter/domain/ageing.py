"""How long rows stay at the desks of a team before they are past, and what has to be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class KeepTerms:
    """How long the centre keeps what in the buckets.

    `team` is how long a row stays at the desks of its team after it was written last, `asked_for`
    how long what is past stays at the desk that has asked for it.  A desk that was away for less
    than `feed` goes on where it was; else it is filled anew.
    """

    team: timedelta = timedelta(days=90)
    feed: timedelta = timedelta(days=180)
    asked_for: timedelta = timedelta(days=7)
