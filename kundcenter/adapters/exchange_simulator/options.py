"""What a simulated exchange is told at its start, and putting it together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kundcenter.adapters.exchange_simulator.answers import Answers
from kundcenter.adapters.exchange_simulator.callers import MAIN_QUEUE, Arrivals, expected_load
from kundcenter.adapters.exchange_simulator.day_curve import CALLS_A_YEAR
from kundcenter.adapters.exchange_simulator.emergency import EmergencyCentre
from kundcenter.adapters.exchange_simulator.exchange import Exchange
from kundcenter.adapters.exchange_simulator.people import TEST_PERSONS
from kundcenter.adapters.exchange_simulator.stations import Floor


@dataclass(frozen=True, slots=True)
class ExchangeOptions:
    """`clock` is the aware local time at the start.  `colleagues` None follows the day curve.

    `started_at` is that of the machine's clock, which dates the calls' ids (None: `clock`): a
    demonstration begins with the same morning every time, and no two calls may have one id.

    `desks` are extension and queue, `queues` those of two colleagues each.  `wrap_up` is the
    time in seconds before a desk is rung again.
    `centre` is what 112 does when it is called, after so many seconds.
    """

    clock: datetime
    desks: tuple[tuple[str, str], ...] = (("201", MAIN_QUEUE),)
    queues: tuple[str, ...] = ()
    seed: int = 1
    arrivals: bool = True
    a_year: int = CALLS_A_YEAR
    colleagues: int | None = None
    wrap_up: float = 20.0
    centre: EmergencyCentre = EmergencyCentre.ANSWERS
    centre_answers_after: float = 3.0
    answers: Answers = field(default_factory=Answers)
    persons: tuple[str, ...] = field(default=TEST_PERSONS, repr=False)
    started_at: datetime | None = None


def build(options: ExchangeOptions) -> Exchange:
    def load(now: float) -> float:
        if not options.arrivals:
            return 0.0
        return expected_load(options.clock + timedelta(seconds=now), options.a_year)

    floor = Floor(options.desks, load=load, colleagues=options.colleagues, queues=options.queues)
    arrivals = Arrivals(
        seed=options.seed,
        started_at=options.clock,
        a_year=options.a_year,
        queues=floor.called,
        persons=options.persons,
    )
    return Exchange(
        floor,
        seed=options.seed,
        epoch=(options.started_at or options.clock).timestamp(),
        wrap_up=options.wrap_up,
        arrivals=arrivals if options.arrivals else None,
        centre=options.centre,
        centre_answers_after=options.centre_answers_after,
        answers=options.answers,
    )
