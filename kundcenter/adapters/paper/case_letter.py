"""The printed letter about a case.  Official documents are in Swedish."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer

from kundcenter.adapters.paper.sheet import (
    PROTECTED,
    Faces,
    Margins,
    banner,
    facts,
    load_typeface,
    plain,
    render,
    style,
)
from kundcenter.domain.calendar import local
from kundcenter.domain.case_letters import CaseLetter

MEDIATED = "Brevet skickas genom Skatteverkets förmedling – ingen adress får stå på det"
SECRECY = "Sekretess enligt 25 kap. offentlighets- och sekretesslagen"
ADDRESS_LINE = 5 * mm
LINES = 8  # of one paragraph: a heading is kept with its first
WINDOW = 7  # lines of an address as it shows in an envelope's window


class CaseLetterPages:
    """Sets letters on paper; the typeface is cut once and kept in the folder `cache`."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def __call__(self, letter: CaseLetter) -> bytes:
        """A PDF of A4 pages."""
        faces = load_typeface(self._cache)
        story: list[Flowable] = []
        if letter.mediated:
            story += banner(faces, MEDIATED)
        elif letter.protected:
            story += banner(faces, PROTECTED)
        story += _head(letter, faces)
        if letter.facts:
            story += [facts(letter.facts, faces), Spacer(1, 3 * mm)]
        body = [*_text(letter, faces), *_parts(letter, faces)]
        story += body[:-1]
        story.append(KeepTogether([*body[-1:], *_end(letter, faces)]))  # no name alone on a page
        number = f"Ärende {letter.number}"
        margins = Margins(
            title=letter.title,
            issuer=letter.issuer or "Kundcenter",
            secrecy=f"{number} · {SECRECY}" if letter.secrecy else number,
            printed_by=letter.printed_by,
            printed_at=letter.printed_at,
            demonstration=letter.demonstration,
        )
        return render(story, margins, faces)


def _head(letter: CaseLetter, faces: Faces) -> list[Flowable]:
    """The day, and to whom it goes: to the right, where an envelope has its window."""
    day = f"{local(letter.printed_at):%Y-%m-%d}"
    look = style(faces[0], 10, leftIndent=95 * mm)
    story: list[Flowable] = [Paragraph(plain(line), look) for line in letter.to]
    if letter.to:
        story.append(Spacer(1, max(1, WINDOW - len(letter.to)) * ADDRESS_LINE))
    return [*story, Paragraph(day, style(faces[0], 10)), Spacer(1, 4 * mm)]


def _text(letter: CaseLetter, faces: Faces) -> list[Flowable]:
    look, more = (style(faces[0], 10.5, spaceAfter=space) for space in (7, 0))
    return [piece for each in letter.paragraphs for piece in _pieces(each, look, more)]


def _parts(letter: CaseLetter, faces: Faces) -> list[Flowable]:
    heading = style(faces[1], 10, spaceBefore=9, keepWithNext=True)
    text = style(faces[0], 10)
    story: list[Flowable] = []
    for name, said in letter.parts:
        story += [Paragraph(plain(name), heading), *_pieces(said, text, text)]
    return story


def _pieces(text: str, look: ParagraphStyle, more: ParagraphStyle) -> Iterator[Flowable]:
    """A text by so many lines at a time; the last has the style `look`, all before it `more`.

    All that is left of a paragraph is broken anew on every page, so that thousands of lines, which
    anybody may send by an e-service, would take minutes.
    """
    lines = text.split("\n")
    for at in range(0, len(lines), LINES):
        piece = "\n".join(lines[at : at + LINES])
        yield Paragraph(plain(piece), look if at + LINES >= len(lines) else more)


def _end(letter: CaseLetter, faces: Faces) -> list[Flowable]:
    """Who writes."""
    look = style(faces[0], 10.5)
    by = [Paragraph(plain(line), look) for line in (letter.printed_by, letter.issuer) if line]
    return [Spacer(1, 8 * mm), Paragraph("Med vänlig hälsning", look), *by]
