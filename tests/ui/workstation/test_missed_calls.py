"""Missed calls at the window: told in the rail, rung back, marked, and made a case, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kundcenter.domain.calls import CallState
from kundcenter.domain.lines import EndReason, HungUp, Rang
from tests.ground import NUMBER
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_stretch import cut
from ui.dialling import NumberShown
from ui.dialogs.case_intake import CaseIntakeDialog
from ui.panels.log import LogList, LogPage

OTHER = "+46406280477"


@pytest.fixture
def page(nurse: Seat) -> LogPage:
    found = nurse.workstation.pages["log"]
    assert isinstance(found, LogPage)
    return found


def miss(seat: Seat, number: str | None = NUMBER, why: EndReason = EndReason.ABANDONED) -> None:
    line_call = seat.line.ring(number)
    seat.see("Ringer")
    seat.line.gives_up(line_call, why)
    seat.until(lambda: seat.workstation.in_hand.ringing is None, "nobody rings")


def counted(seat: Seat, count: int) -> None:
    button = seat.window.rail.button("log")
    seat.until(lambda: button.count == count, f"{count} missed calls in the rail")


def test_missed_calls_are_counted_in_the_rail_from_any_page(nurse: Seat) -> None:
    counted(nurse, 0)
    miss(nurse)
    counted(nurse, 1)
    assert "1 missade samtal" in nurse.window.rail.button("log").accessibleDescription()
    miss(nurse, OTHER, EndReason.NO_ANSWER)
    counted(nurse, 2)


def test_an_answered_call_is_not_missed(nurse: Seat) -> None:
    nurse.take_call()
    nurse.let_pass(400)
    nurse.settle()
    counted(nurse, 0)


def test_what_was_missed_before_is_counted_when_one_sits_down(seat: Seat) -> None:
    seat.sign_in("nurse")
    miss(seat)
    counted(seat, 1)
    seat.press("Ctrl+Q")
    seat.see("Logga in")
    assert seat.window.rail.button("log").count == 0
    seat.sign_in("switch")
    counted(seat, 1)


def test_one_is_marked_by_a_key_and_tells_who_and_when(nurse: Seat, page: LogPage) -> None:
    miss(nurse)
    miss(nurse, OTHER)
    nurse.press("Ctrl+2", "Ctrl+J")
    nurse.see("040-628 04 77", "070-174 06 05", "Missat")
    assert page.listing is LogList.MISSED
    nurse.press("Alt+1")
    nurse.see("Samtalet är markerat som hanterat.")
    nurse.see_no_more("040-628 04 77")
    counted(nurse, 1)
    nurse.press("Ctrl+Shift+J")
    name = asked(nurse, lambda desk: desk.operators.me()).name
    nurse.see("040-628 04 77", name, "Missat")


def test_all_are_marked_by_one_key_and_never_unseen(nurse: Seat, page: LogPage) -> None:
    for number in (NUMBER, OTHER, None):
        miss(nurse, number)
    nurse.press("Ctrl+2")
    nurse.see("Ledde till")
    nurse.press("Ctrl+Shift+D")
    assert page.listing is LogList.MISSED
    counted(nurse, 3)
    nurse.press("Ctrl+Shift+D")
    nurse.see("3 samtal är markerade som hanterade.", "Inga missade samtal")
    counted(nurse, 0)
    calls = asked(nurse, lambda desk: desk.calls.latest())
    assert all(each.handled_at for each in calls if each.state is CallState.ABANDONED)


def test_only_what_a_search_leaves_in_sight_is_marked(nurse: Seat) -> None:
    miss(nurse)
    miss(nurse, OTHER)
    nurse.press("Ctrl+2", "Ctrl+J", "Ctrl+F")
    nurse.write("040 628")
    nurse.see_no_more("070-174 06 05")
    nurse.press("Ctrl+Shift+D")
    nurse.see("Samtalet är markerat som hanterat.")
    counted(nurse, 1)


def test_a_caller_who_rang_on_is_one_and_is_marked_whole(nurse: Seat, page: LogPage) -> None:
    miss(nurse, why=EndReason.NO_ANSWER)
    line_call = asked(nurse, lambda desk: desk.calls.latest())[0].line_call
    assert line_call is not None
    nurse.line.tell(Rang(line_call, number=NUMBER, called="1177"))
    nurse.see("Ringer")
    nurse.line.tell(HungUp(line_call, EndReason.ABANDONED))
    counted(nurse, 1)
    nurse.press("Ctrl+2", "Ctrl+J", "Alt+1")
    counted(nurse, 0)
    assert len(asked(nurse, lambda desk: desk.calls.latest())) == 2
    assert asked(nurse, lambda desk: desk.calls.missed()) == ()


def test_enter_and_its_key_ring_a_missed_caller_back(nurse: Seat) -> None:
    nurse.line.rings_out = True
    miss(nurse)
    nurse.press("Ctrl+2", "Ctrl+J", "Return")
    nurse.see("Numret rings upp. Lyft luren när telefonen ringer.")
    nurse.press("Ctrl+G")
    nurse.until(lambda: nurse.line.rung_out == [NUMBER, NUMBER], "rung twice")


def test_where_nobody_is_rung_up_the_number_is_shown_large(nurse: Seat) -> None:
    miss(nurse)
    nurse.press("Ctrl+2", "Ctrl+J", "Ctrl+G")
    nurse.see("Nummer att ringa", "Slå numret på telefonen.")
    dialog = nurse.window.findChild(NumberShown)
    assert dialog is not None and dialog.number.text() == "070-174 06 05"
    assert QApplication.clipboard().text() == NUMBER
    nurse.press("Return")
    nurse.see_no_more("Nummer att ringa")


def test_a_withheld_number_cannot_be_rung_back(nurse: Seat, page: LogPage) -> None:
    nurse.line.rings_out = True
    miss(nurse, None)
    nurse.press("Ctrl+2", "Ctrl+J")
    nurse.see("Dolt nummer")
    assert not page.ring.isEnabled()
    nurse.press("Ctrl+G", "Return")
    assert nurse.line.rung_out == []


def test_a_case_is_taken_in_about_a_call_out_of_the_log(nurse: Seat) -> None:
    miss(nurse)
    nurse.press("Ctrl+2", "Ctrl+J", "Ctrl+B")
    nurse.until(lambda: nurse.window.findChild(CaseIntakeDialog) is not None, "the form")
    dialog = nurse.window.findChild(CaseIntakeDialog)
    assert dialog is not None
    call = asked(nurse, lambda desk: desk.calls.latest())[0]
    assert dialog._about.call_id == call.id
    nurse.see("070-174 06 05")


def test_nothing_of_it_is_cut_at_the_smallest_screen(nurse: Seat) -> None:
    miss(nurse)
    nurse.press("Ctrl+2")
    nurse.see("Missat", "Markera alla hanterade")
    assert cut(nurse) == []
