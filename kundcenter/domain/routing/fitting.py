"""Whether a unit takes a patient by its own criteria, and what its card says besides."""

from __future__ import annotations

from datetime import datetime, timedelta

from kundcenter.domain.calendar import local
from kundcenter.domain.opening import Opening, OpenState
from kundcenter.domain.routing.need import Need
from kundcenter.domain.routing.why import Why, WhyCode, why
from kundcenter.domain.unit_cards import Criteria, UnitCard
from kundcenter.domain.units import UnitKind

OLD = 180  # days after which the age of a card's data is told
SOON = timedelta(minutes=45)
QUEUE_OUTCOMES = frozenset({"VC_TELEQ", "SPECIALIST_TELEQ"})  # DOMAIN §3.5


def misfit(card: UnitCard, need: Need, outcome: str) -> Why | None:
    """Why the unit does not take the patient, or None.  The ages are the unit's own (R6)."""
    criteria = card.details.criteria
    if need.age is not None:
        if criteria.oldest is not None and need.age > criteria.oldest:
            return _limits(WhyCode.TOO_OLD, criteria)
        if criteria.youngest is not None and need.age < criteria.youngest:
            return _limits(WhyCode.TOO_YOUNG, criteria)
    if need.reason and criteria.turns_away(need.reason):
        return why(WhyCode.REASON_REFUSED)
    if outcome in QUEUE_OUTCOMES and not card.details.queue:
        return why(WhyCode.NO_QUEUE)
    return None


def unsure(card: UnitCard, need: Need) -> tuple[Why, ...]:
    """What the unit asks for and nobody knows."""
    criteria = card.details.criteria
    told = []
    if need.age is None and (criteria.oldest is not None or criteria.youngest is not None):
        told.append(_limits(WhyCode.AGES_UNSURE, criteria))
    if not need.reason and (criteria.takes or criteria.refuses):
        told.append(why(WhyCode.REASONS_UNSURE))
    return tuple(told)


def when_open(
    opening: Opening, arrives_at: datetime, too_late: timedelta | None
) -> tuple[Why, ...]:
    """How the unit stands when the patient arrives (FEATURES, leap 8).

    `too_late`: the time within which it does not open, None when it does or may wait.
    """
    if opening.state is OpenState.UNKNOWN:
        return (why(WhyCode.HOURS_UNKNOWN),)
    if opening.state is OpenState.CLOSED:
        opens = {} if opening.opens_at is None else {"opens_at": opening.opens_at}
        closed = why(WhyCode.CLOSED, arrives_at=arrives_at, **opens)
        if too_late is None:
            return (closed,)
        within = int(too_late.total_seconds()) // 60
        return closed, why(WhyCode.TOO_LATE, arrives_at=arrives_at, within=within, **opens)
    if opening.closes_at is None:
        return (why(WhyCode.ALWAYS_OPEN, arrives_at=arrives_at),)
    told = [why(WhyCode.OPEN, arrives_at=arrives_at, closes_at=opening.closes_at)]
    left = opening.closes_at - arrives_at
    if left <= SOON:
        told.append(why(WhyCode.CLOSES_SOON, minutes=int(left.total_seconds()) // 60))
    return tuple(told)


def on_the_card(card: UnitCard, need: Need, outcome: str, arrives_at: datetime) -> tuple[Why, ...]:
    """How one gets in, what is temporary, and how old the card's data are.

    Whether 1177 books at primary care is a region's own switch (DOMAIN §3.5), and is not told here.
    """
    told = []
    if outcome in QUEUE_OUTCOMES:
        told.append(why(WhyCode.QUEUE))
    elif card.details.bookable and card.unit.kind is not UnitKind.PRIMARY_CARE:
        told.append(why(WhyCode.BOOKABLE))
    for notice in card.details.notices:
        if notice.starts_at <= arrives_at and (notice.ends_at is None or need.at < notice.ends_at):
            told.append(why(WhyCode.NOTICE, text=notice.text))
    told += _age(card, need.at)
    return tuple(told)


def _limits(code: WhyCode, criteria: Criteria) -> Why:
    given = {
        name: limit
        for name, limit in (("youngest", criteria.youngest), ("oldest", criteria.oldest))
        if limit is not None
    }
    return why(code, **given)


def _age(card: UnitCard, at: datetime) -> list[Why]:
    signed, changed = card.details.criteria.signed_off_on, card.changed_at
    days = [day for day in (signed, local(changed).date() if changed else None) if day]
    if not days:
        return [why(WhyCode.DATA_UNDATED)]
    old = (local(at).date() - min(days)).days
    return [why(WhyCode.DATA_OLD, days=old)] if old > OLD else []
