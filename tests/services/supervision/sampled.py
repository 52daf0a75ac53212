"""Calls with notes to draw from, and who draws and judges."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.lines import EndReason
from kundcenter.domain.supervision.samples import CareLevel, Frame, Judgement, Sample
from kundcenter.services.calls import Ring
from tests.ground import MORNING, NUMBER, WHOLE, Ground

FRAME = Frame(MORNING, MORNING + timedelta(days=1), "2026-11", 3, "1177", "Baslinje")
RIGHT = Judgement(True, CareLevel.SELF_CARE, CareLevel.SELF_CARE, "Väl grundat.")


def staff(ground: Ground) -> dict[str, UUID]:
    """A nurse who has the calls and sits there, another, and their supervisor."""
    ids = {"admin": ground.begin()}
    for name, role in (
        ("anna", Role.NURSE),
        ("bo", Role.NURSE),
        ("lisa", Role.SUPERVISOR_NURSE),
        ("vera", Role.SWITCHBOARD),
    ):
        ids[name] = ground.operator(name, role)
    ground.sign_in("anna")
    return ids


def spoken(ground: Ground, line_call: str, *, queue: str = "1177") -> UUID:
    """A call of whoever sits there, answered and over."""
    calls = ground.desk.calls
    call = calls.ring(Ring(line_call, NUMBER, "+4684650040", queue)).the("call")
    calls.answer(call)
    ground.clock.pass_time(minutes=3)
    calls.end(call, EndReason.CALLER)
    return call


def noted(ground: Ground, line_call: str, person: UUID, outcome: str = "EGENVARD") -> UUID:
    """A call with a note about somebody."""
    call = spoken(ground, line_call)
    ground.desk.journal.write(person, replace(WHOLE, outcome=outcome), call)
    return call


def drawn_of_another(ground: Ground, person: UUID, judge: str) -> tuple[UUID, UUID]:
    """A sample, and the one call in it: with a note about the person, of whoever sat there.

    Afterwards the judge does.
    """
    call = noted(ground, "line-drawn", person)
    ground.sign_in(judge)
    sample = ground.desk.samples.draw(replace(FRAME, size=1), (call,), 1)
    return sample.the("sample"), call


def drawn(ground: Ground, frame: Frame = FRAME) -> Sample:
    """A sample of whoever sits there."""
    picked = ground.desk.samples.pick(frame)
    ground.desk.samples.draw(frame, picked.call_ids, picked.population)
    return ground.desk.samples.all()[0].sample
