"""Files of an e-service's cases: what comes in, and what refuses the whole file."""

from __future__ import annotations

import json
import re
import string
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.cli import case_faults
from kundcenter.domain import case_sheets, case_tables
from kundcenter.domain.case_cells import case_columns
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseKind,
    Complainant,
    Injury,
    Said,
    Service,
)
from kundcenter.domain.case_fields import checked_facts
from kundcenter.domain.case_files import (
    IMPORT_LIMIT,
    CaseRowProblem,
    CaseRowRefusal,
    CasesTooMany,
    ImportedCase,
    repeated,
)
from kundcenter.domain.case_sheets import (
    FAULTS_TOLD,
    CaseFault,
    CaseFileTooLarge,
    CaseSheet,
    CaseSheetFault,
)
from kundcenter.domain.case_tables import read_cases
from kundcenter.domain.cases import CaseFacts
from kundcenter.domain.identity import IdKind, PersonId
from kundcenter.domain.unit_sheets import RowFault

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
UNIT = "SE0000000001-DEMO1"
WOMAN = "19880702-2382"
HEAD = "ärende-id;e-tjänst;inkommet;text\n"
ROW = "K1;kontakta oss;2026-11-20 10:00;Hej\n"
EVERY = {
    "ärende-id": "S1", "e-tjänst": "Synpunkter", "inkommet": "2026-11-20 10:00",
    "text": "Ingen svarade.\nJag väntade.", "typ": "klagomål", "hsa-id": UNIT,
    "personnummer": WOMAN, "förnamn": "Test", "efternamn": "Person", "anmälare": "närstående",
    "anmälarens namn": "Test Närstående", "relation": "dotter", "samtycke": "ja",
    "svar via": "e-post", "telefon": "070-174 06 05", "e-post": "test@example.com",
    "adress": "Testgatan 1\n123 45 Teststad", "händelse": "2026-10", "vårdgivare": "Demo AB",
    "önskemål": "Få veta varför.", "barn": "nej", "språk": "finska", "vårdskada": "misstänkt",
    "skyddad": "nej",
}  # fmt: skip


def read(text: str) -> CaseSheet:
    sheet = read_cases(text, NOW)
    assert bool(sheet.faults) != bool(sheet.rows)
    return sheet


def faults(text: str) -> list[tuple[int, CaseFault, str]]:
    return [(each.line, each.fault, each.column) for each in read(text).faults]


def table(*rows: dict[str, str]) -> str:
    """A table with the first row's headings."""
    lines = [rows[0], *(row.values() for row in rows)]
    return "".join(
        ";".join('"' + cell.replace('"', '""') + '"' for cell in line) + "\n" for line in lines
    )


def of_row(**cells: str) -> list[tuple[int, CaseFault, str]]:
    """The faults of one row with these cells, beside those that every row needs."""
    needed = dict(zip(HEAD.strip().split(";"), ROW.strip().split(";"), strict=True))
    return faults(table({**needed, **{name.replace("_", "-"): cells[name] for name in cells}}))


def test_a_row_becomes_a_case_that_says_no_more_than_the_file() -> None:
    (row,) = read(HEAD + ROW).rows
    assert row == ImportedCase(
        row=2,
        source="K1",
        service=Service.CONTACT_US,
        kind=CaseKind.E_SERVICE,
        received_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
        facts=CaseFacts(kind=CaseKind.E_SERVICE, words="Hej"),
    )
    assert row.key == "KONTAKTA_OSS#K1"


def test_every_column_is_read_in_swedish_in_english_and_from_json() -> None:
    columns = case_columns(NOW)
    assert set(EVERY) == {column.heading for column in columns}
    (swedish,) = read(table(EVERY)).rows
    others = {(c.also or (c.heading,))[-1].upper(): EVERY[c.heading] for c in columns}
    assert read(table(others)).rows == (swedish,)
    (from_json,) = read(json.dumps({"cases": [EVERY]})).rows
    assert from_json == ImportedCase(**{**_fields(swedish), "row": 1})
    assert swedish == ImportedCase(
        row=2,
        source="S1",
        service=Service.FEEDBACK,
        kind=CaseKind.COMPLAINT,
        received_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
        hsa_id=UNIT,
        identity=PersonId(IdKind.PNR, "198807022382"),
        given_name="Test",
        family_name="Person",
        facts=CaseFacts(
            kind=CaseKind.COMPLAINT,
            complainant=Complainant.RELATIVE,
            name="Test Närstående",
            relation="dotter",
            consent=Said.YES,
            number="+46701740605",
            address="Testgatan 1\n123 45 Teststad",
            email="test@example.com",
            answer_by=AnswerBy.EMAIL,
            event="2026-10",
            provider="Demo AB",
            words="Ingen svarade.\nJag väntade.",
            wanted="Få veta varför.",
            child=Said.NO,
            language="finska",
            injury=Injury.SUSPECTED,
            protected=Said.NO,
        ),
    )
    assert checked_facts(swedish.facts) == swedish.facts
    for told in ("svarade", "Test", "198807022382", "0701740605", "example.com", "Testgatan"):
        assert told not in repr(swedish)


