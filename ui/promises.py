"""Promised calls, for the whole window: seated with the operator, called out, not left behind."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.access import Role
from kundcenter.domain.callbacks import Callback, CallbackKind
from kundcenter.errors import KundcenterError
from ui.callback_alert import CallbackAlert
from ui.callback_keeper import CallbackKeeper
from ui.claiming_words import promised_words
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text
from ui.window import Window

MOST = 6  # promises told one by one
WIDE = 560  # pixels


class LeavePromisesDialog(Dialog):
    """What somebody has promised who is about to sign out.  `confirmed` hands it to whoever is
    there; `staying` keeps it one's own.
    """

    staying = Signal()

    def __init__(self, keeper: CallbackKeeper, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        promised = keeper.own_soon
        words = translate(
            "LeavePromisesDialog",
            "Du har lovat att ringa de närmaste timmarna. Lämna det till dem som är på plats?",
        )
        super().__init__(
            translate("LeavePromisesDialog", "Dina löften innan du loggar ut"),
            sentence=words,
            primary=translate("LeavePromisesDialog", "Lämna över och logga ut"),
            parent=parent,
        )
        for each in promised[:MOST]:
            told = self.tr("{kind}: {time}").format(
                kind=label(each.kind),
                time=promised_words(each.due_at, each.due_at, keeper.now),
            )
            self.body.addWidget(Text(told, wrap=True))
        if len(promised) > MOST:
            more = self.tr("{count} till.").format(count=len(promised) - MOST)
            self.body.addWidget(Text(more, role="muted"))
        self.keep = Button(self.tr("Logga ut, behåll dem"))
        self.keep.clicked.connect(self.staying)
        self.body.addWidget(self.keep)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))

    def open(self) -> None:
        """Enter hands them on, which is what one most often wants."""
        super().open()
        self.primary.setFocus()


class Promises(QObject):
    """`said` carries a sentence for a notice, when something could not be handed on."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, window: Window) -> None:
        super().__init__(window)
        self._tasks, self._services, self._window = tasks, services, window
        self.keeper = CallbackKeeper.of(tasks, services)
        self.alert = CallbackAlert(tasks, services, window)

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Somebody is here."""
        self.keeper.sit_down(roles)

    def unlocked(self) -> None:
        """They are here again."""
        self.keeper.catch_up()

    def forget(self) -> None:
        """They have left."""
        self.keeper.forget()

    def ask_before_leaving(self, then: Callable[[], object]) -> bool:
        """Whether it is asked about, and `then` follows; False when nothing is promised soon."""
        promised = self.keeper.own_soon
        if not promised:
            return False
        dialog = LeavePromisesDialog(self.keeper, parent=self._window)
        dialog.confirmed.connect(partial(self._hand_on, dialog, promised, then))
        dialog.staying.connect(partial(self._stay, dialog, then))
        dialog.open()
        return True

    def _stay(self, dialog: Dialog, then: Callable[[], object]) -> None:
        dialog.accept()
        then()

    def _hand_on(
        self, dialog: Dialog, promised: tuple[Callback, ...], then: Callable[[], object]
    ) -> None:
        dialog.set_busy(True)
        verb = partial(_handed_on, self._services, promised)
        self._tasks.run(
            dialog, verb, partial(self._on_handed, dialog, then), partial(self._refuse, dialog)
        )

    def _on_handed(self, dialog: Dialog, then: Callable[[], object], _: None) -> None:
        dialog.accept()
        then()

    def _refuse(self, dialog: Dialog, error: KundcenterError) -> None:
        """It is still one's own: nobody leaves believing something else."""
        dialog.reject()
        self.said.emit(sentence(error))
        self.keeper.read()


def _handed_on(services: Services, promised: tuple[Callback, ...]) -> None:
    """On the store's thread: whoever is there may take them."""
    for each in promised:
        assert each.kind is not CallbackKind.QUEUE, "a place in a queue is nobody's own"
        services.callbacks.hand_on(each.id, None)
