"""Two registrations that are one person: a pointer that can be taken back, and nothing is moved.

Entries, calls and notes stay with the registration that they were written for; the person who is
kept is shown with those of all the registrations that point to them.  A registration that
others point to points to nobody itself, so there is never a chain and never a circle.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID, uuid5

from kundcenter.domain.people import Person, strictest
from kundcenter.errors import NotFound, Refused

MET = "Samma nummer registrerat vid två arbetsplatser"  # official Swedish, as it is stored


class MergeNotFound(NotFound):
    """No merge has the id.  Facts: id."""

    code = "merge.not_found"


class MergeOfOne(Refused):
    """A person is not merged with themselves.  Facts: id."""

    code = "merge.of_one"


class MergeHasOthers(Refused):
    """Others are merged into the one who would go away; merge the other way.  Facts: id."""

    code = "merge.has_others"


class MergeUndone(Refused):
    """The merge has already been taken back.  Facts: id."""

    code = "merge.undone"


class MergeNeedsReason(Refused):
    """A merge says why the two are one."""

    code = "merge.needs_reason"


@dataclass(frozen=True, slots=True)
class Merge:
    """That `absorbed_id` is the same person as `kept_id`, until somebody takes it back."""

    id: UUID
    kept_id: UUID
    absorbed_id: UUID
    reason: str = field(repr=False)
    merged_at: datetime
    merged_by: UUID
    undone_at: datetime | None = None
    undone_by: UUID | None = None

    def undone(self, at: datetime, by: UUID) -> Merge:
        """The merge, taken back.  Raises MergeUndone."""
        if self.undone_at is not None:
            raise MergeUndone(id=self.id)
        return replace(self, undone_at=at, undone_by=by)


def joined(kept: Person, absorbed: Person, *, leads: bool) -> tuple[Person, Person]:
    """Both persons after a merge; `leads` tells whether others are merged into `absorbed`.

    A protected identity covers both from now on, and stays when the merge is taken back: whoever
    leads the shift takes it away on purpose.  Raises MergeOfOne, MergeHasOthers, PersonMerged.
    """
    if kept.id == absorbed.id:
        raise MergeOfOne(id=kept.id)
    kept.must_stand()
    absorbed.must_stand()
    if leads:
        raise MergeHasOthers(id=absorbed.id)
    mark = strictest(kept.protection, absorbed.protection)
    return replace(kept, protection=mark), replace(absorbed, protection=mark, merged_into=kept.id)


def met(kept: Person, absorbed: Person, at: datetime, by: UUID) -> Merge:
    """The merge of two registrations that two desks made of one number, unknown to each other.

    Its id follows from that of the one who goes away: no verb has given one out for it.
    """
    id = uuid5(absorbed.id, "met")
    return Merge(id, kept.id, absorbed.id, MET, at, by)


def parted(absorbed: Person) -> Person:
    """The person who was merged, standing alone again."""
    return replace(absorbed, merged_into=None)
