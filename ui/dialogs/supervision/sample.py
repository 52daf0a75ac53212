"""One sample: its calls, each with what was judged of it, and what all of them tell."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.supervision.samples import Picked
from kundcenter.errors import KundcenterError
from kundcenter.services.supervision.samples import OpenSample, SampledLine, SampledLook
from ui.badges import Badge
from ui.dialogs.supervision.judge import JudgeDialog
from ui.dialogs.supervision.sample_paper import SamplePaperDialog
from ui.records import Column, RecordModel
from ui.services import Services
from ui.supervision.live_keeper import LiveKeeper
from ui.supervision.sample_result import SampleResultView
from ui.supervision.sample_words import days_words, judged_badge, levels_words, title_words
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.times import day_and_time
from ui.widgets.buttons import Button
from ui.widgets.choice_row import Choice, Segments
from ui.widgets.dialog import AROUND, Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.page import Page
from ui.widgets.speech import named
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

WIDE, HIGH = 940, 470  # pixels
BESIDES = 120  # pixels of what stands around the list
CALLS, RESULT = "calls", "result"


class SampleDialog(Dialog):
    """The primary button judges the call that is chosen; after that the next one is."""

    def __init__(
        self, tasks: Tasks, services: Services, sample_id: UUID, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("SampleDialog", "Ett urval"),
            primary=translate("SampleDialog", "Bedöm"),
            secondary=translate("SampleDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services, self._id = tasks, services, sample_id
        self._opened: OpenSample | None = None
        self.head = Text("", role="muted", wrap=True)
        self.choice = Segments(
            [
                Choice(CALLS, Badge(self.tr("Samtal"))),
                Choice(RESULT, Badge(self.tr("Resultat"))),
            ],
            dense=True,
        )
        named(self.choice, self.tr("Vad som visas"))
        self.choice.choose(CALLS)
        self.model = self._made_model()
        self.table = RecordTable(
            self.tr("Samtal i urvalet"), self.model, empty=EmptyState(self.tr("Hämtar urvalet"), "")
        )
        self.results = SampleResultView()
        self._told = Text("", role="muted", wrap=True)
        self.again = Button(self.tr("Kontrollera dragningen"), icon="refresh")
        self.again.setVisible(LiveKeeper.of(tasks, services).may(Function.DRAW_SAMPLES))
        self.add_act(self.again)
        self.paper = Button(self.tr("Skriv ut"), icon="print")
        self.paper.setEnabled(False)
        self.add_act(self.paper)
        self._shown = QStackedWidget()
        page = Page("none", "m")
        page.body.addWidget(self.results)
        page.body.addStretch(1)
        self._shown.addWidget(self.table)
        self._shown.addWidget(page)
        for part in (self.head, self.choice, self._shown, self._told):
            self.body.addWidget(part)
        self.body.setStretchFactor(self._shown, 1)
        self.fit_page(page, WIDE, HIGH)
        if self.host is not None:
            room = self.host.height() - round((AROUND + BESIDES) * current().metrics.scale)
            page.setMinimumHeight(max(160, min(page.minimumHeight(), room)))
        self.choice.chosen.connect(lambda _: self._show_choice())
        self.table.chosen.connect(lambda _: self._on_chosen())
        self.table.opened.connect(lambda _: self._judge())
        self.again.clicked.connect(self._draw_again)
        self.paper.clicked.connect(self._ask_pages)
        self.confirmed.connect(self._judge)
        tasks.changed.connect(self._on_changed)
        self.primary.setEnabled(False)
        self._look()

    # -- what there is -------------------------------------------------------------------------

    def _look(self) -> None:
        verb = partial(self._services.samples.open, self._id)
        self._tasks.run(self, verb, self._show, self._refuse, topic="sample")

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("sampled_call"):
            self._look()

    def _show(self, opened: OpenSample) -> None:
        first = self._opened is None
        self._opened = opened
        sample = opened.told.sample
        words = self.tr(
            "{title}. {drawn} av {population} samtal från {days}, frö {seed}. Draget {at} av {by}."
        )
        self.head.setText(
            words.format(
                title=title_words(sample),
                drawn=len(sample.call_ids),
                population=sample.population,
                days=days_words(sample),
                seed=sample.seed,
                at=day_and_time(sample.drawn_at),
                by=opened.told.drawn_by,
            )
        )
        self.model.replace(opened.lines)
        self.results.show_result(opened.result)
        self.paper.setEnabled(True)
        if first:
            self._to_next()
            self.table.setFocus()
        self._on_chosen()

    def _to_next(self) -> None:
        """The cursor goes to the first call that waits to be judged."""
        lines = self._opened.lines if self._opened is not None else ()
        waiting = next((each for each in lines if each.judged is None and not each.own), None)
        if waiting is not None:
            self.table.choose(waiting.call_id)

    def _show_choice(self) -> None:
        self._shown.setCurrentIndex(1 if self.choice.value == RESULT else 0)
        self._on_chosen()

    def _on_chosen(self) -> None:
        line: SampledLine | None = self.table.current
        calls = self.choice.value == CALLS
        self.primary.setEnabled(calls and line is not None and not line.own)
        own = line is not None and line.own and calls
        self._told.setText(
            self.tr("Det är ditt eget samtal. Någon annan bedömer det.") if own else ""
        )

    # -- what is done --------------------------------------------------------------------------

    def _judge(self) -> None:
        line: SampledLine | None = self.table.current
        if line is None or line.own or self.choice.value != CALLS:
            return
        self.set_busy(True)
        verb = partial(self._services.samples.look, self._id, line.call_id)
        self._tasks.run(self, verb, self._ask, self._refuse, topic="look")

    def _ask(self, look: SampledLook) -> None:
        self.set_busy(False)
        dialog = JudgeDialog(self._tasks, self._services, self._id, look, self)
        dialog.accepted.connect(self._on_judged)
        dialog.open()

    def _on_judged(self) -> None:
        """The answer to the question is on its way; the next call is the one after it."""
        line: SampledLine | None = self.table.current
        lines = self._opened.lines if self._opened is not None else ()
        after = [e for e in lines if line is None or e.place > line.place]
        waiting = next((e for e in after if e.judged is None and not e.own), None)
        if waiting is not None:
            self.table.choose(waiting.call_id)
        self.table.setFocus()

    def _draw_again(self) -> None:
        self.set_busy(True)
        verb = partial(self._services.samples.again, self._id)
        self._tasks.run(self, verb, self._tell_again, self._refuse, topic="again")

    def _tell_again(self, picked: Picked) -> None:
        self.set_busy(False)
        self._on_chosen()
        if self._opened is None:
            return
        sample = self._opened.told.sample
        words = self.tr("Dragningen stämmer: samma frö ger samma samtal.")
        if picked.call_ids != sample.call_ids:
            words = self.tr(
                "Samma frö ger i dag {same} av de {drawn} samtalen: dagarna har nu {now} samtal,"
                " mot {then} när urvalet drogs."
            ).format(
                same=len(set(picked.call_ids) & set(sample.call_ids)),
                drawn=len(sample.call_ids),
                now=picked.population,
                then=sample.population,
            )
        self._told.setText(words)

    def _ask_pages(self) -> None:
        if self._opened is None:
            return
        sample = self._opened.told.sample
        dialog = SamplePaperDialog(self._tasks, self._services, sample, self)
        dialog.said.connect(self._told.setText)
        dialog.open()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._on_chosen()
        self._told.setText(sentence(error))

    def _made_model(self) -> RecordModel[SampledLine]:
        return RecordModel[SampledLine](
            (
                Column(
                    self.tr("Nr"),
                    lambda each: str(each.place),
                    sort=lambda each: each.place,
                    figures=True,
                    width=4,
                ),
                Column(
                    self.tr("Samtal"),
                    lambda each: day_and_time(each.queued_at) if each.queued_at else "–",
                    sort=lambda each: each.queued_at,
                    figures=True,
                    width=17,
                ),
                Column(self.tr("Bedömning"), self._state, badge=_badge, width=20),
                Column(
                    self.tr("Given och rätt nivå"),
                    lambda each: levels_words(each.judged.judgement) if each.judged else "",
                ),
                Column(self.tr("Av"), lambda each: each.judge, width=14),
            ),
            key=lambda each: each.call_id,
            parent=self,
        )

    def _state(self, line: SampledLine) -> str:
        badge = _badge(line)
        if badge is not None:
            return badge.text
        return self.tr("Eget samtal") if line.own else ""


def _badge(line: SampledLine) -> Badge | None:
    return judged_badge(line.judged.judgement if line.judged else None)
