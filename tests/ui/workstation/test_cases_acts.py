"""From the page a case is taken, given, opened and found by its number, by key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ground import Ground
from tests.ui.workstation.cased import (
    WORDS,
    Cased,
    begin,
    furnish_cases,
    go_to,
    listed,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.timed import swedish_days
from ui.case_keeper import Listing
from ui.dialogs.case import CaseDialog
from ui.dialogs.case_give import NOBODY, GiveCaseDialog
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


def test_a_case_is_taken_by_key_and_is_ones_own(seat: Seat, cased: Cased) -> None:
    page = begin(seat, "handler")
    go_to(seat, cased.cases["late"])
    seat.press("Ctrl+G")
    seat.see(f"{cased.number('late')} är ditt.", "Mitt")
    assert not page.take.isEnabled()
    assert (
        asked(seat, lambda desk: desk.cases.get(cased.cases["late"])).case.owner == page._keeper.me
    )
    seat.press("Ctrl+J", "Ctrl+J")
    seat.settle()
    assert page.listing is Listing.MINE
    assert listed(seat) == [cased.number("late")]
    seat.press("Ctrl+J")
    seat.settle()
    assert cased.number("late") not in listed(seat)
    picture(seat, "page-nobody")


def test_whoever_took_it_a_moment_before_is_told_of(
    seat: Seat, cased: Cased, ground: Ground
) -> None:
    page = begin(seat, "handler")
    go_to(seat, cased.cases["late"])
    me = cased.people["handler"]
    beside(lambda: ground.desk.cases.assign(cased.cases["late"], me, upon=0))
    page.take.click()
    seat.see("Någon annan har fört ärendet vidare. Se hur det är nu.", "Mitt")


def test_a_case_goes_to_a_colleague_with_a_word_why(seat: Seat, cased: Cased) -> None:
    begin(seat, "leader")
    go_to(seat, cased.cases["today"])
    seat.press("Ctrl+Shift+O")
    seat.see("Ge ärendet till en annan", "Varför, eller vad som är kvar att göra")
    seat.press("Return")
    seat.see("Välj någon i listan.")
    seat.write("Test Handler")
    seat.press("Tab")
    seat.write("Hon har pratat med enheten")
    picture(seat, "give")
    seat.press("Return")
    seat.see(f"{cased.number('today')} har fått en annan handläggare.", "Test Handler")
    told = asked(seat, lambda desk: desk.cases.get(cased.cases["today"]))
    assert told.case.owner == cased.people["handler"]
    assert "Hon har pratat med enheten" in [step.text for step in told.steps]


def test_a_nurse_gives_nobodys_case_to_nobody(seat: Seat, cased: Cased) -> None:
    page = begin(seat, "nurse")
    go_to(seat, cased.cases["service"])
    assert page.take.isEnabled()
    assert not page.give.isEnabled()
    seat.press("Ctrl+Shift+O")
    seat.settle()
    assert seat.window.findChildren(GiveCaseDialog) == []


def test_a_number_that_is_no_case_of_ones_own_to_see_is_told(seat: Seat, cased: Cased) -> None:
    page = begin(seat, "switch")
    seat.press("Ctrl+F")
    seat.write(cased.number("calm").lower())  # a complaint, which a telephonist may not open
    seat.press("Return")
    seat.see("Inget ärende har det numret, eller du får inte se det.")
    assert page.search.error


def test_a_case_is_opened_by_enter_and_its_number_from_anywhere(seat: Seat, cased: Cased) -> None:
    page = begin(seat, "handler")
    go_to(seat, cased.cases["late"])
    seat.press("Return")
    seat.see(WORDS)
    seat.press("Esc")
    seat.see_no_more(WORDS)
    seat.press("Ctrl+J")  # the e-services, where the complaint is not
    seat.settle()
    assert page.listing is Listing.SERVICES
    seat.press("Ctrl+F")
    seat.write(cased.number("injury").replace("-", " ").lower())
    seat.press("Return")
    seat.see(WORDS, cased.number("injury"))
    assert seat.window.findChildren(CaseDialog)


def test_a_new_case_is_begun_from_the_page_by_key_or_button(seat: Seat) -> None:
    page = begin(seat, "handler")
    seat.press("Ctrl+Shift+Ä")
    seat.see("Vad vill du ska hända?")
    seat.press("Esc")
    seat.see_no_more("Vad vill du ska hända?")
    page.new.click()
    seat.see("Vad vill du ska hända?")


def test_an_owners_case_is_given_back_to_nobody(seat: Seat, cased: Cased, ground: Ground) -> None:
    made = cased.cases["service"]
    page = begin(seat, "nurse")
    go_to(seat, made)
    seat.press("Ctrl+G")
    seat.see("är ditt.")
    seat.until(page.give.isEnabled, "one's own to give")
    seat.press("Ctrl+Shift+O")
    seat.see("Ge ärendet till en annan")
    seat.settle()
    (dialog,) = seat.window.findChildren(GiveCaseDialog)
    dialog.to.take(NOBODY)
    dialog.primary.click()
    seat.see("har fått en annan handläggare.", "Ingens")
    assert asked(seat, lambda desk: desk.cases.get(made)).case.owner is None


def test_why_a_case_goes_is_kept_over_a_crash(
    seat: Seat, cased: Cased, ground: Ground, tmp_path: Path
) -> None:
    begin(seat, "leader")
    go_to(seat, cased.cases["late"])
    seat.press("Ctrl+Shift+O")
    seat.see("Ge ärendet till en annan")
    seat.press("Tab")
    seat.write("Väntar på svar från enheten")
    seat.let_pass(1500)
    seat.settle()
    seat.leave()
    beside(ground.desk.sessions.sign_out)
    again = Seat(ground, tmp_path)
    begin(again, "leader")
    go_to(again, cased.cases["late"])
    again.press("Ctrl+Shift+O")
    again.see("Återställd text, inte sparad")
    (dialog,) = again.window.findChildren(GiveCaseDialog)
    assert dialog.text.text() == "Väntar på svar från enheten"
    again.leave()


def test_what_one_took_in_and_is_over_can_no_more_be_read(
    seat: Seat, cased: Cased, ground: Ground
) -> None:
    made = cased.cases["soon"]

    def withdraw() -> None:
        ground.sign_in("handler")
        ground.desk.cases.withdraw(made, "Har ångrat sig")
        ground.desk.sessions.sign_out()

    beside(withdraw)
    page = begin(seat, "nurse")
    seat.press("Ctrl+Shift+J")
    seat.settle()
    assert page.listing is Listing.TAKEN_IN
    go_to(seat, made)
    seat.see("Återtaget")
    seat.press("Return")
    seat.see("Din roll får inte göra det här.")
    assert WORDS not in seat.reads()
