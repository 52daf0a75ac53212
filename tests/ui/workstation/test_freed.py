"""The freed-time minute on a real desk: taken by Enter, rung by Enter, answered by one key."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QLocale

from kundcenter.domain.freed_times import OfferState, WaitState
from tests.ground import MAN, Ground, identity, rows
from tests.services.freed_ground import Waiting
from tests.ui.workstation.freed_clinic import (
    FIRST,
    SECOND,
    SHOWN_FIRST,
    SHOWN_SECOND,
    UNIT,
    done,
    opened,
    page_of,
    two_wait,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import picture
from ui.directory_keeper import DirectoryKeeper

GONE = "Tiden är redan bokad, eller har passerat."


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
def waits(clinic: Waiting) -> tuple[UUID, UUID]:
    return two_wait(clinic)


@pytest.fixture
def minute(waits: tuple[UUID, UUID], seat: Seat) -> Seat:
    """A nurse at the list, with a telephone that the exchange can ring out for."""
    seat.line.rings_out = True
    seat.sign_in("nurse")
    seat.press("Ctrl+W")
    seat.see(UNIT, "Ledig", "NYBESOK")
    return seat


def test_a_freed_time_is_filled_with_four_keys(minute: Seat, waits: tuple[UUID, UUID]) -> None:
    picture(minute, "freed-list")
    minute.press("Return")
    minute.see("Har väntat längst", "Test Nr 0", SHOWN_FIRST, "Du har den")
    picture(minute, "freed-taken")
    minute.press("Return")
    minute.see("Erbjudandet gäller i", "Ring igen")
    picture(minute, "freed-offered")
    assert minute.line.rung_out == [FIRST]
    minute.press("Alt+1")
    minute.see("Tiden är bokad.", "Inga återbud väntar")
    picture(minute, "freed-booked")
    told = asked(minute, lambda desk: desk.freed_times.open())
    assert told == ()
    stored = asked(minute, lambda _: rows(minute.ground.engine)["wait_list"])
    states = {each["id"]: each["state"] for each in stored}
    assert states == {waits[0]: WaitState.BOOKED, waits[1]: WaitState.WAITING}


def test_no_patient_is_named_before_the_time_is_taken(minute: Seat) -> None:
    assert "Test Nr" not in minute.reads()
    assert "070-174 06 1" not in minute.reads()


def test_who_says_no_makes_room_for_the_next_by_itself(minute: Seat) -> None:
    minute.press("Return", "Return")
    minute.see("Ring igen")
    minute.press("Alt+2")
    minute.see("Test Nr 1", SHOWN_SECOND)
    assert SHOWN_FIRST not in minute.reads()
    minute.press("Return")
    minute.see("Ring igen")
    minute.press("Alt+3")
    minute.see("Ingen på väntelistan passar.")
    picture(minute, "freed-nobody")
    assert minute.line.rung_out == [FIRST, SECOND]
    (item,) = asked(minute, lambda desk: desk.freed_times.open())
    assert [each.state for each in item.tried] == [OfferState.DECLINED, OfferState.UNREACHED]


def test_enter_once_more_where_nobody_fits_only_leaves_the_time_to_others(minute: Seat) -> None:
    minute.press("Return", "Return")
    minute.see("Ring igen")
    minute.press("Alt+2")
    minute.see(SHOWN_SECOND)
    minute.press("Return")
    minute.see("Ring igen")
    minute.press("Alt+3")
    minute.see("Ingen på väntelistan passar.")
    minute.press("Return")
    minute.see("Ledig")
    minute.settle()
    (item,) = asked(minute, lambda desk: desk.freed_times.open())
    assert item.freed.leased_by is None


def test_an_answer_cannot_be_given_before_anybody_is_asked(minute: Seat) -> None:
    minute.press("Return")
    minute.see(SHOWN_FIRST)
    minute.press("Alt+1", "Alt+2", "Alt+3")
    (item,) = asked(minute, lambda desk: desk.freed_times.open())
    assert item.offer is None
    assert item.freed.offers == 0


def test_the_one_on_turn_is_rung_by_its_own_key_from_anywhere_on_the_page(minute: Seat) -> None:
    minute.press("Return")
    minute.see(SHOWN_FIRST)
    page_of(minute).minute.table.setFocus()
    minute.press("Ctrl+G")
    minute.see("Ring igen")
    minute.press("Ctrl+G")  # engaged: once more, and it is the same offer
    minute.settle()
    assert minute.line.rung_out == [FIRST, FIRST]
    (item,) = asked(minute, lambda desk: desk.freed_times.open())
    assert item.freed.offers == 1


def test_without_an_exchange_the_number_is_dialled_by_hand(minute: Seat) -> None:
    minute.line.rings_out = False
    minute.press("Return", "Return")
    minute.see(f"Slå numret på telefonen: {SHOWN_FIRST}.", "Ring igen")
    minute.press("Alt+1")
    minute.see("Tiden är bokad.")


def test_a_time_that_is_left_can_be_taken_by_others(minute: Seat) -> None:
    minute.press("Return")
    minute.see("Du har den")
    minute.press("Ctrl+R")
    minute.see_no_more("Du har den", "Test Nr 0")
    (item,) = asked(minute, lambda desk: desk.freed_times.open())
    assert item.freed.leased_by is None


def test_a_time_that_nobody_wants_goes_off_the_list_and_stays_free(minute: Seat) -> None:
    minute.press("Return")
    minute.see(SHOWN_FIRST)
    minute.press("Ctrl+Shift+D")
    minute.see("Inga återbud väntar")
    minute.press("Ctrl+J")
    minute.see("Tider med kort varsel", UNIT)


def test_a_colleagues_time_is_seen_and_not_taken(
    clinic: Waiting, waits: tuple[UUID, UUID], seat: Seat
) -> None:
    (item,) = done(clinic, clinic.ground.desk.freed_times.open)
    done(clinic, lambda: clinic.ground.desk.freed_times.take(item.freed.id))
    seat.sign_in("nurse")
    seat.press("Ctrl+W")
    seat.see("Tagen")
    seat.press("Return")
    seat.see("En annan operatör ringer om tiden just nu.")
    assert "Test Nr" not in seat.reads()


def test_what_was_asked_and_not_answered_is_taken_up_again(
    minute: Seat, waits: tuple[UUID, UUID]
) -> None:
    minute.press("Return", "Return")
    minute.see("Ring igen")
    minute.press("Ctrl+Q")
    minute.see("Logga in")
    minute.sign_in("nurse")
    minute.press("Ctrl+W")
    minute.see("Du har den")
    minute.press("Return")
    minute.see(SHOWN_FIRST, "Ring igen")
    minute.press("Alt+1")
    minute.see("Tiden är bokad.")


def test_a_time_that_is_booked_meanwhile_is_told_and_goes(minute: Seat) -> None:
    minute.press("Return")
    minute.see(SHOWN_FIRST)
    clinic_person = asked(minute, lambda desk: desk.freed_times.open()[0])
    booked = asked(
        minute,
        lambda desk: desk.bookings.book(
            clinic_person.timeslot.id, minute.ground.person("192104198383")
        ),
    )
    minute.tasks.announce(booked)
    minute.see(GONE, "Inga återbud väntar")
    minute.see_no_more(SHOWN_FIRST)
    offer = page_of(minute).minute.offer
    assert offer.isVisible()
    assert offer.why.text() == GONE
    assert offer.when.text()
    picture(minute, "freed-gone")
    minute.press("Return")  # the one way out has the focus
    assert not offer.isVisible()


def test_a_time_that_begins_while_one_is_on_the_phone_says_so(minute: Seat) -> None:
    minute.press("Return", "Return")
    minute.see("Ring igen")
    part = page_of(minute).minute
    (item,) = part.model.records
    clock = minute.ground.clock
    clock.pass_time(seconds=(item.timeslot.cutoff_at - clock.at).total_seconds() + 1)
    DirectoryKeeper.of(minute.tasks, minute.workstation._services).aged.emit()
    minute.settle()
    assert part.offer.isVisible()
    assert part.offer.why.text() == GONE
    assert part.offer.number.text() == ""


def test_the_operator_who_leaves_leaves_nobody_on_the_screen(minute: Seat) -> None:
    minute.press("Return")
    minute.see("Test Nr 0")
    minute.press("Ctrl+Q")
    minute.see("Logga in")
    minute.sign_in("switch")
    minute.press("Ctrl+W")
    minute.see("Återbud")
    assert "Test Nr" not in minute.reads()
    assert page_of(minute).minute.offer.number.text() == ""


@pytest.fixture
def hidden(clinic: Waiting, seat: Seat) -> Seat:
    """The one on turn has protected identity."""

    def furnish() -> None:
        person = clinic.ground.desk.people.find(identity(MAN))
        assert person is not None
        clinic.wait(person.id, number=FIRST)
        clinic.freed()

    done(clinic, furnish)
    seat.line.rings_out = True
    seat.sign_in("nurse")
    seat.press("Ctrl+W")
    seat.see("Ledig")
    return seat


def test_a_protected_number_is_opened_for_the_call_and_only_then(hidden: Seat) -> None:
    hidden.press("Return")
    hidden.see("SKYDDADE PERSONUPPGIFTER", "Skyddad uppgift", "Nummer visas när du ringer")
    picture(hidden, "freed-protected")
    assert SHOWN_FIRST not in hidden.reads()
    before = len(asked(hidden, lambda _: hidden.ground.accesses()))
    hidden.press("Return")
    hidden.see(f"{SHOWN_FIRST} (skyddat nummer)")
    picture(hidden, "freed-protected-rung")
    assert hidden.line.rung_out == [FIRST]
    assert len(asked(hidden, lambda _: hidden.ground.accesses())) > before


def test_every_control_has_a_name_and_a_key_leads_to_it(minute: Seat) -> None:
    minute.press("Return", "Return")
    minute.see("Ring igen")
    for _ in range(4):
        assert nameless(minute) == []
        assert unreachable(minute) == []
        assert ambiguous(minute) == {}
        minute.press("Ctrl+J")
        minute.settle()
