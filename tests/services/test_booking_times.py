"""Odd instants and days through bookings and their rules: kept as they are, or refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from kundcenter.demo.cancel_rules import demo_rules
from kundcenter.domain.access import Role
from kundcenter.domain.booking_checks import EARLIEST, LATEST, LONGEST_VISIT
from kundcenter.domain.bookings import BookingInvalid
from kundcenter.domain.calendar import is_instant
from kundcenter.domain.cancellations import CancellationInvalid, CancelRulesInvalid
from tests.ground import Ground
from tests.services.booking_ground import SUITS
from tests.services.booking_numbers import RULE, VISIT, row, visited
from tests.services.test_bad_numbers_and_times import DAYS, NO_TIMES, TIMES


def seated(ground: Ground) -> None:
    ground.begin()
    ground.operator("eva", Role.SUPERVISOR_NURSE)
    ground.sign_in("eva")


def test_what_the_rules_say_is_told_of_any_instant(ground: Ground) -> None:
    seated(ground)
    booking = visited(ground)
    ground.desk.cancel_rules.publish(demo_rules(), upon=0, own="06")
    preview = ground.desk.bookings.preview
    for at in TIMES:
        told = preview(booking, SUITS, at)
        assert told.late is (told.deadline is not None and at > told.deadline)
        assert (told.rule is None) is (at < ground.clock.at)  # before they were published
    for at in NO_TIMES:
        ground.refuses(CancellationInvalid, preview, booking, SUITS, at)


def test_a_visit_is_of_a_time_that_the_calendar_knows(ground: Ground) -> None:
    seated(ground)
    visited(ground)
    bookings = ground.desk.bookings
    for at in (*TIMES, *NO_TIMES):
        known = is_instant(at) and EARLIEST <= at < LATEST
        for verb in (bookings.plan, bookings.import_):
            if not (known and VISIT < at <= VISIT + LONGEST_VISIT):
                ground.refuses(BookingInvalid, verb, (row(ends_at=at),))
            if not (known and VISIT - LONGEST_VISIT <= at < VISIT):
                ground.refuses(BookingInvalid, verb, (row(starts_at=at, ends_at=VISIT),))
    for at in (EARLIEST, datetime(2026, 10, 25, 1, 0, 0, 1, tzinfo=UTC)):
        bookings.import_((row(starts_at=at, ends_at=at + LONGEST_VISIT),))
        plan = bookings.plan((row(starts_at=at, ends_at=at + LONGEST_VISIT),))
        assert (plan.same, plan.changed) == (1, ())


def test_any_day_may_be_the_first_or_the_last_of_a_rule(ground: Ground) -> None:
    seated(ground)
    publish, upon = ground.desk.cancel_rules.publish, 0
    for day in DAYS:
        kept = replace(RULE, valid_from=day, valid_to=day)
        publish((kept,), upon=upon)
        upon += 1
        current = ground.desk.cancel_rules.current()
        assert current is not None and current.rules == (kept,)
    upside_down = replace(RULE, valid_from=date(2026, 1, 2), valid_to=date(2026, 1, 1))
    ground.refuses(CancelRulesInvalid, publish, (upside_down,), upon=upon)
