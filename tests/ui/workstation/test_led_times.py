"""A unit's free times for whoever leads: added, closed, opened again and resized, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from kundcenter.domain.calendar import local
from kundcenter.domain.capacity import Room
from kundcenter.start.desk import Desk
from tests.ground import Ground
from tests.services.freed_ground import Waiting
from tests.ui.workstation.freed_clinic import UNIT, done, opened, page_of
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_every_button import live
from tests.ui.workstation.test_people import picture
from tests.ui.workstation.test_stretch import cut
from ui.actions import Action
from ui.dialogs.led_time import PlacesDialog
from ui.dialogs.new_time import NewTimeDialog
from ui.panels.free_rooms import STATE
from ui.theme.look import Look
from ui.theme.themes import ThemeName
from ui.theme.wear import wear

LED = {Action.TIME_NEW, Action.TIME_TURN, Action.TIME_PLACES, Action.TIMES_EVERY}


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    """Days as the program tells them."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def clinic(ground: Ground) -> Waiting:
    """A time with three places that one has, and one in ten days that nobody has."""
    made = opened(ground)

    def furnish() -> None:
        slot = made.time(capacity=3, performer="Test Läkare")
        made.booked(slot)
        made.time(after=timedelta(days=10), time_type="ATERBESOK")

    done(made, furnish)
    return made


def begin(seat: Seat, name: str) -> None:
    """The unit's free times, with the first chosen."""
    seat.sign_in(name)
    seat.press("Ctrl+W", "Ctrl+J", "Ctrl+J")
    seat.see("Välj en enhet")
    seat.press("Ctrl+F")
    seat.write("ankd")
    seat.press("Return")
    seat.see("NYBESOK", "ATERBESOK", "Tider: 2")


@pytest.fixture
def leader(clinic: Waiting, seat: Seat) -> Seat:
    begin(seat, "eva")
    return seat


def rooms(seat: Seat, clinic: Waiting) -> dict[str, Room]:
    """All the times of the unit by their kinds."""

    def look(desk: Desk) -> tuple[Room, ...]:
        now = clinic.ground.clock.at
        return desk.timeslots.of_unit(clinic.unit, start=now, end=now + timedelta(days=90))

    return {room.timeslot.category: room for room in asked(seat, look)}


def fill(seat: Seat, *texts: str) -> None:
    """Write in one field after another; an empty text leaves what stands there."""
    for text in texts:
        if text:
            seat.press("Ctrl+A")
            seat.write(text)
        seat.press("Tab")


def local_clock(at: datetime) -> str:
    return f"{local(at):%Y-%m-%d %H:%M}"


def test_who_does_not_lead_has_none_of_it(clinic: Waiting, seat: Seat) -> None:
    begin(seat, "anna")
    assert not live(seat) & LED
    shown = seat.reads()
    assert not any(words in shown for words in ("Ny tid", "Stäng…", "Platser…", "Visa stängda"))


def test_who_leads_has_it_for_a_unit_and_not_for_short_notice(leader: Seat) -> None:
    assert live(leader) >= LED
    leader.see("Ny tid…", "Platser…", "Stäng…", "Visa stängda och fulla")
    picture(leader, "led")
    leader.press("Ctrl+Shift+J")
    leader.see("Test Läkare")
    assert not live(leader) & LED


def test_a_time_is_added_for_the_chosen_unit_by_keys(leader: Seat, clinic: Waiting) -> None:
    leader.press("Ctrl+Shift+T")
    leader.see("Ny ledig tid", UNIT, "Enheten har ATERBESOK, NYBESOK.")
    assert leader.focus().accessibleName() == "Dag"
    picture(leader, "new-time")
    fill(leader, "i morgon", "8", "8.45", "PROV", "2", "Test Sköterska")
    picture(leader, "new-time-filled")
    leader.press("Ctrl+Return")
    leader.see("Tiden är tillagd: i morgon 08:00–08:45.", "PROV", "Test Sköterska", "Tider: 3")
    slot = rooms(leader, clinic)["PROV"].timeslot
    assert (slot.unit_id, slot.capacity, slot.performer) == (clinic.unit, 2, "Test Sköterska")
    day = local(clinic.ground.clock.at).date() + timedelta(days=1)
    assert local_clock(slot.starts_at) == f"{day} 08:00"
    assert local_clock(slot.ends_at) == f"{day} 08:45"


