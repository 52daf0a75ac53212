"""Day, night or emergency: one order at a time, by those who lead."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kundcenter.domain.access import MATRIX, Function, NotPermitted, Role
from kundcenter.domain.switchboard.modes import (
    Mode,
    ModeOrderInvalid,
    ModeOrderLifted,
    ModeOrderNotFound,
    mode_at,
)
from kundcenter.domain.switchboard.terms_default import DEFAULT
from kundcenter.domain.text import TextInvalid
from kundcenter.start.desk import new_id
from tests.ground import Ground
from tests.services.switchboard.desk_ground import staffed


def test_a_later_order_takes_the_earlier_ones_place(ground: Ground) -> None:
    ids = staffed(ground)
    modes = ground.desk.modes
    assert modes.standing() == ()
    first = modes.set(Mode.NIGHT, "  Kort  bemanning ").the("mode_order")
    (order,) = modes.standing()
    assert (order.id, order.mode, order.reason) == (first, Mode.NIGHT, "Kort bemanning")
    assert (order.set_by, order.ends_at) == (ids["lena"], None)
    until = ground.clock.at + timedelta(hours=1)
    modes.set(Mode.EMERGENCY, "Storm", until)
    (order,) = modes.standing()
    assert (order.mode, order.ends_at) == (Mode.EMERGENCY, until)
    assert mode_at(modes.standing(), DEFAULT.day, ground.clock.at) is Mode.EMERGENCY
    ground.clock.pass_time(hours=1)
    assert modes.standing() == ()
    ground.refuses(ModeOrderLifted, modes.lift, first)


def test_an_order_is_lifted_once(ground: Ground) -> None:
    staffed(ground)
    modes = ground.desk.modes
    order = modes.set(Mode.EMERGENCY, "Storm").the("mode_order")
    modes.lift(order)
    assert modes.standing() == ()
    assert ground.refuses(ModeOrderLifted, modes.lift, order) == {"id": order}
    ground.refuses(ModeOrderNotFound, modes.lift, new_id())


def test_an_order_says_why_and_ends_later(ground: Ground) -> None:
    staffed(ground)
    set_ = ground.desk.modes.set
    now = ground.clock.at + timedelta(milliseconds=1)  # as the verb looks at the clock
    assert ground.refuses(ModeOrderInvalid, set_, Mode.DAY, " \n") == {"field": "reason"}
    ground.refuses(TextInvalid, set_, Mode.DAY, "x" * 301)
    for ends_at in (now - timedelta(days=1), now, now.replace(tzinfo=None)):
        refused = ground.refuses(ModeOrderInvalid, set_, Mode.DAY, "Storm", ends_at)
        assert refused == {"field": "ends_at"}
    assert ground.desk.modes.standing() == ()


@pytest.mark.parametrize("role", Role)
def test_those_who_may_order_it_and_those_who_see_it(ground: Ground, role: Role) -> None:
    ground.begin()
    ground.operator("anybody", role)
    ground.sign_in("anybody")
    modes = ground.desk.modes
    if role in MATRIX[Function.SET_MODE]:
        modes.lift(modes.set(Mode.NIGHT, "Test").the("mode_order"))
    else:
        ground.refuses(NotPermitted, modes.set, Mode.NIGHT, "Test")
        ground.refuses(NotPermitted, modes.lift, new_id())
    if role in MATRIX[Function.READ_DIRECTORY]:
        assert modes.standing() == ()
    else:
        ground.refuses(NotPermitted, modes.standing)
