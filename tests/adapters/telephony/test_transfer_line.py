"""Calls are passed on at once, over TCP to the process of the simulated exchange."""

from __future__ import annotations

import time

import pytest

from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.adapters.telephony.no_line import NoLine
from kundcenter.domain.lines import (
    CallGone,
    Destination,
    DestinationKind,
    EndReason,
    ExchangeRefused,
    HungUp,
    LineAway,
    LineUp,
    NoTransfers,
    Rang,
    ReturnReason,
)
from tests.adapters.telephony.heard import listening
from tests.adapters.telephony.simulated import QUICK, exchange
from tests.adapters.telephony.switching import (
    BUSY,
    CALLER,
    FAST,
    PERSON,
    REFERENCE,
    SILENT,
    House,
    house,
    phone,
    queue,
)

pytestmark = pytest.mark.loopback


def lifted(here: House, number: str, patience: float = 5.0) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        for channel in here.control.channels():
            if channel.get("Exten") == number and channel.get("ChannelState") == "6":
                return
        time.sleep(0.02)
    raise AssertionError("nobody lifted")


def test_a_caller_is_passed_on_and_our_telephone_is_free_for_the_next() -> None:
    with house("201:1177", options=FAST) as here:
        (desk,) = here.desks
        call = here.talk()
        assert desk.line.passes_on
        desk.line.transfer(call, phone(PERSON), REFERENCE)
        assert desk.heard.next(HungUp) == HungUp(call, EndReason.PASSED)
        lifted(here, PERSON)
        here.control.ring("0701740606")
        assert desk.lift().number == "0701740606"


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (BUSY, ReturnReason.BUSY),
        (SILENT, ReturnReason.NO_ANSWER),
        ("3200", ReturnReason.FAILED),
    ],
)
def test_what_nobody_takes_comes_back_with_its_reference_and_the_reason(
    number: str, reason: ReturnReason
) -> None:
    with house("201:1177", options=(*FAST, "--answers", "3200:none")) as here:
        (desk,) = here.desks
        call = here.talk()
        desk.line.transfer(call, phone(number), REFERENCE)
        assert desk.heard.next(HungUp).reason is EndReason.PASSED
        back = desk.lift()
        assert (back.line_call, back.reference, back.returned) == (call, REFERENCE, reason)
        assert back.number == CALLER


def test_what_comes_back_and_is_not_answered_rings_again_with_the_same_reason() -> None:
    with house("201:1177", options=FAST) as here:
        (desk,) = here.desks
        call = here.talk()
        desk.line.transfer(call, phone(BUSY), REFERENCE)
        desk.heard.next(HungUp)
        for _ in range(2):
            back = desk.heard.next(Rang)
            assert (back.reference, back.returned) == (REFERENCE, ReturnReason.BUSY)
            assert desk.heard.next(HungUp).reason is EndReason.NO_ANSWER
        assert desk.lift().returned is ReturnReason.BUSY


def test_a_colleague_at_another_desk_is_told_the_reference_and_is_no_return() -> None:
    with house("201:1177", "202:vaxel") as here:
        first, second = here.desks
        call = here.talk()
        first.line.transfer(call, phone("202"), REFERENCE)
        assert first.heard.next(HungUp).reason is EndReason.PASSED
        rang = second.lift()
        assert (rang.number, rang.reference, rang.returned) == (CALLER, REFERENCE, None)
        assert first.heard.nothing()


def test_a_queue_rings_its_own_desk_with_the_reference() -> None:
    with house("201:1177", "202:vaxel") as here:
        first, second = here.desks
        call = here.talk()
        first.line.transfer(call, queue("vaxel"), REFERENCE)
        assert first.heard.next(HungUp).reason is EndReason.PASSED
        rang = second.lift()
        assert (rang.queue, rang.reference) == ("vaxel", REFERENCE)


def test_a_second_transfer_does_not_carry_what_the_first_one_did() -> None:
    with house("201:1177", "202:vaxel", options=FAST) as here:
        first, second = here.desks
        call = here.talk()
        first.line.transfer(call, phone(BUSY), REFERENCE)
        assert first.lift().returned is ReturnReason.BUSY
        first.line.transfer(call, phone("202"))
        rang = second.lift()
        assert (rang.reference, rang.returned) == ("", None)


