"""What a patient is told, on request, of who has opened the record: unit and time.

Patientdatalagen (2008:355) 8 kap. 5 §.  The names of the staff are not part of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kundcenter.domain.access_log import Activity
from kundcenter.domain.people import Person


@dataclass(frozen=True, slots=True)
class ReportedAccess:
    """One access: when, at which unit (its HSA-id), what was done."""

    at: datetime
    care_unit: str
    activity: Activity


@dataclass(frozen=True, slots=True)
class AccessReport:
    """Everything on the pages; `accesses` the latest first, from `start` up to `end`."""

    person: Person
    start: datetime
    end: datetime
    accesses: tuple[ReportedAccess, ...]
    printed_at: datetime
    printed_by: str
    demonstration: bool = False
