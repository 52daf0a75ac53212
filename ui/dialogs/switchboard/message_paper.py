"""A message on paper.  That it is printed is written down before the page is made."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.switchboard.message_letters import LeavingMessage
from kundcenter.errors import KundcenterError
from ui.dialogs.paper import PaperDialog
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.widgets.banner import Banner


class MessagePaperDialog(PaperDialog):
    """Taken as soon as it is opened: who asked for it has decided already."""

    def __init__(
        self, tasks: Tasks, services: Services, message_id: UUID, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            tasks,
            translate("MessagePaperDialog", "Meddelande på papper"),
            sentence=translate(
                "MessagePaperDialog", "Utskriften noteras med tid och ditt namn, och loggas."
            ),
            primary=translate("MessagePaperDialog", "Visa sidan"),
            job="Meddelande",
            file="meddelande",
            parent=parent,
        )
        self._services, self._message_id = services, message_id
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self._trouble.hide()
        self._protected = Banner(
            self.tr("Personen har skyddade personuppgifter: namn och nummer står inte på sidan."),
            ToneName.DANGER,
            icon="shield",
            wrap=True,
        )
        self._protected.hide()
        self.body.insertWidget(0, self._trouble)
        self.body.insertWidget(1, self._protected)

    def open(self) -> None:
        super().open()
        self.take()

    def take(self) -> None:
        self.set_busy(True)
        self._trouble.hide()
        verb = partial(self._services.messages.take_print, self._message_id)
        self._tasks.run(self, verb, self._set_page, self.refuse)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._trouble.say(sentence(error))
        self._trouble.show()

    def _set_page(self, leaving: LeavingMessage) -> None:
        self._protected.setVisible(leaving.protected)
        work = partial(self._services.papers.message, leaving)
        self._tasks.run(self, work, self.keep, self.refuse, lane=Lane.OUTSIDE)
