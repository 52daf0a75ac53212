"""What Qt has made in the GUI thread is not destroyed in another."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from ui.collecting import Collector, collect_due

MANY = 50_000  # more than Python waits for before it collects all there is


class Ring:
    """Holds itself, so that only the collector takes it away."""

    def __init__(self, held: QObject) -> None:
        self.me, self.held = self, held


@pytest.fixture
def collector() -> Iterator[QObject]:
    home = QObject()
    Collector(home)
    yield home
    home.deleteLater()
    gc.unfreeze()


def allocate() -> list[list[int]]:
    return [[number] for number in range(MANY)]


def destroyed(where: list[str]) -> None:
    """Drop a ring with a QObject in it; its end is told with the thread it came in."""
    held = QObject()
    held.destroyed.connect(
        lambda: where.append(threading.current_thread().name), Qt.ConnectionType.DirectConnection
    )
    Ring(held)


def test_a_worker_that_makes_many_objects_destroys_none_of_the_gui_s(
    qtbot: QtBot, collector: QObject
) -> None:
    where: list[str] = []
    destroyed(where)
    worker = threading.Thread(target=allocate, name="worker")
    worker.start()
    worker.join()
    assert where == []
    kept = allocate()
    qtbot.waitUntil(lambda: bool(where), timeout=5_000)
    assert len(kept) == MANY
    assert where == [threading.main_thread().name]


def test_what_is_due_is_what_python_would_have_collected(qtbot: QtBot) -> None:
    gc.collect()
    assert collect_due() is None
    first, second, third = gc.get_threshold()
    gc.set_threshold(10, 2, 2)
    try:
        kept: list[object] = []
        done = []
        for _ in range(60):
            kept.extend([] for _ in range(11))
            done.append(collect_due())
    finally:
        gc.set_threshold(first, second, third)
    assert done[0] == 0
    assert {0, 1, 2} <= set(done)
    assert done.count(0) > done.count(1) > done.count(2)
