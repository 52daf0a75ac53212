"""Promised calls for those who lead and those who go: queues, leases, shifts, broken promises."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import Role
from kundcenter.domain.callback_queues import MenuCategory
from kundcenter.domain.callbacks import (
    Callback,
    CallbackKind,
    CallbackState,
    Placing,
    Promised,
)
from kundcenter.start.desk import Desk
from tests.ground import PASSWORD, WOMAN, Ground, identity
from tests.ui.workstation.directory import Placed
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_callbacks import NUMBER, furnish_queues, page_of
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.test_stretch import cut
from ui.callback_keeper import CallbackKeeper
from ui.dialogs.queue_edit import QueueEditDialog, SpanDialog
from ui.dialogs.queues import QueuesDialog
from ui.theme.fonts import load_fonts
from ui.theme.look import Look
from ui.theme.themes import ThemeName
from ui.theme.wear import wear

NINE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)  # 09:00 in Sweden


@pytest.fixture
def placed(ground: Ground) -> Placed:
    """Another nurse has placed the woman at 09:30 and promised her a call at 13:00."""
    made = furnish_queues(ground)

    def promise() -> None:
        desk = ground.desk
        desk.sessions.sign_in("admin", PASSWORD)
        ground.operator("other", Role.NURSE, position="Sjuksköterska")
        desk.sessions.sign_out()
        ground.sign_in("other")
        found = desk.people.find(identity(WOMAN))
        assert found is not None
        woman = found.id
        queues = desk.callback_queues.of_unit(made.health_centre)
        advice = next(each for each in queues if each.category is MenuCategory.ADVICE)
        at = NINE + timedelta(minutes=30)
        desk.callbacks.place(advice.id, at, Placing(woman, NUMBER, urgency="U3", reason="Feber"))
        due = NINE + timedelta(hours=4)
        criteria = Promised(woman, NUMBER, criteria="Andfådd i vila", urgency="U2")
        desk.callbacks.promise(CallbackKind.SAFETY, due, criteria)
        desk.sessions.sign_out()

    beside(promise)
    return made


@pytest.fixture
def seat(ground: Ground, placed: Placed, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    load_fonts()
    made = Seat(ground, tmp_path)
    yield made
    made.leave()


def queued(desk: Desk) -> tuple[Callback, ...]:
    """What waits in the units' queues."""
    return tuple(each for each in desk.callbacks.open() if each.kind is CallbackKind.QUEUE)


def advice(desk: Desk) -> UUID:
    """The id of the queue for advice."""
    found = (each for each in desk.callback_queues.all() if each.category is MenuCategory.ADVICE)
    return next(found).id


def begin(seat: Seat, name: str) -> None:
    seat.sign_in(name)
    seat.settle()
    seat.press("Ctrl+M")
    seat.see("I enheternas köer")
    seat.settle()


def put_clock(seat: Seat, at: datetime) -> None:
    seat.ground.clock.at = at
    CallbackKeeper.of(seat.tasks, seat.workstation._services)._on_time()
    seat.settle()


def go_to_queue(seat: Seat) -> None:
    page_of(seat).queued.setFocus()
    page_of(seat).queued.selectRow(0)
    seat.settle()


def test_before_at_and_after_the_promise_look_different(seat: Seat) -> None:
    begin(seat, "nurse")
    seat.see("09:30–10:00", "Före", "Rådgivning", "Ängsgärdets vårdcentral", "Utlämnad tid")
    assert "Test Person" not in seat.reads()
    assert "Feber" not in seat.reads()
    picture(seat, "list-before")
    put_clock(seat, NINE + timedelta(minutes=40))
    seat.see("Nu")
    put_clock(seat, NINE + timedelta(minutes=70))
    seat.see("Efter", "1 efter löftet")
    picture(seat, "list-after")


def test_a_taken_call_is_rung_and_three_times_without_an_answer_end_it(seat: Seat) -> None:
    begin(seat, "nurse")
    for attempt in (1, 2, 3):
        go_to_queue(seat)
        seat.press("Return")
        seat.see("Ring upp", "070-174 06 20", "Test Person 1988", "Feber")
        if attempt == 1:
            seat.settle()
            picture(seat, "ring-queue")
        seat.press("Alt+2")
        seat.see_no_more("Vad det blev")
        seat.settle()
    seat.see("Avslutad som ej nådd.", "Ingen väntar på återuppringning")
    assert asked(seat, queued) == ()