def _fields(row: ImportedCase) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ImportedCase.__slots__}


def test_whoever_is_signed_in_is_the_patient_and_is_answered_in_the_inbox() -> None:
    known = {"ärende-id": "1", "e-tjänst": "intyg", "inkommet": "2026-11-20 10:00", "text": "a"}
    (row,) = read(table({**known, "personnummer": WOMAN})).rows
    assert (row.facts.complainant, row.facts.answer_by) == (Complainant.PATIENT, AnswerBy.INBOX)
    (row,) = read(table({**known, "förnamn": "Test", "efternamn": "Person"})).rows
    assert (row.facts.patient, row.facts.complainant) == ("Test Person", Complainant.PATIENT)
    assert (row.facts.answer_by, row.given_name, row.family_name) == (AnswerBy.UNSAID, "", "")


@pytest.mark.parametrize("told", ["personnummer", "förnamn", "telefon", "e-post", "adress"])
def test_an_anonymous_row_tells_of_nobody(told: str) -> None:
    row = {key: EVERY[key] for key in ("ärende-id", "e-tjänst", "inkommet", "text", "typ")}
    row["anmälare"] = "anonym"
    assert read(table(row)).rows[0].facts.complainant is Complainant.ANONYMOUS
    assert faults(table({**row, told: EVERY[told]})) == [(2, CaseFault.ANONYMOUS, told)]


def test_the_e_service_tells_the_kind_and_views_and_advice_say_theirs() -> None:
    for service, kind, found in (
        ("intyg", "", CaseKind.E_SERVICE),
        ("INTYG", "e-tjänst", CaseKind.E_SERVICE),
        ("1177 direkt", "", CaseKind.E_SERVICE),
        ("chatt", "rådgivning", CaseKind.ADVICE),
        ("synpunkter", "Beröm", CaseKind.PRAISE),
        ("Synpunkter och klagomål", "KLAGOMAL", CaseKind.COMPLAINT),
    ):
        row = {**_needed(), "e-tjänst": service, "typ": kind}
        assert read(table(row)).rows[0].kind is found
    for service, kind, fault in (
        ("synpunkter", "", CaseFault.MISSING),
        ("synpunkter", "e-tjänst", CaseFault.KIND),
        ("intyg", "klagomål", CaseFault.KIND),
        ("intyg", "rådgivning", CaseFault.KIND),
        ("intyg", "annat", CaseFault.KIND),
    ):
        row = {**_needed(), "e-tjänst": service, "typ": kind}
        assert faults(table(row)) == [(2, fault, "typ")]


def _needed() -> dict[str, str]:
    return {"ärende-id": "1", "e-tjänst": "intyg", "inkommet": "2026-11-20 10:00", "text": "a"}


@pytest.mark.parametrize(
    ("shown", "hour"),
    [
        ("2026-11-20 10:00", 9),
        ("2026-11-20T10:00:00", 9),
        ("2026-11-20T10:00:00Z", 10),
        ("2026-11-20T10:00+01:00", 9),
        ("2026-11-20T10:00:00.250-0500", 15),
        ("2026-10-25 02:30", 0),  # the hour that comes twice: the first is meant
    ],
)
def test_a_time_is_a_swedish_clock_s_or_has_a_zone(shown: str, hour: int) -> None:
    (row,) = read(table({**_needed(), "inkommet": shown})).rows
    assert row.received_at.replace(microsecond=0).astimezone(UTC).hour == hour
    assert row.received_at.tzinfo is UTC


@pytest.mark.parametrize(
    ("shown", "fault"),
    [
        ("2026-11-23 13:01", CaseFault.FUTURE),
        ("2026-11-23T12:01:00Z", CaseFault.FUTURE),
        ("2026-03-29 02:30", CaseFault.INSTANT),  # no clock shows it
        ("2026-02-30 10:00", CaseFault.INSTANT),
        ("2004-12-31 23:30", CaseFault.INSTANT),
        ("2026-11-20", CaseFault.INSTANT),
        ("0001-01-01T00:00:00+14:00", CaseFault.INSTANT),
        ("2026-11-20T10:00:00+99:00", CaseFault.INSTANT),
        ("i går", CaseFault.INSTANT),
        ("", CaseFault.MISSING),
    ],
)
def test_what_is_no_time_or_has_not_come_yet_is_a_fault(shown: str, fault: CaseFault) -> None:
    assert of_row(inkommet=shown) == [(2, fault, "inkommet")]


