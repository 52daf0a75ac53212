"""The roster: who works when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.calendar import day_bounds, is_instant
from kundcenter.domain.operators import Operator, OperatorDisabled
from kundcenter.domain.supervision.colleagues import Colleague, colleagues
from kundcenter.domain.supervision.roster_changes import RosterChange, Whole, weighed
from kundcenter.domain.supervision.roster_terms import Pattern, in_force
from kundcenter.domain.supervision.shift_at import Shift, ShiftUnknown, first_on, shift_at
from kundcenter.domain.supervision.work_turns import (
    IMPORT_LIMIT,
    YEARS,
    TurnPlan,
    WorkTurn,
    WorkTurnFault,
    WorkTurnInvalid,
    WorkTurnNotFound,
    WorkTurnStale,
    WorkTurnsTooMany,
    WorkTurnTaken,
    checked_between,
    in_order,
)
from kundcenter.domain.text import TextInvalid
from kundcenter.ports import Reading, Store, Work

ONE_DAY = timedelta(days=1)


class Roster:
    def __init__(self, store: Store) -> None:
        self._store = store

    def between(self, start: datetime, end: datetime) -> tuple[WorkTurn, ...]:
        """The turns that lie at least partly between, at most a year.  Raises WorkTurnInvalid."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_ROSTER)
            checked_between(start, end)
            return in_order(reading.work_turns.between(start, end))

    def shift(
        self, at: datetime | None = None, *, day: date | None = None, code: str = ""
    ) -> Shift | None:
        """The shift that is meant at the time (else now), or as the first of the day.

        Of several that go on beside each other that of the asker's own kind; with `code` that one
        alone.  None where none is.  Raises ShiftUnknown, WorkTurnInvalid.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_ROSTER)
            patterns = _of_code(in_force(reading.roster_terms.latest())[0], code)
            roles, moment = reading.actor.roles, reading.now if at is None else at
            if not is_instant(moment):
                raise WorkTurnInvalid(field="at", fault=WorkTurnFault.TIME)
            if day is not None and day.year not in YEARS:
                raise WorkTurnInvalid(field="day", fault=WorkTurnFault.TIME)
            if day is not None:
                first, last = day_bounds(day)
                return first_on(patterns, day, reading.work_turns.between(first, last), roles)
            around = moment - 2 * ONE_DAY, moment + ONE_DAY
            return shift_at(patterns, moment, reading.work_turns.between(*around), roles)

    def colleagues(self) -> tuple[Colleague, ...]:
        """Whoever may have turns, by name; also those who have left, for their old turns."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_ROSTER)
            return colleagues(reading.operators.all())

    def put(self, turn_id: UUID | None, plan: TurnPlan, *, upon: int = 0) -> Changes:
        """A new turn, or the next version of the one whose number was `upon`.

        Raises WorkTurnNotFound, WorkTurnStale, WorkTurnTaken, WorkTurnInvalid, OperatorNotFound,
        OperatorDisabled, TextInvalid.
        """
        with self._store.work("roster.put", turn_id=turn_id, plan=plan, upon=upon) as work:
            work.actor.must(Function.EDIT_ROSTER)
            new_id = work.new_id()
            older = None if turn_id is None else _current(work, turn_id, upon)
            if older is None and upon:
                raise WorkTurnStale(id=None, number=0)
            plan = plan.checked()
            _must_work(work.operators.get(plan.operator_id), plan)
            beside = work.work_turns.between(plan.starts_at, plan.ends_at)
            _must_be_free(plan, (each for each in beside if each.id != turn_id))
            work.work_turns.put(older.replanned(plan) if older else plan.turn(new_id))
        return work.changes()

    def remove(self, turn_id: UUID, *, upon: int) -> Changes:
        """The turn is off the roster; its row stays.  Raises WorkTurnNotFound, WorkTurnStale."""
        with self._store.work("roster.remove", turn_id=turn_id, upon=upon) as work:
            work.actor.must(Function.EDIT_ROSTER)
            work.work_turns.put(_current(work, turn_id, upon).removed(work.now))
        return work.changes()

    def plan(
        self,
        plans: tuple[TurnPlan, ...],
        *,
        start: datetime | None = None,
        end: datetime | None = None,
    ) -> RosterChange:
        """What import_ would do.  Raises WorkTurnsTooMany, WorkTurnInvalid, TextInvalid."""
        with self._store.read() as reading:
            reading.actor.must(Function.EDIT_ROSTER)
            plans = _all_checked(plans)
            return _weighed(reading, plans, _whole(start, end))

    def import_(
        self,
        plans: tuple[TurnPlan, ...],
        *,
        start: datetime | None = None,
        end: datetime | None = None,
    ) -> Changes:
        """Bring in all turns or none.

        One of the same operator that begins at the same time becomes the next version of what is
        there; what is the same already stays.  With `start` and `end` the plans are the whole
        roster of their roles for that time: a turn that begins within it and is not among them is
        taken off.  Whoever has left keeps the turns that stay as they are.  The facts of what is
        wrong have also row (from 1).  Raises WorkTurnsTooMany, WorkTurnTaken, WorkTurnInvalid,
        OperatorNotFound, OperatorDisabled, TextInvalid.
        """
        with self._store.work("roster.import_", plans=plans, start=start, end=end) as work:
            work.actor.must(Function.EDIT_ROSTER)
            ids = [work.new_id() for _ in plans]  # also for what is there: elsewhere it may not be
            plans = _all_checked(plans)
            whole = _whole(start, end)
            change = _weighed(work, plans, whole)
            _must_all_work(work, change)
            for clash in change.clashes:
                raise WorkTurnTaken(id=clash.turn_id, row=clash.row)
            for turn in change.gone:
                work.work_turns.put(turn.removed(work.now))
            for id, (plan, older) in zip(ids, change.rows, strict=True):
                if older is None or older.plan != plan:
                    work.work_turns.put(older.replanned(plan) if older else plan.turn(id))
        return work.changes()


