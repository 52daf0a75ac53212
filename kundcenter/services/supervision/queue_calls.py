"""Callers who left a queue before any desk's telephone answered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.supervision.queue_calls import (
    MOST_AT_ONCE,
    Left,
    QueueCall,
    QueueCallsTooMany,
)
from kundcenter.ports import Reading, Store

AROUND = timedelta(hours=1)  # by how much the clocks of two desks may differ


class QueueCalls:
    def __init__(self, store: Store) -> None:
        self._store = store

    def note(self, left: tuple[Left, ...]) -> Changes:
        """These have left, as the exchange told this desk.

        What another desk has noted stays as it is.
        Raises QueueUnnamed, QueueCallsTooMany, TextInvalid.
        """
        with self._store.work("queue_calls.note", left=left) as work:
            work.actor.must(Function.FOLLOW_LINE)
            if len(left) > MOST_AT_ONCE:
                raise QueueCallsTooMany(count=len(left), limit=MOST_AT_ONCE)
            told = {each.id: each for each in map(Left.checked, left)}
            for id, each in told.items():
                work.queue_calls.put(work.queue_calls.find(id) or each.queue_call(work.now))
        return work.changes()

    def note_new(self, left: tuple[Left, ...]) -> Changes:
        """The same of those that nobody has noted yet: all desks are told of each caller.

        Who was reached at a desk's telephone has a call there, and is no news.  Raises as `note`.
        """
        checked = tuple(map(Left.checked, left))
        with self._store.read() as reading:
            reading.actor.must(Function.FOLLOW_LINE)
            known = {each.id for each in reading.queue_calls.some([each.id for each in checked])}
            answered = _answered(reading, checked)
        new = tuple(
            each
            for each in checked
            if each.id not in known and not (each.reached and each.line_call in answered)
        )
        return self.note(new) if new else Changes()

    def between(self, start: datetime, end: datetime) -> tuple[QueueCall, ...]:
        """Those who joined a queue in [start, end), by when they did."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_LIVE)
            return reading.queue_calls.between(start, end)


def _answered(reading: Reading, told: Iterable[Left]) -> frozenset[str | None]:
    """The calls that some desk has answered, of the time of those who were reached."""
    spans = [each.ago + each.waited for each in told if each.reached]
    if not spans:
        return frozenset()
    first, last = reading.now - max(spans) - AROUND, reading.now + AROUND
    return frozenset(each.line_call for each in reading.calls.answered_by(None, first, last))
