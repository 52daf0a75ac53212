"""The figures of a period: what the verbs have left, beside targets and periods before."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.lines import EndReason
from kundcenter.domain.rings import Ring
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.dimensions import Dimension, Grain
from kundcenter.domain.supervision.figure_sets import FigureSet
from kundcenter.domain.supervision.periods import PeriodKind, Span, SpanWrong
from kundcenter.domain.supervision.queue_calls import Left
from kundcenter.domain.supervision.targets import Verdict
from tests.db.supervision.slow_figures import SlowFigures
from tests.ground import NUMBER, WHOLE, Ground

C = FigureCode
DAY = periods.day(date(2026, 11, 21))  # of MORNING, a Saturday


def begin(ground: Ground) -> None:
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    ground.operator("lead", Role.SUPERVISOR_NURSE)
    ground.sign_in("nurse")


def ring(ground: Ground, waited: float, queue: str | None = "1177") -> str:
    name = f"x-{ground.clock().timestamp():.3f}"
    rang = Ring(name, NUMBER, queue=queue, waited=timedelta(seconds=waited))
    ground.desk.calls.ring(rang)
    return name


def answered(ground: Ground, waited: float, talk: float, *, wrap: int = 0) -> None:
    call = ground.desk.calls.ring(
        Ring(f"a-{ground.clock().timestamp():.3f}", NUMBER, queue="1177", waited=_seconds(waited))
    ).the("call")
    ground.desk.calls.answer(call)
    ground.clock.pass_time(seconds=talk)
    ground.desk.calls.end(call, EndReason.CALLER, wrap_up_seconds=wrap)
    ground.clock.pass_time(seconds=wrap)
    ground.desk.calls.close(call, "INFO")


def gave_up(ground: Ground, waited: float) -> None:
    call = ground.desk.calls.ring(
        Ring(f"g-{ground.clock().timestamp():.3f}", NUMBER, queue="1177", waited=_seconds(waited))
    ).the("call")
    ground.desk.calls.end(call, EndReason.ABANDONED)


def _seconds(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


def shown(found: FigureSet, code: FigureCode) -> float | None:
    figure = found.figure(code)
    assert figure is not None, code
    return figure.figure.value


def test_a_day_of_calls_is_what_the_rows_say(ground: Ground) -> None:
    """The worked vector of DOMAIN §13.1, as verbs leave it."""
    begin(ground)
    for waited, talk, wrap in ((15, 300, 105), (370, 500, 60), (12, 588, 120), (550, 250, 0)):
        answered(ground, waited, talk, wrap=wrap)
    gave_up(ground, 130)
    gave_up(ground, 4)
    ring(ground, 3)  # still rings: nobody knows what becomes of it
    ring(ground, 3, queue=None)
    ground.desk.queue_calls.note((Left("away", "1177", _seconds(60)),))  # no telephone rang
    ground.desk.calls.register(NUMBER)
    ground.sign_in("lead")
    before = len(ground.operations()), len(ground.accesses())
    # Out of rows, while one caller may still wait; and then out of what was counted.
    for waiting in (1, 0):
        found = ground.desk.figures.of(DAY)
        assert [shown(found, each) for each in (C.OFFERED, C.ANSWERED, C.SHORT, C.UNKNOWN)] == [
            8 - waiting, 4, 1, 1 - waiting
        ]  # fmt: skip
        assert found.counts.waiting == waiting
        assert shown(found, C.ANSW) == pytest.approx(100 * 4 / (7 - waiting))
        assert shown(found, C.ANSW_ALL) == pytest.approx(100 * 4 / (8 - waiting))
        assert shown(found, C.MEDELV) == pytest.approx(236.75, abs=0.1)
        assert shown(found, C.MEDIANV) == 192.5
        assert shown(found, C.AHT) == pytest.approx(480.75, abs=0.1)
        assert (shown(found, C.BY_HAND), shown(found, C.UNQUEUED)) == (1, 1)
        with ground.engine.connect() as connection:
            slow = SlowFigures(connection).calls(DAY.start, DAY.end)
        assert found.counts.answered.total_ms == sum(slow.answered)
        assert found.counts.handled_ms == slow.talk_ms + slow.hold_ms + slow.wrap_ms
        assert (found.grain, len(found.parts)) == (Grain.HOUR, 24)
        assert sum(part.counts.offered for part in found.parts) == 8 - waiting
        assert [each.queue for each in found.by_queue] == ["1177"]
        ground.clock.pass_time(days=1)
        while ground.desk.figures.keep_up():
            pass
    assert (len(ground.operations()), len(ground.accesses())) == before


def test_a_call_across_a_change_of_shift_is_the_first_shifts(ground: Ground) -> None:
    begin(ground)
    change = datetime(2026, 11, 21, 8, tzinfo=UTC)
    ground.clock.at = change - timedelta(minutes=4)
    answered(ground, 120, 600)  # waits from 08:54, talks over nine
    first = Span(PeriodKind.SHIFT, change - timedelta(hours=8), change, "N")
    second = Span(PeriodKind.SHIFT, change, change + timedelta(hours=8), "D")
    ground.sign_in("lead")
    one, other = ground.desk.figures.of(first), ground.desk.figures.of(second)
    assert (shown(one, C.OFFERED), shown(other, C.OFFERED)) == (1, 0)
    assert shown(one, C.TALK) == pytest.approx(600, abs=1)
    assert shown(other, C.AHT) is None
    assert shown(other, C.ANSW) is None
    assert other.figures[0].figure.denominator is None


def test_a_night_over_a_clock_change_has_eleven_hours(ground: Ground) -> None:
    begin(ground)
    ground.clock.at = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    gave_up(ground, 10)
    ground.clock.pass_time(hours=1)
    gave_up(ground, 20)
    ground.sign_in("lead")
    night = periods.shift(date(2026, 10, 24), time(21), time(7), "N")
    found = ground.desk.figures.of(night)
    assert (len(found.parts), shown(found, C.OFFERED)) == (11, 2)
    labels = {row.start: row.label for row in periods.by_hours(night)}
    told = {labels[part.start] for part in found.parts if part.counts.offered}
    assert told == {"02 +02:00", "02 +01:00"}


def test_a_figure_stands_beside_its_target_and_the_same_weekdays_before(ground: Ground) -> None:
    begin(ground)
    for week in range(3):
        answered(ground, 20, 60)
        if week:
            gave_up(ground, 60)
        ground.clock.pass_time(days=7)
    ground.clock.pass_time(days=-7)
    ground.sign_in("lead")
    last = periods.day(date(2026, 12, 5))
    found = ground.desk.figures.of(last)
    answer = found.figure(C.ANSW)
    assert answer is not None
    assert answer.figure.value == 50
    assert answer.judged.verdict is Verdict.MISSED
    assert answer.judged.target is not None
    assert answer.judged.target.amount == 85
    wait = found.figure(C.MEDELV)
    assert wait is not None
    assert wait.judged.verdict is Verdict.KEPT
    assert [each.days[0].day for each in found.before] == [28, 21, 14, 7]
    assert [None if each is None else each.value for each in answer.before] == [50, 100, None, None]
    assert found.since is not None
    assert found.whole


def test_notes_are_counted_and_masked_for_whoever_is_handed_them(ground: Ground) -> None:
    begin(ground)
    person = ground.person()
    entry = ground.desk.journal.write(person, WHOLE).the("entry")
    ground.desk.journal.sign(entry, upon=1)
    ground.clock.pass_time(hours=2)
    ground.desk.journal.write(person, WHOLE)
    ground.sign_in("lead")
    found = ground.desk.figures.of(DAY)
    assert (shown(found, C.NOTES), shown(found, C.EGENV), shown(found, C.PRIM)) == (2, 100, 0)
    assert shown(found, C.REPEATS) == 50
    assert [(each.key, each.count) for each in found.groups] == [("EGENVARD", 2)]
    assert found.tallies[Dimension.URGENCY][0].key == "U6"
    told = ground.desk.figures.of(DAY, distribution=True)
    assert told.masked
    assert shown(told, C.NOTES) is None
    notes = told.figure(C.EGENV)
    assert notes is not None
    assert (notes.figure.masked, notes.figure.numerator, notes.figure.denominator) == (
        True, None, None
    )  # fmt: skip
    assert shown(told, C.OFFERED) == 0  # calls are no patients


def test_who_may_see_what(ground: Ground) -> None:
    begin(ground)
    figures = ground.desk.figures
    ground.refuses(NotPermitted, figures.of, DAY)
    ground.refuses(NotPermitted, figures.operators, DAY)
    assert figures.mine(DAY).calls == figures.mine(DAY).calls
    ground.sign_in("admin")
    ground.refuses(NotPermitted, figures.mine)
    ground.refuses(NotPermitted, figures.keep_up)
    ground.sign_in("lead")
    ground.refuses(SpanWrong, figures.of, Span(PeriodKind.OWN, DAY.end, DAY.start))
    ground.refuses(SpanWrong, figures.operators, Span(PeriodKind.OWN, DAY.end, DAY.start))


def test_nothing_yet(ground: Ground) -> None:
    """A store without a call has figures, and none of them is 0 %."""
    begin(ground)
    ground.sign_in("lead")
    for span in (DAY, periods.month(2026, 11), periods.year(2026)):
        found = ground.desk.figures.of(span)
        assert found.since is None
        assert not found.whole
        assert shown(found, C.OFFERED) == 0
        assert [each.value for each in (found.figures[5].figure,)] == [None]
        assert all(each.before == (None,) * len(found.before) for each in found.figures)
