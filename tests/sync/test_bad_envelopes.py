"""Envelopes that are wrong in every field: refused at the door, stopped, or set aside alone.

RELIABILITY §8, rows 108–141.  Whatever comes, the operations after it are still judged, and
nothing but the operations that are whole has an effect.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid1, uuid4

import pytest

from kundcenter.domain.feed import Verdict
from kundcenter.operations import Operation
from kundcenter.sync import leave
from kundcenter.sync.greeting import ProtocolUnknown
from kundcenter.sync.ports import Batch
from kundcenter.sync.wire import (
    MOST_OPERATIONS,
    Hello,
    MessageWrong,
    Pull,
    Push,
    Sent,
    Stop,
    pack,
    unpack,
)
from tests.ground import NUMBER
from tests.sync.ground import Centre, Side, shared

Three = tuple[Centre, Side, Side]
Altered = Callable[[dict[str, Any]], object]

WRONG: tuple[Any, ...] = (None, True, -1, 0, 2**63, 2**200, 1.5, "", "x", [], {}, "NaN")


def prepared(three: Three) -> tuple[Centre, Side, list[Operation]]:
    """A desk whose beginning the centre has, and three operations that it has not."""
    centre, one, _ = three
    one.nurse()
    one.talk(centre)
    had = one.local.heads().operation.n
    for _ in range(3):
        one.desk.calls.register(NUMBER)
    return centre, one, list(one.local.operations(had, 10))


def pushed(centre: Centre, side: Side, *sent: Sent) -> Any:
    accesses = side.local.accesses(centre.central.device(side.device_id).heads.access.n, 500)
    return centre.judge.push(side.device_id, Push(sent, accesses))


def rechained(operation: Operation, after: Operation | None, **changed: Any) -> Operation:
    """A changed operation with a hash of its own, after another."""
    previous = after.hash if after else operation.previous_hash
    return replace(operation, **changed).chained(previous)


def test_a_push_of_nothing_changes_nothing(three: Three) -> None:
    centre, one, _ = prepared(three)
    before = centre.central.device(one.device_id)
    assert centre.judge.push(one.device_id, Push()).results == ()
    assert centre.central.device(one.device_id).heads == before.heads


@pytest.mark.parametrize("kind", [Hello, Push, Pull])
def test_what_is_no_message_is_refused_at_the_door(kind: type[Any]) -> None:
    deep = b"[" * 20_000 + b"]" * 20_000
    whole = {"cursors": {}, "operations": [], "accesses": [], "device_id": str(uuid4())}
    texts = [b"", b"\xff\xfe", b"{", b"null", b"[]", b'"x"', b"NaN", deep, b"\x00"]
    for name, right in whole.items():
        for wrong in WRONG:
            if wrong not in ({}, []) and wrong != right:
                texts.append(json.dumps({**whole, name: wrong}).encode())
    for text in texts:
        try:
            unpack(text, kind)
        except MessageWrong as error:
            assert set(error.facts) == {"why"}
        else:  # a field that this message does not have
            assert kind is not Hello


def test_a_desk_of_another_protocol_is_told_so(three: Three) -> None:
    centre, one, _ = prepared(three)
    heads = one.local.heads()
    with pytest.raises(ProtocolUnknown):
        centre.judge.hello(Hello(one.device_id, heads, None, protocols=(0, 999)))
    assert centre.judge.hello(Hello(one.device_id, heads, None, protocols=(999, 1))).protocol == 1


def test_what_follows_from_an_operation_goes_with_it(
    three: Three, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it fails, the verb's own rows are undone too, and the next operations are judged."""
    centre, one, (first, second, _) = prepared(three)

    def failing(batch: Batch, operation: Operation, at: datetime) -> None:
        if operation.id == first.id:
            with centre.engine.connect() as connection:  # an error of the database's own
                connection.exec_driver_sql("SELECT 1/0")
        leave.note(batch, operation, at)

    monkeypatch.setattr("kundcenter.sync.judge.note", failing)
    before = len(shared(centre.engine)["calls"])
    answer = pushed(centre, one, Sent.of(first), Sent.of(second))
    assert [each.verdict for each in answer.results] == [Verdict.QUARANTINED, Verdict.APPLIED]
    assert len(shared(centre.engine)["calls"]) == before + 1


def test_fields_that_a_later_program_adds_are_passed_over() -> None:
    told = json.loads(pack(Pull({"ref": 3})))
    assert unpack(json.dumps({**told, "later": [1]}).encode(), Pull) == Pull({"ref": 3})


@pytest.mark.parametrize("n", [0, -1, 2**31, 2**62])
def test_a_number_that_does_not_follow_stops_the_push(three: Three, n: int) -> None:
    centre, one, (first, *_) = prepared(three)
    answer = pushed(centre, one, replace(Sent.of(first), n=n))
    assert answer.stop in {Stop.GAP, Stop.FORK}
    assert answer.results == ()


def test_a_hole_stops_before_it(three: Three) -> None:
    centre, one, (first, _, third) = prepared(three)
    answer = pushed(centre, one, Sent.of(first), Sent.of(third))
    assert answer.stop is Stop.GAP
    assert [each.n for each in answer.results] == [first.n]
    assert answer.heads.operation.n == first.n


def test_the_same_number_with_another_hash_is_a_fork(three: Three) -> None:
    centre, one, (first, *_) = prepared(three)
    pushed(centre, one, Sent.of(first))
    other = rechained(first, None, id=uuid4())
    assert pushed(centre, one, Sent.of(other)).stop is Stop.FORK


