"""Files of telephone directories: every row or every fault, and what a file does to a row."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from kundcenter.domain.switchboard.contact_files import (
    COLUMNS,
    read_contacts,
    written,
    written_json,
)
from kundcenter.domain.switchboard.contact_sheets import (
    ROW_LIMIT,
    ContactSheet,
    Placed,
    RowFault,
    placed,
)
from kundcenter.domain.switchboard.contacts import (
    MOST_NUMBERS,
    Contact,
    ContactDraft,
    ContactKind,
    ContactNumber,
    NumberKind,
)

OURS = "Regionen (test)"
UNIT = UUID(int=5)
UNITS = {"se0000000001-demo1": UNIT}
DESK, MOBILE, PAGER = NumberKind.DESK, NumberKind.MOBILE, NumberKind.PAGER
HIDDEN = ContactNumber(MOBILE, "+46701740606", hidden=True)
TOLD = ContactDraft(
    directory=OURS,
    name="Testa Person",
    kind=ContactKind.PERSON,
    title="=Kurator",  # a spreadsheet would calculate it
    unit_id=UNIT,
    workplace="Testhuset; plan 3",
    municipality="Jönköping",
    numbers=(ContactNumber(DESK, "3101"), HIDDEN, ContactNumber(PAGER, "+46701740607")),
    extension="3101",
    email="testa@example.com",
    words="samordnare",
    comment="Säger ”hej”.",
    key="P1",
)
THERE = Contact(UUID(int=1), TOLD)


def faults(text: str) -> list[tuple[int, str, str]]:
    sheet = read_contacts(text)
    assert sheet.rows == () or not sheet.faults
    return [(each.line, each.fault.value, each.column) for each in sheet.faults]


def brought(sheet: ContactSheet, *there: Contact) -> Placed:
    assert sheet.faults == ()
    return placed(sheet, OURS, {each.told.key: each for each in there}, UNITS)


def only(text: str, *there: Contact) -> ContactDraft:
    (draft,) = brought(read_contacts(text), *there).drafts
    return draft


def test_every_column_is_read_in_either_language_in_any_order() -> None:
    text = (
        "name;key;type;title;hsa-id;workplace;kommun;extension;phone;mobil;pager;other number;"
        "hidden numbers;e-mail;words;comment\n"
        "Testvakten;F1;funktion;Vakt;SE0000000001-DEMO1;Huset;Habo;3101;3101, 0980-31 92 00;"
        "070-174 06 05;;031-390 06 00;070-174 06 05,040-628 04 00;Vakt@EXAMPLE.com;larm;"
        "Dygnet runt\n"
    )
    told = only(text)
    assert told == ContactDraft(
        directory=OURS,
        name="Testvakten",
        kind=ContactKind.FUNCTION,
        title="Vakt",
        unit_id=UNIT,
        workplace="Huset",
        municipality="Habo",
        numbers=(
            ContactNumber(DESK, "3101"),
            ContactNumber(DESK, "+46980319200"),
            ContactNumber(MOBILE, "+46701740605", hidden=True),
            ContactNumber(NumberKind.OTHER, "+46313900600"),
            ContactNumber(NumberKind.OTHER, "+46406280400", hidden=True),
        ),
        extension="3101",
        email="Vakt@example.com",
        words="larm",
        comment="Dygnet runt",
        key="F1",
    )


def test_json_has_the_same_fields_and_lists_of_numbers() -> None:
    rows = [
        {"nyckel": "P1", "namn": "Testa", "mobil": ["070-174 06 05", "070-174 06 06"]},
        {"key": "P2", "name": "Testo", "e-post": None},
    ]
    found = brought(read_contacts(json.dumps(rows), encoding="utf-8"))
    assert [each.key for each in found.drafts] == ["P1", "P2"]
    assert [each.number for each in found.drafts[0].numbers] == ["+46701740605", "+46701740606"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [(1, "no_headings", "nyckel"), (1, "no_headings", "namn")]),
        ("nyckel;namn\n", [(1, "nothing", "")]),
        ("nyckel;namn;skostorlek\n", [(1, "heading", "skostorlek")]),
        ("nyckel;namn;name\n", [(1, "heading_twice", "name")]),
        ("nyckel;namn\nP1;A\nP1;B\nP2\n", [(3, "repeated", ""), (4, "cells", "")]),
        ("nyckel;namn\n;A\nP1; \n", [(2, "missing", "nyckel"), (3, "missing", "namn")]),
        ("nyckel;namn;typ\nP1;A;robot\n", [(2, "kind", "typ")]),
        ("nyckel;namn;mobil\nP1;A;070-174 06\n", [(2, "phone", "mobil")]),
        ("nyckel;namn;mobil\nP1;A;anonymous\n", [(2, "phone", "mobil")]),
        ("nyckel;namn;anknytning\nP1;A;0980-31 92 00\n", [(2, "phone", "anknytning")]),
        ("nyckel;namn;anknytning\nP1;A;112\n", [(2, "phone", "anknytning")]),
        ("nyckel;namn;e-post\nP1;A;a@b\n", [(2, "mail", "e-post")]),
        ("nyckel;namn;enhet\nP1;A;å\n", [(2, "hsa_id", "enhet")]),
        (f"nyckel;namn\n{'x' * 101};A\n", [(2, "too_long", "nyckel")]),
        (f"nyckel;namn\nP1;{'x' * 301}\n", [(2, "too_long", "namn")]),
        ("nyckel;namn\nP1;A\u202eB\n", [(2, "signs", "namn")]),
        ("nyckel;namn\nP1;NÃ¤ssjÃ¶\n", [(2, "letters", "namn")]),
        ('nyckel;namn\nP1;"A"B\n', [(2, "quotes", "")]),
        ("{}", [(1, "json", "")]),
        ("[1]", [(1, "json", "")]),
        ("[" * 100_000, [(1, "json", "")]),
        ('[{"nyckel": "P1"}]', [(1, "no_headings", "namn")]),
        ('[{"nyckel": "P1", "namn": 7}]', [(1, "json", "namn")]),
        ('[{"nyckel": "P1", "namn": "A", "name": "B"}]', [(1, "heading_twice", "name")]),
        ('[{"nyckel": "P1", "namn": "A", "skostorlek": "42"}]', [(1, "heading", "skostorlek")]),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(
    text: str, told: list[tuple[int, str, str]]
) -> None:
    assert faults(text) == told


def test_one_fault_gives_no_row_at_all_and_a_hundred_are_enough() -> None:
    text = "nyckel;namn\n" + "".join(f"P{at};{'A' if at else ''}\n" for at in range(9))
    assert read_contacts(text).rows == ()
    assert len(faults("nyckel;namn\n" + ";A\n" * 500)) == 100


def test_a_file_without_end_is_not_read_to_its_end() -> None:
    text = "nyckel;namn\n" + "".join(f"P{at};A\n" for at in range(ROW_LIMIT + 5))
    assert faults(text) == [(ROW_LIMIT + 2, "too_many", "")]


def test_a_unit_that_nobody_knows_and_too_many_numbers_are_found_before_anything_is_done() -> None:
    many = ",".join(f"+4670174060{at}" for at in range(5, 10)) + ",3101,3102,3103,3104"
    text = f"nyckel;namn;enhet;telefon\nP1;A;SE9;\nP2;B;;{many}\nP3;C;SE0000000001-demo1;\n"
    assert many.count(",") + 1 > MOST_NUMBERS
    found = brought(read_contacts(text))
    assert [(each.line, each.fault) for each in found.faults] == [
        (2, RowFault.UNIT),
        (3, RowFault.NUMBERS),
    ]
    assert (found.drafts, found.gone) == ((), ())


def test_what_the_file_does_not_name_stays_and_an_empty_cell_empties() -> None:
    text = "nyckel;namn;titel;sökare\nP1;Testa Ny;;\n"
    assert only(text, THERE) == replace(
        TOLD,
        name="Testa Ny",
        title="",
        numbers=(ContactNumber(DESK, "3101"), HIDDEN),
    )
    assert only("nyckel;namn;enhet\nP1;Testa Person;\n", THERE) == replace(TOLD, unit_id=None)


def test_hidden_numbers_stay_unless_the_file_has_them() -> None:
    kept = only("nyckel;namn;mobil\nP1;Testa Person;\n", THERE)
    assert HIDDEN in kept.numbers
    given = only("nyckel;namn;dolda nummer\nP1;Testa Person;\n", THERE)
    assert HIDDEN not in given.numbers and len(given.numbers) == 2
    open_now = only("nyckel;namn;mobil\nP1;Testa Person;070-174 06 06\n", THERE)
    assert [each for each in open_now.numbers if each.number == HIDDEN.number] == [HIDDEN]


def test_what_was_written_comes_back_and_changes_nothing_and_holds_nothing_hidden() -> None:
    secret = replace(
        TOLD,
        key="P2",
        extension="3102",
        numbers=(ContactNumber(DESK, "3102", hidden=True), ContactNumber(MOBILE, "+46701740608")),
    )
    there = (THERE, Contact(UUID(int=2), secret))
    for text in (
        written(there, {UNIT: "SE0000000001-DEMO1"}),
        written_json(there, {UNIT: "SE0000000001-DEMO1"}),
    ):
        assert "06 06" not in text and "3102" not in text and "dolda" not in text
        found = brought(read_contacts(text), *there)
        assert found.drafts == (TOLD, secret)
        assert found.gone == ()


def test_every_heading_is_its_own() -> None:
    headings = [heading for column in COLUMNS for heading in column.headings]
    assert len(set(headings)) == len(headings)
    assert all(heading == heading.lower() for heading in headings)


def test_the_rows_that_a_whole_file_lacks_are_told_but_not_those_that_are_gone() -> None:
    older = replace(THERE, id=UUID(int=3), told=replace(TOLD, key="P3"))
    last = replace(older, id=UUID(int=4), told=replace(TOLD, key="P4"))
    gone = last.retired(datetime(2026, 11, 21, tzinfo=UTC), UUID(int=9))
    found = brought(read_contacts("nyckel;namn\nP1;Testa Person\n"), THERE, older, gone)
    assert found.gone == ("P3",)


@pytest.mark.parametrize(
    "text",
    [
        "nyckel;namn;\x1b[2Jröd\nP1;Åsa Person;x\n",
        '[{"nyckel": "P1", "\\ud800\\u001b[2Jröd": "x"}]',
    ],
    ids=["table", "json"],
)
def test_an_unknown_heading_is_told_with_no_sign_that_steers_a_terminal(text: str) -> None:
    sheet = read_contacts(text)
    (told,) = (each for each in sheet.faults if each.fault is RowFault.HEADING)
    assert told.column.endswith("\ufffd[2Jröd")
    assert told.column.isprintable()
    told.column.encode()
