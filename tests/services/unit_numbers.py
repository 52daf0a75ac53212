"""The numbers, days and times of units, orders and turns on call: kept as they are, or refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from kundcenter.domain.on_call import DutyStale, Turn, TurnInvalid
from kundcenter.domain.opening import Hours, HoursInvalid, OtherHours, Span
from kundcenter.domain.unit_cards import (
    Criteria,
    Details,
    LineFunction,
    Notice,
    PhoneLine,
    Spot,
    UnitStale,
)
from kundcenter.domain.unit_checks import UnitInvalid
from kundcenter.domain.unit_wordings import FIELDS_GIVEN, IncomingUnit, UnitWording
from kundcenter.domain.units import UnitKind
from kundcenter.errors import KundcenterError
from tests.ground import MORNING, NUMBER, Ground

Put = Callable[[Any], object]

DAY = date(2026, 12, 24)
WEEK = Hours((Span(1, 480, 1, 1_020),), (OtherHours(DAY, DAY, 480, 1_020),))
DETAILS = Details(
    spot=Spot(57_780_000, 14_160_000),
    hours=WEEK,
    lines=(PhoneLine(LineFunction.OTHER, NUMBER, WEEK),),
    notices=(Notice("Stängt", MORNING, MORNING + timedelta(hours=1)),),
    criteria=Criteria(youngest=0, oldest=130, signed_off_on=DAY),
)
PLAIN = UnitWording("SE0000000001-DEMONUM", "Test", UnitKind.SPECIALIST)
TURN = Turn("Psykiatrijour", None, MORNING, MORNING + timedelta(hours=1), 1, NUMBER)

HOURS = ("hours", "lines.hours")
_AT = {"save": "save.details", "plan": "plan.rows.details", "import_": "import_.rows.details"}


def under(*paths: str) -> set[str]:
    """The paths within Details, as they are called in the arguments of every verb."""
    return {f"units.{at}.{path}" for at in _AT.values() for path in paths}


DAYS = under(
    "criteria.signed_off_on",
    *(f"{at}.exceptions.{end}" for at in HOURS for end in ("first", "last")),
)
TIMES = under("notices.starts_at", "notices.ends_at") | {
    "redirects.set.ends_at",
    *(
        f"on_call.{at}.{end}_at"
        for at in ("put.turn", "import_.turns")
        for end in ("starts", "ends")
    ),
    "on_call.between.start",
    "on_call.between.end",
}


def with_(value: Any, path: str, new: object) -> Any:
    """The value with something else at the path; of several the first has it."""
    name, _, rest = path.partition(".")
    if isinstance(value, tuple):
        return (with_(value[0], path, new),)
    return replace(value, **{name: with_(getattr(value, name), rest, new) if rest else new})


def putters(ground: Ground, unit: UUID) -> dict[str, Callable[[Details], object]]:
    """Each verb that takes details, by its name; `unit` has a card of number 1."""
    units = ground.desk.units

    def rows(details: Details) -> tuple[IncomingUnit, ...]:
        return (IncomingUnit(PLAIN, details, FIELDS_GIVEN),)

    return {
        "save": lambda details: units.save(unit, PLAIN, details, upon=1),
        "plan": lambda details: units.plan(rows(details)),
        "import_": lambda details: units.import_(rows(details)),
    }


def unit_numbers(ground: Ground) -> dict[str, tuple[type[KundcenterError], Put]]:
    """Every number that is refused unless it is right, with how it is refused."""
    units, on_call = ground.desk.units, ground.desk.on_call
    unit = units.save(None, PLAIN, DETAILS).the("unit")
    retired = units.save(None, replace(PLAIN, hsa_id="SE0000000001-DEMONUM2"), DETAILS).the("unit")
    units.retire(retired, upon=1)
    duty = on_call.put(None, TURN).the("duty")
    wrong: dict[str, tuple[type[KundcenterError], int]] = {
        "spot.latitude": (UnitInvalid, -1),
        "spot.longitude": (UnitInvalid, -1),
        "criteria.youngest": (UnitInvalid, 131),
        "criteria.oldest": (UnitInvalid, -1),
    }
    for at in HOURS:
        for name in ("spans.from_day", "spans.to_day", "spans.opens", "spans.closes"):
            wrong[f"{at}.{name}"] = (HoursInvalid, -1)
        for name in ("exceptions.opens", "exceptions.closes"):
            wrong[f"{at}.{name}"] = (HoursInvalid, 1_441)

    def into(verb: Callable[[Details], object], path: str, instead: int) -> Put:
        """0 is a good number of nearly everything."""
        return lambda n: verb(with_(DETAILS, path, n or instead))

    found: dict[str, tuple[type[KundcenterError], Put]] = {
        f"units.{_AT[name]}.{path}": (error, into(verb, path, instead))
        for name, verb in putters(ground, unit).items()
        for path, (error, instead) in wrong.items()
    }
    later = replace(TURN, starts_at=TURN.ends_at, ends_at=TURN.ends_at + timedelta(hours=1))
    return {
        **found,
        "units.save.upon": (UnitStale, lambda n: units.save(unit, PLAIN, DETAILS, upon=n)),
        "units.retire.upon": (UnitStale, lambda n: units.retire(unit, upon=n)),
        "units.restore.upon": (UnitStale, lambda n: units.restore(retired, upon=n)),
        "on_call.put.upon": (DutyStale, lambda n: on_call.put(duty, later, upon=n)),
        "on_call.put.turn.place": (
            TurnInvalid,
            lambda n: on_call.put(None, replace(later, place=n)),
        ),
        "on_call.import_.turns.place": (
            TurnInvalid,
            lambda n: on_call.import_((replace(later, place=n),)),
        ),
        "on_call.remove.upon": (DutyStale, lambda n: on_call.remove(duty, upon=n)),
    }
