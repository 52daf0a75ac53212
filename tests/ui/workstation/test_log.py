"""The call log tells what each part of a call led to, and never a hidden number."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.domain.calls import Call, CallState, Channel
from kundcenter.domain.parts import Part, PartKind
from kundcenter.services.calls import LoggedCall
from tests.ground import MORNING, NUMBER
from tests.ui.workstation.seat import Seat
from ui.panels.log import LogPage

NURSE = UUID(int=3)
DONE = Call(
    UUID(int=1), Channel.LINE, MORNING, MORNING, NUMBER, state=CallState.DONE, outcome="EGENVARD"
)


def part(number: int, kind: PartKind, outcome: str | None, *, note_due: bool = False) -> Part:
    return Part(UUID(int=number), DONE.id, kind, MORNING, NURSE, outcome=outcome, note_due=note_due)


def shown(seat: Seat, row: LoggedCall) -> str:
    """What stands in the one row."""
    page = seat.window.findChild(LogPage)
    assert isinstance(page, LogPage)
    page.model.replace((row,))
    model = page.model
    return " | ".join(str(model.index(0, n).data()) for n in range(model.columnCount()))


def test_a_call_with_one_part_shows_its_outcome(nurse: Seat) -> None:
    one = part(2, PartKind.ADVICE, "EGENVARD")
    for row in (LoggedCall(DONE), LoggedCall(DONE, (one,))):
        told = shown(nurse, row)
        assert told.endswith("| Egenvård")
        assert "070-174 06 05" in told


def test_a_call_with_more_shows_that_of_each_and_what_is_left_to_do(nurse: Seat) -> None:
    parts = (
        part(2, PartKind.SWITCHBOARD, "INFO"),
        part(3, PartKind.ADVICE, "SOS112", note_due=True),
        part(4, PartKind.COMPLAINT, None),
    )
    told = shown(nurse, LoggedCall(DONE, parts))
    assert "Växel: Enbart information · Rådgivning: " in told
    assert ", anteckning återstår · Klagomål: inget utfall än" in told


def test_a_hidden_number_is_not_in_the_log_though_the_call_still_had_it(nurse: Seat) -> None:
    told = shown(nurse, LoggedCall(replace(DONE, number_hidden=True)))
    assert "Skyddat nummer" in told
    assert "174" not in told
