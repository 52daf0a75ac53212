"""Whoever leads looks around in the figures by keys, goes down to the calls, and takes them out."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from kundcenter.domain.access import Role
from kundcenter.domain.access_log import Activity
from kundcenter.domain.calendar import local
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.exploring import By, Line, Point, Versus
from kundcenter.domain.supervision.periods import PeriodKind
from tests.ground import NUMBER, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.supervision.explored import explore_of, lead_there, work_hours
from tests.ui.workstation.supervision.leading_desk import page_of, sit
from tests.ui.workstation.test_stretch import cut
from ui.actions import Action
from ui.dialogs.supervision.explore_rows import ExploreRowsDialog
from ui.panels.supervision.explore import ExploreView
from ui.panels.supervision.explore_table import Named
from ui.supervision.explore_book import file_name
from ui.supervision.explore_words import change_name, change_text, gaps
from ui.theme.look import Look
from ui.theme.wear import wear

A_DAY = timedelta(days=1)


@pytest.fixture
def view(ground: Ground, seat: Seat) -> ExploreView:
    """Six hours of a day, looked at by who leads."""
    work_hours(ground, 6)
    lead_there(ground)
    return explore_of(seat)


def ask(seat: Seat, view: ExploreView, **told: object) -> None:
    """As if it had been chosen in the fields."""
    view.ask.show_query(replace(view.ask.query, **{"queue": "", **told}))  # type: ignore[arg-type]
    seat.settle()


def chosen(view: ExploreView) -> Named:
    """The row under the cursor."""
    found = view.table.current
    assert isinstance(found, Named)
    return found


def table(view: ExploreView) -> dict[str, str]:
    """What stands in the table: names and values."""
    model = view.model
    return {
        model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())
    }


def test_the_month_stands_there_by_hours_at_once(view: ExploreView) -> None:
    found = view.found
    assert found is not None
    assert (found.query.by, found.query.figure) == (By.HOUR, FigureCode.OFFERED)
    assert found.query.span.kind is PeriodKind.MONTH
    shown = table(view)
    assert len(shown) == 25
    assert shown["Totalt"] == "18"
    assert sum(int(value) for name, value in shown.items() if name != "Totalt") == 18
    assert view.chart.chart.series[0].values == tuple(each.now.value for each in found.lines)
    assert "Samtal som nådde kön" in view.meaning.text()


def test_another_breakdown_offers_the_figures_that_fit_it(seat: Seat, view: ExploreView) -> None:
    seat.write("Kontaktorsak")  # the focus is where one chooses
    seat.press("Tab")
    seat.settle()
    assert table(view) == {"Feber": "7", "Andningsbesvär": "6", "Totalt": "13"}
    assert not view.ask.queue.isEnabled()
    view.ask.figure.take("ANDEL")
    seat.settle()
    shown = {name: value.replace("\xa0", " ") for name, value in table(view).items()}
    assert shown == {"Feber": "53,8 %", "Andningsbesvär": "46,2 %", "Totalt": "100,0 %"}


def test_a_share_shows_what_it_is_made_of_and_its_target(seat: Seat, view: ExploreView) -> None:
    ask(seat, view, by=By.QUEUE, figure=FigureCode.ANSW)
    row = view.model.row_of((False, "1177"))
    assert view.model.index(row, 2).data() == "12 / 12"
    assert [mark.value for mark in view.chart.chart.marks] == [85]
    assert "Nämnare: Inkommande samtal utom korta" in view.meaning.text()


def test_a_period_beside_another_has_two_columns_more(seat: Seat, view: ExploreView) -> None:
    ask(seat, view, by=By.REASON, figure=None, versus=Versus.BEFORE)
    assert not view.table.isColumnHidden(3)
    assert view.model.index(0, 4).data() == "+7"
    assert len(view.chart.chart.series) == 2
    assert "Jämförs med 2026-10-01 till och med 2026-10-31" in view.meaning.text()
    assert "finns inga samtal här, så perioden är inte hel." in view.since.text()
    assert "finns inga samtal här, så jämförelsen är inte hel." in view.since.text()
    ask(seat, view, by=By.REASON, figure=None, versus=Versus.NONE)
    assert view.table.isColumnHidden(3)


def test_the_change_of_a_share_is_in_percentage_points(seat: Seat, view: ExploreView) -> None:
    ask(seat, view, by=By.QUEUE, figure=FigureCode.ANSW, versus=Versus.BEFORE)
    assert "Ändringen är i procentenheter (p.e.)." in view.meaning.text()
    found = view.found
    assert found is not None
    line = Line("", Point(89.6, 896, 1000), Point(88.0, 88, 100))
    assert change_text(line.change, found.query) == "+1,6 p.e."
    assert change_text(-1.6, found.query) == "−1,6 p.e."
    assert change_text(None, found.query) == ""
    counted = replace(found.query, figure=FigureCode.OFFERED)
    assert (change_text(7.0, counted), change_name(counted)) == ("+7", "Ändring")


def test_what_begins_before_anything_is_known_is_said_of_both_periods(
    seat: Seat, view: ExploreView
) -> None:
    found = view.found
    assert found is not None
    since, span = found.query.span.start, found.query.span
    known = replace(found, since=since, versus=replace(span, start=since - A_DAY, end=since))
    assert len(gaps(known)) == 1
    assert gaps(known)[0].endswith("så jämförelsen är inte hel.")
    assert gaps(replace(known, versus=None)) == []
    assert gaps(replace(known, since=since - A_DAY)) == []
    assert gaps(replace(known, since=None)) == []


def test_chart_and_table_point_at_the_same_row(seat: Seat, view: ExploreView) -> None:
    view.chart.setFocus()
    seat.press("End", "Left")
    assert chosen(view).name == "22"
    view.table.setFocus()
    seat.press("Up")
    assert view.chart.place[0] == 21


def test_down_to_the_calls_by_key_and_each_stands_in_the_log(
    ground: Ground, seat: Seat, view: ExploreView
) -> None:
    ask(seat, view, by=By.REASON, figure=None)
    view.table.setFocus()
    seat.press("Home")
    view.table.choose((False, "FEBER"))
    after = ground.accesses()[-1].n
    seat.press("Alt+V")
    seat.settle()
    (dialog,) = (each for each in seat.window.findChildren(ExploreRowsDialog) if each.isVisible())
    assert dialog.model.rowCount() == 6  # the seventh was written without a call
    assert "6 samtal" in dialog.told.text()
    seen = [each for each in ground.accesses(after) if each.activity is Activity.READ]
    assert {each.object_id for each in seen} == {each.id for each in dialog.model.records}
    assert NUMBER not in seat.reads()
    seat.press("Esc")
    seat.settle()


def test_the_total_has_no_calls_of_its_own_to_show(seat: Seat, view: ExploreView) -> None:
    view.table.selectRow(view.model.rowCount() - 1)
    assert chosen(view).whole
    assert not view.rows.isEnabled()
    seat.press("Alt+V")
    assert not [e for e in seat.window.findChildren(ExploreRowsDialog) if e.isVisible()]


def test_it_is_saved_for_a_spreadsheet_as_it_stands_there(
    ground: Ground, seat: Seat, view: ExploreView, tmp_path: Path
) -> None:
    ask(seat, view, by=By.QUEUE, figure=FigureCode.ANSW, versus=Versus.BEFORE)
    seat.press("Alt+X")
    (dialog,) = view.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("statistik-answ-ko-2026-11.xlsx")
    dialog.close()
    view._out.write_to(str(tmp_path / "a.xlsx"))
    seat.see("Sparat:")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0][:5] == ("Kö", "Kod", "Andel besvarade samtal", "Täljare", "Nämnare")
    assert rows[1][:5] == ("1177 på telefon", "1177", 100, 12, 12)
    assert rows[-1][:5] == ("Totalt", "", 100, 18, 18)
    about = {str(name): text for name, text in book["Om"].iter_rows(min_row=2, values_only=True)}
    assert about["Från"] == "2026-11-01 00:00 +01:00"
    assert about["Av"] == "Test Lead"
    assert rows[0][8] == "Ändring, procentenheter"
    assert view.found is not None and view.found.since is not None
    day = local(view.found.since).date().isoformat()
    assert about["Obs"] == (
        f"Före {day} finns inga samtal här, så perioden är inte hel."
        f" Före {day} finns inga samtal här, så jämförelsen är inte hel."
    )
    assert ground.accesses()[-1].activity is Activity.PRINT


def test_it_is_saved_as_text_that_says_in_each_row_what_it_is(
    seat: Seat, view: ExploreView, tmp_path: Path
) -> None:
    ask(seat, view, by=By.REASON, figure=None)
    view._out.ask_where(view.found)  # type: ignore[arg-type]
    view.findChildren(QFileDialog)[-1].close()
    view._out.write_to(str(tmp_path / "a.csv"))
    seat.see("Sparat:")
    raw = (tmp_path / "a.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert [(row["Kontaktorsak"], row["Kod"], row["Antal"]) for row in rows] == [
        ("Feber", "FEBER", "7"),
        ("Andningsbesvär", "ANDNING", "6"),
        ("Totalt", "", "13"),
    ]
    assert {row["Av"] for row in rows} == {"Test Lead"}


def test_a_file_has_nobody_in_its_name(view: ExploreView) -> None:
    assert view.found is not None
    assert file_name(view.found) == "statistik-inkommande-timme-2026-11"
    own = replace(view.found.query, span=periods.day(view.found.query.span.days[0]))
    named = file_name(replace(view.found, query=own))
    assert named == "statistik-inkommande-timme-2026-11-01"


def test_a_nurse_has_no_statistics(ground: Ground, seat: Seat) -> None:
    page = sit(seat, "nurse", tab="Alt+4")
    assert Action.SUPERVISION_EXPLORE not in page.offered
    assert not isinstance(page_of(seat).view, ExploreView)


def test_the_medical_lead_has(ground: Ground, seat: Seat) -> None:
    lead_there(ground, Role.MEDICAL_LEAD)
    assert explore_of(seat).found is not None


@pytest.mark.parametrize("size", [100, 150])
def test_nothing_is_cut(seat: Seat, view: ExploreView, qapp: QApplication, size: int) -> None:
    wear(qapp, Look(size=size))
    view.ask.span.kind.take(PeriodKind.OWN)
    ask(seat, view, by=By.DAY, figure=FigureCode.SERVICE_FAR, versus=Versus.YEAR)
    assert cut(seat) == []
