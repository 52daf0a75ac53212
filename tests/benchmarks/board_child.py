"""The child of `board`: somebody types names on the switchboard's own page."""

from __future__ import annotations

import sys
from collections.abc import Collection
from datetime import datetime
from random import Random
from time import perf_counter
from types import SimpleNamespace
from uuid import UUID

from PySide6.QtWidgets import QLineEdit

from kundcenter.domain.access import Role
from kundcenter.domain.lines import PhoneState, PhoneStates, QueueLoads
from kundcenter.domain.on_call import Duty
from kundcenter.domain.switchboard.absences import Absence, AbsenceReason
from kundcenter.domain.unit_wordings import DirectoryView
from tests.benchmarks.board import BARE, PAINTED, typed_names
from tests.benchmarks.seat import painted, pass_time, tell, until
from tests.domain.many_people import many_people
from tests.domain.many_units import NOW, many_units
from tests.ui.keys import type_text

PAUSE = 30  # ms between two keys, for a quick hand
AWAY = 7  # one in so many is away


class Desk:
    """The few verbs of the desk that the page asks while nobody calls."""

    def __init__(self, units: int, people: int) -> None:
        self.cards = many_units(units)
        self.people = many_people(people, self.cards)
        self.watched: tuple[str, ...] = ()
        self.units = SimpleNamespace(directory=self._directory)
        self.contacts = SimpleNamespace(all=lambda: tuple(self.people))
        self.absences = SimpleNamespace(standing=self._absences)
        self.on_call = SimpleNamespace(between=self._duties)
        self.telephone = SimpleNamespace(watch=self._watch, passes_on=True, rings_out=True)

    def now(self) -> datetime:
        return NOW

    def _directory(self) -> DirectoryView:
        return DirectoryView(tuple(self.cards), (), None, NOW)

    def _absences(self) -> tuple[Absence, ...]:
        away = self.people[::AWAY]
        nobody = UUID(int=9)
        return tuple(
            Absence(each.id, each.id, AbsenceReason.LUNCH, NOW, None, None, "", nobody)
            for each in away
        )

    def _duties(self, start: datetime, end: datetime) -> tuple[Duty, ...]:
        return ()

    def _watch(self, extensions: Collection[str]) -> None:
        self.watched = tuple(extensions)


def main(units: int, people: int, strokes: int) -> None:
    from kundcenter.start.program import application
    from ui.directory_keeper import DirectoryKeeper
    from ui.panels.switchboard.dispatch import DispatchPage
    from ui.switchboard.board_keeper import BoardKeeper
    from ui.tasks import Tasks

    application()
    desk, tasks = Desk(units, people), Tasks()
    page = DispatchPage(tasks, desk)  # type: ignore[arg-type]
    DirectoryKeeper.of(tasks, desk).sit_down(frozenset({Role.SWITCHBOARD}))  # type: ignore[arg-type]
    board = BoardKeeper.of(tasks, desk)  # type: ignore[arg-type]
    page.resize(1100, 740)
    page.show()
    page.activateWindow()
    until(lambda: board.loaded, "the board")
    page.take_focus()
    chance = Random(3)
    names = typed_names(desk.cards, desk.people, chance)
    chance.shuffle(names)
    taken: list[float] = []
    for name in names:
        page.list.clear()
        for letter in name:
            taken.append(_stroke(page.list.field.edit, page.list.table.viewport(), letter))
            pass_time(PAUSE)
            if len(taken) % 10 == 0:  # the exchange speaks meanwhile
                states = tuple((each, PhoneState.BUSY) for each in desk.watched)
                tasks.tell(PhoneStates(states))
                tasks.tell(QueueLoads(()))
        if len(taken) >= strokes:
            break
    page.close()
    bare = QLineEdit()
    bare.resize(600, 40)
    bare.show()
    bare.activateWindow()
    painted(bare)
    floor = [_stroke(bare, bare, "x") for _ in range(min(strokes, 200))]
    bare.close()
    tasks.close()
    tell({PAINTED: taken, BARE: floor})


def _stroke(edit: QLineEdit, seen: object, letter: str) -> float:
    from PySide6.QtWidgets import QWidget

    assert isinstance(seen, QWidget)
    start = perf_counter()
    type_text(edit, letter)
    painted(seen)
    return (perf_counter() - start) * 1000


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
