"""Promised calls say what is so: whose they are, what is not answered yet, what was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.domain.callback_queues import MenuCategory, QueueNotFound
from kundcenter.domain.callbacks import Callback, CallbackKind, Placing, Promised
from tests.ground import MAN, PASSWORD, WOMAN, Ground, identity
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_attacked import slow_store
from tests.ui.workstation.test_callbacks import (
    NUMBER,
    furnish_queues,
    opened,
    page_of,
    queue,
)
from tests.ui.workstation.test_people import beside
from ui.dialogs.callback import CallbackDialog
from ui.dialogs.callback_acts import CancelCallbackDialog
from ui.dialogs.place import About, PlaceDialog
from ui.dialogs.promise import PromiseDialog
from ui.dialogs.queues import QueuesDialog
from ui.directory_keeper import DirectoryKeeper
from ui.kept_form import KEEP_WITHIN_MS
from ui.theme.fonts import load_fonts
from ui.widgets.dialog import Dialog

NINE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)  # 09:00 in Sweden
WRITTEN = "Ringde, ombads höra av mig senare"
OTHER = "Närakuten Testberga"
WARNED = "Lova inget förrän det står Bekräftad"
Sit = Callable[..., Seat]
D = TypeVar("D", bound=Dialog)


@pytest.fixture
def seat(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    """The nurse has a place for the woman in a queue, and an own promise to her."""
    placed = furnish_queues(ground)

    def promise() -> None:
        ground.sign_in("nurse")
        desk = ground.desk
        found = desk.people.find(identity(WOMAN))
        assert found is not None
        queues = desk.callback_queues.of_unit(placed.health_centre)
        advice = next(each for each in queues if each.category is MenuCategory.ADVICE)
        at = NINE + timedelta(minutes=30)
        desk.callbacks.place(advice.id, at, Placing(found.id, NUMBER))
        desk.callbacks.promise(
            CallbackKind.OWN, NINE + timedelta(hours=4), Promised(found.id, NUMBER)
        )
        desk.sessions.sign_out()

    beside(promise)
    load_fonts()
    made = Seat(ground, tmp_path)
    yield made
    made.leave()


def to_page(seat: Seat, *, queued: bool = False) -> None:
    page = page_of(seat)
    seat.press("Ctrl+M")
    seat.see("I enheternas köer", "09:30–10:00")
    seat.settle()
    table = page.queued if queued else page.promised
    table.setFocus()
    table.selectRow(0)
    seat.settle()


def sit_down(seat: Seat, name: str = "nurse", *, queued: bool = False) -> None:
    seat.sign_in(name)
    seat.settle()
    to_page(seat, queued=queued)


def shown(seat: Seat, kind: type[D]) -> D:
    (dialog,) = (each for each in seat.window.findChildren(kind) if each.isVisible())
    return dialog


def own(seat: Seat) -> Callback:
    return opened(seat, lambda desk: desk.callbacks.mine())


def test_ones_own_promise_that_is_let_go_is_still_ones_own(seat: Seat) -> None:
    sit_down(seat)
    seat.press("Return")
    seat.see("Ring upp")
    seat.press("Ctrl+R")
    seat.see("Släppt, men löftet är fortfarande ditt. Lämna vidare det om någon annan ska ringa.")
    held = own(seat)
    assert (held.holder, held.leased_by) == (held.made_by, None)


def test_a_call_of_a_queue_that_is_let_go_is_anybodys(seat: Seat) -> None:
    sit_down(seat, queued=True)
    seat.press("Return")
    seat.see("Ring upp")
    seat.press("Ctrl+R")
    seat.see("Återuppringningen är släppt. Vem som helst kan ta den.")


def test_no_answer_that_is_struck_twice_is_one_attempt(seat: Seat) -> None:
    sit_down(seat)
    seat.press("Return")
    seat.see("Ring upp")
    dialog = shown(seat, CallbackDialog)
    with slow_store(seat):
        dialog.no_answer.click()
        dialog.no_answer.click()
        dialog.release.click()
    seat.see("Noterat: inget svar.")
    assert own(seat).attempts == 1


@pytest.mark.parametrize("key", ["Escape", "Ctrl+R"])
def test_what_came_of_it_stands_there_when_the_call_is_taken_again(seat: Seat, key: str) -> None:
    sit_down(seat)
    seat.press("Return")
    seat.see("Ring upp")
    shown(seat, CallbackDialog).text.setFocus()
    seat.write(WRITTEN)
    seat.press(key)
    seat.see_no_more("Vad det blev")
    seat.settle()
    to_page(seat)
    seat.press("Return")
    seat.see("Ring upp", "Återställd text, inte sparad")
    assert shown(seat, CallbackDialog).text.text() == WRITTEN
    seat.press("Alt+1")
    seat.see("Återuppringningen är klar.")
    assert asked(seat, lambda desk: desk.callbacks.mine()) == ()


def test_enter_after_the_reason_goes_on_to_the_button(seat: Seat) -> None:
    sit_down(seat)
    seat.press("Alt+3")
    seat.see("Avboka återuppringningen?", "Låt stå kvar")
    dialog = shown(seat, CancelCallbackDialog)
    seat.write("Har fått hjälp på annat håll")
    seat.press("Return")
    seat.settle()
    assert dialog.isVisible()
    assert dialog.text.text() == "Har fått hjälp på annat håll"
    assert seat.focus() is dialog.primary
    assert len(asked(seat, lambda desk: desk.callbacks.mine())) == 1
    seat.press("Return")
    seat.see("Återuppringningen är avbokad.")
    assert asked(seat, lambda desk: desk.callbacks.mine()) == ()


def test_what_came_of_it_is_no_reason_to_cancel_and_outlives_the_question(seat: Seat) -> None:
    sit_down(seat)
    seat.press("Return")
    seat.see("Ring upp")
    shown(seat, CallbackDialog).text.setFocus()
    seat.write(WRITTEN)
    seat.press("Ctrl+R")
    seat.see_no_more("Vad det blev")
    to_page(seat)
    seat.press("Alt+3")
    seat.see("Avboka återuppringningen?")
    seat.settle()
    assert shown(seat, CancelCallbackDialog).text.text() == ""
    seat.press("Escape")
    seat.see_no_more("Avboka återuppringningen?")
    to_page(seat)
    seat.press("Return")
    seat.see("Återställd text, inte sparad")
    assert shown(seat, CallbackDialog).text.text() == WRITTEN


def test_the_text_of_one_person_is_not_offered_for_another(seat: Seat) -> None:
    """Two parts of one call are most often about two persons."""
    seat.sign_in("nurse")
    seat.settle()
    people = asked(seat, lambda desk: [desk.people.find(identity(each)) for each in (WOMAN, MAN)])
    services, call = seat.workstation._services, UUID(int=7)
    made = []
    for person in people:
        assert person is not None
        about = About(person.id, number=NUMBER, call_id=call)
        made.append(PromiseDialog(seat.tasks, services, about, parent=seat.window))
        made[-1].open()
        seat.settle()
        if len(made) == 1:
            made[-1].reason.setFocus()
            seat.write("Feber i tre dagar")
            seat.let_pass(KEEP_WITHIN_MS + 200)
            made[-1].hide()  # as behind a lock: nobody has cancelled it
            seat.settle()
    assert made[-1].reason.text() == ""
    seat.press("Escape")


def refuses(*_: object, **__: object) -> None:
    raise QueueNotFound(id=UUID(int=1))


def test_a_refusal_in_the_queues_stands_in_their_dialog(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_down(seat, "leader")
    seat.press("Ctrl+Shift+N")
    seat.see("Enheternas köer för återuppringning", "Recept")
    seat.settle()
    dialog = shown(seat, QueuesDialog)
    heard: list[str] = []
    dialog.said.connect(heard.append)
    monkeypatch.setattr(type(seat.ground.desk.callback_queues), "close", refuses)
    dialog.times.selectRow(2)
    dialog.close_.click()
    seat.until(dialog._trouble.isVisible, "the refusal")
    assert dialog._trouble.sentence != "Det gick inte."
    assert heard == []
    monkeypatch.undo()
    dialog.close_.click()
    seat.see("Stängd")
    assert not dialog._trouble.isVisible()


def test_times_that_cannot_be_told_are_asked_for_once(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat.sign_in("nurse")
    seat.settle()
    count: list[int] = []

    def refused(*_: object, **__: object) -> None:
        count.append(1)
        refuses()

    monkeypatch.setattr(type(seat.ground.desk.callback_queues), "rooms", refused)
    waiting = opened(
        seat,
        lambda desk: tuple(e for e in desk.callbacks.open() if e.kind is CallbackKind.QUEUE),
    )
    assert waiting.unit_id is not None
    assert waiting.person_id is not None
    dialog = place(seat, waiting.unit_id, waiting.person_id)
    seat.until(dialog._trouble.isVisible, "the refusal")
    seat.let_pass(300)
    assert len(count) == 1
    seat.press("Escape")


def place(seat: Seat, unit_id: UUID, person_id: UUID) -> PlaceDialog:
    services = seat.workstation._services
    keeper = DirectoryKeeper.of(seat.tasks, services)
    seat.until(lambda: keeper.unit(unit_id) is not None, "the directory")
    made = PlaceDialog(
        seat.tasks,
        services,
        About(person_id, number=NUMBER),
        unit=keeper.unit(unit_id),
        category=MenuCategory.ADVICE,
        parent=seat.window,
    )
    made.open()
    return made


def test_the_times_of_one_unit_do_not_stand_under_another(seat: Seat, ground: Ground) -> None:
    def two_queues() -> UUID:
        ground.desk.sessions.sign_in("leader", PASSWORD)
        whole = ground.desk.units.directory()
        other = next(each.unit.id for each in whole.cards if each.unit.name == OTHER)
        for category in (MenuCategory.BOOK, MenuCategory.PRESCRIPTION):
            ground.desk.callback_queues.put(None, queue(other, category))
        ground.desk.sessions.sign_out()
        return other

    other = beside(two_queues)
    seat.sign_in("nurse")
    seat.settle()
    waiting = opened(
        seat,
        lambda desk: tuple(e for e in desk.callbacks.open() if e.kind is CallbackKind.QUEUE),
    )
    assert waiting.unit_id is not None
    assert waiting.person_id is not None
    dialog = place(seat, waiting.unit_id, waiting.person_id)
    seat.until(lambda: dialog.times.room is not None, "the times of the first")
    dialog.another.click()
    found = DirectoryKeeper.of(seat.tasks, seat.workstation._services).unit(other)
    dialog.finder.opened.emit(found)
    seat.see(f"Ärende hos {OTHER}", "Välj vad ärendet gäller")
    assert dialog.times.room is None
    assert not dialog.said.isVisible()
