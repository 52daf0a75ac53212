"""Which shift is meant when somebody asks for "the shift" at a moment.

Nurses and the switchboard have shifts of their own beside each other.  Whose a shift is, its turns
say: the one of the asker's own kind is meant, else the one that most have a turn in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from kundcenter.domain.access import Role
from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.periods import PeriodKind, Span
from kundcenter.domain.supervision.roster_terms import Pattern
from kundcenter.domain.supervision.work_turns import WorkTurn
from kundcenter.errors import NotFound, Refused

HANDED_OVER_AFTER = timedelta(minutes=30)  # so long after its end a shift is still handed over
_DAY = timedelta(days=1)
_LED = {  # whose turns they lead
    Role.SUPERVISOR_NURSE: Role.NURSE,
    Role.MEDICAL_LEAD: Role.NURSE,
    Role.SUPERVISOR_SWITCHBOARD: Role.SWITCHBOARD,
}
Shift = tuple[Pattern, Span]


class ShiftUnknown(Refused):
    """No shift has the code.  Facts: known (the codes there are)."""

    code = "roster.shift_unknown"


class NoShiftThen(NotFound):
    """No shift goes on at that time, or begins that day.  Facts: none."""

    code = "roster.no_shift_then"


def shift_at(
    patterns: Iterable[Pattern],
    at: datetime,
    turns: Collection[WorkTurn] = (),
    roles: Collection[Role] = (),
) -> Shift | None:
    """The shift that is handed over or goes on at `at`; of several the one that began first.

    Only those that are usually worked on their day.  `turns` are those around that time, `roles`
    the asker's.  None where none is.
    """
    today = local(at).date()
    found = [
        (pattern, span)
        for pattern in patterns
        for day in (today - _DAY, today)
        if not pattern.ended and pattern.usual_on(day)
        for span in (shift_on(pattern, day),)
        if span.start <= at < span.end + HANDED_OVER_AFTER
    ]
    return _earliest(_meant(found, turns, roles))


def shift_on(pattern: Pattern, day: date) -> Span:
    """The shift that begins on the day."""
    return Span(PeriodKind.SHIFT, *pattern.bounds(day), pattern.name)


def first_on(
    patterns: Iterable[Pattern],
    day: date,
    turns: Collection[WorkTurn] = (),
    roles: Collection[Role] = (),
) -> Shift | None:
    """The first shift that is usually begun on the day; `turns` and `roles` as in shift_at."""
    usual = (each for each in patterns if not each.ended and each.usual_on(day))
    found = [(each, shift_on(each, day)) for each in usual]
    return _earliest(_meant(found, turns, roles))


def _earliest(found: Iterable[Shift]) -> Shift | None:
    return min(found, key=lambda each: (each[1].start, each[1].end), default=None)


def _meant(found: list[Shift], turns: Collection[WorkTurn], roles: Collection[Role]) -> list[Shift]:
    """Those of the asker's own kind, else that with most turns; all where nobody has a turn."""
    kinds = {_LED.get(each, each) for each in roles}
    held = [_held(each, turns) for each in found]
    own = [
        each
        for each, on in zip(found, held, strict=True)
        if on and 2 * sum(turn.role in kinds for turn in on) >= len(on)
    ]
    most = max(map(len, held), default=0)
    return own or [each for each, on in zip(found, held, strict=True) if len(on) == most]


def _held(shift: Shift, turns: Iterable[WorkTurn]) -> list[WorkTurn]:
    """The turns of the pattern that begin in the shift."""
    pattern, span = shift
    return [
        each
        for each in turns
        if each.pattern == pattern.code and span.start <= each.starts_at < span.end
    ]
