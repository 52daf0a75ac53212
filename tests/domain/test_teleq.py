"""What a unit's own system is told of a place, and what is read of its answers."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.changes import Change
from kundcenter.domain.booking_sheets import BookingFault
from kundcenter.domain.callback_queues import MenuCategory
from kundcenter.domain.callbacks import (
    Callback,
    CallbackKind,
    CallbackState,
    Step,
    StepKind,
    ToldCallback,
)
from kundcenter.domain.identity import IdKind, PersonId
from kundcenter.domain.link import Mark
from kundcenter.domain.people import Person, Protection
from kundcenter.domain.teleq import (
    FAULTS_TOLD,
    TELEQ_LIMIT,
    Outcome,
    OutcomeSheet,
    TeleqOutcome,
    answered,
    happened,
    placement_of,
    read_outcomes,
    written_placements,
)

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ID, BY, UNIT = UUID(int=1), UUID(int=2), "SE0000000001-VC1"
NUMBER = "+46701740605"
PERSON = Person(UUID(int=3), PersonId(IdKind.PNR, "198807022382"), "Åsa", "Öberg", registered_at=AT)
PLACED = Callback(
    ID, CallbackKind.QUEUE, UNIT, AT, BY, AT + timedelta(hours=1), AT + timedelta(hours=2),
    CallbackState.TIME_TOLD, AT, person_id=PERSON.id, number=NUMBER, unit_id=UUID(int=4),
    category=MenuCategory.ADVICE, seat=1, urgency="U4", reason="=Hosta;x", language="arabiska",
)  # fmt: skip
HEAD = "placering;utfall;tid;text\n"
ROW = f"{ID};KLAR;2026-11-23 10:05;Bokad tid\n"


def told(callback: Callback = PLACED, *later: datetime) -> ToldCallback:
    steps = tuple(
        Step(UUID(int=9 + n), ID, StepKind.PLACED, at, BY) for n, at in enumerate((AT, *later))
    )
    return ToldCallback(callback, steps)


def read(text: str) -> OutcomeSheet:
    sheet = read_outcomes(text)
    assert not (sheet.rows and sheet.faults)
    return sheet


def faults(text: str) -> list[tuple[int, BookingFault, str]]:
    return [(each.line, each.fault, each.column) for each in read(text).faults]


def outcome(
    what: Outcome, *, at: datetime = AT + timedelta(hours=1), text: str = ""
) -> TeleqOutcome:
    return TeleqOutcome(ID, what, at, text)


def test_a_place_is_told_by_a_swedish_clock_and_no_cell_is_a_formula() -> None:
    changed = AT + timedelta(minutes=5, seconds=7)
    placement = placement_of(told(PLACED, changed), UNIT, PERSON)
    head, row = written_placements([placement]).splitlines()
    assert dict(zip(head.split(";"), row.replace('"\'=Hosta;x"', "R").split(";"), strict=True)) == {
        "placering": str(ID),
        "ändrad": "2026-11-23 09:05:07",
        "läge": "UTLAMNAD_TID",
        "hsa-id": UNIT,
        "kategori": "RADGIVNING",
        "från": "2026-11-23 10:00",
        "till": "2026-11-23 11:00",
        "personnummer": "198807022382",
        "nummer": "070-174 06 05",
        "nummer via": "",
        "angelägenhet": "U4",
        "orsak": "R",
        "språk": "arabiska",
    }
    assert (placement.sent.callback_id, placement.sent.steps) == (ID, 2)
    assert "198807022382" not in repr(placement)
    assert NUMBER not in repr(placement)


@pytest.mark.parametrize("protection", [p for p in Protection if p is not Protection.NONE])
def test_the_number_of_somebody_with_protected_identity_is_left_out(protection: Protection) -> None:
    placement = placement_of(told(), UNIT, PERSON.protected_as(protection))
    text = written_placements([placement])
    assert "174 06 05" not in text
    assert text.splitlines()[1].split(";")[8:10] == ["", "kundcenter"]


@pytest.mark.parametrize("mark", [None, *Mark])
def test_what_the_centre_may_still_turn_away_is_not_told(mark: Mark | None) -> None:
    placement = placement_of(told(), UNIT, PERSON)
    marks = {Change("call", ID): Mark.PRELIMINARY}
    if mark is not None:
        marks[Change("callback", ID)] = mark
    sure = mark in {None, Mark.CONFIRMED, Mark.WAITING}
    assert answered([placement], marks) == ((placement,) if sure else ())


def test_an_answer_is_read_and_is_the_same_whenever_it_is_read() -> None:
    (row,) = read(HEAD + ROW).rows
    assert row == TeleqOutcome(ID, Outcome.DONE, AT + timedelta(hours=1, minutes=5), "Bokad tid")
    (again,) = read("\ufeff" + "tid,text,utfall,placering\r\n\r\n"
                    f"2026-11-23 10:05,Något annat,klar,{str(ID).upper()}\r\n").rows  # fmt: skip
    assert again.step_id == row.step_id
    (other,) = read(HEAD + ROW.replace("10:05", "10:06")).rows
    assert other.step_id != row.step_id
    assert "Bokad" not in repr(row)


@pytest.mark.parametrize(
    ("old", "new", "fault", "column"),
    [
        (str(ID), "", BookingFault.MISSING, "placering"),
        (str(ID), "1", BookingFault.PLACEMENT, "placering"),
        (str(ID), ID.hex, BookingFault.PLACEMENT, "placering"),
        ("KLAR", "", BookingFault.MISSING, "utfall"),
        ("KLAR", "RINGS", BookingFault.OUTCOME, "utfall"),
        ("2026-11-23 10:05", "", BookingFault.MISSING, "tid"),
        ("2026-11-23 10:05", "i går", BookingFault.INSTANT, "tid"),
        ("2026-11-23 10:05", "0001-01-01 00:00", BookingFault.INSTANT, "tid"),
        ("Bokad tid", "x" * 301, BookingFault.TOO_LONG, "text"),
        ("Bokad tid", "a\u202eb", BookingFault.SIGNS, "text"),
        ("Bokad tid", "nås på 070-174 06 05", BookingFault.DIGITS, "text"),
        ("Bokad tid", "19880702-2382", BookingFault.DIGITS, "text"),
    ],
)
def test_a_faulty_cell_refuses_the_answer_with_line_and_heading(
    old: str, new: str, fault: BookingFault, column: str
) -> None:
    assert faults(HEAD + ROW + ROW.replace(old, new)) == [(3, fault, column)]


def test_headings_cells_and_rows_that_come_again_refuse_the_answer() -> None:
    assert faults("") == [
        (1, BookingFault.NO_HEADINGS, each) for each in ("placering", "utfall", "tid")
    ]
    assert faults("placering;utfall;tid;x\n") == [(1, BookingFault.HEADING, "#4")]
    assert faults("tid;" + HEAD) == [(1, BookingFault.HEADING_TWICE, "tid")]
    assert str(ID) not in str(
        faults(ROW)
    )  # a file without headings: its first line is of a patient
    assert faults(HEAD) == [(1, BookingFault.NOTHING, "")]
    assert faults(HEAD + ROW + ROW) == [(3, BookingFault.REPEATED, "")]
    assert faults(HEAD + "x;y\n") == [(2, BookingFault.CELLS, "")]
    assert faults(HEAD + '"x\n') == [(2, BookingFault.QUOTES, "")]
    assert faults('"') == [(1, BookingFault.QUOTES, "")]
    assert len(read(HEAD + "x\n" * 200).faults) == FAULTS_TOLD
    many = "".join(f"{UUID(int=n)};KLAR;2026-11-23 10:05;\n" for n in range(TELEQ_LIMIT + 1))
    assert faults(HEAD + many) == [(TELEQ_LIMIT + 2, BookingFault.TOO_MANY, "")]
    assert len(read(HEAD + many.rpartition("\n")[0].rpartition("\n")[0]).rows) == TELEQ_LIMIT


@given(st.text(max_size=200))
def test_every_text_is_answered_with_rows_or_with_faults(text: str) -> None:
    for head in ("", HEAD):
        sheet = read(head + text)
        assert bool(sheet.rows) != bool(sheet.faults)


@pytest.mark.parametrize(
    ("what", "state", "attempts"),
    [
        (Outcome.DONE, CallbackState.DONE, 0),
        (Outcome.CANCELLED, CallbackState.CANCELLED, 0),
        (Outcome.NO_ANSWER, CallbackState.NO_ANSWER, 1),
        (Outcome.NOT_REACHED, CallbackState.NOT_REACHED, 3),
    ],
)
def test_what_the_unit_did_becomes_a_state(
    what: Outcome, state: CallbackState, attempts: int
) -> None:
    now = AT + timedelta(days=1)
    after = happened(PLACED, outcome(what), BY, now)
    assert (after.state, after.attempts) == (state, attempts)
    assert after.state_at == AT + timedelta(hours=1)


def test_three_tries_of_the_unit_close_and_what_is_closed_stays_closed() -> None:
    now, after = AT + timedelta(days=1), PLACED
    for _ in range(3):
        after = happened(after, outcome(Outcome.NO_ANSWER), BY, now)
    assert after.state is CallbackState.NOT_REACHED
    for what in Outcome:
        assert happened(after, outcome(what), BY, now) == after


def test_a_clock_that_is_wrong_elsewhere_neither_foretells_nor_precedes() -> None:
    now = AT + timedelta(hours=1)
    early = happened(PLACED, outcome(Outcome.DONE, at=AT - timedelta(days=1)), BY, now)
    late = happened(PLACED, outcome(Outcome.DONE, at=now + timedelta(days=1)), BY, now)
    assert (early.state_at, late.state_at) == (AT, now)


def test_the_page_tells_every_heading() -> None:
    page = (Path(__file__).parents[2] / "docs" / "callbacks.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    named = [name for row in rows for name in re.findall("`([^`]+)`", row)]
    written = written_placements([]).strip().split(";")
    assert named == [*written, *HEAD.strip().split(";")]
