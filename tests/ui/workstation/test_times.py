"""A caller cancels: the control question, what the rules say, one key for each thing, the wish."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.changes import Change, Changes
from kundcenter.domain.bookings import BookingRefused, BookingState, ResultCode
from kundcenter.domain.cancellations import (
    CancelledBy,
    CancelReason,
    ExceptionClaim,
    FeeCode,
    Wish,
)
from kundcenter.start.desk import new_id
from tests.ground import CHILD, PASSWORD, WOMAN, Ground
from tests.ui.workstation.guided import CENTRE
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.timed import (
    QUESTION,
    SOON,
    bookings_of,
    called,
    cancellations,
    cancelled,
    furnish_times,
    listed,
    state_of,
    swedish_days,
)


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


def test_nothing_is_shown_before_the_control_question_is_answered(timed: Seat) -> None:
    timed.press("Ctrl+Shift+A")
    timed.see(QUESTION)
    picture(timed, "question")
    assert CENTRE not in timed.reads()
    assert "2026-11-23" not in timed.reads()
    timed.write("ankdam")
    timed.see(CENTRE)
    picture(timed, "question-answered")
    timed.press("Return")
    timed.see("Svaret stämde.", "mån 2026-11-23 08:30")
    picture(timed, "times")


def test_a_day_is_as_good_an_answer_as_a_unit(timed: Seat) -> None:
    timed.press("Ctrl+Shift+A")
    timed.see(QUESTION)
    timed.write("måndag")
    timed.see("måndag 23 november 2026", "Dag")
    timed.press("Return")
    timed.see("Svaret stämde.")


def test_three_wrong_answers_and_nothing_is_told_in_this_call(timed: Seat) -> None:
    timed.press("Ctrl+Shift+A")
    timed.see(QUESTION)
    for answer, left in (("testsjukhuset akuten", "2"), ("25/11", "1")):
        timed.write(answer)
        timed.press("Return")
        timed.see(f"Försök kvar: {left}.", "Jag hittar ingen sådan tid.")
        assert "2026-11-23" not in timed.reads()
    timed.write("24/11")
    timed.press("Return")
    timed.see("Inga fler försök i det här samtalet.")
    picture(timed, "question-spent")
    assert "2026-11-23" not in timed.reads()
    timed.press("Esc", "Ctrl+Shift+A")
    timed.write("23/11")
    timed.press("Return")
    timed.see("Inga fler försök i det här samtalet.")


def test_the_same_wrong_answer_struck_again_is_no_other_try(timed: Seat) -> None:
    timed.press("Ctrl+Shift+A")
    timed.see(QUESTION)
    timed.write("24/11")
    timed.press("Return")
    timed.see("Försök kvar: 2.")
    timed.settle()
    timed.press("Return", "Return", "Return")
    timed.settle()
    timed.see("Försök kvar: 2.")
    timed.write("25/11")
    timed.press("Return")
    timed.see("Försök kvar: 1.")


def test_what_is_neither_a_day_nor_a_unit_costs_no_try(timed: Seat) -> None:
    timed.press("Ctrl+Shift+A")
    timed.write("qwxz")
    timed.see("Varken en dag eller en mottagning")
    timed.press("Return")
    timed.see("Skriv vad inringaren svarar.")
    timed.press("Ctrl+A")
    timed.write("23/11")
    timed.press("Return")
    timed.see("Svaret stämde.")


def test_a_late_cancellation_tells_the_limit_the_rule_and_what_to_say_before_it_is_saved(
    timed: Seat,
) -> None:
    listed(timed)
    timed.press("Return")
    timed.see(
        "Avboka tiden",
        "Efter gränsen: räknas som sen",
        "Gränsen: fredag 20 november 2026 klockan 08:30, en hel vardag (24 timmar) före.",
        "Region Jönköpings län, övrig vård (regler nr 1)",
        "Avgiften är 275 kr enligt reglerna. Mottagningen beslutar om den.",
        "Du avbokar senare än gränsen. Mottagningen kan skicka en faktura.",
        "Åberopar inringaren något undantag?",
    )
    picture(timed, "cancel-late")
    assert "Vaccination" not in timed.reads()  # which these rules do not know
    assert state_of(timed, SOON) is BookingState.STANDING
    timed.press("4", "A")
    timed.see("Jag antecknar skälet. Mottagningen bedömer det och kan skicka en faktura.")
    picture(timed, "cancel-claim")
    timed.press("I", "Return")
    timed.see("Tiden är avbokad.")
    timed.settle()
    assert state_of(timed, SOON) is BookingState.CANCELLED
    told = cancelled(timed)
    assert (told.late, told.code, told.row) == (True, FeeCode.NONE_EXCEPTION, 3)
    assert told.facts.claims == (ExceptionClaim.ACUTELY_ILL,)
    assert told.facts.reason is CancelReason.ILL
    assert told.facts.wish is Wish.NONE
    assert told.call_id is not None


def test_from_the_card_to_the_cancelled_time_in_few_keys(timed: Seat) -> None:
    with timed.journey("cancel"):
        timed.press("Ctrl+Shift+A")
        timed.write("23/11")
        timed.press("Return", "Return", "1", "H", "Return")
        timed.see("Tiden är avbokad.")
    (journey,) = timed.journeys
    assert (journey.typed, journey.pressed) == (5, 6)
    assert cancelled(timed).facts.wish is Wish.WILL_CALL


def test_nothing_is_saved_before_it_is_said_why_and_what_is_wished(timed: Seat) -> None:
    listed(timed)
    timed.press("Return")
    timed.see("Efter gränsen")
    timed.press("Return")
    timed.see("Välj varför.")
    timed.press("2", "Return")
    timed.see("Fråga vad patienten vill sedan.")
    assert state_of(timed, SOON) is BookingState.STANDING
    timed.press("Esc")
    timed.see("Svaret stämde.")


def test_a_relative_is_named_and_nobody_is_told_without_a_yes(timed: Seat) -> None:
    listed(timed)
    timed.press("Return")
    timed.see("Efter gränsen")
    timed.press("N")
    timed.see("Den närståendes namn", "Ska patienten få besked?")
    picture(timed, "cancel-relative")
    timed.press("1", "I", "Return")
    timed.see("Skriv vem som ringer.")
    timed.write("Test Närstående")
    timed.press("Return")
    timed.see("Tiden är avbokad.")
    facts = cancelled(timed).facts
    assert (facts.by, facts.caller_name) == (CancelledBy.RELATIVE, "Test Närstående")
    assert facts.notify_patient is None


def test_of_who_has_died_nothing_is_asked_and_no_fee_is_spoken_of(timed: Seat) -> None:
    listed(timed)
    timed.press("Return")
    timed.see("Efter gränsen")
    timed.press("8")
    timed.see("Jag beklagar sorgen. Jag avbokar tiden.", "Den närståendes namn")
    picture(timed, "cancel-deceased")
    shown = timed.reads()
    for never in (
        "faktura",
        "Efter gränsen",
        "Avgiften",
        "Vad vill patienten",
        "Åberopar",
        "få besked",
    ):
        assert never not in shown
    timed.write("Test Närstående")
    timed.press("Return")
    timed.see("Tiden är avbokad.")
    facts = cancelled(timed).facts
    assert facts.reason is CancelReason.DECEASED
    assert (facts.wish, facts.notify_patient) == (Wish.NONE, None)


def test_the_unit_that_cancels_too_late_has_its_two_consequences_told(timed: Seat) -> None:
    listed(timed)
    timed.press("Down", "Return")  # the specialist's, in whose own time it is not late
    timed.see("Mottagningen låter inte andra avboka den här tiden.")
    picture(timed, "cancel-barred")
    timed.press("M")
    timed.see("I tid", "Patienten betalar inget för den här tiden.")
    timed.press("Esc")
    timed.press("Up", "Return")
    timed.see("Efter gränsen")
    timed.press("M")
    timed.see(
        "Mottagningen avbokar för sent",
        "Nästa planerade besök för samma sak är avgiftsfritt.",
        "Enligt regionens regler ska du inte betala för den; mottagningen beslutar.",
    )
    picture(timed, "cancel-unit")
    assert "Åberopar" not in timed.reads()
    timed.press("9", "I", "Return")
    timed.see("Tiden är avbokad.")
    (found,) = (each for each in bookings_of(timed, WOMAN) if each.starts_at == SOON)
    assert found.free_next


def test_a_time_that_others_may_not_cancel_leads_to_the_units_queue(timed: Seat) -> None:
    listed(timed)
    timed.press("Down", "Return")
    timed.see("Mottagningen låter inte andra avboka den här tiden.", "Ställ i mottagningens kö")
    timed.see("Den tiden avbokar mottagningen själv. Jag ber dem ringa upp dig.")
    timed.press("Return")
    timed.see("Plats i enhetens återuppringning")
    assert [each.state for each in bookings_of(timed, WOMAN)] == [BookingState.STANDING] * 3


def to_the_queue(seat: Seat) -> None:
    """The patient wants to be called by the unit instead."""
    listed(seat)
    seat.press("Return")
    seat.see("Efter gränsen")
    seat.press("1", "K")
    seat.see("Avboka och ställ i kö")
    seat.press("Return")
    seat.see("Plats i enhetens återuppringning")
    seat.settle()


def test_the_time_is_cancelled_when_there_is_a_place_in_the_queue_and_not_before(
    timed: Seat,
) -> None:
    to_the_queue(timed)
    picture(timed, "queue-before")
    assert state_of(timed, SOON) is BookingState.STANDING
    timed.press("Ctrl+Return")
    timed.see("Platsen är given", "Tiden är avbokad.")
    timed.settle()
    picture(timed, "queue-after")
    assert state_of(timed, SOON) is BookingState.CANCELLED
    assert cancelled(timed).facts.wish is Wish.QUEUED
    assert len(asked(timed, lambda desk: desk.callbacks.open())) == 1
    timed.press("Return")
    timed.see_no_more("Platsen är given")
    timed.see("Svaret stämde.")


def test_without_a_place_nothing_is_cancelled_and_that_is_said(timed: Seat) -> None:
    to_the_queue(timed)
    timed.press("Esc")
    timed.see("Patienten har inte fått någon plats i kön. Inget är avbokat.")
    timed.settle()
    picture(timed, "queue-closed")
    assert state_of(timed, SOON) is BookingState.STANDING
    assert cancellations(timed) == []
    assert "Tiden är avbokad." not in timed.reads()
    timed.press("I", "Return")
    timed.see("Tiden är avbokad.")


def test_a_place_is_given_once_though_the_time_is_not_let_go(
    timed: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_the_queue(timed)
    bookings = timed.workstation._services.bookings

    def refused(*_: object, **__: object) -> Changes:
        raise BookingRefused(id=new_id(), result=ResultCode.CANCEL_NOT_ALLOWED)

    with monkeypatch.context() as patched:
        patched.setattr(bookings, "cancel", refused)
        timed.press("Ctrl+Return")
        timed.see("Platsen i kön är given, men inget är avbokat.")
        timed.settle()
        timed.press("Return")
        timed.see_no_more("Platsen är given")
    assert state_of(timed, SOON) is BookingState.STANDING
    timed.press("Ctrl+Return")
    timed.see("Tiden är avbokad.")
    timed.settle()
    assert cancelled(timed).facts.wish is Wish.QUEUED
    assert len(asked(timed, lambda desk: desk.callbacks.open())) == 1


def test_the_times_are_read_again_only_when_one_of_them_has_changed(timed: Seat) -> None:
    listed(timed)
    (shown, *_) = bookings_of(timed, WOMAN)
    timed.settle()
    before = len(timed.ground.accesses())
    for id, looks in ((new_id(), 0), (shown.id, 1)):
        timed.tasks.announce(Changes((Change("booking", id),)))
        timed.settle()
        assert len(timed.ground.accesses()) == before + looks


def test_a_child_is_spoken_for_by_somebody_else(
    evening: Ground, tmp_path: Path, qtbot: QtBot
) -> None:
    seat = called(evening, tmp_path, CHILD)
    try:
        listed(seat, "26/11")
        seat.press("Return")
        seat.see("Den närståendes namn", "I tid", "Du avbokar i tid.")
        picture(seat, "cancel-in-time")
    finally:
        seat.leave()


def test_the_lock_hides_the_times_and_brings_them_back(timed: Seat) -> None:
    listed(timed)
    timed.press("Return")
    timed.see("Efter gränsen")
    timed.workstation.doors.lock()
    timed.see("Skärmen är låst.")
    shown = timed.reads()
    assert CENTRE not in shown
    assert "2026" not in shown.replace("1177", "")
    timed.write(PASSWORD)
    timed.press("Return")
    timed.see("Efter gränsen", CENTRE)
