"""Files of snippets: what comes in, and what is refused with its line and reason."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.snippet_files import (
    FAULTS_TOLD,
    FILE_LIMIT,
    Fault,
    RowFault,
    SnippetFileFaulty,
    SnippetFileTooLarge,
    read_sheet,
)
from kundcenter.domain.snippets import IMPORT_LIMIT, Incoming, NoteField, Scope, Wording
from tests.naughty import MEGABYTE, NO_TEXT, ODD

HEAD = "kod;rubrik;text;nivå;granskas senast;fält\n"


def faults(text: str) -> list[tuple[int, RowFault]]:
    return [(fault.line, fault.fault) for fault in read_sheet(text, Scope.TEAM).faults]


def test_a_row_says_everything() -> None:
    sheet = read_sheet(
        HEAD + "FEB;Feber;Feber [[grader]].;region;2027-01-31;råd, anamnes\n", Scope.TEAM
    )
    fields = frozenset({NoteField.ADVICE, NoteField.HISTORY})
    wording = Wording("feb", "Feber", "Feber [[grader]].", date(2027, 1, 31), fields)
    assert sheet.sound() == (Incoming(Scope.REGION, wording),)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_delimiter_and_any_end_of_line(delimiter: str, end: str) -> None:
    text = end.join(('\ufeffText|"Kod"', '"Rad ett\r\nrad ""två"", med; och\t"|a', "b|c", ""))
    (first, second) = read_sheet(text.replace("|", delimiter), Scope.PERSONAL).sound()
    assert first.wording == Wording("a", "Rad ett", 'Rad ett\nrad "två", med; och\t')
    assert (second.scope, second.wording.code, second.wording.title) == (Scope.PERSONAL, "c", "b")


def test_a_formula_is_its_own_letters() -> None:
    (row,) = read_sheet('kod;text\nx;=HYPERLINK("a")\n'.replace('("a")', "(1)"), Scope.TEAM).sound()
    assert row.wording.body == "=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("", 1, RowFault.NO_HEADINGS),
        ("feb;Feber\n", 1, RowFault.NO_HEADINGS),
        ("kod;rubrik\nfeb;Feber\n", 1, RowFault.NO_HEADINGS),
        ("kod|text\nfeb|Feber\n", 1, RowFault.NO_HEADINGS),
        ("kod;text;kod\na;b;c\n", 1, RowFault.HEADING_TWICE),
        ("kod;text\n", 1, RowFault.NOTHING),
        ("kod;text\n\n;;\n", 3, RowFault.NOTHING),
        ("kod;text\nfeb\n", 2, RowFault.CELLS),
        ("kod;text\nfeb;Feber;mer\n", 2, RowFault.CELLS),
        ('kod;text\n"a\nb";"två\nrader"\nfeb\n', 2, RowFault.CODE),
        ('kod;text\nok;"två\nrader"\nfeb\n', 4, RowFault.CELLS),
        ('kod;text\nok;bra\nfeb;"Feber\n', 3, RowFault.QUOTES),
        ('kod;text\nfeb;"Fe"ber\n', 2, RowFault.QUOTES),
        ("kod;text\ntvå ord;Feber\n", 2, RowFault.CODE),
        ("kod;text\n=1+1;Feber\n", 2, RowFault.CODE),
        ("kod;text\nfeb; \n", 2, RowFault.EMPTY),
        ("kod;text\nfeb;" + "x" * 4001 + "\n", 2, RowFault.TOO_LONG),
        ("kod;rubrik;text\nfeb;" + "x" * 101 + ";y\n", 2, RowFault.TOO_LONG),
        ("kod;text\nfeb;a\0b\n", 2, RowFault.NOT_TEXT),
        ("kod;text;nivå\nfeb;Feber;alla\n", 2, RowFault.SCOPE),
        ("kod;text;granskas senast\nfeb;Feber;31/1 2027\n", 2, RowFault.REVIEW),
        ("kod;text;fält\nfeb;Feber;slutsats\n", 2, RowFault.FIELDS),
        ("kod;text\nfeb;a\nFEB;b\n", 3, RowFault.REPEATED),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, fault: RowFault) -> None:
    assert (line, fault) in faults(text)
    with pytest.raises(SnippetFileFaulty):
        read_sheet(text, Scope.TEAM).sound()


def test_a_fault_in_the_text_of_a_snippet_has_its_place() -> None:
    sheet = read_sheet('kod;text\na;b\nfeb;"Feber\n sedan [[dygn"\n', Scope.TEAM)
    assert sheet.faults == (Fault(3, RowFault.TEXT, (2, 8)),)
    assert len(sheet.rows) == 1


def test_too_many_rows_and_too_large_a_file_are_refused_in_passing() -> None:
    rows = "".join(f"k{n};x\n" for n in range(IMPORT_LIMIT + 1))
    assert faults("kod;text\n" + rows) == [(IMPORT_LIMIT + 2, RowFault.TOO_MANY)]
    bad = "".join(f"k {n};x\n" for n in range(IMPORT_LIMIT))
    assert len(faults("kod;text\n" + bad)) == FAULTS_TOLD
    with pytest.raises(SnippetFileTooLarge):
        read_sheet("x" * (FILE_LIMIT + 1), Scope.TEAM)


@given(st.text(st.one_of(st.characters(), st.sampled_from(';,\t"\n\rkodtext')), max_size=80))
def test_whatever_a_file_holds_it_is_read_or_refused(text: str) -> None:
    for whole in (text, "kod;text\n" + text, "kod,text\n" + text):
        sheet = read_sheet(whole, Scope.TEAM)
        assert sheet.rows or sheet.faults


@pytest.mark.parametrize("naughty", [*ODD, *NO_TEXT, MEGABYTE])
def test_naughty_text_in_any_cell_is_kept_or_refused(naughty: str) -> None:
    quoted = '"' + naughty.replace('"', '""') + '"'
    for place in range(6):
        cells = ["feb", "Feber", "Feber", "region", "2027-01-31", "råd"]
        cells[place] = quoted
        sheet = read_sheet(HEAD + ";".join(cells) + "\n", Scope.TEAM)
        assert len(sheet.rows) + len(sheet.faults) == 1
        if place == 1 and sheet.rows:
            assert sheet.rows[0].wording.title == naughty.strip()
