"""How long records and logs are kept at least."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.retention import retain_log_until, retain_until


@pytest.mark.parametrize(
    ("last", "record", "log"),
    [
        (date(2026, 11, 21), date(2036, 11, 21), date(2031, 11, 21)),
        (date(2028, 2, 29), date(2038, 3, 1), date(2033, 3, 1)),  # never a day too short
        (date(2026, 12, 31), date(2036, 12, 31), date(2031, 12, 31)),
    ],
)
def test_ten_years_after_the_last_entry_and_five_after_the_last_access(
    last: date, record: date, log: date
) -> None:
    assert (retain_until(last), retain_log_until(last)) == (record, log)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_later_entry_never_shortens_it(last: date) -> None:
    later = last + timedelta(days=1)
    assert retain_until(last) <= retain_until(later)
    assert retain_log_until(last) <= retain_log_until(later) < retain_until(last)