def test_a_call_that_is_kept_is_ones_own_until_it_is_let_go(seat: Seat) -> None:
    begin(seat, "nurse")
    go_to_queue(seat)
    seat.press("Return")
    seat.see("Ring upp")
    seat.press("Escape")
    seat.see("Du, till 09:20")
    picture(seat, "list-taken")
    go_to_queue(seat)
    seat.press("Ctrl+R")
    seat.see("Utlämnad tid")
    (only,) = asked(seat, queued)
    assert only.leased_by is None


def test_a_colleagues_call_is_let_go_by_whoever_leads(seat: Seat, ground: Ground) -> None:
    def take() -> UUID:
        ground.sign_in("other")
        (only,) = queued(ground.desk)
        ground.desk.callbacks.take(only.id)
        ground.desk.sessions.sign_out()
        return only.id

    beside(take)
    begin(seat, "leader")
    seat.see("Test Other, till")
    go_to_queue(seat)
    assert not page_of(seat).take.isEnabled()
    seat.press("Ctrl+R")
    seat.see("Utlämnad tid")
    assert page_of(seat).take.isEnabled()


def test_a_broken_promise_is_noted_and_ends_in_words(seat: Seat) -> None:
    begin(seat, "leader")
    put_clock(seat, NINE + timedelta(minutes=70))
    seat.see("Löftet brutet")
    picture(seat, "list-broken")
    go_to_queue(seat)
    seat.press("Return")
    seat.see("Ring upp")
    seat.press("Alt+1")
    seat.see("Skriv vad det blev av uppringningen.")
    seat.write("Ringde efteråt, löst")
    seat.press("Return")
    seat.see("Återuppringningen är klar.", "Ingen väntar på återuppringning")


def test_a_patient_who_wants_no_call_is_taken_off_the_list(seat: Seat) -> None:
    begin(seat, "nurse")
    go_to_queue(seat)
    seat.press("Alt+3")
    seat.see("Avboka återuppringningen?")
    picture(seat, "cancel")
    seat.press("Tab", "Tab", "Space")
    seat.see("Återuppringningen är avbokad.", "Ingen väntar på återuppringning")


def test_another_time_is_chosen_and_read_aloud(seat: Seat) -> None:
    begin(seat, "nurse")
    go_to_queue(seat)
    seat.press("Ctrl+J")
    seat.see("Nu är det lovat 09:30–10:00.", "mellan klockan 09:00 och 09:30.")
    seat.press("Down")
    seat.see("mellan klockan 10:00 och 10:30.")
    seat.settle()
    picture(seat, "move")
    seat.press("Return")
    seat.see("Flyttad. Ängsgärdets vårdcentral ringer dig i dag mellan klockan 10:00 och 10:30.")
    (only,) = asked(seat, queued)
    assert (only.state, only.promised_from) == (
        CallbackState.TIME_TOLD,
        NINE + timedelta(hours=1),
    )


def test_another_number_is_forgotten_when_it_is_done(seat: Seat) -> None:
    begin(seat, "nurse")
    go_to_queue(seat)
    seat.press("Return")
    seat.see("070-174 06 20")
    seat.press("Ctrl+B")
    seat.see("Tillfälligt nummer, glöms efteråt")
    seat.write("070-174 06 44")
    seat.press("Return")
    seat.see("070-174 06 44", "tillfälligt, glöms när det är klart")
    seat.press("Alt+1")
    seat.see("Återuppringningen är klar.")
    found = asked(seat, queued)
    assert found == ()


def test_who_leaves_with_a_promise_hands_it_to_those_who_stay(seat: Seat) -> None:
    begin(seat, "other")
    seat.see("Säkerhetsnät", "Mitt")
    seat.press("Ctrl+Q")
    seat.see("Dina löften innan du loggar ut", "Säkerhetsnät: 13:00")
    seat.settle()
    picture(seat, "leave")
    seat.press("Return")
    seat.see("Användarnamn")
    seat.sign_in("nurse")
    seat.settle()
    seat.press("Ctrl+M")
    seat.settle()
    picture(seat, "handed-on")
    seat.see("Säkerhetsnät", "Vem som helst")


