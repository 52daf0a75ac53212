"""Which bookings are in each other's way, which are to come, and what an import may hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.booking_checks import checked_row
from kundcenter.domain.bookings import (
    BookingInvalid,
    BookingKind,
    BookingRefused,
    BookingState,
    ResultCode,
)
from kundcenter.domain.imported_bookings import ImportedBooking
from kundcenter.domain.text import TextInvalid
from tests.domain.cancelled import VISIT, booking
from tests.ground import WOMAN, identity

MINUTE = timedelta(minutes=1)
ROW = ImportedBooking(
    7,
    "SE0000000001-VC1",
    "B-1",
    identity(WOMAN),
    BookingKind.BOOKED,
    VISIT,
    VISIT + timedelta(minutes=30),
    purpose="Provtagning",
    given_name="Test",
    family_name="Person",
)


@pytest.mark.parametrize(
    ("after", "minutes", "meets"),
    [
        (0, 30, True),
        (29, 1, True),
        (30, 30, False),
        (-30, 30, False),
        (-30, 31, True),
        (-5, 90, True),
    ],
)
def test_two_visits_meet_when_both_go_on(after: int, minutes: int, meets: bool) -> None:
    starts = VISIT + after * MINUTE
    other = booking(starts_at=starts, ends_at=starts + minutes * MINUTE)
    assert booking().meets(other) is other.meets(booking()) is meets


@pytest.mark.parametrize("state", set(BookingState) - {BookingState.STANDING})
def test_what_does_not_stand_is_in_nobody_s_way(state: BookingState) -> None:
    gone = booking(state=state)
    assert not booking().meets(gone) and not gone.meets(booking())
    assert not gone.comes(VISIT)
    with pytest.raises(BookingRefused) as refused:
        gone.must_stand()
    assert refused.value.facts["id"] == gone.id


def test_what_it_is_already_is_told_by_the_national_code() -> None:
    told = {}
    for state in set(BookingState) - {BookingState.STANDING}:
        with pytest.raises(BookingRefused) as refused:
            booking(state=state).must_stand()
        told[state] = refused.value.facts["result"]
    assert told == {
        BookingState.CANCELLED: ResultCode.ALREADY_CANCELLED,
        BookingState.REBOOKED: ResultCode.ALREADY_UPDATED,
        BookingState.VISITED: ResultCode.PASSED,
        BookingState.MISSED: ResultCode.PASSED,
    }
    booking().must_stand()


def test_an_invitation_without_a_time_comes_and_meets_nothing() -> None:
    invited = booking(kind=BookingKind.OPEN_INVITATION, starts_at=None, ends_at=None)
    assert invited.comes(VISIT) and not invited.meets(booking()) and not booking().meets(invited)
    assert booking().comes(VISIT) and not booking().comes(VISIT + MINUTE)


def with_(row: ImportedBooking, field: str, value: Any) -> ImportedBooking:
    changed: dict[str, Any] = {field: value}
    return replace(row, **changed)


def test_a_whole_row_is_kept_and_cleaned() -> None:
    untidy = replace(ROW, hsa_id=" SE0000000001-VC1 ", source=" B-1\n", given_name=" Test ")
    assert checked_row(untidy) == checked_row(ROW) == ROW
    nobody = replace(ROW, given_name=" ", family_name="")
    assert (checked_row(nobody).given_name, checked_row(nobody).family_name) == ("", "")


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("starts_at", {"starts_at": None}),
        ("ends_at", {"ends_at": None}),
        ("starts_at", {"kind": BookingKind.OPEN_INVITATION}),
        ("ends_at", {"kind": BookingKind.OPEN_INVITATION, "starts_at": None}),
        ("ends_at", {"ends_at": VISIT}),
        ("ends_at", {"ends_at": VISIT + timedelta(days=400)}),
        ("starts_at", {"starts_at": VISIT.replace(tzinfo=None)}),
        ("starts_at", {"starts_at": datetime.min.replace(tzinfo=UTC)}),
        ("ends_at", {"ends_at": datetime.max.replace(tzinfo=UTC)}),
        ("hsa_id", {"hsa_id": " "}),
        ("source", {"source": ""}),
        ("given_name", {"given_name": "Te\0st"}),
        ("family_name", {"family_name": "x" * 101}),
    ],
)
def test_a_row_that_cannot_be_is_refused_by_its_field(field: str, told: dict[str, Any]) -> None:
    with pytest.raises(BookingInvalid) as refused:
        checked_row(replace(ROW, **told))
    assert refused.value.facts == {"field": field}


@pytest.mark.parametrize(
    "field", ["hsa_id", "source", "time_type", "purpose", "performer", "resource"]
)
@pytest.mark.parametrize("text", ["x" * 301, "a\0", "\ud800"])
def test_no_text_of_a_row_is_too_long_or_no_text(field: str, text: str) -> None:
    with pytest.raises(TextInvalid) as refused:
        checked_row(with_(ROW, field, text))
    assert refused.value.facts["field"] == field


@given(
    st.builds(lambda a, b: (VISIT + a * MINUTE, VISIT + b * MINUTE), *[st.integers(-90, 90)] * 2)
)
def test_who_meets_whom_does_not_depend_on_who_is_asked(times: tuple[datetime, datetime]) -> None:
    starts, ends = sorted(times)
    other = booking(starts_at=starts, ends_at=ends)
    assert booking().meets(other) is other.meets(booking())
    assert booking().meets(other) <= (starts < VISIT + 30 * MINUTE and ends > VISIT)
