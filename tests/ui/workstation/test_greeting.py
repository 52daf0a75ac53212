"""What is said first: on the strip, by the called number, the queue, the mode and one's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kundcenter.changes import Changes
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.domain.switchboard.terms import Greeting
from kundcenter.domain.switchboard.terms_default import DEFAULT
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.messaged import Messaged, furnish_messages
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import beside, picture
from ui.theme.fonts import load_fonts
from ui.theme.look import Look
from ui.theme.wear import wear

Sit = Callable[..., Seat]
ALL, QUEUE, NUMBERED = "Regionen, det är {namn}.", "1177, du talar med {namn}.", "Direktlinjen."
ALARMED = "Vi har ett nödläge. Vad är brådskande?"
LONG = "Välkommen till regionens gemensamma växel och servicefunktion, du talar med {namn}. " * 2


def greet(ground: Ground, *greetings: Greeting) -> None:
    """Publish these greetings, and one for whatever they are not for."""

    def deed() -> None:
        desk = ground.desk
        desk.sessions.sign_in("leader", PASSWORD)
        newest = desk.switchboard_terms.current()
        content = replace(DEFAULT, greetings=(Greeting(ALL), *greetings))
        desk.switchboard_terms.publish(content, upon=newest.number if newest else 0)
        desk.sessions.sign_out()

    beside(deed)


@pytest.fixture
def messaged(ground: Ground) -> Messaged:
    return furnish_messages(ground)


@pytest.fixture
def sit_down(ground: Ground, messaged: Messaged, tmp_path: Path, qtbot: QtBot) -> Iterator[Sit]:
    load_fonts()
    seats: list[Seat] = []

    def seated(name: str = "switch") -> Seat:
        seats.append(Seat(ground, tmp_path))
        seats[-1].sign_in(name)
        seats[-1].settle()
        return seats[-1]

    yield seated
    for seat in seats:
        seat.leave()


def said(seat: Seat) -> str:
    """What the strip tells to say; nothing while it is not in sight."""
    line = seat.window.strip.greeting
    return line.words if line.isVisible() else ""


@pytest.mark.parametrize(
    ("greetings", "words"),
    [
        ((), "Regionen, det är Test."),
        ((Greeting(QUEUE, queue="1177"),), "1177, du talar med Test."),
        ((Greeting(QUEUE, queue="växel"),), "Regionen, det är Test."),
        (
            (Greeting(QUEUE, queue="1177"), Greeting(NUMBERED, called="1177")),
            "Direktlinjen.",
        ),
    ],
    ids=["all", "queue", "other queue", "number before queue"],
)
def test_it_stands_on_the_strip_while_it_rings(
    sit_down: Sit, ground: Ground, greetings: tuple[Greeting, ...], words: str
) -> None:
    greet(ground, *greetings)
    seat = sit_down()
    assert said(seat) == ""
    seat.line.ring()
    seat.see("Ringer", words)
    assert said(seat) == words
    picture(seat, "greeting-rings")


def test_it_stays_while_one_talks_and_goes_with_the_talk(sit_down: Sit, ground: Ground) -> None:
    greet(ground)
    seat = sit_down()
    seat.line.ring()
    seat.see("Ringer")
    seat.let_pass(410)
    seat.press("Ctrl+Shift+S")
    seat.see("I samtal", "Regionen, det är Test.")
    seat.press("Ctrl+Shift+P")
    seat.see("Parkerat")
    assert said(seat) == ""
    seat.press("Ctrl+Shift+P")
    seat.see("I samtal")
    seat.press("Ctrl+Shift+L")
    seat.see("Efterarbete")
    assert said(seat) == ""


def test_a_new_edition_and_a_new_mode_are_heard_at_once(sit_down: Sit, ground: Ground) -> None:
    greet(ground)
    seat = sit_down()
    seat.line.ring()
    seat.see("Regionen, det är Test.")
    seat.settle()

    def order() -> tuple[Changes, Changes]:
        desk = ground.desk
        desk.sessions.sign_out()
        desk.sessions.sign_in("leader", PASSWORD)
        content = replace(
            DEFAULT, greetings=(Greeting(ALL), Greeting(ALARMED, mode=Mode.EMERGENCY))
        )
        changes = desk.switchboard_terms.publish(content, upon=1)
        return changes, desk.modes.set(Mode.EMERGENCY, "Strömavbrott")

    published, ordered = beside(order)
    seat.tasks.announce(published)
    seat.tasks.announce(ordered)
    seat.see(ALARMED, "Nödläge tills vidare", "Nödläge gäller nu.")
    picture(seat, "greeting-emergency")


def test_the_strip_keeps_its_height_and_a_long_one_ends_in_its_tip(
    sit_down: Sit, ground: Ground
) -> None:
    greet(ground, Greeting(LONG.strip(), queue="1177"))
    seat = sit_down()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for size in (100, 150):
        wear(app, Look(size=size))
        seat.settle()
        before = seat.window.strip.height()
        ringing = seat.line.ring()
        seat.until(lambda: bool(said(seat)), "the greeting")
        seat.settle()
        line = seat.window.strip.greeting
        assert seat.window.strip.height() == before
        whole = " ".join(LONG.replace("{namn}", "Test").split())
        assert line.words == whole
        assert line.accessibleName().endswith(whole)
        assert line.text() == whole or (line.text().endswith("…") and line.toolTip())
        assert line.text()
        picture(seat, f"greeting-long-{size}")
        seat.line.gives_up(ringing)
        seat.until(lambda: not said(seat), "silence")


def test_whoever_works_no_calls_has_no_greeting(sit_down: Sit, ground: Ground) -> None:
    greet(ground)
    seat = sit_down("reviewer")
    assert not seat.window.strip.isVisible()
