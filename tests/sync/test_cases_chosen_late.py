"""What somebody chose at a desk, where the centre met something else: no value is lost (F50)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from kundcenter.domain.case_codes import CaseField, Complainant, EditOutcome
from kundcenter.domain.cases import FieldEdit
from tests.postgres import PostgresServer
from tests.sync.case_ground import Office, an_office, changes
from tests.sync.ground import Side

SUMMARY = CaseField.SUMMARY


@pytest.fixture
def two(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Office]:
    with an_office(postgres_server, tmp_path, 2) as office:
        yield office


def differs_at(side: Side, case: UUID, first: str, second: str) -> UUID:
    """Two windows of one desk say two things; the id of their difference."""
    changes(side, case, summary=first)
    side.desk.cases.edit(case, (FieldEdit(SUMMARY, "", second),))
    (conflict,) = side.desk.cases.get(case).conflicts
    return conflict.id


@pytest.mark.parametrize("chosen", ["Av ingen", "Av båda"])
def test_what_was_a_difference_at_the_desk_only(two: Office, chosen: str) -> None:
    """The other desk had said "Av båda" first: at the centre only Anna's first edit differs."""
    case = two.takes_in()
    changes(two.other, case, summary="Av båda")
    difference = differs_at(two.one, case, "Av Anna", "Av båda")
    two.one.desk.cases.choose(case, difference, chosen)
    two.agree((1, 0))
    two.all_was_taken()
    found = two.case(case)
    assert found.facts.summary == "Av båda"
    waiting = {each.new for each in two.conflicts(case)}
    assert waiting == {"Av Anna", "Av ingen"} - ({"Av ingen"} - {chosen})
    assert found.conflicts == len(waiting)
    assert chosen in {each.new for each in two.edits(case)}


def test_what_was_chosen_where_it_is_a_difference_is_settled(two: Office) -> None:
    case = two.takes_in()
    changes(two.other, case, wanted="En ursäkt")
    difference = differs_at(two.one, case, "Ett", "Två")
    two.one.desk.cases.choose(case, difference, "Två")
    two.agree((1, 0))
    two.all_was_taken()
    found = two.case(case)
    assert (found.facts.summary, found.facts.wanted, found.conflicts) == ("Två", "En ursäkt", 0)


def test_somebody_chose_that_they_are_anonymous_while_another_wrote_their_name(
    two: Office,
) -> None:
    """The difference goes on with what was chosen, until somebody takes the name away."""
    case = two.takes_in(name="", number="", complainant=Complainant.UNSAID, answer_by="")
    changes(two.one, case, complainant=Complainant.PATIENT)
    changes(two.other, case, complainant=Complainant.ANONYMOUS)
    two.agree()
    (first,) = two.conflicts(case)
    changes(two.one, case, name="Test Person")
    two.other.desk.cases.choose(case, first.id, Complainant.ANONYMOUS)
    two.agree()
    two.all_was_taken()
    found = two.case(case)
    assert (found.facts.name, found.facts.complainant) == ("Test Person", Complainant.PATIENT)
    (left,) = two.conflicts(case)
    assert (left.outcome, left.settles, left.new) == (
        EditOutcome.CONFLICT,
        first.id,
        Complainant.ANONYMOUS,
    )
    assert found.conflicts == 1
    changes(two.one, case, name="")
    two.one.desk.cases.choose(case, left.id, Complainant.ANONYMOUS)
    two.agree()
    found = two.case(case)
    assert (found.facts.anonymous, found.facts.name, found.conflicts) == (True, "", 0)
