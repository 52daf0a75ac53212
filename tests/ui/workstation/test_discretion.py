"""A person's name and number stand on the card and nowhere else; any text is only text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from tests.external import external
from tests.ground import MAN, WOMAN
from tests.naughty import BY_ROW, ODD
from tests.ui.workstation.seat import Seat
from ui.window import Window

BYTE_ORDER_MARKS = str.maketrans("", "", "\ufeff\ufffe")
NAME, NUMBERS = "Person 1988", ("880702", "070-174", "0701740605")


def story(seat: Seat) -> Iterator[None]:
    """A call with everything on the way; it stops after each step."""
    seat.sign_in("nurse")
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")
    yield
    seat.press("F4")
    seat.write("Test Person 1988 med nummer 880702-2382 har ont.")
    seat.press("Ctrl+S")
    seat.see("Sparad, osignerad")
    yield
    seat.press("Ctrl+Return")
    seat.see("Fyll i fältet innan du signerar.")
    yield
    seat.press("F4")
    seat.write("Mer. ")
    seat.press("Ctrl+Q")
    seat.see("Spara eller avsluta samtalet innan du loggar ut.")
    yield
    seat.press("Ctrl+P")
    seat.see("Vem får utskriften?")
    yield
    seat.press("Esc", "Ctrl+Shift+L")
    seat.see("Efterarbete")
    yield
    seat.take_call(keyed_id=MAN)
    seat.see("SKYDDADE PERSONUPPGIFTER")
    yield
    seat.press("Ctrl+Shift+L")
    seat.see("Efterarbete")
    seat.press("Ctrl+D")
    seat.see("Samtalet ledde till")
    yield
    seat.press("Esc", "Ctrl+2")
    seat.see("Ledde till")
    yield
    seat.press("Ctrl+L")
    seat.see("Skärmen är låst.")
    yield


def outside_the_card(seat: Seat) -> list[str]:
    """What other programs, other people and the desktop may see: titles, notices, tool tips."""
    titles = [window.windowTitle() for window in QApplication.topLevelWidgets()]
    tips = [part.toolTip() for part in seat.window.findChildren(QWidget)]
    return [*titles, *tips, *seat.window.notices.sentences]


def test_no_title_notice_or_tip_tells_of_a_person(seat: Seat) -> None:
    for _ in story(seat):
        for text in outside_the_card(seat):
            assert NAME not in text
            assert not any(number in text for number in NUMBERS)


def test_every_label_shows_its_text_as_it_is(seat: Seat) -> None:
    """No name, number or note can become markup."""
    for _ in story(seat):
        labels = [part for part in seat.window.findChildren(QLabel) if part.text()]
        rich = [part.text() for part in labels if part.textFormat() is not Qt.TextFormat.PlainText]
        assert rich == []


class Windows(QObject):
    """Remembers every window that is shown and is neither ours nor a list that pops up."""

    def __init__(self) -> None:
        super().__init__()
        self.strange: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            popup = watched.windowType() in {Qt.WindowType.Popup, Qt.WindowType.ToolTip}
            if not isinstance(watched, Window | QDialog) and not popup:
                self.strange.append(type(watched).__name__)
        return False


def test_no_part_is_ever_a_window_of_its_own(seat: Seat) -> None:
    """One that is shown before it has a parent flashes, and takes the focus from the note."""
    app = QApplication.instance()
    assert app is not None
    windows = Windows()
    app.installEventFilter(windows)
    for _ in story(seat):
        assert windows.strange == []
    app.removeEventFilter(windows)


def put(seat: Seat, text: str) -> None:
    """All of a text at once into the field in focus, in place of what was there."""
    seat.hands.press("Ctrl+A")
    seat.hands.press("Del")
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(seat.focus(), event)


def visible(text: str) -> list[str]:
    """Qt's editor drops byte order marks, which nobody sees."""
    return text.translate(BYTE_ORDER_MARKS).split()


def test_any_text_in_the_number_field_is_refused_in_words(nurse: Seat) -> None:
    nurse.call_by_hand()
    field = nurse.workstation.cards.current
    assert field is not None
    for text in [*ODD, *external("text/blns.json")]:
        put(nurse, text)
        nurse.hands.press("Return")
        assert field.who.number.error or not field.who.number.text().strip()
        assert "{" not in field.who.number.error


def test_any_text_in_a_note_is_kept_to_the_letter(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    card = nurse.workstation.cards.current
    assert card is not None
    nurse.press("F4")
    for text in [*ODD, *external("text/blns.json")]:
        put(nurse, text)
        assert visible(card.form.history.text()) == visible(text)


@pytest.mark.parametrize(
    "text", ["<b>fet</b><img src=x onerror=alert(1)>", "&lt;i&gt; %1 {name}", BY_ROW[19]]
)
def test_markup_in_a_note_is_shown_as_it_was_written(nurse: Seat, text: str) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.press("F4")
    put(nurse, text)
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad", text)
    nurse.press("Ctrl+Shift+L", "Ctrl+Q")
    nurse.see("Användarnamn")
    nurse.sign_in("nurse")
    nurse.see(text)
