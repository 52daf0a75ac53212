"""A telephone directory of any size, invented, the same each time."""

from __future__ import annotations

from random import Random
from uuid import UUID

from kundcenter.domain.switchboard.contacts import (
    Contact,
    ContactDraft,
    ContactNumber,
    NumberKind,
)
from kundcenter.domain.unit_cards import UnitCard
from tests.domain.many_units import BEGINNINGS, NOW

GIVEN = (
    "Aina Amir Anna Arvid Berit Bo Cecilia Dan Doris Elin Emil Eva Fatima Folke Gun Göran Hanna"
    " Henrik Ida Ingmar Jonas Karin Kim Lars Leila Lisa Magnus Maria Nils Nour Ola Olga Per"
    " Ragnhild Rut Sara Sixten Sofia Sven Tove Ulf Valter Ylva Åke Åsa Örjan"
)
ENDS = "berg blad dahl fors gren holm hult kvist lind lund man mark qvist stedt strand ström vall"
SONS = "Anders Eriks Johans Karls Lars Nils Ols Pers Svens"
TITLES = (
    "Sjuksköterska Undersköterska Läkare Överläkare Läkarsekreterare Fysioterapeut Barnmorska"
    " Kurator Enhetschef Koordinator Psykolog Arbetsterapeut Dietist Logoped"
)
BASE = 1_000_000  # of the ids, which lie beside those of units
MOBILES = [f"+467017406{at:02}" for at in range(5, 100)]


def many_people(count: int, units: list[UnitCard], seed: int = 11) -> list[Contact]:
    """So many contacts; every third has a hidden number, every fiftieth is retired."""
    chance = Random(seed)
    family = [first + last for first in BEGINNINGS.split() for last in ENDS.split()]
    family += [f"{name}son" for name in SONS.split() for _ in range(25)]
    return [_contact(at, chance, units, family) for at in range(count)]


def _contact(at: int, chance: Random, units: list[UnitCard], family: list[str]) -> Contact:
    given, last = chance.choice(GIVEN.split()), chance.choice(family)
    if chance.random() < 0.1:
        given = f"{given}-{chance.choice(GIVEN.split())}"
    if chance.random() < 0.05:
        last = f"{last} {chance.choice(family)}"
    unit = chance.choice(units) if units else None
    mobile = ContactNumber(NumberKind.MOBILE, chance.choice(MOBILES), hidden=at % 3 == 0)
    told = ContactDraft(
        directory="Regionen (test)",
        name=f"{given} {last}",
        title=chance.choice(TITLES.split()),
        unit_id=unit.id if unit else None,
        municipality=unit.unit.municipality if unit else "",
        numbers=(mobile,),
        extension=str(10_000 + at),
        key=f"P{at}",
    )
    return Contact(UUID(int=BASE + at), told, retired_at=NOW if at % 50 == 49 else None)
