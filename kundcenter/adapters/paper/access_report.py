"""The printed list of who has opened a patient's record.  Official documents are in Swedish."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from kundcenter.adapters.paper.sheet import (
    FAINT,
    RULE,
    Margins,
    load_typeface,
    plain,
    render,
    style,
)
from kundcenter.domain.access_reports import AccessReport, ReportedAccess
from kundcenter.domain.calendar import local
from kundcenter.domain.identity import IdKind

HIDDEN = "Skyddad uppgift"
WIDTHS = [40 * mm, 85 * mm, 45 * mm]


class AccessPages:
    """Sets access reports on paper; the typeface is cut once and kept in the folder `cache`."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def __call__(self, report: AccessReport) -> bytes:
        """A PDF of A4 pages."""
        faces = load_typeface(self._cache)
        body = style(faces[0], 10)
        story: list[Flowable] = [
            _facts(report, faces),
            Spacer(1, 6 * mm),
            Paragraph(
                "Du har rätt att få veta vilka enheter som har öppnat dina uppgifter, och när"
                " (8 kap. 5 § patientdatalagen). Listan visar den senaste åtkomsten först.",
                body,
            ),
            Spacer(1, 4 * mm),
        ]
        if report.accesses:
            story.append(_table(report.accesses, faces))
        else:
            story.append(Paragraph("Ingen har öppnat uppgifterna under perioden.", body))
        margins = Margins(
            title="Åtkomst till patientuppgifter",
            issuer="Kundcenter",
            secrecy="Sekretess enligt 25 kap. offentlighets- och sekretesslagen",
            printed_by=report.printed_by,
            printed_at=report.printed_at,
            demonstration=report.demonstration,
        )
        return render(story, margins, faces)


def _facts(report: AccessReport, faces: tuple[str, str]) -> Table:
    person, on = report.person, local(report.printed_at).date()
    number = "Okänd identitet" if person.person_id.kind is IdKind.OKAND else ""
    pairs = [
        ("Patient", HIDDEN if person.protected else person.name),
        ("Identitet", HIDDEN if person.protected else number or person.person_id.shown(on)),
        ("Från och med", f"{local(report.start):%Y-%m-%d %H:%M}"),
        ("Till", f"{local(report.end):%Y-%m-%d %H:%M}"),
        ("Antal", f"{len(report.accesses)}"),
    ]
    left, right = style(faces[0], 8.5, textColor=FAINT), style(faces[0], 9.5)
    rows = [[Paragraph(plain(a), left), Paragraph(plain(b), right)] for a, b in pairs]
    table = Table(rows, colWidths=[34 * mm, 136 * mm])
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


def _table(accesses: tuple[ReportedAccess, ...], faces: tuple[str, str]) -> Table:
    head = style(faces[1], 9)
    cell = style(faces[0], 9)
    rows = [[Paragraph(title, head) for title in ("Tid", "Enhet", "Vad som gjordes")]]
    rows += [
        [
            Paragraph(f"{local(each.at):%Y-%m-%d %H:%M}", cell),
            Paragraph(plain(each.care_unit or "Enheten är inte angiven"), cell),
            Paragraph(plain(each.activity), cell),
        ]
        for each in accesses
    ]
    table = Table(rows, colWidths=WIDTHS, repeatRows=1)
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, RULE),
                ("TOPPADDING", (0, 0), (-1, -1), 2.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
            ]
        )
    )
    return table
