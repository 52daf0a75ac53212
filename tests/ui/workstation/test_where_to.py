"""Vart?: the list beside the note by keys, the choice in one go, a deviation in two keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import Role
from kundcenter.domain.directory import Directory
from kundcenter.domain.referrals import Referral
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.domain.units import Unit, UnitKind
from tests.ground import CHILD, PASSWORD, Ground
from tests.ui.keys import press
from tests.ui.workstation.guided import AKUT, CHILDREN, CLINIC, RULES, furnish_guidance
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.test_recovery import Died, kept
from tests.ui.workstation.test_stretch import cut
from ui.directory_keeper import DirectoryKeeper
from ui.panels.note_form import NoteForm
from ui.panels.note_guide import SOON
from ui.theme.fonts import load_fonts
from ui.theme.look import Look
from ui.theme.wear import wear
from ui.unit_source import DirectoryUnits


@pytest.fixture
def evening(ground: Ground) -> Ground:
    """Saturday 21:50, with a directory and rules in force."""
    beside(lambda: furnish_guidance(ground))
    return ground


@pytest.fixture
def guided(evening: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    """A nurse with a call about a child with fever."""
    load_fonts()
    made = Seat(evening, tmp_path)
    begun(made)
    yield made
    made.leave()


def begun(seat: Seat) -> None:
    seat.sign_in("nurse")
    seat.see("Inget samtal pågår")
    seat.take_call(keyed_id=CHILD)
    seat.see("Test Person 2024")
    seat.press("F3")
    seat.write("Feber")
    seat.press("Return")


def form_of(seat: Seat) -> NoteForm:
    card = seat.workstation.cards.current
    assert card is not None
    return card.form


def urgent(seat: Seat, key: str = "3") -> None:
    seat.press("F8")
    seat.write(key)
    seat.let_pass(SOON + 50)
    seat.settle()


def titles(seat: Seat) -> list[str]:
    return [line.offer.title for line in form_of(seat).where.lines.lines if line.offer]


def unit_name(seat: Seat) -> str:
    keeper = DirectoryKeeper.of(seat.tasks, seat.workstation._services)
    return keeper.name(form_of(seat).note.unit_id)


def sign_it(seat: Seat) -> None:
    seat.press("F4")
    seat.write("Feber sedan i går.")
    seat.press("F7")
    seat.write("Behöver bedömas i kväll.")
    seat.press("F10")
    seat.write("Åk in nu.")
    seat.press("Ctrl+Return")
    seat.see("Signerad")
    seat.settle()


def referrals(seat: Seat) -> list[Referral]:
    card = seat.workstation.cards.current
    assert card is not None
    entry_id = card.view.part.entry_id
    assert entry_id is not None
    told = asked(seat, lambda desk: desk.referrals.of_entry(entry_id))
    return [each.referral for each in told]


def test_the_list_stands_in_the_note_with_its_reasons_and_the_focus_on_the_first(
    guided: Seat,
) -> None:
    urgent(guided)
    guided.press("Ctrl+E")
    guided.see("Vart?", CHILDREN, "Barn bedöms på barnakuten på kvällen", "Regler nr 7")
    guided.settle()
    where = form_of(guided).where
    assert where.lines.lines[0].hasFocus()
    assert CHILDREN in titles(guided)[0]
    assert any("112" in title for title in titles(guided))
    picture(guided, "where")


def test_what_is_closed_at_arrival_says_so_in_words(guided: Seat) -> None:
    urgent(guided)
    guided.press("Ctrl+E")
    guided.see(CLINIC)
    line = next(each for each in form_of(guided).where.lines.lines if CLINIC in each._title.text())
    assert line.offer is not None and line.offer.open is not None
    assert line.offer.open.text.startswith("Stängt")
    assert line.offer.open.icon is not None
    assert "Framme cirka" in line.offer.arrival


def test_where_the_patient_is_can_be_told_by_keys_and_becomes_a_reason(guided: Seat) -> None:
    urgent(guided)
    guided.press("Ctrl+E")
    guided.see(CHILDREN)
    guided.settle()
    guided.press("Shift+Tab")
    guided.write("Jönköping")
    guided.press("Return")
    guided.see("I samma kommun som patienten: Jönköping")
    guided.settle()
    where = form_of(guided).where
    assert where.lines.lines[0].hasFocus()
    guided.press("Tab", "Shift+Tab")
    assert where.lines.lines[0].hasFocus()


def test_enter_fills_outcome_and_unit_in_one_go_and_goes_on(guided: Seat) -> None:
    urgent(guided)
    guided.press("Ctrl+E")
    guided.see(CHILDREN)
    guided.press("Return")
    guided.settle()
    form = form_of(guided)
    assert form.note.outcome == "BARNAKUT"
    assert unit_name(guided) == CHILDREN
    assert form.where.isHidden()
    assert form.deviating.isHidden()
    assert form.advice.edit.hasFocus()


def test_without_urgency_the_list_says_what_is_missing_and_is_made_anew_when_it_comes(
    guided: Seat,
) -> None:
    guided.press("Ctrl+E")
    guided.see("Hur bråttom det är har inte valts", "112")
    assert not any(CHILDREN in title for title in titles(guided))
    urgent(guided)
    guided.see(CHILDREN)
    assert CHILDREN in titles(guided)[0]


def test_without_a_person_there_is_a_list_that_says_that_the_age_is_unknown(
    evening: Ground, tmp_path: Path, qtbot: QtBot
) -> None:
    load_fonts()
    seat = Seat(evening, tmp_path)
    seat.sign_in("nurse")
    seat.see("Inget samtal pågår")
    seat.call_by_hand()
    urgent(seat)
    seat.press("Ctrl+E")
    seat.see(CLINIC, "Patientens ålder är okänd")
    seat.leave()


def test_something_else_than_the_first_takes_two_keys(guided: Seat) -> None:
    urgent(guided)
    guided.press("Ctrl+E")
    guided.see(CHILDREN)
    guided.press("Down", "Return")
    guided.see("Varför något annat än förslag 1?", f"I stället för: Barnakut: {CHILDREN}")
    picture(guided, "deviation")
    guided.write("3")
    guided.settle()
    note = form_of(guided).note
    assert (note.outcome, note.deviation) == ("NARAKUT", "ANNAN_ENHET")
    assert CHILDREN in note.deviation_reason
    assert form_of(guided).advice.edit.hasFocus()


def test_a_deviation_by_the_fields_is_asked_about_too_and_taken_back_with_the_first(
    guided: Seat,
) -> None:
    urgent(guided)
    guided.press("F9")
    guided.write("akutm")
    guided.press("Return", "Tab")
    guided.write("akuten test")
    guided.press("Return")
    guided.settle()
    assert unit_name(guided) == AKUT
    guided.see("Varför något annat än förslag 1?")
    guided.press("Shift+F9")
    guided.write("1")
    guided.settle()
    assert form_of(guided).note.deviation == "HOGRE"
    guided.press("Ctrl+E")
    guided.see(CHILDREN)
    guided.write("1")
    guided.settle()
    note = form_of(guided).note
    assert (note.outcome, note.deviation, note.deviation_reason) == ("BARNAKUT", "", "")
    assert form_of(guided).deviating.isHidden()


def test_a_signed_note_makes_the_referral_with_its_place_and_the_rules_number(
    guided: Seat,
) -> None:
    urgent(guided)
    guided.press("Ctrl+E")
    guided.see(CHILDREN)
    guided.press("Down", "Return")
    guided.write("3")
    sign_it(guided)
    (referral,) = referrals(guided)
    assert (referral.rules, referral.rank, referral.outcome) == (RULES, 2, "NARAKUT")
    assert referral.deviation == "ANNAN_ENHET"


def test_a_referral_that_could_not_be_made_is_told_and_made_at_the_next_press(
    guided: Seat,
) -> None:
    urgent(guided)
    guided.press("Ctrl+E")
    guided.see(CHILDREN)
    guided.press("Return")
    with guided.ground.refusing("referrals"):
        sign_it(guided)
        guided.see("Hänvisningen är inte lagd.")
        assert referrals(guided) == []
    sending = guided.workstation.cards.current.view.aids.guide.sending  # type: ignore[union-attr]
    assert sending.isVisible()
    sending.again.click()
    guided.see_no_more("Hänvisningen är inte lagd.")
    assert [each.rank for each in referrals(guided)] == [1]


def test_a_signed_note_that_lost_its_referral_offers_it_when_it_is_opened_again(
    evening: Ground, tmp_path: Path, qtbot: QtBot
) -> None:
    load_fonts()
    life = Died(evening, tmp_path)
    seat = life.seat
    begun(seat)
    urgent(seat)
    seat.press("Ctrl+E")
    seat.see(CHILDREN)
    seat.press("Return")
    with evening.refusing("referrals"):
        sign_it(seat)
        seat.see("Hänvisningen är inte lagd.")
    card = seat.workstation.cards.current
    assert card is not None
    call_id = card.call.id
    seat = life.die_and_return()
    seat.settle()
    seat.workstation.pages.open_call(call_id)
    seat.see("Signerad", "Hänvisningen är inte lagd.", "Lägg hänvisningen")
    seat.leave()


def test_a_redirect_is_told_above_the_list_and_at_the_unit_that_is_chosen_all_the_same(
    evening: Ground, tmp_path: Path, qtbot: QtBot
) -> None:
    beside(lambda: redirected(evening))
    load_fonts()
    seat = Seat(evening, tmp_path)
    begun(seat)
    urgent(seat)
    seat.press("Ctrl+E")
    words = f"Omdirigerad till {AKUT} av arbetsledaren: Överfullt"
    seat.see(words)
    seat.settle()
    where = form_of(seat).where
    assert not any(CHILDREN in title for title in titles(seat))
    seat.press("Esc", "F9")
    seat.write("barnakut")
    seat.press("Return", "Tab")
    seat.write("barnakuten test")
    seat.press("Return")
    seat.settle()
    assert form_of(seat).unit.warning == f"Omdirigerad till {AKUT}: Överfullt"
    assert where.isHidden()
    seat.leave()


def redirected(ground: Ground) -> None:
    """A supervisor sends nobody to the children's emergency just now."""
    ground.desk.sessions.sign_in("admin", PASSWORD)
    ground.operator("lead", Role.SUPERVISOR_NURSE)
    ground.sign_in("lead")
    ids = {card.unit.name: card.id for card in ground.desk.units.directory().cards}
    ground.desk.redirects.set(ids[CHILDREN], ids[AKUT], "Överfullt", None)
    ground.desk.sessions.sign_out()


