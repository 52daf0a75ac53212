"""Tables of booked times and of free times: what comes in, and what refuses the whole file."""

from __future__ import annotations

import re
import string
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.cli import booking_faults
from kundcenter.domain import booking_files
from kundcenter.domain.booking_cells import TIME_COLUMNS, booking_columns
from kundcenter.domain.booking_files import read_bookings
from kundcenter.domain.booking_sheets import (
    FAULTS_TOLD,
    BookingFault,
    BookingFileTooLarge,
    BookingSheet,
    SheetFault,
)
from kundcenter.domain.bookings import BookingKind, CareType
from kundcenter.domain.identity import IdKind, PersonId
from kundcenter.domain.imported_bookings import (
    IMPORT_LIMIT,
    ImportedBooking,
    IncomingTime,
    RowProblem,
    RowRefusal,
    RowsTooMany,
    care_of,
    repeated,
    source_key,
)
from kundcenter.domain.unit_sheets import ROW_LIMIT, RowFault
from kundcenter.domain.units import UnitKind

TODAY = date(2026, 11, 20)
UNIT = "SE0000000001-DEMO1"
WOMAN = "19880702-2382"
HEAD = "personnummer;hsa-id;boknings-id;start;slut\n"
ROW = f"{WOMAN};{UNIT};B1;2026-11-23 10:00;2026-11-23 10:30\n"
TIMES = "hsa-id;start;slut;tidstyp\n"


def read(text: str) -> BookingSheet:
    sheet = read_bookings(text, TODAY)
    assert not (sheet.faults and (sheet.bookings or sheet.times))
    assert not (sheet.bookings and sheet.times)
    return sheet


def faults(text: str) -> list[tuple[int, BookingFault, str]]:
    return [(each.line, each.fault, each.column) for each in read(text).faults]


def of_row(**cells: str) -> list[tuple[int, BookingFault, str]]:
    """The faults of one row with these cells, beside those that every row needs."""
    every = {
        "personnummer": WOMAN,
        "hsa-id": UNIT,
        "boknings-id": "B1",
        "start": "2026-11-23 10:00",
        "slut": "2026-11-23 10:30",
        **{name.replace("_", " "): cell for name, cell in cells.items()},
    }
    return faults(";".join(every) + "\n" + ";".join(every.values()) + "\n")


def test_a_row_becomes_a_booking_whose_flags_are_false_unless_they_are_there_and_true() -> None:
    (row,) = read(HEAD + ROW).bookings
    assert row == ImportedBooking(
        row=2,
        hsa_id=UNIT,
        source="B1",
        identity=PersonId(IdKind.PNR, "198807022382"),
        kind=BookingKind.BOOKED,
        starts_at=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
        ends_at=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
    )
    assert (row.cancel_allowed, row.rebook_allowed, row.message_allowed) == (False, False, False)
    assert row.key == "se0000000001-demo1#B1"


def test_every_column_is_read_in_swedish_and_in_english() -> None:
    cells = {
        "personnummer": WOMAN, "hsa-id": UNIT, "boknings-id": "B1", "typ": "tidsatt kallelse",
        "start": "20261123100000", "slut": "2026-11-23T10:30:00", "vårdtyp": "specialistvård",
        "tidstyp": "NYBESOK", "ändamål": "Kontroll", "vårdgivare": "Test Läkare",
        "resurs": "Rum 3", "får avbokas": "ja", "får ombokas": "nej", "får meddelas": "1",
        "preliminär": "ja", "på telefon": "ja", "förmedlad kallelse": "ja", "förnamn": "Test",
        "efternamn": "Person",
    }  # fmt: skip
    assert set(cells) == {column.heading for column in booking_columns(TODAY)}
    (swedish,) = read(";".join(cells) + "\n" + ";".join(cells.values())).bookings
    headings = [column.also[-1] for column in booking_columns(TODAY)]
    values = [cells[column.heading] for column in booking_columns(TODAY)]
    (english,) = read(",".join(headings) + "\r\n" + ",".join(values)).bookings
    assert english == swedish
    assert swedish.kind is BookingKind.TIMED_INVITATION
    assert swedish.care_type is CareType.SPECIALIST
    assert (swedish.cancel_allowed, swedish.rebook_allowed, swedish.message_allowed) == (
        True, False, True,
    )  # fmt: skip
    assert (swedish.preliminary, swedish.by_phone, swedish.letter_by_mediation) == (True,) * 3
    assert (swedish.given_name, swedish.family_name) == ("Test", "Person")
    assert (swedish.time_type, swedish.performer, swedish.resource) == (
        "NYBESOK", "Test Läkare", "Rum 3",
    )  # fmt: skip
    for told in ("Kontroll", "Test Person", "198807022382", "Test', family"):
        assert told not in repr(swedish)


