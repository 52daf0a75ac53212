"""The page for the clinic that receives a patient: who gets it, how it looks, which printer."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.referral_papers import PrintedReferral
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.dialogs.paper import PaperDialog
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.widgets.field import Field


class ReferralPaperDialog(PaperDialog):
    """First the receiver, who is noted in the record; then the page."""

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        referral_id: UUID,
        receiver: str = "",
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            tasks,
            translate("ReferralPaperDialog", "Skriv ut till mottagaren"),
            sentence=translate(
                "ReferralPaperDialog",
                "Sidan noteras i journalen med mottagare, tid och ditt namn.",
            ),
            primary=translate("ReferralPaperDialog", "Visa sidan"),
            job="Hänvisning",
            file="hanvisning",
            parent=parent,
        )
        self._services, self._referral_id = services, referral_id
        self.receiver = Field(self.tr("Vem får sidan?"), longest=LINE_LIMIT)
        self.receiver.set_text(receiver)
        self.body.insertWidget(0, self.receiver)
        self.receiver.setFocus()

    def take(self) -> None:
        receiver = self.receiver.text().strip()
        if not receiver:
            self.receiver.show_error(self.tr("Skriv vem som får sidan."))
            self.receiver.setFocus()
            return
        self.set_busy(True)
        verb = partial(self._services.referrals.take_print, self._referral_id, receiver)
        self._tasks.run(self, verb, self._set_page, self.refuse)

    def on_shown(self) -> None:
        self.receiver.setEnabled(False)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.receiver.show_error(sentence(error))

    def _set_page(self, printed: PrintedReferral) -> None:
        work = partial(self._services.papers.referral, printed)
        self._tasks.run(self, work, self.keep, self.refuse, lane=Lane.OUTSIDE)
