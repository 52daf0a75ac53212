"""A supervisor's order across every desk: set, seen, lifted, and over by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.ground import Ground
from tests.ui.workstation.directory import NIGHT, Placed, furnish_directory
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.moments import tomorrow

ORDER = "Omdirigering gäller: Ängsgärdets vårdcentral → Närakuten Testberga till 18:00. Skäl: Läcka"


@pytest.fixture
def placed(ground: Ground) -> Placed:
    return furnish_directory(ground)


@pytest.fixture
def leader(placed: Placed, seat: Seat) -> Seat:
    """At the page, with the health centre chosen."""
    seat.sign_in("leader")
    seat.press("Ctrl+7")
    seat.see("Ängsgärdets vårdcentral")
    seat.write("ängsgärdet")
    seat.settle()
    return seat


def redirect(leader: Seat, until: str = "18:00") -> None:
    leader.press("Ctrl+R")
    leader.see("Skicka i stället")
    leader.press("Tab")
    leader.write("närakut")
    leader.press("Tab", "Tab")
    leader.write("Läcka")
    leader.press("Tab")
    leader.write(until)
    leader.press("Return")
    leader.settle()


def test_an_order_stands_across_the_window_and_on_the_card(leader: Seat, placed: Placed) -> None:
    redirect(leader)
    leader.see(ORDER, "Omdirigeras")
    (order,) = asked(leader, lambda desk: desk.redirects.standing())
    assert (order.unit_id, order.to_id) == (placed.health_centre, placed.out_of_hours)
    assert order.ends_at is not None
    assert f"{order.ends_at:%H:%M}" == "17:00"  # UTC
    leader.let_pass(200)
    assert leader.reads().count(ORDER) == 2  # the banner, and the card beside the list
    leader.press("Ctrl+1")
    leader.see(ORDER)


def test_every_desk_sees_it_from_the_moment_somebody_signs_in(leader: Seat) -> None:
    redirect(leader)
    leader.see(ORDER)
    leader.press("Ctrl+Q")
    leader.see("Logga in")
    assert ORDER not in leader.reads()
    leader.sign_in("switch")
    leader.see(ORDER)


def test_it_is_lifted_after_a_question(leader: Seat) -> None:
    redirect(leader)
    leader.see(ORDER)
    leader.press("Ctrl+R")
    leader.see("Häva omdirigeringen?")
    leader.press("Return")
    leader.see_no_more("Häva omdirigeringen?", "Omdirigeras", ORDER)
    assert asked(leader, lambda desk: desk.redirects.standing()) == ()


def test_it_is_over_by_itself_when_its_time_has_come(leader: Seat) -> None:
    redirect(leader)
    leader.see(ORDER)
    leader.ground.clock.at = NIGHT - timedelta(hours=4, minutes=29)
    leader.workstation.guiding.keeper.aged.emit()
    leader.see_no_more(ORDER)


def test_what_is_missing_is_asked_for_at_its_field(leader: Seat) -> None:
    leader.press("Ctrl+R")
    leader.see("Skicka i stället")
    leader.press("Ctrl+Return")
    leader.see("Sök och välj en enhet, eller välj ingen.")
    leader.press("Shift+Tab")
    leader.press("2")
    leader.press("Ctrl+Return")
    leader.see("Skriv varför.")
    leader.write("Fullt")
    leader.press("Tab")
    leader.write("kvart över")
    leader.press("Ctrl+Return")
    day = tomorrow(leader.ground.clock.at)  # not one that has been
    leader.see(f"Skriv tiden som 18:00 eller {day} 18:00.")
    leader.press("Ctrl+A")
    leader.write("2026-11-20 18:00")
    leader.press("Ctrl+Return")
    leader.see("Den tiden har redan varit.")
    leader.press("Ctrl+A", "Delete")
    leader.press("Ctrl+Return")
    leader.see("skicka ingen till Ängsgärdets vårdcentral tills vidare. Skäl: Fullt")
