"""A part of a call: what it may become, and where its outcome comes from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from kundcenter.domain.parts import (
    EntryElsewhere,
    NotedOutcome,
    Part,
    PartClosed,
    PartKind,
    PartOfAnotherPerson,
    outcomes,
)

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
CALL, NURSE, WOMAN, MAN, ENTRY, OTHER = (UUID(int=n) for n in range(1, 7))


def part(id: int = 10, **fields: Any) -> Part:
    return Part(UUID(int=id), CALL, PartKind.ADVICE, NOON, NURSE, **fields)


def test_a_part_is_empty_until_it_has_somebody_or_something() -> None:
    assert part().empty
    full = (
        part(person_id=WOMAN),
        part(entry_id=ENTRY),
        part(outcome="INFO"),
        part(note_due=True),
        part().closed(NOON, "INFO"),
    )
    assert not any(each.empty for each in full)


def test_a_part_with_a_note_stays_that_persons() -> None:
    noted = part(person_id=MAN).noted(ENTRY, WOMAN)
    assert (noted.person_id, noted.entry_id) == (WOMAN, ENTRY)
    assert noted.pointed(WOMAN) is noted.noted(ENTRY, WOMAN) is noted
    with pytest.raises(PartOfAnotherPerson):
        noted.pointed(MAN)
    with pytest.raises(EntryElsewhere):
        noted.noted(OTHER, WOMAN)


def test_a_note_is_owed_by_who_opened_the_part_and_only_while_it_is_due() -> None:
    due = part(note_due=True)
    assert due.owed_by(NURSE)
    assert not due.owed_by(OTHER)
    assert not part().owed_by(NURSE)
    assert not due.noted(ENTRY, WOMAN).owed_by(NURSE)


def test_what_is_closed_changes_only_by_the_note_that_was_due() -> None:
    done = part().closed(NOON, "INFO")
    acts: tuple[Callable[[], Part], ...] = (
        lambda: done.pointed(WOMAN),
        lambda: done.noted(ENTRY, WOMAN),
        lambda: done.closed(NOON, "WEBB"),
    )
    for act in acts:
        with pytest.raises(PartClosed):
            act()
    due = part(note_due=True, outcome="SOS112").closed(NOON, "SOS112")
    assert due.note_due
    noted = due.pointed(WOMAN).noted(ENTRY, WOMAN)
    assert (noted.note_due, noted.outcome, noted.closed_at) == (False, "SOS112", NOON)


@pytest.mark.parametrize(
    ("fields", "noted", "otherwise", "wanted"),
    [
        ({}, [], None, None),
        ({}, [], "INFO", "INFO"),
        ({"outcome": "SOS112"}, [], "INFO", "SOS112"),
        ({"entry_id": ENTRY}, [(ENTRY, WOMAN, "EGENVARD")], "INFO", "EGENVARD"),
        ({"entry_id": ENTRY}, [(ENTRY, WOMAN, "")], "INFO", "INFO"),
        ({"entry_id": ENTRY}, [(ENTRY, WOMAN, ""), (OTHER, WOMAN, "VC")], None, None),
        ({}, [(OTHER, WOMAN, "VC"), (ENTRY, WOMAN, "")], None, "VC"),
        ({"person_id": MAN}, [(OTHER, WOMAN, "VC")], None, None),
        ({"closed_at": NOON, "outcome": "INFO"}, [(OTHER, WOMAN, "VC")], "WEBB", "INFO"),
    ],
)
def test_where_the_outcome_of_a_part_comes_from(
    fields: dict[str, Any],
    noted: list[tuple[UUID, UUID, str]],
    otherwise: str | None,
    wanted: str | None,
) -> None:
    one = part(**fields)
    found = outcomes([one], [NotedOutcome(*each) for each in noted], otherwise)
    assert found.get(one.id) == wanted


def test_a_note_that_lies_in_another_part_says_nothing_of_this_one() -> None:
    one, two = part(10, entry_id=ENTRY), part(11)
    assert outcomes([one, two], [NotedOutcome(ENTRY, WOMAN, "VC")], None) == {one.id: "VC"}
