"""A desk that worked alone gets a centre: all that it has done is told, in its order."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest

from db.commits import Commit
from kundcenter.domain.feed import Verdict
from tests.ground import Clock, desk_on, opened
from tests.ground import Ground as Desk
from tests.services.callback_ground import floor
from tests.services.whole_shift import whole_shift
from tests.sync.ground import Centre, Side, a_lone_file, a_side, shared


def test_a_desk_that_was_alone_brings_all_it_has(
    three: tuple[Centre, Side, Side], tmp_path: Path
) -> None:
    centre, one, _ = three
    clock: Clock = centre.clock
    with ExitStack() as stack:
        path = tmp_path / "lone.db"
        engine = stack.enter_context(opened(a_lone_file(path)))
        id = whole_shift_at(Desk(desk_on(engine, clock), clock, engine))
        lone = a_side(stack, path, clock, centre, "ensam", device_id=id)
        before = shared(lone.engine)
        lone.talk(centre)
        assert centre.central.counts() == {Verdict.APPLIED: len(lone.operations())}
        assert shared(lone.engine) == before == shared(centre.engine)
        one.talk(centre)
        assert shared(one.engine)["entries"] == before["entries"]


def whole_shift_at(ground: Desk) -> UUID:
    """Every verb once; returns the device's id."""
    whole_shift(ground, with_item=False)
    return ground.operations()[0].device_id


@pytest.mark.parametrize("every", [1, 3])
def test_every_verb_of_a_shift_is_told_as_it_is_done(
    three: tuple[Centre, Side, Side], tmp_path: Path, every: int
) -> None:
    centre, one, _ = three
    done = count(1)

    def told(commit: Commit) -> None:
        if commit.operation is not None and next(done) % every == 0:
            desk.talk(centre)

    with ExitStack() as stack:
        desk = a_side(stack, tmp_path / "d.db", centre.clock, centre, "d", committed=told)
        whole_shift(desk, with_item=False)
        desk.talk(centre)
        one.talk(centre)
        assert centre.central.counts() == {Verdict.APPLIED: desk.local.heads().operation.n}
        assert shared(desk.engine) == shared(centre.engine)
        assert shared(one.engine)["entry_versions"] == shared(desk.engine)["entry_versions"]


def test_a_promise_that_was_kept_alone_is_not_late_at_the_centre(
    three: tuple[Centre, Side, Side], tmp_path: Path
) -> None:
    centre, one, _ = three
    clock: Clock = centre.clock
    with ExitStack() as stack:
        path = tmp_path / "lone.db"
        engine = stack.enter_context(opened(a_lone_file(path)))
        stood = floor(Desk(desk_on(engine, clock), clock, engine))
        callback = stood.place()
        clock.pass_time(days=3)
        stood.ground.sign_in("anna")
        stood.ground.desk.callbacks.done(callback, "Svarade på frågan")
        id = stood.ground.operations()[0].device_id
        lone = a_side(stack, path, clock, centre, "ensam", device_id=id)
        lone.talk(centre)
        assert centre.central.counts() == {Verdict.APPLIED: len(lone.operations())}
        one.talk(centre)
        assert shared(one.engine)["callbacks"] == shared(lone.engine)["callbacks"] != []
