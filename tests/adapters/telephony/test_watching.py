"""What the desk is told of telephones and queues, and what it is not."""

from __future__ import annotations

import queue
import time
from datetime import timedelta

import pytest

from kundcenter.adapters.telephony.frames import Frame, FrameReader
from kundcenter.adapters.telephony.pace import Pace
from kundcenter.adapters.telephony.requests import Requests
from kundcenter.adapters.telephony.watching import MOST_PHONES, MOST_QUEUES, Watching
from kundcenter.domain.lines import PhoneState, PhoneStates, QueueLoad, QueueLoads
from tests.adapters.telephony.switching import CALLER, FAST, Desk, house, phone
from tests.adapters.telephony.told import event


class Looking:
    """A desk that watches, without a socket."""

    def __init__(self, *extensions: str, loads: bool = True) -> None:
        self.now = 10.0
        self.requests = Requests("kc")
        self.watching = Watching(Pace(), loads=loads)
        self.watching.watch(extensions)
        self._reader = FrameReader()

    def tick(self, seconds: float = 1.0, *, in_hand: bool = False) -> list[object]:
        self.now += seconds
        return list(self.watching.ticked(self.now, self.requests, in_hand=in_hand))

    def asked(self) -> dict[str, str]:
        frames = self._reader.feed(self.requests.take_output())
        return {frame.get("Action"): frame.get("ActionID") for frame in frames}

    def begin(self) -> list[object]:
        """All telephones have been listed, and there are none."""
        self.tick()
        assert "DeviceStateList" in self.asked()
        return self.all_told()

    def state(self, device: str, state: str) -> list[object]:
        told = event("DeviceStateChange", Device=device, State=state)
        return list(self.watching.received(told, self.now))

    def all_told(self) -> list[object]:
        return list(self.watching.received(event("DeviceStateListComplete"), self.now))


def states(*pairs: tuple[str, PhoneState]) -> list[object]:
    return [PhoneStates(pairs)]


def test_only_watched_telephones_are_told_and_only_what_is_new() -> None:
    here = Looking("202")
    assert here.begin() == states(("202", PhoneState.UNKNOWN))
    assert here.state("PJSIP/203", "INUSE") == []
    here.tick()
    assert here.state("PJSIP/202", "NOT_INUSE") == states(("202", PhoneState.FREE))
    here.tick()
    assert here.state("PJSIP/202", "NOT_INUSE") == []
    assert here.state("PJSIP/202", "RINGING") == states(("202", PhoneState.RINGING))


def test_a_telephone_watched_later_is_told_from_memory_without_asking_again() -> None:
    here = Looking("202")
    here.begin()
    here.state("PJSIP/203", "INUSE")
    here.watching.watch({"203"})
    assert here.tick() == states(("203", PhoneState.BUSY))
    assert "DeviceStateList" not in here.asked()


def test_a_telephone_that_is_watched_again_is_told_again() -> None:
    here = Looking("202")
    here.begin()
    here.tick()
    assert here.state("PJSIP/202", "INUSE") == states(("202", PhoneState.BUSY))
    here.watching.watch(())
    here.watching.watch({"202"})
    assert here.tick(0.01) == states(("202", PhoneState.BUSY))
    here.watching.watch(())
    assert here.tick() == []
    here.watching.watch({"202"})
    assert here.tick(0.01) == states(("202", PhoneState.BUSY))


def test_many_changes_are_told_together_a_few_times_a_second() -> None:
    here = Looking("202", "203")
    here.begin()
    here.tick()
    told = [here.state("PJSIP/202", "INUSE" if n % 2 else "NOT_INUSE") for n in range(500)]
    assert [each for each in told if each] == [states(("202", PhoneState.FREE))]
    here.state("PJSIP/203", "ONHOLD")
    assert here.tick(0.4) == states(("202", PhoneState.BUSY), ("203", PhoneState.BUSY))


def test_a_telephone_that_the_exchange_does_not_know_is_unknown_once_all_were_told() -> None:
    here = Looking("999")
    assert here.tick() == []
    assert here.all_told() == states(("999", PhoneState.UNKNOWN))


def test_an_exchange_that_never_says_that_these_were_all_is_waited_for_two_seconds() -> None:
    here = Looking("202")
    here.tick()
    assert here.state("PJSIP/202", "INUSE") == []
    assert here.tick(2.5) == states(("202", PhoneState.BUSY))


def test_when_the_connection_goes_nothing_is_known_any_more() -> None:
    here = Looking("202")
    here.begin()
    here.state("PJSIP/202", "INUSE")
    assert here.watching.lost() == states(("202", PhoneState.UNKNOWN))
    here.tick()
    assert "DeviceStateList" in here.asked()


