"""The decision support beside the note: threats first, ticked into the note's own fields."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ground import WOMAN, Ground
from tests.ui.workstation.guided import furnish_guidance
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.test_recovery import Died, kept
from tests.ui.workstation.test_where_to import begun, form_of
from ui.panels.look_lines import LineKind
from ui.panels.look_up import LookUp
from ui.panels.note_ticks import Tick
from ui.theme.fonts import load_fonts
from ui.widgets.red_flags import PAUSE_MS


@pytest.fixture
def evening(ground: Ground) -> Ground:
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


def look_of(seat: Seat) -> LookUp:
    card = seat.workstation.cards.current
    assert card is not None and card.panel is not None
    return card.panel.look_up


def looked_up(seat: Seat) -> LookUp:
    seat.press("Ctrl+T")
    seat.see("Livshot – fråga först")
    seat.settle()
    return look_of(seat)


def test_the_topic_of_the_reason_is_shown_at_once_with_the_threats_first(guided: Seat) -> None:
    look = looked_up(guided)
    kinds = [line.line.kind for line in look.topic.lines]
    assert kinds[0] is LineKind.THREAT
    assert kinds == sorted(kinds, key=list(LineKind).index)
    assert look.topic.lines[0].hasFocus()
    guided.see("Demonstration", "Version 2026-1. Granskas senast 2027-")
    assert form_of(guided).isVisible()
    picture(guided, "look-up")
    guided.press("End")
    guided.settle()
    picture(guided, "look-up-end")
    guided.see("Räknar inte ut någon vårdnivå", "Godkänd av Test Läkare, medicinskt ansvarig")
    guided.press("Home")
    picture(guided, "look-up")


def test_answers_stand_in_the_note_at_once_and_say_where_they_are_from(guided: Seat) -> None:
    look = looked_up(guided)
    first, second = (line.line.text for line in look.topic.lines[:2])
    guided.press("N", "J")
    note = form_of(guided).note
    assert note.history == f"{first} Nej. {second} Ja."
    assert note.support_topic.startswith("Feber (demo/FEBER)")
    assert note.support_version == "2026-1"
    assert (note.urgency, note.outcome) == ("", "")  # it computes nothing
    assert [line.tick for line in look.topic.lines[:2]] == [Tick.NO, Tick.YES]


def test_the_same_answer_once_more_takes_it_back_and_leaves_the_rest(guided: Seat) -> None:
    form = form_of(guided)
    guided.press("F4")
    guided.write("Egen text.")
    looked_up(guided)
    guided.press("N", "Up", "N")
    assert form.note.history == "Egen text."
    guided.press("Up", "J", "Up", "N")
    assert form.note.history.startswith("Egen text. ")
    assert form.note.history.endswith(" Nej.")
    assert "Ja." not in form.note.history


def test_advice_and_call_back_go_into_their_own_fields_by_space(guided: Seat) -> None:
    look = looked_up(guided)
    kinds = [line.line.kind for line in look.topic.lines]
    for _ in range(kinds.index(LineKind.ADVICE)):
        guided.press("Down")
    guided.press("Space")
    for _ in range(kinds.index(LineKind.CALL_BACK) - kinds.index(LineKind.ADVICE)):
        guided.press("Down")
    guided.press("Space")
    note = form_of(guided).note
    advice = next(line for line in look.topic.lines if line.line.kind is LineKind.ADVICE)
    back = next(line for line in look.topic.lines if line.line.kind is LineKind.CALL_BACK)
    assert note.advice == advice.line.text
    assert note.call_back_if == back.line.text
    assert form_of(guided).call_back_if.isVisibleTo(form_of(guided))


def test_lay_words_find_another_topic_and_esc_goes_back_to_the_list_and_to_the_note(
    guided: Seat,
) -> None:
    guided.press("F4")
    look = looked_up(guided)
    guided.press("Esc")
    guided.write("ont i bröstet")
    guided.see("Bröstsmärta")
    guided.press("Return")
    guided.settle()
    assert look.reading
    guided.see("Strålar smärtan ut i arm, hals, käke eller rygg?")
    guided.press("Esc", "Esc")
    guided.settle()
    assert look.isHidden()
    assert form_of(guided).history.edit.hasFocus()


def test_questions_are_those_that_fit_the_age(evening: Ground, tmp_path: Path) -> None:
    load_fonts()
    seat = Seat(evening, tmp_path)
    seat.sign_in("nurse")
    seat.see("Inget samtal pågår")
    for number, child in ((WOMAN, False), ("202407022389", True)):
        seat.take_call(keyed_id=number)
        seat.see("Test Person")
        seat.press("F3")
        seat.write("Andning")
        seat.press("Return")
        look = looked_up(seat)
        assert any("revbenen" in line.line.text for line in look.topic.lines) is child
        seat.press("Ctrl+Shift+L")
        seat.see("Efterarbete")
        seat.press("Shift+F5")
    seat.leave()


def test_a_question_that_was_answered_no_raises_no_red_flag_and_one_that_was_answered_yes_does(
    guided: Seat,
) -> None:
    looked_up(guided)
    guided.press("Down", "N")
    guided.let_pass(PAUSE_MS + 50)
    flags = guided.workstation.cards.current.view.aids.flags  # type: ignore[union-attr]
    assert not flags.shown
    guided.press("Up", "J")
    guided.let_pass(PAUSE_MS + 50)
    assert flags.shown


def test_a_tick_survives_that_the_program_dies(
    evening: Ground, tmp_path: Path, qtbot: QtBot
) -> None:
    load_fonts()
    life = Died(evening, tmp_path)
    begun(life.seat)
    looked_up(life.seat)
    life.seat.press("N")
    assert kept(life.seat)
    seat = life.die_and_return()
    seat.see("Återställd text, inte sparad")
    seat.settle()
    assert form_of(seat).note.history.endswith("Nej.")
    look = looked_up(seat)
    assert look.topic.lines[0].tick is Tick.NO
    seat.leave()
