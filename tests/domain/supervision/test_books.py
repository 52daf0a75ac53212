"""Tables as text: decimal comma, no formulas, and in every row what it is."""

from __future__ import annotations

import csv
import io

import pytest

from kundcenter.domain.supervision.books import (
    LONGEST_CELL,
    MOST_ROWS,
    Book,
    BookTooLarge,
    Sheet,
    cell_text,
    written_sheet,
)


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_numbers_have_a_comma_and_as_many_decimals_as_the_column() -> None:
    sheet = Sheet("Blad", ("namn", "antal", "andel"), (("08", 12, 66.666),), (0, 0, 1))
    assert rows(written_sheet(sheet)) == [["namn", "antal", "andel"], ["08", "12", "66,7"]]


def test_a_change_for_the_worse_is_a_number_and_no_formula() -> None:
    sheet = Sheet("Blad", ("ändring",), ((-3.25,), ("-3",)), (2,))
    assert rows(written_sheet(sheet))[1:] == [["-3,25"], ["'-3"]]


@pytest.mark.parametrize("word", ["=1+1", "+46", "@x", "\tx", "'=x"])
def test_no_word_is_taken_for_a_formula(word: str) -> None:
    sheet = Sheet("Blad", ("ord",), ((word,),))
    about = (("om", word),)
    assert rows(written_sheet(sheet, about))[1] == [f"'{word}", f"'{word}"]


def test_what_there_is_no_number_of_is_empty_and_not_nought() -> None:
    sheet = Sheet("Blad", ("a", "b", "c"), ((None, 0, float("nan")),))
    assert rows(written_sheet(sheet))[1] == ["", "0", ""]


def test_every_row_says_what_it_is() -> None:
    sheet = Sheet("Blad", ("timme", "antal"), (("08", 1), ("09", 2)))
    found = rows(written_sheet(sheet, (("från", "2026-11-01"), ("mått", "besvarade"))))
    assert found[0] == ["timme", "antal", "från", "mått"]
    assert [row[2:] for row in found[1:]] == [["2026-11-01", "besvarade"]] * 2


def test_semicolons_and_quotes_come_back_as_they_were() -> None:
    sheet = Sheet("Blad", ("ord",), (('a;"b"\nc',),))
    assert rows(written_sheet(sheet))[1] == ['a;"b"\nc']


def test_a_table_that_nobody_reads_is_refused() -> None:
    rows = (("a",),) * (MOST_ROWS + 1)
    Book("Titel", (), (Sheet("A", ("Namn",), rows[1:]),)).checked()
    with pytest.raises(BookTooLarge) as wrong:
        Book("Titel", (), (Sheet("A", ("Namn",), rows),)).checked()
    assert wrong.value.facts == {"count": MOST_ROWS + 1, "limit": MOST_ROWS}


def test_of_a_cell_that_no_spreadsheet_keeps_the_beginning_stays() -> None:
    assert cell_text("a" * LONGEST_CELL, 0) == "a" * LONGEST_CELL
    cut = cell_text("a" * (LONGEST_CELL + 1), 0)
    assert (len(cut), cut[-2:]) == (LONGEST_CELL, "a…")