def test_the_same_bytes_meet_the_same_verdict_for_ever(three: Three) -> None:
    centre, one, (first, second, _) = prepared(three)
    once = pushed(centre, one, Sent.of(first), Sent.of(second))
    again = pushed(centre, one, Sent.of(first), Sent.of(second))
    assert pack(again.results) == pack(once.results)
    assert centre.central.counts()[Verdict.APPLIED] == second.n


ALTERATIONS: dict[str, Callable[[Operation], Any]] = {
    "an unknown verb": lambda o: {"kind": "calls.vanish"},
    "a verb that is private": lambda o: {"kind": "calls._mine"},
    "a look": lambda o: {"kind": "calls.recent"},
    "no noun": lambda o: {"kind": "."},
    "no arguments": lambda o: {"arguments": b""},
    "arguments of another verb": lambda o: {"arguments": b'{"x":1}'},
    "arguments not canonical": lambda o: {"arguments": b" " + o.arguments},
    "a NUL": lambda o: {"arguments": json.dumps({"number": "a\x00b"}).encode()},
    "deep arguments": lambda o: {"arguments": b'{"number":' + b"[" * 9_000 + b"]" * 9_000 + b"}"},
    "a million keys": lambda o: {
        "arguments": json.dumps({f"k{i}": 1 for i in range(20_000)}).encode()
    },
    "no ids": lambda o: {"given": replace(o.given, ids=())},
    "an id that is there": lambda o: {"given": replace(o.given, ids=(o.actor.operator_id,))},
    "the session's id": lambda o: {"given": replace(o.given, ids=(o.actor.session_id,))},
    "another operator": lambda o: {"actor": replace(o.actor, operator_id=uuid4())},
    "another session": lambda o: {"actor": replace(o.actor, session_id=uuid1())},
    "another unit": lambda o: {"actor": replace(o.actor, care_unit="SE0000000009-X")},
    "no session": lambda o: {"actor": replace(o.actor, session_id=UUID(int=0))},
    "more roles": lambda o: {"actor": replace(o.actor, roles=frozenset())},
    "another device": lambda o: {"device_id": uuid4()},
    "a later format": lambda o: {"format": 99},
}


@pytest.mark.parametrize("what", sorted(ALTERATIONS))
def test_one_bad_operation_stops_no_other(three: Three, what: str) -> None:
    centre, one, (first, second, third) = prepared(three)
    bad = rechained(first, None, **ALTERATIONS[what](first))
    second = rechained(second, bad)
    third = rechained(third, second)
    before = len(shared(centre.engine)["calls"])
    answer = pushed(centre, one, *map(Sent.of, (bad, second, third)))
    verdicts = [each.verdict for each in answer.results]
    assert answer.stop is None
    assert verdicts[1:] == [Verdict.APPLIED] * 2
    harmless = what == "a later format" and verdicts[0] is Verdict.APPLIED
    assert verdicts[0] is Verdict.QUARANTINED or harmless
    assert len(shared(centre.engine)["calls"]) == before + 2 + harmless
    assert harmless or (one.device_id, bad.n) in centre.central.quarantined()


def test_a_body_that_is_not_what_was_hashed_is_set_aside(three: Three) -> None:
    centre, one, (first, second, _) = prepared(three)
    altered = replace(Sent.of(first), body=Sent.of(first).body.replace("calls.reg", "calls.rig"))
    assert altered.body != Sent.of(first).body
    answer = pushed(centre, one, altered, Sent.of(second))
    assert [each.verdict for each in answer.results] == [Verdict.QUARANTINED, Verdict.APPLIED]


@pytest.mark.parametrize("body", ["", "x", "{}", "[]", "null", '{"n":1,"n":2}', "\u0000"])
def test_a_body_that_is_none_is_set_aside(three: Three, body: str) -> None:
    centre, one, (first, second, _) = prepared(three)
    answer = pushed(centre, one, replace(Sent.of(first), body=body), Sent.of(second))
    assert [each.verdict for each in answer.results] == [Verdict.QUARANTINED, Verdict.APPLIED]


def test_an_id_that_another_operation_has_is_set_aside(three: Three) -> None:
    centre, one, (first, second, _) = prepared(three)
    twin = rechained(second, first, id=first.id)
    answer = pushed(centre, one, Sent.of(first), Sent.of(twin))
    assert [each.verdict for each in answer.results] == [Verdict.APPLIED, Verdict.QUARANTINED]


def test_an_id_that_was_given_out_before_is_set_aside(three: Three) -> None:
    centre, one, (first, second, third) = prepared(three)
    again = rechained(
        second, first, given=second.given.__class__(second.given.now, first.given.ids)
    )
    answer = pushed(centre, one, Sent.of(first), Sent.of(again), Sent.of(rechained(third, again)))
    assert [each.verdict for each in answer.results] == [
        Verdict.APPLIED,
        Verdict.QUARANTINED,
        Verdict.APPLIED,
    ]


def test_cursors_of_nowhere_are_answered_with_nothing_that_is_not_ours(three: Three) -> None:
    centre, one, _ = prepared(three)
    wild = {"ref": 10**15, "team:SE0000000009-X": 0, "operator:x": -5, "": 0}
    page = centre.judge.pull(one.device_id, Pull(wild, limit=-3))
    assert {part.bucket for part in page.buckets} <= {"ref"}
    assert all(not part.rows for part in page.buckets)
    assert MOST_OPERATIONS
