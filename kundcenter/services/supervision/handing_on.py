"""What is read to say what one shift leaves to the next; inside one reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kundcenter.domain.access import Function, Role
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.calendar import local
from kundcenter.domain.case_codes import CaseKind
from kundcenter.domain.case_states import function_of
from kundcenter.domain.case_terms import TIMES
from kundcenter.domain.papers import HIDDEN, number
from kundcenter.domain.supervision.figures import FEW_PEOPLE
from kundcenter.domain.supervision.hand_over_items import (
    HandOver,
    HandOverItem,
    HandOverKind,
    HandOverPart,
    closed_queues,
    disturbances,
    late_callbacks,
    lone_times,
    near_cases,
    part,
    redirected_units,
    safety_clocks,
    unsigned_notes,
)
from kundcenter.domain.supervision.lone_working import lone_working, of_nurses
from kundcenter.domain.supervision.periods import PeriodKind, Span
from kundcenter.domain.supervision.roster_terms import in_force
from kundcenter.domain.supervision.stays import of_turns, signed_in
from kundcenter.domain.supervision.work_turns import NURSING
from kundcenter.domain.supervision.working_time import ALONE_AT_MOST, Mark
from kundcenter.domain.waiting import SigningTerms
from kundcenter.ports import Reading, Viewing
from kundcenter.services.supervision.active import nurses_shares
from kundcenter.services.supervision.staff_figures import STILL_CURRENT

MOST_COUNTED = 1_000  # notes and cases that are read
LEADING = frozenset({Role.SUPERVISOR_NURSE, Role.SUPERVISOR_SWITCHBOARD})
_HANDED_ON = frozenset({PeriodKind.SHIFT, PeriodKind.DAY})


def hand_over(reading: Reading, span: Span, *, handed_on: bool = True) -> HandOver:
    """What waits, and what happened in the time.  Nobody is named.

    Of a time that is long past, and of long ones, only what happened in it.  What is not
    `handed_on` within the house has neither what waits nor what somebody wrote of what happened.
    """
    now = reading.now
    current = span.kind in _HANDED_ON and span.start <= now < span.end + STILL_CURRENT
    current = current and handed_on
    waiting = _waiting(reading) if current else ()
    return HandOver(now, (*waiting, *_happened(reading, span, texts=handed_on)), current)


def named(view: Viewing, told: HandOver) -> HandOver:
    """The same with whom each item is about, as far as the actor may know it.

    Whoever is named leaves an access record.  What the patient has blocked stays without a name,
    and a protected person's name leaves the store for no paper (DOMAIN §1.4).
    """
    items = [item for part in told.parts for item in part.items if _may_know(view, item)]
    hidden = view.entries_beyond_reach([item.entry for item in items if item.entry])
    about = {item.about for item in items if item.about and item.entry not in hidden}
    names = dict(_names(view, about))
    view.witness_each(Activity.PRINT, names, level=Level.OVERVIEW, purpose=Purpose.CARE)
    parts = (
        replace(part, items=tuple(_named(view, item, names, hidden) for item in part.items))
        for part in told.parts
    )
    return replace(told, parts=tuple(parts))


def _waiting(reading: Reading) -> Iterator[HandOverPart]:
    now = reading.now
    callbacks = (*reading.callbacks.open(), *reading.callbacks.expired())
    orders = [each for each in reading.redirects.standing(now) if each.holds(now)]
    ids = {each.unit_id for each in callbacks} | {id for o in orders for id in (o.unit_id, o.to_id)}
    units = unit_names(reading, filter(None, ids))
    yield part(HandOverKind.CALLBACK, late_callbacks(callbacks, units, now))
    yield part(HandOverKind.SAFETY, safety_clocks(callbacks, now))
    terms = SigningTerms()
    waiting = reading.waiting.before(now - terms.within, MOST_COUNTED)
    entries = reading.journal.some([each.entry_id for each in waiting])
    yield part(HandOverKind.UNSIGNED, unsigned_notes(waiting, entries, now, terms))
    kinds = frozenset(kind for kind in CaseKind if reading.actor.may(function_of(kind)))
    cases = reading.cases.due(kinds, limit=MOST_COUNTED) if kinds else ()
    edition = reading.case_terms.latest()
    times = TIMES if edition is None else edition.times
    yield part(HandOverKind.CASE, near_cases(cases, times, now))
    yield part(HandOverKind.REDIRECT, redirected_units(orders, units))


def _happened(reading: Reading, span: Span, *, texts: bool) -> Iterator[HandOverPart]:
    closures = reading.queue_closures.between(span.start, span.end)
    yield part(HandOverKind.CLOSURE, closed_queues(closures, texts=texts))
    incidents = reading.incidents.between(span.start, span.end)
    yield part(HandOverKind.INCIDENT, disturbances(incidents, texts=texts))
    if span.end - span.start <= ALONE_AT_MOST:
        yield _lone(reading, span)


def _lone(reading: Reading, span: Span) -> HandOverPart:
    """Lone working until now, as those were signed in and as it was planned."""
    end = min(span.end, reading.now)
    turns = reading.work_turns.between(span.start, span.end)
    planned = lone_working(of_turns(turns, NURSING), span.start, span.end)
    nurses = frozenset(each.id for each in reading.operators.all() if each.roles & NURSING)
    here = reading.presences.between(span.start, span.end)
    stays = of_nurses(signed_in(here, reading.now), nurses)
    worked = lone_working(stays, span.start, end) if stays and span.start < end else None
    told = span.kind in _HANDED_ON
    return lone_times(worked, planned, known=bool(turns), told=told)


def _may_know(view: Viewing, item: HandOverItem) -> bool:
    """Whether the actor's work lets them know whom it is about (patientdatalagen 4 kap. 1 §)."""
    needed = {
        HandOverKind.CALLBACK: Function.CALL_BACK,
        HandOverKind.SAFETY: Function.NET_RISK,
        HandOverKind.UNSIGNED: Function.READ_RECORD,
    }.get(item.kind)
    return needed is not None and view.actor.may(needed) and view.actor.may(Function.IDENTIFY)


