"""A desk whose file is an older one gets back its own work also where the centre set it aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import update

from db import operations
from db.faults import RowConflict
from db.verify import chains
from kundcenter.domain.feed import Verdict
from kundcenter.operations import Operation, by_place, encode
from kundcenter.sync.exchange import Exchange
from kundcenter.sync.wire import Push, Sent
from tests.ground import NUMBER
from tests.sync.ground import Centre, Side, shared

Three = tuple[Centre, Side, Side]
Altered = Callable[[Sequence[Operation], Operation], dict[str, Any]]

# What the desk's own file would not have taken, so that only a fault or a copy of it can send it.
NOT_FOR_ITS_FILE: dict[str, Altered] = {
    "the id of one that is here": lambda had, _: {"id": had[0].id},
    "the id of one that comes with it": lambda _, before: {"id": before.id},
    "a time without a zone": lambda _, before: {
        "given": replace(before.given, ids=(uuid4(),), now=before.given.now.replace(tzinfo=None))
    },
    "another device": lambda *_: {"device_id": uuid4()},
}


def anew(like: Operation, after: Operation, **changed: Any) -> Operation:
    """One more call registered, after another operation."""
    given = replace(like.given, ids=tuple(uuid4() for _ in like.given.ids))
    wrote = tuple(replace(each, id=given.ids[0]) for each in like.wrote)
    told = {"id": uuid4(), "n": after.n + 1, "given": given, "wrote": wrote, **changed}
    return replace(like, **told).chained(after.hash)


@pytest.mark.logs("brought back from the centre")
@pytest.mark.parametrize("what", sorted(NOT_FOR_ITS_FILE))
def test_an_operation_that_no_file_would_take_does_not_hold_up_the_work_that_comes_back(
    three: Three, what: str
) -> None:
    centre, one, _ = three
    one.nurse()
    one.desk.calls.register(NUMBER)
    one.talk(centre)
    had = one.local.operations(0, 1000)
    first = anew(had[-1], had[-1])
    bad = anew(first, first, **NOT_FOR_ITS_FILE[what](had, first))
    last = anew(first, bad)
    lost = (first, bad, last)
    answer = centre.judge.push(one.device_id, Push(tuple(map(Sent.of, lost))))  # by a copy of it
    assert [each.verdict for each in answer.results] == [
        Verdict.APPLIED,
        Verdict.QUARANTINED,
        Verdict.APPLIED,
    ]
    one.exchange = Exchange(one.local)
    one.talk(centre)
    back = one.local.operations(0, 1000)
    assert [encode(each) for each in back] == [encode(each) for each in (*had, *lost)]
    assert shared(one.engine) == shared(centre.engine)
    assert one.local.waiting().count == 0
    kept = one.local.kept_operation(answer.results[1].operation_id)  # the work item has its id
    assert kept == bad
    with one.engine.connect() as connection:
        assert not list(chains(connection))
    one.desk.calls.register(NUMBER)
    one.talk(centre)
    assert shared(one.engine) == shared(centre.engine)
    assert centre.central.device(one.device_id).heads == one.local.heads()


def test_an_id_that_nobody_else_has_is_not_made_another(three: Three) -> None:
    """What the verifier lets pass is only what has been taken back so."""
    _, one, _ = three
    one.nurse()
    done = one.local.operations(0, 1000)[-1]
    with one.engine.begin() as connection:
        assert not list(chains(connection))
        table = operations.operations
        own = by_place(one.device_id, done.n)
        connection.exec_driver_sql("DROP TRIGGER operations_never_changed")
        connection.execute(update(table).where(table.c.n == done.n).values(id=own))
        assert {(each.fault, each.n) for each in chains(connection)} >= {("edited", done.n)}


def test_a_number_that_is_taken_is_still_a_conflict(three: Three) -> None:
    """Only the id may be another's: nothing is written over what somebody did meanwhile."""
    centre, one, _ = three
    one.nurse()
    one.desk.calls.register(NUMBER)
    had = one.local.operations(0, 1000)
    before = one.local.heads()
    with pytest.raises(RowConflict):
        one.local.take_back([anew(had[-1], had[-2])], [])
    assert one.local.heads() == before
    assert centre.central.device(one.device_id).heads.operation.n == 0