def _of_code(patterns: tuple[Pattern, ...], code: str) -> tuple[Pattern, ...]:
    found = tuple(each for each in patterns if not code or each.code == code.upper())
    if not found:
        raise ShiftUnknown(known=", ".join(each.code for each in patterns if not each.ended))
    return found


def _current(work: Work, turn_id: UUID, upon: int) -> WorkTurn:
    turn = work.work_turns.get(turn_id)
    if turn.number != upon:
        raise WorkTurnStale(id=turn_id, number=turn.number)
    if turn.removed_at is not None:
        raise WorkTurnNotFound(id=turn_id)
    return turn


def _all_checked(plans: tuple[TurnPlan, ...]) -> tuple[TurnPlan, ...]:
    if len(plans) > IMPORT_LIMIT:
        raise WorkTurnsTooMany(count=len(plans), limit=IMPORT_LIMIT)
    return tuple(_checked(plan, at) for at, plan in enumerate(plans, start=1))


def _checked(plan: TurnPlan, at: int) -> TurnPlan:
    try:
        return plan.checked()
    except (WorkTurnInvalid, TextInvalid) as wrong:
        raise type(wrong)(**wrong.facts, row=at) from None


def _must_all_work(work: Work, change: RosterChange) -> None:
    """Each operator is there; whose turn is new or another may sign in, and has its role."""
    ids = dict.fromkeys(plan.operator_id for plan, _ in change.rows)
    known = {id: work.operators.get(id) for id in ids}
    for row, plan in change.moved:
        _must_work(known[plan.operator_id], plan, row=row)


def _must_work(operator: Operator, plan: TurnPlan, **where: int) -> None:
    if not operator.enabled:
        raise OperatorDisabled(id=operator.id, **where)
    if plan.role not in operator.roles:
        raise WorkTurnInvalid(field="role", fault=WorkTurnFault.ROLE, **where)


def _whole(start: datetime | None, end: datetime | None) -> Whole | None:
    if start is None or end is None:
        return None
    checked_between(start, end)
    return Whole(start, end)


def _weighed(reading: Reading, plans: tuple[TurnPlan, ...], whole: Whole | None) -> RosterChange:
    """Upon what the roster has while any of the plans lasts, and in the time they are all of."""
    starts = [plan.starts_at for plan in plans] + ([whole.start] if whole else [])
    ends = [plan.ends_at for plan in plans] + ([whole.end] if whole else [])
    there = reading.work_turns.between(min(starts), max(ends)) if starts else ()
    return weighed(plans, in_order(there), whole)


def _must_be_free(plan: TurnPlan, others: Iterable[WorkTurn], **where: int) -> None:
    for turn in others:
        if turn.operator_id == plan.operator_id and turn.plan.overlaps(plan):
            raise WorkTurnTaken(id=turn.id, **where)
