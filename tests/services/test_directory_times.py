"""Days and times through every field of the directory's verbs: kept to the letter, or refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from kundcenter.domain.access import Role
from kundcenter.domain.on_call import TurnInvalid
from kundcenter.domain.opening import HoursInvalid
from kundcenter.domain.redirects import RedirectPeriodInvalid
from kundcenter.domain.unit_checks import UnitInvalid
from tests.ground import Ground
from tests.services.test_bad_numbers_and_times import DAYS, NO_TIMES, TIMES
from tests.services.unit_numbers import DETAILS, HOURS, PLAIN, TURN, putters, with_


def seated(ground: Ground) -> None:
    ground.begin()
    ground.operator("anna", Role.SUPERVISOR_NURSE)
    ground.sign_in("anna")


def test_every_day_of_a_card_is_kept_or_refused(ground: Ground) -> None:
    seated(ground)
    units = ground.desk.units
    unit = units.save(None, PLAIN, DETAILS).the("unit")
    for put in putters(ground, unit).values():
        for at in HOURS:
            turned = with_(DETAILS, f"{at}.exceptions.first", date(2026, 12, 25))
            ground.refuses(HoursInvalid, put, turned)
    for upon, day in enumerate(DAYS, start=1):
        details = with_(DETAILS, "criteria.signed_off_on", day)
        for at in HOURS:
            for end in ("first", "last"):
                details = with_(details, f"{at}.exceptions.{end}", day)
        units.save(unit, PLAIN, details, upon=upon)
        assert units.card(unit).details == details


def test_every_time_of_a_card_is_kept_in_order_or_refused(ground: Ground) -> None:
    seated(ground)
    units = ground.desk.units
    unit = units.save(None, PLAIN, DETAILS).the("unit")
    for put in putters(ground, unit).values():
        for at in NO_TIMES:
            for end in ("starts_at", "ends_at"):
                ground.refuses(UnitInvalid, put, with_(DETAILS, f"notices.{end}", at))
        for earlier, later in pairwise(TIMES):
            turned = with_(DETAILS, "notices.starts_at", later)
            ground.refuses(UnitInvalid, put, with_(turned, "notices.ends_at", earlier))
    for upon, (earlier, later) in enumerate(pairwise(TIMES), start=1):
        details = with_(DETAILS, "notices.starts_at", earlier)
        details = with_(details, "notices.ends_at", later)
        units.save(unit, PLAIN, details, upon=upon)
        assert units.card(unit).details == details


def test_an_order_ends_at_any_time_to_come(ground: Ground) -> None:
    seated(ground)
    unit = ground.desk.units.save(None, PLAIN, DETAILS).the("unit")
    redirects = ground.desk.redirects
    for at in (*NO_TIMES, *(at for at in TIMES if at <= ground.clock.at)):
        ground.refuses(RedirectPeriodInvalid, redirects.set, unit, None, "Full", at)
    for at in TIMES:
        if at > ground.clock.at:
            redirects.set(unit, None, "Full", at)
            assert [each.ends_at for each in redirects.standing()] == [at]


def test_a_turn_lies_at_any_time(ground: Ground) -> None:
    seated(ground)
    on_call, hour = ground.desk.on_call, timedelta(hours=1)
    for at in NO_TIMES:
        for turn in (replace(TURN, starts_at=at), replace(TURN, ends_at=at)):
            ground.refuses(TurnInvalid, on_call.put, None, turn)
            ground.refuses(TurnInvalid, on_call.import_, (turn,))
            ground.refuses(TurnInvalid, on_call.between, turn.starts_at, turn.ends_at)
    for number, at in enumerate(TIMES):
        turn = replace(TURN, function=f"Jour {number}", starts_at=at, ends_at=at + hour)
        on_call.put(None, turn)
        on_call.import_((replace(turn, deputy=True),))
        found = {duty.turn for duty in on_call.between(at, at + hour)}
        assert found >= {turn, replace(turn, deputy=True)}
