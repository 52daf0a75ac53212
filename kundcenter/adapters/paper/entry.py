"""The printed page of one record entry.  Official documents are in Swedish."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Spacer, Table

from kundcenter.adapters.paper.sheet import (
    FAINT,
    PROTECTED,
    RULE,
    Faces,
    Margins,
    banner,
    facts,
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
            story += banner(faces, PROTECTED)
        if not (latest.version.signed or printed.waiver(latest.version)):
            story += banner(faces, "OSIGNERAD – anteckningen är inte låst av den som skrev den")
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


def _facts(printed: PrintedEntry, faces: Faces) -> Table:
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
    return facts(pairs, faces)


def _note(sections: Iterable[Section], faces: Faces) -> list[Flowable]:
    heading = style(faces[1], 9.5, spaceBefore=9, keepWithNext=True)
    text = style(faces[0], 10)
    story: list[Flowable] = []
    for section in sections:
        story += [Paragraph(section.heading, heading), Paragraph(plain(section.text), text)]
    return story


def _signature(words: str, faces: Faces) -> list[Flowable]:
    rule = HRFlowable(width="100%", color=RULE, spaceBefore=14, spaceAfter=6, thickness=0.6)
    return [rule, Paragraph(plain(words), style(faces[1], 9.5))]


def _dissents(printed: PrintedEntry, faces: Faces) -> list[Flowable]:
    """What the patient holds to be wrong (patientdatalagen 3 kap. 8 §)."""
    heading = style(faces[1], 9.5, spaceBefore=12, keepWithNext=True)
    text = style(faces[0], 10)
    story: list[Flowable] = []
    for dissent in printed.dissents:
        title = f"Avvikande mening: {printed.dissent(dissent)}"
        story += [Paragraph(plain(title), heading), Paragraph(plain(dissent.text), text)]
    return story


def _earlier(text: VersionText, signature: str, faces: Faces) -> list[Flowable]:
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


def _disclosures(printed: PrintedEntry, faces: Faces) -> list[Flowable]:
    """Who was given a copy before (patientdatalagen 3 kap. 11 §)."""
    if not printed.disclosures:
        return []
    heading = style(faces[1], 9, spaceBefore=14, keepWithNext=True)
    line = style(faces[0], 9, textColor=FAINT)
    told = (Paragraph(plain(printed.disclosure(made)), line) for made in printed.disclosures)
    return [Paragraph("Tidigare utlämnat", heading), *told]
