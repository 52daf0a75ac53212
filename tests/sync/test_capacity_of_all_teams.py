"""Seats, call-backs and booked times are of all teams of the centre, and grow old as a team's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from db.sync.ageing import SqlAgeing
from db.work_items import work_items
from kundcenter.domain.access import Role
from kundcenter.domain.ageing import KeepTerms
from kundcenter.domain.bookings import BookingState
from kundcenter.domain.callbacks import CallbackState, Placing
from kundcenter.domain.feed import Result, Verdict
from kundcenter.domain.grounds import Ground as Why
from kundcenter.domain.visit_times import NewTime
from kundcenter.sync.wire import Push, Sent
from tests.ground import NUMBER, WHOLE, WOMAN, Clock, fill_central
from tests.postgres import PostgresServer
from tests.services.callback_ground import SATURDAY, draft
from tests.sync.capacity_ground import SUITS, TYPE, VISIT
from tests.sync.ground import Centre, Side, a_centre, a_side, shared

ANOTHER = "SE0000000001-VAXEL"


@pytest.fixture
def teams(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[tuple[Centre, Side, Side]]:
    """A nurse of one care unit, and the switchboard, which is another."""
    clock = Clock()
    with ExitStack() as stack:
        url = stack.enter_context(postgres_server.clone("empty", fill_central))
        centre = stack.enter_context(a_centre(url, clock))
        one = a_side(stack, tmp_path / "one.db", clock, centre, "ett")
        other = a_side(stack, tmp_path / "other.db", clock, centre, "växel", unit=ANOTHER)
        one.begin()
        one.operator("anna", Role.NURSE, Role.SUPERVISOR_NURSE)
        one.desk.operators.add(
            "vera",
            "Test Vera",
            roles=frozenset({Role.SWITCHBOARD}),
            position="Telefonist",
            care_unit=ANOTHER,
        )
        one.unit()
        one.sign_in("anna")
        one.talk(centre)
        other.talk(centre)
        other.takes("vera")
        yield centre, one, other


def test_the_switchboard_cancels_what_a_nurse_s_team_has_booked(
    teams: tuple[Centre, Side, Side],
) -> None:
    centre, one, other = teams
    (unit,) = [card.id for card in one.desk.units.directory().cards]
    person = one.person(WOMAN)
    time = NewTime(unit, TYPE, VISIT, VISIT + timedelta(minutes=30))
    slot = one.desk.timeslots.add((time,)).the("timeslot")
    booking = one.desk.bookings.book(slot, person).the("booking")
    queue = one.desk.callback_queues.put(None, draft(unit)).the("callback_queue")
    placed = one.desk.callbacks.place(queue, SATURDAY[0], Placing(person, NUMBER)).the("callback")
    one.talk(centre)
    other.talk(centre)
    call = other.desk.calls.register(NUMBER).the("call")
    here = other.person_of(WOMAN)
    (found,) = other.desk.bookings.of_person(here, Why(call))
    assert found.id == booking
    other.desk.bookings.cancel(booking, SUITS)
    other.desk.callbacks.cancel(placed, "Behövs inte")
    for side in (other, one):
        side.talk(centre)
    assert set(centre.central.counts()) == {Verdict.APPLIED}
    (known,) = one.desk.bookings.of_person(person, Why(one.desk.calls.register(NUMBER).the("call")))
    assert known.state is BookingState.CANCELLED
    assert one.desk.callbacks.get(placed).callback.state is CallbackState.CANCELLED
    assert [each.timeslot.id for each in one.desk.freed_times.open()] == [slot]


def test_what_is_over_leaves_the_desks_and_what_goes_on_stays(
    teams: tuple[Centre, Side, Side],
) -> None:
    centre, one, other = teams
    (unit,) = [card.id for card in one.desk.units.directory().cards]
    person = one.person(WOMAN)
    queue = one.desk.callback_queues.put(None, draft(unit)).the("callback_queue")
    rung = one.desk.callbacks.place(queue, SATURDAY[0], Placing(person, NUMBER)).the("callback")
    one.desk.callbacks.take(rung)
    one.desk.callbacks.done(rung, "Råd givet")
    late = VISIT + timedelta(days=400)
    times = tuple(NewTime(unit, TYPE, at, at + timedelta(minutes=30)) for at in (VISIT, late))
    _, coming = one.desk.timeslots.add(times).of("timeslot")
    booking = one.desk.bookings.book(coming, person).the("booking")
    for side in (one, other):
        side.talk(centre)
    terms = KeepTerms()
    one.clock.at += terms.team + timedelta(days=10)
    assert SqlAgeing(centre.engine, terms).age(one.clock()) > 0
    for side in (one, other):
        side.talk(centre)
        held = shared(side.engine)
        ids = {name: [row["id"] for row in held[name]] for name in ("timeslots", "bookings")}
        assert ids == {"timeslots": [coming.hex], "bookings": [booking.hex]}
        assert held["callbacks"] == held["callback_steps"] == []
        assert [row["timeslot_id"] for row in held["timeslot_seats"]] == [coming.hex]


def test_a_place_that_an_earlier_centre_had_given_is_not_late_now(
    teams: tuple[Centre, Side, Side],
) -> None:
    """The centre was put back in time; the patient was promised the call, and that is a fact."""
    centre, one, _ = teams
    (unit,) = [card.id for card in one.desk.units.directory().cards]
    queue = one.desk.callback_queues.put(None, draft(unit)).the("callback_queue")
    person = one.person(WOMAN)
    one.talk(centre)
    after = one.local.heads().operation.n
    placed = one.desk.callbacks.place(queue, SATURDAY[0], Placing(person, NUMBER)).the("callback")
    (mine,) = one.local.operations(after, 10)
    one.clock.at = SATURDAY[1]
    before = (Result(mine.n, mine.id, Verdict.APPLIED),)
    pushed = centre.judge.push(one.device_id, Push((Sent.of(mine),), before=before))
    assert [each.verdict for each in pushed.results] == [Verdict.APPLIED]
    one.talk(centre)
    assert one.desk.callbacks.get(placed).callback.promised_from == SATURDAY[0]
    with centre.engine.connect() as connection:
        assert connection.execute(select(work_items)).all() == []


def test_another_team_is_told_nothing_of_a_note_that_it_does_not_have(
    teams: tuple[Centre, Side, Side],
) -> None:
    """What the patient has blocked is known where the note is, and not there."""
    centre, one, other = teams
    (unit,) = [card.id for card in one.desk.units.directory().cards]
    person = one.person(WOMAN)
    entry = one.desk.journal.write(person, WHOLE).the("entry")
    queue = one.desk.callback_queues.put(None, draft(unit)).the("callback_queue")
    said = Placing(person, NUMBER, reason="Om anteckningen", entry_id=entry)
    placed = one.desk.callbacks.place(queue, SATURDAY[0], said).the("callback")
    one.talk(centre)
    other.talk(centre)
    there = other.desk.callbacks.get(placed).callback
    assert (there.reason, there.promised_from) == ("", SATURDAY[0])
    assert one.desk.callbacks.get(placed).callback.reason == "Om anteckningen"
