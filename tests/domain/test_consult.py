"""Whom to ask elsewhere: who speaks a language now, who answers at night, and faulty content."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from typing import Any

import pytest

import resources.consult
from kundcenter.domain.calendar import STOCKHOLM
from kundcenter.domain.consult import ConsultWrong, consult
from kundcenter.domain.opening import OpenState
from kundcenter.start.desk import published_codes, published_consult

CONSULT = published_consult()
CODES = published_codes()[max(published_codes())]
# The lines of DOMAIN §3.1, which any newspaper may print.
PUBLIC = {"1177", "+46771117700", "+46812313080", "+46812313090", "+46812313087"}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


def speaking(when: str) -> set[str]:
    told = CONSULT.languages_at(at(when))
    return {line.code for line, opening in told if opening.state is OpenState.OPEN}


def test_there_are_the_twenty_one_regions_and_each_can_be_reached() -> None:
    assert len(CONSULT.regions) == len({region.name for region in CONSULT.regions}) == 21
    assert {(r.inside, r.outside) for r in CONSULT.regions} == {("1177", "+46771117700")}
    own = CONSULT.region(CONSULT.own)
    assert own is not None
    assert (own.code, own.name) == ("06", "Region Jönköpings län")
    assert CONSULT.region("02") is None


def test_no_number_is_another_than_the_published_ones() -> None:
    regions = {number for each in CONSULT.regions for number in (each.inside, each.outside)}
    assert regions | {line.number for line in CONSULT.languages} == PUBLIC


def test_every_language_is_one_of_the_code_set_or_swedish() -> None:
    labels = {"sv": "svenska", **{each.code: each.label for each in CODES.languages}}
    assert {line.code: line.name for line in CONSULT.languages}.items() <= labels.items()
    assert CONSULT.demonstration


@pytest.mark.parametrize(
    ("when", "who"),
    [
        ("2026-11-20T11:59", {"sv", "en", "fi", "ar", "so", "fa"}),  # a Friday
        ("2026-11-20T12:00", {"sv", "en", "ar", "so", "fa"}),
        ("2026-11-20T07:59", {"sv", "en"}),
        ("2026-11-21T21:59", {"sv", "en", "ar"}),  # a Saturday
        ("2026-11-21T22:00", {"sv", "en"}),
        ("2026-01-06T10:00", {"sv", "en", "ar"}),  # a Tuesday, trettondedag jul
        ("2026-12-24T10:00", {"sv", "en", "ar"}),  # a Thursday, julafton
        ("2026-10-25T02:30", {"sv", "en"}),  # the night with an hour too much
    ],
)
def test_who_speaks_what_at_an_hour(when: str, who: set[str]) -> None:
    assert speaking(when) == who


def test_the_lines_that_are_open_come_first_and_the_others_say_when() -> None:
    told = CONSULT.languages_at(at("2026-11-20T13:00"))
    assert [line.code for line, _ in told] == ["sv", "en", "ar", "so", "fa", "fi"]
    _, finnish = told[-1]
    assert finnish.state is OpenState.CLOSED
    assert finnish.opens_at == at("2026-11-23T08:00")


def test_another_region_answers_at_night_and_only_then() -> None:
    answering = [CONSULT.answering_for("07", at(f"2026-11-21T{h}")) for h in ("22:59", "23:00")]
    assert answering == [None, CONSULT.region("06")]
    assert CONSULT.answering_for("07", at("2026-11-22T07:00")) is None
    assert CONSULT.answering_for("06", at("2026-11-22T03:00")) == CONSULT.region("05")
    assert CONSULT.answering_for("08", at("2026-11-22T03:00")) == CONSULT.region("06")
    assert all("Påhittat" in night.comment for night in CONSULT.nights)


def _without(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda table: table.pop(name)


@pytest.mark.parametrize(
    "spoiled",
    [
        _without("version"),
        _without("regions"),
        lambda table: table.update(colour="blue"),
        lambda table: table["regions"].append({"code": "06", "name": "Två"}),
        lambda table: table.update(own="99"),
        lambda table: table["languages"][0].update(number="ring oss"),
        lambda table: table["languages"][0].update(hours="ibland"),
        lambda table: table["languages"][0].update(hours=""),
        lambda table: table["nights"][0].update(answers="99"),
        lambda table: table["nights"][0].update({"for": ["06"]}),
        lambda table: table["nights"][0].update({"for": ["99"]}),
    ],
)
def test_content_that_does_not_hang_together_is_refused(
    spoiled: Callable[[dict[str, Any]], object],
) -> None:
    (table,) = resources.consult.tables()
    assert consult(table) == CONSULT
    changed = deepcopy(table)
    spoiled(changed)
    with pytest.raises(ConsultWrong):
        consult(changed)
