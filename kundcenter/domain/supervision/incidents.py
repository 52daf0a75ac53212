"""What disturbed the work: the exchange away, the centre away, the record system, the power.

Source: DOMAIN §15 (incidents: downtime).  A desk notes by itself what it can tell by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.calendar import is_instant
from kundcenter.domain.text import checked
from kundcenter.errors import NotFound, Refused

TEXT_LIMIT = 2_000  # characters
LONGEST = timedelta(days=31)
LINE_AWAY_AFTER = timedelta(seconds=60)
CENTRE_AWAY_AFTER = timedelta(minutes=10)


class IncidentNotFound(NotFound):
    """No incident has the id.  Facts: id."""

    code = "incident.not_found"


class IncidentEnded(Refused):
    """It is over already.  Facts: id."""

    code = "incident.ended"


class IncidentInvalid(Refused):
    """The incident cannot be kept.  Facts: field ("text", "starts_at", "ends_at")."""

    code = "incident.invalid"


class IncidentKind(StrEnum):
    LINE = "TELEFONI"
    CENTRE = "CENTRALEN"  # of Kundcenter: desks work on alone
    RECORD = "JOURNALSYSTEM"
    NETWORK = "NATVERK"
    POWER = "EL"
    STAFF = "BEMANNING"
    OTHER = "ANNAT"


@dataclass(frozen=True, slots=True)
class Incident:
    """From `starts_at` until `ends_at`; None while it goes on.

    One that a desk noted by itself is `automatic`: it tells of that desk, and many desks may tell
    of the same (see `outages`).  The text is somebody's own and stays out of every log.
    """

    id: UUID
    kind: IncidentKind
    starts_at: datetime
    ends_at: datetime | None
    text: str = field(repr=False)
    noted_by: UUID
    automatic: bool = False

    def ended(self, at: datetime) -> Incident:
        """Over; never before it began."""
        return replace(self, ends_at=max(self.starts_at, at))

    def worded(self, text: str) -> Incident:
        """With other words.  Raises TextInvalid."""
        return replace(self, text=checked_text(text))

    def overlaps(self, start: datetime, end: datetime) -> bool:
        """Whether any of it lies in [start, end)."""
        return self.starts_at < end and (self.ends_at is None or self.ends_at > start)


@dataclass(frozen=True, slots=True)
class Outage:
    """What several desks noted of the same: from the first to the last, and of how many desks.

    `ends_at` is None while it goes on at one of them.
    """

    kind: IncidentKind
    starts_at: datetime
    ends_at: datetime | None
    incidents: tuple[Incident, ...]


def outages(incidents: Iterable[Incident]) -> tuple[Outage, ...]:
    """By when they began.  Automatic ones of a kind that overlap are one; each other is its own."""
    found: list[Outage] = []
    open_at: dict[IncidentKind, int] = {}
    for each in sorted(incidents, key=lambda each: (each.starts_at, each.id)):
        place = open_at.get(each.kind) if each.automatic else None
        if place is not None and _goes_on_at(found[place], each.starts_at):
            known = found[place]
            ends = (known.ends_at, each.ends_at)
            end = None if None in ends else max(filter(None, ends))
            found[place] = replace(known, ends_at=end, incidents=(*known.incidents, each))
            continue
        if each.automatic:
            open_at[each.kind] = len(found)
        found.append(Outage(each.kind, each.starts_at, each.ends_at, (each,)))
    return tuple(found)


def _goes_on_at(outage: Outage, at: datetime) -> bool:
    return outage.ends_at is None or outage.ends_at >= at


def checked_text(text: str) -> str:
    """What somebody wrote of it, as typed.  Raises TextInvalid."""
    return checked(text, "text", limit=TEXT_LIMIT)


def must_lie_between(starts_at: datetime, ends_at: datetime | None, at: datetime) -> None:
    """Raise IncidentInvalid unless it began by `at`, not too long ago, and ended by then.

    Facts: field ("starts_at" or "ends_at").
    """
    if not is_instant(starts_at) or not at - LONGEST <= starts_at <= at:
        raise IncidentInvalid(field="starts_at")
    if ends_at is not None and not (is_instant(ends_at) and starts_at <= ends_at <= at):
        raise IncidentInvalid(field="ends_at")
