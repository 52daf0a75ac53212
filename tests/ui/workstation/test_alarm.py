"""112 on one key: the screen comes whatever else is the matter, and goes without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest

from db.alarms import rows
from kundcenter.domain.alarms import Alarm
from kundcenter.domain.lines import (
    DownReason,
    EmergencyAnswered,
    EmergencyEnded,
    EmergencyFailed,
    EmergencyFailure,
    LineDown,
)
from tests.ui.workstation.seat import Seat
from ui.actions import Action
from ui.alarm_keeper import AlarmKeeper
from ui.keys import keys
from ui.panels.alarm import AlarmNotes, AlarmState, AlarmWho

RING = "RING 112 NU – programmet ringer inte"
DIALS = "Kopplar till 112 …"
ANSWERED = "112 har svarat"
ENDED = "Samtalet med 112 är slut. Bröts det? Ring igen."
KEY = "F12"


@pytest.fixture
def keeper(seat: Seat) -> Iterator[AlarmKeeper]:
    made = seat.workstation.emergency.alarm
    yield made
    if made.screen is not None:
        made.screen.closed.emit()
    seat.settle()


def shout(keeper: AlarmKeeper) -> str:
    assert keeper.screen is not None
    return keeper.screen.shout.sentence


def kept(seat: Seat) -> list[Alarm]:
    """The alarms in the database."""
    seat.settle()
    with seat.ground.engine.connect() as connection:
        return sorted(rows.all(connection, rows.select()), key=lambda alarm: alarm.raised_at)


def test_without_a_line_it_says_at_once_to_ring(seat: Seat, keeper: AlarmKeeper) -> None:
    seat.sign_in()
    seat.press(KEY)
    assert shout(keeper) == RING
    (alarm,) = kept(seat)
    assert alarm.connected_at is None
    assert "kopplat" not in seat.reads().lower()
    assert seat.line.emergencies == []


def test_with_a_line_it_connects_first_and_believes_only_the_exchange(
    seat: Seat, keeper: AlarmKeeper
) -> None:
    seat.sign_in()
    seat.line.reaches_emergency = True
    seat.take_call()
    seat.press(KEY)
    assert shout(keeper) == DIALS
    seat.settle()
    assert seat.line.emergencies == ["line-1"]
    assert shout(keeper) == DIALS
    assert kept(seat)[0].connected_at is None
    seat.line.tell(EmergencyAnswered("line-1"))
    seat.settle()
    assert shout(keeper) == ANSWERED
    assert kept(seat)[0].connected_at is not None
    seat.line.tell(EmergencyEnded("line-1"))
    seat.settle()
    assert shout(keeper) == ENDED


@pytest.mark.parametrize(
    "news",
    [EmergencyFailed(None, reason) for reason in EmergencyFailure] + [LineDown(DownReason.CLOSED)],
)
def test_when_it_fails_it_says_at_once_to_ring(
    seat: Seat, keeper: AlarmKeeper, news: EmergencyFailed | LineDown
) -> None:
    seat.sign_in()
    seat.line.reaches_emergency = True
    seat.press(KEY)
    assert shout(keeper) == DIALS
    seat.line.tell(news)
    seat.settle()
    assert shout(keeper) == RING
    (alarm,) = kept(seat)
    assert alarm.failed_at is not None
    assert alarm.connected_at is None


def test_a_late_answer_is_believed_all_the_same(seat: Seat, keeper: AlarmKeeper) -> None:
    seat.sign_in()
    seat.line.reaches_emergency = True
    seat.press(KEY)
    seat.line.tell(EmergencyFailed(None, EmergencyFailure.NO_ANSWER))
    seat.line.tell(EmergencyAnswered(None))
    seat.settle()
    assert shout(keeper) == ANSWERED


def test_pressed_again_after_a_failure_it_tries_once_more(seat: Seat, keeper: AlarmKeeper) -> None:
    seat.sign_in()
    seat.line.reaches_emergency = True
    seat.press(KEY)
    seat.press(KEY)
    seat.settle()
    assert seat.line.emergencies == [None]
    seat.line.tell(EmergencyFailed(None, EmergencyFailure.BUSY))
    seat.settle()
    seat.press(KEY)
    seat.settle()
    assert seat.line.emergencies == [None, None]
    assert len(kept(seat)) == 1


def cut_off(seat: Seat) -> None:
    """112 has answered, and then the call with it is gone."""
    seat.sign_in()
    seat.line.reaches_emergency = True
    seat.press(KEY)
    seat.settle()
    seat.line.tell(EmergencyAnswered(None))
    seat.line.tell(EmergencyEnded(None))
    seat.settle()


def test_pressed_again_after_the_call_was_cut_off_it_rings_112_again(
    seat: Seat, keeper: AlarmKeeper
) -> None:
    cut_off(seat)
    seat.see(ENDED, "Ring 112 igen")
    seat.press(KEY)
    assert shout(keeper) == DIALS
    seat.settle()
    assert seat.line.emergencies == [None, None]
    seat.line.tell(EmergencyAnswered(None))
    seat.settle()
    assert shout(keeper) == ANSWERED
    assert len(kept(seat)) == 1


def test_cut_off_and_without_a_line_it_says_to_ring(seat: Seat, keeper: AlarmKeeper) -> None:
    cut_off(seat)
    seat.line.reaches_emergency = False
    seat.press(KEY)
    assert shout(keeper) == RING
    seat.press("Ctrl+Shift+A")
    assert shout(keeper) == ANSWERED


def test_what_is_told_to_112_is_ticked_by_own_keys_too(seat: Seat, keeper: AlarmKeeper) -> None:
    seat.sign_in()
    seat.press(KEY)
    assert keeper.screen is not None
    keys().give(Action.ALARM_ITEM_3, "F5")
    seat.press("F5", "Ctrl+3", "Ctrl+1")
    keys().wear({})
    assert set(keeper.screen.notes.ticked) == {
        "Var patienten är",
        "Om patienten är vaken och andas",
    }


def test_the_line_that_says_no_leaves_it_to_the_operator(seat: Seat, keeper: AlarmKeeper) -> None:
    seat.sign_in()
    seat.line.reaches_emergency = True
    seat.press(KEY)
    seat.line.reaches_emergency = False  # between the look and the asking
    seat.settle()
    assert shout(keeper) in {RING, DIALS}
    seat.line.tell(EmergencyFailed(None, EmergencyFailure.REFUSED))
    seat.settle()
    assert shout(keeper) == RING


def test_it_comes_over_the_lock_and_is_kept(seat: Seat, keeper: AlarmKeeper) -> None:
    seat.sign_in()
    seat.press("Ctrl+L")
    seat.see("Skärmen är låst.")
    seat.press(KEY)
    assert shout(keeper) == RING
    assert len(kept(seat)) == 1
    seat.press("Ctrl+Shift+K")
    assert keeper.screen is None
    seat.see("Skärmen är låst.")


def test_it_stays_when_the_desk_locks_itself(seat: Seat, keeper: AlarmKeeper) -> None:
    seat.sign_in()
    seat.press(KEY)
    seat.workstation.doors.lock()
    seat.settle()
    assert keeper.screen is not None
    assert keeper.screen.isVisible()


def test_before_anybody_has_signed_in_the_screen_comes_and_says_that_nothing_is_kept(
    seat: Seat, keeper: AlarmKeeper
) -> None:
    seat.press(KEY)
    assert shout(keeper) == RING
    assert kept(seat) == []
    seat.see("Ingen är inloggad")


def test_a_store_that_takes_nothing_does_not_keep_the_screen_away(
    seat: Seat, keeper: AlarmKeeper
) -> None:
    seat.sign_in()
    with seat.ground.refusing("alarms"):
        seat.press(KEY)
        assert shout(keeper) == RING
        seat.see("Larmet kunde inte sparas")
        seat.press("Ctrl+Shift+A")
        assert shout(keeper) == ANSWERED
        seat.press("Ctrl+Shift+K")
        seat.settle()
    assert keeper.screen is None
    assert kept(seat) == []


def test_one_is_back_exactly_where_one_was(seat: Seat, keeper: AlarmKeeper) -> None:
    seat.sign_in()
    seat.call_by_hand()
    where = seat.focus()
    seat.write("Karin")
    seat.press("Left")
    seat.press(KEY)
    seat.write("abc")
    seat.press("Return")
    seat.press("Escape")
    seat.press("Ctrl+Shift+K")
    assert seat.focus() is where
    seat.write("X")
    assert "KariXn" in seat.reads()


def test_it_comes_over_an_open_dialog_and_the_dialog_is_still_there(
    seat: Seat, keeper: AlarmKeeper
) -> None:
    seat.sign_in()
    seat.press("Ctrl+,")
    seat.see("Utseende")
    seat.press(KEY)
    assert shout(keeper) == RING
    seat.press("Ctrl+Shift+K")
    assert keeper.screen is None
    seat.see("Utseende")


def test_what_is_ticked_and_typed_is_handed_on(seat: Seat, keeper: AlarmKeeper) -> None:
    handed: list[tuple[UUID | None, AlarmNotes]] = []
    keeper.closed.connect(lambda call, notes: handed.append((call, notes)))
    seat.sign_in()
    keeper.who = lambda _: AlarmWho(caller="070-174 06 05", patient="Test Person")
    seat.press(KEY)
    seat.see("070-174 06 05", "Test Person")
    seat.press("Ctrl+1", "Ctrl+3", "Ctrl+3", "F2")
    seat.write("Testgatan 1")
    seat.press("Ctrl+Shift+K")
    ((call, notes),) = handed
    assert call is None
    assert notes.place == "Testgatan 1"
    assert list(notes.ticked) == ["Var patienten är"]


def test_the_window_cannot_be_closed_by_the_desktops_own_key(
    seat: Seat, keeper: AlarmKeeper
) -> None:
    seat.sign_in()
    seat.press(KEY)
    assert keeper.screen is not None
    keeper.screen.close()
    assert keeper.screen.isVisible()
    assert keeper.screen.state is AlarmState.BY_HAND


def test_the_screen_covers_the_window_and_follows_it(seat: Seat, keeper: AlarmKeeper) -> None:
    seat.sign_in()
    seat.press(KEY)
    assert keeper.screen is not None
    seat.window.resize(1400, 900)
    seat.settle()
    assert keeper.screen.size() == seat.window.size()


def test_the_alarm_is_ended_in_the_store_when_it_is_put_away(
    seat: Seat, keeper: AlarmKeeper
) -> None:
    seat.sign_in()
    seat.press(KEY)
    seat.press("Ctrl+Shift+K")
    (alarm,) = kept(seat)
    assert alarm.ended_at is not None
