"""The centre's judgement: an operation of a desk is carried out again, and its verdict kept.

What somebody has done is never turned away: if it cannot be carried out as it was told, it is kept
whole, and a person looks at it.  Only a claim on something shared can be rejected (RELIABILITY
0.13).  One bad operation stops no other (2.9).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from kundcenter.domain.access import NOBODY
from kundcenter.domain.access_log import Head
from kundcenter.domain.calendar import is_instant
from kundcenter.domain.claims import CLAIMS, PROMISED
from kundcenter.domain.devices import DeviceFrozen, DeviceState
from kundcenter.domain.feed import (
    Page,
    Result,
    Verdict,
)
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.work_items import DUE_AFTER, ItemKind, WorkItem
from kundcenter.errors import Conflict, KundcenterError, NotFound, Refused, Spoilt, Unavailable
from kundcenter.operations import Operation, by_place, decode_operation
from kundcenter.sync.greeting import buckets_for, welcome
from kundcenter.sync.leave import FIRST, OPEN, check_alone, check_session, note
from kundcenter.sync.other_epoch import (
    RejectedBefore,
    Signed,
    must_not_be_settled,
    recognise,
    was_carried_out,
)
from kundcenter.sync.ports import Batch, Central
from kundcenter.sync.replay import CarriesOut, rerun
from kundcenter.sync.wire import (
    MOST_ROWS,
    Emptied,
    Farewell,
    Hello,
    MayErase,
    Pull,
    Push,
    Pushed,
    Sent,
    Stop,
    Welcome,
)

ATTEMPTS = 3
SESSION_VERBS = frozenset({OPEN, FIRST})


class NotOfTheSession(Refused):
    """The operation says another operator, other roles or another unit than its session."""

    code = "sync.not_of_the_session"


class OfAnotherDevice(Refused):
    """The operation was made at another desk than the one that sent it."""

    code = "sync.of_another_device"


class IdTaken(Refused):
    """Another operation has the id, or was given one of the ids before."""

    code = "sync.id_taken"


NOT_UNDERSTOOD = "sync.not_understood"
_NOT_ITS_OWN = frozenset({IdTaken.code, OfAnotherDevice.code})  # the id that it says it has


@dataclass(slots=True)
class _Judged:
    """What has been judged of one push, before its rows are in the feed."""

    now: datetime
    results: list[tuple[Result, bytes]] = field(default_factory=list)
    at: int = 0  # from here on nothing is published yet
    care_unit: str | None = None
    operators: dict[UUID, str] = field(default_factory=dict)


class Judge:
    """Answers what desks ask.  Knows no network; all it remembers is in the store."""

    def __init__(
        self, central: Central, now: Callable[[], datetime], signed: Signed | None = None
    ) -> None:
        """`signed` knows the centre's own signature on a ticket that it has forgotten."""
        self._central = central
        self._now = now
        self._signed = signed

    def hello(self, hello: Hello) -> Welcome:
        """How the desk stands to the centre, and what it may have.

        Raises DeviceUnknown, DeviceFrozen, ProtocolUnknown.
        """
        return welcome(self._central, hello, self._now())

    def push(self, device_id: UUID, push: Push) -> Pushed:
        """Judge the operations in their order.

        Sent again, the same operations meet the same verdicts.  Raises DeviceUnknown,
        DeviceFrozen, and Unavailable when it may be tried again later.
        """
        attempt = 1
        careful = False  # most pushes hold nothing that has to be undone by itself
        while True:
            try:
                with self._central.batch(device_id, careful=careful) as batch:
                    batch.device.must_exchange()
                    pushed = self._push(batch, push)
                break
            except Spoilt:
                careful = True
            except (Unavailable, Conflict):  # two desks wrote the same row at the same time
                if attempt == ATTEMPTS:
                    raise
                attempt += 1
        return pushed

    def pull(self, device_id: UUID, pull: Pull) -> Page:
        """What follows on the desk's cursors, in the buckets that it may have."""
        device = self._central.device(device_id)
        if device.to_be_erased:
            return Page(self._central.epoch(), (), {}, anew=True)
        device.must_serve()
        allowed = set(buckets_for(self._central, device))
        cursors = {name: max(seq, 0) for name, seq in pull.cursors.items() if name in allowed}
        limit = min(max(pull.limit, 1), MOST_ROWS)
        page = self._central.page(cursors, pull.through, pull.whole, limit, device_id=device.id)
        ended = self._central.ended(device.id, self._now())
        return replace(page, ended=tuple(ended), ended_given=tuple(ended.values()))

    def emptied(self, device_id: UUID, emptied: Emptied) -> MayErase:
        """A desk that is to erase itself asks whether all it had has come."""
        device = self._central.device(device_id)
        whole = device.state is DeviceState.WIPING and emptied.heads == device.heads
        return MayErase(whole or device.state is DeviceState.HOSTILE)

    def erased(self, device_id: UUID) -> Farewell:
        """A desk has erased itself, as it was told.  Raises DeviceUnknown, DeviceFrozen."""
        with self._central.batch(device_id) as batch:
            if batch.device.to_be_erased:
                batch.put_device(batch.device.erased())
            elif batch.device.state is not DeviceState.GONE:  # else it has said so before
                raise DeviceFrozen(id=device_id)
        return Farewell()

    # -- push ------------------------------------------------------------------------------------

    def _push(self, batch: Batch, push: Push) -> Pushed:
        stop = self._take_accesses(batch, push)
        judged = _Judged(self._now())
        said: list[Result | int] = []  # an answer of before, or the place of one of now
        head = batch.device.heads.operation
        if stop is None:
            recognise(batch, push.tickets, self._signed)
            before = {each.n: each for each in push.before}
            carry_out = rerun(batch.store)
            opened = [_opened(sent) for sent in push.operations]
            batch.expect(
                [sent.id for sent in push.operations],
                {id for each in opened if isinstance(each, Operation) for id in each.given.ids},
            )
            for sent, operation in zip(push.operations, opened, strict=True):
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
                self._judge(batch, carry_out, sent, operation, judged, before=before.get(sent.n))
                said.append(len(judged.results) - 1)
                head = Head(sent.n, sent.hash)
            self._publish(batch, judged)
            batch.record(judged.results, judged.now)
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
            batch.add_accesses(new, self._now())
            batch.put_device(batch.device.told(batch.device.heads.operation, head))
        return None

    def _judge(
        self,
        batch: Batch,
        carry_out: CarriesOut,
        sent: Sent,
        opened: Operation | Exception,
        judged: _Judged,
        *,
        before: Result | None,
    ) -> None:
        at = judged.now
        operation: Operation | None = None
        behalf = ""  # nobody's, as long as it is not known whose the operation is
        try:
            if isinstance(opened, Exception):
                raise opened
            operation = opened
            check(batch, operation)
            behalf = operation.actor.care_unit
            if operation.kind in CLAIMS:
                must_not_be_settled(operation, before)
            self._on_behalf(batch, judged, behalf)
            with batch.attempt():  # the verb, and what follows from it
                # What was decided already, there or at a desk that had no centre, is not late.
                decided = was_carried_out(before) or batch.device.was_alone(operation.n)
                carry_out(operation, None if decided else at)
                note(batch, operation, at)
            if operation.actor != NOBODY:
                judged.operators[operation.actor.operator_id] = operation.actor.care_unit
            verdict, code, facts = Verdict.APPLIED, "", {}
        except (Unavailable, Spoilt):
            raise  # to be tried again
        except (Refused, Conflict, NotFound) as error:
            claimed = operation is not None and operation.kind in CLAIMS
            claimed = claimed and not was_carried_out(before)
            verdict = Verdict.REJECTED if claimed else Verdict.QUARANTINED
            code, facts = error.code, facts_of(error)
        except RejectedBefore as rejected:
            verdict, code, facts = Verdict.REJECTED, rejected.code, {}
        except Exception as error:  # a poison operation stops no other
            verdict, code = Verdict.QUARANTINED, NOT_UNDERSTOOD
            facts = {"why": type(error).__name__}
        id = sent.id
        if verdict is not Verdict.APPLIED:
            if operation is None or code in _NOT_ITS_OWN:
                id = by_place(batch.device.id, sent.n)
            self._on_behalf(batch, judged, behalf)
            batch.set_aside(sent.n, id, sent.body.encode(), at, DUE_AFTER)
            item = WorkItem(
                id=id,
                kind=ItemKind.REJECTED if verdict is Verdict.REJECTED else ItemKind.QUARANTINED,
                device_id=batch.device.id,
                n=sent.n,
                code=code,
                care_unit=behalf or batch.device.care_unit,
                made_at=at,
                due_at=_due(operation, at),
                **_told_of(operation, at),
            )
            batch.add_work_item(item)
            if verdict is Verdict.QUARANTINED and was_carried_out(before):
                batch.aside.again(sent.n)
        judged.results.append((Result(sent.n, id, verdict, code, facts), sent.hash))

    def _on_behalf(self, batch: Batch, judged: _Judged, care_unit: str) -> None:
        """What is written from now on is written for the care unit, or else for the desk's own."""
        care_unit = care_unit or batch.device.care_unit
        if judged.care_unit not in {None, care_unit}:
            self._publish(batch, judged)
        judged.care_unit = care_unit

    def _publish(self, batch: Batch, judged: _Judged) -> None:
        """Put the rows of what was judged since the last time into the feed."""
        # First, for then their teams' rows stay in sight.
        batch.note_operators(judged.operators, judged.now)
        effect = batch.publish(judged.care_unit or batch.device.care_unit, judged.now)
        for place in range(judged.at, len(judged.results)):
            result, hash = judged.results[place]
            judged.results[place] = (replace(result, effect=effect), hash)
        judged.at = len(judged.results)


