"""The board of the window: loaded after the directory, kept fresh, and nobody's afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kundcenter.changes import Changes
from kundcenter.domain.lines import (
    DownReason,
    LineDown,
    PhoneState,
    PhoneStates,
    QueueLoad,
    QueueLoads,
)
from kundcenter.domain.switchboard.board import LineKind
from kundcenter.start.desk import Desk
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.dispatching import PEOPLE, Board, furnish_board
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.switchboard.board_keeper import BoardKeeper

LOAD = QueueLoad("växel", 3, timedelta(seconds=40), 1, 4)


@pytest.fixture
def made(ground: Ground) -> Board:
    return furnish_board(ground)


@pytest.fixture
def operator(made: Board, seat: Seat) -> Seat:
    seat.sign_in("switch")
    seat.until(lambda: keeper(seat).loaded, "the board")
    return seat


def keeper(seat: Seat) -> BoardKeeper:
    return seat.workstation.guiding.board


def names(seat: Seat, text: str) -> list[str]:
    return [line.name for line in keeper(seat).find(text)]


def renamed(seat: Seat, made: Board) -> Changes:
    def act(desk: Desk) -> Changes:
        draft = replace(PEOPLE["bo"], name="Bosse Testlund")
        desk.sessions.sign_out()
        desk.sessions.sign_in("lead", PASSWORD)
        return desk.contacts.put(made.contacts["bo"], draft, upon=1)

    return asked(seat, act)


def test_there_is_one_for_the_window_and_it_has_everything(operator: Seat, made: Board) -> None:
    assert operator.tasks.findChildren(BoardKeeper) == [keeper(operator)]
    assert names(operator, "testsson anna") == ["Anna Testsson"]
    assert "Vårdcentralen Test" in names(operator, "vårdcentralen test")
    (duty,) = [x for x in keeper(operator).find("medicinjour") if x.kind is LineKind.DUTY]
    assert [turn.name for turn in duty.duties] == ["Test Jour"]


def test_a_row_that_somebody_changes_is_read_again(operator: Seat, made: Board) -> None:
    seen: list[int] = []
    keeper(operator).changed.connect(lambda: seen.append(1))
    operator.tasks.announce(renamed(operator, made))
    operator.until(lambda: names(operator, "bosse") == ["Bosse Testlund"], "the new name")
    assert seen
    assert keeper(operator).contact(made.contacts["bo"]).told.name == "Bosse Testlund"  # type: ignore[union-attr]


def test_who_is_away_is_known_now_and_ahead(operator: Seat, made: Board) -> None:
    away = keeper(operator).absence(made.contacts["anna"])
    assert away is not None and away.deputy_id == made.contacts["bo"]
    assert keeper(operator).absence(made.contacts["bo"]) is None
    changes = asked(operator, lambda desk: desk.absences.end(away.id))
    operator.tasks.announce(changes)
    operator.until(lambda: keeper(operator).absence(made.contacts["anna"]) is None, "back")


def test_an_absence_ends_by_the_clock_alone(operator: Seat, made: Board) -> None:
    operator.ground.clock.pass_time(hours=3)
    assert keeper(operator).absence(made.contacts["anna"]) is None
    assert keeper(operator).absences_of(made.contacts["anna"]) == ()
    assert keeper(operator).absence(made.contacts["cia"]) is not None  # nobody knows until when


def test_a_turn_on_call_goes_when_it_is_over(operator: Seat) -> None:
    assert names(operator, "medicinjouren")
    operator.ground.clock.pass_time(hours=9)
    keeper(operator)._units.aged.emit()
    assert [x for x in keeper(operator).find("medicinjouren") if x.kind is LineKind.DUTY] == []


def test_telephones_and_queues_are_told_by_the_exchange(operator: Seat, made: Board) -> None:
    told: list[int] = []
    keeper(operator).told.connect(lambda: told.append(1))
    operator.line.tell(QueueLoads((LOAD,)))
    (line,) = keeper(operator).find("anna testsson")
    keeper(operator).watch([line])
    operator.settle()
    operator.line.tell(PhoneStates((("3101", PhoneState.BUSY),)))
    operator.settle()
    assert keeper(operator).state_of(line) is PhoneState.BUSY
    assert keeper(operator).load("växel") == LOAD
    assert len(told) == 2
    (queue,) = [x for x in keeper(operator).find("växel") if x.kind is LineKind.QUEUE]
    assert queue.code == "växel"
    operator.line.tell(LineDown(DownReason.CLOSED))
    operator.settle()
    assert keeper(operator).state_of(line) is PhoneState.UNKNOWN
    assert keeper(operator).load("växel") is None
    assert keeper(operator).line(queue.key) == queue  # it is still there to be chosen


def test_the_shown_rows_are_watched_and_the_deputies_of_who_is_away(
    operator: Seat, made: Board
) -> None:
    (anna,) = keeper(operator).find("anna testsson")
    keeper(operator).watch([anna])
    operator.settle()
    assert set(operator.line.watched) == {"3101", "3102"}
    keeper(operator).watch_also(frozenset({"3199", ""}))
    operator.settle()
    assert set(operator.line.watched) == {"3101", "3102", "3199"}
    keeper(operator).watch([])
    operator.settle()
    assert set(operator.line.watched) == {"3199"}


def test_what_comes_behind_the_lock_is_read_when_it_is_opened(operator: Seat, made: Board) -> None:
    away = keeper(operator).absence(made.contacts["anna"])
    assert away is not None
    changes = asked(operator, lambda desk: desk.absences.end(away.id))
    operator.workstation.lock()
    operator.settle()
    operator.tasks.announce(changes)
    operator.settle()
    assert keeper(operator).absence(made.contacts["anna"]) is not None
    operator.write(PASSWORD)
    operator.press("Return")
    operator.until(lambda: keeper(operator).absence(made.contacts["anna"]) is None, "back")


def test_who_may_not_read_the_directory_knows_nothing(made: Board, seat: Seat) -> None:
    seat.sign_in("reviewer")
    seat.settle()
    assert not keeper(seat).loaded
    assert keeper(seat).find("anna") == ()


def test_the_next_operator_begins_anew(operator: Seat) -> None:
    operator.workstation.guiding.forget()
    operator.settle()
    assert not keeper(operator).loaded
    assert keeper(operator).board.contacts == ()
