"""Fields: what is written, what is wrong, and what a screen reader is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show, strike, type_text
from ui.badges import Badge, urgency_badge
from ui.theme.look import Look
from ui.theme.wear import wear
from ui.widgets.check import Check
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.combo import Combo, Option
from ui.widgets.field import Field, SecretField
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

CONTROL = Qt.KeyboardModifier.ControlModifier


def spoken(widget: QWidget, what: QAccessible.Text = QAccessible.Text.Name) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(what)


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_a_field_needs_a_name(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="accessible name"):
        Field(" ")


def test_a_field_tells_its_label_and_its_help(qtbot: QtBot) -> None:
    field = Field("Personnummer", help="Tio siffror.", keys="F3")
    qtbot.addWidget(field)
    assert spoken(field.edit) == "Personnummer"
    assert spoken(field.edit, QAccessible.Text.Description) == "Tio siffror. F3"
    assert "Tio siffror." in words(field)


def test_an_error_stands_beneath_in_words_and_goes_at_the_next_key(qtbot: QtBot) -> None:
    field = Field("Telefon", help="Riktnummer först.")
    qtbot.addWidget(field)
    field.show_error("Numret är för kort.")
    assert "Numret är för kort." in words(field)
    assert "Riktnummer först." not in words(field)
    assert spoken(field.edit, QAccessible.Text.Description).startswith("Numret är för kort.")
    assert field.edit.property("error") is True
    type_text(field.edit, "0")
    assert field.error == ""
    assert "Riktnummer först." in words(field)
    assert field.edit.property("error") is False


def test_enter_submits_and_keys_are_told_one_by_one(qtbot: QtBot) -> None:
    field = Field("Namn")
    qtbot.addWidget(field)
    said: list[str] = []
    field.changed.connect(said.append)
    field.submitted.connect(lambda: said.append("!"))
    type_text(field.edit, "Åsa")
    press(field.edit, Qt.Key.Key_Return)
    field.set_text("Erik")
    assert said == ["Å", "Ås", "Åsa", "!"]


def test_markup_in_a_text_is_shown_as_it_is(qtbot: QtBot) -> None:
    label = Text("<b>Åsa</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_password_is_hidden_until_it_is_asked_for(qtbot: QtBot) -> None:
    field = SecretField("Lösenord")
    qtbot.addWidget(field)
    button = field.edit.findChild(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    reveal = next(b for b in field.findChildren(QWidget) if b.accessibleName() == "Visa lösenordet")
    assert button is not None
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    strike(reveal, Qt.Key.Key_Space)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal
    assert reveal.accessibleName() == "Dölj lösenordet"
    field.clear()
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_noticed_and_said_in_words(qtbot: QtBot) -> None:
    field = SecretField("Lösenord", help="Minst 12 tecken.")
    qtbot.addWidget(field)
    warning = "Caps Lock är på: bokstäverna blir versaler."
    press(field.edit, Qt.Key.Key_A, "A")
    assert warning in words(field)
    press(field.edit, Qt.Key.Key_CapsLock)
    assert "Minst 12 tecken." in words(field)
    press(field.edit, Qt.Key.Key_A, "A", Qt.KeyboardModifier.ShiftModifier)
    assert warning not in words(field)
    press(field.edit, Qt.Key.Key_A, "a", Qt.KeyboardModifier.ShiftModifier)
    assert warning in words(field)


def test_a_text_area_grows_with_its_text_and_stops(qtbot: QtBot) -> None:
    area = TextArea("Bedömning", fewest=2, most=5)
    qtbot.addWidget(area)
    area.resize(400, 300)
    show(area)
    heights = []
    for lines in (1, 2, 3, 5, 40):
        area.set_text("\n".join("rad" for _ in range(lines)))
        heights.append(area.edit.height())
    assert heights[0] == heights[1] < heights[2] < heights[3]
    assert heights[4] <= heights[3] + 2


def test_a_text_area_takes_text_only_and_keeps_every_sign_of_it(qtbot: QtBot) -> None:
    area = TextArea("Bedömning")
    qtbot.addWidget(area)
    pasted = QMimeData()
    pasted.setHtml("<b>fet</b>")
    pasted.setText("<b>fet</b> åäö\tεé")
    area.edit.insertFromMimeData(pasted)
    assert area.text() == "<b>fet</b> åäö\tεé"
    assert not area.edit.textCursor().charFormat().font().bold()


def test_tab_leaves_a_text_area_and_control_enter_submits(qtbot: QtBot) -> None:
    area = TextArea("Bedömning")
    qtbot.addWidget(area)
    assert area.edit.tabChangesFocus()
    with qtbot.waitSignal(area.submitted):
        press(area.edit, Qt.Key.Key_Return, "\r", CONTROL)
    assert area.text() == ""


def test_showing_the_same_text_keeps_the_caret_and_undo(qtbot: QtBot) -> None:
    area = TextArea("Bedömning")
    qtbot.addWidget(area)
    type_text(area.edit, "hosta")
    area.set_text("hosta")
    assert area.edit.textCursor().position() == 5
    area.edit.undo()
    assert area.text() == ""
    area.set_text("feber")
    area.edit.undo()
    assert area.text() == "feber"


def urgencies() -> ChoiceRow:
    codes = (("U0", "Larm 112"), ("U3", "Inom 24 timmar"), ("U6", "Egenvård"))
    return ChoiceRow(
        "Hur bråttom", [Choice(code, urgency_badge(code, text)) for code, text in codes]
    )


def test_a_choice_is_made_by_its_number_wherever_the_focus_is_in_the_row(qtbot: QtBot) -> None:
    row = urgencies()
    qtbot.addWidget(row)
    show(row)
    chosen: list[str] = []
    row.chosen.connect(chosen.append)
    row.take_focus()
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_9):
        strike(row.window().focusWidget(), key)
    assert chosen == ["U3", "U6"]
    assert row.value == "U6"


def test_arrows_move_the_choice_and_it_is_a_radio_button_to_a_reader(qtbot: QtBot) -> None:
    row = urgencies()
    qtbot.addWidget(row)
    show(row)
    row.choose("U0")
    row.take_focus()
    strike(row.window().focusWidget(), Qt.Key.Key_Right)
    assert row.value == "U3"
    interface = QAccessible.queryAccessibleInterface(row.window().focusWidget())
    assert interface.role() is QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Name) == "Inom 24 timmar"


def test_showing_a_choice_tells_nobody_and_can_be_taken_back(qtbot: QtBot) -> None:
    row = urgencies()
    qtbot.addWidget(row)
    with qtbot.assertNotEmitted(row.chosen):
        row.choose("U3")
        assert row.value == "U3"
        row.choose(None)
    assert row.value is None


def test_choices_wrap_when_it_is_narrow(qtbot: QtBot) -> None:
    row = urgencies()
    qtbot.addWidget(row)
    row.show()
    row.resize(900, 200)
    QApplication.processEvents()
    wide = row.sizeHint().height()
    row.resize(300, 400)
    QApplication.processEvents()
    assert row.sizeHint().height() > wide


REASONS = [Option("a", "Hosta"), Option("b", "Feber hos barn"), Option("c", "Buksmärta")]


@pytest.fixture
def combo(qtbot: QtBot) -> Combo:
    made = Combo("Kontaktorsak", REASONS)
    qtbot.addWidget(made)
    return made


def test_any_part_of_an_entry_finds_it(combo: Combo) -> None:
    completer = combo.box.completer()
    assert completer is not None
    completer.setCompletionPrefix("BARN")
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "Feber hos barn"


def test_writing_an_entry_in_full_chooses_it(combo: Combo) -> None:
    chosen: list[str] = []
    combo.chosen.connect(chosen.append)
    type_text(combo.box.line, "hosta")
    press(combo.box.line, Qt.Key.Key_Return)
    for popup in QApplication.topLevelWidgets():
        popup.hide()  # what Enter does when the keys come through the window system
    assert (chosen, combo.value) == (["a"], "a")


def test_what_is_no_entry_is_not_kept(combo: Combo) -> None:
    combo.choose("b")
    combo.box.line.selectAll()
    type_text(combo.box.line, "Kaffe")
    press(combo.box.line, Qt.Key.Key_Return)
    assert (combo.value, combo.box.line.text()) == ("b", "Feber hos barn")
    assert combo.box.count() == 3


def test_new_options_keep_what_was_chosen_if_it_is_still_there(combo: Combo) -> None:
    combo.choose("c")
    kept = []
    for options in (REASONS[1:], REASONS[:1]):
        combo.set_options(options)
        kept.append(combo.value)
    assert kept == ["c", None]
    assert spoken(combo.box.line) == "Kontaktorsak"


def test_a_box_is_ticked_by_space_and_tells_its_sentence(qtbot: QtBot) -> None:
    box = Check("Tolk behövs")
    qtbot.addWidget(box)
    strike(box, Qt.Key.Key_Space)
    assert box.isChecked()
    assert spoken(box) == "Tolk behövs"
    box.grab()


def test_a_field_keeps_its_place_when_another_look_is_worn(
    qtbot: QtBot, qapp: QApplication
) -> None:
    area = TextArea("Bedömning")
    row = ChoiceRow("Val", [Choice("a", Badge("A")), Choice("b", Badge("B"))])
    for widget in (area, row):
        qtbot.addWidget(widget)
        widget.show()
    before = area.edit.height()
    area.set_text("hosta")
    row.choose("b")
    wear(qapp, Look(size=150))
    QApplication.processEvents()
    assert area.edit.height() > before
    assert (area.text(), row.value) == ("hosta", "b")
