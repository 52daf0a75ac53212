"""A letter about a case: how it looks, which printer.  That it was taken is noted in the case."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.case_codes import LetterKind
from kundcenter.domain.case_letters import CaseLetter
from kundcenter.errors import KundcenterError
from ui.dialogs.paper import PaperDialog
from ui.labels import label
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.widgets.banner import Banner


class CaseLetterDialog(PaperDialog):
    """`text` is the letter's own part: the question, the answer.

    The letter is taken as soon as it is opened: who asked for it has decided already.
    """

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        case_id: UUID,
        kind: LetterKind,
        *,
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            tasks,
            label(kind),
            sentence=translate(
                "CaseLetterDialog", "Brevet noteras i ärendet med tid och ditt namn."
            ),
            primary=translate("CaseLetterDialog", "Visa sidan"),
            job="Brev",
            file="brev",
            parent=parent,
        )
        self._services = services
        self._about = (case_id, kind, text)
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self._trouble.hide()
        self.body.insertWidget(0, self._trouble)

    def open(self) -> None:
        super().open()
        self.take()

    def take(self) -> None:
        self.set_busy(True)
        self._trouble.hide()
        verb = partial(self._services.cases.take_letter, *self._about)
        self._tasks.run(self, verb, self._set_page, self.refuse)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._trouble.say(sentence(error))
        self._trouble.show()

    def _set_page(self, letter: CaseLetter) -> None:
        work = partial(self._services.papers.case_letter, letter)
        self._tasks.run(self, work, self.keep, self.refuse, lane=Lane.OUTSIDE)
