"""Orders to send nobody to a unit: in force at once, one at a time, never in a ring."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.redirects import (
    RedirectLifted,
    RedirectNeedsReason,
    RedirectNotFound,
    RedirectPeriodInvalid,
    RedirectToItself,
)
from kundcenter.domain.unit_cards import UnitRetired
from kundcenter.domain.units import UnitNotFound
from tests.ground import Ground


def three(ground: Ground) -> tuple[UUID, UUID, UUID]:
    """Three units; a supervisor is seated."""
    ground.begin()
    ground.operator("leader", Role.SUPERVISOR_NURSE)
    ground.operator("nurse", Role.NURSE)
    ids = tuple(ground.unit(f"Enhet {n}", f"SE0000000001-DEMO{n}") for n in "ABC")
    ground.sign_in("leader")
    return ids[0], ids[1], ids[2]


def test_an_order_holds_from_now_until_its_end(ground: Ground) -> None:
    a, b, _ = three(ground)
    redirects = ground.desk.redirects
    until = ground.clock.at + timedelta(hours=1)
    id = redirects.set(a, b, "  Vattenläcka  i\nentrén ", until).the("redirect")
    (order,) = redirects.standing()
    assert (order.id, order.unit_id, order.to_id, order.ends_at) == (id, a, b, until)
    assert order.reason == "Vattenläcka i entrén"
    assert order.set_by == ground.desk.seat.actor.operator_id
    assert order.holds(order.starts_at)
    assert ground.desk.units.directory().redirects == (order,)
    ground.clock.pass_time(hours=1)
    assert redirects.standing() == ()


def test_a_new_order_takes_the_place_of_the_one_that_stands(ground: Ground) -> None:
    a, b, c = three(ground)
    redirects = ground.desk.redirects
    first = redirects.set(a, b, "Vattenläcka").the("redirect")
    other = redirects.set(b, c, "Full").the("redirect")
    changes = redirects.set(a, None, "Stängt")
    assert first in changes.of("redirect")
    assert other not in changes.of("redirect")
    assert {(each.unit_id, each.to_id) for each in redirects.standing()} == {(a, None), (b, c)}
    assert ground.refuses(RedirectLifted, redirects.lift, first) == {"id": first}


def test_what_is_lifted_holds_no_more(ground: Ground) -> None:
    a, b, _ = three(ground)
    redirects = ground.desk.redirects
    id = redirects.set(a, b, "Vattenläcka").the("redirect")
    redirects.lift(id)
    assert redirects.standing() == ()
    ground.refuses(RedirectLifted, redirects.lift, id)
    ground.refuses(RedirectNotFound, redirects.lift, uuid4())


def test_no_orders_lead_in_a_ring(ground: Ground) -> None:
    a, b, c = three(ground)
    redirects = ground.desk.redirects
    assert ground.refuses(RedirectToItself, redirects.set, a, a, "Fel") == {"id": a}
    redirects.set(a, b, "Full")
    ground.refuses(RedirectToItself, redirects.set, b, a, "Full")
    redirects.set(b, c, "Full")
    ground.refuses(RedirectToItself, redirects.set, c, a, "Full")
    redirects.set(b, None, "Stängt")
    redirects.set(c, a, "Full")


def test_an_order_is_refused_with_what_is_wrong(ground: Ground) -> None:
    a, b, c = three(ground)
    redirects = ground.desk.redirects
    now = ground.clock.at
    for ends_at in (now, now - timedelta(days=1), datetime(2030, 1, 1)):  # noqa: DTZ001
        ground.refuses(RedirectPeriodInvalid, redirects.set, a, b, "Full", ends_at)
    ground.refuses(RedirectNeedsReason, redirects.set, a, b, " \n")
    ground.refuses(UnitNotFound, redirects.set, uuid4(), b, "Full")
    ground.refuses(UnitNotFound, redirects.set, a, uuid4(), "Full")
    ground.desk.units.retire(c, upon=0)
    ground.refuses(UnitRetired, redirects.set, a, c, "Full")
    ground.refuses(UnitRetired, redirects.set, c, a, "Full")
    assert redirects.standing() == ()


def test_a_nurse_sees_the_orders_and_gives_none(ground: Ground) -> None:
    a, b, _ = three(ground)
    id = ground.desk.redirects.set(a, b, "Full").the("redirect")
    ground.sign_in("nurse")
    assert [each.id for each in ground.desk.redirects.standing()] == [id]
    ground.refuses(NotPermitted, ground.desk.redirects.set, a, b, "Full")
    ground.refuses(NotPermitted, ground.desk.redirects.lift, id)
