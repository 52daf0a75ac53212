"""Why people call, how urgent it is and where they are guided: codes that go together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from random import Random
from uuid import UUID

from kundcenter.demo.chance import Weighted, alike, one
from kundcenter.demo.people import Resident
from kundcenter.demo.region import Region
from kundcenter.domain.calendar import is_weekday, local
from kundcenter.domain.identity import Sex
from kundcenter.domain.journal import Relation
from kundcenter.domain.units import Unit, UnitKind

GROUPS = ((2, "infant"), (13, "child"), (18, "teen"), (65, "adult"), (80, "old"), (999, "aged"))
_CHILD = 16  # younger ones go to the children's emergency ward
_KINDS = {
    "VC": UnitKind.PRIMARY_CARE,
    "VC_TELEQ": UnitKind.PRIMARY_CARE,
    "NARAKUT": UnitKind.OUT_OF_HOURS,
    "AKUT": UnitKind.EMERGENCY,
    "BARNAKUT": UnitKind.PAEDIATRIC_EMERGENCY,
    "PSYKAKUT": UnitKind.PSYCHIATRIC_EMERGENCY,
    "FORLOSSNING": UnitKind.MATERNITY,
    "SPECIALIST": UnitKind.SPECIALIST,
    "SPECIALIST_TELEQ": UnitKind.SPECIALIST,
    "MVC_BVC": UnitKind.MOTHER_AND_CHILD,
}


class Guide:
    """Chooses codes.  `units` are those of the directory, in the order of `region.units`."""

    def __init__(self, region: Region, units: tuple[Unit, ...]) -> None:
        self._reasons = region.reasons
        self._urgencies = {
            code: Weighted(habit.urgency.items()) for code, habit in region.reasons.items()
        }
        self._outcomes = {
            (urgency, situation): Weighted(outcomes.items())
            for urgency, situations in region.guidance.urgencies.items()
            for situation, outcomes in situations.items()
        }
        self._own = {
            (code, urgency): alike(outcomes)
            for code, habit in region.reasons.items()
            for urgency, outcomes in habit.guide.items()
        }
        self._informants = {
            group: Weighted((Relation(code), weight) for code, weight in relations.items())
            for group, relations in region.guidance.informants.items()
        }
        self._units = _by_kind(region, units)
        self._table = cache(self._reasons_for)

    def reason(self, chance: Random, *, age: int, sex: Sex, month: int) -> str:
        """A contact reason that goes with the person and the time of the year (January is 1)."""
        table = self._table(group_of(age), sex, month)
        while True:
            code = table.at(chance.random())
            habit = self._reasons[code]
            if habit.youngest <= age <= habit.oldest:
                return code

    def urgency(self, chance: Random, reason: str) -> str:
        return self._urgencies[reason].at(chance.random())

    def outcome(self, chance: Random, reason: str, *, urgency: str, age: int, at: datetime) -> str:
        """Where such a matter is guided at the time."""
        when = situation(at)
        table = self._own.get((reason, urgency)) or self._outcomes[urgency, when]
        outcome = table.at(chance.random())
        if outcome == "AKUT" and age < _CHILD:
            return "BARNAKUT"
        if outcome == "NARAKUT" and when == "day":
            return "VC"
        return outcome

    def unit(self, chance: Random, outcome: str, resident: Resident) -> UUID | None:
        """A unit of the outcome's kind near the person; the listed one where there are several."""
        kind = _KINDS.get(outcome)
        if kind is None:
            return None
        near = self._units[kind, resident.municipality]
        if kind is UnitKind.PRIMARY_CARE:
            return near[resident.lot % len(near)]
        return one(chance, near)

    def informant(self, chance: Random, age: int) -> Relation:
        return self._informants[group_of(age)].at(chance.random())

    def _reasons_for(self, group: str, sex: Sex, month: int) -> Weighted[str]:
        return Weighted(
            (code, habit.weight * habit.ages.get(group, 1.0) * habit.months[month - 1])
            for code, habit in self._reasons.items()
            if habit.sex in {None, sex}
        )


def group_of(age: int) -> str:
    """The name of an age group, the key of the tables in resources/demo."""
    return next(group for limit, group in GROUPS if age < limit)


def situation(at: datetime) -> str:
    """ "day" when the primary care centres are open, "evening", or "night" from 22 to 7."""
    clock = local(at)
    if not 7 <= clock.hour < 22:
        return "night"
    return "day" if 8 <= clock.hour < 17 and _weekday(clock.date()) else "evening"


@cache
def _weekday(day: date) -> bool:
    return is_weekday(day)


def _by_kind(
    region: Region, units: tuple[Unit, ...]
) -> Mapping[tuple[UnitKind, str], tuple[UUID, ...]]:
    """The units for the people of each municipality: its own primary care, its hospital's rest."""
    found: dict[tuple[UnitKind, str], tuple[UUID, ...]] = defaultdict(tuple)
    for home in region.municipalities:
        for place, unit in zip(region.units, units, strict=True):
            if place.kind is UnitKind.PRIMARY_CARE:
                near = place.municipality == home.name
            else:
                near = place.hospital in {"", home.hospital}
            if near:
                found[place.kind, home.name] += (unit.id,)
    return found
