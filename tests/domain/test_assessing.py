"""The fee table of DOMAIN §6.2, row by row, and what no row may ever do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.assessing import assess
from kundcenter.domain.bookings import Booking, BookingKind, CareType
from kundcenter.domain.cancellations import (
    Assessment,
    CancelFacts,
    CancelledBy,
    CancelReason,
    CancelRule,
    ExceptionClaim,
    FeeCode,
    edition_at,
)
from tests.domain.cancelled import (
    DAY_LIMIT,
    EVERY,
    IN_TIME,
    LATE,
    RULE,
    SPECIALIST,
    VISIT,
    YOUNG,
    booking,
    facts,
    rules,
)

OPEN = {"kind": BookingKind.OPEN_INVITATION, "starts_at": None, "ends_at": None}
ADULT = 40


def told(visit: Booking, said: CancelFacts, at: datetime = LATE, **known: Any) -> Assessment:
    return assess(
        visit,
        said,
        known.pop("rules", rules()),
        at=at,
        **{"region": "06", "age": ADULT, "protected": False, **known},
    )


def test_row_1_the_next_visit_is_free_only_where_the_region_says_so() -> None:
    by_unit = facts(by=CancelledBy.UNIT)
    not_here = rules(replace(RULE, next_free=False, travel_paid=True))
    found = told(booking(), by_unit, rules=not_here)
    assert (found.row, found.late, found.free_next, found.travel_paid) == (1, True, False, True)
    assert told(booking(), by_unit, IN_TIME, rules=rules(RULE)).free_next is False


@pytest.mark.parametrize("at", [IN_TIME, LATE])
def test_row_1_the_unit_cancels_and_nobody_pays(at: datetime) -> None:
    by_unit = facts(by=CancelledBy.UNIT)
    found = told(booking(), by_unit, at)
    assert (found.row, found.code, found.amount) == (1, FeeCode.NONE_BY_UNIT, 0)
    assert found.free_next is found.late is (at == LATE)
    assert not found.travel_paid  # no specialist care
    assert found.claimable == ()
    special = told(booking(care_type=CareType.SPECIALIST), by_unit, at)
    assert special.late and special.free_next and special.travel_paid  # three days, not one


def test_row_2_in_time_costs_nothing_and_the_limit_itself_is_in_time() -> None:
    found = told(booking(), facts(*EVERY), IN_TIME)
    assert (found.row, found.code, found.amount, found.late) == (2, FeeCode.NONE, 0, False)
    assert (found.deadline, found.rule, found.claimable) == (DAY_LIMIT, RULE, ())
    assert told(booking(), facts(), LATE).late


@pytest.mark.parametrize("claim", [each for each in EVERY if each is not ExceptionClaim.PROTECTED])
def test_row_3_an_exception_that_the_rule_knows_is_recorded(claim: ExceptionClaim) -> None:
    found = told(booking(), facts(claim))
    assert (found.row, found.code, found.amount, found.late) == (3, FeeCode.NONE_EXCEPTION, 0, True)
    assert claim not in found.claimable


def test_row_3_one_that_the_rule_does_not_know_changes_nothing() -> None:
    only = rules(replace(RULE, exceptions=(ExceptionClaim.VACCINATION,)))
    found = told(booking(), facts(ExceptionClaim.CHILD_ILL), rules=only)
    assert (found.row, found.amount) == (7, 250)
    assert found.claimable == (ExceptionClaim.VACCINATION,)


def test_row_3_nobody_without_protected_identity_is_let_off_for_it() -> None:
    said = facts(ExceptionClaim.PROTECTED)
    assert told(booking(), said).row == 7
    assert told(booking(), said, protected=True).row == 3


def test_row_4_protected_and_invited_by_a_letter_that_was_passed_on() -> None:
    mediated = booking(letter_by_mediation=True)
    found = told(mediated, facts(), protected=True)
    assert (found.row, found.code, found.amount) == (4, FeeCode.NONE_EXCEPTION, 0)
    assert told(mediated, facts()).row == 7
    assert told(booking(), facts(), protected=True).row == 7


@pytest.mark.parametrize("lines", [None, rules()])
def test_row_5_an_open_invitation_was_never_booked(lines: Any) -> None:
    found = told(booking(**OPEN), facts(), rules=lines)
    assert (found.row, found.code, found.late) == (5, FeeCode.NONE, False)
    assert found.deadline is None and found.claimable == ()


def test_row_6_not_reached_by_telephone_often_enough() -> None:
    by_phone = booking(by_phone=True)
    after = VISIT + timedelta(hours=1)
    for attempts, row in ((0, 6), (1, 6), (2, 6), (3, 7), (4, 7)):
        assert told(by_phone, facts(), after, attempts=attempts).row == row
        assert told(booking(), facts(), after, attempts=attempts).row == 7  # one comes there
    assert told(by_phone, facts()).row == 7  # cancelled too late, not missed
    once = rules(replace(RULE, attempts=1))
    assert told(by_phone, facts(), after, attempts=1, rules=once).row == 7


def test_row_7_otherwise_the_rule_has_an_amount() -> None:
    found = told(booking(), facts())
    assert (found.row, found.code, found.amount, found.late) == (7, FeeCode.FEE, 250, True)
    assert found.edition == 4
    assert set(found.claimable) == set(EVERY) - {ExceptionClaim.PROTECTED}
    assert set(told(booking(), facts(), protected=True).claimable) == set(EVERY)


@pytest.mark.parametrize(
    ("age", "line"), [(0, YOUNG), (19, YOUNG), (20, RULE), (150, RULE), (None, RULE)]
)
def test_the_age_finds_the_line(age: int | None, line: CancelRule) -> None:
    assert told(booking(), facts(), age=age).amount == line.amount


def test_region_care_and_day_find_the_line() -> None:
    assert told(booking(), facts(), region="01").amount == 400
    assert told(booking(care_type=CareType.SPECIALIST), facts()).rule == SPECIALIST
    next_year = rules(
        replace(RULE, valid_to=date(2026, 11, 24)),
        replace(RULE, valid_from=date(2026, 11, 25), amount=260),
    )
    assert told(booking(), facts(), rules=next_year).amount == 260  # by the day of the visit
    evening = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)  # 23:30 in Sweden: the 24th still
    day_before = booking(starts_at=evening, ends_at=evening + timedelta(minutes=20))
    assert told(day_before, facts(), evening, rules=next_year).amount == 250


@pytest.mark.parametrize("known", [{"rules": None}, {"region": "25"}, {"rules": rules(YOUNG)}])
def test_without_a_line_nothing_is_said_of_a_fee(known: dict[str, Any]) -> None:
    found = told(booking(), facts(*EVERY), **known)
    assert (found.row, found.code, found.amount) == (0, FeeCode.UNKNOWN, 0)
    assert (found.deadline, found.rule, found.late, found.claimable) == (None, None, False, ())
    by_unit = told(booking(), facts(by=CancelledBy.UNIT), **known)
    assert (by_unit.row, by_unit.free_next, by_unit.travel_paid) == (1, False, False)


def test_the_edition_that_counted_then_is_asked() -> None:
    first = rules(number=1)
    second = rules(number=2, published_at=datetime(2026, 6, 1, tzinfo=UTC))
    for at, edition in (
        (datetime(2025, 12, 31, tzinfo=UTC), None),
        (datetime(2026, 5, 31, tzinfo=UTC), first),
        (datetime(2026, 6, 1, tzinfo=UTC), second),
    ):
        assert edition_at((second, first), at) == edition
    assert edition_at((), VISIT) is None


SAID = st.builds(
    CancelFacts,
    by=st.sampled_from(CancelledBy),
    reason=st.sampled_from(CancelReason),
    claims=st.lists(st.sampled_from(ExceptionClaim), max_size=3).map(tuple),
)
VISITS = st.builds(
    booking,
    care_type=st.sampled_from(CareType),
    by_phone=st.booleans(),
    letter_by_mediation=st.booleans(),
) | st.just(booking(**OPEN))
KNOWN = st.fixed_dictionaries(
    {
        "region": st.sampled_from(("06", "01", "25")),
        "age": st.none() | st.integers(0, 110),
        "protected": st.booleans(),
        "attempts": st.none() | st.integers(0, 4),
    }
)
MOMENTS = st.integers(-200, 20).map(lambda hours: VISIT + timedelta(hours=hours))


@given(VISITS, SAID, MOMENTS, KNOWN, st.booleans(), st.booleans())
def test_only_the_last_row_has_an_amount(
    visit: Booking,
    said: CancelFacts,
    at: datetime,
    known: dict[str, Any],
    free: bool,
    travel: bool,
) -> None:
    lines = tuple(replace(r, next_free=free, travel_paid=travel) for r in rules().rules)
    found = told(visit, said, at, **known, rules=rules(*lines))
    assert (found.amount > 0) is (found.code is FeeCode.FEE) is (found.row == 7)
    assert found.late is (found.deadline is not None and at > found.deadline)
    assert (found.deadline is None) is (found.rule is None or visit.starts_at is None)
    assert found.late or found.code not in {FeeCode.FEE, FeeCode.NONE_EXCEPTION}
    unit_late = said.by is CancelledBy.UNIT and found.late
    assert found.free_next is (unit_late and free)
    assert found.travel_paid is (unit_late and travel)
    assert set(found.claimable).isdisjoint(said.claims)


@given(VISITS, SAID, MOMENTS, KNOWN, st.sampled_from(ExceptionClaim))
def test_to_claim_more_never_costs_more(
    visit: Booking, said: CancelFacts, at: datetime, known: dict[str, Any], more: ExceptionClaim
) -> None:
    fewer, with_more = (
        told(visit, each, at, **known)
        for each in (said, replace(said, claims=(*said.claims, more)))
    )
    assert with_more.amount <= fewer.amount
    assert (more in fewer.claimable) <= (with_more.row <= 3)
    assert (with_more.late, with_more.deadline) == (fewer.late, fewer.deadline)


@given(VISITS, SAID, MOMENTS, MOMENTS, KNOWN)
def test_to_cancel_sooner_never_costs_more(
    visit: Booking, said: CancelFacts, one: datetime, other: datetime, known: dict[str, Any]
) -> None:
    sooner, later = (told(visit, said, at, **known) for at in sorted((one, other)))
    assert sooner.amount <= later.amount
    assert sooner.late <= later.late