def test_an_open_invitation_has_no_time_and_everything_else_has_one() -> None:
    open_ = f"{WOMAN};{UNIT};B1;öppen kallelse;;\n"
    head = "personnummer;hsa-id;boknings-id;typ;start;slut\n"
    (row,) = read(head + open_).bookings
    assert (row.kind, row.starts_at, row.ends_at) == (BookingKind.OPEN_INVITATION, None, None)
    assert of_row(typ="öppen kallelse") == [(2, BookingFault.KIND, "typ")]
    assert of_row(start="", slut="") == [(2, BookingFault.MISSING, "start")]
    assert of_row(slut="") == [(2, BookingFault.MISSING, "start")]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_separators_line_ends_and_a_mark_do_not_matter(separator: str, ending: str) -> None:
    text = "\ufeff" + (HEAD + ROW).replace(";", separator).replace("\n", ending)
    assert len(read(text).bookings) == 1


@pytest.mark.parametrize(
    ("cells", "fault", "column"),
    [
        ({"personnummer": ""}, BookingFault.MISSING, "personnummer"),
        ({"personnummer": "19880702-2383"}, BookingFault.NUMBER, "personnummer"),
        (
            {"personnummer": "OKÄND-0192f3a1-7c00-7000-8000-4b756e646365"},
            BookingFault.NUMBER,
            "personnummer",
        ),
        ({"hsa-id": ""}, BookingFault.MISSING, "hsa-id"),
        ({"hsa-id": "två ord"}, BookingFault.HSA_ID, "hsa-id"),
        ({"boknings-id": " "}, BookingFault.MISSING, "boknings-id"),
        ({"boknings-id": "B" * 65}, BookingFault.TOO_LONG, "boknings-id"),
        ({"boknings-id": "B\u202e1"}, BookingFault.SIGNS, "boknings-id"),
        ({"ändamål": "N\ufffdssjö"}, BookingFault.LETTERS, "ändamål"),
        ({"start": "2026-11-23"}, BookingFault.INSTANT, "start"),
        ({"start": "2026-02-30 10:00"}, BookingFault.INSTANT, "start"),
        ({"start": "2026-11-23 24:00"}, BookingFault.INSTANT, "start"),
        ({"start": "2026-11-23 10:00+01:00"}, BookingFault.INSTANT, "start"),
        ({"start": "1926-11-23 10:00"}, BookingFault.INSTANT, "start"),
        ({"start": "0001-01-01 00:00"}, BookingFault.INSTANT, "start"),  # before UTC begins
        ({"slut": "9999-12-31 23:59"}, BookingFault.INSTANT, "slut"),
        ({"start": "2026-03-29 02:30"}, BookingFault.INSTANT, "start"),  # no clock shows it
        ({"slut": "2026-11-23 10:00"}, BookingFault.ORDER, "slut"),
        ({"slut": "2026-11-24 10:01"}, BookingFault.ORDER, "slut"),
        ({"typ": "besök"}, BookingFault.KIND, "typ"),
        ({"vårdtyp": "tandvård"}, BookingFault.CARE, "vårdtyp"),
        ({"får avbokas": "kanske"}, BookingFault.FLAG, "får avbokas"),
    ],
)
def test_a_faulty_cell_refuses_the_file_with_line_and_heading(
    cells: dict[str, str], fault: BookingFault, column: str
) -> None:
    every = {
        "personnummer": WOMAN, "hsa-id": UNIT, "boknings-id": "B1",
        "start": "2026-11-23 10:00", "slut": "2026-11-23 10:30",
    } | cells  # fmt: skip
    sound = {**every, **dict.fromkeys(cells.keys() - {"personnummer"}, "")}
    sound |= {"personnummer": WOMAN, "hsa-id": UNIT, "boknings-id": "B0"}
    sound |= {"start": "2026-11-23 10:00", "slut": "2026-11-23 10:30"}
    text = "\n".join(";".join(row) for row in (every, sound.values(), every.values()))
    assert faults(text) == [(3, fault, column)]


