"""The roster at the desk: a week seen, turns put, changed and removed by keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import Role
from tests.ground import Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.supervision.rostered import (
    MONDAY,
    TODAY,
    People,
    Sit,
    app,
    furnish_roster,
    grid_of,
    seats_at,
    turns_of,
    view_of,
)
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import picture
from tests.ui.workstation.test_stretch import cut, doubled
from ui.dialogs.supervision.roster_terms import RosterTermsDialog
from ui.dialogs.supervision.turn import WorkTurnDialog
from ui.theme.look import Look
from ui.theme.wear import wear

__all__ = ["doubled"]


@pytest.fixture
def people(ground: Ground) -> People:
    return furnish_roster(ground)


@pytest.fixture
def sit_down(ground: Ground, people: People, tmp_path: Path, qtbot: QtBot) -> Iterator[Sit]:
    yield from seats_at(ground, tmp_path)


def cells(seat: Seat) -> list[list[str]]:
    model = view_of(seat).model
    up = Qt.Orientation.Vertical
    return [
        [
            str(model.headerData(row, up)),
            *(str(model.data(model.index(row, at)) or "") for at in range(model.columnCount())),
        ]
        for row in range(model.rowCount())
    ]


def test_a_nurse_sees_the_week_and_changes_nothing(sit_down: Sit, people: People) -> None:
    seat = sit_down("nurse")
    seat.see(
        "Vecka 47, 2026: 16/11 – 22/11", "Test Nurse (du), lördag 21 november: D Dag 07:00–16:00"
    )
    view = view_of(seat)
    assert not view.new.isVisible()
    assert not view.bring.isVisible()
    shown = cells(seat)
    by_name = {row[0]: row for row in shown}
    assert by_name["Test Nurse (du)"][1:] == ["D 7–16", "", "N 21–7", "", "", "D 7–16", "", "26:30"]
    assert by_name["Test Other"][1:4] == ["D 7–16", "", "K 13–22"]
    assert by_name["Antal pass"][1:4] == ["2", "", "2"]
    assert by_name["Ensam sjuksköterska"][1:4] == ["", "", "10:00"]
    assert by_name["Ingen sjuksköterska"][1:4] == ["15:00", "", "13:00"]
    names = [row[0] for row in shown if row[0].startswith("Test")]
    assert names == sorted(names, key=str.casefold)
    picture(seat, "roster-nurse")
    seat.press("D")
    seat.press("Return")
    seat.press("Delete")
    seat.settle()
    assert seat.window.findChildren(WorkTurnDialog) == []
    assert len(asked(seat, turns_of)) == 5


def test_the_letter_of_a_shift_puts_it_on_an_empty_day(sit_down: Sit, people: People) -> None:
    seat = sit_down()
    grid = grid_of(seat)
    grid.choose(people["other"], TODAY)
    grid.setFocus()
    seat.write("n")
    seat.see("Natt är satt lördag 21 november.")
    night = [turn for turn in asked(seat, turns_of) if turn.pattern == "N"][-1]
    assert (night.operator_id, night.day, night.role) == (people["other"], TODAY, Role.NURSE)
    seat.see("Test Other, lördag 21 november: N Natt 21:00–07:00")
    seat.write("q")  # no shift has it
    seat.write("n")  # there is one already: it is asked what is meant
    seat.see("Ändra passet")
    seat.press("Esc")
    grid.choose(people["leader"], TODAY)  # who has two roles is asked as which
    seat.write("d")
    seat.see("Nytt pass", "Arbetar som")


def test_a_turn_is_written_changed_and_removed_by_keys(sit_down: Sit, people: People) -> None:
    seat = sit_down()
    grid = grid_of(seat)
    grid.choose(people["other"], MONDAY + timedelta(days=3))
    grid.setFocus()
    seat.press("Return")
    seat.see("Nytt pass", "Torsdag 19 november: 9 h, varav arbetstid 8 h 15 min.")
    (dialog,) = seat.window.findChildren(WorkTurnDialog)
    assert nameless(seat) == []
    assert unreachable(seat) == []
    dialog.pattern.take("K")
    seat.see("varav arbetstid 8 h 15 min.")
    dialog.ends.setFocus()
    dialog.ends.edit.selectAll()
    seat.write("20:00")
    seat.see("Torsdag 19 november: 7 h, varav arbetstid 6 h 15 min.")
    picture(seat, "roster-turn")
    seat.press("Return")
    seat.see("Passet är sparat: torsdag 19 november.", "K 13–20")
    (turn,) = [each for each in asked(seat, turns_of) if each.day == MONDAY + timedelta(days=3)]
    assert (turn.ends_at - turn.starts_at, turn.pattern) == (timedelta(hours=7), "K")
    seat.press("Delete")
    seat.see("Ändra passet")
    (dialog,) = seat.window.findChildren(WorkTurnDialog)
    dialog.erase.click()
    seat.see("Tryck en gång till för att ta bort passet.")
    assert len(asked(seat, turns_of)) == 6
    dialog.erase.click()
    seat.see("Passet är borttaget: torsdag 19 november.")
    assert len(asked(seat, turns_of)) == 5


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("day", "i morgon", "Skriv dagen som 2026-11-23."),
        ("starts", "sju", "Skriv tiden som 07:00."),
        ("breaks", "RAST", "Skriv som RAST 12:00 45, PAUS 14:15 15."),
        (
            "breaks",
            "RAST 06:00 45",
            "Rasterna måste ligga inom passet och får inte överlappa varandra.",
        ),
    ],
    ids=["day", "starts", "breaks", "outside"],
)
def test_what_is_wrong_is_said_at_its_field(
    sit_down: Sit, people: People, field: str, text: str, words: str
) -> None:
    seat = sit_down()
    grid_of(seat).choose(people["other"], MONDAY + timedelta(days=3))
    seat.press("Alt+A")
    seat.see("Nytt pass")
    (dialog,) = seat.window.findChildren(WorkTurnDialog)
    getattr(dialog, field).set_text(text)
    dialog.primary.click()
    seat.see(words)
    assert len(asked(seat, turns_of)) == 5


def test_a_turn_beside_another_of_the_same_person_is_refused(sit_down: Sit, people: People) -> None:
    seat = sit_down()
    grid_of(seat).choose(people["nurse"], TODAY)
    seat.press("Alt+A")
    seat.see("Nytt pass")
    (dialog,) = seat.window.findChildren(WorkTurnDialog)
    dialog.pattern.take("K")
    seat.press("Return")
    seat.see("Samma person har ett annat pass då.")
    seat.press("Esc")
    assert len(asked(seat, turns_of)) == 5


def test_weeks_are_turned_by_keys_and_what_others_do_is_seen(
    sit_down: Sit, people: People, ground: Ground
) -> None:
    seat = sit_down()
    seat.press("Alt+E")
    seat.see("Vecka 48, 2026: 23/11 – 29/11")
    seat.press("Alt+D")
    seat.press("Alt+D")
    seat.see("Vecka 46, 2026")
    seat.press("Alt+F")
    seat.see("Vecka 47, 2026", "i dag 21/11")
    for _ in range(5):
        seat.press("Alt+E")
    seat.see("Vecka 52, 2026", "juldagen")
    grid_of(seat).choose(people["other"], date(2026, 12, 25))
    seat.write("d")
    seat.see("Dag är satt fredag 25 december.")
    picture(seat, "roster-christmas")


@pytest.mark.parametrize("size", [100, 150])
def test_the_grid_is_reached_by_keys_and_nothing_is_cut(
    sit_down: Sit, people: People, size: int
) -> None:
    seat = sit_down()
    if size != 100:
        wear(app(), Look(size=size))
        seat.settle()
        view_of(seat).refresh()
        seat.settle()
    try:
        assert ambiguous(seat) == {}
        assert nameless(seat) == []
        assert seat.window.width() == 1280
        grid = grid_of(seat)
        assert grid.hasFocus()
        for key in ("Up", "Left", "Down", "Right"):
            seat.press(key)
        assert grid.cell is not None
        view = view_of(seat)
        for part in (view.new, view.bring, view.terms):
            assert part.width() >= part.width_without_keys()
            edge = part.mapTo(seat.window, part.rect().bottomRight())
            assert edge.x() <= 1280
        picture(seat, f"roster-{size}")
    finally:
        wear(app(), Look())


@pytest.mark.usefixtures("doubled")
def test_words_twice_as_long_are_not_cut(sit_down: Sit, people: People) -> None:
    seat = sit_down()
    assert cut(seat) == []
    for chord in ("Alt+A", "Alt+B", "Alt+C"):
        seat.press(chord)
        seat.settle()
        assert cut(seat) == []
        if chord == "Alt+B":
            (dialog,) = seat.window.findChildren(RosterTermsDialog)
            dialog.patterns.add.click()
            seat.settle()
            assert cut(seat) == []
            seat.press("Esc")
        seat.press("Esc")
        seat.settle()


def test_whoever_sits_down_next_sees_nothing_of_the_one_before(
    sit_down: Sit, people: People
) -> None:
    seat = sit_down()
    view = view_of(seat)
    view.forget()
    assert view.model.rowCount() == 0
    assert view.told.text() == ""
    assert view.may_edit is False
