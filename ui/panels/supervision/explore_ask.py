"""What is asked for in the statistics: by what, which figure, beside what, of which queue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.exploring import (
    QUEUED,
    By,
    Query,
    Split,
    Versus,
    can_split,
    figures_by,
)
from kundcenter.domain.supervision.key_words import QUEUES
from kundcenter.domain.supervision.periods import PeriodKind
from ui.labels import label
from ui.supervision.explore_words import figure_options
from ui.supervision.span_choice import SpanChoice
from ui.theme.space import spaced
from ui.widgets.check import Check
from ui.widgets.combo import Combo, Option
from ui.widgets.fitting import Fitting

COUNT, SHARE = "ANTAL", "ANDEL"
EVERY = ""
FIRST = FigureCode.OFFERED


class ExploreAsk(QWidget):
    """`asked` carries the Query whenever something else has been chosen.

    `distribution` is put where the page has room for it.
    """

    asked = Signal(object)

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.span = SpanChoice(now, kind=PeriodKind.MONTH)
        self.by = Combo(self.tr("Uppdelat efter"), [Option(each, label(each)) for each in By])
        self.by.choose(By.HOUR)
        self.split = Combo(self.tr("Delat på"), [Option(e, label(e)) for e in Split])
        self.split.choose(Split.NONE)
        self.figure = Combo(self.tr("Mått"))
        self.versus = Combo(self.tr("Jämfört med"), [Option(e, label(e)) for e in Versus])
        self.versus.choose(Versus.NONE)
        self.queue = Combo(self.tr("Kö"))
        self.distribution = Check(self.tr("Dölj små tal, för spridning"))
        column = spaced(QVBoxLayout(self), gap="s")
        column.addWidget(self.span)
        column.addWidget(Fitting((self.by, self.split, self.figure, self.versus, self.queue)))
        self.set_queues(())
        self._offer()
        self.span.chosen.connect(lambda _: self._on_by())
        self.by.chosen.connect(lambda _: self._on_by())
        self.split.chosen.connect(lambda _: self._on_by())
        for combo in (self.figure, self.versus, self.queue):
            combo.chosen.connect(lambda _: self._tell())
        self.distribution.toggled.connect(lambda _: self._tell())

    @property
    def query(self) -> Query:
        """What is asked for now."""
        by, value = By(self.by.value or By.HOUR), self.figure.value
        counted = value in {COUNT, SHARE}
        split = self._splits
        figure = None if counted or value is None else FigureCode(value)
        queue = self.queue.value or EVERY
        return Query(
            by,
            self.span.span,
            figure,
            share=value == SHARE,
            versus=Versus.NONE if split else Versus(self.versus.value or Versus.NONE),
            queue=queue if figure in QUEUED and by is not By.QUEUE else EVERY,
            distribution=self.distribution.isChecked(),
            split=Split(self.split.value or Split.NONE) if split else Split.NONE,
        )

    def set_queues(self, queues: Sequence[str]) -> None:
        """Offer these queues."""
        every = Option(EVERY, self.tr("Alla köer"))
        kept = self.queue.value
        self.queue.set_options([every, *(Option(q, QUEUES.get(q, q)) for q in queues)])
        if kept is None or self.queue.value is None:
            self.queue.choose(EVERY)

    def show_query(self, query: Query) -> None:
        """Choose what the query asks for, and tell of it once."""
        self.by.choose(query.by)
        self.split.choose(query.split)
        self.span.show_span(query.span)
        self._offer()
        self.figure.choose(query.figure or (SHARE if query.share else COUNT))
        self.versus.choose(query.versus)
        self._tell()

    @property
    def _splits(self) -> bool:
        """Whether the rows are to be told apart once more, and can be."""
        split, by = self.split.value or Split.NONE, By(self.by.value or By.HOUR)
        return split != Split.NONE and can_split(by, self.span.span)

    def _on_by(self) -> None:
        self._offer()
        self._tell()

    def _offer(self) -> None:
        """The figures that can be told by what has been chosen."""
        figures = figures_by(By(self.by.value or By.HOUR))
        options = [Option(code, name) for code, name in figure_options(figures)]
        if self._splits:
            options = [Option(COUNT, self.tr("Antal")), Option(SHARE, self.tr("Andel av raden"))]
        elif None in figures:
            options = [Option(COUNT, self.tr("Antal")), Option(SHARE, self.tr("Andel av alla"))]
        self.figure.set_options(options)
        if self.figure.value is None:
            queued = FIRST in figures and not self._splits
            self.figure.choose(FIRST if queued else COUNT)

    def _tell(self) -> None:
        query = self.query
        self.queue.setEnabled(query.figure in QUEUED and query.by is not By.QUEUE)
        self.versus.setEnabled(not query.is_split)
        self.split.setEnabled(can_split(query.by, query.span))
        self.asked.emit(query)
