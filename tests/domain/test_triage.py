"""The published codes: those of DOMAIN §3.4 and §3.5, each once, and never a level of care."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

import resources.codes
from kundcenter.domain.triage import CodeUnknown, code_set

SETS = {found.version: found for found in map(code_set, resources.codes.tables())}
CODES = SETS["2026-1"]

# DOMAIN §3.5: code, group of the statistics, and whether a unit has to be named.
OUTCOMES = """
EGENVARD EGENVARD -
VC PRIMARVARD unit
VC_TELEQ PRIMARVARD unit
NARAKUT PRIMARVARD unit
AKUT AKUT unit
BARNAKUT AKUT unit
PSYKAKUT AKUT unit
FORLOSSNING AKUT unit
SOS112 112 -
SPECIALIST_TELEQ SPECIALIST unit
SPECIALIST SPECIALIST unit
MVC_BVC PRIMARVARD unit
TANDVARD ANNAN -
GIFTINFO ANNAN -
APOTEK ANNAN -
KOMMUN ANNAN -
ANNAN_REGION ANNAN -
WEBB INFO -
INFO INFO -
AVBRUTET AVBRUTET -
"""


def test_every_outcome_is_the_domain_s() -> None:
    wanted = [tuple(line.split()) for line in OUTCOMES.split("\n") if line]
    found = [(o.code, o.group, "unit" if o.unit_required else "-") for o in CODES.outcomes]
    assert found == wanted
    assert {o.code for o in CODES.outcomes if not o.journal} == {"WEBB", "INFO", "AVBRUTET"}


def test_every_urgency_has_its_time_and_a_shape_and_a_colour_of_its_own() -> None:
    hours = {u.code: u.deadline for u in CODES.urgencies}
    assert hours == {
        "U0": timedelta(0),
        "U1": timedelta(0),
        "U2": timedelta(hours=4),
        "U3": timedelta(hours=24),
        "U4": timedelta(days=3),
        "U5": None,
        "U6": None,
        "UX": None,
    }
    assert len({u.shape for u in CODES.urgencies}) == len(CODES.urgencies)


@pytest.mark.parametrize("version", sorted(SETS))
def test_every_code_is_there_once_with_a_label(version: str) -> None:
    codes = SETS[version]
    for group in (codes.reasons, codes.urgencies, codes.outcomes):
        assert len({each.code for each in group}) == len(group) > 0
        assert len({each.label for each in group}) == len(group)
        assert all(each.label.strip() == each.label != "" for each in group)
    assert [r.code for r in codes.reasons if r.administrative] == ["ADMIN"]


def test_an_unknown_code_is_refused_without_being_repeated() -> None:
    text = "Anna Test har feber"
    for look in (CODES.reason, CODES.urgency, CODES.outcome):
        for code in (text, "", "feber", "FEBER "):
            with pytest.raises(CodeUnknown) as caught:
                look(code)
            assert text not in repr(caught.value)
    assert CODES.reason("FEBER").label == "Feber"


def test_a_code_file_that_is_not_one_is_refused() -> None:
    (table,) = resources.codes.tables()
    for bad in ({}, {**table, "version": 1}, {**table, "reasons": [{"code": "X"}]}):
        with pytest.raises(msgspec.ValidationError):
            code_set(bad)
