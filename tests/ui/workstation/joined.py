"""A desk that has a centre, of which the tests say what it has answered."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from sqlalchemy import update

from db.connect import open_local
from db.exchange_tables import answers
from db.sync import touches
from kundcenter.domain.access import Role
from kundcenter.domain.feed import Result, Verdict
from kundcenter.domain.work_items import ItemKind
from kundcenter.operations import Operation
from kundcenter.services.link import Link
from kundcenter.start.desk import Desk, DeskTerms, new_id
from kundcenter.start.local_side import local_side
from tests.ground import CHEAP, DEVICE, KEY, PASSWORD, WOMAN, Clock, Ground, desk_on, fill_local


class Joined:
    """The desk, with a patient, two nurses, a supervisor and a telephonist."""

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
        about = operation.about
        assert about is not None
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

    def accepts(self, operation: Operation) -> None:
        """The centre has carried it out; its rows are on their way."""
        self.local.answered([Result(operation.n, operation.id, Verdict.APPLIED)])

    def rows_come(self) -> None:
        """What the centre has accepted is at the desk as it is there."""
        with self.ground.engine.begin() as connection:
            connection.execute(update(answers).values(settled_at=self.ground.clock.at))
