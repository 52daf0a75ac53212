"""The verb of signing in, with the leave that a centre gave and without."""

from __future__ import annotations

from datetime import timedelta

import pytest

from db.operators import session_rows
from kundcenter.domain.access import Role
from kundcenter.domain.operators import OperatorDisabled, Session
from kundcenter.domain.tickets import Leave
from kundcenter.start.desk import new_id
from tests.ground import CARE_UNIT, PASSWORD, Ground


def newest(ground: Ground) -> Session:
    with ground.engine.connect() as connection:
        query = session_rows.select().order_by(session_rows.table.c.opened_at)
        return session_rows.all(connection, query)[-1]


def test_a_session_has_the_roles_and_the_unit_of_its_leave(ground: Ground) -> None:
    nurse = ground.nurse()
    ground.desk.sessions.sign_out()
    less = Leave(new_id(), frozenset({Role.SWITCHBOARD}), "SE0000000001-ANNAN", offline=True)
    for leave, roles, unit in (
        (less, frozenset({Role.SWITCHBOARD}), "SE0000000001-ANNAN"),
        (None, frozenset({Role.NURSE}), CARE_UNIT),
    ):
        opened = ground.desk.sessions.open(nurse, leave=leave).the("session")
        session = newest(ground)
        assert (session.id, session.roles, session.care_unit) == (opened, roles, unit)


def test_who_is_disabled_opens_no_session_from_that_moment_on(ground: Ground) -> None:
    nurse = ground.nurse()
    ground.sign_in("admin")
    ground.desk.operators.disable(nurse)
    known = ground.operations()
    with pytest.raises(OperatorDisabled):
        ground.desk.sessions.open(nurse)
    with pytest.raises(OperatorDisabled):
        ground.desk.sessions.sign_in("nurse", PASSWORD)
    assert ground.operations() == known


def test_a_clock_set_back_lets_nobody_in_who_is_disabled(ground: Ground) -> None:
    nurse = ground.nurse()
    ground.sign_in("admin")
    ground.desk.operators.disable(nurse)
    ground.clock.at -= timedelta(hours=2)
    with pytest.raises(OperatorDisabled):
        ground.desk.sessions.sign_in("nurse", PASSWORD)
    assert ground.desk.seat.actor.operator_id != nurse
