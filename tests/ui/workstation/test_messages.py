"""A message is taken by keys: whom it is for, a template's holes, read back, saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kundcenter.domain.switchboard.messages import MessageChannel, MessageState
from tests.ground import MAN, NUMBER, WOMAN, Ground
from tests.ui.workstation.messaged import (
    CALLER_NUMBER,
    CURATOR,
    GUARD,
    HIDDEN,
    Messaged,
    furnish_messages,
    kept,
    message_of,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import beside, picture
from ui.dialogs.switchboard.message import MessageDialog
from ui.dialogs.switchboard.read_back import ReadBackDialog
from ui.switchboard.board_keeper import BoardKeeper
from ui.switchboard.receivers import of_contact
from ui.theme.fonts import load_fonts
from ui.theme.look import Look
from ui.theme.wear import wear

Sit = Callable[..., Seat]
NEW = "Ctrl+Shift+Ö"
LONG = "Ring upp om en leverans till matsalen. Föredrar efter 13."


@pytest.fixture
def messaged(ground: Ground) -> Messaged:
    return furnish_messages(ground)


@pytest.fixture
def sit_down(ground: Ground, messaged: Messaged, tmp_path: Path, qtbot: QtBot) -> Iterator[Sit]:
    load_fonts()
    seats: list[Seat] = []

    def seated(name: str = "switch") -> Seat:
        seats.append(Seat(ground, tmp_path))
        seats[-1].sign_in(name)
        seats[-1].settle()
        board = BoardKeeper.of(seats[-1].tasks, seats[-1].workstation._services)
        seats[-1].until(lambda: bool(board.find(CURATOR)), "the directories")
        return seats[-1]

    yield seated
    for seat in seats:
        seat.leave()


def test_it_is_taken_by_keys_read_back_and_saved(sit_down: Sit, messaged: Messaged) -> None:
    seat = sit_down()
    seat.press(NEW)
    seat.see("Nytt meddelande", "Skriv en del av namnet")
    seat.write("tests anna")
    seat.see("Kurator, Testsjukhuset")
    seat.press("Return")
    seat.see(f"Till {CURATOR}")
    seat.write(LONG)
    seat.press("Tab")
    seat.write("Test Chaufför")
    seat.press("Tab")
    seat.write("070-174 06 44")
    picture(seat, "message")
    seat.press("Return")
    seat.see(
        "Läs upp och fråga: stämmer det?", LONG, "Från Test Chaufför", "Ring upp 070-174 06 44"
    )
    picture(seat, "read-back")
    seat.press("Return")
    seat.see("väntar på att läsas upp")
    (message,) = kept(seat)
    draft = message.draft
    assert (draft.text, draft.caller, draft.callback) == (LONG, "Test Chaufför", "+46701740644")
    assert (draft.contact_id, draft.unit_id) == (messaged.contacts[CURATOR], None)
    assert (draft.read_back, draft.urgent, draft.call_id) == (True, False, None)
    assert message.state is MessageState.WAITING


def test_the_caller_has_hung_up_and_nothing_is_read(sit_down: Sit) -> None:
    seat = sit_down()
    seat.press(NEW)
    seat.see("Skriv en del av namnet")
    seat.write("sjukhusvakten")
    seat.see("Vakt, Testsjukhuset")
    message_of(seat).text.setFocus()
    seat.write(LONG)
    seat.press("Ctrl+Return")
    seat.see("Läs upp och fråga")
    (reading,) = seat.window.findChildren(ReadBackDialog)
    reading.not_read.click()
    seat.see("väntar på att läsas upp")
    assert not kept(seat)[0].draft.read_back


def test_esc_in_the_reading_leads_back_to_what_is_written(sit_down: Sit) -> None:
    seat = sit_down()
    seat.press(NEW)
    seat.write("anna testsson")
    seat.see("Kurator, Testsjukhuset")
    message_of(seat).text.setFocus()
    seat.write(LONG)
    seat.press("Ctrl+Return")
    seat.see("Läs upp och fråga")
    seat.press("Esc")
    seat.see_no_more("Läs upp och fråga")
    assert message_of(seat).text.text() == LONG
    assert kept(seat) == ()


def test_of_the_call_in_hand_the_number_stands_there_already(
    sit_down: Sit, messaged: Messaged
) -> None:
    seat = sit_down()
    seat.line.ring(NUMBER)
    seat.see("Ringer")
    seat.let_pass(410)
    seat.press("Ctrl+Shift+S")
    seat.see("I samtal")
    seat.press(NEW)
    seat.see("Nytt meddelande")
    dialog = message_of(seat)
    assert dialog.callback.text() == CALLER_NUMBER
    seat.write("anna testsson")
    seat.see("Kurator, Testsjukhuset")
    dialog.text.setFocus()
    seat.write(LONG)
    seat.press("Ctrl+Return")
    seat.see("Läs upp och fråga")
    seat.press("Return")
    seat.see("väntar på att läsas upp")
    (message,) = kept(seat)
    assert message.draft.callback == NUMBER
    assert message.draft.call_id == seat.workstation.in_hand.current.id  # type: ignore[union-attr]


def test_of_a_protected_person_nothing_is_put_in_by_us(sit_down: Sit) -> None:
    seat = sit_down("nurse")
    seat.take_call(keyed_id=MAN)
    seat.see("SKYDDADE PERSONUPPGIFTER")
    seat.press(NEW)
    seat.see("Skriv varken nummer, adress eller var", "Gäller Skyddad uppgift")
    dialog = message_of(seat)
    assert dialog.callback.text() == ""
    picture(seat, "protected")
    said = "".join(each.text() for each in dialog.findChildren(QLabel))
    assert not any(each in said for each in ("880701", "070-174", "Test Person"))


def test_who_it_is_about_travels_unless_that_is_unticked(sit_down: Sit) -> None:
    seat = sit_down("nurse")
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")
    for ticked in (True, False):
        seat.press(NEW)
        seat.see("Gäller Test Person 1988")
        dialog = message_of(seat)
        seat.write("anna testsson")
        seat.see("Kurator, Testsjukhuset")
        dialog.text.setFocus()
        seat.write(LONG)
        if not ticked:
            dialog.about_person.click()
        seat.press("Ctrl+Return")
        seat.see("Läs upp och fråga")
        seat.press("Return")
        seat.see_no_more("Läs upp och fråga")
        seat.settle()
        (message, *_) = kept(seat)
        card = seat.workstation.cards.current
        assert card is not None
        assert card.who.person is not None
        assert message.draft.person_id == (card.who.person.id if ticked else None)


def test_a_template_leads_from_hole_to_hole_and_leaves_no_mark(sit_down: Sit) -> None:
    seat = sit_down()
    seat.press(NEW)
    seat.write("anna testsson")
    seat.see("Kurator, Testsjukhuset")
    dialog = message_of(seat)
    template = next(each for each in dialog._terms.templates if "[[" in each.text)
    dialog.template.take(template.code)
    seat.settle()
    assert "⟦" in dialog.text.text()
    assert dialog.text.edit.hasFocus()
    assert dialog.text.edit.textCursor().hasSelection()  # the first hole
    seat.write("Test Ifyllt")
    assert "Test Ifyllt" in dialog.text.text()
    picture(seat, "template")
    for _ in range(9):
        if dialog.text.open_required():
            dialog.text.go_to_hole(dialog.text.open_required()[0])
            seat.write("ja")
    seat.press("Ctrl+Return")
    seat.see("Läs upp och fråga")
    seat.press("Return")
    seat.see_no_more("Läs upp och fråga")
    (message,) = kept(seat)
    assert message.draft.template == template.code
    assert message.draft.urgent == template.urgent
    assert "Test Ifyllt" in message.draft.text
    assert not {"⟦", "⟧", "⟪", "⟫"} & set(message.draft.text)


def test_what_is_missing_is_said_at_its_field(sit_down: Sit) -> None:
    seat = sit_down()
    seat.press(NEW)
    seat.see("Nytt meddelande")
    dialog = message_of(seat)
    dialog.primary.click()
    seat.see("Sök och välj vem meddelandet är till.")
    seat.write("anna testsson")
    seat.see("Kurator, Testsjukhuset")
    dialog.primary.click()  # takes the name
    dialog.primary.click()
    seat.see("Skriv meddelandet.")
    dialog.text.setFocus()
    seat.write(LONG)
    dialog.callback.set_text("070")
    dialog.primary.click()
    seat.settle()
    assert dialog.callback.error
    assert seat.window.findChildren(ReadBackDialog) == []
    assert kept(seat) == ()


def test_without_a_mail_server_only_paper_and_voice_are_offered(sit_down: Sit) -> None:
    seat = sit_down()
    seat.press(NEW)
    seat.write("anna testsson")
    seat.see("Kurator, Testsjukhuset")
    assert set(message_of(seat)._ways) == {MessageChannel.PRINT, MessageChannel.SPOKEN}


def test_the_hidden_number_of_a_receiver_is_nowhere_on_the_screen(sit_down: Sit) -> None:
    seat = sit_down()
    seat.press(NEW)
    seat.write("sjukhusvakten")
    seat.see("Vakt, Testsjukhuset")
    digits = HIDDEN[3:]
    shown = seat.reads().replace(" ", "").replace("-", "")
    assert GUARD in seat.reads()
    assert digits not in shown
    assert f"0{digits}" not in shown


def test_a_page_names_the_receiver_beforehand(
    sit_down: Sit, ground: Ground, messaged: Messaged
) -> None:
    seat = sit_down()
    (contact,) = beside(lambda: ground.desk.contacts.some((messaged.contacts[CURATOR],)))
    seat.workstation.messaging.write(of_contact(contact))
    seat.see(f"Till {CURATOR}", "Kurator, Testsjukhuset")
    assert message_of(seat).text.edit.hasFocus()
    message_of(seat).to.other.click()
    seat.see("Skriv en del av namnet")


def test_from_the_page_of_the_switchboard_the_chosen_row_is_meant(sit_down: Sit) -> None:
    seat = sit_down()
    seat.press("Ctrl+Å")
    seat.settle()
    seat.press("Ctrl+F")
    seat.write("anna testsson")
    seat.until(lambda: seat.workstation.pages.dispatch.receiver() is not None, "the row")
    seat.press(NEW)
    seat.see(f"Till {CURATOR}")
    assert message_of(seat).text.edit.hasFocus()
    seat.press("Esc")
    seat.press("Ctrl+1")
    seat.press(NEW)
    seat.see("Skriv en del av namnet")  # the page is not in sight


def test_what_is_written_is_not_lost_by_one_stroke_nor_by_a_crash(
    sit_down: Sit, ground: Ground
) -> None:
    seat = sit_down()
    seat.press(NEW)
    seat.write("anna testsson")
    seat.see("Kurator, Testsjukhuset")
    dialog = message_of(seat)
    dialog.text.setFocus()
    seat.write(LONG)
    dialog.urgent.click()
    dialog.channel.strike("3")
    seat.press("Esc")
    seat.see("Tryck Esc igen om det ska kastas.")
    seat.let_pass(1500)
    seat.settle()
    seat.leave()
    beside(ground.desk.sessions.sign_out)
    again = sit_down()
    again.press(NEW)
    again.see("Återställd text, inte sparad", f"Till {CURATOR}")
    written = message_of(again)
    assert written.text.text() == LONG
    assert written.urgent.isChecked()
    assert written.channel.value == MessageChannel.PRINT
    again.press("Esc")
    again.press("Esc")
    again.settle()
    again.press(NEW)
    again.see("Skriv en del av namnet")
    again.settle()
    assert message_of(again).text.text() == ""


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_has_names_and_is_reached_by_keys(sit_down: Sit, size: int, theme: str) -> None:
    seat = sit_down()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, Look(theme=theme, size=size))  # type: ignore[arg-type]
    seat.press(NEW)
    seat.write("anna testsson")
    seat.see("Kurator, Testsjukhuset")
    message_of(seat).text.setFocus()
    seat.write(LONG * 4)
    seat.settle()
    assert (nameless(seat), unreachable(seat), ambiguous(seat)) == ([], [], {})
    picture(seat, f"message-{size}-{theme}")
    seat.press("Ctrl+Return")
    seat.see("Läs upp och fråga")
    seat.settle()
    assert (nameless(seat), unreachable(seat), ambiguous(seat)) == ([], [], {})
    for kind in (MessageDialog, ReadBackDialog):
        (dialog,) = seat.window.findChildren(kind)
        assert dialog.width() <= seat.window.width()
        assert dialog.height() <= seat.window.height()
    picture(seat, f"read-back-{size}-{theme}")
