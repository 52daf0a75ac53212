"""The baseline samples: those that have been drawn, and the way to a new one."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.errors import KundcenterError
from kundcenter.services.supervision.samples import ToldSample
from ui.dialogs.supervision.sample import SampleDialog
from ui.dialogs.supervision.sample_draw import SampleDrawDialog
from ui.records import Column, RecordModel
from ui.services import Services
from ui.supervision.live_keeper import LiveKeeper
from ui.supervision.sample_words import days_words, title_words
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.times import day_and_time
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

WIDE = 860  # pixels
LINES, FEW = 7, 4  # in sight; the fewer in large text
LARGE = 1.25


class SamplesDialog(Dialog):
    """`said` carries a sentence."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("SamplesDialog", "Urval för bedömning"),
            sentence=translate(
                "SamplesDialog",
                "Samtal väljs genom lottning. Någon annan än den som hade samtalet bedömer om"
                " vårdnivån var den rätta.",
            ),
            primary=translate("SamplesDialog", "Öppna"),
            secondary=translate("SamplesDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._wanted: UUID | None = None  # to be chosen when it comes
        self.model = self._made_model()
        self.table = RecordTable(
            self.tr("Urval"), self.model, empty=EmptyState(self.tr("Inget urval är draget"), "")
        )
        lines = FEW if current().metrics.scale >= LARGE else LINES
        self.table.setFixedHeight(round((lines + 1) * current().metrics.row))
        self._told = Text("", role="muted", wrap=True)
        self.draw = Button(self.tr("Dra ett nytt urval"), icon="filter")
        self.draw.setVisible(LiveKeeper.of(tasks, services).may(Function.DRAW_SAMPLES))
        self.add_act(self.draw)
        self.body.addWidget(self.table)
        self.body.addWidget(self._told)
        self.setMinimumWidth(self._room())
        self.primary.setEnabled(False)
        self.table.chosen.connect(lambda _: self.primary.setEnabled(self.table.current is not None))
        self.table.opened.connect(lambda _: self._open())
        self.draw.clicked.connect(self._ask_draw)
        self.confirmed.connect(self._open)
        tasks.changed.connect(self._on_changed)
        self._look()

    def _room(self) -> int:
        wide = round(WIDE * current().metrics.scale)
        return wide if self.host is None else min(wide, self.host.width() - 48)

    def _look(self) -> None:
        verb = self._services.samples.all
        self._tasks.run(self, verb, self._show, self._refuse, topic="samples")

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("sample") or changes.of("sampled_call"):
            self._look()

    def _show(self, found: tuple[ToldSample, ...]) -> None:
        self.model.replace(found)
        if self._wanted is not None:
            self.table.choose(self._wanted)
            self._wanted = None
        elif found and self.table.current is None:
            self.table.choose(found[0].sample.id)

    def _refuse(self, error: KundcenterError) -> None:
        self._told.setText(sentence(error))

    def _open(self) -> None:
        chosen: ToldSample | None = self.table.current
        if chosen is not None:
            SampleDialog(self._tasks, self._services, chosen.sample.id, self).open()

    def _ask_draw(self) -> None:
        dialog = SampleDrawDialog(self._tasks, self._services, self)
        dialog.drawn.connect(self._on_drawn)
        dialog.open()

    def _on_drawn(self, sample_id: UUID) -> None:
        self._wanted = sample_id
        self.said.emit(self.tr("Urvalet är draget."))
        self.table.setFocus()

    def _made_model(self) -> RecordModel[ToldSample]:
        return RecordModel[ToldSample](
            (
                Column(self.tr("Urval"), lambda each: title_words(each.sample)),
                Column(
                    self.tr("Samtal från"),
                    lambda each: days_words(each.sample),
                    sort=lambda each: (each.sample.start, each.sample.end),
                    width=24,
                ),
                Column(
                    self.tr("Bedömda"),
                    self._progress,
                    sort=lambda each: each.judged,
                    figures=True,
                    width=10,
                ),
                Column(
                    self.tr("Draget"),
                    lambda each: day_and_time(each.sample.drawn_at),
                    sort=lambda each: each.sample.drawn_at,
                    figures=True,
                    width=17,
                ),
                Column(self.tr("Av"), lambda each: each.drawn_by, width=14),
            ),
            key=lambda each: each.sample.id,
            parent=self,
        )

    def _progress(self, told: ToldSample) -> str:
        words = self.tr("{judged} av {drawn}")
        return words.format(judged=told.judged, drawn=len(told.sample.call_ids))
