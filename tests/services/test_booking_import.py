"""What units have booked comes in whole or not at all, twice as once, and undoes nothing here."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.access_log import Activity, Purpose
from kundcenter.domain.bookings import BookingInvalid, BookingKind, BookingState, CareType
from kundcenter.domain.imported_bookings import IMPORT_LIMIT, RowRefusal, RowsTooMany
from kundcenter.domain.text import TextInvalid
from kundcenter.operations import encode
from resources.demo import person_numbers
from tests.ground import MAN, MORNING, Ground, identity
from tests.services.booking_ground import DAY, HALF_HOUR, OPEN, SUITS, VISIT, clinic

LATER: dict[str, Any] = {"starts_at": VISIT + DAY, "ends_at": VISIT + DAY + HALF_HOUR}
UNKNOWN = identity(person_numbers()[0])
NEW: dict[str, Any] = {"identity": UNKNOWN, "given_name": "Test", "family_name": "Ny"}


def test_what_comes_in_is_what_the_unit_says(ground: Ground) -> None:
    there = clinic(ground)
    row = there.row(
        purpose="Blodtryck", time_type="ATERBESOK", performer="Sköterska", preliminary=True,
        by_phone=True, letter_by_mediation=True, care_type=CareType.SPECIALIST,
    )  # fmt: skip
    (booking,) = there.imported(row)
    assert (booking.person_id, booking.unit_id) == (there.woman, there.unit)
    assert (booking.source, booking.state) == (row.key, BookingState.STANDING)
    for name in ("kind", "starts_at", "ends_at", "care_type", "time_type", "purpose", "performer",
                 "cancel_allowed", "rebook_allowed", "message_allowed", "preliminary", "by_phone",
                 "letter_by_mediation"):  # fmt: skip
        assert getattr(booking, name) == getattr(row, name), name
    assert not booking.message_allowed  # a flag that is not there allows nothing
    (unsaid,) = [b for b in there.imported(there.row("B-2", **LATER)) if b.id != booking.id]
    assert unsaid.care_type is CareType.OTHER  # as the unit is


def test_a_record_is_left_of_everybody_and_nothing_is_told_twice(ground: Ground) -> None:
    there = clinic(ground)
    rows = there.row(), there.row("B-2", row=3, identity=identity(MAN))
    ground.sign_in("eva")
    before = len(ground.accesses())
    ground.desk.bookings.import_(rows)
    told = ground.accesses(before)
    assert {(r.person_id, r.activity, r.purpose) for r in told} == {
        (person, Activity.WRITE, Purpose.ADMINISTRATION) for person in (there.woman, there.man)
    }
    assert not ground.desk.bookings.import_(rows)
    plan = ground.desk.bookings.plan(rows)
    assert (plan.new, plan.changed, plan.same, plan.ended) == ((), (), 2, 0)


def test_the_plan_is_what_is_done(ground: Ground) -> None:
    there = clinic(ground)
    kept, gone = there.row("B-1"), there.row("B-2", **LATER)
    cancelled = next(b for b in there.imported(kept, gone) if b.source == gone.key)
    ground.desk.bookings.cancel(cancelled.id, SUITS)
    moved = replace(kept, starts_at=VISIT + HALF_HOUR, ends_at=VISIT + 2 * HALF_HOUR)
    fresh = there.row("B-3", row=9, **NEW, **OPEN)
    ground.sign_in("eva")
    before = ground.operations(), ground.accesses()
    plan = ground.desk.bookings.plan((moved, gone, fresh))
    assert (plan.new, plan.changed, plan.same) == ((fresh,), (moved,), 0)
    assert (plan.ended, plan.problems) == (1, ())
    assert plan.persons == {fresh.identity}
    assert (ground.operations(), ground.accesses()) == before
    changed = ground.desk.bookings.import_((moved, gone, fresh))
    assert len(changed.of("person")) == 1 and len(set(changed.of("booking"))) == 2
    ground.sign_in("anna")
    assert there.get(cancelled.id).state is BookingState.CANCELLED  # the unit has not heard yet


def test_somebody_unknown_is_registered_by_name_or_refused(ground: Ground) -> None:
    there = clinic(ground)
    nameless = there.row(row=4, identity=UNKNOWN)
    ground.sign_in("eva")
    told = ground.refuses(BookingInvalid, ground.desk.bookings.import_, (nameless,))
    assert told == {"field": RowRefusal.PERSON.value, "row": 4}
    two = there.row("B-1", **NEW), there.row("B-2", row=3, **NEW, **LATER)
    changed = ground.desk.bookings.import_(two)
    person = changed.the("person")
    ground.sign_in("anna")
    assert [each.person_id for each in there.of(person)] == [person, person]


@pytest.mark.parametrize(
    ("why", "change"),
    [
        (RowRefusal.UNIT, {"hsa_id": "SE0000000001-NEJ"}),
        (RowRefusal.OTHER_PERSON, {"identity": identity(MAN)}),
        (RowRefusal.REPEATED, {"source": "B-0"}),
    ],
)
def test_one_row_that_cannot_be_brought_in_stops_all(
    ground: Ground, why: RowRefusal, change: dict[str, Any]
) -> None:
    there = clinic(ground)
    there.imported(there.row("B-1"))
    good, bad = there.row("B-0", row=2, **LATER), replace(there.row(row=3), **change)
    ground.sign_in("eva")
    plan = ground.desk.bookings.plan((good, bad))
    assert [(each.row, each.why) for each in plan.problems] == [(3, why)]
    assert plan.new == (good,)
    told = ground.refuses(BookingInvalid, ground.desk.bookings.import_, (good, bad))
    assert told == {"field": why.value, "row": 3}
    ground.sign_in("anna")
    assert len(there.of()) == 1


def test_a_row_that_is_no_booking_is_refused_with_its_line(ground: Ground) -> None:
    there = clinic(ground)
    import_ = ground.desk.bookings.import_
    ground.sign_in("eva")
    upside_down = there.row(row=7, ends_at=VISIT)
    assert ground.refuses(BookingInvalid, import_, (upside_down,)) == {"field": "ends_at", "row": 7}
    assert ground.refuses(TextInvalid, import_, (there.row(row=8, purpose="\0"),))["row"] == 8
    ground.refuses(BookingInvalid, ground.desk.bookings.plan, (upside_down,))


def test_no_more_than_one_operation_takes(ground: Ground) -> None:
    there = clinic(ground)
    rows = tuple(there.row(str(n), row=n, **OPEN) for n in range(1, IMPORT_LIMIT + 2))
    ground.sign_in("eva")
    told = ground.refuses(RowsTooMany, ground.desk.bookings.import_, rows)
    assert told == {"count": IMPORT_LIMIT + 1, "limit": IMPORT_LIMIT}
    ground.desk.bookings.import_(rows[1:])
    ground.sign_in("anna")
    assert len(there.of()) == IMPORT_LIMIT


def test_only_who_manages_times_brings_them_in(ground: Ground) -> None:
    there = clinic(ground)
    ground.refuses(NotPermitted, ground.desk.bookings.import_, (there.row(),))
    ground.refuses(NotPermitted, ground.desk.bookings.plan, (there.row(),))


def test_a_time_that_came_in_is_free_for_others_when_it_is_cancelled(ground: Ground) -> None:
    there = clinic(ground)
    (booking,) = there.imported(there.row(time_type="NYBESOK"))
    assert booking.timeslot_id is not None and booking.seat == 1
    ground.desk.bookings.cancel(booking.id, SUITS)
    assert there.freed() == [(booking.timeslot_id, 1)]
    ground.desk.bookings.book(booking.timeslot_id, there.man)
    assert there.of(there.man)[0].starts_at == VISIT
    there.imported(there.row(time_type="NYBESOK"))  # the unit's list is older than what was done
    assert there.get(booking.id).state is BookingState.CANCELLED
    assert there.of(there.man)[0].standing


def test_a_time_that_the_unit_moves_leaves_nothing_to_fill(ground: Ground) -> None:
    there = clinic(ground)
    (older,) = there.imported(there.row())
    (moved,) = there.imported(there.row(**LATER))
    assert (moved.id, moved.starts_at) == (older.id, VISIT + DAY)
    assert moved.timeslot_id != older.timeslot_id
    assert there.freed() == []
    window: dict[str, Any] = {"start": MORNING, "end": VISIT + 9 * DAY}
    assert ground.desk.timeslots.free(**window) == ()  # nor is the old time anybody's to book
    (back,) = there.imported(there.row())
    assert (back.timeslot_id, back.seat) == (older.timeslot_id, 1)
    assert [s.held_by for s in there.seats(older.timeslot_id)] == [older.id]  # type: ignore[arg-type]


def test_an_invitation_that_the_unit_gives_a_time_has_a_seat_then(ground: Ground) -> None:
    there = clinic(ground)
    (invited,) = there.imported(there.row(**OPEN))
    assert (invited.timeslot_id, invited.seat) == (None, 0)
    (timed,) = there.imported(there.row(kind=BookingKind.TIMED_INVITATION))
    assert (timed.id, timed.seat) == (invited.id, 1)
    (again,) = there.imported(there.row(**OPEN))
    assert (again.timeslot_id, again.seat, again.starts_at) == (None, 0, None)


def test_what_has_been_has_no_seat(ground: Ground) -> None:
    there = clinic(ground)
    past: dict[str, Any] = {"starts_at": MORNING - DAY, "ends_at": MORNING - DAY + HALF_HOUR}
    (booking,) = there.imported(there.row(**past))
    assert (booking.timeslot_id, booking.seat, booking.standing) == (None, 0, True)


def test_two_units_may_use_one_number(ground: Ground) -> None:
    there = clinic(ground)
    found = there.imported(
        there.row(), there.row(row=3, hsa_id="se0000000001-vc2", identity=identity(MAN))
    )
    assert len(found) == 1
    assert there.of(there.man)[0].unit_id == there.other


def test_no_name_and_no_number_is_told_by_what_is_refused(ground: Ground) -> None:
    there = clinic(ground)
    ground.sign_in("eva")
    rows = (there.row("B-0", **NEW), there.row(row=3, hsa_id="SE0000000001-NEJ", **NEW))
    told = ground.refuses(BookingInvalid, ground.desk.bookings.import_, rows)
    assert encode({key: str(value) for key, value in told.items()}) == b'{"field":"unit","row":"3"}'
