"""A case that is opened at the seat: who is there, and what others do with it meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import QLocale

from kundcenter.changes import Changes
from kundcenter.domain.access import Role
from kundcenter.domain.case_codes import AnswerBy, CaseField, CaseKind, Injury, Said
from kundcenter.domain.cases import FieldEdit, ToldCase
from kundcenter.start.desk import Desk
from tests.ground import CHILD, PASSWORD, Ground, identity
from tests.services.case_ground import draft
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_people import beside
from ui.dialogs.case import CaseDialog
from ui.dialogs.case_facts import FactsPart
from ui.services import Services
from ui.widgets.dialog import Dialog

T = TypeVar("T")
D = TypeVar("D", bound=Dialog)
WORDS = "Jag ringde fyra gånger om mitt provsvar, och ingen ringde upp fast de lovade det."
SUMMARY = "Utlovad uppringning om provsvar uteblev fyra gånger."
UNIT = "Vårdcentralen Ankdammen"
COMPLAINT: dict[str, Any] = {
    "words": WORDS,
    "summary": SUMMARY,
    "wanted": "Att någon ringer upp, och en ursäkt.",
    "event": "2026-11",
    "category": "6.1",
    "email": "klagande@example.com",
}


@pytest.fixture
def swedish() -> Iterator[None]:
    """Days as the program tells them."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    yield
    QLocale.setDefault(before)


@dataclass
class Office:
    """A ground with handlers, a leader, a chief, a unit and a complaint."""

    ground: Ground
    unit: UUID
    ids: dict[str, UUID]
    case: UUID

    def as_(self, name: str, deed: Callable[[Desk], T]) -> T:
        """What a colleague did before or meanwhile; whoever sat there sits there again."""

        def act() -> T:
            desk = self.ground.desk
            desk.sessions.sign_in(name, PASSWORD)
            try:
                return deed(desk)
            finally:
                desk.sessions.sign_out()

        return beside(act)

    def edit(self, desk: Desk, **new: Any) -> None:
        """An edit by somebody who saw what stands."""
        facts = desk.cases.get(self.case).case.facts
        edits = (
            FieldEdit(CaseField(name), facts.value(CaseField(name)), str(value))
            for name, value in new.items()
        )
        desk.cases.edit(self.case, tuple(edits))


def opened_office(ground: Ground, **told: Any) -> Office:
    """Nobody is signed in after it."""

    def furnish() -> Office:
        desk = ground.desk
        desk.sessions.sign_in("admin", PASSWORD)
        unit = ground.unit(UNIT, "SE0000000001-VC11")
        ids = {
            "handler": ground.operator("handler", Role.CASE_HANDLER, position="Handläggare"),
            "other": ground.operator("other", Role.CASE_HANDLER, position="Handläggare"),
            "leader": ground.operator("leader", Role.SUPERVISOR_NURSE),
            "chief": ground.operator("chief", Role.MEDICAL_LEAD),
        }
        ground.sign_in("nurse")
        person = desk.people.register(identity(CHILD), "Test", "Person").the("person")
        facts = {**COMPLAINT, "unit": str(unit), "person": str(person), **told}
        case = desk.cases.register(draft(**facts)).the("case")
        desk.sessions.sign_out()
        return Office(ground, unit, ids, case)

    return beside(furnish)


@pytest.fixture
def office(ground: Ground) -> Office:
    return opened_office(ground)


def open_case(seat: Seat, office: Office, name: str = "handler") -> CaseDialog:
    """The case, opened by somebody who signs in."""
    seat.sign_in(name)
    seat.settle()
    return reopen(seat, office)


def reopen(seat: Seat, office: Office) -> CaseDialog:
    services: Services = seat.workstation._services
    made = CaseDialog(seat.tasks, services, office.case, parent=seat.window)
    made.open()
    seat.settle()
    return made


def dialog(seat: Seat, kind: type[D]) -> D:
    """The one of the kind that is shown."""
    seat.settle()
    (found,) = [each for each in seat.window.findChildren(kind) if each.isVisible()]
    return found


def facts_of(shown: CaseDialog) -> FactsPart:
    (found,) = shown.findChildren(FactsPart)
    return found


def told(seat: Seat, office: Office) -> ToldCase:
    """How it stands, as whoever sits there reads it."""
    return asked(seat, lambda desk: desk.cases.get(office.case))


def injured() -> dict[str, Any]:
    return {"injury": Injury.SUSPECTED}


def service() -> dict[str, Any]:
    return {"kind": CaseKind.E_SERVICE, "answer_by": AnswerBy.INBOX, "child": Said.UNSAID}


def meanwhile(seat: Seat, office: Office, **new: Any) -> None:
    """A colleague's edit comes from another desk: the screen is told of it."""
    changes: list[Changes] = []

    def deed(desk: Desk) -> None:
        facts = desk.cases.get(office.case).case.facts
        edits = (
            FieldEdit(CaseField(name), facts.value(CaseField(name)), str(value))
            for name, value in new.items()
        )
        changes.append(desk.cases.edit(office.case, tuple(edits)))

    done_by(seat, office, "other", deed)
    seat.tasks.announce(changes[0])
    seat.settle()


def done_by(seat: Seat, office: Office, name: str, deed: Callable[[Desk], object]) -> None:
    """What a colleague does while somebody sits here, who sits here again afterwards."""
    sitting = asked(seat, lambda desk: desk.operators.me().user_name)
    office.as_(name, deed)
    asked(seat, lambda desk: desk.sessions.sign_in(sitting, PASSWORD))


def differing(office: Office) -> None:
    """Two have written different things of what is wanted, the handler after the other."""
    seen = office.as_("handler", lambda desk: desk.cases.get(office.case).case.facts)
    for name, value in (
        ("other", "Att någon ber om ursäkt."),
        ("handler", "Att jag får ett svar."),
    ):
        edit = FieldEdit(CaseField.WANTED, seen.wanted, value)
        office.as_(name, partial(_edit, office.case, edit))


def _edit(case_id: UUID, edit: FieldEdit, desk: Desk) -> None:
    desk.cases.edit(case_id, (edit,))
