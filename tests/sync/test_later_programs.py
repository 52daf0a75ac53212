"""A centre that is newer than a desk: nothing stands still, and nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import select, text

from db.exchange_tables import aside, cursors, held
from kundcenter.domain.feed import Why, row_sum
from kundcenter.domain.parts import PartKind
from tests.services.whole_shift import whole_shift
from tests.sync.ground import Centre, Side, shared
from tests.sync.later import older
from tests.sync.simulator.evidence import differences, rows_of

Three = tuple[Centre, Side, Side]
later = pytest.mark.logs("rows of a later program")


def set_aside(side: Side) -> dict[Why, set[str]]:
    """Which tables have rows that were set aside, and why."""
    found: dict[Why, set[str]] = {}
    with side.engine.connect() as connection:
        for row in connection.execute(select(aside)):
            found.setdefault(row.why, set()).add(row.entity)
    return found


def adds_up(side: Side) -> None:
    with side.engine.connect() as connection:
        for row in connection.execute(select(cursors)):
            sums = connection.scalars(select(held.c.sum).where(held.c.bucket == row.bucket))
            assert sum(map(int, sums)) % 2**64 == int(row.total)


def has_all(centre: Centre, side: Side) -> None:
    with centre.engine.connect() as connection:
        query = text("SELECT DISTINCT entity, key FROM centre_current WHERE bucket = ANY(:its)")
        its = {tuple(row) for row in connection.execute(query, {"its": [*side.local.cursors()]})}
        wanted = {key: row for key, row in rows_of(connection).items() if key in its}
    with side.engine.connect() as connection:
        assert differences(rows_of(connection), wanted) == []


@later
@pytest.mark.parametrize(
    "less",
    [
        {"tables": frozenset({"alarms", "hand_overs"})},
        {"columns": {"calls": frozenset({"outcome"}), "people": frozenset({"sex"})}},
        {"codes": {("calls", "channel"): frozenset({"line", "manual"})}},
    ],
    ids=["table", "column", "code"],
)
def test_a_desk_takes_in_what_it_can_and_has_the_rest_when_it_is_upgraded(
    three: Three, less: Mapping[str, Any]
) -> None:
    centre, one, other = three
    whole_shift(one, with_item=False)
    one.talk(centre)
    with older(**less):
        other.talk(centre)
        other.talk(centre)
        assert set_aside(other)
        adds_up(other)
        assert other.local.look_over_all() == 0
    assert not other.local.filling()
    one.sign_in("bo")
    one.desk.calls.register("+46701740606")
    one.talk(centre)
    with older(**less):
        other.talk(centre)
    kept = set_aside(other)
    other.talk(centre)  # the program has been upgraded
    assert kept
    assert set_aside(other) == {}
    has_all(centre, other)
    adds_up(other)
    assert other.local.look_over_all() == 0


@later
def test_a_row_that_cannot_be_read_any_more_stays_as_it_was(three: Three) -> None:
    """And what points to one that never could be waits for it, and comes with it."""
    centre, one, other = three
    one.nurse()
    old = one.desk.calls.register("+46701740606").the("call")
    one.talk(centre)
    other.talk(centre)
    one.desk.calls.close(old, "INFO")
    new = one.desk.calls.register("+46701740607").the("call")
    one.desk.calls.open_part(new, PartKind.ADVICE)
    one.talk(centre)
    now = {row["id"]: row["state"] for row in shared(centre.engine)["calls"]}
    before = shared(other.engine)["calls"]
    with older(codes={("calls", "state"): frozenset(now.values())}):
        other.talk(centre)
        assert set_aside(other) == {Why.VALUE: {"calls"}, Why.PARENT: {"parts"}}
    assert shared(other.engine)["calls"] == before
    assert shared(other.engine)["parts"] == []
    adds_up(other)
    with older(codes={("calls", "state"): frozenset({now[old.hex]})}):
        other.talk(centre)  # an upgrade, though not the last one
        assert set_aside(other) == {Why.VALUE: {"calls"}}
    assert len(shared(other.engine)["parts"]) == 1
    other.talk(centre)
    assert set_aside(other) == {}
    has_all(centre, other)


@later
def test_what_is_set_aside_leaves_with_its_bucket(three: Three) -> None:
    centre, one, other = three
    one.nurse()
    one.desk.calls.register("+46701740606")
    one.talk(centre)
    with older(tables=frozenset({"calls"})):
        other.talk(centre)
        assert set_aside(other) == {Why.TABLE: {"calls"}}
        other.local.hold(["ref"])
        assert set_aside(other) == {}


def test_rows_of_an_older_and_a_newer_centre_come_in_one_page(three: Three) -> None:
    """A column that one of them lacks is nobody else's loss."""
    centre, one, other = three
    one.nurse()
    for number in range(3):
        one.desk.calls.register(f"+4670174060{number}")
    one.talk(centre)
    first = min(row["id"] for row in shared(centre.engine)["calls"])
    with centre.engine.begin() as connection:  # as an older centre has told of it
        connection.execute(
            text(
                "UPDATE centre_feed SET body = (body::jsonb - 'line_call' - 'number')::text "
                "WHERE key = :key"
            ),
            {"key": first},
        )
        bodies = connection.execute(
            text("SELECT bucket, body FROM centre_feed WHERE key = :key"), {"key": first}
        ).all()
    ((bucket, body),) = bodies
    told = row_sum("calls", first, json.loads(body))
    with centre.engine.begin() as connection:
        named = {"key": first, "bucket": bucket, "sum": str(told)}
        old = connection.execute(
            text("SELECT sum FROM centre_current WHERE key = :key AND bucket = :bucket"), named
        ).scalar_one()
        connection.execute(text("UPDATE centre_current SET sum = :sum WHERE key = :key"), named)
        total = connection.execute(
            text("SELECT total FROM centre_buckets WHERE id = :bucket"), named
        ).scalar_one()
        new = (int(total) - int(old) + told) % 2**64
        connection.execute(
            text("UPDATE centre_buckets SET total = :total WHERE id = :bucket"),
            {"total": str(new), "bucket": bucket},
        )
    other.talk(centre)
    assert {row["id"]: row["number"] is None for row in shared(other.engine)["calls"]} == {
        row["id"]: row["id"] == first for row in shared(centre.engine)["calls"]
    }
    assert other.local.look_over_all() == 0
