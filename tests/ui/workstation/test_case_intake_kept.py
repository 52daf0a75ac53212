"""What is said while a matter is taken in stands there again after a crash, the choices too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.domain.case_codes import Complainant, Duty, Injury, Recipient, Said
from kundcenter.domain.case_routing import Wish
from tests.ground import WOMAN, Ground
from tests.ui.workstation.intake import WORDS, form, intake, open_form, taken, the_case
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_recovery import RECOVERED, Died
from tests.ui.workstation.test_times_moved import fits
from ui.kept_form import KEEP_WITHIN_MS
from ui.theme.fonts import load_fonts


@pytest.fixture
def life(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Died]:
    load_fonts()
    made = Died(ground, tmp_path)
    made.seat.sign_in("nurse")
    yield made
    made.seat.leave()


def say_much(seat: Seat) -> None:
    """Texts, choices and boxes."""
    open_form(seat)
    seat.write(WORDS)
    shown = form(seat)
    shown.telling.wishes.boxes[Wish.COMPENSATION].setFocus()
    seat.press("E")
    shown.who.complainant.take_focus()
    seat.press("2")
    seat.write("Anna Exempel")
    shown.what.injury.take_focus()
    seat.press("2")
    seat.write("november 2026")
    shown.what.duties.boxes[Duty.IVO].setFocus()
    seat.press("I")
    shown.what.category.setFocus()
    seat.write("läke")
    seat.press("Tab")
    intake(seat).routes.recipient.setFocus()
    seat.write("löf")
    seat.press("Tab")
    seat.let_pass(KEEP_WITHIN_MS + 200)


def test_after_a_crash_all_of_it_stands_there_again(life: Died) -> None:
    life.seat.take_call(keyed_id=WOMAN)
    life.seat.see("Test Person 1988")
    say_much(life.seat)
    seat = life.die_and_return()
    seat.see("Test Person 1988")
    open_form(seat)
    seat.see(RECOVERED)
    fits(seat)  # also with what is said above the form
    facts = form(seat).facts
    assert (facts.words, facts.name, facts.event) == (WORDS, "Anna Exempel", "2026-11")
    assert (facts.complainant, facts.injury) == (Complainant.RELATIVE, Injury.SUSPECTED)
    assert facts.category == "1.4"
    assert facts.child is Said.NO  # which the register says
    assert form(seat).wishes == {Wish.COMPENSATION}
    assert form(seat).duties == (Duty.IVO,)
    assert intake(seat).routes.value is Recipient.LOF  # and not what is proposed first
    seat.press("Ctrl+Return")
    taken(seat)
    assert the_case(seat).case.facts.recipient is Recipient.LOF
    seat.press("Return")
    open_form(seat)  # once it is registered nothing of it is kept
    assert form(seat).telling.words.text() == ""
    assert form(seat).wishes == frozenset()


def test_alone_too_and_a_choice_without_a_word_is_kept(life: Died) -> None:
    open_form(life.seat)
    form(life.seat).channel.setFocus()
    life.seat.write("besök")
    life.seat.press("Tab")
    form(life.seat).telling.kind.take_focus()
    life.seat.press("3")
    life.seat.let_pass(KEEP_WITHIN_MS + 200)
    seat = life.die_and_return()
    open_form(seat)
    seat.see(RECOVERED)
    assert form(seat).channel.value == "BESOK"
    assert form(seat).telling.kind.value == "BEROM"


def test_what_was_chosen_meanwhile_is_not_written_over(life: Died) -> None:
    open_form(life.seat)
    form(life.seat).who.complainant.take_focus()
    life.seat.press("2")
    life.seat.let_pass(KEEP_WITHIN_MS + 200)
    seat = life.die_and_return()
    open_form(seat)
    shown = form(seat)
    assert shown.who.complainant.value == Complainant.RELATIVE
    shown.who.complainant.take_focus()
    seat.press("1")
    seat.let_pass(KEEP_WITHIN_MS + 200)
    seat = life.die_and_return()
    open_form(seat)
    assert form(seat).who.complainant.value == Complainant.PATIENT


def test_nothing_is_kept_of_what_was_cancelled(life: Died) -> None:
    say_much(life.seat)
    life.seat.press("Escape", "Escape")
    life.seat.see_no_more("Med egna ord")
    seat = life.die_and_return()
    open_form(seat)
    assert form(seat).telling.words.text() == ""
    assert form(seat).who.complainant.value is None
