"""On what ground a person is opened: own tasks and stated reasons."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from kundcenter.domain.access_log import Purpose
from kundcenter.domain.grounds import (
    Evidence,
    Ground,
    GroundCategory,
    GroundNeeded,
    GroundTooShort,
    Standing,
    Task,
    standing,
    task,
)
from kundcenter.domain.parts import Part, PartKind
from kundcenter.domain.text import TextInvalid

WOMAN, MAN, MERGED = UUID(int=1), UUID(int=2), UUID(int=3)
CALL, OTHER = UUID(int=11), UUID(int=12)
AT = datetime(2026, 11, 21, 7, tzinfo=UTC)
STATED = Standing(Purpose.QUALITY, "KVALITET: Granskning av klagomål", stated=False)


def part(person: UUID | None, *, closed: bool = False) -> Part:
    return Part(
        UUID(int=20),
        CALL,
        PartKind.ADVICE,
        AT,
        UUID(int=9),
        person,
        closed_at=AT if closed else None,
    )


@pytest.mark.parametrize(
    ("parts", "handed", "about", "named", "stands"),
    [
        ([part(WOMAN)], False, WOMAN, True, True),
        ([part(WOMAN)], False, WOMAN, False, True),  # the call in hand speaks for itself
        ([part(WOMAN)], False, MAN, True, False),
        ([part(WOMAN), part(None)], False, MAN, True, True),  # the other child is sought
        ([part(WOMAN), part(None, closed=True)], False, MAN, True, False),
        ([], False, MAN, True, True),  # nobody is known yet
        ([], False, MAN, False, False),  # and then the call has to be named
        ([part(WOMAN)], True, WOMAN, True, True),
        ([part(WOMAN)], True, WOMAN, False, True),
        ([part(WOMAN)], True, MAN, True, False),
        ([part(None)], True, MAN, True, False),  # handed, not taken: nobody is sought yet
        ([], True, MAN, True, False),
        ([part(WOMAN, closed=True)], False, WOMAN, True, True),  # the call is still in hand
    ],
)
def test_an_own_task_is_ground_enough(
    parts: list[Part], handed: bool, about: UUID, named: bool, stands: bool
) -> None:
    evidence = Evidence(tasks=(task(CALL, parts, handed=handed),))
    ground = Ground(call_id=CALL if named else None)
    if stands:
        found = standing((about,), ground, evidence)
        assert (found.call_id, found.purpose, found.stated) == (CALL, Purpose.CARE, False)
    else:
        with pytest.raises(GroundNeeded) as refused:
            standing((about,), ground, evidence)
        assert refused.value.facts == {"person_id": about}


def test_another_operators_call_is_no_ground() -> None:
    """Tasks are those of the operator; a call that is not among them says nothing."""
    with pytest.raises(GroundNeeded):
        standing((WOMAN,), Ground(call_id=OTHER), Evidence(tasks=(Task(CALL, anybody=True),)))


def test_who_is_merged_with_the_person_of_the_call_is_that_person() -> None:
    evidence = Evidence(tasks=(task(CALL, [part(MERGED)]),))
    assert standing((WOMAN, MERGED), Ground(), evidence).call_id == CALL


@pytest.mark.parametrize(
    ("category", "purpose"),
    [
        (GroundCategory.CARE, Purpose.CARE),
        (GroundCategory.ADMINISTRATION, Purpose.ADMINISTRATION),
        (GroundCategory.LAW, Purpose.LAW),
        (GroundCategory.QUALITY, Purpose.QUALITY),
        (GroundCategory.SUPERVISION, Purpose.ADMINISTRATION),
        (GroundCategory.STATISTICS, Purpose.STATISTICS),
    ],
)
def test_a_reason_is_kept_with_its_purpose(category: GroundCategory, purpose: Purpose) -> None:
    found = standing((WOMAN,), Ground(category=category, text="  Tio\ntecken. "), Evidence())
    assert found == Standing(purpose, f"{category}: Tio tecken.", stated=True)


def test_every_category_has_a_purpose() -> None:
    assert all(category.purpose for category in GroundCategory)


@pytest.mark.parametrize("text", ["", "         ", "nio teckn", " nio    teckn "])
def test_a_reason_of_less_than_ten_characters_is_none(text: str) -> None:
    with pytest.raises(GroundTooShort) as refused:
        standing((WOMAN,), Ground(category=GroundCategory.LAW, text=text), Evidence(stated=STATED))
    assert refused.value.facts == {"person_id": WOMAN, "minimum": 10}


@pytest.mark.parametrize("text", ["x" * 301, "tio tecken\0", "tio tecken\ud800"])
def test_a_reason_that_cannot_be_kept_is_refused(text: str) -> None:
    with pytest.raises(TextInvalid):
        standing((WOMAN,), Ground(category=GroundCategory.LAW, text=text), Evidence())


def test_a_reason_that_was_stated_stands() -> None:
    assert standing((WOMAN,), Ground(), Evidence(stated=STATED)) is STATED


def test_without_anything_a_person_is_closed() -> None:
    with pytest.raises(GroundNeeded):
        standing((WOMAN,), Ground(text="En text utan kategori"), Evidence())
