"""What is said of a cancellation: with weekday, date and clock, and never a promise of no fee."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from kundcenter.domain.assessing import assess
from kundcenter.domain.bookings import (
    Booking,
    BookingKind,
    BookingRefused,
    BookingState,
    CareType,
    ResultCode,
)
from kundcenter.domain.calendar import at_clock
from kundcenter.domain.cancellations import (
    CancelFacts,
    CancelledBy,
    CancelReason,
    CancelRule,
    CancelRules,
    ExceptionClaim,
    FeeCode,
)
from kundcenter.domain.capacity import TimeslotFull
from ui.times_words import (
    allowed_words,
    booking_badge,
    consequences,
    hours_words,
    listed_when,
    moment_words,
    refused_words,
    rule_lines,
    to_say,
    verdict_badge,
)

ID = UUID(int=7)
VISIT = at_clock(date(2026, 11, 26), time(10))  # Thursday
RULES = CancelRules(
    ID,
    3,
    (
        CancelRule("06", CareType.OTHER, 24, 275, exceptions=(ExceptionClaim.ACUTELY_ILL,)),
        CancelRule("06", CareType.SPECIALIST, 72, 400, travel_paid=True),
    ),
    datetime(2026, 1, 1, tzinfo=UTC),
    ID,
    own="06",
)
PROMISES = (
    "inget att betala",
    "slipper",
    "gratis",
    "ingen avgift",
    "avgiftsfri",
    "du betalar",
    "behöver inte betala",
    "kostar inget",
    "nästa",  # what comes of it later is the unit's to say
)
BY_THE_RULES = "enligt regionens regler ska du inte betala för den; mottagningen beslutar."


@pytest.fixture(autouse=True, scope="module")
def swedish() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    yield
    QLocale.setDefault(before)


def booking(**other: object) -> Booking:
    facts: dict[str, object] = {
        "kind": BookingKind.BOOKED, "state": BookingState.STANDING, "starts_at": VISIT,
        "ends_at": VISIT + timedelta(minutes=30), "cancel_allowed": True,
    }  # fmt: skip
    return Booking(ID, ID, ID, state_at=VISIT, **{**facts, **other})  # type: ignore[arg-type]


def facts(
    by: CancelledBy = CancelledBy.PATIENT,
    reason: CancelReason = CancelReason.ILL,
    claims: tuple[ExceptionClaim, ...] = (),
) -> CancelFacts:
    return CancelFacts(by, reason, claims=claims, caller_name="Test")


def told(one: Booking, what: CancelFacts, at: datetime, rules: CancelRules | None = RULES):  # type: ignore[no-untyped-def]
    return assess(one, what, rules, at=at, region="06", age=38, protected=False)


def test_moments_have_their_day_of_the_week() -> None:
    assert moment_words(VISIT) == "torsdag 26 november 2026 klockan 10:00"
    midnight = at_clock(date(2026, 11, 27), time())
    assert moment_words(midnight) == "natten till fredag 27 november 2026, klockan 00:00"
    assert listed_when(VISIT) == "tors 2026-11-26 10:00"
    assert listed_when(None) == "Ingen tid än"


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (24, "en hel vardag (24 timmar)"),
        (48, "två hela vardagar (48 timmar)"),
        (72, "tre hela vardagar (72 timmar)"),
        (120, "5 hela vardagar (120 timmar)"),
    ],
)
def test_limits_are_told_in_whole_weekdays(hours: int, words: str) -> None:
    assert hours_words(hours) == words


def test_the_limit_and_the_rule_are_named() -> None:
    late = told(booking(), facts(), VISIT - timedelta(hours=1))
    lines = rule_lines(late, "Region Jönköpings län")
    assert lines == [
        "Gränsen: onsdag 25 november 2026 klockan 10:00, en hel vardag (24 timmar) före.",
        "Regel: Region Jönköpings län, övrig vård (regler nr 3).",
        "Avgiften är 275 kr enligt reglerna. Mottagningen beslutar om den.",
    ]
    assert verdict_badge(late, facts()).text == "Efter gränsen: räknas som sen"


def test_at_the_limit_itself_it_is_in_time() -> None:
    limit = at_clock(date(2026, 11, 25), time(10))
    just = told(booking(), facts(), limit)
    assert verdict_badge(just, facts()).text == "I tid"
    assert to_say(just, booking(), facts()) == "Du avbokar i tid."
    after = told(booking(), facts(), limit + timedelta(microseconds=1))
    said = to_say(after, booking(), facts())
    assert said == "Du avbokar senare än gränsen. Mottagningen kan skicka en faktura."


@given(
    st.sampled_from(CancelledBy),
    st.sampled_from(CancelReason),
    st.booleans(),
    st.sampled_from(CareType),
    st.integers(1, 400),
    st.booleans(),
)
def test_no_caller_is_ever_promised_that_it_costs_nothing(
    by: CancelledBy, reason: CancelReason, claims: bool, care: CareType, hours: int, ruled: bool
) -> None:
    """Not even where the unit itself has cancelled: the rules are told, and who decides."""
    what = facts(by, reason, (ExceptionClaim.ACUTELY_ILL,) if claims else ())
    one = booking(care_type=care)
    found = told(one, what, VISIT - timedelta(hours=hours), RULES if ruled else None)
    said = to_say(found, one, what).casefold()
    assert said.endswith(".")
    assert not any(promise in said for promise in PROMISES)
    by_rule = by is CancelledBy.UNIT and ruled and reason is not CancelReason.DECEASED
    assert said.endswith(BY_THE_RULES) is by_rule
    assert ("inte betala" in said) is by_rule
    if found.code is FeeCode.FEE and reason is not CancelReason.DECEASED:
        assert "kan skicka en faktura" in said


def test_the_units_late_cancellation_has_its_consequences() -> None:
    one = booking(care_type=CareType.SPECIALIST)
    late = told(one, facts(CancelledBy.UNIT), VISIT - timedelta(hours=1))
    assert consequences(late) == [
        "Patienten betalar inget för den här tiden.",
        "Nästa planerade besök för samma sak är avgiftsfritt.",
        "Mottagningen ersätter också resan.",
    ]
    elsewhere = replace(RULES, rules=tuple(replace(r, next_free=False) for r in RULES.rules))
    assert consequences(
        told(one, facts(CancelledBy.UNIT), VISIT - timedelta(hours=1), elsewhere)
    ) == ["Patienten betalar inget för den här tiden.", "Mottagningen ersätter också resan."]
    early = told(one, facts(CancelledBy.UNIT), VISIT - timedelta(days=30))
    assert consequences(early) == ["Patienten betalar inget för den här tiden."]


def test_without_a_rule_nothing_is_said_of_a_fee() -> None:
    found = told(booking(), facts(), VISIT - timedelta(hours=1), None)
    assert rule_lines(found, "") == ["Reglerna säger inget om den. Mottagningen avgör."]
    assert to_say(found, booking(), facts()) == (
        "Mottagningen kan svara på om avbokningen kostar något."
    )


@pytest.mark.parametrize("result", [each for each in ResultCode if each is not ResultCode.OK])
def test_each_result_has_its_own_words(result: ResultCode) -> None:
    words = refused_words(BookingRefused(id=ID, result=result))
    assert words.endswith(".")
    assert words != refused_words(BookingRefused(id=ID, result=ResultCode.OK))


def test_what_has_no_result_code_is_told_by_its_sentence() -> None:
    assert refused_words(TimeslotFull(id=ID)) == "Tiden är full. Välj en annan."
    assert refused_words(BookingRefused(id=ID)) == "Det går inte med den här tiden."


def test_the_bookings_own_flags_say_what_can_be_done_before_it_begins() -> None:
    before = VISIT - timedelta(minutes=1)
    assert allowed_words(booking(), before) == "avboka"
    assert allowed_words(booking(cancel_allowed=False), before) == "bara mottagningen"
    whole = booking(rebook_allowed=True, message_allowed=True)
    assert allowed_words(whole, before) == "avboka, boka om, meddelande"
    assert allowed_words(whole, VISIT) == ""
    assert allowed_words(booking(state=BookingState.CANCELLED), before) == ""


def test_every_state_and_kind_has_a_mark_of_its_own_shape() -> None:
    marks = [booking_badge(booking(state=state)) for state in BookingState]
    marks += [booking_badge(booking(kind=kind)) for kind in BookingKind if kind != "BOKAD"]
    marks.append(booking_badge(booking(preliminary=True)))
    assert len({each.text for each in marks}) == len(marks)
    assert all(each.icon for each in marks)
