"""A caller is told nothing until one answer is right: which answers are, and which are none."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.bookings import BookingInvalid, Control
from kundcenter.domain.calendar import local
from kundcenter.domain.control_questions import answer_fits, said_day
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.unit_cards import Details, UnitCard
from kundcenter.domain.units import Unit, UnitKind
from tests.domain.cancelled import booking
from tests.ground import UNIT_PHONE

EYES, HEALTH, INVITED = (UUID(int=n) for n in (31, 32, 33))
NEW_YEAR = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # the first of January in Sweden
BOOKINGS = (
    booking(unit_id=EYES),
    booking(unit_id=HEALTH, starts_at=NEW_YEAR, ends_at=NEW_YEAR),
    booking(unit_id=INVITED, starts_at=None, ends_at=None),
)


def card(id: UUID, name: str, **details: object) -> UnitCard:
    unit = Unit(id, f"SE0000000001-{id.int}", name, UnitKind.SPECIALIST, "Jönköping", UNIT_PHONE)
    return UnitCard(unit, Details(**details))  # type: ignore[arg-type]


CARDS = {
    each.id: each
    for each in (
        card(EYES, "Ögonkliniken Jönköping", public_name="Ögonmottagningen, Länssjukhuset"),
        card(HEALTH, "Vårdcentralen Rosenlund", synonyms=("Rosen",)),
        card(INVITED, "Vårdcentralen Jönköping"),
    )
}


def fits(control: Control, answer: str) -> bool:
    return answer_fits(control, answer, BOOKINGS, CARDS)


@pytest.mark.parametrize(
    "answer",
    [
        str(EYES),
        "se0000000001-31",
        "Ögonkliniken Jönköping",
        "ögonkliniken",
        " ÖGONMOTTAGNINGEN   länssjukhuset ",
        "Rosenlund",
        "Rosenlunds-vårdcentralen".replace("lunds", "lund"),
        "vårdcentralen på Rosenlund",
        "rosen",
        "Jönköping",  # the whole name of one of them: it lies nowhere else
    ],
)
def test_a_unit_is_answered_by_what_tells_it_from_others(answer: str) -> None:
    assert fits(Control.UNIT, answer)


@pytest.mark.parametrize(
    "answer",
    [
        str(UUID(int=34)),
        "SE0000000001-99",
        "vårdcentralen",
        "mottagningen",
        "kliniken på sjukhuset",
        "Länssjukhuset",
        "ögon",
        "Ros",
        "Rosenlund Ögonkliniken",
        "Huskvarna",
        "-",
        "%",
    ],
)
def test_what_half_of_all_units_are_called_is_no_answer(answer: str) -> None:
    assert not fits(Control.UNIT, answer)


@pytest.mark.parametrize(
    "answer",
    [
        "2026-11-25",
        "20261125",
        "25/11",
        "25/11 2026",
        "25.11.",
        "25 november",
        "den 25:e november 2026",
        "Onsdag 25 nov",
        "onsdagen den 25 nov.",
        "1 januari",
        "2027-01-01",
    ],
)
def test_a_day_is_answered_as_one_says_it(answer: str) -> None:
    assert fits(Control.DATE, answer)


@pytest.mark.parametrize(
    "answer",
    ["2026-11-24", "2025-11-25", "25/12", "25 november 2027", "31 december", "29 februari"],
)
def test_another_day_is_wrong(answer: str) -> None:
    assert not fits(Control.DATE, answer)


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "  ",
        "30 februari",
        "2026-13-01",
        "31/4",
        "0/1",
        "i morgon",
        "25 nonsens",
        "²5/11",
        "2025-02-29",
    ],
)
def test_what_nobody_could_read_is_no_answer(answer: str) -> None:
    with pytest.raises(BookingInvalid) as refused:
        fits(Control.DATE, answer)
    assert refused.value.facts == {"field": "answer"}


@pytest.mark.parametrize("control", Control)
def test_what_is_no_text_is_no_answer(control: Control) -> None:
    with pytest.raises(TextInvalid):
        fits(control, "a\0")
    with pytest.raises(TextInvalid):
        fits(control, "a" * 301)


@pytest.mark.parametrize("answer", ["Rosenlund", "25/11", "2026-11-25", str(EYES)])
def test_who_has_no_booking_has_no_right_answer(answer: str) -> None:
    control = Control.DATE if answer[0] == "2" else Control.UNIT
    assert not answer_fits(control, answer, (), CARDS)
    assert not answer_fits(Control.UNIT, answer, BOOKINGS, {})


def test_an_open_invitation_has_no_day() -> None:
    only = (BOOKINGS[2],)
    assert not answer_fits(Control.DATE, "25/11", only, CARDS)
    assert answer_fits(Control.UNIT, str(INVITED), only, CARDS)


@given(st.dates(date(2005, 1, 1), date(2100, 1, 1)))
def test_every_way_to_write_a_day_means_it(day: date) -> None:
    whole = day.month, day.day, day.year
    assert said_day(day.isoformat()) == said_day(f"{day.day}/{day.month} {day.year}") == whole
    assert said_day(f"{day.day}/{day.month}") == (day.month, day.day, None)


@given(st.datetimes(datetime(2005, 1, 1), datetime(2100, 1, 1)), st.dates())  # noqa: DTZ001
def test_only_the_swedish_day_of_the_visit_is_right(at: datetime, answer: date) -> None:
    visit = booking(starts_at=at.replace(tzinfo=UTC), ends_at=at.replace(tzinfo=UTC))
    on = local(at.replace(tzinfo=UTC)).date()
    assert answer_fits(Control.DATE, on.isoformat(), (visit,), {})
    assert answer_fits(Control.DATE, answer.isoformat(), (visit,), {}) is (answer == on)


@given(st.text(max_size=40))
def test_no_text_makes_the_question_fall_over(answer: str) -> None:
    for control in Control:
        with suppress(BookingInvalid, TextInvalid):
            fits(control, answer)