def _opened(sent: Sent) -> Operation | Exception:
    """The operation that was sent, or what is wrong with what says that it is one."""
    try:
        operation = decode_operation(sent.body.encode())
    except Exception as error:  # a poison operation stops no other
        return error
    named = (operation.n, operation.id, operation.hash, operation.previous_hash)
    if named != (sent.n, sent.id, sent.hash, sent.previous_hash):
        return msgspec.ValidationError("another operation than was named")
    if operation.digest() != operation.hash:
        return msgspec.ValidationError("not what was hashed")
    return operation


def check(batch: Batch, operation: Operation, *, vouched: bool = False) -> None:
    """Raise unless the operation is this desk's, new, and its operator's as of the session.

    With `vouched` somebody has looked into it that the session might be opened.
    """
    if operation.device_id != batch.device.id:
        raise OfAnotherDevice(id=operation.device_id)
    if batch.known(operation.id) or batch.taken(operation.given.ids):
        raise IdTaken(id=operation.id)
    if operation.kind in SESSION_VERBS:
        if not vouched:
            check_session(batch, operation)
        return
    session = batch.session(operation.actor.session_id)
    if session is None or session.actor != operation.actor.unlocked():
        raise NotOfTheSession(id=operation.actor.session_id)
    check_alone(batch, operation)


