"""Messages as every screen of this window knows them; what goes by e-mail is sent from here.

There is one for the window, as with `ui.link.Marks`:

    keeper = MessageKeeper.of(tasks, services)
    keeper.changed.connect(self._show)   # a list is new, or time has passed

A message is sent from the desk of whoever wrote it, at once, and again after a pause while it
does not go.  That it went, or why not, is written down before anything else is tried.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from kundcenter.changes import Changes
from kundcenter.domain.access import MATRIX, Function, Role
from kundcenter.domain.switchboard.contacts import Contact
from kundcenter.domain.switchboard.message_letters import LeavingMessage
from kundcenter.domain.switchboard.messages import (
    BY_SERVER,
    Message,
    MessageNotFound,
    MessageState,
    MessageStateWrong,
)
from kundcenter.errors import KundcenterError
from ui.services import Services
from ui.tasks import Lane, Tasks

LOOK_MS = 20_000
SETTLE_MS = 300  # so many changes in a row are one question to the store
PAUSES = tuple(timedelta(minutes=each) for each in (1, 2, 5, 15, 30))  # the last one again


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read at once.  `names` are those of operators, `contacts` whom messages are for."""

    waiting: tuple[Message, ...] = ()
    latest: tuple[Message, ...] = ()
    contacts: Mapping[UUID, Contact] = field(default_factory=dict)
    names: Mapping[UUID, str] = field(default_factory=dict)
    me: UUID | None = None