@pytest.mark.parametrize(
    ("heading", "cell", "fault"),
    [
        ("ärende-id", "", CaseFault.MISSING),
        ("ärende-id", "1" * 65, CaseFault.TOO_LONG),
        ("ärende-id", "a\0b", CaseFault.SIGNS),
        ("ärende-id", "a\u202eb", CaseFault.SIGNS),
        ("e-tjänst", "", CaseFault.MISSING),
        ("e-tjänst", "bank", CaseFault.SERVICE),
        ("text", " \n ", CaseFault.MISSING),
        ("text", "x" * 20_001, CaseFault.TOO_LONG),
        ("text", "f\ufffdrst", CaseFault.LETTERS),
        ("text", "a\ud800b", CaseFault.SIGNS),
        ("hsa-id", "SE 1", CaseFault.HSA_ID),
        ("personnummer", "19880702-2383", CaseFault.NUMBER),
        ("personnummer", "OKÄND-00000000-0000-0000-0000-000000000000", CaseFault.NUMBER),
        ("förnamn", "x" * 101, CaseFault.TOO_LONG),
        ("anmälare", "grannen", CaseFault.COMPLAINANT),
        ("samtycke", "kanske", CaseFault.FLAG),
        ("svar via", "duva", CaseFault.ANSWER),
        ("telefon", "070-17", CaseFault.PHONE),
        ("e-post", "test@example.com\nBcc: a@example.com", CaseFault.EMAIL),
        ("e-post", "test", CaseFault.EMAIL),
        ("adress", "x" * 1_001, CaseFault.TOO_LONG),
        ("händelse", "2026-13", CaseFault.EVENT),
        ("händelse", "förra året", CaseFault.EVENT),
        ("händelse", "2027", CaseFault.FUTURE),
        ("önskemål", "x" * 2_001, CaseFault.TOO_LONG),
        ("språk", "x" * 41, CaseFault.TOO_LONG),
        ("vårdskada", "kanske", CaseFault.INJURY),
        ("skyddad", "hemlig", CaseFault.FLAG),
    ],
)
def test_a_cell_that_cannot_be_used_is_told_by_its_heading(
    heading: str, cell: str, fault: CaseFault
) -> None:
    assert faults(table({**_needed(), heading: cell})) == [(2, fault, heading)]
    listed = json.dumps([{**_needed(), heading: cell}])
    assert faults(listed) == [(1, fault, heading)]


def test_of_a_number_in_one_e_service_there_is_one_row() -> None:
    other = ROW.replace("kontakta oss", "intyg")
    assert len(read(HEAD + ROW + other).rows) == 2
    assert faults(HEAD + ROW + other + ROW) == [(4, CaseFault.REPEATED, "")]


def test_headings_are_known_once_and_needed() -> None:
    assert faults("") == faults("\n\n") == [
        (1, CaseFault.NO_HEADINGS, each) for each in ("ärende-id", "e-tjänst", "inkommet", "text")
    ]  # fmt: skip
    assert faults(HEAD) == [(1, CaseFault.NOTHING, "")]
    assert faults(HEAD.replace("\n", ";Test Person\n") + ROW) == [(1, CaseFault.HEADING, "#5")]
    assert faults(HEAD.replace("\n", ";Case_ID\n") + ROW) == [
        (1, CaseFault.HEADING_TWICE, "ärende-id")
    ]
    assert faults(HEAD + '"x') == [(2, CaseFault.QUOTES, "")]
    assert faults('"x') == [(1, CaseFault.QUOTES, "")]
    assert faults(HEAD + "x;y\n") == [(2, CaseFault.CELLS, "")]
    assert len(read(HEAD.replace("\n", ";;\n") + ROW.replace("\n", ";;\n")).rows) == 1


def test_a_formula_is_its_own_letters() -> None:
    (row,) = read(table({**_needed(), "text": "'=1+1"})).rows
    assert row.facts.words == "=1+1"
    (row,) = read(json.dumps([{**_needed(), "text": "'=1+1"}])).rows
    assert row.facts.words == "'=1+1"


def test_json_has_text_true_false_and_null() -> None:
    row = {**_needed(), "barn": True, "skyddad": False, "språk": None}
    (found,) = read(json.dumps({"Ärenden": [row]})).rows
    assert (found.facts.child, found.facts.protected) == (Said.YES, Said.NO)
    odd: list[object] = [1041, 10.5, float("nan"), [], {}]
    for value in odd:
        told = faults(json.dumps([{**_needed(), "ärende-id": value}]))
        assert told == [(1, CaseFault.VALUE, "ärende-id")]


