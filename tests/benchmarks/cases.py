"""The lists of cases in a file that holds a hundred thousand of them: what is due first.

One in five is not over, which is many more than anybody would leave lying: the lists are of those.
The floor is one row by its key.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from sqlalchemy import select

from db.bulk import write
from db.cases import cases
from db.connect import open_local
from kundcenter.demo.chance import ID_BITS, id_at
from kundcenter.domain.access import Role
from kundcenter.domain.case_codes import (
    FEEDBACK,
    AnswerBy,
    CaseChannel,
    CaseKind,
    Complainant,
    Service,
    Stage,
)
from kundcenter.domain.case_states import timed
from kundcenter.domain.case_terms import CATEGORIES, TIMES
from kundcenter.domain.cases import Case, CaseFacts
from tests.benchmarks.frame import Budget, Figure, Row, Terms, growth, interleaved, timings
from tests.ground import CARE_UNIT, KEY, MORNING, Clock, Ground, desk_on, fill_local

NAME = "cases"
SIZES, QUICK_SIZES = (10_000, 100_000), (200, 400)
KEY_ROW = "floor: one row by its key, driver alone"
SERVICES = frozenset({CaseKind.E_SERVICE})
YEARS = timedelta(days=3 * 365)
OPEN = 0.2
WORDS = "Fick vänta länge i telefon och blev sedan ombedd att ringa igen. " * 6
# The most a look may take, p99 in milliseconds.
BUDGETS = {
    "the first 200 complaints due": 50.0,
    "the first 200 e-services due": 50.0,
    "the first 200 that are nobody's": 50.0,
    "one's own": 50.0,
    "how many are open, late and near": 50.0,
    "a case by its number": 50.0,
}


def rows(terms: Terms) -> Iterator[Row]:
    """Each look at every size beside its floor, and how it grows."""
    sizes = QUICK_SIZES if terms.quick else SIZES
    terms.stores.mkdir(parents=True, exist_ok=True)
    works: dict[tuple[int, str], Callable[[], object]] = {}
    with ExitStack() as stack:
        for size in sizes:
            own = stack.enter_context(tempfile.TemporaryDirectory(dir=terms.stores))
            for name, look in _looks(_filled(Path(own), size), size).items():
                works[size, name] = look
        times = interleaved(works, terms.samples, warm=2 if terms.quick else 20)
    measured = []
    for (size, name), taken in times.items():
        budgets = [Budget(Figure.P99, BUDGETS[name])] if name in BUDGETS else ()
        floor = times[size, KEY_ROW]
        measured.append(timings(NAME, name, taken, size=size, floor=floor, budgets=budgets))
    yield from sorted(measured, key=lambda row: (row.path != KEY_ROW, row.path))
    for name in BUDGETS:
        yield growth((row for row in measured if row.path == name), Figure.P50)


def _filled(folder: Path, size: int) -> Ground:
    """A desk at which somebody who handles cases is signed in; a tenth of them are theirs."""
    path = folder / "kundcenter.db"
    fill_local(path)
    engine = open_local(path, KEY)
    clock = Clock()
    ground = Ground(desk_on(engine, clock), clock, engine)
    ground.begin()
    leader = ground.operator("leader", Role.SUPERVISOR_NURSE, Role.CASE_HANDLER)
    write(engine, _cases(size, leader))
    ground.sign_in("leader")
    return ground


def _cases(size: int, leader: UUID) -> Iterator[Case]:
    chance = Random(size)
    kinds = (*sorted(FEEDBACK), CaseKind.E_SERVICE, CaseKind.E_SERVICE)
    for place in range(size):
        at = MORNING - YEARS * (1 - place / size) - timedelta(minutes=1)
        kind = chance.choice(kinds)
        over = chance.random() > OPEN
        done = at + timedelta(days=9)
        case = Case(
            id=id_at(at, chance.getrandbits(ID_BITS)),
            care_unit=CARE_UNIT,
            channel=CaseChannel.TELEPHONE,
            received_at=at,
            registered_at=at,
            registered_by=leader,
            facts=CaseFacts(
                kind=kind,
                complainant=Complainant.PATIENT,
                answer_by=AnswerBy.INBOX,
                words=WORDS,
                category=chance.choice(CATEGORIES).code,
            ),
            stage=Stage.CLOSED if over else Stage.REGISTERED,
            stage_at=done if over else at,
            service=Service.CONTACT_US if kind is CaseKind.E_SERVICE else None,
            owner=leader if chance.random() < 0.1 else None,
            answered_at=done if over else None,
            over_at=done if over else None,
        )
        yield timed(case, TIMES)


def _looks(ground: Ground, size: int) -> dict[str, Callable[[], object]]:
    desk, engine = ground.desk.cases, ground.engine
    with engine.connect() as connection:
        ids = connection.scalars(select(cases.c.id).limit(500)).all()
        numbers = connection.scalars(select(cases.c.case_number).limit(500)).all()
    chance = Random(size)
    by_key = select(cases.c.id, cases.c.stage)

    def one_row() -> object:
        with engine.connect() as connection:
            return connection.execute(by_key.where(cases.c.id == chance.choice(ids))).one()

    return {
        KEY_ROW: one_row,
        "the first 200 complaints due": lambda: desk.due(FEEDBACK),
        "the first 200 e-services due": lambda: desk.due(SERVICES),
        "the first 200 that are nobody's": lambda: desk.due(FEEDBACK | SERVICES, nobody=True),
        "one's own": lambda: desk.due(FEEDBACK | SERVICES, mine=True),
        "how many are open, late and near": desk.waiting,
        "a case by its number": lambda: desk.find(chance.choice(numbers)),
    }
