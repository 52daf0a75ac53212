"""Targets that nobody had set, changed at two desks at once; calls that only one desk knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kundcenter.domain.lines import EndReason
from kundcenter.domain.supervision.samples import CareLevel, Frame, Judgement
from kundcenter.domain.supervision.target_defaults import DEFAULTS
from kundcenter.domain.supervision.targets import held
from kundcenter.services.calls import Ring
from tests.ground import MORNING, NUMBER
from tests.postgres import PostgresServer
from tests.sync.case_ground import Office, an_office

ORDERS = pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)
DAY = timedelta(days=1)
JULY = date(2026, 7, 1)
ANSWERED = next(each for each in DEFAULTS.values() if each.figure == "ANSW")
WAITED = next(each for each in DEFAULTS.values() if each.figure == "MEDELV")
RIGHT = Judgement(True, CareLevel.PRIMARY, CareLevel.PRIMARY)


@pytest.fixture
def two(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Office]:
    with an_office(postgres_server, tmp_path, 2) as office:
        yield office


@ORDERS
def test_of_two_who_set_what_nobody_had_set_one_does(two: Office, order: tuple[int, ...]) -> None:
    """What the program comes with has one id at every desk, and so has one first setter."""
    for number, side in enumerate(two.sides):
        targets = side.desk.targets
        targets.put(ANSWERED.id, replace(ANSWERED.aim, value=90_000 + number), upon=0)
        targets.put(None, replace(WAITED.aim, value=300_000 + number, valid_from=JULY))
        side.clock.pass_time(minutes=1)
    two.agree(order)
    codes = sorted(row.code for row in two.rows("SELECT code FROM work_items"))
    assert codes == ["target.stale", "target.taken"]
    for side in two.sides:
        found = side.desk.targets.all()
        kept = held(found, "ANSW", JULY)
        assert kept is not None
        assert (kept.id, kept.value, kept.number) == (ANSWERED.id, 90_000 + order[0], 1)
        before, after = held(found, "MEDELV", JULY - DAY), held(found, "MEDELV", JULY)
        assert before is not None and after is not None
        assert (before.id, before.valid_to, before.number) == (WAITED.id, JULY - DAY, 1)
        assert after.value == 300_000 + order[0]
        assert sum(each.figure == "MEDELV" for each in found) == 2


def test_a_judgement_is_taken_in_whatever_has_become_of_the_call(two: Office) -> None:
    """The judge's desk has not heard of the call."""
    one, other = (side.desk for side in two.sides)
    call = one.calls.ring(Ring("line-1", NUMBER, queue="1177")).the("call")
    one.calls.answer(call)
    two.one.clock.pass_time(minutes=3)
    one.calls.end(call, EndReason.CALLER)
    frame = Frame(MORNING - DAY, MORNING + DAY, "2026", 1)
    assert other.samples.pick(frame).population == 0
    sample = other.samples.draw(frame, (call,), 1).the("sample")
    (line,) = other.samples.open(sample).lines
    assert line.queued_at is None
    other.samples.judge(sample, call, RIGHT)
    two.agree()
    two.all_was_taken()
    for side in two.sides:
        assert side.desk.samples.open(sample).result.right == 1
        assert side.desk.samples.again(sample).call_ids == (call,)
