"""Moments as they are written by hand."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ui.moments import read_moment, tomorrow

EVENING = datetime(2026, 11, 21, 20, 50, tzinfo=UTC)  # 21:50 in Sweden


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("23:15", datetime(2026, 11, 21, 22, 15, tzinfo=UTC)),
        ("21.50", datetime(2026, 11, 22, 20, 50, tzinfo=UTC)),
        ("2026-12-24 08:00", datetime(2026, 12, 24, 7, 0, tzinfo=UTC)),
        ("2026-10-25 02:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # the first of the two
    ],
)
def test_a_clock_is_the_next_such_time_and_a_day_its_own(text: str, meant: datetime) -> None:
    assert read_moment(text, EVENING) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "snart",
        "24:00",
        "8",
        "2026-02-30 08:00",
        "2026-11-21 08:00 09:00",
        "٢١:٥٠",
        "2027-03-28 02:30",  # the hour that there is not
    ],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # what it says differs
        read_moment(text, EVENING)


def test_the_hour_that_is_left_out_is_no_next_time_either() -> None:
    before = datetime(2027, 3, 27, 21, 0, tzinfo=UTC)
    with pytest.raises(ValueError, match="02:30"):
        read_moment("02:30", before)


def test_an_example_is_of_a_day_that_has_not_passed_by_a_swedish_clock() -> None:
    assert tomorrow(EVENING) == "2026-11-22"
    assert tomorrow(datetime(2026, 11, 21, 23, 30, tzinfo=UTC)) == "2026-11-23"  # past midnight
