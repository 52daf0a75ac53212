"""Queues, presence and incidents at desks that do not hear of each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.incidents import IncidentKind, outages
from kundcenter.domain.supervision.presences import PresenceKind
from kundcenter.domain.supervision.queue_calls import Left
from tests.postgres import PostgresServer
from tests.sync.case_ground import Office, an_office

ORDERS = pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)
SECOND = timedelta(seconds=1)


@pytest.fixture
def two(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Office]:
    with an_office(postgres_server, tmp_path, 2) as office:
        yield office


@ORDERS
def test_two_desks_that_heard_of_the_same_caller_have_one_row(
    two: Office, order: tuple[int, int]
) -> None:
    same = Left("17.1", "1177", 75 * SECOND)
    two.one.desk.queue_calls.note((same,))
    two.other.clock.pass_time(seconds=7)  # its clock is ahead
    two.other.desk.queue_calls.note((same, Left("17.2", "1177", 3 * SECOND)))
    two.agree(order)
    two.all_was_taken()
    found = two.rows("SELECT line_call, joined_at, left_at FROM queue_calls ORDER BY line_call")
    assert [each.line_call for each in found] == ["17.1", "17.2"]


@ORDERS
def test_of_two_orders_for_a_queue_one_stands_and_both_desks_say_which(
    two: Office, order: tuple[int, int]
) -> None:
    two.one.desk.queue_closures.close("1177", "Brandlarm")
    two.other.desk.queue_closures.close("1177", "Möte")
    two.agree(order)
    assert two.rejected() == {}
    (here,) = two.one.desk.queue_closures.standing()
    assert two.other.desk.queue_closures.standing() == (here,)
    assert here.reason == ("Möte" if order == (0, 1) else "Brandlarm")
    assert two.one.desk.queue_closures.switches() == two.other.desk.queue_closures.switches()


@ORDERS
def test_a_queue_that_both_open_is_open(two: Office, order: tuple[int, int]) -> None:
    id = two.one.desk.queue_closures.close("1177", "Brandlarm").the("queue_closure")
    two.agree()
    two.one.desk.queue_closures.open(id)
    two.other.desk.queue_closures.open(id)
    two.agree(order)
    two.all_was_taken()
    assert two.one.desk.queue_closures.standing() == ()


@ORDERS
def test_one_operator_at_two_desks_is_there_at_both(two: Office, order: tuple[int, int]) -> None:
    for side in two.sides:
        side.desk.presences.begin()
    two.one.desk.presences.begin(PresenceKind.PAUSE, BreakKind.LUNCH)
    two.agree(order)
    two.one.clock.pass_time(minutes=10)
    two.one.desk.presences.seen()
    two.one.desk.presences.end()
    two.other.desk.presences.end(PresenceKind.SIGNED_IN)
    two.agree(order)
    two.all_was_taken()
    kinds = two.rows("SELECT kind, ends_at IS NULL AS goes_on FROM presences")
    assert sorted((each.kind, each.goes_on) for each in kinds) == [
        ("INLOGGAD", False), ("INLOGGAD", True), ("PAUS", False),
    ]  # fmt: skip


@ORDERS
def test_an_outage_that_both_noticed_alone_is_one(two: Office, order: tuple[int, int]) -> None:
    noticed = [
        side.desk.incidents.notice(IncidentKind.CENTRE, timedelta(minutes=11)).the("incident")
        for side in two.sides
    ]
    for side, id in zip(two.sides, noticed, strict=True):
        side.clock.pass_time(minutes=5)
        side.desk.incidents.cease(id)
    two.agree(order)
    two.all_was_taken()
    now = two.one.clock.at
    (outage,) = outages(two.one.desk.incidents.between(now - timedelta(hours=1), now))
    assert {each.id for each in outage.incidents} == set(noticed)
    assert outage.ends_at is not None


@ORDERS
def test_who_ended_an_incident_first_at_the_centre_stands(
    two: Office, order: tuple[int, int]
) -> None:
    id = two.one.desk.incidents.note(IncidentKind.RECORD, "Långsamt").the("incident")
    two.agree()
    for side in two.sides:
        side.clock.pass_time(minutes=10)
        side.desk.incidents.end(id)
        side.desk.incidents.word(id, "Omstartat")
    two.agree(order)
    two.all_was_taken()
    assert two.one.desk.incidents.standing() == two.other.desk.incidents.standing() == ()
    (row,) = two.rows("SELECT text FROM incidents")
    assert row.text == "Omstartat"
