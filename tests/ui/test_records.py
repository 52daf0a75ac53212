"""The table model: as little change as possible, and Swedish order."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.badges import Badge
from ui.records import Column, RecordModel, Role


@dataclass(frozen=True, slots=True)
class Line:
    id: int
    name: str
    minutes: int | None = None


def make(lines: Sequence[Line] = ()) -> RecordModel[Line]:
    model = RecordModel(
        [
            Column[Line]("Namn", lambda r: r.name, tip=lambda r: f"<b>{r.name}</b>"),
            Column[Line](
                "Minuter",
                lambda r: str(r.minutes or ""),
                sort=lambda r: r.minutes,
                figures=True,
                spoken=lambda r: f"{r.minutes} minuter",
                badge=lambda r: Badge("lång") if (r.minutes or 0) > 30 else None,
            ),
        ],
        key=lambda r: r.id,
    )
    model.replace(lines)
    return model


def names(model: RecordModel[Line]) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


LINES = [Line(i, name, i) for i, name in enumerate(["Öberg", "Ek", "Åberg", "Ängman", "Ekman"])]


class Signals:
    """Counts what a model tells its views."""

    def __init__(self, model: RecordModel[Line]) -> None:
        self.said: list[str] = []
        model.rowsInserted.connect(lambda _, a, b: self.said.append(f"insert {a}-{b}"))
        model.rowsRemoved.connect(lambda _, a, b: self.said.append(f"remove {a}-{b}"))
        model.rowsMoved.connect(lambda _p, a, _b, _d, to: self.said.append(f"move {a}>{to}"))
        model.dataChanged.connect(lambda a, b: self.said.append(f"change {a.row()}-{b.row()}"))
        model.layoutChanged.connect(lambda: self.said.append("layout"))
        model.modelReset.connect(lambda: self.said.append("reset"))


def test_the_model_is_a_good_qt_model(qtmodeltester: ModelTester) -> None:
    model = make(LINES)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.sort(0)
    model.replace([*LINES[2:], Line(9, "Ny")])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_cell_answers_in_every_role() -> None:
    model = make([Line(1, "Åsa", 31)])
    assert model.index(0, 0).data() == "Åsa"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;b&gt;Åsa&lt;/b&gt;</qt>"
    minutes = model.index(0, 1)
    assert minutes.data(Qt.ItemDataRole.AccessibleTextRole) == "31 minuter"
    assert minutes.data(Role.SORT) == 31
    assert minutes.data(Role.BADGE) == Badge("lång")
    assert minutes.data(Role.RECORD) == Line(1, "Åsa", 31)
    right = Qt.AlignmentFlag(minutes.data(Qt.ItemDataRole.TextAlignmentRole))
    assert right & Qt.AlignmentFlag.AlignRight
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Minuter"


def test_nothing_new_says_nothing() -> None:
    model = make(LINES)
    signals = Signals(model)
    model.replace([replace(line) for line in LINES])
    assert signals.said == []


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (LINES[:2] + LINES[3:], ["remove 2-2"]),
        ([*LINES[:2], Line(9, "Ny"), *LINES[2:]], ["insert 2-2"]),
        ([LINES[0], replace(LINES[1], name="Ekh"), *LINES[2:]], ["change 1-1"]),
        ([*LINES[1:4], LINES[0], LINES[4]], ["move 0>4"]),
        ([LINES[4], *LINES[:4]], ["move 4>0"]),
        (list(reversed(LINES)), ["layout"]),
        ([], ["remove 0-4"]),
        ([*LINES[1:], Line(9, "Ny")], ["remove 0-0", "insert 4-4"]),
    ],
)
def test_a_difference_is_told_as_small_as_it_is(after: list[Line], said: list[str]) -> None:
    model = make(LINES)
    signals = Signals(model)
    model.replace(after)
    assert list(model.records) == after
    assert signals.said == said


def test_a_scattered_difference_is_told_in_a_few_words() -> None:
    many = [Line(i, f"{i:04}") for i in range(2000)]
    model = make(many)
    signals = Signals(model)
    model.replace(many[::2])
    assert signals.said == ["layout", "remove 1000-1999"]
    signals.said.clear()
    model.replace(many)
    assert signals.said == ["insert 1000-1999", "layout"]
    assert list(model.records) == many
    signals.said.clear()
    model.replace([replace(line, minutes=1) if line.id % 2 else line for line in many])
    assert signals.said == ["change 1-1999"]


def test_the_chosen_row_stays_chosen(qtbot: QtBot) -> None:
    model, view = make(LINES), QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.selectRow(3)
    model.replace([*LINES[1:], Line(9, "Ny")])
    assert view.selectionModel().selectedRows()[0].data(Role.RECORD) == LINES[3]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert view.selectionModel().selectedRows()[0].data(Role.RECORD) == LINES[3]


def test_names_are_sorted_as_in_a_swedish_telephone_book() -> None:
    model = make(LINES)
    model.sort(0)
    assert names(model) == ["Ek", "Ekman", "Åberg", "Ängman", "Öberg"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["Öberg", "Ängman", "Åberg", "Ekman", "Ek"]


def test_numbers_in_names_are_sorted_by_size_and_capitals_do_not_matter() -> None:
    model = make([Line(1, "Rum 10"), Line(2, "rum 9"), Line(3, "Rum 1")])
    model.sort(0)
    assert names(model) == ["Rum 1", "rum 9", "Rum 10"]


def test_what_is_missing_comes_last_in_both_directions() -> None:
    model = make([Line(1, "a", None), Line(2, "b", 5), Line(3, "c", 2)])
    model.sort(1)
    assert names(model) == ["c", "b", "a"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["b", "c", "a"]


def test_a_sorted_list_stays_sorted_when_it_is_replaced() -> None:
    model = make(LINES)
    model.sort(0)
    signals = Signals(model)
    model.replace([*LINES, Line(9, "Elm")])
    assert names(model) == ["Ek", "Ekman", "Elm", "Åberg", "Ängman", "Öberg"]
    assert signals.said == ["insert 2-2"]
    model.replace([replace(LINES[1], name="Zorn"), *LINES[2:]])
    assert names(model) == ["Ekman", "Zorn", "Åberg", "Ängman"]


def test_equal_ones_keep_their_places() -> None:
    model = make([Line(1, "b", 1), Line(2, "a", 1), Line(3, "c", 0)])
    model.sort(1)
    assert names(model) == ["c", "b", "a"]
    signals = Signals(model)
    model.replace([Line(2, "a", 1), Line(3, "c", 0), Line(1, "b", 1)])
    assert signals.said == []


def test_the_order_of_replace_can_be_had_back() -> None:
    model = make(LINES)
    model.sort(0)
    model.sort(-1)
    model.replace(LINES)
    assert list(model.records) == LINES


def test_a_row_is_found_by_its_key() -> None:
    model = make(LINES)
    assert (model.row_of(3), model.row_of(77)) == (3, -1)
    assert model.record(3) == LINES[3]


LISTS = st.lists(
    st.builds(Line, st.integers(0, 90), st.sampled_from("aåbÄcÖ"), st.integers(0, 3) | st.none()),
    max_size=80,
    unique_by=lambda line: line.id,
)


@given(before=LISTS, after=LISTS, column=st.sampled_from([-1, 0, 1]))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_list_becomes_any_other_and_every_view_can_follow(
    qapp: object, before: list[Line], after: list[Line], column: int
) -> None:
    model = make()
    model.sort(column)
    model.replace(before)
    held = {model.record(row).id: persistent(model, row) for row in range(model.rowCount())}
    model.replace(after)
    ordered = {line.id: line for line in after}
    assert {line.id: line for line in model.records} == ordered
    if column < 0:
        assert list(model.records) == after
    for key, index in held.items():
        assert index.isValid() == (key in ordered)
        if index.isValid():
            assert index.data(Role.RECORD) == ordered[key]


def persistent(model: RecordModel[Line], row: int) -> QPersistentModelIndex:
    return QPersistentModelIndex(model.index(row, 0, QModelIndex()))


def test_ten_thousand_rows_are_refreshed_before_anyone_notices(qtbot: QtBot) -> None:
    many = [Line(i, f"Andersson {i * 7919 % 10_000}", i % 60) for i in range(10_000)]
    model, view = make(many), QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setSortingEnabled(True)
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    view.show()
    fresh = [replace(line, minutes=99) if line.id % 500 == 0 else replace(line) for line in many]
    fresh = [*fresh[100:], *(Line(20_000 + i, f"Ny {i}") for i in range(100))]
    took = []
    for records in (fresh, many, fresh):
        before = time.process_time()
        model.replace(records)
        took.append(time.process_time() - before)
    assert min(took) < 0.1  # the budget is 50 ms on a quiet machine; the benchmark measures it
