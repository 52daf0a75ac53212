"""The appendices of a summary: tables, what is handed over, and what every figure means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table, TableStyle

from kundcenter.adapters.paper.charts import drawing
from kundcenter.adapters.paper.sheet import FAINT, INK, RULE, Faces, plain, style
from kundcenter.domain.supervision.charts import Chart
from kundcenter.domain.supervision.hand_over_items import (
    HandOver,
    HandOverKind,
    HandOverPart,
    moment,
)
from kundcenter.domain.supervision.summary import Meaning, Sheet, Summary

EDGE = 15 * mm
WIDE = A4[0] - 2 * EDGE
MOST_SPARE = 12 * mm  # so much wider than it needs a column of figures may be
SIZE = 7.5
NARROWEST = 11 * mm
MOST_WORDS = 90 * mm
CHART_HIGHS = (52 * mm, 43 * mm, 34 * mm, 26 * mm)
NARROW = 3  # columns
OF_PATIENTS = frozenset({HandOverKind.CALLBACK, HandOverKind.SAFETY, HandOverKind.UNSIGNED})
BETWEEN = 8 * mm
TOGETHER = 12  # rows that are not parted by the end of a page


def appendices(summary: Summary, faces: Faces) -> Iterator[Flowable]:
    """Everything that follows the first page; each appendix has a number and a name."""
    number = 0
    if summary.hand_over is not None and summary.hand_over.count:
        number += 1
        yield _heading(f"Bilaga {number}. {summary.hand_over.title}", faces)
        yield from _items(summary.hand_over, faces, named=summary.order.identities)
    for pair in _paired(summary.sheets):
        found = []
        for each in pair:
            number += 1
            found.append(
                list(sheet_story(f"Bilaga {number}. {each.title}", each, faces, len(pair)))
            )
        yield from found[0] if len(pair) == 1 else (_beside(found), Spacer(1, 3 * mm))
    if summary.charts[2:]:
        number += 1
        yield _pictures(f"Bilaga {number}. Diagram", summary.charts[2:], faces)
    if summary.meanings:
        number += 1
        yield _heading(f"Bilaga {number}. Vad måtten betyder", faces)
        yield from _meanings(summary.meanings, faces)


def _heading(text: str, faces: Faces) -> Paragraph:
    return Paragraph(
        plain(text), style(faces[1], 10, spaceBefore=9, spaceAfter=3, keepWithNext=True)
    )


def _items(hand_over: HandOver, faces: Faces, *, named: bool) -> Iterator[Flowable]:
    if hand_over.stands:
        stands = hand_over.stands
        yield Paragraph(stands.capitalize(), style(faces[0], SIZE, textColor=FAINT, spaceAfter=3))
    for part in hand_over.parts:
        if part.count:
            yield from _part(part, faces, named=named and part.kind in OF_PATIENTS)


def _part(part: HandOverPart, faces: Faces, *, named: bool) -> Iterator[Flowable]:
    head, cell = style(faces[1], SIZE), style(faces[0], SIZE)
    title = style(faces[1], 8.5, spaceBefore=6, keepWithNext=True)
    yield Paragraph(plain(f"{part.title}: {part.told}"), title)
    if not part.items:
        return
    headings = ["Tid", "Vad", "", *(["Patient"] if named else [])]
    rows = [[Paragraph(each, head) for each in headings]]
    for item in part.items:
        row = [moment(item.at) if item.at else "", item.what, "Sen" if item.late else ""]
        row += [item.person] if named else []
        rows.append([Paragraph(plain(each), cell) for each in row])
    widths = [28 * mm, 85 * mm, 10 * mm, 57 * mm] if named else [28 * mm, 140 * mm, 12 * mm]
    table = Table(rows, colWidths=widths, repeatRows=1)
    table.setStyle(_look())
    yield table
    if part.left_out:
        yield Paragraph(f"… och {part.left_out} till.", cell)


def _paired(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, ...]]:
    """Two narrow tables are set beside one another."""
    waiting: Sheet | None = None
    for each in sheets:
        if len(each.headings) > NARROW:
            if waiting:
                yield (waiting,)
            waiting = None
            yield (each,)
        elif waiting:
            yield waiting, each
            waiting = None
        else:
            waiting = each
    if waiting:
        yield (waiting,)


def _beside(found: Sequence[list[Flowable]]) -> Table:
    half = (WIDE - BETWEEN) / 2
    table = Table([[found[0], "", found[1]]], colWidths=[half, BETWEEN, half], spaceBefore=9)
    none = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *none]))
    return table


def sheet_story(title: str, sheet: Sheet, faces: Faces, beside: int = 1) -> Iterator[Flowable]:
    """One table; `beside`: how many share the width of the page."""
    head, cell = style(faces[1], SIZE), style(faces[0], SIZE)
    head_right = style(faces[1], SIZE, alignment=2)
    rows: list[list[object]] = [
        [
            Paragraph(plain(each), head_right if at else head)
            for at, each in enumerate(sheet.headings)
        ]
    ]
    # A bare text is set much faster than a paragraph; figures have neither mark-up nor two lines.
    rows += [[Paragraph(plain(words), cell), *figures] for words, *figures in sheet.rows]
    widths = _widths(sheet, faces, beside)
    table = Table(rows, colWidths=widths, repeatRows=1, hAlign="LEFT")
    table.setStyle(_look())
    table.setStyle(_figures(faces))
    story: list[Flowable] = [_heading(title, faces), table]
    if sheet.note:
        note = style(faces[0], SIZE, textColor=FAINT, spaceBefore=2)
        story.append(Paragraph(plain(sheet.note), note))
    if beside == 1 and len(rows) <= TOGETHER:
        yield KeepTogether(story)
    else:
        yield from story


def _widths(sheet: Sheet, faces: Faces, beside: int) -> list[float]:
    """The columns of figures as wide as they need, the words have what is left."""
    columns = list(zip(sheet.headings, *sheet.rows, strict=True))
    need = [
        max(stringWidth(word, faces[1], SIZE) for cell in column for word in (cell.split() or [""]))
        for column in columns
    ]
    cells = [
        max(stringWidth(cell, faces[0], SIZE) for cell in column[1:] or ("",)) for column in columns
    ]
    wide = [max(a, b, NARROWEST - 8) + 8 for a, b in zip(need, cells, strict=True)][1:]
    whole = (WIDE - BETWEEN * (beside - 1)) / beside
    room = whole - sum(wide)
    words = min(max(cells[0], need[0]) + 10, MOST_WORDS)
    if beside > 1:
        words = room  # so that the two end where the page does
    if room < words:
        return [words, *(each * (whole - words) / sum(wide) for each in wide)]
    spare = min((room - words) / len(wide), MOST_SPARE) if wide else 0
    return [words, *(each + spare for each in wide)]


class _Whole(Flowable):
    """Never parted by the end of a page: the first of its forms that has room, else on the next."""

    def __init__(self, *forms: list[Flowable]) -> None:
        super().__init__()
        self._forms = forms

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """More than there is: reportlab then asks how it may be split."""
        return wide, float(0xFFFFFF)

    def split(self, wide: float, high: float) -> list[Flowable]:
        """Nothing where no form has room: reportlab then goes on with a new page."""
        for form in self._forms:
            if sum(_height(each, wide) for each in form) <= high:
                return form
        return []


def _height(flowable: Flowable, wide: float) -> float:
    _, high = flowable.wrap(wide, A4[1])
    return high + flowable.getSpaceBefore() + flowable.getSpaceAfter()


def _pictures(title: str, charts: Sequence[Chart], faces: Faces) -> Flowable:
    """All beneath one another on one page, lower where they then have room at its end."""
    forms: list[list[Flowable]] = []
    for high in CHART_HIGHS:
        form: list[Flowable] = [_heading(title, faces)]
        for each in charts:
            form += [drawing(each, WIDE, high, faces), Spacer(1, 4 * mm)]
        forms.append(form)
    return _Whole(*forms)


def _meanings(meanings: Sequence[Meaning], faces: Faces) -> Iterator[Flowable]:
    name, text = style(faces[1], SIZE), style(faces[0], SIZE)
    rows = [[Paragraph(each, name) for each in ("Mått", "Vad det är", "Källa")]]
    for each in meanings:
        told = plain(each.text)
        if each.numerator:
            what = "Täljare" if each.denominator else "Det som räknas"
            told += f"<br/>{what}: {plain(each.numerator)}"
        if each.denominator:
            told += f"<br/>Nämnare: {plain(each.denominator)}"
        rows.append(
            [
                Paragraph(plain(each.name), name),
                Paragraph(told, text),
                Paragraph(plain(each.source), text),
            ]
        )
    table = Table(rows, colWidths=[44 * mm, 104 * mm, 32 * mm], repeatRows=1)
    table.setStyle(_look())
    yield table


def _figures(faces: Faces) -> TableStyle:
    """How bare texts look: all columns but the first."""
    cells = (1, 1), (-1, -1)
    return TableStyle(
        [
            ("FONTNAME", *cells, faces[0]),
            ("FONTSIZE", *cells, SIZE),
            ("LEADING", *cells, SIZE * 1.42),
            ("TEXTCOLOR", *cells, INK),
            ("ALIGN", *cells, "RIGHT"),
        ]
    )


def _look() -> TableStyle:
    return TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("LINEBELOW", (0, 0), (-1, -1), 0.3, RULE),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.2),
        ]
    )
