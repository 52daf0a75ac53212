"""The printed summary of a shift or another period: one A4 to work from, and its appendices.

Official documents are in Swedish.  The first page is always one page: it has so many lines of what
is handed over as there is room for, and all of them stand in an appendix.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Paragraph, Spacer, Table, TableStyle

from kundcenter.adapters.paper.charts import drawing
from kundcenter.adapters.paper.sheet import (
    FAINT,
    FOOT,
    HEAD,
    RULE,
    Faces,
    Margins,
    load_typeface,
    plain,
    render,
    style,
)
from kundcenter.adapters.paper.summary_sheets import EDGE, WIDE, appendices
from kundcenter.domain.supervision.hand_over_items import HandOver, HandOverPart
from kundcenter.domain.supervision.summary import (
    SIGNS,
    VERDICTS,
    Box,
    Line,
    Summary,
    clock_words,
    period_words,
)
from kundcenter.domain.supervision.targets import Verdict

FIGURE_WIDTHS = [55 * mm, 19 * mm, 31 * mm, 3 * mm, 36 * mm, 36 * mm]
CHARTS_HIGH = 38 * mm
MOST_LINES = 16  # figures on the first page; an appendix has the others
MOST_BOXES = 8
BOX_LINES = 5
ACROSS = 4  # boxes beside one another
BETWEEN = 5 * mm
COUNT_WIDE = 15 * mm
HAND_OVER_WIDTHS = [50 * mm, 24 * mm, 106 * mm]
HAND_OVER_LINES = 12  # shared by the parts
ITEM_LIMIT = 74  # characters
NAME_LIMIT = 36  # of what stands on one line
BOX_LIMIT = 22
MOST_NAMED = 4  # supervisors
ROOM = A4[1] - 2 * EDGE - HEAD - FOOT


class SummaryPages:
    """Sets summaries on paper; the typeface is cut once and kept in the folder `cache`."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def __call__(self, summary: Summary) -> bytes:
        """A PDF of A4 pages."""
        faces = load_typeface(self._cache)
        story = _first_page(summary, faces)
        rest = list(appendices(summary, faces))
        if rest:
            story += [PageBreak(), *rest]
        margins = Margins(
            title=summary.title,
            issuer=summary.issuer or "Kundcenter",
            secrecy=summary.secrecy,
            printed_by=summary.printed_by,
            printed_at=summary.printed_at,
            demonstration=summary.demonstration,
            edge=EDGE,
        )
        return render(story, margins, faces)


def _first_page(summary: Summary, faces: Faces) -> list[Flowable]:
    above: list[Flowable] = [
        *_head(summary, faces),
        _figures(summary, faces),
        Spacer(1, 3 * mm),
        *_charts(summary, faces),
        *_boxes(summary.boxes, faces),
    ]
    if summary.hand_over is None:
        return above
    room = ROOM - sum(_height(each) for each in above)
    for lines in range(HAND_OVER_LINES, -1, -1):
        below = list(_hand_over(summary.hand_over, lines, faces))
        if sum(_height(each) for each in below) <= room:
            break
    return above + below


def _height(flowable: Flowable) -> float:
    _, high = flowable.wrap(WIDE, A4[1])
    return high + flowable.getSpaceBefore() + flowable.getSpaceAfter()


def _near(face: str, size: float, **more: object) -> ParagraphStyle:
    """A style with its lines close together."""
    return style(face, size, leading=size * 1.2, **more)


def _head(summary: Summary, faces: Faces) -> Iterator[Flowable]:
    yield Paragraph(plain(period_words(summary.span)), style(faces[1], 10.5))
    told = [clock_words(summary.span)]
    if summary.supervisors:
        more = " med flera" if len(summary.supervisors) > MOST_NAMED else ""
        told.append(f"Arbetsledare: {', '.join(summary.supervisors[:MOST_NAMED])}{more}")
    if summary.held_against:
        told.append(f"Brukar: medel av {summary.held_against}")
    told += summary.remarks
    yield Paragraph(plain(" · ".join(told)), _near(faces[0], 7.5, textColor=FAINT))
    yield Spacer(1, 2 * mm)


def _figures(summary: Summary, faces: Faces) -> Table:
    """What was reached, of what it is a share, what it ought to be and what it usually is."""
    head, right = _near(faces[1], 7.5), _near(faces[1], 7.5, alignment=2)
    rows: list[list[object]] = [
        [
            Paragraph("Mått", head),
            Paragraph("Utfall", right),
            Paragraph("Täljare / nämnare", right),
            "",
            Paragraph("Mål", head),
            Paragraph("Brukar (lägst–högst)", right),
        ]
    ]
    rows += [_figure(each, faces) for each in summary.lines[: min(summary.front, MOST_LINES)]]
    table = Table(rows, colWidths=FIGURE_WIDTHS)
    table.setStyle(_tight(0.9))
    return table


