"""Three desks and two queues at one exchange: each is told only of what is its own."""

from __future__ import annotations

import time

import pytest

from kundcenter.domain.lines import EndReason, HungUp, Rang
from tests.adapters.telephony.switching import CALLER, Desk, House, house, phone, queue

pytestmark = pytest.mark.loopback

DESKS = ("201:1177", "202:1177", "203:vaxel")


def who_rings(here: House) -> Desk:
    """The one desk whose telephone rings now; the others hear nothing."""
    rings = [desk for desk in here.desks if not desk.heard.nothing(0.6)]
    assert len(rings) == 1
    return rings[0]


def test_a_call_rings_in_its_own_queue_and_at_one_desk_only() -> None:
    with house(*DESKS) as here:
        here.control.ring(CALLER, queue="vaxel")
        assert here.desks[2].heard.next(Rang).queue == "vaxel"
        assert here.desks[0].heard.nothing()
        assert here.desks[1].heard.nothing()
        here.control.ring(CALLER, queue="1177")
        assert who_rings(here) in here.desks[:2]


def test_who_pauses_leaves_the_call_to_the_next_of_the_same_queue() -> None:
    with house(*DESKS) as here:
        first, second, third = here.desks
        first.line.ready(False)
        here.control.ring(CALLER, queue="1177")
        assert second.heard.next(Rang).queue == "1177"
        assert first.heard.nothing()
        assert third.heard.nothing()


def test_what_befalls_one_desks_call_is_no_news_to_another() -> None:
    with house(*DESKS) as here:
        first, second, third = here.desks
        second.line.ready(False)
        call = here.talk()
        first.line.hold(call)
        first.line.resume(call)
        first.line.transfer(call, phone("203"))
        first.heard.later(HungUp)
        assert third.lift().line_call == call
        assert second.heard.nothing()
        third.line.hang_up(call)
        assert third.heard.next(HungUp).reason is EndReason.OPERATOR
        assert first.heard.nothing()
        assert second.heard.nothing()


def test_a_queue_with_nobody_free_keeps_the_caller_who_was_passed_on() -> None:
    with house(*DESKS) as here:
        first, second, third = here.desks
        second.line.ready(False)
        busy = here.talk(desk=2, queue="vaxel")
        call = here.talk()
        first.line.transfer(call, queue("vaxel"))
        assert first.heard.next(HungUp).reason is EndReason.PASSED
        assert third.heard.nothing(0.5)
        third.line.hang_up(busy)
        third.heard.next(HungUp)
        assert third.lift().line_call == call


def test_two_desks_pass_on_at_the_same_time_and_nothing_is_mixed_up() -> None:
    with house("201:1177", "202:vaxel", "203:annan", "204:fjarde") as here:
        first, second, third, fourth = here.desks
        one, two = here.talk(desk=0), here.talk(desk=1, queue="vaxel")
        first.line.consult(one, phone("203"))
        second.line.consult(two, phone("204"))
        third.lift()
        fourth.lift()
        first.line.complete(one)
        second.line.complete(two)
        assert first.heard.later(HungUp) == HungUp(one, EndReason.PASSED)
        assert second.heard.later(HungUp) == HungUp(two, EndReason.PASSED)
        here.control.act("Hangup", ("Channel", one))
        third.heard.next(HungUp)
        assert fourth.heard.nothing()


def test_a_queue_without_a_desk_has_colleagues_who_answer() -> None:
    with house("201:1177", options=("--queue", "vaxel", "--speed", "10")) as here:
        (desk,) = here.desks
        call = here.talk()
        desk.line.transfer(call, queue("vaxel"))
        assert desk.heard.next(HungUp).reason is EndReason.PASSED
        until = time.monotonic() + 5
        while not any(name.startswith("PJSIP/901-") for name in here.channels()):
            assert time.monotonic() < until, "nobody answered"
            time.sleep(0.02)
        assert desk.heard.nothing()
