"""To whom a caller may be passed on, and what came of it when all is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations, product
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.lines import ReturnReason
from kundcenter.domain.switchboard.transfers import (
    TargetKind,
    Transfer,
    TransferDraft,
    TransferHow,
    TransferInvalid,
    TransferOver,
    TransferState,
    checked_draft,
    must_be_end,
)
from kundcenter.domain.text import TextInvalid

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
CALL, WHO = UUID(int=1), UUID(int=2)
TO = TransferDraft(CALL, TargetKind.CONTACT, TransferHow.BLIND, WHO, number="3101", brief="Faktura")
BEGUN = Transfer(UUID(int=3), TO, TransferState.BEGUN, AT, WHO)
ENDS = [state for state in TransferState if state is not TransferState.BEGUN]


def to(kind: TargetKind, **more: object) -> TransferDraft:
    return TransferDraft(CALL, kind, TransferHow.BLIND, **more)  # type: ignore[arg-type]


def test_every_target_is_named_in_its_own_way() -> None:
    good = (
        *(to(kind, target_id=WHO) for kind in (TargetKind.CONTACT, TargetKind.UNIT)),
        to(TargetKind.DUTY, target_id=WHO, number="+46701740605"),
        to(TargetKind.QUEUE, queue="Rådgivning"),
        to(TargetKind.NUMBER, number="1177"),
        to(TargetKind.VOICEMAIL, number="3101"),
        to(TargetKind.VOICEMAIL, target_id=WHO),
    )
    for draft in good:
        assert checked_draft(draft) == draft
    tidy = checked_draft(to(TargetKind.NUMBER, number=" 070-174 06 05", brief="  Vill\nboka "))
    assert (tidy.number, tidy.brief) == ("+46701740605", "Vill boka")


@pytest.mark.parametrize(
    "draft",
    [
        *(to(kind) for kind in TargetKind),
        to(TargetKind.CONTACT, number="3101"),
        to(TargetKind.QUEUE, queue=" ", number="3101"),
        to(TargetKind.NUMBER, target_id=WHO),
        to(TargetKind.NUMBER, number="vet inte"),
        to(TargetKind.NUMBER, number="112"),
        to(TargetKind.CONTACT, target_id=WHO, number="112"),
    ],
)
def test_what_is_no_target(draft: TransferDraft) -> None:
    """Nor 112, which an alarm calls."""
    with pytest.raises(TransferInvalid) as caught:
        checked_draft(draft)
    assert caught.value.facts == {"field": "target"}


def test_words_that_travel_are_a_line() -> None:
    checked_draft(replace(TO, brief="x" * 300))
    with pytest.raises(TextInvalid):
        checked_draft(replace(TO, brief="x" * 301))


def test_only_what_came_back_has_a_reason() -> None:
    must_be_end(TransferState.RETURNED, None)
    for reason in ReturnReason:
        must_be_end(TransferState.RETURNED, reason)
    wrong: list[tuple[TransferState, ReturnReason | None, str]] = [
        (TransferState.BEGUN, None, "state"),
        *((s, ReturnReason.BUSY, "returned") for s in ENDS if s is not TransferState.RETURNED),
    ]
    for state, returned, field in wrong:
        with pytest.raises(TransferInvalid) as caught:
            must_be_end(state, returned)
        assert caught.value.facts == {"field": field}


def test_at_the_desk_only_what_was_passed_on_changes_again() -> None:
    for state in ENDS:
        BEGUN.must_end_as(state)
    may = set()
    for was, state in product(ENDS, ENDS):
        over = replace(BEGUN, state=was, ended_at=AT)
        try:
            over.must_end_as(state)
            may.add((was, state))
        except TransferOver as error:
            assert error.facts == {"id": BEGUN.id, "state": was}
    assert may == {(TransferState.PASSED, TransferState.RETURNED)}


Told = tuple[TransferState, int, ReturnReason | None]


def told(order: list[Told]) -> Transfer:
    transfer = BEGUN
    for state, minute, returned in order:
        transfer = transfer.over(state, AT + timedelta(minutes=minute), returned)
    return transfer


def test_in_whatever_order_it_becomes_known_the_furthest_stands() -> None:
    for states in product(ENDS, repeat=3):
        steps: list[Told] = [(state, number, None) for number, state in enumerate(states)]
        assert len({told(list(order)) for order in permutations(steps)}) == 1
    came_back: list[Told] = [
        (TransferState.PASSED, 0, None),
        (TransferState.RETURNED, 1, ReturnReason.BUSY),
    ]
    for order in (came_back, came_back[::-1]):
        transfer = told(order)
        assert (transfer.state, transfer.returned) == (TransferState.RETURNED, ReturnReason.BUSY)


@given(
    steps=st.lists(
        st.tuples(st.sampled_from(ENDS), st.integers(0, 3), st.sampled_from((None, *ReturnReason))),
        max_size=7,
    ),
    of=st.data(),
)
def test_the_same_for_longer_stories(steps: list[Told], of: st.DataObject) -> None:
    assert told(of.draw(st.permutations(steps))) == told(steps)


def test_a_number_that_was_looked_up_is_nobody_elses() -> None:
    assert BEGUN.for_others().draft.number == ""
    assert BEGUN.for_others().draft.brief == "Faktura"
    assert BEGUN.without_brief().draft.brief == ""
    written = replace(BEGUN, draft=to(TargetKind.NUMBER, number="1177"))
    assert written.for_others() == written
    assert "3101" not in repr(BEGUN) and "Faktura" not in repr(BEGUN)
