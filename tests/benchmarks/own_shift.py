"""One's own shift and the team's shares, with calls, presences and the weeks before.

PERFORMANCE §6: what is looked at over a shift is there at once.  The team's shares are of four
weeks of everybody's calls, and are read every five minutes: they grow with the calls of four weeks.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from uuid import UUID

from db.bulk import write
from db.connect import open_local
from kundcenter.demo.chance import ID_BITS, id_at
from kundcenter.domain.access import Role
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.presences import Presence, PresenceKind
from tests.benchmarks.figures import NOW, QUICK_SIZES, SHIFT, calls_of_a_year
from tests.benchmarks.frame import Budget, Figure, Row, Terms, interleaved, timings
from tests.ground import KEY, Clock, Ground, desk_on, fill_local

NAME = "own"
COLLEAGUES = 14
WEEKS = 6  # of presences
MINE, TEAM, BEFORE = "one's own shift", "the team's shares of a shift", "one's own shifts before"
BUDGETS = {MINE: 100.0}


def rows(terms: Terms) -> Iterator[Row]:
    """Each look at every size."""
    sizes = QUICK_SIZES if terms.quick else terms.sizes
    terms.stores.mkdir(parents=True, exist_ok=True)
    works: dict[tuple[int, str], Callable[[], object]] = {}
    with ExitStack() as stack:
        for size in sizes:
            own = stack.enter_context(tempfile.TemporaryDirectory(dir=terms.stores))
            figures = filled(Path(own), size).desk.figures
            works[size, MINE] = partial(figures.mine, SHIFT)
            works[size, TEAM] = partial(figures.operators, SHIFT)
            works[size, BEFORE] = figures.my_shifts
        count = min(terms.samples, 100)
        times = interleaved(works, count, warm=1 if terms.quick else 3)
    for (size, name), taken in sorted(times.items()):
        budgets = [Budget(Figure.P95, BUDGETS[name])] if name in BUDGETS else ()
        yield timings(NAME, name, taken, size=size, budgets=budgets)


def filled(folder: Path, size: int) -> Ground:
    """A desk at which a nurse who leads is signed in: one of fourteen who had the year's calls."""
    path = folder / "kundcenter.db"
    fill_local(path)
    engine = open_local(path, KEY)
    clock = Clock(NOW)
    ground = Ground(desk_on(engine, clock), clock, engine)
    ground.begin()
    leader = ground.operator("leader", Role.SUPERVISOR_NURSE, Role.NURSE)
    operators = [leader, *(id_at(SHIFT.start, 100 + n) for n in range(COLLEAGUES - 1))]
    write(engine, calls_of_a_year(size, operators))
    write(engine, _presences(operators))
    ground.sign_in("leader")
    return ground


def _presences(operators: list[UUID]) -> Iterator[Presence]:
    """A day's work and a rast of each, every day."""
    chance = Random(14)
    for back in range(7 * WEEKS):
        for operator_id in operators:
            begun = NOW - timedelta(days=back + 1) + timedelta(minutes=chance.randrange(20))
            for kind, after, hours in (
                (PresenceKind.SIGNED_IN, 0.0, 9.0),
                (PresenceKind.PAUSE, 4.0, 0.75),
            ):
                starts = begun + timedelta(hours=after)
                ends = starts + timedelta(hours=hours)
                id, session = (id_at(starts, chance.getrandbits(ID_BITS)) for _ in range(2))
                why = None if kind is PresenceKind.SIGNED_IN else BreakKind.LUNCH
                yield Presence(id, operator_id, session, kind, why, starts, ends, ends)
