"""Messages, greetings and modes for the whole window: seated with the operator, opened by keys."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kundcenter.domain.access import Role
from kundcenter.domain.calls import Call, CallState
from kundcenter.domain.people import Person
from kundcenter.domain.switchboard.messages import Message, MessageChannel
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.errors import KundcenterError
from ui.dialogs.switchboard.message import MessageDialog
from ui.dialogs.switchboard.message_paper import MessagePaperDialog
from ui.dialogs.switchboard.mode import ModeDialog
from ui.dialogs.switchboard.terms import SwitchboardTermsDialog
from ui.in_hand import InHand
from ui.panels.cards import CardsPage
from ui.panels.switchboard.message_list import MessagesDialog
from ui.services import Services
from ui.switchboard.message_keeper import MessageKeeper
from ui.switchboard.message_words import fault_words
from ui.switchboard.mode_words import mode_badge, mode_words
from ui.switchboard.receivers import MessageAbout, Receiver
from ui.switchboard.terms_keeper import SwitchboardKeeper
from ui.tasks import Tasks
from ui.window import Window

ANSWERED = {CallState.TALKING, CallState.HELD, CallState.WRAP_UP}
ITEM = "mode"


class Messaging(QObject):
    """`said` carries a sentence for a notice, `troubled` one that is a warning; `changed` when the
    strip may have another greeting.  `chosen` says whom the page in sight has in hand.
    """

    said = Signal(str)
    troubled = Signal(str)
    changed = Signal()

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        window: Window,
        cards: CardsPage,
        in_hand: InHand,
    ) -> None:
        super().__init__(window)
        self._tasks, self._services, self._window = tasks, services, window
        self._cards, self._in_hand = cards, in_hand
        self.terms = SwitchboardKeeper.of(tasks, services)
        self.messages = MessageKeeper.of(tasks, services)
        self._mode: Mode | None = None
        self.chosen: Callable[[], Receiver | None] = lambda: None
        self.terms.changed.connect(self._show_mode)
        self.messages.failed.connect(self._on_failed)

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Somebody is here."""
        self.terms.sit_down(roles)
        self.messages.sit_down(roles)

    def unlocked(self) -> None:
        """They are here again."""
        self.terms.catch_up()
        self.messages.catch_up()

    def forget(self) -> None:
        """They have left."""
        self._mode = None
        self.terms.forget()
        self.messages.forget()

    def greeting(self, call: Call) -> str:
        """What is said first on the call."""
        return self.terms.greeting(call)

    # -- opened by keys ------------------------------------------------------------------------

    def new(self) -> None:
        """Take a message: for whom a page has in hand, else for somebody found in the dialog."""
        self.write(self.chosen())

    def write(self, receiver: Receiver | None) -> None:
        """Take a message for `receiver`; what is known of the call in hand stands in it."""
        if not self.messages.works:
            return
        call = self._call()
        about = MessageAbout(call, self._person(call), receiver)
        dialog = MessageDialog(self._tasks, self._services, about, parent=self._window)
        dialog.written.connect(self._on_written)
        dialog.open()

    def list_(self) -> None:
        """Show the messages that were taken."""
        if not self.messages.works:
            return
        dialog = MessagesDialog(self._tasks, self._services, parent=self._window)
        dialog.said.connect(self.said)
        dialog.new.connect(self.new)
        dialog.open()

    def ask_mode(self) -> None:
        """Show the mode, to be changed by those who may."""
        if self.terms.here:
            dialog = ModeDialog(self._tasks, self._services, parent=self._window)
            dialog.said.connect(self.said)
            dialog.open()

    def ask_terms(self) -> None:
        """Show greetings, templates and hours, to be changed by those who may."""
        if self.terms.here:
            dialog = SwitchboardTermsDialog(self._tasks, self._services, parent=self._window)
            dialog.said.connect(self.said)
            dialog.open()

    # -- what they need ------------------------------------------------------------------------

    def _call(self) -> Call | None:
        """The call that is talked on; one that only rings is nobody's yet."""
        call = self._in_hand.current
        return call if call is not None and call.state in ANSWERED else None

    def _person(self, call: Call | None) -> Person | None:
        card = self._cards.current
        if card is None or call is None or card.call.id != call.id:
            return None
        return card.who.person

    def _on_written(self, message_id: UUID, channel: MessageChannel) -> None:
        if channel is MessageChannel.PRINT:
            dialog = MessagePaperDialog(
                self._tasks, self._services, message_id, parent=self._window
            )
            dialog.said.connect(self.said)
            dialog.open()
            return
        words = self.tr("Meddelandet är sparat och skickas.")
        if channel is MessageChannel.SPOKEN:
            words = self.tr("Meddelandet är sparat och väntar på att läsas upp.")
        self.said.emit(words)

    def _on_failed(self, _: Message, error: KundcenterError) -> None:
        words = self.tr("Ett meddelande gick inte att skicka, och försöks igen. {why}")
        self.troubled.emit(words.format(why=fault_words(error.code)))

    def _show_mode(self) -> None:
        """In the status line; a change is told aloud, an emergency as a warning that stays."""
        if not self.terms.here:
            self._window.status.drop_item(ITEM)
            self.changed.emit()
            return
        mode = self.terms.mode
        self._window.status.show_item(ITEM, mode_badge(mode, self.terms.order, self.terms.now))
        before, self._mode = self._mode, mode
        if before is not None and mode is not before:
            tell = self.troubled if mode is Mode.EMERGENCY else self.said
            words = self.tr("{mode} gäller nu. Hälsningen är en annan.")
            tell.emit(words.format(mode=mode_words(mode)))
        self.changed.emit()
