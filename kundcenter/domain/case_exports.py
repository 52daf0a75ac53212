"""Cases and their yearly figures as files: a table, or JSON with the same headings.

Of a protected person name, telephone, address and e-mail are left out of every file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kundcenter.domain.calendar import local
from kundcenter.domain.case_codes import Said
from kundcenter.domain.case_figures import CaseFigures, FigureRow
from kundcenter.domain.case_terms import CaseTerms, labels
from kundcenter.domain.case_words import (
    ANSWERS,
    CHANNELS,
    COMPLAINANTS,
    DECISIONS,
    INJURIES,
    KINDS,
    RECIPIENTS,
    SAID,
    SERVICES,
    STAGES,
    word_of,
)
from kundcenter.domain.cases import Case
from kundcenter.domain.records import written_table
from kundcenter.domain.unit_cells import guarded, phone_text

WHOLE, UNSAID = "totalt", "ej angivet"


@dataclass(frozen=True, slots=True)
class ExportNames:
    """What a file says of units (HSA-id and name, by their id) and of categories."""

    units: Mapping[UUID, tuple[str, str]]
    categories: Mapping[str, str]


def export_names(
    units: Iterable[tuple[UUID, str, str]], editions: Iterable[CaseTerms]
) -> ExportNames:
    """Of units their id, HSA-id and name; of categories every edition of the terms."""
    return ExportNames({id: (hsa_id, name) for id, hsa_id, name in units}, labels(editions))


def case_rows(cases: Iterable[Case], names: ExportNames) -> Iterator[dict[str, str]]:
    """Each case by its headings.  Times are those of a Swedish clock."""
    for case in cases:
        facts = case.facts
        if facts.protected is Said.YES:
            facts = replace(facts, name="", patient="", number="", address="", email="")
        hsa_id, unit = _unit(facts.unit_id, names)
        yield {
            "ärendenummer": case.number,
            "diarienummer": facts.registry,
            "typ": word_of(KINDS, case.kind),
            "inkomstsätt": word_of(CHANNELS, case.channel),
            "e-tjänst": word_of(SERVICES, case.service) if case.service else "",
            "ärende-id": case.source.partition("#")[2],
            "inkommet": _clock(case.received_at),
            "registrerat": _clock(case.registered_at),
            "läge": word_of(STAGES, case.stage),
            "bekräftat": _clock(case.confirmed_at),
            "besvarat": _clock(case.answered_at),
            "klart": _clock(case.over_at),
            "nytt datum": case.promised_on.isoformat() if case.promised_on else "",
            "dagar i väntan": str(case.paused_days),
            "anmälare": word_of(COMPLAINANTS, facts.complainant),
            "anmälarens namn": facts.name,
            "relation": facts.relation,
            "samtycke": word_of(SAID, facts.consent),
            "patient": facts.patient,
            "svar via": word_of(ANSWERS, facts.answer_by),
            "telefon": phone_text(facts.number) if facts.number else "",
            "e-post": facts.email,
            "adress": facts.address,
            "händelse": facts.event,
            "hsa-id": hsa_id,
            "enhet": unit,
            "vårdgivare": facts.provider,
            "text": facts.words,
            "sammanfattning": facts.summary,
            "önskemål": facts.wanted,
            "barn": word_of(SAID, facts.child),
            "språk": facts.language,
            "vårdskada": word_of(INJURIES, facts.injury),
            "beslut": word_of(DECISIONS, case.decision),
            "beslutat": _clock(case.decided_at),
            "skyddad": word_of(SAID, facts.protected),
            "kategori": facts.category,
            "mottagare": word_of(RECIPIENTS, facts.recipient),
            "överlämnat till": word_of(RECIPIENTS, case.handed_to),
            "vårdgivaren har svarat": word_of(SAID, facts.heard),
        }


def written_cases(cases: Iterable[Case], names: ExportNames) -> str:
    """The cases as a table of text, as a spreadsheet in Sweden opens it."""
    return _table(CASE_HEADINGS, case_rows(cases, names))


def cases_json(year: int, cases: Iterable[Case], names: ExportNames) -> str:
    """The cases as JSON."""
    return _json({"år": year, "ärenden": list(case_rows(cases, names))})


def figure_rows(figures: CaseFigures, names: ExportNames) -> Iterator[dict[str, str]]:
    """The year's figures, one sort a row: all, by kind, by category, by unit, and what of it."""
    yield _figures(WHOLE, "", "", figures.total)
    for kind, row in figures.by_kind:
        yield _figures("typ", kind.value, word_of(KINDS, kind), row)
    for code, row in figures.by_category:
        yield _figures("kategori", code, names.categories.get(code, "") if code else UNSAID, row)
    for id, row in figures.by_unit:
        hsa_id, name = _unit(id, names)
        yield _figures("enhet", hsa_id, name if id else UNSAID, row)
    for service, row in figures.by_service:
        yield _figures("e-tjänst", service.value, word_of(SERVICES, service), row)
    for name, count in (
        ("misstänkt vårdskada", figures.injuries),
        ("lex Maria", figures.lex_maria),
        ("barn", figures.children),
    ):
        empty = dict.fromkeys(FIGURE_HEADINGS, "")
        yield {**empty, "uppdelning": "varav", "namn": name, "inkomna": str(count)}


def written_figures(figures: CaseFigures, names: ExportNames) -> str:
    """The year's figures as a table of text."""
    return _table(FIGURE_HEADINGS, figure_rows(figures, names))


def figures_json(figures: CaseFigures, names: ExportNames) -> str:
    """The year's figures as JSON."""
    return _json({"år": figures.year, "siffror": list(figure_rows(figures, names))})


FIGURE_HEADINGS = (
    "uppdelning", "kod", "namn", "inkomna", "besvarade", "besvarade i tid", "bekräftade i tid",
    "öppna", "dagar till svar, median",
)  # fmt: skip
CASE_HEADINGS = (
    "ärendenummer", "diarienummer", "typ", "inkomstsätt", "e-tjänst", "ärende-id", "inkommet",
    "registrerat", "läge", "bekräftat", "besvarat", "klart", "nytt datum", "dagar i väntan",
    "anmälare", "anmälarens namn", "relation", "samtycke", "patient", "svar via", "telefon",
    "e-post", "adress", "händelse", "hsa-id", "enhet", "vårdgivare", "text", "sammanfattning",
    "önskemål", "barn", "språk", "vårdskada", "beslut", "beslutat", "skyddad", "kategori",
    "mottagare", "överlämnat till", "vårdgivaren har svarat",
)  # fmt: skip


def _figures(sort: str, code: str, name: str, row: FigureRow) -> dict[str, str]:
    days = "" if row.median_days is None else f"{row.median_days:g}".replace(".", ",")
    numbers = (row.received, row.answered, row.answered_in_time, row.confirmed_in_time, row.open)
    return dict(zip(FIGURE_HEADINGS, (sort, code, name, *map(str, numbers), days), strict=True))


def _unit(id: UUID | None, names: ExportNames) -> tuple[str, str]:
    return names.units.get(id, ("", "")) if id else ("", "")


def _clock(at: datetime | None) -> str:
    return f"{local(at):%Y-%m-%d %H:%M}" if at else ""


def _table(headings: tuple[str, ...], rows: Iterable[Mapping[str, str]]) -> str:
    return written_table(
        headings, (tuple(guarded(row[heading]) for heading in headings) for row in rows)
    )


def _json(whole: object) -> str:
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
