"""What may happen to a call-back, and what it is afterwards (DOMAIN §4).

Each function gives the next value or raises; none of them looks at who may do it.  `late` says that
it happened at a desk, and others have written since: then nothing is refused, what was over stays
as it is (the same value comes back), and the step alone tells what happened.

The table of DOMAIN §4 lets one ring and then say how it went; a unit's own system says only how it
went, so ringing is passed through without a word of it.  What DOMAIN leaves open: whoever did not
answer may ring themselves and take the call-back back, and a broken promise is never opened again
(the same patient may have been placed anew) but is closed by saying what came of it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kundcenter.domain.calendar import is_instant
from kundcenter.domain.callbacks import (
    FARTHEST,
    LEASE,
    MOST_ATTEMPTS,
    TRY_AGAIN_AFTER,
    Callback,
    CallbackDueInvalid,
    CallbackKind,
    CallbackKindWrong,
    CallbackNeedsOutcome,
    CallbackOfAnother,
    CallbackState,
    CallbackStateWrong,
    Placing,
    checked_due,
)
from kundcenter.domain.capacity import Seat, Timeslot


def taken(callback: Callback, by: UUID, at: datetime) -> Callback:
    """One operator's, until LEASE has passed; taken again by the same one it lasts from now.

    Raises CallbackStateWrong when it is over, CallbackOfAnother.
    """
    _must(callback, by, at)
    state = CallbackState.RINGING if callback.open else callback.state
    leased = replace(callback, leased_by=by, leased_until=at + LEASE)
    return leased if state is callback.state else replace(leased, state=state, state_at=at)


def released(callback: Callback, by: UUID, at: datetime, *, leads: bool, late: bool) -> Callback:
    """Anybody's again.  `leads` says that the actor may let go what another has taken.

    Late nobody does: another may have taken it since, and is ringing now.
    Raises CallbackStateWrong when nobody has it, CallbackOfAnother.
    """
    holder = callback.holds(at)
    if late:
        mine = callback.leased_by == by
        return _let_go(callback, at) if mine and not callback.over else callback
    if holder is None:
        raise CallbackStateWrong(id=callback.id, state=callback.stands(at))
    if holder != by and not leads:
        raise CallbackOfAnother(id=callback.id, until=callback.leased_until)
    return _let_go(callback, at)


def tried(
    callback: Callback,
    by: UUID,
    at: datetime,
    *,
    try_at: datetime | None,
    text: str,
    late: bool,
) -> Callback:
    """Rung, and nobody answered.  After MOST_ATTEMPTS it is over as not reached.

    The safety clock is not: somebody may be in danger, so that it goes on until `text` says what
    was done instead.  Raises CallbackStateWrong, CallbackOfAnother, CallbackDueInvalid.
    """
    again = at + TRY_AGAIN_AFTER if try_at is None else try_at
    if not is_instant(again) or not at < again <= at + FARTHEST:
        raise CallbackDueInvalid
    if callback.over and late:
        return callback
    if not late:
        _must(callback, by, at)
    attempts = callback.attempts + 1
    if callback.leased_by not in (None, by) and callback.holds(at):
        return replace(callback, attempts=attempts)  # late: who rings now says how it goes
    counted = replace(_let_go(callback, at), attempts=attempts)
    if attempts >= MOST_ATTEMPTS and (text or callback.kind is not CallbackKind.SAFETY):
        return _over(counted, CallbackState.NOT_REACHED, at)
    if callback.state is CallbackState.EXPIRED:
        return replace(counted, try_at=again)
    return replace(counted, state=CallbackState.NO_ANSWER, state_at=at, try_at=again)


def done(callback: Callback, by: UUID, at: datetime, *, text: str, late: bool) -> Callback:
    """The patient was reached.  Raises CallbackStateWrong, CallbackOfAnother,
    CallbackNeedsOutcome (of one's own, the safety clock and a broken promise).
    """
    if late:
        return callback if callback.over else _over(callback, CallbackState.DONE, at)
    _must(callback, by, at)
    _must_be_told(callback, text)
    return _over(callback, CallbackState.DONE, at)


def cancelled(callback: Callback, by: UUID, at: datetime, *, text: str, late: bool) -> Callback:
    """The patient does not want it any more.  Raises as `done`; who is being rung is told so
    there, and it ends by `done`.
    """
    if late:
        return callback if callback.over else _over(callback, CallbackState.CANCELLED, at)
    _must(callback, by, at)
    if callback.stands(at) is CallbackState.RINGING:
        raise CallbackStateWrong(id=callback.id, state=CallbackState.RINGING)
    _must_be_told(callback, text)
    return _over(callback, CallbackState.CANCELLED, at)


def expired(callback: Callback, at: datetime, *, late: bool) -> Callback:
    """The promise was broken: nobody has rung.  It stays on the list.

    Only a place in a queue of which a time was told; one's own and the safety clock wait on.
    Raises CallbackStateWrong, also before the promised interval has ended.
    """
    can = callback.stands(at) is CallbackState.TIME_TOLD and at >= callback.promised_to
    if not can and late:
        return callback
    if not can:
        raise CallbackStateWrong(id=callback.id, state=callback.stands(at))
    return replace(_let_go(callback, at), state=CallbackState.EXPIRED, state_at=at)


def seated(callback: Callback, timeslot: Timeslot, seat: Seat) -> Callback:
    """In another interval of its queue; who rings goes on ringing."""
    return replace(
        callback,
        promised_from=timeslot.starts_at,
        promised_to=timeslot.ends_at,
        timeslot_id=timeslot.id,
        seat=seat.number,
    )


def told(callback: Callback, at: datetime) -> Callback:
    """Another time was told: it is nobody's, and waits for that.  The tries so far still count."""
    free = replace(_let_go(callback, at), try_at=None)
    return replace(free, state=CallbackState.TIME_TOLD, state_at=at)


def must_be_movable(callback: Callback, by: UUID, at: datetime) -> None:
    """Raise CallbackStateWrong unless it is open, CallbackOfAnother."""
    if not callback.open:
        raise CallbackStateWrong(id=callback.id, state=callback.state)
    _must(callback, by, at)


def put_off(callback: Callback, due_at: datetime, at: datetime) -> Callback:
    """One's own or the safety clock at another time; as long an interval.

    Raises CallbackKindWrong, CallbackDueInvalid.
    """
    if callback.kind is CallbackKind.QUEUE:
        raise CallbackKindWrong(kind=callback.kind)
    long = callback.promised_to - callback.promised_from
    if not is_instant(due_at):
        raise CallbackDueInvalid
    ends_at = checked_due(due_at, due_at + long, at)
    moved = replace(_let_go(callback, at), promised_from=due_at, promised_to=ends_at, try_at=None)
    return replace(moved, state=moved.untaken_state(), state_at=at)


def merged(callback: Callback, placing: Placing) -> Callback:
    """Placed again: this one is kept, with what was said now where something was said."""
    return replace(
        callback,
        number=placing.number,
        number_is_temporary=placing.number_is_temporary,
        urgency=placing.urgency or callback.urgency,
        reason=placing.reason or callback.reason,
        language=placing.language or callback.language,
        merged=callback.merged + 1,
    )


def numbered(callback: Callback, number: str, *, temporary: bool, late: bool) -> Callback:
    """To be rung at another number, also while somebody rings.  Raises CallbackStateWrong."""
    if callback.over and not late:
        raise CallbackStateWrong(id=callback.id, state=callback.state)
    if callback.over:
        return callback
    return replace(callback, number=number, number_is_temporary=temporary)


def handed_on(
    callback: Callback, by: UUID, to: UUID | None, at: datetime, *, late: bool
) -> Callback:
    """One's own or the safety clock is another's, or whoever's is there.

    Raises CallbackKindWrong, CallbackStateWrong, CallbackOfAnother.
    """
    if callback.kind is CallbackKind.QUEUE:
        raise CallbackKindWrong(kind=callback.kind)
    if late:
        return callback if callback.over else replace(callback, holder=to)
    _must(callback, by, at)
    return replace(_let_go(callback, at), holder=to)


def without_number(callback: Callback) -> Callback:
    return replace(callback, number="", number_is_temporary=False)


def _over(callback: Callback, state: CallbackState, at: datetime) -> Callback:
    over = replace(_let_go(callback, at), state=state, state_at=at, try_at=None)
    return without_number(over) if callback.number_is_temporary else over


def _let_go(callback: Callback, at: datetime) -> Callback:
    """Taken by nobody, and so no longer being rung."""
    free = replace(callback, leased_by=None, leased_until=None)
    if callback.state is not CallbackState.RINGING:
        return free
    return replace(free, state=callback.untaken_state(), state_at=at)


def _must(callback: Callback, by: UUID, at: datetime) -> None:
    if callback.over:
        raise CallbackStateWrong(id=callback.id, state=callback.state)
    if callback.holds(at) not in (None, by):
        raise CallbackOfAnother(id=callback.id, until=callback.leased_until)


def _must_be_told(callback: Callback, text: str) -> None:
    """A broken promise and what the contact centre took upon itself do not end in silence."""
    queued = callback.kind is CallbackKind.QUEUE and callback.open
    if not queued and not text:
        raise CallbackNeedsOutcome(id=callback.id)
