"""A morning that leaves something to the next shift: the ground of the tests of summaries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.callbacks import CallbackKind, Promised
from kundcenter.domain.case_codes import CaseKind
from kundcenter.domain.lines import EndReason
from kundcenter.domain.people import Protection
from kundcenter.domain.supervision.hand_over_items import HandOverItem, HandOverKind
from kundcenter.domain.supervision.incidents import IncidentKind
from kundcenter.domain.supervision.periods import PeriodKind, Span
from kundcenter.domain.supervision.summary import Summary
from kundcenter.services.calls import Ring
from tests.ground import MAN, NUMBER, WHOLE, WOMAN, Ground
from tests.services.case_ground import draft


@dataclass
class Shift:
    """What was left, on a ground where lena leads; two nights after the note was written."""

    ground: Ground
    woman: UUID
    man: UUID  # protected
    unit: UUID
    entry: UUID
    call: UUID
    span: Span  # the shift that goes on


def left(ground: Ground) -> Shift:
    """A note that nobody signs, call-backs, a safety clock, a case, and what is out of order."""
    ground.begin()
    unit = ground.unit()
    ground.operator("anna", Role.NURSE)
    ground.operator("lena", Role.SUPERVISOR_NURSE)
    ground.operator("vidar", Role.SUPERVISOR_SWITCHBOARD)
    ground.operator("vera", Role.SWITCHBOARD)
    ground.sign_in("anna")
    desk = ground.desk
    woman, man = ground.person(WOMAN), ground.person(MAN)
    desk.people.protect(man, Protection.CONFIDENTIAL)
    call = desk.calls.ring(Ring("line-1", NUMBER, "+4684650040", "1177")).the("call")
    ground.clock.pass_time(seconds=20)
    desk.calls.answer(call)
    entry = desk.journal.write(woman, WHOLE, call_id=call).the("entry")
    ground.clock.pass_time(minutes=5)
    desk.calls.end(call, EndReason.CALLER)
    desk.calls.close(call, WHOLE.outcome)
    ground.clock.pass_time(hours=72)
    now = ground.clock.at
    for person, kind, later in (
        (woman, CallbackKind.OWN, 5),
        (man, CallbackKind.SAFETY, 600),
    ):
        said = Promised(person, NUMBER, criteria="Om febern stiger")
        desk.callbacks.promise(kind, now + timedelta(minutes=later), said)
    desk.cases.register(draft(kind=CaseKind.ADVICE))
    ground.sign_in("lena")
    desk.redirects.set(unit, None, "Översvämning")
    desk.queue_closures.close("service", "Utbildning")
    desk.incidents.note(IncidentKind.RECORD, "Långsamt")
    ground.clock.pass_time(hours=1)
    start = ground.clock.at - timedelta(hours=2)
    span = Span(PeriodKind.SHIFT, start, start + timedelta(hours=8), "Dag")
    return Shift(ground, woman, man, unit, entry, call, span)


def items(made: Summary, kind: HandOverKind) -> tuple[HandOverItem, ...]:
    """The items of a kind."""
    assert made.hand_over is not None
    return next(part.items for part in made.hand_over.parts if part.kind is kind)
