"""Grounds for the tests of the workstation: a file with a nurse, a telephonist and a patient."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import main_thread
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db.connect import open_local
from kundcenter.domain.access import Role
from kundcenter.domain.people import Protection
from kundcenter.start.desk import Desk, DeskTerms, new_id
from tests.ground import CHEAP, DEVICE, KEY, MAN, WHOLE, WOMAN, Clock, Ground, desk_on, fill_local
from tests.ui.workstation.joined import Joined
from tests.ui.workstation.seat import Seat
from ui.link import LinkView
from ui.theme.fonts import load_fonts

Seats = Callable[..., Seat]


@pytest.fixture(scope="session")
def worked_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which somebody has worked before."""
    path = tmp_path_factory.mktemp("worked-in") / "desk.db"
    fill_local(path)
    engine = open_local(path, KEY)
    ground = Ground(desk_on(engine, Clock()), Clock(), engine)
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    ground.operator("switch", Role.SWITCHBOARD, position="Telefonist")
    ground.operator("reviewer", Role.LOG_REVIEWER, position="Granskare")
    ground.unit()
    ground.sign_in("nurse")
    entry = ground.desk.journal.write(ground.person(WOMAN), WHOLE).the("entry")
    ground.desk.journal.sign(entry, upon=1)
    ground.desk.people.protect(ground.person(MAN), Protection.CONFIDENTIAL)
    ground.desk.sessions.sign_out()
    engine.dispose()
    return path


@pytest.fixture
def ground(worked_in: Path, tmp_path: Path) -> Iterator[Ground]:
    """A copy of it, on a desk that the GUI thread may not touch."""
    yield from _ground(Path(shutil.copy(worked_in, tmp_path / "desk.db")))


@pytest.fixture
def empty_ground(tmp_path: Path) -> Iterator[Ground]:
    """A database in which nobody has worked yet."""
    fill_local(tmp_path / "desk.db")
    yield from _ground(tmp_path / "desk.db")


@pytest.fixture
def seat(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    """The door is shown and nobody has signed in."""
    load_fonts()
    made = Seat(ground, tmp_path)
    yield made
    made.leave()


@pytest.fixture
def nurse(seat: Seat) -> Seat:
    """A nurse at work, without a call."""
    seat.sign_in("nurse")
    seat.see("Inget samtal pågår")
    return seat


@pytest.fixture
def joined(tmp_path: Path) -> Iterator[Joined]:
    made = Joined(tmp_path / "desk.db")
    yield made
    made.ground.engine.dispose()


@pytest.fixture
def view() -> LinkView:
    return LinkView()


@pytest.fixture
def sit(joined: Joined, view: LinkView, tmp_path: Path, qtbot: QtBot) -> Iterator[Any]:
    """Sit down at the window, when what came before has been done."""
    load_fonts()
    seats: list[Seat] = []

    def seated(name: str = "nurse") -> Seat:
        joined.ground.desk.sessions.sign_out()
        seats.append(Seat(joined.ground, tmp_path, link=view))
        seats[-1].sign_in(name)
        seats[-1].settle()
        return seats[-1]

    yield seated
    for seat in seats:
        seat.leave()


def _ground(path: Path) -> Iterator[Ground]:
    engine = open_local(path, KEY)
    clock = Clock()
    terms = DeskTerms(DEVICE, KEY, now=clock, new_id=new_id, cost=CHEAP, gui=main_thread())
    yield Ground(Desk(engine, terms), clock, engine)
    engine.dispose()
