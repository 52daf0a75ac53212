"""What nobody could answer: the editor writes a card, points at one, or puts it aside."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.service_desk.questions import Question
from kundcenter.domain.service_desk.topics import TITLE_LIMIT, Topic
from kundcenter.errors import KundcenterError
from ui.dialogs.service_desk.topic import TopicDialog
from ui.labels import label
from ui.records import Column, RecordModel
from ui.service_desk.topic_keeper import TopicKeeper
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.times import day_and_time
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.finder import Finder
from ui.widgets.page import Page
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

WIDE, HIGH = 980, 500  # pixels
LINES, FEW = 4, 2
LARGE = 1.25


class WaitingDialog(Dialog):
    """`said` carries a sentence for a notice, `saved` the id of a card that was written."""

    said = Signal(str)
    saved = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("WaitingDialog", "Obesvarade frågor"),
            sentence=translate("WaitingDialog", "Den äldsta först."),
            primary=translate("WaitingDialog", "Skriv ett kort"),
            secondary=translate("WaitingDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._keeper = TopicKeeper.of(tasks, services)
        self.model = RecordModel[Question](
            (
                Column(self.tr("Ställd"), lambda each: day_and_time(each.at), width=16),
                Column(self.tr("Område"), lambda each: label(each.draft.heading), width=20),
                Column(
                    self.tr("Fråga"),
                    lambda each: " ".join(each.draft.unanswered.split()),
                    tip=lambda each: each.draft.unanswered,
                ),
            ),
            key=lambda each: each.id,
            parent=self,
        )
        self._empty = EmptyState(self.tr("Hämtar frågorna"), icon="help")
        self.table = RecordTable(self.tr("Obesvarade frågor"), self.model, empty=self._empty)
        lines = FEW if current().metrics.scale >= LARGE else LINES
        self.table.setFixedHeight(round((lines + 1) * current().metrics.row))
        self.text = Text("", wrap=True)
        self.card = Finder(
            self.tr("Kort som svarar redan"),
            RecordModel[Topic](
                (Column(self.tr("Kort"), lambda each: each.told.title),),
                key=lambda each: each.id,
                parent=self,
            ),
            list_name=self.tr("Kunskapskort"),
            empty=EmptyState(self.tr("Sök det kort som svarar"), icon="search"),
        )
        self.card.table.setFixedHeight(round((FEW + 1.5) * current().metrics.row))
        self.settle = Button(self.tr("Kortet svarar"), icon="check")
        self.aside = Button(self.tr("Utan kort"), icon="close")
        page = Page("none", "m")
        for part in (self.table, self.text, self.card):
            page.body.addWidget(part)
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self.add_act(self.aside)
        self.add_act(self.settle)
        self.fit_page(page, WIDE, HIGH)
        self.table.chosen.connect(lambda _: self._show_one())
        self.table.opened.connect(lambda _: self._write())
        self.card.typed.connect(self._find)
        self.settle.clicked.connect(self._settle_with_card)
        self.aside.clicked.connect(lambda: self._settle(None))
        self.confirmed.connect(self._write)
        self._read()

    @property
    def current(self) -> Question | None:
        found = self.table.current
        return found if isinstance(found, Question) else None

    def _read(self) -> None:
        self._tasks.run(self, self._services.questions.waiting, self._show, self._refuse)

    def _show(self, waiting: tuple[Question, ...]) -> None:
        self._empty.say(self.tr("Inget väntar"), icon="check-circle")
        self.model.replace(waiting)
        if waiting:
            self.table.selectRow(0)
        self._show_one()

    def _show_one(self) -> None:
        each = self.current
        self.text.setText(each.draft.unanswered if each is not None else "")
        for button in (self.primary, self.aside):
            button.setEnabled(each is not None)
        self.settle.setEnabled(each is not None and self.card.current is not None)

    def _find(self, text: str) -> None:
        self.card.show_records(self._keeper.index.find(text)[:20] if text.strip() else ())
        self._show_one()

    def _settle_with_card(self) -> None:
        topic = self.card.current
        if isinstance(topic, Topic):
            self._settle(topic.id)

    def _settle(self, topic_id: UUID | None) -> None:
        each = self.current
        if each is None:
            return
        for button in (self.settle, self.aside):
            button.setEnabled(False)  # until it is known: it is settled once
        verb = partial(self._services.questions.settle, each.id, topic_id)
        self._tasks.run(self, verb, self._on_settled, self._refuse)

    def _on_settled(self, _: Changes) -> None:
        self.said.emit(self.tr("Frågan är omhändertagen."))
        self.card.field.set_text("")
        self._read()

    def _write(self) -> None:
        each = self.current
        if each is None:
            return
        title = " ".join(each.draft.unanswered.split())[:TITLE_LIMIT]
        dialog = TopicDialog(
            self._tasks, self._services, title=title, heading=each.draft.heading, parent=self
        )
        dialog.said.connect(self.said)
        dialog.saved.connect(self._on_written)
        dialog.open()

    def _on_written(self, topic_id: UUID) -> None:
        self.saved.emit(topic_id)
        self._settle(topic_id)

    def _refuse(self, error: KundcenterError) -> None:
        self.text.setText(sentence(error))
        self._show_buttons_again()

    def _show_buttons_again(self) -> None:
        self.aside.setEnabled(self.current is not None)
        self.settle.setEnabled(self.current is not None and self.card.current is not None)
