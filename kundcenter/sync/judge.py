"""The centre's judgement: an operation of a desk is carried out again, and its verdict kept.

What somebody has done is never turned away: if it cannot be carried out as it was told, it is kept
whole, and a person looks at it.  Only a claim on something shared can be rejected (RELIABILITY
0.13).  One bad operation stops no other (2.9).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

import msgspec

from kundcenter.domain.access import NOBODY
from kundcenter.domain.access_log import Head
from kundcenter.domain.devices import Device
from kundcenter.domain.feed import (
    REFERENCE,
    DeviceHeads,
    Page,
    Result,
    Verdict,
    own,
    team,
)
from kundcenter.domain.work_items import DUE_AFTER, ItemKind, WorkItem
from kundcenter.errors import Conflict, KundcenterError, NotFound, Refused, Unavailable
from kundcenter.operations import Operation, decode_operation
from kundcenter.sync.ports import Batch, Central
from kundcenter.sync.replay import Original, Replay
from kundcenter.sync.wire import (
    MOST_ROWS,
    Hello,
    Pull,
    Push,
    Pushed,
    Sent,
    Standing,
    Stop,
    Welcome,
)

ATTEMPTS = 3
SESSION_VERBS = frozenset({"sessions.open", "operators.add_first"})

# Verbs that claim something shared, or say how things shall be from now on.  The centre may turn
# them away.  All others tell what happened.
CLAIMS = frozenset({
    "calls.take", "calls.withdraw", "calls.hand_over",
    "operators.add", "operators.disable", "operators.enable", "operators.set_roles",
    "people.merge", "people.unmerge",
    "snippets.add", "snippets.change", "snippets.import_", "snippets.retire",
    "units.add",
    "work_items.resolve",
})  # fmt: skip


class NotOfTheSession(Refused):
    """The operation says another operator, other roles or another unit than its session."""

    code = "sync.not_of_the_session"


class OfAnotherDevice(Refused):
    """The operation was made at another desk than the one that sent it."""

    code = "sync.of_another_device"


class IdTaken(Refused):
    """Another operation has the id."""

    code = "sync.id_taken"


@dataclass(slots=True)
class _Judged:
    """What has been judged of one push, before its rows are in the feed."""

    results: list[tuple[Result, bytes]] = field(default_factory=list)
    at: int = 0  # from here on nothing is published yet
    care_unit: str | None = None
    operators: dict[UUID, str] = field(default_factory=dict)


class Judge:
    """Answers what desks ask.  Knows no network; all it remembers is in the store."""

    def __init__(self, central: Central, now: Callable[[], datetime]) -> None:
        self._central = central
        self._now = now

    def hello(self, hello: Hello) -> Welcome:
        """How the desk stands to the centre, and what it may have.

        Raises DeviceUnknown, DeviceFrozen.
        """
        device = self._central.device(hello.device_id)
        device.must_exchange()
        at = self._now()
        self._central.saw(device.id, at)
        standing = self._standing(device.heads, hello)
        if standing is Standing.FORK:
            self._freeze(device.id)
        return Welcome(
            epoch=self._central.epoch(),
            at=at,
            standing=standing,
            heads=device.heads,
            buckets=self._buckets(device),
        )

    def push(self, device_id: UUID, push: Push) -> Pushed:
        """Judge the operations in their order.

        Sent again, the same operations meet the same verdicts.  Raises DeviceUnknown,
        DeviceFrozen, and Unavailable when it may be tried again later.
        """
        attempt = 1
        while True:
            try:
                with self._central.batch(device_id) as batch:
                    batch.device.must_exchange()
                    pushed = self._push(batch, push)
                break
            except (Unavailable, Conflict):  # two desks wrote the same row at the same time
                if attempt == ATTEMPTS:
                    raise
                attempt += 1
        return pushed

    def pull(self, device_id: UUID, pull: Pull) -> Page:
        """What follows on the desk's cursors, in the buckets that it may have."""
        device = self._central.device(device_id)
        device.must_exchange()
        allowed = set(self._buckets(device))
        cursors = {name: max(seq, 0) for name, seq in pull.cursors.items() if name in allowed}
        limit = min(max(pull.limit, 1), MOST_ROWS)
        return self._central.page(cursors, pull.through, pull.whole, limit)

    def _buckets(self, device: Device) -> tuple[str, ...]:
        return buckets_of(device.care_unit, self._central.operators_of(device.id))

    # -- hello -----------------------------------------------------------------------------------

    def _standing(self, known: DeviceHeads, hello: Hello) -> Standing:
        told = hello.heads
        for mine, its, hash_of in (
            (known.operation, told.operation, self._central.operation_hash),
            (known.access, told.access, self._central.access_hash),
        ):
            if its.n == mine.n:
                same = its.hash == mine.hash
            elif 0 < its.n < mine.n:
                same = hash_of(hello.device_id, its.n) == its.hash
            else:
                same = True  # the push will show it
            if not same:
                return Standing.FORK
        if told.operation.n < known.operation.n or told.access.n < known.access.n:
            return Standing.AMNESIA
        return Standing.AGREED

    def _freeze(self, device_id: UUID) -> None:
        with self._central.batch(device_id) as batch:
            batch.put_device(batch.device.frozen())

    # -- push ------------------------------------------------------------------------------------

    def _push(self, batch: Batch, push: Push) -> Pushed:
        at = self._now()
        stop = self._take_accesses(batch, push)
        judged = _Judged()
        said: list[Result | int] = []  # an answer of before, or the place of one of now
        head = batch.device.heads.operation
        if stop is None:
            original = Original(elsewhere=True)
            replay = Replay(batch.store(original.source), original)
            for sent in push.operations:
                if sent.n <= head.n:
                    known = batch.result(sent.n)
                    if known is None or known[0] != sent.hash:
                        stop = Stop.FORK
                        break
                    said.append(known[1])
                    continue
                if sent.n != head.n + 1:
                    stop = Stop.GAP
                    break
                if sent.previous_hash != head.hash:
                    stop = Stop.FORK
                    break
                self._judge(batch, replay, sent, judged, at)
                said.append(len(judged.results) - 1)
                head = Head(sent.n, sent.hash)
            self._publish(batch, judged, at)
            batch.record(judged.results, at)
            batch.note_operators(judged.operators, at)
        device = batch.device.told(head, batch.device.heads.access)
        batch.put_device(device.frozen() if stop is Stop.FORK else device)
        results = tuple(judged.results[x][0] if isinstance(x, int) else x for x in said)
        return Pushed(batch.device.heads, results, stop)

    def _take_accesses(self, batch: Batch, push: Push) -> Stop | None:
        head = batch.device.heads.access
        new = []
        for record in push.accesses:
            if record.n <= head.n:
                known = self._central.access_hash(batch.device.id, record.n)
                if known not in {None, record.hash}:
                    return Stop.FORK
                continue
            if record.n != head.n + 1:
                return Stop.GAP
            linked = record.device_id == batch.device.id and record.previous_hash == head.hash
            if not linked or record.digest() != record.hash:
                return Stop.FORK
            new.append(record)
            head = Head(record.n, record.hash)
        if new:
            batch.add_accesses(new)
            batch.put_device(batch.device.told(batch.device.heads.operation, head))
        return None

    def _judge(
        self, batch: Batch, replay: Replay, sent: Sent, judged: _Judged, at: datetime
    ) -> None:
        operation: Operation | None = None
        try:
            operation = _opened(sent)
            if judged.care_unit not in {None, operation.actor.care_unit}:
                self._publish(batch, judged, at)
            judged.care_unit = operation.actor.care_unit
            _check(batch, operation)
            with batch.attempt():
                replay.apply(operation)
            if operation.actor != NOBODY:
                judged.operators[operation.actor.operator_id] = operation.actor.care_unit
            verdict, code, facts = Verdict.APPLIED, "", {}
        except Unavailable:
            raise  # nothing is wrong with the operation
        except (Refused, Conflict, NotFound) as error:
            claimed = operation is not None and operation.kind in CLAIMS
            verdict = Verdict.REJECTED if claimed else Verdict.QUARANTINED
            code, facts = error.code, _facts(error)
        except Exception as error:  # a poison operation stops no other
            verdict, code = Verdict.QUARANTINED, "sync.not_understood"
            facts = {"why": type(error).__name__}
        if verdict is not Verdict.APPLIED:
            batch.set_aside(sent.n, sent.id, sent.body.encode(), at, DUE_AFTER)
            if operation is not None:
                batch.add_work_item(_item(batch.device.id, operation, verdict, code, at))
        judged.results.append((Result(sent.n, sent.id, verdict, code, facts), sent.hash))

    def _publish(self, batch: Batch, judged: _Judged, at: datetime) -> None:
        """Put the rows of what was judged since the last time into the feed."""
        effect = batch.publish(judged.care_unit or "", at)
        for place in range(judged.at, len(judged.results)):
            result, hash = judged.results[place]
            judged.results[place] = (replace(result, effect=effect), hash)
        judged.at = len(judged.results)


