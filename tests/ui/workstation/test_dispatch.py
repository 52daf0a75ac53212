"""The page of the switchboard: a name, Enter, and the caller is there."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from kundcenter.domain.lines import (
    Destination,
    DestinationKind,
    PhoneState,
    QueueLoad,
    ReturnReason,
)
from kundcenter.domain.switchboard.transfers import Transfer, TransferHow, TransferState
from tests.ui.workstation.dispatching import (
    HIDDEN_NUMBER,
    furnish_board,
    sit_at_switchboard,
    take,
    tell_lines,
    tell_queues,
    write_name,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import beside, picture

PHONE = DestinationKind.PHONE


def sent(seat: Seat) -> list[Destination]:
    return [to for _, to, _ in seat.line.passed]


def test_a_name_and_enter_pass_the_caller_on_and_the_call_is_put_away(seat: Seat) -> None:
    furnish_board(seat.ground)
    page = sit_at_switchboard(seat)
    line_call = take(seat)
    assert isinstance(seat.focus(), QLineEdit)
    write_name(seat, "testlund bo")
    picture(seat, "dispatch")
    seat.press("Return")
    seat.see("Kopplat till Bo Testlund.")
    assert seat.line.passed[0][:2] == (line_call, Destination(PHONE, "3102"))
    assert page.list.text == ""
    seat.until(lambda: not seat.workstation.in_hand.calls, "the call put away")
    kinds = [each.kind for each in seat.ground.operations()][-5:]
    assert kinds == [
        "transfers.begin", "calls.end", "transfers.end", "calls.open_part", "calls.close"
    ]  # fmt: skip


def test_what_came_of_one_call_is_not_said_of_the_next(seat: Seat) -> None:
    furnish_board(seat.ground)
    page = sit_at_switchboard(seat)
    take(seat)
    write_name(seat, "testlund bo")
    seat.press("Return")
    seat.see("Kopplat till Bo Testlund.")
    seat.until(lambda: not seat.workstation.in_hand.calls, "the call put away")
    take(seat)
    assert page.ribbon.words == "Samtal: 070-174 06 05"


def test_a_queue_is_found_by_the_name_that_it_has_on_the_screen(seat: Seat) -> None:
    furnish_board(seat.ground)
    page = sit_at_switchboard(seat)
    tell_queues(seat, QueueLoad("service", 0, timedelta(), 2, 3))
    seat.see("Servicedisken")
    take(seat)
    write_name(seat, "servicedisk")
    seat.see("Servicedisken", "2 av 3 lediga")
    seat.press("Return")
    seat.until(lambda: sent(seat) == [Destination(DestinationKind.QUEUE, "service")], "passed on")
    seat.until(lambda: page.list.text == "", "the next name")
    assert page.list.table.currentIndex().row() == 0


def test_somebody_away_is_told_before_and_the_same_key_again_is_meant(seat: Seat) -> None:
    furnish_board(seat.ground)
    sit_at_switchboard(seat)
    take(seat)
    write_name(seat, "anna test")
    seat.see("Möte, åter 10:00")
    seat.press("Return")
    seat.see("Möte, åter 10:00. Samma tangent igen kopplar ändå.")
    assert sent(seat) == []
    picture(seat, "dispatch-doubt")
    seat.press("Return")
    seat.see("Kopplat till Anna Testsson.")
    assert sent(seat) == [Destination(PHONE, "3101")]


def test_who_stands_in_is_one_key_away(seat: Seat) -> None:
    furnish_board(seat.ground)
    sit_at_switchboard(seat)
    take(seat)
    write_name(seat, "anna")
    seat.press("Return", "Ctrl+D")
    seat.see("Bo Testlund")
    seat.press("Return")
    seat.see("Kopplat till Bo Testlund.")
    assert sent(seat) == [Destination(PHONE, "3102")]


def test_why_somebody_is_away_is_not_told_of_an_illness(seat: Seat) -> None:
    furnish_board(seat.ground)
    sit_at_switchboard(seat)
    write_name(seat, "cia")
    seat.see("Frånvarande")
    seat.let_pass(150)
    assert "Sjuk" not in seat.reads().replace("Sjukvård", "")


def test_a_busy_line_is_told_and_the_caller_may_wait_for_it(seat: Seat) -> None:
    furnish_board(seat.ground)
    page = sit_at_switchboard(seat)
    take(seat)
    write_name(seat, "bo testlund")
    tell_lines(seat, x3102=PhoneState.BUSY)
    seat.see("Upptagen")
    seat.press("Return")
    seat.see("Upptagen. Samma tangent igen kopplar ändå.")
    seat.press("Ctrl+Return")
    seat.see("Inringaren väntar på Bo Testlund", "Parkerat")
    assert sent(seat) == []
    assert "3102" in seat.line.watched
    write_name(seat, "cia")  # something else meanwhile: its rows are watched, and his line too
    seat.let_pass(150)
    assert "3102" in seat.line.watched
    tell_lines(seat, x3102=PhoneState.FREE)
    seat.see("Nu ledig: Bo Testlund")
    picture(seat, "dispatch-free")
    seat.press("Esc", "Return")
    seat.see("Kopplat till Bo Testlund.")
    assert sent(seat) == [Destination(PHONE, "3102")]
    assert page.passing.waiting == ()


def test_a_caller_who_waits_may_be_taken_back(seat: Seat) -> None:
    furnish_board(seat.ground)
    page = sit_at_switchboard(seat)
    take(seat)
    write_name(seat, "bo testlund")
    tell_lines(seat, x3102=PhoneState.BUSY)
    seat.press("Ctrl+Return")
    seat.see("Inringaren väntar på Bo Testlund")
    seat.press("Alt+4")
    seat.see("I samtal")
    assert page.passing.waiting == ()
    (told,) = transfers(seat)
    assert (told.state, told.draft.how) == (TransferState.DROPPED, TransferHow.WAITING)


def transfers(seat: Seat) -> tuple[Transfer, ...]:
    """All of the last call, as the operator sees them."""
    desk = seat.ground.desk
    return beside(lambda: desk.transfers.of_call(desk.calls.latest(1)[0].id))


def test_what_comes_back_says_why_and_whoever_it_was_for_is_chosen_again(seat: Seat) -> None:
    furnish_board(seat.ground)
    page = sit_at_switchboard(seat)
    line_call = take(seat)
    seat.press("Ctrl+T")
    seat.write("Gäller intyget")
    seat.press("Return")
    write_name(seat, "bo testlund")
    seat.see("Följer med: Gäller intyget")
    seat.press("Return")
    seat.see("Kopplat till Bo Testlund.")
    (_, _, reference) = seat.line.passed[0]
    write_name(seat, "cia")  # the next name is being written
    seat.line.comes_back(line_call, reference, ReturnReason.BUSY)
    seat.see("Kommer tillbaka från Bo Testlund: upptaget", "Gäller intyget")
    assert page.list.text == "cia"
    seat.press("Esc")
    seat.let_pass(410)
    seat.press("Ctrl+Shift+S")
    seat.see("Kom tillbaka från Bo Testlund: upptaget", "Följer med: Gäller intyget")
    seat.until(lambda: page.list.text == "Bo Testlund", "the row again")
    picture(seat, "dispatch-back")
    tell = seat.ground.desk.transfers
    (told,) = beside(lambda: (tell.arriving(reference),))
    assert told is not None
    assert (told.state, told.returned) == (TransferState.RETURNED, ReturnReason.BUSY)
    seat.press("Return")
    seat.until(lambda: len(seat.line.passed) == 2, "passed on again")


def test_a_hidden_number_is_dialled_and_nowhere_to_be_seen(seat: Seat) -> None:
    furnish_board(seat.ground)
    page = sit_at_switchboard(seat)
    take(seat)
    write_name(seat, "doris")
    seat.let_pass(150)
    seat.see("Dolt nummer: kopplas, men lämnas inte ut")
    seen = seat.reads()
    assert "06 32" not in seen
    assert "0632" not in seen.replace(" ", "")
    write_name(seat, "")
    seat.press("Return")
    seat.see("Kopplat till Doris Testgren.")
    assert sent(seat) == [Destination(PHONE, HIDDEN_NUMBER)]
    assert not page._board.find("0701740632")


def test_without_a_caller_a_hidden_number_is_not_shown_to_be_dialled_by_hand(seat: Seat) -> None:
    furnish_board(seat.ground)
    sit_at_switchboard(seat)
    write_name(seat, "doris")
    seat.press("Return")
    seat.see("Numret är dolt")
    assert "06 32" not in seat.reads()


def test_without_a_caller_enter_rings_the_number_up(seat: Seat) -> None:
    furnish_board(seat.ground)
    seat.line.rings_out = True
    sit_at_switchboard(seat)
    write_name(seat, "biståndskontoret")
    seat.press("Return")
    seat.until(lambda: seat.line.rung_out == ["+46701740633"], "rung up")


def test_a_number_that_is_written_is_passed_on_to(seat: Seat) -> None:
    furnish_board(seat.ground)
    sit_at_switchboard(seat)
    take(seat)
    write_name(seat, "08-465 004 10")
    seat.see("Skrivet nummer")
    seat.press("Return")
    seat.until(lambda: sent(seat) == [Destination(PHONE, "+46846500410")], "passed on")


def test_who_is_on_call_is_found_by_the_function(seat: Seat) -> None:
    furnish_board(seat.ground)
    sit_at_switchboard(seat)
    take(seat)
    write_name(seat, "medicinjour")
    seat.let_pass(150)
    seat.see("Jour till 16:00", "Ring i den här ordningen", "1. Test Jour, till 16:00")
    picture(seat, "dispatch-duty")
    seat.press("Return")
    seat.until(lambda: sent(seat) == [Destination(PHONE, "+46701740634")], "passed on")


def test_somebody_without_a_number_gets_no_call(seat: Seat) -> None:
    furnish_board(seat.ground)
    sit_at_switchboard(seat)
    take(seat)
    write_name(seat, "erik testman")
    seat.press("Return", "Return")
    seat.see("Den valda har inget nummer.")
    assert sent(seat) == []


def test_the_mailbox_is_one_key_away(seat: Seat) -> None:
    furnish_board(seat.ground)
    sit_at_switchboard(seat)
    take(seat)
    write_name(seat, "bo testlund")
    seat.press("Ctrl+B")
    seat.until(lambda: sent(seat) == [Destination(DestinationKind.VOICEMAIL, "3102")], "passed on")
    seat.see("Kopplat till röstbrevlådan hos Bo Testlund.")


def test_an_exchange_that_passes_nothing_on_says_so_and_the_caller_stays(seat: Seat) -> None:
    furnish_board(seat.ground)
    sit_at_switchboard(seat)
    seat.line.passes_on = False
    take(seat)
    write_name(seat, "bo testlund")
    seat.press("Return")
    seat.see("Växeln kan inte koppla samtal från den här arbetsplatsen.", "I samtal")
    (told,) = transfers(seat)
    assert told.state is TransferState.FAILED


def test_112_by_its_number_opens_the_alarm_for_the_caller(seat: Seat) -> None:
    furnish_board(seat.ground)
    sit_at_switchboard(seat)
    take(seat)
    call = seat.workstation.pages.dispatch.passing.call
    assert call is not None
    write_name(seat, "112")
    seat.press("Return")
    alarm_keeper = seat.workstation.emergency.alarm
    seat.until(lambda: alarm_keeper.screen is not None, "the alarm")
    assert seat.line.passed == []
    (alarm,) = beside(lambda: seat.ground.desk.alarms.of_call(call.id))
    assert alarm.call_id == call.id


def test_112_found_by_a_letter_is_asked_about(seat: Seat) -> None:
    furnish_board(seat.ground)
    page = sit_at_switchboard(seat)
    write_name(seat, "so")
    assert page.chosen is not None
    assert page.chosen.code == "112"
    seat.press("Return")
    seat.see("Samma tangent igen öppnar larmet 112.")
    assert seat.workstation.emergency.alarm.screen is None


def test_a_key_that_is_held_down_passes_on_one_call(seat: Seat) -> None:
    furnish_board(seat.ground)
    page = sit_at_switchboard(seat)
    take(seat)
    write_name(seat, "anna test")
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    for _ in range(5):
        QApplication.sendEvent(page.list.field.edit, held)
    seat.settle()
    assert page.list.field.warning == ""
    assert sent(seat) == []


def test_enter_without_a_word_passes_nobody_on_unless_a_row_was_gone_to(seat: Seat) -> None:
    furnish_board(seat.ground)
    sit_at_switchboard(seat)
    tell_queues(seat, QueueLoad("1177", 0, timedelta(), 1, 1))
    take(seat)
    seat.press("Return", "Return", "Shift+Return", "Ctrl+Return")
    seat.see("Skriv ett namn, eller välj med pilarna.", "I samtal")
    assert sent(seat) == []
    seat.press("Down", "Up", "Return")
    seat.until(lambda: sent(seat) == [Destination(DestinationKind.QUEUE, "1177")], "passed on")


def test_a_message_from_the_page_is_for_whoever_is_chosen(seat: Seat) -> None:
    furnish_board(seat.ground)
    sit_at_switchboard(seat)
    write_name(seat, "bo testlund")
    seat.press("Ctrl+Shift+Ö")
    seat.see("Nytt meddelande", "Bo Testlund")
