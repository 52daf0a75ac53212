"""The baseline sample: calls chosen by lot whose level of care somebody judges again.

A call is drawn by hash of a stated seed and its id, so that anybody can draw the same again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.calendar import is_instant, local
from kundcenter.domain.text import checked, line
from kundcenter.errors import NotFound, Refused

LARGEST = 400  # calls in a sample
LONGEST = timedelta(days=400)
SEED_LIMIT = 80  # characters
TITLE_LIMIT = 120
NOTE_LIMIT = 2_000
_MOMENT = timedelta(microseconds=1)  # the end is not in it


class SampleNotFound(NotFound):
    """No sample has the id.  Facts: id."""

    code = "sample.not_found"


class SampleInvalid(Refused):
    """What the sample is drawn by cannot be.  Facts: field."""

    code = "sample.invalid"


class SampleTooLarge(Refused):
    """A sample has at least one call and at most so many.  Facts: count, limit."""

    code = "sample.too_large"


class CallNotSampled(NotFound):
    """The call is not in the sample.  Facts: id (the call's)."""

    code = "sample.call_not_in"


class SampledOwnCall(Refused):
    """Nobody judges a call of their own.  Facts: id (the call's)."""

    code = "sample.own_call"


class JudgementInvalid(Refused):
    """What was judged does not go together.  Facts: field."""

    code = "sample.judgement_invalid"


class CareLevel(StrEnum):
    """The levels, the lowest first: the groups of the statistics (DOMAIN §3.5).

    OTHER has no place in the order: dentist, pharmacy, the municipality.
    """

    SELF_CARE = "EGENVARD"
    PRIMARY = "PRIMARVARD"
    SPECIALIST = "SPECIALIST"
    EMERGENCY = "AKUT"
    SOS = "112"
    OTHER = "ANNAN"


_ORDER = (
    CareLevel.SELF_CARE,
    CareLevel.PRIMARY,
    CareLevel.SPECIALIST,
    CareLevel.EMERGENCY,
    CareLevel.SOS,
)


class Triage(StrEnum):
    """How the given level stands to the right one."""

    RIGHT = "right"
    OVER = "over"  # higher than what was needed
    UNDER = "under"  # lower: what one looks for first
    ELSEWHERE = "elsewhere"  # wrong, and one of the two has no place in the order


def triage(given: CareLevel, right: CareLevel) -> Triage:
    """How the level given stands to the level judged right."""
    if given is right:
        return Triage.RIGHT
    if given not in _ORDER or right not in _ORDER:
        return Triage.ELSEWHERE
    return Triage.OVER if _ORDER.index(given) > _ORDER.index(right) else Triage.UNDER


def level_of(group: str) -> CareLevel | None:
    """The level of an outcome's group; None of one that is no level: information, broken off."""
    return CareLevel(group) if group in set(CareLevel) else None


@dataclass(frozen=True, slots=True)
class Frame:
    """Which calls are drawn from, and by which seed: those answered from `start` until `end`.

    `queue` empty is all.
    """

    start: datetime
    end: datetime
    seed: str
    size: int
    queue: str = ""
    title: str = ""

    def checked(self) -> Frame:
        """As it is stored.  Raises SampleInvalid, SampleTooLarge, TextInvalid."""
        if not (is_instant(self.start) and is_instant(self.end)):
            raise SampleInvalid(field="start")
        if not timedelta() < self.end - self.start <= LONGEST:
            raise SampleInvalid(field="end")
        if not 1 <= self.size <= LARGEST:
            raise SampleTooLarge(count=self.size, limit=LARGEST)
        seed = line(self.seed, "seed", limit=SEED_LIMIT)
        if not seed:
            raise SampleInvalid(field="seed")
        return replace(
            self,
            seed=seed,
            queue=line(self.queue, "queue", limit=SEED_LIMIT),
            title=line(self.title, "title", limit=TITLE_LIMIT),
        )


@dataclass(frozen=True, slots=True)
class Picked:
    """What the lot gave: calls in the order of the draw, out of so many."""

    call_ids: tuple[UUID, ...]
    population: int


@dataclass(frozen=True, slots=True)
class Sample:
    """A draw; it is never changed.  `population` is how many calls it was drawn from."""

    id: UUID
    drawn_by: UUID
    drawn_at: datetime
    start: datetime
    end: datetime
    seed: str
    size: int  # how many were asked for; there may have been fewer
    population: int
    call_ids: tuple[UUID, ...]
    queue: str = ""
    title: str = ""

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day by a Swedish clock."""
        return local(self.start).date(), local(self.end - _MOMENT).date()

    @property
    def frame(self) -> Frame:
        return Frame(self.start, self.end, self.seed, self.size, self.queue, self.title)

    def must_have(self, call_id: UUID) -> None:
        """Raise CallNotSampled unless the call was drawn."""
        if call_id not in self.call_ids:
            raise CallNotSampled(id=call_id)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the form asks.  `right` None: it cannot be judged from what is written.

    A call that gave no advice has no levels.
    """

    advisory: bool
    given: CareLevel | None = None
    right: CareLevel | None = None
    note: str = field(default="", repr=False)

    def checked(self) -> Judgement:
        """As it is stored.  Raises JudgementInvalid, TextInvalid."""
        if self.advisory and self.given is None:
            raise JudgementInvalid(field="given")
        if not self.advisory and self.given is not None:
            raise JudgementInvalid(field="given")
        if not self.advisory and self.right is not None:
            raise JudgementInvalid(field="right")
        return replace(self, note=checked(self.note, "note", limit=NOTE_LIMIT))

    @property
    def triage(self) -> Triage | None:
        """None of what was no advice, or cannot be judged."""
        if self.given is None or self.right is None:
            return None
        return triage(self.given, self.right)


@dataclass(frozen=True, slots=True)
class SampledCall:
    """One judgement of a call of a sample; it is never changed, a later one stands before it."""

    id: UUID
    sample_id: UUID
    call_id: UUID
    advisory: bool
    given: CareLevel | None
    right: CareLevel | None
    judge_id: UUID
    judged_at: datetime
    note: str = field(default="", repr=False)

    @property
    def judgement(self) -> Judgement:
        return Judgement(self.advisory, self.given, self.right, self.note)


def pick(call_ids: Iterable[UUID], frame: Frame) -> Picked:
    """The calls that the seed chooses: each has the same chance, and the same seed the same calls.

    In the order of SHA-256 over the seed's UTF-8 and the id's sixteen bytes.
    """
    seed = frame.seed.encode()
    known = sorted(set(call_ids), key=lambda id: hashlib.sha256(seed + id.bytes).digest())
    return Picked(tuple(known[: frame.size]), len(known))


def latest(judged: Iterable[SampledCall]) -> dict[UUID, SampledCall]:
    """The judgement that stands, by call; of two at one instant that of the higher id."""
    found: dict[UUID, SampledCall] = {}
    for each in sorted(judged, key=lambda each: (each.judged_at, each.id)):
        found[each.call_id] = each
    return found
