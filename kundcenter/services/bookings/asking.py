"""What may be known of somebody's bookings, and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time
from uuid import UUID

from kundcenter.claiming.making import of_person
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.assessing import assess
from kundcenter.domain.bookings import Booking, Control
from kundcenter.domain.calendar import at_clock, local
from kundcenter.domain.cancellations import Assessment, CancelFacts, edition_at
from kundcenter.domain.control_questions import TRIES, answer_fits
from kundcenter.domain.grounds import Standing
from kundcenter.ports import Reading, Viewing

UNVERIFIED = "booking.unverified"  # what the access log has as reason of a wrong answer
LOOKED_BACK = 200  # accesses to one registration among which its wrong answers are looked for


def tries_left(view: Viewing, registrations: Iterable[UUID], call_id: UUID) -> int:
    """How many answers the caller may still give.  The access log has the wrong ones.

    Each is noted of every registration at one instant.
    """
    wrong = {
        (record.device_id, record.at)
        for id in registrations
        for record in view.accesses(id, LOOKED_BACK)
        if record.level == Level.DENIED and record.reason == UNVERIFIED
        if (record.object_kind, record.object_id) == ("call", call_id)
    }
    return max(0, TRIES - len(wrong))


def answered(
    view: Viewing, person_id: UUID, control: Control, answer: str
) -> tuple[bool, tuple[Booking, ...]]:
    """Whether the answer fits, and what is to come for the person.

    The same is looked up whether they have bookings or not.  Raises BookingInvalid, TextInvalid.
    """
    today = at_clock(local(view.now).date(), time())
    coming = [each for each in of_person(view, person_id) if each.comes(today)]
    units = {each.unit_id for each in coming}
    cards = {card.id: card for card in view.unit_cards.some(units)}
    return answer_fits(control, answer, coming, cards), shown(view, coming)


def shown(reading: Reading, bookings: Iterable[Booking]) -> tuple[Booking, ...]:
    """In the order of their times, open invitations last.

    What a visit is for is medical: it is left out for who may not read the record.
    """
    found = sorted(
        bookings, key=lambda each: (each.starts_at is None, each.starts_at or each.state_at)
    )
    if reading.actor.may(Function.READ_RECORD):
        return tuple(found)
    return tuple(replace(each, purpose="") for each in found)


def witness(
    view: Viewing, registrations: Iterable[UUID], call_id: UUID, stands: Standing, *, fits: bool
) -> None:
    """What was seen of the person, or that nothing was.

    Who is only looked for in the call counts as one whom it has let in, whatever is answered.
    """
    for id in registrations:
        if stands.searched or fits:
            view.witness(
                Activity.READ,
                id,
                level=Level.OVERVIEW,
                purpose=stands.purpose,
                subject=stands.subject or ("call", call_id),
                reason=stands.reason,
            )
        if not fits:
            view.witness(
                Activity.READ, id, level=Level.DENIED, subject=("call", call_id), reason=UNVERIFIED
            )


def assessed(
    reading: Reading,
    booking: Booking,
    facts: CancelFacts,
    *,
    at: datetime,
    attempts: int | None = None,
) -> Assessment:
    """What the rules that counted at `at` say of the cancellation."""
    rules = edition_at(reading.cancel_rules.all(), at)
    person = reading.people.kept(reading.people.get(booking.person_id))
    return assess(
        booking,
        facts,
        rules,
        at=at,
        region=rules.own if rules else "",
        age=person.age(local(booking.starts_at or at).date()),
        protected=person.protected,
        attempts=attempts,
    )
