"""Red flags on the screen: silent, explained, put away at a touch."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kundcenter.start.desk import published_red_flags
from ui.panels.red_flags import RedFlagDialog
from ui.widgets.red_flags import PAUSE_MS, RedFlagPanel
from ui.widgets.text import Text


def words(widget: QWidget) -> str:
    seen = (text for text in widget.findChildren(Text) if text.isVisibleTo(widget))
    return "\n".join(text.text() for text in seen)


def button(widget: QWidget, name: str) -> QAbstractButton:
    found = [b for b in widget.findChildren(QAbstractButton) if b.accessibleName().startswith(name)]
    return found[0]


def panel(qtbot: QtBot) -> tuple[QWidget, QLineEdit, RedFlagPanel]:
    """A window with a field to write in, and the panel beside it."""
    window, edit = QWidget(), QLineEdit()
    made = RedFlagPanel(published_red_flags())
    column = QVBoxLayout(window)
    column.addWidget(edit)
    column.addWidget(made)
    edit.textChanged.connect(made.look_at)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    edit.setFocus()
    return window, edit, made


def test_what_is_written_raises_a_question_without_taking_the_focus(qtbot: QtBot) -> None:
    _window, edit, made = panel(qtbot)
    assert not made.isVisible()
    QTest.keyClicks(edit, "39 graders feber och frossa")
    assert not made.isVisible()
    qtbot.waitUntil(made.isVisible, timeout=PAUSE_MS * 10)
    assert edit.hasFocus()
    assert made.shown == ("SEPSIS",)
    assert "Är personen klar i huvudet?" in words(made)
    assert "”feber”, ”frossa”" in words(made)


def test_it_goes_when_the_words_go(qtbot: QtBot) -> None:
    _window, edit, made = panel(qtbot)
    edit.setText("bröstsmärta")
    made.look_now()
    edit.setText("ingen bröstsmärta")
    made.look_now()
    assert (made.shown, made.isVisible()) == ((), False)


def test_what_is_put_away_stays_away_on_this_card_only(qtbot: QtBot) -> None:
    _window, edit, made = panel(qtbot)
    edit.setText("bröstsmärta och andnöd")
    made.look_now()
    assert set(made.shown) == {"BROSTSMARTA", "ANDNOD"}
    button(made, "Dölj: Smärta").click()
    assert made.shown == ("ANDNOD",)
    edit.setText("bröstsmärta och andnöd sedan i går")
    made.look_now()
    assert made.shown == ("ANDNOD",)
    made.begin()
    made.look_at("bröstsmärta")
    made.look_now()
    assert made.shown == ("BROSTSMARTA",)


def test_many_signs_do_not_fill_the_card(qtbot: QtBot) -> None:
    _window, _edit, made = panel(qtbot)
    made.look_at("bröstsmärta, andnöd, krampar, medvetslös, självmord")
    made.look_now()
    assert len(made.shown) == 5
    assert "2 tecken till i texten." in words(made)


def test_112_can_be_asked_for_beside_it(qtbot: QtBot) -> None:
    _window, _edit, made = panel(qtbot)
    made.look_at("bröstsmärta")
    made.look_now()
    with qtbot.waitSignal(made.alarm_wanted):
        button(made, "Larma 112").click()


def test_the_card_has_every_sign_and_is_searched_by_typing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    card = RedFlagDialog(published_red_flags(), window)
    card.open()
    flags = published_red_flags().flags
    qtbot.waitUntil(lambda: all(flag.ask in words(card) for flag in flags))
    assert "Påhittat innehåll" in words(card)
    QTest.keyClicks(card.search.edit, "geting")
    qtbot.waitUntil(lambda: "Svullnar tungan" in words(card))
    assert "Barnet är på väg ut" not in words(card)
    QTest.keyClicks(card.search.edit, "zzz")
    qtbot.waitUntil(lambda: "Inget tecken passar" in words(card))
    card.close()


def test_enter_in_the_card_alarms_nobody(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    card = RedFlagDialog(published_red_flags(), window)
    asked: list[bool] = []
    card.confirmed.connect(lambda: asked.append(True))
    card.open()
    QTest.keyClick(card.search.edit, Qt.Key.Key_Return)
    assert asked == []
    card.close()
