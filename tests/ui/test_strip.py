"""The call strip: it tells, and it never takes the focus or an accidental click."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import click, type_text
from ui.panels.strip import ACTS, DEAD_MS, CallStrip, LineState, StripAct, StripView
from ui.widgets.buttons import Button
from ui.widgets.text_area import TextArea


@pytest.fixture
def strip(qtbot: QtBot) -> CallStrip:
    made = CallStrip()
    qtbot.addWidget(made)
    made.show()
    return made


def shown(strip: CallStrip) -> list[str]:
    return [label.text() for label in strip.findChildren(QLabel) if label.isVisible()]


def button(strip: CallStrip, text: str) -> Button:
    return next(b for b in strip.findChildren(Button) if b.text() == text and not b.isHidden())


RINGING = StripView(
    LineState.RINGING,
    number="070-174 06 05",
    about="1177 på telefon",
    queue="3 i kö",
    keys=((StripAct.ANSWER, "Ctrl+F9"),),
)


def test_the_strip_tells_the_state_in_words(strip: CallStrip) -> None:
    strip.show_state(RINGING)
    assert {"Ringer", "070-174 06 05", "1177 på telefon", "3 i kö"} <= set(shown(strip))
    assert button(strip, "Svara").accessibleDescription() == "Ctrl+F9"
    assert strip.view is RINGING


@pytest.mark.parametrize("state", LineState)
def test_every_state_has_words_and_a_way_on(strip: CallStrip, state: LineState) -> None:
    strip.show_state(StripView(state))
    assert any(text.strip() for text in shown(strip))
    assert len([b for b in strip.findChildren(Button) if not b.isHidden()]) == len(ACTS[state])


def test_the_strip_never_changes_its_height(strip: CallStrip) -> None:
    heights = set()
    for state in LineState:
        strip.show_state(StripView(state, number="070-174 06 05", about="x", queue="1 i kö"))
        heights.add(strip.sizeHint().height())
        strip.show_state(StripView(state))
        heights.add(strip.sizeHint().height())
    assert len(heights) == 1


def test_a_ringing_call_leaves_the_focus_and_what_is_typed_in_the_note(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    strip, note = CallStrip(), TextArea("Anteckning")
    column.addWidget(strip)
    column.addWidget(note)
    qtbot.addWidget(page)
    page.show()
    note.edit.setFocus()
    type_text(note.edit, "hos")
    with qtbot.assertNotEmitted(strip.asked):
        strip.show_state(RINGING)
        type_text(page.focusWidget(), "ta \r")
    assert note.text().startswith("hosta")


def test_a_click_meant_for_something_else_answers_nothing(qtbot: QtBot, strip: CallStrip) -> None:
    strip.show_state(RINGING)
    with qtbot.assertNotEmitted(strip.asked):
        click(button(strip, "Svara"))
    qtbot.wait(DEAD_MS + 20)
    with qtbot.waitSignal(strip.asked) as asked:
        click(button(strip, "Svara"))
    assert asked.args == [StripAct.ANSWER]


def test_news_of_the_queue_do_not_restart_the_clock_or_move_the_buttons(strip: CallStrip) -> None:
    since = datetime.now(UTC) - timedelta(minutes=3, seconds=7)
    view = StripView(LineState.TALKING, "070-174 06 05", queue="1 i kö", since=since)
    strip.show_state(view)
    before = button(strip, "Lägg på")
    assert any(text in shown(strip) for text in ("3:07", "3:08"))
    strip.show_state(StripView(LineState.TALKING, "070-174 06 05", queue="2 i kö", since=since))
    assert button(strip, "Lägg på") is before
    assert "2 i kö" in shown(strip)
    strip.show_state(StripView())
    assert not any(":" in text for text in shown(strip))


def test_the_clock_of_the_call_goes_by_the_desk_and_not_by_the_machine(strip: CallStrip) -> None:
    since = datetime.now(UTC) - timedelta(hours=4)
    now = since + timedelta(minutes=3, seconds=7)
    strip.show_state(StripView(LineState.TALKING, "070-174 06 05", since=since, now=now))
    assert "3:07" in shown(strip)
