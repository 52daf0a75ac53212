"""What is late is told in the rail and in a banner, moves with time, and stays for nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.domain.case_codes import InjuryDecision
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.cased import NINE, Cased, begin, furnish_cases, listed
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.timed import swedish_days
from ui.case_keeper import CaseKeeper, Listing
from ui.theme.fonts import load_fonts


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    with swedish_days():
        yield


@pytest.fixture
def cased(ground: Ground) -> Cased:
    return furnish_cases(ground)


@pytest.fixture
def seat(ground: Ground, cased: Cased, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    load_fonts()
    made = Seat(ground, tmp_path)
    yield made
    made.leave()


def test_what_is_late_stands_in_the_rail_and_above_all_for_who_leads(seat: Seat) -> None:
    seat.sign_in("leader")
    seat.see("Försenade ärenden: 1. Snart försenade: 4.")
    assert seat.window.rail.button("cases").count == 5
    picture(seat, "banner")


def test_the_chief_is_told_of_a_suspected_injury_at_once_and_sees_it_first(
    seat: Seat, cased: Cased, ground: Ground
) -> None:
    page = begin(seat, "doctor")
    seat.see("Misstänkta vårdskador att besluta om: 1. Försenade ärenden: 1.")
    assert page.listing is Listing.INJURIES
    assert listed(seat) == [cased.number("injury")]
    picture(seat, "page-doctor")
    decide = ground.desk.cases.decide
    changes = beside(
        lambda: decide(cased.cases["injury"], InjuryDecision.DEVIATION, "Kunde inte ha undvikits")
    )
    seat.tasks.announce(changes)
    seat.see_no_more("Misstänkta vårdskador att besluta om")
    assert listed(seat) == []


def test_a_leader_who_does_not_decide_is_not_asked_to(seat: Seat) -> None:
    page = begin(seat, "leader")
    assert Listing.INJURIES not in page._offered
    assert "att besluta om" not in seat.reads()


def test_a_telephonist_has_the_number_and_no_banner(seat: Seat, ground: Ground) -> None:
    ground.clock.at = NINE.replace(day=26)
    seat.sign_in("switch")
    seat.settle()
    assert seat.window.rail.button("cases").count == 1  # the e-service, which is late
    assert "Försenade ärenden" not in seat.reads()


def test_time_that_passes_moves_the_marks(seat: Seat, ground: Ground, cased: Cased) -> None:
    begin(seat, "handler")
    seat.see("2 vardagar kvar")
    ground.clock.at = NINE.replace(day=26)
    CaseKeeper.of(seat.tasks, seat.workstation._services).read()
    seat.settle()
    seat.see("6 vardagar sen", "1 vardag sen")
    seat.see_no_more("2 vardagar kvar")


def test_what_a_colleague_does_is_seen_without_asking(
    seat: Seat, ground: Ground, cased: Cased
) -> None:
    begin(seat, "handler")
    changes = beside(
        lambda: ground.desk.cases.assign(cased.cases["calm"], cased.people["handler"], upon=0)
    )
    assert "Mitt" not in seat.reads()
    seat.tasks.announce(changes)
    seat.see("Mitt")


def test_nothing_of_the_list_stays_for_the_next_one(seat: Seat, ground: Ground) -> None:
    page = begin(seat, "handler")
    seat.press("Ctrl+F")
    seat.write("vård")
    seat.press("Ctrl+Q")
    seat.see("Logga in")
    assert page.model.records == ()
    assert page.search.text() == ""
    assert page._keeper.seen.cases == ()


def test_the_page_is_there_again_after_a_lock(seat: Seat, cased: Cased) -> None:
    begin(seat, "handler")
    seat.press("Ctrl+L")
    seat.see("Skärmen är låst.")
    assert cased.number("late") not in seat.reads()
    seat.write(PASSWORD)
    seat.press("Return")
    seat.see(cased.number("late"))
