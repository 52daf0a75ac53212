"""Targets and measurements at the desk: seen, written, changed, taken away, brought in by file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import Role
from kundcenter.domain.supervision.limits import Limits
from kundcenter.domain.supervision.surveys import Area, Measurement
from kundcenter.domain.supervision.targets import AimKind, held
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.supervision.leading_desk import lead, sit
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.test_stretch import cut, doubled
from ui.dialogs.supervision.survey import SurveyDialog
from ui.dialogs.supervision.survey_import import SurveyImportDialog
from ui.dialogs.supervision.target import TargetDialog
from ui.panels.supervision.aims import AimsView
from ui.theme.fonts import load_fonts
from ui.theme.look import Look
from ui.theme.wear import wear

__all__ = ["doubled"]  # a fixture
Sit = Callable[..., Seat]
NKI = Measurement("NKI", date(2019, 1, 1), date(2019, 12, 31), 82_000, 1_210, "Inera", asked=4_000)
NATION = replace(NKI, value=83_000, area=Area.NATION, answers=0, asked=0)
NEXT_YEAR = date(2027, 1, 1)


@pytest.fixture
def sit_down(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Sit]:
    load_fonts()
    lead(ground)
    seats: list[Seat] = []

    def seated() -> Seat:
        seats.append(Seat(ground, tmp_path))
        sit(seats[-1], tab="Alt+7")
        return seats[-1]

    yield seated
    for seat in seats:
        seat.leave()


def view_of(seat: Seat) -> AimsView:
    view = seat.workstation.pages.supervision.view
    assert isinstance(view, AimsView)
    return view


def rows(seat: Seat) -> list[list[str]]:
    view = view_of(seat)
    model = view.targets if view.target_table.isVisible() else view.surveys
    return [
        [str(model.data(model.index(row, column)) or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def choose(seat: Seat, name: str, kind: AimKind = AimKind.TARGET) -> None:
    view = view_of(seat)
    found = next(
        each
        for each in asked(seat, lambda desk: desk.targets.all())
        if each.figure == name and each.kind is kind
    )
    view.target_table.choose(found.id)
    view.target_table.setFocus()
    seat.settle()


def measured(ground: Ground, *measurements: Measurement) -> None:
    def made() -> None:
        ground.desk.sessions.sign_in("lead", PASSWORD)
        ground.desk.surveys.import_(measurements)
        ground.desk.sessions.sign_out()

    beside(made)


def test_what_holds_before_anybody_has_set_anything_is_seen(sit_down: Sit) -> None:
    seat = sit_down()
    shown = {(row[0], row[1]): row[2:] for row in rows(seat)}
    assert shown["Mål", "Andel besvarade samtal"] == ["minst 85 %", "tills vidare"]
    assert shown["Mål", "Medelväntetid"] == ["högst 10:00 min", "tills vidare"]
    assert shown["Jämförelse", "Andel egenvård"] == ["32 %", "från 2019-01-01"]
    assert shown["Gräns", "Kort uppringning, kortare än"][0] == "5 s"
    assert len(shown) == len(rows(seat)) == 12
    choose(seat, "EGENV", AimKind.COMPARISON)
    seat.see("Riket 2019", "Mätt 2019.", "Följer med programmet; ingen har satt det här.")
    choose(seat, "KORT_SEKUNDER", AimKind.SETTING)
    assert not view_of(seat).remove.isEnabled()  # it is changed, never missing
    picture(seat, "aims")


def test_a_target_of_the_next_year_ends_the_one_that_holds(sit_down: Sit) -> None:
    seat = sit_down()
    seat.press("Alt+H")
    seat.see("Nytt mål")
    (dialog,) = seat.window.findChildren(TargetDialog)
    assert nameless(seat) == []
    assert unreachable(seat) == []
    dialog.value.setFocus()
    seat.write("87,5")
    dialog.valid_from.setFocus()
    dialog.valid_from.edit.selectAll()
    seat.write("2027-01-01")
    seat.see("minst 85 % slutar då gälla: sista dagen blir 2026-12-31.")
    dialog.source.set_text("Nämnden")
    picture(seat, "aims-target")
    seat.press("Return")
    seat.see("till och med 2026-12-31", "minst 87,5 %")
    targets = asked(seat, lambda desk: desk.targets.all())
    new = held(targets, "ANSW", NEXT_YEAR)
    assert new is not None
    assert (new.value, new.valid_from, new.source) == (87_500, NEXT_YEAR, "Nämnden")


def test_a_limit_is_changed_and_counts_at_once(sit_down: Sit) -> None:
    seat = sit_down()
    choose(seat, "KORT_SEKUNDER", AimKind.SETTING)
    seat.press("Return")
    seat.see("Ändra målet")
    (dialog,) = seat.window.findChildren(TargetDialog)
    assert not dialog.bound.isVisible()
    assert not dialog.figure.isEnabled()
    dialog.value.setFocus()
    dialog.value.edit.selectAll()
    seat.write("5,5")
    seat.press("Return")
    seat.see("Ett sådant värde kan måttet inte ha.")
    dialog.value.edit.selectAll()
    seat.write("10")
    seat.press("Return")
    seat.see_no_more("Ändra målet")
    limits = asked(seat, lambda desk: desk.targets.limits())
    assert limits == replace(Limits(), short_seconds=10)


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("value", "många", "Skriv ett tal."),
        ("value", "101", "Ett sådant värde kan måttet inte ha."),
        ("valid_from", "i dag", "Skriv datumet som 2026-11-21."),
        ("valid_to", "2020-01-01", "Sista dagen ligger före den första."),
        ("valid_from", "2000-01-01", "Ett annat mål gäller för måttet den tiden."),
    ],
    ids=["word", "too_high", "day", "order", "taken"],
)
def test_what_is_wrong_is_said_at_its_field(
    sit_down: Sit, field: str, text: str, words: str
) -> None:
    seat = sit_down()
    seat.press("Alt+H")
    seat.see("Nytt mål")
    (dialog,) = seat.window.findChildren(TargetDialog)
    dialog.value.set_text("90")
    getattr(dialog, field).set_text(text)
    dialog.primary.click()
    seat.see(words)
    assert getattr(dialog, field).error


def test_a_target_is_taken_away_by_two_strokes(sit_down: Sit) -> None:
    seat = sit_down()
    choose(seat, "MEDELV")
    view_of(seat).remove.click()
    seat.see("Tryck en gång till för att ta bort.")
    assert held(asked(seat, lambda desk: desk.targets.all()), "MEDELV", NEXT_YEAR) is not None
    view_of(seat).remove.click()
    seat.see("Målet är borttaget.")
    assert held(asked(seat, lambda desk: desk.targets.all()), "MEDELV", NEXT_YEAR) is None
    seat.see_no_more("högst 10:00 min")


def test_what_has_ended_is_seen_when_it_is_asked_for(sit_down: Sit, ground: Ground) -> None:
    seat = sit_down()
    choose(seat, "ANSW")
    seat.press("Return")
    seat.see("Ändra målet")
    (dialog,) = seat.window.findChildren(TargetDialog)
    dialog.valid_to.set_text("2025-12-31")
    dialog.primary.click()
    seat.see_no_more("Ändra målet")
    seat.see_no_more("minst 85 %")
    view_of(seat).over.click()
    seat.see("minst 85 %", "till och med 2025-12-31")


def test_a_measurement_is_written_changed_and_taken_away(sit_down: Sit) -> None:
    seat = sit_down()
    seat.press("Alt+G")
    seat.see("Inga mätningar")
    seat.press("Alt+H")
    seat.see("Ny mätning")
    (dialog,) = seat.window.findChildren(SurveyDialog)
    assert nameless(seat) == []
    assert unreachable(seat) == []
    for field, text in (
        ("value", "82"),
        ("period_from", "2019-01-01"),
        ("period_to", "2019-12-31"),
        ("answers", "1 210"),
        ("asked", "4000"),
        ("source", "Inera"),
    ):
        getattr(dialog, field).set_text(text)
    picture(seat, "aims-survey")
    dialog.primary.click()
    seat.see_no_more("Ny mätning")
    assert rows(seat)[0][1:] == ["Vår egen", "2019-01-01 – 2019-12-31", "82", "1210", "Inera"]
    assert asked(seat, lambda desk: desk.surveys.all())[0].measurement == NKI
    view = view_of(seat)
    view.survey_table.selectRow(0)
    seat.see("Över 74: mycket nöjd.", "1210 av 4000 svarade, 30,2 %.")
    seat.press("Return")
    seat.see("Ändra mätningen")
    (dialog,) = seat.window.findChildren(SurveyDialog)
    dialog.asked.set_text("12")
    dialog.primary.click()
    seat.see("Fler kan inte ha svarat än som tillfrågades.")
    dialog.asked.set_text("")
    dialog.primary.click()
    seat.see_no_more("Ändra mätningen")
    view.survey_table.selectRow(0)
    view.remove.click()
    view.remove.click()
    seat.see("Mätningen är borttagen.", "Inga mätningar")


def test_a_file_is_weighed_and_brought_in(sit_down: Sit, ground: Ground, tmp_path: Path) -> None:
    measured(ground, NKI)
    seat = sit_down()
    seat.press("Alt+G")
    seat.press("Alt+K")
    seat.see("Läs in mätningar", "Ingen fil är vald.")
    (dialog,) = seat.window.findChildren(SurveyImportDialog)
    assert nameless(seat) == []
    file = tmp_path / "matningar.csv"
    head = "mått;från;till;värde;område;källa\n"
    file.write_text(f"{head}NKI;2019-01-01;2019-12-31;åttio;;\nX;2019-01-01\n", "utf-8")
    dialog.read(str(file))
    seat.see("Inget läses in. Fel i filen: 2.")
    assert dialog.faults.text().splitlines() == [
        "Rad 2, värde: talet går inte att använda.",
        "Rad 3: raden har fel antal celler.",
    ]
    assert not dialog.primary.isEnabled()
    picture(seat, "aims-import")
    file.write_text(
        f"{head}NKI;2019-01-01;2019-12-31;81;;Inera\nNKI;2019-01-01;2019-12-31;83;riket;Inera\n",
        "utf-8",
    )
    dialog.read(str(file))
    seat.see("Nya: 1. Ändrade: 1. Lika: 0.")
    dialog.primary.click()
    seat.see("Mätningarna är inlästa.", "Riket")
    found = {each.measurement for each in asked(seat, lambda desk: desk.surveys.all())}
    assert found == {NATION, replace(NKI, value=81_000, answers=0, asked=0)}
    picture(seat, "aims-surveys")
    seat.press("Alt+K")
    seat.see("Ingen fil är vald.")
    (dialog,) = seat.window.findChildren(SurveyImportDialog)
    dialog.read(str(file))
    seat.see("Nya: 0. Ändrade: 0. Lika: 2.")
    assert not dialog.primary.isEnabled()
    dialog.read(str(tmp_path / "ingen.csv"))
    seat.see("Filen går inte att läsa")


@pytest.mark.parametrize("size", [100, 150])
def test_everything_is_reached_by_keys_and_nothing_is_cut(sit_down: Sit, size: int) -> None:
    seat = sit_down()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if size != 100:
        wear(app, Look(size=size))
        seat.settle()
    try:
        assert seat.window.width() == 1280
        assert ambiguous(seat) == {}
        assert nameless(seat) == []
        assert unreachable(seat) == []
        assert view_of(seat).target_table.hasFocus()
        assert cut(seat) == []
        picture(seat, f"aims-{size}")
        seat.press("Alt+H")
        seat.see("Nytt mål")
        assert cut(seat) == []
        picture(seat, f"aims-target-{size}")
        seat.press("Esc")
        seat.press("Alt+G")
        assert cut(seat) == []
        seat.press("Alt+H")
        seat.see("Ny mätning")
        assert cut(seat) == []
        picture(seat, f"aims-survey-{size}")
    finally:
        wear(app, Look())


def test_words_twice_as_long_fit(sit_down: Sit, doubled: None) -> None:
    seat = sit_down()
    assert cut(seat) == []
    for key in ("Alt+H", "Esc", "Alt+G", "Alt+H", "Esc", "Alt+K"):
        seat.press(key)
        seat.settle()
        assert cut(seat) == [], key


def test_an_administrator_sets_targets_too(ground: Ground, tmp_path: Path, qtbot: QtBot) -> None:
    load_fonts()
    lead(ground, Role.ADMINISTRATOR)
    seat = Seat(ground, tmp_path)
    try:
        sit(seat, tab="Alt+7")
        assert len(rows(seat)) == 12
        assert view_of(seat).new.isEnabled()
    finally:
        seat.leave()
