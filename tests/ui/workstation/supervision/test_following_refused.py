"""What is refused on the way is tried again, and one that cannot be kept takes no others along."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kundcenter.adapters.telephony.frames import FrameReader
from kundcenter.adapters.telephony.leavings import Leavings
from kundcenter.domain.lines import CallerLeft, ExchangeRefused, LineEvent
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.supervision.test_following import close, hurried, leader, table

__all__ = ["leader"]


def told(queue: str, line_call: str) -> LineEvent:
    """What this desk's own reader makes of a caller who gives up."""
    frame = f"Event: QueueCallerAbandon\r\nQueue: q\r\nLinkedid: {line_call}\r\nHoldTime: 9\r\n"
    frame += f"ChanVariable: KUNDCENTER_QUEUE={queue}\r\n\r\n"
    frames = FrameReader().feed(frame.encode())
    (event,) = Leavings("100", ["q"]).received(frames[0], 0.0)
    return event


@pytest.mark.parametrize(
    ("queue", "line_call"), [("1177", "1" * 301), ("q" * 301, "17.1")], ids=["call", "queue"]
)
def test_a_caller_who_cannot_be_kept_is_left_out_alone(
    nurse: Seat, queue: str, line_call: str
) -> None:
    following = hurried(nurse)
    following.left.delays = (200, 200)
    heard: list[object] = []
    following.left.refused.connect(heard.append)
    nurse.line.tell(told(queue, line_call))
    for n in range(20):
        nurse.line.tell(CallerLeft(f"18.{n}", "1177", timedelta(seconds=75)))
    nurse.until(lambda: len(table(nurse.ground, "queue_calls")) == 20, "the others")
    assert heard == []


def test_a_store_that_refuses_gets_them_later_and_it_is_said_once(nurse: Seat) -> None:
    following = hurried(nurse)
    following.left.delays = (20, 20)
    heard: list[object] = []
    following.left.refused.connect(heard.append)
    with nurse.ground.refusing("queue_calls"):
        for n in range(5):
            nurse.line.tell(CallerLeft(f"17.{n}", "1177", timedelta(seconds=75)))
        nurse.until(lambda: bool(heard), "the refusal")
        nurse.let_pass(150)
        nurse.settle()
    nurse.until(lambda: len(table(nurse.ground, "queue_calls")) == 5, "all of them")
    assert len(heard) == 1


@pytest.fixture
def refusing(leader: None, seat: Seat, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lets the exchange refuse, and not."""
    real = seat.line.close_queue

    def refuse(*_: object) -> None:
        raise ExchangeRefused(action="close_queue", why="not_done")

    def switch(on: bool) -> None:
        monkeypatch.setattr(seat.line, "close_queue", refuse if on else real)

    seat.line.closes_queues = True
    seat.sign_in("lead")
    seat.settle()
    return switch


def test_an_exchange_that_refuses_is_told_again_until_it_follows(refusing: Any, seat: Seat) -> None:
    switch = seat.workstation.following.switch
    heard: list[object] = []
    switch.refused.connect(heard.append)
    refusing(True)
    close(seat)
    seat.until(lambda: len(heard) == 1, "the refusal")
    assert switch.again.isActive()
    switch.again.timeout.emit()
    seat.settle()
    seat.until(switch.again.isActive, "another try to come")
    assert len(heard) == 1  # it is said once
    refusing(False)
    switch.again.timeout.emit()
    seat.until(lambda: ("1177", True, None) in seat.line.switched, "the closed queue")
    seat.settle()
    assert not switch.again.isActive()
    refusing(True)
    switch.again.timeout.emit()
    seat.until(lambda: len(heard) == 2, "the next refusal")


def test_the_window_says_that_the_exchange_does_not_follow_as_long(
    refusing: Any, seat: Seat
) -> None:
    keeper = seat.workstation.following.keeper
    refusing(True)
    close(seat)
    seat.until(lambda: keeper.unheeded == frozenset({"1177"}), "that it does not follow")
    seat.press("Ctrl+F11")
    seat.see("Växeln följer inte")
    refusing(False)
    seat.workstation.following.switch.again.timeout.emit()
    seat.until(lambda: keeper.unheeded == frozenset(), "that it follows")
    seat.see_no_more("Växeln följer inte")
