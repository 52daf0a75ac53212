"""What is learned from: reviewed calls, feedback on content, deviations, approvals due."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.grounds import Ground
from kundcenter.services.supervision.call_reviews import ToldReview
from kundcenter.services.supervision.feedback import ToldFeedback
from ui.actions import Action
from ui.badges import Badge
from ui.dialogs.supervision.feedback import FeedbackDialog
from ui.dialogs.supervision.feedback_answer import FeedbackAnswerDialog
from ui.dialogs.supervision.review import ReviewDialog
from ui.dialogs.supervision.review_draw import ReviewDrawDialog
from ui.dialogs.supervision.samples import SamplesDialog
from ui.directory_keeper import DirectoryKeeper
from ui.keys import keys
from ui.panels.entry import EntryDialog
from ui.panels.supervision.quality_lists import FUNCTIONS, QualityList, lists_of, model_of
from ui.records import RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.choice_row import Choice, Segments
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.head import Head
from ui.widgets.speech import named
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

HERE = ("call_review", "feedback", "pack", "rules", "snippet", "topic", "referral")


class QualityView(QWidget):
    """`said` carries a sentence, `refused` an error, for a notice."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._lists = lists_of(services)
        self._offered = tuple(each for each in QualityList if self._keeper.may(FUNCTIONS[each]))
        self._listing = self._offered[0] if self._offered else QualityList.SENT
        self.models: dict[QualityList, RecordModel[Any]] = {}
        self.tables: dict[QualityList, RecordTable] = {}
        self._drawn: tuple[UUID, ...] = ()  # reviews that have just begun, and are not shown yet
        self._stack = QStackedWidget()
        for each in self._offered:
            self._add(each)
        self.part = Segments(
            [Choice(each, Badge(self._lists[each].name)) for each in self._offered], dense=True
        )
        named(self.part, self.tr("Vilken lista"))
        self.part.choose(self._listing)
        self.words = Text("", Type.SMALL, role="muted", wrap=True)
        self.open_ = Button(self.tr("Öppna"), ButtonKind.PRIMARY, icon="note", keys="Return")
        self.draw = Button(self.tr("Dra samtal"), icon="headset", keys=Action.REVIEW_DRAW)
        self.tell = Button(self.tr("Återkoppla"), icon="pen", keys=Action.FEEDBACK_NEW)
        self.samples = Button(
            self.tr("Urval för bedömning"), icon="check-circle", keys=Action.SAMPLES
        )
        column = spaced(QVBoxLayout(self), "none", "m")
        column.addWidget(self.part)
        column.addWidget(self._stack, 1)
        column.addWidget(self.words)
        column.addWidget(Head((), (self.samples, self.draw, self.tell, self.open_)))
        may = self._keeper.may
        self.draw.setVisible(may(Function.REVIEW_CALLS))
        self.samples.setVisible(may(Function.JUDGE_SAMPLES))
        self.tell.setVisible(may(Function.GIVE_FEEDBACK))
        self._listen()
        self._show_acts()

    # -- what the page asks --------------------------------------------------------------------

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Read again what is shown."""
        listing = self._listing
        if listing not in self._offered:
            return
        work = partial(self._lists[listing].read, self._services, self._services.now())
        then = partial(self._show, listing)
        self._tasks.run(self, work, then, self.refused.emit, topic="quality")

    def forget(self) -> None:
        """The operator has left."""
        for model in self.models.values():
            model.replace(())

    @property
    def table(self) -> RecordTable:
        """The list in sight."""
        return self.tables[self._listing]

    @property
    def listing(self) -> QualityList:
        return self._listing

    @property
    def offered(self) -> tuple[QualityList, ...]:
        """The lists that are the operator's to see."""
        return self._offered

    def show_listing(self, listing: QualityList) -> None:
        """Another list, if it is the operator's to see."""
        if listing in self._offered:
            self._listing = listing
            self.part.choose(listing)
            self._stack.setCurrentWidget(self.table)
            self._show_acts()
            self.refresh()

    def open_review(self, review_id: UUID) -> None:
        """Show one review."""
        dialog = ReviewDialog(self._tasks, self._services, review_id, self.window())
        dialog.entry_wanted.connect(partial(self._open_entry, dialog))
        self._ask(dialog)

    # -- what is shown -------------------------------------------------------------------------

    def _add(self, listing: QualityList) -> None:
        shown = self._lists[listing]
        self.models[listing] = model = model_of(shown, self)
        table = RecordTable(shown.name, model, empty=EmptyState(shown.nothing, icon="check-circle"))
        table.sort_by(0, Qt.SortOrder.DescendingOrder if listing in _LATEST else _FIRST)
        table.opened.connect(lambda _: self._open())
        table.chosen.connect(lambda _: self._show_acts())
        self.tables[listing] = table
        self._stack.addWidget(table)

    def _show(self, listing: QualityList, found: Sequence[object]) -> None:
        self.models[listing].replace(found)
        shown = {self._lists[listing].key(each) for each in found}
        drawn = next((id for id in self._drawn if id in shown), None)
        if listing is QualityList.REVIEWS and drawn is not None:
            self.tables[listing].choose(drawn)
            self._drawn = ()
        self._show_acts()

    def _show_acts(self) -> None:
        self.words.setText(self._lists[self._listing].words)
        chosen = self.table.current if self._offered else None
        self.open_.setEnabled(isinstance(chosen, ToldReview | ToldFeedback))

    def _listen(self) -> None:
        self._tasks.changed.connect(self._on_changed)
        self.part.chosen.connect(lambda value: self.show_listing(QualityList(value)))
        self.open_.clicked.connect(self._open)
        self.draw.clicked.connect(self._ask_draw)
        self.tell.clicked.connect(self._ask_tell)
        self.samples.clicked.connect(self._ask_samples)
        for action, button in (
            (Action.REVIEW_DRAW, self.draw),
            (Action.FEEDBACK_NEW, self.tell),
            (Action.SAMPLES, self.samples),
        ):
            keys().bind(self, action, partial(_strike, button))

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and any(each.kind in HERE for each in changes.items):
            self.refresh()

    # -- what is done --------------------------------------------------------------------------

    def _open(self) -> None:
        chosen = self.table.current
        if isinstance(chosen, ToldReview):
            self.open_review(chosen.review.id)
        elif isinstance(chosen, ToldFeedback):
            answers = self._listing is QualityList.FEEDBACK
            need = (self._tasks, self._services, chosen)
            self._ask(FeedbackAnswerDialog(*need, answers=answers, parent=self.window()))

    def _ask_draw(self) -> None:
        dialog = ReviewDrawDialog(self._tasks, self._services, self.window())
        dialog.drawn.connect(self._on_drawn)
        self._ask(dialog)

    def _on_drawn(self, review_ids: tuple[UUID, ...]) -> None:
        """One of them is chosen when the list has them: Enter begins with it."""
        self._drawn = review_ids
        self.show_listing(QualityList.REVIEWS)

    def _ask_tell(self) -> None:
        self._ask(FeedbackDialog(self._tasks, self._services, self.window()))

    def _ask_samples(self) -> None:
        self._ask(SamplesDialog(self._tasks, self._services, self.window()))

    def _open_entry(self, over: QWidget, entry_id: UUID, ground: Ground) -> None:
        EntryDialog(self._tasks, self._services, entry_id, ground, over).open()

    def _ask(self, dialog: Dialog) -> None:
        said = getattr(dialog, "said", None)
        if said is not None:
            said.connect(self.said)
        dialog.finished.connect(self.refresh)
        dialog.open()


_LATEST = {QualityList.REVIEWS, QualityList.MINE, QualityList.FEEDBACK, QualityList.SENT}
_FIRST = Qt.SortOrder.AscendingOrder


def _strike(button: Button) -> None:
    if button.isVisible() and button.isEnabled():
        button.click()
