"""The printed page of one record entry.  Official documents are in Swedish."""

from __future__ import annotations

from datetime import date, datetime
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
from kundcenter.domain.calendar import local
from kundcenter.domain.identity import IdKind, PersonId
from kundcenter.domain.journal import EntryVersion, Note, Relation
from kundcenter.domain.papers import PrintedEntry

RELATIONS = {
    Relation.SELF: "Patienten själv",
    Relation.GUARDIAN: "Vårdnadshavare",
    Relation.TRUSTEE: "God man",
    Relation.LEGAL_GUARDIAN: "Förmyndare",
    Relation.ADMINISTRATOR: "Förvaltare",
    Relation.RELATIVE: "Anhörig",
    Relation.CLOSE_PERSON: "Annan närstående",
    Relation.MUNICIPAL_STAFF: "Kommunal vård- eller omsorgspersonal",
    Relation.CARE_STAFF: "Hälso- och sjukvårdspersonal",
    Relation.EMERGENCY_CENTRE: "SOS Alarm",
    Relation.UNKNOWN: "Okänd eller vill inte uppge",
}
HIDDEN = "Skyddad uppgift"


class EntryPage:
    """Sets entries on paper; the typeface is cut once and kept in the folder `cache`."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def __call__(self, printed: PrintedEntry) -> bytes:
        """A PDF of A4 pages."""
        faces = load_typeface(self._cache)
        latest = printed.versions[-1]
        story: list[Flowable] = []
        if printed.person.protected:
            story += _banner(faces, "SKYDDADE PERSONUPPGIFTER – lämna inte ut några uppgifter")
        if not latest.signed:
            story += _banner(faces, "OSIGNERAD – anteckningen är inte låst av den som skrev den")
        story += [_facts(printed, faces), Spacer(1, 6 * mm)]
        story += _note(latest.note, printed, faces)
        story += _signature(latest, printed, faces)
        for version in reversed(printed.versions[:-1]):
            story += _earlier(version, faces, printed)
        margins = Margins(
            title="Journalanteckning",
            issuer=printed.entry.care_unit or "Kundcenter",
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
    person, entry = printed.person, printed.entry
    today = local(printed.printed_at).date()
    name = HIDDEN if person.protected else person.name
    number = HIDDEN if person.protected else _number(entry.written_under, today)
    pairs = [
        ("Patient", name),
        ("Identitet", number),
        ("Kontakt", f"{_when(entry.contact_at)}, telefon"),
        ("Antecknad av", f"{entry.author_name}, {entry.author_position}".rstrip(", ")),
        ("Antecknad", _when(entry.created_at)),
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


def _number(identity: PersonId, today: date) -> str:
    return "Okänd identitet" if identity.kind is IdKind.OKAND else identity.shown(today)


def _note(note: Note, printed: PrintedEntry, faces: tuple[str, str]) -> list[Flowable]:
    codes = printed.codes
    informant = RELATIONS[note.informant]
    if note.informant_name:
        informant = f"{note.informant_name} ({informant.lower()})"
    outcome = codes.outcome(note.outcome).label if note.outcome else ""
    if printed.unit:
        outcome = f"{outcome}: {printed.unit.name}" if outcome else printed.unit.name
    parts = [
        ("Uppgiftslämnare", informant),
        ("Kontaktorsak", codes.reason(note.reason).label if note.reason else ""),
        ("Symtom och anamnes", note.history),
        ("Bakgrund", note.background),
        ("Bedömning", note.assessment),
        ("Hur bråttom", codes.urgency(note.urgency).label if note.urgency else ""),
        ("Hänvisning", outcome),
        ("Råd och information", note.advice),
    ]
    heading = style(faces[1], 9.5, spaceBefore=9, keepWithNext=True)
    text = style(faces[0], 10)
    story: list[Flowable] = []
    for title, words in parts:
        if words.strip():
            story += [Paragraph(title, heading), Paragraph(plain(words), text)]
    return story


def _signature(
    version: EntryVersion, printed: PrintedEntry, faces: tuple[str, str]
) -> list[Flowable]:
    words = "Inte signerad"
    if version.signed_at:
        words = f"Signerad {_when(version.signed_at)} av {printed.signer}"
    if version.correction:
        why = version.correction.rstrip(" .")
        words = f"Rättad {_when(version.written_at)}: {why}. {words}"
    rule = HRFlowable(width="100%", color=RULE, spaceBefore=14, spaceAfter=6, thickness=0.6)
    return [rule, Paragraph(plain(words), style(faces[1], 9.5))]


def _earlier(
    version: EntryVersion, faces: tuple[str, str], printed: PrintedEntry
) -> list[Flowable]:
    """An earlier version, struck through but legible (patientdatalagen 3 kap. 14 §)."""
    signed = f", signerad {_when(version.signed_at)}" if version.signed_at else ", osignerad"
    title = f"Tidigare version {version.number}, skriven {_when(version.written_at)}{signed}"
    struck = style(faces[0], 9, textColor=FAINT)
    note = version.note
    words = [note.history, note.background, note.assessment, note.advice]
    codes = printed.codes
    if note.outcome:
        words.insert(3, codes.outcome(note.outcome).label)
    return [
        Paragraph(plain(title), style(faces[1], 9, spaceBefore=14, keepWithNext=True)),
        *(Paragraph(f"<strike>{plain(text)}</strike>", struck) for text in words if text.strip()),
    ]


def _when(at: datetime) -> str:
    return f"{local(at):%Y-%m-%d %H:%M}"
