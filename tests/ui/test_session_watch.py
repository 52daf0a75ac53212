"""A machine that slept is locked, and a session lasts twelve hours whatever the clocks do."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from ui.session_watch import SessionWatch

HOUR = 3_600.0


@dataclass
class Clocks:
    """One that can be set, and one that stands still while the machine sleeps."""

    wall: float = 1_000_000.0
    steady: float = 50.0

    def pass_time(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds


class Told:
    def __init__(self, watch: SessionWatch) -> None:
        self.slept = self.over = 0
        self.warned: list[int] = []
        watch.slept.connect(self._on_slept)
        watch.over.connect(self._on_over)
        watch.nearly_over.connect(self.warned.append)

    def _on_slept(self) -> None:
        self.slept += 1

    def _on_over(self) -> None:
        self.over += 1


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def watch(clocks: Clocks, qtbot: QtBot) -> SessionWatch:
    watch = SessionWatch()
    watch.wall, watch.steady = lambda: clocks.wall, lambda: clocks.steady
    watch.begin()
    return watch


def work(watch: SessionWatch, clocks: Clocks, hours: float) -> None:
    """Time as it goes while somebody works: a look every minute."""
    for _ in range(round(hours * 60)):
        clocks.pass_time(60)
        watch.look()


def test_a_machine_that_slept_is_noticed_at_the_first_look(
    watch: SessionWatch, clocks: Clocks
) -> None:
    told = Told(watch)
    work(watch, clocks, 0.5)
    assert told.slept == 0
    clocks.wall += 121  # the steady clock stood still
    watch.look()
    assert told.slept == 1
    watch.look()
    assert told.slept == 1


def test_a_clock_that_was_set_back_locks_too(watch: SessionWatch, clocks: Clocks) -> None:
    told = Told(watch)
    clocks.wall -= HOUR
    watch.look()
    assert told.slept == 1


def test_behind_a_lock_nothing_is_told_and_not_at_once_after_it(
    watch: SessionWatch, clocks: Clocks
) -> None:
    told = Told(watch)
    watch.watch(False)
    clocks.wall += 8 * HOUR
    watch.look()
    clocks.wall += 8 * HOUR
    watch.watch(True)
    assert watch.spent
    watch.begin()
    watch.look()
    assert (told.slept, told.over, watch.spent) == (0, 0, False)


def test_a_session_is_over_after_twelve_hours_and_one_is_told_ten_minutes_before(
    watch: SessionWatch, clocks: Clocks
) -> None:
    told = Told(watch)
    work(watch, clocks, 11.8)
    assert (told.warned, told.over) == ([], 0)
    work(watch, clocks, 0.1)
    assert told.warned == [10]
    work(watch, clocks, 0.1)
    assert told.over == 1
    work(watch, clocks, 0.1)
    assert told.over > 1  # until it is locked
    assert (told.warned, told.slept) == ([10], 0)


def test_a_clock_that_is_set_back_makes_no_session_longer(
    watch: SessionWatch, clocks: Clocks
) -> None:
    told = Told(watch)
    for _ in range(12):
        work(watch, clocks, 1)
        clocks.wall -= 0.9 * HOUR
    assert told.over > 0
