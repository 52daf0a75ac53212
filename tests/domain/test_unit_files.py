"""Files of units: what comes in, what is refused with its line and reason, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.opening import Hours, Span
from kundcenter.domain.unit_cards import Criteria, Details, Spot, UnitCard
from kundcenter.domain.unit_cells import COLUMNS, guarded, unguarded
from kundcenter.domain.unit_files import read_units, written
from kundcenter.domain.unit_kinds import kind_by_name
from kundcenter.domain.unit_sheets import (
    FAULTS_TOLD,
    FILE_LIMIT,
    ROW_LIMIT,
    RowFault,
    UnitFault,
    UnitFileFaulty,
    UnitFileTooLarge,
)
from kundcenter.domain.unit_wordings import IncomingUnit, UnitWording
from kundcenter.domain.units import Unit, UnitKind
from kundcenter.start.desk import published_codes
from tests.naughty import MEGABYTE, ODD

CODES = published_codes()[max(published_codes())]
HEAD = "hsa-id;namn;typ;kommun;telefon"
ROW = "SE0000000001-DEMO1;Demo;vårdcentral;Habo;0980-31 92 01"
HOURS = Hours(tuple(Span(day, 480, day, 1020) for day in range(1, 6)))
WHOLE = UnitCard(
    Unit(UUID(int=1), "SE0000000001-DEMO1", "Demo", UnitKind.PRIMARY_CARE, "Habo", "+46980319201"),
    Details(
        public_name="Demo utåt",
        street="Testgatan 1",
        postal="555 55 Teststad",
        way="Entré A\nPlan 2",
        spot=Spot(57_910_000, 14_080_001),
        hours=HOURS,
        criteria=Criteria(
            youngest=0,
            oldest=15,
            takes=frozenset({"FEBER", "ORON"}),
            refuses=frozenset({"ADMIN"}),
            send_here='Sådant; "som" kan vänta',
            not_here="=1+1",
            signed_off_on=date(2026, 10, 1),
            signed_off_by="Chefen (demo)",
        ),
        synonyms=("Habo VC", "Demovårdcentral"),
        queue=True,
        bookable=True,
        web="https://example.com/demo",
    ),
    number=1,
)


def faults(text: str) -> list[tuple[int, RowFault, str]]:
    sheet = read_units(text, codes=CODES)
    assert not (sheet.faults and sheet.rows)
    return [(each.line, each.fault, each.column) for each in sheet.faults]


def one(more: str = "", cell: str = "") -> IncomingUnit:
    """The row of a file with one more column."""
    text = f"{HEAD};{more}\n{ROW};{cell}\n" if more else f"{HEAD}\n{ROW}\n"
    (row,) = read_units(text, codes=CODES).sound()
    return row


def test_a_row_with_what_is_needed_gives_the_wording_and_no_details() -> None:
    assert one() == IncomingUnit(UnitWording.of(WHOLE.unit), Details())


def test_everything_that_has_a_column_comes_back_as_it_went() -> None:
    (row,) = read_units(written([WHOLE]), codes=CODES).sound()
    assert row.details == WHOLE.details
    assert row.upon(WHOLE) == (UnitWording.of(WHOLE.unit), WHOLE.details)


def test_what_the_file_does_not_name_stays_and_what_it_leaves_empty_goes() -> None:
    wording, details = one("öppettider").upon(WHOLE)
    assert wording == UnitWording.of(WHOLE.unit)
    assert details == replace(WHOLE.details, hours=Hours())
    _, details = one("skicka hit", "Bara detta").upon(WHOLE)
    criteria = replace(WHOLE.details.criteria, send_here="Bara detta")
    assert details == replace(WHOLE.details, criteria=criteria)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_delimiter_any_end_of_line_and_either_language(delimiter: str, end: str) -> None:
    text = end.join(
        (
            '\ufeffName|"HSA ID"|TYPE|Municipality|phone|age to|queue||',
            f'"Demo {delimiter} ett"|SE0000000001-DEMO2|närakut|Habo|+46980319202|15|YES||',
            "",
            "|||||||",
        )
    )
    (row,) = read_units(text.replace("|", delimiter), codes=CODES).sound()
    assert row.wording.name == " ".join(f"Demo {delimiter} ett".split())
    assert row.wording.kind is UnitKind.OUT_OF_HOURS
    assert (row.details.criteria.oldest, row.details.queue) == (15, True)
    assert row.given == {"oldest", "queue"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", (1, RowFault.NO_HEADINGS, "hsa-id")),
        ("namn;typ;kommun;telefon\n", (1, RowFault.NO_HEADINGS, "hsa-id")),
        (f"{HEAD};färg\n{ROW};blå\n", (1, RowFault.HEADING, "färg")),
        (f"{HEAD};;web\n{ROW};;\n", (1, RowFault.HEADING, "")),
        (f"{HEAD};name\n{ROW};x\n", (1, RowFault.HEADING_TWICE, "name")),
        (f"{HEAD}\n", (1, RowFault.NOTHING, "")),
        (f"{HEAD}\n\n;;;;\n", (3, RowFault.NOTHING, "")),
        (f"{HEAD}\n{ROW};mer\n", (2, RowFault.CELLS, "")),
        (f"{HEAD}\na;b\n", (2, RowFault.CELLS, "")),
        (f'{HEAD}\n{ROW}\n"a;b', (3, RowFault.QUOTES, "")),
        (f"{HEAD}\n;Demo;VC;Habo;112\n", (2, RowFault.MISSING, "hsa-id")),
        (f"{HEAD}\nSE1-ö;Demo;VC;Habo;112\n", (2, RowFault.HSA_ID, "hsa-id")),
        (f"{HEAD}\n{'S' * 65};Demo;VC;Habo;112\n", (2, RowFault.HSA_ID, "hsa-id")),
        (f"{HEAD}\nSE1; ;VC;Habo;112\n", (2, RowFault.MISSING, "namn")),
        (f"{HEAD}\nSE1;{'x' * 301};VC;Habo;112\n", (2, RowFault.TOO_LONG, "namn")),
        (f"{HEAD}\nSE1;Demo;;Habo;112\n", (2, RowFault.MISSING, "typ")),
        (f"{HEAD}\nSE1;Demo;apotek;Habo;112\n", (2, RowFault.KIND, "typ")),
        (f"{HEAD}\nSE1;Demo;VC;;112\n", (2, RowFault.MISSING, "kommun")),
        (f"{HEAD}\nSE1;Demo;VC;Habo;\n", (2, RowFault.MISSING, "telefon")),
        (f"{HEAD}\nSE1;Demo;VC;Habo;hemligt\n", (2, RowFault.PHONE, "telefon")),
        (f"{HEAD}\nSE1;Demo;VC;Habo;31 92 01\n", (2, RowFault.PHONE, "telefon")),
        (f"{HEAD}\nSE1;De\u202emo;VC;Habo;112\n", (2, RowFault.SIGNS, "namn")),
        (f"{HEAD}\nSE1;De\x07mo;VC;Habo;112\n", (2, RowFault.SIGNS, "namn")),
        (f"{HEAD}\nSE1;N\ufffdssjö;VC;Habo;112\n", (2, RowFault.LETTERS, "namn")),
        (f"{HEAD}\nSE1;Nï¿½ssjï¿½;VC;Habo;112\n", (2, RowFault.LETTERS, "namn")),
        (f"{HEAD}\nSE1;NÃ¤ssjÃ¶;VC;Habo;112\n", (2, RowFault.LETTERS, "namn")),
        (f"{HEAD}\n{ROW}\n{ROW.lower()}\n", (3, RowFault.REPEATED, "")),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, fault: tuple[int, RowFault, str]) -> None:
    assert fault in faults(text)
    with pytest.raises(UnitFileFaulty):
        read_units(text, codes=CODES).sound()


@pytest.mark.parametrize(
    ("heading", "cell", "fault"),
    [
        ("öppettider", "ibland", RowFault.HOURS),
        ("öppettider", "mån 08:00-26:00", RowFault.HOURS),
        ("latitud", "57,78", RowFault.SPOT),  # half a place
        ("latitud;longitud", "nord;öst", RowFault.SPOT),
        ("latitud;longitud", "91;14", RowFault.SPOT),
        ("latitud;longitud", "NaN;14", RowFault.SPOT),
        ("latitud;longitud", "14,16;57,78", RowFault.SPOT),  # the wrong way round
        ("ålder från", "-1", RowFault.AGE),
        ("ålder till", "femton", RowFault.AGE),
        ("ålder till", "131", RowFault.AGE),
        ("ålder till", "²", RowFault.AGE),
        ("ålder från;ålder till", "16;15", RowFault.AGE),
        ("tar emot", "feber; !", RowFault.REASONS),
        ("tar emot", "HEMLÄNGTAN", RowFault.REASONS),  # no reason of the code set
        ("tar emot;tar inte emot", "FEBER;FEBER", RowFault.REASONS),
        ("signerad", "1/2 2026", RowFault.DAY),
        ("signerad", "2026-02-30", RowFault.DAY),
        ("teleq", "kanske", RowFault.FLAG),
        ("webb", "javascript:alert(1)", RowFault.WEB),
        ("skicka hit", "x" * 2_001, RowFault.TOO_LONG),
        ("synonymer", "x" * 101, RowFault.TOO_LONG),
    ],
)
def test_a_wrong_cell_is_told_with_its_heading(heading: str, cell: str, fault: RowFault) -> None:
    quoted = cell if ";" in heading else f'"{cell}"'
    told = faults(f"{HEAD};{heading}\n{ROW};{quoted}\n")
    assert [(line, found) for line, found, _ in told] == [(2, fault)]
    known = {column.heading for column in COLUMNS}
    assert told[0][2] in {*known, ""}
    assert told[0][2] in heading.split(";") or heading in {"latitud", "tar emot;tar inte emot"}


def test_one_fault_among_sound_rows_refuses_all_of_them() -> None:
    sheet = read_units(f"{HEAD}\n{ROW}\nSE2;Demo;apotek;Habo;112\nSE3;Demo;VC;Habo;112\n")
    assert (sheet.rows, sheet.seen) == ((), 3)
    assert sheet.faults == (UnitFault(3, RowFault.KIND, "typ"),)
    with pytest.raises(UnitFileFaulty) as caught:
        sheet.sound()
    assert caught.value.facts == {"count": 1, "line": 3, "fault": RowFault.KIND}


def test_a_kind_that_is_given_is_of_rows_without_their_own_and_is_only_a_guess() -> None:
    text = "hsa-id;namn;kommun;telefon\nSE1;Demo;Habo;112\n"
    (row,) = read_units(text, UnitKind.SPECIALIST).sound()
    assert (row.wording.kind, row.guessed) == (UnitKind.SPECIALIST, frozenset({"kind"}))
    assert row.upon(WHOLE)[0].kind is UnitKind.PRIMARY_CARE
    (row,) = read_units(f"{HEAD}\nSE1;Demo;akut;Habo;112\n", UnitKind.SPECIALIST).sound()
    assert (row.wording.kind, row.guessed) == (UnitKind.EMERGENCY, frozenset())


def test_an_unusual_hsa_id_is_kept_and_counted() -> None:
    text = f"{HEAD}\n{ROW}\nTSTNMT2321000156-102Q;Demo;VC;Habo;112\n"
    sheet = read_units(text)
    assert [row.wording.hsa_id for row in sheet.sound()][1] == "TSTNMT2321000156-102Q"
    assert (sheet.odd_ids, sheet.seen) == (1, 2)


def test_a_line_within_a_cell_does_not_move_the_lines_that_are_told() -> None:
    text = f'{HEAD};skicka hit\n{ROW};"två\nrader"\nSE2;Demo;?;Habo;112;\n'
    assert faults(text) == [(4, RowFault.KIND, "typ")]


def test_too_many_rows_too_many_faults_and_too_large_a_file_end_in_passing() -> None:
    many = "".join(f"SE{n};Demo;VC;Habo;112\n" for n in range(ROW_LIMIT + 2))
    assert faults(f"{HEAD}\n{many}") == [(ROW_LIMIT + 2, RowFault.TOO_MANY, "")]
    wrong = "".join(f"SE{n};Demo;?;Habo;112\n" for n in range(500))
    assert len(faults(f"{HEAD}\n{wrong}")) == FAULTS_TOLD
    with pytest.raises(UnitFileTooLarge) as caught:
        read_units("x" * (FILE_LIMIT + 1))
    assert caught.value.facts == {"size": FILE_LIMIT + 1, "limit": FILE_LIMIT}


@pytest.mark.parametrize("odd", ODD)
def test_odd_text_is_kept_as_it_is_or_refused_with_its_line(odd: str) -> None:
    cell = odd.replace('"', '""')
    sheet = read_units(f'{HEAD};skicka hit\n{ROW};"{cell}"\n', codes=CODES)
    if sheet.faults:
        assert {fault.line for fault in sheet.faults} == {2}
        return
    (row,) = sheet.rows
    assert row.details.criteria.send_here == odd.replace("\r\n", "\n").replace("\r", "\n").strip()


def test_a_megabyte_in_a_cell_is_a_fault_and_no_crash() -> None:
    assert faults(f"{HEAD}\nSE1;{MEGABYTE};VC;Habo;112\n")[0][:1] == (2,)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=20))
def test_no_cell_that_is_written_is_a_formula_and_all_come_back(text: str) -> None:
    assert guarded(text)[:1] not in {"=", "+", "-", "@"}
    assert unguarded(guarded(text)) == text


@given(
    st.text(alphabet="=+-@'\";,\n abcåäö", max_size=30),
    st.lists(st.text(alphabet="=+-@' abcåäö", min_size=1, max_size=9), max_size=4),
    st.integers(54_000_000, 70_000_000),
    st.integers(8_000_000, 26_000_000),
)
def test_any_card_comes_back_as_it_went(
    prose: str, names: list[str], north: int, east: int
) -> None:
    synonyms = tuple(dict.fromkeys(filter(None, (" ".join(name.split()) for name in names))))
    card = replace(
        WHOLE,
        details=replace(
            WHOLE.details,
            way="\n".join(line.rstrip() for line in prose.split("\n")).strip(),
            synonyms=synonyms,
            spot=Spot(north, east),
        ),
    )
    (row,) = read_units(written([card]), codes=CODES).sound()
    assert row.details == card.details


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Nässjö VC DLM", UnitKind.PRIMARY_CARE),
        ("Tenhults vårdcentral", UnitKind.PRIMARY_CARE),
        ("Närakuten, Rosenlunds vårdcentral", UnitKind.OUT_OF_HOURS),
        ("Jourcentralen Eksjö", UnitKind.OUT_OF_HOURS),
        ("Akutmottagningen", UnitKind.EMERGENCY),
        ("Akutkliniken Värnamo", UnitKind.EMERGENCY),
        ("Barnakuten", UnitKind.PAEDIATRIC_EMERGENCY),
        ("Psykiatriska akutmottagningen", UnitKind.PSYCHIATRIC_EMERGENCY),
        ("Förlossningen", UnitKind.MATERNITY),
        ("BVC Rosenlunds vårdcentral", UnitKind.MOTHER_AND_CHILD),
        ("Barnmorskemottagningen", UnitKind.MOTHER_AND_CHILD),
        ("Hudmottagningen", UnitKind.SPECIALIST),
        ("Ögonkliniken", UnitKind.SPECIALIST),
        ("Nässjö Primärvårdsområde", None),
        ("Höglandets sjukvårdsområde", None),
        ("Landstinget i Jönköping", None),
        ("Psykiatri och akut omhändertagande", None),
    ],
)
def test_the_kind_is_told_from_the_name_or_not_at_all(name: str, kind: UnitKind | None) -> None:
    assert kind_by_name(name) is kind
