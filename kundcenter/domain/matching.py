"""Who could take a freed time, in an order that is fair and can be said in a sentence.

FEATURES row 65, leap 10.  The rules are few and the same for all, so that whoever is asked why
somebody else was rung first can answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.capacity import Timeslot
from kundcenter.domain.freed_times import Wait
from kundcenter.domain.people import Person

_NEVER = datetime.max.replace(tzinfo=UTC)


class MatchReason(StrEnum):
    """Why one comes before another: the order of these is the order of the rules."""

    PRIORITY = "PRIORITET"
    GUARANTEE = "VARDGARANTI"
    WAITED = "VANTAT_LANGST"


@dataclass(frozen=True, slots=True)
class Match:
    """One who could take the time; `place` counts from 1, `because` says what put them there."""

    wait: Wait
    place: int
    because: MatchReason
    person: Person | None = None  # who it is, veiled when protected; the rule does not look


def matches(timeslot: Timeslot, waits: Iterable[Wait], now: datetime) -> tuple[Match, ...]:
    """Who could take the time, in the order in which they are rung.  Pure.

    Fits: the same time type, the unit (or `other_units`), earliest/latest, clock, weekday, and
    notice.  Order: higher priority, earlier guarantee day, longest wait; then the id, so that two
    desks agree.  Each person is there once.  `because` is the first rule by which one comes
    before the next; of the last it is how long they have waited.
    """
    found: dict[UUID, Wait] = {}
    for wait in sorted((each for each in waits if each.fits(timeslot, now)), key=_turn):
        found.setdefault(wait.person_id, wait)
    turns = tuple(found.values())
    after = (*turns, None)[1:]
    return tuple(
        Match(wait, place, _because(wait, following))
        for place, (wait, following) in enumerate(zip(turns, after, strict=True), start=1)
    )


def _turn(wait: Wait) -> tuple[int, datetime, datetime, UUID]:
    return -wait.priority, wait.guaranteed_by or _NEVER, wait.added_at, wait.id


def _because(wait: Wait, following: Wait | None) -> MatchReason:
    """The first rule by which the one comes before the other."""
    if following is not None and wait.priority != following.priority:
        return MatchReason.PRIORITY
    if following is not None and wait.guaranteed_by != following.guaranteed_by:
        return MatchReason.GUARANTEE
    return MatchReason.WAITED


def told(match: Match, person: Person) -> Match:
    """As a list may hold it: of a protected person neither name nor number."""
    wait = replace(match.wait, number="") if person.protected else match.wait
    return replace(match, wait=wait, person=person.veiled())
