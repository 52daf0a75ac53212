"""Who calls the simulated exchange, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from pathlib import Path
from statistics import fmean

import pytest

from kundcenter.adapters.exchange_simulator.callers import (
    KEYED_IN,
    SHORT,
    WITHHELD,
    Arrivals,
    Caller,
    fictional_numbers,
)
from kundcenter.adapters.exchange_simulator.day_curve import (
    CALLS_A_YEAR,
    calls_an_hour,
    most_calls_an_hour,
)
from kundcenter.adapters.exchange_simulator.people import TEST_PERSONS, read_persons
from kundcenter.domain.calendar import at_clock, is_weekday, local
from kundcenter.domain.identity import parse as parse_identity
from kundcenter.domain.phone_numbers import is_fictional, parse
from tests.external import external

MONDAY = local(datetime(2026, 11, 22, 23, 0, tzinfo=UTC))  # midnight in Sweden
DAY = 86_400.0


def arrivals(seed: int = 7, start: datetime = MONDAY, a_year: int = CALLS_A_YEAR) -> Arrivals:
    return Arrivals(
        seed=seed,
        started_at=start,
        a_year=a_year,
        queues=("1177", "vaxel"),
        persons=TEST_PERSONS,
    )


def first(count: int, source: Arrivals) -> list[tuple[float, Caller]]:
    def calls() -> Iterator[tuple[float, Caller]]:
        at = 0.0
        while True:
            at, caller = source.next_after(at)
            yield at, caller

    return list(islice(calls(), count))


def until(end: float, source: Arrivals) -> list[float]:
    times: list[float] = []
    at, _ = source.next_after(0.0)
    while at < end:
        times.append(at)
        at, _ = source.next_after(at)
    return times


def test_the_curve_adds_up_to_the_calls_of_a_year() -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    hours = [datetime(d.year, d.month, d.day, hour, tzinfo=UTC) for d in days for hour in range(24)]
    assert sum(map(calls_an_hour, hours)) == pytest.approx(CALLS_A_YEAR, rel=0.01)
    assert max(map(calls_an_hour, hours)) == pytest.approx(most_calls_an_hour())


def test_the_curve_has_a_quiet_night_and_two_peaks_on_a_weekday() -> None:
    hourly = [calls_an_hour(datetime(2026, 11, 23, hour, tzinfo=UTC)) for hour in range(24)]
    assert min(hourly) == min(hourly[2:5])
    assert 3 < min(hourly) < 7, "the night is a single line, about six calls an hour"
    assert max(hourly) in (hourly[8], hourly[17], hourly[18])
    assert hourly[13] < hourly[8]
    assert hourly[13] < hourly[17]


def test_a_day_off_has_more_calls_than_a_weekday() -> None:
    def calls_of(day: int, month: int = 11) -> float:
        hours = range(24)
        return sum(calls_an_hour(datetime(2026, month, day, hour, tzinfo=UTC)) for hour in hours)

    assert calls_of(22) == pytest.approx(1.25 * calls_of(23), rel=0.15)
    assert calls_of(24, month=12) == calls_of(22), "Christmas Eve is a day off"


def test_the_same_seed_gives_the_same_callers_and_another_seed_others() -> None:
    assert first(300, arrivals(seed=3)) == first(300, arrivals(seed=3))
    assert first(300, arrivals(seed=3)) != first(300, arrivals(seed=4))


def test_four_weeks_have_as_many_calls_as_the_curve_says_hour_by_hour() -> None:
    times = until(28 * DAY, arrivals())
    assert len(times) == pytest.approx(493 * 28, rel=0.05)
    moments = [local(MONDAY.astimezone(UTC) + timedelta(seconds=at)) for at in times]
    told = Counter(moment.hour for moment in moments if is_weekday(moment.date()))
    weekdays = len({moment.date() for moment in moments if is_weekday(moment.date())})
    for hour in range(24):
        due = weekdays * calls_an_hour(datetime(2026, 11, 23, hour, tzinfo=UTC))
        assert abs(told[hour] - due) < 4.5 * due**0.5, f"hour {hour}"


def test_calls_come_by_chance_and_not_by_the_clock() -> None:
    """A Poisson process: gaps spread as much as their mean, once the curve is flat."""
    noon = at_clock(date(2026, 11, 23), time(12))
    times = until(3 * 3600.0, arrivals(start=local(noon), a_year=CALLS_A_YEAR * 40))
    gaps = [later - earlier for earlier, later in pairwise(times)]
    mean = fmean(gaps)
    assert (fmean((gap - mean) ** 2 for gap in gaps)) ** 0.5 == pytest.approx(mean, rel=0.08)


def test_the_night_when_the_clocks_go_back_has_an_hour_more() -> None:
    """25 October 2026: the hour from two to three comes twice on the clock."""
    one = local(at_clock(date(2026, 10, 25), time(1)))
    times = until(4 * 3600.0, arrivals(start=one, a_year=CALLS_A_YEAR * 150))
    hours = Counter(local(one.astimezone(UTC) + timedelta(seconds=at)).hour for at in times)
    assert set(hours) == {1, 2, 3}
    assert hours[2] == pytest.approx(2 * hours[3], rel=0.25)


def test_callers_are_as_many_kinds_as_assumed() -> None:
    callers = [caller for _, caller in first(4000, arrivals())]
    share = 4000.0
    assert sum(c.number is None for c in callers) / share == pytest.approx(WITHHELD, abs=0.015)
    assert sum(c.keyed_id is not None for c in callers) / share == pytest.approx(KEYED_IN, abs=0.03)
    assert sum(c.patience < 5 for c in callers) / share == pytest.approx(SHORT, abs=0.012)
    assert fmean(c.talk for c in callers) == pytest.approx(336, rel=0.06)
    assert {c.queue for c in callers} == {"1177", "vaxel"}


def test_no_number_is_anybodys() -> None:
    numbers = fictional_numbers()
    assert len(set(numbers)) == 495
    for number in numbers:
        parsed = parse(number)
        assert parsed is not None
        assert is_fictional(parsed)
    called = {caller.number for _, caller in first(3000, arrivals())} - {None}
    assert called <= set(numbers)


def test_every_keyed_in_number_is_an_official_test_number() -> None:
    keyed = {caller.keyed_id for _, caller in first(3000, arrivals())} - {None}
    assert keyed == set(TEST_PERSONS)
    for person in TEST_PERSONS:
        assert parse_identity(person, date(2026, 11, 21)).person_id.value == person
    official = external("persons/allPins.json")
    assert set(TEST_PERSONS) <= set(official)


def test_persons_are_read_from_lines_or_from_json(tmp_path: Path) -> None:
    lines, listed = tmp_path / "lines", tmp_path / "list.json"
    lines.write_text("191212121212\n198107022397\n", encoding="utf-8")
    listed.write_text('["191212121212"]', encoding="utf-8")
    assert read_persons(lines) == ("191212121212", "198107022397")
    assert read_persons(listed) == ("191212121212",)


@pytest.mark.parametrize("text", ["", "[]", "19121212-1212", '[{"id": 1}]', "[1", '["x"]'])
def test_a_file_of_something_else_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "persons"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r".") as refused:
        read_persons(path)
    assert "19121212" not in str(refused.value)
