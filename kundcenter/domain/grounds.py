"""On what ground a person is opened: an own task, or a reason that is stated and kept.

Patientdatalagen (2008:355) 4 kap. 1 §: only who takes part in the care of a patient, or needs
the data for their work, may have them.  The purposes are those of 2 kap. 4 §.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.access_log import Purpose
from kundcenter.domain.parts import Part
from kundcenter.domain.text import line
from kundcenter.errors import Refused

SHORTEST = 10  # characters of a stated reason
LASTS = timedelta(hours=2)
MOST_OF_ONE_PART = 3  # persons whom one part of a call lets in, to find whom it is about
OWN_TASK = "EGEN_UPPGIFT"


class GroundNeeded(Refused):
    """The person is outside the operator's own task, and no reason stands.

    Facts: person_id.
    """

    code = "ground.needed"

    @property
    def person_id(self) -> UUID:
        """Whom the operator wanted to open."""
        person_id = self.facts["person_id"]
        assert isinstance(person_id, UUID)
        return person_id


class GroundTooShort(GroundNeeded):
    """A reason says something: at least ten characters.  Facts: person_id, minimum."""

    code = "ground.too_short"


class GroundCategory(StrEnum):
    """What the opening is for, when it is not an own task: patientdatalagen 2 kap. 4 §."""

    CARE = "VARD"  # 1: care of the patient outside a call of one's own
    ADMINISTRATION = "ADMINISTRATION"  # 2: administration that the care needs
    LAW = "LAG"  # 3: other documentation that a law demands
    QUALITY = "KVALITET"  # 4: the quality of the care
    SUPERVISION = "UPPFOLJNING"  # 5: planning, follow-up, supervision
    STATISTICS = "STATISTIK"  # 6

    @property
    def purpose(self) -> Purpose:
        """The word of the access log; it has none of its own for planning and follow-up."""
        return _PURPOSES[self]


_PURPOSES = {
    GroundCategory.CARE: Purpose.CARE,
    GroundCategory.ADMINISTRATION: Purpose.ADMINISTRATION,
    GroundCategory.LAW: Purpose.LAW,
    GroundCategory.QUALITY: Purpose.QUALITY,
    GroundCategory.SUPERVISION: Purpose.ADMINISTRATION,
    GroundCategory.STATISTICS: Purpose.STATISTICS,
}


@dataclass(frozen=True, slots=True)
class Ground:
    """What the operator gives as ground: a call of their own, or a category with a text.

    Without either, what stands already is looked for: a call in hand that is about the person,
    or a reason that was stated less than two hours ago.
    """

    call_id: UUID | None = None
    category: GroundCategory | None = None
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Task:
    """A call that the operator has in hand, or that was handed to them.

    `people` are those its parts are about; `anybody` says that a part is about nobody yet, so
    that the operator has to find out whom it is about, among at most `most` namesakes.
    """

    call_id: UUID
    people: frozenset[UUID] = frozenset()
    anybody: bool = True
    most: int = MOST_OF_ONE_PART


def task(call_id: UUID, parts: Iterable[Part], *, handed: bool = False) -> Task:
    """The task of a call with these parts.

    A call in hand that has no part yet is about nobody yet; of one that is only `handed` and not
    taken, the people are known already.
    """
    held = tuple(parts)
    people = frozenset(part.person_id for part in held if part.person_id is not None)
    searching = not held or any(part.open and part.person_id is None for part in held)
    most = MOST_OF_ONE_PART * max(1, len(held))
    return Task(call_id, people, anybody=searching and not handed, most=most)


@dataclass(frozen=True, slots=True)
class Standing:
    """The ground on which an opening stands, in the words of the access record.

    `stated` says that it was stated just now, and is to be kept as evidence; `searched` that the
    person is one more of those among whom the operator looks for whom the call is about.
    """

    purpose: Purpose = Purpose.CARE
    reason: str = field(default=OWN_TASK, repr=False)
    call_id: UUID | None = None
    stated: bool = False
    searched: bool = False

    @property
    def subject(self) -> tuple[str, UUID] | None:
        return None if self.call_id is None else ("call", self.call_id)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an opening: the operator's own tasks, and what they have stated about the
    person in this session during the last two hours.  `opened` are those whom they have opened
    on the ground of the call that is given.
    """

    tasks: tuple[Task, ...] = ()
    stated: Standing | None = None
    opened: frozenset[UUID] = frozenset()


def standing(person_ids: Sequence[UUID], ground: Ground, evidence: Evidence) -> Standing:
    """The ground on which the person may be opened.

    `person_ids` are those of one human being: the one that is opened, then those that are merged
    with it.  Raises GroundNeeded, GroundTooShort, TextInvalid.
    """
    person_id = person_ids[0]
    if ground.category is not None:
        return _stated(person_id, ground.category, ground.text)
    for task in evidence.tasks:
        if not task.people.isdisjoint(person_ids):
            return Standing(call_id=task.call_id)
        if task.anybody and task.call_id == ground.call_id:
            if not evidence.opened.isdisjoint(person_ids):
                return Standing(call_id=task.call_id)
            if len(evidence.opened) < task.most:
                return Standing(call_id=task.call_id, searched=True)
    if evidence.stated is not None:
        return evidence.stated
    raise GroundNeeded(person_id=person_id)


def _stated(person_id: UUID, category: GroundCategory, text: str) -> Standing:
    reason = line(text, "reason")
    if len(reason) < SHORTEST:
        raise GroundTooShort(person_id=person_id, minimum=SHORTEST)
    return Standing(category.purpose, f"{category}: {reason}", stated=True)
