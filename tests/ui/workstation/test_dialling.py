"""A number that is shown is rung by its key or its button; by hand where no exchange does it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kundcenter.domain.calls import Call, CallState, Channel
from kundcenter.domain.lines import ExchangeRefused, Refusal
from tests.ground import MORNING, NUMBER
from tests.ui.workstation.directory import Placed, furnish_directory
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_stretch import cut
from ui.dialling import Dialling, NumberShown
from ui.dialogs.unit import UnitCardDialog
from ui.panels.caller import HiddenCaller
from ui.panels.units import UnitsPage
from ui.widgets.buttons import IconButton

CENTRE = "Ängsgärdets vårdcentral"


@pytest.fixture
def placed(seat: Seat) -> Placed:
    return furnish_directory(seat.ground)


@pytest.fixture
def at_units(placed: Placed, seat: Seat) -> Seat:
    seat.sign_in("nurse")
    seat.press("Ctrl+7")
    seat.see(CENTRE)
    seat.press("Ctrl+F")
    seat.write("ängsgärdet")
    seat.press("Return")
    seat.line.rings_out = True
    return seat


def number(seat: Seat, placed: Placed) -> str:
    units = asked(seat, lambda desk: desk.units.some((placed.health_centre,)))
    return units[0].unit.phone


def shown(seat: Seat) -> NumberShown:
    seat.see("Nummer att ringa")
    dialog = seat.window.findChild(NumberShown)
    assert dialog is not None
    return dialog


def test_a_unit_is_rung_by_the_key(at_units: Seat, placed: Placed) -> None:
    at_units.press("Ctrl+G")
    at_units.until(lambda: len(at_units.line.rung_out) == 1, "rung up")
    assert at_units.line.rung_out == [number(at_units, placed)]
    at_units.see("Lyft luren när telefonen ringer.")


def test_each_number_on_a_units_card_has_a_button_that_tab_comes_to(
    at_units: Seat, placed: Placed
) -> None:
    seat = at_units
    dialog = UnitCardDialog(
        seat.tasks, seat.workstation.pages._services, placed.health_centre, parent=seat.window
    )
    dialog.open()
    seat.see("Enhetens kort")
    rings = [b for b in dialog.findChildren(IconButton) if b.accessibleName().startswith("Ring ")]
    assert rings
    assert cut(seat) == []
    for _ in range(30):
        if seat.focus() in rings:
            break
        seat.press("Tab")
    focused = seat.focus()
    assert focused in rings
    seat.press("Space")
    seat.until(lambda: len(seat.line.rung_out) == 1, "rung up")


def test_where_no_line_rings_out_the_number_is_shown_and_copied(
    at_units: Seat, placed: Placed
) -> None:
    at_units.line.rings_out = False
    at_units.press("Ctrl+G")
    dialog = shown(at_units)
    assert QApplication.clipboard().text() == number(at_units, placed)
    assert dialog.number.text() in at_units.reads()
    assert cut(at_units) == []


def test_what_the_exchange_refuses_is_said_and_shown(
    at_units: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> None:
        raise ExchangeRefused(action="ring_out", why=Refusal.NOT_PERMITTED)

    monkeypatch.setattr(at_units.line, "ring_out", refuse)
    at_units.press("Ctrl+G")
    shown(at_units)


@pytest.mark.parametrize(
    ("written", "rings"),
    [("+46701740605", True), ("070-174 06 05", True), ("1177", False), ("4512", False)],
)
def test_only_public_numbers_are_rung(nurse: Seat, written: str, rings: bool) -> None:
    nurse.line.rings_out = True
    dialling = Dialling.of(nurse.tasks, nurse.workstation.pages._services)
    assert dialling.rings(written) is rings
    dialling.dial(written, nurse.window)
    nurse.settle()
    assert nurse.line.rung_out == (["+46701740605"] if rings else [])


def test_112_is_never_rung_nor_copied_so(nurse: Seat) -> None:
    nurse.line.rings_out = nurse.line.reaches_emergency = True
    QApplication.clipboard().setText("annat")
    Dialling.of(nurse.tasks, nurse.workstation.pages._services).dial("1 1 2", nurse.window)
    nurse.see("112 rings inte upp härifrån. Larma med F12.")
    assert nurse.line.rung_out == nurse.line.emergencies == []
    assert QApplication.clipboard().text() == "annat"


def test_no_number_is_nothing_to_ring(nurse: Seat) -> None:
    dialling = Dialling.of(nurse.tasks, nurse.workstation.pages._services)
    for nothing in (None, ""):
        dialling.dial(nothing, nurse.window)
        assert not dialling.rings(nothing)
    nurse.settle()
    assert nurse.window.findChild(NumberShown) is None


def test_a_button_says_whom_it_rings(nurse: Seat) -> None:
    nurse.line.rings_out = True
    dialling = Dialling.of(nurse.tasks, nurse.workstation.pages._services)
    button = dialling.button("+46406280477", nurse.window)
    assert button.accessibleName() == "Ring 040-628 04 77"
    button.click()
    nurse.until(lambda: nurse.line.rung_out == ["+46406280477"], "rung up")
    button.deleteLater()


def test_the_page_keeps_its_card(at_units: Seat) -> None:
    page = at_units.workstation.pages["units"]
    assert isinstance(page, UnitsPage)
    assert cut(at_units) == []


def test_the_hidden_number_on_ones_own_card_is_rung_when_the_line_is_down(qtbot: QtBot) -> None:
    line, said = HiddenCaller(), list[str]()
    qtbot.addWidget(line)
    line.dial_wanted.connect(said.append)
    call = Call(UUID(int=1), Channel.LINE, MORNING, MORNING, NUMBER, number_hidden=True)
    line.show_call(replace(call, state=CallState.TALKING))
    assert not line.ring.isEnabled()  # whom one talks with is not rung
    line.show_call(replace(call, state=CallState.WRAP_UP))
    line.ring.click()
    assert said == [NUMBER]
