"""A shift's exchange with the units' own call-back systems."""

from __future__ import annotations

from datetime import timedelta

from kundcenter.domain.calendar import local
from kundcenter.domain.callback_queues import MenuCategory
from kundcenter.domain.callbacks import Placing
from kundcenter.domain.teleq import Outcome, TeleqOutcome
from kundcenter.domain.unit_cards import Details
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from tests.ground import NUMBER, Ground
from tests.services.callback_ground import draft
from tests.services.shift_callbacks import SPANS
from tests.services.shift_record import Records

_UNIT = UnitWording("SE0000000001-SHIFTTELEQ", "Å-mottagningen", UnitKind.SPECIALIST)


def teleq(ground: Ground, written: Records) -> None:
    """One is told, was rung in vain and then reached; another does not want to be rung."""
    desk = ground.desk
    unit = desk.units.save(None, _UNIT, Details()).the("unit")
    queues = {
        category: desk.callback_queues.put(None, draft(unit, spans=SPANS, category=category)).the(
            "callback_queue"
        )
        for category in (MenuCategory.TEST_RESULT, MenuCategory.CERTIFICATE)
    }
    day = local(ground.clock.at).date() + timedelta(days=1)
    said = Placing(written.woman, NUMBER, number_is_temporary=True)
    told = []
    for queue in queues.values():
        first = desk.callback_queues.rooms(queue, day, 1)[0].timeslot
        told.append(desk.callbacks.place(queue, first.starts_at, said).the("callback"))
    desk.teleq.exported(tuple(each.sent for each in desk.teleq.outgoing()))
    at = ground.clock.at
    desk.teleq.come_back(
        (
            TeleqOutcome(told[0], Outcome.NO_ANSWER, at),
            TeleqOutcome(told[0], Outcome.DONE, at + timedelta(microseconds=7), "Bokad tid å😀"),
            TeleqOutcome(told[1], Outcome.CANCELLED, at),
        )
    )
