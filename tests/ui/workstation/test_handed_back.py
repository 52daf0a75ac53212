"""At a desk with a centre: what waits for it is marked, and what it hands back is work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.connect import open_local
from db.sync import touches
from kundcenter.changes import Change, Changes
from kundcenter.domain.access import Role
from kundcenter.domain.feed import Result, Verdict, Waiting
from kundcenter.domain.link import LinkState, Phase
from kundcenter.domain.work_items import ItemKind
from kundcenter.operations import Operation
from kundcenter.services.link import Link
from kundcenter.start.desk import Desk, DeskTerms, new_id
from kundcenter.start.local_side import local_side
from tests.ground import (
    CHEAP,
    DEVICE,
    KEY,
    NUMBER,
    PASSWORD,
    WHOLE,
    WOMAN,
    Clock,
    Ground,
    desk_on,
    fill_local,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.dialogs.link_details import LinkDialog
from ui.link import LinkView
from ui.panels.handed_back import HandedBack
from ui.panels.handed_back_item import HandedBackDialog
from ui.panels.log import LogPage
from ui.panels.past_note import PastNote
from ui.panels.to_do import ToDoPage
from ui.theme.fonts import load_fonts
from ui.widgets.card import Card

CHANGED = replace(WHOLE, advice="Drick mer vatten.")


class Joined:
    """A desk that has a centre, of which the tests say what it has answered."""

    def __init__(self, path: Path) -> None:
        fill_local(path)
        engine = open_local(path, KEY)
        alone = Ground(desk_on(engine, Clock()), Clock(), engine)
        alone.begin()
        for name, role in (
            ("nurse", Role.NURSE),
            ("bo", Role.NURSE),
            ("leader", Role.SUPERVISOR_NURSE),
            ("switch", Role.SWITCHBOARD),
        ):
            alone.people[name] = alone.operator(name, role)
        engine.dispose()
        engine = open_local(path, KEY)
        touches.watch(engine)
        clock = Clock()
        terms = DeskTerms(DEVICE, KEY, now=clock, new_id=new_id, cost=CHEAP, watched=True)
        desk = Desk(engine, terms)
        self.local = local_side(engine, DEVICE, clock)
        desk.link = Link(self.local)
        self.ground = Ground(desk, clock, engine, people=alone.people)
        desk.sessions.sign_in("nurse", PASSWORD)
        self.person = self.ground.person(WOMAN)

    def last(self, kind: str) -> Operation:
        return [each for each in self.ground.operations() if each.kind == kind][-1]

    def says(self, operation: Operation, verdict: Verdict, code: str) -> UUID:
        """The centre's answer, and the work that it makes of it."""
        self.local.answered([Result(operation.n, operation.id, verdict, code)])
        about = operation.wrote[0]
        kind = ItemKind.REJECTED if verdict is Verdict.REJECTED else ItemKind.QUARANTINED
        return self.ground.hand_back(
            operation.actor.operator_id,
            id=operation.id,
            kind=kind,
            verb=operation.kind,
            code=code,
            about_kind=about.kind,
            about_id=about.id,
        )


@pytest.fixture
def joined(tmp_path: Path) -> Iterator[Joined]:
    made = Joined(tmp_path / "desk.db")
    yield made
    made.ground.engine.dispose()


@pytest.fixture
def view() -> LinkView:
    return LinkView()


@pytest.fixture
def sit(joined: Joined, view: LinkView, tmp_path: Path, qtbot: QtBot) -> Iterator[Any]:
    """Sit down at the window, when what came before has been done."""
    load_fonts()
    seats: list[Seat] = []

    def seated(name: str = "nurse") -> Seat:
        joined.ground.desk.sessions.sign_out()
        seats.append(Seat(joined.ground, tmp_path, link=view))
        seats[-1].sign_in(name)
        seats[-1].settle()
        return seats[-1]

    yield seated
    for seat in seats:
        seat.leave()


Sit = Callable[..., Seat]


def part(seat: Seat, kind: type[Any]) -> Any:
    (found,) = seat.window.findChildren(kind)
    return found


def opened(seat: Seat, item: UUID) -> HandedBackDialog:
    """The work item, opened by Enter on its row."""
    seat.press("Ctrl+3")
    seat.settle()
    back: HandedBack = part(seat, HandedBack)
    back.table.selectRow(back.model.row_of(item))
    back.table.setFocus()
    seat.press("Return")
    seat.settle()
    dialog: HandedBackDialog = part(seat, HandedBackDialog)
    return dialog


def sides(dialog: HandedBackDialog) -> list[str]:
    """What stands in the two cards."""
    return [
        "\n".join(label.text() for label in card.findChildren(QLabel) if label.text())
        for card in dialog.findChildren(Card)
    ]


def test_what_comes_back_is_work_until_somebody_says_how_it_ended(joined: Joined, sit: Sit) -> None:
    joined.ground.desk.calls.register(NUMBER)
    seat = sit()
    back: HandedBack = part(seat, HandedBack)
    assert back.isHidden()
    item = joined.ground.hand_back(joined.ground.people["nurse"])
    seat.tasks.announce(Changes((Change("work_item", item),)))
    seat.settle()
    assert [each.id for each in back.items] == [item]
    dialog = opened(seat, item)
    seat.press("Return")  # nothing is said yet
    assert dialog.isVisible()
    assert dialog.how.error == "Skriv hur det löstes."
    dialog.how.edit.setFocus()
    seat.write("Bo har samtalet")
    seat.press("Return")
    seat.settle()
    seat.see("Uppgiften är löst.")
    assert back.isHidden()
    assert asked(seat, lambda desk: desk.work_items.waiting()) == ()


