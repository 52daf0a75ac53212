"""Targets: set, changed, taken away; what one held makes way to the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.supervision.limits import Limits, Setting
from kundcenter.domain.supervision.target_defaults import DEFAULTS
from kundcenter.domain.supervision.targets import (
    Aim,
    AimKind,
    Target,
    TargetInvalid,
    TargetNotFound,
    TargetStale,
    TargetTaken,
    held,
)
from kundcenter.domain.text import TextInvalid
from tests.ground import Ground

JULY = date(2026, 7, 1)
OWN = Aim("ANSW", 90_000, valid_from=JULY, queue="1177", source="Nämnden")


def lead(ground: Ground) -> None:
    ground.begin()
    ground.operator("leader", Role.SUPERVISOR_NURSE)
    ground.operator("nurse", Role.NURSE)
    ground.sign_in("leader")


def put(ground: Ground, aim: Aim) -> UUID:
    *_, id = ground.desk.targets.put(None, aim).of("target")  # before it those that it ends
    return id


def found(ground: Ground, id: UUID) -> Target:
    return next(each for each in ground.desk.targets.all() if each.id == id)


def test_what_was_set_is_what_holds(ground: Ground) -> None:
    lead(ground)
    id = put(ground, OWN)
    target = found(ground, id)
    assert (target.aim, target.number) == (OWN, 1)
    assert target.set_at is not None
    ground.sign_in("nurse")  # who answers calls sees what they are measured by
    assert held(ground.desk.targets.all(), "ANSW", JULY, "1177") == target
    assert held(ground.desk.targets.all(), "ANSW", JULY) == DEFAULTS[the_default("ANSW").id]


def the_default(figure: str) -> Target:
    return next(each for each in DEFAULTS.values() if each.figure == figure)


def test_a_default_is_changed_in_its_place(ground: Ground) -> None:
    lead(ground)
    default = the_default("ANSW")
    ground.desk.targets.put(default.id, replace(default.aim, value=87_500), upon=0)
    now = found(ground, default.id)
    assert (now.value, now.number) == (87_500, 1)
    facts = ground.refuses(TargetStale, ground.desk.targets.put, default.id, default.aim, upon=0)
    assert facts == {"id": default.id, "number": 1}


def test_a_new_one_ends_what_held_until_further_notice(ground: Ground) -> None:
    lead(ground)
    default = the_default("MEDELV")
    changes = ground.desk.targets.put(
        None, replace(default.aim, value=480_000, valid_from=JULY, source="")
    )
    ended = found(ground, default.id)
    assert (ended.valid_to, ended.number) == (date(2026, 6, 30), 1)
    (new,) = set(changes.of("target")) - {default.id}
    targets = ground.desk.targets.all()
    assert held(targets, "MEDELV", date(2026, 6, 30)) == ended
    assert held(targets, "MEDELV", JULY) == found(ground, new)


def test_two_that_hold_at_once_are_refused(ground: Ground) -> None:
    lead(ground)
    id = put(ground, OWN)
    same = replace(OWN, valid_to=date(2026, 12, 31))
    assert ground.refuses(TargetTaken, ground.desk.targets.put, None, same) == {"id": id}
    ground.desk.targets.put(id, same, upon=1)  # itself is in nobody's way
    put(ground, replace(OWN, valid_from=date(2027, 1, 1)))
    assert found(ground, id).valid_to == date(2026, 12, 31)


def test_what_is_taken_away_holds_no_more_and_does_not_come_back(ground: Ground) -> None:
    lead(ground)
    default, id = the_default("EGENV"), put(ground, OWN)
    ground.desk.targets.remove(default.id, upon=0)
    ground.desk.targets.remove(id, upon=1)
    assert {default.id, id} & {each.id for each in ground.desk.targets.all()} == set()
    ground.refuses(TargetNotFound, ground.desk.targets.remove, id, upon=2)
    ground.refuses(TargetNotFound, ground.desk.targets.put, id, OWN, upon=2)
    put(ground, OWN)  # its place is free


def test_a_limit_is_set_for_a_time(ground: Ground) -> None:
    lead(ground)
    assert ground.desk.targets.limits() == Limits()
    put(ground, Aim(Setting.SHORT, 10_000, kind=AimKind.SETTING, valid_from=JULY))
    assert ground.desk.targets.limits(JULY) == replace(Limits(), short_seconds=10)
    assert ground.desk.targets.limits(date(2026, 6, 30)) == Limits()


def test_what_cannot_be_is_refused(ground: Ground) -> None:
    lead(ground)
    targets = ground.desk.targets
    ground.refuses(TargetInvalid, targets.put, None, replace(OWN, value=100_001))
    ground.refuses(TextInvalid, targets.put, None, replace(OWN, queue="\ud800"))
    ground.refuses(TargetStale, targets.put, None, OWN, upon=1)
    unknown = uuid4()
    assert ground.refuses(TargetNotFound, targets.put, unknown, OWN) == {"id": unknown}
    assert ground.refuses(TargetNotFound, targets.remove, unknown, upon=0) == {"id": unknown}


def test_who_leads_sets_targets_and_nobody_else(ground: Ground) -> None:
    lead(ground)
    id = put(ground, OWN)
    ground.sign_in("nurse")
    ground.refuses(NotPermitted, ground.desk.targets.put, None, OWN)
    ground.refuses(NotPermitted, ground.desk.targets.remove, id, upon=1)
    ground.sign_in("admin")  # who sets them need not sit at the desk
    assert found(ground, id).aim == OWN
    ground.desk.targets.remove(id, upon=1)
