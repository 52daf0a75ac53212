"""Messages are sent by a real mail server from the desk that wrote them, listed, told and ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kundcenter.domain.switchboard.messages import (
    Message,
    MessageChannel,
    MessageDraft,
    MessageState,
    MessageStepKind,
)
from tests.ground import PASSWORD, Ground
from tests.smtp_server import Postbox, serving
from tests.ui.workstation.messaged import (
    CURATOR,
    GUARD,
    HIDDEN,
    MAIL,
    MOBILE,
    Messaged,
    furnish_messages,
    kept,
    list_of,
    mail_settings,
    message_of,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import beside, picture
from ui.dialogs.switchboard.message_paper import MessagePaperDialog
from ui.dialogs.switchboard.read_back import ReadBackDialog
from ui.panels.switchboard.message_list import MessagesDialog
from ui.switchboard.board_keeper import BoardKeeper
from ui.switchboard.message_keeper import PAUSES
from ui.theme.fonts import load_fonts
from ui.theme.look import Look
from ui.theme.wear import wear
from ui.widgets.dialog import Dialog

Sit = Callable[..., Seat]
pytestmark = pytest.mark.loopback
NEW, LIST = "Ctrl+Shift+Ö", "Ctrl+Shift+F7"
TEXT = "Ring upp om en leverans till matsalen."


@pytest.fixture
def messaged(ground: Ground) -> Messaged:
    return furnish_messages(ground)


@pytest.fixture
def box() -> Iterator[Postbox]:
    with serving(Postbox()) as post:
        yield post


@pytest.fixture
def sit_down(
    ground: Ground, messaged: Messaged, box: Postbox, tmp_path: Path, qtbot: QtBot
) -> Iterator[Sit]:
    load_fonts()
    seats: list[Seat] = []

    def seated(name: str = "switch", *, port: int | None = None, sms: bool = True) -> Seat:
        settings = mail_settings(box.port if port is None else port, sms=sms)
        seats.append(Seat(ground, tmp_path, settings=settings))
        seats[-1].sign_in(name)
        seats[-1].settle()
        board = BoardKeeper.of(seats[-1].tasks, seats[-1].workstation._services)
        seats[-1].until(lambda: bool(board.find(CURATOR)), "the directories")
        return seats[-1]

    yield seated
    for seat in seats:
        seat.leave()


def write(seat: Seat, name: str = "anna testsson", *, channel: str = "") -> None:
    """Take a message for somebody, by keys; `channel` is the key of another way."""
    begin(seat, name, channel=channel)
    seat.press("Return")
    seat.see_no_more("Läs upp och fråga")


def begin(seat: Seat, name: str = "anna testsson", *, channel: str = "") -> None:
    """The same, until it is read back."""
    seat.press(NEW)
    seat.write(name)
    seat.until(lambda: message_of(seat).to.receiver is not None, "the receiver")
    seat.press("Return")
    seat.write(TEXT)
    if channel:
        message_of(seat).channel.take_focus()
        seat.write(channel)
    seat.press("Ctrl+Return")
    seat.see("Läs upp och fråga")


def in_state(seat: Seat, state: MessageState) -> None:
    seat.until(lambda: kept(seat)[0].state is state, f"the state {state}", within=30.0)


def kinds(seat: Seat, message: Message) -> list[MessageStepKind]:
    return [each.kind for each in asked(seat, lambda desk: desk.messages.steps(message.id))]


def taken(ground: Ground, draft: MessageDraft, by: str = "switch") -> None:
    """A message that somebody took before."""

    def deed() -> None:
        ground.desk.sessions.sign_in(by, PASSWORD)
        ground.desk.messages.write(draft)
        ground.desk.sessions.sign_out()

    beside(deed)


def test_an_e_mail_goes_at_once_and_its_state_is_told(sit_down: Sit, box: Postbox) -> None:
    seat = sit_down()
    write(seat)
    in_state(seat, MessageState.SENT)
    (letter,) = box.received
    assert letter.to == [MAIL]
    assert letter.message["Subject"] == "Meddelande från kundcenter"
    assert TEXT in letter.message.get_content()
    (message,) = kept(seat)
    assert message.draft.channel is MessageChannel.MAIL
    assert kinds(seat, message) == [MessageStepKind.WRITTEN, MessageStepKind.SENT]
    seat.press(LIST)
    seat.see("Inga meddelanden väntar")
    seat.press("Ctrl+J")
    seat.see("Skickat", CURATOR, TEXT, "Skickades")
    picture(seat, "messages-latest")


def test_an_sms_goes_by_the_gateway(sit_down: Sit, box: Postbox) -> None:
    seat = sit_down()
    write(seat, channel="2")
    in_state(seat, MessageState.SENT)
    (letter,) = box.received
    assert letter.to == [f"{MOBILE.removeprefix('+')}@sms.example.com"]


def test_without_a_gateway_no_sms_is_offered_and_a_hidden_number_never_is(sit_down: Sit) -> None:
    seat = sit_down(sms=False)
    seat.press(NEW)
    seat.write("anna testsson")
    seat.until(lambda: message_of(seat).to.receiver is not None, "the receiver")
    assert MessageChannel.SMS not in message_of(seat)._ways
    seat.press("Ctrl+A")
    seat.write("sjukhusvakten")
    seat.see("Vakt, Testsjukhuset")
    assert set(message_of(seat)._ways) == {MessageChannel.SPOKEN, MessageChannel.PRINT}


def test_what_did_not_go_is_told_and_tried_again_after_a_pause(
    sit_down: Sit, box: Postbox, ground: Ground
) -> None:
    box.refuses = "550 nej"
    seat = sit_down()
    write(seat)
    in_state(seat, MessageState.FAILED)
    seat.see("Ett meddelande gick inte att skicka, och försöks igen.")
    keeper = seat.workstation.messaging.messages
    keeper.read()
    seat.settle()
    assert kept(seat)[0].tries == 1  # not before its pause is over
    box.refuses = ""
    ground.clock.pass_time(seconds=PAUSES[0].total_seconds() + 1)
    keeper.read()
    in_state(seat, MessageState.SENT)
    assert len(box.received) == 1
    assert kinds(seat, kept(seat)[0]) == [
        MessageStepKind.WRITTEN,
        MessageStepKind.FAILED,
        MessageStepKind.SENT,
    ]


def test_a_failed_one_is_seen_in_the_list_and_sent_by_hand(sit_down: Sit, box: Postbox) -> None:
    box.refuses = "550 nej"
    seat = sit_down()
    write(seat)
    in_state(seat, MessageState.FAILED)
    seat.press(LIST)
    seat.see("Inte levererat", CURATOR, "E-postservern tog inte emot")
    picture(seat, "messages-failed")
    box.refuses = ""
    seat.press("Ctrl+G")
    in_state(seat, MessageState.SENT)
    seat.see("Inga meddelanden väntar")
    assert len(box.received) == 1


def test_what_a_colleague_wrote_waits_for_them_and_goes_when_it_is_asked_for(
    sit_down: Sit, box: Postbox, ground: Ground, messaged: Messaged
) -> None:
    contact = messaged.contacts[CURATOR]
    draft = MessageDraft(MessageChannel.MAIL, TEXT, contact_id=contact, address=MAIL)
    taken(ground, draft, by="nurse")
    seat = sit_down()
    seat.press(LIST)
    seat.see("Väntar", "Test Nurse")
    seat.settle()
    assert box.received == []
    seat.press("Ctrl+G")
    in_state(seat, MessageState.SENT)
    assert len(box.received) == 1


def test_what_was_written_before_a_crash_is_sent_when_its_writer_is_back(
    sit_down: Sit, box: Postbox, ground: Ground, messaged: Messaged
) -> None:
    contact = messaged.contacts[CURATOR]
    taken(ground, MessageDraft(MessageChannel.MAIL, TEXT, contact_id=contact, address=MAIL))
    seat = sit_down()
    in_state(seat, MessageState.SENT)
    assert len(box.received) == 1


def test_one_that_is_read_out_is_noted_as_received_and_another_is_taken_back(
    sit_down: Sit, ground: Ground, messaged: Messaged
) -> None:
    guard = messaged.contacts[GUARD]
    for urgent in (False, True):
        taken(
            ground,
            MessageDraft(MessageChannel.SPOKEN, TEXT, contact_id=guard, urgent=urgent),
        )
    seat = sit_down()
    seat.press(LIST)
    seat.see("Muntligt", GUARD, f"Brådskande: {TEXT}")
    dialog = list_of(seat)
    assert dialog.panel.current is not None
    assert dialog.panel.current.draft.urgent  # the urgent one comes first
    assert not dialog.panel.send.isEnabled()
    assert not dialog.panel.ring.isEnabled()  # there is only a hidden number
    assert HIDDEN[3:] not in seat.reads().replace(" ", "").replace("-", "")
    seat.press("Ctrl+B")
    seat.see("Noterat: mottagaren har fått meddelandet.")
    seat.until(lambda: len(dialog.panel.model.records) == 1, "one less")
    seat.press("Ctrl+Shift+R")
    seat.see("Ta tillbaka meddelandet?")
    confirm = next(each for each in seat.window.findChildren(Dialog) if each is not dialog)
    confirm.primary.click()
    seat.see("Meddelandet är återtaget.", "Inga meddelanden väntar")
    states = {each.state for each in kept(seat)}
    assert states == {MessageState.RECEIVED, MessageState.WITHDRAWN}


def test_what_is_printed_is_noted_before_the_page_is_seen(sit_down: Sit) -> None:
    seat = sit_down()
    patience = 90.0  # the platform is asked for its printers
    begin(seat, channel="3")
    (reading,) = seat.window.findChildren(ReadBackDialog)
    reading.primary.click()
    seat.until(lambda: not seat.busy(), "the page and the printers", within=patience)
    seat.see("Meddelande på papper")
    seat.until(lambda: kept(seat)[0].state is MessageState.PRINTED, "the note")
    (paper,) = seat.window.findChildren(MessagePaperDialog)
    seat.until(lambda: bool(paper._pdf), "the page")
    assert paper._pdf.startswith(b"%PDF")
    seat.until(paper.save.isVisible, "the page in sight")
    picture(seat, "message-paper")
    assert paper._file == "meddelande"


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_list_fits_has_names_and_is_reached_by_keys(
    sit_down: Sit, ground: Ground, messaged: Messaged, size: int, theme: str
) -> None:
    for number in range(3):
        draft = MessageDraft(
            MessageChannel.SPOKEN,
            f"{TEXT} Nummer {number}. " * 4,
            contact_id=messaged.contacts[CURATOR],
            callback=MOBILE,
            caller="Test Chaufför",
            urgent=number == 0,
        )
        taken(ground, draft)
    seat = sit_down()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, Look(theme=theme, size=size))  # type: ignore[arg-type]
    seat.press(LIST)
    seat.see("Från Test Chaufför.")
    seat.settle()
    assert (nameless(seat), unreachable(seat), ambiguous(seat)) == ([], [], {})
    (dialog,) = seat.window.findChildren(MessagesDialog)
    assert dialog.width() <= seat.window.width()
    assert dialog.height() <= seat.window.height()
    picture(seat, f"messages-{size}-{theme}")
