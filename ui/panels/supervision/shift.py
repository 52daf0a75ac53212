"""A shift or another period: its figures against their targets, what is handed over, on paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.limits import Limits
from kundcenter.domain.supervision.periods import PeriodKind, Span
from kundcenter.domain.supervision.roster_terms import RosterTerms, in_force
from kundcenter.domain.supervision.shift_at import Shift, shift_at
from kundcenter.domain.supervision.summary import (
    NOTHING,
    Line,
    QueueLine,
    Summary,
    SummaryOrder,
    clock_said,
    file_name,
)
from kundcenter.domain.supervision.targets import Verdict
from ui.actions import Action
from ui.badges import Badge
from ui.dialogs.supervision.summary import SummaryDialog
from ui.keys import keys
from ui.panels.supervision.shift_rows import (
    USUAL,
    handed_model,
    handed_rows,
    line_model,
    queue_figure,
    queue_model,
)
from ui.printing import save
from ui.services import Services
from ui.supervision.aim_words import aimed_words
from ui.supervision.figure_words import figure_name, shown_definition
from ui.supervision.live_words import verdict_badge
from ui.supervision.span_choice import SpanChoice, span_words
from ui.supervision_words.hand_over_words import shown
from ui.tasks import Lane, Tasks
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.busy import BusyBar
from ui.widgets.button_lines import ButtonLines
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.choice_row import Choice, Segments
from ui.widgets.empty import EmptyState
from ui.widgets.speech import named
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

FILE_DIALOG = 820, 520
LARGE = 1.25  # of the text: then columns give way
FIGURES, LEFT, QUEUES = _PARTS = "figures", "left", "queues"


class ShiftView(QWidget):
    """`said` carries a sentence, `refused` an error, for a notice."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self.summary: Summary | None = None  # what is shown
        self._patterns_known = False
        self.choice = SpanChoice(services.now(), tuple(PeriodKind), kind=PeriodKind.SHIFT)
        self.lines = line_model(self, self._name)
        self.handed = handed_model(self)
        self.queues = queue_model(self, self._name)
        nothing = EmptyState(self.tr("Inga siffror än"), "")
        self.figures = RecordTable(self.tr("Mått mot mål"), self.lines, empty=nothing)
        calm = EmptyState(self.tr("Inget att lämna över"), "")
        self.left = RecordTable(self.tr("Att lämna över"), self.handed, empty=calm)
        quiet = EmptyState(self.tr("Ingen kö har haft samtal"), "")
        self.aims = RecordTable(self.tr("Mål per kö"), self.queues, empty=quiet)
        self.parts = Segments(
            [
                Choice(FIGURES, Badge(self.tr("Mått mot mål"))),
                Choice(LEFT, Badge(self.tr("Att lämna över"))),
                Choice(QUEUES, Badge(self.tr("Mål per kö"))),
            ],
            dense=True,
        )
        named(self.parts, self.tr("Mått, överlämning eller köer"))
        self.parts.choose(FIGURES)
        self._lists = QStackedWidget()
        for table in (self.figures, self.left, self.aims):
            self._lists.addWidget(table)
        self.busy = BusyBar(self.tr("Siffrorna räknas"))
        self._remarks = Text("", Type.SMALL, role="muted", wrap=True)
        self._meaning = Text("", Type.SMALL, role="muted", wrap=True)  # of the figure one stands on
        self._meaning.setMinimumHeight(2 * self._meaning.fontMetrics().lineSpacing())
        self.show_pages = Button(self.tr("Visa och skriv ut"), ButtonKind.PRIMARY, icon="print")
        self.now = Button(self.tr("Skiftet nu"), icon="clock")
        self.as_json = Button(self.tr("Spara JSON"), icon="save")
        self.show_pages.answer_to(Action.SUMMARY_PRINT, cap=True)
        self.now.answer_to(Action.SUMMARY_NOW, cap=True)
        self.as_json.answer_to(Action.SUMMARY_JSON, cap=True)
        self.acts = ButtonLines((self.show_pages, self.now, self.as_json))
        self.acts.show_only((self.show_pages, self.now, self.as_json))
        keys().bind(self, Action.SUMMARY_NEXT, self._next)
        self._lay_out()
        self._listen()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.figures.show_column(USUAL, current().metrics.scale < LARGE)

    @property
    def _list(self) -> RecordTable:
        """The one in sight."""
        return {LEFT: self.left, QUEUES: self.aims}.get(self.parts.value or FIGURES, self.figures)

    def take_focus(self) -> None:
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Read again what is shown; the first time the shift that is handed over."""
        if self._patterns_known:
            self._read()
            return
        look = self._services.roster_terms.current
        self._tasks.run(self, look, self._set_patterns, self.refused.emit, topic="patterns")

    def forget(self) -> None:
        """The operator has left."""
        self.summary = None
        self.lines.replace(())
        self.handed.replace(())
        self.queues.replace(())

    # -- the parts -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        which = spaced(QHBoxLayout(), gap="m")
        which.addWidget(self.parts, 1)
        which.addWidget(self._remarks, 1)
        column = spaced(QVBoxLayout(self), "none", "s")
        column.addWidget(self.choice)
        column.addLayout(which)
        column.addWidget(self.busy)
        column.addWidget(self._lists, 1)
        column.addWidget(self._meaning)
        column.addWidget(self.acts)

    def _listen(self) -> None:
        self.choice.chosen.connect(lambda _: self._read())
        self.parts.chosen.connect(lambda _: self._show_part())
        self.figures.chosen.connect(self._tell_meaning)
        self.aims.chosen.connect(self._tell_queue)
        self.show_pages.clicked.connect(self._ask_pages)
        self.now.clicked.connect(self._show_now)
        self.as_json.clicked.connect(self._ask_where)

    # -- which period --------------------------------------------------------------------------

    def _set_patterns(self, terms: RosterTerms | None) -> None:
        self._patterns_known = True
        patterns, _ = in_force(terms)
        self._patterns = patterns
        self.choice.set_patterns(patterns)
        self._show_now()

    def _show_now(self) -> None:
        """The shift that is handed over, or that goes on; by the day where no shift is worked."""
        if not self._patterns_known:
            return
        look = self._services.roster.shift
        self._tasks.run(self, look, self._show_shift, self._without_roster, topic="shift")

    def _without_roster(self, _: object) -> None:
        """Who may not see who works when is shown the one that began first."""
        self._show_shift(shift_at(self._patterns, self._services.now()))

    def _show_shift(self, found: Shift | None) -> None:
        if found is not None:
            pattern, span = found
            self.choice.show_span(span, pattern.code)
        self._read()

    # -- what is shown -------------------------------------------------------------------------

    @property
    def span(self) -> Span:
        """The period that is chosen."""
        return self.choice.span

    def _read(self) -> None:
        self.busy.set_busy(True)
        look = partial(self._services.summaries.of, SummaryOrder(self.span))
        self._tasks.run(self, look, self._show, self._refuse, topic="summary")

    def _show(self, made: Summary) -> None:
        self.busy.set_busy(False)
        self.summary = made
        self.lines.replace(made.lines)
        self.handed.replace(handed_rows(made.hand_over) if made.hand_over else ())
        self.queues.replace(made.queues)
        against = self.tr("”Brukar” är medel av {periods}").format(periods=shown(made.against))
        told = [
            shown(clock_said(made.span)),
            *([against] if made.against else []),
            *(shown((each,)) for each in made.remarked),
        ]
        self._remarks.setText(" · ".join(told))

    def _refuse(self, error: object) -> None:
        self.busy.set_busy(False)
        self.refused.emit(error)

    def _tell_meaning(self, line: Line | None) -> None:
        """What the figure is, and what it is made of, in the words of its definition."""
        if line is None or self.summary is None:
            self._meaning.setText("")
            return
        meant = shown_definition(FigureCode(line.code), self.summary.limits)
        parts = [meant.text]
        if meant.denominator:
            words = self.tr("Täljare: {above}. Nämnare: {below}.")
            parts.append(words.format(above=meant.numerator, below=meant.denominator))
        if line.verdict is not Verdict.UNJUDGED:
            badge = verdict_badge(line.verdict)
            parts.append(f"{badge.text if badge else ''}: {aimed_words(line)}.")
        if line.usual != NOTHING:
            words = self.tr("Brukar vara {usual}.")
            span = f"{line.usual} ({line.spread})" if line.spread else line.usual
            parts.append(words.format(usual=span))
        self._meaning.setText(" ".join(parts))

    def _tell_queue(self, chosen: QueueLine | None) -> None:
        """What the columns of a queue have no room for."""
        if chosen is None or self.summary is None:
            self._meaning.setText("")
            return
        line = chosen.line
        words = self.tr("{figure}: {shown}, {ratio}. Målet för alla köer gäller: {aim}.")
        if chosen.own:
            words = self.tr("{figure}: {shown}, {ratio}. Kön har ett eget mål: {aim}.")
        told = words.format(
            figure=queue_figure(chosen, self._name(line)),
            shown=line.shown,
            ratio=line.ratio,
            aim=aimed_words(line),
        )
        badge = verdict_badge(line.verdict)
        self._meaning.setText(f"{told} {badge.text}." if badge else told)

    def _name(self, line: Line) -> str:
        """What a figure is called in the screen's language."""
        limits = self.summary.limits if self.summary else Limits()
        return figure_name(FigureCode(line.code), limits)

    def _next(self) -> None:
        """From the figures to what is handed over, to the queues, and back."""
        at = _PARTS.index(self.parts.value or FIGURES)
        self.parts.choose(_PARTS[(at + 1) % len(_PARTS)])
        self._show_part()
        self.take_focus()

    def _show_part(self) -> None:
        self._lists.setCurrentWidget(self._list)
        self._meaning.setVisible(self.parts.value != LEFT)
        if self.parts.value == QUEUES:
            self._tell_queue(self.aims.current)
        else:
            self._tell_meaning(self.figures.current)

    # -- out of the window ---------------------------------------------------------------------

    def _ask_pages(self) -> None:
        span = self.span
        dialog = SummaryDialog(self._tasks, self._services, span, span_words(span), parent=self)
        dialog.said.connect(self.said)
        dialog.open()

    def _ask_where(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Spara som JSON"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("JSON-filer (*.json)"))
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{file_name(self.span)}.json")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setViewMode(QFileDialog.ViewMode.List)
        dialog.resize(*FILE_DIALOG)
        dialog.fileSelected.connect(self.write_to)
        dialog.open()

    def write_to(self, path: str) -> None:
        """Take the figures out, which is logged, and write them whole or not at all."""
        self.busy.set_busy(True)
        verb = partial(self._services.summaries.take_print, SummaryOrder(self.span))
        self._tasks.run(self, verb, partial(self._write, path), self._refuse)

    def _write(self, path: str, made: Summary) -> None:
        work = partial(save, self._services.papers.summary_json(made), path)
        self._tasks.run(self, work, lambda _: self._written(), self._refuse, lane=Lane.OUTSIDE)

    def _written(self) -> None:
        self.busy.set_busy(False)
        self.said.emit(self.tr("Sammanfattningen är sparad som JSON."))
