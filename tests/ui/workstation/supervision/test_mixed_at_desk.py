"""Care levels by reason and hour: table, chart by keys, file; page after page of calls."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from kundcenter.domain.access_log import Activity
from kundcenter.domain.supervision.charts import ChartKind
from kundcenter.domain.supervision.exploring import By, Split
from kundcenter.domain.supervision.periods import PeriodKind
from tests.ground import Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.supervision.explored import explore_of, lead_there, work_hours
from tests.ui.workstation.supervision.test_explore_at_desk import ask, chosen
from tests.ui.workstation.supervision.test_live_looks import LOOKS, nameless
from tests.ui.workstation.test_people import picture
from tests.ui.workstation.test_stretch import cut
from ui.dialogs.supervision.explore_rows import ExploreRowsDialog
from ui.panels.supervision.explore import ExploreView
from ui.theme.wear import wear


@pytest.fixture
def view(ground: Ground, seat: Seat) -> ExploreView:
    """Six hours of a day, looked at by who leads."""
    work_hours(ground, 6)
    lead_there(ground)
    return explore_of(seat)


def cells(view: ExploreView) -> list[list[str]]:
    """Headings, then what stands in each row."""
    model = view.model
    places = range(model.columnCount())
    rows = [[model.index(row, at).data() for at in places] for row in range(model.rowCount())]
    return [[column.title for column in model.columns], *rows]


def test_the_first_row_is_chosen_so_that_its_calls_are_one_key_away(
    seat: Seat, view: ExploreView
) -> None:
    assert chosen(view).name == "00"
    for by in (By.WEEKDAY, By.QUEUE, By.REASON):
        ask(seat, view, by=by, figure=None if by is By.REASON else view.ask.query.figure)
        assert not chosen(view).whole, by
        assert view.rows.isEnabled()
        seat.press("Alt+V")
        seat.settle()
        (dialog,) = (e for e in seat.window.findChildren(ExploreRowsDialog) if e.isVisible())
        seat.press("Esc")
        seat.settle()
        assert not dialog.isVisible() if seat.window.findChildren(ExploreRowsDialog) else True


def test_a_reason_is_told_apart_by_care_level_by_keys(seat: Seat, view: ExploreView) -> None:
    seat.write("Kontaktorsak")
    seat.press("Tab")
    seat.write("Vårdnivå")
    seat.press("Tab")
    seat.settle()
    assert view.ask.query.split is Split.GROUP
    assert cells(view) == [
        ["Vad", "Totalt", "Egenvård", "Primärvård"],
        ["Feber", "7", "7", "0"],
        ["Andningsbesvär", "6", "0", "6"],
        ["Totalt", "13", "7", "6"],
    ]
    assert not view.ask.versus.isEnabled()
    assert "delade på vårdnivå" in view.meaning.text()
    view.ask.figure.take("ANDEL")
    seat.settle()
    shown = [[cell.replace("\xa0", " ") for cell in row] for row in cells(view)]
    assert shown[1] == ["Feber", "7", "100,0 %", "0,0 %"]


def test_the_parts_of_a_bar_are_read_by_arrow_keys(seat: Seat, view: ExploreView) -> None:
    ask(seat, view, by=By.REASON, figure=None, split=Split.GROUP)
    chart = view.chart
    assert chart.chart.kind is ChartKind.STACKED
    assert [each.name for each in chart.chart.series] == ["Egenvård", "Primärvård"]
    chart.setFocus()
    assert chart.readout == "Feber: Egenvård 7"
    seat.press("Right")  # the bars lie: along a bar its parts
    assert chart.readout == "Feber: Primärvård 0"
    seat.press("Down")
    assert chart.readout == "Andningsbesvär: Primärvård 6"
    assert "Egenvård 0" in chart.accessibleDescription()
    assert chosen(view).name == "Andningsbesvär"


def test_hours_are_told_apart_too_and_what_cannot_be_is_not_offered(
    seat: Seat, view: ExploreView
) -> None:
    ask(seat, view, by=By.HOUR, figure=None, split=Split.URGENCY)
    assert len(cells(view)) == 26
    assert cells(view)[-1][1] == "13"
    ask(seat, view, by=By.OUTCOME, figure=None)
    assert not view.ask.split.isEnabled()
    assert not view.ask.query.is_split
    view.ask.by.take(By.UNIT)
    view.ask.span.kind.take(PeriodKind.YEAR)
    seat.settle()
    assert not view.ask.split.isEnabled()  # more than a tertial is not counted from rows


def test_it_is_saved_as_it_stands_there(
    ground: Ground, seat: Seat, view: ExploreView, tmp_path: Path
) -> None:
    ask(seat, view, by=By.REASON, figure=None, split=Split.GROUP)
    seat.press("Alt+X")
    (dialog,) = view.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("statistik-vardniva-kontaktorsak-2026-11.xlsx")
    dialog.close()
    for name in ("a.xlsx", "a.csv"):
        view._out.write_to(str(tmp_path / name))
        seat.until((tmp_path / name).exists, name)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0] == (
        "Kontaktorsak", "Kod", "Totalt", "Egenvård", "Egenvård, andel (%)", "Primärvård",
        "Primärvård, andel (%)",
    )  # fmt: skip
    assert rows[1] == ("Feber", "FEBER", 7, 7, 100, 0, 0)
    assert rows[-1][:4] == ("Totalt", "", 13, 7)
    raw = (tmp_path / "a.csv").read_bytes().decode("utf-8-sig")
    told = list(csv.DictReader(raw.splitlines(), delimiter=";"))
    assert told[1]["Primärvård, andel (%)"] == "100,0"
    assert {row["Av"] for row in told} == {"Test Lead"}
    assert ground.accesses()[-1].activity is Activity.PRINT


def test_what_is_small_is_hidden_on_the_screen(seat: Seat, view: ExploreView) -> None:
    ask(seat, view, by=By.WEEKDAY, figure=None, split=Split.GROUP)
    view.ask.distribution.setChecked(True)
    seat.settle()
    ask(seat, view, by=By.HOUR, figure=None, split=Split.GROUP)
    shown = {cell for row in cells(view)[1:-1] for cell in row[1:]}
    assert "<5" in shown
    assert not shown & {"1", "2", "3", "4"}


def test_calls_come_page_by_page_by_keys(
    ground: Ground, seat: Seat, view: ExploreView, monkeypatch: pytest.MonkeyPatch
) -> None:
    for where in ("kundcenter.services.supervision.explore", "ui.dialogs.supervision.explore_rows"):
        monkeypatch.setattr(f"{where}.MOST_ROWS", 5)
    ask(seat, view, by=By.QUEUE)
    view.table.choose((False, "1177"))
    seat.press("Alt+V")
    seat.see("Visar 1–5 av 12 samtal")
    (dialog,) = (each for each in seat.window.findChildren(ExploreRowsDialog) if each.isVisible())
    assert not dialog.back.isEnabled()
    after = ground.accesses()[-1].n
    seat.press("Alt+Right")
    seat.see("Visar 6–10 av 12 samtal")
    seen = [each for each in ground.accesses(after) if each.activity is Activity.READ]
    assert {each.object_id for each in seen} == {each.id for each in dialog.model.records}
    seat.press("Alt+Right")
    seat.see("Visar 11–12 av 12 samtal")
    assert not dialog.on.isEnabled()
    seat.press("Alt+Left")
    seat.see("Visar 6–10 av 12 samtal")
    assert cut(seat) == []
    seat.press("Esc")
    seat.settle()


def test_nothing_is_cut_in_any_look(seat: Seat, view: ExploreView, qapp: QApplication) -> None:
    for name, (look, size) in LOOKS.items():
        wear(qapp, look)
        seat.window.resize(*size)
        for by in (By.REASON, By.HOUR):
            ask(seat, view, by=by, figure=None, split=Split.GROUP)
            seat.until(lambda: not cut(seat), f"nothing cut: {name} {by} {cut(seat)}")
            assert nameless(seat) == []
            picture(seat, f"mixed-{name}-{by.lower()}")
