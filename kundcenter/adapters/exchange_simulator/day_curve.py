"""How many calls an hour: the shape of a day at a 1177 centre, scaled to calls a year.

180 000 a year is 493 a day and 20.5 an hour on average (DOMAIN §13.3).  The shapes are an
assumption, not a measurement: on weekdays a morning peak and an evening peak when the primary
care centres have closed, on days off a long morning peak and a quarter more calls, at night
a single line (about 6 an hour, DOMAIN §13.3).
"""

from __future__ import annotations

from datetime import datetime

from kundcenter.domain.calendar import is_weekday

CALLS_A_YEAR = 180_000

_WEEKDAYS_A_YEAR = 251.0
_DAYS_OFF_A_YEAR = 365.25 - _WEEKDAYS_A_YEAR

# fmt: off
_WEEKDAY = (
    0.34, 0.28, 0.24, 0.22, 0.22, 0.28, 0.52, 1.10, 1.75, 1.70, 1.50, 1.30,
    1.20, 1.20, 1.20, 1.25, 1.50, 1.75, 1.75, 1.60, 1.35, 1.05, 0.75, 0.50,
)
_DAY_OFF = (
    0.42, 0.34, 0.29, 0.26, 0.25, 0.30, 0.52, 1.00, 1.80, 2.30, 2.40, 2.20,
    2.00, 1.85, 1.75, 1.75, 1.85, 1.95, 1.90, 1.70, 1.40, 1.05, 0.75, 0.52,
)
# fmt: on
_YEAR = _WEEKDAYS_A_YEAR * sum(_WEEKDAY) + _DAYS_OFF_A_YEAR * sum(_DAY_OFF)
_HIGHEST = max(*_WEEKDAY, *_DAY_OFF)


def calls_an_hour(at: datetime, a_year: int = CALLS_A_YEAR) -> float:
    """The expected calls an hour at a local time."""
    shape = _WEEKDAY if is_weekday(at.date()) else _DAY_OFF
    return a_year * shape[at.hour] / _YEAR


def most_calls_an_hour(a_year: int = CALLS_A_YEAR) -> float:
    """No hour of any day expects more."""
    return a_year * _HIGHEST / _YEAR
