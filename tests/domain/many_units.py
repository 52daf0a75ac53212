"""A directory of any size, invented, the same each time: names as real units have them."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from uuid import UUID

from kundcenter.domain.opening import Hours, Span
from kundcenter.domain.unit_cards import Criteria, Details, LineFunction, PhoneLine, UnitCard
from kundcenter.domain.units import Unit, UnitKind

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)  # a Friday morning
SERIES = [f"+4698031920{at}" for at in range(10)] + [f"+468465004{at:02}" for at in range(100)]
BEGINNINGS = "Al Björk Ek Fager Gran Hälle Kvarn Lind Mal Norr Ol Rosen Sjö Söder Väster Åker Öster"
ENDS = "by berga borg dal fors hamn holm köping lund mark näs sund torp vik ås ö"
WARDS = "Hud Ortopedi Medicin Kirurgi Ögon Öron Reumatologi Hjärt Neurologi Urologi Rehab"
KINDS = {
    UnitKind.PRIMARY_CARE: (50, ("{place}s vårdcentral", "Vårdcentralen {place}")),
    UnitKind.SPECIALIST: (25, ("{ward}mottagningen {place}", "{ward}kliniken {place} sjukhus")),
    UnitKind.MOTHER_AND_CHILD: (15, ("Barnavårdscentral {place}", "Barnmorskemottagning {place}")),
    UnitKind.OUT_OF_HOURS: (5, ("Närakut {place}", "Jourcentralen {place}")),
    UnitKind.EMERGENCY: (3, ("Akutmottagningen {place}",)),
    UnitKind.PAEDIATRIC_EMERGENCY: (2, ("Barnmottagningen {place}",)),
}  # fmt: skip


def many_units(count: int, seed: int = 7) -> list[UnitCard]:
    """So many cards.  About one in seventy is retired."""
    chance = Random(seed)
    places = [first + last for first in BEGINNINGS.split() for last in ENDS.split()]
    streets = [f"{a} {b}" for a in BEGINNINGS.split() for b in ("park", "torg", "äng", "gård")]
    towns = chance.sample(places, 200)
    kinds = [kind for kind, (share, _) in KINDS.items() for _ in range(share)]
    return [_card(at, chance, kinds, towns, (places, streets)) for at in range(count)]


def _card(
    at: int,
    chance: Random,
    kinds: list[UnitKind],
    towns: list[str],
    names: tuple[list[str], list[str]],
) -> UnitCard:
    kind, town = chance.choice(kinds), chance.choice(towns)
    place = chance.choice(names[chance.random() < 0.2])
    told = chance.choice(KINDS[kind][1]).format(place=place, ward=chance.choice(WARDS.split()))
    opens, closes = chance.choice([420, 450, 480, 510]), chance.choice([960, 1_020, 1_080])
    hours = Hours(tuple(Span(day, opens, day, closes) for day in range(1, 6)))
    if kind in {UnitKind.EMERGENCY, UnitKind.PAEDIATRIC_EMERGENCY}:
        hours = Hours((Span(1, 0, 7, 1440),))
    unit = Unit(
        UUID(int=at + 1), f"SE0000000001-DEMO{at:05}", f"{told}, {town}", kind, town,
        chance.choice(SERIES),
    )  # fmt: skip
    child = kind is UnitKind.PAEDIATRIC_EMERGENCY
    details = Details(
        public_name=f"{told} ({town} kommun)",
        hours=hours,
        lines=(PhoneLine(LineFunction.BOOKING, chance.choice(SERIES)),),
        criteria=Criteria(oldest=17 if child else None),
        synonyms=(f"{place} {chance.randrange(100)}",) if chance.random() < 0.3 else (),
        queue=chance.random() < 0.3,
        bookable=chance.random() < 0.1,
    )
    return UnitCard(unit, details, 1, retired_at=NOW if chance.random() < 0.015 else None)