@pytest.mark.parametrize(
    ("text", "line", "fault", "column"),
    [
        ("[", 1, CaseFault.JSON, ""),
        ('[\n{"id": "1",}]', 2, CaseFault.JSON, ""),
        ("[" * 100_000, 1, CaseFault.JSON, ""),
        ('{"a":' * 100_000, 1, CaseFault.JSON, ""),
        ("[" + "9" * 10_000 + "]", 1, CaseFault.SHAPE, ""),
        ("[]", 1, CaseFault.NOTHING, ""),
        ("{}", 1, CaseFault.SHAPE, ""),
        ('{"ärenden": {}}', 1, CaseFault.SHAPE, ""),
        ('{"ärenden": [], "mer": 1}', 1, CaseFault.SHAPE, ""),
        ('{"annat": []}', 1, CaseFault.SHAPE, ""),
        ('[{"id": "1", "id": "2"}]', 1, CaseFault.HEADING_TWICE, ""),
        ('[{"id": "1", "ärende-id": "2"}]', 1, CaseFault.HEADING_TWICE, "ärende-id"),
        ('[{"Test Person": "1"}]', 1, CaseFault.HEADING, "#1"),
        ('[{"id": "1"}]', 1, CaseFault.MISSING, "e-tjänst"),
        ('{"ärenden": [], "ärenden": []}', 1, CaseFault.SHAPE, ""),
    ],
)
def test_json_of_another_shape_is_a_fault(
    text: str, line: int, fault: CaseFault, column: str
) -> None:
    assert faults(text) == [(line, fault, column)]


def test_limits_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = read(HEAD + "x\n" * (FAULTS_TOLD + 20))
    assert len(sheet.faults) == FAULTS_TOLD
    assert sheet.faults[-1] == CaseSheetFault(FAULTS_TOLD + 1, CaseFault.CELLS)
    monkeypatch.setattr(case_sheets, "CASE_ROWS", 2)
    rows = "".join(ROW.replace("K1", f"K{n}") for n in range(4))
    assert faults(HEAD + rows) == [(4, CaseFault.TOO_MANY, "")]
    monkeypatch.setattr(case_tables, "CASE_FILE_LIMIT", 200)
    with pytest.raises(CaseFileTooLarge) as refused:
        read_cases("x" * 201, NOW)
    assert refused.value.facts == {"size": 201, "limit": 200}


@given(st.text(st.sampled_from(string.printable + "åäö;;,\"\n\0\ufeff\ufffd'"), max_size=300))
def test_every_text_is_answered_with_rows_or_with_faults(text: str) -> None:
    for before in ("", HEAD, "[", '{"ärenden":['):
        read(before + text)


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*EVERY, "x"]), inner, max_size=6)
    ),
    max_leaves=12,
)


@given(_JSON)
def test_every_json_is_answered_with_rows_or_with_faults(value: object) -> None:
    for whole in ([value], {"ärenden": value}, [{**_needed(), "barn": value}]):
        read(json.dumps(whole))


def test_faults_have_words_and_those_of_texts_are_all_known() -> None:
    for fault in (*CaseFault, *CaseRowRefusal):
        assert case_faults.fault_name(fault)
    assert set(case_faults._WORDS) <= {each.value for each in CaseFault}
    of_texts = {RowFault.TOO_LONG, RowFault.SIGNS, RowFault.LETTERS, RowFault.HSA_ID}
    assert {case_sheets.as_case_fault(each).value for each in of_texts} == set(of_texts)


def test_columns_have_each_heading_once_and_the_page_tells_them_all() -> None:
    columns = case_columns(NOW)
    names = [name for column in columns for name in (column.heading, *column.also)]
    assert len(names) == len(set(names))
    page = (Path(__file__).parents[2] / "docs" / "cases.md").read_text(encoding="utf-8")
    part = page.partition("### CSV")[2].partition("### JSON")[0].splitlines()
    rows = [line.split("|") for line in part if line.startswith("| `")]
    assert {name for row in rows for name in re.findall("`([^`]+)`", row[1])} == set(EVERY)
    also = {name.strip() for row in rows for name in re.split("[,;]", row[2])} - {"–", ""}
    assert also == {name for column in columns for name in column.also}


def test_rows_that_come_in_together_are_few_and_each_once() -> None:
    (row,) = read(HEAD + ROW).rows
    (other,) = read(HEAD + ROW.replace("kontakta oss", "intyg")).rows
    assert row.case_id != other.case_id
    assert repeated((row, other)) == ()
    assert repeated((row, row)) == (CaseRowProblem(2, CaseRowRefusal.REPEATED),)
    with pytest.raises(CasesTooMany) as refused:
        repeated((row,) * (IMPORT_LIMIT + 1))
    assert refused.value.facts == {"count": IMPORT_LIMIT + 1, "limit": IMPORT_LIMIT}
