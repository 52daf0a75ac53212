"""What waits for the operator, and the dialogs beside an entry, on a real desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine

from db.connect import open_local
from kundcenter.domain.access import Role
from kundcenter.domain.journal import Note
from kundcenter.domain.waiting import SigningTerms
from kundcenter.start.desk import Desk
from tests.ground import ASKED, KEY, WHOLE, Clock, Ground, desk_on, fill_local
from ui.dialogs.dissent import DissentDialog
from ui.dialogs.printout import PrintDialog
from ui.panels.to_do import ToDoPage
from ui.tasks import Tasks


@dataclass
class Furniture:
    """What a page needs of a desk."""

    desk: Desk
    signing: SigningTerms = field(default_factory=SigningTerms)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.desk, name)


class Room:
    """A desk whose nurse has one late note and one new, and where a page hears of changes."""

    def __init__(self, engine: Engine) -> None:
        clock = Clock()
        self.ground = Ground(desk_on(engine, clock), clock, engine)
        self.ground.begin()
        self.ground.operator("nurse", Role.NURSE)
        self.ground.operator("leader", Role.SUPERVISOR_NURSE)
        self.ground.sign_in("nurse")
        self.journal, self.person = self.ground.desk.journal, self.ground.person()
        self.late = self.journal.write(self.person, WHOLE).the("entry")
        clock.pass_time(days=3)
        self.new = self.journal.write(self.person, Note(reason="RYGG")).the("entry")
        self.tasks, self.services = Tasks(), Furniture(self.ground.desk)


@pytest.fixture
def room(tmp_path: Path) -> Any:
    fill_local(tmp_path / "desk.db")
    engine = open_local(tmp_path / "desk.db", KEY)
    made = Room(engine)
    yield made
    made.tasks.close()
    engine.dispose()


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """What a dialog belongs to; the dialog goes by itself when it is done."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def page_of(room: Room, qtbot: QtBot) -> ToDoPage:
    page = ToDoPage(room.tasks, room.services)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.refresh()
    return page


def shown(page: ToDoPage) -> list[list[str]]:
    model = page.unsigned
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_unsigned_notes_are_listed_with_age_and_flag_and_without_a_patient(
    room: Room, qtbot: QtBot
) -> None:
    page = page_of(room, qtbot)
    known = len(room.ground.accesses())
    qtbot.waitUntil(lambda: len(shown(page)) == 2)
    late, new = shown(page)
    assert late[2:] == ["Försenad", "Feber"]
    assert new[2:] == ["Väntar", "Rygg"]
    assert "Person" not in str(shown(page))
    assert len(room.ground.accesses()) == known  # nobody was looked at
    assert page.others.isHidden()
    assert page.after_alarm.isHidden()


def test_enter_opens_the_note_under_the_cursor(room: Room, qtbot: QtBot) -> None:
    page = page_of(room, qtbot)
    qtbot.waitUntil(lambda: len(shown(page)) == 2)
    opened: list[UUID] = []
    page.opened.connect(opened.append)
    page.take_focus()
    page.mine.selectRow(0)
    QTest.keyClick(page.mine, Qt.Key.Key_Return)
    assert opened == [room.late]


def test_a_supervisor_sees_whose_notes_have_waited_too_long(room: Room, qtbot: QtBot) -> None:
    room.ground.clock.pass_time(days=12)
    room.ground.sign_in("leader")
    page = page_of(room, qtbot)
    page.oversee(True)
    page.refresh()
    qtbot.waitUntil(lambda: page.overdue.rowCount() == 1)
    assert page.overdue.records[0].author_name == "Test Nurse"
    assert not page.others.isHidden()


def test_the_number_of_what_waits_is_told(room: Room, qtbot: QtBot) -> None:
    page = ToDoPage(room.tasks, room.services)
    qtbot.addWidget(page)
    counts: list[int] = []
    page.counted.connect(counts.append)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: counts[-1:] == [2])
    room.tasks.run(page, lambda: room.journal.sign(room.late, upon=1), lambda _: None, print)
    qtbot.waitUntil(lambda: counts[-1:] == [1])


def test_a_dissent_needs_words_and_a_name(room: Room, host: QWidget, qtbot: QtBot) -> None:
    dialog = DissentDialog(room.tasks, room.services, room.late, host)
    dialog.show()
    dialog.primary.click()
    assert dialog.text.error
    dialog.text.set_text("Febern började i förrgår.")
    dialog.primary.click()
    assert dialog.by_name.error
    dialog.by_name.set_text("Test Förälder")
    with qtbot.waitSignal(dialog.noted):
        dialog.primary.click()
    (noted,) = room.journal.open(room.late).dissents
    assert (noted.text, noted.by_name) == ("Febern började i förrgår.", "Test Förälder")


def test_a_copy_for_the_clipboard_names_who_gets_it_first(
    room: Room, host: QWidget, qtbot: QtBot
) -> None:
    QApplication.clipboard().setText("")
    dialog = PrintDialog(room.tasks, room.services, room.late, host)
    dialog.show()
    dialog.copy.click()
    assert dialog.recipient.error
    assert QApplication.clipboard().text() == ""
    dialog.recipient.set_text("Journalsystemet")
    with qtbot.waitSignal(dialog.said) as said:
        dialog.copy.click()
    assert "urklipp" in str(said.args)
    assert "Feber sedan i går, 38,9." in QApplication.clipboard().text()
    (made,) = room.journal.open(room.late, ASKED).disclosures
    assert made.recipient == "Journalsystemet"
