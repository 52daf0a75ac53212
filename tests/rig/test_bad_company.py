"""A bad operation among many, an answer that is lost again and again, and a desk far behind."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import insert

from db import operations
from kundcenter.adapters.centre_client import CentreClient
from kundcenter.adapters.centre_faults import CentreAway
from kundcenter.domain.access import Role
from kundcenter.domain.feed import Verdict
from kundcenter.domain.snippets import Incoming, Scope, Wording
from kundcenter.operations import Operation, encode
from kundcenter.start.desk import new_id
from kundcenter.start.link import Link, LinkTerms
from kundcenter.sync.wire import MOST_BYTES, Hello, Push, Pushed, Sent, Stop, pack, unpack
from tests.centre.ground import talk
from tests.ground import NUMBER, WOMAN
from tests.postgres import PostgresServer
from tests.rig.network import FULL, Street, a_street, measured, through
from tests.start.link_ground import Seen
from tests.sync.ground import Side, shared

pytestmark = pytest.mark.loopback
POISON_WITHIN = 10.0 if FULL else 30.0  # seconds: goal G16, and where others are at work too
LOST = 50


@pytest.fixture
def street(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Street]:
    with a_street(postgres_server, tmp_path) as street:
        yield street


def poison(side: Side, size: int) -> int:
    """An operation of a kind that nobody knows, `size` bytes of it; returns its number."""
    heads = side.local.heads()
    (last,) = side.local.operations(heads.operation.n - 1, 1)
    wrong: Operation = replace(
        last,
        id=new_id(),
        n=heads.operation.n + 1,
        kind="future.verb",
        arguments=b"x" * size,
    ).chained(heads.operation.hash)
    row = operations.rows.row(last) | {
        "n": wrong.n,
        "id": wrong.id,
        "kind": wrong.kind,
        "hash": wrong.hash,
        "body": encode(wrong),
    }
    with side.engine.begin() as connection:
        connection.execute(insert(operations.operations), row)
    return wrong.n


@pytest.mark.parametrize(("size", "good"), [(10, 999), (5 * MOST_BYTES, 999 if FULL else 150)])
def test_one_bad_operation_keeps_none_of_a_thousand_waiting(
    street: Street, size: int, good: int
) -> None:
    side = street.nurse_at()
    first = side.local.heads().operation.n
    bad = poison(side, size)
    for _ in range(good):
        side.desk.calls.register(NUMBER)
    client = street.house.client(side.device_id)
    begun = time.monotonic()
    talk(side, client)
    took = time.monotonic() - begun
    counts = street.house.centre.central.counts()
    assert counts == {Verdict.APPLIED: first + good, Verdict.QUARANTINED: 1}
    (item,) = shared(street.house.centre.engine)["work_items"]
    assert (item["n"], item["kind"], item["resolved_at"]) == (bad, "GRANSKAS", None)
    assert shared(side.engine)["work_items"] == [item]  # somebody is told of it
    assert side.local.waiting().count == 0
    assert len(shared(street.house.centre.engine)["calls"]) == good
    measured(f"{good} beside one bad one of {size} bytes: {took:.1f} s")
    assert took < POISON_WITHIN


def test_an_operation_that_is_larger_than_a_message_goes_alone(street: Street) -> None:
    side = street.desk()
    side.begin()
    side.operator("chef", Role.SUPERVISOR_NURSE)
    side.sign_in("chef")
    street.settle(side)
    body = "Vila och drick. " * 200
    rows = tuple(Incoming(Scope.TEAM, Wording(f"f{number}", "Råd", body)) for number in range(500))
    side.desk.snippets.import_(rows)
    side.desk.calls.register(NUMBER)
    last = side.local.operations(side.local.heads().operation.n - 2, 1)[0]
    assert len(encode(last)) > MOST_BYTES
    talk(side, street.house.client(side.device_id))
    street.agrees(side)
    assert len(shared(street.house.centre.engine)["snippets"]) == 500


@dataclass(slots=True)
class Losing:
    """A client whose answers to what was sent are lost, so many times in a row."""

    client: CentreClient
    left: list[int]
    said: list[bytes] = field(default_factory=list)

    def ask(self, path: str, body: bytes) -> bytes:
        answer = self.client.ask(path, body)
        if path == "push":
            self.said.append(body)
            if self.left[0]:
                self.left[0] -= 1
                raise CentreAway(why="lost", status=None, retry_after=None)
        return answer

    def close(self) -> None:
        self.client.close()


def test_an_answer_that_is_lost_fifty_times_in_a_row_comes_in_the_end(street: Street) -> None:
    side = street.nurse_at()
    for _ in range(5):
        side.desk.calls.register(NUMBER)
    left, seen = [LOST], Seen()
    said: list[bytes] = []

    def connect() -> Losing:
        return Losing(street.house.client(side.device_id), left, said)

    terms = LinkTerms(seen.tell, seen.announce, now=side.clock, uniform=lambda low, _: low)
    link = Link(side.local, connect, terms)
    link.start()
    try:
        seen.until(through)
    finally:
        link.stop()
    assert left == [0]
    assert len(said) > LOST
    assert len(set(said[: LOST + 1])) == 1  # the same bytes each time
    street.settle(side)
    street.agrees(side)


def pushes(side: Side, after: int) -> list[bytes]:
    """Each operation after a number in a message of its own, with the looks before the first."""
    looks = side.local.accesses(0, 10_000)
    found = side.local.operations(after, 10_000)
    return [pack(Push((Sent.of(each),), looks)) for each in found]


def verdicts(answer: bytes) -> list[tuple[int, Verdict]]:
    return [(each.n, each.verdict) for each in unpack(answer, Pushed).results]


def test_what_comes_out_of_order_twice_or_a_week_late_changes_nothing(street: Street) -> None:
    side = street.nurse_at()
    person = side.person(WOMAN)
    before = side.local.heads().operation.n - 1
    side.desk.people.note_language(person, "polska")
    side.desk.calls.register(NUMBER)
    client = street.house.client(side.device_id)
    old_hello = pack(Hello(side.device_id, side.local.heads(), side.local.epoch()))
    one, two, three = pushes(side, before)
    assert unpack(client.ask("push", three), Pushed).stop is Stop.GAP
    first = verdicts(client.ask("push", one))
    assert unpack(client.ask("push", three), Pushed).stop is Stop.GAP
    assert verdicts(client.ask("push", one)) == first
    second = verdicts(client.ask("push", two))
    third = verdicts(client.ask("push", three))
    talk(side, client)
    street.agrees(side)
    side.desk.calls.register(NUMBER)
    talk(side, client)
    stood = shared(street.house.centre.engine)
    side.clock.pass_time(days=7)
    said = [(one, first), (two, second), (three, third)] * 2
    Random(7).shuffle(said)
    for body, answer in said:
        assert verdicts(client.ask("push", body)) == answer
    client.ask("hello", old_hello)  # a week old: it freezes nobody
    assert shared(street.house.centre.engine) == stood
    talk(side, client)
    street.agrees(side)


def test_a_desk_hears_what_was_done_while_it_was_away_for_a_month(street: Street) -> None:
    here = street.nurse_at("här")
    there = street.desk("där")
    street.settle(there)
    there.takes("nurse")
    there.desk.calls.register(NUMBER)
    for _ in range(6):
        here.clock.pass_time(days=5)
        here.sign_in("nurse")
        here.desk.calls.register(NUMBER)
        street.settle(here)
    street.settle(there)
    street.settle(here)
    street.agrees(there)
    street.agrees(here)
    assert there.local.waiting().since is None
    assert timedelta(days=30) <= here.clock.at - there.local.operations(0, 1)[0].given.now
