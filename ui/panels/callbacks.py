"""The page of promised calls: taken, rung and closed; before, at and after the promise."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.callbacks import Callback, CallbackKind, Promise, ToldCallback
from ui.actions import Action
from ui.callback_keeper import CallbackKeeper
from ui.dialogs.callback import CallbackDialog
from ui.dialogs.callback_acts import CancelCallbackDialog, HandOnDialog
from ui.dialogs.callback_move import MoveCallbackDialog, PutOffDialog
from ui.dialogs.queues import QueuesDialog
from ui.directory_keeper import DirectoryKeeper
from ui.keys import keys
from ui.link import Marks
from ui.panels.callback_lists import CallbackRows
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.head import Head
from ui.widgets.table import RecordTable
from ui.widgets.text import Text


class CallbacksPage(QWidget):
    """`said` carries a sentence and `refused` an error for a notice.

    No patient is named here: taking a row leaves a record in the log, looking at the list does not.
    """

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._keeper = CallbackKeeper.of(tasks, services)
        rows = CallbackRows(tasks, services)
        self._promised, self._queued = rows.promised(self), rows.queued(self)
        for other in (Marks.of(tasks, services), DirectoryKeeper.of(tasks, services)):
            for model in (self._promised, self._queued):
                other.changed.connect(model.renew)
        self.promised = RecordTable(
            self.tr("Löften som vi själva har gett"),
            self._promised,
            empty=EmptyState(
                self.tr("Inga egna löften"),
                self.tr("Lova att ringa från samtalskortet. Löften försvinner inte vid skiftbyte."),
                icon="phone-out",
            ),
        )
        self.queued = RecordTable(
            self.tr("I enheternas köer"),
            self._queued,
            empty=EmptyState(
                self.tr("Ingen väntar på återuppringning"),
                self.tr("Ge en plats från samtalskortet."),
                icon="queue",
            ),
        )
        self.counts = Text("", role="muted", wrap=True)
        self.take = Button(
            self.tr("Ta och ring"), ButtonKind.PRIMARY, icon="phone-out", keys="Return"
        )
        self.move_ = Button(self.tr("Flytta"), icon="clock", keys=Action.CALLBACK_MOVE)
        self.hand_on = Button(
            self.tr("Lämna vidare"), icon="arrow-right", keys=Action.CALLBACK_HAND_ON
        )
        self.cancel = Button(self.tr("Avboka"), icon="close", keys=Action.CALLBACK_CANCEL)
        self.release = Button(self.tr("Släpp"), icon="undo", keys=Action.CALLBACK_RELEASE)
        self.queues = Button(self.tr("Köer"), icon="settings", keys=Action.CALLBACK_QUEUES)
        self._chosen = self.promised
        self._lay_out()
        self._listen()
        self._show()

    def take_focus(self) -> None:
        first = self.promised if self._promised.records else self.queued
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        self._keeper.read()

    def forget(self) -> None:
        """The operator has left."""
        for model in (self._promised, self._queued):
            model.replace(())
        self._show_acts()

    @property
    def current(self) -> Callback | None:
        """The row under the cursor, of the list one was in last."""
        found = self._chosen.current
        return found if isinstance(found, Callback) else None

    # -- what is shown -------------------------------------------------------------------------

    def _show(self) -> None:
        keeper = self._keeper
        for table, model, shown in (
            (self.promised, self._promised, keeper.promised),
            (self.queued, self._queued, keeper.queued),
        ):
            model.replace(shown)
            model.renew()  # time has passed
            if table.hasFocus() and table.current is None and shown:
                table.selectRow(0)
        now = keeper.now
        every = (*keeper.promised, *keeper.queued)
        late = sum(each.promise(now) is Promise.AFTER for each in every)
        at = sum(each.promise(now) is Promise.NOW for each in every)
        words = self.tr("{late} efter löftet · {now} ska ringas nu · {rest} senare")
        rest = len(every) - late - at
        self.counts.setText(words.format(late=late, now=at, rest=rest) if every else "")
        self._show_acts()

    def _show_acts(self) -> None:
        callback, keeper = self.current, self._keeper
        self.queues.setVisible(keeper.may(Function.MANAGE_CAPACITY))
        leads = keeper.may(Function.MANAGE_CAPACITY)
        holder = callback.holds(keeper.now) if callback is not None else None
        free = callback is not None and holder in {None, keeper.seen.me}
        own = callback is not None and callback.kind is not CallbackKind.QUEUE
        self.take.setEnabled(free)
        self.move_.setEnabled(free and callback is not None and callback.open)
        self.hand_on.setEnabled(free and own)
        self.cancel.setEnabled(callback is not None and holder is None)
        self.release.setEnabled(holder is not None and (holder == keeper.seen.me or leads))

    def _lay_out(self) -> None:
        title = Text(self.tr("Återuppringning"), Type.TITLE)
        title.setProperty("heading", True)
        acts = (self.cancel, self.hand_on, self.move_, self.release, self.take)
        words = self.tr(
            "Ingen patient nämns i listorna. Den som tar en rad ser vem det är, och det loggas."
        )
        column = spaced(QVBoxLayout(self), "l", "m")
        column.addWidget(Head((title,), acts))
        row = spaced(QHBoxLayout(), gap="s")
        row.addWidget(self.counts, 1)
        row.addWidget(self.queues)
        column.addLayout(row)
        for name, table, share in (
            (self.tr("Löften som vi själva har gett"), self.promised, 2),
            (self.tr("I enheternas köer"), self.queued, 3),
        ):
            heading = Text(name, Type.LEAD)
            heading.setProperty("heading", True)
            column.addWidget(heading)
            column.addWidget(table, share)
        column.addWidget(Text(words, Type.SMALL, role="muted", wrap=True))

    def _listen(self) -> None:
        self._keeper.changed.connect(self._show)
        for table in (self.promised, self.queued):
            table.opened.connect(self._take)
            table.chosen.connect(partial(self._on_chosen, table))
            table.clicked.connect(partial(self._on_chosen, table))
        acts: tuple[tuple[Button, Action | None, Callable[[], object]], ...] = (
            (self.take, None, lambda: self._take(self.current)),
            (self.move_, Action.CALLBACK_MOVE, self._ask_move),
            (self.hand_on, Action.CALLBACK_HAND_ON, self._ask_hand_on),
            (self.cancel, Action.CALLBACK_CANCEL, self._ask_cancel),
            (self.release, Action.CALLBACK_RELEASE, self._release),
            (self.queues, Action.CALLBACK_QUEUES, self._ask_queues),
        )
        for button, action, act in acts:
            button.clicked.connect(act)
            if action is not None:
                keys().bind(self, action, button.click)

    def _on_chosen(self, table: RecordTable, _: object) -> None:
        """The acts are about the list in which the cursor was moved last."""
        if table.current is not None:
            self._chosen = table
        self._show_acts()

    # -- what is done --------------------------------------------------------------------------

    def _take(self, callback: Callback | None) -> None:
        if callback is None or not self.take.isEnabled():
            return
        self.take.setEnabled(False)  # until it is known whose it is
        verb = partial(_taken, self._services, callback)
        self._tasks.run(self, verb, self._open, self._refuse)

    def _open(self, found: tuple[Changes, ToldCallback]) -> None:
        changes, told = found
        self._tasks.announce(changes)
        self._ask(CallbackDialog(self._tasks, self._services, told, parent=self.window()))

    def _refuse(self, error: object) -> None:
        self.refused.emit(error)
        self._keeper.read()

    def _release(self) -> None:
        if self.current is not None:
            verb = partial(self._services.callbacks.release, self.current.id)
            self._tasks.run(self, verb, refused=self._refuse)

    def _ask_cancel(self) -> None:
        if self.current is not None:
            self._ask(CancelCallbackDialog(self._tasks, self._services, self.current, parent=self))

    def _ask_hand_on(self) -> None:
        if self.current is not None:
            self._ask(HandOnDialog(self._tasks, self._services, self.current, parent=self))

    def _ask_move(self) -> None:
        callback = self.current
        if callback is None:
            return
        kind = MoveCallbackDialog if callback.kind is CallbackKind.QUEUE else PutOffDialog
        self._ask(kind(self._tasks, self._services, callback, parent=self))

    def _ask_queues(self) -> None:
        self._ask(QueuesDialog(self._tasks, self._services, parent=self.window()))

    def _ask(self, dialog: Dialog) -> None:
        dialog.said.connect(self.said)  # type: ignore[attr-defined]
        dialog.finished.connect(lambda _: self._keeper.read())
        dialog.open()


def _taken(services: Services, callback: Callback) -> tuple[Changes, ToldCallback]:
    """On the store's thread: taken, and opened with its access record."""
    changes = services.callbacks.take(callback.id)
    return changes, services.callbacks.get(callback.id)