def _figure(line: Line, faces: Faces) -> list[object]:
    body, right = _near(faces[0], 8), _near(faces[0], 8, alignment=2)
    strong = _near(faces[1], 8, alignment=2)
    aim = plain(line.aim)
    if line.verdict is not Verdict.UNJUDGED:
        shape = SIGNS[line.verdict]
        aim = f'{aim} <font name="{faces[1]}">{shape} {VERDICTS[line.verdict]}</font>'
    usual = f"{line.usual} ({line.spread})" if line.spread else line.usual
    return [
        Paragraph(plain(_short(line.name, NAME_LIMIT)), body),
        Paragraph(plain(line.shown), strong),
        Paragraph(plain(line.ratio), right),
        "",
        Paragraph(aim, body),
        Paragraph(plain(usual), right),
    ]


def _charts(summary: Summary, faces: Faces) -> Iterator[Flowable]:
    charts = summary.charts[:2]
    if not charts:
        return
    gap = 8 * mm
    shares = (0.56, 0.44) if len(charts) == 2 else (1.0,)
    widths = [(WIDE - gap * (len(charts) - 1)) * share for share in shares]
    row: list[object] = [
        drawing(each, width, CHARTS_HIGH, faces) for each, width in zip(charts, widths, strict=True)
    ]
    if len(charts) == 2:
        row.insert(1, "")
        widths.insert(1, gap)
    table = Table([row], colWidths=widths, rowHeights=[CHARTS_HIGH])
    table.setStyle(_bare())
    yield table
    yield Spacer(1, 2.5 * mm)


def _boxes(boxes: Sequence[Box], faces: Faces) -> Iterator[Flowable]:
    wide = (WIDE - BETWEEN * (ACROSS - 1)) / ACROSS
    widths = [wide, *[BETWEEN, wide] * (ACROSS - 1)]
    for first in range(0, min(len(boxes), MOST_BOXES), ACROSS):
        row: list[object] = []
        for at in range(first, first + ACROSS):
            row += [""] if row else []
            row.append(_box(boxes[at], wide, faces) if at < len(boxes) else "")
        table = Table([row], colWidths=widths)
        table.setStyle(_bare())
        yield table
        yield Spacer(1, 2 * mm)


def _box(box: Box, wide: float, faces: Faces) -> Table:
    head, body = _near(faces[1], 7.5), _near(faces[0], 7.5)
    right = _near(faces[1], 7.5, alignment=2)
    rows: list[list[object]] = [[Paragraph(plain(box.title), head), ""]]
    rows += [
        [Paragraph(plain(_short(name, BOX_LIMIT)), body), Paragraph(plain(count), right)]
        for name, count in box.lines[:BOX_LINES]
    ]
    table = Table(rows, colWidths=[wide - COUNT_WIDE, COUNT_WIDE])
    table.setStyle(_tight(0.5))
    return table


def _hand_over(hand_over: HandOver, lines: int, faces: Faces) -> Iterator[Flowable]:
    """Every part with its count, and so many lines of what is late or near."""
    heading = ", ".join(filter(None, (hand_over.title, hand_over.stands)))
    yield Paragraph(heading, style(faces[1], 9))
    name, text = _near(faces[1], 7.5), _near(faces[0], 7.5)
    rows = []
    for each, shown in zip(hand_over.parts, _shared(hand_over.parts, lines), strict=True):
        items = [_short(item.what) for item in each.items[:shown]]
        if items and each.count > shown:
            items[-1] += f" … och {each.count - shown} till"
        told = "<br/>".join(plain(item) for item in items)
        rows.append([Paragraph(plain(each.title), name), Paragraph(plain(each.told), text),
                     Paragraph(told, text)])  # fmt: skip
    if rows:
        table = Table(rows, colWidths=HAND_OVER_WIDTHS)
        table.setStyle(_tight(0.7))
        yield table


def _shared(parts: Sequence[HandOverPart], lines: int) -> list[int]:
    """How many lines each part has, one in turn as long as there are some."""
    shared = [0] * len(parts)
    for turn in range(lines):
        for at, each in enumerate(parts):
            if sum(shared) < lines and turn < len(each.items):
                shared[at] += 1
    return shared


def _short(text: str, limit: int = ITEM_LIMIT) -> str:
    """In one line, and no longer than that."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _bare() -> TableStyle:
    return TableStyle(
        [("VALIGN", (0, 0), (-1, -1), "TOP")]
        + [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    )


def _tight(air: float) -> TableStyle:
    """Rows close together with a hair line between."""
    return TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEADING", (0, 0), (-1, -1), 1),  # an empty cell is no line
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("LINEBELOW", (0, 0), (-1, -1), 0.3, RULE),
            ("TOPPADDING", (0, 0), (-1, -1), air),
            ("BOTTOMPADDING", (0, 0), (-1, -1), air + 1),
        ]
    )
