"""Several edit one case at desks that do not hear of each other: nothing is lost (F50)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from kundcenter.domain.case_codes import (
    CaseAct,
    CaseField,
    CaseKind,
    ClockKind,
    Complainant,
    EditOutcome,
    Injury,
    Said,
    Stage,
)
from kundcenter.domain.case_terms import CATEGORIES, TIMES, Category
from tests.ground import WOMAN
from tests.postgres import PostgresServer
from tests.services.case_ground import draft
from tests.sync.case_ground import Office, an_office, changes

SUMMARY = CaseField.SUMMARY


@pytest.fixture
def five(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Office]:
    with an_office(postgres_server, tmp_path, 5) as office:
        yield office


@pytest.fixture
def two(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Office]:
    with an_office(postgres_server, tmp_path, 2) as office:
        yield office


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 2, 0, 3, 1)], ids=str)
def test_five_edit_one_case_offline(five: Office, order: tuple[int, ...]) -> None:
    """Each changes a field of its own, and all the same one: to the first that is heard of."""
    case = five.takes_in()
    own = {
        "name": "Test Annat",
        "event": "2026-10",
        "wanted": "En ursäkt",
        "language": "finska",
        "category": "3.4",
    }
    said = [f"Sammanfattning av {side.device_id}" for side in five.sides]
    for side, words, (name, value) in zip(five.sides, said, own.items(), strict=True):
        changes(side, case, summary=words, **{name: value})
    five.agree(order)
    five.all_was_taken()
    found = five.case(case)
    assert {name: found.facts.value(CaseField(name)) for name in own} == own
    assert found.facts.summary == said[order[0]]
    assert found.conflicts == 4
    assert five.outcomes(case, SUMMARY) == {
        words: EditOutcome.CONFLICT if at != order[0] else EditOutcome.APPLIED
        for at, words in enumerate(said)
    }
    for each in five.conflicts(case):
        assert (each.old, each.stood) == ("", said[order[0]])
        assert each.by == five.ids[("anna", "bo", "cia", "dan", "eva")[said.index(each.new)]]


def test_until_somebody_has_chosen_of_each_both_are_kept(five: Office) -> None:
    case = five.takes_in()
    for side in five.sides:
        changes(side, case, summary=f"Av {side.device_id}")
    five.agree()
    left = list(five.conflicts(case))
    for at, side in enumerate(five.sides[:4]):
        side.desk.cases.choose(case, left[at].id, left[at].new)
    five.agree()
    five.all_was_taken()
    found = five.case(case)
    assert (found.conflicts, five.conflicts(case)) == (0, ())
    assert found.facts.summary == left[3].new  # the last that somebody chose
    every = five.edits(case)
    assert {each.settles for each in every if each.settles} == {each.id for each in left}
    assert {each.new for each in every} == {f"Av {side.device_id}" for side in five.sides}


def test_what_two_mean_alike_is_no_difference(two: Office) -> None:
    case = two.takes_in()
    for side in two.sides:
        changes(side, case, event="2026-11-01", child=Said.NO)
    two.agree()
    two.all_was_taken()
    found = two.case(case)
    assert (found.facts.event, found.facts.child, found.conflicts) == ("2026-11-01", Said.NO, 0)
    outcomes = [each.outcome for each in two.edits(case)]
    assert sorted(outcomes) == sorted([EditOutcome.APPLIED, EditOutcome.SAME] * 2)


def test_an_edit_upon_one_s_own_edit_is_no_difference(two: Office) -> None:
    """What was changed twice before anybody heard of it comes as it was meant."""
    case = two.takes_in()
    changes(two.one, case, summary="ett")
    changes(two.one, case, summary="två")
    changes(two.other, case, wanted="Ingenting")
    two.agree((1, 0))
    two.all_was_taken()
    found = two.case(case)
    assert (found.facts.summary, found.facts.wanted, found.conflicts) == ("två", "Ingenting", 0)


def test_a_whole_chain_of_edits_that_came_too_late_is_kept_beside(two: Office) -> None:
    case = two.takes_in()
    changes(two.other, case, summary="Bos")
    for words in ("Annas första", "Annas andra"):
        changes(two.one, case, summary=words)
    two.agree((1, 0))
    two.all_was_taken()
    assert two.case(case).facts.summary == "Bos"
    assert {each.new for each in two.conflicts(case)} == {"Annas första", "Annas andra"}
    assert two.case(case).conflicts == 2


def test_of_two_who_choose_at_once_the_first_is_heard(two: Office) -> None:
    case = two.takes_in()
    for side in two.sides:
        changes(side, case, summary=f"Av {side.device_id}")
    two.agree()
    (differs,) = two.conflicts(case)
    two.one.desk.cases.choose(case, differs.id, differs.new)
    two.other.desk.cases.choose(case, differs.id, "Något tredje")
    two.agree()
    two.all_was_taken()
    found = two.case(case)
    assert (found.facts.summary, found.conflicts) == (differs.new, 0)
    assert "Något tredje" in {each.new for each in two.edits(case)}


def test_what_is_chosen_where_another_has_edited_since_is_no_loss(two: Office) -> None:
    case = two.takes_in()
    for side in two.sides:
        changes(side, case, summary=f"Av {side.device_id}")
    two.agree()
    (differs,) = two.conflicts(case)
    changes(two.one, case, summary="Annas nya")
    two.other.desk.cases.choose(case, differs.id, differs.new)
    two.agree()
    two.all_was_taken()
    every = {value for each in two.edits(case) for value in (each.new, each.stood)}
    assert {"Annas nya", differs.new} <= every
    assert two.case(case).conflicts == len(two.conflicts(case))


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)
def test_who_becomes_anonymous_at_one_desk_is_named_at_no_other(
    two: Office, order: tuple[int, ...]
) -> None:
    """Between them they say who somebody is who does not want it; neither is thrown away."""
    case = two.takes_in(name="", number="", complainant=Complainant.UNSAID, answer_by="")
    changes(two.one, case, complainant=Complainant.ANONYMOUS)
    changes(two.other, case, name="Test Namn")
    two.agree(order)
    two.all_was_taken()
    found = two.case(case)
    assert not (found.facts.anonymous and found.facts.name)
    (differs,) = two.conflicts(case)
    assert differs.new in {"Test Namn", Complainant.ANONYMOUS}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)
def test_a_remark_about_a_case_that_was_closed_meanwhile_flags_it(
    two: Office, order: tuple[int, ...]
) -> None:
    case = two.takes_in()
    two.one.desk.cases.close(case, upon=two.case(case).version, text="Nöjd efter samtalet")
    two.other.desk.cases.comment(case, "Hon ringde igen")
    two.agree(order)
    two.all_was_taken()
    found = two.case(case)
    (remark,) = two.steps(case, CaseAct.COMMENTED)
    was_closed = order == (0, 1)
    assert (found.stage, found.flagged, remark.late) == (Stage.CLOSED, was_closed, was_closed)
    listed = [each.id for each in two.one.desk.cases.due(frozenset(CaseKind))]
    assert listed == ([case] if was_closed else [])


def test_an_edit_of_a_case_that_was_closed_meanwhile_is_taken_in_and_flags_it(
    two: Office,
) -> None:
    case = two.takes_in()
    two.one.desk.cases.close(case, upon=two.case(case).version, text="Nöjd efter samtalet")
    changes(two.other, case, injury=Injury.SERIOUS)
    two.agree()
    two.all_was_taken()
    found = two.case(case)
    assert (found.stage, found.flagged) == (Stage.CLOSED, True)
    assert found.alerted_at is not None
    assert found.due_clock is ClockKind.INJURY  # the chief is told all the same
    assert len(two.steps(case, CaseAct.ALERTED)) == 1


def test_an_injury_that_two_suspect_alerts_the_chief_once(two: Office) -> None:
    case = two.takes_in()
    for side, how in zip(two.sides, (Injury.SUSPECTED, Injury.SERIOUS), strict=True):
        side.clock.pass_time(minutes=1)
        changes(side, case, injury=how)
    first = two.one.desk.cases.get(case).case.alerted_at
    two.agree()
    two.all_was_taken()
    found = two.case(case)
    assert (found.facts.injury, found.alerted_at) == (Injury.SUSPECTED, first)
    assert len(two.steps(case, CaseAct.ALERTED)) == 1
    assert found.conflicts == 1


def test_a_category_that_was_ended_meanwhile_is_kept_as_it_was_said(two: Office) -> None:
    case = two.takes_in()
    ended = tuple(Category(e.code, e.label, ended=e.code == "3.4") for e in CATEGORIES)
    two.one.desk.case_terms.publish(ended, TIMES, upon=0)
    changes(two.other, case, category="3.4")
    two.agree()
    two.all_was_taken()
    assert two.case(case).facts.category == "3.4"


def test_one_who_complains_at_two_desks_is_one_person_with_two_cases(two: Office) -> None:
    here, there = (side.person(WOMAN) for side in two.sides)
    assert here != there
    made = [
        side.desk.cases.register(draft(person=person)).the("case")
        for side, person in zip(two.sides, (here, there), strict=True)
    ]
    two.agree()
    two.all_was_taken()
    met: set[UUID] = set()
    for case in made:
        person = two.one.desk.cases.get(case).person
        assert person is not None
        met.add(person.id)
    assert len(met) == 1
