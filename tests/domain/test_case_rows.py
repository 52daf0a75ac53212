"""What a file of cases gives is taken in as it is: its rules are no laxer than the verb's."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from kundcenter.domain.case_cells import case_columns
from kundcenter.domain.case_checks import checked_row
from kundcenter.domain.case_tables import read_cases
from tests.domain.test_case_files import EVERY, table

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ODD = st.text(
    st.characters(codec="utf-8")
    | st.sampled_from("åäöÅÄÖé \t\n\r\u00a0\u2003\u0301\u200b'=-+@.,;1"),
    max_size=30,
)
MORE = {
    "e-tjänst": ("intyg", "1177 direkt", "kontakta oss"),
    "typ": ("", "synpunkt", "rådgivning"),
    "inkommet": ("2026-11-23T12:00:00Z", "2005-01-01 00:00", "1999-01-01 00:00"),
    "personnummer": ("", "19900101"),
    "anmälare": ("anonym", "annan", ""),
    "telefon": ("", "112", "+46 70 174 06 05", "anonymous", "skyddat nummer"),
    "händelse": ("", "2026", "1899", "1900-02", "2026-11-24", "2026-11", "٢٠٢٦"),
    "e-post": ("", "a@b.se", "Å@example.com", "a@example.c"),
    "svar via": ("", "brev"),
}


def cells(heading: str) -> st.SearchStrategy[str]:
    """What a cell may hold: mostly what it should, now and then anything."""
    usual = st.sampled_from((EVERY[heading], *MORE.get(heading, ("",))))
    return st.one_of(usual, usual, usual, ODD)


HEADINGS = sorted(column.heading for column in case_columns(NOW))
# A few cells at a time: of rows with many odd ones hardly any is sound.
ROWS = st.lists(st.sampled_from(HEADINGS), max_size=4, unique=True).flatmap(
    lambda headings: st.fixed_dictionaries({each: cells(each) for each in headings})
)
NEEDED = {key: EVERY[key] for key in ("ärende-id", "e-tjänst", "inkommet", "text", "typ")}


@settings(max_examples=400)
@given(ROWS)
@example({"förnamn": "Jo\u0301n", "efternamn": "Ö"})
@example({"inkommet": "2004-12-31 23:30"})
@example({"text": "  två blanksteg  \n"})
def test_every_row_that_a_file_gives_is_kept_to_the_letter(row: dict[str, str]) -> None:
    whole = {**NEEDED, **row}
    for text in (table(whole), json.dumps([whole])):
        for found in read_cases(text, NOW).rows:
            assert checked_row(found, NOW) == found


@given(ROWS)
def test_a_table_and_json_mean_the_same_row(row: dict[str, str]) -> None:
    whole = {**NEEDED, **row}
    assume(not any("\r" in cell or cell.startswith("'") for cell in whole.values()))
    in_table, in_json = read_cases(table(whole), NOW), read_cases(json.dumps([whole]), NOW)
    assert [each.key for each in in_table.rows] == [each.key for each in in_json.rows]
    assert [each.facts for each in in_table.rows] == [each.facts for each in in_json.rows]
    assert [each.fault for each in in_table.faults] == [each.fault for each in in_json.faults]
