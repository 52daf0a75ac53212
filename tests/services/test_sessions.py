"""Signing in, locking, unlocking and leaving the desk to somebody else."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from db.faults import RowConflict
from db.operators import session_rows
from kundcenter.adapters.argon2 import stretched
from kundcenter.domain.access import NOBODY, DeskLocked, NotSignedIn, Role
from kundcenter.domain.access_log import Activity, Purpose
from kundcenter.domain.operators import OperatorDisabled, OperatorNotFound, Session
from kundcenter.domain.slots import Argon2Cost, PasswordWrong, SignInTooSoon
from kundcenter.services.calls import Ring
from tests.ground import ASKED, CARE_UNIT, CHEAP, PASSWORD, WHOLE, Ground

WRONG = "inte det rätta"


def sessions_of(ground: Ground) -> tuple[Session, ...]:
    """Every session that the store knows, in the order in which they were opened."""
    with ground.engine.connect() as connection:
        query = session_rows.select().order_by(session_rows.table.c.opened_at)
        return session_rows.all(connection, query)


def activities(ground: Ground, after: int) -> list[Activity]:
    return [record.activity for record in ground.accesses(after)]


def test_a_session_lasts_from_signing_in_to_signing_out(ground: Ground) -> None:
    nurse = ground.nurse()
    desk = ground.desk
    actor = desk.seat.actor
    assert (actor.operator_id, actor.care_unit) == (nurse, CARE_UNIT)
    assert actor.roles == {Role.NURSE}
    session = sessions_of(ground)[-1]
    assert session.actor == actor
    assert session.closed_at is None
    signed_in = ground.accesses()[-1]
    assert (signed_in.activity, signed_in.object_id) == (Activity.SIGN_IN, nurse)

    ground.clock.pass_time(hours=8)
    assert desk.sessions.sign_out().of("session") == (session.id,)
    closed = sessions_of(ground)[-1]
    assert closed.closed_at is not None
    assert closed.closed_at > session.opened_at
    signed_out = ground.accesses()[-1]
    assert (signed_out.activity, signed_out.operator_id) == (Activity.SIGN_OUT, nurse)
    assert {r.purpose for r in (signed_in, signed_out)} == {Purpose.ADMINISTRATION}
    assert desk.seat.actor == NOBODY
    with pytest.raises(NotSignedIn):
        desk.calls.mine()
    assert not desk.sessions.sign_out()
    with pytest.raises(NotSignedIn):
        desk.sessions.close()


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer_at_the_same_cost(
    monkeypatch: pytest.MonkeyPatch, ground: Ground
) -> None:
    ground.begin()
    ground.desk.operators.add("utan", "Test Utan", roles=frozenset({Role.NURSE}))
    ground.desk.sessions.sign_out()
    costs: list[Argon2Cost] = []

    def counted(password: str, salt: bytes, cost: Argon2Cost) -> bytearray:
        costs.append(cost)
        return stretched(password, salt, cost)

    monkeypatch.setattr("kundcenter.adapters.slots.stretched", counted)
    answers: set[tuple[type, str, Any]] = set()
    tries = ("admin", "utan", "okänd", "", "a\0b", "\ud800", "x" * 10_000, "' OR 1=1 --")
    for user_name in tries:
        known = len(ground.accesses())
        with pytest.raises(PasswordWrong) as caught:
            ground.desk.sessions.sign_in(user_name, WRONG)
        answers.add((caught.type, str(caught.value), repr(caught.value.facts)))
        assert activities(ground, known)[-1] is Activity.SIGN_IN_FAILED
    assert len(answers) == 1
    assert costs == [CHEAP] * len(tries)
    assert ground.desk.seat.actor == NOBODY


def test_from_the_fifth_failure_on_one_has_to_wait_also_after_a_restart(ground: Ground) -> None:
    ground.nurse()
    admin = ground.restarted().desk.sessions
    ground.desk.sessions.sign_out()

    def waits(password: str) -> int:
        again = ground.restarted()  # killing the program does not wipe the failures
        with pytest.raises(SignInTooSoon) as caught:
            again.desk.sessions.sign_in("nurse", password)
        seconds = caught.value.facts["seconds"]
        assert isinstance(seconds, int)
        return seconds

    def fail() -> None:
        with pytest.raises(PasswordWrong):
            ground.restarted().desk.sessions.sign_in("nurse", WRONG)

    for _ in range(5):
        fail()
    assert waits(PASSWORD) == 30  # the right one too
    admin.sign_in("admin", PASSWORD)  # others do not wait
    ground.clock.pass_time(seconds=20)
    assert waits(WRONG) == 10
    ground.clock.pass_time(seconds=10)
    for seconds in (60, 120, 240, 480, 900, 900):
        fail()
        assert waits(PASSWORD) == seconds
        ground.clock.pass_time(seconds=seconds)
    ground.desk.sessions.sign_in("nurse", PASSWORD)
    fail()
    ground.desk.sessions.sign_in("nurse", PASSWORD)  # the row of failures had ended


def test_a_new_password_from_the_administrator_ends_the_wait(ground: Ground) -> None:
    nurse = ground.nurse()
    sessions = ground.desk.sessions
    ground.sign_in("admin")
    for _ in range(5):
        with pytest.raises(PasswordWrong):
            sessions.sign_in("nurse", WRONG)
    with pytest.raises(SignInTooSoon):
        sessions.sign_in("nurse", PASSWORD)
    assert ground.desk.seat.actor.roles == {Role.ADMINISTRATOR}  # a failure takes no seat
    ground.desk.operators.give_password(nurse, "elva blåa spadar")
    assert sessions.sign_in("nurse", "elva blåa spadar").id == nurse


def test_a_locked_desk_keeps_its_operator_and_shows_nothing(ground: Ground) -> None:
    nurse = ground.nurse()
    desk = ground.desk
    person = ground.person()
    entry = desk.journal.write(person, WHOLE).the("entry")
    seated = desk.seat.actor
    known = len(ground.accesses())

    desk.sessions.lock()
    desk.sessions.lock()
    assert (desk.seat.actor.operator_id, desk.seat.actor.locked) == (nurse, True)
    for look in (
        lambda: desk.people.open(person, ASKED),
        lambda: desk.journal.open(entry),
        lambda: desk.journal.sign(entry, upon=1),
        lambda: desk.operators.give_password(nurse, PASSWORD),
        desk.operators.me,
        desk.calls.latest,
        desk.choices.mine,
    ):
        with pytest.raises(DeskLocked):
            look()
    call = desk.calls.ring(Ring("line-1")).the("call")
    desk.calls.answer(call)  # the handset was lifted
    with pytest.raises(PasswordWrong):
        desk.sessions.unlock(WRONG)
    assert desk.seat.actor.locked
    desk.sessions.unlock(PASSWORD)
    assert desk.seat.actor == seated
    desk.sessions.unlock("not even looked at")
    assert desk.calls.get(call).operator_id == nurse
    assert activities(ground, known) == [
        Activity.LOCK,
        Activity.SIGN_IN,
        Activity.SIGN_IN_FAILED,
        Activity.SIGN_IN,
        Activity.SIGN_IN,
        Activity.UNLOCK,
    ]


def test_the_lock_gives_way_to_no_guesses_and_to_nobody_who_was_disabled(ground: Ground) -> None:
    nurse = ground.nurse()
    sessions = ground.desk.sessions
    sessions.lock()
    office = ground.restarted()
    office.desk.sessions.sign_in("admin", PASSWORD)
    office.desk.operators.disable(nurse)
    with pytest.raises(OperatorDisabled):
        sessions.unlock(PASSWORD)
    office.desk.operators.enable(nurse)
    for _ in range(5):
        with pytest.raises(PasswordWrong):
            sessions.unlock(WRONG)
    with pytest.raises(SignInTooSoon):
        sessions.unlock(PASSWORD)
    assert ground.desk.seat.actor.locked
    sessions.sign_out()  # a locked desk may be left
    assert ground.desk.seat.actor == NOBODY
    assert sessions_of(ground)[1].closed_at is not None


def test_another_operator_takes_over_a_locked_desk_and_the_first_session_ends(
    ground: Ground,
) -> None:
    first = ground.nurse("first")
    ground.restarted().desk.sessions.sign_in("admin", PASSWORD)
    office = ground.restarted()
    office.desk.sessions.sign_in("admin", PASSWORD)
    second = office.operator("second", Role.NURSE)
    mine = ground.desk.calls.register().the("call")
    ground.desk.sessions.lock()
    with pytest.raises(PasswordWrong):
        ground.desk.sessions.sign_in("second", WRONG)
    assert ground.desk.seat.actor.operator_id == first

    ground.desk.sessions.sign_in("second", PASSWORD)
    assert (ground.desk.seat.actor.operator_id, ground.desk.seat.actor.locked) == (second, False)
    assert ground.desk.calls.mine() == ()
    open_still = [s.operator_id for s in sessions_of(ground) if s.closed_at is None]
    assert first not in open_still
    ground.sign_in("first")
    assert [call.id for call in ground.desk.calls.mine()] == [mine]


def test_the_verb_of_signing_in_gives_nobody_the_seat(ground: Ground) -> None:
    admin = ground.begin()
    ground.desk.sessions.sign_out()
    ground.desk.sessions.open(admin)
    assert ground.desk.seat.actor == NOBODY
    with pytest.raises(NotSignedIn):
        ground.desk.operators.all()
    with pytest.raises(OperatorNotFound):
        ground.desk.sessions.open(UUID(int=7))


def test_whoever_signs_out_is_gone_though_nothing_could_be_written(ground: Ground) -> None:
    ground.nurse()
    with ground.refusing("access_log"), pytest.raises(RowConflict):
        ground.desk.sessions.sign_out()
    assert ground.desk.seat.actor == NOBODY


def test_a_session_of_twelve_hours_ends_where_it_is_unlocked(ground: Ground) -> None:
    nurse = ground.nurse()
    sessions, seat = ground.desk.sessions, ground.desk.seat
    first = seat.actor.session_id
    ground.clock.pass_time(hours=11)
    sessions.lock()
    assert not sessions.unlock(PASSWORD)
    assert seat.actor.session_id == first
    sessions.lock()
    ground.clock.pass_time(hours=1)
    with pytest.raises(PasswordWrong):
        sessions.unlock(WRONG)
    assert seat.actor.locked
    assert sessions.unlock(PASSWORD)
    assert (seat.actor.operator_id, seat.actor.locked) == (nurse, False)
    assert seat.actor.session_id != first
    assert [each.closed_at is None for each in sessions_of(ground)[-2:]] == [False, True]
    sessions.lock()
    assert sessions.unlock(PASSWORD, anew=True)  # the desk counted by another clock
    assert len(sessions_of(ground)) >= 3
