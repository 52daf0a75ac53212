"""What two desks do with one case by turns, told in another order than it happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kundcenter.domain.callback_queues import QueueSpan
from kundcenter.domain.callbacks import Placing
from kundcenter.domain.case_codes import AnswerBy, CaseAct, Recipient, Stage
from tests.ground import MAN, NUMBER, WOMAN, identity
from tests.postgres import PostgresServer
from tests.services.callback_ground import draft as queue_of
from tests.sync.case_ground import Office, an_office

LETTER = AnswerBy.LETTER


@pytest.fixture
def two(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Office]:
    with an_office(postgres_server, tmp_path, 2) as office:
        yield office


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)
def test_the_day_that_was_told_last_stands_whichever_came_first(
    two: Office, order: tuple[int, ...]
) -> None:
    case = two.takes_in()
    told = date(2027, 1, 15), date(2027, 2, 1)
    for side, day in zip(two.sides, told, strict=True):
        side.desk.cases.ask(case, "Vi utreder", by_way=LETTER, waits=False, day=day)
        two.one.clock.pass_time(hours=1)
    two.agree(order)
    two.all_was_taken()
    assert two.case(case).promised_on == told[1]
    steps = {step.day: step.late for step in two.steps(case, CaseAct.POSTPONED)}
    assert steps == {told[0]: order == (1, 0), told[1]: False}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)
def test_a_question_that_was_heard_keeps_nobody_waiting(
    two: Office, order: tuple[int, ...]
) -> None:
    """Nor when another has begun with it since, and was heard of first."""
    case = two.takes_in()
    two.one.desk.cases.ask(case, "Vilken dag?", by_way=LETTER, waits=True, day=None)
    two.one.clock.pass_time(days=3)
    two.one.desk.cases.resume(case, "I lördags")
    two.one.clock.pass_time(days=1)
    two.other.desk.cases.begin(case)
    two.agree(order)
    two.all_was_taken()
    found = two.case(case)
    assert (found.stage, found.paused_since) == (Stage.INVESTIGATED, None)
    # Of days that lie before what the centre heard first nobody can say that they were waited.
    assert found.paused_days == (3 if order == (0, 1) else 0)
    assert sum(step.days for step in two.steps(case, CaseAct.RESUMED)) == found.paused_days


def test_it_was_handed_over_to_a_queue_that_had_no_room(two: Office) -> None:
    """The place is refused, and whoever placed it is told; that it was handed over has happened."""
    desk = two.one.desk
    unit = desk.units.all()[0].id
    starts = datetime(2026, 11, 21, 9, tzinfo=UTC)
    span = QueueSpan(6, 8 * 60, 12 * 60, 60, 1)
    queue = desk.callback_queues.put(None, queue_of(unit, spans=(span,))).the("callback_queue")
    people = [
        desk.people.register(identity(number), "Test", "Person").the("person")
        for number in (WOMAN, MAN)
    ]
    cases = [two.takes_in() for _ in people]
    placed = []
    for side, person, case in zip(two.sides, people, cases, strict=True):
        ring = side.desk.callbacks.place(queue, starts, Placing(person, NUMBER)).the("callback")
        placed.append(ring)
        side.desk.cases.hand_over(case, Recipient.CARE_PROVIDER, "", callback_id=ring)
        two.one.clock.pass_time(minutes=1)
    two.agree()
    assert list(two.rejected()) == ["callbacks.place"]
    found = [two.case(case) for case in cases]
    assert [each.stage for each in found] == [Stage.HANDED_OVER, Stage.HANDED_OVER]
    assert [each.callback_id for each in found] == [placed[0], None]


def test_whoever_took_it_in_confirms_what_another_has_closed(two: Office) -> None:
    case = two.takes_in()
    two.other.desk.cases.close(case, upon=0, text="Löst i samtalet")
    two.talk(two.other)
    two.one.clock.pass_time(minutes=1)
    two.one.desk.cases.confirm(case, LETTER)
    two.agree()
    two.all_was_taken()
    found = two.case(case)
    assert (found.stage, found.confirmed_at, found.version) == (Stage.CLOSED, None, 1)
    assert [step.late for step in two.steps(case, CaseAct.CONFIRMED)] == [True]


def test_what_was_handed_over_and_taken_back_is_told_twice(two: Office) -> None:
    case = two.takes_in()
    two.one.desk.cases.hand_over(case, Recipient.PATIENT_BOARD, "")
    two.one.clock.pass_time(minutes=1)
    two.other.desk.cases.withdraw(case, "Vill inte längre")
    two.one.clock.at += timedelta(minutes=1)
    two.agree((1, 0))
    two.all_was_taken()
    found = two.case(case)
    assert (found.stage, found.handed_to) == (Stage.WITHDRAWN, Recipient.UNSAID)
    assert [step.late for step in two.steps(case, CaseAct.HANDED_OVER)] == [True]
