"""Systematic reviews of the access log: what a reviewer draws, looks for and finds.

HSLF-FS 2016:40 4 kap. 9 §: recurring checks, themselves documented.  Nobody reviews their own
accesses (DOMAIN 2.4).
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.access_log import AccessRecord, Activity, Level, Purpose
from kundcenter.domain.calendar import is_instant
from kundcenter.domain.grounds import MOST_OF_ONE_PART, OWN_TASK
from kundcenter.errors import NotFound, Refused

LARGEST_DRAW = 200
LONGEST_PERIOD = timedelta(days=31)
MANY_PERSONS = 30  # different persons opened by one operator within an hour
MANY_SEARCHES = 60  # searches by one operator within an hour
RETURNS = 3  # different days on which one operator opens the same person outside their task
HOUR = timedelta(hours=1)
CALL_LASTS = timedelta(hours=24)  # one that is still open then is judged as it stands
REVIEW_WITHIN = timedelta(hours=24)  # somebody looks at an emergency opening before that
OPENINGS = frozenset({Activity.READ, Activity.WRITE, Activity.PRINT, Activity.EMERGENCY})


class OwnAccess(Refused):
    """A reviewer does not judge accesses of their own.  Facts: id."""

    code = "log_review.own_access"


class PeriodWrong(Refused):
    """The period is empty, in the future or longer than 31 days.  Facts: longest_days."""

    code = "log_review.period_wrong"


class DrawTooLarge(Refused):
    """A draw takes 1 to 200 accesses.  Facts: largest."""

    code = "log_review.draw_too_large"


class FindingNeedsText(Refused):
    """Whatever is not in order says what it is."""

    code = "log_review.finding_needs_text"


class DrawNotFound(NotFound):
    """No draw has the id.  Facts: id."""

    code = "log_review.draw_not_found"


class Pattern(StrEnum):
    """What is looked for beside the random sample."""

    EMERGENCY = "emergency"  # blocked data were opened
    DENIED = "denied"  # an opening was refused
    OUTSIDE_TASK = "outside_task"  # opened on another ground than the call in hand
    SAME_NAME = "same_name"  # the person has the operator's family name
    COLLEAGUE = "colleague"  # the person has the name of somebody who works here
    PROTECTED = "protected"  # the person has a protected identity
    MANY_PERSONS = "many_persons"
    MANY_SEARCHES = "many_searches"
    RETURNS = "returns"
    PRINTED = "printed"
    OTHER_CALL = "other_call"  # opened for a call that was about somebody else, or about nobody
    CALL_BY_HAND = "call_by_hand"  # opened for a call registered by hand that left no note
    MANY_ON_ONE_CALL = "many_on_one_call"  # one call was the ground for more than three persons
    UNREVIEWED = "unreviewed"  # an emergency opening that nobody has judged within a day


class Verdict(StrEnum):
    IN_ORDER = "in_order"
    ASKED = "asked"  # the operator, or the head of the unit, has been asked
    UNAUTHORISED = "unauthorised"


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` up to `end`."""

    start: datetime
    end: datetime

    def timed(self) -> Period:
        """The period, whose ends are instants.  Raises PeriodWrong."""
        if not (is_instant(self.start) and is_instant(self.end)):
            raise PeriodWrong(longest_days=LONGEST_PERIOD.days)
        return self

    def checked(self, now: datetime) -> Period:
        """The period.  Raises PeriodWrong."""
        self.timed()
        if not self.start < self.end or self.start > now or self.end - self.start > LONGEST_PERIOD:
            raise PeriodWrong(longest_days=LONGEST_PERIOD.days)
        return self


