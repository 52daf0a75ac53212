"""To whom a case goes: a colleague who may handle it, or nobody."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.cases import Case
from kundcenter.domain.drafts import FormKind
from kundcenter.domain.hand_overs import Colleague
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.kept_form import KeptForm
from ui.link import Marks
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field

NOBODY = "nobody"


class GiveCaseDialog(Dialog):
    """`said` carries a sentence when it has gone."""

    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, case: Case, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        words = translate("GiveCaseDialog", "Ärende {number}. Klockorna går vidare som förut.")
        super().__init__(
            translate("GiveCaseDialog", "Ge ärendet till en annan"),
            sentence=words.format(number=case.number),
            primary=translate("GiveCaseDialog", "Ge"),
            parent=parent,
        )
        self._tasks, self._services, self._case = tasks, services, case
        self.to = Combo(self.tr("Till"))
        self.text = Field(
            self.tr("Varför, eller vad som är kvar att göra"),
            help=self.tr("Utan nummer och namn."),
            longest=LINE_LIMIT,
        )
        for part in (self.to, self.text):
            self.body.addWidget(part)
        self._offer(())
        self.confirmed.connect(self._give)
        KeptForm(self, tasks, services, (FormKind.CASE_GIVE, case.id), {"text": self.text})
        ask = partial(services.cases.handlers, case.id)
        tasks.run(self, ask, self._offer, lambda _: None)
        self.to.setFocus()

    def _offer(self, colleagues: tuple[Colleague, ...]) -> None:
        chosen = self.to.value
        options = [
            Option(str(each.id), each.name) for each in colleagues if each.id != self._case.owner
        ]
        if self._case.owner is not None:
            options.append(Option(NOBODY, self.tr("Ingen: vem som helst får ta det")))
        self.to.set_options(options)
        if chosen is not None:
            self.to.choose(chosen)

    def _give(self) -> None:
        value = self.to.value
        if value is None:
            self.to.show_error(self.tr("Välj någon i listan."))
            self.to.setFocus()
            return
        self.set_busy(True)
        owner = None if value == NOBODY else UUID(value)
        verb = partial(
            self._services.cases.assign,
            self._case.id,
            owner,
            upon=self._case.version,
            text=self.text.text(),
        )
        self._tasks.run(self, verb, lambda _: self._done(), self._refuse)

    def _done(self) -> None:
        words = self.tr("{number} har fått en annan handläggare.")
        if Marks.of(self._tasks, self._services).there:  # whose, the centre decides
            words = self.tr("{number} går till en annan, när centralen har svarat.")
        self.said.emit(words.format(number=self._case.number))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.to.show_error(sentence(error))
        self.to.setFocus()
