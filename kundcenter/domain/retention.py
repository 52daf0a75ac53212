"""How long records and logs are kept at least.  Nothing here ends anything: there is no deletion.

Patientdatalagen (2008:355) 3 kap. 17 §: ten years after the last entry.  HSLF-FS 2016:40
4 kap. 9 §: the access log five years.  Destruction before is decided by IVO (8 kap. 4 §), and is
none of this program's verbs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

RECORD_YEARS = 10
LOG_YEARS = 5


@dataclass(frozen=True, slots=True)
class Kept:
    """The first days on which a region may decide over the record and the log of a person.

    None where there is nothing yet.
    """

    record_until: date | None
    log_until: date | None


def retain_until(last_entry: date) -> date:
    """The last day on which a record has to be kept."""
    return _years_after(last_entry, RECORD_YEARS)


def retain_log_until(last_access: date) -> date:
    """The last day on which the log of an access has to be kept."""
    return _years_after(last_access, LOG_YEARS)


def _years_after(day: date, years: int) -> date:
    """The same day of a later year; of a leap day the day after: kept at least so long."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
