"""The waiting list on a real desk: put on it from the card and the page, changed and ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from typing import TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import QLocale

from kundcenter.domain.freed_times import Wait, WaitState
from tests.ground import ASKED, WOMAN, Ground
from tests.services.freed_ground import Waiting
from tests.ui.workstation.freed_clinic import done, opened, page_of, two_wait
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_people import picture
from ui.dialogs.ground import GroundDialog
from ui.dialogs.wait import WaitDialog
from ui.widgets.dialog import Dialog

D = TypeVar("D", bound=Dialog)


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    """Days as the program tells them."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def clinic(ground: Ground) -> Waiting:
    return opened(ground)


@pytest.fixture
def on_card(clinic: Waiting, seat: Seat) -> Seat:
    """A nurse in a call about the woman."""
    seat.sign_in("nurse")
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")
    return seat


def dialog(seat: Seat, kind: type[D]) -> D:
    """The one of the kind that is shown."""
    seat.settle()
    (found,) = [each for each in seat.window.findChildren(kind) if each.isVisible()]
    return found


def waiting(seat: Seat, clinic: Waiting) -> tuple[Wait, ...]:
    return asked(seat, lambda desk: desk.wait_list.of_unit(clinic.unit))


def put(seat: Seat) -> None:
    """The woman on the list, by keys."""
    seat.press("Ctrl+Shift+X")
    seat.see("Sätt upp på väntelistan")
    seat.write("ankd")
    seat.press("Return", "Tab")
    seat.write("NYBESOK")
    seat.press("Ctrl+Return")
    seat.see("Patienten står på väntelistan.")


def to_list(seat: Seat) -> None:
    """The unit's list on the page."""
    seat.press("Ctrl+W", "Ctrl+Shift+J", "Ctrl+F")
    seat.write("ankd")
    seat.press("Return")
    seat.see("Väntar: 1")


def say_why(seat: Seat) -> None:
    seat.see("Personen hör inte till ditt samtal")
    seat.press("2")
    seat.write("Ringer för att fråga om tiden ännu behövs")
    seat.press("Return")


def test_a_patient_is_put_on_the_list_from_the_card(on_card: Seat, clinic: Waiting) -> None:
    put(on_card)
    (wait,) = waiting(on_card, clinic)
    assert (wait.time_type, wait.notice, wait.weekdays) == (
        "NYBESOK",
        timedelta(hours=24),
        frozenset(),
    )
    told = asked(on_card, lambda desk: desk.wait_list.get(wait.id, ASKED))
    assert told.wait.number == "+46701740605"  # that of the call


def test_what_suits_the_patient_is_written_down(on_card: Seat, clinic: Waiting) -> None:
    on_card.press("Ctrl+Shift+X")
    shown = dialog(on_card, WaitDialog)
    shown.unit.take(str(clinic.unit))
    shown.time_type.set_text("ATERBESOK")
    shown.notice.take("2")
    shown.earliest.set_text("24/11")
    shown.latest.set_text("2026-12-24")
    shown.starts.set_text("8")
    shown.ends.set_text("12.30")
    shown.days[1].click()
    shown.days[3].click()
    shown.others.click()
    picture(on_card, "wait-dialog")
    shown.primary.click()
    on_card.see("Patienten står på väntelistan.")
    (wait,) = waiting(on_card, clinic)
    assert wait.notice == timedelta(hours=2)
    assert (wait.from_clock, wait.to_clock) == (time(8), time(12, 30))
    assert wait.weekdays == {1, 3}
    assert wait.other_units
    assert wait.earliest is not None
    assert wait.latest is not None
    assert wait.latest - wait.earliest == timedelta(days=30, hours=23, minutes=59)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("earliest", "snart", "Skriv dagen som 26/11"),
        ("starts", "25:00", "Skriv klockan som 08:00."),
        ("ends", "åtta", "Skriv klockan som 08:00."),
        ("number", "070-17", "nummer"),
        ("time_type", " ", "Skriv vilken sorts tid."),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    on_card: Seat, clinic: Waiting, name: str, text: str, said: str
) -> None:
    on_card.press("Ctrl+Shift+X")
    shown = dialog(on_card, WaitDialog)
    shown.unit.take(str(clinic.unit))
    shown.time_type.set_text("NYBESOK")
    field = getattr(shown, name)
    field.set_text(text)
    shown.primary.click()
    on_card.settle()
    assert said in field.error
    assert waiting(on_card, clinic) == ()


def test_nobody_waits_twice_for_the_same(on_card: Seat, clinic: Waiting) -> None:
    put(on_card)
    on_card.press("Ctrl+Shift+X")
    shown = dialog(on_card, WaitDialog)
    shown.unit.take(str(clinic.unit))
    shown.time_type.set_text("NYBESOK")
    shown.primary.click()
    on_card.see("Patienten står redan på väntelistan för det vid enheten.")
    assert len(waiting(on_card, clinic)) == 1


