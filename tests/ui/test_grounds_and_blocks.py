"""The dialogs of a stated ground, of blocks and their opening, and of who has opened a person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from db.connect import open_local
from kundcenter.domain.access import Role
from kundcenter.domain.access_log import Activity
from kundcenter.domain.blocks import BlockKind, HiddenUnit, LiftGround
from kundcenter.domain.grounds import Ground as Stated
from kundcenter.domain.grounds import GroundCategory, GroundNeeded
from kundcenter.domain.journal import Relation
from kundcenter.domain.units import UnitKind
from kundcenter.settings import Settings
from kundcenter.start.furnish import Furnished, furnish
from kundcenter.start.program import cache_folder
from tests.ground import (
    CARE_UNIT,
    KEY,
    NUMBER,
    PASSWORD,
    WHOLE,
    WOMAN,
    Clock,
    Ground,
    desk_on,
    fill_local,
    identity,
)
from tests.ui.workstation.handset import Handset
from ui.dialogs.accesses import AccessesDialog
from ui.dialogs.blocks import BlockDialog, BlocksDialog, RevokeDialog
from ui.dialogs.emergency import EmergencyDialog, UnitBoxes
from ui.dialogs.ground import GroundDialog
from ui.grounds import told
from ui.tasks import Tasks
from ui.texts import sentence
from ui.widgets.dialog import Dialog

D = TypeVar("D", bound=Dialog)

OTHER_UNIT = "SE0000000001-DEMO2"
WHY = "Medvetslös patient"
REASON = Stated(category=GroundCategory.QUALITY, text="Granskning av klagomål")


class Room:
    """A window with the services of a desk; a nurse of another unit than the note's sits there."""

    def __init__(self, ground: Ground, person: UUID, qtbot: QtBot) -> None:
        self.ground, self.person, self.qtbot, self.tasks = ground, person, qtbot, Tasks()
        self.services: Furnished = furnish(
            ground.desk, Handset(), cache_folder(), settings=Settings(), demo=False
        )
        self.window = QMainWindow()
        self.window.resize(1280, 800)
        self.window.show()

    def lay(self, dialog: Dialog) -> None:
        dialog.open()
        dialog.activateWindow()
        self.settle()
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.tasks.idle, timeout=10_000)

    def top(self, kind: type[D]) -> D:
        (found,) = [each for each in self.window.findChildren(kind) if each.isVisible()]
        return found

    def clear(self) -> None:
        for dialog in self.window.findChildren(Dialog):
            dialog.close()
        self.tasks.close()
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    path = tmp_path / "desk.db"
    fill_local(path)
    engine, clock = open_local(path, KEY), Clock()
    ground = Ground(desk_on(engine, clock), clock, engine)
    desk = ground.desk
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    bo = desk.operators.add(
        "bo",
        "Test Bo",
        roles=frozenset({Role.NURSE, Role.LOG_REVIEWER}),
        position="Sjuksköterska",
        care_unit=OTHER_UNIT,
    ).the("operator")
    desk.operators.give_password(bo, PASSWORD)
    ground.operator("reviewer", Role.LOG_REVIEWER, position="Granskare")
    desk.units.add(
        CARE_UNIT,
        "Sjukvårdsrådgivningen Test",
        kind=UnitKind.PRIMARY_CARE,
        municipality="Jönköping",
        phone=NUMBER,
        hours="",
    )
    ground.sign_in("nurse")
    person = ground.person(WOMAN)
    desk.journal.write(person, WHOLE)
    desk.blocks.set(person, BlockKind.INNER, CARE_UNIT)
    ground.sign_in("bo")
    made = Room(ground, person, qtbot)
    yield made
    made.clear()
    engine.dispose()


def says(dialog: EmergencyDialog) -> UnitBoxes:
    """The units of the second step."""
    assert dialog.units is not None
    return dialog.units