def test_who_keeps_a_promise_signs_out_with_it(seat: Seat) -> None:
    begin(seat, "other")
    seat.see("Mitt")
    seat.press("Ctrl+Q")
    seat.see("Logga ut, behåll dem")
    seat.press("Escape")
    seat.see_no_more("Logga ut, behåll dem")
    assert seat.window.at_desk
    seat.press("Ctrl+Q")
    seat.see("Logga ut, behåll dem")
    while seat.focus().accessibleName() != "Logga ut, behåll dem":
        seat.press("Tab")
    seat.press("Space")
    seat.see("Användarnamn")


def test_a_promise_goes_to_a_colleague(seat: Seat) -> None:
    begin(seat, "other")
    seat.see("Mitt")
    seat.press("Ctrl+Shift+O")
    seat.see("Lämna vidare löftet")
    seat.settle()
    picture(seat, "hand-on")
    seat.press("Return")
    seat.see("Löftet är lämnat vidare.", "Vem som helst")


def test_the_times_of_a_queue_are_sized_and_closed_by_whoever_leads(seat: Seat) -> None:
    begin(seat, "leader")
    seat.press("Ctrl+Shift+N")
    seat.see("Enheternas köer för återuppringning", "Ängsgärdets vårdcentral", "Recept")
    seat.settle()
    picture(seat, "queues")
    (dialog,) = seat.window.findChildren(QueuesDialog)
    dialog.times.setFocus()
    dialog.times.selectRow(1)
    seat.press("Return")
    seat.see("09:30–10:00: 1 är placerade.")
    picture(seat, "size")
    seat.write("0")
    seat.press("Return")
    seat.see("1 för många")
    dialog.times.selectRow(2)
    dialog.close_.click()
    seat.see("Stängd", "Öppna tiden")
    rooms = asked(seat, lambda desk: desk.callback_queues.rooms(advice(desk), NINE.date(), 1))
    assert [(each.timeslot.capacity, each.timeslot.closed) for each in rooms[3:5]] == [
        (0, False),
        (2, True),
    ]


def test_a_queue_is_added_by_keys(seat: Seat) -> None:
    begin(seat, "leader")
    seat.press("Ctrl+Shift+N")
    seat.see("Recept")
    seat.settle()
    (dialog,) = seat.window.findChildren(QueuesDialog)
    dialog.add.setFocus()
    seat.press("Space")
    seat.see("Ny kö", "Pass i veckan")
    seat.write("ängs")
    seat.see("Åby")
    (edit,) = seat.window.findChildren(QueueEditDialog)
    edit.category.box.setFocus()
    seat.write("Intyg")
    seat.press("Tab")
    edit.spans.add.setFocus()
    seat.press("Space")
    seat.see("Pass i kön", "Platser per tid")
    seat.settle()
    picture(seat, "span")
    (span,) = edit.findChildren(SpanDialog)
    span.places.setFocus()
    seat.press("Ctrl+A")
    seat.write("3")
    seat.press("Return")
    seat.see("08:00–11:00")
    seat.settle()
    picture(seat, "queue-edit")
    edit.ahead.setFocus()
    seat.press("Return")
    seat.see("Intyg")
    seat.settle()
    queues = asked(seat, lambda desk: desk.callback_queues.all())
    (made,) = (each for each in queues if each.category is MenuCategory.CERTIFICATE)
    assert [(each.day, each.places) for each in made.spans] == [(day, 3) for day in range(1, 6)]


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK])
def test_large_text_cuts_nothing(seat: Seat, qapp: QApplication, theme: ThemeName) -> None:
    try:
        begin(seat, "leader")
        wear(qapp, Look(theme=theme, size=150))
        seat.settle()
        picture(seat, f"list-150-{theme}")
        assert cut(seat) == []
        go_to_queue(seat)
        seat.press("Return")
        seat.see("Ring upp")
        seat.settle()
        assert cut(seat) == []
        picture(seat, f"ring-150-{theme}")
        seat.press("Escape")
        seat.press("Ctrl+Shift+N")
        seat.see("Enheternas köer för återuppringning")
        seat.settle()
        assert cut(seat) == []
        picture(seat, f"queues-150-{theme}")
    finally:
        wear(qapp, Look())
