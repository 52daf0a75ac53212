"""What was said of a text, what was answered, and one answer more from whoever owns it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.drafts import FormKind
from kundcenter.domain.supervision.feedback import TEXT_LIMIT, FeedbackState
from kundcenter.errors import KundcenterError
from kundcenter.services.supervision.feedback import ToldFeedback
from ui.badges import Badge
from ui.kept_form import KeptForm
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.times import day_and_time
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.page import Page
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

WIDE, HIGH = 680, 420  # pixels
ANSWERS = (FeedbackState.TAKEN_UP, FeedbackState.CHANGED, FeedbackState.DECLINED)


class FeedbackAnswerDialog(Dialog):
    """With `answers` one may answer, else it is only read.  `said` carries a sentence."""

    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        told: ToldFeedback,
        *,
        answers: bool,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        close = translate("FeedbackAnswerDialog", "Stäng")
        super().__init__(
            translate("FeedbackAnswerDialog", "Återkoppling"),
            sentence=translate("FeedbackAnswerDialog", "{about}: {name}").format(
                about=label(told.feedback.draft.about), name=told.feedback.draft.name
            ),
            primary=translate("FeedbackAnswerDialog", "Svara") if answers else close,
            secondary=close,
            parent=parent,
        )
        self._tasks, self._services, self._told = tasks, services, told
        feedback = told.feedback
        words = translate("FeedbackAnswerDialog", "{name}, {at}: {text}")
        said = [
            words.format(
                name=told.sender, at=day_and_time(feedback.sent_at), text=feedback.draft.text
            )
        ]
        answered = translate("FeedbackAnswerDialog", "{state}, {at}. {text}")
        said += [
            answered.format(state=label(each.state), at=day_and_time(each.at), text=each.text)
            for each in feedback.answers
        ]
        page = Page("none", "m")
        for line in said:
            page.body.addWidget(Text(line, wrap=True))
        self.state = ChoiceRow(
            self.tr("Svar"), [Choice(each, Badge(label(each))) for each in ANSWERS]
        )
        self.text = TextArea(self.tr("Med egna ord"), fewest=2, most=5, longest=TEXT_LIMIT)
        if answers:
            page.body.addWidget(self.state)
            page.body.addWidget(self.text)
            key = (FormKind.FEEDBACK_ANSWER, feedback.id)
            KeptForm(self, tasks, services, key, {"text": self.text})
            self.confirmed.connect(self._answer)
        else:
            self.secondary.hide()
            self.confirmed.connect(self.accept)
            for part in (self.state, self.text):
                part.setParent(self)
                part.hide()
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)

    def _answer(self) -> None:
        if self.state.value is None:
            self.state.show_error(self.tr("Välj vad det blir av det."))
            self.state.take_focus()
            return
        self.set_busy(True)
        state = FeedbackState(self.state.value)
        verb = partial(
            self._services.feedback.answer, self._told.feedback.id, state, self.text.text()
        )
        self._tasks.run(self, verb, lambda _: self._answered(), self._refuse)

    def _answered(self) -> None:
        self.said.emit(self.tr("Svaret är sparat."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.text.show_error(sentence(error))
        self.text.setFocus()
