"""A call to 112 as a value: when, by whom, for which call, and whether 112 answered.

DOMAIN §3.6 R1 and rule 16: 112 comes first and the note afterwards.  An alarm is a fact: it is
never refused and never changed, and what is told of it twice stays as it was told first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kundcenter.errors import NotFound, Refused

EMERGENCY_OUTCOME = "SOS112"  # of the code sets; what a part that led to 112 came to


class AlarmNotFound(NotFound):
    """No alarm has the id.  Facts: id."""

    code = "alarm.not_found"


class AlarmOfAnother(Refused):
    """Only who sounded an alarm tells what came of it.  Facts: id."""

    code = "alarm.of_another"


@dataclass(frozen=True, slots=True)
class Alarm:
    """`connected_at` is set only by the exchange's word that 112 answered, or by the operator's
    own who called by hand.  A failed attempt may still be answered, so both may be set.
    """

    id: UUID
    call_id: UUID | None
    operator_id: UUID
    raised_at: datetime
    connected_at: datetime | None = None
    failed_at: datetime | None = None
    ended_at: datetime | None = None

    def connected(self, at: datetime) -> Alarm:
        return replace(self, connected_at=self.connected_at or at)

    def failed(self, at: datetime) -> Alarm:
        return replace(self, failed_at=self.failed_at or at)

    def ended(self, at: datetime) -> Alarm:
        return replace(self, ended_at=self.ended_at or at)

    @property
    def open(self) -> bool:
        """Whether the operator still has it before the eyes."""
        return self.ended_at is None
