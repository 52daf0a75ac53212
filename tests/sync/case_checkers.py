"""What must hold of every case, whatever went wrong (RELIABILITY §2.2)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from db.case_terms import rows as terms_rows
from db.cases import edit_rows
from db.cases import rows as case_rows
from kundcenter.domain.case_codes import CaseField, EditOutcome
from kundcenter.domain.case_states import timed
from kundcenter.domain.case_terms import TIMES
from kundcenter.domain.cases import CaseEdit, open_conflicts
from kundcenter.operations import decode_operation
from tests.sync.simulator.evidence import first

if TYPE_CHECKING:
    from tests.sync.simulator.world import World

COUNTED = "cases that miscount what differs"
LOST = "edits of which nothing is kept"
NOBODY = "fields with what nobody gave them"
TIMED = "cases whose next clock is another"
RULES = (COUNTED, LOST, NOBODY, TIMED)


def c21_cases(world: World) -> Iterator[str]:
    """Nothing that somebody wanted of a field is lost, and each difference is counted."""
    with world.centre.engine.connect() as connection:
        cases = {each.id: each for each in case_rows.all(connection, case_rows.select())}
        history: dict[UUID, list[CaseEdit]] = defaultdict(list)
        for edit in edit_rows.all(connection, edit_rows.select()):
            history[edit.case_id].append(edit)
        editions = terms_rows.all(connection, terms_rows.select())
    miscounted = [
        str(id)
        for id, case in cases.items()
        if case.conflicts != len(open_conflicts(tuple(history[id])))
    ]
    yield from first(miscounted, COUNTED)
    yield from first(_lost(world, {each.id for some in history.values() for each in some}), LOST)
    strange = [
        f"{id} {name}"
        for id, name, given in _given(history)
        if cases[id].facts.value(name) not in given
    ]
    yield from first(strange, NOBODY)
    latest = max(editions, key=lambda each: each.number, default=None)
    times = latest.times if latest else TIMES
    late = [str(id) for id, case in cases.items() if timed(case, times) != case]
    yield from first(late, TIMED)


def _lost(world: World, kept: set[UUID]) -> Iterator[str]:
    """Of each edit that was carried out there is a row of each field, under an id of its own."""
    for row in world.centre.rows("SELECT body FROM operations WHERE kind = 'cases.edit'"):
        operation = decode_operation(bytes(row.body))
        for edit in json.loads(operation.arguments)["edits"]:
            wanted = edit["old"] != edit["new"]
            if wanted and uuid5(operation.given.ids[0], edit["name"]) not in kept:
                yield f"{operation.n} of {operation.device_id} {edit['name']}"


def _given(
    history: Mapping[UUID, Sequence[CaseEdit]],
) -> Iterator[tuple[UUID, CaseField, set[str]]]:
    """Of each field that was ever edited: what it had at some time, or was given."""
    for id, edits in history.items():
        for name in {each.name for each in edits}:
            told = [each for each in edits if each.name is name]
            was = {each.stood for each in told}
            yield id, name, was | {e.new for e in told if e.outcome is not EditOutcome.CONFLICT}
