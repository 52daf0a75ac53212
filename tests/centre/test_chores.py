"""What the centre does by itself: one service at a time, one failure stops nothing else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import text

from db.connect import open_central
from db.sync.chores import SqlChores
from kundcenter.centre.chores import Chore, Chores, Stopping
from kundcenter.centre.metrics import of_chores
from kundcenter.domain.chores import AGAIN_AFTER, ChoreState
from kundcenter.errors import Refused
from tests.centre.ground import LONG
from tests.ground import Clock, opened
from tests.sync.ground import a_centre

HOUR = timedelta(hours=1)


class Wrong(Refused):
    """What a chore may fail with."""

    code = "test.wrong"


class Work:
    """Something that is done, counted, and fails when it is told to."""

    def __init__(self, error: Exception | None = None) -> None:
        self.times, self.error = 0, error

    def __call__(self, _stopping: Stopping) -> None:
        self.times += 1
        if self.error is not None:
            raise self.error


@contextmanager
def a_service(url: str) -> Iterator[SqlChores]:
    """The chores as one process knows them."""
    with opened(open_central(url, connections=2)) as engine:
        yield SqlChores(engine)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def first(store: str, clock: Clock) -> Iterator[SqlChores]:
    with a_centre(store, clock), a_service(store) as chores:
        yield chores


@pytest.fixture
def second(store: str, first: SqlChores) -> Iterator[SqlChores]:
    with a_service(store) as chores:
        yield chores


def loop(store: SqlChores, clock: Clock, **works: Callable[[Stopping], object]) -> Chores:
    return Chores(store, [Chore(name, HOUR, work) for name, work in works.items()], clock)


def state(store: SqlChores, name: str = "tidy") -> ChoreState:
    return next(each for each in store.states() if each.name == name)


def test_a_chore_is_done_once_and_again_when_its_time_has_come(
    first: SqlChores, clock: Clock
) -> None:
    work = Work()
    chores = loop(first, clock, tidy=work)
    chores.look()
    chores.look()
    assert work.times == 1
    clock.pass_time(minutes=59)
    chores.look()
    assert work.times == 1
    clock.pass_time(minutes=1)
    chores.look()
    assert work.times == 2
    found = state(first)
    assert (found.runs, found.failures, found.failed, found.unfinished) == (2, 0, False, False)
    assert found.done_at == found.ended_at and found.done_at is not None


def test_two_services_together_do_it_as_often_as_one(
    first: SqlChores, second: SqlChores, clock: Clock
) -> None:
    work = Work()
    one, other = loop(first, clock, tidy=work), loop(second, clock, tidy=work)
    for _ in range(3):
        one.look()
        other.look()
        clock.pass_time(hours=1)
    assert work.times == 3


def test_while_one_service_is_at_it_no_other_begins(
    first: SqlChores, second: SqlChores, clock: Clock
) -> None:
    begun, may_end, times = threading.Event(), threading.Event(), []

    def slow(_stopping: Stopping) -> None:
        times.append(1)
        begun.set()
        assert may_end.wait(LONG)

    one, other = loop(first, clock, tidy=slow), loop(second, clock, tidy=slow)
    busy = threading.Thread(target=one.look)
    busy.start()
    try:
        assert begun.wait(LONG)
        clock.pass_time(days=1)  # long overdue, and still somebody is at it
        other.look()
        assert len(times) == 1
    finally:
        may_end.set()
        busy.join(LONG)
    clock.pass_time(days=1)
    other.look()
    assert len(times) == 2


@pytest.mark.logs("could not be given back")
def test_a_service_that_dies_at_it_leaves_it_to_another(
    store: str, first: SqlChores, second: SqlChores, clock: Clock
) -> None:
    """Its session is ended by the server, as when the process is killed."""
    work = Work()
    with opened(open_central(store)) as owner:

        def dies(_stopping: Stopping) -> None:
            with owner.begin() as connection:
                connection.execute(
                    text(
                        "SELECT pg_terminate_backend(pid) FROM pg_locks "
                        "WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
                    )
                )
            raise SystemExit

        with pytest.raises(SystemExit):
            loop(first, clock, tidy=dies).look()
    other = loop(second, clock, tidy=work)
    assert state(second).unfinished
    other.look()
    assert work.times == 0
    clock.pass_time(seconds=AGAIN_AFTER.total_seconds())
    other.look()
    assert work.times == 1


@pytest.mark.logs("the chore bad failed")
@pytest.mark.parametrize(("error", "code"), [(Wrong(), "test.wrong"), (KeyError(1), "KeyError")])
def test_a_chore_that_fails_stops_no_other_and_is_told(
    first: SqlChores, clock: Clock, error: Exception, code: str
) -> None:
    bad, good = Work(error), Work()
    chores = loop(first, clock, bad=bad, good=good)
    chores.look()
    assert (bad.times, good.times) == (1, 1)
    assert (state(first, "bad").code, state(first, "good").code) == (code, "")
    told = list(of_chores(first.states(), clock()))
    assert 'kundcenter_chore_failures_total{chore="bad"} 1' in told
    assert 'kundcenter_chore_failing{chore="bad"} 1' in told
    assert 'kundcenter_chore_failing{chore="good"} 0' in told
    ago = next(line for line in told if line.startswith("kundcenter_chore_done_seconds_ago"))
    assert 'chore="good"' in ago and float(ago.split()[1]) < 1.0
    clock.pass_time(seconds=AGAIN_AFTER.total_seconds())  # it is not left for a whole hour
    bad.error = None
    chores.look()
    assert (bad.times, good.times) == (2, 1)
    found = state(first, "bad")
    assert (found.failed, found.runs, found.failures) == (False, 2, 1)


def test_a_clock_that_was_put_back_keeps_no_chore_waiting(first: SqlChores, clock: Clock) -> None:
    work = Work()
    chores = loop(first, clock, tidy=work)
    clock.pass_time(days=400)
    chores.look()
    clock.pass_time(days=-400)
    chores.look()
    assert work.times == 2


def test_the_loop_ends_at_once_and_lets_a_long_chore_know(first: SqlChores, clock: Clock) -> None:
    begun, ended, never = threading.Event(), threading.Event(), Work()

    def long(stopping: Stopping) -> None:
        begun.set()
        waits = threading.Event()
        for _ in range(int(LONG / 0.01)):
            if stopping():
                ended.set()
                return
            waits.wait(0.01)

    entries = [Chore("long", HOUR, long), Chore("never", HOUR, never)]
    chores = Chores(first, entries, clock, look_every=0.01)
    chores.start()
    assert begun.wait(LONG)
    chores.close()
    assert ended.is_set()
    assert never.times == 0
    assert state(first, "long").unfinished  # it was broken off: it is not taken for done


def test_a_loop_with_nothing_due_ends_at_once(first: SqlChores, clock: Clock) -> None:
    chores = Chores(first, [], clock, look_every=3600.0)
    chores.start()
    chores.close()
    assert not chores._thread.is_alive()
