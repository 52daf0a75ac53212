"""A shift in which every verb is used, for the tests of operations and their replay."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.calls import WrapUpOutside
from kundcenter.domain.lines import EndReason
from kundcenter.domain.parts import PartKind
from kundcenter.services.calls import Ring
from tests.ground import NUMBER, Ground
from tests.services.service_desk.shift_service_desk import service_desk
from tests.services.shift_beside import alarms, log_review, snippets
from tests.services.shift_bookings import bookings
from tests.services.shift_callbacks import callbacks
from tests.services.shift_cases import cases, decided
from tests.services.shift_freed import freed_times
from tests.services.shift_guiding import directory, on_call, redirects, rules
from tests.services.shift_packs import packs
from tests.services.shift_record import Records, records
from tests.services.shift_referrals import referrals
from tests.services.shift_teleq import teleq
from tests.services.supervision.shift_roster import roster
from tests.services.supervision.shift_supervision import supervision
from tests.services.switchboard.shift_contacts import contacts
from tests.services.switchboard.shift_messages import switchboard


def whole_shift(ground: Ground, *, with_item: bool = True) -> None:
    """Everything that can be done, each verb at least once.

    Without `with_item` no work that the centre has handed back: at a centre it would know of none.
    """
    desk = ground.desk
    admin = ground.begin()
    unit = ground.unit()
    nurse = ground.operator("anna", Role.NURSE)
    bo = ground.operator("bo", Role.NURSE)
    desk.operators.disable(nurse)
    desk.operators.enable(nurse)
    desk.operators.set_roles(nurse, frozenset({Role.NURSE, Role.SUPERVISOR_NURSE}))
    assert admin in {operator.id for operator in desk.operators.all()}
    ground.sign_in("anna")
    desk.choices.set("theme", "dark")
    desk.choices.set("theme", "null")
    call = _talk(ground)
    written = records(ground, call, unit)
    alarms(ground, call)
    snippets(ground)
    new = directory(ground, unit)
    redirects(ground, unit, new)
    contact = contacts(ground, new)
    on_call(ground, new)
    referrals(ground, written, call, unit)
    bookings(ground, written, call, unit)
    freed_times(ground, written, call, unit)
    callbacks(ground, written, call, unit)
    teleq(ground, written)
    case = cases(ground, written, call, unit)
    switchboard(ground, written.woman, call, unit, contact)
    service_desk(ground, written.woman, call, unit)
    _wrapped_up(ground, call, written)
    roster(ground, nurse, Role.NURSE)
    supervision(ground, "bo", "anna")
    _handed_over(ground, bo, with_item=with_item)
    ground.sign_in("admin")
    log_review(ground)
    packs(ground)
    rules(ground, unit)
    decided(ground, case)
    desk.operators.give_password(nurse, "elva blåa spadar")
    desk.sessions.sign_out()


def _talk(ground: Ground) -> UUID:
    calls = ground.desk.calls
    call = calls.ring(
        Ring("line-1", NUMBER, "1177", "rådgivning", "8807022382", timedelta(seconds=90.25))
    ).the("call")
    calls.answer(call)
    calls.hold(call)
    calls.resume(call)
    return call


def _wrapped_up(ground: Ground, call: UUID, written: Records) -> None:
    calls = ground.desk.calls
    calls.end(call, EndReason.CALLER, 120)
    _extended(ground, call)
    calls.ready(call)
    part = calls.open_part(call, PartKind.ADVICE).the("part")
    calls.point_part(part, written.woman)
    calls.note_part(part, written.entry)
    calls.drop_part(calls.open_part(call, PartKind.COMPLAINT).the("part"))
    calls.close_part(calls.open_part(call, PartKind.SWITCHBOARD).the("part"), "INFO")
    calls.close(call)
    missed = calls.ring(Ring("line-2", NUMBER, "1177")).the("call")
    calls.end(missed, EndReason.ABANDONED)
    calls.mark_handled((missed,))


def _extended(ground: Ground, call: UUID) -> None:
    """By a clock that has just been set back it is not to be had: then until it is right again."""
    for _ in range(9):
        with suppress(WrapUpOutside):
            ground.desk.calls.extend_wrap_up(call, 60)
            return
    raise AssertionError("never")


def _handed_over(ground: Ground, to: UUID, *, with_item: bool) -> None:
    calls = ground.desk.calls
    handed = calls.register(None).the("call")
    calls.hand_over(handed, to, "Väntar på svar.")
    calls.withdraw(handed)
    calls.hand_over(handed, to)
    ground.sign_in("bo")
    calls.take(handed)
    if with_item:
        item = ground.hand_back(ground.desk.seat.actor.operator_id)
        ground.desk.work_items.resolve(item, "Ringde upp på ett nytt kort")
