"""Places in the units' queues as their own systems are told of them, and what those tell back."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.claiming.numbers import unnumbered
from kundcenter.claiming.seats import let_seat_go
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.callbacks import (
    Callback,
    CallbackKind,
    CallbackNotFound,
    Step,
    ToldCallback,
)
from kundcenter.domain.people import Person
from kundcenter.domain.teleq import (
    TELEQ_LIMIT,
    TELEQ_SKIPPED,
    Outcome,
    OutcomePlan,
    Placement,
    Sent,
    TeleqOutcome,
    TeleqRowInvalid,
    TeleqTooMany,
    at_of,
    happened,
    placement_of,
)
from kundcenter.ports import Reading, Store, Work


class Teleq:
    """Only those who both lead and ring may: a file holds many patients."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def outgoing(self, skip: int = 0) -> tuple[Placement, ...]:
        """What the units' systems have not been told yet, the oldest first: TELEQ_LIMIT of them.

        The `skip` oldest are passed over: those that were looked at and cannot be told yet.
        One access record of the look itself, and one for each patient.

        Raises TeleqTooMany for a skip that no store has so many for.
        """
        with self._store.view() as view:
            _must(view)
            if not 0 <= skip <= TELEQ_SKIPPED:
                raise TeleqTooMany(count=skip, limit=TELEQ_SKIPPED)
            callbacks = view.callbacks.unexported(TELEQ_LIMIT, skip)
            people = view.people.some({each.person_id for each in callbacks if each.person_id})
            found = tuple(
                each for each in _placements(view, callbacks, people) if each.callback.person_id
            )
            view.witness(Activity.SEARCH, level=Level.OVERVIEW)
            view.witness_each(
                Activity.READ,
                sorted({each.callback.person_id for each in found if each.callback.person_id}),
                level=Level.OVERVIEW,
            )
            return found

    def exported(self, sent: tuple[Sent, ...]) -> Changes:
        """The units' systems have been told of these.

        Raises TeleqTooMany, CallbackNotFound, TeleqRowInvalid for steps that there are not.
        """
        with self._store.work("teleq.exported", sent=sent) as work:
            _must(work)
            _must_be_few(len(sent))
            for each in sent:
                callback = _found(work, each.callback_id)
                if callback is None and work.late:
                    continue  # the centre has turned the place away since
                if callback is None:
                    raise CallbackNotFound(id=each.callback_id)
                there = len(work.callbacks.steps([callback.id]))
                if not (0 < each.steps <= there or work.late):
                    raise TeleqRowInvalid(field="steps")
                steps = min(each.steps, there)
                if callback.exported_at is None or callback.exported_steps < steps:
                    told = replace(callback, exported_at=work.now, exported_steps=steps)
                    work.callbacks.put(told)
        return work.changes()

    def plan(self, rows: tuple[TeleqOutcome, ...]) -> OutcomePlan:
        """What `come_back` of the rows would do.

        Raises TeleqTooMany, TeleqRowInvalid, TextInvalid.
        """
        with self._store.read() as reading:
            _must(reading)
            return _planned(reading, rows)

    def come_back(self, rows: tuple[TeleqOutcome, ...]) -> Changes:
        """What the units did: written down once each, all rows or none.

        A call-back that is closed already stays as it is.  Raises what `plan` raises, and
        CallbackNotFound.
        """
        with self._store.work("teleq.come_back", rows=rows) as work:
            _must(work)
            plan = _planned(work, rows)
            if plan.unknown and not work.late:
                raise CallbackNotFound(id=min(plan.unknown))
            for row in sorted(plan.new, key=lambda each: each.at):
                _come_back(work, row)
        return work.changes()


def _come_back(work: Work, row: TeleqOutcome) -> None:
    there = work.callbacks.kept(row.callback_id)
    by = work.actor.operator_id
    after = unnumbered(work, happened(there, row, by, work.now))
    if row.what is Outcome.CANCELLED and not there.over and there.timeslot_id is not None:
        let_seat_go(work, there.timeslot_id, there.seat, there.id)
    if after.exported_at is not None:  # the unit need not be told what it told
        after = replace(after, exported_steps=after.exported_steps + 1)
    work.callbacks.put(after)
    at = at_of(there, row, work.now)
    work.callbacks.add_step(Step(row.step_id, there.id, row.what.step, at, by, row.text))
    work.witness(Activity.WRITE, there.person_id, subject=("callback", there.id))


def _planned(reading: Reading, rows: tuple[TeleqOutcome, ...]) -> OutcomePlan:
    _must_be_few(len(rows))
    rows = tuple({row.step_id: row for row in map(TeleqOutcome.checked, rows)}.values())
    there: dict[UUID, Callback] = {}
    unknown: set[UUID] = set()
    for id in dict.fromkeys(row.callback_id for row in rows):
        callback = _found(reading, id)
        if callback is None:
            unknown.add(id)
        else:
            there[id] = callback
    # A place that was merged is told of by the id of the one that was kept.
    kept = [each.id for each in there.values()]
    steps = {step.id for step in reading.callbacks.steps(kept)} if kept else set()
    new = [row for row in rows if row.callback_id in there and row.step_id not in steps]
    known = sum(row.step_id in steps for row in rows)
    over = sum(there[row.callback_id].over for row in new)
    return OutcomePlan(tuple(new), known, over, frozenset(unknown))


def _found(reading: Reading, id: UUID) -> Callback | None:
    """The place in a queue that has the id: no unit's system ends what the centre promised."""
    try:
        found = reading.callbacks.kept(id)
    except CallbackNotFound:
        return None
    return found if found.kind is CallbackKind.QUEUE else None


def _placements(
    reading: Reading, callbacks: tuple[Callback, ...], people: dict[UUID, Person]
) -> list[Placement]:
    steps: dict[UUID, list[Step]] = {}
    for step in reading.callbacks.steps([each.id for each in callbacks]):
        steps.setdefault(step.callback_id, []).append(step)
    units = {
        card.unit.id: card.unit.hsa_id
        for card in reading.unit_cards.some({each.unit_id for each in callbacks if each.unit_id})
    }
    found: list[Placement] = []
    for each in callbacks:
        if each.person_id in people and each.unit_id in units:
            told = ToldCallback(each, tuple(steps.get(each.id, ())))
            found.append(placement_of(told, units[each.unit_id], _guarded(reading, people, each)))
    return found


def _guarded(reading: Reading, people: dict[UUID, Person], callback: Callback) -> Person:
    """The person as registered, protected when any of what they are registered as is."""
    person = people[callback.person_id] if callback.person_id else next(iter(people.values()))
    same = reading.people.some(reading.people.cluster(person.id)).values()
    strictest = next((each.protection for each in same if each.protected), person.protection)
    return replace(person, protection=strictest)


def _must(reading: Reading) -> None:
    reading.actor.must(Function.MANAGE_CAPACITY)
    reading.actor.must(Function.CALL_BACK)


def _must_be_few(count: int) -> None:
    if count > TELEQ_LIMIT:
        raise TeleqTooMany(count=count, limit=TELEQ_LIMIT)
