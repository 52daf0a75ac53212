"""The one list: whoever comes to it by keys sees where they stand, and its columns fill it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import press
from ui.records import Column, RecordModel
from ui.widgets.field import Field
from ui.widgets.table import RecordTable

Reason = Qt.FocusReason
WORDS = ("Ek", "Ängman", "Öberg")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A field, and a list that does not have the focus yet."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(Field("Namn", longest=20))
    model = RecordModel[str](
        (
            Column("Namn", lambda each: each),
            Column("Första", lambda each: each[0], width=6),
            Column("Letter", lambda each: str(len(each)), figures=True, width=6),
        ),
        key=lambda each: each,
        parent=made,
    )
    model.replace(WORDS)
    column.addWidget(RecordTable("Namnen", model))
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.findChildren(Field)[0].setFocus()
    return made


def table(page: QWidget) -> RecordTable:
    (only,) = page.findChildren(RecordTable)
    return only


def marked(shown: RecordTable) -> list[int]:
    return [index.row() for index in shown.selectionModel().selectedRows()]


@pytest.mark.parametrize(
    "reason",
    [Reason.TabFocusReason, Reason.ShortcutFocusReason, Reason.OtherFocusReason],
)
def test_a_list_that_gets_the_focus_marks_the_row_that_enter_opens(
    page: QWidget, qtbot: QtBot, reason: Reason
) -> None:
    shown = table(page)
    shown.setFocus(reason)
    qtbot.waitUntil(shown.hasFocus)
    assert marked(shown) == [0]
    with qtbot.waitSignal(shown.opened) as opened:
        press(shown, Qt.Key.Key_Return)
    assert opened.args == [WORDS[0]]


def test_a_row_that_was_chosen_stays_the_chosen_one(page: QWidget, qtbot: QtBot) -> None:
    shown = table(page)
    shown.selectRow(2)
    shown.setFocus(Reason.OtherFocusReason)
    qtbot.waitUntil(shown.hasFocus)
    assert marked(shown) == [2]


def test_the_columns_fill_the_list_also_without_the_one_that_takes_what_is_left(
    page: QWidget,
) -> None:
    shown = table(page)
    for hidden in (False, True, False):
        shown.show_column(0, not hidden)
        assert shown.horizontalHeader().length() == shown.viewport().width()
