"""Care levels by reason, unit, hour and weekday: what is expected is counted from what was written.

The night between is that on which clocks go back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kundcenter.domain.access_log import Activity
from kundcenter.domain.lines import EndReason
from kundcenter.domain.supervision import exploring, periods
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.exploring import (
    By,
    Exploration,
    Query,
    QueryWrong,
    Split,
    Versus,
)
from kundcenter.services.calls import Ring
from tests.ground import NUMBER, WHOLE, Ground
from tests.services.supervision.reviewed import led

pytestmark = pytest.mark.parametrize("ground", ["sqlcipher", "postgresql"], indirect=True)
START = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)  # 01:30, summer time
SPAN = periods.own_days(date(2026, 10, 25), date(2026, 10, 26))
# Hours after that, reason, outcome, its care level, urgency, whether a unit is named.
NOTES = (
    (0.0, "FEBER", "EGENVARD", "EGENVARD", "U5", False),
    (1.0, "FEBER", "VC", "PRIMARVARD", "U4", True),  # 02:30
    (2.0, "ANDNING", "AKUT", "AKUT", "U2", True),  # 02:30 once more
    (2.1, "ANDNING", "EGENVARD", "EGENVARD", "U5", False),
    (12.0, "FEBER", "EGENVARD", "EGENVARD", "U5", False),
    (26.0, "FEBER", "VC", "PRIMARVARD", "U4", True),  # Monday, 02:30
)
CLOCK = ("01", "02", "02", "02", "12", "02")
DAYS = ("7", "7", "7", "7", "7", "1")


@dataclass(frozen=True)
class Worked:
    ground: Ground
    unit: str

    def look(self, query: Query) -> Exploration:
        return self.ground.desk.explore.look(query)


@pytest.fixture
def worked(ground: Ground) -> Worked:
    """The notes are written, and who leads sits there."""
    led(ground)
    ground.sign_in("admin")
    unit = ground.unit()
    ground.sign_in("nora")
    person = ground.person()
    for n, (hours, reason, outcome, _, urgency, named) in enumerate(NOTES):
        ground.clock.at = START + timedelta(hours=hours)
        call = ground.desk.calls.ring(Ring(f"line-{n}", NUMBER, queue="1177")).the("call")
        ground.desk.calls.answer(call)
        note = replace(
            WHOLE, reason=reason, outcome=outcome, urgency=urgency, unit_id=unit if named else None
        )
        ground.desk.journal.write(person, note, call)
        ground.desk.calls.end(call, EndReason.CALLER)
    ground.clock.at = START + timedelta(days=3)
    ground.sign_in("lisa")
    return Worked(ground, str(unit))


def told(found: Exploration) -> dict[tuple[str, str], float]:
    """The counts that are not nought, by row and column."""
    return {
        (line.key, column): point.numerator
        for line in found.lines
        for column, point in zip(found.columns, line.parts, strict=True)
        if point.numerator
    }


@pytest.mark.parametrize("split", [Split.GROUP, Split.URGENCY])
def test_every_row_is_told_apart_as_the_notes_say(worked: Worked, split: Split) -> None:
    levels = [note[3] if split is Split.GROUP else note[4] for note in NOTES]
    rows: dict[By, Callable[[int], str]] = {
        By.REASON: lambda n: NOTES[n][1],
        By.UNIT: lambda n: worked.unit if NOTES[n][5] else "",
        By.HOUR: lambda n: CLOCK[n],
        By.WEEKDAY: lambda n: DAYS[n],
    }
    for by, row in rows.items():
        slow = Counter((row(n), levels[n]) for n in range(len(NOTES)) if row(n))
        found = worked.look(Query(by, SPAN, split=split))
        assert told(found) == slow, by
        assert found.total.now.value == sum(slow.values())
        assert found.apart == 0
        for line in found.lines:
            assert line.now.value == sum(point.numerator or 0 for point in line.parts)
    hours = worked.look(Query(By.HOUR, SPAN, split=split)).lines
    assert [line.key for line in hours] == [f"{hour:02}" for hour in range(24)]


def test_care_levels_stand_from_the_least_to_the_most(worked: Worked) -> None:
    found = worked.look(Query(By.REASON, SPAN, split=Split.GROUP))
    assert found.columns == ("EGENVARD", "PRIMARVARD", "AKUT")
    assert [line.key for line in found.lines] == ["FEBER", "ANDNING"]
    urgent = worked.look(Query(By.REASON, SPAN, split=Split.URGENCY)).columns
    assert list(urgent) == ["U2", "U4", "U5"]


def test_shares_are_of_the_row(worked: Worked) -> None:
    found = worked.look(Query(By.REASON, SPAN, share=True, split=Split.GROUP))
    assert [point.value for point in found.lines[0].parts] == [50, 50, 0]
    assert found.lines[0].now.value == 4


def test_small_counts_are_hidden(worked: Worked) -> None:
    found = worked.look(Query(By.REASON, SPAN, split=Split.GROUP, distribution=True))
    points = [point for line in found.lines for point in line.parts]
    assert {point.hidden for point in points} == {"<5", ""}
    assert all(point.value == 0 for point in points if not point.hidden)
    assert found.total.now.value == 6


def test_a_unit_over_the_years_end_is_of_some_months_and_hours_of_any_time(worked: Worked) -> None:
    year = periods.year(2026)
    assert told(worked.look(Query(By.HOUR, year, split=Split.GROUP)))
    for wrong in (
        Query(By.UNIT, year, split=Split.GROUP),
        Query(By.OUTCOME, SPAN, split=Split.GROUP),
        Query(By.HOUR, SPAN, FigureCode.NOTES, split=Split.GROUP),
        Query(By.REASON, SPAN, split=Split.GROUP, versus=Versus.BEFORE),
        Query(By.REASON, SPAN, split=Split.GROUP, queue="1177"),
    ):
        with pytest.raises(QueryWrong):
            worked.look(wrong)


def test_behind_a_row_are_the_calls_of_its_notes(worked: Worked) -> None:
    for by in (By.REASON, By.UNIT, By.HOUR, By.WEEKDAY):
        query = Query(by, SPAN, split=Split.GROUP)
        for line in worked.look(query).lines:
            page = worked.ground.desk.explore.rows(query, line.key)
            assert len(page.rows) == page.total == line.now.value, (by, line.key)


def test_it_is_taken_out_as_it_stands_and_logged(worked: Worked) -> None:
    query = Query(By.REASON, SPAN, split=Split.GROUP)
    taken = worked.ground.desk.explore.take(query)
    assert taken.found == worked.look(query)
    assert worked.ground.accesses()[-1].activity is Activity.PRINT


def test_more_calls_than_a_page_has_come_page_by_page_and_each_is_logged(
    worked: Worked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kundcenter.services.supervision.explore.MOST_ROWS", 2)
    assert exploring.MOST_ROWS == 200
    query = Query(By.WEEKDAY, SPAN, FigureCode.OFFERED)
    explore, seen = worked.ground.desk.explore, []
    start: int | None = 0
    while start is not None:
        after = worked.ground.accesses()[-1].n
        page = explore.rows(query, "7", start)
        assert (page.start, page.total) == (start, 5)
        logged = [each.object_id for each in worked.ground.accesses(after)]
        assert logged == [each.id for each in page.rows]
        seen += [each.at for each in page.rows]
        start = page.next
    assert len(seen) == 5
    assert seen == sorted(seen)
    assert explore.rows(query, "7", 4).before == 2
