"""Greetings, hours of day, templates and the secrecy card: read, written, published, kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kundcenter.domain.opening_text import hours_text
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.domain.switchboard.terms import Greeting, Template
from kundcenter.domain.switchboard.terms_default import DEFAULT
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.messaged import Messaged, furnish_messages
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import beside, picture
from ui.dialogs.switchboard.terms import SwitchboardTermsDialog
from ui.dialogs.switchboard.terms_rows import GreetingDialog, TemplateDialog
from ui.theme.fonts import load_fonts
from ui.theme.look import Look
from ui.theme.wear import wear

Sit = Callable[..., Seat]
TERMS = "Ctrl+Shift+F8"
OWN = "programmets egna, påhittade förslag"
WORDS = "Direktlinjen, det är {namn}."


@pytest.fixture
def messaged(ground: Ground) -> Messaged:
    return furnish_messages(ground)


@pytest.fixture
def sit_down(ground: Ground, messaged: Messaged, tmp_path: Path, qtbot: QtBot) -> Iterator[Sit]:
    load_fonts()
    seats: list[Seat] = []

    def seated(name: str = "leader") -> Seat:
        seats.append(Seat(ground, tmp_path))
        seats[-1].sign_in(name)
        seats[-1].settle()
        return seats[-1]

    yield seated
    for seat in seats:
        seat.leave()


def opened(seat: Seat, words: str = OWN) -> SwitchboardTermsDialog:
    seat.press(TERMS)
    seat.see("Växelns hälsningar, mallar och dagtid", words)
    seat.settle()
    (dialog,) = seat.window.findChildren(SwitchboardTermsDialog)
    return dialog


def publish(ground: Ground, *, comment: str = "") -> None:
    def deed() -> None:
        desk = ground.desk
        desk.sessions.sign_out()
        desk.sessions.sign_in("leader", PASSWORD)
        newest = desk.switchboard_terms.current()
        content = replace(DEFAULT, secrecy=("En regel", "En till"))
        upon = newest.number if newest else 0
        desk.switchboard_terms.publish(content, upon=upon, comment=comment)

    beside(deed)


def test_a_telephonist_reads_them_and_changes_nothing(sit_down: Sit) -> None:
    seat = sit_down("switch")
    dialog = opened(seat)
    assert not dialog.greetings.add.isVisible()
    assert not dialog.comment.isVisible()
    assert dialog.secrecy.edit.isReadOnly()
    assert dialog.day.text() == hours_text(DEFAULT.day)
    dialog.greetings.table.selectRow(0)
    dialog.greetings.table.setFocus()
    seat.press("Return")
    assert seat.window.findChildren(GreetingDialog) == []
    seat.press("Esc")
    seat.see_no_more("Växelns hälsningar, mallar och dagtid")


def test_a_greeting_is_added_by_keys_and_said_at_once(sit_down: Sit) -> None:
    seat = sit_down()
    dialog = opened(seat)
    dialog.greetings.add.click()
    seat.see("Vad som sägs", "Så låter det:")
    seat.write(WORDS)
    seat.see("Så låter det: Direktlinjen, det är Test.")
    seat.press("Tab")
    seat.write("1177")
    picture(seat, "greeting-dialog")
    seat.press("Return")
    seat.see_no_more("Så låter det:")
    assert dialog.greetings.values[-1] == Greeting(WORDS, called="1177")
    dialog.comment.setFocus()
    seat.write("Direktlinjen har fått en egen")
    seat.press("Return")
    seat.see("Växelns nya utgåva gäller nu.")
    current = asked(seat, lambda desk: desk.switchboard_terms.current())
    assert current is not None
    assert (current.number, current.comment) == (1, "Direktlinjen har fått en egen")
    assert current.content.greetings == (*DEFAULT.greetings, Greeting(WORDS, called="1177"))
    seat.line.ring()
    seat.see("Direktlinjen, det är Test.")


@pytest.mark.parametrize(
    ("text", "called", "words"),
    [
        ("", "", "Skriv vad som sägs."),
        ("Hej {du}", "", "Mellan klamrar kan bara {namn} stå."),
        ("Hej", "hallå", "Det är inget telefonnummer."),
    ],
    ids=["empty", "braces", "number"],
)
def test_a_greeting_that_cannot_be_said_is_refused_at_its_field(
    sit_down: Sit, text: str, called: str, words: str
) -> None:
    seat = sit_down()
    dialog = opened(seat)
    dialog.greetings.add.click()
    seat.see("Vad som sägs")
    (one,) = seat.window.findChildren(GreetingDialog)
    one.text.set_text(text)
    one.called.set_text(called)
    one.primary.click()
    seat.see(words)
    assert len(dialog.greetings.values) == len(DEFAULT.greetings)


def test_a_template_is_added_and_one_is_offered_no_more(sit_down: Sit) -> None:
    seat = sit_down()
    dialog = opened(seat)
    dialog.templates.add.click()
    seat.see("Mall för meddelanden")
    (one,) = seat.window.findChildren(TemplateDialog)
    for code, text, words in (
        ("Å!", "Text", "Skriv en kod av små bokstäver"),
        (DEFAULT.templates[0].code, "Text", "Koden är upptagen."),
        ("ny-mall", "[[lucka", "stängs"),
    ):
        one.code.set_text(code)
        one.name.set_text("Ny mall för test")
        one.text.set_text(text)
        one.primary.click()
        seat.settle()
        assert one.code.error or one.text.error, words
    one.text.set_text("Ring [[vem]] om [[!vad]].")
    picture(seat, "template-dialog")
    one.primary.click()
    seat.see_no_more("Mall för meddelanden\n")
    made = Template("ny-mall", "Ny mall för test", "Ring [[vem]] om [[!vad]].")
    assert dialog.templates.values[-1] == made
    dialog.templates.table.choose(0)
    dialog.templates.change.click()
    seat.see("Erbjuds inte längre")
    (other,) = [each for each in seat.window.findChildren(TemplateDialog) if each is not one]
    assert other.code.edit.isReadOnly()
    other.ended.click()
    other.primary.click()
    seat.settle()
    assert dialog.templates.values[0].ended
    dialog.comment.set_text("Mallarna")
    dialog.primary.click()
    seat.see("Växelns nya utgåva gäller nu.")
    seat.until(lambda: made in seat.workstation.messaging.terms.templates, "the template")
    codes = [each.code for each in seat.workstation.messaging.terms.templates]
    assert DEFAULT.templates[0].code not in codes


def test_hours_and_card_are_written_and_wrong_hours_are_told(sit_down: Sit) -> None:
    seat = sit_down()
    dialog = opened(seat)
    dialog.day.set_text("mån-fre åtta till fem")
    dialog.primary.click()
    seat.settle()
    assert dialog.day.error
    dialog.day.set_text("")
    dialog.comment.set_text("Tomt")
    dialog.primary.click()
    seat.see("Skriv när det är dag.")
    dialog.day.set_text("mån-sön dygnet runt")
    dialog.secrecy.set_text("Bekräfta aldrig att någon är patient.\n\nRing upp på eget nummer.")
    dialog.primary.click()
    seat.see("Växelns nya utgåva gäller nu.")
    current = asked(seat, lambda desk: desk.switchboard_terms.current())
    assert current is not None
    assert len(current.content.secrecy) == 2
    assert seat.workstation.messaging.terms.mode is Mode.DAY


def test_two_greetings_for_the_same_are_told_with_the_line(sit_down: Sit) -> None:
    seat = sit_down()
    dialog = opened(seat)
    dialog.greetings.put(None, replace(DEFAULT.greetings[0], text="Samma igen"))
    count = len(dialog.greetings.values)
    dialog.primary.click()
    seat.see(f"Hälsning {count}: en annan är redan för samma nummer, kö och läge.")
    assert dialog.greetings.table.currentIndex().row() == count - 1
    dialog.greetings.set_values((Greeting("Bara kön", queue="växel"),))
    dialog.primary.click()
    seat.see("En hälsning ska gälla alla nummer och köer, i alla lägen.")
    assert asked(seat, lambda desk: desk.switchboard_terms.all()) == ()


def test_nothing_is_published_by_a_stroke_too_soon_nor_lost_by_one(sit_down: Sit) -> None:
    seat = sit_down()
    dialog = opened(seat)
    dialog.primary.click()
    seat.see("Inget är ändrat. Skriv varför")
    dialog.secrecy.set_text("Bara en regel")
    seat.press("Esc")
    seat.see("Tryck Esc igen")
    seat.press("Esc")
    seat.see_no_more("Växelns hälsningar, mallar och dagtid")
    assert asked(seat, lambda desk: desk.switchboard_terms.all()) == ()


def test_an_older_edition_can_count_again_and_a_stale_one_is_told(
    sit_down: Sit, ground: Ground
) -> None:
    for comment in ("Den första", ""):
        publish(ground, comment=comment)
    beside(ground.desk.sessions.sign_out)
    seat = sit_down()
    dialog = opened(seat, "Nummer 2, gäller nu")
    dialog.edition.take("1")
    seat.see("Den första")
    publish(ground)
    dialog.comment.set_text("Den första igen")
    dialog.primary.click()
    seat.see("utgåva 3 av växelns villkor")


def test_a_word_about_the_next_edition_is_kept_over_a_crash(sit_down: Sit, ground: Ground) -> None:
    seat = sit_down()
    opened(seat).comment.setFocus()
    seat.write("Därför att nämnden bad om det")
    seat.let_pass(1500)
    seat.settle()
    seat.leave()
    beside(ground.desk.sessions.sign_out)
    again = sit_down()
    dialog = opened(again, "Återställd text, inte sparad")
    assert dialog.comment.text() == "Därför att nämnden bad om det"


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_has_names_and_is_reached_by_keys(sit_down: Sit, size: int, theme: str) -> None:
    seat = sit_down()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, Look(theme=theme, size=size))  # type: ignore[arg-type]
    dialog = opened(seat)
    assert (nameless(seat), unreachable(seat)) == ([], [])
    assert ambiguous(seat) == {"Del": 2}  # in the one or the other list, where the cursor is
    assert dialog.width() <= seat.window.width()
    assert dialog.height() <= seat.window.height()
    picture(seat, f"terms-{size}-{theme}")
    for add in (dialog.greetings.add, dialog.templates.add):
        add.click()
        seat.settle()
        assert (nameless(seat), unreachable(seat), ambiguous(seat)) == ([], [], {})
        picture(seat, f"terms-row-{size}-{theme}-{add.text()}")
        seat.press("Esc")
