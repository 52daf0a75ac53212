"""Promised calls at the window: a place by keys, a promise, taken and rung, nobody named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.domain.callback_queues import MenuCategory, QueueDraft, QueueSpan
from kundcenter.domain.callbacks import Callback, CallbackKind, CallbackState, Placing
from kundcenter.domain.capacity import Room, Timeslot, TimeslotKind, told_times
from kundcenter.start.desk import Desk
from tests.ground import PASSWORD, WOMAN, Ground
from tests.ui.workstation.directory import Placed, furnish_directory
from tests.ui.workstation.joined import Joined
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.test_stretch import cut
from ui.callback_keeper import CallbackKeeper
from ui.claim_words import ways_of
from ui.panels.callbacks import CallbacksPage
from ui.theme.fonts import load_fonts

MORNING = datetime(2026, 11, 23, 8, 5, tzinfo=UTC)  # Monday 09:05 in Sweden
NUMBER = "+46701740620"
DAYS = range(1, 6)
Sit = Callable[..., Seat]


def queue(unit_id: UUID, category: MenuCategory, places: int = 2) -> QueueDraft:
    """08:00–11:00 in half hours on weekdays."""
    spans = tuple(QueueSpan(day, 8 * 60, 11 * 60, 30, places) for day in DAYS)
    return QueueDraft(unit_id, category, spans, days_ahead=2)


def furnish_queues(ground: Ground) -> Placed:
    """A directory, and a health centre with queues for advice and prescriptions."""
    placed = furnish_directory(ground)

    def queues() -> None:
        ground.clock.at = MORNING
        ground.desk.sessions.sign_in("leader", PASSWORD)
        for category in (MenuCategory.ADVICE, MenuCategory.PRESCRIPTION):
            ground.desk.callback_queues.put(None, queue(placed.health_centre, category))
        ground.desk.sessions.sign_out()

    beside(queues)
    return placed


@pytest.fixture
def morning(ground: Ground) -> Placed:
    return furnish_queues(ground)


@pytest.fixture
def nurse(ground: Ground, morning: Placed, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    """A nurse with a call from the woman."""
    load_fonts()
    made = Seat(ground, tmp_path)
    made.sign_in("nurse")
    made.see("Inget samtal pågår")
    made.take_call(keyed_id=WOMAN)
    made.see("Test Person 1988")
    yield made
    made.leave()


def page_of(seat: Seat) -> CallbacksPage:
    page = seat.workstation.pages["callbacks"]
    assert isinstance(page, CallbacksPage)
    return page


def person(seat: Seat) -> UUID:
    card = seat.workstation.cards.current
    assert card is not None
    assert card.who.person is not None
    return card.who.person.id


def opened(seat: Seat, look: Callable[[Desk], tuple[Callback, ...]]) -> Callback:
    (only,) = asked(seat, look)
    return only


def waiting(seat: Seat) -> Callback:
    """The only one that waits, with its number as the store has it."""
    found = opened(seat, lambda desk: desk.callbacks.open())
    return asked(seat, lambda desk: desk.callbacks.get(found.id)).callback


def choose_unit(seat: Seat) -> None:
    seat.press("Ctrl+Shift+K")
    seat.see("Skriv en del av namnet")
    seat.write("ängsg")
    seat.see("Ängsgärdets vårdcentral")
    seat.press("Return")
    seat.see("Ärende hos Ängsgärdets vårdcentral")
    seat.settle()


def test_a_place_is_given_by_keys_and_the_promise_is_read_aloud(nurse: Seat) -> None:
    choose_unit(nurse)
    nurse.see("Välj vad ärendet gäller")  # nothing is full before something was asked for
    assert "Ingen ledig tid" not in nurse.reads()
    picture(nurse, "place-category")
    nurse.press("7")
    nurse.see("Ängsgärdets vårdcentral ringer dig i dag mellan klockan 09:00 och 09:30.")
    nurse.settle()
    picture(nurse, "place-times")
    nurse.press("Down", "Return")
    nurse.see("Platsen är given", "mellan klockan 09:30 och 10:00.")
    nurse.settle()
    picture(nurse, "place-said")
    nurse.press("Return")
    nurse.see_no_more("Platsen är given")
    found = waiting(nurse)
    assert (found.category, found.state) == (MenuCategory.ADVICE, CallbackState.TIME_TOLD)
    assert found.promised_from == datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    assert found.person_id == person(nurse)
    assert found.seat == 1


def test_a_second_place_in_the_queue_is_the_same_one_and_the_earliest_is_kept(nurse: Seat) -> None:
    choose_unit(nurse)
    nurse.press("7")
    nurse.see("mellan klockan 09:00 och 09:30.")
    nurse.press("Return")
    nurse.see("Platsen är given")
    nurse.press("Return")
    choose_unit(nurse)
    nurse.press("7")
    nurse.see("Patienten väntar redan i kön: 09:00–09:30.")
    nurse.press("Down", "Down")
    nurse.settle()
    picture(nurse, "place-again")
    nurse.press("Return")
    nurse.see("Platsen är given", "mellan klockan 09:00 och 09:30.", "den tidigaste gäller")
    nurse.press("Return")
    assert waiting(nurse).merged == 1


def test_what_is_full_is_not_offered_and_another_number_is_temporary(nurse: Seat) -> None:
    choose_unit(nurse)
    nurse.press("7")
    nurse.see("mellan klockan 09:00 och 09:30.")
    while "ummer" not in nurse.focus().accessibleName():
        nurse.press("Tab")
    nurse.press("Ctrl+A")
    nurse.write("070-174 06 33")
    nurse.settle()
    picture(nurse, "place-number")
    nurse.press("Return")
    nurse.see("Platsen är given", "070-174 06 33")
    nurse.press("Return")
    found = waiting(nurse)
    assert (found.number, found.number_is_temporary) == ("+46701740633", True)


def test_nothing_is_placed_before_somebody_is_known(
    ground: Ground, morning: Placed, tmp_path: Path, qtbot: QtBot
) -> None:
    load_fonts()
    seat = Seat(ground, tmp_path)
    try:
        seat.sign_in("nurse")
        seat.see("Inget samtal pågår")
        seat.call_by_hand()
        seat.press("Ctrl+Shift+K")
        seat.see("Ange först vem samtalet gäller.")
    finally:
        seat.leave()


def test_a_safety_net_needs_criteria_and_is_called_out_before_it_is_due(nurse: Seat) -> None:
    nurse.press("Ctrl+G")
    nurse.see("Lova att ringa upp")
    nurse.settle()
    nurse.write("10:00")
    nurse.see("Vi ringer dig i dag klockan 10:00.")
    nurse.press("Shift+Tab", "2")
    nurse.see("Ring tidigare om")
    nurse.settle()
    picture(nurse, "promise-safety")
    nurse.press("Return")
    nurse.see("Skriv när patienten ska ringa tidigare än så.")
    nurse.write("Svårt att andas, eller sämre")
    nurse.press("Return")
    nurse.see("Löftet är gett", "Klockan står kvar tills någon har skrivit vad det blev.")
    nurse.settle()
    picture(nurse, "promise-said")
    nurse.press("Return")
    found = opened(nurse, lambda desk: desk.callbacks.mine())
    assert found.kind is CallbackKind.SAFETY
    keeper = CallbackKeeper.of(nurse.tasks, nurse.workstation._services)
    assert keeper.due == ()
    nurse.ground.clock.at = datetime(2026, 11, 23, 8, 51, tzinfo=UTC)
    keeper.changed.emit()
    nurse.see("Säkerhetsnät: ring upp 10:00.")
    picture(nurse, "alert")
    nurse.press("Ctrl+M")
    nurse.see("Löften som vi själva har gett", "Säkerhetsnät", "Mitt")
    nurse.settle()
    picture(nurse, "page-safety")
    assert "Test Person" not in nurse.reads()
    nurse.press("Return")
    nurse.see("Test Person 1988", "Svårt att andas, eller sämre")
    nurse.settle()
    picture(nurse, "ring-safety")
    nurse.press("Alt+1")
    nurse.see("Skriv vad det blev av uppringningen.")
    nurse.write("Mår bättre, inga nya symtom")
    nurse.press("Alt+1")
    nurse.see("Återuppringningen är klar.")
    nurse.settle()
    assert asked(nurse, lambda desk: desk.callbacks.mine()) == ()
    nurse.see_no_more("Säkerhetsnät: ring upp")


@pytest.fixture
def sent(ground: Ground, morning: Placed, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    """A nurse whose note says which unit the patient is listed at."""
    load_fonts()
    made = Seat(ground, tmp_path)
    made.sign_in("nurse")
    made.see("Inget samtal pågår")
    made.take_call(keyed_id=WOMAN)
    made.see("Test Person 1988")
    card = made.workstation.cards.current
    assert card is not None
    made.until(
        lambda: CallbackKeeper.of(made.tasks, made.workstation._services).seen.me is not None,
        "the lists",
    )
    card.form.where.listed.choose(str(morning.health_centre))
    yield made
    made.leave()


def test_five_keys_place_a_patient_when_the_unit_is_on_the_card(sent: Seat) -> None:
    sent.press("Ctrl+Shift+K")
    sent.see("Ärende hos Ängsgärdets vårdcentral")
    sent.settle()
    sent.press("7")
    sent.see("mellan klockan 09:00 och 09:30.")
    sent.press("Down")
    sent.see("mellan klockan 09:30 och 10:00.")
    sent.press("Return")
    sent.see("Platsen är given")
    sent.press("Return")
    found = waiting(sent)
    assert found.promised_from == datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    assert found.number == "+46701740605"


def test_a_promise_tomorrow_breaks_the_guarantee_and_says_so(sent: Seat) -> None:
    sent.press("Ctrl+Shift+K")
    sent.see("Ärende hos")
    sent.settle()
    sent.press("7")
    sent.see("mellan klockan 09:00 och 09:30.")
    sent.press("Down", "Down", "Down", "Down")
    sent.see("i morgon mellan klockan 08:00 och 08:30.", "Samma dag-garantin")
    sent.press("Return")
    sent.see("bryter samma dag-garantin.")
    sent.settle()
    picture(sent, "place-tomorrow")
    assert cut(sent) == []


def test_a_place_is_preliminary_until_the_centre_has_answered(joined: Joined, sit: Sit) -> None:
    ground = joined.ground
    ground.clock.at = MORNING
    ground.sign_in("admin")
    unit = ground.unit()
    ground.sign_in("leader")
    made = ground.desk.callback_queues.put(None, queue(unit, MenuCategory.ADVICE))
    joined.accepts(joined.last("callback_queues.put"))
    ground.sign_in("nurse")
    at = MORNING.replace(hour=8, minute=30)
    ground.desk.callbacks.place(made.the("callback_queue"), at, Placing(joined.person, NUMBER))
    seat = sit()
    seat.press("Ctrl+M")
    seat.see("Centralen", "Preliminär", "09:30–10:00")
    seat.settle()
    picture(seat, "preliminary")


def test_a_place_that_was_turned_away_says_whom_to_ring_and_what_is_free() -> None:
    times = told_times_of(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    ways = [each.words for each in ways_of("callbacks.place", "timeslot.full", {"times": times})]
    assert ways[1] == "Ledigt i stället: 2026-11-23 10:00"
    assert "Ring patienten" in ways[0]
    assert len(ways_of("callbacks.place", "timeslot.full", {})) == 2


def told_times_of(at: datetime) -> str:
    """As a rejection tells the times that are free instead."""
    slot = Timeslot(UUID(int=1), TimeslotKind.CALLBACK, UUID(int=2), "RADGIVNING", at, at, 1, at)
    return told_times((Room(slot, 0),))
