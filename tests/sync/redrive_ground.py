"""The ground of the tests of quarantine, and of a centre that was put back in time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from db.sync.quarantine import SqlQuarantine
from kundcenter.operations import Operation, Source
from kundcenter.ports import Store
from kundcenter.sync.redriving import Driven
from kundcenter.sync.replay import CarriesOut, VerbUnknown, rerun
from tests.sync.ground import Centre, Side, shared


@contextmanager
def an_older_centre(*kinds: str) -> Iterator[None]:
    """The centre's program does not know these verbs yet; the desks' do."""

    def of_before(bound: Callable[[Callable[[], Source]], Store]) -> CarriesOut:
        carry_out = rerun(bound)

        def carried(operation: Operation, arrived: datetime | None = None) -> None:
            if operation.kind in kinds:
                raise VerbUnknown(kind=operation.kind)
            carry_out(operation, arrived)

        return carried

    with pytest.MonkeyPatch.context() as patch:
        for module in ("judge", "redriving"):
            patch.setattr(f"kundcenter.sync.{module}.rerun", of_before)
        yield


def waiting(centre: Centre) -> list[tuple[UUID, int]]:
    found = SqlQuarantine(centre.engine).waiting()
    return [(each.device_id, each.n) for each in found]


def drive_all(centre: Centre) -> tuple[Driven, ...]:
    return centre.redriving.drive_all(waiting(centre))


def all_of(centre: Centre) -> list[Any]:
    """Whatever the centre keeps that an operation might change."""
    names = ("operations", "centre_results", "centre_quarantine", "centre_feed", "centre_buckets")
    with centre.engine.connect() as connection:
        kept = [connection.execute(text(f"SELECT * FROM {x} ORDER BY 1, 2")).all() for x in names]
    return [*kept, shared(centre.engine)]


def loose(side: Side) -> list[int]:
    """The operations of the desk that it still shows on top of what the centre says."""
    with side.engine.connect() as connection:
        query = text("SELECT n FROM sync_answers WHERE settled_at IS NULL ORDER BY n")
        return [row.n for row in connection.execute(query)]


def agree(centre: Centre, *sides: Side) -> None:
    for _ in range(2):
        for side in sides:
            side.talk(centre)
    for side in sides:
        assert shared(side.engine) == shared(centre.engine)
        assert loose(side) == []
