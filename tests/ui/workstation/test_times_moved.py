"""A time is moved or booked: no moment without one; and the dialogs in every size and by key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.bookings import BookingKind, BookingState
from kundcenter.domain.capacity import Room
from tests.ground import CHILD, WOMAN, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.timed import (
    FREE,
    QUESTION,
    SOON,
    bookings_of,
    called,
    cancelled,
    furnish_times,
    known,
    listed,
    state_of,
    swedish_days,
)
from ui.actions import Action
from ui.dialogs.choose_time import ChooseTimeDialog
from ui.dialogs.times import TimesDialog
from ui.texts import sentence
from ui.theme.look import Look
from ui.theme.themes import ThemeName
from ui.theme.wear import wear


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    with swedish_days():
        yield


@pytest.fixture
def evening(ground: Ground) -> Ground:
    beside(lambda: furnish_times(ground))
    return ground


@pytest.fixture
def timed(evening: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    """A nurse with a call from the woman who has a time on Monday."""
    made = called(evening, tmp_path)
    yield made
    made.leave()


def test_the_old_time_stands_until_the_new_one_is_booked(timed: Seat) -> None:
    listed(timed)
    timed.press("Ctrl+R")
    timed.see("Avboka tiden", "Efter gränsen")
    timed.press("1")
    timed.see("Välj ny tid")
    timed.press("Return")
    timed.see("Den gamla tiden står tills den nya är bokad", "tis 2026-11-24 09:00")
    picture(timed, "rebook")
    assert state_of(timed, SOON) is BookingState.STANDING
    timed.press("Down", "Down", "Return")  # when they are elsewhere
    timed.see("Patienten har redan en tid då. Den gamla tiden står kvar.")
    timed.settle()
    assert state_of(timed, SOON) is BookingState.STANDING
    timed.press("Up", "Return")
    timed.see("Tiden är ombokad", "Din nya tid är fredag 27 november 2026 klockan 13:15")
    picture(timed, "rebooked")
    timed.press("Return")
    timed.see("Svaret stämde.")
    timed.settle()
    by_state = {each.state: each for each in bookings_of(timed, WOMAN) if each.timeslot_id}
    old, new = by_state[BookingState.REBOOKED], by_state[BookingState.STANDING]
    assert (old.replaced_by, new.replaces) == (new.id, old.id)
    assert cancelled(timed).rebooked
    assert cancelled(timed).late  # moved after the limit is late too


def test_the_old_time_stands_when_the_new_one_went_to_somebody_else(
    timed: Seat, evening: Ground
) -> None:
    listed(timed)
    timed.press("Ctrl+R")
    timed.see("Efter gränsen")
    timed.press("1", "Return")
    timed.see("tis 2026-11-24 09:00")

    def taken() -> None:
        (room,) = evening.desk.timeslots.free(
            start=FREE[0] - timedelta(minutes=1), end=FREE[0] + timedelta(minutes=1)
        )
        evening.desk.bookings.book(room.timeslot.id, known(evening, CHILD))

    beside(taken)
    timed.press("Return")
    timed.see("Den gamla tiden står kvar.", "Ledigt i stället:")
    picture(timed, "rebook-lost")
    timed.settle()
    assert state_of(timed, SOON) is BookingState.STANDING
    timed.see("fre 2026-11-27 13:15")


def test_an_open_invitation_becomes_a_booked_time(timed: Seat) -> None:
    listed(timed)
    timed.press("Down", "Down", "Return")
    timed.see("Boka en tid", "tis 2026-11-24 09:00")
    timed.press("Return")
    timed.see("Tiden är bokad", "Din tid är tisdag 24 november 2026 klockan 09:00")
    timed.settle()
    invited, booked = (
        next(each for each in bookings_of(timed, WOMAN) if each.kind is kind)
        for kind in (BookingKind.OPEN_INVITATION, BookingKind.BOOKED)
        if kind
    )
    assert invited.state is BookingState.REBOOKED
    (new,) = (each for each in bookings_of(timed, WOMAN) if each.starts_at == FREE[0])
    assert invited.replaced_by == new.id
    assert booked.standing


def test_an_open_invitation_that_is_declined_costs_nothing(timed: Seat) -> None:
    listed(timed)
    timed.press("Down", "Down")
    timed.see("Tacka nej")
    times_of(timed).other.click()
    timed.see("Tacka nej till kallelsen", "Ingen tid är bokad")
    timed.press("2", "I", "Return")
    timed.see("Kallelsen är avböjd.")
    assert cancelled(timed).row == 5


def test_a_new_time_is_booked_without_anything_being_told(timed: Seat) -> None:
    timed.press("Ctrl+Shift+A")
    timed.see(QUESTION)
    timed.press("Ctrl+N")
    timed.see("Boka en tid")
    if chooser_of(timed).unit.value is None:
        timed.write("ankdam")
        timed.press("Down", "Return")
    timed.see("tis 2026-11-24 09:00")
    picture(timed, "book")
    assert "2026-11-23 08:30" not in timed.reads()


@pytest.mark.parametrize("go", ["question", "times", "cancel", "choose"])
def test_everything_has_a_name_a_stop_for_tab_and_a_key_of_its_own(timed: Seat, go: str) -> None:
    if go == "question":
        timed.press("Ctrl+Shift+A")
        timed.see(QUESTION)
    else:
        listed(timed)
    if go in {"cancel", "choose"}:
        timed.press("Return")
        timed.see("Efter gränsen")
    if go == "choose":
        timed.press("1", "T", "Return")
        timed.see("Den gamla tiden står")
    timed.settle()
    assert nameless(timed) == []
    assert unreachable(timed) == []
    assert ambiguous(timed) == {}


@pytest.mark.parametrize("name", ["large", "dark"])
def test_the_dialogs_hold_in_large_letters_and_in_the_dark(timed: Seat, name: str) -> None:
    look = Look(size=150) if name == "large" else Look(theme=ThemeName.DARK)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, look)
    timed.press("Ctrl+Shift+A")
    timed.see(QUESTION)
    timed.write("23/11")
    picture(timed, f"question-{name}")
    fits(timed)
    timed.press("Return")
    timed.see("Svaret stämde.")
    picture(timed, f"times-{name}")
    fits(timed)
    timed.press("Return")
    timed.see("Efter gränsen")
    picture(timed, f"cancel-{name}")
    fits(timed)
    timed.press("1", "T", "Return")
    timed.see("Den gamla tiden står")
    picture(timed, f"rebook-{name}")
    fits(timed)
    timed.press("Return")
    timed.see("Din nya tid är")
    picture(timed, f"rebooked-{name}")
    fits(timed)


def fits(seat: Seat) -> None:
    """The dialog is no larger than the window it lies over."""
    seat.settle()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.width() <= seat.window.width()
    assert dialog.height() <= seat.window.height()


def test_a_look_for_times_that_is_refused_is_told_once_and_not_asked_for_ever(
    timed: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(timed)
    asked: list[object] = []

    def refused(**question: object) -> tuple[Room, ...]:
        asked.append(question)
        raise NotPermitted()

    monkeypatch.setattr(timed.workstation._services.timeslots, "free", refused)
    timed.press("Down", "Down", "Return")
    timed.see("Boka en tid", sentence(NotPermitted()))
    timed.settle()
    assert len(asked) == 1


def times_of(seat: Seat) -> TimesDialog:
    (dialog,) = seat.window.findChildren(TimesDialog)
    return dialog


def chooser_of(seat: Seat) -> ChooseTimeDialog:
    (dialog,) = seat.window.findChildren(ChooseTimeDialog)
    return dialog


def test_the_patients_times_are_a_click_away_too(timed: Seat) -> None:
    card = timed.workstation.cards.current
    assert card is not None
    picture(timed, "card")
    card.who.person_view.claims[Action.TIMES].click()
    timed.see(QUESTION)


def test_that_nobody_came_is_noted_and_nobody_is_charged_here(timed: Seat, evening: Ground) -> None:
    listed(timed)
    evening.clock.at = SOON + timedelta(hours=1)
    timed.press("Down", "Up")  # the time has passed since
    timed.see("Kom inte")
    times_of(timed).missed.click()
    timed.see("Patienten kom inte", "Vad som sades, om det behövs")
    timed.write("Satt fast i bilkö")
    picture(timed, "missed")
    timed.press("Return")
    timed.see("Det är noterat.")
    assert state_of(timed, SOON) is BookingState.MISSED
    told = cancelled(timed)
    assert (told.missed, told.facts.message) == (True, "Satt fast i bilkö")