def _names(view: Viewing, ids: set[UUID]) -> Iterator[tuple[UUID, str]]:
    today = local(view.now).date()
    for id in sorted(ids):
        person = view.people.get(id)
        told = f"{person.name}, {number(person.person_id, today)}"
        yield id, HIDDEN if person.protected else told


def _named(
    view: Viewing, item: HandOverItem, names: dict[UUID, str], hidden: frozenset[UUID]
) -> HandOverItem:
    if item.about is None or item.entry in hidden or not _may_know(view, item):
        return item
    return replace(item, person=names[item.about])


def over_most(reading: Reading, span: Span) -> tuple[int, int] | None:
    """How many nurses were in active advice for more than the most that is allowed, and that in
    percent.

    Of a shift or a day with a roster, until now; nobody is named (DOMAIN §12, §15), and of few
    it is told to nobody but whoever may see each one's.
    """
    now = reading.now
    end = min(span.end, now)
    if span.kind not in _HANDED_ON or end <= span.start:
        return None
    shares = nurses_shares(reading, span.start, end)
    if not shares or (len(shares) < FEW_PEOPLE and not reading.actor.may(Function.SEE_OPERATORS)):
        return None
    _, limits = in_force(reading.roster_terms.latest())
    over = sum(each.mark(limits) is Mark.OVER for each in shares.values())
    return over, limits.most_percent


def unit_names(reading: Reading, ids: Iterable[UUID]) -> dict[UUID, str]:
    """What these units are called: of a directory of thousands only those are read."""
    return {each.unit.id: each.unit.name for each in reading.unit_cards.some(frozenset(ids))}


def own_unit(reading: Reading) -> str:
    """What the actor's care unit is called in the directory, else its id."""
    me = reading.actor
    ids = reading.unit_cards.by_hsa((me.care_unit,)).values()
    return next(iter(unit_names(reading, ids).values()), me.care_unit)


def supervisors(reading: Reading, start: datetime, end: datetime) -> tuple[str, ...]:
    """Who led the work in the time, by the roster; by name."""
    turns = reading.work_turns.between(start, end)
    ids = {each.operator_id for each in turns if each.role in LEADING}
    return tuple(sorted(reading.operators.get(id).name for id in ids))
