"""Carry out after all what the centre has in quarantine.

The same operation, the same bytes and the same checks as when it came.  What fails again stays as
it is; what was carried out once is not carried out twice.  The verdict that its desk was told
stays what it was: the desk hears of the rest by the rows, of which its work item is one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import msgspec

from kundcenter.domain.access import NOBODY
from kundcenter.domain.feed import Verdict
from kundcenter.domain.quarantine import DRIVEN, Aside, QuarantineNotFound, WrittenAnew
from kundcenter.errors import Conflict, KundcenterError, NotFound, Refused, Unavailable
from kundcenter.operations import Operation, decode_operation
from kundcenter.sync.judge import ATTEMPTS, NOT_UNDERSTOOD, check, facts_of
from kundcenter.sync.leave import note
from kundcenter.sync.ports import Batch, Central
from kundcenter.sync.replay import rerun
from kundcenter.sync.wire import Push, Pushed

MOST_AGAIN = 200  # tried after one push, so that its desk does not wait for ever


@dataclass(frozen=True, slots=True)
class Driven:
    """What came of one: done, or what stood against it this time."""

    device_id: UUID
    n: int
    done: bool
    code: str = ""
    facts: dict[str, str] = field(default_factory=dict)


class Redriving:
    """Drives what is in quarantine.  All it remembers is in the store."""

    def __init__(self, central: Central, now: Callable[[], datetime]) -> None:
        self._central = central
        self._now = now
        self._put_back: bool | None = None  # whether this centre was ever put back in time

    def drive(
        self, device_id: UUID, n: int, *, vouched: bool = False, though_resolved: bool = False
    ) -> Driven:
        """Carry out the desk's operation `n`, in a transaction of its own.

        With `vouched` a session is believed without a ticket, because somebody has looked into
        it.  Raises QuarantineNotFound, DeviceUnknown, and Unavailable when it may be tried later.
        """
        for left in reversed(range(ATTEMPTS)):
            try:
                with self._central.batch(device_id) as batch:
                    driven = self._drive(batch, n, vouched=vouched, though_resolved=though_resolved)
                break
            except (Unavailable, Conflict):  # somebody wrote the same row at the same time
                if not left:
                    raise
        return driven

    def drive_all(
        self,
        places: Collection[tuple[UUID, int]],
        *,
        vouched: bool = False,
        though_resolved: bool = False,
    ) -> tuple[Driven, ...]:
        """Drive these, each desk's in the order in which they were done.

        What one desk's operation was built on may be another's, so those that fail are tried again
        for as long as others get through.  Raises as `drive`.
        """
        said: dict[tuple[UUID, int], Driven] = {}
        waiting = sorted(places)
        while waiting:
            for place in waiting:
                said[place] = self.drive(*place, vouched=vouched, though_resolved=though_resolved)
            left = [place for place in waiting if not said[place].done]
            if len(left) == len(waiting):
                break
            waiting = left
        return tuple(said[place] for place in sorted(said))

    def after(self, push: Push, pushed: Pushed) -> None:
        """More has come: what an earlier epoch had carried out may fit now.

        Only at a centre that was put back in time, where desks tell again what it has forgotten.
        """
        if push.before:
            self._put_back = True
        elif self._put_back is None:
            self._put_back = bool(self._central.lineage()[1])
        if not self._put_back or all(x.verdict is not Verdict.APPLIED for x in pushed.results):
            return
        try:
            self.drive_all(self._central.again()[:MOST_AGAIN])
        except (Unavailable, Conflict, NotFound):
            return  # the next push tries again

    def _drive(self, batch: Batch, n: int, *, vouched: bool, though_resolved: bool) -> Driven:
        device_id = batch.device.id
        kept = batch.aside.kept(n)
        if kept is None or kept.verdict is not Verdict.QUARANTINED:
            raise QuarantineNotFound(device=device_id, n=n)
        if kept.driven_at is not None:
            return Driven(device_id, n, done=True)
        item = batch.aside.item(kept.id)
        at = self._now()
        try:
            if item is not None and item.resolved_at is not None and not though_resolved:
                raise WrittenAnew(id=kept.id)
            operation = _opened(batch, kept)
            named = [] if operation.id == kept.id else [operation.id]  # else it is its own
            batch.expect(named, operation.given.ids)
            check(batch, operation, vouched=vouched)
            carry_out = rerun(batch.store)
            with batch.attempt():
                decided = kept.again or batch.device.was_alone(operation.n)
                carry_out(operation, None if decided else kept.since)
                note(batch, operation, at)
        except Unavailable:
            raise
        except (Refused, Conflict, NotFound) as error:
            return _failed(kept, error)
        except Exception as error:  # it is as much of a poison as it was
            return Driven(
                device_id, n, done=False, code=NOT_UNDERSTOOD, facts={"why": type(error).__name__}
            )
        batch.aside.driven(n, at)
        if item is not None and item.resolved_at is None:
            batch.add_work_item(item.resolved(at, NOBODY.operator_id, DRIVEN))
        if operation.actor != NOBODY:
            seen = {operation.actor.operator_id: operation.actor.care_unit}
            batch.note_operators(seen, at)
        batch.publish(operation.actor.care_unit or batch.device.care_unit, at)
        batch.record((), at)
        return Driven(device_id, n, done=True)


def _opened(batch: Batch, kept: Aside) -> Operation:
    """The operation, if it is what was judged and follows on what was before it.

    Raises msgspec.DecodeError.
    """
    operation = decode_operation(kept.body)
    named = (operation.n, operation.hash)
    if named != (kept.n, kept.hash) or operation.digest() != operation.hash:
        raise msgspec.ValidationError("not what was judged")
    before = batch.result(kept.n - 1)
    if before is not None and before[0] != operation.previous_hash:
        raise msgspec.ValidationError("not the next link")
    return operation


def _failed(kept: Aside, error: KundcenterError) -> Driven:
    return Driven(kept.device_id, kept.n, done=False, code=error.code, facts=facts_of(error))
