"""Callers who left a queue unanswered: one row each, however many desks heard of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kundcenter.changes import Changes
from kundcenter.domain.access import NotPermitted, NotSignedIn, Role
from kundcenter.domain.lines import EndReason
from kundcenter.domain.rings import Ring
from kundcenter.domain.supervision.queue_calls import (
    MOST_AT_ONCE,
    Left,
    QueueCallsTooMany,
    QueueUnnamed,
)
from kundcenter.domain.text import TextInvalid
from tests.ground import NUMBER, Ground, rows


def left(n: int = 1, queue: str = "1177", *, waited: float = 75, ago: float = 5) -> Left:
    return Left(f"17.{n}", queue, timedelta(seconds=waited), ago=timedelta(seconds=ago))


def test_who_left_is_kept_with_when_and_for_how_long_and_nothing_else(ground: Ground) -> None:
    ground.nurse()
    before = ground.clock.at
    changes = ground.desk.queue_calls.note((left(),))
    (row,) = ground.desk.queue_calls.between(before - timedelta(hours=1), ground.clock.at)
    assert row.id == changes.the("queue_call") == left().id
    assert (row.line_call, row.queue, row.reached) == ("17.1", "1177", False)
    assert row.left_at - row.joined_at == timedelta(seconds=75)
    assert row.left_at == ground.operations()[-1].given.now - timedelta(seconds=5)
    assert set(rows(ground.engine, "queue_calls")["queue_calls"][0]) == {
        "id", "line_call", "queue", "joined_at", "left_at", "reached",
    }  # fmt: skip


def test_a_queue_without_a_name_is_none(ground: Ground) -> None:
    """Else it would be a queue that no table can name, and whose calls are those of all."""
    ground.nurse()
    for queue, kept in ((" ", None), ("", None), ("1177", "1177")):
        call = ground.desk.calls.ring(Ring(f"17.{queue}", NUMBER, queue=queue)).the("call")
        assert ground.desk.calls.get(call).queue == kept
    with pytest.raises(QueueUnnamed):
        ground.desk.queue_calls.note((left(queue=" "),))


def test_what_is_told_again_changes_nothing(ground: Ground) -> None:
    ground.nurse()
    queue_calls = ground.desk.queue_calls
    queue_calls.note((left(),))
    first = rows(ground.engine, "queue_calls")
    ground.clock.pass_time(minutes=3)
    assert queue_calls.note((left(ago=60), left())).of("queue_call") == (left().id,)
    assert rows(ground.engine, "queue_calls") == first


def test_a_desk_writes_only_those_whom_no_other_has_told_it_of(ground: Ground) -> None:
    ground.nurse()
    queue_calls = ground.desk.queue_calls
    queue_calls.note((left(1), left(2)))
    before = ground.operations()
    assert queue_calls.note_new((left(1), left(2))) == Changes()
    assert queue_calls.note_new(()) == Changes()
    assert ground.operations() == before
    assert queue_calls.note_new((left(2), left(3))).of("queue_call") == (left(3).id,)


def test_who_was_reached_is_noted_where_no_desk_has_the_call(ground: Ground) -> None:
    ground.nurse()
    calls, queue_calls = ground.desk.calls, ground.desk.queue_calls
    for n in (1, 2):
        id = calls.ring(Ring(f"17.{n}", NUMBER, queue="1177")).the("call")
        if n == 1:
            calls.answer(id)
            calls.end(id, EndReason.CALLER)
        else:
            calls.end(id, EndReason.ELSEWHERE)
    ground.clock.pass_time(minutes=5)
    reached = [replace(left(n, ago=300), reached=True) for n in (1, 2, 3)]
    noted = queue_calls.note_new(tuple(reached)).of("queue_call")
    assert set(noted) == {reached[1].id, reached[2].id}
    now = ground.clock.at
    found = queue_calls.between(now - timedelta(hours=1), now)
    assert [(each.line_call, each.reached) for each in found] == [("17.2", True), ("17.3", True)]
    ground.sign_in("admin")
    ground.operator("lead", Role.SUPERVISOR_NURSE)
    ground.sign_in("lead")
    counts = ground.desk.figures.live().queue("1177").counts
    assert (counts.answered.count, counts.unknown, counts.abandoned.count) == (3, 0, 0)


def test_callers_are_found_by_when_they_joined(ground: Ground) -> None:
    ground.nurse()
    queue_calls = ground.desk.queue_calls
    ground.clock.pass_time(hours=2)
    queue_calls.note((left(1, waited=30, ago=0), left(2, waited=600, ago=0)))
    now = ground.clock.at
    early = queue_calls.between(now - timedelta(hours=1), now - timedelta(minutes=5))
    assert [each.line_call for each in early] == ["17.2"]
    both = queue_calls.between(now - timedelta(hours=1), now)
    assert [each.line_call for each in both] == ["17.2", "17.1"]
    assert queue_calls.between(both[0].joined_at, both[1].joined_at) == both[:1]


def test_what_cannot_be_kept_is_refused_whole(ground: Ground) -> None:
    ground.nurse()
    note = ground.desk.queue_calls.note
    assert ground.refuses(QueueUnnamed, note, (left(1), left(2, ""))) == {}
    ground.refuses(TextInvalid, note, (left(1), left(2, "a\0b")))
    many = tuple(left(n) for n in range(MOST_AT_ONCE + 1))
    assert ground.refuses(QueueCallsTooMany, note, many) == {
        "count": MOST_AT_ONCE + 1, "limit": MOST_AT_ONCE,
    }  # fmt: skip
    note(many[:MOST_AT_ONCE])
    assert len(rows(ground.engine, "queue_calls")["queue_calls"]) == MOST_AT_ONCE


def test_the_line_is_followed_behind_the_lock_and_by_nobody_else(ground: Ground) -> None:
    desk = ground.desk
    ground.begin()
    ground.refuses(NotPermitted, desk.queue_calls.note, (left(),))
    ground.operator("nurse", Role.NURSE)
    desk.sessions.sign_out()
    ground.refuses(NotSignedIn, desk.queue_calls.note, (left(),))
    with pytest.raises(NotSignedIn):
        desk.queue_calls.note_new((left(),))
    ground.sign_in("nurse")
    desk.sessions.lock()
    desk.queue_calls.note_new((left(),))
    assert len(rows(ground.engine, "queue_calls")["queue_calls"]) == 1
