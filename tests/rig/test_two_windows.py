"""The scene of the two desks: what one operator does is on the other's screen, by real keys.

With KUNDCENTER_PICTURES=FOLDER both windows are painted there at each step.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kundcenter.adapters.centre_client import Patience
from kundcenter.domain.feed import Waiting
from kundcenter.start.program import Program, cache_folder
from tests.ground import PASSWORD
from tests.rig.proxy import Fault, Proxy, proxy_before
from tests.rig.two_desks import Wishes, source, two_desks
from tests.ui.keys import type_text
from ui.panels.log import LogPage
from ui.theme.fonts import load_fonts
from ui.theme.look import Look
from ui.theme.wear import wear
from ui.workstation import Workstation

PICTURES = os.environ.get("KUNDCENTER_PICTURES")
PATIENCE = 20_000  # milliseconds
HELD_UP = Patience().connect  # seconds: so long a desk waits for a centre that says nothing


@contextmanager
def program_on(folder: Path) -> Iterator[Program]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts(cache_folder())
    wear(app, Look())
    program = Program(app, folder, source=source())
    program.begin()
    program.window.resize(1280, 860)
    try:
        yield program
    finally:
        program.close()
        program.window.close()
        program.window.deleteLater()


def texts_of(program: Program) -> set[str]:
    """What can be read in the window now."""
    return {label.text() for label in program.window.findChildren(QLabel) if label.isVisible()} | {
        str(each.property("text") or "") for each in program.window.findChildren(QWidget)
    }


def until(holds: Callable[[], object], what: str) -> None:
    loop = QEventLoop()
    timer = QTimer()
    timer.setInterval(20)
    left = PATIENCE // 20

    def look() -> None:
        nonlocal left
        left -= 1
        if holds() or left < 0:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    assert left >= 0, what


def press(program: Program, keys: str) -> None:
    program.window.activateWindow()
    QTest.qWaitForWindowActive(program.window)
    handle = program.window.windowHandle()
    assert handle is not None
    QTest.keySequence(handle, QKeySequence(keys))


def sign_in(program: Program, user_name: str) -> None:
    until(lambda: len(_fields(program)) >= 2, "the door")
    name, password = _fields(program)[:2]
    type_text(name, user_name)
    type_text(password, PASSWORD)
    press(program, "Return")
    until(lambda: program.window.at_desk, f"{user_name} at the desk")


def _fields(program: Program) -> list[QLineEdit]:
    return [each for each in program.window.findChildren(QLineEdit) if each.isVisible()]


def logged(program: Program) -> int:
    """How many calls the call log shows."""
    workstation = program.workstation
    assert isinstance(workstation, Workstation)
    page = workstation.pages["log"]
    assert isinstance(page, LogPage)
    return page.model.rowCount()


def picture(name: str, *programs: Program) -> None:
    if PICTURES:
        for place, program in enumerate(programs, 1):
            program.window.grab().save(str(Path(PICTURES) / f"{name}-{place}.png"))


@dataclass(frozen=True, slots=True)
class Desks:
    """Two profiles, and the wires between them and their centre."""

    left: Path
    right: Path
    wires: Sequence[Proxy]


@pytest.fixture
def desks() -> Iterator[Desks]:
    with ExitStack() as stack:
        wires: list[Proxy] = []

        def way(port: int) -> int:
            wires.append(stack.enter_context(proxy_before(port)))
            return wires[-1].port

        left, right = stack.enter_context(two_desks(Wishes(way=way)))
        yield Desks(left, right, wires)


@pytest.mark.loopback
def test_what_one_does_the_other_sees(qtbot: QtBot, desks: Desks) -> None:
    with program_on(desks.left) as one, program_on(desks.right) as other:
        until(lambda: len(_fields(one)) >= 2 and len(_fields(other)) >= 2, "the doors")
        picture("1-doors", one, other)
        sign_in(one, "anna")
        sign_in(other, "bo")
        press(other, "Ctrl+2")
        until(lambda: "Uppkopplad" in texts_of(other), "the link")
        press(one, "Ctrl+N")
        until(lambda: logged(other) == 1, "the call there")
        picture("2-call", one, other)


@pytest.mark.loopback
def test_a_centre_that_takes_its_time_with_a_sign_in_holds_up_nothing_else(
    qtbot: QtBot, desks: Desks
) -> None:
    with program_on(desks.left) as one:
        until(lambda: len(_fields(one)) >= 2, "the door")
        desks.wires[0].be(Fault(deaf_down=True))
        try:
            name, password = _fields(one)[:2]
            type_text(name, "anna")
            type_text(password, PASSWORD)
            press(one, "Return")
            assert one.desk is not None
            local, counted = one.desk.local, list[Waiting]()
            assert local is not None
            begun = time.monotonic()
            one.tasks.run(one, local.waiting, counted.append)  # on the store's lane
            until(lambda: counted, "other work of the desk's")
            assert time.monotonic() - begun < HELD_UP * 0.6
            assert not one.window.at_desk
        finally:
            desks.wires[0].heal(reset=True)
        until(lambda: any("Centralen svarar inte." in text for text in texts_of(one)), "the end")
