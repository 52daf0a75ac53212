"""Every odd time that may be given for a promised call is refused, or one that can be kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kundcenter.domain.callback_queues import QueueHasNoSuchTime
from kundcenter.domain.callbacks import CallbackDueInvalid, CallbackKind
from tests.ground import Ground
from tests.services.callback_ground import SATURDAY, floor
from tests.services.test_bad_numbers_and_times import NO_TIMES, TIMES


def test_a_time_that_no_queue_has_places_nobody(ground: Ground) -> None:
    on = floor(ground)
    id = on.place()
    queues, callbacks = ground.desk.callback_queues, ground.desk.callbacks
    for at in (*TIMES, *NO_TIMES):
        with pytest.raises(QueueHasNoSuchTime):
            on.place(at)
        ground.refuses(QueueHasNoSuchTime, callbacks.move, id, at)
    ground.sign_in("eva")
    for at in (*TIMES, *NO_TIMES):
        ground.refuses(QueueHasNoSuchTime, queues.close, on.queue, at)
        ground.refuses(QueueHasNoSuchTime, queues.reopen, on.queue, at)
        ground.refuses(QueueHasNoSuchTime, queues.resize, on.queue, at, 1)
    assert on.free() == [1, 2, 2]


def test_one_promises_to_ring_within_a_year(ground: Ground) -> None:
    on = floor(ground)
    callbacks = ground.desk.callbacks
    now = ground.clock.at
    within = [at for at in TIMES if now < at < now + timedelta(days=366)]
    assert within  # or nothing would be kept
    for at in (*TIMES, *NO_TIMES):
        if at in within:
            id = callbacks.promise(CallbackKind.OWN, at, on.promised()).the("callback")
            assert on.now(id).promised_from == at
            callbacks.move(id, SATURDAY[2])
            callbacks.move(id, at)
            callbacks.tried(id, try_at=at)
            assert on.now(id).try_at == at
            continue
        ground.refuses(CallbackDueInvalid, callbacks.promise, CallbackKind.OWN, at, on.promised())
        ground.refuses(
            CallbackDueInvalid,
            callbacks.promise,
            CallbackKind.OWN,
            SATURDAY[0],
            on.promised(until=at),
        )
        own = callbacks.promise(CallbackKind.OWN, SATURDAY[0], on.promised()).the("callback")
        ground.refuses(CallbackDueInvalid, callbacks.move, own, at)
        ground.refuses(CallbackDueInvalid, callbacks.tried, own, try_at=at)
