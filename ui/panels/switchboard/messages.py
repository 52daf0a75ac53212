"""The messages that were taken: what has not gone yet, and the latest; the words beneath."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.switchboard.messages import (
    BY_SERVER,
    Message,
    MessageState,
    MessageStep,
)
from ui.badges import Badge
from ui.dialling import Dialling
from ui.dialogs.switchboard.message_paper import MessagePaperDialog
from ui.directory_keeper import DirectoryKeeper
from ui.link import Marks, mark_column
from ui.numbers import shown_number
from ui.records import Column, RecordModel
from ui.services import Services
from ui.switchboard.message_keeper import MessageKeeper
from ui.switchboard.message_words import channel_badge, first_line, state_badge, step_words
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import lately
from ui.widgets.buttons import Button
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.head import Head
from ui.widgets.page import Page
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

DETAIL, LOW = 150, 92  # pixels; the lower in large text, where height is scarce
LARGE = 1.25
BY = 5  # the column of who wrote it, which the words beneath tell too


class Shelf(StrEnum):
    """Which list is in sight."""

    WAITING = "waiting"
    LATEST = "latest"


class MessagesPanel(QWidget):
    """`said` carries a sentence and `refused` an error, for a notice."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._keeper = MessageKeeper.of(tasks, services)
        self._units = DirectoryKeeper.of(tasks, services)
        self._marks = Marks.of(tasks, services)
        self._steps: tuple[UUID, tuple[MessageStep, ...]] | None = None
        self.shelf = ChoiceRow(
            self.tr("Vilken lista"),
            [
                Choice(Shelf.WAITING, Badge(self.tr("Inte framme"), icon="clock")),
                Choice(Shelf.LATEST, Badge(self.tr("Senaste"), icon="list")),
            ],
        )
        self.shelf.choose(Shelf.WAITING)
        self._empty = EmptyState(self.tr("Inga meddelanden väntar"), icon="check-circle")
        self.model = RecordModel[Message](self._columns(), key=lambda each: each.id, parent=self)
        self.table = RecordTable(self.tr("Meddelanden"), self.model, empty=self._empty)
        self.text = Text("", Type.LEAD, wrap=True)
        self.facts = Text("", wrap=True, figures=True)
        self.history = Text("", Type.SMALL, role="muted", wrap=True)
        self.send = Button(self.tr("Skicka nu"), icon="arrow-right")
        self.print = Button(self.tr("Skriv ut"), icon="print")
        self.ring = Button(self.tr("Ring mottagaren"), icon="phone-out")
        self.received = Button(self.tr("Mottaget"), icon="check-circle")
        self.withdraw = Button(self.tr("Ta tillbaka"), icon="undo")
        self._lay_out()
        self._listen()
        self._show()

    @property
    def current(self) -> Message | None:
        found = self.table.current
        return found if isinstance(found, Message) else None

    def take_focus(self) -> None:
        """Onto the list."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """It has come into sight."""
        self._keeper.read()

    def other_shelf(self) -> None:
        """The list that is not in sight."""
        other = Shelf.LATEST if self.shelf.value == Shelf.WAITING else Shelf.WAITING
        self.shelf.choose(other)
        self._show()
        self.take_focus()

    # -- what is shown -------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[Message], ...]:
        translate = QCoreApplication.translate
        return (
            Column(
                translate("MessagesPanel", "Läge"),
                lambda each: self._state(each).text,
                badge=self._state,
                width=15,
            ),
            Column(
                translate("MessagesPanel", "Skrivet"),
                lambda each: lately(each.written_at, self._keeper.now),
                sort=lambda each: each.written_at,
                width=17,
            ),
            Column(translate("MessagesPanel", "Till"), self._to, tip=self._to, width=18),
            Column(translate("MessagesPanel", "Meddelande"), _words),
            Column(
                translate("MessagesPanel", "Hur"),
                lambda each: channel_badge(each.draft.channel).text,
                badge=lambda each: channel_badge(each.draft.channel),
                width=11,
            ),
            Column(translate("MessagesPanel", "Av"), self._by, width=16),
            *mark_column(self._marks, lambda each: self._marks.badge("message", each.id)),
        )

    def _state(self, message: Message) -> Badge:
        if self._keeper.sending(message.id):
            words = QCoreApplication.translate("MessagesPanel", "Skickas")
            return Badge(words, ToneName.INFO, "refresh")
        return state_badge(message)

    def _to(self, message: Message) -> str:
        contact = self._keeper.contact(message.draft.contact_id)
        if contact is not None:
            return contact.name
        unknown = QCoreApplication.translate("MessagesPanel", "Okänd mottagare")
        return self._units.name(message.draft.unit_id) or unknown

    def _by(self, message: Message) -> str:
        if message.written_by == self._keeper.seen.me:
            return QCoreApplication.translate("MessagesPanel", "Du")
        colleague = QCoreApplication.translate("MessagesPanel", "En kollega")
        return self._keeper.name(message.written_by) or colleague

    def _show(self) -> None:
        seen = self._keeper.seen
        waiting = self.shelf.value == Shelf.WAITING
        rows = seen.waiting if waiting else seen.latest
        words = self.tr("Inga meddelanden väntar") if waiting else self.tr("Inga meddelanden än")
        self._empty.say(words, icon="check-circle" if waiting else "note")
        self.model.replace(rows)
        self.model.renew()  # time has passed
        if rows and self.current is None:
            self.table.selectRow(0)
        self._on_current()

    def _on_current(self) -> None:
        self._show_words()
        message = self.current
        if message is not None:
            verb = partial(self._services.messages.steps, message.id)
            then = partial(self._on_steps, message.id)
            self._tasks.run(self, verb, then, lambda _: None, topic="steps")

    def _on_steps(self, message_id: UUID, steps: tuple[MessageStep, ...]) -> None:
        self._steps = message_id, steps
        self._show_words()

    def _show_words(self) -> None:
        message = self.current
        self.text.setText(message.draft.text if message is not None else "")
        self.facts.setText(self._facts(message) if message is not None else "")
        told = self._steps
        lines: list[str] = []
        if message is not None and told is not None and told[0] == message.id:
            now = self._keeper.now
            unknown = self.tr("En kollega")
            lines = [step_words(e, self._keeper.name(e.by) or unknown, now) for e in told[1]]
        self.history.setText("\n".join(lines))
        self._show_acts()

    def _facts(self, message: Message) -> str:
        draft, parts = message.draft, []
        if draft.urgent:
            parts.append(self.tr("Brådskande."))
        if draft.caller:
            parts.append(self.tr("Från {name}.").format(name=draft.caller))
        if draft.callback:
            number = shown_number(draft.callback)
            parts.append(self.tr("Ring upp {number}.").format(number=number))
        read = self.tr("Uppläst för den som ringde.")
        parts.append(read if draft.read_back else self.tr("Inte uppläst för den som ringde."))
        return " ".join(parts)

    def _show_acts(self) -> None:
        message = self.current
        there, is_open = message is not None, message is not None and message.open
        by_server = message is not None and message.draft.channel in BY_SERVER
        state = message.state if message is not None else None
        sending = message is not None and self._keeper.sending(message.id)
        ready = self._services.message_mail.ready
        self.send.setEnabled(is_open and by_server and ready and not sending)
        self.print.setEnabled(there and state is not MessageState.WITHDRAWN)
        received = {MessageState.RECEIVED, MessageState.WITHDRAWN}
        self.received.setEnabled(there and state not in received)
        self.withdraw.setEnabled(is_open and not sending)
        self.ring.setEnabled(bool(self._number()))

    def _number(self) -> str:
        """A number of whom it is for that may be shown."""
        message = self.current
        contact = self._keeper.contact(message.draft.contact_id) if message is not None else None
        if contact is not None:
            return next((each.number for each in contact.told.shown_numbers), "")
        card = self._units.unit(message.draft.unit_id) if message is not None else None
        return card.unit.phone if card is not None else ""

    def _lay_out(self) -> None:
        detail = Page("none", "s")
        for part in (self.text, self.facts, self.history):
            detail.body.addWidget(part)
        detail.body.addStretch(1)
        scale = current().metrics.scale
        detail.setFixedHeight(round((LOW if scale >= LARGE else DETAIL) * scale))
        self.table.show_column(BY, scale < LARGE)
        acts = Head((), (self.withdraw, self.received, self.ring, self.print, self.send))
        column = spaced(QVBoxLayout(self), gap="m")
        column.addWidget(self.shelf)
        column.addWidget(self.table, 1)
        column.addWidget(detail)
        column.addWidget(acts)

    def _listen(self) -> None:
        self._keeper.changed.connect(self._show)
        self._units.changed.connect(self.model.renew)
        self._marks.changed.connect(self.model.renew)
        self.shelf.chosen.connect(lambda _: self._show())
        self.table.chosen.connect(lambda _: self._on_current())
        self.send.clicked.connect(self._send)
        self.print.clicked.connect(self._print)
        self.ring.clicked.connect(self._ring)
        self.received.clicked.connect(self._received)
        self.withdraw.clicked.connect(self._ask_withdraw)

    # -- what is done --------------------------------------------------------------------------

    def _send(self) -> None:
        if self.current is not None:
            self._keeper.send(self.current)
            self.model.renew()
            self._show_acts()

    def _print(self) -> None:
        if self.current is not None:
            host = self.window()
            dialog = MessagePaperDialog(self._tasks, self._services, self.current.id, parent=host)
            dialog.said.connect(self.said)
            dialog.open()

    def _ring(self) -> None:
        Dialling.of(self._tasks, self._services).dial(self._number(), self)

    def _received(self) -> None:
        if self.current is not None:
            verb = partial(self._services.messages.received, self.current.id)
            told = self.tr("Noterat: mottagaren har fått meddelandet.")
            self._run(verb, told)

    def _ask_withdraw(self) -> None:
        message = self.current
        if message is None:
            return
        dialog = Dialog(
            self.tr("Ta tillbaka meddelandet?"),
            sentence=self.tr("Det skickas inte, men det står kvar i listan över de senaste."),
            primary=self.tr("Ta tillbaka"),
            danger=True,
            parent=self.window(),
        )
        dialog.confirmed.connect(partial(self._withdraw, dialog, message.id))
        dialog.open()

    def _withdraw(self, dialog: Dialog, message_id: UUID) -> None:
        dialog.accept()
        verb = partial(self._services.messages.withdraw, message_id)
        self._run(verb, self.tr("Meddelandet är återtaget."))

    def _run(self, verb: Callable[[], Changes], told: str) -> None:
        self._tasks.run(self, verb, lambda _: self.said.emit(told), self.refused.emit)


def _words(message: Message) -> str:
    words = first_line(message.draft.text)
    if not message.draft.urgent:
        return words
    return QCoreApplication.translate("MessagesPanel", "Brådskande: {words}").format(words=words)
