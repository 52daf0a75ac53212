"""A queue is chosen by the name that all screens give it, and kept as the exchange calls it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.domain.supervision.targets import Aim
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.supervision.leading_desk import lead, sit
from tests.ui.workstation.test_people import beside
from ui.dialogs.supervision.sample_draw import SampleDrawDialog
from ui.dialogs.supervision.target import TargetDialog
from ui.panels.supervision.aims import AimsView


@pytest.fixture
def seat(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Seat:
    lead(ground)

    def aimed() -> None:
        ground.desk.sessions.sign_in("lead", PASSWORD)
        ground.desk.targets.put(None, Aim("ANSW", 70_000, queue="nagon-ko"))
        ground.desk.sessions.sign_out()

    beside(aimed)
    return Seat(ground, tmp_path)


def aims_of(seat: Seat) -> AimsView:
    view = seat.workstation.pages.supervision.view
    assert isinstance(view, AimsView)
    return view


def test_a_target_of_a_queue_is_made_by_the_name_on_the_screen(seat: Seat) -> None:
    sit(seat, tab="Alt+7")
    seat.see("Andel besvarade samtal, nagon-ko")  # one that nobody knows is there all the same
    seat.press("Alt+H")
    seat.see("Nytt mål")
    (dialog,) = seat.window.findChildren(TargetDialog)
    dialog.value.set_text("90")
    dialog.queue.box.setFocus()
    dialog.queue.box.line.selectAll()
    seat.write("1177 på telefon")
    seat.press("Tab")
    assert dialog.queue.queue == "1177"
    dialog.primary.click()
    seat.see("Målet är sparat.")
    seat.see("Andel besvarade samtal, 1177 på telefon")
    made = next(e for e in asked(seat, lambda desk: desk.targets.all()) if e.queue == "1177")
    assert (made.figure, made.value) == ("ANSW", 90_000)
    seat.until(lambda: aims_of(seat).target_table.current == made, "the new one chosen")
    aims_of(seat).target_table.setFocus()
    seat.press("Return")
    seat.see("Ändra målet")
    again = seat.window.findChildren(TargetDialog)[-1]
    assert again.queue.queue == "1177"
    assert again.queue.box.line.text() == "1177 på telefon"
    again.queue.show_queue("nagon-ko")
    assert again.queue.queue == "nagon-ko"
    again.reject()
    seat.leave()


def test_a_queue_without_calls_is_told_at_the_queue(seat: Seat) -> None:
    sit(seat, tab="Alt+7")
    dialog = SampleDrawDialog(seat.tasks, aims_of(seat)._services, parent=seat.window)
    dialog.open()
    seat.see("Dra ett urval")
    dialog.queue.show_queue("vaxel")
    dialog.primary.click()
    seat.see("Inget besvarat samtal ringde till kön under de dagarna.")
    assert dialog.queue.error
    assert dialog.first.error == ""
    dialog.queue.show_queue("")
    dialog.primary.click()
    seat.see("Inget besvarat samtal ringde under de dagarna.")
    assert dialog.first.error
    dialog.reject()
    seat.leave()
