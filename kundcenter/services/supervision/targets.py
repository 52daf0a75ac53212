"""The targets, others' values and limits that figures are measured against."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.limits import Limits
from kundcenter.domain.supervision.target_defaults import DEFAULTS, limits_on, with_defaults
from kundcenter.domain.supervision.targets import (
    Aim,
    Target,
    TargetNotFound,
    TargetStale,
    made_way,
    target_of,
)
from kundcenter.ports import Reading, Store, Work


class Targets:
    """What was set is never lost: each target keeps its number, and what is taken away stays."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Target, ...]:
        """All that have not been taken away, also those that hold before anybody has set one."""
        with self._store.read() as reading:
            _must_see(reading)
            return tuple(
                each for each in with_defaults(reading.targets.all()) if each.removed_at is None
            )

    def limits(self, day: date | None = None) -> Limits:
        """The limits that hold on the day; without one today."""
        with self._store.read() as reading:
            _must_see(reading)
            return limits_on(reading.targets.all(), day or local(reading.now).date())

    def put(self, target_id: UUID | None, aim: Aim, *, upon: int = 0) -> Changes:
        """A new target, or the next version of the one whose number was `upon`.

        One that holds until further notice ends the day before a new one of the same figure and
        queue begins, which does so too.  Raises TargetNotFound, TargetStale, TargetTaken,
        TargetInvalid, TextInvalid.
        """
        with self._store.work("targets.put", target_id=target_id, aim=aim, upon=upon) as work:
            work.actor.must(Function.EDIT_TARGETS)
            id, by = work.new_id(), work.actor.operator_id
            older = None if target_id is None else _current(work, target_id, upon)
            if older is None and upon:
                raise TargetStale(id=None, number=0)
            aim = aim.checked()
            standing = with_defaults(work.targets.all())
            others = [each for each in standing if older is None or each.id != older.id]
            for other in made_way(aim, others, work.now, by):
                work.targets.put(other)
            work.targets.put(
                older.reworded(aim, work.now, by) if older else target_of(id, aim, work.now, by)
            )
        return work.changes()

    def remove(self, target_id: UUID, *, upon: int) -> Changes:
        """Nothing holds in its place; its row stays.  Raises TargetNotFound, TargetStale."""
        with self._store.work("targets.remove", target_id=target_id, upon=upon) as work:
            work.actor.must(Function.EDIT_TARGETS)
            older = _current(work, target_id, upon)
            work.targets.put(older.removed(work.now, work.actor.operator_id))
        return work.changes()


def _must_see(reading: Reading) -> None:
    """What one is measured by is no secret at the desk; whoever sets it need not sit there."""
    if not reading.actor.may(Function.EDIT_TARGETS):
        reading.actor.must(Function.SEE_LIVE)


def _current(work: Work, target_id: UUID, upon: int) -> Target:
    """The target as it was when it was shown; what nobody has set yet has the number 0."""
    target = work.targets.find(target_id) or DEFAULTS.get(target_id)
    if target is None:
        raise TargetNotFound(id=target_id)
    if target.number != upon:
        raise TargetStale(id=target_id, number=target.number)
    if target.removed_at is not None:
        raise TargetNotFound(id=target_id)
    return target
