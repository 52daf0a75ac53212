"""The units of one rule in their order: open when the patient arrives, then the nearest.

What is closed then is never above what is open, nor what opens too late above what opens in time.
A unit that is redirected or retired leaves its place to another one, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum
from uuid import UUID

from kundcenter.domain.calendar import local
from kundcenter.domain.opening import opening_at
from kundcenter.domain.redirects import Redirect
from kundcenter.domain.routing.destinations import Destination, Excluded
from kundcenter.domain.routing.fitting import misfit, on_the_card, unsure, when_open
from kundcenter.domain.routing.ground import (
    Near,
    Origin,
    RoutingGround,
    chord,
    folded,
    metres,
    place_of,
)
from kundcenter.domain.routing.need import Need
from kundcenter.domain.routing.rules import Rule
from kundcenter.domain.routing.why import Why, WhyCode, why
from kundcenter.domain.unit_cards import RelationKind, UnitCard
from kundcenter.domain.units import UnitKind, hsa_key

SHOWN = 10  # units of one rule
HORIZON = 20  # so many times what is shown are looked at: the nearest of a kind
SHOWN_UNRULED = 3  # units of one kind where no rules say which kind it should be
WAY_MINUTES = 60  # assumed when nobody knows where the patient or the unit is
SPEED = 40_000  # metres an hour
FROM_DOOR_TO_DOOR = 10  # minutes besides
STEP = 5  # minutes: nobody knows the way better than so
LINKS = 5  # a unit that is redirected to one that is redirected …


class _Stand(IntEnum):
    """How a unit stands when the patient arrives, the best first."""

    OPEN = 0
    UNKNOWN = 1  # nobody knows
    CLOSED = 2  # and opens in time
    TOO_LATE = 3


@dataclass(slots=True)
class _Offer:
    """A unit that takes the patient, before the units beside it are known.

    `key` is what it is ranked by: its own nearness, or that of the unit whose place it has taken.
    """

    card: UnitCard
    outcome: str
    key: float
    far: int | None  # metres
    arrives_at: datetime
    stand: _Stand
    via: tuple[Why, ...] = ()

    @property
    def order(self) -> tuple[int, float, str, str, UUID]:
        """As it stands; of those that stand so, from the nearest."""
        unit = self.card.unit
        return self.stand, self.key, unit.name, unit.hsa_id, unit.id

    @property
    def open(self) -> bool:
        return self.stand is _Stand.OPEN


@dataclass(slots=True)
class Ranking:
    """Ranks for one need; what one rule has found out, the next one need not."""

    need: Need
    ground: RoutingGround
    redirects: dict[UUID, list[Redirect]]
    way_minutes: int
    origin: Origin
    listed: UnitCard | None
    limit: timedelta | None  # within which care is needed, from need.at
    shown: int = SHOWN
    excluded: dict[UUID, Excluded] = field(default_factory=dict)
    _nearest: dict[UnitKind, list[Near]] = field(default_factory=dict)

    def destinations(self, rule: Rule, kind: UnitKind) -> list[Destination]:
        """The units of the rule, at most `shown`, the best first."""
        offers: dict[UUID, _Offer] = {}
        count = 0
        for near in self._candidates(rule, kind):
            for offer in self._offered(near, rule.outcome):
                known = offers.get(offer.card.id)
                if known is None:
                    offers[offer.card.id] = offer
                    count += offer.open
                else:
                    known.via += tuple(each for each in offer.via if each not in known.via)
                    known.key = min(known.key, offer.key)
            if count >= self.shown:
                break
        ranked = sorted(offers.values(), key=lambda offer: offer.order)
        beside = [other for offer in ranked[:LINKS] for other in self._beside(offer, offers)]
        ranked = sorted((*ranked, *beside), key=lambda offer: offer.order)[: self.shown]
        return self._told(rule, ranked)

    def _candidates(self, rule: Rule, kind: UnitKind) -> Iterator[Near]:
        """The listed unit wherever it lies, then the nearest of the kind; or only the listed."""
        listed = self.listed
        if listed is not None and listed.unit.kind is kind:
            found = self._near(kind)
            last = found[-1][0], self._chord(listed), listed
            yield next((each for each in found if each[2].id == listed.id), last)
        if not rule.own:
            yield from self._near(kind)

    def _near(self, kind: UnitKind) -> list[Near]:
        if kind not in self._nearest:
            cards = self.ground.kinds.get(kind)
            self._nearest[kind] = cards.nearest(self.origin, HORIZON * self.shown) if cards else []
        return self._nearest[kind]

    def _chord(self, card: UnitCard) -> float | None:
        return chord(self.origin.place, place_of(card.details.spot))

    def _offered(self, near: Near, outcome: str) -> Iterator[_Offer]:
        """The unit, or the one that takes its patients; nothing when there is none."""
        key, straight, card = near
        far = metres(straight)
        via: tuple[Why, ...] = ()
        seen: set[UUID] = set()
        kind = card.unit.kind
        for _ in range(LINKS):
            arrives_at = self._arrives_at(far)
            gone = self._gone(card, arrives_at)
            if gone is None:
                takes = outcome if card.unit.kind is kind else card.unit.kind.value
                if self._fits(card, takes):
                    stand = self._stand(card, arrives_at)
                    yield _Offer(card, takes, key, far, arrives_at, stand, via)
                return
            seen.add(card.id)
            reason, successor, instead = gone
            self.excluded.setdefault(card.id, Excluded(card, reason))
            if successor is None or successor.id in seen:
                return
            card, far, via = successor, metres(self._chord(successor)), (*via, instead)

    def _stand(self, card: UnitCard, at: datetime) -> _Stand:
        """As opening_at says it, for a unit of many."""
        if self.ground.is_open(card, at):
            return _Stand.OPEN
        hours = card.details.hours
        if not hours.spans and not any(
            other.first <= local(at).date() <= other.last for other in hours.exceptions
        ):
            return _Stand.UNKNOWN
        if self.limit is None or self.ground.opens(card, at, self.need.at + self.limit):
            return _Stand.CLOSED
        return _Stand.TOO_LATE

    def _gone(self, card: UnitCard, at: datetime) -> tuple[Why, UnitCard | None, Why] | None:
        """Why callers are not sent to the unit, which one takes them, and in which words."""
        name = card.unit.name
        if card.retired_at is not None:
            heir = self.ground.by_id.get(card.replaced_by) if card.replaced_by else None
            by = {"by": heir.unit.name} if heir else {}
            return why(WhyCode.RETIRED, **by), heir, why(WhyCode.REPLACES, unit=name)
        for order in self.redirects.get(card.id, ()):
            if order.holds(self.need.at) or order.holds(at):
                to = self.ground.by_id.get(order.to_id) if order.to_id else None
                where = {"to": to.unit.name} if to else {}
                told = why(WhyCode.REDIRECTED, reason=order.reason, **where)
                return told, to, why(WhyCode.INSTEAD_OF, unit=name, reason=order.reason)
        return None

    def _fits(self, card: UnitCard, outcome: str) -> bool:
        reason = misfit(card, self.need, outcome)
        if reason is not None:
            self.excluded.setdefault(card.id, Excluded(card, reason))
        return reason is None

    def _beside(self, offer: _Offer, offers: dict[UUID, _Offer]) -> Iterator[_Offer]:
        """Who takes the patients of a unit that is closed (R8)."""
        if offer.open:
            return
        over = why(WhyCode.TAKES_OVER, unit=offer.card.unit.name)
        for relation in offer.card.details.related:
            other = self.ground.by_hsa.get(hsa_key(relation.hsa_id))
            if relation.kind is not RelationKind.TAKES_OVER or other is None:
                continue
            same = other.unit.kind is offer.card.unit.kind
            outcome = offer.outcome if same else other.unit.kind.value
            near = offer.key, self._chord(other), other
            for found in self._offered(near, outcome):
                known = offers.setdefault(found.card.id, found)
                known.via = (over, *known.via)
                if known is found:
                    yield found

    def _arrives_at(self, far: int | None) -> datetime:
        """Where only the municipality is known, the way is not taken for shorter than it is
        assumed to be anywhere.
        """
        if far is None:
            return self.need.at + timedelta(minutes=self.way_minutes)
        minutes = FROM_DOOR_TO_DOOR - (-far * 60 // SPEED)
        minutes = -(-minutes // STEP) * STEP
        if self.origin.about:
            minutes = max(minutes, self.way_minutes)
        return self.need.at + timedelta(minutes=minutes)

    def _told(self, rule: Rule, ranked: list[_Offer]) -> list[Destination]:
        nearest = min((each.far for each in ranked if each.far is not None), default=None)
        return [
            self._destination(rule, offer, self._how_far(offer.card, offer.far, nearest))
            for offer in ranked
        ]

    def _destination(self, rule: Rule, offer: _Offer, how_far: Iterable[Why]) -> Destination:
        card, at = offer.card, offer.arrives_at
        opening = opening_at(card.details.hours, at)
        too_late = offer.stand is _Stand.TOO_LATE
        listed = self.listed
        whys = (
            *self.by_rule(rule),
            *offer.via,
            *((_listed(card),) if listed is not None and listed.id == card.id else ()),
            *when_open(opening, at, self.limit if too_late else None),
            *how_far,
            *unsure(card, self.need),
            *on_the_card(card, self.need, offer.outcome, at),
        )
        return Destination(offer.outcome, card, whys, at, opening, rule.code, too_late)

    def _how_far(self, card: UnitCard, far: int | None, nearest: int | None) -> Iterator[Why]:
        town, here = card.unit.municipality, self.origin.municipality
        if here and folded(town) == folded(here) and (far is None or self.origin.about):
            if self.need.municipality:
                yield why(WhyCode.SAME_MUNICIPALITY, municipality=town)
        elif far is not None:
            km = _km(far)
            if self.origin.about:
                yield why(WhyCode.ABOUT_DISTANCE, km=km, municipality=here)
            else:
                yield why(WhyCode.NEAREST if far == nearest else WhyCode.DISTANCE, km=km)
        if far is None and self.origin.place is not None and not self.origin.about:
            yield why(WhyCode.WAY_ASSUMED, minutes=self.way_minutes)

    def by_rule(self, rule: Rule) -> tuple[Why, ...]:
        """What the rule itself says."""
        return (why(WhyCode.RULE, rule=rule.code, sentence=rule.sentence),) if rule.sentence else ()


def _listed(card: UnitCard) -> Why:
    return why(WhyCode.LISTED, kind=card.unit.kind.value)


def _km(far: int) -> str:
    """Kilometres, with one decimal below ten, as Swedes write it."""
    if far >= 9_950:
        return str(round(far / 1_000))
    whole, part = divmod(round(far / 100), 10)
    return f"{whole},{part}" if part else str(whole)


def standing(redirects: Iterable[Redirect]) -> dict[UUID, list[Redirect]]:
    """The orders of each unit, the latest first."""
    found: dict[UUID, list[Redirect]] = {}
    for order in sorted(redirects, key=lambda each: (each.starts_at, each.id), reverse=True):
        found.setdefault(order.unit_id, []).append(order)
    return found
