"""What a year of cases is written as: tables and JSON, with nothing that a sheet calculates."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID

import pytest

from kundcenter.domain import case_words
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseChannel,
    CaseKind,
    Complainant,
    Injury,
    InjuryDecision,
    Recipient,
    Said,
    Service,
    Stage,
)
from kundcenter.domain.case_exports import (
    CASE_HEADINGS,
    FIGURE_HEADINGS,
    case_rows,
    cases_json,
    export_names,
    figure_rows,
    figures_json,
    written_cases,
    written_figures,
)
from kundcenter.domain.case_figures import CaseFigures, FigureRow
from kundcenter.domain.case_words import code_of, word_of
from kundcenter.domain.cases import Case, CaseFacts

UNIT = UUID("00000000-0000-0000-0000-00000000aaaa")
NAMES = export_names([(UNIT, "SE0000000001-DEMO1", "Demo vårdcentral")], [])
FACTS = CaseFacts(
    kind=CaseKind.COMPLAINT,
    complainant=Complainant.RELATIVE,
    name="Test Närstående",
    relation="dotter",
    consent=Said.YES,
    patient="Test Person",
    number="+46701740605",
    address="Testgatan 1\n123 45 Teststad",
    email="test@example.com",
    answer_by=AnswerBy.LETTER,
    event="2026-10",
    unit=str(UNIT),
    words='=HYPERLINK("x")',
    summary="Väntade; länge",
    child=Said.NO,
    injury=Injury.SUSPECTED,
    category="1.4",
    recipient=Recipient.CARE_PROVIDER,
    registry="Dnr 1",
)
CASE = Case(
    id=UUID("00000000-0000-0000-0000-000000000001"),
    care_unit="SE0000000001-K",
    channel=CaseChannel.E_SERVICE,
    received_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
    registered_at=datetime(2026, 11, 20, 10, tzinfo=UTC),
    registered_by=UUID(int=7),
    facts=FACTS,
    stage=Stage.ANSWERED,
    stage_at=datetime(2026, 12, 1, 9, tzinfo=UTC),
    service=Service.FEEDBACK,
    source="SYNPUNKTER#S1",
    answered_at=datetime(2026, 12, 1, 9, tzinfo=UTC),
    decision=InjuryDecision.LEX_MARIA,
    promised_on=date(2026, 12, 28),
    paused_days=3,
)
ROW = FigureRow(4, 3, 2, 1, 1, 10.5)
FIGURES = CaseFigures(
    year=2026,
    total=ROW,
    by_kind=((CaseKind.COMPLAINT, ROW),),
    by_category=(("", ROW), ("1.4", ROW)),
    by_unit=((None, ROW), (UNIT, replace(ROW, median_days=None))),
    injuries=2,
    lex_maria=1,
    children=3,
    by_service=((Service.FEEDBACK, ROW),),
)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_a_case_is_a_row_with_every_heading() -> None:
    headings, row = read(written_cases([CASE], NAMES))
    assert tuple(headings) == CASE_HEADINGS
    said = dict(zip(headings, row, strict=True))
    assert {key: value for key, value in said.items() if value} == {
        "ärendenummer": CASE.number, "diarienummer": "Dnr 1", "typ": "klagomål",
        "inkomstsätt": "e-tjänst", "e-tjänst": "synpunkter", "ärende-id": "S1",
        "inkommet": "2026-11-20 10:00", "registrerat": "2026-11-20 11:00", "läge": "besvarat",
        "besvarat": "2026-12-01 10:00", "nytt datum": "2026-12-28", "dagar i väntan": "3",
        "anmälare": "närstående", "anmälarens namn": "Test Närstående", "relation": "dotter",
        "samtycke": "ja", "patient": "Test Person", "svar via": "brev",
        "telefon": "070-174 06 05", "e-post": "test@example.com",
        "adress": "Testgatan 1\n123 45 Teststad", "händelse": "2026-10",
        "hsa-id": "SE0000000001-DEMO1", "enhet": "Demo vårdcentral",
        "text": "'=HYPERLINK(\"x\")", "sammanfattning": "Väntade; länge", "barn": "nej",
        "vårdskada": "misstänkt", "beslut": "lex Maria", "kategori": "1.4",
        "mottagare": "vårdgivaren",
    }  # fmt: skip


def test_json_has_the_same_and_leaves_text_as_it_is() -> None:
    told = json.loads(cases_json(2026, [CASE], NAMES))
    assert told == {"år": 2026, "ärenden": list(case_rows([CASE], NAMES))}
    assert told["ärenden"][0]["text"] == '=HYPERLINK("x")'
    assert tuple(told["ärenden"][0]) == CASE_HEADINGS


def test_of_a_protected_person_it_is_not_said_who_and_where() -> None:
    hidden = replace(CASE, facts=replace(FACTS, protected=Said.YES))
    for text in (written_cases([hidden], NAMES), cases_json(2026, [hidden], NAMES)):
        for told in ("Närstående", "Person", "174 06", "example.com", "Testgatan"):
            assert told not in text
        assert "Demo vårdcentral" in text


def test_a_case_that_says_little_is_a_row_too() -> None:
    bare = replace(CASE, facts=CaseFacts(), service=None, source="", answered_at=None)
    (row,) = case_rows([bare], NAMES)
    assert (row["e-tjänst"], row["ärende-id"], row["enhet"], row["besvarat"]) == ("",) * 4
    unknown = replace(CASE, facts=replace(FACTS, unit=str(UUID(int=9))))
    (row,) = case_rows([unknown], NAMES)
    assert (row["hsa-id"], row["enhet"]) == ("", "")


def test_figures_are_told_by_kind_category_unit_and_service() -> None:
    headings, *rows = read(written_figures(FIGURES, NAMES))
    assert tuple(headings) == FIGURE_HEADINGS
    numbers = ["4", "3", "2", "1", "1", "10,5"]
    assert rows == [
        ["totalt", "", "", *numbers],
        ["typ", "KLAGOMAL", "klagomål", *numbers],
        ["kategori", "", "ej angivet", *numbers],
        ["kategori", "1.4", "Läkemedel", *numbers],
        ["enhet", "", "ej angivet", *numbers],
        ["enhet", "SE0000000001-DEMO1", "Demo vårdcentral", *numbers[:-1], ""],
        ["e-tjänst", "SYNPUNKTER", "synpunkter", *numbers],
        ["varav", "", "misstänkt vårdskada", "2", "", "", "", "", ""],
        ["varav", "", "lex Maria", "1", "", "", "", "", ""],
        ["varav", "", "barn", "3", "", "", "", "", ""],
    ]
    told = json.loads(figures_json(FIGURES, NAMES))
    assert told == {"år": 2026, "siffror": list(figure_rows(FIGURES, NAMES))}


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (case_words.KINDS, CaseKind),
        (case_words.SERVICES, Service),
        (case_words.COMPLAINANTS, Complainant),
        (case_words.SAID, Said),
        (case_words.ANSWERS, AnswerBy),
        (case_words.INJURIES, Injury),
        (case_words.CHANNELS, CaseChannel),
        (case_words.STAGES, Stage),
        (case_words.RECIPIENTS, Recipient),
        (case_words.DECISIONS, InjuryDecision),
    ],
)
def test_every_code_has_words_that_mean_no_other(
    words: case_words.Words[StrEnum], codes: type[StrEnum]
) -> None:
    assert set(words) == set(codes)
    told = [(word.lower(), code) for code in codes for word in {*words[code], code.value}]
    for word, code in told:
        assert code_of(words, word.upper()) is code
    assert code_of(words, "något annat helt") is None
    assert len({word_of(words, code) for code in codes}) == len(set(codes))


def test_the_page_tells_every_heading() -> None:
    page = (Path(__file__).parents[2] / "docs" / "cases.md").read_text(encoding="utf-8")
    coming, _, rest = page.partition("### JSON")
    figures, _, export = rest.partition("## Handing out a year")
    rows = [line.split("|") for line in figures.splitlines() if line.startswith("| `")]
    told = [name for row in rows for name in re.findall("`([^`]+)`", row[1])]
    assert tuple(told) == FIGURE_HEADINGS
    names = set(re.findall("`([^`]+)`", export)) | set(re.findall("`([^`]+)`", coming))
    assert set(CASE_HEADINGS) <= names
