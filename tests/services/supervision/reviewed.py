"""A team to review: a nurse with calls, another, and who leads them."""

from __future__ import annotations

from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.lines import EndReason
from kundcenter.services.calls import Ring
from tests.ground import NUMBER, Ground


def led(ground: Ground) -> dict[str, UUID]:
    """Two nurses and their supervisor, who sits there; ids by user name."""
    ids = {"admin": ground.begin()}
    for name, role in (
        ("nora", Role.NURSE),
        ("nils", Role.NURSE),
        ("vera", Role.SWITCHBOARD),
        ("lisa", Role.SUPERVISOR_NURSE),
    ):
        ids[name] = ground.operator(name, role)
    ground.sign_in("lisa")
    return ids


def spoken(ground: Ground, line_call: str) -> UUID:
    """A call of whoever sits there, answered and over."""
    calls = ground.desk.calls
    call = calls.ring(Ring(line_call, NUMBER, "+4684650040", "1177")).the("call")
    calls.answer(call)
    ground.clock.pass_time(minutes=3)
    calls.end(call, EndReason.CALLER)
    return call
