"""The times that units let others book."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.capacity import (
    CapacityInvalid,
    Room,
    Timeslot,
    TimeslotKind,
    TimeslotNotFound,
    rooms_of,
)
from kundcenter.domain.freed_times import SHORT_NOTICE
from kundcenter.domain.text import TextInvalid, line
from kundcenter.domain.visit_times import (
    SOURCE_LIMIT,
    TIMES_LIMIT,
    NewTime,
    TimesTooMany,
    checked_look,
)
from kundcenter.ports import Reading, Store, Work


class Timeslots:
    """Times of visits; those of a unit's call-backs belong to its queues."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, times: tuple[NewTime, ...]) -> Changes:
        """Let all the times be booked, or none.

        One whose `source` is there already stays as it is: a file that is read twice adds nothing.
        The facts of what is wrong have also row (from 1).  Raises TimesTooMany, UnitNotFound,
        CapacityInvalid, TextInvalid.
        """
        with self._store.work("timeslots.add", times=times) as work:
            work.actor.must(Function.MANAGE_CAPACITY)
            if len(times) > TIMES_LIMIT:
                raise TimesTooMany(count=len(times), limit=TIMES_LIMIT)
            made = [_made(work, time, row) for row, time in enumerate(times, start=1)]
            for unit_id in dict.fromkeys(time.unit_id for time in times):
                work.units.get(unit_id)
            sources = {each.source for each in made if each.source}
            there = set(work.timeslots.by_source(sources)) if sources else set()
            for each in made:
                if each.source and each.source in there:
                    continue
                work.timeslots.put(each)
                there.add(each.source)
        return work.changes()

    def close(self, timeslot_id: UUID) -> Changes:
        """Nobody books it any more; who has it keeps it.  Raises TimeslotNotFound."""
        with self._store.work("timeslots.close", timeslot_id=timeslot_id) as work:
            _shut(work, timeslot_id, closed=True)
        return work.changes()

    def reopen(self, timeslot_id: UUID) -> Changes:
        """It can be booked again.  Raises TimeslotNotFound."""
        with self._store.work("timeslots.reopen", timeslot_id=timeslot_id) as work:
            _shut(work, timeslot_id, closed=False)
        return work.changes()

    def resize(self, timeslot_id: UUID, capacity: int) -> Changes:
        """Make room for so many; who has a seat keeps it.

        Raises TimeslotNotFound, CapacityInvalid.
        """
        with self._store.work(
            "timeslots.resize", timeslot_id=timeslot_id, capacity=capacity
        ) as work:
            work.actor.must(Function.MANAGE_CAPACITY)
            work.timeslots.put(_visit(work, timeslot_id).resized(capacity))
        return work.changes()

    # -- looks ---------------------------------------------------------------------------------

    def free(
        self,
        *,
        unit_id: UUID | None = None,
        time_type: str = "",
        start: datetime,
        end: datetime,
    ) -> tuple[Room, ...]:
        """What can be booked now and begins in [start, end), in that order.

        Of every unit and every time type when none is named.  A seat that is offered to somebody
        counts as held.  Raises TimesPeriodWrong, TextInvalid.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.BOOK)
            checked_look(start, end)
            return _free(reading, unit_id, line(time_type, "time_type"), start, end)

    def short_notice(self) -> tuple[Room, ...]:
        """What can be booked and begins within 72 hours: "Tider med kort varsel" (DOMAIN §6.4)."""
        with self._store.read() as reading:
            reading.actor.must(Function.BOOK)
            return _free(reading, None, "", reading.now, reading.now + SHORT_NOTICE)

    def of_unit(self, unit_id: UUID, *, start: datetime, end: datetime) -> tuple[Room, ...]:
        """What of the unit begins in [start, end) and is not too late to book, in that order.

        Closed and full ones too, for those who open and resize them.  Raises TimesPeriodWrong.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.MANAGE_CAPACITY)
            checked_look(start, end)
            return _rooms(reading, unit_id, "", start, end)

    def known(self, sources: tuple[str, ...]) -> frozenset[str]:
        """Those of the numbers of units' own systems whose times are there already.

        Raises TextInvalid.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.MANAGE_CAPACITY)
            stored = {each: line(each, "source", limit=SOURCE_LIMIT) for each in sources}
            there = reading.timeslots.by_source(set(stored.values())) if stored else {}
            return frozenset(each for each, kept in stored.items() if kept in there)


def _made(work: Work, time: NewTime, row: int) -> Timeslot:
    id = work.new_id()  # also for one that is there: at the centre it may not be
    try:
        return time.checked().timeslot(id)
    except (CapacityInvalid, TextInvalid) as wrong:
        raise type(wrong)(**wrong.facts, row=row) from None


def _shut(work: Work, timeslot_id: UUID, *, closed: bool) -> None:
    work.actor.must(Function.MANAGE_CAPACITY)
    work.timeslots.put(replace(_visit(work, timeslot_id), closed=closed))


def _visit(work: Work, timeslot_id: UUID) -> Timeslot:
    timeslot = work.timeslots.get(timeslot_id)
    if timeslot.kind is not TimeslotKind.VISIT:
        raise TimeslotNotFound(id=timeslot_id)
    return timeslot


def _free(
    reading: Reading, unit_id: UUID | None, time_type: str, start: datetime, end: datetime
) -> tuple[Room, ...]:
    return tuple(room for room in _rooms(reading, unit_id, time_type, start, end) if room.free)


def _rooms(
    reading: Reading, unit_id: UUID | None, time_type: str, start: datetime, end: datetime
) -> tuple[Room, ...]:
    units = () if unit_id is None else (unit_id,)
    found = [
        each
        for each in reading.timeslots.between(start, end, kind=TimeslotKind.VISIT, unit_ids=units)
        if each.cutoff_at > reading.now and time_type in ("", each.category)
    ]
    ids = [each.id for each in found]
    held = Counter(reading.timeslots.held(ids) if ids else {})
    offered = _offered(reading, ids)
    held.update(offered)
    return tuple(replace(room, offered=offered[room.timeslot.id]) for room in rooms_of(found, held))


def _offered(reading: Reading, timeslot_ids: Iterable[UUID]) -> Counter[UUID]:
    """How many seats of each timeslot are kept for somebody by an offer."""
    asked = set(timeslot_ids)
    items = [i for i in reading.freed_times.open(reading.now) if i.timeslot_id in asked]
    offers = reading.freed_times.offers([each.id for each in items]) if items else ()
    kept = {offer.freed_id for offer in offers if offer.keeps(reading.now)}
    return Counter(item.timeslot_id for item in items if item.id in kept)
