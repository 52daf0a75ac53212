"""The matter is taken in: its number to say aloud, when the answer comes, and the printout."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.case_codes import AnswerBy, LetterKind
from kundcenter.domain.case_numbers import case_number
from ui.actions import Action
from ui.dialogs.case_intake_clocks import dated
from ui.dialogs.case_letter import CaseLetterDialog
from ui.dialogs.say import Said
from ui.directory_keeper import DirectoryKeeper
from ui.keys import keys
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text

WIDE = 680  # pixels


class CaseTakenDialog(Dialog):
    """`answer_day` is None where no answer is due; `warned` what else there is to know.

    A matter that is not `confirmed` yet is so by its letter, once that is printed or kept.
    """

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        case_id: UUID,
        answer_day: date | None,
        *,
        answerable: bool,
        confirmed: bool = True,
        injured: bool = False,
        warned: str = "",
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("CaseTakenDialog", "Ärendet är registrerat"),
            primary=translate("CaseTakenDialog", "Sagt"),
            parent=parent,
        )
        self.secondary.hide()
        self._tasks, self._services, self._case_id = tasks, services, case_id
        self._confirmed = confirmed
        now = DirectoryKeeper.of(tasks, services).now
        self.number = Text(case_number(case_id), Type.DISPLAY, figures=True)
        card = Card(self.tr("Ärendets nummer"), icon="note")
        column = spaced(QVBoxLayout(), gap="xs")
        column.addWidget(self.number)
        column.addWidget(Text(spelt(self.number.text()), Type.LEAD, role="muted", wrap=True))
        card.body.addLayout(column)
        self.body.addWidget(card)
        self.said = Said()
        self.said.say(self._words(answer_day, now, answerable=answerable))
        self.body.addWidget(self.said)
        if injured:
            words = self.tr("Chefläkaren har fått ärendet: en vårdskada misstänks.")
            self.body.addWidget(Banner(words, ToneName.WARNING, icon="shield", wrap=True))
        if warned:
            self.body.addWidget(Banner(warned, ToneName.WARNING, icon="warning", wrap=True))
        self.printed = Banner(
            self.tr("Bekräftelsen är utskriven."), ToneName.SUCCESS, icon="check", wrap=True
        )
        self.printed.hide()
        self.body.addWidget(self.printed)
        self.print = Button(
            self.tr("Skriv ut bekräftelsen"), icon="print", keys=Action.CASE_INTAKE_PRINT
        )
        self.print.clicked.connect(self.show_letter)
        self.print.setVisible(answerable)
        self.add_act(self.print)
        if answerable:
            keys().bind(self, Action.CASE_INTAKE_PRINT, self.print.click)
        self.confirmed.connect(self.accept)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))

    def open(self) -> None:
        """As high as the sentences need, once its width is known."""
        super().open()
        self.primary.setFocus()
        QTimer.singleShot(0, self, self.make_room)

    def show_letter(self) -> None:
        """The acknowledgement, to be printed before hanging up."""
        kind = LetterKind.CONFIRMATION
        dialog = CaseLetterDialog(self._tasks, self._services, self._case_id, kind, parent=self)
        dialog.said.connect(self._on_printed)
        dialog.open()

    def _on_printed(self, words: str) -> None:
        self.printed.say(words)
        self.printed.show()
        QTimer.singleShot(0, self, self.make_room)
        if not self._confirmed:
            self._confirmed = True
            verb = partial(self._services.cases.confirm, self._case_id, AnswerBy.LETTER)
            self._tasks.run(self._tasks, verb)

    def _words(self, day: date | None, now: datetime, *, answerable: bool) -> str:
        if not answerable:
            return self.tr("Tack. Vi tar emot det, men kan inte svara dig.")
        if day is None:
            return self.tr("Tack. Vi har tagit emot det.")
        words = self.tr("Vi har tagit emot det. Du får svar senast {day}.")
        return words.format(day=dated(day, now))


def spelt(number: str) -> str:
    """A case's number as it is said: each letter with its name, figures as they are."""
    translate = QCoreApplication.translate
    names = translate(
        "CaseTakenDialog",
        "Adam Bertil Cesar David Erik Filip Gustav Helge Johan Kalle Martin Niklas Petter Qvintus"
        " Rudolf Sigurd Tore Viktor Wilhelm Xerxes Yngve Zäta",
    )
    by_letter = {name[0]: name for name in names.split()}
    return "  ".join("–" if sign == "-" else by_letter.get(sign, sign) for sign in number)
