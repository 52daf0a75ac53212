"""What may be said of a cancellation, and which rules of it can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.demo.cancel_rules import OWN, demo_rules
from kundcenter.domain.bookings import CareType
from kundcenter.domain.cancellations import (
    HIGHEST_AMOUNT,
    MOST_RULES,
    CancellationInvalid,
    CancelledBy,
    CancelReason,
    CancelRule,
    CancelRulesInvalid,
    ExceptionClaim,
    Wish,
    checked_own,
    checked_rules,
)
from kundcenter.domain.text import TextInvalid
from tests.domain.cancelled import ELSEWHERE, RULE, SPECIALIST, YOUNG, booking, facts

ILL, VACCINATION = ExceptionClaim.ACUTELY_ILL, ExceptionClaim.VACCINATION
DECEASED = CancelReason.DECEASED
BY_RELATIVE: dict[str, Any] = {"by": CancelledBy.RELATIVE, "caller_name": "Test Anhörig"}


def test_what_is_said_is_kept_in_one_way() -> None:
    said = facts(VACCINATION, ILL, ILL, message="  Ring mig.\nTack ", **BY_RELATIVE)
    kept = said.checked(booking())
    assert kept.claims == (ILL, VACCINATION)
    assert (kept.caller_name, kept.message) == ("Test Anhörig", "Ring mig.\nTack")
    assert kept.checked(booking()) == kept


def test_only_of_a_relative_a_name_is_kept() -> None:
    assert facts(caller_name="Test Anhörig").checked(booking()).caller_name == ""


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("caller_name", {"by": CancelledBy.RELATIVE}),
        ("caller_name", {"by": CancelledBy.RELATIVE, "caller_name": " \t "}),
        ("reason", {"reason": DECEASED}),
        ("claims", {"by": CancelledBy.UNIT, "claims": (ILL,)}),
        ("claims", {"reason": DECEASED, "claims": (ILL,), **BY_RELATIVE}),
        ("wish", {"reason": DECEASED, "wish": Wish.WILL_CALL, **BY_RELATIVE}),
        ("notify_patient", {"reason": DECEASED, "notify_patient": True, **BY_RELATIVE}),
    ],
)
def test_what_does_not_go_together_is_refused(field: str, told: dict[str, Any]) -> None:
    with pytest.raises(CancellationInvalid) as refused:
        facts(**told).checked(booking())
    assert refused.value.facts == {"field": field}


def test_of_somebody_who_has_died_it_is_told_with_care() -> None:
    told = facts(reason=DECEASED, notify_patient=False, **BY_RELATIVE)
    assert told.checked(booking()) == told


def test_a_message_goes_only_where_the_booking_takes_one() -> None:
    silent = booking(message_allowed=False)
    with pytest.raises(CancellationInvalid):
        facts(message="Ring mig").checked(silent)
    assert facts(message="  ").checked(silent).message == ""


@pytest.mark.parametrize("field", ["caller_name", "message"])
def test_what_is_no_text_is_refused(field: str) -> None:
    with pytest.raises(TextInvalid) as refused:
        facts(**{**BY_RELATIVE, field: "a\0b"}).checked(booking())
    assert refused.value.facts["field"] == field


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("region", {"region": ""}),
        ("region", {"region": "6"}),
        ("region", {"region": "٠٦"}),
        ("region", {"region": "06\n"}),
        ("hours", {"hours": -24}),
        ("hours", {"hours": 36}),
        ("hours", {"hours": 31 * 24}),
        ("amount", {"amount": -1}),
        ("amount", {"amount": HIGHEST_AMOUNT + 1}),
        ("age_from", {"age_from": -1}),
        ("age_to", {"age_from": 20, "age_to": 19}),
        ("age_to", {"age_to": 151}),
        ("valid_to", {"valid_from": date(2026, 2, 1), "valid_to": date(2026, 1, 31)}),
        ("exceptions", {"exceptions": (ILL, ILL)}),
        ("attempts", {"attempts": 0}),
        ("attempts", {"attempts": 11}),
    ],
)
def test_a_line_that_cannot_be_is_refused_with_its_place(field: str, told: dict[str, Any]) -> None:
    with pytest.raises(CancelRulesInvalid) as refused:
        checked_rules((SPECIALIST, replace(YOUNG, **told)))
    assert refused.value.facts == {"field": field, "at": 2}


def test_where_a_line_is_published_is_text() -> None:
    with pytest.raises(TextInvalid) as refused:
        checked_rules((replace(RULE, source="\0"),))
    assert (refused.value.facts["field"], refused.value.facts["at"]) == ("source", 1)


@pytest.mark.parametrize("count", [0, MOST_RULES + 1])
def test_an_edition_has_some_lines_and_not_too_many(count: int) -> None:
    with pytest.raises(CancelRulesInvalid) as refused:
        checked_rules((RULE,) * count)
    assert refused.value.facts["field"] == "rules"


@pytest.mark.parametrize(
    "other",
    [
        RULE,
        replace(RULE, amount=1),
        replace(RULE, age_from=0, age_to=20),
        replace(RULE, valid_from=date(2030, 1, 1)),
    ],
)
def test_no_two_lines_are_for_one_case(other: CancelRule) -> None:
    with pytest.raises(CancelRulesInvalid) as refused:
        checked_rules((ELSEWHERE, RULE, other))
    assert refused.value.facts == {"field": "same", "at": 3}


def test_lines_that_follow_one_another_are_not_for_one_case() -> None:
    until = replace(RULE, valid_to=date(2026, 12, 31))
    since = replace(RULE, valid_from=date(2027, 1, 1))
    assert checked_rules((until, since, YOUNG)) == (
        replace(until, exceptions=tuple(ExceptionClaim)),
        replace(since, exceptions=tuple(ExceptionClaim)),
        YOUNG,
    )


def test_one_s_own_region_is_one_of_them() -> None:
    assert checked_own("01", (RULE, ELSEWHERE)) == "01"
    assert checked_own("", (RULE, YOUNG)) == "06"
    for own, lines in (("", (RULE, ELSEWHERE)), ("25", (RULE,))):
        with pytest.raises(CancelRulesInvalid) as refused:
            checked_own(own, lines)
        assert refused.value.facts["field"] == "own"


def test_the_demonstration_holds_what_the_domain_says() -> None:
    lines = demo_rules()
    own = {(r.care_type, r.age_from): r for r in lines if r.region == OWN}
    assert {r.hours for (care, _), r in own.items() if care is CareType.SPECIALIST} == {72}
    assert {r.hours for (care, _), r in own.items() if care is CareType.OTHER} == {24}
    assert {r.amount for (_, youngest), r in own.items() if youngest == 0} == {100}
    assert {r.amount for r in lines if r.region == "01"} == {400}
    assert {r.amount for r in lines if r.region == "14"} == {300}
    assert {r.amount for r in lines if r.region == "18"} == {220, 330}
    assert all(r.travel_paid is (r.care_type is CareType.SPECIALIST) for r in own.values())
    assert all(r.next_free is (r.region == OWN) for r in lines)
    assert checked_own(OWN, lines) == OWN


LINES = st.builds(
    CancelRule,
    region=st.sampled_from(("06", "01")),
    care_type=st.sampled_from(CareType),
    hours=st.sampled_from((0, 24, 72)),
    amount=st.integers(0, 500),
    age_from=st.integers(0, 40),
    age_to=st.integers(0, 150),
    valid_from=st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    valid_to=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
)


@given(st.lists(LINES, max_size=5).map(tuple), LINES, st.integers(0, 110), st.integers(0, 700))
def test_what_is_published_has_one_line_for_each_case_at_most(
    lines: tuple[CancelRule, ...], asked: CancelRule, age: int, after: int
) -> None:
    day = date(2026, 1, 1) + timedelta(days=after)
    try:
        good = checked_rules(lines)
    except CancelRulesInvalid:
        return
    fits = [
        each
        for each in good
        if each.takes(asked.region, asked.care_type, day) and each.age_from <= age <= each.age_to
    ]
    assert len(fits) <= 1