def buckets_of(care_unit: str, operators: Mapping[UUID, str]) -> tuple[str, ...]:
    """The slices that a desk of the care unit holds, with those of its operators and their units."""
    teams = {team(unit) for unit in (care_unit, *operators.values()) if unit}
    return (REFERENCE, *sorted(teams), *sorted(map(own, operators)))


def _opened(sent: Sent) -> Operation:
    """The operation that was sent, if it is what it says it is.

    Raises IdTaken and msgspec.DecodeError.
    """
    operation = decode_operation(sent.body.encode())
    named = (operation.n, operation.id, operation.hash, operation.previous_hash)
    if named != (sent.n, sent.id, sent.hash, sent.previous_hash):
        raise msgspec.ValidationError("another operation than was named")
    if operation.digest() != operation.hash:
        raise msgspec.ValidationError("not what was hashed")
    return operation


def _check(batch: Batch, operation: Operation) -> None:
    """Raise unless the operation is this desk's, new, and its operator's as of the session."""
    if operation.device_id != batch.device.id:
        raise OfAnotherDevice(id=operation.device_id)
    if batch.known(operation.id):
        raise IdTaken(id=operation.id)
    if operation.kind in SESSION_VERBS:
        return
    session = batch.session(operation.actor.session_id)
    if session is None or session.actor != operation.actor.unlocked():
        raise NotOfTheSession(id=operation.actor.session_id)


def _facts(error: KundcenterError) -> dict[str, str]:
    return {name: str(value) for name, value in error.facts.items()}


def _item(
    device_id: UUID, operation: Operation, verdict: Verdict, code: str, at: datetime
) -> WorkItem:
    rejected = verdict is Verdict.REJECTED
    about = next(iter(operation.wrote), None)
    return WorkItem(
        id=operation.id,
        kind=ItemKind.REJECTED if rejected else ItemKind.QUARANTINED,
        device_id=device_id,
        n=operation.n,
        verb=operation.kind,
        code=code,
        operator_id=operation.actor.operator_id,
        care_unit=operation.actor.care_unit,
        about_kind=about.kind if about else "",
        about_id=about.id if about else None,
        happened_at=operation.given.now,
        made_at=at,
        due_at=at + DUE_AFTER,
    )
