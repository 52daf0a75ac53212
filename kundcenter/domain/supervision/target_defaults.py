"""What holds before a centre has said anything: the region's targets, the nation's values, limits.

Sources: DOMAIN §0.1 (seeds 000 and 002), §3.9, §12.  They are shown as what they are, with no
setter; what a centre sets takes their place.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID, uuid5

from kundcenter.domain.supervision.limits import FIELDS, Limits, Setting
from kundcenter.domain.supervision.targets import (
    THOUSAND,
    Aim,
    AimKind,
    Target,
    held,
    target_of,
)

_SPACE = UUID("6a2f7a52-0d0e-4c0c-9d5e-2f7f5d1c7a30")
_REGION = "Regionens uppdrag: 85 % besvarade, medelväntetid högst 10 minuter"
_NATION = "Riket 2019, i Region Norrbottens uppföljning 2019–2020"
_WORK = "Högst 75 % aktiv rådgivning av schemalagd tid"
_BEFORE = date(2019, 1, 1)

AIMS = (
    Aim("ANSW", 85_000, source=_REGION),
    Aim("MEDELV", 600_000, at_least=False, source=_REGION),
    Aim("AKTIV", 75_000, at_least=False, source=_WORK),
    Aim("EGENV", 32_000, valid_from=_BEFORE, kind=AimKind.COMPARISON, source=_NATION, year=2019),
    Aim("PRIM", 40_000, valid_from=_BEFORE, kind=AimKind.COMPARISON, source=_NATION, year=2019),
    Aim("NKI", 83_000, valid_from=_BEFORE, kind=AimKind.COMPARISON, source=_NATION, year=2019),
)
_LIMITS = tuple(
    Aim(setting, round(getattr(Limits(), field) * THOUSAND), kind=AimKind.SETTING)
    for setting, field in FIELDS.items()
)


def _default(aim: Aim) -> Target:
    id = uuid5(_SPACE, " ".join((*aim.place, aim.valid_from.isoformat())))
    return target_of(id, aim, None, None, number=0)


DEFAULTS = {target.id: target for target in map(_default, (*AIMS, *_LIMITS))}


def with_defaults(rows: Iterable[Target]) -> tuple[Target, ...]:
    """Everything that has been set, with each default whose row nobody has written yet."""
    known = tuple(rows)
    written = {each.id for each in known}
    return (*known, *(each for id, each in DEFAULTS.items() if id not in written))


def limits_on(targets: Iterable[Target], day: date, queue: str = "") -> Limits:
    """The limits that hold on the day, in a queue its own; what nobody has set is the program's."""
    known = tuple(targets)
    found = {
        setting: target.value
        for setting in Setting
        if (target := held(known, setting, day, queue, AimKind.SETTING)) is not None
    }
    return Limits().among(found)


def limits_by_queue(targets: Iterable[Target], day: date) -> dict[str, Limits]:
    """The limits that hold on the day in each queue that has some of its own."""
    limits = tuple(each for each in targets if each.kind is AimKind.SETTING)
    queues = {each.queue for each in limits if each.queue and each.holds(day)}
    return {queue: limits_on(limits, day, queue) for queue in sorted(queues)}
