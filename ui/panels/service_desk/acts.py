"""What one does at the service desk: count a question, send it on, write the cards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.calls import CallState
from kundcenter.domain.service_desk.questions import QuestionDraft
from kundcenter.domain.service_desk.topics import Heading, Topic
from ui.actions import Action
from ui.dialogs.service_desk.counts import CountsDialog
from ui.dialogs.service_desk.topic import TopicDialog
from ui.dialogs.service_desk.unanswered import UnansweredDialog
from ui.dialogs.service_desk.versions import VersionsDialog
from ui.dialogs.service_desk.waiting import WaitingDialog
from ui.directory_keeper import DirectoryKeeper
from ui.in_hand import InHand
from ui.keys import keys
from ui.labels import label
from ui.panels.service_desk.axes import AxesBar
from ui.services import Services
from ui.tasks import Tasks
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.dialog import Dialog
from ui.widgets.speech import named

_OPEN = {CallState.TALKING, CallState.HELD, CallState.WRAP_UP}


class ServiceActs(QObject):
    """`said` a sentence and `refused` an error, for a notice; `saved` the id of a card; `noted`
    when a question is done with.
    """

    said = Signal(str)
    refused = Signal(object)
    saved = Signal(object)
    noted = Signal()

    def __init__(self, tasks: Tasks, services: Services, axes: AxesBar, page: QWidget) -> None:
        super().__init__(page)
        self._tasks, self._services, self._axes, self._page = tasks, services, axes, page
        self._directory = DirectoryKeeper.of(tasks, services)
        self._topic: Topic | None = None
        self._heading: Heading | None = None
        self._typed = ""
        self.answered = Button(
            self.tr("Kortet svarade"),
            ButtonKind.PRIMARY,
            icon="check",
            keys=Action.SERVICE_ANSWERED,
        )
        self.referred = Button(
            self.tr("Hänvisad"), icon="arrow-right", keys=Action.SERVICE_REFERRED
        )
        self.ask = Button(self.tr("Obesvarad"), icon="help", keys=Action.SERVICE_ASK)
        self.edit = Button(self.tr("Ändra"), icon="pen", keys=Action.SERVICE_EDIT)
        self.versions = Button(self.tr("Versioner"), icon="list", keys=Action.SERVICE_VERSIONS)
        self.new = Button(self.tr("Nytt kort"), icon="plus", keys=Action.SERVICE_NEW)
        self.waiting = Button(
            self.tr("Obesvarade frågor"), icon="help", keys=Action.SERVICE_WAITING
        )
        self.counts = Button(self.tr("Antal"), icon="list", keys=Action.SERVICE_COUNTS)
        acts: tuple[tuple[Button, Action, Callable[[], object]], ...] = (
            (self.answered, Action.SERVICE_ANSWERED, self._note_answer),
            (self.referred, Action.SERVICE_REFERRED, self._note_referral),
            (self.ask, Action.SERVICE_ASK, self._ask_unanswered),
            (self.edit, Action.SERVICE_EDIT, self._ask_edit),
            (self.versions, Action.SERVICE_VERSIONS, self._show_versions),
            (self.new, Action.SERVICE_NEW, self._ask_new),
            (self.waiting, Action.SERVICE_WAITING, self._show_waiting_list),
            (self.counts, Action.SERVICE_COUNTS, self._show_counts),
        )
        for button, action, act in acts:
            button.clicked.connect(act)
            keys().bind(page, action, partial(_strike, button))

    @property
    def of_all(self) -> tuple[Button, ...]:
        return self.counts, self.waiting, self.new

    @property
    def of_one(self) -> tuple[Button, ...]:
        return self.edit, self.versions

    @property
    def of_question(self) -> tuple[Button, ...]:
        return self.ask, self.referred, self.answered

    def show_rights(self) -> None:
        """What the operator's roles do not include is not offered."""
        edits = self._directory.may(Function.EDIT_TOPICS)
        for button in (self.edit, self.new, self.waiting, self.counts):
            button.setVisible(edits)

    def show_waiting(self, count: int) -> None:
        """How many questions wait for the editor."""
        plain = self.tr("Obesvarade frågor")
        self.waiting.setText(f"{plain} ({count})" if count else plain)
        named(self.waiting, self.waiting.text(), self.waiting.accessibleDescription())

    def show_topic(self, topic: Topic | None, heading: Heading | None, typed: str) -> None:
        """What the acts are about."""
        self._topic, self._heading, self._typed = topic, heading, typed
        self.versions.setEnabled(topic is not None)
        for button in (self.answered, self.edit):
            button.setEnabled(self._in_use)

    @property
    def _in_use(self) -> bool:
        return self._topic is not None and self._topic.retired_at is None

    # -- a question ----------------------------------------------------------------------------

    def _draft(self, topic: Topic | None, heading: Heading | None = None) -> QuestionDraft:
        chosen = heading or self._heading or Heading.OTHER
        return QuestionDraft(
            axes=self._axes.axes,
            handler=self._axes.chosen_handler,
            heading=topic.told.heading if topic is not None else chosen,
            topic_id=topic.id if topic is not None else None,
            call_id=self._call_id,
        )

    @property
    def _call_id(self) -> UUID | None:
        """The call that the question came with, if one is in hand."""
        hand = self._page.window().findChild(InHand)
        call = hand.current if hand is not None else None
        return call.id if call is not None and call.state in _OPEN else None

    def _note_answer(self) -> None:
        topic = self._topic
        if topic is not None:
            words = self.tr("Antecknat: {title}.").format(title=topic.told.title)
            self._note(self._draft(topic), words)

    def _note_referral(self) -> None:
        words = self.tr("Antecknat: hänvisad till {who}.")
        who = label(self._axes.chosen_handler)
        self._note(self._draft(None), words.format(who=who))

    def _note(self, draft: QuestionDraft, words: str) -> None:
        for button in self.of_question:
            button.setEnabled(False)  # until it is known: it is one question
        verb = partial(self._services.questions.note, draft)
        self._tasks.run(self, verb, partial(self._on_noted, words), self._refuse)

    def _on_noted(self, words: str, _: Changes) -> None:
        self._free()
        self.said.emit(words)
        self.noted.emit()

    def _refuse(self, error: object) -> None:
        self._free()
        self.refused.emit(error)

    def _free(self) -> None:
        for button in (self.ask, self.referred):
            button.setEnabled(True)
        self.answered.setEnabled(self._in_use)

    def _ask_unanswered(self) -> None:
        dialog = UnansweredDialog(
            self._tasks,
            self._services,
            self._draft(None),
            typed=self._typed,
            parent=self._page.window(),
        )
        dialog.noted.connect(self.noted)
        self._open(dialog)

    # -- the cards -----------------------------------------------------------------------------

    def _ask_new(self) -> None:
        self._edit(TopicDialog(self._tasks, self._services, parent=self._page.window()))

    def _ask_edit(self) -> None:
        if self._topic is not None:
            window = self._page.window()
            self._edit(TopicDialog(self._tasks, self._services, self._topic, parent=window))

    def _edit(self, dialog: TopicDialog) -> None:
        dialog.saved.connect(self.saved)
        self._open(dialog)

    def _show_versions(self) -> None:
        if self._topic is not None:
            window = self._page.window()
            self._open(VersionsDialog(self._tasks, self._services, self._topic, parent=window))

    def _show_waiting_list(self) -> None:
        dialog = WaitingDialog(self._tasks, self._services, parent=self._page.window())
        dialog.saved.connect(self.saved)
        self._open(dialog)

    def _show_counts(self) -> None:
        self._open(CountsDialog(self._tasks, self._services, parent=self._page.window()))

    def _open(self, dialog: Dialog) -> None:
        dialog.said.connect(self.said)  # type: ignore[attr-defined]
        dialog.open()


def _strike(button: Button) -> None:
    """A key does what its button does: nothing while that is not offered."""
    if button.isVisible():
        button.click()
