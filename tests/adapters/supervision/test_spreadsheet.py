"""A workbook read back by another program: numbers are numbers, and words are no formulas."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import openpyxl

from kundcenter.adapters.spreadsheet import LONGEST_NAME, workbook
from kundcenter.domain.supervision.books import Book, Sheet

AT = datetime(2026, 11, 23, 7, 15, tzinfo=UTC)
EVIL = ("=1+1", "+46", "-2", "@SUM(A1)", "{=1}", "https://x.example", "5", "'=a")


def read(book: Book) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(book, AT)))


def test_numbers_come_back_as_numbers_and_nothing_as_nothing() -> None:
    sheet = Sheet("Timmar", ("timme", "antal", "andel"), (("08", 12, 66.6667), ("09", 0, None)))
    page = read(Book("Skift", (), (sheet,)))["Timmar"]
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [
        ["timme", "antal", "andel"],
        ["08", 12, 66.6667],
        ["09", 0, None],
    ]
    assert page["B2"].data_type == page["C2"].data_type == "n"


def test_a_number_that_is_none_is_left_out() -> None:
    sheet = Sheet("Tal", ("a", "b", "c"), ((float("nan"), float("inf"), 1.5),), (0, 0, 2))
    page = read(Book("", (), (sheet,)))["Tal"]
    assert [cell.value for cell in page[2]] == [None, None, 1.5]
    assert page["C2"].number_format == "0.00"


def test_words_are_no_formulas_links_or_numbers() -> None:
    page = read(Book("", (), (Sheet("Ord", ("ord",), tuple((word,) for word in EVIL)),)))["Ord"]
    assert tuple(row[0].value for row in page.iter_rows(min_row=2)) == EVIL
    assert {row[0].data_type for row in page.iter_rows(min_row=2)} == {"s"}
    assert all(row[0].hyperlink is None for row in page.iter_rows(min_row=2))


def test_what_it_is_stands_on_a_sheet_of_its_own() -> None:
    book = Book("Statistik", (("Från", "2026-11-01"), ("Definition", "besvarade / inkomna")), ())
    page = read(book)["Om"]
    assert [[cell.value for cell in row] for row in page.iter_rows(min_row=2)] == [
        ["Från", "2026-11-01"],
        ["Definition", "besvarade / inkomna"],
    ]


def test_every_sheet_has_a_name_that_a_workbook_takes() -> None:
    long = "Efter enhet: [alla] och/eller några av dem"
    names = ("Om", long, long, "", "'")
    sheets = tuple(Sheet(name, ("a",), ((1,),)) for name in names)
    file = read(Book("", (), sheets))
    assert len(file.sheetnames) == len(sheets) + 1
    assert all(0 < len(name) <= LONGEST_NAME for name in file.sheetnames)
    assert len({name.casefold() for name in file.sheetnames}) == len(file.sheetnames)


def test_one_book_at_one_time_gives_one_file() -> None:
    book = Book("Skift", (("a", "b"),), (Sheet("Blad", ("x",), ((1,), ("å",))),))
    assert workbook(book, AT) == workbook(book, AT)
