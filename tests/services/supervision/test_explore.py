"""Figures are broken down, compared, followed to their calls and taken out; each is the rows' own.

What is expected is counted here from the calls themselves, in plain Python.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.access_log import Activity, Purpose
from kundcenter.domain.calendar import local
from kundcenter.domain.lines import EndReason
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.exploring import By, Query, QueryWrong, Versus
from kundcenter.domain.supervision.periods import PeriodKind, Span, SpanWrong
from kundcenter.services.calls import Ring
from kundcenter.services.supervision.explore import Explore
from tests.ground import NUMBER, WHOLE, Ground
from tests.services.supervision.reviewed import led

# A look changes nothing that a replay could differ in.
pytestmark = pytest.mark.parametrize("ground", ["sqlcipher", "postgresql"], indirect=True)
AUTUMN = date(2026, 10, 25)  # clocks go back: 25 hours
BEFORE = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)  # 01:30
# Seconds after that, queue, seconds of waiting, whether it is answered.
CALLS = (
    (0, "1177", 10, True),
    (600, "1177", 700, True),
    (3_600, "1177", 40, False),  # 02:30, summer time
    (7_200, "1177", 30, True),  # 02:30 again
    (7_260, "vaxel", 3, False),
    (40_000, "vaxel", 5, True),
    (100_000, "1177", 20, True),  # the day after
)
DAY = periods.day(AUTUMN)
OWN = periods.own_days(AUTUMN, AUTUMN + timedelta(days=1))


@pytest.fixture
def worked(ground: Ground) -> Ground:
    """The calls have been, and who leads sits there."""
    led(ground)
    ground.sign_in("nora")
    person = ground.person()
    for n, (after, queue, waited, answered) in enumerate(CALLS):
        ground.clock.at = BEFORE + timedelta(seconds=after + waited)
        rang = Ring(f"line-{n}", NUMBER, queue=queue, waited=timedelta(seconds=waited))
        id = ground.desk.calls.ring(rang).the("call")
        if answered:
            ground.desk.calls.answer(id)
            ground.clock.pass_time(seconds=100)
            note = WHOLE if n % 2 else replace(WHOLE, reason="ANDNING")
            ground.desk.journal.write(person, note, id)
        ground.desk.calls.end(id, EndReason.CALLER)
    ground.clock.at = BEFORE + timedelta(days=3)
    ground.sign_in("lisa")
    return ground


def explore(ground: Ground) -> Explore:
    return ground.desk.explore


def values(ground: Ground, query: Query) -> dict[str, float | None]:
    return {each.key: each.now.value for each in explore(ground).look(query).lines}


def test_a_day_with_25_hours_has_25_rows(worked: Ground) -> None:
    found = values(worked, Query(By.HOUR, DAY, FigureCode.OFFERED))
    assert len(found) == 25
    assert {key: n for key, n in found.items() if n} == {
        "01": 2, "02 +02:00": 1, "02 +01:00": 2, "11": 1,
    }  # fmt: skip


def test_a_whole_day_that_begins_between_hours_has_its_first_hour_twice(worked: Ground) -> None:
    start = BEFORE.replace(minute=45)  # 01:45
    query = Query(By.HOUR, periods.own(start, start + timedelta(hours=24)), FigureCode.OFFERED)
    found = explore(worked).look(query).lines
    assert (len(found), found[0].key, found[-1].key) == (25, "01", "00")
    ragged = periods.own(start - timedelta(days=3), start - timedelta(days=2))
    lines = explore(worked).look(replace(query, span=ragged)).lines
    assert (len(lines), lines[0].key, lines[-1].key) == (25, "01", "01 (2)")
    assert len({each.key for each in lines}) == 25
    assert explore(worked).rows(replace(query, span=ragged), "01 (2)").rows == ()


def test_the_hours_of_several_days_are_put_together_by_the_clock(worked: Ground) -> None:
    found = values(worked, Query(By.HOUR, OWN, FigureCode.OFFERED))
    starts = (local(BEFORE + timedelta(seconds=each[0])) for each in CALLS)
    hours = Counter(f"{at.hour:02}" for at in starts)
    assert len(found) == 24
    assert {key: n for key, n in found.items() if n} == hours


def test_days_weekdays_months_and_queues_have_each_its_share(worked: Ground) -> None:
    answ = FigureCode.ANSWERED
    assert values(worked, Query(By.DAY, OWN, answ)) == {"2026-10-25": 4, "2026-10-26": 1}
    assert values(worked, Query(By.WEEKDAY, OWN, answ)) == {"7": 4, "1": 1}
    assert values(worked, Query(By.QUEUE, OWN, answ)) == {"1177": 4, "vaxel": 1}
    assert values(worked, Query(By.MONTH, periods.tertial(2026, 3), answ)) == {
        "2026-09-01": 0, "2026-10-01": 5, "2026-11-01": 0, "2026-12-01": 0,
    }  # fmt: skip


def test_a_share_has_its_numerator_and_denominator_and_the_total_is_no_mean_of_shares(
    worked: Ground,
) -> None:
    found = explore(worked).look(Query(By.QUEUE, OWN, FigureCode.ANSW))
    points = {each.key: each.now for each in found.lines}
    assert (points["1177"].numerator, points["1177"].denominator) == (4, 5)
    assert (points["vaxel"].numerator, points["vaxel"].denominator) == (1, 1)  # one was short
    assert found.total.now.value == pytest.approx(100 * 5 / 6)
    assert found.target == 85


def test_one_queue_alone(worked: Ground) -> None:
    query = Query(By.DAY, OWN, FigureCode.OFFERED, queue="vaxel")
    assert values(worked, query) == {"2026-10-25": 2, "2026-10-26": 0}
    assert explore(worked).look(query).total.now.value == 2
    assert explore(worked).queues(query) == ("1177", "vaxel")


def test_notes_are_counted_by_what_they_say_and_by_time(worked: Ground) -> None:
    assert values(worked, Query(By.REASON, OWN)) == {"FEBER": 3, "ANDNING": 2}
    shares = values(worked, Query(By.REASON, OWN, share=True))
    assert shares == {"FEBER": 60, "ANDNING": 40}
    assert values(worked, Query(By.GROUP, OWN)) == {"EGENVARD": 5}
    assert values(worked, Query(By.DAY, OWN, FigureCode.EGENV)) == {
        "2026-10-25": 100, "2026-10-26": 100,
    }  # fmt: skip
    notes = values(worked, Query(By.WEEKDAY, OWN, FigureCode.NOTES))
    assert notes == {"7": 4, "1": 1}


def test_a_period_is_set_beside_the_one_before(worked: Ground) -> None:
    monday = periods.day(AUTUMN + timedelta(days=1))
    span = Span(PeriodKind.OWN, monday.start, monday.end)
    found = explore(worked).look(Query(By.QUEUE, span, FigureCode.OFFERED, versus=Versus.BEFORE))
    assert found.versus is not None
    assert found.versus.end == monday.start
    now = {each.key: (each.now.value, each.before.value, each.change) for each in found.lines
           if each.before is not None}  # fmt: skip
    assert now == {"1177": (1, 4, -3), "vaxel": (0, 2, -2)}
    assert (found.total.now.value, found.total.change) == (1, -5)


def test_days_are_set_beside_each_other_by_their_places(worked: Ground) -> None:
    span = periods.own_days(AUTUMN + timedelta(days=1), AUTUMN + timedelta(days=1))
    found = explore(worked).look(Query(By.DAY, span, FigureCode.OFFERED, versus=Versus.BEFORE))
    (line,) = found.lines
    assert line.before is not None
    assert (line.key, line.now.value, line.before.value) == ("2026-10-26", 1, 6)


def test_what_is_small_is_hidden_and_cannot_be_had_back(worked: Ground) -> None:
    found = explore(worked).look(Query(By.REASON, OWN, distribution=True))
    assert [each.now.value for each in found.lines] == [None, None]
    assert {each.now.hidden for each in found.lines} == {"<5"}
    assert found.total.now.value == 5
    days = explore(worked).look(Query(By.DAY, OWN, FigureCode.NOTES, distribution=True))
    assert [(each.now.value, each.now.hidden) for each in days.lines] == [(None, "<5")] * 2
    calls = explore(worked).look(Query(By.DAY, OWN, FigureCode.OFFERED, distribution=True))
    assert [each.now.value for each in calls.lines] == [6, 1]  # of calls nothing is told of anyone


def test_the_calls_behind_a_row_are_those_it_counts_and_are_logged(worked: Ground) -> None:
    after = worked.accesses()[-1].n
    query = Query(By.HOUR, DAY, FigureCode.OFFERED)
    rows = explore(worked).rows(query, "02 +01:00").rows
    assert [(each.queue, int(each.waited_s)) for each in rows] == [("1177", 30), ("vaxel", 3)]
    seen = worked.accesses(after)
    assert [each.object_id for each in seen] == [each.id for each in rows]
    assert {(each.activity, each.purpose) for each in seen} == {(Activity.READ, Purpose.STATISTICS)}
    assert all(each.person_id is None for each in seen)


def test_behind_every_row_are_as_many_calls_as_it_says(worked: Ground) -> None:
    counted = [(by, FigureCode.OFFERED) for by in (By.HOUR, By.WEEKDAY, By.DAY, By.QUEUE)]
    for by, figure in (*counted, (By.REASON, None), (By.GROUP, None), (By.DAY, FigureCode.NOTES)):
        query = Query(by, OWN, figure)
        found = explore(worked).look(query)
        behind: set[UUID] = set()
        for line in found.lines:
            if not line.now.value:
                continue
            rows = explore(worked).rows(query, line.key).rows
            assert len(rows) == line.now.value, (by, line.key)
            assert not behind & {each.id for each in rows}
            behind |= {each.id for each in rows}
        assert len(behind) == found.total.now.value, by


def test_a_row_of_nothing_is_a_look_all_the_same(worked: Ground) -> None:
    after = worked.accesses()[-1].n
    assert explore(worked).rows(Query(By.HOUR, DAY, FigureCode.OFFERED), "05").rows == ()
    assert len(worked.accesses(after)) == 1


def test_what_is_taken_out_is_logged(worked: Ground) -> None:
    after = worked.accesses()[-1].n
    taken = explore(worked).take(Query(By.DAY, OWN, FigureCode.OFFERED))
    assert taken.by == "Test Lisa"
    (seen,) = worked.accesses(after)
    assert (seen.activity, seen.purpose) == (Activity.PRINT, Purpose.STATISTICS)


def test_only_who_leads_looks_around(worked: Ground) -> None:
    query = Query(By.DAY, OWN, FigureCode.OFFERED)
    worked.sign_in("nora")
    for look in (
        lambda: explore(worked).look(query),
        lambda: explore(worked).rows(query, "2026-10-25"),
        lambda: explore(worked).take(query),
        lambda: explore(worked).queues(query),
    ):
        with pytest.raises(NotPermitted):
            look()


def test_what_cannot_be_told_is_refused(worked: Ground) -> None:
    for query in (
        Query(By.REASON, OWN, FigureCode.OFFERED),
        Query(By.DAY, OWN),
        Query(By.QUEUE, OWN, FigureCode.NOTES),
        Query(By.DAY, OWN, FigureCode.NOTES, queue="1177"),
        Query(By.DAY, OWN, FigureCode.NKI),
    ):
        with pytest.raises(QueryWrong):
            explore(worked).look(query)
    wrong = Span(PeriodKind.OWN, DAY.end, DAY.start)
    with pytest.raises(SpanWrong):
        explore(worked).look(Query(By.DAY, wrong, FigureCode.OFFERED))
