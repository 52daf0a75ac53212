"""Waiting lists: who wants a time, or an earlier one."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.bookings import BookingNotFound
from kundcenter.domain.freed_times import (
    MOST_PRIORITY,
    ToldWait,
    Wait,
    WaitDraft,
    WaitInvalid,
    WaitStands,
    WaitState,
)
from kundcenter.domain.grounds import Ground, Standing
from kundcenter.domain.text import line
from kundcenter.ports import Store, Viewing, Work


class WaitList:
    """A person waits once for the same at a unit; when they came is never changed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, draft: WaitDraft) -> Changes:
        """Put somebody on a unit's waiting list.

        Late, of one who has been put there meanwhile, it is kept as an entry that has ended.
        Raises PersonNotFound, UnitNotFound, BookingNotFound, WaitInvalid, WaitStands, TextInvalid.
        """
        with self._store.work("wait_list.add", draft=draft) as work:
            work.actor.must(Function.BOOK)
            wait = draft.checked().wait(work.new_id(), work.now, work.actor.operator_id)
            work.people.get(wait.person_id)
            work.units.get(wait.unit_id)
            wait = _with_booking(work, wait)
            same = next(filter(wait.same, work.wait_list.of_people(_same_person(work, wait))), None)
            if same is not None and not work.late:
                raise WaitStands(id=same.id)
            work.wait_list.put(wait if same is None else wait.over(WaitState.ENDED, work.now))
            _witness(work, wait)
        return work.changes()

    def change(self, wait_id: UUID, draft: WaitDraft) -> Changes:
        """Other wishes; the place in the line stays.

        For another person, unit or time type, the entry is ended and a new one made.
        Raises WaitNotFound, WaitEnded, BookingNotFound, WaitInvalid, TextInvalid.
        """
        with self._store.work("wait_list.change", wait_id=wait_id, draft=draft) as work:
            wait = _goes_on(work, wait_id)
            changed = _with_booking(work, wait.reworded(draft.checked()))
            work.wait_list.put(changed if wait.waiting else wait)
            _witness(work, wait)
        return work.changes()

    def end(self, wait_id: UUID, text: str = "") -> Changes:
        """They wait no more; `text` says why.  Raises WaitNotFound, WaitEnded, TextInvalid."""
        with self._store.work("wait_list.end", wait_id=wait_id, text=text) as work:
            wait = _goes_on(work, wait_id)
            outcome = line(text, "text")
            ended = wait.over(WaitState.ENDED, work.now, outcome)
            work.wait_list.put(ended if wait.waiting else wait)
            _witness(work, wait)
        return work.changes()

    def set_priority(self, wait_id: UUID, priority: int) -> Changes:
        """Who comes first, on medical grounds: 0–9, the higher the earlier.

        Raises WaitNotFound, WaitEnded, WaitInvalid.
        """
        with self._store.work("wait_list.set_priority", wait_id=wait_id, priority=priority) as work:
            work.actor.must(Function.SET_PRIORITY)
            if not 0 <= priority <= MOST_PRIORITY:
                raise WaitInvalid(field="priority")
            wait = _goes_on(work, wait_id)
            work.wait_list.put(replace(wait, priority=priority) if wait.waiting else wait)
            _witness(work, wait)
        return work.changes()

    # -- looks ---------------------------------------------------------------------------------

    def of_unit(self, unit_id: UUID) -> tuple[Wait, ...]:
        """Who waits at the unit, the longest first: no name, no number, no word.

        Whoever opens one of them leaves an access record.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.BOOK)
            found = [each for each in reading.wait_list.of_unit(unit_id) if each.waiting]
            return tuple(each.unnumbered() for each in sorted(found, key=_since))

    def of_person(self, person_id: UUID, ground: Ground = Ground()) -> tuple[Wait, ...]:
        """What the person waits for and has waited for, the latest first, with an access record.

        Raises PersonNotFound, GroundNeeded.
        """
        with self._store.opening() as view:
            view.actor.must(Function.BOOK)
            person = view.people.kept(view.people.get(person_id))
            stands = view.grounded(person.id, ground)
            registrations = view.people.cluster(person.id)
            for id in registrations:
                _read(view, id, stands)
            found = view.wait_list.of_people(registrations)
            return tuple(sorted(found, key=_since, reverse=True))

    def get(self, wait_id: UUID, ground: Ground = Ground()) -> ToldWait:
        """One entry and who it is about, with an access record.

        It is an own task of whoever is asking that person about a freed time.
        Raises WaitNotFound, GroundNeeded.
        """
        with self._store.opening() as view:
            view.actor.must(Function.BOOK)
            wait = view.wait_list.get(wait_id)
            person = view.people.kept(view.people.get(wait.person_id))
            stands = Standing() if _asks(view, wait) else view.grounded(person.id, ground)
            _read(view, person.id, stands, wait)
            return ToldWait(wait, person)


def _goes_on(work: Work, wait_id: UUID) -> Wait:
    """The entry; late it may have ended.  Raises WaitNotFound, WaitEnded."""
    work.actor.must(Function.BOOK)
    wait = work.wait_list.get(wait_id)
    if not work.late:
        wait.must_wait()
    return wait


def _same_person(work: Work, wait: Wait) -> tuple[UUID, ...]:
    return work.people.cluster(work.people.kept(work.people.get(wait.person_id)).id)


def _with_booking(work: Work, wait: Wait) -> Wait:
    """What they have already is a time of their own, and may be changed (DOMAIN §6.3).

    Late, it may be gone or never have come to be: then they wait without one.
    Raises BookingNotFound, WaitInvalid.
    """
    if wait.booking_id is None:
        return wait
    try:
        booking = work.bookings.get(wait.booking_id)
        theirs = booking.person_id in _same_person(work, wait)
        fixed = not booking.standing or booking.starts_at is None or not booking.rebook_allowed
        if not theirs or fixed:
            raise WaitInvalid(field="booking_id")
    except (BookingNotFound, WaitInvalid):
        if not work.late:
            raise
        return replace(wait, booking_id=None)
    return wait


def _asks(view: Viewing, wait: Wait) -> bool:
    """Whether the operator has a freed time in hand that they have offered to this one."""
    mine, now = view.actor.operator_id, view.now
    held = [each for each in view.freed_times.open(now) if each.leased_by == mine]
    held = [each for each in held if each.leased_until is not None and now < each.leased_until]
    offers = view.freed_times.offers([each.id for each in held]) if held else ()
    return any(each.wait_id == wait.id and each.made_by == mine for each in offers)


def _read(view: Viewing, person_id: UUID, stands: Standing, wait: Wait | None = None) -> None:
    view.witness(
        Activity.READ,
        person_id,
        level=Level.OVERVIEW,
        purpose=stands.purpose,
        subject=stands.subject if wait is None else ("wait", wait.id),
        reason=stands.reason,
    )


def _witness(work: Work, wait: Wait) -> None:
    work.witness(
        Activity.WRITE,
        wait.person_id,
        level=Level.OVERVIEW,
        purpose=Purpose.ADMINISTRATION,
        subject=("wait", wait.id),
    )


def _since(wait: Wait) -> tuple[object, UUID]:
    return wait.added_at, wait.id
