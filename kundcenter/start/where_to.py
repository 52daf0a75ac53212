"""What routing goes by in an open profile: units, orders, rules.  Nothing in it is of a patient.

For the command line, where nobody is signed in: whoever has the profile's key may read the
directory.  Staff-only numbers are never among what is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from db.connect import Engine
from db.store import SqlStore, StoreTerms
from kundcenter.domain.access import NOBODY
from kundcenter.domain.redirects import Redirect
from kundcenter.domain.routing.ground import RoutingGround
from kundcenter.domain.routing.rules import RuleSet, in_force
from kundcenter.operations import Live
from kundcenter.start.desk import new_id, published_codes


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """The directory, the orders that stand or are to come, and the rules in force."""

    ground: RoutingGround
    redirects: tuple[Redirect, ...]
    rules: RuleSet | None


def known_places(engine: Engine, at: datetime) -> KnownPlaces:
    """All of it at one consistent moment; `at` is when somebody is to be guided."""
    nowhere = UUID(int=0)  # nothing is written, so no device is told of
    store = SqlStore(
        engine,
        lambda: Live(NOBODY, at, nowhere, new_id),
        StoreTerms(nowhere, published_codes()),
    )
    with store.read() as reading:
        return KnownPlaces(
            RoutingGround.of(reading.unit_cards.all()),
            reading.redirects.standing(at),
            in_force(reading.rule_sets.all()),
        )