def test_the_hour_that_comes_twice_is_the_first_and_summer_time_counts() -> None:
    row = ROW.replace("2026-11-23 10:00", "2026-10-25 02:30")
    (booking,) = read(HEAD + row.replace("2026-11-23 10:30", "2026-10-25 03:30")).bookings
    assert booking.starts_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert booking.ends_at == datetime(2026, 10, 25, 2, 30, tzinfo=UTC)


def test_a_booking_stands_once_in_a_file_whatever_the_case_of_its_unit() -> None:
    again = ROW.replace(UNIT, UNIT.lower())
    assert faults(HEAD + ROW + again) == [(3, BookingFault.REPEATED, "")]
    other = ROW.replace(UNIT, UNIT + "2")
    assert len(read(HEAD + ROW + other).bookings) == 2


def test_headings_are_known_each_once_and_those_that_are_needed_are_there() -> None:
    assert faults("personnummer;hsa-id;start\n") == [
        (1, BookingFault.NO_HEADINGS, "boknings-id"),
        (1, BookingFault.NO_HEADINGS, "slut"),
    ]
    assert faults("x;" + HEAD) == [(1, BookingFault.HEADING, "#1")]
    assert faults("hsa-id;" + HEAD) == [(1, BookingFault.HEADING_TWICE, "hsa-id")]
    assert faults("tid-id;" + HEAD) == [(1, BookingFault.HEADING, "#1")]
    assert faults("") == [
        (1, BookingFault.NO_HEADINGS, each) for each in ("hsa-id", "start", "slut", "tidstyp")
    ]
    assert "191212121212" not in str(faults(ROW.replace(UNIT, "Tolvan 191212121212")))
    assert faults(HEAD) == [(1, BookingFault.NOTHING, "")]


def test_cells_and_quotation_marks_that_are_wrong_refuse_the_file() -> None:
    assert faults(HEAD + "a;b\n") == [(2, BookingFault.CELLS, "")]
    assert faults(HEAD + ROW + '"x;' + ROW) == [(3, BookingFault.QUOTES, "")]
    assert len(read(HEAD + ROW.strip() + ";;;\n;;\n").bookings) == 1  # a spreadsheet's leavings


def test_a_formula_is_its_own_letters() -> None:
    head, row = HEAD.strip() + ";ändamål\n", ROW.strip() + ";'=1+1\n"
    (booking,) = read(head + row).bookings
    assert booking.purpose == "=1+1"


def test_free_times_are_told_by_their_headings_and_have_a_number_of_their_own() -> None:
    text = (
        "hsa-id;start;slut;tidstyp;platser;vårdtyp;vårdgivare;inom vårdgarantin\n"
        f"{UNIT};2026-11-23 10:00;2026-11-23 10:30;NYBESOK;2;övrig;Test Läkare;ja\n"
    )
    (time,) = read(text).times
    assert time == IncomingTime(
        row=2,
        hsa_id=UNIT,
        source="20261123100000 NYBESOK Test Läkare",
        time_type="NYBESOK",
        starts_at=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
        ends_at=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
        capacity=2,
        care_type=CareType.OTHER,
        performer="Test Läkare",
        within_guarantee=True,
    )
    assert time.key == "se0000000001-demo1#20261123100000 NYBESOK Test Läkare"
    plain = f"{UNIT};2026-11-23 10:00;2026-11-23 10:30;A\n"
    assert read(TIMES + plain).times[0].within_guarantee is None
    assert faults(TIMES + plain + plain) == [(3, BookingFault.REPEATED, "")]