def test_a_choice_survives_that_the_program_dies(
    evening: Ground, tmp_path: Path, qtbot: QtBot
) -> None:
    load_fonts()
    life = Died(evening, tmp_path)
    seat = life.seat
    begun(seat)
    urgent(seat)
    seat.press("Ctrl+E")
    seat.see(CHILDREN)
    seat.press("Down", "Return")
    seat.write("3")
    assert [(each.unsaved.rules, each.unsaved.rank) for each in kept(seat)] == [(RULES, 2)]
    seat = life.die_and_return()
    seat.see("Återställd text, inte sparad")
    seat.settle()
    seat.ground.clock.at = evening.clock.at
    assert form_of(seat).note.deviation == "ANNAN_ENHET"
    assert unit_name(seat) == CLINIC
    sign_it(seat)
    assert [(each.rules, each.rank) for each in referrals(seat)] == [(RULES, 2)]
    seat.leave()


def test_escape_puts_the_list_away_and_the_note_is_as_it_was(guided: Seat) -> None:
    urgent(guided)
    before = form_of(guided).note
    guided.press("Ctrl+E")
    guided.see(CHILDREN)
    guided.press("Esc")
    guided.settle()
    assert form_of(guided).where.isHidden()
    assert form_of(guided).note == before
    assert form_of(guided).outcome.box.line.hasFocus()


