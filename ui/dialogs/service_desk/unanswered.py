"""A question that no card answers goes to the editor; it names nobody."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.drafts import FORMS, FormKind
from kundcenter.domain.service_desk.questions import UNANSWERED_LIMIT, QuestionDraft
from kundcenter.domain.service_desk.topics import Heading
from kundcenter.errors import KundcenterError
from ui.kept_form import KeptForm
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.text_area import TextArea

WIDE = 620  # pixels


class UnansweredDialog(Dialog):
    """`said` carries a sentence for a notice; `noted` that the question is the editor's."""

    said = Signal(str)
    noted = Signal()

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        draft: QuestionDraft,
        *,
        typed: str = "",
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("UnansweredDialog", "Obesvarad fråga till redaktören"),
            sentence=translate(
                "UnansweredDialog",
                "Skriv frågan, inte vem som ställde den: inga namn, nummer eller sjukdomar.",
            ),
            primary=translate("UnansweredDialog", "Skicka"),
            parent=parent,
        )
        self._tasks, self._services, self._draft = tasks, services, draft
        self.text = TextArea(
            self.tr("Vad frågades det om"), fewest=3, most=6, longest=UNANSWERED_LIMIT
        )
        self.heading = Combo(self.tr("Område"), [Option(each, label(each)) for each in Heading])
        self.heading.choose(draft.heading)
        self.text.set_text(typed)
        self.text.edit.moveCursor(QTextCursor.MoveOperation.End)  # it is begun, and goes on there
        self.body.addWidget(self.text)
        self.body.addWidget(self.heading)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        KeptForm(self, tasks, services, (FormKind.QUESTION, FORMS), {"text": self.text})
        self.confirmed.connect(self._send)

    def _send(self) -> None:
        if not self.text.text().strip():
            self._wrong(self.tr("Skriv vad som frågades."))
            return
        told = replace(
            self._draft,
            unanswered=self.text.text(),
            heading=Heading(self.heading.value or Heading.OTHER),
        )
        self.set_busy(True)
        verb = partial(self._services.questions.note, told)
        self._tasks.run(self, verb, self._on_sent, self._refuse)

    def _on_sent(self, _: Changes) -> None:
        self.said.emit(self.tr("Frågan är skickad till redaktören."))
        self.accept()
        self.noted.emit()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._wrong(sentence(error))

    def _wrong(self, words: str) -> None:
        self.text.show_error(words)
        self.text.setFocus()