def test_a_known_kind_is_offered_and_two_times_may_be_at_the_same_hour(
    leader: Seat, clinic: Waiting
) -> None:
    for who in ("Test Ett", "Test Två"):
        leader.press("Ctrl+Shift+T")
        leader.see("Enheten har ATERBESOK, NYBESOK.")
        fill(leader, "torsdag", "09:00", "09:30")
        if who == "Test Ett":
            leader.write("ater")
            leader.press("Down", "Return", "Tab", "Tab")
        else:  # as nobody has written it before
            fill(leader, "åter", "")
        leader.write(who)
        leader.press("Ctrl+Return")
        leader.see(who)
    leader.see("Tider: 4", "åter")
    assert rooms(leader, clinic)["ATERBESOK"].timeslot.performer in {"", "Test Ett"}
    assert rooms(leader, clinic)["åter"].timeslot.performer == "Test Två"


@pytest.mark.parametrize(
    ("day", "starts", "ends", "kind", "places", "words"),
    [
        ("snart", "08:00", "08:30", "PROV", "1", "Skriv dagen som 26/11 eller 2026-11-26."),
        ("2026-11-01", "08:00", "08:30", "PROV", "1", "Dagen har redan varit."),
        ("0001-01-01", "08:00", "08:30", "PROV", "1", "Dagen har redan varit."),
        ("9999-12-31", "08:00", "24:00", "PROV", "1", "Högst ett år framåt."),
        ("i morgon", "25:00", "08:30", "PROV", "1", "Skriv klockan som 08:00."),
        ("i morgon", "08:00", "åtta", "PROV", "1", "Skriv klockan som 08:00."),
        ("i morgon", "09:00", "08:30", "PROV", "1", "Tiden måste sluta efter att den har börjat."),
        ("i morgon", "09:00", "09:00", "PROV", "1", "Tiden måste sluta efter att den har börjat."),
        ("i dag", "00:01", "24:00", "PROV", "1", "Tiden har redan börjat. Skriv en senare."),
        ("2027-03-28", "02:30", "04:00", "PROV", "1", "02:30 finns inte."),
        ("i morgon", "08:00", "08:30", " ", "1", "Skriv vilken sorts tid."),
        ("i morgon", "08:00", "08:30", "PROV", "0", "Skriv ett tal från 1 till 500."),
        ("i morgon", "08:00", "08:30", "PROV", "501", "Skriv ett tal från 1 till 500."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_all_that_was_written_stands(
    leader: Seat, day: str, starts: str, ends: str, kind: str, places: str, words: str
) -> None:
    leader.press("Ctrl+Shift+T")
    leader.see("Enheten har ATERBESOK, NYBESOK.")
    fill(leader, day, starts, ends, kind, places, "Test Sköterska")
    leader.press("Ctrl+Return")
    leader.see(words)
    (dialog,) = leader.window.findChildren(NewTimeDialog)
    fields = (dialog.day, dialog.starts, dialog.ends, dialog.time_type, dialog.places)
    wrong = [field for field in fields if words in field.error]
    assert len(wrong) == 1
    assert leader.focus() is wrong[0].edit
    assert [field.text() for field in fields] == [day, starts, ends, kind, places]
    assert dialog.performer.text() == "Test Sköterska"
    picture(leader, "new-time-wrong")


def test_what_the_store_refuses_is_said_and_what_was_written_stands(
    leader: Seat, clinic: Waiting
) -> None:
    leader.press("Ctrl+Shift+T")
    leader.see("Enheten har ATERBESOK, NYBESOK.")
    fill(leader, "i morgon", "08:00", "08:30", "PROV", "1")
    (dialog,) = leader.window.findChildren(NewTimeDialog)
    dialog.performer.set_text("Test\0Sköterska")  # as a paste may bring it
    leader.press("Ctrl+Return")
    leader.settle()
    assert dialog.performer.error
    assert leader.focus() is dialog.performer.edit
    assert dialog.time_type.text() == "PROV"
    assert "PROV" not in rooms(leader, clinic)
    fill(leader, "Test Sköterska")
    leader.press("Ctrl+Return")
    leader.see("Tiden är tillagd: i morgon 08:00–08:30.")


def test_a_time_is_closed_with_who_has_it_said_and_opened_again(
    leader: Seat, clinic: Waiting
) -> None:
    leader.press("Ctrl+Shift+C")
    leader.see("Stäng tiden?", UNIT, "Bokade: 1. De behåller tiden.")
    picture(leader, "close-time")
    leader.press("Escape")
    leader.see_no_more("Stäng tiden?")
    assert not rooms(leader, clinic)["NYBESOK"].timeslot.closed
    leader.press("Ctrl+Shift+C")
    leader.see("Stäng tiden?")
    leader.press("Return")
    leader.see("Tiden är stängd.", "Tider: 1")
    shut = rooms(leader, clinic)["NYBESOK"]
    assert (shut.timeslot.closed, shut.held) == (True, 1)
    leader.press("Ctrl+H")
    leader.see("Stängd, 1 har den", "1 av 1", "Tider: 2")
    page_of(leader).free.table.setFocus()
    leader.press("Ctrl+Home")
    leader.see("Öppna igen")
    picture(leader, "closed-times")
    assert not page_of(leader).free.book.isEnabled()
    leader.press("Return")
    leader.see("På den tiden finns ingen ledig plats.")
    leader.press("Ctrl+Shift+C")
    leader.see("Tiden kan bokas igen.", "2 av 3")
    assert not rooms(leader, clinic)["NYBESOK"].timeslot.closed
    leader.press("Ctrl+H")
    leader.see("Tider: 2", "Stäng…")


def test_fewer_places_than_there_are_patients_is_said_and_can_be_undone(
    leader: Seat, clinic: Waiting
) -> None:
    slot = rooms(leader, clinic)["NYBESOK"].timeslot.id
    asked(leader, lambda _: clinic.booked(slot))
    page_of(leader).free.refresh()
    leader.settle()
    leader.press("Ctrl+P")
    leader.see("Bokade: 2. De behåller tiden.")
    picture(leader, "places")
    leader.write("0")
    leader.press("Return")
    leader.see("Skriv ett tal från 1 till 500.")
    (dialog,) = leader.window.findChildren(PlacesDialog)
    assert dialog.places.text() == "0"
    fill(leader, "1")
    leader.press("Ctrl+Return")
    leader.see("Platser på tiden: 1. 1 fler har den redan, och behåller den.", "Tider: 1")
    leader.press("Ctrl+H")
    leader.see("1 för många")
    page_of(leader).free.table.setFocus()
    leader.press("Ctrl+Home", "Ctrl+P")
    leader.see("Antal platser")
    leader.write("4")
    leader.press("Return")
    leader.see("Platser på tiden: 4.", "2 av 4")
    assert rooms(leader, clinic)["NYBESOK"].timeslot.capacity == 4


def test_an_offer_that_closing_ends_is_said_first(leader: Seat, clinic: Waiting) -> None:
    slot = rooms(leader, clinic)["NYBESOK"].timeslot.id

    def offer(_: Desk) -> None:
        clinic.offered(clinic.freed(slot).freed.id, clinic.wait())

    asked(leader, offer)
    page_of(leader).free.refresh()
    leader.settle()
    leader.press("Ctrl+Shift+C")
    leader.see(
        "Bokade: 1. De behåller tiden. Erbjudna just nu: 1. "
        "Den som är erbjuden kan inte längre tacka ja."
    )


def test_the_next_one_at_the_desk_sees_only_what_is_free(leader: Seat) -> None:
    leader.press("Ctrl+H")
    leader.see("2 av 3")
    assert not page_of(leader).free.table.isColumnHidden(STATE)
    leader.press("Ctrl+Q")
    leader.see("Användarnamn")
    begin(leader, "anna")
    assert page_of(leader).free.table.isColumnHidden(STATE)
    assert not live(leader) & LED


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK])
def test_large_text_cuts_nothing(leader: Seat, qapp: QApplication, theme: ThemeName) -> None:
    try:
        wear(qapp, Look(theme=theme, size=150))
        leader.press("Ctrl+H")
        leader.see("2 av 3")
        picture(leader, f"led-150-{theme}")
        assert cut(leader) == []
        for chord, words in (
            ("Ctrl+Shift+T", "Ny ledig tid"),
            ("Ctrl+P", "Antal platser"),
            ("Ctrl+Shift+C", "Stäng tiden?"),
        ):
            leader.press(chord)
            leader.see(words)
            leader.settle()
            assert cut(leader) == []
            picture(leader, f"{chord[-1]}-150-{theme}")
            leader.press("Escape")
            leader.see_no_more(words)
    finally:
        wear(qapp, Look())
