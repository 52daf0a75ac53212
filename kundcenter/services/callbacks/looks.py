"""What is shown of call-backs: lists without a word of any patient, and one that is opened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from kundcenter.claiming.numbers import unnumbered
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.blocks import hsa
from kundcenter.domain.callback_queues import MenuCategory
from kundcenter.domain.callbacks import (
    Callback,
    CallbackKind,
    Promise,
    ToldCallback,
    in_order,
)
from kundcenter.domain.grounds import Ground
from kundcenter.ports import Reading, Viewing
from kundcenter.services.callbacks.placing import same_person


def listed(reading: Reading, unit_id: UUID | None) -> tuple[Callback, ...]:
    """What is to be rung, and the broken promises that nobody has seen to."""
    found = (*reading.callbacks.open(), *reading.callbacks.expired())
    return _ordered(reading, (each for each in found if unit_id in (None, each.unit_id)))


def of_mine(reading: Reading) -> tuple[Callback, ...]:
    """One's own, anybody's of the care unit, and the unit's safety clocks that are due."""
    me, care_unit, now = reading.actor.operator_id, reading.actor.care_unit, reading.now
    found = {
        each.id: each
        for each in reading.callbacks.own_of(me)
        if each.holder == me or each.care_unit == care_unit
    }
    for each in reading.callbacks.open():
        due = each.kind is CallbackKind.SAFETY and each.promise(now) is not Promise.BEFORE
        if due and each.care_unit == care_unit:
            found[each.id] = each
    return _ordered(reading, found.values())


def of_person(view: Viewing, person_id: UUID, ground: Ground) -> tuple[ToldCallback, ...]:
    """Those of every registration of the person, the newest first, with an access record each."""
    stands = view.grounded(person_id, ground)
    same = same_person(view, person_id)
    for id in same:
        view.witness(
            Activity.READ,
            id,
            level=Level.OVERVIEW,
            purpose=stands.purpose,
            subject=stands.subject,
            reason=stands.reason,
        )
    found = view.callbacks.of_people(same)
    newest = sorted(found, key=lambda each: (each.made_at, each.id), reverse=True)
    return _told(view, newest)


def opened(view: Viewing, callback_id: UUID) -> ToldCallback:
    """One, with an access record."""
    callback = view.callbacks.kept(callback_id)
    subject = ("callback", callback.id)
    view.witness(Activity.READ, callback.person_id, level=Level.OVERVIEW, subject=subject)
    (told,) = _told(view, (callback,))
    if callback.person_id is None:
        return told
    person = view.people.get(callback.person_id)
    return replace(told, person=person.veiled() if person.protected else person)


def of_number(
    reading: Reading, unit_id: UUID, category: MenuCategory, number: str, *, besides: UUID
) -> Callback | None:
    """The first promise in the queue to ring the number, of anybody but the one person."""
    same = same_person(reading, besides)
    for each in reading.callbacks.open():
        in_queue = (each.unit_id, each.category) == (unit_id, category)
        if in_queue and each.number == number and each.person_id not in same:
            return bare(each)
    return None


def bare(callback: Callback) -> Callback:
    """What was promised, and not a word of whom, why, or who has rung.

    Whether it breaks the same-day guarantee is to be said of it, and so that day is kept.
    """
    return Callback(
        id=callback.id,
        kind=callback.kind,
        care_unit=callback.care_unit,
        made_at=callback.made_at,
        made_by=callback.made_by,
        promised_from=callback.promised_from,
        promised_to=callback.promised_to,
        state=callback.state,
        state_at=callback.state_at,
        guaranteed_by=callback.guaranteed_by,
    )


def _ordered(reading: Reading, found: Iterable[Callback]) -> tuple[Callback, ...]:
    urgencies = [each.code for each in reading.codes.urgencies]
    return in_order((each.wordless() for each in found), reading.now, urgencies)


def _told(view: Viewing, found: Iterable[Callback]) -> tuple[ToldCallback, ...]:
    """With their steps.  What the actor may not read of them is left out.

    Call-backs are at the desks of all teams, notes and blocks only at those of the team that wrote
    them: what another team's note is about, which is not here, may be blocked.
    """
    found = tuple(found)
    notes = [each.entry_id for each in found if each.entry_id]
    hidden, here = view.entries_beyond_reach(notes), view.journal.some(notes)
    own = hsa(view.actor.care_unit)
    nets = view.actor.may(Function.NET_RISK)
    steps = view.callbacks.steps([each.id for each in found])
    told = []
    for each in found:
        elsewhere = each.entry_id is not None and each.entry_id not in here
        beyond = each.entry_id in hidden or (elsewhere and hsa(each.care_unit) != own)
        unsaid = beyond or (each.kind is CallbackKind.SAFETY and not nets)
        of_it = tuple(step for step in steps if step.callback_id == each.id)
        whole = ToldCallback(unnumbered(view, each), of_it)
        told.append(_unworded(whole) if unsaid else whole)
    return tuple(told)


def _unworded(told: ToldCallback) -> ToldCallback:
    """Whoever may not read why, still sees that somebody is to be rung, when, and where."""
    bare = replace(told.callback, reason="", criteria="")
    return ToldCallback(bare, tuple(replace(step, text="") for step in told.steps))
