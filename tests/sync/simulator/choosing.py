"""How an operator finds something to do something to."""

from __future__ import annotations

from random import Random
from uuid import UUID

from tests.sync.simulator.places import Place

NUMBERS = ("+46701740605", "+46701740606", None)
TEXTS = ("Vila 100 % i dag.", "Drick mer.", 'Det\'s "så" \\ 50%%\nrad två: :namn ?', "Åter ring 😀")


class NothingThere(Exception):
    """The operator found nothing to do this to."""


class Chooser:
    """`rng` is the seed's."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng

    def _text(self) -> str:
        return self._rng.choice(TEXTS)

    def _person(self, place: Place) -> UUID:
        return self._one(place, "people")

    def _one(self, place: Place, table: str, where: str = "1 = 1") -> UUID:
        found = place.ids_of(table, where)
        if not found:
            raise NothingThere(table)
        return self._rng.choice(found)

    def _sits(self, place: Place, where: str) -> None:
        """One of these sits here, if any may: whoever does not would be refused."""
        id = self._one(place, "operators", f"disabled_at IS NULL AND {where}")
        if place.desk.seat.actor.operator_id != id:
            place.take_seat(id)

    def _changes(self, place: Place) -> None:
        """Another sits here, if anybody may: mostly one who cares for patients."""
        nurse = "user_name <> 'admin'" if self._rng.random() < 0.9 else "user_name = 'admin'"
        able = place.ids_of("operators", f"disabled_at IS NULL AND {nurse}")
        if able:
            place.take_seat(self._rng.choice(able))
