"""Orders that nobody is let into a queue: in force at once, one at a time for each queue."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.supervision.closures import (
    ClosureInvalid,
    ClosureLifted,
    ClosureNotFound,
    Switch,
)
from kundcenter.domain.text import TextInvalid
from tests.ground import Ground


def led(ground: Ground) -> None:
    """A supervisor is seated."""
    ground.begin()
    ground.operator("leader", Role.SUPERVISOR_NURSE)
    ground.operator("nurse", Role.NURSE)
    ground.sign_in("leader")


def test_a_queue_is_closed_from_now_until_its_end(ground: Ground) -> None:
    led(ground)
    closures = ground.desk.queue_closures
    until = ground.clock.at + timedelta(hours=1)
    id = closures.close(" 1177 ", "  Brandlarm,\nvi går ut ", until).the("queue_closure")
    (order,) = closures.standing()
    assert (order.id, order.queue, order.ends_at) == (id, "1177", until)
    assert order.reason == "Brandlarm, vi går ut"
    assert order.closed_by == ground.desk.seat.actor.operator_id
    assert closures.switches() == (Switch("1177", True, until),)
    ground.clock.pass_time(hours=1)
    assert closures.standing() == ()
    assert closures.switches() == ()
    assert closures.switches((id,)) == (Switch("1177", False),)
    assert closures.between(order.starts_at, until) == (order,)
    assert closures.between(until, until + timedelta(hours=1)) == ()


def test_a_new_order_takes_the_place_of_the_one_for_the_same_queue(ground: Ground) -> None:
    led(ground)
    closures = ground.desk.queue_closures
    first = closures.close("1177", "Brandlarm").the("queue_closure")
    other = closures.close("vaxel", "Omstart").the("queue_closure")
    changes = closures.close("1177", "Möte", ground.clock.at + timedelta(hours=1))
    assert first in changes.of("queue_closure")
    assert other not in changes.of("queue_closure")
    assert {(each.queue, each.reason) for each in closures.standing()} == {
        ("1177", "Möte"), ("vaxel", "Omstart"),
    }  # fmt: skip
    assert ground.refuses(ClosureLifted, closures.open, first) == {"id": first}


def test_a_queue_is_opened_once(ground: Ground) -> None:
    led(ground)
    closures = ground.desk.queue_closures
    id = closures.close("1177", "Brandlarm").the("queue_closure")
    ground.clock.pass_time(minutes=10)
    assert closures.open(id).of("queue_closure") == (id,)
    assert closures.standing() == ()
    assert closures.switches((id,)) == (Switch("1177", False),)
    ground.refuses(ClosureLifted, closures.open, id)
    unknown = uuid4()
    assert ground.refuses(ClosureNotFound, closures.open, unknown) == {"id": unknown}
    (order,) = closures.between(ground.clock.at - timedelta(hours=1), ground.clock.at)
    assert order.lifted_by == ground.desk.seat.actor.operator_id
    assert closures.switches((unknown,)) == ()


def test_who_has_told_the_exchange_nothing_tells_what_was_opened_of_late_too(
    ground: Ground,
) -> None:
    """The desk died when the order to open was written and the exchange had not heard of it."""
    led(ground)
    closures = ground.desk.queue_closures
    for queue in ("1177", "vaxel", "service"):
        closures.close(queue, "Brandlarm", ground.clock.at + timedelta(hours=1))
    first, again, _ = (each.id for each in closures.standing())
    closures.open(first)
    closures.open(again)
    closures.close("vaxel", "Möte")
    ground.clock.pass_time(hours=2)  # that of the service desk ends by itself, as it was told
    told = (Switch("1177", False), Switch("vaxel", True))
    assert closures.switches(anew=True) == told
    assert closures.switches() == told[1:]
    ground.clock.pass_time(hours=21)
    assert closures.switches(anew=True) == told
    ground.clock.pass_time(hours=2)
    assert closures.switches(anew=True) == told[1:]


def test_an_order_names_a_queue_a_reason_and_an_end_that_is_to_come(ground: Ground) -> None:
    led(ground)
    close = ground.desk.queue_closures.close
    assert ground.refuses(ClosureInvalid, close, " ", "Brandlarm") == {"field": "queue"}
    assert ground.refuses(ClosureInvalid, close, "1177", " \n") == {"field": "reason"}
    past = ground.clock.at - timedelta(seconds=1)
    assert ground.refuses(ClosureInvalid, close, "1177", "x", past) == {"field": "ends_at"}
    naive = datetime.max  # noqa: DTZ901 - a time of no zone
    assert ground.refuses(ClosureInvalid, close, "1177", "x", naive) == {"field": "ends_at"}
    assert ground.refuses(TextInvalid, close, "1177", "x" * 301)["field"] == "reason"
    assert ground.refuses(TextInvalid, close, "y" * 301, "x")["field"] == "queue"


def test_a_nurse_sees_what_is_closed_and_closes_nothing(ground: Ground) -> None:
    led(ground)
    id = ground.desk.queue_closures.close("1177", "Brandlarm").the("queue_closure")
    ground.sign_in("nurse")
    closures = ground.desk.queue_closures
    ground.refuses(NotPermitted, closures.close, "vaxel", "Lunch")
    ground.refuses(NotPermitted, closures.open, id)
    assert [each.id for each in closures.standing()] == [id]
    ground.desk.sessions.lock()
    assert closures.switches() == (Switch("1177", True),)
