"""The printed page of one record entry.  Official documents are in Swedish."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Spacer, Table, TableStyle

from kundcenter.adapters.paper.sheet import (
    FAINT,
    RULE,
    Margins,
    load_typeface,
    plain,
    render,
    style,
)
from kundcenter.domain.composition import Section
from kundcenter.domain.papers import PrintedEntry, VersionText, when


class EntryPage:
    """Sets entries on paper; the typeface is cut once and kept in the folder `cache`."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def __call__(self, printed: PrintedEntry) -> bytes:
        """A PDF of A4 pages."""
        faces = load_typeface(self._cache)
        latest = printed.texts[-1]
        story: list[Flowable] = []
        if printed.person.protected:
            story += _banner(faces, "SKYDDADE PERSONUPPGIFTER – lämna inte ut några uppgifter")
        if not (latest.version.signed or printed.waiver(latest.version)):
            story += _banner(faces, "OSIGNERAD – anteckningen är inte låst av den som skrev den")
        story += [_facts(printed, faces), Spacer(1, 6 * mm)]
        story += _note(latest.sections, faces)
        story += _signature(printed.signature(latest.version), faces)
        story += _dissents(printed, faces)
        for text in reversed(printed.texts[:-1]):
            story += _earlier(text, printed.signature(text.version), faces)
        story += _disclosures(printed, faces)
        margins = Margins(
            title="Journalanteckning",
            issuer=printed.issuer or "Kundcenter",
            secrecy="Sekretess enligt 25 kap. offentlighets- och sekretesslagen",
            printed_by=printed.printed_by,
            printed_at=printed.printed_at,
            demonstration=printed.demonstration,
        )
        return render(story, margins, faces)


def _banner(faces: tuple[str, str], words: str) -> list[Flowable]:
    look = style(faces[1], 10, borderColor="#1c1b1a", borderWidth=1.2, borderPadding=6)
    return [Spacer(1, 3 * mm), Paragraph(words, look), Spacer(1, 7 * mm)]


def _facts(printed: PrintedEntry, faces: tuple[str, str]) -> Table:
    entry = printed.entry
    name, identity = printed.patient
    pairs = [
        ("Patient", name),
        ("Identitet", identity),
        ("Kontakt", f"{when(entry.contact_at)}, telefon"),
        ("Antecknad av", f"{entry.author_name}, {entry.author_position}".rstrip(", ")),
        ("Antecknad", when(entry.created_at)),
        ("Kopia till", printed.recipient or "–"),
    ]
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


def _note(sections: Iterable[Section], faces: tuple[str, str]) -> list[Flowable]:
    heading = style(faces[1], 9.5, spaceBefore=9, keepWithNext=True)
    text = style(faces[0], 10)
    story: list[Flowable] = []
    for section in sections:
        story += [Paragraph(section.heading, heading), Paragraph(plain(section.text), text)]
    return story


def _signature(words: str, faces: tuple[str, str]) -> list[Flowable]:
    rule = HRFlowable(width="100%", color=RULE, spaceBefore=14, spaceAfter=6, thickness=0.6)
    return [rule, Paragraph(plain(words), style(faces[1], 9.5))]


def _dissents(printed: PrintedEntry, faces: tuple[str, str]) -> list[Flowable]:
    """What the patient holds to be wrong (patientdatalagen 3 kap. 8 §)."""
    heading = style(faces[1], 9.5, spaceBefore=12, keepWithNext=True)
    text = style(faces[0], 10)
    story: list[Flowable] = []
    for dissent in printed.dissents:
        title = f"Avvikande mening: {printed.dissent(dissent)}"
        story += [Paragraph(plain(title), heading), Paragraph(plain(dissent.text), text)]
    return story


def _earlier(text: VersionText, signature: str, faces: tuple[str, str]) -> list[Flowable]:
    """An earlier version, struck through but legible (patientdatalagen 3 kap. 14 §)."""
    version = text.version
    title = f"Tidigare version {version.number}, skriven {when(version.written_at)}. {signature}"
    struck = style(faces[0], 9, textColor=FAINT)
    return [
        Paragraph(plain(title), style(faces[1], 9, spaceBefore=14, keepWithNext=True)),
        *(
            Paragraph(f"{section.heading}: <strike>{plain(section.text)}</strike>", struck)
            for section in text.sections
        ),
    ]


def _disclosures(printed: PrintedEntry, faces: tuple[str, str]) -> list[Flowable]:
    """Who was given a copy before (patientdatalagen 3 kap. 11 §)."""
    if not printed.disclosures:
        return []
    heading = style(faces[1], 9, spaceBefore=14, keepWithNext=True)
    line = style(faces[0], 9, textColor=FAINT)
    told = (Paragraph(plain(printed.disclosure(made)), line) for made in printed.disclosures)
    return [Paragraph("Tidigare utlämnat", heading), *told]
