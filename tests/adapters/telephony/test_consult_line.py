"""Somebody is asked about a call, over TCP to the process of the simulated exchange."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from kundcenter.domain.lines import (
    CallGone,
    ConsultEnd,
    ConsultEnded,
    Consulting,
    ConsultWrong,
    EndReason,
    HungUp,
    LineAway,
    LineDown,
    Rang,
    ReturnReason,
    Side,
)
from tests.adapters.telephony.switching import (
    BUSY,
    CALLER,
    FAST,
    PERSON,
    REFERENCE,
    SILENT,
    Desk,
    House,
    house,
    phone,
)

pytestmark = pytest.mark.loopback


def eventually(holds: Callable[[], bool], patience: float = 5.0) -> None:
    until = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < until, "it never came to that"
        time.sleep(0.02)


def asked(here: House, number: str = PERSON, *, talk: float | None = None) -> tuple[Desk, str]:
    """A caller waits while the desk talks with somebody."""
    desk = here.desks[0]
    call = here.talk(talk=talk)
    desk.line.consult(call, phone(number), REFERENCE)
    assert desk.heard.next(Consulting) == Consulting(call)
    assert desk.heard.next(Consulting) == Consulting(call, answered=True, side=Side.OTHER)
    return desk, call


def places(here: House) -> dict[str, str]:
    """Where each stands: the conference or bridge of the desk, the caller and the asked one."""
    found = {}
    for channel in here.control.channels():
        name = channel.get("Channel")
        who = "desk" if name.startswith("PJSIP/201-") else None
        who = "caller" if name.startswith("PJSIP/trunk-0") else who
        who = "other" if name.endswith(";1") else who
        if who:
            found[who] = channel.get("BridgeID")
    return found


def hear_each_other(here: House, *who: str) -> bool:
    found = places(here)
    bridges = {found.get(each, "") for each in who}
    alone = [bridge for each, bridge in found.items() if each not in who]
    return len(bridges) == 1 and "" not in bridges and not bridges & set(alone)


def test_the_caller_waits_while_somebody_is_asked_and_is_not_heard() -> None:
    with house("201:1177", options=FAST) as here:
        asked(here)
        assert hear_each_other(here, "desk", "other")
        assert places(here)["caller"] == ""


def test_one_changes_between_the_two_and_lets_all_three_hear_one_another() -> None:
    with house("201:1177", options=FAST) as here:
        desk, call = asked(here)
        desk.line.toggle(call)
        assert desk.heard.next(Consulting).side is Side.CALLER
        eventually(lambda: hear_each_other(here, "desk", "caller"))
        desk.line.toggle(call)
        assert desk.heard.next(Consulting).side is Side.OTHER
        eventually(lambda: hear_each_other(here, "desk", "other"))
        desk.line.join(call)
        assert desk.heard.next(Consulting).side is Side.BOTH
        eventually(lambda: hear_each_other(here, "desk", "other", "caller"))
        desk.line.toggle(call)
        assert desk.heard.next(Consulting).side is Side.OTHER
        eventually(lambda: hear_each_other(here, "desk", "other"))


@pytest.mark.parametrize("turns", [(), ("toggle",), ("join",)], ids=["asked", "caller", "three"])
def test_the_two_are_left_with_each_other_from_wherever_they_stand(turns: tuple[str, ...]) -> None:
    with house("201:1177", options=FAST) as here:
        desk, call = asked(here)
        for turn in turns:
            getattr(desk.line, turn)(call)
            desk.heard.next(Consulting)
        desk.line.complete(call)
        assert desk.heard.next(HungUp) == HungUp(call, EndReason.PASSED)
        eventually(lambda: hear_each_other(here, "caller", "other"))
        assert "desk" not in places(here)
        here.control.ring("0701740606")
        assert desk.lift().number == "0701740606"


def test_completed_before_anybody_lifts_it_is_passed_on_at_once() -> None:
    with house("201:1177", "202:vaxel") as here:
        first, second = here.desks
        call = here.talk()
        first.line.consult(call, phone("202"), REFERENCE)
        first.heard.next(Consulting)
        second.heard.next(Rang)
        first.line.complete(call)
        assert first.heard.next(HungUp).reason is EndReason.PASSED
        rang = second.lift()
        assert (rang.number, rang.reference) == (CALLER, REFERENCE)


def test_who_was_asked_is_let_go_and_the_caller_is_back() -> None:
    with house("201:1177", options=FAST) as here:
        desk, call = asked(here)
        desk.line.drop(call)
        assert desk.heard.next(ConsultEnded) == ConsultEnded(call, ConsultEnd.DROPPED)
        eventually(lambda: hear_each_other(here, "desk", "caller"))
        assert "other" not in places(here)
        assert desk.heard.nothing()


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (BUSY, ConsultEnd.BUSY),
        (SILENT, ConsultEnd.NO_ANSWER),
        ("3200", ConsultEnd.REFUSED),
    ],
)
def test_who_cannot_be_reached_is_told_with_the_reason(number: str, reason: ConsultEnd) -> None:
    with house("201:1177", options=(*FAST, "--answers", "3200:none")) as here:
        (desk,) = here.desks
        call = here.talk()
        desk.line.consult(call, phone(number))
        desk.heard.next(Consulting)
        assert desk.heard.next(ConsultEnded) == ConsultEnded(call, reason)
        eventually(lambda: hear_each_other(here, "desk", "caller"))


def test_who_was_asked_may_hang_up_and_another_is_asked() -> None:
    with house("201:1177", options=FAST) as here:
        desk, call = asked(here)
        for channel in here.channels():
            if channel.endswith(";1"):
                here.control.act("Hangup", ("Channel", channel))
        assert desk.heard.next(ConsultEnded) == ConsultEnded(call, ConsultEnd.HUNG_UP)
        desk.line.consult(call, phone("3114"), REFERENCE)
        desk.heard.next(Consulting)
        assert desk.heard.next(Consulting).answered
        desk.line.complete(call)
        assert desk.heard.next(HungUp).reason is EndReason.PASSED
        eventually(lambda: hear_each_other(here, "caller", "other"))


def test_only_one_at_a_time_is_asked_and_nothing_is_done_with_nobody() -> None:
    with house("201:1177", options=FAST) as here:
        desk, call = asked(here)
        with pytest.raises(ConsultWrong):
            desk.line.consult(call, phone("3114"))
        desk.line.drop(call)
        desk.heard.next(ConsultEnded)
        for act in (desk.line.toggle, desk.line.join, desk.line.complete, desk.line.drop):
            with pytest.raises(ConsultWrong):
                act(call)


def test_while_it_rings_there_is_nobody_to_hear() -> None:
    with house("201:1177") as here:
        (desk,) = here.desks
        call = here.talk()
        desk.line.consult(call, phone(SILENT))
        desk.heard.next(Consulting)
        for act in (desk.line.toggle, desk.line.join):
            with pytest.raises(ConsultWrong):
                act(call)
        desk.line.drop(call)
        assert desk.heard.next(ConsultEnded).reason is ConsultEnd.DROPPED


def test_a_caller_who_hangs_up_meanwhile_ends_it_all() -> None:
    with house("201:1177", options=FAST) as here:
        desk, call = asked(here)
        here.control.act("Hangup", ("Channel", call))
        assert desk.heard.next(HungUp) == HungUp(call, EndReason.CALLER)
        eventually(lambda: here.channels() == [])
        with pytest.raises(CallGone):
            desk.line.transfer(call, phone(PERSON))


def test_after_it_the_call_ends_as_any_other() -> None:
    with house("201:1177", options=FAST) as here:
        desk, call = asked(here)
        desk.line.drop(call)
        desk.heard.next(ConsultEnded)
        desk.line.hang_up(call)
        assert desk.heard.next(HungUp).reason is EndReason.OPERATOR
        eventually(lambda: here.channels() == [])


def test_after_it_the_caller_may_be_passed_on_and_our_telephone_is_let_go() -> None:
    with house("201:1177", options=FAST) as here:
        desk, call = asked(here)
        desk.line.drop(call)
        desk.heard.next(ConsultEnded)
        desk.line.transfer(call, phone("3114"))
        assert desk.heard.next(HungUp).reason is EndReason.PASSED
        eventually(lambda: "desk" not in places(here))


def test_in_the_middle_of_it_the_caller_may_be_passed_on_elsewhere() -> None:
    with house("201:1177", options=FAST) as here:
        desk, call = asked(here)
        desk.line.transfer(call, phone("3114"))
        assert desk.heard.next(HungUp).reason is EndReason.PASSED
        eventually(lambda: set(places(here)) == {"caller"})


def test_a_handset_laid_down_leaves_the_two_with_each_other() -> None:
    with house("201:1177", options=FAST) as here:
        desk, call = asked(here)
        desk.line.hang_up(call)
        assert desk.heard.next(HungUp).reason is EndReason.PASSED
        eventually(lambda: hear_each_other(here, "caller", "other"))


def test_a_handset_laid_down_too_early_brings_the_caller_back() -> None:
    with house("201:1177") as here:
        (desk,) = here.desks
        call = here.talk()
        desk.line.consult(call, phone(SILENT), REFERENCE)
        desk.heard.next(Consulting)
        desk.line.hang_up(call)
        assert desk.heard.next(HungUp).reason is EndReason.OPERATOR
        back = desk.lift()
        assert (back.line_call, back.reference) == (call, REFERENCE)
        assert back.returned is ReturnReason.NO_ANSWER


def test_a_colleague_who_is_asked_sees_who_asks_and_the_reference() -> None:
    with house("201:1177", "202:vaxel") as here:
        first, second = here.desks
        call = here.talk()
        first.line.consult(call, phone("202"), REFERENCE)
        first.heard.next(Consulting)
        rang = second.lift()
        assert (rang.number, rang.reference, rang.returned) == ("201", REFERENCE, None)
        assert rang.line_call != call
        assert first.heard.next(Consulting).answered
        first.line.complete(call)
        assert first.heard.next(HungUp).reason is EndReason.PASSED
        assert second.heard.nothing()
        second.line.hang_up(rang.line_call)
        assert second.heard.next(HungUp).reason is EndReason.OPERATOR
        eventually(lambda: here.channels() == [])


def test_a_colleague_who_is_asked_may_say_no() -> None:
    with house("201:1177", "202:vaxel") as here:
        first, second = here.desks
        call = here.talk()
        first.line.consult(call, phone("202"))
        first.heard.next(Consulting)
        rang = second.heard.next(Rang)
        second.line.hang_up(rang.line_call)
        assert second.heard.next(HungUp).reason is EndReason.OPERATOR
        assert first.heard.next(ConsultEnded).line_call == call
        eventually(lambda: hear_each_other(here, "desk", "caller"))


def test_an_exchange_that_dies_in_the_middle_is_told_and_no_act_hangs() -> None:
    with house("201:1177", options=FAST) as here:
        desk, call = asked(here)
        here.exchange.kill()
        desk.heard.next(LineDown)
        assert not desk.line.passes_on
        began = time.monotonic()
        with pytest.raises(LineAway):
            desk.line.complete(call)
        assert time.monotonic() - began < 1.0


def test_nothing_else_is_told_of_the_call_meanwhile() -> None:
    with house("201:1177", options=FAST) as here:
        desk, call = asked(here)
        assert desk.heard.nothing(0.3)
        desk.line.toggle(call)
        desk.heard.next(Consulting)
        assert desk.heard.nothing(0.3)
