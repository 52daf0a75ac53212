"""Edits of one case are joined field by field, in any order, and no value is lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.case_codes import CaseField, Complainant, EditOutcome
from kundcenter.domain.case_errors import CaseInvalid
from kundcenter.domain.case_fields import checked_edits, must_be_nobody, telling
from kundcenter.domain.case_merging import Joined, joined
from kundcenter.domain.cases import CaseFacts, FieldEdit

APPLIED, SAME, CONFLICT = EditOutcome.APPLIED, EditOutcome.SAME, EditOutcome.CONFLICT
BEFORE = CaseFacts(summary="Före", name="Test Person")
_VALUES = {
    CaseField.SUMMARY: ("Före", "Ett", "Två", ""),
    CaseField.WANTED: ("", "En ursäkt", "Pengar"),
    CaseField.NAME: ("Test Person", "", "Test Annan"),
    CaseField.NUMBER: ("", "+46701740605"),
    CaseField.COMPLAINANT: ("", "PATIENT", "ANONYM"),
}


def edit(name: CaseField, new: str, old: str | None = None) -> FieldEdit:
    return FieldEdit(name, BEFORE.value(name) if old is None else old, new)


def test_what_nobody_has_touched_is_changed() -> None:
    facts, found = joined(BEFORE, (edit(CaseField.SUMMARY, "Ett"),), late=True)
    assert (facts.summary, [each.outcome for each in found]) == ("Ett", [APPLIED])


def test_the_same_value_twice_is_no_change() -> None:
    one = (edit(CaseField.SUMMARY, "Ett"),)
    once, _ = joined(BEFORE, one, late=True)
    twice, found = joined(once, one, late=True)
    assert twice == once
    assert found == (Joined(one[0], "Ett", SAME),)


def test_what_another_has_changed_stands_and_both_are_kept() -> None:
    once, _ = joined(BEFORE, (edit(CaseField.SUMMARY, "Ett"),), late=True)
    other = edit(CaseField.SUMMARY, "Två")
    twice, found = joined(once, (other,), late=True)
    assert twice == once
    assert found == (Joined(other, "Ett", CONFLICT),)


_EDIT = st.sampled_from(list(_VALUES)).flatmap(
    lambda name: st.builds(
        FieldEdit, st.just(name), st.just(BEFORE.value(name)), st.sampled_from(_VALUES[name])
    )
)
_BATCH = st.lists(_EDIT, min_size=1, max_size=4, unique_by=lambda each: each.name).map(
    lambda edits: checked_edits(tuple(edits))
)


@given(st.lists(_BATCH, min_size=1, max_size=5))
def test_desks_that_come_in_any_order_lose_nothing(batches: list[tuple[FieldEdit, ...]]) -> None:
    """Each desk saw what was before all of them (F50)."""
    facts = BEFORE
    kept: list[Joined] = []
    for batch in batches:
        older = facts
        facts, found = joined(facts, batch, late=True)
        must_be_nobody(facts)
        assert [each.edit for each in found] == list(batch)
        assert all(each.stood == older.value(each.edit.name) for each in found)
        kept += found
    for each in kept:
        name, new = each.edit.name, each.edit.new
        if each.outcome is APPLIED:  # and nobody after it: all of them saw another value
            assert facts.value(name) == new
        if each.outcome is SAME:
            assert each.stood == new
        if each.outcome is CONFLICT:
            assert each.stood != new
    assert Counter(each.edit for each in kept) == Counter(
        wanted for batch in batches for wanted in batch
    )


@given(_BATCH, _BATCH)
def test_of_different_fields_the_order_does_not_matter(
    one: tuple[FieldEdit, ...], other: tuple[FieldEdit, ...]
) -> None:
    names = {each.name for each in one}
    other = tuple(each for each in other if each.name not in names)
    both = []
    for first, second in ((one, other), (other, one)):
        facts, found = joined(BEFORE, first, late=True)
        facts, more = joined(facts, second, late=True)
        both.append((facts, {each.outcome for each in (*found, *more)}))
    (left, one_way), (right, other_way) = both
    # Who becomes anonymous before their name is taken away is a difference, and after it none.
    if CONFLICT not in one_way | other_way:
        assert left == right


def test_at_the_desk_an_anonymous_one_who_is_told_of_is_refused() -> None:
    veiled = edit(CaseField.COMPLAINANT, Complainant.ANONYMOUS)
    with pytest.raises(CaseInvalid) as caught:
        joined(BEFORE, (veiled,), late=False)
    assert caught.value.facts == {"field": "name"}
    facts, found = joined(BEFORE, (veiled, edit(CaseField.NAME, "")), late=False)
    assert facts.anonymous and telling(facts) == ()
    assert [each.outcome for each in found] == [APPLIED, APPLIED]


def test_late_one_becomes_anonymous_while_another_writes_their_number() -> None:
    veiled = (edit(CaseField.COMPLAINANT, Complainant.ANONYMOUS), edit(CaseField.NAME, ""))
    number = edit(CaseField.NUMBER, "+46701740605")
    facts, _ = joined(BEFORE, (number,), late=True)
    facts, found = joined(facts, veiled, late=True)
    assert [each.outcome for each in found] == [CONFLICT, APPLIED]
    assert (facts.anonymous, facts.number, facts.name) == (False, "+46701740605", "")

    facts, _ = joined(BEFORE, veiled, late=True)
    facts, found = joined(facts, (number, edit(CaseField.WANTED, "Svar")), late=True)
    assert [each.outcome for each in found] == [CONFLICT, APPLIED]
    assert (facts.anonymous, facts.number, facts.wanted) == (True, "", "Svar")