class MessageKeeper(QObject):
    """`changed` when a list is new, and three times a minute while somebody is signed in.

    `failed` carries a Message that did not go for the first time, and the error.
    """

    changed = Signal()
    failed = Signal(object, object)

    def __init__(self, tasks: Tasks, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent if parent is not None else tasks)
        self._tasks, self._services = tasks, services
        self.seen = Seen()
        self._roles: frozenset[Role] = frozenset()
        self._sitting = 0  # answers to an operator who has left are nobody's
        self._under_way: set[UUID] = set()
        self._told: dict[
            UUID, str
        ] = {}  # what became of it and is not written down: a fault, or ""
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.read)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.read)
        tasks.changed.connect(self._on_changed)

    @staticmethod
    def of(tasks: Tasks, services: Services) -> MessageKeeper:
        """The one of this window."""
        return tasks.findChild(MessageKeeper) or MessageKeeper(tasks, services)

    @property
    def now(self) -> datetime:
        """The time by the desk's clock."""
        return self._services.now()

    @property
    def works(self) -> bool:
        """Whether whoever sits here takes messages."""
        return bool(MATRIX[Function.WORK_CALLS] & self._roles)

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Somebody is here."""
        self._forget()
        self._roles = roles
        if self.works:
            self._look.start()
            self.read()

    def catch_up(self) -> None:
        """They are here again, after a lock."""
        self.read()

    def forget(self) -> None:
        """The operator has left."""
        self._forget()
        self.changed.emit()

    def read(self) -> None:
        """Ask the store for both lists; then send what is due."""
        if self._look.isActive():
            ask, then = partial(_read, self._services), partial(self._on_read, self._sitting)
            self._tasks.run(self, ask, then, lambda _: None, topic="messages")

    def send(self, message: Message) -> None:
        """Send now, whatever the pause: somebody has asked for it."""
        self._begin(message.id)

    def sending(self, message_id: UUID) -> bool:
        """Whether it is under way at this moment."""
        return message_id in self._under_way

    # -- what screens ask ----------------------------------------------------------------------

    def name(self, operator_id: UUID) -> str:
        """A colleague's name; nothing for whom one does not know."""
        return self.seen.names.get(operator_id, "")

    def contact(self, contact_id: UUID | None) -> Contact | None:
        return self.seen.contacts.get(contact_id) if contact_id is not None else None

    @property
    def own_failed(self) -> int:
        """How many of the operator's own did not go."""
        own = (each for each in self.seen.waiting if each.written_by == self.seen.me)
        return sum(each.state is MessageState.FAILED for each in own)

    # -- sending -------------------------------------------------------------------------------

    def due(self, message: Message) -> bool:
        """Whether this desk is to send the message now."""
        if message.written_by != self.seen.me or message.draft.channel not in BY_SERVER:
            return False
        if message.state is not MessageState.FAILED:
            return message.open
        return self.now >= message.state_at + PAUSES[min(message.tries, len(PAUSES)) - 1]

    def _send_due(self) -> None:
        if not self._services.message_mail.ready:
            return
        for message_id in tuple(self._told):
            self._note(message_id)
        for message in self.seen.waiting:
            if self.due(message):
                self._begin(message.id)

    def _begin(self, message_id: UUID) -> None:
        """First what is sent is asked for, which says anew who is protected; then it goes."""
        if message_id in self._under_way or message_id in self._told:
            return
        self._under_way.add(message_id)
        verb = partial(self._services.messages.to_send, message_id)
        then = partial(self._go, self._sitting, message_id)
        self._tasks.run(self, verb, then, partial(self._let_be, message_id))

    def _go(self, sitting: int, message_id: UUID, leaving: LeavingMessage) -> None:
        if sitting != self._sitting:
            return
        work = partial(self._services.message_mail.send, leaving)
        went = partial(self._on_went, sitting, leaving.message)
        failed = partial(self._on_failed, sitting, leaving.message)
        self._tasks.run(self, work, went, failed, lane=Lane.OUTSIDE)

    def _let_be(self, message_id: UUID, _: KundcenterError) -> None:
        """The desk is locked, or somebody has seen to it meanwhile."""
        self._under_way.discard(message_id)

    def _on_went(self, sitting: int, message: Message, _: object) -> None:
        self._on_answer(sitting, message, "")

    def _on_failed(self, sitting: int, message: Message, error: KundcenterError) -> None:
        self._on_answer(sitting, message, error.code)
        if sitting == self._sitting and message.state is not MessageState.FAILED:
            self.failed.emit(message, error)

    def _on_answer(self, sitting: int, message: Message, fault: str) -> None:
        if sitting == self._sitting:
            self._told[message.id] = fault
            self._note(message.id)

    def _note(self, message_id: UUID) -> None:
        """Write down what became of it; until that is done it is not sent again."""
        fault, messages = self._told[message_id], self._services.messages
        verb = partial(messages.failed, message_id, fault) if fault else None
        self._tasks.run(
            self,
            verb or partial(messages.sent, message_id),
            lambda _: self._noted(message_id),
            partial(self._not_noted, message_id),
        )

    def _noted(self, message_id: UUID) -> None:
        self._told.pop(message_id, None)
        self._under_way.discard(message_id)
        self.changed.emit()

    def _not_noted(self, message_id: UUID, error: KundcenterError) -> None:
        """A locked desk writes it later; what others have written meanwhile stands."""
        if isinstance(error, MessageStateWrong | MessageNotFound):
            self._noted(message_id)

    # -- how it is kept fresh ------------------------------------------------------------------

    def _forget(self) -> None:
        self._look.stop()
        self._soon.stop()
        self._sitting += 1
        self.seen, self._roles = Seen(), frozenset()
        self._under_way.clear()
        self._told.clear()

    def _on_read(self, sitting: int, seen: Seen) -> None:
        if sitting == self._sitting:
            self.seen = seen
            self.changed.emit()
            self._send_due()

    def _on_changed(self, changes: Changes) -> None:
        if (changes.of("message") or changes.of("contact")) and self._look.isActive():
            self._soon.start()


def _read(services: Services) -> Seen:
    """On the store's thread: both lists, whom they are for, and the colleagues' names."""
    me = services.operators.me()
    waiting, latest = services.messages.waiting(), services.messages.latest()
    ids = {each.draft.contact_id for each in (*waiting, *latest)} - {None}
    contacts: dict[UUID, Contact] = {}
    names = {me.id: me.name}
    with suppress(KundcenterError):
        wanted = tuple(sorted(id for id in ids if id is not None))
        contacts = {each.id: each for each in services.contacts.some(wanted)}
    with suppress(KundcenterError):
        names |= {each.id: each.name for each in services.calls.colleagues()}
    return Seen(waiting, latest, contacts, names, me.id)
