"""Whom one rings now, from anywhere at the desk; and the roster behind it, written by a leader."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.ground import Ground
from tests.ui.workstation.directory import NIGHT, Placed, furnish_directory
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.dialogs.consult import ConsultDialog
from ui.dialogs.roster import RosterDialog


@pytest.fixture
def placed(ground: Ground) -> Placed:
    return furnish_directory(ground)


def consulting(seat: Seat) -> ConsultDialog:
    seat.press("Ctrl+O")
    seat.see("Läkarjour primärvård")
    (found,) = [each for each in seat.window.findChildren(ConsultDialog) if each.isVisible()]
    return found


def test_who_is_on_call_is_told_in_order_with_the_deputy_last(placed: Placed, seat: Seat) -> None:
    seat.sign_in("nurse")
    dialog = consulting(seat)
    shown = [(rung.duty.name, rung.duty.phone) for rung in dialog.duties.records]
    assert shown == [("Test Jourläkare", "+46980319251"), ("Test Bakjour", "+46980319252")]
    seat.see("Först", "Ersättare", "0980-31 92 51")


def test_the_digits_go_to_other_regions_and_to_languages(placed: Placed, seat: Seat) -> None:
    seat.sign_in("switch")
    seat.ground.clock.at = NIGHT + timedelta(hours=1)  # half past eleven at night
    consulting(seat)
    seat.press("2")
    seat.see("Region Stockholm", "Regionen själv", "Vi svarar nu")
    seat.press("3")
    seat.see("finska", "Stängt, öppnar", "Telefontolk")
    seat.press("Esc")
    seat.see_no_more("Telefontolk")


def test_nobody_on_call_is_said_so(placed: Placed, seat: Seat) -> None:
    seat.sign_in("nurse")
    seat.ground.clock.pass_time(days=3)
    seat.press("Ctrl+O")
    seat.see("Ingen står i jourlistan just nu")


def test_who_may_not_read_the_directory_is_shown_nothing(placed: Placed, seat: Seat) -> None:
    seat.sign_in("reviewer")
    seat.press("Ctrl+O")
    seat.settle()
    assert seat.window.findChildren(ConsultDialog) == []


def test_a_turn_is_added_changed_and_removed_by_keys(placed: Placed, seat: Seat) -> None:
    seat.sign_in("leader")
    seat.press("Ctrl+7", "Ctrl+B")
    seat.see("Test Bakjour")
    (roster,) = seat.window.findChildren(RosterDialog)
    seat.press("Space")  # the first stop is the button for a new one
    seat.see("Nytt pass", "Funktion")
    seat.write("Psykjour")
    seat.press("Tab", "Tab")
    seat.write("2026-11-22 08:00")
    seat.press("Tab", "Tab")
    seat.write("0980-31 92 55")
    seat.press("Return")
    seat.see("Psykjour")
    seat.settle()
    (added,) = [duty for duty in roster.model.records if duty.function == "Psykjour"]
    assert (added.phone, added.place, added.deputy) == ("+46980319255", 1, False)
    roster.table.choose(added.id)
    roster.table.setFocus()
    seat.press("Return")
    seat.see("Ändra passet")
    seat.write("Psykiatrijour")
    seat.press("Return")
    seat.see_no_more("Ändra passet")
    seat.settle()
    assert [duty.number for duty in roster.model.records if duty.id == added.id] == [2]
    roster.table.choose(added.id)
    seat.press("Delete")
    seat.see("Ta bort passet?")
    seat.press("Tab", "Return")
    seat.see_no_more("Ta bort passet?")
    assert len(asked(seat, lambda desk: desk.on_call.now())) == 2


def test_the_same_place_twice_is_refused_at_its_field(placed: Placed, seat: Seat) -> None:
    seat.sign_in("leader")
    seat.press("Ctrl+7", "Ctrl+B")
    seat.see("Test Bakjour")
    seat.press("Space")
    seat.see("Nytt pass")
    seat.write("läkarjour primärvård")
    seat.press("Tab", "Tab")
    seat.write("2026-11-22 08:00")
    seat.press("Tab", "Tab")
    seat.write("0980-31 92 55")
    seat.press("Return")
    seat.settle()
    seat.see("Nytt pass", "Plats i ringordningen")
    assert len(asked(seat, lambda desk: desk.on_call.now())) == 2
