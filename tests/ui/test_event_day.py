"""When something happened, in a caller's words: never after today, and as exact as it was said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from kundcenter.domain.case_clocks import event_span
from ui.event_day import read_event

TODAY = date(2026, 11, 21)  # a Saturday


@pytest.fixture(autouse=True, scope="module")
def swedish() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("", ""),
        ("2024", "2024"),
        ("2026", "2026"),
        ("2026-11", "2026-11"),
        ("november", "2026-11"),
        ("nov 2025", "2025-11"),
        ("December", "2025-12"),
        ("2026-11-21", "2026-11-21"),
        ("i dag", "2026-11-21"),
        ("i går", "2026-11-20"),
        ("i förrgår", "2026-11-19"),
        ("torsdag", "2026-11-19"),
        ("lördag", "2026-11-21"),
        ("20/11", "2026-11-20"),
        ("24/11", "2025-11-24"),
        ("22", "2026-10-22"),
        ("20", "2026-11-20"),
        ("den 1 mars", "2026-03-01"),
    ],
)
def test_what_a_caller_says_is_read_as_what_is_past(text: str, event: str) -> None:
    assert read_event(text, TODAY) == event


@pytest.mark.parametrize(
    "text", ["2027", "2026-12", "2026-11-22", "i morgon", "december 2026", "snart", "2026-13",
             "0001", "31/2", "99", "-", "maj maj", "29/2"],
)  # fmt: skip
def test_what_is_not_past_or_no_time_is_none(text: str) -> None:
    assert read_event(text, TODAY) is None


@given(st.text(max_size=20), st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
def test_whatever_is_written_it_is_none_or_a_time_that_has_begun(text: str, today: date) -> None:
    event = read_event(text, today)
    if event:
        span = event_span(event)
        assert span is not None
        assert span[0] <= today