def test_nothing_is_cut_with_large_text(guided: Seat, qapp: QApplication) -> None:
    wear(qapp, Look(size=150))
    urgent(guided)
    guided.press("Ctrl+E")
    guided.see(CHILDREN)
    guided.settle()
    assert cut(guided) == []
    picture(guided, "where-200")
    areas = [area for area in guided.window.findChildren(QScrollArea) if area.isVisible()]
    assert [area.accessibleName() for area in areas if area.horizontalScrollBar().maximum()] == []
    guided.press("Down", "Return")
    guided.see("Varför något annat än förslag 1?")
    assert cut(guided) == []
    guided.press("Ctrl+T")
    guided.see("Livshot – fråga först")
    guided.settle()
    assert cut(guided) == []
    picture(guided, "look-up-200")


def test_a_key_in_the_unit_field_takes_no_time_with_the_whole_country(
    guided: Seat, qapp: QApplication
) -> None:
    names = ("Vårdcentralen", "Närakuten", "Hälsocentralen", "Mottagningen")
    cards = tuple(
        UnitCard(
            Unit(
                UUID(int=at + 1), f"SE0000000001-DEMO{at}", f"{names[at % 4]} Ort{at:05}",
                UnitKind.PRIMARY_CARE, f"Kommun{at % 290}", "",
            )
        )
        for at in range(17_000)
    )  # fmt: skip
    form = form_of(guided)
    directory = Directory.of(cards)
    form.show_units(tuple(card.unit for card in cards), DirectoryUnits(directory))
    form.send_to("VC", None)
    form.unit.setFocus()
    took = []
    for letter in "närakuten ort00":
        began = perf_counter()
        press(form.unit.box.line, Qt.Key.Key_unknown, letter)
        qapp.processEvents()
        took.append(perf_counter() - began)
    assert form.unit.box.count() > 0
    assert sorted(took)[len(took) // 2] < 0.05
