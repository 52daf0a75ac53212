"""The table of rows that are told apart once more: a column for each care level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from kundcenter.domain.supervision.exploring import Exploration
from ui.panels.supervision.explore_table import Named
from ui.records import Column, RecordModel
from ui.supervision.explore_words import point_text

LEAST, MOST = 6, 15  # letters of a column
COUNT = 7


def mix_model(found: Exploration, names: Sequence[str], parent: QObject) -> RecordModel[Named]:
    """The rows of an answer; `names` are those of its columns."""
    translate, query = QCoreApplication.translate, found.query
    counts = replace(query, share=False)

    def part(at: int) -> Column[Named]:
        def text(each: Named) -> str:
            return point_text(each.line.parts[at], query)

        def sort(each: Named) -> float | None:
            return None if each.whole else each.line.parts[at].value

        width = min(max(len(names[at]) + 2, LEAST), MOST)
        return Column(names[at], text, sort=sort, figures=True, width=width)

    return RecordModel[Named](
        (
            Column(
                translate("ExploreTable", "Vad"),
                lambda each: each.name,
                sort=lambda each: None if each.whole else each.at,
                tip=lambda each: each.name,
            ),
            Column(
                translate("ExploreTable", "Totalt"),
                lambda each: point_text(each.line.now, counts),
                sort=lambda each: None if each.whole else each.line.now.value,
                figures=True,
                width=COUNT + 1,
            ),
            *(part(at) for at in range(len(names))),
        ),
        key=lambda each: (each.whole, each.line.key),
        parent=parent,
    )
