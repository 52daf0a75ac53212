"""What operators do with the directory, redirects and the roster."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from kundcenter.domain.on_call import Turn
from kundcenter.domain.unit_cards import Details
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from tests.sync.simulator.choosing import Chooser
from tests.sync.simulator.first_morning import LATER
from tests.sync.simulator.places import Place


class DirectoryActs(Chooser):
    """One operator's next act, by how often it is done."""

    def __init__(self, rng: Random) -> None:
        super().__init__(rng)
        self.mix: dict[Callable[[Place], object], int] = {
            self._unit: 4,
            self._save_card: 3,
            self._retire_unit: 2,
            self._redirect: 3,
            self._duty: 3,
        }

    def _unit(self, place: Place) -> None:
        if self._rng.random() < 0.7:
            self._sits(place, "user_name = 'admin'")
        place.desk.units.add(
            f"SE0000000001-VC{self._rng.randrange(4)}",
            "Vårdcentralen Test",
            kind=UnitKind.PRIMARY_CARE,
            municipality="Jönköping",
            phone="+46701740605",
            hours="08–17",
        )
        self._changes(place)

    def _save_card(self, place: Place) -> None:
        id = self._one(place, "units")
        card = place.desk.units.card(id)
        wording = replace(UnitWording.of(card.unit), name=self._rng.choice(["A", "Å"]))
        details = Details(way=self._text(), synonyms=("Jouren",))
        place.desk.units.save(id, wording, details, upon=card.number)

    def _retire_unit(self, place: Place) -> None:
        card = place.desk.units.card(self._one(place, "units"))
        if card.retired_at is not None:
            place.desk.units.restore(card.id, upon=card.number)
        elif self._rng.random() < 0.3:
            place.desk.units.retire(card.id, upon=card.number)

    def _redirect(self, place: Place) -> None:
        standing = place.desk.redirects.standing()
        if standing and self._rng.random() < 0.3:
            place.desk.redirects.lift(self._rng.choice(standing).id)
            return
        to = self._rng.choice([None, self._one(place, "units")])
        place.desk.redirects.set(self._one(place, "units"), to, "Fullt")

    def _duty(self, place: Place) -> None:
        starts = LATER + timedelta(hours=self._rng.randrange(4))
        ends = starts + timedelta(hours=self._rng.randrange(1, 3))
        turn = Turn("Psykiatrijour", None, starts, ends, 1, "+46701740605", name=self._text()[:9])
        there = place.desk.on_call.between(starts, ends)
        if not there or self._rng.random() < 0.3:
            place.desk.on_call.put(None, turn)
        elif self._rng.random() < 0.3:
            place.desk.on_call.remove(there[0].id, upon=there[0].number)
        else:
            place.desk.on_call.put(there[0].id, turn, upon=there[0].number)