def test_a_note_is_shown_as_it_was_written_and_as_the_centre_has_it_when_it_was_opened(
    joined: Joined, sit: Sit
) -> None:
    journal = joined.ground.desk.journal
    entry = journal.write(joined.person, WHOLE).the("entry")
    journal.save(entry, CHANGED, upon=1)
    item = joined.says(joined.last("journal.save"), Verdict.QUARANTINED, "entry.stale")
    seat = sit()
    dialog = opened(seat, item)
    assert sides(dialog) == []
    known = len(joined.ground.accesses())
    dialog.compare.click()
    seat.settle()
    mine, its = sides(dialog)
    assert CHANGED.advice in mine
    assert CHANGED.advice not in its
    assert WHOLE.advice in its
    assert len(joined.ground.accesses()) > known  # no log, no view
    dialog.reject()


def test_a_note_that_the_centre_does_not_have_is_told_of_as_that(joined: Joined, sit: Sit) -> None:
    joined.ground.desk.journal.write(joined.person, WHOLE)
    item = joined.says(joined.last("journal.write"), Verdict.QUARANTINED, "sync.not_understood")
    seat = sit()
    dialog = opened(seat, item)
    dialog.compare.click()
    seat.settle()
    mine, its = sides(dialog)
    assert WHOLE.advice in mine
    assert "Ingen sådan post än." in its
    dialog.reject()


def test_of_a_card_one_sees_ones_own_words_or_that_there_were_none(
    joined: Joined, sit: Sit
) -> None:
    calls = joined.ground.desk.calls
    call = calls.register(NUMBER).the("call")
    calls.hand_over(call, joined.ground.people["bo"], "Ring upp om svaret")
    calls.withdraw(call)
    items = [
        joined.says(joined.last(kind), Verdict.REJECTED, "hand_over.not_offered")
        for kind in ("calls.hand_over", "calls.withdraw")
    ]
    seat = sit()
    for item, words in zip(items, ("Ring upp om svaret", "Inga egna ord"), strict=True):
        dialog = opened(seat, item)
        mine, its = sides(dialog)
        assert words in mine
        assert "Samtalet 070-174 06 05" in its
        dialog.deleteLater()
        dialog.reject()
        seat.settle()
    dialog = opened(seat, items[0])
    dialog.go.click()
    seat.settle()
    assert seat.window.page == "cards"


def test_those_who_lead_see_whose_it_is_and_not_the_words(joined: Joined, sit: Sit) -> None:
    joined.ground.desk.journal.write(joined.person, WHOLE)
    item = joined.says(joined.last("journal.write"), Verdict.QUARANTINED, "sync.not_understood")
    seat = sit("leader")
    seat.press("Ctrl+3")
    seat.see("Test Nurse", "Anteckning skrevs")
    dialog = opened(seat, item)
    dialog.compare.click()
    seat.settle()
    seat.see("Ändamål")  # it is no call of the supervisor's: why is asked first
    assert sides(dialog) == []
    seat.press("Esc")
    dialog.reject()


def test_whoever_writes_no_notes_has_a_page_for_what_comes_back(joined: Joined, sit: Sit) -> None:
    joined.ground.hand_back(joined.ground.people["switch"])
    seat = sit("switch")
    seat.press("Ctrl+3")
    seat.see("Återlämnat av centralen", "Kort togs över")
    page: ToDoPage = part(seat, ToDoPage)
    assert page.mine.isHidden()


def test_records_that_wait_are_marked_where_they_are_seen(joined: Joined, sit: Sit) -> None:
    joined.ground.desk.journal.write(joined.person, WHOLE)
    seat = sit()
    seat.call_by_hand()
    seat.write(WOMAN)
    seat.press("Return")
    seat.settle()
    note: PastNote = seat.window.findChildren(PastNote)[0]
    seat.until(lambda: note._mark is not None and note._mark.text() == "Väntar", "a mark")
    tabs = seat.workstation.cards.tabs
    assert tabs.tabText(0).endswith("Pågår, väntar")
    seat.press("Ctrl+2")
    seat.settle()
    log: LogPage = part(seat, LogPage)
    assert "Väntar" in [
        log.model.index(0, column).data() for column in range(log.model.columnCount())
    ]


def test_the_details_of_the_link_are_one_key_away(view: LinkView, sit: Sit) -> None:
    seat = sit()
    seat.see("Kopplar upp")
    seat.press("Ctrl+0")
    assert part(seat, LinkDialog).isVisible()
    seat.press("Return")
    seat.settle()
    assert seat.window.findChildren(LinkDialog) == []


@pytest.mark.parametrize(("name", "told"), [("leader", True), ("nurse", False)])
def test_those_who_lead_are_told_when_the_link_needs_a_person(
    joined: Joined, view: LinkView, sit: Sit, name: str, told: bool
) -> None:
    seat = sit(name)
    now = joined.ground.clock.at
    stuck = LinkState(Phase.STUCK, now, Waiting(3, now - timedelta(minutes=5)), code="sync.hole")
    for _ in range(2):
        view.tell(stuck)
        seat.see("Behöver hjälp – 3 poster väntar")
    said = [words for words in seat.window.notices.sentences if "Säg till" in words]
    assert len(said) == int(told)
