"""Free times: with short notice, and of a unit; booked for whom the card is about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale

from kundcenter.domain.bookings import BookingState
from tests.ground import ASKED, WOMAN, Ground
from tests.services.freed_ground import Waiting
from tests.ui.workstation.freed_clinic import UNIT, done, opened, page_of
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_people import picture
from ui.widgets.notices import Notice, Severity


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    """Days as the program tells them."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def clinic(ground: Ground) -> Waiting:
    """A time in two days, and one in two weeks."""
    made = opened(ground)

    def furnish() -> None:
        made.time(performer="Test Läkare")
        made.time(after=timedelta(days=10), time_type="ATERBESOK")

    done(made, furnish)
    return made


@pytest.fixture
def nurse_at(clinic: Waiting, seat: Seat) -> Seat:
    seat.sign_in("nurse")
    return seat


def test_what_begins_within_three_days_is_listed_with_how_long_is_left(nurse_at: Seat) -> None:
    nurse_at.press("Ctrl+W", "Ctrl+J")
    nurse_at.see(UNIT, "2 dygn", "Test Läkare", "NYBESOK")
    picture(nurse_at, "short-notice")
    assert "ATERBESOK" not in nurse_at.reads()


def test_a_time_is_booked_for_whom_the_card_is_about(nurse_at: Seat) -> None:
    nurse_at.take_call(keyed_id=WOMAN)
    nurse_at.see("Test Person 1988")
    nurse_at.press("Ctrl+W", "Ctrl+J")
    nurse_at.see("Test Läkare")
    nurse_at.press("Return")
    nurse_at.see("Boka tiden?", "Test Person 1988")
    picture(nurse_at, "book-free")
    nurse_at.press("Return")
    nurse_at.see("Tiden är bokad")
    picture(nurse_at, "book-free-said")
    nurse_at.press("Return")
    nurse_at.see("Inga tider med kort varsel")
    person = nurse_at.workstation.cards.current
    assert person is not None
    assert person.who.person is not None
    id = person.who.person.id
    (booking,) = asked(nurse_at, lambda desk: desk.bookings.of_person(id, ASKED))
    assert booking.state is BookingState.STANDING
    assert booking.call_id == person.call.id


def test_without_a_card_nobody_is_booked_and_it_is_said(nurse_at: Seat) -> None:
    nurse_at.press("Ctrl+W", "Ctrl+J")
    nurse_at.see("Test Läkare")
    nurse_at.press("Return")
    words = "Öppna ett samtal först: tiden bokas för patienten på kortet."
    nurse_at.see(words)
    (notice,) = (n for n in nurse_at.window.findChildren(Notice) if n.sentence == words)
    assert notice.severity is Severity.WARNING


def test_a_units_times_are_found_by_a_few_letters_of_its_name(nurse_at: Seat) -> None:
    nurse_at.press("Ctrl+W", "Ctrl+J", "Ctrl+J")
    nurse_at.see("Välj en enhet")
    nurse_at.press("Ctrl+F")
    nurse_at.write("ankd")
    nurse_at.press("Return")
    nurse_at.see("NYBESOK", "ATERBESOK", "Tider: 2")
    picture(nurse_at, "free-times")
    page_of(nurse_at).free.span.take("3")
    nurse_at.see("Tider: 1")
    assert "ATERBESOK" not in nurse_at.reads()


def test_the_lists_are_gone_through_both_ways_by_keys(nurse_at: Seat) -> None:
    nurse_at.press("Ctrl+W", "Ctrl+Shift+J")
    nurse_at.see("Ingen patient nämns i listan.")
    nurse_at.press("Ctrl+J")
    nurse_at.see("Inga återbud väntar")


def test_words_sift_the_list(nurse_at: Seat) -> None:
    nurse_at.press("Ctrl+W", "Ctrl+J")
    nurse_at.see("Test Läkare")
    nurse_at.press("Ctrl+F")
    nurse_at.write("barnmorska")
    nurse_at.see_no_more("Test Läkare")
    nurse_at.press("Ctrl+A")
    nurse_at.write("läkare")
    nurse_at.see("Test Läkare")
