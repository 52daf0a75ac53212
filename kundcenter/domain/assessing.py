"""What a region's rules make of a cancellation: the fee table of DOMAIN §6.2, row by row."""

from __future__ import annotations

from datetime import datetime

from kundcenter.domain.bookings import Booking
from kundcenter.domain.calendar import local
from kundcenter.domain.cancellations import (
    Assessment,
    CancelFacts,
    CancelledBy,
    CancelRules,
    ExceptionClaim,
    FeeCode,
    in_order,
)
from kundcenter.domain.deadlines import cancel_deadline


def assess(
    booking: Booking,
    facts: CancelFacts,
    rules: CancelRules | None,
    *,
    at: datetime,
    region: str,
    age: int | None,
    protected: bool,
    attempts: int | None = None,
) -> Assessment:
    """What the rules say of a cancellation at `at`.  Pure; DOMAIN §6.2's table row by row.

    `age` is that on the day of the visit, None when nobody knows.  `attempts` is how often a
    patient was called who was not reached, None when the visit is not one that was missed.  The
    first row that fits counts; where no time was booked there is no limit to be late by, so that
    rows 2–4 ask nothing then.
    """
    day = local(at if booking.starts_at is None else booking.starts_at).date()
    rule = rules.line_for(region, booking.care_type, day, age) if rules else None
    deadline = None
    if rule and booking.starts_at is not None:
        deadline = cancel_deadline(booking.starts_at, rule.hours)
    late = deadline is not None and at > deadline
    by_unit = facts.by is CancelledBy.UNIT
    allowed = frozenset(rule.exceptions) if rule else frozenset()
    if not protected:
        allowed -= {ExceptionClaim.PROTECTED}
    row = _row(
        booking,
        late=late,
        by_unit=by_unit,
        claimed=not allowed.isdisjoint(facts.claims),
        protected=protected,
        unreached=rule is not None and attempts is not None and attempts < rule.attempts,
        known=rule is not None,
    )
    owed = _CODES[row] in {FeeCode.FEE, FeeCode.NONE_EXCEPTION}
    return Assessment(
        code=_CODES[row],
        row=row,
        late=late,
        deadline=deadline,
        amount=rule.amount if rule and _CODES[row] is FeeCode.FEE else 0,
        rule=rule,
        claimable=in_order(allowed.difference(facts.claims)) if owed else (),
        free_next=by_unit and late and rule is not None and rule.next_free,
        travel_paid=by_unit and late and rule is not None and rule.travel_paid,
        edition=rules.number if rules else 0,
    )


_CODES = {
    0: FeeCode.UNKNOWN,
    1: FeeCode.NONE_BY_UNIT,
    2: FeeCode.NONE,
    3: FeeCode.NONE_EXCEPTION,
    4: FeeCode.NONE_EXCEPTION,
    5: FeeCode.NONE,
    6: FeeCode.NONE,
    7: FeeCode.FEE,
}


def _row(
    booking: Booking,
    *,
    late: bool,
    by_unit: bool,
    claimed: bool,
    protected: bool,
    unreached: bool,
    known: bool,
) -> int:
    """The first row of the table that fits; 0 where the rules have no line for the case."""
    rows = (
        (1, by_unit),
        (5, booking.starts_at is None),
        (0, not known),
        (2, not late),
        (3, claimed),
        (4, protected and booking.letter_by_mediation),
        (6, booking.by_phone and unreached),
    )
    return next((row for row, fits in rows if fits), 7)
