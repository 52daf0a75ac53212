"""What the tests of cases at several desks stand on: at each somebody who may handle and lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import text

from kundcenter.domain.access import Role
from kundcenter.domain.case_codes import CaseAct, CaseField, EditOutcome
from kundcenter.domain.cases import Case, CaseEdit, CaseStep, FieldEdit
from kundcenter.domain.feed import Verdict
from kundcenter.domain.work_items import WorkItem
from tests.ground import Clock, fill_central
from tests.postgres import PostgresServer
from tests.services.case_ground import draft
from tests.sync.ground import Centre, Side, a_centre, a_side, shared

NAMES = ("anna", "bo", "cia", "dan", "eva")


@dataclass
class Office:
    """Desks of one team at one centre, somebody at each who may handle and lead cases."""

    centre: Centre
    sides: list[Side]
    ids: dict[str, UUID]

    @property
    def one(self) -> Side:
        return self.sides[0]

    @property
    def other(self) -> Side:
        return self.sides[1]

    def talk(self, *sides: Side) -> None:
        """These talk with the centre, in this order."""
        for side in sides:
            side.talk(self.centre)

    def agree(self, order: Sequence[int] = ()) -> None:
        """After all have talked, in this order at first, all have the same rows."""
        first = [self.sides[at] for at in order or range(len(self.sides))]
        self.talk(*first, *self.sides)
        its = shared(self.centre.engine)
        for side in self.sides:
            assert shared(side.engine) == its
            assert side.local.waiting().count == 0

    def takes_in(self, **told: Any) -> UUID:
        """A case that every desk knows."""
        case = self.one.desk.cases.register(draft(**told)).the("case")
        self.agree()
        return case

    def case(self, id: UUID) -> Case:
        """As it is at all desks, whichever is asked."""
        found = [side.desk.cases.get(id).case for side in self.sides]
        assert all(each == found[0] for each in found)
        return found[0]

    def edits(self, id: UUID) -> tuple[CaseEdit, ...]:
        return self.other.desk.cases.get(id).edits

    def conflicts(self, id: UUID) -> tuple[CaseEdit, ...]:
        return self.other.desk.cases.get(id).conflicts

    def steps(self, id: UUID, act: CaseAct) -> tuple[CaseStep, ...]:
        return tuple(each for each in self.one.desk.cases.get(id).steps if each.act is act)

    def outcomes(self, id: UUID, name: CaseField) -> dict[str, EditOutcome]:
        """What became of each value that somebody wanted for the field."""
        return {each.new: each.outcome for each in self.edits(id) if each.name is name}

    def rows(self, query: str) -> list[Any]:
        """What the centre has."""
        with self.centre.engine.connect() as connection:
            return list(connection.execute(text(query)))

    def rejected(self) -> dict[str, str]:
        """What the centre has turned away: by verb, why."""
        query = "SELECT verb, code FROM work_items WHERE kind = 'AVVISAD' ORDER BY verb"
        return {row.verb: row.code for row in self.rows(query)}

    def all_was_taken(self) -> None:
        assert set(self.centre.central.counts()) == {Verdict.APPLIED}
        assert self.rows("SELECT id FROM work_items") == []

    def work(self, side: Side) -> WorkItem:
        (item,) = side.desk.work_items.waiting()
        return item


@contextmanager
def an_office(server: PostgresServer, folder: Path, desks: int) -> Iterator[Office]:
    """So many desks, at each of which one of NAMES sits."""
    clock = Clock()
    with ExitStack() as stack:
        url = stack.enter_context(server.clone("empty", fill_central))
        centre = stack.enter_context(a_centre(url, clock))
        names = NAMES[:desks]
        sides = [a_side(stack, folder / f"{name}.db", clock, centre, name) for name in names]
        first, *others = sides
        first.begin()
        roles = (Role.NURSE, Role.SUPERVISOR_NURSE, Role.MEDICAL_LEAD)
        ids = {name: first.operator(name, *roles) for name in names}
        first.unit()
        first.sign_in(names[0])
        first.talk(centre)
        for side, name in zip(others, names[1:], strict=True):
            side.talk(centre)
            side.takes(name)
            side.talk(centre)
        office = Office(centre, sides, ids)
        office.agree()
        yield office


def changes(side: Side, id: UUID, **new: object) -> None:
    """Somebody at the desk changes fields from what they see there."""
    seen = side.desk.cases.get(id).case.facts
    side.desk.cases.edit(
        id,
        tuple(
            FieldEdit(CaseField(name), seen.value(CaseField(name)), str(value))
            for name, value in new.items()
        ),
    )
