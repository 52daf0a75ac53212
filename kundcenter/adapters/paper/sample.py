"""The printed result of a sample: how often the level of care was the right one."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer

from kundcenter.adapters.paper.charts import drawing
from kundcenter.adapters.paper.sheet import FAINT, Margins, load_typeface, plain, render, style
from kundcenter.adapters.paper.summary_sheets import EDGE, WIDE, sheet_story
from kundcenter.domain.supervision.sample_pages import TITLE, SamplePages

CHART_HIGH = 52 * mm


class SampleResultPages:
    """Sets results on paper; the typeface is cut once and kept in the folder `cache`."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def __call__(self, found: SamplePages) -> bytes:
        """A PDF of A4 pages."""
        faces = load_typeface(self._cache)
        faint = style(faces[0], 7.5, textColor=FAINT)
        story: list[Flowable] = [
            Paragraph(plain(found.heading), style(faces[1], 10.5)),
            Paragraph(plain(" · ".join(found.facts)), faint),
        ]
        for at, sheet in enumerate(found.sheets):
            story += [Spacer(1, 3 * mm), *sheet_story(sheet.title, sheet, faces)]
            if at == 0 and found.chart is not None:
                chart = drawing(found.chart, WIDE, CHART_HIGH, faces)
                story += [Spacer(1, 6 * mm), KeepTogether([chart])]
        story.append(Spacer(1, 5 * mm))
        story += [Paragraph(plain(each), style(faces[0], 8, spaceAfter=3)) for each in found.notes]
        margins = Margins(
            title=TITLE,
            issuer=found.issuer or "Kundcenter",
            secrecy=found.secrecy,
            printed_by=found.printed_by,
            printed_at=found.printed_at,
            demonstration=found.demonstration,
            edge=EDGE,
        )
        return render(story, margins, faces)
