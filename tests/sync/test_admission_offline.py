"""Signing in while the centre is away: who has leave, how far it goes, and when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kundcenter.adapters.ticket_signing import TicketCheck, TicketKey, new_secret
from kundcenter.domain.access import NOBODY, NotPermitted, Role
from kundcenter.domain.operators import OperatorDisabled
from kundcenter.domain.slots import PasswordWrong, SignInTooSoon
from kundcenter.domain.tickets import (
    CLOCK_TOLERANCE,
    ClockBehind,
    Ended,
    NothingOffline,
    Ticket,
    TicketForged,
    TicketMissing,
    TicketOver,
)
from kundcenter.errors import Unavailable
from tests.ground import MORNING, PASSWORD, fill_central
from tests.sync.admission_ground import House, Seat, a_house

WRONG, OTHER_PASSWORD = "inte det rätta", "elva blåa spadar"


@pytest.fixture
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    server = request.getfixturevalue("postgres_server")
    with server.clone("empty", fill_central) as url, a_house(url, tmp_path) as house:
        yield house


def a_nurse(house: House, *more: Role) -> Seat:
    """The second desk, where a nurse has just signed in by the centre and left again."""
    house.operator("nurse", Role.NURSE, *more)
    house.other.sign_in("nurse")
    house.other.sessions.sign_out()
    house.other.talk(house)
    return house.other


def test_who_has_signed_in_here_lately_comes_back_while_the_centre_is_away(house: House) -> None:
    seat = a_nurse(house).without_centre()
    house.clock.pass_time(hours=71)
    found = seat.sign_in("nurse")
    assert found.offline
    assert seat.desk.seat.actor.roles == {Role.NURSE}
    seat.side.person()
    seat.wire.up = True
    assert not seat.sign_in("nurse").offline
    seat.talk(house)
    assert {verdict for _, verdict, _ in house.verdicts(seat)} == {"applied"}
    assert [kind for kind, *_ in house.verdicts(seat)].count("sessions.open") == 3


def test_who_has_not_been_here_is_not_let_in_and_learns_no_more(house: House) -> None:
    seat = a_nurse(house).without_centre()
    house.operator("annan", Role.NURSE)
    house.one.sign_in("annan")  # at the other desk
    for name in ("annan", "okänd", ""):
        with pytest.raises(TicketMissing):
            seat.sign_in(name)
    with pytest.raises(PasswordWrong):
        seat.sign_in("nurse", WRONG)
    assert seat.desk.seat.actor == NOBODY


def test_a_ticket_ends_after_72_hours_and_the_centre_renews_it(house: House) -> None:
    seat = a_nurse(house).without_centre()
    house.clock.pass_time(hours=72)
    with pytest.raises(PasswordWrong):
        seat.sign_in("nurse", WRONG)  # told of the ticket is only who knows the password
    with pytest.raises(TicketOver):
        seat.sign_in("nurse")
    seat.wire.up = True
    seat.sign_in("nurse")
    assert seat.without_centre().sign_in("nurse").offline


def test_a_clock_set_back_by_ten_years_extends_nothing(house: House) -> None:
    seat = a_nurse(house).without_centre()
    house.clock.pass_time(hours=70)
    seat.sign_in("nurse")
    house.clock.at -= timedelta(days=3652)
    for _ in range(3):
        with pytest.raises(ClockBehind):
            seat.sign_in("nurse")
        house.clock.pass_time(hours=30)
    house.clock.at = MORNING + timedelta(hours=73)
    with pytest.raises(TicketOver):
        seat.sign_in("nurse")
    house.clock.at = MORNING + timedelta(hours=71)
    with pytest.raises(ClockBehind):  # it has been seen that the time had come
        seat.sign_in("nurse")


def test_the_hours_count_though_nobody_signed_in_meanwhile(house: House) -> None:
    """What the desk has logged at work is a witness of the time, too."""
    seat = a_nurse(house)
    seat.sign_in("nurse")
    house.clock.pass_time(hours=80)
    seat.sessions.lock()
    seat.without_centre()
    house.clock.pass_time(hours=-40)
    with pytest.raises(ClockBehind):
        seat.sign_in("nurse")


def test_a_clock_ten_years_ahead_opens_nothing_and_only_the_centre_sets_it_right(
    house: House,
) -> None:
    seat = a_nurse(house).without_centre()
    house.clock.pass_time(days=3652)
    with pytest.raises(TicketOver):
        seat.sign_in("nurse")
    house.clock.pass_time(days=-3652)
    with pytest.raises(ClockBehind):
        seat.sign_in("nurse")
    seat.wire.up = True
    seat.sign_in("nurse")
    assert seat.without_centre().sign_in("nurse").offline


def test_a_clock_that_steps_back_a_little_keeps_nobody_out(house: House) -> None:
    seat = a_nurse(house).without_centre()
    seat.sign_in("nurse")
    house.clock.at -= CLOCK_TOLERANCE - timedelta(minutes=1)
    assert seat.sign_in("nurse").offline
    seat.wire.up = True
    seat.talk(house)
    assert {verdict for _, verdict, _ in house.verdicts(seat)} == {"applied"}


def test_the_fifth_failure_destroys_the_slot_and_the_ticket(house: House) -> None:
    seat = a_nurse(house)
    nurse = seat.sign_in("nurse").id
    seat.without_centre()
    for left in reversed(range(5)):
        with pytest.raises(PasswordWrong):
            seat.sign_in("nurse", WRONG)
        assert (seat.tickets.of(nurse) is None) == (left == 0)
    with pytest.raises(SignInTooSoon):
        seat.sign_in("nurse")
    house.clock.pass_time(hours=1)
    with pytest.raises(TicketMissing):
        seat.sign_in("nurse")
    seat.wire.up = True
    seat.sign_in("nurse")
    assert seat.without_centre().sign_in("nurse").offline


def test_a_locked_desk_whose_slot_was_destroyed_is_opened_by_the_centre(house: House) -> None:
    seat = a_nurse(house)
    seat.sign_in("nurse")
    session = seat.desk.seat.actor.session_id
    seat.sessions.lock()
    for _ in range(5):
        with pytest.raises(PasswordWrong):
            seat.sessions.unlock(WRONG)
    seat.without_centre()
    house.clock.pass_time(hours=1)
    with pytest.raises(TicketMissing):
        seat.sessions.unlock(PASSWORD)
    before = seat.desk.seat.actor
    seat.wire.up = True
    assert seat.sessions.unlock(PASSWORD)
    after = seat.desk.seat.actor
    assert (before.locked, after.locked) == (True, False)
    assert before.session_id == session != after.session_id
    seat.sessions.lock()
    seat.without_centre()
    assert not seat.sessions.unlock(PASSWORD)  # a session goes on by the slot alone


def test_nobody_administers_while_the_centre_is_away(house: House) -> None:
    seat = a_nurse(house, Role.ADMINISTRATOR)
    seat.without_centre().sign_in("nurse")
    assert seat.desk.seat.actor.roles == {Role.NURSE}
    with pytest.raises(NotPermitted):
        seat.desk.operators.add("ny", "Test Ny", roles=frozenset({Role.NURSE}))
    with pytest.raises(NotPermitted):
        seat.desk.operators.disable(house.admin)
    with pytest.raises(NotPermitted):
        seat.desk.operators.give_password(house.admin, OTHER_PASSWORD)
    with pytest.raises(Unavailable):
        seat.desk.operators.change_password(PASSWORD, OTHER_PASSWORD)
    house.one.sessions.sign_out()
    with pytest.raises(NothingOffline):  # who has no other role
        house.one.without_centre().sign_in("admin")


def test_roles_that_were_given_since_are_not_the_tickets(house: House) -> None:
    seat = a_nurse(house)
    found = seat.sign_in("nurse")
    house.one.desk.operators.set_roles(found.id, frozenset({Role.NURSE, Role.SUPERVISOR_NURSE}))
    house.one.talk(house)
    seat.talk(house)
    seat.without_centre().sign_in("nurse")
    assert seat.desk.seat.actor.roles == {Role.NURSE}
    seat.wire.up = True
    seat.sign_in("nurse")
    assert seat.desk.seat.actor.roles == {Role.NURSE, Role.SUPERVISOR_NURSE}


def test_who_was_disabled_is_out_though_the_ticket_is_still_here(house: House) -> None:
    seat = a_nurse(house)
    nurse = seat.sign_in("nurse").id
    house.one.desk.operators.disable(nurse)
    house.one.talk(house)
    seat.side.talk(house.centre)  # nobody has ended anything yet
    assert seat.tickets.of(nurse) is not None
    with pytest.raises(OperatorDisabled):
        seat.without_centre().sign_in("nurse")


def test_leave_that_was_given_anew_is_not_ended_by_older_news(house: House) -> None:
    """The answer that tells of the end may be on its way while one signs in anew."""
    seat = a_nurse(house)
    nurse = seat.sign_in("nurse").id
    seat.talk(house)
    house.admission.revoke(nurse)
    (older,) = [news.ended for news in seat.side.talk(house.centre) if news.ended]
    seat.sign_in("nurse")
    assert not seat.sessions.end(older)
    assert seat.desk.seat.actor.operator_id == nurse
    assert not seat.sessions.end(older)  # nor has the ticket gone
    house.admission.revoke(nurse)
    (newer,) = [news.ended for news in seat.side.talk(house.centre) if news.ended]
    assert seat.sessions.end(newer)
    assert seat.desk.seat.actor == NOBODY


def test_a_centre_that_does_not_say_when_it_was_given_ends_all_leave(house: House) -> None:
    seat = a_nurse(house)
    nurse = seat.sign_in("nurse").id
    assert seat.sessions.end(Ended((nurse,)))
    assert seat.tickets.of(nurse) is None


def test_a_ticket_that_the_centre_did_not_sign_so_opens_nothing(house: House) -> None:
    seat = a_nurse(house)
    nurse = seat.sign_in("nurse").id
    seat.without_centre()
    real = seat.tickets.of(nurse)
    assert real is not None
    longer = replace(real, until=real.until + timedelta(days=1))
    another = replace(real, device_id=house.one.side.device_id)
    admin = house.one.tickets.of(house.admin)
    assert admin is not None
    forged = [
        longer,
        another,
        replace(real, roles=real.roles | {Role.MEDICAL_LEAD}),
        replace(real, care_unit="SE0000000001-ANNAN"),
        replace(real, signature=bytes(64)),
        replace(real, signature=b""),
        TicketKey(new_secret()).sign(real),
        house.key.sign(another),  # the centre's own, of another desk
    ]
    for ticket in forged:
        seat.tickets.put(ticket)
        with pytest.raises(TicketForged):
            seat.sign_in("nurse")
    seat.tickets.put(replace(admin, operator_id=nurse))
    with pytest.raises(TicketForged):
        seat.sign_in("nurse")
    seat.tickets.put(real)
    assert seat.sign_in("nurse").offline


def test_a_ticket_is_checked_by_its_signature_alone(house: House) -> None:
    seat = a_nurse(house)
    ticket = seat.tickets.of(seat.sign_in("nurse").id)
    assert isinstance(ticket, Ticket)
    TicketCheck(house.key.public).check(ticket)
    with pytest.raises(TicketForged):
        TicketCheck(TicketKey(new_secret()).public).check(ticket)


def test_an_answer_of_another_centre_lets_nobody_in(house: House) -> None:
    seat = a_nurse(house)
    seat.wire.admission = house.one.wire.admission
    seat.wire.device_id = house.one.side.device_id  # an answer that was meant for another desk
    with pytest.raises(TicketForged):
        seat.sign_in("nurse")
    assert seat.desk.seat.actor == NOBODY