def facts_of(error: KundcenterError) -> dict[str, str]:
    return {name: str(value) for name, value in error.facts.items()}


def _due(operation: Operation | None, at: datetime) -> datetime:
    """In half an hour, or when what was promised begins; never before now."""
    latest = at + DUE_AFTER
    argument = PROMISED.get(operation.kind) if operation is not None else None
    if operation is None or argument is None:
        return latest
    try:
        promised = msgspec.convert(msgspec.json.decode(operation.arguments)[argument], datetime)
    except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError):
        return latest  # whoever sent it may have meant ill
    return max(at, min(latest, promised)) if is_instant(promised) else latest


def _told_of(operation: Operation | None, at: datetime) -> dict[str, Any]:
    """What a work item tells of the operation: nothing of one that nobody can read.

    The words are those of whoever sent it, who may have meant ill: only what any database takes.
    """
    if operation is None:
        return {
            "verb": "",
            "operator_id": NOBODY.operator_id,
            "about_kind": "",
            "about_id": None,
            "happened_at": at,
        }
    about = operation.about
    happened = operation.given.now
    return {
        "verb": operation.kind.replace("\0", "")[:LINE_LIMIT],
        "operator_id": operation.actor.operator_id,
        "about_kind": about.kind if about else "",
        "about_id": about.id if about else None,
        "happened_at": happened if is_instant(happened) else at,
    }
