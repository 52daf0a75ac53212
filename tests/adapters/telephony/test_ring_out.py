"""A number is rung up from the desk, over TCP to the process of the simulated exchange."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kundcenter.adapters.exchange_simulator.control import Control
from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.adapters.telephony.frames import Frame
from kundcenter.adapters.telephony.no_line import NoLine
from kundcenter.adapters.telephony.outgoing import OutgoingCalls
from kundcenter.domain.lines import (
    Answered,
    ExchangeRefused,
    LineAway,
    LineUp,
    NoOutgoingLine,
    Rang,
)
from kundcenter.domain.phone_numbers import PhoneNumberInvalid
from kundcenter.services.telephone import Telephone
from tests.adapters.telephony.heard import Heard, listening
from tests.adapters.telephony.simulated import QUICK, exchange

pytestmark = pytest.mark.loopback

PATIENT = "+46701740612"
CALLER = "0701740605"


@contextmanager
def desk(outgoing: str = "kundcenter") -> Iterator[tuple[Telephone, Heard, Control, AmiLine]]:
    with exchange() as simulated:
        line = AmiLine(simulated.settings(outgoing=outgoing), simulated.secret, pace=QUICK)
        with listening(line) as heard, simulated.control() as control:
            heard.next(LineUp)
            yield Telephone(line), heard, control, line


def far_end(control: Control, patience: float = 5.0) -> Frame:
    """The channel to whoever is rung, once it is lifted there."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        for channel in control.channels():
            if "trunk" in channel.get("Channel") and channel.get("ChannelState") == "6":
                return channel
        time.sleep(0.02)
    raise AssertionError("nobody was rung")


def test_a_patient_is_rung_our_own_telephone_first_and_no_call_of_ours_rings() -> None:
    with desk() as (telephone, heard, control, _):
        assert telephone.rings_out
        telephone.ring_out("070-174 06 12")
        far = far_end(control)
        assert far.get("CallerIDNum") == PATIENT
        assert [c.get("Exten") for c in control.channels() if "201" in c.get("Channel")] == [
            PATIENT
        ]
        assert heard.nothing(0.3)


def test_the_queues_leave_a_telephone_alone_that_rings_somebody_up() -> None:
    with desk() as (telephone, heard, control, line):
        telephone.ring_out(PATIENT)
        far = far_end(control)
        control.ring(CALLER)
        assert heard.nothing(0.5)
        control.act("Hangup", ("Channel", far.get("Channel")))
        call = heard.next(Rang).line_call
        line.answer(call)
        assert heard.next(Answered).line_call == call


def test_nobody_is_rung_up_in_the_middle_of_a_talk() -> None:
    with desk() as (telephone, heard, control, line):
        control.ring(CALLER)
        line.answer(heard.next(Rang).line_call)
        heard.next(Answered)
        with pytest.raises(ExchangeRefused):
            telephone.ring_out(PATIENT)
        assert not [c for c in control.channels() if PATIENT in c.get("Exten")]


@pytest.mark.parametrize("number", ["112", "*21*0701740612#", "", "0701740612\r\nAction: Hangup"])
def test_what_is_no_public_number_is_not_dialled(number: str) -> None:
    with desk() as (telephone, heard, control, _):
        with pytest.raises(PhoneNumberInvalid):
            telephone.ring_out(number)
        assert not control.channels()
        assert heard.nothing(0.1)


def test_an_exchange_that_is_not_set_up_for_it_says_so_at_once() -> None:
    with desk(outgoing="") as (telephone, _, _, _):
        assert not telephone.rings_out
        with pytest.raises(NoOutgoingLine):
            telephone.ring_out(PATIENT)


def test_without_an_exchange_one_dials_by_hand() -> None:
    telephone = Telephone(NoLine())
    assert not telephone.rings_out
    with pytest.raises(LineAway):
        telephone.ring_out(PATIENT)


def test_only_the_telephone_that_we_asked_for_is_lifted_by_itself() -> None:
    calls = OutgoingCalls("201", "kundcenter")
    calls.begin("kc-out-1", PATIENT)

    def rings(channel: str, id: str) -> Frame:
        fields = (("Event", "Newstate"), ("ChannelState", "5"), ("Channel", channel))
        return Frame((*fields, ("Uniqueid", id)))

    assert calls.rings_us(rings("PJSIP/201-1", "1.1")) is None
    assert calls.rings_us(rings("PJSIP/202-1", "kc-out-1")) is None
    assert calls.rings_us(rings("PJSIP/201-1", "kc-out-1")) == "PJSIP/201-1"
    assert calls.rings_us(rings("PJSIP/201-1", "kc-out-1")) is None
