"""What a sample tells: shares with their intervals, and how given and right levels meet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kundcenter.domain.supervision.charts import Chart, ChartKind, Series
from kundcenter.domain.supervision.sample_results import LevelRow, SampleResult
from kundcenter.domain.supervision.samples import CareLevel
from ui.labels import label
from ui.records import Column, RecordModel
from ui.supervision.sample_words import share_words
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.chart import ChartView
from ui.widgets.empty import EmptyState
from ui.widgets.speech import named
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

CHART = 220  # pixels
FEWEST = 3  # rows that there is room for when there are fewer


@dataclass(frozen=True, slots=True)
class Meeting:
    """How many calls with the given level had each level as the right one."""

    given: CareLevel
    right: dict[CareLevel, int]


class SampleResultView(QWidget):
    """Counts of calls: nobody is named."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: dict[str, Text] = {}
        self._grid = spaced(QGridLayout(), gap="s")
        self._grid.setColumnStretch(1, 1)
        for name, words in (
            ("judged", self.tr("Bedömda")),
            ("advisory", self.tr("Rådgivning")),
            ("right", self.tr("Rätt vårdnivå")),
            ("over", self.tr("För hög nivå")),
            ("under", self.tr("För låg nivå")),
            ("elsewhere", self.tr("Fel åt annat håll")),
            ("unclear", self.tr("Går inte att bedöma")),
        ):
            row = self._grid.rowCount()
            value = Text("–", figures=True, wrap=True)
            named(value, words)
            self._grid.addWidget(Text(words, role="muted"), row, 0)
            self._grid.addWidget(value, row, 1)
            self.values[name] = value
        self.chart = ChartView(self.tr("Efter given vårdnivå"))
        self.chart.setFixedHeight(round(CHART * current().metrics.scale))
        self.levels = self._made_levels()
        self.meetings = self._made_meetings()
        self.level_table = RecordTable(
            self.tr("Efter given vårdnivå"), self.levels, empty=EmptyState(self._nothing(), "")
        )
        self.meeting_table = RecordTable(
            self.tr("Given nivå mot rätt nivå"),
            self.meetings,
            empty=EmptyState(self._nothing(), ""),
        )
        self._fit()
        note = Text(
            self.tr(
                "Inom parentes står 95 % konfidensintervall (Wilson). Rätt, för hög och för låg"
                " nivå räknas av de rådgivningssamtal vars rätta nivå gick att bedöma."
            ),
            Type.SMALL,
            role="muted",
            wrap=True,
        )
        column = spaced(QVBoxLayout(self), gap="m")
        column.addLayout(self._grid)
        column.addWidget(note)
        column.addWidget(self._heading(self.tr("Efter given vårdnivå")))
        column.addWidget(self.chart)
        column.addWidget(self.level_table)
        column.addWidget(self._heading(self.tr("Given nivå mot rätt nivå")))
        column.addWidget(self.meeting_table)

    def show_result(self, result: SampleResult) -> None:
        """All of it; what nothing was judged of is a dash."""
        words = self.tr("{judged} av {drawn}; dragna ur {population} samtal")
        texts = {
            "judged": words.format(
                judged=result.judged, drawn=result.drawn, population=result.population
            ),
            "advisory": share_words(result.advisory_share),
            "right": share_words(result.right_share),
            "over": share_words(result.over_share),
            "under": share_words(result.under_share),
            "elsewhere": str(result.elsewhere),
            "unclear": str(result.unclear),
        }
        for name, text in texts.items():
            self.values[name].setText(text)
        self.chart.show_chart(self._drawn(result), empty=self._nothing())
        self.levels.replace(result.by_level)
        counts: dict[CareLevel, dict[CareLevel, int]] = {}
        for given, right, count in result.matrix:
            counts.setdefault(given, {})[right] = count
        self.meetings.replace(Meeting(given, right) for given, right in counts.items())
        self._fit()

    def _drawn(self, result: SampleResult) -> Chart:
        """The calls that were given each level, by how that stood to the right one."""
        rows = result.by_level
        return Chart(
            self.tr("Efter given vårdnivå"),
            self.tr("samtal"),
            tuple(label(each.level) for each in rows),
            (
                Series(self.tr("Rätt"), tuple(each.right for each in rows)),
                Series(self.tr("För hög"), tuple(each.over for each in rows)),
                Series(self.tr("För låg"), tuple(each.under for each in rows)),
                Series(self.tr("Åt annat håll"), tuple(each.elsewhere for each in rows)),
            ),
            ChartKind.STACKED,
        )

    def _fit(self) -> None:
        """As high as their rows: the page scrolls, the tables need not."""
        for table in (self.level_table, self.meeting_table):
            rows = max(table.model().rowCount(), FEWEST)
            table.setFixedHeight(round((rows + 1.5) * current().metrics.row))

    def _nothing(self) -> str:
        return self.tr("Inget bedömt än")

    def _heading(self, words: str) -> Text:
        heading = Text(words, Type.LEAD)
        heading.setProperty("heading", True)
        return heading

    def _made_levels(self) -> RecordModel[LevelRow]:
        def count(title: str, of: str) -> Column[LevelRow]:
            return Column(
                title,
                lambda each: str(getattr(each, of)),
                sort=lambda each: getattr(each, of),
                figures=True,
                width=9,
            )

        return RecordModel[LevelRow](
            (
                Column(self.tr("Given nivå"), lambda each: label(each.level)),
                count(self.tr("Samtal"), "count"),
                count(self.tr("För hög"), "over"),
                count(self.tr("För låg"), "under"),
                Column(
                    self.tr("Rätt"), lambda each: share_words(each.share), figures=True, width=32
                ),
            ),
            key=lambda each: each.level,
            parent=self,
        )

    def _made_meetings(self) -> RecordModel[Meeting]:
        def right(level: CareLevel) -> Column[Meeting]:
            return Column(
                label(level),
                lambda each: str(each.right.get(level, "")),
                sort=lambda each: each.right.get(level, 0),
                figures=True,
                spoken=lambda each: f"{label(level)}: {each.right.get(level, 0)}",
                width=10,
            )

        return RecordModel[Meeting](
            (
                Column(self.tr("Given nivå"), lambda each: label(each.given)),
                *(right(level) for level in CareLevel),
            ),
            key=lambda each: each.given,
            parent=self,
        )