def test_the_list_names_nobody_and_a_line_is_opened_and_changed(
    on_card: Seat, clinic: Waiting
) -> None:
    put(on_card)
    to_list(on_card)
    picture(on_card, "wait-list")
    assert "Test Person" not in on_card.reads()
    shown_list = page_of(on_card).waits.table
    assert shown_list.horizontalHeader().length() <= shown_list.viewport().width()
    page_of(on_card).waits.take_focus()
    on_card.press("Return")
    say_why(on_card)
    on_card.see("På väntelistan", "Test Person 1988")
    picture(on_card, "wait-change")
    shown = dialog(on_card, WaitDialog)
    assert not shown.unit.isEnabled()
    assert not shown.time_type.isEnabled()
    shown.others.click()
    shown.primary.click()
    on_card.see("Raden på väntelistan är ändrad.")
    (wait,) = waiting(on_card, clinic)
    assert wait.other_units


def test_a_nurse_says_who_comes_first_on_medical_grounds(on_card: Seat, clinic: Waiting) -> None:
    put(on_card)
    to_list(on_card)
    on_card.press("Ctrl+B")
    on_card.see("Medicinsk prioritet")
    on_card.press("2")
    picture(on_card, "wait-priority")
    on_card.press("Return")
    on_card.see_no_more("Den med högre prioritet")
    (wait,) = waiting(on_card, clinic)
    assert wait.priority == 2


def test_who_gives_no_care_sets_no_priority(clinic: Waiting, seat: Seat) -> None:
    done(clinic, clinic.wait)
    seat.sign_in("switch")
    to_list(seat)
    assert not page_of(seat).waits.rank.isVisible()
    seat.press("Ctrl+B")
    seat.settle()
    assert [each for each in seat.window.findChildren(Dialog) if each.isVisible()] == []


def test_a_wait_is_ended_with_a_word_about_why(on_card: Seat, clinic: Waiting) -> None:
    put(on_card)
    to_list(on_card)
    (wait,) = waiting(on_card, clinic)
    on_card.press("Ctrl+D")
    on_card.see("Avsluta väntan?")
    on_card.write("Har fått tid på annat håll.")
    on_card.press("Return")
    on_card.see("Väntan är avslutad.", "Ingen väntar vid enheten")
    told = asked(on_card, lambda desk: desk.wait_list.get(wait.id, ASKED))
    assert told.wait.state is WaitState.ENDED
    assert told.wait.outcome == "Har fått tid på annat håll."


def test_of_somebody_in_no_call_of_ones_own_it_is_asked_why(clinic: Waiting, seat: Seat) -> None:
    done(clinic, clinic.wait)
    seat.sign_in("nurse")
    to_list(seat)
    page_of(seat).waits.take_focus()
    seat.press("Return")
    say_why(seat)
    seat.see("På väntelistan", "Test Nr 0")


@pytest.fixture
def two_lines(clinic: Waiting, seat: Seat) -> tuple[Seat, tuple[UUID, UUID]]:
    """Two who wait; it is asked why the first of them is opened."""
    waits = two_wait(clinic)
    seat.sign_in("nurse")
    seat.press("Ctrl+W", "Ctrl+Shift+J", "Ctrl+F")
    seat.write("ankd")
    seat.press("Return")
    seat.see("Väntar: 2")
    part = page_of(seat).waits
    part.take_focus()
    part.table.selectRow(0)
    current: Wait | None = part.table.current
    assert current is not None
    assert current.id == waits[0]
    seat.press("Return")
    seat.see("Personen hör inte till ditt samtal")
    return seat, waits


def test_the_reason_opens_the_line_that_it_was_written_for(
    two_lines: tuple[Seat, tuple[UUID, UUID]],
) -> None:
    seat, _ = two_lines
    page_of(seat).waits.table.selectRow(1)  # as when the line above it goes meanwhile
    say_why(seat)
    seat.see("På väntelistan", "Test Nr 0")
    assert "Test Nr 1" not in seat.reads()


def test_a_line_that_is_gone_meanwhile_is_told_and_nothing_is_busy(
    two_lines: tuple[Seat, tuple[UUID, UUID]],
) -> None:
    seat, (first, _) = two_lines
    seat.tasks.announce(asked(seat, lambda desk: desk.wait_list.end(first, "")))
    seat.see("Väntar: 1")
    say_why(seat)
    seat.see("Patienten väntar inte längre.")
    asking = dialog(seat, GroundDialog)
    assert asking.primary.isEnabled()
    assert not [each for each in seat.window.findChildren(WaitDialog) if each.isVisible()]


def test_somebody_is_found_and_put_on_the_list_from_the_page(clinic: Waiting, seat: Seat) -> None:
    seat.sign_in("nurse")
    seat.press("Ctrl+W", "Ctrl+Shift+J", "Ctrl+Shift+N")
    seat.see("Varje träff loggas.")
    seat.write("pers tes 1988")
    seat.see("880702-2382")
    seat.press("Return")
    shown = dialog(seat, WaitDialog)
    shown.unit.take(str(clinic.unit))
    shown.time_type.set_text("NYBESOK")
    shown.number.set_text("070-174 06 12")
    shown.primary.click()
    seat.see("Patienten står på väntelistan.")
    assert len(waiting(seat, clinic)) == 1
