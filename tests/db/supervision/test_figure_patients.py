"""Who comes back, when a patient was registered twice: merged registrations are one patient."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import Engine, update

from db.base import Unit
from db.journal import entries
from db.people import people
from db.supervision.cell_keeping import SqlFigureKeeping
from db.supervision.cells import SqlFigures
from kundcenter.domain.supervision.dimensions import AGAIN, FIRST, Dimension
from tests.db.supervision.figure_rows import Row, Rows, row, write
from tests.db.supervision.slow_figures import SlowFigures
from tests.db.supervision.watched import seen_by_all

START = datetime(2026, 11, 20, 6, tzinfo=UTC)
END = START + timedelta(hours=9)
AFTER = datetime(2027, 1, 1, tzinfo=UTC)


def test_a_merge_makes_two_visits_of_two_one_patients_return(engine: Engine) -> None:
    made = Rows(1, START, END)
    kept, absorbed, other = made.people[:3]
    with engine.begin() as connection:
        write(connection, made.parents())
        write(connection, _notes(made, {kept: 1, absorbed: 5, other: 3}))
    assert _repeats(engine) == {FIRST: 3}
    _merge(engine, absorbed, kept)
    assert _repeats(engine) == {AGAIN: 1, FIRST: 2}
    _merge(engine, other, kept)
    assert _repeats(engine) == {AGAIN: 2, FIRST: 1}
    _merge(engine, absorbed, None)
    assert _repeats(engine) == {AGAIN: 1, FIRST: 2}


def test_a_late_note_of_either_registration_makes_the_others_note_a_return(
    engine: Engine,
) -> None:
    made = Rows(2, START, END)
    with engine.begin() as connection:
        write(connection, made.parents())
    pairs = ((1, 0), (0, 2), (2, 1))  # who is kept is 0: late is the note of one, then of other
    for done, (late, standing) in enumerate(pairs):
        patient = made.people[3 * done : 3 * done + 3]
        for merged in patient[1:]:
            _merge(engine, merged, patient[0])
        with engine.begin() as connection:
            write(connection, _notes(made, {patient[standing]: 7}))
        assert _repeats(engine) == _some({AGAIN: done, FIRST: done + 1})
        with engine.begin() as connection:
            write(connection, _notes(made, {patient[late]: 2}))
        assert _repeats(engine) == {AGAIN: done + 1, FIRST: done + 1}


def _some(counts: dict[str, int]) -> dict[str, int]:
    return {key: count for key, count in counts.items() if count}


def _notes(made: Rows, hours: dict[UUID, int]) -> Iterator[Row]:
    for person, hour in hours.items():
        at = START + timedelta(hours=hour, minutes=20)
        told = {"person_id": person, "contact_at": at, "created_at": at, "call_id": None}
        yield entries, row(entries, id=made.id(), **told)


def _merge(engine: Engine, merged: UUID, into: UUID | None) -> None:
    with engine.begin() as connection:
        connection.execute(update(people).where(people.c.id == merged).values(merged_into=into))


def _repeats(engine: Engine) -> dict[str, int]:
    """Counted ahead, which is what the slow sum says."""
    for _ in range(2):  # at the centre the first time is only the beginning
        with engine.begin() as connection:
            SqlFigureKeeping(connection, lambda: AFTER).freshen(START, END, most_hours=1_000)
        seen_by_all(engine)
    with engine.begin() as connection:
        found = SqlFigures(Unit(connection)).tallies(START, END, Dimension.REPEAT)
        slow = SlowFigures(connection).tallies(START, END)["REPEAT"]
    told = {each.key: each.count for each in found}
    assert told == {key: count for key, (count, _) in slow.items()}
    return told
