"""The summary as a value: figures in words, what they are held against, and the JSON of them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.definitions import FigureCode, Unit, definition
from kundcenter.domain.supervision.dimensions import Dimension
from kundcenter.domain.supervision.hand_over_items import HandOverKind
from kundcenter.domain.supervision.periods import PeriodKind, Span
from kundcenter.domain.supervision.summary import (
    SummaryOrder,
    clock_words,
    file_name,
    offset_words,
    period_words,
)
from kundcenter.domain.supervision.summary_json import summary_json
from kundcenter.domain.supervision.summary_making import held_against
from kundcenter.domain.supervision.summary_words import clock, number, ratio, shown, spread
from kundcenter.domain.supervision.targets import Verdict
from tests.domain.supervision.summed_up import NIGHT, PATIENT, made, tallies

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "docs" / "summary.schema.json").read_text(encoding="utf-8")
)
SUMMER_NIGHT = periods.shift(date(2026, 3, 28), time(21), time(7), "Natt")
SPACE = "\N{NO-BREAK SPACE}"


# -- words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "words"),
    [
        (None, Unit.PERCENT, 1, "–"),
        (0.0, Unit.PERCENT, 1, "0,0 %"),
        (66.666, Unit.PERCENT, 1, "66,7 %"),
        (236.75, Unit.SECONDS, 0, "3:57"),
        (0.4, Unit.SECONDS, 0, "0:00"),
        (59.5, Unit.SECONDS, 0, "1:00"),
        (3729.0, Unit.SECONDS, 0, "1:02:09"),
        (1204.0, Unit.COUNT, 0, "1 204"),
        (1234567.0, Unit.COUNT, 0, "1 234 567"),
        (80.5, Unit.HOURS, 1, "80,5 tim"),
        (45.0, Unit.MINUTES, 0, "45 min"),
        (82.0, Unit.INDEX, 0, "82"),
    ],
)
def test_a_figure_in_words(value: float | None, unit: Unit, decimals: int, words: str) -> None:
    assert shown(value, unit, decimals).replace(SPACE, " ") == words


def test_a_ratio_says_what_was_summed() -> None:
    assert ratio(947, 4, Unit.SECONDS) == f"947{SPACE}s / 4"
    assert ratio(4, 5, Unit.PERCENT) == "4 / 5"
    assert ratio(4, None, Unit.COUNT) == ratio(None, None, Unit.PERCENT) == ""
    assert ratio(0, 0, Unit.PERCENT) == "0 / 0"
    assert (clock(0), number(0.5, 1)) == ("0:00", "0,5")


def test_the_spread_is_of_at_least_two() -> None:
    assert spread((80.0, 90.25), Unit.PERCENT, 1) == "80,0–90,2"
    assert spread((80.0, None), Unit.PERCENT, 1) == spread((), Unit.PERCENT) == ""
    assert spread((60, 3600.0), Unit.SECONDS) == "1:00–1:00:00"


def test_the_time_is_told_with_its_real_hours() -> None:
    assert period_words(NIGHT).endswith("2026-10-24 21:00 – 2026-10-25 07:00, 11 timmar")
    assert period_words(SUMMER_NIGHT).endswith(", 9 timmar")
    assert clock_words(NIGHT).startswith("UTC+2 blir UTC+1, klockan ställs bakåt")
    assert clock_words(SUMMER_NIGHT).startswith("UTC+1 blir UTC+2, klockan ställs framåt")
    day = periods.day(date(2026, 11, 21))
    assert period_words(day) == "2026-11-21 00:00 – 2026-11-22 00:00, 24 timmar"
    assert clock_words(day) == offset_words(day.start) == "UTC+1"
    half = Span(PeriodKind.OWN, day.start, day.start + timedelta(minutes=90))
    assert period_words(half) == "2026-11-21 00:00 – 01:30, 1,5 timmar"
    assert period_words(periods.week(date(2026, 12, 31))) == "2026-12-28 – 2027-01-03"


def test_a_file_names_the_time_and_nobody() -> None:
    names = [
        file_name(each)
        for each in (
            NIGHT, periods.day(date(2026, 11, 2)), periods.week(date(2026, 11, 4)),
            periods.month(2026, 11), periods.tertial(2026, 3), periods.year(2026),
            periods.own_days(date(2026, 11, 2), date(2026, 11, 5)),
        )
    ]  # fmt: skip
    assert names == [
        "skift-2026-10-24-2100", "dygn-2026-11-02", "vecka-2026-11-02", "manad-2026-11-01",
        "tertial-2026-09-01", "ar-2026-01-01", "period-2026-11-02",
    ]  # fmt: skip
    assert all(re.fullmatch("[a-z0-9-]+", name) for name in names)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (NIGHT, "de fyra senaste lördagarna"),
        (periods.day(date(2026, 11, 2)), "de fyra senaste måndagarna"),
        (periods.week(date(2026, 11, 4)), "2026 vecka 44 och 2025 vecka 45"),
        (periods.month(2026, 1), "2025-12 och 2025-01"),
        (periods.tertial(2026, 1), "2025 tertial 3 och 2025 tertial 1"),
        (periods.year(2026), "2025"),
        (periods.own_days(date(2026, 11, 2), date(2026, 11, 3)), "2026-10-31 – 2026-11-01"),
    ],
    ids=lambda each: each.kind if isinstance(each, Span) else "",
)
def test_what_it_is_held_against(span: Span, words: str) -> None:
    assert held_against(span, periods.same_before(span)) == words


# -- the document ----------------------------------------------------------------------------------


def test_the_worked_vector_stands_in_the_lines() -> None:
    lines = {each.code: each for each in made().lines}
    told = {code: lines[code].shown.replace(SPACE, " ") for code in lines}
    assert told["ANSW"] == "80,0 %" and told["ANSW_ALLA"] == "66,7 %"  # DOMAIN §13.1
    assert (told["MEDELV"], told["MEDIANV"], told["AHT"]) == ("3:57", "3:13", "8:01")
    assert (told["SERVICEGRAD_LANG"], told["SERVICEGRAD"]) == ("80,0 %", "40,0 %")
    assert lines["ANSW"].verdict is Verdict.MISSED and lines["MEDELV"].verdict is Verdict.KEPT
    assert lines["ANSW"].target == 85.0 and lines["MEDELV"].at_least is False
    assert lines["EGENV"].aim == f"riket 2019 32{SPACE}%"


def test_every_figure_has_its_definition_and_every_share_its_parts() -> None:
    found = made()
    meanings = {each.code: each for each in found.meanings}
    assert set(meanings) == {each.code for each in found.lines}
    for line in found.lines:
        words = definition(FigureCode(line.code))
        assert meanings[line.code].text and words.name.split("{")[0] in line.name
        if words.denominator and line.value is not None:
            assert line.ratio, line.code


def test_periods_before_the_store_began_are_no_measure() -> None:
    before = periods.same_before(NIGHT)
    found = made(since=before[1].start)
    assert found.held_against == "de två senaste lördagarna"
    assert {len([v for v in line.before if v is not None]) for line in found.lines} <= {0, 2}
    alone = made(since=NIGHT.start)
    assert alone.held_against == "" and all(line.usual == "–" for line in alone.lines)
    assert len(alone.charts[1].series) == 1
    late = made(since=NIGHT.start + timedelta(hours=1))
    assert "Samtal finns här från 2026-10-24 22:00" in late.remarks
    assert "Inga samtal finns här" in made(since=None).remarks


def test_what_is_spread_is_masked_everywhere_and_names_nobody() -> None:
    found = made(distribution=True)
    tables = {sheet.title: sheet for sheet in found.sheets}
    rows = {row[0]: row[1] for row in tables["Vårdnivåer"].rows}
    assert rows == {"group PRIMARVARD": "30", "group EGENVARD": "•", "group AKUT": "<5"}
    urgent = next(box for box in found.boxes if box.title == "Hur bråttom")
    assert dict(urgent.lines)["urgency U1"] == "<5" and dict(urgent.lines)["urgency U3"] == "•"
    mix = found.charts[1].series[0].values
    assert mix[0] is None and mix[3] is None and mix[1] is not None
    order = SummaryOrder(NIGHT, distribution=True, identities=True).checked()
    assert not order.identities


def test_a_breakdown_of_many_is_cut_and_still_the_sum() -> None:
    many = tallies(*((f"R{at:02}", 100 - at) for at in range(40)))
    found = made(tallies={Dimension.REASON: many, Dimension.OUTCOME: ()})
    (sheet,) = [each for each in found.sheets if each.title == "Kontaktorsaker"]
    assert len(sheet.rows) == 26 and sheet.rows[-1][0] == "Övriga 15"
    assert sum(int(row[1].replace(SPACE, "")) for row in sheet.rows) == sum(t.count for t in many)
    exact = made(tallies={Dimension.REASON: many[:26], Dimension.OUTCOME: ()})
    (sheet,) = [each for each in exact.sheets if each.title == "Kontaktorsaker"]
    assert sheet.rows[-1][0] == "reason R25"


# -- JSON ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", [{}, {"distribution": True}, {"identities": True}], ids=str)
def test_the_json_is_as_its_schema_says(how: dict[str, Any]) -> None:
    text = summary_json(made(**how))
    told = json.loads(text)
    assert list(faults(told, SCHEMA, "$")) == []
    assert PATIENT not in text and "880702" not in text
    assert told["period"]["hours"] == 11 and told["period"]["utc_offsets"] == ["+02:00", "+01:00"]
    assert told["period"]["start"] == "2026-10-24T19:00:00.000Z"
    figures = {each["code"]: each for each in told["figures"]}
    answered = figures["ANSW"]
    assert (answered["numerator"], answered["denominator"], answered["value"]) == (4, 5, 80)
    assert (answered["target"], answered["verdict"]) == (85, "missed")
    assert set(figures) == set(told["definitions"])


def test_a_document_without_hand_over_and_the_schema_itself_are_sound() -> None:
    told = json.loads(summary_json(replace(made(), hand_over=None)))
    assert told["hand_over"] is None and list(faults(told, SCHEMA, "$")) == []
    del told["figures"][0]["unit"]
    told["more"] = 1
    told["period"]["kind"] = "KVARTAL"
    told["figures"][1]["value"] = "80"
    wrong = sorted(faults(told, SCHEMA, "$"))
    assert wrong == ["$.figures[0] lacks unit", "$.figures[1].value is str", "$.more is not known",
                     "$.period.kind is not one of them"]  # fmt: skip
    kinds = SCHEMA["properties"]["hand_over"]["properties"]["parts"]["items"]["properties"]["kind"]
    assert kinds["enum"] == list(HandOverKind)
    period = SCHEMA["properties"]["period"]["properties"]
    assert period["kind"]["enum"] == list(PeriodKind)
    units = SCHEMA["properties"]["figures"]["items"]["properties"]["unit"]["enum"]
    assert units == list(Unit)


TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "number": (int, float),
    "integer": (int,), "boolean": (bool,), "null": (type(None),),
}  # fmt: skip


def faults(value: Any, schema: dict[str, Any], at: str) -> Any:
    """What of a value is not as the schema says: as much of JSON Schema as ours uses."""
    wanted = schema.get("type", ())
    names = [wanted] if isinstance(wanted, str) else wanted
    kinds = tuple(kind for name in names for kind in TYPES[name])
    if kinds and not (isinstance(value, kinds) and (bool in kinds or type(value) is not bool)):
        yield f"{at} is {type(value).__name__}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{at} is not {schema['const']}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at} is not one of them"
    if schema.get("format") == "date-time" and value is not None:
        assert datetime.fromisoformat(value).tzinfo is UTC
    if isinstance(value, dict):
        known = schema.get("properties", {})
        yield from (
            f"{at} lacks {name}" for name in schema.get("required", ()) if name not in value
        )
        for name, each in value.items():
            more = known.get(name, schema.get("additionalProperties"))
            if more is False:
                yield f"{at}.{name} is not known"
            else:
                yield from faults(each, more or {}, f"{at}.{name}")
    if isinstance(value, list):
        for place, each in enumerate(value):
            yield from faults(each, schema.get("items", {}), f"{at}[{place}]")