def test_a_desk_that_does_not_answer_gives_the_call_back() -> None:
    with house("201:1177", "202:vaxel", options=FAST) as here:
        first, second = here.desks
        call = here.talk()
        first.line.transfer(call, phone("202"), REFERENCE)
        second.heard.next(Rang)
        assert second.heard.next(HungUp).reason is EndReason.NO_ANSWER
        back = first.lift()
        assert (back.line_call, back.returned) == (call, ReturnReason.NO_ANSWER)


@pytest.mark.parametrize("number", ["1177", "112", "+46701740612"])
def test_short_and_public_numbers_are_dialled_as_they_are(number: str) -> None:
    with house("201:1177", options=FAST) as here:
        (desk,) = here.desks
        desk.line.transfer(here.talk(), phone(number))
        assert desk.heard.next(HungUp).reason is EndReason.PASSED
        lifted(here, number)


def test_a_voicemail_takes_the_caller() -> None:
    with house("201:1177") as here:
        (desk,) = here.desks
        desk.line.transfer(here.talk(), Destination(DestinationKind.VOICEMAIL, "3104"))
        assert desk.heard.next(HungUp).reason is EndReason.PASSED
        listed = [each.get("Exten") for each in here.control.channels()]
        assert "voicemail-3104" in listed


def test_a_caller_who_has_gone_cannot_be_passed_on() -> None:
    with house("201:1177") as here:
        (desk,) = here.desks
        with pytest.raises(CallGone):
            desk.line.transfer("1795307983.99", phone(PERSON))
        call = here.talk()
        here.control.act("Hangup", ("Channel", call))
        assert desk.heard.next(HungUp).reason is EndReason.CALLER
        with pytest.raises(CallGone):
            desk.line.transfer(call, phone(PERSON))


@pytest.mark.parametrize(
    "to",
    [
        phone("070-174"),
        phone("3104\r\nAction: Command"),
        phone(""),
        queue("a b"),
        Destination(DestinationKind.VOICEMAIL, "31/04"),
    ],
    ids=["dash", "line break", "nothing", "space", "slash"],
)
def test_what_no_dial_plan_has_is_not_sent_to_it(to: Destination) -> None:
    with house("201:1177") as here:
        (desk,) = here.desks
        call = here.talk()
        with pytest.raises(ExchangeRefused) as refused:
            desk.line.transfer(call, to)
        assert refused.value.facts["action"] == "transfer"
        desk.line.hang_up(call)
        assert desk.heard.next(HungUp).reason is EndReason.OPERATOR


def test_a_reference_that_is_no_uuid_never_leaves_the_desk() -> None:
    with house("201:1177") as here:
        (desk,) = here.desks
        call = here.talk()
        for name in ("Anna Andersson", "19121212-1212", f"{REFERENCE} "):
            with pytest.raises(ValueError, match="UUID"):
                desk.line.transfer(call, phone(PERSON), name)
        assert desk.heard.nothing()


def test_without_a_context_for_it_nothing_is_passed_on() -> None:
    with exchange() as simulated:
        line = AmiLine(simulated.settings(transfers=""), simulated.secret, pace=QUICK)
        with listening(line) as heard:
            heard.next(LineUp)
            assert not line.passes_on
            with pytest.raises(NoTransfers):
                line.transfer("1.1", phone(PERSON))
            with pytest.raises(NoTransfers):
                line.consult("1.1", phone(PERSON))


def test_without_an_exchange_nothing_is_passed_on_either() -> None:
    line = NoLine()
    assert not line.passes_on
    for act in (line.toggle, line.join, line.complete, line.drop):
        with pytest.raises(LineAway):
            act("1.1")
    with pytest.raises(LineAway):
        line.transfer("1.1", phone(PERSON))
    with pytest.raises(LineAway):
        line.consult("1.1", phone(PERSON))
    line.watch({"201"})
