"""A booking, an edition of rules and what is said of a cancellation, for the tests of each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from kundcenter.domain.bookings import Booking, BookingKind, BookingState, CareType
from kundcenter.domain.cancellations import (
    CancelFacts,
    CancelledBy,
    CancelReason,
    CancelRule,
    CancelRules,
    ExceptionClaim,
)

VISIT = datetime(2026, 11, 25, 12, 15, tzinfo=UTC)  # Wednesday 13:15 in Sweden
DAY_LIMIT = datetime(2026, 11, 24, 12, 15, tzinfo=UTC)
IN_TIME, LATE = DAY_LIMIT, DAY_LIMIT + timedelta(microseconds=1)
EVERY = tuple(ExceptionClaim)
RULE = CancelRule(
    "06", CareType.OTHER, 24, 250, age_from=20, exceptions=EVERY, travel_paid=False, source="DOMAIN"
)
YOUNG = CancelRule("06", CareType.OTHER, 24, 100, age_to=19, exceptions=EVERY)
SPECIALIST = CancelRule("06", CareType.SPECIALIST, 72, 300, exceptions=EVERY, travel_paid=True)
ELSEWHERE = CancelRule("01", CareType.OTHER, 24, 400)


def booking(**told: Any) -> Booking:
    """A visit of other care at VISIT, which may be cancelled, moved and written about."""
    return Booking(
        **{
            "id": UUID(int=1),
            "person_id": UUID(int=2),
            "unit_id": UUID(int=3),
            "kind": BookingKind.BOOKED,
            "state": BookingState.STANDING,
            "state_at": VISIT - timedelta(days=30),
            "starts_at": VISIT,
            "ends_at": VISIT + timedelta(minutes=30),
            "cancel_allowed": True,
            "rebook_allowed": True,
            "message_allowed": True,
            **told,
        }
    )


def facts(*claims: ExceptionClaim, **told: Any) -> CancelFacts:
    return CancelFacts(
        **{
            "by": CancelledBy.PATIENT,
            "reason": CancelReason.DOES_NOT_SUIT,
            "claims": claims,
            **told,
        }
    )


def rules(*lines: CancelRule, number: int = 4, **told: Any) -> CancelRules:
    return CancelRules(
        **{
            "id": UUID(int=number),
            "number": number,
            "rules": lines or (RULE, YOUNG, SPECIALIST, ELSEWHERE),
            "published_at": datetime(2026, 1, 1, tzinfo=UTC),
            "published_by": UUID(int=9),
            "own": "06",
            **told,
        }
    )
