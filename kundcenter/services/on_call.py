"""The roster of who is on call."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.on_call import (
    IMPORT_LIMIT,
    DutiesTooMany,
    Duty,
    DutyNotFound,
    DutyStale,
    DutyTaken,
    Turn,
    TurnInvalid,
    checked_between,
)
from kundcenter.domain.text import TextInvalid
from kundcenter.ports import Store, Work

MOMENT = timedelta(microseconds=1)


class OnCall:
    def __init__(self, store: Store) -> None:
        self._store = store

    def now(self) -> tuple[Duty, ...]:
        """Every turn that is going on."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            return reading.on_call.between(reading.now, reading.now + MOMENT)

    def between(self, start: datetime, end: datetime) -> tuple[Duty, ...]:
        """The turns that lie at least partly between, at most a year.  Raises TurnInvalid."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            checked_between(start, end)
            return reading.on_call.between(start, end)

    def put(self, duty_id: UUID | None, turn: Turn, *, upon: int = 0) -> Changes:
        """A new turn, or the next version of the one whose number was `upon`.

        Raises DutyNotFound, DutyStale, DutyTaken, UnitNotFound, TurnInvalid, TextInvalid.
        """
        with self._store.work("on_call.put", duty_id=duty_id, turn=turn, upon=upon) as work:
            work.actor.must(Function.EDIT_DIRECTORY)
            older = None if duty_id is None else _current(work, duty_id, upon)
            if older is None and upon:
                raise DutyStale(id=None, number=0)
            turn = turn.checked()
            _must_exist(work, (turn,))
            beside = _beside(work, (turn,)).get(turn.order_place, {})
            _must_be_free(turn, [duty for id, duty in beside.items() if id != duty_id])
            work.on_call.put(older.reworded(turn) if older else turn.duty(work.new_id()))
        return work.changes()

    def remove(self, duty_id: UUID, *, upon: int) -> Changes:
        """The turn is off the roster; its row stays.  Raises DutyNotFound, DutyStale."""
        with self._store.work("on_call.remove", duty_id=duty_id, upon=upon) as work:
            work.actor.must(Function.EDIT_DIRECTORY)
            work.on_call.put(_current(work, duty_id, upon).removed(work.now))
        return work.changes()

    def import_(self, turns: tuple[Turn, ...]) -> Changes:
        """Bring in all turns or none.

        One of the same place in the order and the same time becomes the next version of what is
        there; what is the same already stays.  The facts of what is wrong have also row (from 1).
        Raises DutiesTooMany, DutyTaken, UnitNotFound, TurnInvalid, TextInvalid.
        """
        with self._store.work("on_call.import_", turns=turns) as work:
            work.actor.must(Function.EDIT_DIRECTORY)
            if len(turns) > IMPORT_LIMIT:
                raise DutiesTooMany(count=len(turns), limit=IMPORT_LIMIT)
            turns = tuple(_checked(turn, at) for at, turn in enumerate(turns, start=1))
            _must_exist(work, turns)
            there = _beside(work, turns)
            for at, turn in enumerate(turns, start=1):
                id = work.new_id()  # also for what is there: at the centre it may not be
                beside = there.setdefault(turn.order_place, {})
                older = next((d for d in beside.values() if d.turn.same_time(turn)), None)
                if older is not None and older.turn == turn:
                    continue
                _must_be_free(turn, [duty for duty in beside.values() if duty is not older], row=at)
                duty = older.reworded(turn) if older else turn.duty(id)
                work.on_call.put(duty)
                beside[duty.id] = duty
        return work.changes()


def _current(work: Work, duty_id: UUID, upon: int) -> Duty:
    duty = work.on_call.get(duty_id)
    if duty.number != upon:
        raise DutyStale(id=duty_id, number=duty.number)
    if duty.removed_at is not None:
        raise DutyNotFound(id=duty_id)
    return duty


def _checked(turn: Turn, at: int) -> Turn:
    try:
        return turn.checked()
    except (TurnInvalid, TextInvalid) as wrong:
        raise type(wrong)(**wrong.facts, row=at) from None


def _must_exist(work: Work, turns: Iterable[Turn]) -> None:
    for unit_id in dict.fromkeys(turn.unit_id for turn in turns):
        if unit_id is not None:
            work.units.get(unit_id)


def _beside(work: Work, turns: tuple[Turn, ...]) -> dict[Hashable, dict[UUID, Duty]]:
    """What the roster has while any of the turns lasts, by place in an order and id."""
    found: dict[Hashable, dict[UUID, Duty]] = {}
    if turns:
        start, end = min(t.starts_at for t in turns), max(t.ends_at for t in turns)
        for duty in work.on_call.between(start, end):
            found.setdefault(duty.turn.order_place, {})[duty.id] = duty
    return found


def _must_be_free(turn: Turn, others: Iterable[Duty], **where: int) -> None:
    for duty in others:
        if duty.turn.overlaps(turn):
            raise DutyTaken(id=duty.id, **where)
