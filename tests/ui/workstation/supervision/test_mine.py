"""One's own shift on the screen: for oneself alone, with a word when a pause would be good."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.presences import PresenceKind
from tests.ground import PASSWORD
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.supervision.leading_desk import call, lead, mine_of, page_of, sit
from tests.ui.workstation.test_people import beside, picture
from ui.dialogs.supervision.break_kind import BreakKindDialog
from ui.supervising.pause_advice import ITEM

HEAVY = 16 * 60  # seconds


def passes(seat: Seat, minutes: float) -> None:
    """Time in which the desk says that its operator is there."""
    ground = seat.ground
    while minutes > 0:
        ground.clock.pass_time(minutes=min(10, minutes))
        ground.desk.presences.seen()
        minutes -= 10


def worked(seat: Seat, *lasts: float) -> None:
    """The nurse has talked for so many seconds at a time, in the session that goes on."""

    def made() -> None:
        for seconds in lasts:
            call(seat.ground, queue="1177", waited=20, lasts=seconds)
            seat.ground.desk.presences.seen()

    beside(made)


def rested(seat: Seat, minutes: float, why: BreakKind) -> None:
    def made() -> None:
        seat.ground.desk.presences.begin(PresenceKind.PAUSE, why)
        passes(seat, minutes)
        seat.ground.desk.presences.end()

    beside(made)


def at_mine(seat: Seat, name: str = "nurse") -> None:
    sit(seat, name, tab="Alt+2")


def anew(seat: Seat) -> None:
    """What was done beside the screen is read."""
    view = mine_of(seat)
    view.seen = None
    view.refresh()
    seat.until(lambda: view.seen is not None, "one's own shift")


def test_it_holds_ones_own_calls_and_breaks(seat: Seat) -> None:
    at_mine(seat)
    worked(seat, 240, HEAVY)
    rested(seat, 10, BreakKind.PAUSE)
    anew(seat)
    view = mine_of(seat)
    assert view.calls.words == "Samtal: 2, varav tunga: 1"
    assert view.talk.words == "Samtalstid: 20 min, och parkerat 0 min"
    assert view.heavy.value == "0"  # since the break
    (pause,) = view.breaks.records
    assert pause.why is BreakKind.PAUSE
    assert view.advice.isHidden()
    seat.see("Bara du ser det här")
    picture(seat, "mine")


def test_three_heavy_calls_in_a_row_suggest_a_pause_on_the_page_and_in_the_status_line(
    seat: Seat,
) -> None:
    at_mine(seat)
    worked(seat, HEAVY, HEAVY, HEAVY)
    anew(seat)
    view = mine_of(seat)
    assert view.heavy.value == "3"
    assert view.advice.sentence == "3 tunga samtal i rad. Ta gärna en paus: Ctrl+F5."
    assert view.advice.isVisible()
    leading, status = seat.workstation.leading, seat.window.status
    assert ITEM not in status._items
    leading.advice.look()
    seat.until(lambda: ITEM in status._items, "the word in the status line")
    assert status._items[ITEM].isVisible()
    rested(seat, 10, BreakKind.PAUSE)
    leading.advice.look()
    seat.until(lambda: ITEM not in status._items, "the word gone")
    anew(seat)
    assert view.advice.isHidden()


def test_what_a_break_was_is_said_afterwards(seat: Seat) -> None:
    at_mine(seat)
    rested(seat, 30, BreakKind.PAUSE)
    anew(seat)
    view = mine_of(seat)
    assert view.table.model().index(0, 0).data() == "Paus"
    seat.press("Alt+U")
    seat.see("Vad var pausen?")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BreakKindDialog)
    seat.press("1")
    seat.see("Pausen är antecknad som lunchrast.")
    seat.until(lambda: view.table.model().index(0, 0).data() == "Lunchrast", "the lunch")
    ground = seat.ground
    (kept,) = (
        each
        for each in beside(
            lambda: ground.desk.presences.mine(
                ground.clock.at - timedelta(hours=2), ground.clock.at
            )
        )
        if each.kind is PresenceKind.PAUSE
    )
    assert kept.why is BreakKind.LUNCH


def test_a_nurse_sees_nobody_elses_share(seat: Seat) -> None:
    at_mine(seat)
    anew(seat)
    view = mine_of(seat)
    assert view.shares.isHidden()
    assert view.seen is not None
    assert view.seen.team is None
    assert view.team.records == ()


def test_who_leads_sees_the_team_by_name_and_cannot_sort_it_by_figure(seat: Seat) -> None:
    lead(seat.ground)

    def others() -> None:
        desk = seat.ground.desk
        desk.sessions.sign_in("nurse", PASSWORD)
        desk.presences.begin()
        call(seat.ground, queue="1177", waited=20, lasts=300)
        desk.presences.seen()
        desk.sessions.sign_out()

    beside(others)
    at_mine(seat, "lead")
    anew(seat)
    view = mine_of(seat)
    assert view.shares.isVisible()
    names = [each.name for each in view.team.records]
    assert names == sorted(names)
    assert "Test Nurse" in names
    assert not view.shares.isSortingEnabled()
    header = view.shares.horizontalHeader()
    for column in range(len(view.team.columns)):
        header.sectionClicked.emit(column)
    assert [each.name for each in view.team.records] == names
    view.team.sort(1, Qt.SortOrder.DescendingOrder)  # nothing on the screen asks for this
    anew(seat)
    picture(seat, "mine-team")


def test_shifts_before_are_looked_at_by_key_and_only_ones_own(seat: Seat) -> None:
    lead(seat.ground)

    def days() -> None:
        for name, lasts in (("nurse", (300, 300)), ("lead", (240,)), ("lead", (240, 240, 240))):
            seat.ground.desk.sessions.sign_in(name, PASSWORD)
            seat.ground.desk.presences.begin()
            for seconds in lasts:
                call(seat.ground, queue="1177", waited=20, lasts=seconds)
                seat.ground.desk.presences.seen()
            seat.ground.desk.sessions.sign_out()
            seat.ground.clock.pass_time(days=1)

    beside(days)
    at_mine(seat, "lead")
    anew(seat)
    view = mine_of(seat)
    assert (view.calls.value, view.before.isEnabled(), view.after.isEnabled()) == ("0", True, False)
    assert view.shares.isVisible()
    seat.press("Alt+I")
    seat.until(lambda: view.calls.value == "3", "yesterday")
    seat.see("Inloggad 2026-11-23 ")
    assert view.shares.isHidden()  # the team is of now
    assert view.advice.isHidden()
    picture(seat, "mine-before")
    seat.press("Alt+I")
    seat.until(lambda: view.calls.value == "1", "the day before")
    seat.until(lambda: not view.before.isEnabled(), "no day more")
    seat.press("Alt+I")  # the nurse's day is not theirs
    seat.settle()
    assert view.calls.value == "1"
    seat.press("Alt+J")
    seat.until(lambda: view.calls.value == "3", "yesterday again")
    seat.press("Alt+J")
    seat.until(lambda: view.calls.value == "0", "now")
    assert view.shares.isVisible()
    assert not view.after.isEnabled()


def test_whoever_leaves_takes_their_day_along(seat: Seat) -> None:
    at_mine(seat)
    worked(seat, 240)
    anew(seat)
    assert mine_of(seat).calls.value == "1"
    seat.press("Ctrl+Q")
    seat.see("Logga in")
    assert page_of(seat).view is None
    seat.sign_in("switch")
    seat.settle()
    seat.press("Ctrl+F3")
    anew(seat)
    assert mine_of(seat).calls.value == "0"