@dataclass(frozen=True, slots=True)
class Draw:
    """A random sample that a reviewer drew: `access_ids` in the order of the draw."""

    id: UUID
    reviewer_id: UUID
    drawn_at: datetime
    period: Period
    access_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class AccessFinding:
    """What a reviewer found about one access.  The text stays out of repr()."""

    id: UUID
    access_id: UUID
    reviewer_id: UUID
    found_at: datetime
    verdict: Verdict
    text: str = field(repr=False)
    draw_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class GivenCall:
    """A call that was given as ground, as it stood when it was done.

    `people` are those whom its parts and entries are about; `noted` tells that it has an entry.
    """

    people: frozenset[UUID] = frozenset()
    by_hand: bool = False
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the patterns need to know about those whom the records name.

    `kept` leads from a registration that was merged into another to the one that is kept.
    `calls` are those that are done, or a day old; `unreviewed` are emergency openings that have
    waited too long.
    """

    operator_names: Mapping[UUID, str] = field(repr=False)
    person_names: Mapping[UUID, tuple[str, str]] = field(repr=False)  # given, family
    protected: frozenset[UUID]

    kept: Mapping[UUID, UUID] = field(default_factory=dict)
    calls: Mapping[UUID, GivenCall] = field(default_factory=dict)
    unreviewed: frozenset[UUID] = frozenset()
    colleagues: frozenset[str] = field(init=False, repr=False)  # folded, once for all records

    def __post_init__(self) -> None:
        names = frozenset(map(_folded, self.operator_names.values()))
        object.__setattr__(self, "colleagues", names)

    def whom(self, record: AccessRecord) -> UUID | None:
        """The one human being whom the record is about."""
        id = record.person_id
        return id if id is None else self.kept.get(id, id)

    def given(self, record: AccessRecord) -> GivenCall | None:
        """The call that the record gives as ground for opening somebody, when it can be judged."""
        call_id = call_given(record)
        return None if call_id is None else self.calls.get(call_id)


@dataclass(frozen=True, slots=True)
class Suspect:
    """One access that a pattern has pointed out."""

    record: AccessRecord
    patterns: tuple[Pattern, ...]


def sample(ids: Iterable[UUID], size: int, seed: str) -> tuple[UUID, ...]:
    """`size` of the ids, chosen by hash: evenly, and the same for the same seed.

    Raises DrawTooLarge.
    """
    if not 1 <= size <= LARGEST_DRAW:
        raise DrawTooLarge(largest=LARGEST_DRAW)

    def place(id: UUID) -> bytes:
        return hashlib.sha256(seed.encode() + id.bytes).digest()

    return tuple(sorted(ids, key=place)[:size])


def suspects(records: Iterable[AccessRecord], known: Surroundings) -> tuple[Suspect, ...]:
    """The records that some pattern points out, in their own order, each with all its patterns."""
    kept = tuple(records)
    found: dict[UUID, list[Pattern]] = defaultdict(list)
    for record in kept:
        found[record.id] += [p for p, holds in _BY_ITSELF.items() if holds(record, known)]
    for pattern, ids in _TOGETHER.items():
        for id in ids(kept, known):
            found[id].append(pattern)
    return tuple(Suspect(r, tuple(found[r.id])) for r in kept if found[r.id])


def call_given(record: AccessRecord) -> UUID | None:
    """The call that the operator had as their own task when they opened somebody."""
    opening = record.activity in OPENINGS and record.person_id is not None
    own_task = record.reason == OWN_TASK and record.object_kind == "call"
    return record.object_id if opening and own_task else None


def _other_call(record: AccessRecord, known: Surroundings) -> bool:
    call = known.given(record)
    if call is None:
        return False
    return known.whom(record) not in {known.kept.get(id, id) for id in call.people}


def _call_by_hand(record: AccessRecord, known: Surroundings) -> bool:
    call = known.given(record)
    return call is not None and call.by_hand and not call.noted


def _outside_task(record: AccessRecord) -> bool:
    """Whether it stands on another ground than the call in hand.

    For care outside a call of their own the operator has stated why.  A case is the task itself of
    whoever may open it; who may not leaves a refusal.
    """
    if record.object_kind == "case":
        return False
    return record.purpose is not Purpose.CARE or record.level == Level.STATED


def _same_name(record: AccessRecord, known: Surroundings) -> bool:
    person, operator = _names(record, known)
    if person is None or not operator:
        return False
    return _folded(person[1]) == _folded(operator.split()[-1])


def _colleague(record: AccessRecord, known: Surroundings) -> bool:
    person, _ = _names(record, known)
    whole = _folded(" ".join(person)) if person else ""
    return bool(whole) and whole in known.colleagues


def _names(record: AccessRecord, known: Surroundings) -> tuple[tuple[str, str] | None, str]:
    person = known.person_names.get(record.person_id) if record.person_id else None
    return (person if person and person[1] else None), known.operator_names.get(
        record.operator_id, ""
    )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


_BY_ITSELF: dict[Pattern, Callable[[AccessRecord, Surroundings], bool]] = {
    Pattern.EMERGENCY: lambda record, _: record.activity is Activity.EMERGENCY,
    Pattern.DENIED: lambda record, _: record.level == Level.DENIED,
    Pattern.OUTSIDE_TASK: lambda record, _: (
        record.activity is Activity.READ and record.person_id is not None and _outside_task(record)
    ),
    Pattern.SAME_NAME: lambda record, known: (
        record.activity in OPENINGS and _same_name(record, known)
    ),
    Pattern.COLLEAGUE: lambda record, known: (
        record.activity in OPENINGS and _colleague(record, known)
    ),
    Pattern.PROTECTED: lambda record, known: (
        record.activity in OPENINGS and record.person_id in known.protected
    ),
    Pattern.PRINTED: lambda record, _: record.activity is Activity.PRINT,
    Pattern.OTHER_CALL: _other_call,
    Pattern.CALL_BY_HAND: _call_by_hand,
    Pattern.UNREVIEWED: lambda record, known: record.id in known.unreviewed,
}


def _many_persons(records: tuple[AccessRecord, ...], known: Surroundings) -> Iterator[UUID]:
    opened = [r for r in records if r.activity in OPENINGS and r.person_id is not None]
    yield from _crowded(opened, MANY_PERSONS, known.whom)


def _many_searches(records: tuple[AccessRecord, ...], _known: Surroundings) -> Iterator[UUID]:
    searched = [r for r in records if r.activity is Activity.SEARCH]
    # The hits of one list have one instant: they are one search.
    yield from _crowded(searched, MANY_SEARCHES, lambda record: record.at)


def _crowded(
    records: list[AccessRecord], most: int, what: Callable[[AccessRecord], object]
) -> Iterator[UUID]:
    """The records by which an operator came to more than `most` different things in an hour."""
    windows: dict[UUID, deque[AccessRecord]] = defaultdict(deque)
    counts: dict[UUID, Counter[object]] = defaultdict(Counter)
    for record in sorted(records, key=lambda each: each.at):
        window, count = windows[record.operator_id], counts[record.operator_id]
        while window and record.at - window[0].at > HOUR:
            gone = what(window.popleft())
            count[gone] -= 1
            if not count[gone]:
                del count[gone]
        new = what(record) not in count
        window.append(record)
        count[what(record)] += 1
        if new and len(count) == most + 1:
            yield record.id


def _many_on_one_call(records: tuple[AccessRecord, ...], known: Surroundings) -> Iterator[UUID]:
    """The first opening of each person by whom the call comes to more than three."""
    seen: dict[tuple[UUID, UUID], set[UUID | None]] = defaultdict(set)
    for record in sorted(records, key=lambda each: each.at):
        call_id = call_given(record)
        if call_id is None:
            continue
        opened, whom = seen[record.operator_id, call_id], known.whom(record)
        if whom not in opened and len(opened) >= MOST_OF_ONE_PART:
            yield record.id
        opened.add(whom)


def _returns(records: tuple[AccessRecord, ...], known: Surroundings) -> Iterator[UUID]:
    days: dict[tuple[UUID, UUID], set[object]] = defaultdict(set)
    for record in records:
        whom = known.whom(record)
        if whom is None or record.activity not in OPENINGS or not _outside_task(record):
            continue
        seen = days[record.operator_id, whom]
        before = len(seen)
        seen.add(record.at.date())
        if before < RETURNS <= len(seen):
            yield record.id


_TOGETHER: dict[Pattern, Callable[[tuple[AccessRecord, ...], Surroundings], Iterator[UUID]]] = {
    Pattern.MANY_PERSONS: _many_persons,
    Pattern.MANY_SEARCHES: _many_searches,
    Pattern.RETURNS: _returns,
    Pattern.MANY_ON_ONE_CALL: _many_on_one_call,
}
