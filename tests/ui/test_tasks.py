"""Work leaves the GUI thread and its answer comes back; nothing else crosses."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterator
from functools import partial
from uuid import uuid4

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kundcenter.changes import Change, Changes
from kundcenter.errors import KundcenterError, Refused
from ui.tasks import THREADS, Lane, Tasks


class CallNotOpen(Refused):
    code = "call.not_open"


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def here() -> str:
    return threading.current_thread().name


def touched() -> Changes:
    return Changes((Change("call", uuid4()),))


def not_open() -> None:
    raise CallNotOpen(state="done")


def test_work_runs_on_the_store_lane_and_the_answer_comes_back_here(
    qtbot: QtBot, tasks: Tasks, owner: QObject
) -> None:
    seen: list[str] = []
    tasks.run(owner, here, lambda where: seen.extend((where, here())))
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[0].startswith("store")
    assert seen[1] == "MainThread"


def test_the_store_lane_keeps_the_order_of_the_clicks(
    qtbot: QtBot, tasks: Tasks, owner: QObject
) -> None:
    done: list[int] = []
    for number in range(50):
        tasks.run(owner, partial(done.append, number))
    qtbot.waitUntil(lambda: tasks.idle)
    assert done == list(range(50))


def test_the_outside_lane_does_not_wait_for_the_store(
    qtbot: QtBot, tasks: Tasks, owner: QObject
) -> None:
    gate = threading.Event()
    seen: list[str] = []
    tasks.run(owner, gate.wait)
    tasks.run(owner, here, seen.append, lane=Lane.OUTSIDE)
    qtbot.waitUntil(lambda: len(seen) == 1)
    gate.set()
    assert seen[0].startswith("outside")


def test_the_telephone_waits_for_no_printer_and_no_store(
    qtbot: QtBot, tasks: Tasks, owner: QObject
) -> None:
    gate = threading.Event()
    seen: list[str] = []
    tasks.run(owner, gate.wait)
    for _ in range(2 * THREADS[Lane.OUTSIDE]):
        tasks.run(owner, gate.wait, lane=Lane.OUTSIDE)
    tasks.run(owner, here, seen.append, lane=Lane.LINE)
    qtbot.waitUntil(lambda: len(seen) == 1)
    gate.set()
    assert seen[0].startswith("line")


def test_an_answer_never_comes_back_inside_run(tasks: Tasks, owner: QObject, qtbot: QtBot) -> None:
    seen: list[int] = []
    for _ in range(200):
        tasks.run(owner, lambda: 1, seen.append)
        time.sleep(0)
    assert seen == []
    qtbot.waitUntil(lambda: len(seen) == 200)


def test_what_was_committed_is_announced(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    with qtbot.waitSignal(tasks.changed) as announced:
        tasks.run(owner, touched)
    assert announced.args is not None
    assert len(announced.args[0].of("call")) == 1


def test_a_verb_that_changed_nothing_is_not_announced(
    qtbot: QtBot, tasks: Tasks, owner: QObject
) -> None:
    with qtbot.assertNotEmitted(tasks.changed, wait=50):
        tasks.run(owner, Changes)


def test_the_answer_is_dropped_if_the_widget_is_gone_but_the_change_is_told(
    qtbot: QtBot, tasks: Tasks
) -> None:
    called: list[str] = []
    label, gate = QLabel("x"), threading.Event()

    def work() -> Changes:
        gate.wait()
        return touched()

    tasks.run(label, work, lambda _: called.append(label.text()))
    shiboken6.delete(label)
    with qtbot.waitSignal(tasks.changed):
        gate.set()
    assert called == []


def test_a_refusal_goes_to_whoever_asked(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    got: list[KundcenterError] = []
    tasks.run(owner, not_open, refused=got.append)
    qtbot.waitUntil(lambda: len(got) == 1)
    assert got[0].code == "call.not_open"


@pytest.mark.logs("task failed")
def test_a_surprise_is_logged_under_the_number_that_is_told(
    qtbot: QtBot, tasks: Tasks, owner: QObject, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(tasks.failed) as failed:
        tasks.run(owner, lambda: 1 / 0)
    assert failed.args is not None
    (number,) = failed.args
    assert len(number) == 6
    assert number in caplog.records[-1].getMessage()
    assert caplog.records[-1].exc_info is not None


@pytest.mark.logs("task failed")
def test_a_refusal_that_nobody_takes_is_a_surprise(
    qtbot: QtBot, tasks: Tasks, owner: QObject
) -> None:
    with qtbot.waitSignal(tasks.failed):
        tasks.run(owner, not_open)


def test_the_window_does_not_freeze(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    ticks: list[float] = []
    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start()
    done: list[None] = []
    tasks.run(owner, partial(time.sleep, 0.3), done.append)
    qtbot.waitUntil(lambda: len(done) == 1, timeout=3000)
    assert len(ticks) > 20  # a frozen loop would have ticked once


class Panel(QLabel):
    def __init__(self, where: list[str]) -> None:
        super().__init__("x")
        self._where = where

    def got(self, _: object) -> None:
        pass

    def __del__(self) -> None:
        self._where.append(here())


def test_widgets_are_destroyed_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    where: list[str] = []
    for _ in range(200):
        panel = Panel(where)
        tasks.run(panel, lambda: None, panel.got)
        del panel
    qtbot.waitUntil(lambda: tasks.idle)
    gc.collect()
    assert len(where) >= 199
    assert set(where) == {"MainThread"}


def test_a_widget_cannot_be_carried_over_the_border(tasks: Tasks, owner: QObject) -> None:
    label = QLabel("x")
    smuggled = (
        label.text,
        partial(label.setText, "y"),
        partial(print, label),
        partial(partial(print, 1), sep=label),
        lambda: label.text() + here(),
    )
    for work in smuggled:
        with pytest.raises(AssertionError, match="over the border"):
            tasks.run(owner, work)


def test_only_the_latest_question_of_a_topic_is_answered(
    qtbot: QtBot, tasks: Tasks, owner: QObject
) -> None:
    gate = threading.Event()
    asked: list[str] = []
    answers: list[str] = []
    tasks.run(owner, gate.wait)

    def search(words: str) -> str:
        asked.append(words)
        return words

    for words in ("k", "ka", "kat"):
        tasks.run(owner, partial(search, words), answers.append, topic="search")
    tasks.run(owner, lambda: "other", answers.append, topic="count")
    gate.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert asked == ["kat"]
    assert answers == ["kat", "other"]


def test_an_outdated_answer_under_way_is_dropped(
    qtbot: QtBot, tasks: Tasks, owner: QObject
) -> None:
    started, gate = threading.Event(), threading.Event()
    answers: list[str] = []

    def slow() -> str:
        started.set()
        gate.wait()
        return "old"

    tasks.run(owner, slow, answers.append, topic="search")
    started.wait()
    tasks.run(owner, lambda: "new", answers.append, topic="search")
    gate.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert answers == ["new"]


def test_other_threads_are_heard_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    heard: list[tuple[str, object]] = []
    tasks.changed.connect(lambda _: heard.append((here(), "changed")))
    tasks.rang.connect(lambda news: heard.append((here(), news)))

    def line() -> None:
        tasks.announce(touched())
        tasks.announce(Changes())
        tasks.tell("ring")

    thread = threading.Thread(target=line)
    thread.start()
    thread.join()
    assert heard == []
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [("MainThread", "changed"), ("MainThread", "ring")]


def test_closing_finishes_every_verb_that_was_asked_for(qtbot: QtBot, owner: QObject) -> None:
    tasks, started, gate = Tasks(), threading.Event(), threading.Event()
    done: list[str] = []

    def first() -> None:
        started.set()
        gate.wait()
        done.append("first")

    tasks.run(owner, first)
    tasks.run(owner, partial(done.append, "second"))
    started.wait()
    threading.Timer(0.05, gate.set).start()
    tasks.close()
    assert done == ["first", "second"]
    tasks.run(owner, partial(done.append, "third"))
    qtbot.waitUntil(lambda: tasks.idle)
    assert done == ["first", "second"]
