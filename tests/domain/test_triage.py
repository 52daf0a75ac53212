"""The published codes: those of DOMAIN §3.4 and §3.5, each once, and never a level of care."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from importlib.resources import files

import msgspec
import pytest

import resources.codes
from kundcenter.domain.triage import CodeUnknown, code_set

SETS = {found.version: found for found in map(code_set, resources.codes.tables())}
CODES, NEWEST = SETS["2026-1"], SETS[max(SETS)]

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
    table, *_ = resources.codes.tables()
    for bad in ({}, {**table, "version": 1}, {**table, "reasons": [{"code": "X"}]}):
        with pytest.raises(msgspec.ValidationError):
            code_set(bad)


@pytest.mark.parametrize(
    ("version", "digest"),
    [
        ("2026-1", "49d37c9b58ea321c91f156178062b54a139c3d95b51b187b3cb580b30610ac55"),
        ("2026-2", "f29b9cb95b1d6ef8bd37956895d5dd51d2cfb3b35756f3feca32ccecd3a0948e"),
    ],
)
def test_a_published_version_is_never_edited(version: str, digest: str) -> None:
    published = (files(resources.codes) / f"{version}.toml").read_bytes()
    assert hashlib.sha256(published).hexdigest() == digest


def test_a_new_version_keeps_every_code_of_the_one_before() -> None:
    for name in ("reasons", "urgencies", "outcomes"):
        before = {each.code: each.label for each in getattr(CODES, name)}
        now = {each.code: each.label for each in getattr(NEWEST, name)}
        assert before.keys() == now.keys()
        renamed = {code for code in now if now[code] != before[code]}
        assert renamed == ({"SOS112"} if name == "outcomes" else set())


def test_no_outcome_says_that_somebody_answered() -> None:
    """That is the alarm's to tell, who knows it from the exchange or the operator."""
    labels = [each.label.lower() for group in (NEWEST.outcomes, NEWEST.urgencies) for each in group]
    said = [tick.sentence.lower() for tick in (*NEWEST.advice, *NEWEST.call_back)]
    assert [words for words in (*labels, *said) if "kopplat" in words or "svarat" in words] == []
    assert NEWEST.outcome("SOS112").label == "112 / SOS Alarm"


def test_every_reason_has_some_findings_advice_and_signs_to_ring_again_on() -> None:
    assert NEWEST.demonstration
    for reason in NEWEST.reasons:
        assert 4 <= len(NEWEST.findings_of(reason.code)) <= 8, reason.code
        assert NEWEST.advice_of(reason.code)
        assert NEWEST.call_back_of(reason.code)


def test_every_tick_has_a_code_of_its_own_and_a_whole_sentence() -> None:
    known = {reason.code for reason in NEWEST.reasons}
    for group in (NEWEST.findings, NEWEST.advice, NEWEST.call_back):
        assert len({each.code for each in group}) == len(group)
        assert all(set(each.reasons) <= known for each in group)
        assert all(" " not in each.code and ":" not in each.code for each in group)
    said = [sentence for f in NEWEST.findings for sentence in (f.present, f.absent)]
    said += [tick.sentence for tick in (*NEWEST.advice, *NEWEST.call_back)]
    assert all(text[0].isupper() and text.endswith(".") for text in said)
    assert all(found.present != found.absent for found in NEWEST.findings)


def test_self_care_asks_when_to_ring_again_from_the_version_that_says_so() -> None:
    def asking(version: str) -> set[str]:
        codes = SETS[version]
        urgencies = {each.code for each in codes.urgencies if each.call_back}
        return urgencies | {each.code for each in codes.outcomes if each.call_back}

    assert (asking("2026-1"), asking("2026-2")) == (set(), {"EGENVARD", "U6"})


def test_who_abstains_or_hesitates_is_asked_why() -> None:
    assert NEWEST.patient_view("AVSTAR").text_required
    assert not NEWEST.patient_view("INSTAMMER").text_required
    assert [kind.code for kind in NEWEST.interpreters if kind.risk] == ["ANHORIG_TOLKAR"]
