"""A caller says a day in many ways; what is no day is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from ui.caller_day import read_day

TODAY = date(2026, 11, 21)  # a Saturday


@pytest.fixture(autouse=True, scope="module")
def swedish() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("26/11", date(2026, 11, 26)),
        ("26/11 ", date(2026, 11, 26)),
        ("26-11", date(2026, 11, 26)),
        ("26 nov", date(2026, 11, 26)),
        ("26 november", date(2026, 11, 26)),
        ("den 26 november", date(2026, 11, 26)),
        ("26:e", date(2026, 11, 26)),
        ("den 26:e", date(2026, 11, 26)),
        ("26", date(2026, 11, 26)),
        ("2026-11-26", date(2026, 11, 26)),
        ("torsdag", date(2026, 11, 26)),
        ("Tors", date(2026, 11, 26)),
        ("lördag", TODAY),
        ("tisdag 24 november", date(2026, 11, 24)),
        ("tisdag den 24", date(2026, 11, 24)),
        ("i dag", TODAY),
        ("i morgon", date(2026, 11, 22)),
        ("20/11", date(2026, 11, 20)),  # yesterday, not next year
        ("1/1", date(2027, 1, 1)),
        ("2", date(2026, 12, 2)),
        ("31", date(2026, 12, 31)),  # November has none
    ],
)
def test_what_is_meant(said: str, meant: date) -> None:
    assert read_day(said, TODAY) == meant


@pytest.mark.parametrize(
    "said", ["", " ", "gränna", "32/1", "30/2", "0", "0/5", "5/13", "mars", "ma", "1 2 3"]
)
def test_what_is_no_day(said: str) -> None:
    assert read_day(said, TODAY) is None


def test_a_month_that_comes_after_the_years_end_is_next_years() -> None:
    assert read_day("15", date(2026, 12, 31)) == date(2027, 1, 15)
    assert read_day("31", date(2026, 12, 31)) == date(2026, 12, 31)
    assert read_day("29/2", date(2027, 3, 1)) == date(2028, 2, 29)


@given(st.text(max_size=20))
def test_anything_may_be_typed(said: str) -> None:
    found = read_day(said, TODAY)
    assert found is None or isinstance(found, date)


@given(st.dates(date(2026, 5, 25), date(2027, 5, 20)))
def test_a_day_within_half_a_year_is_read_as_it_is_said(day: date) -> None:
    assert read_day(f"{day.day}/{day.month}", TODAY) == day
    assert read_day(f"{day.day} {QLocale().monthName(day.month)}", TODAY) == day
    assert read_day(day.isoformat(), TODAY) == day