@pytest.mark.parametrize(
    "device",
    ["Local/202@x", "PJSIP/", "PJSIP/2 02", "PJSIP/" + "2" * 40, "Queue:1177", "Custom:202", ""],
)
def test_what_is_no_telephone_is_passed_over(device: str) -> None:
    here = Looking("202", "2 02", "")
    here.begin()
    here.tick()
    assert here.state(device, "INUSE") == []


def test_a_flood_of_telephones_takes_no_more_than_its_room() -> None:
    here = Looking("202")
    for number in range(MOST_PHONES + 500):
        here.watching.received(
            event("DeviceStateChange", Device=f"PJSIP/x{number}", State="INUSE"), here.now
        )
    assert len(here.watching._states) == MOST_PHONES


def summary(asked: str, name: str, **more: str) -> Frame:
    known = {"Callers": "3", "LongestHoldTime": "75", "Available": "1", "LoggedIn": "4"}
    return event("QueueSummary", ActionID=asked, Queue=name, **{**known, **more})


def test_the_queues_are_told_in_numbers_when_somebody_looks() -> None:
    here = Looking()
    assert here.tick() == []
    assert here.asked() == {}
    here.tick(in_hand=True)
    asked = here.asked()["QueueSummary"]
    for name in ("1177", "vaxel"):
        assert here.watching.received(summary(asked, name), here.now) == []
    told = here.watching.received(event("QueueSummaryComplete", ActionID=asked), here.now)
    load = QueueLoad("1177", waiting=3, longest=timedelta(seconds=75), free=1, members=4)
    assert told == [QueueLoads((load, QueueLoad("vaxel", 3, timedelta(seconds=75), 1, 4)))]
    here.tick(4.0, in_hand=True)
    assert here.asked() == {}
    here.tick(1.5, in_hand=True)
    assert "QueueSummary" in here.asked()


def test_senseless_numbers_and_another_desks_answer_are_not_believed() -> None:
    here = Looking("202")
    here.tick()
    asked = here.asked()["QueueSummary"]
    here.watching.received(summary("kc99", "fel"), here.now)
    here.watching.received(summary(asked, "a b"), here.now)
    here.watching.received(summary(asked, "1177", Callers="-1", LongestHoldTime="9" * 40), here.now)
    for number in range(MOST_QUEUES + 10):
        here.watching.received(summary(asked, f"q{number}"), here.now)
    (told,) = here.watching.received(event("QueueSummaryComplete", ActionID=asked), here.now)
    assert isinstance(told, QueueLoads)
    assert told.loads[0] == QueueLoad("1177", 0, timedelta(), 1, 4)
    assert len(told.loads) == MOST_QUEUES


def test_a_desk_that_passes_nothing_on_asks_for_no_queue() -> None:
    here = Looking("202", loads=False)
    here.tick(in_hand=True)
    assert "QueueSummary" not in here.asked()


def until(desk: Desk, extension: str, state: PhoneState) -> None:
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        told = dict(desk.heard.later(PhoneStates).states)
        if told.get(extension) is state:
            return
    raise AssertionError(f"{extension} was never {state}")


@pytest.mark.loopback
def test_a_desk_sees_another_one_ring_and_talk_and_be_free_again() -> None:
    with house("201:1177", "202:vaxel") as here:
        first, second = here.desks
        first.line.watch({"202", "3107", "9999"})
        told = dict(first.heard.later(PhoneStates).states)
        assert told == {
            "202": PhoneState.FREE,
            "3107": PhoneState.BUSY,
            "9999": PhoneState.UNKNOWN,
        }
        here.control.ring(CALLER, queue="vaxel")
        until(first, "202", PhoneState.RINGING)
        call = second.lift().line_call
        until(first, "202", PhoneState.BUSY)
        second.line.hang_up(call)
        until(first, "202", PhoneState.FREE)
        first.line.watch(())
        here.control.ring(CALLER, queue="vaxel")
        second.lift()
        with pytest.raises(queue.Empty):
            first.heard.later(PhoneStates, 0.7)


@pytest.mark.loopback
def test_the_load_of_all_queues_is_told_while_a_call_is_in_hand() -> None:
    with house("201:1177", "202:vaxel", options=FAST) as here:
        first, _ = here.desks
        call = here.talk()
        here.control.ring(CALLER, queue="1177")
        deadline = time.monotonic() + 15
        while True:
            loads = {load.queue: load for load in first.heard.later(QueueLoads, 8.0).loads}
            assert set(loads) == {"1177", "vaxel"}
            if loads["1177"].waiting == 1:
                break
            assert time.monotonic() < deadline
        assert (loads["1177"].members, loads["1177"].free) == (1, 0)
        assert (loads["vaxel"].members, loads["vaxel"].free) == (1, 1)
        first.line.transfer(call, phone("202"))