def write(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_a_ground_is_stated_by_keys_alone(room: Room) -> None:
    dialog = GroundDialog(room.window)
    stated: list[Stated | None] = []
    dialog.confirmed.connect(lambda: stated.append(dialog.ground))
    room.lay(dialog)
    press(Qt.Key.Key_Return)
    assert stated == [None]
    assert dialog.category.error == "Välj ett ändamål."
    press(Qt.Key.Key_4)
    write("kort")
    press(Qt.Key.Key_Return)
    assert stated == [None, None]
    assert dialog.reason.error == "Skriv skälet med minst 10 tecken."
    write(" men nu mera skrivet")
    press(Qt.Key.Key_Return)
    assert stated[-1] == Stated(category=GroundCategory.QUALITY, text="kort men nu mera skrivet")


def test_a_ground_is_not_remembered_for_the_next_person(room: Room) -> None:
    first = GroundDialog(room.window)
    first.category.choose(GroundCategory.LAW)
    first.reason.set_text("Begäran från domstol")
    first.reject()
    second = GroundDialog(room.window)
    assert (second.category.value, second.reason.text()) == (None, "")


def test_a_refusal_is_said_at_the_reason(room: Room) -> None:
    dialog = GroundDialog(room.window)
    room.lay(dialog)
    error = GroundNeeded(person_id=room.person)
    dialog.refuse(error)
    assert dialog.reason.error == sentence(error)
    assert dialog.primary.isEnabled()


def test_blocked_data_are_opened_in_two_steps(room: Room) -> None:
    dialog = EmergencyDialog(room.tasks, room.services, room.person, room.window)
    opened: list[bool] = []
    dialog.lifted.connect(lambda: opened.append(True))
    room.lay(dialog)
    dialog.primary.click()
    assert dialog.ground.error == "Välj en grund."
    press(Qt.Key.Key_2)
    write("kort")
    dialog.primary.click()
    room.settle()
    assert "10 tecken" in dialog.reason.error
    dialog.reason.set_text(WHY)
    dialog.primary.click()
    room.settle()
    units = says(dialog)
    assert [box.text() for box in units.boxes.values()] == [
        f"Sjukvårdsrådgivningen Test ({CARE_UNIT})"
    ]
    assert not dialog.reason.isEnabled() and not dialog.ground.isEnabled()
    dialog.primary.click()  # nothing is ticked beforehand
    assert units.error == "Välj minst en enhet."
    assert room.ground.accesses()[-1].level == "Spärrade enheter"
    press(Qt.Key.Key_Space)
    dialog.primary.click()
    room.settle()
    assert opened == [True]
    record = room.ground.accesses()[-1]
    assert (record.activity, record.reason) == (Activity.EMERGENCY, f"NODOPPNING: {WHY}")
    assert room.services.blocks.units(room.person, LiftGround.CONSENT, WHY) == ()


def test_where_nothing_is_blocked_nothing_can_be_opened(room: Room) -> None:
    room.services.blocks.lift(room.person, (CARE_UNIT,), LiftGround.CONSENT, WHY)
    dialog = EmergencyDialog(room.tasks, room.services, room.person, room.window)
    room.lay(dialog)
    dialog.ground.choose(LiftGround.CONSENT)
    dialog.reason.set_text(WHY)
    dialog.primary.click()
    room.settle()
    assert dialog.units is None and not dialog.primary.isVisible()


def test_a_block_is_seen_set_and_taken_away(room: Room) -> None:
    dialog = BlocksDialog(room.tasks, room.services, room.person, REASON, room.window)
    changed: list[bool] = []
    dialog.changed.connect(lambda: changed.append(True))
    room.lay(dialog)
    assert [block.care_unit for block in dialog.model.records] == [CARE_UNIT]
    assert not dialog.revoke.isEnabled()
    dialog.primary.click()
    new = room.top(BlockDialog)
    new.kind.choose(BlockKind.OUTER)
    new.care_unit.set_text(CARE_UNIT)
    for no_day in ("2026-13-01", "2026-02-29", "0001-01-01", "9999-12-31", "٢٠٢٦-٠١-٠١", "i går"):
        new.first.set_text(no_day)
        new.primary.click()
        assert new.first.error == "Skriv datumet som ÅÅÅÅ-MM-DD."
    new.first.set_text("2026-01-01")
    new.last.set_text("2026-01-31")
    new.asked_by.choose(Relation.GUARDIAN)
    new.primary.click()
    room.settle()
    assert new.asked_by.error
    new.asked_by.choose(Relation.SELF)
    new.primary.click()
    room.settle()
    room.settle()
    outer, inner = dialog.model.records
    assert (outer.kind, inner.kind) == (BlockKind.OUTER, BlockKind.INNER)
    cells = [dialog.model.index(0, column).data() for column in range(4)]
    assert cells == ["Gäller", "Yttre", "SE0000000001", "2026-01-01 – 2026-01-31"]
    dialog.table.choose(inner.id)
    dialog.revoke.click()
    why = room.top(RevokeDialog)
    why.primary.click()
    room.settle()
    assert why.reason.error == "Skriv varför spärren hävs."
    why.reason.set_text("Patienten ångrade sig")
    why.primary.click()
    room.settle()
    room.settle()
    _, revoked = dialog.model.records
    assert not revoked.in_force and len(changed) == 2
    dialog.table.choose(revoked.id)
    assert not dialog.revoke.isEnabled()


def test_a_reviewer_sees_who_has_opened_the_person_and_why(room: Room) -> None:
    room.services.blocks.of_person(room.person, REASON)
    room.services.blocks.units(room.person, LiftGround.EMERGENCY, WHY)
    room.ground.sign_in("reviewer")  # one's own are not among them
    dialog = AccessesDialog(room.tasks, room.services, identity(WOMAN), room.window)
    room.lay(dialog)
    table = dialog.model
    lines = [
        [table.index(row, column).data() for column in range(6)] for row in range(table.rowCount())
    ]
    times = [access.record.at for access in table.records]
    assert times == sorted(times, reverse=True)
    found = [line[1:] for line in lines]
    care = "Vård och behandling"
    assert [OTHER_UNIT, "Test Bo", "Nödöppning: Spärrade enheter", care, f"Nödöppning: {WHY}"] in (
        found
    )
    quality = "Kvalitet: Granskning av klagomål"
    assert [OTHER_UNIT, "Test Bo", "Läsa: Skäl", "Kvalitetssäkring", quality] in found
    assert [CARE_UNIT, "Test Nurse", "Skriva: Spärr", care, "–"] in found
    assert f"Skäl: Nödöppning: {WHY}" in dialog.whole.text()  # of the first row, in full


def test_a_reason_is_told_in_words() -> None:
    assert told("EGEN_UPPGIFT") == "Egen uppgift: samtal eller kort"
    assert told("LAG: Begäran från domstol") == "Lagkrav: Begäran från domstol"
    assert told("Patienten: själv") == "Patienten: själv"
    assert told(GroundNeeded.code) == "Nekad: inget skäl angavs"
    assert told("") == ""


def test_nothing_is_hidden_from_the_units_own(room: Room) -> None:
    room.ground.sign_in("nurse")
    assert room.services.blocks.units(room.person, LiftGround.EMERGENCY, WHY) == ()
    room.ground.sign_in("bo")
    hidden = room.services.blocks.units(room.person, LiftGround.EMERGENCY, WHY)
    assert hidden == (HiddenUnit(CARE_UNIT),)