@pytest.mark.parametrize("places", ["0", "501", "-1", "två", "1.5", "٣"])
def test_a_free_time_has_from_one_to_five_hundred_places(places: str) -> None:
    head = TIMES.strip() + ";platser\n"
    row = f"{UNIT};2026-11-23 10:00;2026-11-23 10:30;A;{places}\n"
    assert faults(head + row) == [(2, BookingFault.PLACES, "platser")]


def test_of_faults_only_so_many_are_told() -> None:
    sheet = read(HEAD + "x\n" * (FAULTS_TOLD + 20))
    assert len(sheet.faults) == FAULTS_TOLD
    assert sheet.faults[-1] == SheetFault(FAULTS_TOLD + 1, BookingFault.CELLS)


def test_a_file_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(booking_files, "FILE_LIMIT", 200)
    with pytest.raises(BookingFileTooLarge) as refused:
        read_bookings("x" * 201, TODAY)
    assert refused.value.facts == {"size": 201, "limit": 200}


def test_more_rows_than_a_region_has_are_refused() -> None:
    row = f"{UNIT};2026-11-23 10:00;2026-11-23 10:30;%s\n"
    text = TIMES + "".join(row % n for n in range(ROW_LIMIT + 1))
    assert faults(text) == [(ROW_LIMIT + 2, BookingFault.TOO_MANY, "")]


@given(st.text(st.sampled_from(string.printable + "åäö;;,\"\n\0\ufeff\ufffd'"), max_size=300))
def test_every_text_is_answered_with_rows_or_with_faults(text: str) -> None:
    for head in ("", HEAD, TIMES):
        sheet = read(head + text)
        assert bool(sheet.faults) != bool(sheet.bookings or sheet.times)


def test_faults_have_words_and_those_of_texts_are_all_known() -> None:
    for fault in (*BookingFault, *RowRefusal, "unknown"):
        assert booking_faults.fault_name(fault)
    words = {*BookingFault, *RowRefusal, "unknown"}
    assert set(booking_faults._WORDS) == words
    of_texts = {"hsa_id", "flag", "too_long", "signs", "letters", "missing", "markup", "doctype",
                "nested"}  # fmt: skip
    assert of_texts <= {fault.value for fault in RowFault} & {each.value for each in BookingFault}


def test_columns_have_each_heading_once() -> None:
    for columns in (booking_columns(TODAY), TIME_COLUMNS):
        names = [name for column in columns for name in (column.heading, *column.also)]
        assert len(names) == len(set(names))


def test_the_page_tells_every_heading() -> None:
    page = (Path(__file__).parents[2] / "docs" / "bookings.md").read_text(encoding="utf-8")
    told = {name for line in page.splitlines() if line.startswith("| `") for name in
            re.findall("`([^`]+)`", line.split("|")[1])}  # fmt: skip
    assert told == {column.heading for column in (*booking_columns(TODAY), *TIME_COLUMNS)}


def test_rows_that_come_in_together_are_few_and_each_once() -> None:
    (row,) = read(HEAD + ROW).bookings
    assert repeated((row, row)) == (RowProblem(2, RowRefusal.REPEATED),)
    other = read(HEAD + "\n" + ROW.replace(UNIT, UNIT.lower())).bookings[0]
    assert repeated((row, other)) == (RowProblem(3, RowRefusal.REPEATED),)
    with pytest.raises(RowsTooMany) as refused:
        repeated((row,) * (IMPORT_LIMIT + 1))
    assert refused.value.facts == {"count": IMPORT_LIMIT + 1, "limit": IMPORT_LIMIT}


def test_a_unit_s_kind_tells_whether_its_care_is_a_specialist_s() -> None:
    assert care_of(UnitKind.PRIMARY_CARE) is CareType.OTHER
    assert care_of(UnitKind.MOTHER_AND_CHILD) is CareType.OTHER
    assert care_of(UnitKind.SPECIALIST) is CareType.SPECIALIST
    assert source_key(" SE1-A ", "x") == "se1-a#x"
