"""Which rules hold for a need, in their order; and what is offered when no rules are published."""

from __future__ import annotations

from kundcenter.domain.calendar import day_class, local
from kundcenter.domain.routing.need import Need
from kundcenter.domain.routing.rules import Rule, RuleSet, When
from kundcenter.domain.routing.why import WhyCode, why
from kundcenter.domain.units import UnitKind

SOS112 = "SOS112"
# Without rules nobody has said which kind comes first: they stand in the order of the enumeration.
FALLBACK = tuple(
    Rule(
        code=f"-{kind.value}",
        order=place,
        when=When(),
        outcome=kind.value,  # the outcome that sends to a kind has the kind's name (DOMAIN §3.5)
        kind=kind,
        sentence=why(WhyCode.NO_RULES).sentence(),
    )
    for place, kind in enumerate(UnitKind, start=1)
)


def selected(rules: RuleSet | None, need: Need, *, listed: bool) -> tuple[Rule, ...]:
    """The rules that hold, the first first; `listed`: the patient is so at a unit of ours."""
    if rules is None:
        return FALLBACK
    found = (rule for rule in rules.rules if holds(rule.when, need, listed=listed))
    return tuple(sorted(found, key=lambda rule: (rule.order, rule.code)))


def holds(when: When, need: Need, *, listed: bool) -> bool:
    """Whether all that is asked for is so.

    An age that nobody knows hides nothing: it is within all limits, and is told as unknown.  A
    reason or an urgency that nobody has chosen is none of those that are asked for.
    """
    if when.urgencies and need.urgency not in when.urgencies:
        return False
    if when.reasons and need.reason not in when.reasons:
        return False
    if when.listed is not None and when.listed is not listed:
        return False
    return _of_age(when, need.age) and _at_the_time(when, need)


def _of_age(when: When, age: int | None) -> bool:
    if age is None:
        return True
    return (when.youngest is None or when.youngest <= age) and (
        when.oldest is None or age <= when.oldest
    )


def _at_the_time(when: When, need: Need) -> bool:
    at = local(need.at)
    if when.days and day_class(at.date()) not in when.days:
        return False
    if when.opens is None or when.closes is None:
        return True
    minute = at.hour * 60 + at.minute
    if when.opens < when.closes:
        return when.opens <= minute < when.closes
    return minute >= when.opens or minute < when.closes
