"""What the desk writes down by itself: who left a queue, who is there, what is away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton

from kundcenter.domain.access import Role
from kundcenter.domain.lines import CallerLeft, DownReason, LineDown, LineUp
from kundcenter.domain.link import LinkState, Phase
from kundcenter.domain.supervision.closures import Switch
from kundcenter.domain.supervision.incidents import IncidentKind
from kundcenter.domain.supervision.queue_calls import Left
from tests.ground import PASSWORD, Ground, rows
from tests.ui.workstation.joined import Joined
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import beside
from ui.link import LinkView
from ui.supervising.following import Following

GONE = CallerLeft("17.1", "1177", timedelta(seconds=75))
DOWN = LineDown(DownReason.UNREACHABLE)


def table(ground: Ground, name: str) -> list[dict[str, Any]]:
    return rows(ground.engine, name)[name]


def kinds(ground: Ground, noun: str) -> list[str]:
    """The verbs of a noun, in order."""
    return [
        each.kind.partition(".")[2]
        for each in ground.operations()
        if each.kind.startswith(f"{noun}.")
    ]


def hurried(seat: Seat) -> Following:
    """What follows, with no time to lose."""
    following = seat.workstation.following
    following.left.delays = (1, 1)
    for each in (following.outages.line, following.outages.centre):
        each.after = timedelta(milliseconds=1)
    return following


# -- callers who left ------------------------------------------------------------------------------


def test_who_left_a_queue_is_written_down(nurse: Seat) -> None:
    hurried(nurse)
    nurse.line.tell(GONE)
    nurse.until(lambda: bool(table(nurse.ground, "queue_calls")), "the caller")
    (row,) = table(nurse.ground, "queue_calls")
    assert (row["line_call"], row["queue"]) == ("17.1", "1177")
    assert row["left_at"] - row["joined_at"] == timedelta(seconds=75)


def test_whom_another_desk_has_noted_is_not_noted_again(nurse: Seat) -> None:
    hurried(nurse)
    other = Left("17.1", "1177", timedelta(seconds=75), ago=timedelta(minutes=1))
    beside(lambda: nurse.ground.desk.queue_calls.note((other,)))
    nurse.line.tell(GONE)
    nurse.line.tell(CallerLeft("17.2", "1177", timedelta(seconds=3)))
    nurse.until(lambda: len(table(nurse.ground, "queue_calls")) == 2, "the other caller")
    nurse.settle()
    assert kinds(nurse.ground, "queue_calls") == ["note", "note"]
    assert len(table(nurse.ground, "queue_calls")) == 2


def test_all_of_a_broken_trunk_are_written_down(nurse: Seat) -> None:
    hurried(nurse)
    for n in range(300):
        nurse.line.tell(replace(GONE, line_call=f"17.{n}"))
    nurse.until(lambda: len(table(nurse.ground, "queue_calls")) == 300, "all callers")


def test_who_was_reached_elsewhere_waits_for_the_call_of_that_desk(nurse: Seat) -> None:
    following = hurried(nurse)
    following.left.delays = (600_000, 600_000)
    assert following.reached.delays[0] >= 60_000  # a call travels over the centre meanwhile
    following.reached.delays = (400, 400)
    nurse.line.tell(replace(GONE, reached=True))
    nurse.let_pass(200)
    nurse.line.tell(CallerLeft("17.2", "1177", timedelta(seconds=3), reached=True))
    nurse.until(lambda: len(table(nurse.ground, "queue_calls")) == 2, "both callers")
    assert all(row["reached"] for row in table(nurse.ground, "queue_calls"))
    noted = nurse.ground.operations()[-1].given.now  # the clock stands but for each look at it
    waited = [noted - row["left_at"] for row in table(nurse.ground, "queue_calls")]
    assert min(waited) >= timedelta(milliseconds=400)  # each has waited, not the first alone


def test_who_left_before_anybody_signed_in_is_written_down_then(seat: Seat) -> None:
    hurried(seat)
    seat.line.tell(GONE)
    seat.let_pass(50)
    assert table(seat.ground, "queue_calls") == []
    seat.sign_in()
    seat.until(lambda: bool(table(seat.ground, "queue_calls")), "the caller")


def test_who_has_no_business_with_calls_keeps_them_for_the_next(seat: Seat) -> None:
    hurried(seat)
    seat.sign_in("reviewer")
    seat.line.tell(GONE)
    seat.let_pass(50)
    seat.settle()
    assert table(seat.ground, "queue_calls") == []
    seat.press("Ctrl+Q")
    seat.see("Logga in")
    seat.sign_in()
    seat.until(lambda: bool(table(seat.ground, "queue_calls")), "the caller")


# -- closed queues ---------------------------------------------------------------------------------


@pytest.fixture
def leader(ground: Ground) -> None:
    def made() -> None:
        ground.desk.sessions.sign_in("admin", PASSWORD)
        ground.operator("lead", Role.SUPERVISOR_NURSE)
        ground.desk.sessions.sign_out()

    beside(made)


def close(seat: Seat, queue: str = "1177") -> Any:
    closures = seat.ground.desk.queue_closures
    changes = beside(lambda: closures.close(queue, "Brandlarm"))
    seat.tasks.announce(changes)
    return changes.of("queue_closure")[-1]


def test_the_exchange_is_told_that_a_queue_is_closed_and_open(leader: None, seat: Seat) -> None:
    seat.line.closes_queues = True
    seat.sign_in("lead")
    seat.settle()
    id = close(seat)
    seat.until(lambda: seat.line.switched == [("1177", True, None)], "the closed queue")
    seat.tasks.announce(beside(lambda: seat.ground.desk.queue_closures.open(id)))
    seat.until(lambda: seat.line.switched[1:] == [("1177", False, None)], "the open queue")


def test_what_was_closed_while_the_line_was_away_is_told_when_it_is_back(
    leader: None, seat: Seat
) -> None:
    seat.sign_in("lead")
    seat.settle()
    close(seat)
    seat.settle()
    assert seat.line.switched == []
    seat.line.closes_queues = True
    seat.line.tell(LineUp())
    seat.until(lambda: seat.line.switched == [("1177", True, None)], "the closed queue")
    seat.line.tell(LineUp())  # and told again to an exchange that may have forgotten it
    seat.until(lambda: len(seat.line.switched) == 2, "the closed queue again")
    assert seat.line.switched[0] == seat.line.switched[1]


def test_a_nurse_who_sits_down_tells_what_is_closed(leader: None, seat: Seat) -> None:
    seat.line.closes_queues = True
    seat.sign_in("lead")
    seat.line.closes_queues = False
    close(seat)
    seat.press("Ctrl+Q")
    seat.see("Logga in")
    seat.line.closes_queues = True
    seat.sign_in("nurse")
    seat.until(lambda: seat.line.switched == [("1177", True, None)], "the closed queue")


def test_an_order_that_is_no_more_lets_the_queue_open(leader: None, seat: Seat) -> None:
    """The centre has turned it away, and this desk had told the exchange of it."""
    seat.line.closes_queues = True
    seat.sign_in("lead")
    switch = seat.workstation.following.switch
    switch._show((Switch("vaxel", True),))  # as it was before the order was undone
    seat.until(lambda: seat.line.switched == [("vaxel", True, None)], "the closed queue")
    id = close(seat)
    seat.until(lambda: len(seat.line.switched) == 3, "both")
    assert seat.line.switched[1:] == [("1177", True, None), ("vaxel", False, None)]
    assert id


# -- presence --------------------------------------------------------------------------------------


def test_signing_in_and_out_is_presence(nurse: Seat) -> None:
    nurse.settle()
    (here,) = table(nurse.ground, "presences")
    assert (here["kind"], here["ends_at"]) == ("INLOGGAD", None)
    nurse.press("Ctrl+Q")
    nurse.see("Logga in")
    nurse.settle()
    (over,) = table(nurse.ground, "presences")
    assert over["ends_at"] is not None


def test_the_pause_key_is_one_stroke_and_its_kind_may_be_said_then(nurse: Seat) -> None:
    nurse.press("Ctrl+F5")
    nurse.see("Pausen är antecknad.")
    pause = table(nurse.ground, "presences")[-1]
    assert (pause["kind"], pause["why"], pause["ends_at"]) == ("PAUS", "PAUS", None)
    (button,) = [
        each
        for each in nurse.window.findChildren(QAbstractButton)
        if each.text() == "Lunchrast eller annat"
    ]
    button.click()
    nurse.see("Vad var pausen?")
    nurse.press("1")
    nurse.see("Pausen är antecknad som lunchrast.")
    nurse.press("Ctrl+F5")
    nurse.until(lambda: table(nurse.ground, "presences")[-1]["ends_at"] is not None, "the end")
    assert table(nurse.ground, "presences")[-1]["why"] == "RAST"


def test_who_ends_the_program_has_left(nurse: Seat) -> None:
    nurse.press("Ctrl+F5")
    nurse.see("Pausen är antecknad.")
    nurse.window.may_close = lambda: True
    nurse.window.close()
    nurse.settle()
    assert all(each["ends_at"] is not None for each in table(nurse.ground, "presences"))
    assert len(table(nurse.ground, "presences")) == 2


def test_a_sign_of_life_is_given_now_and_then(nurse: Seat) -> None:
    nurse.settle()
    (before,) = table(nurse.ground, "presences")
    nurse.ground.clock.pass_time(minutes=10)
    nurse.workstation.following.presence._signs.timeout.emit()
    nurse.settle()
    (after,) = table(nurse.ground, "presences")
    assert after["seen_at"] - before["seen_at"] > timedelta(minutes=9)
    assert nurse.workstation.following.presence._signs.isActive()


def test_a_desk_that_stands_locked_for_long_gives_no_sign(nurse: Seat) -> None:
    presence = nurse.workstation.following.presence
    nurse.press("Ctrl+L")
    nurse.see("Lås upp")
    signs = kinds(nurse.ground, "presences")
    presence._signs.timeout.emit()  # a short absence is no absence
    nurse.settle()
    assert kinds(nurse.ground, "presences") == [*signs, "seen"]
    presence.locked_for = timedelta(milliseconds=1)
    nurse.let_pass(5)
    presence._signs.timeout.emit()
    nurse.settle()
    assert kinds(nurse.ground, "presences") == [*signs, "seen"]
    nurse.ground.clock.pass_time(hours=9)
    nurse.write(PASSWORD)
    nurse.press("Return")
    nurse.see_no_more("Lås upp")
    nurse.until(lambda: len(table(nurse.ground, "presences")) == 2, "a new presence")
    gone, here = table(nurse.ground, "presences")
    assert gone["ends_at"] == gone["seen_at"]
    assert here["ends_at"] is None


# -- what is away ----------------------------------------------------------------------------------


def test_a_line_that_is_away_for_long_is_noted_once_and_ended(nurse: Seat) -> None:
    hurried(nurse)
    nurse.line.tell(DOWN)
    nurse.line.tell(LineDown(DownReason.SILENT))
    nurse.until(lambda: bool(table(nurse.ground, "incidents")), "the incident")
    (row,) = table(nurse.ground, "incidents")
    assert (row["kind"], row["automatic"], row["ends_at"]) == ("TELEFONI", True, None)
    nurse.line.tell(LineUp())
    nurse.until(lambda: table(nurse.ground, "incidents")[0]["ends_at"] is not None, "its end")
    nurse.settle()
    assert kinds(nurse.ground, "incidents") == ["notice", "cease"]


def test_a_short_break_of_the_line_is_no_incident(nurse: Seat) -> None:
    nurse.line.tell(DOWN)
    nurse.line.tell(LineUp())
    nurse.settle()
    assert table(nurse.ground, "incidents") == []


def test_what_was_away_before_anybody_sat_down_is_noted_then(seat: Seat) -> None:
    hurried(seat)
    seat.line.tell(DOWN)
    seat.let_pass(20)
    seat.sign_in()
    seat.until(lambda: bool(table(seat.ground, "incidents")), "the incident")
    seat.press("Ctrl+Q")
    seat.see("Logga in")
    seat.line.tell(LineUp())
    seat.line.tell(DOWN)
    seat.let_pass(20)
    seat.line.tell(LineUp())
    seat.settle()
    assert len(table(seat.ground, "incidents")) == 1
    seat.sign_in()
    seat.until(lambda: len(table(seat.ground, "incidents")) == 2, "the other")
    seat.until(lambda: all(each["ends_at"] for each in table(seat.ground, "incidents")), "the ends")


def test_what_was_noted_before_the_power_went_is_ended_when_the_line_is_there(
    ground: Ground, tmp_path: Any, qtbot: Any
) -> None:
    def killed() -> None:
        ground.desk.sessions.sign_in("nurse", PASSWORD)
        ground.desk.incidents.notice(IncidentKind.LINE, timedelta(minutes=2))
        ground.desk.seat.leave()

    beside(killed)
    seat = Seat(ground, tmp_path)
    try:
        seat.sign_in()
        seat.until(lambda: table(ground, "incidents")[0]["ends_at"] is not None, "its end")
    finally:
        seat.leave()


def test_a_centre_that_is_away_for_long_is_noted(
    joined: Joined, view: LinkView, sit: Callable[..., Seat]
) -> None:
    seat = sit()
    hurried(seat)
    view.tell(LinkState(phase=Phase.AWAY))
    seat.until(lambda: bool(table(joined.ground, "incidents")), "the incident")
    view.tell(LinkState(phase=Phase.JOINED))
    seat.until(lambda: table(joined.ground, "incidents")[0]["ends_at"] is not None, "its end")
    (row,) = table(joined.ground, "incidents")
    assert row["kind"] == "CENTRALEN"


# -- when the next call may come -------------------------------------------------------------------


def test_who_closes_the_card_is_ready_then_and_the_call_says_so(nurse: Seat) -> None:
    """The figures of wrap-up rest on it (DOMAIN §13.1)."""
    nurse.take_call()
    nurse.press("Ctrl+Shift+L")
    nurse.see("Efterarbete")
    nurse.until(lambda: nurse.line.paused, "the exchange told to wait")
    (call,) = nurse.workstation.in_hand.calls
    nurse.ground.clock.pass_time(seconds=40)
    nurse.tasks.announce(beside(lambda: nurse.ground.desk.calls.close(call.id, "INFO")))
    nurse.until(lambda: not nurse.line.paused, "the exchange told to go on")
    (row,) = table(nurse.ground, "calls")
    assert row["wrap_up_until"] == row["closed_at"]
    assert timedelta(seconds=40) <= row["closed_at"] - row["ended_at"] < timedelta(seconds=60)
