"""Units as entries to choose among: found by the directory, the likely kind first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from kundcenter.domain.directory import Directory, Sieve
from kundcenter.domain.units import Unit, UnitKind
from ui.widgets.combo import Option
from ui.widgets.found_box import MOST

# The kind that an outcome of DOMAIN §3.5 guides to.
KIND_OF = {
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


def named(unit: Unit) -> str:
    """A unit as the note's field shows it."""
    return f"{unit.name}, {unit.municipality}"


def unit_option(unit: Unit) -> Option:
    return Option(str(unit.id), named(unit))


class DirectoryUnits:
    """What the directory finds; units of the kind that `kind` tells come first.

    With `only` no others are found at all.
    """

    def __init__(
        self,
        directory: Directory,
        kind: Callable[[], UnitKind | None] = lambda: None,
        *,
        only: bool = False,
    ) -> None:
        self._directory, self._kind, self._only = directory, kind, only

    def find(self, text: str) -> Sequence[Option]:
        kind = self._kind()
        if kind is None:
            cards = self._directory.find(text, limit=MOST)
        else:
            cards = self._directory.find(text, Sieve(kinds=frozenset({kind})), limit=MOST)
            if not self._only and len(cards) < MOST and text.strip():
                cards += self._directory.find(text, limit=MOST)
        found = dict.fromkeys(unit_option(card.unit) for card in cards)
        return tuple(found)[:MOST]

    def option(self, value: str) -> Option | None:
        card = self._directory.get(UUID(value))
        return None if card is None else unit_option(card.unit)
