"""What is noted and ordered at desks that do not hear of each other: facts stay, a claim is one's.

Several nouns share a test, for the ground is what costs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kundcenter.domain.access import Role
from kundcenter.domain.lines import EndReason
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.call_reviews import Grade, Mark, Pick
from kundcenter.domain.supervision.closures import closed_now
from kundcenter.domain.supervision.feedback import About, FeedbackDraft, FeedbackState
from kundcenter.domain.supervision.incidents import IncidentKind
from kundcenter.domain.supervision.presences import PresenceKind
from kundcenter.domain.supervision.queue_calls import Left
from kundcenter.domain.supervision.roster_terms import LIMITS, PATTERNS
from kundcenter.domain.supervision.samples import CareLevel, Frame, Judgement
from kundcenter.domain.supervision.surveys import Measurement
from kundcenter.domain.supervision.targets import Aim
from kundcenter.domain.supervision.work_turns import planned
from kundcenter.services.calls import Ring
from tests.ground import MORNING, NUMBER
from tests.postgres import PostgresServer
from tests.sync.case_ground import Office, an_office
from tests.sync.ground import Side

ORDERS = pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
FROM = date(2026, 1, 1)
AIM = Aim("ANSW", 85_000, queue="växel", valid_from=FROM)
NKI = Measurement("NKI", FROM, date(2026, 6, 30), 81_000, 200)


@pytest.fixture
def two(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Office]:
    with an_office(postgres_server, tmp_path, 2) as office:
        yield office


def spoken(side: Side) -> UUID:
    calls = side.desk.calls
    call = calls.ring(Ring("line-1", NUMBER, queue="1177")).the("call")
    calls.answer(call)
    calls.hold(call)
    side.clock.pass_time(seconds=30)
    calls.resume(call)
    side.clock.pass_time(minutes=3)
    calls.end(call, EndReason.CALLER)
    return call


@ORDERS
def test_what_happened_is_taken_in_from_both(two: Office, order: tuple[int, ...]) -> None:
    """Callers who left, disturbances, and what two answered or found: nothing is turned away."""
    one, other = (side.desk for side in two.sides)
    slow = one.incidents.note(IncidentKind.RECORD, "Långsamt").the("incident")
    told = one.feedback.send(FeedbackDraft(About.RULES, "Fel", name="Regler")).the("feedback")
    call = spoken(two.one)
    frame = Frame(MORNING - DAY, MORNING + DAY, "2026", 1)
    sample = one.samples.draw(frame, (UUID(int=7),), 1).the("sample")
    two.agree()
    left = Left("line-5", "växel", 40 * SECOND)
    for side, seconds in zip(two.sides, (2, 9), strict=True):
        desk = side.desk
        desk.queue_calls.note((replace(left, ago=seconds * SECOND),))
        desk.incidents.end(slow)
        desk.incidents.word(slow, f"Sagt av {seconds}")
        desk.incidents.notice(IncidentKind.LINE, 90 * SECOND)
        desk.feedback.answer(told, FeedbackState.CHANGED, f"Rättat {seconds}")
        right = Judgement(True, CareLevel.PRIMARY, CareLevel.SELF_CARE, str(seconds))
        desk.samples.judge(sample, UUID(int=7), right)
        side.clock.pass_time(minutes=1)
    two.agree(order)
    two.all_was_taken()
    (caller,) = one.queue_calls.between(MORNING - DAY, MORNING + DAY)
    assert caller.waited == 40 * SECOND
    found = one.incidents.between(MORNING - DAY, MORNING + DAY)
    (worded,) = (each for each in found if each.id == slow)
    last = (2, 9)[order[1]]
    assert worded.text == f"Sagt av {last}"
    assert worded.ends_at is not None
    assert [each.kind for each in one.incidents.standing()] == [IncidentKind.LINE] * 2
    (answered,) = one.feedback.latest()
    assert [each.text for each in answered.feedback.answers] == ["Rättat 2", "Rättat 9"]
    (line,) = one.samples.open(sample).lines
    assert line.judged is not None and line.judged.judge_id == two.ids["bo"]
    with two.one.engine.connect() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM sampled_calls").scalar()
    assert count == 2
    assert other.calls.get(call).held_ms >= 30_000


@ORDERS
def test_of_two_who_change_the_same_one_does(two: Office, order: tuple[int, ...]) -> None:
    """A turn, an edition, a target, a measurement: the centre takes the first."""
    one = two.one.desk
    anna = two.ids["anna"]
    turn = planned(PATTERNS[0], date(2026, 12, 1), anna, Role.NURSE)
    mine = one.roster.put(None, turn).the("work_turn")
    aim = one.targets.put(None, AIM).the("target")
    nki = one.surveys.put(None, NKI).the("survey")
    two.agree()
    for side, number in zip(two.sides, (1, 2), strict=True):
        desk = side.desk
        desk.roster.put(mine, replace(turn, comment=f"Version {number}"), upon=1)
        new = planned(PATTERNS[number - 1], date(2026, 12, 9), anna, Role.NURSE)
        desk.roster.put(None, new)
        desk.roster_terms.publish(PATTERNS, replace(LIMITS, weeks=number), upon=0)
        desk.targets.put(aim, replace(AIM, value=80_000 + number), upon=1)
        desk.surveys.put(nki, replace(NKI, answers=number), upon=1)
        side.clock.pass_time(minutes=1)
    two.agree(order)
    codes = {row.code for row in two.rows("SELECT code FROM work_items")}
    assert codes == {
        *("work_turn.stale", "work_turn.taken"),
        *("roster_terms.stale", "target.stale", "survey.stale"),
    }
    first = order[0] + 1
    for side in two.sides:
        turns = side.desk.roster.between(MORNING, MORNING + 60 * DAY)
        assert [each.comment for each in turns] == [f"Version {first}", ""]
        terms = side.desk.roster_terms.current()
        assert terms is not None and terms.limits.weeks == first
        (held,) = (each for each in side.desk.targets.all() if each.id == aim)
        (measured,) = side.desk.surveys.all()
        assert (held.value, measured.answers) == (80_000 + first, first)


def test_what_two_bring_in_of_one_file_is_there_once(two: Office) -> None:
    anna = two.ids["anna"]
    days = (date(2026, 12, each) for each in (1, 2, 3))
    plans = tuple(planned(PATTERNS[0], day, anna, Role.NURSE) for day in days)
    for side in two.sides:
        side.desk.roster.import_(plans)
        side.desk.surveys.import_((NKI, replace(NKI, source="Inera")))
        side.clock.pass_time(minutes=1)
    two.agree((1, 0))
    two.all_was_taken()
    for side in two.sides:
        turns = side.desk.roster.between(MORNING, MORNING + 30 * DAY)
        assert [each.number for each in turns] == [1, 1, 1]
        assert [each.number for each in side.desk.surveys.all()] == [1, 1]


@ORDERS
def test_a_queue_that_two_close_at_once_is_closed_by_one_order(
    two: Office, order: tuple[int, ...]
) -> None:
    for side, reason in zip(two.sides, ("Brand", "Storm"), strict=True):
        side.desk.queue_closures.close("växel", reason)
        side.clock.pass_time(minutes=5)
    two.agree(order)
    two.all_was_taken()
    for side in two.sides:
        (standing,) = side.desk.queue_closures.standing()
        assert closed_now((standing,), side.clock()).keys() == {"växel"}
    for side in two.sides:
        side.desk.queue_closures.open(standing.id)
    two.agree(order)
    two.all_was_taken()
    for side in two.sides:
        assert side.desk.queue_closures.standing() == ()


def test_whoever_moves_to_another_desk_has_left_the_first(two: Office) -> None:
    """A desk that was killed says nothing: its presence ends with its last sign of life."""
    first = two.one.desk.presences
    first.begin()
    two.one.clock.pass_time(minutes=10)
    first.seen()
    pause = first.begin(PresenceKind.PAUSE).the("presence")
    two.agree()
    two.other.clock.pass_time(hours=1)
    two.other.takes("anna")
    presences = two.other.desk.presences
    presences.begin()
    presences.explain(pause, BreakKind.LUNCH)
    two.agree()
    two.all_was_taken()
    for side in two.sides:
        found = side.desk.presences.between(MORNING - DAY, MORNING + DAY)
        mine = [each for each in found if each.operator_id == two.ids["anna"]]
        assert [each.ends_at is None for each in mine] == [False, False, True]
        (taken,) = (each for each in mine if each.id == pause)
        assert (taken.why, taken.ends_at) == (BreakKind.LUNCH, taken.seen_at)


@ORDERS
def test_what_is_read_and_written_at_once_is_both(two: Office, order: tuple[int, ...]) -> None:
    """A review that its operator reads while the reviewer writes it again."""
    one, other = (side.desk for side in two.sides)
    call = spoken(two.one)
    two.agree()
    pick = Pick(call, two.ids["anna"])
    review = other.call_reviews.begin((pick,)).the("call_review")
    other.call_reviews.write(review, (Mark("O1", Grade.PARTLY),), "Först")
    two.agree()
    one.call_reviews.seen(review, "Tack")
    two.one.clock.pass_time(minutes=1)
    other.call_reviews.write(review, (Mark("O1", Grade.YES),), "Sedan")
    two.agree(order)
    two.all_was_taken()
    found = one.call_reviews.open(review).told.review
    assert found == other.call_reviews.open(review).told.review
    assert (found.comment, found.word) == ("Sedan", "Tack")
