"""Odd days and instants in the switchboard's terms and in its orders of mode."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kundcenter.domain.opening import Hours, OtherHours
from kundcenter.domain.switchboard.modes import Mode, ModeOrderInvalid
from kundcenter.domain.switchboard.terms_default import DEFAULT
from tests.ground import Ground, rows
from tests.services.switchboard.desk_ground import staffed
from tests.services.test_bad_numbers_and_times import DAYS, NO_TIMES, TIMES


def test_an_order_ends_at_the_microsecond_or_is_refused(ground: Ground) -> None:
    staffed(ground)
    set_ = ground.desk.modes.set
    now = ground.clock.at
    later = [at for at in TIMES if at > now]
    assert later and len(later) < len(TIMES)
    for at in later:
        set_(Mode.NIGHT, "Test", at)
    assert [row["ends_at"] for row in rows(ground.engine, "mode_orders")["mode_orders"]] == later
    for at in (*NO_TIMES, *(at for at in TIMES if at <= now)):
        assert ground.refuses(ModeOrderInvalid, set_, Mode.NIGHT, "Test", at) == {
            "field": "ends_at"
        }


def test_every_day_may_have_other_hours(ground: Ground) -> None:
    staffed(ground)
    book = ground.desk.switchboard_terms
    for number, day in enumerate((*DAYS, date.min)):
        hours = Hours(DEFAULT.day.spans, (OtherHours(day, day),))
        book.publish(replace(DEFAULT, day=hours), upon=number)
        current = book.current()
        assert current is not None and current.content.day == hours
