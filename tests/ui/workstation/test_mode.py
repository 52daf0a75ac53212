"""Day, night or emergency: in the status line, by order, lifted, kept, told at every desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kundcenter.domain.switchboard.modes import Mode
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.messaged import Messaged, furnish_messages
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.timed import swedish_days
from ui.dialogs.switchboard.mode import ModeDialog
from ui.theme.fonts import load_fonts
from ui.theme.look import Look
from ui.theme.wear import wear

Sit = Callable[..., Seat]
MODE = "Ctrl+F8"
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)  # a Monday, 12:00 in Sweden
MIDNIGHT = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    with swedish_days():
        yield


@pytest.fixture
def messaged(ground: Ground) -> Messaged:
    return furnish_messages(ground)


@pytest.fixture
def sit_down(ground: Ground, messaged: Messaged, tmp_path: Path, qtbot: QtBot) -> Iterator[Sit]:
    load_fonts()
    seats: list[Seat] = []

    def seated(name: str = "leader", at: datetime = NOON) -> Seat:
        ground.clock.at = at
        seats.append(Seat(ground, tmp_path))
        seats[-1].sign_in(name)
        seats[-1].settle()
        return seats[-1]

    yield seated
    for seat in seats:
        seat.leave()


def dialog_of(seat: Seat) -> ModeDialog:
    (dialog,) = seat.window.findChildren(ModeDialog)
    return dialog


def order(ground: Ground, mode: Mode, reason: str, ends_at: datetime | None = None) -> None:
    def deed() -> None:
        ground.desk.sessions.sign_in("leader", PASSWORD)
        ground.desk.modes.set(mode, reason, ends_at)
        ground.desk.sessions.sign_out()

    beside(deed)


@pytest.mark.parametrize(
    ("at", "words"), [(NOON, "Dagläge"), (MIDNIGHT, "Nattläge")], ids=["noon", "midnight"]
)
def test_without_an_order_the_hours_decide(sit_down: Sit, at: datetime, words: str) -> None:
    seat = sit_down("switch", at)
    seat.see(words)
    seat.press(MODE)
    seat.see(f"{words} enligt dagens timmar.", "Dagläge enligt timmarna:")
    assert not dialog_of(seat).mode.isVisible()  # a telephonist reads
    assert not dialog_of(seat).lift.isVisible()
    picture(seat, "mode-read")
    seat.press("Return")
    seat.see_no_more("enligt dagens timmar.")


def test_the_mode_changes_by_the_clock_alone(sit_down: Sit, ground: Ground) -> None:
    seat = sit_down("switch")
    seat.see("Dagläge")
    ground.clock.at = MIDNIGHT
    seat.workstation.messaging.terms._on_time()
    seat.see("Nattläge", "Nattläge gäller nu.")


def test_an_order_is_given_by_keys_and_lifted(sit_down: Sit) -> None:
    seat = sit_down()
    seat.press(MODE)
    seat.see("Vilket läge ska gälla från nu?")
    seat.write("3")
    seat.press("Tab")
    seat.write("Strömavbrott på sjukhuset")
    seat.press("Tab")
    seat.write("15:30")
    picture(seat, "mode-order")
    seat.press("Return")
    seat.see("Läget är nu nödläge.", "Nödläge till 15:30")
    (held,) = asked(seat, lambda desk: desk.modes.standing())
    assert (held.mode, held.reason) == (Mode.EMERGENCY, "Strömavbrott på sjukhuset")
    assert held.ends_at == datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
    seat.press(MODE)
    seat.see("Nödläge sedan 12:00, till 15:30: Strömavbrott på sjukhuset")
    dialog_of(seat).lift.click()
    seat.see("Beslutet är hävt. Dagens timmar gäller.")
    seat.see_no_more("Nödläge till 15:30")
    assert asked(seat, lambda desk: desk.modes.standing()) == ()


def test_what_is_missing_is_said_at_its_field(sit_down: Sit) -> None:
    seat = sit_down()
    seat.press(MODE)
    seat.see("Vilket läge ska gälla från nu?")
    dialog = dialog_of(seat)
    dialog.primary.click()
    seat.see("Välj ett läge.")
    seat.write("2")
    dialog.primary.click()
    seat.see("Skriv varför.")
    seat.write("Sjukdom")
    dialog.until.set_text("om en stund")
    dialog.primary.click()
    seat.see("Skriv tiden som 21:00 eller 2026-11-24 07:00.")
    dialog.until.set_text("2026-11-22 07:00")
    dialog.primary.click()
    seat.see("Sluttiden har redan varit.")
    assert asked(seat, lambda desk: desk.modes.standing()) == ()


def test_an_order_ends_by_itself_at_its_time(sit_down: Sit, ground: Ground) -> None:
    ground.clock.at = NOON
    order(ground, Mode.NIGHT, "Ombyggnad", datetime(2026, 11, 23, 12, 0, tzinfo=UTC))
    seat = sit_down("switch")
    seat.see("Nattläge till 13:00")
    ground.clock.pass_time(hours=2)
    seat.workstation.messaging.terms._on_time()
    seat.see_no_more("Nattläge till 13:00")
    seat.see("Dagläge")


def test_whoever_signs_out_leaves_no_mode_behind(sit_down: Sit) -> None:
    seat = sit_down("switch")
    seat.see("Dagläge")
    seat.press("Ctrl+Q")
    seat.see("Logga in")
    assert "mode" not in seat.window.status._items
    assert not seat.workstation.messaging.terms.here


def test_a_reason_is_kept_over_a_crash(sit_down: Sit, ground: Ground) -> None:
    seat = sit_down()
    seat.press(MODE)
    seat.see("Vilket läge ska gälla från nu?")
    dialog_of(seat).reason.setFocus()
    seat.write("Översvämning i källaren")
    seat.let_pass(1500)
    seat.settle()
    seat.leave()
    beside(ground.desk.sessions.sign_out)
    again = sit_down()
    again.press(MODE)
    again.see("Återställd text, inte sparad")
    assert dialog_of(again).reason.text() == "Översvämning i källaren"


def test_at_a_desk_with_a_centre_an_order_is_preliminary(sit: Callable[..., Seat]) -> None:
    seat = sit("leader")
    seat.press(MODE)
    seat.see("Vilket läge ska gälla från nu?")
    seat.write("2")
    seat.press("Tab")
    seat.write("Ombyggnad")
    seat.press("Return")
    seat.see("Läget är nu nattläge. Preliminärt, tills centralen har svarat.")


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_has_names_and_is_reached_by_keys(
    sit_down: Sit, ground: Ground, size: int, theme: str
) -> None:
    ground.clock.at = NOON
    order(ground, Mode.EMERGENCY, "Strömavbrott på hela sjukhuset och i kommunens växel")
    seat = sit_down()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, Look(theme=theme, size=size))  # type: ignore[arg-type]
    seat.press(MODE)
    seat.see("Vilket läge ska gälla från nu?")
    seat.settle()
    assert (nameless(seat), unreachable(seat), ambiguous(seat)) == ([], [], {})
    assert dialog_of(seat).height() <= seat.window.height()
    picture(seat, f"mode-{size}-{theme}")
