"""Snippets: whose they are, who sees them, what is kept of them, and how they come in together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.snippet_text import SnippetTextWrong
from kundcenter.domain.snippets import (
    IMPORT_LIMIT,
    Incoming,
    NoteField,
    Scope,
    SnippetCodeInvalid,
    SnippetCodeTaken,
    SnippetEmpty,
    SnippetNeedsUnit,
    SnippetNotFound,
    SnippetRepeated,
    SnippetStale,
    SnippetsTooMany,
    Wording,
)
from kundcenter.domain.text import TextInvalid
from tests.ground import CARE_UNIT, PASSWORD, Ground

FEVER = Wording("feb", "Feber", "Feber [[grader]] grader.", date(2027, 1, 1))


def staff(ground: Ground) -> None:
    """A nurse, a colleague, their leader and somebody of another unit; the leader is seated."""
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    ground.operator("colleague", Role.NURSE)
    ground.operator("leader", Role.SUPERVISOR_NURSE)
    for name, unit in (("other", "SE0000000001-DEMO2"), ("nowhere", "")):
        added = ground.desk.operators.add(
            name, "Test Annan", roles=frozenset({Role.SUPERVISOR_NURSE}), care_unit=unit
        )
        ground.desk.operators.give_password(added.the("operator"), PASSWORD)
    ground.sign_in("leader")


def codes(ground: Ground, who: str) -> list[tuple[str, Scope]]:
    ground.sign_in(who)
    return [(snippet.code, snippet.scope) for snippet in ground.desk.snippets.mine().snippets]


def test_ones_own_are_seen_by_nobody_else_and_a_units_by_the_unit_alone(ground: Ground) -> None:
    """Two desks had every agent's private snippets shown to all, and all groups' to each."""
    staff(ground)
    add = ground.desk.snippets.add
    team = add(Scope.TEAM, replace(FEVER, code="lag")).the("snippet")
    add(Scope.REGION, replace(FEVER, code="region"))
    ground.sign_in("nurse")
    own = add(Scope.PERSONAL, FEVER).the("snippet")
    shared = [("lag", Scope.TEAM), ("region", Scope.REGION)]
    assert codes(ground, "nurse") == [("feb", Scope.PERSONAL), *shared]
    assert codes(ground, "colleague") == shared
    change, history, retire = (
        ground.desk.snippets.change, ground.desk.snippets.history, ground.desk.snippets.retire,
    )  # fmt: skip
    ground.refuses(SnippetNotFound, history, own)
    ground.refuses(SnippetNotFound, retire, own)
    assert codes(ground, "other") == [("region", Scope.REGION)]
    ground.refuses(SnippetNotFound, change, team, FEVER, upon=1)
    ground.refuses(SnippetNotFound, change, uuid4(), FEVER, upon=1)
    assert codes(ground, "nowhere") == [("region", Scope.REGION)]
    ground.refuses(SnippetNeedsUnit, add, Scope.TEAM, FEVER)


def test_a_nurse_does_not_change_what_all_share(ground: Ground) -> None:
    staff(ground)
    team = ground.desk.snippets.add(Scope.TEAM, FEVER).the("snippet")
    ground.sign_in("nurse")
    snippets = ground.desk.snippets
    ground.refuses(NotPermitted, snippets.add, Scope.TEAM, replace(FEVER, code="b"))
    ground.refuses(NotPermitted, snippets.add, Scope.REGION, FEVER)
    ground.refuses(NotPermitted, snippets.change, team, FEVER, upon=1)
    ground.refuses(NotPermitted, snippets.retire, team)
    ground.refuses(NotPermitted, snippets.import_, (Incoming(Scope.TEAM, FEVER),))
    assert len(snippets.history(team)) == 1


def test_a_code_stands_once_in_each_place(ground: Ground) -> None:
    staff(ground)
    snippets = ground.desk.snippets
    first = snippets.add(Scope.TEAM, FEVER).the("snippet")
    other = snippets.add(Scope.TEAM, replace(FEVER, code="hosta")).the("snippet")
    snippets.add(Scope.REGION, FEVER)
    snippets.add(Scope.PERSONAL, FEVER)
    taken = replace(FEVER, code=" FEB ")
    assert ground.refuses(SnippetCodeTaken, snippets.add, Scope.TEAM, taken) == {"id": first}
    ground.refuses(SnippetCodeTaken, snippets.change, other, FEVER, upon=1)
    snippets.retire(first)
    assert snippets.add(Scope.TEAM, FEVER).the("snippet") != first
    ground.refuses(SnippetNotFound, snippets.change, first, FEVER, upon=2)


def test_what_a_snippet_has_been_is_kept(ground: Ground) -> None:
    id = _nurse_with_fever(ground)
    snippets = ground.desk.snippets
    newer = replace(FEVER, title="Hög feber", fields=frozenset({NoteField.ADVICE}), review_on=None)
    snippets.change(id, newer, upon=1)
    assert ground.refuses(SnippetStale, snippets.change, id, FEVER, upon=1)["found"] == 2
    snippets.retire(id)
    versions = snippets.history(id)
    assert [version.number for version in versions] == [3, 2, 1]
    assert [version.wording for version in versions] == [newer, newer, FEVER]
    assert versions[0].retired_at is not None
    assert snippets.mine().snippets == ()


def test_a_snippet_is_refused_with_what_is_wrong(ground: Ground) -> None:
    staff(ground)
    add = ground.desk.snippets.add
    for wrong, error in (
        (replace(FEVER, code="två ord"), SnippetCodeInvalid),
        (replace(FEVER, code=""), SnippetCodeInvalid),
        (replace(FEVER, code="x" * 21), SnippetCodeInvalid),
        (replace(FEVER, title="  "), SnippetEmpty),
        (replace(FEVER, body="\n"), SnippetEmpty),
        (replace(FEVER, body="[[grader"), SnippetTextWrong),
        (replace(FEVER, body="x" * 4_001), TextInvalid),
        (replace(FEVER, title="x\0"), TextInvalid),
    ):
        ground.refuses(error, add, Scope.REGION, wrong)
    assert ground.desk.snippets.mine().snippets == ()


def test_a_review_that_is_due_is_seen(ground: Ground) -> None:
    _nurse_with_fever(ground)
    (snippet,) = ground.desk.snippets.mine().snippets
    assert not snippet.overdue(date(2027, 1, 1))
    assert snippet.overdue(date(2027, 1, 2))


def test_many_come_in_together_or_none_at_all(ground: Ground) -> None:
    staff(ground)
    snippets = ground.desk.snippets
    same = snippets.add(Scope.TEAM, FEVER).the("snippet")
    older = snippets.add(Scope.TEAM, replace(FEVER, code="hosta")).the("snippet")
    newer = Incoming(Scope.TEAM, replace(FEVER, code="HOSTA", title="Hosta"))
    rows = (
        Incoming(Scope.TEAM, FEVER),
        newer,
        Incoming(Scope.PERSONAL, FEVER),
        Incoming(Scope.REGION, replace(FEVER, code="ny", body="=1+1")),
    )
    plan = snippets.plan(rows)
    assert (len(plan.new), [old.id for old, _ in plan.changed], plan.same) == (2, [older], 1)
    broken = (*rows, Incoming(Scope.TEAM, replace(FEVER, code="x", body="[[")))
    ground.refuses(SnippetTextWrong, snippets.import_, broken)
    assert ground.refuses(SnippetRepeated, snippets.import_, (*rows, newer)) == {"at": 5}
    many = tuple(
        Incoming(Scope.TEAM, replace(FEVER, code=f"k{n}")) for n in range(IMPORT_LIMIT + 1)
    )
    ground.refuses(SnippetsTooMany, snippets.import_, many)
    assert len(snippets.mine().snippets) == 2
    changes = snippets.import_(rows)
    assert older in changes.of("snippet")
    assert same not in changes.of("snippet")
    found = {(s.scope, s.code): s for s in snippets.mine().snippets}
    assert found[Scope.TEAM, "hosta"].title == "Hosta"
    assert found[Scope.REGION, "ny"].body == "=1+1"
    assert [version.number for version in snippets.history(older)] == [2, 1]
    assert snippets.plan(rows).same == len(rows)


def test_a_failure_half_way_leaves_nothing_behind(ground: Ground) -> None:
    staff(ground)
    rows = tuple(Incoming(Scope.TEAM, replace(FEVER, code=code)) for code in ("a", "b"))
    with ground.refusing("snippet_versions"), pytest.raises(Exception, match="store"):
        ground.desk.snippets.import_(rows)
    assert ground.desk.snippets.mine().snippets == ()


def test_uses_are_counted_together_without_a_name(ground: Ground) -> None:
    staff(ground)
    snippets = ground.desk.snippets
    team = snippets.add(Scope.TEAM, FEVER).the("snippet")
    own = snippets.add(Scope.PERSONAL, FEVER).the("snippet")
    snippets.note_uses((team, team, own, uuid4()))
    ground.sign_in("nurse")
    snippets.note_uses((team, own))
    assert {id: use.uses for id, use in snippets.mine().uses.items()} == {team: 3}
    ground.sign_in("leader")
    assert {id: use.uses for id, use in snippets.mine().uses.items()} == {team: 3, own: 1}


def _nurse_with_fever(ground: Ground) -> UUID:
    ground.nurse()
    assert ground.desk.seat.actor.care_unit == CARE_UNIT
    return ground.desk.snippets.add(Scope.PERSONAL, FEVER).the("snippet")
