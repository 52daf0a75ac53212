"""Figures of a shift and of a year, in stores whose last year holds so many calls.

PERFORMANCE §6: a shift's figures at most 20 ms at any size, a year's at most 150 ms at 180 000 and
at 5 000 000 calls.  What the floor of the same run does is sum the year over its rows.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from pathlib import Path
from random import Random
from uuid import UUID

from sqlalchemy import Engine, text

from db.bulk import write
from db.connect import open_local
from kundcenter.demo.chance import ID_BITS, id_at
from kundcenter.domain.access import Role
from kundcenter.domain.calls import Call, CallState, Channel
from kundcenter.domain.journal import Entry, EntryVersion, Note
from kundcenter.domain.people import Person
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.periods import Span
from tests.benchmarks.frame import Budget, Figure, Row, Terms, growth, interleaved, timings, value
from tests.ground import KEY, WOMAN, Clock, Ground, desk_on, fill_local, identity

NAME = "figures"
QUICK_SIZES = (200, 400)
NOW = datetime(2027, 1, 1, 6, tzinfo=UTC)
YEAR = periods.year(2026)
SHIFT = periods.shift(date(2026, 12, 14), clock(7), clock(16), "D")
RAGGED = periods.shift(date(2026, 12, 14), clock(6, 45), clock(15, 30))
MONTH = periods.month(2026, 11)
QUEUES = ("1177", "vaxel", "service")
OUTCOMES = ("EGENVARD", "VC", "VC_TELEQ", "AKUT", "NARAKUT", "INFO")
NOTES = 0.3  # of the calls
SUM = "floor: the year's waits summed over rows, driver alone"
_SUM = text(
    "SELECT count(*), count(answered_at), sum(julianday(answered_at) - julianday(queued_at)) "
    "FROM calls WHERE queued_at >= '2025-12-31 23:00'"
)
BUDGETS = {
    "a shift": 20.0,
    "a shift that begins between hours": 20.0,
    "a year": 150.0,
    "how it stands now": 20.0,
}


def rows(terms: Terms) -> Iterator[Row]:
    """Each look at every size, and how it grows; and what it took to count it all ahead."""
    sizes = QUICK_SIZES if terms.quick else terms.sizes
    terms.stores.mkdir(parents=True, exist_ok=True)
    works: dict[tuple[int, str], Callable[[], object]] = {}
    with ExitStack() as stack:
        for size in sizes:
            own = stack.enter_context(tempfile.TemporaryDirectory(dir=terms.stores))
            ground = filled(Path(own), size)
            begun = time.perf_counter()
            while ground.desk.figures.keep_up():
                pass
            took = time.perf_counter() - begun
            yield value(NAME, "a year counted ahead, in small steps", took, "s", size=size)
            for name, look in _looks(ground).items():
                works[size, name] = look
        count = min(terms.samples, 200)
        times = interleaved(works, count, warm=1 if terms.quick else 3)
    measured = []
    for (size, name), taken in times.items():
        budgets = [Budget(Figure.P95, BUDGETS[name])] if name in BUDGETS else ()
        measured.append(timings(NAME, name, taken, size=size, budgets=budgets))
    yield from sorted(measured, key=lambda row: (row.path != SUM, row.path))
    for name in ("a shift", "a year"):
        yield growth((row for row in measured if row.path == name), Figure.P50, most=0.25)


def filled(folder: Path, size: int) -> Ground:
    """A desk at which somebody who leads is signed in; its last year has so many calls."""
    path = folder / "kundcenter.db"
    fill_local(path)
    engine = open_local(path, KEY)
    clock = Clock(NOW)
    ground = Ground(desk_on(engine, clock), clock, engine)
    ground.begin()
    ground.operator("leader", Role.SUPERVISOR_NURSE)
    write(engine, _rows(size))
    ground.sign_in("leader")
    return ground


def _rows(size: int) -> Iterator[object]:
    """Calls by the hours of a day as they come, notes of a third of them."""
    chance = Random(size)
    person = Person(
        id=id_at(YEAR.start, 1),
        person_id=identity(WOMAN),
        given_name="Test",
        family_name="Person",
        registered_at=YEAR.start,
    )
    yield person
    operators = [id_at(YEAR.start, 100 + n) for n in range(14)]
    for call in _calls(chance, size, operators):
        yield call
        if call.answered_at is not None and chance.random() < NOTES:
            yield from _note(chance, call, person)


def calls_of_a_year(size: int, operators: Sequence[UUID]) -> Iterator[Call]:
    """The same calls without notes, had by the given."""
    return _calls(Random(size), size, operators)


def _calls(chance: Random, size: int, operators: Sequence[UUID]) -> Iterator[Call]:
    length = YEAR.end - YEAR.start
    for place in range(size):
        at = YEAR.start + length * ((place + chance.random()) / size)
        if chance.random() > _busy(at.hour):
            at = at.replace(hour=chance.randrange(7, 17))
        yield _call(chance, at, place, operators)


def _busy(hour: int) -> float:
    return 1.0 if 6 <= hour < 20 else 0.3


def _call(chance: Random, at: datetime, place: int, operators: Sequence[UUID]) -> Call:
    wait = timedelta(milliseconds=int(min(chance.expovariate(1 / 150_000), 3_600_000)))
    ends = at + wait
    answered = chance.random() < 0.87
    call = Call(
        id=id_at(at, chance.getrandbits(ID_BITS)),
        channel=Channel.LINE,
        rang_at=ends,
        queued_at=at,
        queue=chance.choice(QUEUES),
        line_call=f"b-{place}",
        number=f"+4670174{chance.randrange(605, 700):04}",
        state=CallState.ABANDONED,
        ended_at=ends,
        closed_at=ends,
    )
    if not answered:
        return call
    over = ends + timedelta(seconds=chance.randrange(40, 900))
    return replace(
        call,
        state=CallState.DONE,
        operator_id=chance.choice(operators),
        answered_at=ends,
        ended_at=over,
        closed_at=over,
        outcome="EGENVARD",
        wrap_up_until=over + timedelta(seconds=chance.randrange(0, 240)),
        held_ms=chance.choice((0, 0, 30_000)),
    )


def _note(chance: Random, call: Call, person: Person) -> Iterator[object]:
    author = call.operator_id
    assert author is not None
    entry = Entry(
        id=id_at(call.queued_at, chance.getrandbits(ID_BITS)),
        person_id=person.id,
        written_under=person.person_id,
        call_id=call.id,
        author_id=author,
        author_name="Test Sköterska",
        author_position="Sjuksköterska",
        care_unit="SE0000000001-DEMO1",
        contact_at=call.queued_at,
        created_at=call.queued_at,
    )
    yield entry
    note = Note(
        codes="2026-3",
        reason=chance.choice(("FEBER", "HOSTA", "BUKSMARTA", "RYGG")),
        urgency=chance.choice(("U1", "U2", "U3", "U4", "U5", "U6")),
        outcome=chance.choice(OUTCOMES),
    )
    yield EntryVersion(
        id=id_at(call.queued_at, chance.getrandbits(ID_BITS)),
        entry_id=entry.id,
        number=1,
        note=note,
        written_at=call.queued_at,
        written_by=author,
        signed_at=call.queued_at,
        signed_by=author,
    )


def _looks(ground: Ground) -> dict[str, Callable[[], object]]:
    figures, engine = ground.desk.figures, ground.engine

    def of(span: Span) -> Callable[[], object]:
        return lambda: figures.of(span)

    return {
        SUM: lambda: _summed(engine),
        "a shift": of(SHIFT),
        "a shift that begins between hours": of(RAGGED),
        "a month": of(MONTH),
        "a year": of(YEAR),
        "how it stands now": figures.live,
    }


def _summed(engine: Engine) -> object:
    with engine.connect() as connection:
        return connection.execute(_SUM).one()
