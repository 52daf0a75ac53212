"""The sheet every document is set on: A4, typeface, head, foot, page x(y)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from kundcenter.domain.calendar import local
from resources.fonts import cut_inter

MARGIN = 20 * mm
HEAD, FOOT = 18 * mm, 16 * mm
INK, FAINT, RULE = "#1c1b1a", "#5e5b57", "#c9c5bf"
BODY, STRONG = "Inter", "Inter-SemiBold"
PROTECTED = "SKYDDADE PERSONUPPGIFTER – lämna inte ut några uppgifter"

Faces = tuple[str, str]  # the names of the regular and the strong one


@dataclass(frozen=True, slots=True)
class Margins:
    """What stands in the head and foot of every page, and how far from the edge of the paper."""

    title: str
    issuer: str
    secrecy: str
    printed_by: str
    printed_at: datetime
    demonstration: bool = False
    edge: float = MARGIN


def load_typeface(cache: Path) -> Faces:
    """The names of the regular and the strong face; reportlab's own where Inter is missing."""
    names = []
    for name, weight, otherwise in ((BODY, 400, "Helvetica"), (STRONG, 600, "Helvetica-Bold")):
        if name not in pdfmetrics.getRegisteredFontNames():
            file = cut_inter(cache, weight)
            if file is None:
                names.append(otherwise)
                continue
            pdfmetrics.registerFont(TTFont(name, str(file)))
        names.append(name)
    return names[0], names[1]


def plain(text: str) -> str:
    """Text as it is: reportlab would otherwise take `<b>` in a note for its own mark-up.

    A letter and its ring are one sign: of two the fonts have none.
    """
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(c if c >= " " or c == "\n" else " " for c in composed)
    return escape(visible).replace("\n", "<br/>")


def style(face: str, size: float, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(
        f"{face}-{size}-{sorted(more.items())}",
        fontName=face,
        fontSize=size,
        leading=more.pop("leading", size * 1.42),
        textColor=more.pop("textColor", INK),
        splitLongWords=True,
        **more,
    )


def banner(faces: Faces, words: str) -> list[Flowable]:
    """What nobody may overlook, in a frame."""
    look = style(faces[1], 10, borderColor=INK, borderWidth=1.2, borderPadding=6)
    return [Spacer(1, 3 * mm), Paragraph(words, look), Spacer(1, 7 * mm)]


def facts(pairs: Sequence[tuple[str, str]], faces: Faces) -> Table:
    """Headings with what they are of, two on a line; the pairs are even in number."""
    left, right = style(faces[0], 8.5, textColor=FAINT), style(faces[0], 9.5)
    cells = [[Paragraph(plain(a), left), Paragraph(plain(b), right)] for a, b in pairs]
    rows = [[*cells[i], *cells[i + 1]] for i in range(0, len(cells), 2)]
    table = Table(rows, colWidths=[24 * mm, 61 * mm, 24 * mm, 61 * mm])
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 1.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
            ]
        )
    )
    return table


def render(story: Sequence[Flowable], margins: Margins, faces: Faces) -> bytes:
    """A PDF of the story, with our head and foot on every page."""
    body, strong = faces
    out = BytesIO()
    width, height = A4
    edge = margins.edge
    frame = Frame(
        edge,
        edge + FOOT,
        width - 2 * edge,
        height - 2 * edge - HEAD - FOOT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        title=margins.title,
        author=margins.issuer,
        lang="sv-SE",
        pageTemplates=[PageTemplate(frames=[frame])],
    )

    class Pages(Canvas):
        """Keeps every page back until the number of pages is known."""

        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            self._kept: list[dict[str, Any]] = []

        def showPage(self) -> None:
            self._kept.append(dict(self.__dict__))
            self._startPage()  # type: ignore[attr-defined]  # reportlab's own numbering idiom

        def save(self) -> None:
            for number, page in enumerate(self._kept, start=1):
                self.__dict__.update(page)
                _draw_margins(self, margins, (body, strong), f"Sida {number} ({len(self._kept)})")
                super().showPage()
            super().save()

    document.build(list(story), canvasmaker=Pages)
    return out.getvalue()


def _draw_margins(canvas: Canvas, margins: Margins, faces: Faces, page: str) -> None:
    body, strong = faces
    width, height = A4
    edge = margins.edge
    top, bottom = height - edge, edge
    canvas.setFillColor(INK)
    canvas.setFont(strong, 13)
    canvas.drawString(edge, top - 4 * mm, margins.title)
    canvas.setFont(body, 8.5)
    canvas.setFillColor(FAINT)
    canvas.drawRightString(width - edge, top - 4 * mm, margins.issuer)
    canvas.drawString(edge, top - 9.5 * mm, margins.secrecy)
    canvas.drawRightString(width - edge, top - 9.5 * mm, page)
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.6)
    canvas.line(edge, top - 13 * mm, width - edge, top - 13 * mm)
    canvas.line(edge, bottom + 9 * mm, width - edge, bottom + 9 * mm)
    at = local(margins.printed_at)
    canvas.drawString(
        edge, bottom + 4.5 * mm, f"Utskrivet {at:%Y-%m-%d %H:%M} av {margins.printed_by}"
    )
    if margins.demonstration:
        canvas.setFillColor(INK)
        canvas.setFont(strong, 8.5)
        canvas.drawRightString(width - edge, bottom + 4.5 * mm, "TESTDATA – inga verkliga personer")
