"""What a knowledge card has been: every version, the latest first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.service_desk.topics import Topic
from kundcenter.errors import KundcenterError
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.times import day_and_time
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.page import Page
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

WIDE, HIGH = 860, 460  # pixels
LINES = 5


class VersionsDialog(Dialog):
    """`said` carries a sentence for a notice."""

    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, topic: Topic, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("VersionsDialog", "Kortets versioner"),
            sentence=topic.told.title,
            primary=translate("VersionsDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services, self._topic = tasks, services, topic
        self.model = RecordModel[Topic](
            (
                Column(
                    self.tr("Version"),
                    lambda each: str(each.number),
                    sort=lambda each: each.number,
                    figures=True,
                    width=8,
                ),
                Column(
                    self.tr("Ändrad"),
                    lambda each: day_and_time(each.changed_at),
                    figures=True,
                    width=16,
                ),
                Column(self.tr("Läge"), self._state, width=14),
                Column(self.tr("Rubrik"), lambda each: each.told.title),
            ),
            key=lambda each: each.number,
            parent=self,
        )
        self._empty = EmptyState(self.tr("Hämtar versionerna"), icon="list")
        self.table = RecordTable(self.tr("Versioner"), self.model, empty=self._empty)
        self.table.setFixedHeight(round((LINES + 1) * current().metrics.row))
        self.told = Text("", wrap=True)
        self.facts = Text("", role="muted", wrap=True)
        self.restore = Button(self.tr("Ta i bruk igen"), icon="undo")
        self.restore.setVisible(
            topic.retired_at is not None
            and DirectoryKeeper.of(tasks, services).may(Function.EDIT_TOPICS)
        )
        page = Page("none", "m")
        for part in (self.table, self.facts, self.told):
            page.body.addWidget(part)
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self.add_act(self.restore)
        self.fit_page(page, WIDE, HIGH)
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        self.table.chosen.connect(lambda _: self._show_one())
        self.restore.clicked.connect(self._restore)
        verb = partial(services.topics.versions, topic.id)
        tasks.run(self, verb, self._show, self._refuse)

    def _state(self, each: Topic) -> str:
        return self.tr("Ur bruk") if each.retired_at is not None else self.tr("I bruk")

    def _show(self, versions: tuple[Topic, ...]) -> None:
        self.model.replace(reversed(versions))
        self.table.selectRow(0)
        self._show_one()

    def _show_one(self) -> None:
        each = self.table.current
        if not isinstance(each, Topic):
            return
        words = self.tr("{heading}. Svarar för kortet: {owner}. Granskat: {day}.")
        day = each.told.reviewed_on
        self.facts.setText(
            words.format(
                heading=label(each.told.heading),
                owner=each.told.owner,
                day=day.isoformat() if day is not None else "–",
            )
        )
        self.told.setText(each.told.text)

    def _restore(self) -> None:
        self.restore.setEnabled(False)
        topic = self._topic
        verb = partial(self._services.topics.restore, topic.id, upon=topic.number)
        self._tasks.run(self, verb, self._on_restored, self._refuse)

    def _on_restored(self, _: Changes) -> None:
        self.said.emit(self.tr("Kortet är i bruk igen."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.facts.setText(sentence(error))
