"""The active share is of what was done during working time, by the nurses, and one and the same."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from kundcenter.domain.access import Role
from kundcenter.domain.calendar import local
from kundcenter.domain.lines import EndReason
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.figures import Figure
from kundcenter.domain.supervision.hand_over_items import HandOverKind
from kundcenter.domain.supervision.periods import Span
from kundcenter.domain.supervision.summary import SummaryOrder
from kundcenter.domain.supervision.work_turns import TurnPlan
from kundcenter.services.calls import Ring
from tests.ground import MORNING, NUMBER, Ground

# A look changes nothing that a replay could differ in.
pytestmark = pytest.mark.parametrize("ground", ["sqlcipher", "postgresql"], indirect=True)
HOUR = timedelta(hours=1)


@pytest.fixture
def nurse(ground: Ground) -> UUID:
    """On the roster for two hours of the day, beside a telephonist who has eight."""
    ground.begin()
    found = ground.operator("nurse", Role.NURSE)
    telephonist = ground.operator("vaxel", Role.SWITCHBOARD)
    ground.operator("lena", Role.SUPERVISOR_NURSE)
    ground.sign_in("lena")
    put = ground.desk.roster.put
    put(None, TurnPlan(found, Role.NURSE, "", MORNING + HOUR, MORNING + 3 * HOUR))
    put(None, TurnPlan(telephonist, Role.SWITCHBOARD, "", MORNING, MORNING + 8 * HOUR))
    return found


def talks(ground: Ground, at: datetime, lasts: timedelta | None) -> None:
    """With a caller, from `at` on; None: nobody says when it ended."""
    calls = ground.desk.calls
    ground.clock.at = at
    call = calls.ring(Ring(f"line-{at}", NUMBER, queue="1177")).the("call")
    calls.answer(call)
    if lasts is not None:
        ground.clock.at = at + lasts
        calls.end(call, EndReason.CALLER)
        calls.close(call, "INFO")


def told(ground: Ground, span: Span, nurse: UUID) -> tuple[Figure, float | None, float | None]:
    """The figure of all, and the nurse's own as who leads and as the nurse sees it."""
    ground.sign_in("lena")
    shown = ground.desk.figures.of(span).figure(FigureCode.ACTIVE)
    assert shown is not None
    (line,) = (each for each in ground.desk.figures.operators(span) if each.operator_id == nurse)
    ground.sign_in("nurse")
    return shown.figure, line.share.percent, ground.desk.figures.mine(span).share.percent


def test_it_is_what_was_done_during_the_nurses_turns(ground: Ground, nurse: UUID) -> None:
    ground.sign_in("nurse")
    for begins in (0.5, 2.5, 4):  # of the first two half an hour is in the turn
        talks(ground, MORNING + begins * HOUR, HOUR)
    ground.sign_in("vaxel")
    talks(ground, MORNING + 5.5 * HOUR, HOUR)
    ground.clock.at = MORNING + 7 * HOUR
    span = periods.own(MORNING, MORNING + 7 * HOUR)
    figure, leader, own = told(ground, span, nurse)
    assert figure.numerator == pytest.approx(3_600, abs=0.1)
    assert figure.denominator == 7_200
    assert figure.value == pytest.approx(leader) == pytest.approx(own) == pytest.approx(50, abs=0.1)
    ground.sign_in("lena")
    (other,) = (e for e in ground.desk.figures.operators(span) if e.operator_id != nurse)
    assert other.share.percent == pytest.approx(100 / 7, abs=0.1)


@pytest.mark.parametrize(("before", "percent"), [(11, 100), (13, 0)])
def test_a_call_that_nobody_ended_is_the_same_to_everybody(
    ground: Ground, nurse: UUID, before: int, percent: int
) -> None:
    """It is looked for so many hours back, and not farther for one page than for another."""
    span = periods.own(MORNING + 2 * HOUR, MORNING + 3 * HOUR)
    ground.clock.at = span.start - before * HOUR
    ground.sign_in("nurse")
    talks(ground, ground.clock.at, None)
    ground.clock.at = span.end
    figure, leader, own = told(ground, span, nurse)
    assert figure.value == leader == own == pytest.approx(percent)


def test_it_stands_beside_that_of_the_same_days_before(ground: Ground, nurse: UUID) -> None:
    before = MORNING - timedelta(days=7)
    ground.clock.at = before - HOUR
    ground.sign_in("lena")
    turn = TurnPlan(nurse, Role.NURSE, "", before, before + 2 * HOUR)
    ground.desk.roster.put(None, turn)
    ground.sign_in("nurse")
    talks(ground, before + HOUR, HOUR / 2)
    ground.clock.at = MORNING + 3 * HOUR
    ground.sign_in("lena")
    found = ground.desk.figures.of(periods.day(local(MORNING).date()))
    for code, value in ((FigureCode.ACTIVE, 25), (FigureCode.PLANNED, 2)):
        shown = found.figure(code)
        assert shown is not None
        assert [each and each.value for each in shown.before] == [
            pytest.approx(value, abs=0.1), None, None, None
        ]  # fmt: skip


def test_a_page_of_a_longer_time_says_what_it_does_not_count(ground: Ground, nurse: UUID) -> None:
    ground.sign_in("nurse")
    ground.desk.presences.begin()
    talks(ground, MORNING + HOUR, HOUR / 3)
    ground.desk.presences.end()
    ground.sign_in("lena")
    day = local(MORNING).date()
    staffing = "Aktiv rådgivning och bemanning räknas för högst åtta dagar"
    alone = "Ensamarbete räknas för högst två månader"
    for span, expected in (
        (periods.week(day), ()),
        (periods.month(day.year, day.month), (staffing,)),
        (periods.year(day.year), (staffing, alone)),
    ):
        made = ground.desk.summaries.take_print(SummaryOrder(span))
        assert [each for each in made.remarks if each in {staffing, alone}] == list(expected)
        codes = {each.code for each in made.lines}
        assert (FigureCode.ACTIVE in codes) == (not expected)
        # Where the figure is, the hand-over tells of it, and nowhere else.
        assert made.hand_over is not None
        kinds = {each.kind for each in made.hand_over.parts}
        assert (FigureCode.LONE in codes) == (HandOverKind.LONE in kinds) == (alone not in expected)
