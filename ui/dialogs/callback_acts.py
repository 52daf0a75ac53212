"""What is done with a promised call that nobody rings just now: cancelled, handed on."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kundcenter.domain.callbacks import Callback, CallbackKind
from kundcenter.domain.drafts import FormKind
from kundcenter.domain.hand_overs import Colleague
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.kept_form import KeptForm
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field

ANYBODY = "anybody"


class CancelCallbackDialog(Dialog):
    """`said` carries a sentence when it is cancelled."""

    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, callback: Callback, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("CancelCallbackDialog", "Avboka återuppringningen?"),
            sentence=translate(
                "CancelCallbackDialog", "Patienten vill inte bli uppringd. Det går inte att ångra."
            ),
            primary=translate("CancelCallbackDialog", "Avboka"),
            secondary=translate("CancelCallbackDialog", "Låt stå kvar"),
            danger=True,
            parent=parent,
        )
        self._tasks, self._services, self._callback = tasks, services, callback
        needed = callback.kind is not CallbackKind.QUEUE or not callback.open
        self.text = Field(
            self.tr("Varför") if needed else self.tr("Varför, om det behövs"),
            help=self.tr("Utan nummer och namn."),
            longest=LINE_LIMIT,
        )
        self.body.addWidget(self.text)
        # Of another kind than what came of ringing, which waits while this is asked.
        KeptForm(self, tasks, services, (FormKind.CANCELLATION, callback.id), {"text": self.text})
        self.confirmed.connect(self._cancel)
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter after the reason goes on to the button: it neither drops it nor cancels yet."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if enter and not control and self.text.edit.hasFocus():
            self.primary.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _cancel(self) -> None:
        self.set_busy(True)
        verb = partial(self._services.callbacks.cancel, self._callback.id, self.text.text())
        self._tasks.run(self, verb, lambda _: self._done(), self._refuse)

    def _done(self) -> None:
        self.said.emit(self.tr("Återuppringningen är avbokad."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.text.show_error(sentence(error))
        self.text.setFocus()


class HandOnDialog(Dialog):
    """To whom a promise goes: a colleague, or whoever is there.  `said` when it has gone."""

    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, callback: Callback, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("HandOnDialog", "Lämna vidare löftet"),
            sentence=translate(
                "HandOnDialog", "Patienten ska bli uppringd som vi har sagt, vem som än gör det."
            ),
            primary=translate("HandOnDialog", "Lämna vidare"),
            parent=parent,
        )
        self._tasks, self._services, self._callback = tasks, services, callback
        self.to = Combo(self.tr("Till"))
        self.body.addWidget(self.to)
        self._offer(())
        self.confirmed.connect(self._hand_on)
        tasks.run(self, services.calls.colleagues, self._offer, lambda _: None)
        self.to.setFocus()

    def _offer(self, colleagues: tuple[Colleague, ...]) -> None:
        anybody = Option(ANYBODY, self.tr("Vem som helst på plats"))
        others = [Option(str(each.id), each.name) for each in colleagues]
        self.to.set_options([anybody, *others])
        self.to.choose(ANYBODY)

    def _hand_on(self) -> None:
        value = self.to.value
        if value is None:
            self.to.show_error(self.tr("Välj någon i listan."))
            return
        self.set_busy(True)
        to = None if value == ANYBODY else UUID(value)
        verb = partial(self._services.callbacks.hand_on, self._callback.id, to)
        self._tasks.run(self, verb, lambda _: self._done(), self._refuse)

    def _done(self) -> None:
        self.said.emit(self.tr("Löftet är lämnat vidare."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.to.show_error(sentence(error))
