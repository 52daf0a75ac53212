"""Work that the centre hands back: an operation that it did not carry out.

A work item cannot be dismissed, only resolved, by somebody who says how (RELIABILITY 2.2).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.errors import NotFound, Refused

DUE_AFTER = timedelta(minutes=30)


class WorkItemNotFound(NotFound):
    """No work item has the id.  Facts: id."""

    code = "work_item.not_found"


class WorkItemResolved(Refused):
    """Somebody has resolved it already.  Facts: id."""

    code = "work_item.resolved"


class ResolutionNeeded(Refused):
    """It is resolved by saying how."""

    code = "work_item.resolution_needed"


class ItemKind(StrEnum):
    """Why there is work."""

    REJECTED = "AVVISAD"  # a claim that lost to another, or that a rule stands against
    QUARANTINED = "GRANSKAS"  # what happened, but could not be carried out as it was told


@dataclass(frozen=True, slots=True)
class WorkItem:
    """An operation that needs a person: which verb of whom, and what stood against it.

    The id is the operation's.  `about_kind` and `about_id` name the first record that it wrote.
    """

    id: UUID
    kind: ItemKind
    device_id: UUID
    n: int
    verb: str
    code: str
    operator_id: UUID
    care_unit: str
    about_kind: str
    about_id: UUID | None
    happened_at: datetime
    made_at: datetime
    due_at: datetime
    resolved_at: datetime | None = None
    resolved_by: UUID | None = None
    resolution: str = ""

    def resolved(self, at: datetime, by: UUID, how: str) -> WorkItem:
        """The item when somebody has said how it ended."""
        if self.resolved_at is not None:
            raise WorkItemResolved(id=self.id)
        if not how:
            raise ResolutionNeeded
        return replace(self, resolved_at=at, resolved_by=by, resolution=how)
