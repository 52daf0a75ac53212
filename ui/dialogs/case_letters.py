"""Letters about a case: which, what stands in it, printed or sent by e-mail."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.case_codes import CaseAct, LetterKind, Stage
from kundcenter.domain.case_letters import CaseLetter
from kundcenter.domain.cases import ToldCase
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.dialogs.case_act import CaseActDialog
from ui.dialogs.case_letter import CaseLetterDialog
from ui.labels import label
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.theme.space import spaced
from ui.widgets.buttons import Button
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.field import Field
from ui.widgets.text_area import TextArea

OWN_TEXT = frozenset(set(LetterKind) - {LetterKind.CONFIRMATION})
_ACTS = {
    LetterKind.COUNTER_QUESTION: (CaseAct.ASKED, CaseAct.POSTPONED),
    LetterKind.HAND_OVER: (CaseAct.HANDED_OVER,),
    LetterKind.ANSWER: (CaseAct.ANSWERED,),
}


class LettersDialog(CaseActDialog):
    """`taken` when a letter was printed or sent: the case tells of it then.

    What was asked or answered last is what the letter says, unless it is written anew.
    """

    taken = Signal()

    def __init__(
        self, tasks: Tasks, services: Services, told: ToldCase, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            tasks,
            services,
            told.case,
            translate("LettersDialog", "Brev"),
            name="letter",
            primary=translate("LettersDialog", "Visa sidan och skriv ut"),
            told="",
            parent=parent,
        )
        self._whole = told
        self._own: dict[LetterKind, str] = {}
        choices = [Choice(each, Badge(label(each))) for each in LetterKind]
        self.kind = self._add("kind", ChoiceRow(self.tr("Vilket brev?"), choices))
        self.text = self.add_text(self.tr("Brevets egen text"))
        self.to = self._add("to", Field(self.tr("E-postadress"), longest=254))
        self.to.set_text("" if told.protected else told.case.facts.email)
        self.mail = Button(self.tr("Skicka som e-post"), icon="arrow-right")
        self.look = Button(self.tr("Läs brevet först"), icon="eye")
        self.page = TextArea(self.tr("Så står det i brevet"), fewest=6, most=10)
        self.page.edit.setReadOnly(True)
        self.page.hide()
        row = QWidget()
        across = spaced(QHBoxLayout(row), gap="s")
        across.addWidget(self.look)
        across.addWidget(self.mail)
        across.addStretch()
        self.add(row)
        self.add(self.page)
        self.kind.choose(_likely(told))
        self._show_kind()
        self.remember()
        self._kind = self.chosen
        self.kind.chosen.connect(self._on_kind)
        self.look.clicked.connect(self._ask_preview)
        self.mail.clicked.connect(self._take_mail)
        ready = services.case_mail.ready
        self.mail.setVisible(ready)
        self.to.setVisible(ready)

    @property
    def chosen(self) -> LetterKind:
        return LetterKind(self.kind.value or LetterKind.CONFIRMATION)

    @property
    def written(self) -> bool:
        """What is proposed for each letter is proposed again."""
        own = self._own | {self._kind: self.text.text()}
        return any(
            text != _said(self._whole, kind) for kind, text in own.items() if kind in OWN_TEXT
        )

    def _on_kind(self, _: str) -> None:
        self._own[self._kind] = self.text.text()
        self._kind = self.chosen
        self._show_kind()

    def _show_kind(self) -> None:
        kind = self.chosen
        self.text.setVisible(kind in OWN_TEXT)
        self.text.set_text(self._own.get(kind, _said(self._whole, kind)))
        self.page.hide()

    def _body(self) -> str:
        return self.text.text() if self.chosen in OWN_TEXT else ""

    # -- to be read first ----------------------------------------------------------------------

    def _ask_preview(self) -> None:
        self._trouble.hide()
        verb = partial(self._services.cases.preview, self._case.id, self.chosen, self._body())
        self._tasks.run(self, verb, self._show_page, self._refuse, topic="letter")

    def _show_page(self, letter: CaseLetter) -> None:
        self.page.set_text(letter.text())
        self.page.show()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.make_room()

    # -- printed -------------------------------------------------------------------------------

    def _go_on(self) -> None:
        self._trouble.hide()
        args = (self._tasks, self._services, self._case.id, self.chosen)
        dialog = CaseLetterDialog(*args, text=self._body(), parent=self)
        dialog.said.connect(self._printed)
        dialog.finished.connect(lambda _: self.taken.emit())
        dialog.open()

    def _printed(self, words: str) -> None:
        self.said.emit(words)
        self.accept()

    # -- sent ----------------------------------------------------------------------------------

    def _take_mail(self) -> None:
        """Written down first; only then it is handed to the mail server."""
        to = self.to.text().strip()
        if not self._services.case_mail.may(to):
            self.to.show_error(
                self.tr("Regionen har inte tillåtit e-post till den adressen. Skicka ett brev.")
            )
            self.to.setFocus()
            return
        self._trouble.hide()
        self.set_busy(True)
        verb = partial(
            self._services.cases.take_mail,
            self._case.id,
            self.chosen,
            to,
            self._body(),
            allowed=self._services.case_mail.allowed,
        )
        self._tasks.run(self, verb, partial(self._send, to), self._refuse)

    def _send(self, to: str, letter: CaseLetter) -> None:
        self.taken.emit()
        work = partial(self._services.case_mail.send, letter, to)
        sent = partial(self._on_sent, letter.kind)
        failed = partial(self._on_failed, letter.kind)
        self._tasks.run(self, work, sent, failed, lane=Lane.OUTSIDE)

    def _on_sent(self, kind: LetterKind, _: object) -> None:
        self._note(kind, failed=False)
        self.said.emit(self.tr("Brevet är lämnat till e-postservern."))
        self.accept()

    def _on_failed(self, kind: LetterKind, error: KundcenterError) -> None:
        self._note(kind, failed=True)
        self._refuse(error)

    def _note(self, kind: LetterKind, *, failed: bool) -> None:
        verb = partial(self._services.cases.note_mailed, self._case.id, kind, failed)
        self._tasks.run(self._tasks, verb, refused=lambda _: None)

    def set_busy(self, busy: bool) -> None:
        super().set_busy(busy)
        self.mail.setEnabled(not busy)


def _likely(told: ToldCase) -> LetterKind:
    """What one most likely prints as the case stands."""
    by_stage = {
        Stage.ASKED: LetterKind.COUNTER_QUESTION,
        Stage.ANSWERED: LetterKind.ANSWER,
        Stage.HANDED_OVER: LetterKind.HAND_OVER,
    }
    return by_stage.get(told.case.stage, LetterKind.CONFIRMATION)


def _said(told: ToldCase, kind: LetterKind) -> str:
    """What was asked or answered last."""
    acts = _ACTS.get(kind, ())
    return next((step.text for step in reversed(told.steps) if step.act in acts), "")
