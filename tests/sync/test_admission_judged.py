"""What the centre makes of sessions that a desk opened: not all is believed, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kundcenter.domain.access import NOBODY, Actor, Role
from kundcenter.domain.feed import Verdict
from kundcenter.domain.tickets import Leave
from kundcenter.start.desk import Desk, DeskTerms, new_id
from tests.ground import CARE_UNIT, CHEAP, KEY, PASSWORD, WHOLE, fill_central, opened
from tests.ground import Ground as Alone
from tests.sync.admission_ground import House, Seat, a_house, seat_on
from tests.sync.ground import a_lone_file, a_side, shared


@dataclass(slots=True)
class Place:
    house: House
    stack: ExitStack
    folder: Path


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    server = request.getfixturevalue("postgres_server")
    with (
        server.clone("empty", fill_central) as url,
        a_house(url, tmp_path) as house,
        ExitStack() as stack,
    ):
        yield Place(house, stack, tmp_path)


@pytest.fixture
def house(place: Place) -> House:
    return place.house


def leave_of(house: House, seat: Seat, *, offline: bool) -> Leave:
    """The leave of a nurse who has signed in by the centre at the desk, and has left."""
    nurse = seat.sign_in("nurse").id
    seat.sessions.sign_out()
    seat.talk(house)
    ticket = seat.tickets.of(nurse)
    assert ticket is not None
    return ticket.leave(offline=offline)


def opened_with(house: House, seat: Seat, leave: Leave | None, user_name: str = "nurse") -> str:
    """What the centre says to a session that the desk has opened on its own, and to its work."""
    with seat.side.engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT id FROM operators WHERE user_name = ?", (user_name,)
        ).scalar()
    operator_id = UUID(bytes=found)
    session = seat.sessions.open(operator_id, leave=leave).the("session")
    roles = leave.roles if leave else frozenset({Role.NURSE})
    seat.desk.seat.take(Actor(operator_id, session, roles, CARE_UNIT))
    seat.desk.calls.register("+46701740605")
    seat.desk.seat.leave()
    seat.talk(house)
    (_, verdict, code), (_, its, its_code) = house.verdicts(seat)[-2:]
    assert seat.side.local.waiting().count == 0
    if verdict == Verdict.APPLIED:
        assert (its, its_code) == (Verdict.APPLIED, "")
    else:  # kept whole, and so is the work of the session
        assert (verdict, its, its_code) == (
            Verdict.QUARANTINED,
            Verdict.QUARANTINED,
            "sync.not_of_the_session",
        )
        assert len(house.centre.central.quarantined()) == 2
    return code


Change = Callable[[House, Leave], Leave | None]
NONE, EXCEEDED, OVER = "ticket.none_for_session", "ticket.exceeded", "ticket.over"
ADMIN = frozenset({Role.ADMINISTRATOR})


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda _, leave: leave, ""),
        (lambda _, leave: None, NONE),
        (lambda _, leave: replace(leave, ticket_id=new_id()), NONE),
        (lambda house, leave: replace(leave, ticket_id=ticket_elsewhere(house)), NONE),
        (lambda _, leave: replace(leave, offline=False, roles=leave.roles | ADMIN), NONE),
        (lambda _, leave: replace(leave, offline=False), EXCEEDED),
        (lambda _, leave: replace(leave, roles=leave.roles | {Role.MEDICAL_LEAD}), EXCEEDED),
        (lambda _, leave: replace(leave, roles=leave.roles | ADMIN), EXCEEDED),
        (lambda _, leave: replace(leave, care_unit="SE0000000001-ANNAN"), EXCEEDED),
    ],
)
def test_a_session_is_believed_as_far_as_its_ticket_goes(
    house: House, change: Change, code: str
) -> None:
    house.operator("nurse", Role.NURSE, Role.ADMINISTRATOR)
    leave = leave_of(house, house.other, offline=True)
    assert opened_with(house, house.other, change(house, leave)) == code


def ticket_elsewhere(house: House) -> UUID:
    house.one.sign_in("nurse")
    (row,) = house.rows(
        "SELECT id FROM centre_tickets WHERE device_id = :id ORDER BY issued_at DESC LIMIT 1",
        id=house.one.side.device_id,
    )
    found: UUID = row.id
    return found


@pytest.mark.parametrize(
    ("hours", "code"), [(72, ""), (72.01, OVER), (-1, OVER), (87_600, OVER), (-87_600, OVER)]
)
def test_an_offline_session_is_of_the_time_of_its_ticket(
    house: House, hours: float, code: str
) -> None:
    house.operator("nurse", Role.NURSE)
    leave = leave_of(house, house.other, offline=True)
    (row,) = house.rows("SELECT issued_at FROM centre_tickets WHERE id = :id", id=leave.ticket_id)
    house.clock.at = row.issued_at + timedelta(hours=hours, seconds=-5)
    assert opened_with(house, house.other, leave) == code


def test_a_session_opened_after_its_ticket_was_revoked_is_kept_for_a_person(house: House) -> None:
    nurse = house.operator("nurse", Role.NURSE)
    leave = leave_of(house, house.other, offline=True)
    house.clock.pass_time(hours=1)
    house.admission.revoke(nurse)
    house.clock.pass_time(hours=1)
    assert opened_with(house, house.other, leave) == "ticket.revoked"


def test_work_in_a_session_of_before_the_operator_was_disabled_is_taken(house: House) -> None:
    nurse = house.operator("nurse", Role.NURSE)
    seat = house.other
    leave_of(house, seat, offline=True)
    house.clock.pass_time(hours=1)
    seat.without_centre().sign_in("nurse")
    seat.side.person()
    house.clock.pass_time(hours=1)
    house.one.desk.operators.disable(nurse)
    house.one.talk(house)
    house.clock.pass_time(hours=1)
    entry = seat.desk.journal.write(seat.side.person_of("198807022382"), WHOLE).the("entry")
    seat.wire.up = True

    assert seat.talk(house) == (nurse,)
    assert seat.desk.seat.actor == NOBODY
    assert seat.tickets.of(nurse) is None
    assert {verdict for _, verdict, _ in house.verdicts(seat)} == {"applied"}
    assert [kind for kind, *_ in house.verdicts(seat)][-1] == "sessions.close"
    assert str(entry.hex) in {row["id"] for row in shared(house.centre.engine)["entries"]}
    assert seat.talk(house) == (nurse,)  # told again until the time has run out
    house.clock.pass_time(hours=72 + 12)
    assert seat.talk(house) == ()


def test_who_is_disabled_at_the_centre_is_out_at_every_desk_and_may_return(house: House) -> None:
    nurse = house.operator("nurse", Role.NURSE)
    for seat in (house.one, house.other):
        seat.sign_in("nurse")
    house.admission.disable(nurse)
    for seat in (house.one, house.other):
        assert seat.talk(house) == (nurse,)
        assert seat.desk.seat.actor == NOBODY
    house.one.sign_in("admin")
    house.one.desk.operators.enable(nurse)
    house.one.talk(house)
    house.other.talk(house)
    house.other.sign_in("nurse")
    assert house.other.talk(house) == ()
    assert house.other.desk.seat.actor.operator_id == nurse


def test_an_operation_of_a_session_that_nobody_knows_is_kept_for_a_person(house: House) -> None:
    house.operator("nurse", Role.NURSE)
    seat = house.other
    seat.sign_in("nurse")
    seat.desk.seat.take(replace(seat.desk.seat.actor, session_id=new_id()))
    seat.desk.calls.register("+46701740605")
    seat.desk.seat.take(replace(seat.desk.seat.actor, operator_id=house.admin))
    seat.talk(house)
    assert house.verdicts(seat)[-1] == (
        "calls.register",
        "quarantined",
        "sync.not_of_the_session",
    )


def test_a_desk_that_was_alone_brings_what_its_own_operators_did(place: Place) -> None:
    house, path = place.house, place.folder / "alone.db"
    engine = place.stack.enter_context(opened(a_lone_file(path)))
    id = new_id()
    alone = Alone(
        Desk(engine, DeskTerms(id, KEY, now=house.clock, new_id=new_id, cost=CHEAP)),
        house.clock,
        engine,
    )
    alone.desk.operators.begin("chef", "Test Chef", PASSWORD)
    alone.desk.sessions.sign_in("chef", PASSWORD)
    alone.operator("lena", Role.NURSE)
    alone.sign_in("lena")
    alone.person()
    side = a_side(place.stack, path, house.clock, house.centre, "ensam", device_id=id)
    done = side.local.heads().operation.n
    seat = seat_on(house.admission, house.key, side)
    seat.talk(house)
    assert {verdict for _, verdict, _ in house.verdicts(seat)} == {"applied"}
    assert len(house.verdicts(seat)) == done
    assert {row["user_name"] for row in shared(house.centre.engine)["operators"]} == {
        "admin", "chef", "lena",
    }  # fmt: skip
    lena = next(r["id"] for r in shared(side.engine)["operators"] if r["user_name"] == "lena")
    seat.sessions.open(UUID(lena))  # from now on it is not alone any more
    seat.talk(house)
    assert house.verdicts(seat)[-1] == (
        "sessions.open",
        "quarantined",
        "ticket.none_for_session",
    )
    house.one.sign_in("admin")
    house.one.talk(house)
    house.one.desk.operators.give_password(UUID(lena), "elva blåa spadar")
    assert seat.sign_in("lena", "elva blåa spadar").id == UUID(lena)


def test_a_desk_that_was_alone_reaches_nobody_of_the_centres(place: Place) -> None:
    """Its file was its own to write in: it may say of the centre's operators what it likes."""
    house, path = place.house, place.folder / "alone.db"
    engine = place.stack.enter_context(opened(a_lone_file(path)))
    id = new_id()
    desk = Desk(engine, DeskTerms(id, KEY, now=house.clock, new_id=new_id, cost=CHEAP))
    desk.operators.begin("chef", "Test Chef", PASSWORD)
    desk.sessions.sign_in("chef", PASSWORD)
    planted = (
        "INSERT INTO operators SELECT ?, 'admin', name, position, roles, care_unit, added_at, NULL "
        "FROM operators"
    )
    with engine.begin() as connection:
        connection.exec_driver_sql(planted, (house.admin.bytes,))
    desk.operators.set_roles(house.admin, frozenset({Role.SWITCHBOARD}))
    desk.sessions.open(house.admin)
    desk.operators.disable(house.admin)
    side = a_side(place.stack, path, house.clock, house.centre, "ensam", device_id=id)
    seat = seat_on(house.admission, house.key, side)
    seat.talk(house)
    assert house.verdicts(seat)[-3:] == [
        ("operators.set_roles", "rejected", "sync.not_its_operator"),
        ("sessions.open", "quarantined", NONE),
        ("operators.disable", "rejected", "sync.not_its_operator"),
    ]
    house.one.sign_in("admin")
    assert house.one.desk.seat.actor.roles == ADMIN


def test_no_second_first_administrator_comes_from_a_desk(house: House) -> None:
    seat = house.other
    plain = Desk(
        seat.side.engine,
        DeskTerms(
            seat.side.device_id, KEY, now=house.clock, new_id=new_id, cost=CHEAP, watched=True
        ),
    )
    with seat.side.engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("DELETE FROM operators")
    plain.operators.add_first("mallory", "Test Mallory")
    seat.talk(house)
    assert house.verdicts(seat)[-1] == (
        "operators.add_first",
        "quarantined",
        "operator.first_exists",
    )
    assert {row["user_name"] for row in shared(house.centre.engine)["operators"]} == {"admin"}
