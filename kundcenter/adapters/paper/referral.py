"""The printed page for the clinic that receives a patient.  Official documents are in Swedish."""

from __future__ import annotations

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
from kundcenter.domain.papers import when
from kundcenter.domain.referral_papers import PrintedReferral

CANCELLED = "AVBOKAD – patienten kommer inte enligt den här hänvisningen"


class ReferralPage:
    """Sets referrals on paper; the typeface is cut once and kept in the folder `cache`."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def __call__(self, printed: PrintedReferral) -> bytes:
        """A PDF of A4 pages."""
        faces = load_typeface(self._cache)
        story: list[Flowable] = []
        if printed.person.protected:
            story += banner(faces, PROTECTED)
        if printed.cancelled:
            story += banner(faces, CANCELLED)
        story += [_facts(printed, faces), Spacer(1, 5 * mm)]
        story += _parts(printed, faces)
        story += _end(printed, faces)
        margins = Margins(
            title="Hänvisning",
            issuer=printed.issuer or "Kundcenter",
            secrecy="Sekretess enligt 25 kap. offentlighets- och sekretesslagen",
            printed_by=printed.printed_by,
            printed_at=printed.printed_at,
            demonstration=printed.demonstration,
        )
        return render(story, margins, faces)


def _facts(printed: PrintedReferral, faces: Faces) -> Table:
    entry = printed.entry
    name, identity = printed.patient
    pairs = [
        ("Patient", name),
        ("Identitet", identity),
        ("Till", printed.destination),
        ("Hänvisning", printed.outcome),
        ("Bokad tid", printed.booked or "Ingen tid är bokad"),
        ("Hur bråttom", printed.urgency or "–"),
        ("Hänvisad", when(printed.referral.made_at)),
        ("Mottagare", printed.receiver),
        ("Antecknad av", f"{entry.author_name}, {entry.author_position}".rstrip(", ")),
        ("Kontakt", f"{when(entry.contact_at)}, telefon"),
    ]
    return facts(pairs, faces)


def _parts(printed: PrintedReferral, faces: Faces) -> list[Flowable]:
    heading = style(faces[1], 10.5, spaceBefore=9, keepWithNext=True)
    text = style(faces[0], 10)
    story: list[Flowable] = []
    for part in printed.parts:
        story += [
            Paragraph(f"{part.key}  {part.heading}", heading),
            Paragraph(plain(part.text), text),
        ]
    return story


def _end(printed: PrintedReferral, faces: Faces) -> list[Flowable]:
    """How it stands with the note's signature, and what was told to whom before."""
    rule = HRFlowable(width="100%", color=RULE, spaceBefore=14, spaceAfter=6, thickness=0.6)
    line = style(faces[0], 9, textColor=FAINT)
    return [
        rule,
        Paragraph(plain(f"Anteckningen: {printed.signed}"), style(faces[1], 9.5)),
        *(Paragraph(plain(told), line) for told in printed.told()),
    ]
