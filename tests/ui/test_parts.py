"""Buttons, marks, notices, dialogs, lists, the rail: by keys and by name."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import click, double_click, press, show, strike, type_text
from ui.badges import Badge
from ui.records import Column, RecordModel
from ui.theme.colours import ToneName
from ui.theme.look import colour, current
from ui.widgets.banner import Banner
from ui.widgets.busy import BusyBar
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.chip import Chip
from ui.widgets.dialog import Dialog, Scrim
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.focus import FocusRing, FocusRings
from ui.widgets.notices import STAYS_MS, Notice, Notices, Severity
from ui.widgets.rail import Rail, RailButton
from ui.widgets.status_bar import StatusBar, StatusItem
from ui.widgets.table import RecordTable
from ui.widgets.text import Glyph
from ui.widgets.text_area import TextArea
from ui.widgets.timer import TimerLabel, as_clock


def test_a_button_tells_its_name_and_its_keys(qtbot: QtBot) -> None:
    button = Button("Signera", ButtonKind.PRIMARY, icon="sign", keys="Ctrl+S")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.accessibleDescription()) == ("Signera", "Ctrl+S")
    plain = Button("Signera", ButtonKind.PRIMARY, icon="sign")
    qtbot.addWidget(plain)
    assert button.sizeHint().width() > plain.sizeHint().width()
    assert button.sizeHint().height() == current().metrics.control


def test_an_icon_button_needs_a_name(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="accessible name"):
        IconButton("", "print")
    button = IconButton("Skriv ut", "print")
    qtbot.addWidget(button)
    assert "Skriv ut" in button.toolTip()
    assert button.sizeHint().width() == button.sizeHint().height()


def test_a_click_leaves_the_focus_in_the_note(qtbot: QtBot) -> None:
    page = QWidget()
    note, button = TextArea("Anteckning", parent=page), Button("Signera", parent=page)
    button.move(0, 200)
    qtbot.addWidget(page)
    page.show()
    note.edit.setFocus()
    with qtbot.waitSignal(button.clicked):
        click(button)
    assert page.focusWidget() is note.edit


def test_a_chip_is_read_as_its_words(qtbot: QtBot) -> None:
    chip = Chip(Badge("Bekräftad", ToneName.SUCCESS, "check"))
    qtbot.addWidget(chip)
    chip.show_badge(Badge("Avslagen, full", ToneName.DANGER, "error"))
    interface = QAccessible.queryAccessibleInterface(chip)
    assert interface.text(QAccessible.Text.Name) == "Avslagen, full"
    assert interface.role() is QAccessible.Role.StaticText


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (187, "3:07"), (3729, "1:02:09"), (-5, "0:00")]
)
def test_a_time_is_shown_as_a_clock_shows_it(seconds: int, shown: str) -> None:
    assert as_clock(seconds) == shown


def test_a_timer_counts_and_can_be_cleared(qtbot: QtBot) -> None:
    timer = TimerLabel("Samtalstid")
    qtbot.addWidget(timer)
    timer.count_from(58.95)
    assert timer.text() == "0:58"
    qtbot.waitUntil(lambda: timer.text() == "0:59", timeout=1500)
    timer.clear_time()
    assert timer.text() == ""


def test_a_busy_bar_keeps_its_room_and_rests_when_hidden(qtbot: QtBot) -> None:
    bar = BusyBar("Hämtar")
    qtbot.addWidget(bar)
    before = bar.sizeHint()
    bar.set_busy(True)
    bar.show()
    bar.grab()
    assert (bar.busy, bar.sizeHint()) == (True, before)
    bar.hide()
    bar.set_busy(False)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    show(made)
    return made


def test_a_notice_stands_where_no_work_is_ended_and_asks_for_no_focus(
    qtbot: QtBot, host: QWidget
) -> None:
    field, notices = Field("Namn", parent=host), Notices(host, host)
    field.edit.setFocus()
    notices.say("Sparat.", Severity.SUCCESS)
    assert host.focusWidget() is field.edit
    assert notices.isVisible()
    box = notices.geometry()
    assert box.left() < 20
    assert box.bottom() > 580
    assert box.right() < 500
    host.resize(900, 700)
    assert notices.geometry().bottom() > 680


def test_information_leaves_by_itself_and_errors_stay(qtbot: QtBot, host: QWidget) -> None:
    notices = Notices(host, host)
    notices.say("Sparat.", Severity.INFO)
    notices.say("Något gick fel. Felnummer 4F2A91.", Severity.DANGER)
    kept, gone = (
        next(n for n in notices.findChildren(Notice) if n.severity is severity)
        for severity in (Severity.DANGER, Severity.INFO)
    )
    assert gone._leave.interval() == STAYS_MS
    assert gone._leave.isActive()
    assert not kept._leave.isActive()
    gone._leave.timeout.emit()
    assert notices.sentences == ("Något gick fel. Felnummer 4F2A91.",)


def test_the_same_notice_is_shown_once_and_never_more_than_four(
    qtbot: QtBot, host: QWidget
) -> None:
    notices = Notices(host, host)
    for sentence in ("a", "b", "a"):
        notices.say(sentence)
    assert list(notices.sentences) == ["b", "a"]
    notices.say("fel", Severity.DANGER)
    for sentence in "cde":
        notices.say(sentence)
    # An error outlives information.
    assert list(notices.sentences) == ["fel", "c", "d", "e"]
    notices.clear()
    assert list(notices.sentences) == []
    assert not notices.isVisible()


def test_a_notice_is_acted_on_and_put_away_by_keys(qtbot: QtBot, host: QWidget) -> None:
    notices, done = Notices(host, host), []
    assert not notices.take_focus()
    notices.say("Skrivaren svarar inte.", action="Försök igen", on_action=lambda: done.append(1))
    assert notices.take_focus()
    press(host.focusWidget(), Qt.Key.Key_Escape)
    assert notices.sentences == ()
    notices.say("Skrivaren svarar inte.", action="Försök igen", on_action=lambda: done.append(1))
    action = next(b for b in notices.findChildren(Button) if b.text() and b.isVisible())
    strike(action, Qt.Key.Key_Space)
    assert (done, notices.sentences) == ([1], ())


def test_a_banner_says_its_sentence(qtbot: QtBot) -> None:
    banner = Banner("TESTDATA – inga verkliga personer")
    qtbot.addWidget(banner)
    banner.say("Klockan går fel.")
    assert (banner.sentence, banner.accessibleName()) == ("Klockan går fel.", "Klockan går fel.")


def test_a_dialog_begins_in_its_first_field_and_ends_by_keys(qtbot: QtBot, host: QWidget) -> None:
    dialog = Dialog("Ny operatör", primary="Lägg till", parent=host)
    name, note = Field("Namn"), TextArea("Om")
    dialog.body.addWidget(name)
    dialog.body.addWidget(note)
    said: list[str] = []
    dialog.confirmed.connect(lambda: said.append("yes"))
    dialog.rejected.connect(lambda: said.append("no"))
    dialog.open()
    assert dialog.focusWidget() is name.edit
    assert host.findChildren(Scrim)
    order = [name.edit, note.edit, dialog.secondary, dialog.primary]
    for widget in order[1:]:
        dialog.focusNextChild()
        assert dialog.focusWidget() is widget
    type_text(name.edit, "Åsa")
    press(name.edit, Qt.Key.Key_Return)
    press(note.edit, Qt.Key.Key_Return, "\r", Qt.KeyboardModifier.ControlModifier)
    assert said == ["yes", "yes"]
    dialog.set_busy(True)
    press(name.edit, Qt.Key.Key_Return)
    assert said == ["yes", "yes"]
    dialog.set_busy(False)
    strike(dialog, Qt.Key.Key_Escape)
    assert said == ["yes", "yes", "no"]
    assert not any(scrim.isVisible() for scrim in host.findChildren(Scrim))


def test_what_cannot_be_undone_is_not_one_stray_enter_away(qtbot: QtBot, host: QWidget) -> None:
    dialog = Dialog("Ta bort utkastet?", primary="Ta bort", danger=True, parent=host)
    dialog.open()
    assert dialog.focusWidget() is dialog.secondary
    with qtbot.assertNotEmitted(dialog.confirmed):
        strike(dialog, Qt.Key.Key_Return)
    dialog.close()


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    name: str


def table(qtbot: QtBot, count: int) -> tuple[RecordTable, RecordModel[Row]]:
    model = RecordModel(
        [
            Column[Row]("Namn", lambda r: r.name),
            Column[Row]("Läge", lambda _: "klar", badge=lambda _: Badge("Klar"), width=10),
            Column[Row]("Nr", lambda r: str(r.id), figures=True, width=6),
        ],
        key=lambda r: r.id,
    )
    model.replace([Row(i, f"rad {i:03}") for i in range(count)])
    made = RecordTable("Samtal", model, empty=EmptyState("Inga samtal än"))
    qtbot.addWidget(made)
    made.resize(600, 300)
    show(made)
    return made, model


def test_a_row_is_opened_by_enter_and_by_a_double_click(qtbot: QtBot) -> None:
    made, _ = table(qtbot, 5)
    opened: list[Row] = []
    made.opened.connect(opened.append)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    strike(made, Qt.Key.Key_Down)
    strike(made, Qt.Key.Key_Return)
    where = made.visualRect(made.model().index(3, 0)).center()
    double_click(made.viewport(), where)
    assert [row.id for row in opened] == [1, 3]
    assert made.current == Row(3, "rad 003")


def test_tab_leaves_a_list(qtbot: QtBot) -> None:
    made, _ = table(qtbot, 5)
    assert not made.tabKeyNavigation()


def test_an_empty_list_says_so_and_stops_saying_it(qtbot: QtBot) -> None:
    made, model = table(qtbot, 0)
    empty = made.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    assert empty.isVisible()
    model.replace([Row(1, "x")])
    assert not empty.isVisible()
    model.replace([])
    assert empty.isVisible()


def test_where_it_is_low_the_words_stay_and_the_picture_goes(qtbot: QtBot) -> None:
    empty = EmptyState("Ingen träff", "Kontrollera numret.", icon="search")
    qtbot.addWidget(empty)
    pictures = []
    for height in (400, 120):
        empty.resize(400, height)
        show(empty)
        pictures.append(any(not glyph.isHidden() for glyph in empty.findChildren(Glyph)))
    assert pictures == [True, False]


def test_rows_put_in_above_do_not_push_away_what_is_being_read(qtbot: QtBot) -> None:
    made, model = table(qtbot, 200)
    made.scrollTo(model.index(100, 0), RecordTable.ScrollHint.PositionAtTop)
    top = made.indexAt(QPoint(5, 2)).data()
    model.replace([Row(1000 + i, f"ny {i}") for i in range(30)] + list(model.records))
    QApplication.processEvents()
    assert made.indexAt(QPoint(5, 2)).data() == top
    made.scrollToTop()
    model.replace([Row(2000, "nyast"), *model.records])
    QApplication.processEvents()
    assert made.indexAt(QPoint(5, 2)).data() == "nyast"  # who is at the top stays at the top


def test_a_list_can_be_painted_and_sorted_by_its_heading(qtbot: QtBot) -> None:
    made, model = table(qtbot, 5)
    made.sort_by(0, Qt.SortOrder.DescendingOrder)
    assert model.record(0).id == 4
    header = made.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
    click(header.viewport(), at)
    assert model.record(0).id == 0
    made.choose(3)
    assert made.current == Row(3, "rad 003")
    assert not made.grab().isNull()


def test_numbers_keep_their_room_when_it_is_narrow(qtbot: QtBot) -> None:
    made, _ = table(qtbot, 5)
    before = made.columnWidth(2)
    made.resize(260, 300)
    assert made.columnWidth(2) == before


def test_the_rail_goes_by_keys_and_counts_in_words(qtbot: QtBot) -> None:
    rail = Rail("Platser")
    qtbot.addWidget(rail)
    for place, words in (("call", "Samtal"), ("queue", "Återuppringning")):
        rail.add_place(place, RailButton(words, "phone", keys="Alt+1"))
    rail.show()
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    strike(rail.button("queue"), Qt.Key.Key_Return)
    strike(rail.button("call"), Qt.Key.Key_Space)
    assert chosen == ["queue", "call"]
    rail.show_place("queue")
    assert rail.button("queue").isChecked()
    rail.button("queue").set_count(3, "3 att ringa upp")
    assert rail.button("queue").accessibleDescription() == "3 att ringa upp Alt+1"
    assert not rail.grab().isNull()


def test_the_status_line_changes_a_state_in_its_place(qtbot: QtBot) -> None:
    bar = StatusBar("Läge")
    qtbot.addWidget(bar)
    bar.show_item("centre", Badge("Centralen svarar", ToneName.SUCCESS, "cloud-ok"))
    bar.show_item("centre", Badge("Centralen svarar inte", ToneName.WARNING, "cloud-off"))
    items = bar.findChildren(StatusItem)
    assert [item.accessibleName() for item in items] == ["Centralen svarar inte"]


def ring_of(window: QWidget) -> FocusRing:
    (found,) = window.findChildren(FocusRing)
    assert isinstance(found, FocusRing)
    return found


def test_one_ring_follows_the_focus(qtbot: QtBot, rings: FocusRings) -> None:
    page = QWidget()
    page.resize(400, 300)
    field, button = Field("Namn", parent=page), Button("Spara", parent=page)
    field.move(20, 20)
    button.move(20, 150)
    qtbot.addWidget(page)
    show(page)
    field.edit.setFocus()
    ring = ring_of(page)
    assert ring.isVisible()
    assert ring.geometry().contains(field.edit.geometry().translated(field.pos()))
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring_of(page) is ring
    assert ring.geometry().center() == button.geometry().center()
    button.move(200, 200)
    assert ring.geometry().center() == button.geometry().center()
    image = page.grab().toImage()
    edge = image.pixelColor(ring.geometry().left() + 1, ring.geometry().center().y())
    assert edge == colour("focus")
    button.hide()
    assert not ring.isVisible() or page.focusWidget() is not button


def test_a_notice_lies_above_the_ring(qtbot: QtBot, host: QWidget, rings: FocusRings) -> None:
    host.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area = TextArea("Anteckning", most=40, fewest=30, parent=host)
    area.setGeometry(0, 0, 600, 600)
    area.show()
    notices = Notices(host, host)
    area.edit.setFocus()
    notices.say("Sparat.")
    host.setFocus()
    area.edit.setFocus()
    stack = [child for child in host.children() if isinstance(child, FocusRing | Notices)]
    assert isinstance(stack[-1], Notices)
    assert any(isinstance(child, FocusRing) for child in stack)


def test_no_part_shows_markup(qtbot: QtBot, host: QWidget) -> None:
    name = "<img src=x>Åsa"
    notices = Notices(host, host)
    notices.say(name)
    parts: list[QWidget] = [Banner(name), EmptyState(name, name), Chip(Badge(name)), notices]
    dialog = Dialog(name, sentence=name, primary="Ja")
    for widget in [*parts, dialog]:
        if widget is not notices:
            qtbot.addWidget(widget)
        labels = [label for label in widget.findChildren(QLabel) if name in label.text()]
        assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
