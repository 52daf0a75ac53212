"""The desk's link on a real store, talking with a real centre through a line that can be cut."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from sqlalchemy import text

from kundcenter.adapters.centre_faults import (
    CentreAway,
    CentreRefused,
    CentreTooLarge,
    CentreUntrusted,
)
from kundcenter.domain.access import Role
from kundcenter.domain.link import LinkState, Phase
from kundcenter.errors import KundcenterError
from kundcenter.start import link_ear
from kundcenter.start.link import END_WITHIN, Link, LinkTerms
from kundcenter.sync.exchange import Ask
from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.pace import Pace, Rest
from kundcenter.sync.wire import Push, unpack
from tests.ground import MAN, WHOLE, WOMAN, Clock
from tests.start.link_ground import LONG, Connected, Joined, Seen, joined
from tests.sync.ground import Centre, a_side, shared


@pytest.fixture
def other(centre: Centre, tmp_path: Path) -> Iterator[Joined]:
    with ExitStack() as stack:
        side = a_side(stack, tmp_path / "other.db", centre.clock, centre, "två")
        made = joined(side, centre)
        yield made
        made.link.stop()


def through(state: LinkState) -> bool:
    return state.phase is Phase.JOINED and state.waiting.count == 0


def test_what_is_done_at_one_desk_is_at_the_other_without_anybody_asking(
    centre: Centre, one: Joined, other: Joined
) -> None:
    here, there = (joined(each.side, centre, poll=2 * LONG / 30) for each in (one, other))
    try:
        for each in (here, there):
            each.link.start()
            each.seen.until(through)
        person = one.side.person(WOMAN)
        one.side.desk.journal.write(person, WHOLE)
        here.link.nudge()
        there.seen.until_changed("entry")
        here.seen.until(through)
    finally:
        for each in (here, there):
            each.link.stop()
    assert shared(other.side.engine)["entries"] == shared(centre.engine)["entries"] != []


def test_work_goes_on_while_the_centre_is_away_and_is_sent_when_it_is_back(
    centre: Centre, one: Joined
) -> None:
    one.link.start()
    one.seen.until(through)
    one.line.cut(lambda: CentreAway(why="unreachable", status=None, retry_after=None))
    call = one.work()
    away = one.seen.until(lambda state: state.phase is Phase.AWAY and state.waiting.count == 1)
    assert away.code == "centre.away"
    assert away.since is not None
    one.work()
    later = one.seen.until(lambda state: state.waiting.count == 2)
    assert (later.phase, later.since) == (Phase.AWAY, away.since)
    assert one.side.desk.calls.get(call).id == call
    one.line.mend()
    one.seen.until(through)
    assert len(shared(centre.engine)["calls"]) == 2


def test_nothing_of_the_store_is_held_while_the_centre_is_asked(one: Joined) -> None:
    held: list[int] = []
    pool = one.side.engine.pool

    def look(ask: Ask) -> None:
        if ask.path is not Where.WAIT:  # meanwhile the link itself may read
            held.append(pool.checkedout())  # type: ignore[attr-defined]

    one.line.fault = look
    one.link.start()
    one.seen.until(through)
    assert held
    assert set(held) == {0}


def sums(desk: Joined) -> dict[str, str]:
    """What the rows of each bucket add up to, as the desk has it."""
    with desk.side.engine.connect() as connection:
        rows = connection.execute(text("SELECT bucket, total FROM sync_cursors"))
        return {row.bucket: row.total for row in rows if row.total != "0"}


def sums_of(centre: Centre) -> dict[str, str]:
    with centre.engine.connect() as connection:
        rows = connection.execute(text("SELECT id, total FROM centre_buckets"))
        return {row.id: row.total for row in rows}


@pytest.mark.logs("a desk's bucket differs in", "mended")
def test_buckets_that_do_not_add_up_are_compared_and_mended(centre: Centre, one: Joined) -> None:
    one.link.start()
    one.seen.until(through)
    adds_up(one, centre)  # before that, a bucket that is being filled would begin anew
    with one.side.engine.begin() as connection:
        connection.execute(text("UPDATE sync_cursors SET total = '1'"))
    one.work()
    one.seen.until(lambda state: state.waiting.count == 1)
    one.seen.until(through)
    one.side.person(MAN)
    one.link.nudge()
    one.seen.until(lambda state: state.waiting.count > 0)
    one.seen.until(through)
    adds_up(one, centre)
    assert shared(one.side.engine) == shared(centre.engine)


def adds_up(one: Joined, centre: Centre) -> None:
    """Ask until the desk has all that the centre has: nothing tells when the last row has come."""
    until = time.monotonic() + LONG
    while sums(one) != sums_of(centre) and time.monotonic() < until:
        one.link.nudge()
        Event().wait(0.05)
    assert sums(one) == sums_of(centre)


def test_a_desk_that_turns_out_to_be_two_stops_and_work_goes_on(
    centre: Centre, one: Joined
) -> None:
    with centre.engine.begin() as connection:
        connection.execute(text("UPDATE centre_devices SET n = 1, hash = '\\x00'"))
    one.link.start()
    state = one.seen.until(lambda state: state.phase is Phase.STOPPED)
    assert state.code == "sync.stopped"
    before = state.waiting.count
    one.work()
    one.seen.until(lambda state: state.phase is Phase.STOPPED and state.waiting.count > before)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (lambda: CentreRefused(code="device.unknown", status=404), "device.unknown"),
        (lambda: CentreUntrusted(why="host"), "centre.untrusted"),
    ],
)
def test_what_a_person_has_to_look_at_is_told_with_its_reason(
    one: Joined, error: Callable[[], KundcenterError], code: str
) -> None:
    one.line.cut(error)
    one.link.start()
    assert one.seen.until(lambda state: state.phase is Phase.STOPPED).code == code
    one.line.mend()
    one.seen.until(through)


@pytest.mark.parametrize(("status", "away"), [(None, True), (500, False), (503, False)])
def test_a_centre_that_answers_is_spared_and_one_that_does_not_is_asked_again_soon(
    one: Joined, monkeypatch: pytest.MonkeyPatch, status: int | None, away: bool
) -> None:
    told: list[object] = []
    failed = Pace.failed

    def listening(pace: Pace, **how: Any) -> Rest:
        if "away" in how:  # the ear knows nothing of it
            told.append(how["away"])
        return failed(pace, **how)

    monkeypatch.setattr(Pace, "failed", listening)
    one.line.cut(lambda: CentreAway(why="lost", status=status, retry_after=None))
    one.link.start()
    one.seen.until(lambda state: state.phase is Phase.AWAY)
    one.line.mend()
    one.seen.until(through)
    assert set(told) == {away}


def test_what_is_too_large_is_sent_in_smaller_portions(one: Joined) -> None:
    for _ in range(8):
        one.work()
    portions: list[int] = []

    def narrow(ask: Ask) -> None:
        if ask.path is Where.PUSH:
            count = len(unpack(ask.body, Push).operations)
            if count > 3:
                raise CentreTooLarge
            portions.append(count)

    one.line.fault = narrow
    one.link.start()
    one.seen.until(through)
    assert portions
    assert max(portions) == 3


@pytest.mark.logs("the link failed, number")
def test_a_fault_in_the_link_is_logged_under_a_number_and_the_link_goes_on(
    one: Joined, caplog: pytest.LogCaptureFixture
) -> None:
    faults = iter(["once", "twice", "thrice"])

    def break_down(ask: Ask) -> None:
        if ask.path is Where.HELLO and next(faults, None):
            raise ZeroDivisionError

    one.line.fault = break_down
    with caplog.at_level(logging.ERROR, "kundcenter.start.link"):
        one.link.start()
        assert one.seen.until(lambda state: state.phase is Phase.STUCK).code == "link.failed"
        one.seen.until(through)
    assert caplog.text.count("the link failed, number ") == 3


@pytest.mark.logs("the link's thread did not end")
def test_a_link_ends_in_seconds_while_the_centre_is_silent(one: Joined) -> None:
    asked, never = Event(), Event()

    def hang(_: Ask) -> None:
        asked.set()
        never.wait(60)

    one.line.fault = hang
    one.link.start()
    assert asked.wait(LONG)
    begun = time.monotonic()
    one.link.stop()
    assert time.monotonic() - begun < END_WITHIN + 1
    never.set()


@pytest.mark.logs("did not get through to the centre")
def test_a_question_that_is_never_answered_is_dropped_by_the_watchdog(
    one: Joined, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link_ear, "LOOK_EVERY", 0.05)
    late = 0.0
    made = joined(one.side, one.line.centre, monotonic=lambda: time.monotonic() + late)
    clients: list[Connected] = []
    connect = made.line.connect

    def connected() -> Connected:
        clients.append(connect())
        return clients[-1]

    made.link = Link(one.side.local, connected, made.link._terms)
    hanging = Event()

    def hang(ask: Ask) -> None:
        if ask.path is Where.PUSH and not hanging.is_set():
            hanging.set()
            assert clients[0].closed.wait(LONG), "nobody closed it"
            raise CentreAway(why="closed", status=None, retry_after=None)

    made.line.fault = hang
    made.link.start()
    try:
        assert hanging.wait(LONG)
        late = 100.0
        made.seen.until(through)
        assert len(clients) >= 2
    finally:
        made.link.stop()


@pytest.mark.logs("did not get through to the centre")
def test_work_that_does_not_get_through_three_times_is_told(one: Joined) -> None:
    late = 0.0

    def monotonic() -> float:
        return time.monotonic() + late

    made = joined(one.side, one.line.centre, monotonic=monotonic)

    def busy(ask: Ask) -> None:
        nonlocal late
        if ask.path is Where.PUSH:
            late += 31.0
            raise CentreAway(why="busy", status=503, retry_after=None)

    made.line.fault = busy
    made.link.start()
    try:
        made.seen.until(lambda state: state.phase is Phase.STUCK)
        made.line.mend()
        made.seen.until(through)
    finally:
        made.link.stop()


def test_a_clock_that_is_far_off_is_told(centre: Centre, one: Joined) -> None:
    side = one.side
    behind = Clock(centre.clock.at - timedelta(minutes=10))
    line, seen = one.line, Seen()
    link = Link(side.local, line.connect, LinkTerms(seen.tell, seen.announce, now=behind))
    link.start()
    try:
        state = seen.until(lambda state: state.clock_suspect)
        assert timedelta(minutes=9) < state.skew < timedelta(minutes=11)
    finally:
        link.stop()


@pytest.mark.logs("handed back by the centre")
def test_what_the_centre_hands_back_is_announced_as_any_other_change(
    centre: Centre, one: Joined, other: Joined
) -> None:
    here, there = one.side, other.side
    here.sign_in("admin")
    here.operator("bo", Role.NURSE)
    here.sign_in("nurse")
    call = here.desk.calls.register("+46701740605").the("call")
    bo = next(each.id for each in here.desk.calls.colleagues() if each.name == "Test Bo")
    here.desk.calls.hand_over(call, bo, "Ring upp")
    for side in (here, there):
        side.talk(centre)
    there.takes("bo")
    there.talk(centre)
    here.desk.calls.withdraw(call)
    here.talk(centre)
    there.desk.calls.take(call)
    other.link.start()
    other.seen.until_changed("work_item")
    other.seen.until(through)
    assert [each.verb for each in there.desk.work_items.waiting()] == ["calls.take"]
