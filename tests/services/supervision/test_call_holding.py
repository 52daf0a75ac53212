"""How long a caller was parked is kept with the call."""

from __future__ import annotations

from datetime import timedelta

from kundcenter.domain.lines import EndReason
from kundcenter.services.calls import Ring
from tests.ground import Ground


def test_parking_is_summed_up_over_the_talk(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    id = calls.ring(Ring("line-1", queue="1177")).the("call")
    calls.answer(id)
    for seconds in (30, 45):
        ground.clock.pass_time(seconds=10)
        calls.hold(id)
        assert calls.get(id).held_since is not None
        ground.clock.pass_time(seconds=seconds)
        calls.resume(id)
    ground.clock.pass_time(seconds=5)
    calls.hold(id)
    ground.clock.pass_time(seconds=60)
    calls.end(id, EndReason.CALLER, 120)
    call = calls.get(id)
    assert call.held_since is None
    assert timedelta(seconds=135) <= call.parked < timedelta(seconds=136)
    ground.clock.pass_time(seconds=40)
    calls.ready(id)
    assert timedelta(seconds=40) <= calls.get(id).wrapped_for < timedelta(seconds=41)
