"""What figures are broken down by, and how finely in time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kundcenter.domain.supervision.counts import CallCounts, Tally, total_tallies


class Grain(StrEnum):
    """How finely counts are told apart in time: hours are real ones, the others Swedish."""

    TOTAL = "TOTAL"
    HOUR = "HOUR"
    DAY = "DAY"
    WEEKDAY_HOUR = "WEEKDAY_HOUR"  # Mondays at seven, whatever the date
    MONTH = "MONTH"


class Dimension(StrEnum):
    """What rows are counted by.  Each row counts at one instant of its own (domain's words below).

    Notes count at the contact, call-backs' steps and cancellations when they happened, referrals
    when they were made, calls when they joined the queue.
    """

    OUTCOME = "OUTCOME"  # of notes, as their latest versions say; "" where they say nothing
    GROUP = "GROUP"  # the same by the code set's groups
    URGENCY = "URGENCY"
    REASON = "REASON"
    UNIT = "UNIT"  # the id of the unit that a note guides to
    DEVIATION = "DEVIATION"
    INTERPRETER = "INTERPRETER"
    PART_KIND = "PART_KIND"
    CALLBACK = "CALLBACK"  # callback_key(): what happened; the time is that since the placing
    FOLLOW_UP = "FOLLOW_UP"  # a referral's state
    CANCELLATION = "CANCELLATION"  # the reason
    CANCEL_TIME = "CANCEL_TIME"  # LATE or IN_TIME
    FREED = "FREED"  # a seat that was let go, by what has become of it
    ALARM = "ALARM"  # CONNECTED or FAILED
    CASE = "CASE"  # the kind of what came in
    CASE_CONFIRMED = "CASE_CONFIRMED"
    QUESTION = "QUESTION"  # who handled it
    CALL_SORT = "CALL_SORT"  # calls outside every queue: BY_HAND or UNQUEUED
    REPEAT = "REPEAT"  # notes by whether the patient was in touch the day before: AGAIN or FIRST
    QUEUE = "QUEUE"  # offered calls by queue


IN_TIME, LATE = "I_TID", "SENT"
CONNECTED, FAILED = "KOPPLAT", "EJ_KOPPLAT"
BY_HAND, UNQUEUED = "FOR_HAND", "UTAN_KO"
AGAIN, FIRST = "ATERKOM", "FORSTA"

# Those of patients and their errands, whose small counts are masked for distribution.
ABOUT_PATIENTS = frozenset(Dimension) - {Dimension.QUEUE, Dimension.CALL_SORT}


def callback_key(kind: str, step: str, late: bool) -> str:
    """The key of a step of a call-back: KO/KLAR/SENT is one of a queue, reached after its time."""
    return "/".join((kind, step, LATE) if late else (kind, step))


@dataclass(frozen=True, slots=True)
class CountRow:
    """The calls of one part of a period; `start` and `end` are those of the part within it.

    Of WEEKDAY_HOUR `weekday` is 1 (Monday) to 7 and `hour` 0 to 23, by a Swedish clock, and the
    two instants are the period's.  `queue` is None for all of them.
    """

    start: datetime
    end: datetime
    counts: CallCounts
    queue: str | None = None
    weekday: int = 0
    hour: int = 0


@dataclass(frozen=True, slots=True)
class PairCount:
    """How many have both keys, of two dimensions."""

    key: str
    other: str
    count: int


def grouped(outcomes: Iterable[Tally], group: Callable[[str], str]) -> tuple[Tally, ...]:
    """Outcomes by the statistics' groups; `group` gives "" for a code that nobody knows."""
    return total_tallies(Tally(group(each.key), each.count, each.total_ms) for each in outcomes)
