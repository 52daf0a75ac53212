"""Take a call from ring to done."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.calls import Call, Channel
from kundcenter.domain.lines import EndReason
from kundcenter.domain.phone_numbers import PhoneNumberInvalid, parse
from kundcenter.domain.text import LINE_LIMIT, checked
from kundcenter.ports import Store

MOST_WAITED = timedelta(hours=24)  # what an exchange says beyond this is no time in a queue


@dataclass(frozen=True, slots=True)
class Ring:
    """What the exchange said when the telephone rang.

    `number` and `called` are E.164 or short numbers, None when withheld; `waited` is the time
    in the queue so far.
    """

    line_call: str
    number: str | None = field(default=None, repr=False)
    called: str | None = field(default=None, repr=False)
    queue: str | None = None
    keyed_id: str | None = field(default=None, repr=False)
    waited: timedelta = timedelta()


class Calls:
    def __init__(self, store: Store) -> None:
        self._store = store

    def ring(self, ring: Ring) -> Changes:
        """A call rings at this desk; numbers in any spelling are kept as E.164.

        The exchange tells again of a call that is still on the line when the desk comes back to
        it; such a call stays as it is.  Raises TextInvalid.
        """
        ring = replace(ring, number=_stored(ring.number), called=_stored(ring.called))
        with self._store.work("calls.ring", ring=ring) as work:
            work.actor.must(Function.FOLLOW_LINE)
            line_call = checked(ring.line_call, "line_call", limit=LINE_LIMIT)
            here = work.calls.on_line(line_call)
            work.calls.put(here or _ringing(ring, work.new_id(), work.now))
        return work.changes()

    def register(self, number: str | None = None) -> Changes:
        """A call that no exchange told of: it is in progress when it is registered.

        Raises TextInvalid.
        """
        number = _stored(number)
        with self._store.work("calls.register", number=number) as work:
            work.actor.must(Function.WORK_CALLS)
            call = Call(
                id=work.new_id(),
                channel=Channel.MANUAL,
                rang_at=work.now,
                queued_at=work.now,
                number=_line(number, "number"),
            )
            work.calls.put(call.answered(work.now, work.actor.operator_id))
        return work.changes()

    def answer(self, call_id: UUID) -> Changes:
        """The operator has the caller on the line; it may be told twice.  Raises CallStateWrong."""
        with self._store.work("calls.answer", call_id=call_id) as work:
            work.actor.must(Function.FOLLOW_LINE)
            call, operator_id = work.calls.get(call_id), work.actor.operator_id
            if not (call.on_line and call.operator_id == operator_id):
                work.calls.put(call.answered(work.now, operator_id))
        return work.changes()

    def hold(self, call_id: UUID) -> Changes:
        with self._store.work("calls.hold", call_id=call_id) as work:
            work.actor.must(Function.FOLLOW_LINE)
            work.calls.put(work.calls.get(call_id).held())
        return work.changes()

    def resume(self, call_id: UUID) -> Changes:
        with self._store.work("calls.resume", call_id=call_id) as work:
            work.actor.must(Function.FOLLOW_LINE)
            work.calls.put(work.calls.get(call_id).resumed())
        return work.changes()

    def end(self, call_id: UUID, reason: EndReason = EndReason.OTHER) -> Changes:
        """The line is down: the talk is over, or the caller gave up before the answer.

        A call that has ended already is left as it is, so the exchange may say it twice.
        """
        with self._store.work("calls.end", call_id=call_id, reason=reason) as work:
            work.actor.must(Function.FOLLOW_LINE)
            call = work.calls.get(call_id)
            if call.ended_at is None:
                work.calls.put(call.ended(work.now, reason))
        return work.changes()

    def close(self, call_id: UUID, outcome: str | None = None) -> Changes:
        """The work with the call is done.

        The outcome is that of the call's last entry; a call without an entry states its own.
        Raises CallNeedsOutcome, CallStateWrong, CodeUnknown.
        """
        with self._store.work("calls.close", call_id=call_id, outcome=outcome) as work:
            work.actor.must(Function.WORK_CALLS)
            call = work.calls.get(call_id)
            if outcome:
                work.codes.outcome(outcome)
            for entry in work.journal.of_call(call_id):  # by codes of their own, maybe older
                outcome = work.journal.latest(entry.id).note.outcome or outcome
            work.calls.put(call.closed(work.now, outcome))
        return work.changes()

    def get(self, call_id: UUID) -> Call:
        with self._store.read() as reading:
            reading.actor.must(Function.READ_CALL_LOG)
            return reading.calls.get(call_id)

    def latest(self, limit: int = 200) -> tuple[Call, ...]:
        """The newest calls first: the call log, without medical text."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_CALL_LOG)
            return reading.calls.latest(limit)

    def mine(self) -> tuple[Call, ...]:
        """The calls that the operator still has work with, also after a restart."""
        with self._store.read() as reading:
            reading.actor.must(Function.WORK_CALLS)
            return reading.calls.open_of(reading.actor.operator_id)


def _ringing(ring: Ring, id: UUID, at: datetime) -> Call:
    return Call(
        id=id,
        channel=Channel.LINE,
        rang_at=at,
        queued_at=at - min(max(ring.waited, timedelta()), MOST_WAITED),
        number=_line(ring.number, "number"),
        called=_line(ring.called, "called"),
        queue=_line(ring.queue, "queue"),
        line_call=_line(ring.line_call, "line_call"),
        keyed_id=_line(ring.keyed_id, "keyed_id"),
    )


def _stored(number: str | None) -> str | None:
    """E.164 or a short number; what cannot be read is kept as the exchange wrote it."""
    if number is None:
        return None
    try:
        read = parse(number)
    except PhoneNumberInvalid:
        return number
    return read.value if read else None


def _line(text: str | None, name: str) -> str | None:
    return None if text is None else checked(text, name, limit=LINE_LIMIT)
