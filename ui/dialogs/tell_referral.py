"""What came of a referral, with a line about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.drafts import FormKind
from kundcenter.domain.referrals import Referral, ReferralState
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.kept_form import KeptForm
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field


class TellReferralDialog(Dialog):
    """`said` carries a sentence when it is told."""

    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        referral: Referral,
        state: ReferralState,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        sentences = {
            ReferralState.REACHED: translate(
                "TellReferralDialog", "Patienten kom fram till den som skulle ta emot."
            ),
            ReferralState.NOT_REACHED: translate(
                "TellReferralDialog", "Patienten kom inte, eller gick inte att nå."
            ),
            ReferralState.CANCELLED: translate(
                "TellReferralDialog", "Patienten ska inte dit längre. Det går inte att ångra."
            ),
        }
        super().__init__(
            translate("TellReferralDialog", "Vad det blev: {state}").format(
                state=label(state).lower()
            ),
            sentence=sentences[state],
            primary=translate("TellReferralDialog", "Notera"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._referral, self._state = referral, state
        self.text = Field(
            self.tr("Hur det gick, om det behövs"),
            help=self.tr("Följer hänvisningen. Det som hör till journalen skrivs i den."),
            longest=LINE_LIMIT,
        )
        self.body.addWidget(self.text)
        about = FormKind.REFERRAL, referral.id
        KeptForm(self, tasks, services, about, {"text": self.text})
        self.confirmed.connect(self._tell)

    def _tell(self) -> None:
        self.set_busy(True)
        verb = partial(
            self._services.referrals.tell, self._referral.id, self._state, self.text.text()
        )
        self._tasks.run(self, verb, lambda _: self._told(), self._refuse)

    def _told(self) -> None:
        self.said.emit(self.tr("Det är noterat."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.text.show_error(sentence(error))
