"""Files of measurements: what comes in, and what is refused with its line and heading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.survey_files import (
    FAULTS_TOLD,
    FILE_LIMIT,
    NEEDED,
    RowFault,
    RowTold,
    SurveyFileFaulty,
    SurveyFileTooLarge,
    amount_of,
    amount_text,
    planned,
    read_sheet,
    written,
)
from kundcenter.domain.supervision.surveys import (
    IMPORT_LIMIT,
    Area,
    Measurement,
    SurveyFault,
    SurveyInvalid,
    newest,
    result_of,
)
from kundcenter.domain.supervision.targets import HIGHEST
from kundcenter.domain.text import LINE_LIMIT, TextInvalid
from tests.ground import MORNING
from tests.naughty import MEGABYTE, NO_TEXT, ODD

ME = UUID(int=7)
HEAD = "mått;från;till;värde;svar;tillfrågade;område;källa;kommentar\n"
NKI = Measurement("NKI", date(2019, 1, 1), date(2019, 12, 31), 82_000, 1_210, "Inera", asked=4_000)
texts = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), max_size=20
) | st.sampled_from(ODD)


def told(text: str) -> tuple[RowTold, ...]:
    return read_sheet(text).faults


def faults(text: str) -> list[tuple[int, RowFault, str]]:
    return [(each.line, each.fault, each.column) for each in told(text)]


def test_a_row_says_everything() -> None:
    row = "nki;2019-01-01;2019-12-31;82,5;1 210;4000;riket;Inera;vartannat år\n"
    assert read_sheet(HEAD + row).sound() == (
        replace(NKI, value=82_500, area=Area.NATION, comment="vartannat år"),
    )


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_only_four_columns_are_needed_in_any_order_and_language(delimiter: str, end: str) -> None:
    text = end.join(("\ufeffTo|Value|Figure|From", "2019-12-31|82.5|FOLJS|2019-01-01", "||", ""))
    (row,) = read_sheet(text.replace("|", delimiter)).sound()
    assert row == Measurement("FOLJS", date(2019, 1, 1), date(2019, 12, 31), 82_500)


@pytest.mark.parametrize(
    ("row", "fault", "column"),
    [
        ("NKI;2019-01-01;2019-12-31", RowFault.CELLS, ""),
        (";2019-01-01;2019-12-31;82;;;;;", RowFault.MISSING, "mått"),
        ("NKI;2019-01-01;2019-12-31;;;;;;", RowFault.MISSING, "värde"),
        ("KUNDNOJD;2019-01-01;2019-12-31;82;;;;;", RowFault.FIGURE, "mått"),
        ("NKI;2019-1-1;2019-12-31;82;;;;;", RowFault.DAY, "från"),
        ("NKI;2019-01-01;2019-02-29;82;;;;;", RowFault.DAY, "till"),
        ("NKI;2019-12-31;2019-01-01;82;;;;;", RowFault.PERIOD, "till"),
        ("NKI;1999-01-01;1999-12-31;82;;;;;", RowFault.PERIOD, "till"),
        ("NKI;2019-01-01;2019-12-31;åttio;;;;;", RowFault.NUMBER, "värde"),
        ("NKI;2019-01-01;2019-12-31;-1;;;;;", RowFault.NUMBER, "värde"),
        ("NKI;2019-01-01;2019-12-31;100,001;;;;;", RowFault.NUMBER, "värde"),
        ("NKI;2019-01-01;2019-12-31;82,0001;;;;;", RowFault.NUMBER, "värde"),
        ("NKI;2019-01-01;2019-12-31;82;12,5;;;;", RowFault.NUMBER, "svar"),
        ("NKI;2019-01-01;2019-12-31;82;10;9;;;", RowFault.ANSWERS, "svar"),
        ("NKI;2019-01-01;2019-12-31;82;;;landet;;", RowFault.AREA, "område"),
        (f"NKI;2019-01-01;2019-12-31;82;;;;{'x' * (LINE_LIMIT + 1)};", RowFault.TOO_LONG, "källa"),
        ("NKI;2019-01-01;2019-12-31;82;;;;;\ud800", RowFault.SIGNS, "kommentar"),
        ('NKI;"2019-01-01;2019-12-31', RowFault.QUOTES, ""),
    ],
    ids=str,
)
def test_a_faulty_row_is_told_and_nothing_of_the_file_is_used(
    row: str, fault: RowFault, column: str
) -> None:
    good = "NKI;2021-01-01;2021-12-31;83;;;;;\n"
    sheet = read_sheet(f"{HEAD}{good}\n{row}\n")
    assert (sheet.rows, [(f.line, f.fault, f.column) for f in sheet.faults]) == (
        (),
        [(4, fault, column)],
    )
    with pytest.raises(SurveyFileFaulty) as refused:
        sheet.sound()
    assert refused.value.facts == {"count": 1, "line": 4, "fault": fault}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, RowFault.NO_HEADINGS, name) for name in ("mått", "från", "till", "värde")]),
        (HEAD, [(1, RowFault.NOTHING, "")]),
        ("mått;från;till\n", [(1, RowFault.NO_HEADINGS, "värde")]),
        ("mått;från;till;värde;namn\n", [(1, RowFault.HEADING, "#5")]),
        ("mått;från;till;värde;figure\n", [(1, RowFault.HEADING_TWICE, "#5")]),
        ('"mått;från\n', [(1, RowFault.QUOTES, "")]),
    ],
    ids=str,
)
def test_a_file_that_cannot_be_read_says_why(
    text: str, expected: list[tuple[int, RowFault, str]]
) -> None:
    assert faults(text) == expected


def test_one_measurement_stands_once_in_a_file() -> None:
    row = "NKI;2019-01-01;2019-12-31;82;;;;Inera;\n"
    other = row.replace("Inera", "INERA").replace("82", "83")
    assert faults(HEAD + row + other) == [(3, RowFault.REPEATED, "")]
    assert not faults(HEAD + row + other.replace(";;INERA", ";riket;INERA"))


def test_a_file_with_too_much_in_it_is_refused() -> None:
    rows = (f"NKI;{2000 + n // 12}-{n % 12 + 1:02}-01;2199-12-31;82;;;;;\n" for n in range(999))
    many = [*rows][: IMPORT_LIMIT + 1]
    assert not faults(HEAD + "".join(many[:-1]))
    assert faults(HEAD + "".join(many)) == [(IMPORT_LIMIT + 2, RowFault.TOO_MANY, "")]
    assert len(told(HEAD + "x;;;;;;;;\n" * (FAULTS_TOLD + 9))) == FAULTS_TOLD
    with pytest.raises(SurveyFileTooLarge):
        read_sheet("x" * (FILE_LIMIT + 1))


@pytest.mark.parametrize("text", [*ODD, *NO_TEXT, MEGABYTE], ids=range(len(ODD) + len(NO_TEXT) + 1))
def test_no_text_is_too_odd(text: str) -> None:
    for sheet in (read_sheet(text), read_sheet(HEAD + text)):
        assert sheet.faults


@given(st.integers(0, HIGHEST))
def test_a_value_is_read_as_it_was_written(value: int) -> None:
    assert amount_of(amount_text(value)) == value
    assert amount_of(f" {amount_text(value).replace(',', '.')} %") == value


@pytest.mark.parametrize("text", ["", ",5", "5,", "1e3", "٣", "1,2,3", "½", "--1", "1 2", "∞"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert amount_of(text) is None


@given(
    st.builds(
        replace,
        st.just(NKI),
        value=st.integers(0, 100_000),
        answers=st.integers(0, 4_000),
        area=st.sampled_from(Area),
        source=texts,
        comment=texts,
    )
)
def test_what_was_written_comes_in_as_it_was(measurement: Measurement) -> None:
    """No cell is a formula to a spreadsheet, and none is changed by it."""
    try:
        kept = measurement.checked()
    except TextInvalid:
        return
    text = written([result_of(UUID(int=1), kept, MORNING, ME)])
    assert read_sheet(text).sound() == (kept,)
    assert not any(cell[:1] in "=+@-\t\r" for cell in text.splitlines()[1].split(";") if cell)


@pytest.mark.parametrize(
    ("change", "field", "fault"),
    [
        ({"figure": "nki"}, "figure", SurveyFault.UNKNOWN),
        ({"figure": "KORT_SEKUNDER"}, "figure", SurveyFault.UNKNOWN),
        ({"value": 100_001}, "value", SurveyFault.NUMBER),
        ({"value": -1}, "value", SurveyFault.NUMBER),
        ({"figure": "MEDELV", "value": HIGHEST + 1}, "value", SurveyFault.NUMBER),
        ({"period_to": date(2018, 12, 31)}, "period_to", SurveyFault.PERIOD),
        ({"asked": -1}, "asked", SurveyFault.ANSWERS),
        ({"answers": 4_001}, "answers", SurveyFault.ANSWERS),
    ],
)
def test_what_cannot_be_kept_is_refused_by_its_field(
    change: dict[str, object], field: str, fault: SurveyFault
) -> None:
    with pytest.raises(SurveyInvalid) as refused:
        replace(NKI, **change).checked()  # type: ignore[arg-type]
    assert refused.value.facts == {"field": field, "fault": fault}


def test_a_plan_tells_what_is_new_changed_and_the_same() -> None:
    kept = result_of(UUID(int=1), NKI, MORNING, ME)
    gone = result_of(UUID(int=2), replace(NKI, source="x"), MORNING, ME).removed(MORNING, ME)
    new, changed = replace(NKI, source="x"), replace(NKI, value=83_000)
    plan = planned((NKI, new), (kept, gone))
    assert (plan.new, plan.changed, plan.same) == ((new,), (), 1)
    plan = planned((changed,), (kept, gone))
    assert (plan.new, plan.changed, plan.same) == ((), (changed,), 0)


@pytest.mark.parametrize(("value", "very"), [(74_000, False), (74_001, True), (100_000, True)])
def test_above_seventy_four_is_very_satisfied(value: int, very: bool) -> None:
    nki = result_of(UUID(int=1), replace(NKI, value=value), MORNING, ME)
    assert nki.very_satisfied is very
    followed = replace(NKI, figure=FigureCode.FOLJS, value=value)
    assert not result_of(UUID(int=1), followed, MORNING, ME).very_satisfied


def test_how_many_answered() -> None:
    nki = result_of(UUID(int=1), NKI, MORNING, ME)
    assert nki.response_rate == 30.25
    assert result_of(UUID(int=1), replace(NKI, asked=0), MORNING, ME).response_rate is None


def test_the_newest_is_the_one_whose_period_was_over() -> None:
    old = result_of(UUID(int=1), NKI, MORNING, ME)
    later = replace(NKI, period_from=date(2021, 1, 1), period_to=date(2021, 12, 31))
    new = result_of(UUID(int=2), later, MORNING, ME)
    nation = result_of(UUID(int=3), replace(later, area=Area.NATION), MORNING, ME)
    there = (old, nation, new)
    assert newest(there, "NKI", date(2021, 12, 31)) == new
    assert newest(there, "NKI", date(2021, 12, 30)) == old
    assert newest(there, "NKI", date(2021, 12, 31), Area.NATION) == nation
    assert newest(there, "NKI", date(2019, 12, 30)) is None
    assert newest((old, new.removed(MORNING, ME)), "NKI", date(2026, 1, 1)) == old


def test_of_a_file_with_endless_headings_so_many_faults_are_told() -> None:
    sheet = read_sheet(";".join(["x"] * 200_000))
    assert len(sheet.faults) <= FAULTS_TOLD + len(NEEDED)
    assert sheet.rows == ()
