"""The numbers, days and times of bookings and the rules of them, for the tests of odd ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from kundcenter.domain.bookings import BookingInvalid, BookingKind, CareType
from kundcenter.domain.cancellations import (
    CancellationInvalid,
    CancelRule,
    CancelRulesInvalid,
    CancelRulesStale,
)
from kundcenter.domain.imported_bookings import ImportedBooking
from kundcenter.domain.unit_cards import Details
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from kundcenter.errors import KundcenterError
from tests.ground import CHILD, MORNING, Ground, identity

DAYS = {f"cancel_rules.publish.rules.valid_{end}" for end in ("from", "to")}
ENDS = ("starts_at", "ends_at")
TIMES = {
    "bookings.preview.at",
    *(
        f"bookings.{verb}.rows.{end}_at"
        for verb in ("plan", "import_")
        for end in ("starts", "ends")
    ),
}
HSA = "SE0000000001-DEMOBOK"
RULE = CancelRule("06", CareType.OTHER, 24, 250, age_from=20)
VISIT = MORNING - timedelta(days=1)


def row(**change: Any) -> ImportedBooking:
    """A visit that has been, of somebody who is registered by it."""
    told: dict[str, Any] = {"starts_at": VISIT, "ends_at": VISIT + timedelta(minutes=30)}
    told |= {"given_name": "Test", "family_name": "Person", **change}
    return ImportedBooking(2, HSA, "B-1", identity(CHILD), BookingKind.BOOKED, **told)


def visited(ground: Ground, **change: Any) -> UUID:
    """The booking of `row`, at a unit of its own."""
    wording = UnitWording(HSA, "Test", UnitKind.PRIMARY_CARE)
    ground.desk.units.save(None, wording, Details())
    return ground.desk.bookings.import_((row(**change),)).the("booking")


def booking_numbers(
    ground: Ground,
) -> dict[str, tuple[type[KundcenterError], Callable[[Any], object]]]:
    """Every number that is refused unless it is right, with how it is refused."""
    bookings, rules = ground.desk.bookings, ground.desk.cancel_rules
    booking = visited(ground)
    rules.publish((RULE,), upon=0)

    def publish(name: str, instead: int) -> Callable[[Any], object]:
        """0 is a good number of nearly everything."""

        def put(number: int) -> object:
            changed: dict[str, Any] = {name: number or instead}
            return rules.publish((replace(RULE, **changed),), upon=1)

        return put

    def numbered(verb: Callable[[tuple[ImportedBooking, ...]], object]) -> Callable[[Any], object]:
        return lambda n: verb((replace(row(), row=n),))

    wrong = {"hours": -24, "amount": -1, "age_from": -1, "age_to": 0, "attempts": 0}
    return {
        "bookings.missed.attempts": (
            CancellationInvalid,
            lambda n: bookings.missed(booking, attempts=n or -1),
        ),
        "bookings.plan.rows.row": (BookingInvalid, numbered(bookings.plan)),
        "bookings.import_.rows.row": (BookingInvalid, numbered(bookings.import_)),
        "cancel_rules.publish.upon": (
            CancelRulesStale,
            lambda n: rules.publish((RULE,), upon=n),
        ),
        **{
            f"cancel_rules.publish.rules.{name}": (CancelRulesInvalid, publish(name, instead))
            for name, instead in wrong.items()
        },
    }
