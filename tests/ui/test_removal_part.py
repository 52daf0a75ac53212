"""What a window says of what the centre would take away, and how an administrator allows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.connect import open_local
from db.sync import removal, touches
from kundcenter.domain.access import Role
from kundcenter.domain.feed import team
from kundcenter.domain.link import Removal
from kundcenter.services.link import Link
from kundcenter.start.local_side import local_side
from tests.ground import CARE_UNIT, DEVICE, KEY, Clock, Ground, desk_on, fill_local
from tests.ground import opened as opened_engine
from ui.panels.removal_part import RemovalPart
from ui.tasks import Tasks

MINE = team(CARE_UNIT)


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    path = tmp_path / "desk.db"
    fill_local(path)
    engine = open_local(path, KEY)
    touches.watch(engine)
    with opened_engine(engine):
        made = Ground(desk_on(engine, Clock()), Clock(), engine)
        made.begin()
        made.operator("leader", Role.SUPERVISOR_NURSE)
        yield made


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def shown(qtbot: QtBot, tasks: Tasks, ground: Ground) -> RemovalPart:
    link = Link(
        local_side(ground.engine, DEVICE, ground.clock), actor=lambda: ground.desk.seat.actor
    )
    part = RemovalPart(tasks, link)
    qtbot.addWidget(part)
    qtbot.waitUntil(lambda: tasks.idle)
    return part


def asked(ground: Ground) -> None:
    with ground.engine.begin() as connection:
        removal.ask(connection, Removal(MINE, 190, 200))


def test_nothing_is_said_while_nothing_waits(qtbot: QtBot, tasks: Tasks, ground: Ground) -> None:
    assert shown(qtbot, tasks, ground).isHidden()


@pytest.mark.logs("most of a bucket would go", "lets 190 rows of 200 go", "as was allowed")
def test_an_administrator_allows_it_with_two_keys(
    qtbot: QtBot, tasks: Tasks, ground: Ground
) -> None:
    asked(ground)
    part = shown(qtbot, tasks, ground)
    part.show()
    assert "190 av 200 uppgifter" in part.said.text()
    assert "Inget är borttaget" in part.said.text()
    (button,) = part.buttons
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.text() == "Låt 190 uppgifter tas bort"
    qtbot.waitUntil(lambda: tasks.idle)
    with ground.engine.begin() as connection:
        assert not removal.may_go(connection, MINE, 200, 190)
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Tillåtet" in part.said.text())
    with ground.engine.begin() as connection:
        assert removal.may_go(connection, MINE, 200, 190)


@pytest.mark.logs("most of a bucket would go")
def test_others_are_told_who_can_allow_it(qtbot: QtBot, tasks: Tasks, ground: Ground) -> None:
    asked(ground)
    ground.sign_in("leader")
    part = shown(qtbot, tasks, ground)
    assert part.buttons == []
    assert "En administratör kan tillåta det här." in part.said.text()
